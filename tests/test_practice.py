"""The practice: enough questions, true to the data, readable without a script; rounds, what comes back, a certificate."""

from __future__ import annotations

import functools
import io
import json
from datetime import date

import pikepdf
import pytest
import yaml
from playwright.sync_api import expect

from tests.built_pages import BuiltPage, published, text
from tests.conftest import ROOT, in_a_sweep
from tests.printing import text_of
from tests.test_accessibility import DESKTOP, PHONE, STILL, faults_in_light_and_dark, faults_in_one

PAGE = "onboarding/practice/"
TO_READ = {side: f"{PAGE}{side}/" for side in ("internal", "external")}
"""The pages with all questions, by what they are about."""
LANGUAGES = ["zh", "en"]
CHANNEL_TABLE = ("simple-update", "formal-instruction-report", "complex-discussion", "urgent-matter")
A_ROUND = 10
KEY = "handbook:practice@/"
UNITS = {
    "PT15M": ("15分钟", "15 minutes"),
    "PT1H": ("1小时", "1 hour"),
    "P1D": ("1个工作日", "1 working day"),
    "P2D": ("2个工作日", "2 working days"),
    "P3D": ("3个工作日", "3 working days"),
    "PT2H": ("2个工作小时", "2 working hours"),
    "PT4H": ("4个工作小时", "4 working hours"),
}
"""How a person says the times within which scenarios are answered; in days and several hours all of them are working time."""


@functools.cache
def questions(site, language: str) -> dict[str, dict]:
    """The questions as rounds ask them, by id: the page that each leads to, its situation and its choices."""
    asked = json.loads(published(site, _in(language) + "assets/practice.json").read_text(encoding="utf-8"))
    return {
        each["id"]: {"leads_to": each["url"], "situation": each["situation"], "choices": each["choices"]}
        for each in asked
    }


def _in(language: str) -> str:
    return "" if language == "zh" else f"{language}/"


@functools.cache
def owed_outside() -> set[str]:
    """The scenarios whose answer time is that of a matter from outside."""
    files = (ROOT / "docs" / "data" / "scenarios").glob("*.yml")
    return {file.stem for file in files if yaml.safe_load(file.read_text(encoding="utf-8")).get("outside_time")}


def made_from_data(contract: dict) -> set[str]:
    """The questions that teach a rule: the guide's channel table, the times owed outside, those of urgent matters."""
    return {f"{scenario}-channel" for scenario in CHANNEL_TABLE} | {
        f"{scenario['id']}-time"
        for scenario in contract["scenarios"]
        if scenario["answered_by"] != "nobody" and (scenario["urgency"] == "urgent" or scenario["id"] in owed_outside())
    }


# --- the questions ---------------------------------------------------------------------------------------------------


def test_there_are_enough_questions_of_each_sort_and_both_languages_have_the_same(site, contract):
    chinese, english = (questions(site, language) for language in LANGUAGES)
    assert list(chinese) == list(english)
    assert len(chinese) >= 40
    assert len(chinese.keys() - made_from_data(contract)) >= 20
    assert {name for name in chinese if name.endswith(("-channel", "-time"))} == made_from_data(contract)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_core_scenario_and_every_step_is_asked_about(site, contract, language):
    asked = {question["leads_to"] for question in questions(site, language).values()}
    steps = [step for procedure in contract["procedures"] for step in procedure["steps"]]
    core = [scenario for scenario in contract["scenarios"] if scenario["core"]]
    assert not {part["url"][language] for part in (*steps, *core)} - asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_one_right_answer_and_a_reason_for_each(site, language):
    for name, question in questions(site, language).items():
        choices = question["choices"]
        assert 2 <= len(choices) <= 5 and [choice["right"] for choice in choices].count(True) == 1, name
        assert len({choice["text"] for choice in choices}) == len(choices), name
        assert question["situation"].endswith(("?", "？")), f"{name}: it asks something"
        assert all(choice["because"] for choice in choices), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_choice_has_a_reason_of_its_own(site, language):
    alike = [
        name
        for name, question in questions(site, language).items()
        if len({choice["because"] for choice in question["choices"]}) < len(question["choices"])
    ]
    assert not alike


