"""The custom elements as readers use them: colours, copying, tables, definitions, the note on an overdue review."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.built_pages import BuiltPage

PHONE, DESKTOP = 390, 1280
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 24, 31)"


def background(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


# --- colours ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("system", "shown"), [("light", LIGHT), ("dark", DARK)])
def test_colours_are_those_of_the_system_until_the_reader_chooses(open_page, system, shown):
    page = open_page("en/", color_scheme=system)
    assert background(page) == shown
    assert page.locator("colour-switch button").get_attribute("aria-label") == "Colours: Same as system"


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("system", "presses", "name", "shown"),
    [("dark", 1, "Light", LIGHT), ("light", 1, "Dark", DARK), ("light", 2, "Light", LIGHT)],
)
def test_the_colours_that_were_chosen_win_over_the_system_and_are_kept(
    open_page, address, system, presses, name, shown
):
    page = open_page("en/", color_scheme=system)
    for _ in range(presses):
        page.locator("colour-switch button").click()
    assert background(page) == shown
    page.goto(f"{address}scenarios/absence/")
    assert background(page) == shown
    page.emulate_media(color_scheme="light" if system == "dark" else "dark")
    assert background(page) == shown
    page.goto(f"{address}en/channels/")
    assert page.locator("colour-switch button").get_attribute("aria-label") == f"Colours: {name}"
    other = page.context.new_page()
    other.goto(f"{address}en/")
    other.locator("colour-switch button").click()
    following = re.compile("Same as system" if presses == 2 else "Dark" if name == "Light" else "Light")
    expect(page.locator("colour-switch button")).to_have_attribute("aria-label", following)
    # It was left, and is come back to: nobody has told it of the other tab's choice.
    page.evaluate("document.documentElement.dataset.colours = 'light'")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("colour-switch button")).to_have_attribute("aria-label", following)


@pytest.mark.sweep
def test_a_third_press_returns_to_the_system(open_page, address):
    page = open_page("", color_scheme="dark")
    for _ in range(3):
        page.locator("colour-switch button").click()
    assert page.evaluate("localStorage.getItem('handbook:colours@/')") is None
    page.goto(f"{address}channels/")
    assert background(page) == DARK


def test_no_page_flashes_in_the_other_colours(open_page, address):
    page = open_page("", color_scheme="light")
    page.evaluate("localStorage.setItem('handbook:colours', 'dark')")
    page.add_init_script("""new PerformanceObserver((list) => {
        window.atFirstPaint = document.documentElement.dataset.colours; }).observe({ type: "paint", buffered: true });""")
    page.goto(f"{address}channels/")
    page.wait_for_function("window.atFirstPaint")
    assert page.evaluate("window.atFirstPaint") == "dark"


def test_a_first_touch_shows_what_a_term_means_and_the_second_leads_on(open_page):
    page = open_page("en/channels/letter/", width=PHONE, has_touch=True, is_mobile=True)
    term = page.locator("glossary-term").first
    term.locator("a").tap()
    assert term.locator("[role=tooltip]").is_visible() and "channels/letter" in page.url
    term.locator("a").tap()
    page.wait_for_url("**/en/reference/glossary/#*")


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["reference/response-times/", "en/reference/response-times/"])
def test_what_to_do_without_an_answer_stands_by_channel_each_named_once_and_a_phone_sees_it_in_few_screens(
    open_page, path
):
    page = open_page(path, width=PHONE)
    table = page.locator("table.then")
    assert table.bounding_box()["height"] < 844 / 2
    short = page.locator("table.times").bounding_box()
    assert short["y"] + short["height"] <= 844, "the short answer is in sight whole"
    assert page.locator(".times thead th:visible").count() == 4, "each time below the name of its urgency"
    page.set_viewport_size({"width": DESKTOP, "height": 800})
    assert table.bounding_box()["height"] < 900, "all of it nearly in one look"
    headings = page.locator("#content > h2").evaluate_all("(all) => all.map(({ id }) => id)")
    assert headings[:4] == ["table", "urgency", "outside", "then"], "what most ask comes first"
    times = page.locator("table.times td").all_inner_texts()
    assert not set(table.locator("td").all_inner_texts()) & set(times), "how soon stands in the table above alone"
    assert (
        table.locator("tbody tr").count()
        == table.locator("th .chip:visible").count()
        == page.locator(".times tbody tr").count()
    )


# --- what is looked up -------------------------------------------------------------------------------------------------


def test_phrases_are_filtered_by_occasion_and_tone(open_page):
    page = open_page("en/reference/phrases/", width=PHONE)
    rows, said = page.locator(".phrases tbody tr:visible"), page.locator("phrase-filter output")
    all_of_them = page.locator("#content tr[id]").count()
    tone, occasion = (page.get_by_role("group", name=name) for name in ("Tone", "Occasion"))
    tone.get_by_role("radio", name="Formal").check()
    formal = rows.count()
    assert 0 < formal < all_of_them and set(rows.locator("td:last-child").all_inner_texts()) == {"Formal"}
    occasion.get_by_role("radio", name="Refusing").check()
    assert 0 < rows.count() < formal and f"{rows.count()} of {all_of_them}" in said.inner_text()
    assert page.locator("#content > h2:visible").all_inner_texts() == ["Refusing"]
    page.reload()
    assert page.locator("#content > h2:visible").all_inner_texts() == ["Refusing"] and rows.count() < formal
    occasion.get_by_role("radio", name="All").check()
    assert rows.count() == formal and page.locator("#never").is_visible()
    page.evaluate("scrollTo(0, 9000)")
    occasion.get_by_role("radio", name="Closing").check(timeout=3000)
    lines, heading = page.locator("phrase-filter fieldset"), page.locator("#closing").bounding_box()
    first, last = lines.first.bounding_box(), lines.last.bounding_box()
    end = last["y"] + last["height"]
    assert 40 < first["y"] < 80 and end - first["y"] < 110, "the choice stays in reach"
    assert end <= heading["y"] < 400, "what was chosen begins below it"


@pytest.mark.parametrize(("path", "typed"), [("reference/phrases/", "抱歉"), ("en/reference/phrases/", "SORRY")])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_phrases_are_found_by_typing(open_page, path, typed, width):
    page = open_page(path, width=width)
    rows, said = page.locator("#content tr[id]:visible"), page.locator("phrase-filter output")
    field = page.locator("phrase-filter input[type=search]")
    field.fill(typed)
    expect(rows.nth(19)).to_have_count(0)
    assert 0 < rows.count() < 20 and said.is_visible() and str(rows.count()) in said.inner_text()
    assert any(typed.lower() in each.lower() for each in rows.all_text_contents())
    heads = page.locator("#content > h2:visible")
    assert 0 < heads.count() < 10, "a heading goes with its table"
    assert "words=" in page.url and field.bounding_box()["x"] + field.bounding_box()["width"] <= width
    field.fill("qqqzzz")
    said.locator("a").wait_for()
    assert not rows.count() and said.is_visible(), "where nothing is left, the search is offered"
    field.fill("")
    heads.first.wait_for()
    assert "#" not in page.url


@pytest.mark.sweep
def test_what_a_phrase_is_for_leads_and_all_tables_of_them_have_the_same_columns(open_page):
    page = open_page("en/reference/phrases/", width=DESKTOP)
    edges = page.locator("#content table").evaluate_all(
        "all => all.map((each) => [...each.rows[0].cells].map((cell) => Math.round(cell.getBoundingClientRect().x)))"
    )
    assert len({tuple(each) for each in edges[:-1]}) == 1 and edges[-1][:2] == edges[0][:2]
    texts = page.locator(".phrases [data-copy-text]").evaluate_all(
        "all => all.map((each) => Math.round(each.getBoundingClientRect().right))"
    )
    assert len(set(texts)) == 1, "both languages break at the same edge"
    phone = open_page("en/reference/phrases/#closing", width=PHONE)
    row = phone.locator(".phrases tbody tr:visible").first
    when, phrase, tone = (row.locator(part).bounding_box() for part in ("td >> nth=0", "th", "td >> nth=1"))
    assert when["y"] < phrase["y"] and tone["y"] < phrase["y"] and tone["x"] > when["x"]


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["reference/phrases/", "en/reference/phrases/"])
def test_where_there_is_room_phrases_have_it_and_the_choice_of_occasion_goes_with_them(open_page, path):
    page = open_page(path, width=DESKTOP)
    phrase = page.locator(".phrases tbody th [data-copy-text]").first
    assert phrase.bounding_box()["width"] > 450 and page.locator("#page-toc").is_hidden()
    choices = page.locator("phrase-filter fieldset")
    assert choices.first.bounding_box()["height"] < 40, "one line"
    row = page.locator(".phrases tbody tr").nth(40)
    page.evaluate("(id) => { location.hash = id }", row.get_attribute("id"))
    page.wait_for_function("scrollY > 2000")
    last = choices.last.bounding_box()
    bar = page.locator(".site-header").bounding_box()
    assert bar["y"] + bar["height"] <= choices.first.bounding_box()["y"] < 80, "whole below the header"
    assert last["y"] + last["height"] <= row.bounding_box()["y"], "what a link leads to stands below it"


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["reference/phrases/", "en/reference/phrases/"])
def test_on_paper_both_columns_of_phrases_begin_at_one_height(open_page, path):
    page = open_page(path, width=DESKTOP)
    page.emulate_media(media="print")
    left = page.locator("#content > h2").first.bounding_box()
    tops = page.locator("#content > h2 ~ * tr[id]:visible, #content > h2").evaluate_all(
        "(all, middle) => all.map((each) => each.getBoundingClientRect()).filter(({ x }) => x > middle).map(({ y }) => y)",
        left["x"] + left["width"],
    )
    assert abs(min(tops) - left["y"]) < 4


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["reference/phrases/", "en/reference/phrases/"])
def test_on_a_phone_what_names_a_choice_of_phrases_and_all_of_them_stay_in_sight(open_page, path):
    page = open_page(f"{path}#phrase-occasion=closing&phrase-tone=friendly", width=PHONE)
    page.locator(".phrases tbody tr:visible").first.wait_for()
    for line in page.locator("phrase-filter fieldset").all():
        parts = "legend", "label >> nth=0", "div", "div label:has(:checked)"
        frame, (name, every, others, chosen) = (
            line.bounding_box(),
            [line.locator(part).bounding_box() for part in parts],
        )
        assert name["height"] < 44, "its name is not broken"
        assert frame["x"] - 1 <= name["x"] and name["x"] + name["width"] <= every["x"] + 1
        assert every["x"] + every["width"] <= others["x"] + 1, "what stays covers none of the others"
        assert others["x"] <= chosen["x"] and chosen["x"] + chosen["width"] <= frame["x"] + frame["width"] + 1


@pytest.mark.sweep
def test_the_way_back_undoes_a_choice_of_phrases(open_page):
    page = open_page("en/reference/", width=PHONE)
    page.locator("#content a[href$='phrases/']").first.click()
    heads = page.locator("#content > h2:visible")
    occasion = page.get_by_role("group", name="Occasion")
    occasion.get_by_role("radio", name="Refusing").check()
    page.get_by_role("group", name="Tone").get_by_role("radio", name="Formal").check()
    page.go_back()
    assert page.get_by_role("group", name="Tone").get_by_role("radio", name="All").is_checked()
    assert heads.all_inner_texts() == ["Refusing"]
    page.go_back()
    assert heads.all_inner_texts() == ["Opening", "Never say"] and page.locator(".phrases tbody tr:visible").count()
    page.go_back()
    page.wait_for_url("**/en/reference/")


@pytest.mark.sweep
def test_on_a_phone_the_occasions_of_phrases_are_asked_first(open_page):
    page = open_page("en/reference/phrases/", width=PHONE)
    rows, heads = page.locator(".phrases tbody tr:visible"), page.locator("#content > h2:visible")
    occasion = page.get_by_role("group", name="Occasion")
    assert heads.all_inner_texts() == ["Opening", "Never say"], "some to use, and what all share"
    first = rows.count()
    assert 0 < first < 15
    assert page.evaluate("document.documentElement.scrollHeight") < 10 * 740
    said = page.locator("phrase-filter output")
    assert said.inner_text().startswith("Opening: 9 of 86"), "that there are more is said"
    colour = "each => getComputedStyle(each).borderColor"
    marked, other = (occasion.locator("div label span").nth(place).evaluate(colour) for place in (0, 1))
    assert marked != other
    occasion.get_by_role("radio", name="Closing").check()
    assert rows.count() and heads.all_inner_texts() == ["Closing"]
    occasion.get_by_role("radio", name="All").check()
    assert rows.count() == first and "#" not in page.url
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == page.locator(".phrases tbody tr").count(), "on paper nothing can be chosen"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert rows.count() == first
    page.set_viewport_size({"width": DESKTOP, "height": 800})
    rows.first.wait_for()
    assert rows.count() == page.locator(".phrases tbody tr").count(), "where there is room, all of them"


def test_a_link_to_a_phrase_shows_it_whatever_was_chosen(open_page):
    page = open_page("en/reference/phrases/#refusing", width=PHONE)
    heads = page.locator("#content > h2:visible")
    assert heads.all_inner_texts() == ["Refusing"] and page.locator("#refusing").bounding_box()["y"] < 400
    last = page.locator(".phrases tbody tr").last
    page.evaluate("(id) => { location.hash = id }", last.get_attribute("id"))
    last.wait_for(state="visible")
    assert heads.all_inner_texts() == ["Closing"] and last.bounding_box()["y"] < 700
    wide = open_page("en/reference/phrases/#phrase-occasion=closing", width=DESKTOP)
    wide.evaluate("location.hash = 'opening'")
    wide.locator("#opening").wait_for(state="visible")


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("en/scenarios/urgent-matter/", "DECIDED by phone at 14:20."),
        ("onboarding/", "林老师您好"),
        ("reference/working-abroad/", "Would either of these suit you?"),
        ("en/onboarding/", "Hello Lin Yue"),
        ("en/guide/external/follow-up/", "“You asked us"),
    ],
)
def test_what_an_author_sets_as_good_to_write_is_copied_too(open_page, path, said):
    page = open_page(path, permissions=["clipboard-read", "clipboard-write"])
    box = page.locator(".admonition.good", has_text=said).first
    box.locator("copy-text > button").click()
    box.locator("copy-text > [role=status]:not(:empty)").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(said) and copied == box.locator(".message__text p").inner_text()
    colours = page.locator(".admonition.good, .admonition.bad").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).borderLeftColor)"
    )
    assert len(set(colours)) == 2, "good and bad have edges of their own colours, as pairs of our data have"


def test_items_are_copied_with_what_the_browser_draws_before_them(open_page):
    """So that whoever gets the message can answer “on 2 I agree”."""
    page = open_page("en/guide/external/confirm-needs/", permissions=["clipboard-read", "clipboard-write"])
    box = page.locator(".admonition.good:has(ol)").first
    items = box.locator("ol > li").all_inner_texts()
    box.locator("copy-text > button").last.click()
    box.locator("copy-text > [role=status]:not(:empty)").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)) in copied
    assert box.locator("ol > li").all_inner_texts() == items, "what was put in for the copy is gone again"
    page.goto(page.url.replace("external/confirm-needs", "internal/talk-record"))
    box = page.locator(".admonition.good:has(ul)").first
    box.locator("copy-text > button").last.click()
    box.locator("copy-text > [role=status]:not(:empty)").wait_for(state="attached")
    assert "\n- " in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("home", ["", "en/"])
def test_a_command_stands_alone_and_is_copied_as_it_is_typed(open_page, home):
    page = open_page(f"{home}about/authors/", permissions=["clipboard-read", "clipboard-write"])
    commands = page.locator("copy-text:has(> pre)")
    assert commands.count() > 8 and page.locator("#content li code", has_text="python3").count() == 0
    commands.first.locator("button").click()
    commands.first.locator("[role=status]:not(:empty)").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == "python3 -m macros serve"


@pytest.mark.parametrize(
    ("path", "subject", "begins", "ends"),
    [
        ("en/guide/external/first-contact/", "Maintenance of", "Dear Ms Zheng,\n\nI am", "0052"),
        ("guide/external/first-contact/", "自助入住机", "郑", "0052"),
        ("en/guide/internal/content/", "Barcodes on", "Hello Mr Sun", "Zhao Yue, Sales"),
        ("guide/external/confirm-needs/", "2027年维护条件确认", "", ""),
    ],
)
def test_a_whole_mail_that_an_author_sets_as_good_is_copied_without_why_it_is(open_page, path, subject, begins, ends):
    page = open_page(path, permissions=["clipboard-read", "clipboard-write"])
    box = page.locator(".admonition.good").first
    copied = []
    for button in box.locator("copy-text > button").all():
        button.click()
        box.locator("copy-text > [role=status]:not(:empty)").wait_for(state="attached")
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    why = box.locator("> p").last.inner_text()
    assert len(copied) == 2 and all(copied) and copied[0].startswith(subject) and "\n" not in copied[0]
    assert copied[1].startswith(begins) and copied[1].endswith(ends) and why not in copied[1]


def test_a_phrase_is_copied_in_either_language(open_page):
    page = open_page("en/reference/phrases/#opening", width=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page.clock.install()
    row = page.locator(".phrases tbody tr").first
    text = row.locator("[data-copy-text]").first.inner_text()
    assert row.get_by_role("rowheader", name=text, exact=True).count() == 1, "its buttons are not part of its name"
    for name, language in (("Copy", "en"), ("Copy Chinese", "zh")):
        if language == "zh":
            row.get_by_text("The same in Chinese").click()  # On a phone it is seen before it is copied.
        row.get_by_role("button", name=f"{name}: {text}", exact=True).click()
        row.get_by_role("button", name=f"Copied: {text}").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied in row.inner_text() and (language == "zh") == any(sign > "\u2e80" for sign in copied)
        page.clock.run_for(10_000)
        row.get_by_role("button", name="Copied").wait_for(state="detached")


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_glossary_is_in_order_with_its_letters_above(site, language):
    article = BuiltPage(site, f"{language}reference/glossary/").article
    terms = article.xpath(".//table//tr[@id]/@id")
    led = [link.removeprefix("#") for link in article.xpath(".//nav[@class='letters']//a/@href")]
    letters = article.xpath(".//nav[@class='letters']//a/text()")
    assert letters == sorted(letters) and len(set(letters)) == len(letters) > 10
    assert [terms.index(each) for each in led] == sorted(terms.index(each) for each in led)
    if language:
        names = [name.casefold() for name in article.xpath(".//table//tr[@id]/th/@aria-label")]
        assert len(names) == len(terms)
        assert names == sorted(names)


def test_the_table_people_want_is_first_and_who_answers_for_a_page_last(site):
    for language in ("", "en/"):
        page = BuiltPage(site, f"{language}reference/mail-subjects/").article
        assert page.xpath(".//h2/@id")[0] == "pairs"
        for path in ("reference/mail-subjects/", "reference/response-times/", "reference/glossary/"):
            article = BuiltPage(site, f"{language}{path}").article
            (owner,) = article.xpath(".//p[@class='owner-line']")
            assert owner.xpath("following-sibling::*[not(contains(@class, 'print-only'))]") == []


def test_on_a_phone_label_and_value_are_apart_for_those_who_listen_and_short_tables_stay_tables(open_page):
    page = open_page("en/scenarios/overdue-answer/", width=360)
    table = page.locator("table.stays-table").first
    assert table.locator("thead").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page = open_page("en/reference/response-times/", width=360)
    session = page.context.new_cdp_session(page)
    cells = {
        node["name"]["value"]
        for node in session.send("Accessibility.getFullAXTree")["nodes"]
        if node.get("role", {}).get("value") in ("cell", "gridcell") and node.get("name", {}).get("value")
    }
    labels = page.locator("#content .cards-on-phone td[data-label]").evaluate_all(
        "all => [...new Set(all.map((each) => each.dataset.label))]"
    )
    stuck = [
        cell
        for cell in cells
        if any(cell.startswith(label) and cell[len(label) : len(label) + 1].strip() for label in labels)
    ]
    assert cells and not stuck
    page.goto(page.url.replace("response-times/", "confidentiality/"))
    first = page.locator("#may-salary")
    assert first.bounding_box()["height"] < 125, "what is run over to find one thing: a name, and by which channel"
    levels = page.locator(".sendings .level:visible")
    assert levels.count() == page.locator(".sendings tbody").count(), "each level is named once, above what has it"
    assert first.locator(".level").is_hidden() and page.locator(".sendings tr[id]").count() > 20
    said = page.locator("tbody:has(#may-salary) > .table-group")
    assert "E-mail (encrypted)" in said.locator(".may:visible").inner_text()
    assert "Chat" in said.locator(".may-not:visible").inner_text()
    page.get_by_label("Filter").fill("quotation")
    expect(page.locator("#may-customer-price")).to_be_visible()
    expect(said).to_be_visible()
    expect(first).to_be_hidden()
    page.get_by_label("Filter").fill("")
    width = page.viewport_size
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".sendings button.sort").first.click()
    expect(first.locator(".said")).to_be_visible()
    expect(first.locator(".level")).to_be_visible()  # In another order nothing else says it.
    page.set_viewport_size(width)
    page.goto(page.url.split("#")[0].replace("reference/confidentiality/", "channels/"))
    note = page.locator("td[data-label=Note]").first
    assert (
        note.evaluate("""(cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getBoundingClientRect().left - cell.getBoundingClientRect().left;
    }""")
        < 5
    ), "a long value has the whole width of a phone, behind its label"


# --- copying ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "names"), [("zh", ["复制主题", "复制正文"]), ("en", ["Copy subject", "Copy text"])]
)
def test_subject_and_text_of_a_mail_are_copied_each_to_its_own_place_and_the_button_says_so(open_page, language, names):
    root = "" if language == "zh" else "en/"
    page = open_page(f"{root}scenarios/absence/", permissions=["clipboard-read", "clipboard-write"])
    example = page.locator(".pair--good copy-text").first
    buttons, status = example.locator("button"), example.locator("[role=status]")
    assert buttons.all_inner_texts() == names
    parts = [part.inner_text().strip() for part in example.locator("[data-copy-text]").all()]
    assert len(parts) == 2 and "\n" not in parts[0] and "\n" in parts[1], "the lines of the message stay lines"
    for number, part in enumerate(parts):
        buttons.nth(number).click()
        status.filter(has_text=re.compile("Copied|已复制")).wait_for(state="attached")
        assert buttons.nth(number).inner_text() == status.inner_text()
        assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == part
        buttons.nth(number).filter(has_text=names[number]).wait_for()


def test_what_is_said_on_the_phone_has_one_button(open_page):
    page = open_page("en/scenarios/urgent-matter/")
    assert page.locator(".pair--good copy-text").first.locator("button").all_inner_texts() == ["Copy"]


def test_a_table_marked_and_copied_holds_its_texts_and_none_of_its_buttons(open_page):
    page = open_page("en/reference/phrases/", permissions=["clipboard-read", "clipboard-write"])
    table = page.locator("article table").first
    assert table.get_by_role("button", name="Copy").count()
    table.evaluate("(table) => getSelection().selectAllChildren(table)")
    page.keyboard.press("Control+c")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) > 5 and not {line.strip() for line in lines} & {"Copy", "Copy Chinese", "复制"}


def test_a_long_name_of_a_channel_keeps_within_a_phone(open_page):
    page = open_page("en/scenarios/absence/", width=360)
    page.locator(".answer-card .chip").first.evaluate(
        "(chip) => chip.append(' in the customer portal of the group', 'x'.repeat(60))"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_message_in_the_other_language_is_copied_too(open_page):
    page = open_page("en/scenarios/absence/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#example + .example details.other-language summary").click()
    page.locator("details.other-language copy-text button").last.click()
    page.locator("details.other-language [role=status]").filter(has_text="Copied").wait_for(state="attached")
    assert re.search("[\u4e00-\u9fff]", page.evaluate("navigator.clipboard.readText()"))


def test_a_link_to_a_heading_or_a_row_is_copied_by_keyboard_too_and_says_so(open_page):
    page = open_page("en/reference/phrases/", permissions=["clipboard-read", "clipboard-write"])
    page.clock.install()
    status = page.locator("link-taker [role=status]")
    for place in ("h2", "tr"):
        link = page.locator(f"{place} a.link-here").first
        link.focus()
        page.keyboard.press("Enter")
        status.filter(has_text="Link copied").wait_for(state="attached")
        copied, wanted = page.evaluate("navigator.clipboard.readText()"), link.get_attribute("href")
        assert copied.endswith(f"/en/reference/phrases/{wanted}") and page.locator(wanted).count() == 1
        assert "#" not in page.url, "the page stays where it is"
        page.clock.run_for(10_000)
        status.filter(has_not_text="Link copied").wait_for(state="attached")


@pytest.mark.sweep
def test_to_touch_the_number_of_a_step_is_the_link_to_it(open_page):
    page = open_page("en/scenarios/urgent-matter/", width=PHONE, has_touch=True, is_mobile=True)
    page.evaluate("() => { navigator.share = async (what) => { window.shared = what; }; }")
    step = page.locator("#steps + ol > li[id]").nth(1)
    step.scroll_into_view_if_needed()
    link, text = (each.bounding_box() for each in (step.locator(".link-here"), step))
    assert link["width"] >= 44 and link["height"] >= 44 and 0 <= link["x"] < text["x"] and link["y"] <= text["y"] + 4
    page.touchscreen.tap(text["x"] - 8, text["y"] + 10)
    page.wait_for_function("window.shared")
    assert page.evaluate("window.shared.url").endswith("#" + step.get_attribute("id"))


NAMED = "(all) => all.filter((each) => each.checkVisibility()).map((each) => [each.getAttribute('aria-label') ?? each.innerText, each.innerText.trim()])"
SAME = {
    "contacts/": ".contact summary, .contact .link-here",
    "en/contacts/": ".contact summary, .contact .link-here",
    "templates/": ".card__take a",
    "en/templates/": ".card__take a",
    "en/reference/phrases/": ".phrases button, .phrases .link-here",
    "reference/glossary/": ".glossary .link-here",
    "en/choose/all/": "tbody summary",
}


@pytest.mark.parametrize(("path", "same"), SAME.items())
def test_what_stands_in_each_row_bears_the_name_of_its_row(open_page, path, same):
    page = open_page(path, width=DESKTOP)
    page.locator(same).first.wait_for()
    page.wait_for_function("(same) => document.querySelector(same).hasAttribute('aria-label')", arg=same)
    named = page.locator(same).evaluate_all(NAMED)
    names = [name for name, _ in named]
    assert len(names) > 20 and len(set(names)) == len(names)
    assert all(text in name for name, text in named), "what is seen is part of what is heard"


@pytest.mark.parametrize("path", ["choose/all/", "en/choose/all/"])
def test_a_file_in_the_table_of_all_results_bears_the_name_of_its_form(site, path):
    links = BuiltPage(site, path).article.xpath(".//tbody//a[@download]")
    files = {link.get("aria-label"): link.get("href") for link in links}
    assert len(files) == len({link.get("href") for link in links})
    assert all(link.text_content().strip() in link.get("aria-label") for link in links)


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["contacts/", "en/reference/phrases/", "reference/glossary/"])
def test_the_links_to_rows_are_one_stop_and_the_arrows_lead_on(open_page, path):
    page = open_page(path, width=DESKTOP)
    page.wait_for_function("document.querySelector('[id] .link-here[tabindex]')")
    links = page.locator("#content :is(tr, .contact) .link-here")
    page.keyboard.press("Tab")
    stops = "(all) => all.flatMap((each, number) => (each.tabIndex ? [] : [number]))"
    assert links.count() > 50 and links.evaluate_all(stops) == [0]
    links.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = "(all) => all.indexOf(document.activeElement)"
    assert links.evaluate_all(focused) == 2 and links.evaluate_all(stops) == [2]
    page.keyboard.press("ArrowUp")
    assert links.evaluate_all(focused) == 1
    if "glossary" in path:
        return
    row = page.locator("#content :is(tr[id], .contact)").nth(7)
    row.locator("button, summary").first.focus()
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        if links.evaluate_all(focused) >= 0:
            break
    assert links.evaluate_all(focused) == 7, "it stands in the row where the reader is"


def test_on_a_checklist_the_link_to_an_item_is_no_stop_of_each_row_and_stands_among_what_can_be_done_with_it(open_page):
    page = open_page("en/checklists/meeting-before/", width=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    row = page.locator("li.check").first
    row.locator(".check__more > summary").wait_for()
    assert row.locator(":scope > .link-here").evaluate("(each) => each.tabIndex") == -1
    row.locator(".check__more > summary").focus()
    page.keyboard.press("Enter")
    row.locator(".check__more .link-here").focus()
    page.keyboard.press("Enter")
    page.locator("link-taker [role=status]").filter(has_text="Link copied").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()").endswith(row.get_attribute("id"))


def test_on_a_phone_a_row_is_handed_to_the_devices_own_sharing(open_page):
    page = open_page("contacts/", width=390, has_touch=True, is_mobile=True)
    page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
    page.reload()
    link = page.locator(".contact a.link-here").first
    page.locator(".contact a.link-here[aria-label^=分享链接：]").first.wait_for(state="attached")
    link.tap()
    shared = page.evaluate("window.shared")
    assert shared["url"].endswith(link.get_attribute("href"))
    assert shared["title"] == page.locator(".contact__matter").first.inner_text()


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("reference/glossary/", "tr[@id]"),
        ("reference/phrases/", "tr[@id]"),
        ("reference/confidentiality/", "tr[@id]"),
        ("reference/retention/", "tr[@id]"),
        ("reference/legal-clocks/", "tr[@id]"),
        ("reference/controlled-forms/", "tr[@id]"),
        ("contacts/", "section[@class='contact']"),
        ("checklists/meeting-before/", "li[@class='check']"),
        ("guide/scope/", "h2[@id]"),
        ("scenarios/overdue-answer/", "h2[@id='steps']/following-sibling::ol[1]/li"),
        ("scenarios/after-hours-incident/", "h2[@id='steps']/following-sibling::ol[1]/li"),
    ],
)
def test_each_row_and_heading_links_to_itself_without_a_script_too(site, path, rows):
    for language in ("", "en/"):
        found = BuiltPage(site, f"{language}{path}").article.xpath(f".//{rows}")
        assert found
        for each in found:
            assert each.xpath(f".//a[@class='link-here'][@href='#{each.get('id')}']"), each.get("id")


def test_the_steps_of_a_scenario_are_numbered_alike_in_both_languages(site):
    steps = {
        language: {
            page.parent.name: re.findall(r'<li id="(step-\d+)">', page.read_text(encoding="utf-8"))
            for page in (site / language / "scenarios").glob("*/index.html")
        }
        for language in ("", "en")
    }
    assert steps[""] == steps["en"]
    assert steps[""]["overdue-answer"] == [f"step-{number}" for number in range(1, 6)]
    assert sum(map(bool, steps[""].values())) > 40


def test_where_copying_is_forbidden_the_button_says_what_to_do(open_page):
    page = open_page("en/reference/phrases/")
    page.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
        document.execCommand = () => false;
    }""")
    button = page.locator("copy-text button").first
    button.click()
    button.filter(has_text="Could not copy; please select the text yourself").wait_for()


