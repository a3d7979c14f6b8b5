"""The chooser: what each combination of answers leads to, its address, the keyboard, paper, and the table without a script."""

from __future__ import annotations

import itertools
import json
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.built_pages import BuiltPage, text
from tests.conftest import in_a_sweep
from tests.test_accessibility import (
    DESKTOP,
    NARROWEST,
    PHONE,
    STILL,
    TOO_SMALL,
    faults_in_light_and_dark,
)

LANGUAGES = ["zh", "en"]
A_SAMPLE = 40
"""How many combinations a run without `--sweep` looks at."""
WHOLE = {"who": "customer", "urgency": "normal", "matter": "simple", "proof": "record", "readers": "open"}

FOLLOW = """async (hashes) => {
  const found = {};
  for (const hash of hashes) {
    const changed = new Promise((done) => addEventListener("popstate", done, { once: true }));
    location.hash = hash;
    await changed;
    const part = (name) => document.querySelector(`channel-chooser [data-part=${name}]`);
    const links = (name) => part(name).parentElement.hidden ? [] : [...part(name).querySelectorAll("a:not([download])")].map((link) => link.href);
    found[hash] = { shown: !part("advice").hidden, channels: ["first", "channels"].flatMap((name) => [...part(name).querySelectorAll(".chip")])
        .map((chip) => chip.href),
      reasons: [...part("channels").querySelectorAll(".choices__because")].map((reason) => reason.textContent.trim()),
      time: part("time").textContent.trim(), owed: part("owed").textContent.trim(), limits: part("limits").parentElement.hidden ? "" : part("limits").textContent.trim(),
      template: links("template"), checklist: links("checklist"), scenarios: links("scenarios"), said: part("said").textContent };
  }
  return found;
}"""
SHIFTS = """() => { window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true }); }"""
IN_SIGHT = (
    "(each) => { const { top, bottom } = each.getBoundingClientRect(); return top >= 50 && bottom <= innerHeight; }"
)
OWED = {
    "us": ("收到后最晚多久答复", "When they contact us, we answer within"),
    "colleague": ("同事最晚何时答复", "Your colleague answers within"),
    "nobody": ("", ""),
}
"""Whose clock runs, in both languages, by what the data say."""


def page_of(language: str, hash_: str = "") -> str:
    return f"{'' if language == 'zh' else 'en/'}choose/{hash_}"


def combinations(contract: dict) -> list[dict[str, str]]:
    questions = contract["chooser"]["questions"]
    return [
        dict(zip([question["id"] for question in questions], answers, strict=False))
        for answers in itertools.product(*([answer["id"] for answer in question["answers"]] for question in questions))
    ]


def rows_for(contract: dict, combination: dict[str, str]) -> list[dict]:
    return [
        row
        for row in contract["chooser"]["rows"]
        if any(all(combination[question] in answers for question, answers in case.items()) for case in row["when"])
    ]


def offered(contract: dict, row: dict, combination: dict[str, str]) -> list[str]:
    """The scenarios that are about nobody, or about whom one asks for."""
    people = {
        answer["id"]: answer["scenarios"] for each in contract["chooser"]["questions"] for answer in each["answers"]
    }
    chosen = [name for answer in combination.values() for name in people[answer]]
    about = [name for names in people.values() for name in names]
    return [name for name in row["scenarios"] + row["see_also"] if name in chosen or name not in about]


def part(page, name: str):
    return page.locator(f"channel-chooser [data-part={name}]")


def choose(page, **answers: str) -> None:
    """Answer these questions, whatever is shown: others are skipped, and earlier ones gone back to."""
    for question, answer in answers.items():
        option = page.locator(f"channel-chooser input[name={question}][value={answer}]")
        order = page.locator("channel-chooser fieldset").evaluate_all("all => all.map((each) => each.dataset.question)")
        while not option.is_visible():
            shown = page.locator("channel-chooser fieldset:visible")
            more, answered = page.locator("button[data-do=more]"), given(page)
            if more.is_visible() and question not in answered:
                more.click()
                continue
            at = order.index(shown.get_attribute("data-question")) if shown.count() else len(order)
            page.locator(f"button[data-do={'next' if at < order.index(question) else 'back'}]").click()
        option.check()


def given(page) -> dict[str, str]:
    return dict(
        page.locator("channel-chooser input:checked").evaluate_all(
            "found => found.map((each) => [each.name, each.value])"
        )
    )


# --- the data --------------------------------------------------------------------------------------------------------


def test_every_combination_leads_to_one_row_and_every_row_is_met(contract):
    met = [rows_for(contract, combination) for combination in combinations(contract)]
    assert {len(rows) for rows in met} == {1}
    assert {rows[0]["id"] for rows in met} == {row["id"] for row in contract["chooser"]["rows"]}
    assert 3 <= len(contract["chooser"]["questions"]) <= 5


def test_the_four_rows_of_the_guides_channel_table_are_among_the_results(contract):
    firsts = {(row["channel"], scenario) for row in contract["chooser"]["rows"] for scenario in row["scenarios"]}
    assert {
        ("instant-message", "simple-update"),
        ("email", "formal-instruction-report"),
        ("meeting", "complex-discussion"),
        ("phone", "urgent-matter"),
    } <= firsts


