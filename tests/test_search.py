"""The search: the right page first, in any way of writing; its box, its page, its first screen; nothing that it can't bear."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from macros.search.body import telling_terms
from macros.search.pages import page_of
from tests.built_pages import published
from tests.conftest import ROOT, in_a_sweep, serve
from tests.score_search import Answers

QUERIES = ROOT / "tests" / "queries"
LEAST = {
    "development": (0.95, 0.99, 0.01, 0),
    "learnt": (0.94, 0.98, 0.01, 0.6),
    "places": (0.75, 0.86, 0.12, 0.7),
    "unseen": (0.84, 0.93, 0.02, 0.8),
}
"""Of each set of queries: the least share that finds the right place first and among three, the most whose answer is shown as
such and is wrong, and the least of those about nothing in the handbook that find nothing."""
PART = 5
"""Of the queries learnt from, each fifth is asked where not the whole is."""
FIRST = 8
"""How many results are asked for where only the first three count, which may lead to places of one page."""
PHONE, DESKTOP = 390, 1280
HOMES = {"zh": "", "en": "en/"}

ASK = """async ([queries, most, whole]) => {
  const { head, engine } = document.querySelector("site-search").dataset;
  const worker = new Worker(engine);
  const told = await fetch(head).then((answer) => answer.text());
  worker.postMessage({ head: told });
  const parts = JSON.parse(told), part = (name) => fetch(new URL(name, new URL(head, location.href))).then((answer) => answer.text());
  worker.postMessage({ rest: await part(parts.rest) });
  let { foreign } = parts;
  const ask = (query, id) => new Promise((done) => {
    worker.onmessage = ({ data }) => { if (data.id === id) done(data); };
    worker.postMessage({ id, query, most });
  });
  const found = [];
  for (const [id, query] of queries.entries()) {
    let data = await ask(query, id);
    if (data.isForeign && foreign) {
      worker.postMessage({ foreign: await part(foreign) });
      foreign = "";
      data = await ask(query, id);
    }
    found.push(whole ? data : data.results);
  }
  worker.terminate();
  return found;
}"""


def search(page, queries: list[str], most: int = 20) -> list[list[dict]]:
    """What the built engine and index find for each query, as the page would be told."""
    return page.evaluate(ASK, [queries, most, False])


def answers_to(page, queries: list[str]) -> list[dict]:
    """The same with whether the best may answer at once (`sure`), and how many were found (`count`)."""
    return page.evaluate(ASK, [queries, FIRST, True])


def rows(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def open_search(page, query: str):
    """Type a query into the dialog, and wait for what it finds."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.locator("dialog:has([data-said]:not(:empty)) [role=listbox]:not([aria-busy])").wait_for(state="attached")
    return page.locator("dialog")


# --- finding ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", HOMES)
@pytest.mark.parametrize(
    ("queries", "each"),
    [("development", 1), ("learnt", PART), in_a_sweep("learnt", 1), ("places", 1), in_a_sweep("unseen", 1)],
)
def test_what_is_asked_for_is_first_and_seldom_something_wrong_is_sure(open_page, site, language, queries, each):
    contract = Answers(json.loads((site / "handbook.json").read_text(encoding="utf-8")))
    asked = [row for row in rows(QUERIES / f"{queries}.tsv") if row[0] == language][::each]
    places, confident, silent, missed = [], 0, [], []
    for (_, query, targets, _), answer in zip(
        asked, answers_to(open_page(HOMES[language]), [row[1] for row in asked]), strict=True
    ):
        urls = list(dict.fromkeys(result["entry"]["url"] for result in answer["results"]))
        if targets == "nothing":
            silent.append(answer["count"] == 0)
            confident += answer["sure"]
        else:
            right = [any(contract.right(url, target, language) for target in targets.split()) for url in urls]
            confident += answer["sure"] and not right[0]
            places.append(right.index(True) + 1 if True in right else 0)
            if places[-1] != 1:
                missed.append(f"{query}: {places[-1] or 'not found'}, first {urls[:2]}")
    first, among_three, wrong, nothing = LEAST[queries]
    firsts, in_three = places.count(1), sum(1 <= place <= 3 for place in places)
    said = f"first {firsts}, among three {in_three} of {len(places)}, confident and wrong {confident}, silent {sum(silent)}"
    reached = (
        firsts >= first * len(places),
        in_three >= among_three * len(places) - 1,
        confident <= max(1, wrong * len(asked)),
        sum(silent) >= nothing * len(silent),
    )
    # Nobody is shown what is missed of those that are not to be learnt from.
    assert all(reached), said if queries == "unseen" else "\n".join([said, *missed])


@pytest.mark.every_other
@pytest.mark.parametrize("language", HOMES)
def test_every_title_finds_its_own_page(open_page, site, language):
    data = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    things = [
        *data["scenarios"],
        *data["channels"],
        *data["templates"],
        *(step for procedure in data["procedures"] for step in procedure["steps"]),
    ]
    # The guide's own name for a scenario finds it as its title does.
    named = [
        (thing, thing[key][language]) for thing in things for key in ("title", "name", "guide_name") if key in thing
    ]
    found = search(open_page(HOMES[language]), [name for _, name in named], 3)
    missed = [
        name
        for (thing, name), results in zip(named, found, strict=True)
        if thing["url"][language] not in [result["entry"]["url"] for result in results]
    ]
    assert not missed