def test_a_wrong_answer_time_is_told_whose_it_is(site):
    choices = questions(site, "en")["complaint-relationship-time"]["choices"]
    assert {choice["text"]: choice["because"] for choice in choices}["1 working day"] == (
        "1 working day would be right for “Ordinary enquiry from a customer”. This is “Complaint by a customer”, so it is 2 "
        "working hours."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_made_from_data_agree_with_the_data(site, contract, language):
    names = {channel["id"]: channel["name"][language] for channel in contract["channels"]}
    asks = {"us": ("我们最晚", "must we answer"), "colleague": ("同事最晚", "must your colleague answer")}
    for scenario in contract["scenarios"]:
        for kind, answer in (
            ("channel", names[scenario["channels"][0]]),
            ("time", UNITS[scenario["respond_within"]][LANGUAGES.index(language)]),
        ):
            if f"{scenario['id']}-{kind}" not in made_from_data(contract):
                continue
            question = questions(site, language)[f"{scenario['id']}-{kind}"]
            right = [choice["text"] for choice in question["choices"] if choice["right"]]
            assert right == [answer], (scenario["id"], kind)
            assert question["leads_to"] == scenario["url"][language]
            if kind == "time":
                assert asks[scenario["answered_by"]][LANGUAGES.index(language)] in question["situation"], scenario["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_stands_on_one_of_the_pages_to_read_as_it_is_asked(site, contract, language):
    sides = {scenario["url"][language]: scenario["audience"] for scenario in contract["scenarios"]}
    read = {}
    for side, address in TO_READ.items():
        page = BuiltPage(site, _in(language) + address)
        assert len(page.article.xpath("./h2")) > 3, "they stand in groups"
        for row in page.article.xpath(".//*[@data-question]"):
            choices = [
                {
                    "text": text(each).removesuffix(text(each.find("small"))).removeprefix("✓ ").strip(),
                    "right": each.get("data-right") is not None,
                    "because": text(each.find("small")).strip(),
                }
                for each in row.xpath("./details/ul/li")
            ]
            leads_to = page.resolve(row.xpath("./details/p/a/@href")[0]).removeprefix("http://site.test/")
            assert sides.get(leads_to, leads_to.removeprefix("en/").split("/")[1]) == side
            assert row.get("data-question") not in read, "none stands twice"
            read[row.get("data-question")] = {
                "leads_to": leads_to,
                "situation": text(row.xpath("./details/summary")[0]).strip(),
                "choices": choices,
            }
    assert read == questions(site, language)


@pytest.mark.every_other
@pytest.mark.parametrize("language", ["", "en/"])
def test_without_script_every_question_can_be_read_with_its_answer(open_page, language):
    page = open_page(language + PAGE, java_script_enabled=False)
    assert page.locator("[data-part=start]").is_hidden()
    assert page.locator("h1 + p").is_hidden() and page.locator("practice-round > .without-script").is_visible()
    hidden = "(links) => links.filter((link) => !document.querySelector(link.hash).checkVisibility()).length"
    shown = page.locator(".page-toc li:visible a, .layout__toc li:visible a")
    assert shown.count() and not shown.evaluate_all(hidden), "no link to what only a script shows"
    link = page.locator("#all-questions + ul a").first
    where = link.evaluate("(link) => link.href")
    link.click()
    page.wait_for_url(where)  # whole: the page is long
    rows = page.locator("[data-question]")
    assert rows.count() >= 40 and rows.locator("details").count() == rows.count()
    for place in (0, rows.count() - 1):
        answer = rows.nth(place).locator("[data-right]")
        assert answer.is_hidden()
        rows.nth(place).locator("summary").click()
        assert answer.is_visible() and rows.nth(place).locator("p a").is_visible()
        assert "✓" in answer.inner_text()
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in rows.locator("[data-right]").all()), "on paper all answers stand"


# --- rounds ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def practice(open_page):
    """Opens the practice in a profile of its own, with a seed unless told."""
    return lambda path=f"en/{PAGE}#seed=7", **options: open_page(path, **options)


def part(page, name: str):
    return page.locator(f"[data-part={name}]")


def topics(page):
    """What is said of each topic that was asked about, once it has come."""
    rows = part(page, "topic-rows").locator("li")
    rows.first.wait_for()
    return rows


def press(page, what: str) -> None:
    page.locator(f"practice-round button[data-do={what}]:visible").click()
    if what in ("start", "again", "go-on"):
        part(page, "question").wait_for()


def answer(page, known: dict[str, dict], right: bool = True) -> str:
    """Answer the question that is asked, and go on; gives its id."""
    asked = part(page, "situation").inner_text()
    labels = page.locator(".practice__choices label")
    choices = labels.all_inner_texts()
    name, question = next(
        (name, question)
        for name, question in known.items()
        if question["situation"] == asked and {choice["text"] for choice in question["choices"]} == set(choices)
    )
    wanted = next(choice for choice in question["choices"] if choice["right"] == right)
    chosen = labels.nth(choices.index(wanted["text"]))
    chosen.scroll_into_view_if_needed()
    chosen.click()
    assert part(page, "because").inner_text() == wanted["because"]
    assert labels.locator("visible=true").count() == len(choices), "the others stay to be compared"
    assert page.locator(".practice__right").count() == 1
    reason, way_on = part(page, "verdict").bounding_box(), part(page, "next").bounding_box()
    last = labels.last.bounding_box()
    assert last["y"] + last["height"] <= reason["y"], "the reason stands below all of them"
    assert reason["y"] + reason["height"] <= way_on["y"] < page.viewport_size["height"], (
        "the whole reason and the way on"
    )
    said = part(page, "count").inner_text()
    is_last = said.startswith((f"第{A_ROUND}题", f"Question {A_ROUND} "))
    assert part(page, "next").inner_text() in (("看结果", "See the result") if is_last else ("下一题", "Next question"))
    press(page, "next")
    return name


def play(page, known: dict[str, dict], wrong: int = 0) -> list[str]:
    """A whole round with its first answers wrong; gives the ids in the order they were asked."""
    press(page, "start")
    return [answer(page, known, right=place >= wrong) for place in range(A_ROUND)]


@pytest.mark.sweep
def test_the_same_seed_asks_the_same_in_the_same_order_and_another_one_does_not(practice, site):
    known = questions(site, "en")
    first, again = play(practice(), known), play(practice(), known)
    other = play(practice(f"en/{PAGE}#seed=8"), known)
    assert first == again and len(set(first)) == A_ROUND
    assert other != first


def test_after_an_answer_stand_the_reason_the_right_one_and_the_page(practice, site):
    page, known = practice(), questions(site, "en")
    press(page, "start")
    page.locator(".practice__choices input").first.focus()
    page.keyboard.press("Enter")
    assert part(page, "said").inner_text() == "Choose an answer first."
    asked = part(page, "situation").inner_text()
    labels = page.locator(".practice__choices label")
    question = next(each for each in known.values() if each["situation"] == asked)
    wrong, right = (next(choice for choice in question["choices"] if choice["right"] is sort) for sort in (False, True))
    labels.nth(labels.all_inner_texts().index(wrong["text"])).click()
    assert part(page, "said").inner_text() == "Wrong: see the answer marked ✓."
    assert part(page, "because").inner_text() == wrong["because"]
    assert right["text"] in page.locator(".practice__right").inner_text()
    assert right["because"] in part(page, "better").inner_text()
    assert part(page, "page").get_attribute("href").endswith(question["leads_to"])
    press(page, "next")
    assert part(page, "said").inner_text() == "", "the next question begins with nothing said"


def test_how_many_were_right_counts_the_answer_that_was_just_given(practice, site):
    page, known = practice(), questions(site, "en")
    press(page, "start")
    asked, labels = part(page, "situation").inner_text(), page.locator(".practice__choices label")
    right = next(
        choice["text"]
        for question in known.values()
        if question["situation"] == asked
        for choice in question["choices"]
        if choice["right"]
    )
    assert "0 right" in part(page, "count").inner_text()
    labels.nth(labels.all_inner_texts().index(right)).click()
    assert "Question 1 of 10, 1 right" in part(page, "count").inner_text()
    assert part(page, "progress").evaluate("(bar) => bar.value") == 1
    press(page, "next")
    assert "Question 2 of 10, 1 right" in part(page, "count").inner_text()


def test_on_a_phone_a_question_is_in_sight_whole(practice):
    page = practice(width=PHONE)
    page.set_viewport_size({"width": PHONE, "height": 844})
    press(page, "start")
    box = part(page, "question").bounding_box()
    assert box["y"] >= 50 and box["y"] + box["height"] <= 844, "with all it can be answered with"


def test_what_was_wrong_comes_first_in_the_next_round_and_what_was_right_waits(practice, site, address):
    page, known = practice(), questions(site, "en")
    first = play(page, known, wrong=3)
    page.goto("about:blank")
    page.goto(f"{address}en/{PAGE}#seed=99")
    second = play(page, known)
    assert set(second[:3]) == set(first[:3])
    assert not set(second) & set(first[3:])


@pytest.mark.sweep
def test_topics_tell_what_is_weak_and_what_is_known(practice, site):
    page, known = practice(), questions(site, "en")
    asked = play(page, known, wrong=1)
    rows = topics(page).all_inner_texts()
    assert rows and "needs practice" in rows[0]
    assert all("learning" in row for row in rows[1:]), "one right answer is not yet known"
    page.evaluate(
        """(key) => { const memory = JSON.parse(localStorage.getItem(key));
        for (const card of Object.values(memory.cards)) if (card.box === 2) card.box = 3;
        localStorage.setItem(key, JSON.stringify(memory)); }""",
        KEY,
    )
    page.reload()
    rows = topics(page).all_inner_texts()
    assert len(rows) == 1 and "needs practice" in rows[0], "what is known is folded"
    folded = part(page, "known")
    expect(folded.locator("summary")).to_have_text(f"Known topics: {folded.locator('li').count()}")
    folded.locator("summary").click()
    assert all("known" in row for row in folded.locator("li").all_inner_texts()) and folded.locator("li").count() > 4
    assert len(asked) == A_ROUND
    press(page, "start")
    assert part(page, "topics").is_hidden(), "a question has the page to itself"
    page.reload()
    press(page, "forget")
    assert part(page, "topics").is_hidden() and "deleted" in part(page, "forgotten").inner_text()
    page.keyboard.press("Enter")
    assert topics(page).all_inner_texts() == rows, "deleting can be undone"
    press(page, "forget")
    page.reload()
    assert part(page, "topics").is_hidden()


@pytest.mark.every_other
@pytest.mark.parametrize(("language", "honest", "locale"), [("zh", "自己", "zh-CN"), ("en", "own", "en")])
def test_passing_gives_a_certificate_with_name_date_version_and_an_honest_sentence(
    practice, site, contract, language, honest, locale
):
    page = practice(f"{'' if language == 'zh' else 'en/'}{PAGE}#seed=7", locale=locale)
    play(page, questions(site, language), wrong=2)
    page.locator("input[name=certificate-name]").fill("Li <b>Na</b>")
    page.keyboard.press("Enter")
    certificate = part(page, "certificate")
    said = certificate.inner_text()
    today = date.today()
    assert "Li <b>Na</b>" in said and str(today.year) in said and str(today.day) in said
    assert contract["handbook_version"] in said and "8" in said
    assert honest in certificate.locator(".certificate__honest").inner_text()
    page.emulate_media(media="print")
    assert certificate.is_visible()
    assert part(page, "start").is_hidden() and part(page, "name-form").is_hidden() and part(page, "list").is_hidden()
    assert page.locator("#content :is(h1, h1 ~ p):visible").count() == 0, "it stands alone on its paper"
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        assert len(paper.pages) == 1, "no empty sheet follows it"


@pytest.mark.every_other
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_record_is_made_again_on_a_later_day_from_the_practice_and_my_page_alone_on_its_sheet(
    practice, site, address, language
):
    at = "" if language == "zh" else "en/"
    page = practice(f"{at}{PAGE}", width=360)
    play(page, questions(site, language), wrong=1)
    page.reload()
    assert "10" in part(page, "score").inner_text() and "9" in part(page, "score").inner_text()
    page.goto(f"{address}{at}my/")
    kept = page.locator("[data-passed]")
    assert str(date.today().year) in kept.inner_text() and page.locator("[data-none]").is_hidden()
    kept.locator("a.button").click()
    page.locator("input[name=certificate-name]").fill("Li Na")
    page.keyboard.press("Enter")
    assert "Li Na" in part(page, "certificate").inner_text() and "9" in part(page, "certificate-text").inner_text()
    version = part(page, "version")
    assert version.bounding_box()["height"] < 36, "the version stays in a line"
    press(page, "start")
    answer(page, questions(site, language), right=False)
    page.reload()
    assert part(page, "name-form").is_visible(), "a round that is under way takes nothing away"
    press(page, "forget")
    assert part(page, "result").is_hidden()
    press(page, "undo")
    assert part(page, "name-form").is_visible()
    press(page, "forget")
    page.goto(f"{address}{at}my/")
    assert page.locator("[data-passed]").is_hidden()


@pytest.mark.sweep
def test_nothing_but_the_record_is_printed_whatever_went_wrong(practice, site):
    page = practice()
    play(page, questions(site, "en"), wrong=1)
    page.locator("input[name=certificate-name]").fill("Li Na")
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    assert part(page, "missed").is_hidden() and part(page, "certificate").is_visible()
    outside = page.locator("#content").evaluate(
        "(all) => [...all.querySelectorAll('*')].filter((each) => !each.closest('.certificate') && !each.querySelector('.certificate')"
        " && each.checkVisibility()).map((each) => each.outerHTML.slice(0, 80))"
    )
    assert outside == []
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        assert len(paper.pages) == 1


def test_keys_choose_without_answering_and_enter_answers(practice):
    page = practice()
    press(page, "start")
    page.locator(".practice__choices input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert part(page, "reason").is_hidden() and part(page, "answer").is_visible()
    box = part(page, "answer").bounding_box()
    assert box["y"] + box["height"] <= page.evaluate("innerHeight"), "what answers is in sight"
    page.keyboard.press("Enter")
    assert part(page, "reason").is_visible() and page.evaluate("document.activeElement.dataset.do") == "next"


def test_a_round_survives_a_reload_and_ends_with_what_to_read(practice, site):
    page, known = practice(width=PHONE), questions(site, "en")
    press(page, "start")
    missed = answer(page, known, right=False)
    wrong = next(each["text"] for each in known[missed]["choices"] if not each["right"])
    answer(page, known)
    box = part(page, "question").bounding_box()
    assert box["y"] >= 50, "the question begins below the header"
    assert page.locator("h1 + p").is_hidden(), "the first screen is for the question and the reason"
    asked = part(page, "situation").inner_text()
    page.reload()
    grounds = page.locator("#go-on button:visible").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).backgroundColor)"
    )
    assert len(grounds) == len(set(grounds)) == 2, "to go on with it comes first"
    press(page, "go-on")
    assert part(page, "situation").inner_text() == asked
    assert "at the end of the round" in part(page, "forgotten").inner_text(), "where the reasons are by now"
    for count in ("第3题", "Question 3"):
        page.locator("language-switch a").click()
        part(page, "count").get_by_text(count).wait_for()
    assert part(page, "situation").inner_text() == asked and "#" not in page.url, "the other language goes on with it"
    for _ in range(A_ROUND - 2):
        answer(page, known)
    assert "9 of 10" in part(page, "score").inner_text()
    assert part(page, "forgotten").inner_text() == ""
    (row,) = part(page, "missed-rows").get_by_role("listitem").all()
    right = next(choice for choice in known[missed]["choices"] if choice["right"])
    said = row.inner_text()
    assert all(text in said for text in (known[missed]["situation"], right["text"])) and right["because"] not in said
    row.get_by_text("Why", exact=True).click()
    assert "✓ " + right["because"] in row.inner_text(), "the reasons are folded behind it"
    gaps = row.locator("details p:visible").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect().top - each.previousElementSibling.getBoundingClientRect().bottom)"
    )
    assert min(gaps) >= 4, "and stand apart"
    own = row.locator(".practice__chosen")
    assert own.inner_text().startswith("✗ You chose: ") and own.locator("span").inner_text() == wrong
    assert row.get_by_role("link").get_attribute("href").endswith(known[missed]["leads_to"])
    assert page.get_by_role("button", name="Another round").is_visible()
    assert part(page, "start").is_hidden(), "what a round is, is known by now"
    page.reload()
    assert part(page, "go-on").is_hidden()


