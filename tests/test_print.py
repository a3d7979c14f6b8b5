"""On paper: any page prints clean on A4, links spelled out, nothing folded away."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.conftest import in_a_sweep, program
from tests.filled_pages import begin
from tests.printing import text_of
from tests.test_letters import answers, boxes, handbook

A4 = "595 x 842"


@pytest.fixture
def printed(open_page, tmp_path):
    """Prints a page and gives the text of the paper, pages parted by form feeds."""

    def print_(path: str, **options) -> str:
        page = open_page(path, **options)
        file = tmp_path / "printed.pdf"
        page.pdf(path=file, prefer_css_page_size=True)
        sizes = subprocess.run([program("pdfinfo"), file], capture_output=True, text=True, check=True).stdout
        width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", sizes).groups()
        assert f"{float(width):.0f} x {float(height):.0f}" == A4
        return text_of(file, "-raw")

    return print_


def used(file) -> list[float]:
    """How far down each sheet of a PDF its text goes, as a share of the sheet's height; its number does not count."""
    run = subprocess.run([program("pdftotext"), "-bbox", file, "-"], capture_output=True, text=True, check=True)
    sheets = [re.findall(r'yMax="([\d.]+)"', sheet) for sheet in run.stdout.split("<page ")[1:]]
    return [max((float(end) for end in ends if float(end) < 795), default=0) / 842 for ends in sheets]


def flat(text: str) -> str:
    """Text without the spaces and line ends that paper puts in."""
    return re.sub(r"\s+", "", text)


def test_a_scenario_prints_its_headings_its_answer_its_messages_and_where_it_comes_from(printed, open_page):
    screen = open_page("en/scenarios/urgent-matter/")
    folded = "details *, #belongings, #checklist, .belongings__ways *"
    number = screen.locator(".answer-card__call .button").inner_text()
    wanted = screen.locator(f"#content :is(h1, h2, dt, .message__text):not({folded})").all_text_contents()
    assert len(wanted) > 12
    paper = flat(printed("en/scenarios/urgent-matter/"))
    assert not [text for text in wanted if flat(text)[:60] not in paper]
    assert flat(number) in paper.partition("Yourcolleague")[0], "whom to call is of no use without the number"
    assert "Printedfrom" + screen.locator("link[rel=canonical]").get_attribute("href") in paper


@pytest.mark.parametrize(
    "path",
    [
        "en/checklists/supplier-quotation-contract/",
        "en/checklists/bad-news/",
        "checklists/absence/",
        "checklists/meeting-after/",
        "checklists/onboarding-hr/",
    ],
)
def test_the_place_to_sign_never_stands_alone_on_a_page(printed, open_page, path):
    items = [flat(item) for item in open_page(path).locator(".check__text").all_inner_texts()]
    signed = [page for page in map(flat, printed(path).split("\f")) if "Signature" in page or "签字日期" in page]
    assert len(signed) == 1 and any(item in signed[0] for item in items)
    assert re.search("Lastreviewed|最近核对", signed[0]) and re.search("Printedfrom|来源：", signed[0])


@pytest.mark.parametrize(
    "path", ["scenarios/urgent-matter/", "en/reference/response-times/", "en/", "templates/meeting-minutes/"]
)
def test_nothing_that_only_a_screen_can_use_is_printed(printed, path):
    paper = printed(path)
    first = paper.partition("\f")[0].strip().splitlines()[0]
    for unwanted in ("English", "中文", "Search", "搜索", "Main navigation", "Guide", "指南"):
        assert unwanted not in first, "the header is not printed"
    for unwanted in (
        "Type to filter",
        "输入文字筛选",
        "Order as given",
        "↕",
        "Copy\n",
        "复制\n",
        "On this page",
        "本页内容",
        "Report a problem",
        "反馈本页",
        "Skip to content",
        "Home ›",
        "首页 ›",
    ):
        assert unwanted not in paper
    assert not re.search(r"About\s+Guide|关于\s+指南", paper)