def test_on_plain_http_a_text_is_copied_the_old_way(open_after):
    """An intranet without https has no `navigator.clipboard`."""
    page = open_after("Object.defineProperty(navigator, 'clipboard', { value: undefined });", "en/scenarios/absence/")
    example = page.locator(".pair--good copy-text").first
    button = example.locator("button").first
    button.click()
    button.filter(has_text="Copied").wait_for()
    assert button.evaluate("(button) => button === document.activeElement"), "the focus stays"
    page.keyboard.press("Control+k")
    box = page.locator("dialog [role=combobox]")
    page.keyboard.press("Control+v")
    wanted = example.locator("[data-copy-text]").first.inner_text().strip()
    assert box.input_value().startswith(wanted[:30])


# --- tables ----------------------------------------------------------------------------------------------------------


def rows(page) -> list[str]:
    return [
        row.inner_text() for row in page.locator("filter-table").first.locator("tbody tr").all() if row.is_visible()
    ]


@pytest.mark.every_other
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_table_is_filtered_by_every_word_that_is_typed(open_page, width):
    page = open_page("en/reference/working-abroad/", width=width)
    tool = page.locator("filter-table").first
    everything = len(rows(page))
    tool.locator("input").fill("AHEAD 17:00")
    assert rows(page) and all("ahead" in row and "17:00" in row for row in rows(page))
    assert tool.locator("output").inner_text() == f"{len(rows(page))} of {everything} shown"
    tool.locator("input").fill("no such words")
    said = tool.locator("output")
    expect(said).to_contain_text("Not in the table")  # once the search has found nothing either
    assert rows(page) == []
    assert (
        said.get_by_role("link", name="Search the whole").get_attribute("href").endswith("search/#q=no%20such%20words")
    )
    tool.locator("input").fill("")
    assert len(rows(page)) == everything
    assert tool.locator("output").inner_text() == ""