def test_once_it_is_answered_the_choice_that_was_made_stands_out_among_the_others(practice):
    page = practice()
    press(page, "start")
    page.locator(".practice__choices label").nth(1).click()
    part(page, "reason").wait_for()
    rings = page.locator(".practice__choices input").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).borderTopColor)"
    )
    text = page.locator("body").evaluate("(each) => getComputedStyle(each).color")
    assert rings[1] == text and all(ring != text for place, ring in enumerate(rings) if place != 1)
    chosen = page.locator(".practice__choices input:checked")
    assert chosen.evaluate("(each) => getComputedStyle(each).appearance") == "none", "not the grey of the browser"


@pytest.mark.sweep
def test_who_does_not_pass_gets_no_certificate(practice, site):
    page = practice()
    play(page, questions(site, "en"), wrong=3)
    assert "Not passed yet: 7 of 10" in part(page, "score").inner_text()
    assert part(page, "name-form").is_hidden() and part(page, "certificate").is_hidden()


@pytest.mark.sweep
def test_what_another_tab_erases_stays_erased(practice, site):
    page = practice()
    play(page, questions(site, "en"))
    other = page.context.new_page()
    other.goto(page.url)
    assert topics(other).count() > 0
    other.evaluate("localStorage.clear()")
    part(page, "topics").wait_for(state="hidden")
    press(page, "again")
    answer(page, questions(site, "en"))
    assert len(json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["cards"]) == 1