SAME = {
    "zh": [
        [
            "会议纪要",
            "會議紀要",
            "会议记要",
            "会义纪要",
            "huiyijiyao",
            "HuiYi JiYao",
            "hyjy",
            "ｈｙｊｙ",
            "meeting minutes",
            "meating minutes",
        ],
        ["盖章函", "蓋章函", "gaizhanghan", "gzh", "盖张函"],
        ["企业微信", "企業微信", "qiyeweixin", "WeCom", "ＷｅＣｏｍ"],
    ],
    "en": [
        [
            "meeting minutes",
            "Meeting  Minutes",
            "meeting minute",
            "ｍｅｅｔｉｎｇ ｍｉｎｕｔｅｓ",
            "meetign minutes",
            "meeting minu",
            "会议纪要",
            "huiyijiyao",
        ],
        ["apologise to a customer", "apologize to a customer", "apologising to customers", "apologizing to customers"],
        ["e-mail", "email", "E-Mail", "emial", "邮件"],
        ["cancel a meeting", "cancellation of a meeting", "a meeting was canceled"],
        ["install a program", "installation of a program", "installing programs"],
    ],
}


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("language", "ways"),
    [(language, ways) for language in SAME for ways in SAME[language]],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_however_it_is_written_the_same_page_is_first(open_page, language, ways):
    firsts = [
        results[0]["entry"]["url"] if results else None for results in search(open_page(HOMES[language]), ways, 1)
    ]
    assert len(set(firsts)) == 1 and firsts[0], dict(zip(ways, firsts, strict=False))


@pytest.mark.parametrize(
    ("home", "query", "first", "never"),
    [
        ("", "产假多久", "contacts/#parental-leave", ""),
        ("en/", "parental leave how long", "en/contacts/#parental-leave", ""),
        ("en/", "how long is maternity leave", "en/contacts/#parental-leave", ""),
        ("en/", "how do I claim travel expenses", "en/contacts/#expenses", "complaint"),
    ],
)
def test_who_asks_for_leave_or_money_gets_whoever_handles_it(open_page, home, query, first, never):
    (found,) = search(open_page(home), [query], 3)
    urls = [result["entry"]["url"] for result in found]
    assert urls[0] == first and not (never and any(never in url for url in urls))


HOSTILE = [
    "x" * 10_000,
    "会" * 10_000,
    "<img src=x onerror=alert(1)>",
    "\x00\x07\u202e\ufeff",
    ".*+?^${}()|[]\\",
    "(((((",
    "？！。、，",
    "😀👩‍👩‍👧",
    "' OR 1=1 --",
    "__proto__",
    "constructor",
    "a\u0301" * 50,
    "\ud800",
    "    ",
    "\u200b",
]


@pytest.mark.parametrize("language", ["zh", in_a_sweep("en")])
def test_whatever_is_typed_is_answered_without_a_script_error(open_page, language):
    page = open_page(HOMES[language])
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("dialog", lambda dialog: messages.append(dialog.message))
    page.keyboard.press("/")
    box = page.locator("dialog [role=combobox]")
    page.locator("dialog [role=option]").first.wait_for()
    for query in HOSTILE:
        box.evaluate("(box, query) => { box.value = query; box.dispatchEvent(new Event('input')); }", query)
        page.wait_for_function(
            "document.querySelector('dialog [data-said]').textContent || document.querySelector('dialog [role=group]')"
        )
    assert page.locator("dialog img").count() == 0
    box.fill("urgent")
    page.locator("dialog .found mark").first.wait_for()
    assert messages == []


@pytest.mark.sweep
def test_half_a_character_is_searched_for_like_any_other(open_page):
    page = open_page("en/")
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    dialog = open_search(page, "urgent")
    dialog.locator("[role=combobox]").evaluate(
        "(box) => { box.value = '\\ud800'; box.dispatchEvent(new Event('input')); }"
    )
    dialog.get_by_role("link", name="Tell the editors").wait_for()
    assert faults == []


# --- the box ---------------------------------------------------------------------------------------------------------


def test_nothing_is_loaded_before_the_reader_reaches_for_it(open_page, address):
    page = open_page("404.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{address}en/channels/")
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    assert not [name for name in asked if name.startswith("search")]
    with page.expect_request("**/search-rest.*.json") as rest:
        page.keyboard.press("/")
    assert rest.value
    page.locator("dialog [role=option]").first.wait_for()
    assert sorted(re.sub(r"\.\w{10}\.", ".", name) for name in asked if name.startswith("search")) == [
        "search-engine.js",
        "search-rest.json",
        "search.js",
        "search.json",
    ]


def test_it_is_loaded_while_the_finger_is_still_down(open_page):
    page = open_page("en/channels/")
    opener = page.locator("[data-open-search]").first
    opener.hover()
    with page.expect_request("**/search-rest.*.json"):
        page.mouse.down()
    assert not page.locator("dialog.search[open]").count()
    page.mouse.up()
    page.locator("dialog [role=option]").first.wait_for()