@pytest.mark.parametrize(
    ("path", "typed"),
    [("en/reference/glossary/", "phone"), ("en/templates/", "minutes"), ("en/contacts/", "seal")],
)
def test_how_many_are_left_is_shown_with_each_key_and_read_aloud_once(open_page, path, typed):
    page = open_page(path, width=PHONE)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    output = page.locator("main output").first
    order = page.locator(".table-filter__order").first
    place = order.bounding_box() if order.count() else None
    page.locator("main input[type=search]").first.press_sequentially(typed)
    shown = output.text_content()
    assert shown and output.get_attribute("aria-live") == "off"
    narrow = (
        "(labels) => labels.filter((each) => each.clientWidth && each.clientWidth < 75).map((each) => each.textContent)"
    )
    squeezed = page.locator(".gallery-filter label").evaluate_all(narrow)
    assert not place or order.bounding_box() == place, "what is said moves nothing"
    assert squeezed == [], "the count leaves the filters their room"
    spoken = output.locator("xpath=following-sibling::*[@role='status']")
    assert spoken.text_content() == "", "nothing is said while somebody types"
    page.clock.run_for(1000)
    assert spoken.text_content() == shown


@pytest.mark.parametrize(
    ("path", "typed", "first"),
    [
        ("reference/working-abroad/", "德国", ["柏林（德国）"]),
        ("reference/working-abroad/", "法国", ["柏林（德国）"]),
        ("reference/working-abroad/", "英国", ["伦敦（英国）"]),
        ("reference/working-abroad/", "CET", ["柏林（德国）"]),
        ("en/reference/working-abroad/", "Germany", ["Berlin, Germany"]),
        ("en/reference/working-abroad/", "Holland", ["Berlin, Germany"]),
        ("en/reference/working-abroad/", "us", ["New York, US", "Chicago, US", "Los Angeles, US"]),
        ("en/reference/working-abroad/", "ET", ["New York, US"]),
    ],
)
def test_a_place_is_found_by_its_country_and_its_time_and_not_by_what_is_said_of_others(open_page, path, typed, first):
    tool = open_page(path, width=PHONE).locator("filter-table").first
    tool.locator("input").fill(typed)
    expect(tool.locator("output:not(:empty)")).to_be_visible()
    assert [each.split("\n")[0].strip() for each in tool.locator("tbody tr:visible th").all_inner_texts()] == first