def test_the_table_of_response_times_is_printed_whole_with_its_headings_on_each_page(printed, open_page):
    path = "en/reference/response-times/"
    table = open_page(path).locator("table.then")
    last = flat(table.locator("tbody tr").last.locator("td").last.text_content())[:20]
    sheets = printed(path).split("\f")
    ends_on = next(number for number, sheet in enumerate(sheets) if last in flat(sheet))
    begins_on = next(number for number, sheet in enumerate(sheets) if "What to do if there is no answer" in sheet)
    assert "Stamped letter" in sheets[0], "what people want is on the first sheet"
    assert all("Can wait" in sheet for sheet in sheets[begins_on : ends_on + 1])


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["scenarios/absence/", "en/scenarios/absence/"])
def test_all_who_may_be_asked_stand_on_the_paper_of_a_scenario(printed, open_page, path):
    page = open_page(path)
    more = page.get_by_role("link", name=re.compile(r"^(and \d+ more|另有\d+位)$")).inner_text()
    matters = page.locator(".answer-card--short dd .print-only > a[href*='contacts/#']").all_text_contents()
    paper = flat(printed(path))
    assert flat(more) not in paper and len(matters) > 1
    assert all(paper.count(flat(matter)) >= 1 for matter in matters), matters


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("", 1),
        ("en/", 1),
        ("scenarios/complaint-relationship/", 2),
        ("scenarios/work-handover/", 1),
        *(in_a_sweep(f"scenarios/{name}/", 1) for name in ("absence", "after-hours-incident", "speaking-up")),
        ("scenarios/data-request/", 1),
        ("scenarios/overdue-answer/", 1),
        ("scenarios/taking-a-call/", 1),
        ("scenarios/urgent-matter/", 1),
        ("scenarios/meeting-follow-up/", 1),
        ("en/scenarios/absence/", 2),
        ("en/scenarios/speaking-up/", 2),
        ("en/scenarios/complaint-relationship/", 2),
        ("en/scenarios/receiving-visitors/", 2),
        ("en/checklists/meeting-before/", 1),
        ("about/reviews/", 1),
        ("choose/", 4),
        ("choose/all/", 5),
        ("en/choose/all/", 7),
        ("en/checklists/", 4),
        ("guide/", 1),
        ("guide/internal/talk-record/", 1),
        ("en/guide/internal/goal-counterpart/", 1),
        ("en/guide/internal/talk-record/", 1),
        ("en/guide/internal/content/", 1),
        ("en/guide/internal/channel/", 1),
        ("en/guide/external/prepare-research/", 1),
        ("en/onboarding/hr/", 1),
        ("en/about/authors/", 4),
        ("en/guide/", 1),
        ("en/reference/", 1),
        ("about/", 1),
        ("en/about/changes/", 5),
        ("onboarding/", 3),
        ("search/", 5),
        ("templates/complaint-record/", 1),
        ("en/templates/relationship-plan/", 1),
        ("en/templates/payment-reminder/", 1),
        ("en/onboarding/practice/external/", 9),
        ("onboarding/practice/internal/", 10),
        ("reference/", 1),
        ("reference/file-names/", 2),
        ("about/privacy/", 2),
        ("en/reference/working-abroad/", 6),
        ("reference/phrases/", 6),
        ("en/reference/phrases/", 7),
        ("templates/meeting-minutes/", 1),
        ("en/templates/meeting-minutes/", 1),
        ("en/templates/handover-note/", 1),
        ("templates/follow-up-tracker/", 1),
        ("templates/quotation-request/", 1),
        ("en/templates/quotation-request/", 1),
        ("en/templates/complaint-reply/", 1),
        ("en/templates/contact-directory/", 1),
        *(
            in_a_sweep(f"en/templates/{name}/", 1)
            for name in ("all-staff-announcement", "background-research", "complaint-record", "escalation-note")
        ),
        *(in_a_sweep(f"en/templates/{name}/", 1) for name in ("incident-notice", "visitor-plan")),
        in_a_sweep("templates/all-staff-announcement/", 1),
        ("templates/resource-request/", 1),
        ("en/templates/resource-request/", 1),
        ("channels/email/", 2),
        ("en/channels/email/", 2),
        ("en/channels/meeting/", 2),
        ("guide/internal/channel/", 1),
        ("en/onboarding/practice/internal/", 12),
        ("en/reference/confidentiality/", 3),
        ("reference/glossary/", 3),
        ("en/reference/glossary/", 5),
        ("choose/all/", 3),
        ("en/choose/all/", 5),
        ("reference/response-times/", 4),
        ("en/reference/response-times/", 4),
    ],
)
def test_a_page_takes_few_sheets_and_none_that_is_nearly_empty(printed, path, most):
    sheets = [flat(sheet) for sheet in printed(path).removesuffix("\f").split("\f")]
    assert len(sheets) <= most and len(sheets[-1]) > 150, [sheet[:60] for sheet in sheets]


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("reference/mail-subjects/", 2),
        ("en/reference/mail-subjects/", 3),
        in_a_sweep("reference/file-names/", 2),
        in_a_sweep("en/reference/file-names/", 3),
    ],
)
def test_what_is_folded_breaks_on_paper_between_its_parts_and_leaves_no_sheet_half_empty(printed, tmp_path, path, most):
    assert len(printed(path).removesuffix("\f").split("\f")) <= most
    assert min(used(tmp_path / "printed.pdf")[:-1]) > 0.85


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["reference/phrases/", "en/reference/phrases/"])
def test_phrases_stand_on_paper_under_what_they_are_for_in_type_that_is_read_without_effort(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    row = page.locator(".phrases tbody tr").first
    phrase, when, tone = (row.locator(part).bounding_box() for part in ("th", "td >> nth=0", "td >> nth=1"))
    assert when["y"] < phrase["y"] and abs(when["y"] - tone["y"]) < 8 and tone["x"] > when["x"]
    assert phrase["width"] > 0.9 * row.bounding_box()["width"], (
        "a column of its own for one word takes room from all others"
    )
    sizes = page.eval_on_selector_all(
        "#content :is([data-copy-text], td, p:not(.printed))",
        "all => all.filter((each) => each.checkVisibility()).map((each) => parseFloat(getComputedStyle(each).fontSize) * 0.75)",
    )
    assert min(sizes) >= 8.5


@pytest.mark.parametrize(
    ("path", "said", "signed"),
    [
        ("templates/complaint-reply/", "最晚2026年8月12日", "客户部负责人：周敏"),
        ("templates/official-letter/", "附件：", "抄送："),
        ("templates/official-report/", "附件：", "印发"),
    ],
)
def test_an_example_letter_has_its_signature_beside_its_last_words(printed, path, said, signed):
    sheets = [flat(sheet) for sheet in printed(path).rstrip("\f").split("\f")]
    assert len(sheets) < 3, "what stands at the foot of a letter's own sheet stands behind its text in a page"
    assert [flat(said) in sheet for sheet in sheets] == [flat(signed) in sheet for sheet in sheets]


@pytest.mark.parametrize(
    ("path", "heading"),
    [("en/guide/internal/", "Where to begin"), ("en/channels/phone/", "What it is good at")],
)
def test_what_ends_a_page_takes_its_heading_along(printed, path, heading):
    sheets = [flat(sheet) for sheet in printed(path).rstrip("\f").split("\f")]
    assert len(sheets) > 1 and flat(heading) in sheets[-1], sheets[-1]


@pytest.mark.sweep
def test_the_lists_of_a_scenario_are_named_on_its_sheet_and_printed_on_their_own(printed):
    paper = flat(printed("scenarios/complaint-relationship/"))
    assert "清单“投诉来了，头一小时”" in paper and not re.search(r"\d项", paper), "named, with no row of its own"
    assert "都在页末的网址上" in paper and "没有脚本时" not in paper


def test_links_that_leave_the_handbook_are_spelled_out_where_their_text_does_not_say_it(printed, open_page):
    link = open_page("en/about/").locator("#content a[href^='mailto:']").first
    mail = link.get_attribute("href").removeprefix("mailto:").partition("?")[0]
    paper = flat(printed("en/about/"))
    assert mail in paper
    assert f"{mail}({mail})" not in paper


@pytest.mark.parametrize("system", ["light", "dark"])
def test_paper_is_white_whatever_the_screen_is(open_page, system):
    page = open_page("en/channels/", color_scheme=system)
    page.evaluate("document.documentElement.dataset.colours = 'dark'")
    page.emulate_media(media="print", color_scheme=system)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize(
    "path", ["reference/glossary/", "en/templates/follow-up-tracker/", "en/reference/working-abroad/"]
)
def test_nothing_is_cut_off_at_the_edge_of_the_paper(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


@pytest.mark.sweep
@pytest.mark.parametrize(("name", "language"), [("official-letter", "zh"), ("all-staff-announcement", "en")])
def test_a_letter_prints_on_a_page_its_signature_in_a_column_and_copies_at_the_foot(
    open_page, tmp_path, name, language
):
    page = open_page(f"{'' if language == 'zh' else 'en/'}templates/{name}/")
    begin(page)
    values = answers(handbook().template[name], language)
    page.evaluate("(values) => document.querySelector('form-filler').state.write(values)", values)
    content = page.pdf(path=tmp_path / "letter.pdf", prefer_css_page_size=True)
    assert text_of(content).count("\f") == 1
    if language == "zh":
        placed = [(word, (left + right) / 2, top) for word, left, right, top in boxes(content)]
        company = [middle for word, middle, _ in placed if word.startswith("示例科技有限公司（")]
        day = [middle for word, middle, _ in placed if "月" in word and middle > 380]
        copies = [top for word, _, top in placed if word.startswith("抄送")]
        assert len(company) == len(copies) == 1 and min(abs(company[0] - each) for each in day) < 24
        assert copies[0] > 740


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["escalation-note", "handover-note", "customer-requirements", "visitor-plan"])
def test_a_form_that_asks_much_is_printed_on_one_page_in_type_that_is_read_without_effort(open_page, tmp_path, name):
    page = open_page(f"en/templates/{name}/")
    begin(page)
    page.evaluate(
        "(values) => document.querySelector('form-filler').state.write(values)",
        answers(handbook().template[name], "en"),
    )
    page.pdf(path=tmp_path / "filled.pdf", prefer_css_page_size=True)
    assert text_of(tmp_path / "filled.pdf").rstrip("\f").count("\f") == 0
    page.emulate_media(media="print")
    sizes = page.eval_on_selector_all(
        ".sheet :is(dt, dd, td, th, p)", "all => all.map((each) => parseFloat(getComputedStyle(each).fontSize) * 0.75)"
    )
    assert min(sizes) > 7.9


@pytest.mark.parametrize("path", ["templates/follow-up-tracker/", "en/templates/meeting-minutes/"])
def test_a_filled_in_form_has_its_page_number_once(open_page, path):
    page = open_page(path)
    begin(page)
    assert len(re.findall(r"\b1 ?/ [1-9]", text_of(page.pdf(prefer_css_page_size=True)))) == 1


@pytest.mark.parametrize("name", ["resource-request", "handover-note", "meeting-minutes"])
def test_a_part_of_an_example_stands_whole_on_a_sheet_and_no_names_without_what_to_fill_in(printed, name):
    sheets = [flat(sheet) for sheet in printed(f"en/templates/{name}/").removesuffix("\f").split("\f")]
    template = handbook().template[name]
    for section in template.sections[1:]:
        begins = flat(section.title["en"]) + flat(section.fields[0].label["en"])
        on = next(sheet for sheet in sheets if begins in sheet)
        assert all(flat(field.label["en"]) in on for field in section.fields), section.title
    assert not any("Howtofillitin" in sheet for sheet in sheets), "the example shows it"


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["templates/meeting-minutes/", "en/templates/meeting-minutes/"])
def test_a_form_is_drawn_on_paper_of_any_margin_in_rows_without_holes_and_in_a_closed_frame(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    sheet = page.locator(".form-sheet").bounding_box()
    fields = page.locator(".form-sheet__field")
    boxes_of = [fields.nth(number).bounding_box() for number in range(fields.count())]
    ends = {
        round(box["y"]): max(other["x"] + other["width"] for other in boxes_of if abs(other["y"] - box["y"]) < 2)
        for box in boxes_of
    }
    assert max(ends.values()) < sheet["x"] + sheet["width"] and max(ends.values()) - min(ends.values()) < 2
    assert page.locator(".form-sheet__field--half").count() > 3, "two short answers stand beside each other on paper"
    assert page.locator(".form-sheet").evaluate("(form) => getComputedStyle(form).boxDecorationBreak") == "clone"


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["reference/response-times/", "en/reference/response-times/"])
def test_a_channel_is_named_in_one_line_and_what_only_a_screen_can_fetch_is_left_out(printed, open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    heights = page.locator("#content .chip").evaluate_all("all => all.map((each) => each.offsetHeight)")
    assert len(heights) > 10 and max(heights) < 1.5 * min(heights)
    assert not re.search("Printthecard|打印沟通卡", flat(printed(path)))


@pytest.mark.parametrize("path", ["scenarios/overdue-answer/", "en/scenarios/overdue-answer/"])
def test_a_heading_of_a_scenario_stands_over_its_table(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    table, heading = page.locator("#when-late + .table-tools").bounding_box(), page.locator("#when-late").bounding_box()
    assert abs(table["x"] - heading["x"]) < 2 and 0 <= table["y"] - heading["y"] < 80


@pytest.mark.parametrize("path", ["contacts/", "en/contacts/"])
def test_the_sheet_of_contacts_says_when_they_were_last_checked(open_page, path):
    page = open_page(path)
    page.emulate_media(media="print")
    checked = page.locator(".contact__foot time").evaluate_all("all => all.map((each) => each.dateTime).sort()")
    said = page.locator("#content > p.print-only").filter(has_text=checked[0])
    assert said.first.is_visible() and checked[-1] in said.first.inner_text()


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "see"), [("onboarding/practice/external/", "详见："), ("en/onboarding/practice/internal/", "Readmore:")]
)
def test_a_question_of_the_practice_stands_with_its_first_choice_and_each_choice_whole_by_letter(
    printed, open_page, path, see
):
    page = open_page(path)
    page.emulate_media(media="print")
    assert page.locator("#content").evaluate("(all) => getComputedStyle(all).columnCount") == "2"
    lists = page.locator(".practice__list ul")
    assert set(lists.evaluate_all("all => all.map((each) => getComputedStyle(each).listStyleType)")) == {"upper-alpha"}
    questions = page.locator("[data-question]").evaluate_all(
        "all => all.map((each) => [each.querySelector('summary'), ...each.querySelectorAll('li > small, p > a')].map((part) => part.textContent))"
    )
    sheets = [flat(sheet) for sheet in printed(path).removesuffix("\f").split("\f")]
    assert sum(sheet.count(see) for sheet in sheets) == len(questions)
    for question, first, *others in questions:
        assert any(flat(question)[:20] in sheet and flat(first)[:20] in sheet for sheet in sheets), question
        assert all(any(flat(other) in sheet for sheet in sheets) for other in others), question


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["choose/all/", "en/choose/all/"])
def test_a_channel_in_the_big_table_is_as_high_on_paper_as_the_line_it_stands_in(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    heights = page.locator(".chooser-table .chip").evaluate_all(
        "all => all.filter((each) => each.checkVisibility())"
        ".map((each) => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each.parentElement).lineHeight))"
    )
    assert len(heights) > 40 and max(heights) < 1.3


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["choose/all/", "en/choose/all/"])
def test_what_stands_in_the_big_table_stays_in_its_column_on_paper(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    over = page.locator(".chooser-table td").evaluate_all(
        "all => all.filter((each) => each.scrollWidth > each.clientWidth + 1).length"
    )
    assert page.locator(".chooser-table .line-each").count() > 10 and over == 0


@pytest.mark.parametrize("path", ["choose/", "en/choose/"])
def test_the_chooser_prints_its_questions_and_where_the_table_is_and_a_result_with_the_address_that_leads_to_it(
    open_page, tmp_path, path
):
    def sheets() -> list[str]:
        page.pdf(path=tmp_path / "chooser.pdf", prefer_css_page_size=True)
        return [flat(sheet) for sheet in text_of(tmp_path / "chooser.pdf", "-raw").removesuffix("\f").split("\f")]

    page = open_page(path)
    own = page.locator("link[rel=canonical]").get_attribute("href")
    [sheet] = sheets()
    answers = page.locator(".chooser__answer strong").all_text_contents()
    assert len(answers) > 15 and not [answer for answer in answers if flat(answer) not in sheet]
    assert f"{own}all/" in sheet
    page.goto(f"{page.url}#who=department&urgency=urgent&matter=simple&proof=record&readers=open")
    page.locator("channel-chooser[found] [data-part=advice]").wait_for()
    [sheet] = sheets()
    assert f"{own}#who=department&urgency=urgent&matter=simple&proof=record&readers=open" in sheet


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["about/changes/", "en/about/changes/"])
def test_changes_that_stay_folded_are_printed_only_if_they_were_opened(open_page, path):
    page = open_page(path)
    folded = page.locator("#content details[data-stays-folded]").first
    last, online = folded.locator("li").last, page.locator("#content details[data-stays-folded] + .print-only").first
    page.emulate_media(media="print")
    assert not last.is_visible() and online.is_visible()
    folded.evaluate("(all) => { all.open = true; }")
    assert last.is_visible() and not online.is_visible()