def test_titles_answer_while_the_rest_still_loads_and_nothing_typed_is_lost(open_page):
    page = open_page("en/channels/")
    held = []
    page.route("**/search-rest.*.json", lambda route: held.append(route))
    page.keyboard.press("/")
    page.keyboard.type("urgent matter", delay=5)
    page.locator("dialog .found mark").first.wait_for()
    assert page.locator("dialog [role=combobox]").input_value() == "urgent matter"
    assert page.locator("dialog [role=option]").first.get_attribute("href").endswith("scenarios/urgent-matter/")
    page.locator("dialog [role=combobox]").fill("furious")
    page.locator("dialog [data-said]", has_text="Still loading").wait_for()
    assert page.locator("dialog [role=listbox][aria-busy]").count() and not page.locator("dialog [role=option]").count()
    # What is only near would give way to something else under the reader's finger; nor is another question's answer left there.
    page.locator("dialog [role=combobox]").fill("urgent matter")
    page.locator("dialog [data-answer]:visible").wait_for()
    page.locator("dialog [role=combobox]").fill("customer refuses to pay")
    page.locator("dialog [data-said]", has_text="Still loading").wait_for()
    assert not page.locator("dialog [role=option]").count()
    expect(page.locator("dialog [data-answer]")).to_be_hidden()
    page.locator("dialog [role=combobox]").fill("furious")
    held[0].continue_()
    page.locator("dialog [role=option]", has_text="complaint").first.wait_for()
    page.locator("dialog [role=combobox]").fill("xyzzy")
    page.locator("dialog [data-said]", has_text="Nothing found").wait_for()


@pytest.mark.parametrize(
    ("home", "query", "page_found"),
    [
        ("", "salary is wrong", "contacts/#pay"),
        ("en/", "工资条不对", "en/contacts/#pay"),
        ("en/", "gongzitiaobudui", "en/contacts/#pay"),
    ],
)
def test_a_question_in_the_other_language_finds_as_well(open_page, home, query, page_found):
    page = open_page(home)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/search-foreign." in request.url else None)
    dialog = open_search(page, query)
    first = dialog.locator(f"[data-results]:not([aria-busy]) [role=option][aria-selected=true][href$='{page_found}']")
    first.wait_for()
    dialog.locator("[role=combobox]").fill("")
    first.wait_for(state="detached")
    dialog.locator("[role=combobox]").fill(query)
    first.wait_for()
    assert len(asked) == 1, "what is there is not asked for again"


@pytest.mark.parametrize(("query", "title"), [("minutes", "Meeting minutes"), ("meeting", "Before a meeting")])
def test_the_reader_keeps_the_place_when_more_of_the_index_arrives(open_page, query, title):
    page = open_page("404.html")
    held = []
    page.route("**/search-rest.*.json", lambda route: held.append(route))
    page.goto(page.url.replace("404.html", "en/"))
    page.keyboard.press("/")
    page.keyboard.type(query)
    dialog = page.locator("dialog")
    dialog.locator("[data-results][aria-busy] .found", has_text=title).first.wait_for()  # others may follow
    page.keyboard.press("ArrowDown")
    chosen = dialog.locator("[role=option][aria-selected=true]")
    before = chosen.get_attribute("href")
    dialog.locator("[data-results]").evaluate("(list) => { list.firstElementChild.dataset.old = ''; }")
    held[0].continue_()
    dialog.locator("[data-results]:not(:has([data-old]))").wait_for(state="attached")
    assert chosen.count() == 1 and chosen.get_attribute("href") == before
    expect(dialog.locator("[aria-busy]")).to_have_count(0)
    weaker = dialog.get_by_role("button", name="Show weaker results")
    assert weaker.count() == 1, "weak results are shown only where the reader stands on one"


def test_the_box_tells_what_it_shows_to_those_who_listen(open_page):
    page = open_page("en/")
    dialog = open_search(page, "minutes")
    box = dialog.locator("[role=combobox]")
    listed = page.locator(f"#{box.get_attribute('aria-controls')}")
    assert listed.get_attribute("role") == "listbox" and box.get_attribute("aria-expanded") == "true"
    shown, told = dialog.locator("[data-said]"), dialog.locator("[data-said] + [role=status]")
    assert shown.inner_text().endswith("results") and shown.get_attribute("aria-live") == "off"
    assert told.text_content() != shown.text_content()  # not with each key, but once the typing rests
    told.filter(has_text=shown.inner_text()).wait_for(state="attached")
    assert dialog.get_by_role("status").count() == 1, "one place that speaks"
    for number in (0, 1):
        active, chosen = box.evaluate("""(box) => {
            const options = [...box.closest("dialog").querySelectorAll("[role=option]")];
            return [options.findIndex((option) => option.id === box.getAttribute("aria-activedescendant")),
                options.flatMap((option, place) => option.getAttribute("aria-selected") === "true" ? [place] : [])];
        }""")
        assert chosen == [active] and (active == 0 if number == 0 else active > 0)
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert dialog.is_hidden()


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("path", "query", "kind", "title", "said"),
    [
        ("", "紧急", "场景", "紧急事务处理", "电话"),
        ("en/", "urgent", "Scenario", "An urgent matter", "Phone"),
        ("", "会议纪要", "模板", "会议纪要", "在线填写"),
        ("en/", "meeting minutes", "Template", "Meeting minutes", "Fill in online"),
    ],
)
def test_a_result_shows_its_kind_and_the_best_one_its_answer_at_once(
    open_page, address, path, query, kind, title, said
):
    page = open_page(path)
    dialog = open_search(page, query)
    first = dialog.locator("[role=option]").first
    assert first.locator(".found__kind").inner_text() == kind
    assert first.locator(".found__title").inner_text() == title
    assert first.locator("mark").count()
    answer = dialog.locator("[data-answer]")
    answer.locator("a").first.wait_for()  # where titles alone leave it open, once the rest of the index is there
    assert said in answer.inner_text()
    link = answer.locator("a").first.evaluate("(link) => link.href")
    assert page.request.get(link).ok