@pytest.mark.sweep
def test_the_memory_holds_over_languages_and_a_reload(practice, site, address):
    page = practice()
    play(page, questions(site, "en"))
    count = topics(page).count()
    page.goto(address + PAGE)
    assert topics(page).count() == count


# --- what goes wrong -------------------------------------------------------------------------------------------------


def test_questions_that_do_not_come_are_said_and_asked_for_again(practice, site, address):
    page, parts, asked = practice("en/"), "**/assets/practice.*.json", []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith(".json") else None)
    page.route(parts, lambda route: route.abort())
    page.goto(f"{address}en/{PAGE}#seed=7", wait_until="networkidle")
    assert not [url for url in asked if "/practice." in url], "who only looks does not wait for them"
    start = page.locator("practice-round button[data-do=start]")
    start.click()
    part(page, "forgotten").get_by_text("could not be loaded").wait_for()
    assert part(page, "question").is_hidden() and start.is_visible()
    page.unroute(parts)
    press(page, "start")
    assert part(page, "forgotten").inner_text() == "" and part(page, "count").inner_text().startswith("Question 1 of")
    answer(page, questions(site, "en"))
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["round"] == 1, "one round was begun"


def test_a_round_that_asks_what_is_no_longer_asked_is_not_gone_on_with(practice, address):
    page = practice("en/")
    kept = {"seed": 7, "ids": ["gone-for-good"], "place": 0, "score": 0, "missed": []}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", ["handbook:practice-round@/", json.dumps(kept)])
    page.goto(f"{address}en/{PAGE}#go-on")
    part(page, "go-on").wait_for(state="hidden")
    assert part(page, "question").is_hidden() and part(page, "start").is_visible()