def test_a_blank_list_prints_no_empty_bar_and_one_that_was_done_ends_on_its_first_sheet(open_page, tmp_path):
    blank, page = open_page("en/checklists/absence/"), open_page("en/checklists/absence/")
    blank.emulate_media(media="print")
    assert not blank.locator(".checklist__progress").is_visible()
    for each in page.locator(".check__label input").all():
        each.check()
    page.pdf(path=tmp_path / "done.pdf", prefer_css_page_size=True)
    sheets = text_of(tmp_path / "done.pdf").removesuffix("\f").split("\f")
    assert len(sheets) == 1 and "Signature" in sheets[0] and "All 13 done" in sheets[0]
    page.goto(page.url.replace("checklists/absence", "my"))
    page.locator(".records tbody tr").first.wait_for()
    page.emulate_media(media="print")
    assert not page.locator("my-runs :is(.runs__take, .runs__said)").first.is_visible(), (
        "what is empty parts the last line from where the page was printed"
    )


@pytest.mark.parametrize("phone", [True, False])
@pytest.mark.parametrize(
    "path",
    ["checklists/complaint-first-hour/", "en/checklists/complaint-first-hour/", "en/checklists/problem-feedback/"],
)
def test_a_list_that_was_done_stands_on_one_sheet_from_a_phone_as_from_a_desk(open_page, tmp_path, path, phone):
    page = open_page(path, **({"width": 390, "is_mobile": True, "has_touch": True} if phone else {}))
    page.locator("check-list input[type=checkbox]").evaluate_all("all => all.forEach((box) => box.click())")
    page.locator("[data-ending] [type=submit]").click()
    page.pdf(path=tmp_path / "done.pdf", prefer_css_page_size=True)
    assert text_of(tmp_path / "done.pdf").removesuffix("\f").count("\f") == 0


