"""Forms as other offices make them: by LibreOffice, by other libraries, by hand; never by the writers of this project."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Alignment, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"


def zipped(parts: dict[str, str | bytes], stored: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relations(*links: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def word(
    body: str, main: str = "word/document.xml", more: dict[str, str] | None = None, links: tuple = (), **options
) -> bytes:
    """A Word file by hand, with a part that no program knows."""
    folder, _, base = main.rpartition("/")
    document = (
        f'<w:document xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:r="{_RELATION}"><w:body>{body}</w:body></w:document>'
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{_TYPES}.wordprocessingml.document.main+xml"/></Types>'
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(("officeDocument", main)),
        main: document.encode(options.get("encoding", "utf-8")) if "encoding" in options else document,
        f"{folder}/_rels/{base}.rels": relations(*links),
        "customXml/strange.xml": "<kept  as='it is'/>",
        **(more or {}),
    }
    return zipped(parts, options.get("stored", False))


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def named(name: str, more: str = "", content: str = "") -> str:
    return control(f'<w:tag w:val="{name}"/>{more}', content or run("……", '<w:rStyle w:val="PlaceholderText"/>'))


def legacy(data: str, shown: str = "\u2002" * 5) -> str:
    def mark(kind: str, inside: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'

    return (
        mark("begin", f"<w:ffData>{data}</w:ffData>")
        + "<w:r><w:instrText> FORM </w:instrText></w:r>"
        + mark("separate")
        + run(shown, "<w:b/>")
        + run("")
        + mark("end")
    )


def paragraph(*parts: str) -> str:
    return f"<w:p>{''.join(parts)}</w:p>"


BOX = (
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="00FE" w14:font="Wingdings"/>'
    '<w14:uncheckedState w14:val="00A8" w14:font="Wingdings"/></w14:checkbox>'
)
LIST = (
    '<w:dropDownList><w:listItem w:displayText="选择" w:value=""/>'
    '<w:listItem w:displayText="事假" w:value="1"/><w:listItem w:displayText="病假" w:value="2"/></w:dropDownList>'
)
DAY = "<w:date><w:dateFormat w:val=\"yyyy'年'M'月'd'日'\"/><w:lid w:val=\"zh-CN\"/></w:date>"


def word_controls() -> bytes:
    """Controls of every kind, in a paragraph, in a cell and around one; nested ones; one name twice; locked and bound ones."""
    cell = f"<w:tc><w:p>{named('名额', '<w:showingPlcHdr/><w:text/>')}</w:p></w:tc>"
    around = control(
        '<w:tag w:val="remarks"/><w:rPr><w:b/></w:rPr><w:text w:multiLine="1"/>', f"<w:tc>{paragraph(run('.'))}</w:tc>"
    )
    return word(
        paragraph(run("姓名："), named("person", "<w:showingPlcHdr/><w:text/>"))
        + control(
            '<w:tag w:val="outer"/>',
            paragraph(named("inner", "<w:text/>")) + f"<w:tbl><w:tr>{cell}{around}</w:tr></w:tbl>",
        )
        + paragraph(named("kind", LIST), named("from", DAY), named("agreed", BOX, run("\u00a8")))
        + control('<w:alias w:val="Story"/>', paragraph(run("one")) + paragraph(run("two")))
        + paragraph(run("again "), named("person", "<w:text/>"))
        + paragraph(
            named("fixed", '<w:lock w:val="sdtContentLocked"/>'), named("bound", '<w:dataBinding w:xpath="/a"/>')
        )
    )


def word_bound() -> bytes:
    """Controls that show what another part says, in text, header and footer: of one name, of others, of none, locked, of other prefixes."""
    store = 'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"'

    def title(prefix: str) -> str:
        return f"""<w:dataBinding w:prefixMappings="xmlns:{prefix}='urn:core'" w:xpath="/{prefix}:core[1]/{prefix}:title[1]" {store}/>"""

    def part(kind: str, *parts: str) -> str:
        return f'<w:{kind} xmlns:w="{_W}">{paragraph(*parts)}</w:{kind}>'

    shown, locked = run("Old title"), '<w:lock w:val="contentLocked"/>'
    section = named("inside", "<w:text/>")
    body = paragraph(
        named("title", f"{title('ns0')}<w:text/>", shown), named("other", f"{title('a')}<w:text/>", shown)
    ) + control(f'<w:tag w:val="around"/><w:dataBinding w:xpath="/rows" {store}/>', paragraph(section))
    return word(
        body + paragraph(named("left", f'{locked}<w:dataBinding w:xpath="/x" {store}/><w:text/>')),
        more={
            "word/header1.xml": part("hdr", control(f"{title('ns0')}<w:text/>", shown)),
            "word/footer1.xml": part("ftr", named("seen", f"{title('b')}{locked}<w:text/>", shown)),
        },
        links=(("header", "header1.xml"), ("footer", "footer1.xml")),
    )


W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def word_rows() -> bytes:
    """Controls around rows and cells, in rows that repeat, around bookmarks and remarks; what Google Docs and mail merges leave."""

    def cell(*parts: str) -> str:
        return f"<w:tc>{paragraph(*parts)}</w:tc>"

    def item(number: int) -> str:
        row = f"<w:tr>{cell(named('item', '<w:text/>', run(str(number))))}</w:tr>"
        return control(f'<w15:repeatingSectionItem xmlns:w15="{W15}"/>', row)

    table = (
        named("row", "", f"<w:tr>{cell(run('Label'))}{cell(run('{{inside}}'))}</w:tr>")
        + f"<w:tr>{cell(run('Name'))}{control('<w:tag w:val=' + chr(34) + 'cell' + chr(34) + '/><w:text/>', cell(run('old')))}</w:tr>"
        + control(f'<w15:repeatingSection xmlns:w15="{W15}"/>', item(1) + item(2))
    )
    remarked = (
        '<w:bookmarkStart w:id="7" w:name="_GoBack"/>'
        + run("old")
        + '<w:commentRangeStart w:id="0"/>'
        + run("said")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    prompt = '<w:dropDownList><w:listItem w:value="选择一项。"/><w:listItem w:displayText="是" w:value="是"/>'
    prompt += '<w:listItem w:displayText="否" w:value="否"/></w:dropDownList>'
    written = "<w:date><w:dateFormat w:val=\"EEEE'年'O'月'A'日'\"/><w:lid w:val=\"zh-CN\"/></w:date>"
    pages = f"{paragraph(run('one'))}<w:p><w:pPr><w:sectPr/></w:pPr>{run('two')}</w:p>"
    return word(
        f"<w:tbl>{table}</w:tbl>"
        + paragraph(named("remarked", "", remarked), '<w:bookmarkEnd w:id="7"/>')
        + paragraph(named("photo", "<w:picture/>", run("-")), named("answer", prompt), named("day", written))
        + paragraph(named("goog_rdk_0", "", run("Dear {{who}}")))
        + paragraph(named("  ", "<w:text/>"))
        + paragraph(f'<w:fldSimple w:instr=" MERGEFIELD 姓名 ">{run("«姓名»")}</w:fldSimple>')
        + named("over", "", pages)
        + paragraph(legacy('<w:name w:val="short"/><w:textInput><w:maxLength w:val="5"/></w:textInput>'))
        + paragraph(
            "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='list'/><w:ddList>"
            "<w:listEntry w:val='甲'/><w:listEntry w:val='乙'/></w:ddList></w:ffData></w:fldChar></w:r>"
            "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    )


def word_legacy() -> bytes:
    """Form fields of before 2007, in a protected document."""
    return word(
        paragraph(
            legacy('<w:name w:val="Text1"/><w:textInput/>'),
            legacy('<w:name w:val="Check1"/><w:checkBox><w:default w:val="0"/></w:checkBox>', ""),
        )
        + paragraph(
            legacy('<w:name w:val="Drop1"/><w:ddList><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>', "")
        ),
        more={
            "word/settings.xml": f'<w:settings xmlns:w="{_W}"><w:documentProtection w:edit="forms" w:enforcement="1"/></w:settings>'
        },
        links=(("settings", "settings.xml"),),
    )


def word_marks() -> bytes:
    """Marks, split over pieces, twice on a line, in a header and a foot note."""
    header = f'<w:hdr xmlns:w="{_W}">{paragraph(run("No. [[ number ]]"))}</w:hdr>'
    return word(
        paragraph(run("致 {"), run("{客", "<w:b/>"), run("户}"), run("}：{{客户}}，"), run("{{day}}{{ money }}元"))
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('[[remarks]]'))}</w:tc></w:tr></w:tbl>",
        more={"word/header1.xml": header},
        links=(("header", "header1.xml"),),
    )


def word_elsewhere() -> bytes:
    """The text where Word on the web puts it, in UTF-16, with other prefixes, nothing packed."""
    made = word(paragraph(named("applicant", "<w:text/>"), run("{{部门}}")), main="word/document2.xml", stored=True)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = (
        parts["word/document2.xml"]
        .decode()
        .replace("xmlns:w=", "xmlns:x=")
        .replace("<w:", "<x:")
        .replace("</w:", "</x:")
    )
    parts["word/document2.xml"] = text.replace(" w:val", " x:val").encode("utf-16")
    return zipped(parts, stored=True)


def word_python_docx() -> bytes:
    document = Document()
    document.add_heading("Visitor registration", 1)
    table = document.add_table(3, 2)
    for row, name in zip(table.rows, ("visitor", "host", "car plate"), strict=True):
        row.cells[0].text, row.cells[1].text = name.title(), f"{{{{{name}}}}}"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def excel_names() -> bytes:
    """Cells with names: merged, dated, with a list, one that is not written down, one with a formula; several with one, as answers and not."""
    book = Workbook()
    sheet = book.active
    sheet.title = "报销 单"
    sheet.merge_cells("B2:D2")
    sheet["B2"].alignment = Alignment(wrap_text=True)
    sheet["B3"] = None
    sheet["B3"].number_format = "yyyy-mm-dd"
    check = DataValidation(type="list", formula1='"差旅,招待,办公"')
    sheet.add_data_validation(check)
    check.add("B4")
    sheet["B5"] = 0
    sheet["C5"] = "=B5*2"
    sheet.column_dimensions["B"].width = 12
    other = book.create_sheet("Sums")
    other["A1"] = "='报销 单'!B5+1"
    offered = DataValidation(type="list", formula1="=listed")
    other.add_data_validation(offered)
    offered.add("C9")
    for name, cell in {
        "reason": "$B$2:$D$2",
        "day": "$B$3",
        "kind": "$B$4",
        "amount": "$B$5",
        "twice": "$C$5",
        "far": "$F$40",
        "block": "$F$41:$G$42",
        "listed": "$H$1:$H$3",
    }.items():
        book.defined_names[name] = DefinedName(name, attr_text=f"'报销 单'!{cell}")
    sheet.protection.sheet = True
    sheet["B5"].protection = Protection(locked=False)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def excel_lists() -> bytes:
    """Lists of the same sheet and as later versions write those of others; names of two sheets, on a hidden one, in heads; a time."""
    book = Workbook()
    sheet, other, hidden = book.active, book.create_sheet("Other"), book.create_sheet("设置")
    sheet.title, hidden.sheet_state = "It's 表", "hidden"
    for row, text in enumerate(("甲", "乙", "丙"), 1):
        sheet[f"D{row}"], hidden[f"A{row}"] = text, f"{row}级"
    sheet["B4"].number_format, sheet["B5"] = "h:mm", "{{free}}"
    check = DataValidation(type="list", formula1="$D$1:$D$3")
    sheet.add_data_validation(check)
    check.add("B2")
    other["A1"], other["B1"], other["A2"], other["B2"] = "{{head}}", "v", "x", 1
    other.add_table(Table(displayName="T", ref="A1:B2"))
    sheet.oddFooter.center.text = "{{foot}}"
    for name, cell in {
        "same": "'It''s 表'!$B$2",
        "later": "'It''s 表'!$B$3",
        "time": "'It''s 表'!$B$4",
        "rate": "设置!$A$1",
        "column": "Other!$B$1",
    }.items():
        book.defined_names[name] = DefinedName(name, attr_text=cell)
    for each in (sheet, other):
        quoted = each.title.replace("'", "''")
        each.defined_names["local"] = DefinedName("local", attr_text=f"'{quoted}'!$F$1")
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    later = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1">'
        "<x14:formula1><xm:f>设置!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    part = "xl/worksheets/sheet1.xml"
    return zipped({**parts, part: parts[part].decode().replace("</worksheet>", later)})


def excel_marks() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B2"] = "申请部门：{{部门}}", "{{部门}}", "[[total]] CNY"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def excel_inline() -> bytes:
    """Texts in the cells themselves, split, with prefixes, and days counted from 1904."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        f'<x:worksheet xmlns:x="{space}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:r><x:t>Dear {{{{na</x:t></x:r>'
        '<x:r><x:t>me}}</x:t></x:r></x:is></x:c><x:c r="C1" s="1"/></x:row></x:sheetData></x:worksheet>'
    )
    book = (
        f'<x:workbook xmlns:x="{space}" xmlns:r="{_RELATION}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" sheetId="1" r:id="r1"/></x:sheets>'
        '<x:definedNames><x:definedName name="begins">S!$C$1</x:definedName></x:definedNames></x:workbook>'
    )
    styles = (
        f'<styleSheet xmlns="{space}"><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>'
        '<cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.spreadsheetml.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/one.xml" ContentType="{_TYPES}.spreadsheetml.worksheet+xml"/></Types>'
    )
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations(("officeDocument", "/xl/workbook.xml")),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/one.xml"), ("styles", "styles.xml")),
            "xl/worksheets/one.xml": sheet,
            "xl/styles.xml": styles,
        }
    )


_FIELDS = (
    "<< /FT /Tx /T (name) /TU (Your name) /Type /Annot /Subtype /Widget /Rect [100 700 300 720] /P 3 0 R /F 4 >>",
    "<< /FT /Tx /Ff 4096 /T <FEFF7406 7531> /Type /Annot /Subtype /Widget /Rect [100 600 300 680] /P 3 0 R /F 4 "
    "/DA (/Helv 10 Tf 0 0 1 rg) /MK << /BG [0.9] /BC [0 0 0] >> >>",
    "<< /FT /Btn /T (agree) /Type /Annot /Subtype /Widget /Rect [100 560 115 575] /P 3 0 R /F 4 /AS /Off /V /Off /AP << /N << /Ja#20wohl 12 0 R /Off 12 0 R >> >> >>",
    "<< /FT /Ch /Ff 131072 /T (kind) /Opt [[(a) (First)] [(b) (Second)]] /Type /Annot /Subtype /Widget /Rect [100 520 300 540] /P 3 0 R /F 4 >>",
    "<< /FT /Btn /Ff 49152 /T (way) /Kids [9 0 R 10 0 R] >>",
    "<< /Parent 8 0 R /Type /Annot /Subtype /Widget /Rect [100 480 115 495] /P 3 0 R /F 4 /AS /Off /AP << /N << /post 12 0 R /Off 12 0 R >> >> >>",
    "<< /Parent 8 0 R /Type /Annot /Subtype /Widget /Rect [130 480 145 495] /P 3 0 R /F 4 /AS /Off /AP << /N << /mail 12 0 R /Off 12 0 R >> >> >>",
    "<< /FT /Tx /Ff 16777216 /MaxLen 6 /T (code) /Type /Annot /Subtype /Widget /Rect [100 440 220 460] /P 3 0 R /F 4 >>",
    "<< /Length 3 /Type /XObject /Subtype /Form /BBox [0 0 15 15] >>\nstream\nq Q\nendstream",
    "<< /FT /Tx /Ff 1 /T (fixed) /V (x) /Type /Annot /Subtype /Widget /Rect [300 440 420 460] /P 3 0 R /F 4 >>",
)


def pdf_by_hand() -> bytes:
    """Every kind of field, its list of objects a table as in the oldest files."""
    kids = "4 0 R 5 0 R 6 0 R 7 0 R 9 0 R 10 0 R 11 0 R 13 0 R"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 5 0 R 6 0 R 7 0 R 8 0 R 11 0 R 13 0 R] /DA (/Helv 0 Tf 0 g) >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 800] /Resources << >> /Annots [{kids}] >>",
        *_FIELDS,
    ]
    made, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    lines = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        made
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{lines}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF"
        ).encode()
    )