@pytest.mark.sweep
@pytest.mark.parametrize(("path", "typed", "help"), [("", "墨西哥", "世界时钟"), ("en/", "Mexico", "world clock")])
def test_of_a_place_that_is_not_there_the_filter_says_how_to_work_it_out(open_page, path, typed, help):
    tool = open_page(f"{path}reference/working-abroad/").locator("filter-table").first
    tool.locator("input").fill(typed)
    expect(tool.locator("output")).to_contain_text(help)


def test_on_a_phone_what_unfolds_a_row_stays_where_it_is_and_its_link_is_seen(open_page):
    page = open_page("en/reference/working-abroad/", width=PHONE)
    for row in (page.locator(".places tbody tr").nth(1), page.locator(".holidays tbody tr").nth(1)):
        for fold in row.locator("summary").all():
            fold.evaluate("each => each.scrollIntoView({ block: 'center' })")
            before = fold.bounding_box()
            fold.click()
            assert fold.bounding_box() == before
    assert set(
        page.locator(".places .link-here").evaluate_all("all => all.map((e) => getComputedStyle(e).display)")
    ) == {"inline-grid"}


@pytest.mark.every_other(3)
@pytest.mark.parametrize(
    ("path", "ways"),
    [
        ("en/reference/glossary/", ["e-mail", "email", "E-Mail", "ＥＭＡＩＬ", "e‑mail"]),
        ("reference/working-abroad/", ["电话", "電話"]),
        ("reference/glossary/", ["负责人", "負責人"]),
    ],
)
def test_a_table_finds_what_is_written_in_another_way_as_the_search_does(open_page, path, ways):
    page = open_page(path)
    tool = page.locator("filter-table").first
    with page.expect_response("**/search-rest.*.json"):
        tool.locator("input").fill("xyzzy")
    page.wait_for_timeout(500)  # The other names are known from here on.
    found = []
    for way in ways:
        tool.locator("input").fill("")
        tool.locator("output:empty").wait_for(state="attached")
        tool.locator("input").fill(way)
        tool.locator("output:not(:empty)").wait_for()
        page.wait_for_timeout(500)  # What the search finds beside comes behind what the filter finds.
        found.append(rows(page))
    assert found[0], "the usual way finds something"
    assert all(each == found[0] for each in found[1:]), dict(zip(ways, map(len, found), strict=True))