@pytest.mark.every_other
@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        '{"v": 1, "round": 1, "cards": {"a": {"box": "1"}}}',
        *map(
            in_a_sweep,
            ("null", "[]", '"text"', '{"v": 1, "round": 0, "cards": []}', '{"v": 1, "round": -1, "cards": {}}'),
        ),
    ],
)
def test_a_damaged_memory_is_set_aside_once_and_the_practice_begins_anew(practice, address, damaged):
    page = practice("en/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damaged])
    for _ in range(2):
        page.goto(f"{address}en/")
        page.goto(f"{address}en/{PAGE}")
        page.locator("[data-part=start]").wait_for()
    aside = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('handbook:aside:')).map(([, text]) => text)"
    )
    assert aside == [damaged]
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None


@pytest.mark.sweep
def test_the_memory_of_a_newer_version_is_left_alone(practice, site, address):
    page, newer = practice("en/"), '{"v": 2, "boxes": [1]}'
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, newer])
    page.goto(f"{address}en/{PAGE}#seed=7")
    play(page, questions(site, "en"))
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == newer


@pytest.mark.sweep
def test_where_nothing_may_be_kept_a_round_goes_on_and_says_so(browser, site, address):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(f"{address}en/{PAGE}#seed=7")
    play(page, questions(site, "en"))
    assert "could not be kept" in part(page, "keeping").inner_text()
    assert "10 of 10" in part(page, "score").inner_text()
    context.close()