def pdf_of(**options) -> bytes:
    """The same, saved anew by qpdf."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_by_hand())) as pdf:
        pdf.save(buffer, **options)
    return buffer.getvalue()


def pdf_turned() -> bytes:
    """On sheets that lie across; one field leads to nothing; and bytes behind the end, as servers leave them."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_by_hand())) as pdf:
        pdf.pages[0].Rotate = 90
        for field, turn in zip(pdf.Root.AcroForm.Fields, (90, 180, 0, 270), strict=False):
            field.MK = pikepdf.Dictionary(R=turn)
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(pikepdf.Array()))
        pdf.save(buffer)
    return buffer.getvalue() + b"\0" * 40 + b"<!-- -->"


def pdf_in_streams() -> bytes:
    return pdf_of(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pdf_linearized() -> bytes:
    return pdf_of(linearize=True)


STRANGERS = Path(__file__).parent / "strangers"
"""Files that programs made which are not in use here; `README.md` there says which."""


def excel_reckoning() -> bytes:
    """Formulas that go by an answer, by one that does, by none, and such as nobody can tell of."""
    book = Workbook()
    sheet, other, apart = book.active, book.create_sheet("It's"), book.create_sheet("Apart")
    sheet.title = "S"
    sheet["A1"], sheet["B1"] = 2, "=A1*10"
    sheet["B2"], sheet["B3"] = "=LOG10(A9)", '="A1 and S!A1"&"x"'
    other["A1"], other["A2"], other["A3"] = "=SUM(S!A:B)", "=price", "=TRUE+1.5E3"
    apart["A1"] = "='It''s'!A3+A9"
    for name, cell in {"price": "S!$A$1", "spare": "Apart!$C$3"}.items():
        book.defined_names[name] = DefinedName(name, attr_text=cell)
    buffer = io.BytesIO()
    book.save(buffer)
    return with_results(buffer.getvalue())


def with_results(content: bytes) -> bytes:
    """What formulas came to before, as Excel keeps it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(
        {
            name: part.replace(b"<v></v>", b"<v>7</v>").replace(b"<v />", b"<v>7</v>").replace(b"<v/>", b"<v>7</v>")
            if "sheets/" in name
            else part
            for name, part in parts.items()
        }
    )