@pytest.mark.sweep
def test_a_table_is_filtered_by_other_signs_too_where_the_simpler_ones_cannot_be_had(open_page):
    page = open_page("reference/working-abroad/")
    page.route("**/simple-signs*.json", lambda route: route.abort())
    tool = page.locator("filter-table").first
    tool.locator("input").fill("电话")
    tool.locator("output:not(:empty)").wait_for()
    assert rows(page) and all("电话" in row for row in rows(page))


def test_a_table_is_sorted_by_time_and_not_by_the_letters_of_the_time(open_page):
    page = open_page("en/scenarios/")
    heading = page.locator("filter-table th", has_text="Answer within").first
    heading.get_by_role("button").click()
    minutes = page.locator("filter-table tbody td[data-label='Answer within']").evaluate_all(
        "cells => cells.map((c) => Number(c.dataset.value))"
    )
    assert minutes == sorted(minutes) and len(set(minutes)) > 3
    heading.get_by_role("button").click()
    minutes = page.locator("filter-table tbody td[data-label='Answer within']").evaluate_all(
        "cells => cells.map((c) => Number(c.dataset.value))"
    )
    assert minutes == sorted(minutes, reverse=True)
    assert page.locator("filter-table th[aria-sort]").count() == 1


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "typed", "best"),
    [("", "抄送", "抄送"), ("en/", "copy", "Copying in (Cc)"), ("en/", "escalat", "Escalation")],
)
def test_a_filtered_glossary_stays_in_order_and_marks_what_is_called_as_was_typed(path, typed, best, open_page):
    page = open_page(f"{path}reference/glossary/")
    shown = page.locator("filter-table tbody tr:not(.table-group):visible th")
    given = shown.all_inner_texts()
    page.locator("filter-table input").fill(typed)
    page.locator("filter-table output:not(:empty)").wait_for()
    expect(page.locator("filter-table tr[data-best] th")).to_have_text(best)
    found = shown.all_inner_texts()
    assert len(found) > 1 and found == [each for each in given if each in found]
    letters = page.locator("filter-table .table-group:visible th").all_inner_texts()
    assert letters == sorted(letters), "each row below its letter"
    page.locator("filter-table input").fill("")
    assert shown.all_inner_texts() == given and not page.locator("tr[data-best]").count()