@pytest.mark.parametrize("width", [PHONE, in_a_sweep(DESKTOP)])
def test_axe_finds_nothing_while_a_round_goes_on_and_after_it(practice, site, width):
    page, known = practice(width=width, **STILL), questions(site, "en")
    press(page, "start")
    page.locator(".practice__choices label").first.click()
    assert not (found := faults_in_one(page, "answered", "light", "#content")), "\n".join(found)
    press(page, "next")
    for _ in range(A_ROUND - 1):
        answer(page, known)
    page.locator("input[name=certificate-name]").fill("Li Na")
    page.keyboard.press("Enter")
    assert part(page, "certificate").is_visible()
    assert not (found := faults_in_light_and_dark(page, "certificate", "#content")), "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["onboarding/practice/", "en/onboarding/practice/"])
def test_on_a_phone_the_question_stays_in_sight_and_each_circle_stands_beside_its_first_line(open_page, path, width):
    page = open_page(path, width=width)
    page.locator("practice-round button[data-do=start]").click()
    page.locator(".practice__choices label").first.wait_for()
    if width == 360:
        page.set_viewport_size({"width": 360, "height": 500})
        last = page.locator(".practice__choices label").last
        last.evaluate("(each) => each.scrollIntoView({ block: 'end' })")
        asked, header = part(page, "situation").bounding_box(), page.locator(".site-header").bounding_box()
        assert page.evaluate("scrollY") > 0 and asked["y"] >= header["y"] + header["height"] - 1
        assert last.bounding_box()["y"] > asked["y"] + asked["height"], "the question is not over what is chosen from"
    off = page.locator(".practice__choices label").evaluate_all("""(all) => all.map((each) => {
        const circle = each.querySelector("input").getBoundingClientRect(), text = document.createRange();
        text.selectNodeContents(each.querySelector("span"));
        const line = text.getClientRects()[0];
        return Math.abs(circle.y + circle.height / 2 - line.y - line.height / 2);
    })""")
    assert off and max(off) <= 1.5