@pytest.mark.parametrize(
    ("path", "query", "numbers"),
    [
        ("", "火警", ("tel:+861055550100", "tel:119", "tel:120")),
        ("en/", "injury", ("tel:+861055550100", "tel:119", "tel:120")),
        ("en/", "fire", ("tel:+861055550100", "tel:119", "tel:120")),
        ("", "被骗转账", ("tel:+861055550210", "tel:110", "tel:+861055550100")),
    ],
)
def test_in_danger_the_numbers_to_call_stand_first_and_nobody_is_told_to_wait(open_page, path, query, numbers):
    dialog = open_search(open_page(path), query)
    answer = dialog.locator("[data-answer]")
    answer.locator(".search__answer-text").wait_for()  # once the rest of the index is there
    links = answer.locator("a[href^='tel:']").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert links[0] == numbers[0] and set(numbers) <= set(links)
    told = dialog.locator(".found__part").all_inner_texts()
    assert not re.search(r"15\s?(分钟|minutes)", " ".join(told))


@pytest.mark.parametrize(
    ("path", "query", "title", "said"),
    [
        ("en/", "escalate", "Escalation", "Asking others to decide"),
        ("", "里程碑", "关键节点", "检查点"),
        ("en/", "leaked personal data", "Personal data or restricted information got out", "+86"),
        ("", "客户不付钱怎么办", "电话里怎么开口", "电话"),
        ("en/", "bribe", "Reporting bribery, fraud or a conflict of interest", "+86"),
    ],
)
def test_a_bare_word_is_answered_by_what_it_means_or_by_whom_to_ask(open_page, path, query, title, said):
    answer = open_search(open_page(path), query).locator("[data-answer]")
    expect(answer.locator(".search__answer-title")).to_have_text(title)
    expect(answer).to_contain_text(said)


def test_a_scenario_without_a_number_to_call_is_no_answer_above_itself(open_page):
    dialog = open_search(open_page("en/"), "saying no to a colleague")
    expect(dialog.locator("[role=option] .found__title").first).to_have_text("Saying no to a colleague")
    expect(dialog.locator("[data-results]:not([aria-busy])")).to_be_visible()
    assert dialog.locator("[data-answer]").is_hidden()


@pytest.mark.sweep
@pytest.mark.parametrize("language", HOMES)
def test_a_few_letters_find_whole_words_and_beginnings_alone(open_page, language):
    abbreviation, beginning, slip = answers_to(open_page(HOMES[language]), ["RACI", "minut", "racxi"])
    assert not abbreviation["results"] and not slip["results"]
    assert beginning["results"][0]["entry"]["url"].endswith("meeting-minutes/")


@pytest.mark.sweep
def test_a_section_is_found_by_itself(open_page):
    [found] = search(open_page("en/"), ["my manager does not answer"], 1)
    assert found[0]["entry"]["url"] == "en/scenarios/overdue-answer/#own-manager"
    [found] = search(open_page(""), ["领导不回复我"], 1)
    assert found[0]["entry"]["url"] == "scenarios/overdue-answer/#own-manager"


@pytest.mark.sweep
def test_a_page_that_has_the_words_only_in_its_text_shows_the_piece_that_has_them(open_page, site):
    rest = json.loads(published(site, "en/assets/search-rest.json").read_text(encoding="utf-8"))
    head = json.loads(published(site, "en/assets/search.json").read_text(encoding="utf-8"))
    known = json.dumps([head["entries"], head["names"], rest["texts"], rest["names"], rest["synonyms"]]).lower()
    words = (
        (sign + term.partition(" ")[0], term.count(" "))
        for sign, terms in sorted(rest["body"].items())
        for term in terms.split(",")
    )
    word = max((word for word, pages in words if word[:5] not in known and pages == 1), key=len)
    page = open_page("en/")
    dialog = open_search(page, word)
    dialog.locator("[role=option]").first.locator(".found__text mark").first.wait_for()
    assert word[:5] in dialog.locator("[role=option]").first.locator(".found__text").inner_text().lower()


