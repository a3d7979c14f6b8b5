"""Pages that are run over to find one thing, reference and overviews, on a phone and beside a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.built_pages import BuiltPage

PHONE, DESKTOP = 390, 1280
BOTH = pytest.mark.parametrize("home", ["", "en/"])
WIDTHS = pytest.mark.parametrize("width", [360, PHONE, 768, DESKTOP])
TOUCH = {"is_mobile": True, "has_touch": True}


# --- subjects and file names --------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("name", ["mail-subjects", "file-names"])
def test_a_good_name_stands_on_lines_of_its_own_with_a_button_to_copy_it_and_few_before_the_rules(
    open_page, home, name
):
    page = open_page(f"{home}reference/{name}/", permissions=["clipboard-read", "clipboard-write"])
    names = page.locator(".naming-pair .good [data-copy-text]")
    page.locator(".naming-pair .good button").first.click()
    page.locator(".naming-pair [role=status]:not(:empty)").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == names.first.inner_text()
    lines = (
        "all => all.filter((each) => each.getClientRects().length).map((each) => each.getBoundingClientRect().height)"
    )
    assert max(names.evaluate_all(lines)) < 60, "two lines, as a subject has"
    ends = page.locator(".naming-pair:visible .good").nth(2).bounding_box()
    assert ends["y"] + ends["height"] < 900 and page.locator(".naming__parts").bounding_box()["y"] > ends["y"], (
        "what is to be copied comes first"
    )
    phone = open_page(f"{home}reference/{name}/", width=PHONE)
    assert phone.locator(".naming-pair:visible").count() == 6 < phone.locator(".naming-pair").count()
    assert phone.locator("#content > h2").nth(1).bounding_box()["y"] < 3 * 844
    phone.locator(".naming-pairs summary").click()
    assert phone.locator(".naming-pair:visible").count() == phone.locator(".naming-pair").count()


@BOTH
def test_the_rule_for_a_subject_is_told_once_before_the_first_example(site, home):
    article = BuiltPage(site, f"{home}reference/mail-subjects/").article
    (rule,) = article.xpath(".//*[@class='naming__pattern']/text()")
    before = " ".join(article.xpath(".//*[contains(@class, 'naming-pairs')]/preceding::p//text()"))
    assert before.count(rule) == 1


# --- may I send this ----------------------------------------------------------------------------------------------------

EVERYDAY = {
    "en/": [
        ("invoice", "customer-price"),
        ("receipt", "expenses"),
        ("logo", "logo"),
        ("bank account", "private-contact"),
        ("business card", "logo"),
        ("meeting recording", "recording"),
        *(("may I send the price list to a partner", row) for row in ("customer-price", "published")),
    ],
    "": [
        ("发票", "customer-price"),
        ("收据", "expenses"),
        ("银行卡", "private-contact"),
        ("名片", "logo"),
        ("会议录音", "recording"),
        *(("能不能把价目表发给合作伙伴", row) for row in ("customer-price", "published")),
    ],
}


@BOTH
def test_the_filter_of_what_may_be_sent_knows_everyday_words(open_page, home):
    page = open_page(f"{home}reference/confidentiality/")
    for typed, row in EVERYDAY[home]:
        page.locator("filter-table input").fill(typed)
        expect(page.locator(".sendings tr[id]:visible").nth(4), typed).to_have_count(0, timeout=15_000)
        expect(page.locator(f"#may-{row}"), typed).to_be_visible()
        assert page.locator(f"tbody:has(#may-{row}) :is(.may, .may-not):visible").count(), typed


@pytest.mark.sweep
@BOTH
def test_the_filter_of_what_may_be_sent_shows_no_row_that_only_shares_a_word(open_page, home):
    page = open_page(f"{home}reference/confidentiality/")
    rows = page.locator(".sendings tr[id]:visible")
    for typed, row in {
        "": [("截图", "minutes"), ("照片", "site-photos")],
        "en/": [("screenshot", "minutes"), ("photo", "site-photos")],
    }[home]:
        page.locator("filter-table input").fill(typed)
        expect(rows).to_have_count(1, timeout=15_000)
        assert rows.first.get_attribute("id") == f"may-{row}", typed


@pytest.mark.sweep
@BOTH
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_by_which_channels_is_said_once_a_level_in_sight_with_each_of_its_rows(open_page, home, width):
    page = open_page(f"{home}reference/confidentiality/", width=width)
    page.locator("filter-table input").wait_for()
    rules, exceptions = page.locator(".sendings .table-group small:visible"), page.locator(".sendings .said:visible")
    assert rules.count() == page.locator(".sendings tbody").count()
    assert exceptions.count() == 2 == page.locator(".sendings td:has(> .may)").count()
    for said in exceptions.all():
        assert said.inner_text().startswith("Anyone else: " if home else "其他人：")
    assert rules.first.locator("b").all_inner_texts() == (["Yes", "No"] if home else ["可以", "不可以"])
    box, table = (page.locator(each).first.bounding_box() for each in ("filter-table input", ".sendings"))
    assert width == DESKTOP or abs(box["x"] + box["width"] - table["x"] - table["width"]) < 1.5, (
        "it ends where the rows do"
    )
    page.evaluate("location.hash = 'may-source-code'")
    page.wait_for_timeout(200)
    rule, row = (page.locator(each).bounding_box() for each in ("#level-limited small", "#may-source-code"))
    assert 56 <= rule["y"] < rule["y"] + rule["height"] <= row["y"] < 500, "where a link leads, the rule stands too"
    page.locator("filter-table input").fill("salary" if home else "工资")
    expect(page.locator(".sendings tr[id]:visible")).to_have_count(1)
    expect(rules).to_have_count(1)
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in page.locator(".sendings tr:visible .said").all()), (
        "on paper each row is whole"
    )
    plain = open_page(f"{home}reference/confidentiality/", width=width, java_script_enabled=False)
    assert plain.locator(".sendings .table-group small:visible").count() == 3
    assert plain.locator(".sendings .said:visible").count() == 2


@BOTH
@pytest.mark.parametrize("path", ["reference/confidentiality/", "scenarios/"])
def test_what_is_on_a_page_lists_the_groups_of_its_rows(site, home, path):
    page = BuiltPage(site, home + path)
    groups = [f"#{each}" for each in page.article.xpath(".//tbody[tr[@class='table-group']]/@id")]
    listed = page.tree.xpath("//page-toc//li/a/@href")
    assert len(groups) >= 3 and [each for each in listed if each in groups] == groups and len(listed) > len(groups)


# --- lists that are filtered --------------------------------------------------------------------------------------------


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["en/scenarios/", "reference/glossary/", "en/choose/all/"])
def test_where_nothing_is_left_no_heads_stand_over_nothing(open_page, path):
    page = open_page(path)
    page.locator("filter-table input").fill("qqqzzz")
    page.locator("filter-table output a").wait_for()
    assert page.locator("filter-table table").is_hidden()
    page.locator("filter-table input").fill("")
    expect(page.locator("filter-table thead")).to_be_visible()


@BOTH
def test_letters_of_the_glossary_that_have_no_row_left_go_while_it_is_filtered(open_page, home):
    page = open_page(f"{home}reference/glossary/")
    letters, names = page.locator(".letters a:visible"), page.locator(".glossary .table-group:visible")
    all_of_them = letters.count()
    page.locator("filter-table input").fill("抄送" if not home else "copy")
    page.locator("filter-table output:not(:empty)").wait_for()
    assert sorted(letters.all_inner_texts()) == sorted(names.all_inner_texts()) and 0 < letters.count() < all_of_them
    page.locator("filter-table input").fill("")
    expect(letters).to_have_count(all_of_them)


@pytest.mark.sweep
@BOTH
def test_what_is_looked_up_most_is_links_that_wrap_and_no_set_time_is_not_repeated(open_page, home):
    page = open_page(f"{home}scenarios/")
    often = page.locator("ul.often li")
    assert often.count() > 4 and all(each.bounding_box()["height"] < 40 for each in often.all())
    spaced = page.locator(".often a").evaluate_all("all => all.map((each) => [each.innerText, each.textContent])")
    assert all(shown == written.strip() for shown, written in spaced), "no blank between words is lost"
    assert set(page.locator(".scenario-table .no-time").all_inner_texts()) == {"–"}
    said = "no set time" if home else "不设时限"
    assert page.locator(".scenario-table .no-time").first.get_by_role("img", name=said).is_visible()
    assert "–" in page.locator("#content p").first.inner_text(), "what the sign means stands on the page"
    phone = open_page(f"{home}scenarios/", width=PHONE, **TOUCH)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE
    boxes = [each.bounding_box() for each in phone.locator("ul.often li:visible").all()]
    assert boxes and all(box["x"] + box["width"] <= PHONE and box["height"] >= 43 for box in boxes)
    assert phone.locator(".scenario-table .no-time").first.is_hidden()


@pytest.mark.sweep
@BOTH
def test_on_a_phone_the_parts_of_the_checklists_are_a_tap_away_and_each_is_told_in_few_lines(open_page, home):
    page = open_page(f"{home}checklists/", width=PHONE, **TOUCH)
    parts = page.locator(".gallery-groups a")
    heads = page.locator("#content > h2[id]").evaluate_all("all => all.map((each) => '#' + each.id)")
    assert parts.evaluate_all("all => all.map((each) => each.hash)") == heads[: parts.count()] and parts.count() > 3
    assert len({part.bounding_box()["y"] for part in parts.all()}) == 1, "they are one line, to swipe"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert parts.last.bounding_box()["y"] < 740
    told = page.locator(".card__told")
    assert told.evaluate_all("all => Math.max(...all.map((e) => e.offsetHeight))") < 80
    assert told.evaluate_all(
        "all => all.every((e) => e.scrollWidth <= e.clientWidth || getComputedStyle(e).display === 'inline')"
    )
    card = page.locator(".card:has(.card__told)").first
    title, number = (card.locator(each).bounding_box() for each in (".card__title", "small:visible"))
    assert abs(title["y"] - number["y"]) < 8, "its number of items stands beside the title"
    assert page.evaluate("document.documentElement.scrollHeight") < 7000
    page.locator("filter-cards input").fill("meeting" if home else "会议")
    expect(parts.first).to_be_hidden()
    assert open_page(f"{home}checklists/", width=DESKTOP).locator(".gallery-groups").is_hidden()


@BOTH
def test_on_a_phone_the_tones_stand_whole_in_their_line_and_each_name_in_one(open_page, home):
    page = open_page(f"{home}reference/phrases/", width=360, is_mobile=True, has_touch=True)
    page.locator("phrase-filter .one-of label:visible").nth(1).tap()
    names, tones = (
        page.locator("phrase-filter legend"),
        page.locator("phrase-filter .one-of").last.locator("label span"),
    )
    assert tones.last.bounding_box()["x"] + tones.last.bounding_box()["width"] <= 345
    assert max(name.bounding_box()["height"] for name in names.all()) < 40


@pytest.mark.parametrize("path", ["en/reference/mail-subjects/", "reference/file-names/"])
def test_how_a_name_is_made_keeps_to_the_measure_of_the_text(open_page, path):
    page = open_page(path, width=DESKTOP)
    ends = page.locator("#content > p, .naming__parts, .naming-pairs, .naming__pattern").evaluate_all(
        "all => all.filter((each) => each.offsetWidth && !each.matches('.owner-line')).map((each) => Math.round(each.getBoundingClientRect().right))"
    )
    assert len(set(ends)) == 1, ends


# --- times --------------------------------------------------------------------------------------------------------------


@BOTH
def test_on_a_phone_what_to_do_without_an_answer_unfolds_a_channel_at_a_time(open_page, home):
    page = open_page(f"{home}reference/response-times/", width=PHONE)
    cells, folds = page.locator(".then td:visible"), page.locator(".then summary")
    assert not cells.count() and folds.count() > 4
    folds.nth(1).click()
    assert cells.count() == 3
    page.emulate_media(media="print")
    assert page.locator(".then td:visible").count() == page.locator(".then td").count()
    wide = open_page(f"{home}reference/response-times/", width=DESKTOP)
    assert wide.locator(".then td:visible").count() == wide.locator(".then td").count()


@BOTH
def test_what_unfolds_a_channel_says_what_opens_beside_its_pill_on_one_line(open_page, home):
    page = open_page(f"{home}reference/response-times/", width=PHONE, **TOUCH)
    assert {each.strip() for each in page.locator(".then summary").all_inner_texts()} == {
        "What to do" if home else "怎么办"
    }
    for head in page.locator(".then tbody th").all():
        pill, fold = head.locator(".chip").bounding_box(), head.locator("summary").bounding_box()
        assert pill["height"] < 32 and pill["x"] + pill["width"] + 8 <= fold["x"] and fold["height"] >= 36


@BOTH
def test_on_a_wide_page_no_time_and_no_degree_of_urgency_breaks(open_page, home):
    page = open_page(f"{home}reference/response-times/", width=DESKTOP)
    lines = page.locator(".outside .whole, .table-tools:has(.stays-table:not(.times)) th .whole").evaluate_all(
        "all => all.map((each) => each.getClientRects().length)"
    )
    assert len(lines) > 8 and set(lines) == {1}


def test_no_role_or_remark_on_hours_breaks_within_a_word_while_the_next_column_has_room(open_page):
    page = open_page("reference/response-times/", width=DESKTOP)
    broken = page.locator("#content table:not(.brief) :is(tbody th > a, td > small)").evaluate_all(
        "all => all.filter((each) => each.getClientRects().length > 1).map((each) => each.innerText)"
    )
    assert broken == []


# --- phrases ------------------------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("width", [360, PHONE])
def test_on_a_phone_phrases_begin_with_some_to_use(open_page, home, width):
    page = open_page(f"{home}reference/phrases/", width=width, **TOUCH)
    first = page.locator(".phrases tbody tr:visible").first
    assert first.bounding_box()["y"] < 844, "on the first screen"
    pills = page.locator("phrase-filter fieldset").first.locator("div label")
    rows = {round(each.bounding_box()["y"]) for each in pills.all()}
    assert len(rows) == 3 and all(each.bounding_box()["height"] >= 43 for each in pills.all())
    clipped = pills.locator("span").evaluate_all("all => all.some((each) => each.scrollWidth > each.clientWidth + 1)")
    assert not clipped
    for pill in (pills.nth(5), pills.last):
        pill.click()
        frame, box = page.locator("phrase-filter fieldset > div").first.bounding_box(), pill.bounding_box()
        assert frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1


# --- one look -----------------------------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_the_page_for_no_page_stands_in_the_column_of_my_page_and_search(open_page):
    edges = [
        open_page(path, width=width).locator("#content h1:visible, #content .lost:visible").first.bounding_box()["x"]
        for width in (DESKTOP, 768)
        for path in ("404.html", "my/", "search/")
    ]
    assert len(set(edges[:3])) == 1 and len(set(edges[3:])) == 1, edges


@BOTH
def test_a_level_looks_the_same_wherever_it_is_named(site, home):
    looks: dict[str, set[str]] = {}
    for path in ("channels/email/", "channels/phone/", "reference/confidentiality/", "reference/retention/"):
        for level in BuiltPage(site, home + path).article.xpath(".//span[contains(@class, 'level')]"):
            looks.setdefault(level.text_content(), set()).add(level.get("class"))
    assert len(looks) == 3 and all(len(classes) == 1 for classes in looks.values()), looks


@pytest.mark.sweep
def test_a_row_of_contacts_that_is_led_to_is_as_wide_as_its_rules(open_page):
    page = open_page("en/contacts/#journalist", width=DESKTOP)
    assert page.locator("#journalist").evaluate("(each) => getComputedStyle(each).boxShadow") == "none"
    inner = page.locator("#journalist > .contact__matter").bounding_box()["x"]
    assert inner - page.locator("#journalist").bounding_box()["x"] >= 8, "and its text is not at its edge"


@BOTH
def test_each_page_to_see_also_has_a_line_of_its_own(site, home):
    items = BuiltPage(site, f"{home}about/").article.xpath(".//h2[@id='more']/following-sibling::ul[1]/li")
    assert len(items) > 6 and all(len(item.xpath(".//a[not(@class)]")) == 1 for item in items)


@BOTH
def test_the_signs_that_tell_what_may_be_sent_are_those_that_accessibility_names(site, home):
    said = BuiltPage(site, f"{home}about/accessibility/").article.text_content()
    assert "✓" in said and "✗" in said


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "typed", "row", "unknown", "said"),
    [
        ("", "办公室照片", "site-photos", "xyzzy", "三个等级"),
        ("en/", "office photo", "site-photos", "xyzzy", "three levels"),
    ],
)
def test_photos_of_the_office_are_listed_and_what_is_not_is_decided_by_its_level(
    open_page, path, typed, row, unknown, said
):
    tool = open_page(f"{path}reference/confidentiality/").locator("filter-table").first
    tool.locator("input").fill(typed)
    expect(tool.locator("tbody tr[id]:visible")).to_have_count(1, timeout=15_000)
    assert tool.locator("tbody tr[id]:visible").get_attribute("id") == f"may-{row}"
    tool.locator("input").fill(unknown)
    expect(tool.locator("output")).to_contain_text(said, timeout=15_000)


# --- the time to an answer ----------------------------------------------------------------------------------------------


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "said", "heading"),
    [
        ("scenarios/", "答复时限：", "多久答复"),
        ("en/scenarios/", "Answer within", "Answer within"),
        ("choose/all/", "答复时限：", "多久答复"),
        ("en/choose/all/", "Answer within", "Answer within"),
    ],
)
def test_a_time_that_stands_under_no_heading_says_that_it_is_one_to_an_answer(open_page, path, said, heading):
    shown = "each => getComputedStyle(each, '::before').content"
    phone = open_page(path, width=PHONE)
    assert said in phone.locator("td:visible > .owed").first.evaluate(shown)
    expect(phone.locator("thead th", has_text=heading)).to_be_hidden()
    desk = open_page(path, width=DESKTOP)
    assert desk.locator("td:visible > .owed").first.evaluate(shown) == "none"
    expect(desk.locator("thead th", has_text=heading)).to_be_visible()


@pytest.mark.parametrize("path", ["choose/all/", "en/choose/all/"])
def test_on_a_phone_a_case_shows_both_channels_and_its_time_before_it_is_opened(open_page, path):
    page = open_page(path, width=PHONE)
    row = page.locator("tr[data-row=inside-urgent]")
    first, second = [each.bounding_box() for each in row.locator("td").first.locator(".chip").all()]
    time, more = row.locator("[data-time]").bounding_box(), row.locator("summary").bounding_box()
    assert abs(first["y"] - second["y"]) < 2 and second["x"] + second["width"] < more["x"] < PHONE, "in one line"
    assert first["y"] < time["y"] < page.locator("tr[data-row=inside-urgent-evidence]").bounding_box()["y"]


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["choose/all/", "en/choose/all/"])
def test_what_unfolds_a_case_stands_below_its_name_and_stays_there(open_page, path):
    page = open_page(path, width=DESKTOP)
    row = page.locator("tr[data-row=inside-urgent]")
    name, before = row.locator("th").bounding_box(), row.locator("summary").first.bounding_box()
    assert abs(name["x"] - before["x"]) < 4 and 0 <= before["y"] - (name["y"] + name["height"]) + 8 < 16
    row.locator("summary").first.click()
    assert row.locator("summary").first.bounding_box() == before
    expect(row.locator(".chooser-table__more")).to_be_visible()


@pytest.mark.sweep
@BOTH
def test_what_is_seldom_asked_for_is_folded_and_keeps_the_pages_of_times_short_on_a_phone(open_page, home):
    for name, most in (("response-times", 9600), ("working-abroad", 8800)):
        page = open_page(f"{home}reference/{name}/", width=PHONE, **TOUCH)
        assert page.evaluate("document.documentElement.scrollHeight") < most, name
        fold = page.locator("details.boxed").last
        within = fold.locator("p").first
        assert within.is_hidden() and fold.locator("summary").bounding_box()["height"] >= 40
        fold.locator("summary").tap()
        assert within.is_visible() and page.evaluate("document.documentElement.scrollWidth") <= PHONE
        page.emulate_media(media="print")
        assert page.locator("details.boxed p").first.is_visible(), "paper has all"


@BOTH
def test_no_name_of_a_channel_reaches_over_what_stands_beside_it(open_page, home):
    page = open_page(f"{home}reference/response-times/", width=DESKTOP)
    for cell in page.locator(".then tbody th").all():
        chip, box = cell.locator(".chip").bounding_box(), cell.bounding_box()
        assert chip["x"] + chip["width"] <= box["x"] + box["width"], cell.inner_text()


@BOTH
def test_of_many_scenarios_of_a_channel_a_few_are_shown_and_the_rest_is_a_tap_away(open_page, home):
    page = open_page(f"{home}channels/email/", width=PHONE, **TOUCH)
    first = page.locator("#scenarios-first + div")
    assert first.locator("a:visible").count() == 8 < first.locator("a").count()
    first.locator("summary").tap()
    assert first.locator("a:visible").count() == first.locator("a").count()


# --- one line -----------------------------------------------------------------------------------------------------------

FIRST_LINES = """(row) => [...row.cells].map((cell) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const line = document.createRange();
        line.selectNodeContents(text);
        const box = line.getClientRects()[0];
        if (text.data.trim() && box?.width > 2 && text.parentElement.checkVisibility()) return (box.top + box.bottom) / 2;
    }
}).filter(Boolean)"""


@pytest.mark.sweep
@BOTH
@pytest.mark.parametrize("width", [768, DESKTOP])
@pytest.mark.parametrize(
    ("path", "row"), [("choose/all/", "tr[data-row]"), ("guide/internal/channel/", "#content table tbody tr")]
)
def test_the_columns_of_a_row_begin_on_one_line(open_page, home, path, row, width):
    page = open_page(home + path, width=width)
    page.locator("#content table").first.wait_for()
    lines = page.locator(row).first.evaluate(FIRST_LINES)
    assert len(lines) > 2 and max(lines) - min(lines) <= 2, lines
    heads = (
        page.locator("#content table thead")
        .first.locator("th")
        .evaluate_all("(all) => all.map((each) => each.scrollHeight)")
    )
    assert max(heads) < 60, "a head takes two lines at most"


@BOTH
def test_columns_of_contacts_begin_on_one_line_on_paper(open_page, home):
    page = open_page(f"{home}contacts/", width=1040)
    page.emulate_media(media="print")
    tops = page.evaluate("""() => {
        const boxes = [...document.querySelectorAll(".layout__article > h2, .contact")].flatMap((each) => [...each.getClientRects()]);
        const lefts = [...new Set(boxes.map((box) => Math.round(box.left)))];
        return lefts.map((left) => Math.min(...boxes.filter((box) => Math.round(box.left) === left).map((box) => box.top)));
    }""")
    assert len(tops) > 1 and max(tops) - min(tops) < 3, tops


@pytest.mark.sweep
def test_what_is_copied_of_a_phrase_stands_below_it_where_both_have_little_room(open_page):
    page = open_page("en/reference/phrases/", width=768)
    first = page.locator(".phrases th > copy-text").first
    text, button = (first.locator(each).bounding_box() for each in ("[data-copy-text]", "button"))
    assert button["y"] >= text["y"] + text["height"] and text["width"] > 380


@BOTH
def test_the_working_calendar_stands_within_the_column(open_page, home):
    page = open_page(f"{home}reference/response-times/", width=DESKTOP)
    link, box = (page.locator(each).first.bounding_box() for each in ("a[href$='working-days.ics']", ".days-off"))
    assert link["x"] == box["x"] and link["x"] + link["width"] <= box["x"] + box["width"]
    rows = page.locator(".then tbody tr").evaluate_all("(all) => all.map((each) => each.clientHeight)")
    assert max(rows) < 190, "no cell of a table is a paragraph"


@BOTH
def test_columns_to_be_compared_are_as_wide_as_each_other(open_page, home):
    page = open_page(f"{home}reference/incident-levels/", width=DESKTOP)
    name, *levels = [cell.bounding_box()["width"] for cell in page.locator("#levels + .table-tools thead th").all()]
    assert len(levels) == 3 and max(levels) - min(levels) < 2 and 100 < name < min(levels)


@BOTH
def test_on_a_phone_columns_to_be_compared_are_cards_one_below_the_other(open_page, home):
    page = open_page(f"{home}reference/incident-levels/", width=PHONE)
    table = page.locator("#levels + .table-tools table")
    heads = table.get_by_role("columnheader").evaluate_all("all => all.map((each) => each.getBoundingClientRect().top)")
    tops = [
        table.locator(f"td:nth-child({column})").evaluate_all(
            "all => all.map((each) => each.getBoundingClientRect().top)"
        )
        for column in (2, 3, 4)
    ]
    assert len(tops[0]) == 7 and all(rows == sorted(rows) for rows in tops)
    cards = [top for head, rows in zip(heads[1:], tops, strict=True) for top in (head, *rows)]
    assert cards == sorted(cards), "a level with all that is said of it, then the next"
    names = table.get_by_role("rowheader").all_inner_texts()
    labels = table.locator("td:nth-child(3)").evaluate_all("all => all.map((each) => each.dataset.label)")
    assert labels == names and table.get_by_role("cell").count() == 21


@pytest.mark.sweep
@BOTH
@pytest.mark.parametrize("path", ["scenarios/", "choose/all/"])
def test_a_sign_is_explained_where_a_row_shows_it(open_page, home, path):
    for width in (PHONE, DESKTOP):
        page = open_page(f"{home}{path}", width=width)
        signs = page.locator("td.no-time").evaluate_all("all => all.filter((each) => each.checkVisibility()).length")
        assert page.locator(".of-table").is_visible() == bool(signs)


@pytest.mark.parametrize(("path", "level", "no"), [("", "限定范围", "**不可以**"), ("en/", "Restricted", "**No**")])
def test_what_may_not_be_used_is_said_as_text_too(site, path, level, no):
    """No sign drawn by a style sheet comes along where a page is read as Markdown."""
    lines = (site / path / "reference" / "confidentiality" / "index.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if f" | {level} | " in line]
    assert len(rows) > 10 and all(no in row for row in rows), [row for row in rows if no not in row]