def test_no_result_sends_what_is_limited_over_a_channel_that_must_not_carry_it(contract):
    carries = {channel["id"]: channel["carries"] for channel in contract["channels"]}
    levels = {
        answer["id"]: answer["level"]
        for question in contract["chooser"]["questions"]
        for answer in question["answers"]
        if "level" in answer
    }
    for combination in combinations(contract):
        row = rows_for(contract, combination)[0]
        for channel in (row["channel"], row["runner_up"]["channel"]):
            assert levels[combination["readers"]] in carries[channel], (combination, row["id"])


def test_what_is_offered_suits_whom_one_asks_for_and_has_the_time_the_data_have(contract):
    scenarios = {each["id"]: each for each in contract["scenarios"]}
    outside = {name for name, each in scenarios.items() if each["answered_by"] == "us"}
    for combination in combinations(contract):
        row = rows_for(contract, combination)[0]
        names = offered(contract, row, combination)
        assert names, combination
        own = [scenarios[name] for name in names if name in outside]
        if own and combination["urgency"] != "urgent" and combination["who"] in ("customer", "supplier", "partner"):
            time = next(each for each in row["times"] if each.get("answer") in (None, combination["who"]))
            assert row["answered_by"] == "us", combination
            assert time["respond_within"] in {each["respond_within"] for each in own}, combination


def test_no_form_or_list_is_offered_that_belongs_to_scenarios_about_other_people_alone(contract):
    people = {
        name for each in contract["chooser"]["questions"] for answer in each["answers"] for name in answer["scenarios"]
    }
    steps = [step for procedure in contract["procedures"] for step in procedure["steps"]]
    for combination in combinations(contract):
        row = rows_for(contract, combination)[0]
        for kind in ("templates", "checklists"):
            for name in row[kind]:
                using = [each["id"] for each in contract["scenarios"] if name in each[kind]]
                if using and all(each in people for each in using) and not any(name in step[kind] for step in steps):
                    offered_here = offered(contract, row, combination)
                    assert set(using) & set(offered_here), (combination, row["id"], name)


def test_a_customer_is_sent_to_nothing_about_suppliers_or_partners(contract, open_page):
    page = open_page("en/choose/#who=customer&urgency=normal&matter=formal&proof=evidence&readers=open")
    said = part(page, "scenarios").inner_text()
    assert "customer" in said and "supplier" not in said.lower() and "partner" not in said.lower()
    assert part(page, "time").inner_text() == "1 working day" and part(page, "template").locator("a").count() == 2
    assert "Having a contract checked" in part(page, "contact").inner_text(), "whom to ask, with the number"
    assert part(page, "contact").locator("a[href^='mailto:']").count() == 1


@pytest.mark.sweep
def test_the_link_to_the_advice_stands_in_the_row_of_what_leads_on(open_page):
    for width in (PHONE, DESKTOP):
        page = open_page("en/choose/#who=customer&urgency=normal&matter=formal&proof=evidence", width=width)
        tops = {round(each.bounding_box()["y"]) for each in page.locator(".chooser__on > :visible").all()}
        assert page.locator(".chooser__on > :visible").count() == 4 and len(tops) == 1
        page.locator("button[data-do=back]").click()
        assert page.locator(".chooser__on .link-here").is_hidden()


@pytest.mark.sweep
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_wide_page_every_result_is_a_line_of_columns(open_page, language):
    page = open_page(page_of(language, "all/"), width=DESKTOP)
    rows = page.locator("tr[data-row]").evaluate_all(
        "rows => rows.map((row) => [row.offsetHeight, new Set([...row.children].map((cell) => cell.getBoundingClientRect().left)).size])"
    )
    assert {columns for _, columns in rows} == {4} and sum(height for height, _ in rows) / len(rows) < 125
    assert page.locator("thead").is_visible() and page.locator(".table-filter__order").is_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_the_last_column_is_headed_by_what_it_prints(open_page, language):
    page = open_page(page_of(language, "all/"), width=680)
    page.emulate_media(media="print")
    head = page.locator("thead th").last.inner_text()
    assert ("场景" if language == "zh" else "scenario") not in head.lower() and len(head) > 4
    assert page.locator(".chooser-table__scenarios:visible, .chooser-table__case:visible").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_every_result_one_label_is_set_like_another_and_no_line_has_two_colons(site, language):
    for cell in BuiltPage(site, page_of(language, "all/")).article.xpath(".//td[.//*[@data-times]]"):
        assert text(cell).count("：" if language == "zh" else ":") == 1, text(cell)
    for name in BuiltPage(site, page_of(language, "all/")).article.xpath(".//*[@class='chooser-table__name']"):
        assert text(name).strip()[-1] not in ":："