def test_enter_opens_the_active_result_and_with_control_a_new_tab(open_page):
    page = open_page("en/about/")
    open_search(page, "urgent matter")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    opened.value.wait_for_url("**/en/scenarios/urgent-matter/")
    assert page.url.endswith("/en/about/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/scenarios/urgent-matter/")


@pytest.mark.parametrize(
    ("home", "typed", "place"),
    [
        ("", "早上发烧", "scenarios/absence/#this-morning"),
        ("en/", "ill this morning", "en/scenarios/absence/#this-morning"),
        ("en/", "may I record the meeting", "en/channels/video-meeting/#recording"),
        ("", "购物卡", "scenarios/meals-and-gifts/#limits"),
        ("en/", "refuse a gift", "en/scenarios/meals-and-gifts/#no-answer"),
    ],
)
def test_a_result_opens_where_its_page_says_what_was_asked_and_no_other_opens_there(open_page, home, typed, place):
    page = open_page(f"{home}about/")
    dialog = open_search(page, typed)
    expect(dialog.locator("[role=option] a, a[role=option]").first).to_have_attribute("href", re.compile(f"{place}$"))
    opened = dialog.locator("[role=option] a, a[role=option]").evaluate_all("(all) => all.map((each) => each.href)")
    assert len(opened) == len(set(opened))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{place}")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_box_on_the_home_page_opens_the_same_search(open_page, width):
    page = open_page("en/", width=width)
    page.locator(".home__search").click()
    page.keyboard.type("urgent")
    page.locator("dialog .found mark").first.wait_for()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_where_it_cannot_be_loaded_the_reader_gets_the_page_that_lists_everything(open_page, address):
    page = open_page("404.html")
    page.route("**/assets/search.*.js*", lambda route: route.abort())
    page.goto(f"{address}en/channels/")
    page.keyboard.press("/")
    page.wait_for_url("**/en/search/")
    assert page.locator("#everything").is_visible()


# --- the first screen, the last searches, nothing found -------------------------------------------------------------------


@pytest.mark.parametrize("language", HOMES)
def test_before_typing_it_offers_frequent_questions_that_lead_somewhere(open_page, language):
    page = open_page(HOMES[language])
    page.keyboard.press("/")
    options = page.locator("dialog [role=option]")
    options.first.wait_for()
    assert options.count() >= 5
    links = options.evaluate_all("all => all.map((each) => each.href)")
    assert all(page.request.get(link).ok for link in links)
    page = open_page(f"{HOMES[language]}search/", width=768)
    own = page.locator("search-page [role=option]")
    assert own.evaluate_all("all => all.map((each) => each.href)") == links, "its page shows them before anybody asks"
    where = page.locator("search-page").bounding_box()
    assert where["x"] < 40 and where["width"] > 680, "no room is left for pages beside it, which it has none of"
    page.locator("search-page [role=combobox]").focus()
    page.wait_for_function("!document.querySelector('search-page [data-results]').ariaBusy")
    assert own.evaluate_all("all => all.map((each) => each.href)") == links


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["search/", "en/search/"])
def test_the_field_of_the_page_of_results_is_cleared_at_once(path, open_page):
    page = open_page(path)
    field, clear = page.locator("search-page [role=combobox]"), page.locator("search-page [data-clear]")
    assert clear.is_hidden()
    field.fill("mail")
    page.wait_for_url("**#q=mail")
    clear.click()
    assert field.input_value() == "" and clear.is_hidden() and "#" not in page.url
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    page.locator("search-page [role=option]").first.wait_for()


def test_last_searches_are_offered_again_and_can_be_erased(open_page, address):
    page = open_page("en/")
    open_search(page, "urgent matter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/urgent-matter/")
    page.goto(f"{address}en/about/")
    page.keyboard.press("/")
    page.get_by_role("option", name="urgent matter").click()
    page.locator("dialog .found mark").first.wait_for()
    page.locator("dialog [role=combobox]").fill("")
    page.get_by_role("button", name="Erase my searches").click()
    assert page.get_by_role("option", name="urgent matter").count() == 0
    assert page.evaluate("localStorage.getItem('handbook:searches@/')") is None


@pytest.mark.parametrize(("path", "offered"), [("", ["找谁", "VPN"]), ("en/", ["VPN", "chase an answer"])])
def test_of_the_last_searches_those_of_the_language_are_offered(open_page, path, offered):
    page = open_page(path)
    page.evaluate("""localStorage.setItem('handbook:searches@/', '["找谁", "VPN", "chase an answer"]')""")
    page.keyboard.press("/")
    last = page.locator("dialog [role=group]").filter(has_text="VPN").get_by_role("option")
    expect(last).to_have_text(offered)


@pytest.mark.every_other
@pytest.mark.parametrize("kept", ["{", "null", '{"a": 1}', '[1, {"x": "<b>"}, "ok"]', '["' + "x" * 500 + '"]'])
def test_damaged_last_searches_do_no_harm(open_page, kept):
    page = open_page("en/")
    page.evaluate("(kept) => localStorage.setItem('handbook:searches@/', kept)", kept)
    open_search(page, "urgent")
    assert page.locator("dialog .found mark").count()


