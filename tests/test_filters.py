"""The filters of lists: they know the words that the search knows, forgive a slip, and do alone where the search cannot be had."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

CONTACTS = "contact-filter input", ".contact:not([hidden]) h3"
SCENARIOS = "filter-table input >> nth=0", ".scenario-table tr:not([hidden]) th[scope=row] a"
TEMPLATES = "filter-cards input", "li.card:not([hidden]) .card__title"
CHECKLISTS = REFERENCE = TEMPLATES
TERMS = "filter-table input", ".glossary tr[id]:not([hidden]) th"


@pytest.mark.parametrize(
    ("path", "list_", "typed", "found"),
    [
        ("en/contacts/", CONTACTS, "expence", "Expenses"),
        ("contacts/", CONTACTS, "报消", "报销怎么报"),
        ("contacts/", CONTACTS, "怎么请病假", "请假"),
        ("en/contacts/", CONTACTS, "报销", "Expenses"),
        ("en/scenarios/", SCENARIOS, "money", "A supplier changes its bank details"),
        ("scenarios/", SCENARIOS, "要账", "催款和对账"),
        ("en/templates/", TEMPLATES, "minuets", "Meeting minutes"),
        ("en/checklists/", CHECKLISTS, "resourse", "Resources, from request to return"),
        ("checklists/", CHECKLISTS, "記者", "接到记者提问"),
        ("templates/", TEMPLATES, "生病", "请假出差告知单"),
        (
            "en/choose/all/",
            ("filter-table input", "tr[data-row]:not([hidden]) [data-title]"),
            "angry customer",
            "A complaint about",
        ),
        (
            "en/reference/confidentiality/",
            ("filter-table input", ".sendings tr[id]:not([hidden]) th"),
            "photo of whiteboard",
            "Minutes",
        ),
        ("en/reference/", REFERENCE, "stamp", "Seals and electronic signatures"),
        ("reference/", REFERENCE, "盖章", "印章和电子签名"),
        ("en/reference/", REFERENCE, "holiday", "Response times"),
        ("reference/", REFERENCE, "假期", "答复时限"),
        ("reference/glossary/", TERMS, "老板", "直属上级"),
    ],
)
def test_a_filter_knows_what_the_search_knows(open_page, path, list_, typed, found):
    page = open_page(path)
    box, row = list_
    page.locator(box).press_sequentially(typed)
    expect(page.locator(row).filter(has_text=found)).to_have_count(1, timeout=15_000)


@pytest.mark.parametrize(
    ("path", "list_", "typed"),
    [
        ("en/checklists/", CHECKLISTS, "zz"),
        ("checklists/", CHECKLISTS, "zz"),
        ("en/checklists/", CHECKLISTS, "salary"),
        ("en/contacts/", CONTACTS, "zz"),
    ],
)
def test_what_is_only_a_little_like_it_is_not_shown(open_page, path, list_, typed):
    page = open_page(path)
    box, row = list_
    page.locator(box).fill(typed)
    expect(page.locator(row)).to_have_count(0, timeout=15_000)


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "typed", "most"),
    [("en/scenarios/", "meeting", 4), ("scenarios/", "开会", 3), ("en/scenarios/", "firing", 2)],
)
def test_of_many_that_fit_alike_none_is_added(open_page, path, typed, most):
    page = open_page(path)
    box, row = SCENARIOS
    page.locator(box).fill("money" if "en/" in path else "要账")
    expect(page.locator(row).filter(has_text="payment" if "en/" in path else "催款")).to_have_count(1, timeout=15_000)
    page.locator(box).fill(typed)
    page.wait_for_timeout(800)
    assert 0 < page.locator(row).count() <= most


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "list_", "earlier", "typed"),
    [("reference/", REFERENCE, "qq", "盖章"), ("en/reference/", REFERENCE, "呜呜", "stamp")],
)
def test_what_was_typed_earlier_does_not_answer_later(open_page, path, list_, earlier, typed):
    page = open_page(path)
    box, row = list_
    page.locator(box).fill(earlier)
    page.locator(box).fill(typed)
    expect(page.locator(row)).to_have_count(1, timeout=15_000)


@pytest.mark.parametrize(
    ("path", "typed", "heading"),
    [("reference/phrases/", "道歉", "道歉"), ("en/reference/phrases/", "refusing", "Refusing")],
)
def test_phrases_are_found_by_their_occasion(open_page, path, typed, heading):
    page = open_page(path)
    held = page.locator(f"h2:has-text('{heading}') ~ div table").first.locator("tr[id]")
    page.locator("phrase-filter input[type=search]").fill(typed)
    expect(page.locator("phrase-filter output")).to_contain_text("86")
    assert held.count() == page.locator(".phrases tr[id]:visible").count() > 6


@pytest.mark.sweep
def test_an_occasion_is_found_by_another_form_of_its_name_and_all_is_one_number(open_page):
    page = open_page("en/reference/phrases/")
    output, shown = page.locator("phrase-filter output"), page.locator(".phrases tr[id]:visible")
    page.locator("phrase-filter label:has-text('Apologising')").click()
    expect(output).to_contain_text("8 of 86")
    page.locator("phrase-filter label:has-text('All')").first.click()
    for typed in ("apologise", "apologize", "apology"):
        page.locator("phrase-filter input[type=search]").fill(typed)
        expect(shown.filter(has_text="sorry")).not_to_have_count(0)
        assert page.locator(".phrases[data-occasion=apologising] tr[id]:visible").count() == 8, typed
        expect(output).to_contain_text("of 86")


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("en/reference/confidentiality/", "photo of a customer"),
        ("en/reference/confidentiality/", "customer photo"),
        ("reference/confidentiality/", "客户的照片"),
    ],
)
@pytest.mark.parametrize("offline", [False, True])
def test_little_words_do_not_count_and_the_rarest_finds_what_no_row_says_whole(open_page, path, typed, offline):
    page = open_page(path)
    if offline:  # Where the search cannot be had, the filter does alone.
        page.route("**/assets/search*", lambda route: route.abort())
    page.locator("filter-table input").fill(typed)
    expect(page.locator("#may-site-photos")).to_be_visible(timeout=15_000)
    expect(page.locator("#level-internal small")).to_be_visible()
    expect(page.locator("filter-table output")).to_have_text(re.compile(r"\d"))
    assert page.locator(".sendings tr[id]:visible").count() < 7


@pytest.mark.sweep
@pytest.mark.parametrize("width", [1024, 1280])
def test_the_occasions_of_phrases_stand_in_one_line(open_page, width):
    page = open_page("reference/phrases/", width=width)
    pills = page.locator("phrase-filter fieldset >> nth=0").locator("label")
    assert len({round(pill.bounding_box()["y"]) for pill in pills.all()}) == 1


@pytest.mark.parametrize(
    ("path", "typed", "first", "never"),
    [
        ("en/scenarios/", "AI", "Using an AI assistant", "Instructions and reports by e-mail"),
        ("en/scenarios/", "raise", "", "Instructions and reports by e-mail"),
        ("en/scenarios/", "no answer", "No reply: chasing", ""),
        ("en/scenarios/", "minutes", "Running a meeting", ""),
        ("en/scenarios/", "report", "Instructions and reports", ""),
        ("scenarios/", "报价", "向供应商询价", ""),
        ("scenarios/", "密码", "收到可疑邮件", ""),
    ],
)
def test_a_word_is_no_part_of_another_and_what_fits_best_stands_first(open_page, path, typed, first, never):
    page = open_page(path)
    box, row = SCENARIOS
    page.locator(box).press_sequentially(typed)
    expect(page.locator(row).first).to_contain_text(first, timeout=15_000)
    expect(page.locator(row).filter(has_text=never or "–")).to_have_count(0)


def test_headings_go_with_their_last_card_and_come_back(open_page):
    page = open_page("en/reference/#words=signatures")
    seen = page.locator("#content > h2:visible")
    expect(seen).to_contain_text(["How to write and say it", "Seals and forms", "What you find elsewhere"])
    expect(page.locator("filter-cards output")).to_contain_text("of 17 shown")
    page.locator(REFERENCE[0]).fill("")
    expect(seen).to_have_count(6)
    expect(page.locator("li.card:visible")).to_have_count(17)


@pytest.mark.sweep
def test_the_best_contact_is_marked(open_page):
    page = open_page("contacts/")
    page.locator("contact-filter input").press_sequentially("盖章")
    expect(page.locator(".contact[data-best] h3")).to_contain_text("盖章、用印", timeout=15_000)
    page.locator("contact-filter input").fill("")
    expect(page.locator(".contact[data-best], .contact[hidden]")).to_have_count(0)


def test_without_the_search_a_filter_does_alone(open_page, address):
    page = open_page("404.html")
    page.route("**/search*.js", lambda route: route.abort())
    page.goto(f"{address}contacts/")
    page.locator("contact-filter input").press_sequentially("盖章")
    page.wait_for_timeout(500)
    expect(page.locator(CONTACTS[1]).filter(has_text="盖章、用印")).to_have_count(1)


def test_nobody_is_told_that_nothing_matches_before_the_search_has_come(open_page, address):
    page = open_page("404.html")
    held = []
    page.route("**/search*.js", lambda route: held.append(route))
    page.goto(f"{address}scenarios/")
    with page.expect_request("**/search*.js"):
        page.locator(SCENARIOS[0]).fill("辞职")
    said, rows = page.locator("filter-table output"), page.locator(SCENARIOS[1])
    assert said.inner_text() == "" and rows.count() > 40
    for route in held:
        route.abort()
    expect(said.get_by_role("link")).to_have_count(1)
    expect(rows).to_have_count(0)


def test_nothing_of_the_search_is_loaded_before_a_key(open_page):
    page = open_page("contacts/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("contact-filter input").focus()
    page.wait_for_timeout(300)
    assert not [url for url in asked if "search" in url]
    page.locator("contact-filter input").press_sequentially("盖章")
    page.wait_for_timeout(1500)
    assert [url for url in asked if "search-engine" in url]


@pytest.mark.parametrize(
    ("path", "script", "word", "list_", "left"),
    [
        ("en/contacts/", "contacts", "expenses", CONTACTS, "Expenses"),
        ("en/templates/", "filters", "minutes", TEMPLATES, "Meeting minutes"),
        (
            "en/reference/phrases/",
            "phrases",
            "five minutes",
            ("phrase-filter input >> nth=0", "tr[id]:visible"),
            "Hello",
        ),
    ],
)
def test_a_filter_stands_there_before_its_script_and_sends_nothing(open_page, address, path, script, word, list_, left):
    page = open_page("404.html", width=390)
    held, asked = [], []
    page.route(f"**/assets/{script}.*.js", lambda route: held.append(route))
    with page.expect_request(f"**/assets/{script}.*.js"):
        page.goto(address + path, wait_until="commit")
    box, row = page.locator(list_[0]), page.locator(list_[1])
    box.wait_for()
    row.first.wait_for()
    before = [each.first.bounding_box() for each in (box, row)]
    page.on("request", lambda request: asked.append(request.url))
    box.fill(word)
    box.press("Enter")
    page.wait_for_timeout(200)
    assert page.url == address + path and not [each for each in asked if word.split()[0] in each]
    box.fill("")
    held.pop().continue_()
    page.wait_for_function(
        "!document.querySelector('contact-filter, filter-cards, phrase-filter').matches(':not(:defined)')"
    )
    assert [each.first.bounding_box() for each in (box, row)] == before
    box.press_sequentially(word)
    expect(row.filter(has_text=left).first).to_be_visible()


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "typed", "first", "also"),
    [
        ("checklists/", "开会", "会", "会以后：纪要"),
        ("checklists/", "开会", "会", "谈的时候和会上"),
        ("checklists/", "记者", "接到记者提问", "媒体提问："),
        ("en/checklists/", "press", "journalist", "A journalist's question"),
        ("en/checklists/", "leave", "absence", "Before and after an absence"),
        ("en/checklists/", "work", "work", "A task, from instruction to acceptance"),
        ("en/templates/", "minutes", "Meeting minutes", "Meeting minutes"),
    ],
)
def test_cards_are_found_by_their_other_names_and_those_called_so_stand_first(open_page, path, typed, first, also):
    page = open_page(path)
    box, row = CHECKLISTS
    given = page.locator("#content li.card .card__title").all_inner_texts()
    page.locator(box).fill(typed)
    expect(page.locator(row).filter(has_text=also)).to_have_count(1, timeout=15_000)
    expect(page.locator(row).first).to_contain_text(re.compile(first, re.IGNORECASE))
    page.locator(box).fill("")
    assert page.locator("#content li.card .card__title").all_inner_texts() == given