@pytest.mark.parametrize(("path", "typed", "first"), [("", "柏林", "柏林"), ("en/", "new york", "new york")])
def test_what_is_called_as_was_typed_stands_first_in_a_filtered_table(path, typed, first, open_page):
    page = open_page(f"{path}reference/working-abroad/")
    shown = page.locator("filter-table").first.locator("tbody tr:not(.table-group):visible th")
    given = shown.all_inner_texts()
    page.locator("filter-table input").first.fill(typed)
    page.locator("filter-table output:not(:empty)").first.wait_for()
    assert first in shown.first.inner_text().lower()
    page.locator("filter-table input").first.fill("")
    assert shown.all_inner_texts() == given


@pytest.mark.parametrize(
    ("path", "sorting"),
    [
        ("en/scenarios/", ["Scenario", "First channel", "Answer within"]),
        ("en/reference/glossary/", ["Term", "In Chinese"]),
        ("en/reference/retention/", ["Record", "Level", "Keep for"]),
        ("en/choose/all/", ["Situation", "Channel"]),
    ],
)
def test_a_column_of_sentences_does_not_sort_and_is_not_among_what_a_phone_sorts_by(path, sorting, open_page):
    page = open_page(path)
    assert page.locator("filter-table thead").first.locator("button").all_inner_texts() == sorting
    options = page.locator("filter-table select").locator("option").all_inner_texts()
    by_number = page.locator("filter-table [data-sort=number]").count()
    assert options == (["Order as given", *sorting] if by_number else [])


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["reference/glossary/", "reference/working-abroad/", "reference/confidentiality/"])
@pytest.mark.parametrize("home", ["", "en/"])
def test_on_a_phone_no_row_is_lost_to_an_order_that_nobody_sorts_by(path, home, open_page):
    page = open_page(f"{home}{path}", width=PHONE)
    tools = page.locator(".table-filter").first
    tools.wait_for()
    assert not tools.locator("select").count() and tools.bounding_box()["height"] < 60
    field = tools.locator("input").bounding_box()
    tools.locator("input").fill("e" if home else "会")
    tools.locator("output:not(:empty)").wait_for()
    assert tools.locator("input").bounding_box()["y"] == field["y"] and tools.bounding_box()["height"] < 60