# --- in a browser ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_combination_shows_what_the_data_say(open_page, address, site, contract, language, sweep):
    every = combinations(contract)
    wanted = every if sweep else every[:: max(1, len(every) // A_SAMPLE)]
    found = open_page(page_of(language)).evaluate(FOLLOW, [f"#{urlencode(each)}" for each in wanted])
    urls = {
        part: {thing["id"]: address + thing["url"][language] for thing in contract[part]}
        for part in ("channels", "templates", "checklists", "scenarios")
    }
    names = {
        answer["id"]: answer["urgency"]
        for question in contract["chooser"]["questions"]
        for answer in question["answers"]
        if "urgency" in answer
    }
    scenarios = {scenario["id"]: scenario["urgency"] for scenario in contract["scenarios"]}
    seen: dict[tuple[str, str], set[str]] = {}
    for combination in wanted:
        row, shown = rows_for(contract, combination)[0], found[f"#{urlencode(combination)}"]
        assert shown["shown"], combination
        assert shown["channels"] == [urls["channels"][row["channel"]], urls["channels"][row["runner_up"]["channel"]]], (
            combination
        )
        assert shown["reasons"] == [row["because"][language], row["runner_up"]["when"][language]], combination
        assert shown["template"] == [urls["templates"][name] for name in row["templates"]], combination
        assert shown["checklist"] == [urls["checklists"][name] for name in row["checklists"]], combination
        assert shown["scenarios"] == [urls["scenarios"][name] for name in offered(contract, row, combination)], (
            combination
        )
        assert bool(shown["limits"]) == (combination["readers"] == "limited"), combination
        assert bool(shown["time"]) == (row["answered_by"] != "nobody"), combination
        assert shown["owed"] == OWED[row["answered_by"]][LANGUAGES.index(language)], combination
        assert shown["time"] in shown["said"] and shown["owed"] in shown["said"], combination
        if row["answered_by"] == "nobody":
            continue
        urgent = [scenarios[name] == "urgent" for name in row["scenarios"]]
        urgency = "urgent" if urgent and all(urgent) else names[combination["urgency"]]
        time = next(
            time
            for time in row["times"]
            if time["urgency"] == urgency and time.get("answer") in (None, *combination.values())
        )
        seen.setdefault((time["respond_within"], time["respond_clock"]), set()).add(shown["time"])
    assert [times for times in seen.values() if len(times) > 1] == [], "one time is always said in the same words"
    assert len(set().union(*seen.values())) == len(seen), "two times are never said in the same words"


@pytest.mark.sweep
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_channel_stands_first_and_large_and_its_number_below_with_a_way_on(open_page, language):
    for width in (PHONE, DESKTOP):
        page = open_page(f"{page_of(language)}#who=manager&urgency=urgent", width=width)
        chip, time, number = part(page, "first").locator(".chip"), part(page, "time"), part(page, "number")
        tops = [each.bounding_box()["y"] for each in (chip, time, number)]
        assert tops == sorted(tops) and tops[1] < 420
        size = "(each) => parseFloat(getComputedStyle(each).fontSize)"
        assert chip.evaluate(size) >= 24 and time.evaluate(size) >= 20
        way = number.locator("p").first.locator("a[href$='contacts/']")
        assert way.inner_text() == {"zh": "找谁", "en": "Who to ask"}[language], (
            "as the page is called that it leads to"
        )
        assert number.locator("a.button[href^='tel:']").bounding_box()["height"] >= (44 if width == PHONE else 24)


@pytest.mark.sweep
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_most_of_those_whom_it_may_be_for_are_seen_at_once_the_frequent_first(open_page, language):
    page = open_page(page_of(language), width=PHONE)
    answers = page.locator("fieldset[data-question=who] label")
    boxes = [each.bounding_box() for each in answers.all()]
    assert len([box for box in boxes if box["y"] + box["height"] <= 844]) >= 8
    assert min(box["height"] for box in boxes) >= 44
    values = page.locator("fieldset[data-question=who] input").evaluate_all("all => all.map((each) => each.value)")
    assert (values[0], values[values.index("customer") - 1]) == ("department", "misconduct")


@pytest.mark.sweep
@pytest.mark.parametrize(("language", "matter"), [("zh", "formal"), ("en", "simple")])
def test_what_is_restricted_is_folded_where_nobody_asked_about_it(open_page, contract, language, matter):
    page = open_page(f"{page_of(language)}#who=supplier&urgency=normal&matter={matter}&proof=record")
    because = {row["id"]: row["because"][language] for row in contract["chooser"]["rows"]}
    said = part(page, "channels")
    assert said.inner_text().startswith(because[f"supplier-{matter}"])
    assert because["business-limited"] not in said.inner_text() and said.locator("summary").count() == 1
    said.locator("summary").click()
    assert because["business-limited"] in said.inner_text()
    choose(page, readers="limited")
    assert because["business-limited"] in part(page, "channels").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_in_the_table_each_party_has_its_time_in_one_line(open_page, language, width):
    page = open_page(page_of(language, "all/"), width=width)
    lines = page.locator(".chooser-table [data-answer]").evaluate_all(
        """all => all.map((each) => [each.offsetHeight / parseFloat(getComputedStyle(each).lineHeight), each.innerText])"""
    )
    several = {text for height, text in lines if height > 1.5 and ("、" in text or ", " in text)}
    assert len(lines) > 10 and [text for height, text in lines if height > 1.5 and text not in several] == []
    assert max(height for height, _ in lines) < 2.5, "those who have the same time stand together, on two lines at most"


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_that_holds_for_several_cases_says_what_the_channel_suits(open_page, site, language):
    page = open_page(f"{page_of(language)}#who=team&urgency=urgent")
    channels = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["channels"]
    phone = next(channel for channel in channels if channel["id"] == "phone")
    said = part(page, "channels").inner_text()
    assert phone["summary"][language] in said and part(page, "contact").is_hidden(), "nothing has happened"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_shows_as_soon_as_no_other_is_left_and_the_address_carries_the_answers(open_page, language):
    page = open_page(page_of(language))
    assert part(page, "advice").is_hidden() and page.locator("button[data-do=reset]").is_hidden()
    choose(page, who="stranger")
    assert part(page, "advice").is_hidden() and "2" in page.locator("fieldset:visible .chooser__place").inner_text()
    choose(page, urgency="urgent")
    page.go_back()
    page.go_back()
    choose(page, who="media")
    assert part(page, "advice").is_visible(), "whatever else is answered, the media get one channel"
    choose(page, readers="open")
    assert part(page, "advice").is_visible()
    assert part(page, "said").get_attribute("data-part") and page.locator("output[data-part=said]").count() == 1
    assert page.url.endswith("#who=media&readers=open")
    assert (
        part(page, "template").locator("a[download]").get_attribute("href").endswith(f"media-enquiry.{language}.docx")
    )
    page.reload()
    assert given(page) == {"who": "media", "readers": "open"} and part(page, "advice").is_visible()
    page.locator("button[data-do=reset]").click()
    assert given(page) == {} and part(page, "advice").is_hidden() and "#" not in page.url
    assert page.evaluate("document.activeElement.name") == "who"


def test_it_advises_as_soon_as_every_answer_leads_to_the_same_channel(open_page):
    page = open_page("en/choose/#who=manager&urgency=urgent")
    said = page.locator("[data-part=said]")
    assert said.inner_text() == "First choice: Phone. Your colleague answers within 15 minutes."
    number = part(page, "number")
    expect(number).to_contain_text("A colleague's own number is in the contact directory")
    expect(number.locator("a[href^='tel:']")).to_be_visible()  # The duty number, for what is an emergency.
    assert part(page, "channels").inner_text().startswith("Call when it cannot wait."), (
        "not the reasons that not all of them give, but what the channel suits"
    )
    assert part(page, "time").inner_text() == "15 minutes"
    assert part(page, "template").locator("a").count() == 2 and part(page, "title").inner_text() == ""
    page.locator("button[data-do=more]").click()
    page.locator("input[name=matter][value=complex]").check()
    assert part(page, "advice").is_visible() and said.inner_text().startswith("First choice: Phone.")
    choose(page, proof="record", readers="open")
    assert (
        "answers within 15 minutes" in said.inner_text()
        and "compare the options" in part(page, "channels").inner_text()
    )
    page.goto(page.url.split("#")[0] + "#who=manager&urgency=normal")
    page.wait_for_function("location.hash.includes('normal')")
    assert "won't change" not in said.inner_text() and part(page, "advice").is_hidden()


def test_the_way_back_takes_one_question_back_however_often_it_was_answered(open_page):
    page = open_page("en/choose/")
    choose(page, who="team", urgency="urgent")
    choose(page, urgency="normal")
    choose(page, urgency="low")
    page.go_back()
    page.wait_for_function("!document.querySelector('input[name=urgency]:checked')")
    assert given(page) == {"who": "team"}
    page.go_forward()
    page.wait_for_function("document.querySelector('input[name=urgency]:checked')")
    assert given(page) == {"who": "team", "urgency": "low"}


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("hash_", "kept"),
    [
        ("#who=nobody", {}),
        ("#who=team&urgency=", {"who": "team"}),
        ("#mood=good&who=team", {"who": "team"}),
        ("#=", {}),
        ("#%E0%A4%A", {}),
        ("#who=team&who=media", None),
        ("#nowhere", {}),
    ],
)
def test_what_the_address_says_wrongly_is_left_out_and_said(open_page, hash_, kept):
    page = open_page(page_of("en", hash_))
    assert "left out" in part(page, "damaged").inner_text()
    assert kept is None or given(page) == kept
    choose(page, who="customer")
    assert part(page, "damaged").is_hidden()


def test_one_question_is_asked_at_a_time_and_the_advice_takes_its_place_in_sight(open_page):
    for width in (PHONE, DESKTOP):
        page = open_page("en/choose/", width=width)
        page.evaluate(SHIFTS)
        asked, advice = page.locator("channel-chooser fieldset:visible"), part(page, "advice")
        for question in ("who", "urgency", "matter", "proof", "readers"):
            assert asked.count() == 1 and asked.get_attribute("data-question") == question
            assert asked.locator("legend").evaluate(IN_SIGHT)
            asked.locator("label").last.click()
            if advice.is_visible():
                break
        assert asked.count() == 0 and advice.locator("h2").evaluate(IN_SIGHT)
        page.locator("button[data-do=back]").click()
        assert asked.get_attribute("data-question") == question and advice.is_hidden()
        assert page.evaluate("window.shifted") <= 0.02


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_what_an_address_brings_moves_nothing_that_is_seen(open_page, address, width):
    page = open_page("404.html", width=width)
    page.add_init_script(f"({SHIFTS})()")
    for answers in ("#who=supplier", f"#{urlencode(WHOLE)}"):
        page.goto("about:blank")
        page.goto(f"{address}en/choose/{answers}")
        page.locator("channel-chooser:defined").wait_for()
        page.wait_for_load_state()
        assert page.evaluate("window.shifted") <= 0.02


@pytest.mark.sweep
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advice_begins_under_the_title_and_what_follows_it_stands_close(open_page, language):
    for width in (PHONE, DESKTOP):
        page = open_page(page_of(language, "#who=customer&urgency=urgent"), width=width)
        title, advice = page.locator("h1").bounding_box(), page.locator(".answer-card").bounding_box()
        assert advice["y"] - title["y"] - title["height"] < 110, "one sentence stands between them"
        onward, after = (
            page.locator(".chooser__on").bounding_box(),
            page.locator("#content > p:not(.moved) a[href$='all/']"),
        )
        assert after.bounding_box()["y"] - onward["y"] - onward["height"] < 80


def test_a_place_on_the_page_is_no_answer_and_leaves_the_answers_alone(open_page):
    page = open_page("en/choose/#all")
    page.locator(".moved a[href$='/choose/all/'], .moved a[href='all/']").wait_for()
    assert part(page, "damaged").is_hidden() and given(page) == {}
    choose(page, who="team")
    page.evaluate("location.hash = '#all'")
    assert given(page) == {"who": "team"} and part(page, "damaged").is_hidden()


def test_the_language_switch_takes_the_answers_along(open_page):
    page = open_page(page_of("en", f"#{urlencode(WHOLE)}"))
    page.locator(".site-language").click()
    page.wait_for_url(f"**/choose/#{urlencode(WHOLE)}")
    assert "/en/" not in page.url and given(page) == WHOLE


def test_an_address_begins_with_the_answer_it_names_and_the_home_page_with_the_first_question(open_page, address):
    page = open_page("en/")
    page.locator(".home__head").get_by_role("link", name="Help me choose a channel").click()
    page.wait_for_url("**/en/choose/")
    assert given(page) == {}
    page.goto(f"{address}404.html")
    page.goto(f"{address}en/choose/#who=supplier")
    assert given(page) == {"who": "supplier"} and part(page, "damaged").is_hidden()


def test_a_question_that_was_skipped_is_not_asked_again_at_once_when_the_page_is_opened_anew(open_page):
    page = open_page("en/choose/")
    order = page.locator("channel-chooser fieldset").evaluate_all("all => all.map((each) => each.dataset.question)")
    page.locator("button[data-do=next]").click()
    page.locator("fieldset:visible input").first.check()
    shown = page.locator("channel-chooser fieldset:visible")
    assert shown.get_attribute("data-question") == order[2]
    page.reload()
    expect(shown).to_have_attribute("data-question", order[2])
    page.locator("button[data-do=back]").click()
    page.locator("button[data-do=back]").click()
    expect(shown).to_have_attribute("data-question", order[0])


def test_a_link_that_names_nobody_we_know_opens_at_the_question_that_is_lost(open_page):
    page = open_page("en/choose/#who=xyz&urgency=normal")
    expect(page.locator("channel-chooser fieldset:visible")).to_have_attribute("data-question", "who")
    assert part(page, "damaged").is_visible()


def test_more_is_asked_only_while_an_answer_can_change_the_advice(open_page):
    page = open_page("en/choose/#who=leak")
    more, asked = page.locator("button[data-do=more]"), []
    expect(part(page, "advice")).to_be_visible()
    while more.is_visible():
        more.click()
        shown = page.locator("channel-chooser fieldset:visible")
        asked.append(shown.get_attribute("data-question"))
        shown.locator("input").last.check()
        expect(part(page, "advice")).to_be_visible()
    assert asked == ["readers"], "no other question changes what is done about a leak"


def test_the_questions_stand_there_before_the_script_and_go_where_it_never_comes(open_page, address):
    page = open_page("404.html")
    held = []
    page.route("**/assets/chooser.*.js", lambda route: held.append(route))
    questions = page.locator(".chooser__questions")
    with page.expect_request("**/assets/chooser.*.js"):
        page.goto(f"{address}en/choose/", wait_until="commit")
    questions.wait_for()
    held[0].abort()
    questions.wait_for(state="hidden")


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_who_chooses_by_arrow_sees_what_leads_on(open_page, width):
    page = open_page("en/choose/", width=width)
    page.locator("input[name=who]").first.focus()
    page.keyboard.press("ArrowDown")
    onward = page.locator("[data-do=next]")
    box = onward.bounding_box()
    assert onward.inner_text() == "Next question" and box["y"] >= 56
    assert box["y"] + box["height"] <= page.evaluate("innerHeight")
    chosen = page.locator("input[name=who]:checked").bounding_box()
    assert chosen["y"] + chosen["height"] <= box["y"] or chosen["y"] >= box["y"] + box["height"]


def test_the_keyboard_alone_answers_and_leads_to_the_result(open_page):
    page = open_page("en/choose/", reduced_motion="reduce")
    page.locator("input[name=who]").first.focus()
    for number, presses in enumerate((0, 1, 0, 0, 0)):
        if page.evaluate("document.activeElement.tagName") == "FIELDSET":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(presses):
            page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('input:checked')"), "keys alone go nowhere by themselves"
        if number % 2:
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.dataset.do") == "next"
        page.keyboard.press("Enter")  # on the answer as on the button
    assert given(page) == {
        "who": "department",
        "urgency": "normal",
        "matter": "simple",
        "proof": "record",
        "readers": "open",
    }
    assert page.evaluate("document.activeElement.id") == "result"
    assert page.locator("#result").evaluate("(heading) => heading.getBoundingClientRect().top < innerHeight")


def test_each_question_is_a_group_with_a_name_and_the_answer_is_told_politely(open_page):
    page = open_page("en/choose/")
    assert page.get_by_role("group", name="Inside the company").get_by_role("radio").count() == 6
    choose(page, who="team")
    assert page.get_by_role("group", name="How urgent is it?").get_by_role("radio").count() == 3
    page.locator("button[data-do=reset]").click()
    assert page.get_by_role("status").filter(has_text="One question at a time").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_the_whole_table_can_be_read(open_page, contract, language):
    page = open_page(page_of(language), java_script_enabled=False)
    assert page.locator("channel-chooser form").is_hidden() and part(page, "advice").is_hidden()
    rows = page.locator("tr[data-row]")
    assert [row["id"] for row in contract["chooser"]["rows"]] == rows.evaluate_all(
        "rows => rows.map((row) => row.dataset.row)"
    )
    for place, row in enumerate(contract["chooser"]["rows"]):
        said = rows.nth(place).inner_text()
        assert (
            row["title"][language] in said
            and row["because"][language] in said
            and row["runner_up"]["when"][language] in said
        )


def test_the_table_has_a_page_of_its_own(site, contract):
    for language in LANGUAGES:
        page = BuiltPage(site, page_of(language, "all/"))
        rows = page.article.xpath(".//tr/@data-row")
        assert sorted(rows) == sorted(row["id"] for row in contract["chooser"]["rows"])
        questions = BuiltPage(site, page_of(language))
        assert any(
            questions.resolve(link).endswith(f"/{page_of(language, 'all/')}") for _, _, link in questions.links()
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_stands_by_whom_a_row_is_about_and_the_page_lists_each(site, contract, language):
    page = BuiltPage(site, page_of(language, "all/"))
    people = next(each for each in contract["chooser"]["questions"] if each["id"] == "who")["answers"]
    names = {answer["id"]: answer["name"][language] for answer in people}
    told = {row["id"]: {one for case in row["when"] for one in case["who"]} for row in contract["chooser"]["rows"]}
    groups = page.article.xpath(".//tbody[@id]")
    listed = {link.get("href"): text(link).strip() for link in page.tree.xpath("//page-toc//li/a")}
    assert list(listed) == [f"#{group.get('id')}" for group in groups] and len(groups) > len(people)
    for group in groups:
        (head,) = group.xpath("./tr[contains(@class, 'table-group')]/th")
        name = "".join(head.xpath("./text() | ./span[@class='whole']/text()")).strip()
        asked = [told[row] for row in group.xpath("./tr/@data-row")]
        assert asked and listed[f"#{group.get('id')}"] == name
        one = {id for id, each in names.items() if each == name}
        assert all(each == one for each in asked) if one else all(len(each) > 1 for each in asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_a_case_is_folded_to_its_channels_and_time_with_or_without_a_script(open_page, language):
    for script in (True, False):
        page = open_page(page_of(language, "all/"), width=PHONE, java_script_enabled=script)
        row = page.locator("tr[data-row=inside-simple]")
        assert row.locator(".chip:visible").count() == 2 and row.locator("[data-time]").first.is_visible()
        assert row.locator("[data-scenario] a").first.is_hidden() and row.bounding_box()["height"] < 130
        assert page.locator("body").bounding_box()["height"] < 9100, "and was a third as long again"
        row.locator("summary").click()
        assert row.locator(".chip:visible").count() == 4 and row.locator("[data-scenario] a").first.is_visible()


@pytest.mark.sweep
def test_the_heads_of_the_table_of_cases_stand_on_a_band_as_others_do(open_page):
    page = open_page("en/choose/all/", width=DESKTOP)
    band = page.locator(".chooser-table thead tr").evaluate("(each) => getComputedStyle(each).backgroundColor")
    page.goto(page.url.replace("choose/all/", "scenarios/"))
    assert band == page.locator("thead th").first.evaluate("(each) => getComputedStyle(each).backgroundColor")


@pytest.mark.sweep
@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_is_headed_by_what_it_is_about_and_says_channel_and_time_once(open_page, language):
    answers = "#who=partner&urgency=normal&matter=formal&proof=record&readers=open"
    for width in (PHONE, DESKTOP):
        page = open_page(page_of(language, answers), width=width)
        head, card = part(page, "title").bounding_box(), page.locator(".answer-card").bounding_box()
        assert head["y"] + head["height"] < card["y"], "above what it is about"
        assert page.locator(".chooser__bar").bounding_box()["height"] <= 1, "heard, not seen a second time"
        assert part(page, "time").inner_text() in page.locator("[data-part=said]").text_content()


@pytest.mark.parametrize("who", ["customer", "supplier", "partner"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_urgent_matters_with_people_outside_have_a_second_channel_and_scenarios_at_once(open_page, language, who):
    page = open_page(page_of(language, f"#who={who}&urgency=urgent"))
    expect(part(page, "first").locator(".chip")).to_have_count(1)
    expect(part(page, "channels").locator(".chip")).to_have_count(1)
    expect(part(page, "channels").locator("p:visible")).to_have_count(1)  # What two cases nearly agree on is said once.
    assert part(page, "scenarios").locator("a").count() >= 1


@pytest.mark.sweep
@pytest.mark.parametrize("answers", ["who=complaint", "who=media", "who=department&urgency=urgent", "who=everyone"])
def test_advice_that_holds_for_several_cases_has_the_second_channel_of_each(open_page, contract, answers):
    page = open_page(page_of("en", f"#{answers}"))
    if part(page, "advice").is_hidden():
        choose(page, urgency="normal")
    rows = [
        row
        for row in contract["chooser"]["rows"]
        if any(
            all(answer in case.get(asked, [answer]) for asked, answer in given(page).items()) for case in row["when"]
        )
    ]
    next_ones, whens = part(page, "channels").locator("li .chip"), [row["runner_up"]["when"]["en"] for row in rows]
    assert len(rows) > 1 and next_ones.count() == len(set(whens))
    assert next_ones.first.is_visible() and not next_ones.last.is_visible(), "what is rarer is folded"
    assert part(page, "channels").locator("li .choices__because").all_text_contents() == list(dict.fromkeys(whens))


def test_every_case_has_a_second_channel_and_a_scenario_to_read(contract):
    assert all(row.get("runner_up") and row["scenarios"] + row["see_also"] for row in contract["chooser"]["rows"])


def test_whatever_goes_by_stamped_letter_leads_to_who_stamps_it(handbook):
    rows = [row for row in handbook.chooser.rows if row.channel == "letter"]
    keeper = handbook.company.roles["seals"].name
    assert rows and all("getting-a-seal" in row.see_also for row in rows)
    assert all(keeper.zh in row.because.zh and keeper.en in row.because.en for row in rows)


def test_a_letter_from_an_authority_stays_closed_however_urgent_it_is(handbook):
    rows = [row for row in handbook.chooser.rows if any("authority" in case.get("who", ()) for case in row.when)]
    assert rows and all("不拆" in row.because.zh and "open" in row.because.en for row in rows)


def test_what_a_case_advises_is_what_its_scenarios_say(handbook):
    for row in handbook.chooser.rows:
        scenarios = [handbook.scenario[name] for name in row.scenarios + row.see_also]
        assert row.channel in {way.channel for scenario in scenarios for way in scenario.channels}, row.id
        assert row.template is None or row.template in {
            name for scenario in scenarios for name in scenario.templates
        }, row.id


@pytest.mark.sweep
@pytest.mark.parametrize("width", [PHONE, 768, DESKTOP])
def test_what_is_unfolded_in_a_row_stands_wide_beneath_and_moves_nothing_of_it(open_page, width):
    page = open_page("en/choose/all/", width=width)
    for name in ("inside-urgent", "inside-simple", "complaint"):
        row = page.locator(f"tr[data-row={name}]")
        row.evaluate("each => each.scrollIntoView({ block: 'center' })")
        parts = [
            row.locator("summary"),
            row.locator("[data-title]"),
            row.locator(".chip").first,
            row.locator("[data-time]").first,
        ]
        before = [part.bounding_box() for part in parts if part.count()]
        row.locator("summary").click()
        assert [part.bounding_box() for part in parts if part.count()] == before
        more = row.locator(".chooser-table__more")
        assert more.bounding_box()["width"] > 0.9 * row.bounding_box()["width"]
        assert float(more.evaluate("each => parseFloat(getComputedStyle(each).paddingLeft)")) >= 12


@pytest.mark.parametrize(
    ("path", "typed", "most", "first"),
    [
        ("", "付款", 1, "客户到期没有付款"),
        ("", "供应商", 10, "问供应商一句"),
        ("", "投诉", 2, "客户投诉"),
        ("", "记者", 2, "媒体来问"),
        ("en/", "supplier", 10, "A quick question to a supplier"),
        ("en/", "boss", 10, ""),
        ("en/", "payment", 1, "A customer has not paid"),
        ("en/", "phishing", 1, "A leak, a suspicious e-mail, a stolen account"),
    ],
)
def test_the_table_is_filtered_by_what_a_case_is_about_and_not_by_every_word_of_the_advice(
    open_page, path, typed, most, first
):
    page = open_page(f"{path}choose/all/")
    page.locator("filter-table input").fill(typed)
    expect(page.locator("filter-table output:not(:empty)")).to_be_visible()
    shown = page.locator("tr[data-row]:not([hidden]) [data-title]").all_inner_texts()
    assert 1 <= len(shown) <= most and shown[0].startswith(first), shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_of_an_advice_ends_in_a_full_stop(contract, open_page, language):
    stops = "。？" if language == "zh" else ".?"
    for row in contract["chooser"]["rows"]:
        reasons = row["because"][language], row["runner_up"]["when"][language]
        assert all(reason[-1] in stops and reason[-2] not in stops for reason in reasons), row["id"]
    limits = part(open_page(page_of(language, f"#{urlencode({**WHOLE, 'readers': 'limited'})}")), "limits")
    assert limits.inner_text()[-1] in stops


@pytest.mark.parametrize("who", ["team", "manager", "department"])
def test_what_is_restricted_is_asked_of_whatever_goes_by_email_inside(contract, who):
    """The text of a plain e-mail is no place for it."""
    rows = [row for row in contract["chooser"]["rows"] if row["channel"] == "email"]
    cases = [case for row in rows for case in row["when"] if who in case["who"]]
    assert cases and all(case.get("readers") for case in cases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_for_an_emergency_is_no_advice_of_what_can_wait(site, language):
    tree = BuiltPage(site, page_of(language, "all/")).article
    emergency = tree.xpath(".//tr[@data-row]//li[@data-number]//a[starts-with(@href, 'tel:')]/ancestor::tr/@data-row")
    assert emergency and all("urgent" in row for row in emergency), emergency


@pytest.mark.parametrize(("language", "wrong"), [("zh", "等不得"), ("en", "cannot wait")])
def test_advice_before_urgency_is_asked_says_why_of_each_case_and_calls_nothing_urgent(open_page, language, wrong):
    said = part(open_page(page_of(language, "#who=media")), "channels")
    assert said.locator(".choices__because").count() == 4 and wrong not in said.inner_text()


@pytest.mark.sweep
def test_the_filter_of_the_table_puts_first_what_is_named_so_and_leaves_out_what_is_only_folded(open_page):
    page = open_page("en/choose/all/")
    page.locator("filter-table input").press_sequentially("supplier")
    first = page.locator("tbody:has(tr[data-row]:not([hidden]))").first
    expect(first.locator("th[scope=rowgroup]")).to_have_text("A supplier")
    page.locator("filter-table input").fill("Complexity")  # It stands in the details of each row.
    expect(page.locator("tr[data-row]:not([hidden])")).to_have_count(0, timeout=15_000)


def test_the_table_says_which_answers_lead_to_a_row(site):
    row = BuiltPage(site, "en/choose/all/").article.xpath(".//tr[@data-row='team-formal']")[0]
    cases = [" ".join(text(case).split()) for case in row.xpath(".//ul[contains(@class, 'chooser-table__case')]")]
    assert cases == [
        "For: Someone I give work to Urgency: Normal / Can wait Complexity: Something to work from or look up Restricted: No",
        "For: Someone I give work to Urgency: Normal / Can wait Complexity: Two or three sentences Proof: Yes Restricted: No",
    ]


def test_paper_shows_the_result_or_the_questions_and_no_other_results(open_page):
    page = open_page(page_of("en", f"#{urlencode(WHOLE)}"))
    page.emulate_media(media="print")
    assert part(page, "advice").is_visible() and "For: A customer" in part(page, "given").inner_text()
    assert part(page, "questions").is_hidden() and page.locator("tr[data-row]").first.is_hidden()
    page = open_page("en/choose/")
    page.emulate_media(media="print")
    assert page.locator("channel-chooser fieldset:visible").count() == 5, "without an answer, all questions on a sheet"
    assert page.locator("tr[data-row]").first.is_hidden(), "the table has a page of its own"


@pytest.mark.parametrize("language", ["zh", in_a_sweep("en")])
def test_axe_finds_nothing_and_nothing_is_too_wide_or_too_small(open_page, language):
    page = open_page(page_of(language, f"#{urlencode({**WHOLE, 'readers': 'limited'})}"), **STILL)
    for width in (DESKTOP, NARROWEST, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not (found := faults_in_light_and_dark(page, "answered", "#content")), "\n".join(found)
    page.set_viewport_size({"width": PHONE, "height": 800})
    assert not (found := [each for each in page.evaluate(TOO_SMALL) if "<input" not in each]), "\n".join(found)


@pytest.mark.parametrize("path", ["choose/", "en/choose/"])
def test_beside_the_advice_its_link_is_copied_with_the_answers(browser, address, path):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{path}#who=customer&urgency=urgent&matter=simple&proof=record&readers=open")
    link = page.locator(".chooser__on .link-here")
    link.click()
    assert page.evaluate("navigator.clipboard.readText()") == page.url and "who=customer" in page.url
    assert link.get_attribute("data-said") in ("链接已复制", "Link copied")
    page.locator("button[data-do=reset]").click()
    assert link.is_hidden()
    context.close()


@pytest.mark.parametrize(("language", "said"), [("zh", "还定不下来"), ("en", "Not decided yet")])
def test_who_passes_every_question_is_told_what_decides_it(open_page, language, said):
    page = open_page(page_of(language))
    pass_on = page.locator("channel-chooser [data-do=next]")
    for _ in range(page.locator("channel-chooser fieldset").count()):
        assert said not in page.locator("channel-chooser").inner_text()
        pass_on.click()
    assert said in page.locator("channel-chooser").inner_text()
    page.locator("channel-chooser label:visible").first.click()
    assert said not in page.locator("channel-chooser").inner_text()
