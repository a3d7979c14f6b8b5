"""What stands above the results of the search: the same answer to one question in both languages, the numbers in danger, what a word means."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.test_search import HOMES, QUERIES, answers_to, open_search, rows

FEW = 20
"""So many results are shown unless more are asked for."""


def cards(page, queries: list[str]) -> list[dict]:
    return [answer["card"] or {} for answer in answers_to(page, queries)]


def leads_to(card: dict) -> str:
    return card["entry"]["url"].removeprefix("en/") if card else ""


@pytest.mark.parametrize("language", HOMES)
@pytest.mark.parametrize("pairs", ["pairs", "danger"])
def test_a_question_has_the_same_answer_in_both_languages_however_it_is_put(open_page, language, pairs):
    asked = rows(QUERIES / f"{pairs}.tsv")
    column = list(HOMES).index(language)
    found = map(leads_to, cards(open_page(HOMES[language]), [row[column] for row in asked]))
    missed = [(row[column], url) for row, url in zip(asked, found, strict=True) if url not in row[2].split()]
    assert len(asked) >= 50 and not missed


@pytest.mark.parametrize("language", HOMES)
def test_every_word_of_the_glossary_says_what_it_means(open_page, site, language):
    terms = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["glossary"]
    found = cards(open_page(HOMES[language]), [term["term"][language] for term in terms])
    missed = [
        term["term"][language]
        for term, card in zip(terms, found, strict=True)
        if term["definition"][language] not in (card.get("meaning"), card.get("text"))
    ]
    assert terms and not missed


@pytest.mark.sweep
def test_what_a_section_of_a_scenario_answers_is_said_at_once(open_page):
    answer = open_search(open_page(""), "怎么请病假").locator("[data-answer]")
    expect(answer).to_contain_text("今天来不了：电话")
    assert answer.locator("a").get_attribute("href").endswith("scenarios/absence/#this-morning")


@pytest.mark.parametrize(
    ("language", "asked", "place", "hours"),
    [
        ("zh", ["德国", "德国时差", "现在德国几点", "跟法国差几个小时", "CET"], "berlin", "16:00"),
        ("zh", ["英国时差"], "london", "17:00"),
        ("en", ["Germany", "time difference to France", "CET"], "berlin", "16:00"),
        ("en", ["UK", "time difference UK"], "london", "17:00"),
        ("en", ["what time is it in India"], "bengaluru", "11:30"),
    ],
)
def test_a_country_is_answered_by_how_its_clock_stands_to_ours(open_page, language, asked, place, hours):
    for card in cards(open_page(HOMES[language]), asked):
        assert leads_to(card).endswith(f"reference/working-abroad/#place-{place}") and hours in str(card), card


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("language", "outside", "inside", "colon"),
    [
        (
            "zh",
            ["源代码能给外包看吗", "可以把客户名单发给合作伙伴吗", "车间照片可以发朋友圈吗", "会议纪要能转给客户吗"],
            ["源代码能发邮件吗", "客户名单能发群里吗", "会议纪要能发群里吗"],
            "：",
        ),
        (
            "en",
            [
                "can I share source code with a supplier",
                "can I forward minutes to the client",
                "am I allowed to post a photo of the workshop",
            ],
            ["may I send source code by e-mail", "can I send minutes by chat"],
            ":",
        ),
    ],
)
def test_who_asks_for_somebody_outside_is_told_first_on_what_terms(
    open_page, handbook, language, outside, inside, colon
):
    terms = {level.id: level.outside[language] for level in handbook.confidentiality.levels if level.outside}
    begin = next(iter(terms.values())).partition(colon)[0]
    for query in outside:
        answer = open_search(open_page(HOMES[language]), query).locator("[data-answer]")
        expect(answer.locator(".search__answer-text").first).to_contain_text(begin)
    for card in cards(open_page(HOMES[language]), inside):
        assert card["entry"]["answer"]["level"] and "outside" not in card["entry"]["answer"]


@pytest.mark.parametrize(
    ("language", "query"),
    [("zh", "紧急电话几分钟没人接就找下一个人"), ("en", "how soon to send the first outage message")],
)
def test_no_time_is_told_of_something_else(open_page, language, query):
    [card] = cards(open_page(HOMES[language]), [query])
    assert "#within-" not in leads_to(card) and "#table" not in leads_to(card)


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("zh", "baoxiao多久到账", "contacts/#expenses"),
        ("zh", "qingjia找谁", "contacts/#leave"),
        ("zh", "监交是什么意思", "templates/handover-note/"),
        ("en", "difference between urgent and very urgent", "en/reference/glossary/#urgency"),
    ],
)
def test_what_is_asked_about_counts_and_not_what_asks(open_page, language, query, first):
    [answer] = answers_to(open_page(HOMES[language]), [query])
    assert answer["results"][0]["entry"]["url"] == first


@pytest.mark.parametrize(
    ("language", "query", "form"),
    [
        ("zh", "交班要填的表", "templates/on-call-handover/"),
        ("en", "sheet for planning a factory tour", "en/templates/visitor-plan/"),
    ],
)
def test_who_asks_for_a_form_gets_it_whatever_else_fits(open_page, language, query, form):
    [card] = cards(open_page(HOMES[language]), [query])
    assert card["entry"]["url"] == form


def test_the_meaning_of_a_word_stands_with_whom_to_ask(open_page):
    answer = open_search(open_page(""), "公章").locator("[data-answer]")
    expect(answer.locator(".search__answer-title")).to_have_text("盖章、用印")
    expect(answer.locator(".search__answer-text")).to_contain_text("章")


@pytest.mark.parametrize(
    ("language", "query", "never"),
    [
        ("zh", "着火了", "scenarios/colleague-conflict/"),
        ("en", "complant", "en/contacts/#lost-device"),
        ("zh", "邮件标题怎么写", "scenarios/customers-on-wechat/"),
        ("en", "expenses", "en/scenarios/supplier-quotation-contract/"),
        ("en", "LinkedIn", "en/scenarios/leaver-chat-accounts/"),
    ],
)
def test_what_only_looks_a_little_like_it_is_not_found(open_page, language, query, never):
    [answer] = answers_to(open_page(HOMES[language]), [query])
    assert never not in [result["entry"]["url"] for result in answer["results"]] and answer["count"] <= FEW


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("zh", "新人先干什么", "onboarding/"),
        ("zh", "刚做主管，从哪里开始", "checklists/onboarding-manager/"),
        ("zh", "加班算不算", "contacts/#attendance"),
        ("zh", "分管领导是谁", "reference/glossary/#executive-in-charge"),
        ("en", "who is the executive in charge", "en/reference/glossary/#executive-in-charge"),
        ("zh", "部门经理能签合同吗", "reference/seals/#who-may-sign"),
        ("en", "who can sign a contract", "en/reference/seals/#who-may-sign"),
        ("en", "what counts as a complaint", "en/reference/glossary/#complaint"),
        ("en", "team member says he wants to die", "en/contacts/#duty-number"),
        ("en", "I am new, what do I do first", "en/onboarding/"),
        ("en", "customer is shouting at me, what do I say", "en/scenarios/complaint-relationship/#first-minute"),
    ],
)
def test_what_only_asks_is_no_matter(open_page, language, query, first):
    [answer] = answers_to(open_page(HOMES[language]), [query])
    assert answer["results"][0]["entry"]["url"].removesuffix("#day-one") == first


def test_weaker_results_are_shown_when_asked_for(open_page):
    page = open_page("en/search/#q=record a call")
    options = page.locator("search-page [role=option]")
    more = page.locator("search-page").get_by_role("button", name="weaker results")
    more.wait_for()
    assert options.count() <= FEW
    more.click()
    expect(options.nth(FEW)).to_be_attached()
    expect(more).to_have_count(0)
    page.locator("search-page [role=combobox]").fill("customer won't pay")
    expect(more).to_have_count(1)