def test_what_is_kept_is_sorted_by_how_long_and_a_first_channel_by_the_channel_whatever_its_case(open_page):
    page = open_page("en/reference/retention/")
    page.locator("filter-table th button", has_text="Keep for").click()
    kept = page.locator("filter-table tbody td:nth-child(3)").all_inner_texts()
    assert kept.index("30 days") < kept.index("3 months") < kept.index("1 year") < kept.index("2 years"), kept
    page = open_page("en/scenarios/")
    page.locator("filter-table th button", has_text="First channel").click()
    chips = [chip.strip() for chip in page.locator(".scenario-table td:nth-child(2) .chip").all_inner_texts()]
    assert len(chips) > 40 and [one for one, next in zip(chips, [*chips[1:], ""], strict=True) if one != next] == list(
        dict.fromkeys(chips)
    )


def test_the_table_of_all_scenarios_has_the_room_of_the_headings_which_are_folded_above_it(open_page):
    page = open_page("en/scenarios/", width=1920)
    table, nav = page.locator(".scenario-table").bounding_box(), page.locator(".layout__nav").bounding_box()
    assert table["width"] > 950 and table["x"] > nav["x"] + nav["width"]
    assert page.locator("#page-toc").is_hidden()
    page.locator(".page-toc__open summary").click()
    assert page.locator("#page-toc a").last.is_visible()
    page.keyboard.press("Escape")