@pytest.mark.parametrize("path", ["reference/working-abroad/", "en/reference/working-abroad/"])
@pytest.mark.parametrize(("medium", "width"), [("screen", 1280), ("print", 680)])
def test_a_difference_in_time_stands_in_one_line_and_no_day_is_broken(open_page, path, medium, width):
    page = open_page(path, width=width)
    page.emulate_media(media=medium)
    lines = page.locator(".places td:nth-child(2) .line-each").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight)"
        " - each.querySelectorAll('small').length)"  # The month stands below.
    )
    assert len(lines) > 15 and max(lines) < 1.5
    broken = page.evaluate(
        r"""() => {
          const texts = document.createTreeWalker(document.querySelector("#content"), NodeFilter.SHOW_TEXT), broken = [];
          while (texts.nextNode()) for (const found of texts.currentNode.data.matchAll(/\d+月\d+日/g)) {
            const day = document.createRange();
            day.setStart(texts.currentNode, found.index);
            day.setEnd(texts.currentNode, found.index + found[0].length);
            if (new Set([...day.getClientRects()].map((each) => Math.round(each.top))).size > 1) broken.push(found[0]);
          }
          return broken;
        }"""
    )
    assert broken == []


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["channels/email/", "en/channels/email/"])
def test_what_is_good_and_bad_to_write_is_as_wide_on_paper_as_the_panel_above(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    panel, pairs = page.locator(".answer-card").first.bounding_box(), page.locator("#content .pair").all()
    assert pairs and all(abs(pair.bounding_box()["width"] - panel["width"]) < 2 for pair in pairs)


@pytest.mark.parametrize("path", ["onboarding/", "checklists/", "onboarding/practice/"])
def test_what_concerns_only_the_browser_stays_off_paper(printed, path):
    assert "浏览器" not in flat(printed(path))
    assert "browser" not in flat(printed(f"en/{path}"))


@pytest.mark.parametrize("path", ["my/", "en/my/"])
def test_an_icon_on_paper_stands_apart_from_its_words(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    gaps = page.locator(".card__title:has(> svg)").evaluate_all(
        "all => all.filter((each) => each.checkVisibility())"
        ".map(({ children: [icon, words] }) => words.getBoundingClientRect().left - icon.getBoundingClientRect().right)"
    )
    assert gaps and min(gaps) > 3


def test_the_numbers_of_a_crisis_break_no_word_on_paper_and_what_is_not_printed_is_said_in_type_that_is_read(open_page):
    page = open_page("en/scenarios/after-hours-incident/", width=695)
    page.emulate_media(media="print")
    lines = page.locator("#content tbody th a").evaluate_all(
        "all => all.map((each) => [each.textContent.trim().split(/\\s+/).length, each.getClientRects().length,"
        " Math.round(each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight))])"
    )
    assert lines and not [line for line in lines if line[2] > line[0]], "at most a line a word"
    sizes = page.locator("#content .printed, #content .belongings > .print-only").evaluate_all(
        "all => all.map((each) => parseFloat(getComputedStyle(each).fontSize) * 0.75)"
    )
    assert sizes and min(sizes) >= 7.9


@pytest.mark.parametrize("path", ["channels/", "en/channels/"])
def test_a_time_on_the_card_of_a_channel_is_not_broken_on_paper(open_page, path):
    page = open_page(path, width=680)
    page.emulate_media(media="print")
    times = page.locator(".card__times dd").evaluate_all(
        "all => all.map((each) => [each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight),"
        " each.closest('.card').getBoundingClientRect().right - each.getBoundingClientRect().right])"
    )
    assert len(times) > 12 and max(lines for lines, _ in times) < 1.5 and min(room for _, room in times) > 0