def test_who_comes_back_from_a_result_finds_the_search_as_it_was_left(open_page):
    page = open_page("en/channels/")
    dialog = open_search(page, "lost badge")
    dialog.locator("[role=option]").nth(1).click()
    page.wait_for_url(re.compile(r"/en/(?!channels/$)"))
    page.go_back()
    expect(dialog).to_be_visible()
    expect(dialog.locator("[role=combobox]")).to_have_value("lost badge")
    dialog.locator("[role=option]").nth(1).wait_for()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.wait_for_load_state("networkidle")  # Closing goes back a step, which a reload at once would cut short.
    page.reload()
    expect(dialog).to_be_hidden()


@pytest.mark.sweep
def test_how_long_something_is_kept_and_what_outsiders_are_owed_is_answered_at_once(open_page):
    for path, query, title, said in (
        ("", "会议纪要要保存多久", "会议纪要", "保留多久"),
        ("en/", "how long are recordings stored", "Recordings", "Keep for"),
        ("", "客户投诉几小时内要回", "客户投诉", "2"),
        ("en/", "how soon must we answer a journalist", "Enquiry from the media", "1 hour"),
    ):
        answer = open_search(open_page(path), query).locator("[data-answer]")
        expect(answer.locator(".search__answer-title")).to_contain_text(title)
        expect(answer).to_contain_text(said)


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("en/", "refund"),
        ("en/", "out of office"),
        ("", "客户要护照复印件"),
        ("", "代理人找谁"),
        ("en/", "policy"),
    ],
)
def test_whoever_is_called_a_part_of_what_was_typed_is_not_named(open_page, path, query):
    dialog = open_search(open_page(path), query)
    dialog.locator("[role=option]").first.wait_for()
    expect(dialog.locator("[data-answer]")).to_be_hidden()


@pytest.mark.sweep
def test_a_raise_is_answered_by_where_it_is_talked_about_and_by_nobody(open_page):
    answer = open_search(open_page("en/"), "ask for a raise").locator("[data-answer]")
    expect(answer.get_by_role("link", name="Pay rises and promotions")).to_be_visible()
    expect(answer.locator("[href*='contacts/']")).to_have_count(0)


def test_nothing_found_leads_on_and_to_the_editors(open_page):
    page = open_page("en/")
    dialog = open_search(page, "xyzzy qwfp")
    assert dialog.locator("[data-said]").inner_text() == "Nothing found for “xyzzy qwfp”."
    mail = unquote(dialog.get_by_role("link", name="Tell the editors").get_attribute("href"))
    assert mail.startswith("mailto:") and "xyzzy qwfp" in mail
    assert dialog.locator("[data-foot] li a").count() >= 3
    assert dialog.get_by_role("link", name="See who handles what").get_attribute("href").endswith("/en/contacts/")
    assert page.request.get(
        dialog.get_by_role("link", name="Not sure which channel").evaluate("(link) => link.href")
    ).ok


@pytest.mark.sweep
def test_what_a_result_shows_of_a_page_is_prose(open_page):
    """No note that is hidden, nothing that only paper has, no button; and no cells run together."""
    page = open_page("search/#q=TS2026046")
    shown = page.locator("search-page [role=option]", has_text="投诉记录表")
    expect(shown).to_contain_text("投诉编号 TS-2026-046 受理部门")  # a piece of the page itself, each cell apart
    assert not re.search(r"本页应在|example\.com|1个工作日\S", shown.inner_text().partition("…")[2])


PIECES = """<h1>Title</h1><p>One<br>line</p><ul><li>Begin<ul><li>within</li></ul></li></ul><svg><text>drawn</text></svg>
<figure><figcaption>Below</figcaption>picture</figure><label>Name<input></label>typed<pre>code</pre>behind<select><option>a</option></select>
<p hidden>never</p><p class="printed">on paper</p>
<p class="leads-on">on</p><run-panel>runs</run-panel><dl><dt>What</dt><dd>Text<p>more</p></dd></dl><em>in</em>side"""


def test_the_browser_reads_a_page_as_the_index_did(browser):
    server, url = serve(ROOT / "overrides")
    page = browser.new_page()
    page.goto(url)
    read = """async (html) => (await import("/search/prose.js")).proseOf(new DOMParser().parseFromString(html, "text/html").body)"""
    prose = page.evaluate(read, PIECES)
    page.close()
    server.shutdown()
    assert prose == page_of("", "", PIECES).prose
    assert prose.startswith("One line Begin within Below picture Name typedbehind What Text more inside")


@pytest.mark.sweep
def test_where_nothing_fits_what_is_nearest_is_offered_as_such(open_page):
    page = open_page("en/")
    dialog = open_search(page, "minuutees")
    assert dialog.locator("[data-said]").inner_text() == "Nothing says exactly “minuutees”. These come nearest."
    assert dialog.get_by_role("group", name="Nearest").get_by_role("option").count()
    assert dialog.get_by_role("link", name="See who handles what").is_visible()
    assert dialog.locator("[data-foot] li").count() == 0, "what is near has the room"
    assert dialog.locator("[aria-selected=true]").count() == 0