@pytest.mark.sweep
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_verdict_stands_apart_from_its_reason(practice, site, width):
    page, known = practice(width=width), questions(site, "en")
    press(page, "start")
    asked = part(page, "situation").inner_text()
    choices = next(question for question in known.values() if question["situation"] == asked)["choices"]
    page.locator(".practice__choices label").first.click()
    said, because = part(page, "said").bounding_box(), part(page, "because").bounding_box()
    assert because["y"] - said["y"] - said["height"] >= 8 and len(choices) > 2


def test_what_needs_practice_stands_in_two_columns_on_a_desk_and_what_is_known_is_folded(practice, site):
    page, known = practice(width=DESKTOP), questions(site, "en")
    topics_of = {question["leads_to"]: name for name, question in known.items()}
    cards = {
        name: {"box": 3 if number > 5 else 1, "round": 1, "right": 2, "wrong": 1}
        for number, name in enumerate(list(topics_of.values())[:28])
    }
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps({"v": 1, "round": 1, "cards": cards})]
    )
    page.reload()
    rows = topics(page)
    rows.first.wait_for()
    assert len({round(row.bounding_box()["x"]) for row in rows.all()}) == 2
    assert part(page, "topics").bounding_box()["height"] < 500
    part(page, "known").locator("summary").click()
    assert part(page, "known").locator("li").count() + rows.count() >= 20


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "says"), [("onboarding/practice/", "于2026年"), ("en/onboarding/practice/", "Completed a round on ")]
)
def test_on_paper_the_record_is_large_enough_for_its_sheet(open_with, path, says):
    passed = {"v": 1, "day": "2026-11-03", "right": 9, "all": 10, "version": "1"}
    page = open_with({"handbook:practice-passed": json.dumps(passed)}, path)
    page.locator("input[name=certificate-name]").fill("Li Na")
    page.locator(".certificate__form button").click()
    said = part(page, "certificate-text").evaluate("(each) => each.textContent")
    assert said.startswith(says)
    assert "年11月" in said or "3\xa0November\xa02026" in said, "a date stays together"
    page.emulate_media(media="print")
    sizes = page.locator(".certificate p:visible").evaluate_all(
        "all => all.map((each) => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 15.9 and sorted(sizes)[1] >= 21, sizes
    assert page.locator(".certificate").bounding_box()["height"] > 260 * 96 / 25.4, "the frame fills its sheet"
    printed = text_of(page.pdf(prefer_css_page_size=True))
    assert "1 / 1" not in printed and "1/1" not in printed and printed.count("\f") == 1
