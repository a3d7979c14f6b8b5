// Forms by libraries of the npm registry. Beside this file: npm install docx exceljs xlsx pdf-lib pdfkit; node forms.mjs FOLDER
import { createWriteStream, writeFileSync } from "node:fs";
import * as docx from "docx";
import ExcelJS from "exceljs";
import { PDFDocument as PdfLib, StandardFonts } from "pdf-lib";
import PDFKit from "pdfkit";
import XLSX from "xlsx";

const to = `${process.argv[2] ?? "."}/`;
const EPOCH = new Date("2026-01-01T00:00:00Z");

{
  const { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun, CheckBox } = docx;
  const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [{
      headers: { default: new Header({ children: [new Paragraph("编号：[[number]]")] }) },
      children: [
        new Paragraph({ children: [new TextRun({ text: "用车申请 ", bold: true }), new TextRun("{{"), new TextRun({ text: "department", italics: true }), new TextRun("}}")] }),
        new Table({ rows: [new TableRow({ children: [cell("用车人"), cell("{{rider}}")] }), new TableRow({ children: [cell("去处"), cell("{{ to }}")] })] }),
        new Paragraph({ children: [new CheckBox({ alias: "overnight" }), new TextRun(" 过夜")] }),
      ],
    }],
  });
  writeFileSync(`${to}docx.docx`, await Packer.toBuffer(document));
}
{
  const book = new ExcelJS.Workbook();
  book.created = book.modified = EPOCH;
  const sheet = book.addWorksheet("Purchase");
  sheet.columns = [{ width: 18 }, { width: 24 }, { width: 12 }];
  ["Item", "Wanted by", "Quantity", "Price", "Total", "Approved"].forEach((label, row) => { sheet.getCell(`A${row + 1}`).value = label; });
  sheet.getCell("B2").numFmt = "d mmmm yyyy";
  sheet.getCell("B3").value = 1;
  sheet.getCell("B4").value = 9.5;
  sheet.getCell("B5").value = { formula: "B3*B4", result: 9.5 };
  sheet.getCell("B6").dataValidation = { type: "list", allowBlank: true, formulae: ["Answers!$A$1:$A$2"] };
  const answers = book.addWorksheet("Answers", { state: "hidden" });
  answers.getCell("A1").value = "yes";
  answers.getCell("A2").value = "no";
  for (const [name, cell] of Object.entries({ item: "B1", wanted_by: "B2", quantity: "B3", price: "B4", approved: "B6" })) sheet.getCell(cell).names = [name];
  const sums = book.addWorksheet("Sums");
  sums.getCell("A1").value = { formula: "Purchase!B5*1.13", result: 10.735 };
  await book.xlsx.writeFile(`${to}exceljs.xlsx`);
}
{
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([["设备借用"], ["借用人", ""], ["设备：{{设备}}"], ["归还", ""]]);
  XLSX.utils.book_append_sheet(book, sheet, "借用");
  book.Workbook = { Names: [{ Name: "borrower", Ref: "借用!$B$2" }, { Name: "back", Ref: "借用!$B$4" }] };
  XLSX.writeFile(book, `${to}sheetjs.xlsx`);
}
{
  const pdf = await PdfLib.create();
  const page = pdf.addPage([400, 400]);
  const form = pdf.getForm();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const at = (y, width = 200, height = 20) => ({ x: 100, y, width, height, font });
  form.createTextField("visitor.name").addToPage(page, at(340));
  const lines = form.createTextField("visitor.reason");
  lines.enableMultiline();
  lines.addToPage(page, at(260, 200, 60));
  form.createCheckBox("badge").addToPage(page, { ...at(230, 14, 14) });
  const gate = form.createDropdown("gate");
  gate.addOptions(["East", "West"]);
  gate.addToPage(page, at(200));
  const way = form.createRadioGroup("way");
  way.addOptionToPage("car", page, { x: 100, y: 170, width: 14, height: 14 });
  way.addOptionToPage("foot", page, { x: 130, y: 170, width: 14, height: 14 });
  pdf.setCreationDate(EPOCH);
  pdf.setModificationDate(EPOCH);
  writeFileSync(`${to}pdf-lib.pdf`, await pdf.save());
}
{
  const pdf = new PDFKit({ size: [400, 400], info: { CreationDate: EPOCH } });
  pdf.pipe(createWriteStream(`${to}pdfkit.pdf`));
  pdf.font("Helvetica");
  pdf.initForm();
  const person = pdf.formField("person");
  pdf.formText("family", 100, 60, 200, 20, { parent: person });
  pdf.formText("given", 100, 90, 200, 20, { parent: person, align: "right" });
  pdf.formCombo("shift", 100, 120, 200, 20, { select: ["early", "late"] });
  pdf.formCheckbox("night", 100, 150, 14, 14);
  pdf.end();
}