@pytest.mark.sweep
def test_what_is_answered_is_not_called_near_and_stands_first(open_page):
    dialog = open_search(open_page("en/"), "laptop stolen on train")
    assert dialog.locator("[data-answer] a[href^='tel:']").count()
    assert dialog.locator("[role=option]").first.get_attribute("href").endswith("/contacts/#lost-device")
    assert not dialog.get_by_role("group", name="Nearest").count()


@pytest.mark.parametrize(
    ("language", "heading", "nonsense"),
    [("zh", "这些字出现在", "今天晚上吃什么菜好呢"), ("en", "Where these words stand", "hello kitty")],
)
def test_words_copied_from_the_middle_of_a_page_find_it(open_page, site, language, heading, nonsense):
    whole = json.loads(published(site, f"{HOMES[language]}assets/search-whole.json").read_text(encoding="utf-8"))
    url = f"{HOMES[language]}about/legal/"
    text = next(text for address, _, text in whole["pages"] if address == url)
    middle = re.compile(
        r"(?<=，)[^\W\d_a-z]{7,12}(?=。)" if language == "zh" else r"(?<= )(?:[a-z]{3,9} ){4}[a-z]{4,9}(?= )"
    )
    phrases = [each for each in middle.findall(text) if sum(each in told for *_, told in whole["pages"]) == 1]
    page = open_page(HOMES[language])
    phrase = next(
        phrase
        for phrase, answer in zip(phrases, answers_to(page, phrases), strict=True)
        if not answer["sure"] and url not in [result["entry"]["url"] for result in answer["results"]]
    )
    dialog = open_search(page, phrase)
    standing = dialog.get_by_role("group", name=heading).get_by_role("option")
    standing.first.wait_for()
    assert standing.count() == 1 and standing.first.get_attribute("href").endswith("about/legal/")
    assert standing.first.locator("mark").inner_text() == phrase
    assert dialog.locator("[role=option]").last.get_attribute("href") == standing.first.get_attribute("href")
    assert dialog.locator("[data-foot] li").count() == 0, "no other ways on take the room of what was found"
    links = dialog.locator("[role=option]").evaluate_all("all => all.map((each) => each.href)")
    assert len(links) == len({*links}), "nothing twice"
    box = dialog.locator("[role=combobox]")
    box.fill(nonsense)
    dialog.locator("[data-said]", has_text=nonsense).wait_for()
    page.wait_for_timeout(600)
    assert dialog.get_by_role("group", name=heading).count() == 0


@pytest.mark.parametrize("language", HOMES)
def test_how_the_handbook_is_made_and_code_stand_in_no_answer_of_the_very_words(site, language):
    whole = json.loads(published(site, f"{HOMES[language]}assets/search-whole.json").read_text(encoding="utf-8"))
    found = {address.removeprefix("en/"): text for address, _, text in whole["pages"]}
    assert "about/privacy/" in found and not {"about/authors/", "about/changes/", "about/reviews/"} & {*found}
    assert not [address for address, text in found.items() if "{{" in text]


@pytest.mark.sweep
def test_without_the_text_of_pages_the_search_answers_as_before_and_says_nothing(open_page, address):
    page = open_page("404.html")
    messages, asked = [], []
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.route("**/search-whole.*.json", lambda route: (asked.append(1), route.fulfill(status=404, body="gone")))
    page.goto(f"{address}en/")
    dialog = open_search(page, "silence outside is never a yes")
    said = dialog.locator("[data-said]").inner_text()
    page.wait_for_timeout(700)
    assert asked and dialog.locator("[data-said]").inner_text() == said and messages == []
    assert dialog.get_by_role("group", name="Where these words stand").count() == 0


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_page_of_all_results_takes_its_query_from_the_address_and_filters_by_kind(open_page, address):
    page = open_page("404.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/search/#q=meeting")
    options = page.locator("search-page [role=option]")
    options.first.wait_for()
    count = options.count()
    assert page.locator("search-page [role=combobox]").input_value() == "meeting"
    page.get_by_role("radio", name="Template").check()
    page.wait_for_function(
        "(count) => document.querySelectorAll('search-page [role=option]').length < count", arg=count
    )
    assert set(options.locator(".found__kind").all_inner_texts()) == {"Template"}
    assert page.get_by_text("Nearest", exact=True).count() == 0, "the best of the kind says all that was typed"
    page.set_viewport_size({"width": PHONE, "height": 800})
    tops = page.locator(".search-page .search__kinds label").evaluate_all("all => all.map((each) => each.offsetTop)")
    assert len(tops) > 3 and len({*tops}) == 1, "on a phone they stand in one line, which the finger moves"
    page.keyboard.press("/")
    page.locator("search-page [role=combobox]").fill("urgent")
    page.wait_for_url("**/en/search/#q=urgent")
    assert not [url for url in asked if "q=" in url.partition("#")[0]]