def test_chinese_is_sorted_by_its_sound(open_page):
    page = open_page("reference/glossary/")
    page.locator("filter-table th button").first.click()
    terms = [heading.inner_text() for heading in page.locator("filter-table tbody th[scope=row]").all()]
    assert terms == page.evaluate(
        "(terms) => [...terms].sort(new Intl.Collator('zh-CN', { numeric: true }).compare)", terms
    )


@pytest.mark.sweep
def test_the_name_of_a_group_shows_while_its_rows_stand_below_it(open_page):
    page = open_page("en/scenarios/")
    names = page.locator("filter-table .table-group:visible")
    all_of_them, first = names.all_inner_texts(), page.locator("filter-table tbody th[scope=row]").first.inner_text()
    assert all_of_them[0] == "Tell" and len(all_of_them) > 5
    page.locator("filter-table input").fill("payment")
    assert 0 < names.count() < len(all_of_them)
    page.locator("filter-table input").fill("")
    heading = page.locator("filter-table thead button").first
    for order in ("ascending", "descending"):
        heading.click()
        assert names.count() == 0 and page.locator(f"filter-table th[aria-sort={order}]").count() == 1
    heading.click()
    assert names.all_inner_texts() == all_of_them and page.locator("filter-table th[aria-sort]").count() == 0
    assert page.locator("filter-table tbody th[scope=row]").first.inner_text() == first


@pytest.mark.sweep
def test_on_a_phone_a_list_of_the_headings_sorts_the_cards(open_page):
    page = open_page("en/scenarios/", width=PHONE)
    order = page.locator("filter-table select").first
    assert page.locator("filter-table th button").first.is_hidden()
    given = rows(page)
    order.select_option(label="Answer within")
    assert rows(page)[0].lower() not in given[0].lower() and rows(page) != given
    order.select_option(label="Order as given")
    assert rows(page) == given


def test_on_a_desktop_the_headings_sort_and_the_list_is_not_shown(open_page):
    page = open_page("en/scenarios/")
    assert page.locator("filter-table th button").first.is_visible()
    assert page.locator("filter-table select").first.is_hidden()


# --- definitions -----------------------------------------------------------------------------------------------------


@pytest.mark.every_other
@pytest.mark.parametrize("width", [320, DESKTOP])
def test_a_definition_shows_on_hover_within_the_window_and_stays_while_pointed_at(open_page, width):
    page = open_page("en/reference/response-times/", width=width)
    term = page.locator("glossary-term").first
    definition = term.locator("[role=tooltip]")
    term.locator("a").hover()
    box = definition.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    definition.hover()
    assert definition.is_visible()
    page.keyboard.press("Escape")
    assert definition.is_hidden()


@pytest.mark.parametrize("still", ["focused", "pointed at"])
def test_escape_closes_a_definition_that_only_the_pointer_or_only_the_focus_has_left(open_page, still):
    page = open_page("en/reference/response-times/")
    term = page.locator("glossary-term").first
    link, definition = term.locator("a"), term.locator("[role=tooltip]")
    link.focus()
    link.hover()
    if still == "focused":
        page.mouse.move(0, 0)
    else:
        page.evaluate("document.activeElement.blur()")
    assert definition.is_visible()
    page.keyboard.press("Escape")
    assert definition.is_hidden()


def test_a_definition_never_hides_behind_the_header(open_page):
    page = open_page("en/reference/response-times/")
    term = page.locator("glossary-term").first
    term.evaluate("(term) => scrollTo(0, scrollY + term.getBoundingClientRect().top - 70)")
    term.locator("a").hover()
    header = page.locator("header.site-header").bounding_box()
    assert term.locator("[role=tooltip]").bounding_box()["y"] >= header["y"] + header["height"]


# --- reviews ---------------------------------------------------------------------------------------------------------


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("scenarios/absence/", "现已过期"),
        ("en/channels/email/", "may be out of date"),
        ("en/templates/meeting-minutes/", "may be out of date"),
    ],
)
def test_a_page_past_its_review_says_so_from_that_day_on(open_page, address, path, words):
    page = open_page(path)
    of_page = "#content > div review-note:not(.answer-card *)"
    due = date.fromisoformat(page.locator(of_page).first.get_attribute("due"))
    for day, shown in ((due - timedelta(days=1), False), (due + timedelta(days=1), True)):
        page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 12))
        page.goto(address + path)
        note = page.locator(of_page).first
        page.wait_for_function("Boolean(customElements.get('review-note'))")
        assert note.is_visible() == shown
    assert words in note.inner_text() and due.isoformat() in note.inner_text()


# --- colours that must be told apart -----------------------------------------------------------------------------------

CONTRAST = """([text, ground]) => {
    const light = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((each) => each / 255)
            .map((each) => (each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [low, high] = [light(text), light(ground)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "place"), [("en/", ".home__call"), ("en/scenarios/urgent-matter/", ".answer-card__call .button")]
)
def test_what_calls_for_help_is_a_strong_red_by_day_and_by_night(open_page, path, place, scheme):
    page = open_page(path, color_scheme=scheme, width=PHONE)
    text, ground = page.locator(place).first.evaluate(
        "(each) => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor]"
    )
    red, green, blue = (int(each) for each in ground.removeprefix("rgb(").removesuffix(")").split(", "))
    assert red > 2 * max(green, blue) and page.evaluate(CONTRAST, [text, ground]) >= 4.5


@pytest.mark.sweep
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["en/contacts/", "en/reference/phrases/", "en/reference/glossary/"])
def test_what_stands_in_an_empty_field_can_be_read(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme)
    colours = page.locator("#content input[type=search]").first.evaluate(
        "(each) => [getComputedStyle(each, '::placeholder').color, getComputedStyle(document.body).backgroundColor]"
    )
    assert page.evaluate(CONTRAST, colours) >= 4.5


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["channels/", "en/channels/"])
def test_the_three_times_of_a_channel_stand_side_by_side_under_their_names(open_page, path):
    page = open_page(path)
    cards = page.locator(".cards--channels .card__times").all()
    assert len(cards) == 6
    for card in cards:
        times = [each.bounding_box() for each in card.locator("dl > div").all()]
        assert len(times) == 3 and len({time["y"] for time in times}) == 1
        assert card.locator("dt").count() == card.locator("dd").count() == 3