def test_the_dialog_leads_to_all_results(open_page):
    page = open_page("en/")
    dialog = open_search(page, "meeting")
    assert dialog.get_by_role("option").count() >= 9, "more, once the words of all pages are there"
    dialog.locator("[role=option][href$='search/#q=meeting']").click()
    page.wait_for_url("**/en/search/#q=meeting")
    page.locator("search-page .found mark").first.wait_for()


def test_without_a_script_the_search_leads_to_a_list_of_everything(open_page, site):
    page = open_page("en/", java_script_enabled=False)
    page.get_by_role("link", name="Search", exact=True).click()
    data = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    for kind in ("scenarios", "channels", "templates", "checklists"):
        for thing in data[kind]:
            assert page.locator(f"#content a[href$='{thing['url']['en'].removeprefix('en/')}']").count(), thing["id"]
    for written in ("reference/seals/", "about/privacy/", "onboarding/mentor/", "guide/scope/"):
        assert page.locator(f"#content .search-page__all a[href$='{written}']").count() == 1, written
    under_it = page.locator("h3:has-text('Who to ask') ~ h4:text-is('Travel') + ul a")
    assert "A visa letter" in under_it.all_inner_texts() and "Booking a meeting room" not in under_it.all_inner_texts()


def test_the_words_of_pages_are_in_the_index_where_it_says_them_nowhere_else():
    said = ["样品", "会议", "邮件", "电话", "渠道"]
    texts = ["押金 押金", "押金 验收 deposit", "样品 deposit", *said[1:]]
    assert telling_terms(texts, ["", "", *said], [0] * len(texts)) == {"d": "eposit 1 1", "押": "金 0 1", "验": "收 1"}


def test_the_index_is_light(site):
    """What a first search asks for, packed, and all of what it asks for. Chinese needs 51.0 and 144 KB for 226 pages and 83 matters with a
    contact; the bounds leave room for some pages more (`make bench` measures the rest)."""
    for home in HOMES.values():
        first = ("assets/found.css", "assets/search.js", "assets/search-engine.js", f"{home}assets/search.json")
        weights = [
            len(gzip.compress(published(site, file).read_bytes()))
            for file in (*first, f"{home}assets/search-rest.json")
        ]
        assert sum(weights[: len(first)]) < 52 * 1024 and sum(weights) < 150_000, weights


# --- what is shown once, and what is not shown -----------------------------------------------------------------------


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "query", "weak"),
    [
        ("", "打印机坏了", "无障碍"),
        ("", "报销找谁", "工伤怎么报、怎么认定"),
        ("en/", "I am sick today", "An urgent matter"),
        ("en/", "printer", "Accessibility"),
    ],
)
def test_beside_what_answers_nothing_weak_is_shown(open_page, path, query, weak):
    titles = [each["title"] for each in answers_to(open_page(path), [query])[0]["results"]]
    shown = open_search(open_page(path), query).locator("[role=option] .found__title").all_inner_texts()
    assert weak not in [*shown, *titles] and 1 <= len(shown) <= 3


@pytest.mark.sweep
@pytest.mark.parametrize(("path", "query"), [("", "打印机坏了"), ("en/", "printer"), ("", "工资表")])
def test_what_answers_above_is_seen_once_and_is_what_enter_opens(open_page, path, query):
    dialog = open_search(open_page(path), query)
    title = dialog.locator(".search__answer-title")
    above = dialog.locator("[role=option][data-above]")
    assert above.count() == 1 and above.locator(".found__title").inner_text() == title.inner_text()
    assert above.bounding_box()["height"] <= 1 and above.get_attribute("aria-selected") == "true"
    assert above.evaluate("(option) => option.href") == title.evaluate("(link) => link.href")


@pytest.mark.sweep
def test_what_may_be_sent_says_first_by_what_it_may_and_may_not_go(open_page):
    for path, begins in (("", ["可以用：", "不可以用：", "限定范围"]), ("en/", ["Yes: ", "No: ", "Restricted"])):
        said = open_search(open_page(path), "工资表" if not path else "salary list").locator(".search__answer-text")
        lines = said.all_inner_texts()
        assert [line.startswith(begin) for line, begin in zip(lines, begins, strict=True)] == [True] * 3, lines


@pytest.mark.parametrize("path", ["search/", "en/search/", "en/search/#q=printer"])
def test_the_list_of_everything_is_folded_where_the_search_works(open_page, path):
    page = open_page(path, width=390)
    assert page.evaluate("document.documentElement.scrollHeight") < 1500
    page.locator("summary h2").click()
    expect(page.locator(".search-page__all a").first).to_be_visible()


@pytest.mark.sweep
@pytest.mark.parametrize("home", ["", "en/"])
def test_on_a_phone_a_title_has_the_whole_line_and_its_kind_stands_below_it(open_page, home):
    page = open_page(f"{home}search/#q={'抄送' if not home else 'saying no'}", width=390)
    option = page.locator("[role=option]:not([data-above])").first
    option.locator(".found__kind").wait_for()
    row, title, kind = [
        option.bounding_box(),
        *(option.locator(f".found__{name}").bounding_box() for name in ("title", "kind")),
    ]
    assert title["x"] - row["x"] < 24 and kind["y"] >= title["y"] + title["height"] - 2
