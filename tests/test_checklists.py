"""Checklists as readers use them: enough of them, ticks that stay wherever a list stands, and a list without a script."""

from __future__ import annotations

import gzip
import itertools
import re

import pytest
from playwright.sync_api import expect

from tests.bench.visiting import MOST_SHIFT, SHIFT
from tests.built_pages import BuiltPage, published, text
from tests.checklist_pages import (
    DUE_IN_A_DAY,
    LIST,
    WITH_DUE,
    begin,
    boxes,
    kept_runs,
    press,
    row,
    set_event,
    taken,
    ticked,
)
from tests.conftest import in_a_sweep
from tests.test_accessibility import DESKTOP, PHONE, STILL, faults_in_light_and_dark, faults_in_one

ON_SCENARIO = "scenarios/work-instruction/"
STEP_LIST, ON_STEP = "step-confirm-close", "guide/internal/confirm-close/"
MOST_SCRIPT = 25 * 1024
CHOOSE = "run-panel select"


@pytest.fixture
def checklist(open_page):
    """Opens the page of a checklist in English, in a profile of its own."""
    return lambda name=LIST, **options: open_page(f"en/checklists/{name}/", **options)


# --- an item that is led to, and how items break ---------------------------------------------------------------------


@pytest.mark.sweep
@pytest.mark.parametrize("home", ["", "en/"])
def test_an_item_that_is_led_to_is_marked_as_a_phrase_is(open_page, home):
    page = open_page(f"{home}reference/phrases/", width=390)
    colour = "(each) => getComputedStyle(each).backgroundColor"
    name = page.locator(".phrases tr[id]").nth(3).get_attribute("id")
    phrase = open_page(f"{home}reference/phrases/#{name}", width=390).locator(":target").evaluate(colour)
    page = open_page(f"{home}checklists/{LIST}/", width=390)
    name = page.locator("li.check").nth(2).get_attribute("id")
    item = open_page(f"{home}checklists/{LIST}/#{name}", width=390).locator("li.check:target")
    assert item.evaluate(colour) == phrase != page.locator("li.check").first.evaluate(colour)


def test_an_item_fills_its_lines_before_it_takes_another(checklist):
    page = checklist("onboarding-day-one", width=390)
    lines = """(all) => all.map((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return [...range.getClientRects()].map(({ width }) => width);
    })"""
    found = page.locator(".check__text").evaluate_all(lines)
    page.add_style_tag(content=".checklist .check__text { text-wrap: wrap !important; }")
    assert page.locator(".check__text").evaluate_all(lines) == found


# --- the data --------------------------------------------------------------------------------------------------------


def test_there_are_enough_checklists_and_each_has_seven_to_fifteen_items(contract):
    sizes = {each["id"]: sum(len(group["items"]) for group in each["groups"]) for each in contract["checklists"]}
    assert len(sizes) >= 30
    assert not {name: size for name, size in sizes.items() if not 7 <= size <= 15}


def test_no_id_of_an_item_stands_twice_in_a_checklist(contract):
    for each in contract["checklists"]:
        ids = [item["id"] for group in each["groups"] for item in group["items"]]
        assert len(ids) == len(set(ids)), each["id"]


def test_each_core_scenario_and_each_step_names_a_checklist_that_is_there(contract):
    known = {each["id"] for each in contract["checklists"]}
    steps = [step for procedure in contract["procedures"] for step in procedure["steps"]]
    core = [scenario for scenario in contract["scenarios"] if scenario["core"]]
    assert len(steps) == 9 and core
    for part in (*steps, *core):
        assert part["checklists"] and set(part["checklists"]) <= known, part["id"]


def test_an_act_that_answers_someone_outside_is_due_as_the_response_times_say(contract):
    """The time stands in one place only: in `response-times.yml`."""
    owed = {
        scenario["id"]: (scenario["respond_within"], scenario["respond_clock"]) for scenario in contract["scenarios"]
    }
    due = {
        (each["id"], item["id"]): (item["due"]["within"], item["due"]["clock"])
        for each in contract["checklists"]
        for group in each["groups"]
        for item in group["items"]
        if "due" in item
    }
    assert due["complaint-first-hour", "make-the-first-call"] == owed["complaint-relationship"]
    assert due["media-public-relations", "acknowledge"] == owed["media-public-relations"]


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_page_to_read_is_named_by_its_own_title_with_the_time_it_takes(site, contract, language):
    key, found = "en" if language else "zh", 0
    for each in contract["checklists"]:
        page = BuiltPage(site, each["url"][key])
        for item in (item for group in each["groups"] for item in group["items"] if "page" in item):
            link = page.article.xpath(f".//li[@id='{each['id']}-{item['id']}']//a")[-1]
            target = BuiltPage(site, item["page"][key])
            assert page.resolve(link.get("href")).endswith(target.address)
            assert text(link) == text(target.article.xpath(".//h1")[0]).strip("¶ ")
            minutes = int(re.search(r"(\d+)(分钟| minutes?)", link.tail)[1])
            assert abs(minutes - reading_minutes(target)) <= max(1, minutes / 10), item["id"]
            found += 1
    assert found > 20


def reading_minutes(page: BuiltPage) -> float:
    """What a careful reader takes: 300 Chinese characters or 220 words a minute; checklists are worked through, not read."""
    whole = text(page.article)
    for checklist in page.article.xpath(".//check-list"):
        whole = whole.replace(text(checklist), "")
    return len(re.findall(r"[\u4e00-\u9fff]", whole)) / 300 + len(re.findall(r"[A-Za-zÀ-ÿ]+", whole)) / 220


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_scenario_and_step_embeds_its_checklists(site, contract, language):
    parts = [*contract["scenarios"], *(step for procedure in contract["procedures"] for step in procedure["steps"])]
    for part in parts:
        page = BuiltPage(site, part["url"]["en" if language else "zh"])
        shown = page.article.xpath(".//check-list/@checklist")
        assert set(part["checklists"]) <= set(shown), page.address
        led_to = {page.resolve(link) for link in page.article.xpath(".//*[@class='check__ways']/a/@href")}
        assert page.resolve("") not in led_to, f"{page.address}: an item leads to where one is"


def test_the_script_of_the_checklists_is_light(site):
    for name in ("checklists.js", "onboarding.js", "my.js", "practice.js"):  # no page has two of them
        assert len(gzip.compress(published(site, f"assets/{name}").read_bytes())) < MOST_SCRIPT, name


# --- ticks -----------------------------------------------------------------------------------------------------------


def test_a_first_tick_needs_no_run_and_stays_over_a_reload(checklist):
    page = checklist()
    boxes(page).nth(2).check()
    wanted = ticked(page)
    assert len(wanted) == 1 and [run["name"] for run in kept_runs(page)] == [""]
    page.reload()
    assert ticked(page) == wanted
    boxes(page).nth(2).uncheck()
    page.reload()
    assert ticked(page) == []


@pytest.mark.sweep
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", [f"en/checklists/{LIST}/", "en/onboarding/mentor/"])
def test_a_note_stands_below_its_item_without_moving_what_is_there(open_page, width, path):
    page = open_page(path, width=width)
    for place in range(3):
        more = page.locator("li.check").nth(place).locator(".check__more")
        more.locator("summary").click()
        more.locator("textarea").fill("Mr Feng asks for the date\nin writing")
        assert page.locator(".check__note:visible").count() == place, "it is not there twice"
        more.locator("summary").click()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    slow = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 2e5}
    network.send("Network.emulateNetworkConditions", slow)
    page.reload()
    expect(page.locator(".check__note:visible")).to_have_count(3)
    assert page.locator(".check__note").first.inner_text() == "Mr Feng asks for the date\nin writing"
    assert page.evaluate(SHIFT) < MOST_SHIFT


def test_the_same_ticks_stand_in_both_languages_and_wherever_the_list_is_embedded(checklist, address):
    page = checklist()
    boxes(page).nth(0).check()
    wanted = ticked(page)
    page.goto(f"{address}checklists/{LIST}/")
    assert ticked(page) == wanted
    for path in (ON_SCENARIO, f"en/{ON_SCENARIO}"):
        page.goto(address + path)
        assert page.locator("script[src*=checklists]").count() == 0, "nobody has opened the list yet"
        page.locator(".embedded summary").filter(has_not=page.locator("li")).first.click()
        page.locator(f"check-list[checklist={LIST}] input:checked").first.wait_for()
        assert ticked(page) == wanted, path
    page.locator(f"check-list[checklist={LIST}] input[type=checkbox]").nth(1).check()
    page.goto(f"{address}checklists/{LIST}/")
    assert len(ticked(page)) == 2


def test_a_step_folds_its_list_and_shows_its_ticks_once_it_is_opened(checklist, address):
    page = checklist(STEP_LIST)
    boxes(page).nth(3).check()
    wanted = ticked(page)
    page.goto(address + ON_STEP)
    assert page.locator("script[src*=checklists]").count() == 0 and boxes(page).first.is_hidden()
    page.locator(".embedded summary").filter(has_not=page.locator("li")).first.click()
    page.locator(f"check-list[checklist={STEP_LIST}] input:checked").first.wait_for()
    assert ticked(page) == wanted


def test_a_link_to_an_item_opens_the_list_that_is_folded_into_a_page(open_page):
    item = "step-confirm-close-"
    page = open_page(ON_STEP)
    name = page.locator(f"li[id^={item}]").last.get_attribute("id")
    page = open_page(f"{ON_STEP}#{name}")
    page.locator(f"#{name}").wait_for(state="visible")


def test_two_tabs_show_each_other_s_ticks_and_undo_none(checklist):
    one = checklist()
    other = one.context.new_page()
    other.goto(one.url)
    for place in range(0, 8, 2):
        boxes(one).nth(place).check()
        boxes(other).nth(place + 1).check()
    for page in (one, other):
        page.wait_for_function("document.querySelectorAll('check-list input:checked').length === 8")
    one.reload()
    assert len(ticked(one)) == 8 and len(kept_runs(one)) == 1
    boxes(other).nth(0).uncheck()
    one.wait_for_function("document.querySelectorAll('check-list input:checked').length === 7")


def test_two_tabs_that_begin_at_the_same_moment_end_up_with_one_run_and_both_ticks(checklist):
    page = checklist()
    boxes(page).nth(0).check()
    item = boxes(page).nth(1).get_attribute("value")
    page.evaluate(
        """([list, item]) => {
        const [mine] = Object.keys(localStorage).filter((key) => key.startsWith("handbook:run:"));
        const run = { ...JSON.parse(localStorage.getItem(mine)), id: "begunelsewhere", answers: { [item]: { state: "done", at: Date.now() } } };
        const at = mine.slice(mine.indexOf("@"));
        localStorage.setItem(`handbook:run:begunelsewhere${at}`, JSON.stringify(run));
        localStorage.setItem(`handbook:current${at}`, JSON.stringify({ [list]: "begunelsewhere" }));
        dispatchEvent(new StorageEvent("storage", { key: `handbook:current${at}` }));
    }""",
        [LIST, item],
    )
    assert len(ticked(page)) == 2
    page.reload()
    assert len(ticked(page)) == 2 and len(kept_runs(page)) == 1


def test_a_tick_holds_though_a_clock_was_ahead_when_it_was_last_changed(checklist):
    page = checklist()
    boxes(page).nth(0).check()
    page.evaluate("""() => {
        const key = Object.keys(localStorage).find((name) => name.startsWith("handbook:run:"));
        const run = JSON.parse(localStorage.getItem(key));
        run.changed += 1e9;
        for (const stamp of Object.keys(run.stamps)) run.stamps[stamp] += 1e9;
        for (const answer of Object.values(run.answers)) answer.at += 1e9;
        localStorage.setItem(key, JSON.stringify(run));
    }""")
    page.reload()
    boxes(page).nth(0).uncheck()
    page.reload()
    assert ticked(page) == []


def test_progress_is_shown_and_said(checklist):
    page = checklist()
    said = page.locator(".checklist__progress output")
    count = boxes(page).count()
    assert said.inner_text() == f"0 of {count} done"
    assert said.get_attribute("aria-live") == "polite"
    boxes(page).nth(0).check()
    assert said.inner_text() == f"1 of {count} done"
    bar = page.get_by_role("progressbar")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [1, count]
    for box in boxes(page).all():
        box.check()
    assert said.inner_text() == f"All {count} done"


def test_does_not_apply_is_another_answer_and_takes_a_note(checklist):
    page = checklist()
    count, item = boxes(page).count(), boxes(page).nth(0).get_attribute("value")
    row(page, item).locator(".check__more summary").click()
    row(page, item).locator("[data-na]").click()
    row(page, item).locator("textarea").fill("Nobody abroad takes part.")
    page.reload()
    assert not boxes(page).nth(0).is_checked()
    assert row(page, item).locator("[data-na]").get_attribute("aria-pressed") == "true"
    assert row(page, item).locator("textarea").input_value() == "Nobody abroad takes part."
    assert page.locator(".checklist__progress output").inner_text() == f"0 of {count - 1} done"
    boxes(page).nth(0).check()
    assert row(page, item).locator("[data-na]").get_attribute("aria-pressed") == "false"


def test_what_does_not_apply_is_settled_in_its_box_and_said(checklist):
    page = checklist("complaint-first-hour")
    media = page.locator("li.check:has(.check__ways [data-na])").first
    box, button = media.locator("input[type=checkbox]"), media.locator("[data-na]")
    button.click()
    assert box.evaluate("(each) => [each.indeterminate, each.checked, each.ariaDescription]") == [
        True,
        False,
        "does not apply",
    ]
    box.click()
    assert box.evaluate("(each) => [each.indeterminate, each.checked, each.ariaDescription]") == [False, True, None]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tick_leaves_no_hole_in_an_item_that_may_not_apply(checklist, width):
    page = checklist("complaint-relationship", width=width)
    for item in page.locator("li.check:has(.check__ways)").all():
        places = "all => all.map((way) => way.checkVisibility({ visibilityProperty: true }) && way.offsetLeft)"
        ways, about = item.locator(".check__ways > :not([data-na])"), item.locator(".check__ways")
        before = ways.evaluate_all(places)
        item.locator("input[type=checkbox]").click()
        assert ways.evaluate_all(places) == before and False not in before
        assert ways.count() or about.bounding_box()["height"] == 0, "where nothing else stood, nothing is left"


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_line_of_an_item_runs_below_what_stands_at_its_end(open_page, language, width):
    options = {"has_touch": True, "is_mobile": True} if width == 360 else {}
    page = open_page(f"{language}checklists/mail-before-sending/", width=width, **options)
    page.locator(".check__more").first.wait_for(state="attached")
    assert (
        page.locator("li.check").evaluate_all("""rows => rows.filter((row) => {
        const words = document.createRange(), ends = [...row.querySelectorAll(":scope > .link-here, .check__more > summary")];
        words.selectNodeContents(row.querySelector(".check__text"));
        const left = Math.min(...ends.map((each) => each.getBoundingClientRect()).filter(({ width }) => width).map((box) => box.left));
        return [...words.getClientRects()].some(({ right }) => right > left);
    }).map((row) => row.innerText)""")
        == []
    )


def test_an_item_that_is_done_does_not_ask_whether_it_applies(checklist):
    page = checklist("meeting-before")
    item = page.locator("li.check:has(.check__ways [data-na])").first
    assert item.locator("[data-na]").is_visible()
    item.locator("input[type=checkbox]").check()
    assert item.locator("[data-na]").is_hidden()
    item.locator("input[type=checkbox]").uncheck()
    item.locator("[data-na]").click()
    assert item.locator("[data-na][aria-pressed=true]").is_visible(), "what was said can be taken back"


def test_an_empty_box_is_empty_on_a_dark_page_and_a_heading_cuts_no_frame(checklist):
    page = checklist("complaint-first-hour", width=1280, color_scheme="dark")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert boxes(page).nth(0).evaluate("(box) => getComputedStyle(box).backgroundColor") == paper
    heading, frame = page.locator(".checklist legend").first, page.locator(".checklist fieldset > ul").first
    above = heading.bounding_box()
    assert above["y"] + above["height"] <= frame.bounding_box()["y"]


def test_everything_is_done_by_keyboard_alone(checklist):
    page = checklist()
    boxes(page).nth(0).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('.check__more summary')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("seen")
    page.locator(".runs__which summary").focus()
    page.keyboard.press("Enter")
    page.locator("input[name=run-name]").focus()
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    assert len(ticked(page)) == 1, "the run that the tick began has got its name"
    page.keyboard.type("Another")
    page.keyboard.press("Enter")
    assert ticked(page) == []
    assert page.locator(f"{CHOOSE} option:checked").inner_text().startswith("Another")
    page.locator("run-panel button[data-do=delete]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.do") == "undo"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "OUTPUT", "the focus stays where one is told"
    assert sorted(run["name"] for run in kept_runs(page)) == ["Another", "By keyboard"]


def test_what_is_entered_before_the_script_has_come_is_kept(open_page, address):
    page, held = open_page("404.html"), []
    page.route("**/assets/checklists*.js", lambda route: held.append(route))
    page.goto(f"{address}en/checklists/{WITH_DUE}/", wait_until="commit")
    early = [boxes(page).nth(number) for number in (0, 2)]
    for box in early:
        box.check()
    row(page, DUE_IN_A_DAY).locator("input[type=datetime-local]").fill("2027-03-10T10:00")
    wanted = sorted(box.get_attribute("value") for box in early)
    for route in held:
        route.continue_()
    page.locator(".checklist__progress output").get_by_text("2 of").wait_for()
    (run,) = kept_runs(page)
    assert sorted(run["answers"]) == wanted == sorted(ticked(page))
    assert run["times"][DUE_IN_A_DAY]["time"].startswith("2027-03-10T10:00")


# --- axe, and no script ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [PHONE, in_a_sweep(DESKTOP)])
def test_axe_finds_nothing_on_a_list_in_use_and_on_my_page(checklist, address, width):
    page = checklist(WITH_DUE, width=width, **STILL)
    begin(page, "Weekly")
    boxes(page).nth(0).check()
    page.locator(".check__more summary").nth(1).click()
    page.locator("[data-na]").nth(1).click()
    set_event(page, DUE_IN_A_DAY, "2026-03-12T16:30")
    assert not (found := faults_in_light_and_dark(page, "list", "#content")), "\n".join(found)
    press(page, "delete")
    press(page, "undo")
    press(page, "finish")
    assert not (found := faults_in_one(page, "finished", "dark", "#content")), "\n".join(found)
    page.goto(f"{address}en/my/")
    page.locator(".records tbody tr:visible").wait_for()
    page.locator("button[data-do=erase]").click()
    assert not (found := faults_in_light_and_dark(page, "my page", "#content")), "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_moves_when_the_script_arrives(open_page, address):
    """What it says and shows has its room from the start, in a list of its own and in one within a page."""
    places = """() => [...document.querySelectorAll(".site-header > * > *, .checklist__progress, .check, .check__about")]
        .map((each) => Object.values(each.getBoundingClientRect().toJSON()).map(Math.round).join())"""
    for path in ("checklists/phone-call/", "onboarding/hr/", "en/checklists/meeting-during/"):
        page = open_page("en/404.html", width=PHONE)
        held = re.compile(r"/assets/(?!before-paint)[^/]*\.js")
        page.route(held, lambda route: None)
        page.goto(address + path, wait_until="commit")
        page.locator("html:not([data-unpainted]) .printed").wait_for(state="attached")
        before = page.evaluate(places)
        page.unroute(held)
        page.goto(address + path)
        page.locator(".check__more").first.wait_for(state="attached")
        assert page.evaluate(places) == before, path


@pytest.mark.parametrize("kept", [False, True], ids=["nothing kept", "a run kept"])
def test_my_page_is_whole_before_its_script_where_nothing_is_kept(open_page, address, kept):
    places = """() => [...document.querySelectorAll("my-runs *")].filter((each) => each.checkVisibility())
        .map((each) => Object.values(each.getBoundingClientRect().toJSON()).map(Math.round).join())"""
    page = open_page("en/404.html", width=PHONE)
    if kept:
        page.goto(f"{address}en/checklists/phone-call/")
        boxes(page).first.check()
    held = re.compile(r"/assets/(?!before-paint)[^/]*\.js")
    page.route(held, lambda route: None)
    page.goto(f"{address}en/my/", wait_until="commit")
    page.locator("html:not([data-unpainted]) .printed").wait_for(state="attached")
    before = page.evaluate(places)
    assert bool(before) != kept and not page.locator("my-runs .button:visible").count()
    early = page.locator("link[rel=preload]").evaluate_all("links => links.map((link) => link.href)")
    lists = page.locator("my-runs").evaluate("(runs) => new URL(runs.getAttribute('lists'), location.href).href")
    assert early == [lists] * kept, "only runs need the checklists"
    page.unroute(held)
    waiting = []
    page.route(lists, lambda route: waiting.append(route))
    page.goto(f"{address}en/my/", wait_until="commit")
    page.wait_for_function("Boolean(customElements.get('my-runs'))")
    shown = bool(page.evaluate(places)) or page.locator(".site-footer").is_visible()
    assert shown != kept, "what stands below the records is shown with them, not pushed away by them"
    for route in waiting:
        route.continue_()
    page.locator("[data-runs] tr" if kept else "my-runs .button:visible").first.wait_for()
    assert kept or page.evaluate(places) == before
    assert page.locator(".site-footer").is_visible()


@pytest.mark.every_other(4)
@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize(
    "path", ["checklists/personal-data-leak/", "en/checklists/personal-data-leak/", "en/onboarding/"]
)
def test_what_stays_in_sight_on_a_phone_takes_little_of_it_in_every_state(open_page, path, width):
    page = open_page(path, width=width, has_touch=True, is_mobile=True)
    page.locator(".check__more").first.wait_for(state="attached")
    bar, asked = page.locator(".checklist__progress").first, page.locator("check-list").first.locator("kept-here[asks]")
    height = lambda: page.locator("header").first.bounding_box()["height"] + bar.bounding_box()["height"]  # noqa: E731
    assert height() <= 110
    each = page.locator("check-list").first.locator("input[type=checkbox]")
    each.first.check()
    asked.locator("[data-state=open]").wait_for()
    assert height() <= 110, "asked whose device it is"
    whole = "([progress, output]) => output.scrollWidth <= output.clientWidth && progress.clientWidth > 20"
    shown = lambda: page.evaluate(whole, [bar.locator(each).element_handle() for each in ("progress", "output")])  # noqa: E731
    assert shown() and bar.locator("progress").is_visible() and bar.locator("output").is_visible()
    assert not bar.locator("kept-here").count(), "what is asked once does not stay in sight"
    for number in range(each.count()):
        each.nth(number).evaluate("(box) => box.checked || box.click()")
    assert height() <= 110 and asked.is_hidden(), "all done, and still asked, in the page"
    page.locator("check-list kept-here:not([asks]) [data-state=open]:visible button").first.tap()
    assert height() <= 110 and bar.locator("output").is_visible(), "answered"
    onward = bar.locator("[data-to-ending]")
    assert height() <= 110 and onward.is_visible(), "all done"
    onward.tap()
    assert page.locator("[data-ending]:visible").first.bounding_box()["y"] >= 57, (
        "what it leads to is not behind the header"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.sweep
@pytest.mark.parametrize("width", [768, 1024, 1440])
def test_how_far_a_list_is_stays_in_sight_while_it_is_asked_whose_device_it_is(open_page, width):
    page = open_page("checklists/meeting-before/", width=width)
    boxes(page).first.check()
    page.locator("check-list kept-here[asks] [data-state=open]").wait_for()
    bar = page.locator(".checklist__progress")
    for each in ("progress", "output"):
        assert bar.locator(each).bounding_box()["height"] > 10, each
    page.locator("check-list kept-here[asks] [data-whose=own]").click()
    page.locator("check-list kept-here[asks] [data-state=open]").wait_for(state="hidden")
    assert bar.locator("progress").bounding_box()["width"] > 100


@pytest.mark.parametrize("path", ["checklists/meeting-before/", "en/checklists/phone-call/"])
def test_the_first_tick_moves_no_item_away(open_page, path):
    page = open_page(path, width=PHONE)
    boxes(page).first.wait_for()
    places = (
        "() => [...document.querySelectorAll('li.check')].map((each) => Math.round(each.getBoundingClientRect().top))"
    )
    before = page.evaluate(places)
    boxes(page).first.check()
    asked = page.locator("check-list kept-here:visible")
    asked.wait_for()
    page.wait_for_timeout(100)
    assert all(abs(now - then) <= 1 for now, then in zip(page.evaluate(places), before, strict=True))
    shown = asked.bounding_box()
    assert shown and shown["y"] >= 0 and shown["y"] + shown["height"] <= 801, "it is asked in sight"


@pytest.mark.parametrize("language", ["", "en/"])
def test_whom_to_call_is_called_by_one_tap(site, language):
    for path, items in (
        ("complaint-first-hour", ("call-legal", "call-public-relations")),
        ("media-enquiry-received", ("call-public-relations",)),
    ):
        article = BuiltPage(site, f"{language}checklists/{path}/").article
        for item in items:
            row = article.xpath(f".//li[@id='{path}-{item}']")
            assert row and row[0].xpath(".//a[starts-with(@href, 'tel:')]"), item


def test_under_a_finger_the_link_to_an_item_stands_among_what_can_be_done_with_it(open_page):
    page = open_page("en/checklists/complaint-first-hour/", width=PHONE, has_touch=True, is_mobile=True)
    row = page.locator("li.check").nth(1)
    row.locator(".check__more > summary").tap()
    link = row.locator(".check__more .link-here")
    assert link.is_visible() and row.locator(":scope > .link-here").count() == 0
    boxes = page.locator("li.check > .link-here, .check__more > summary").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map(({ top, bottom, height }) => [top, bottom, height])"
    )
    assert all(height >= 40 for _, _, height in boxes)
    assert all(one[1] <= other[0] + 1 for one, other in itertools.pairwise(boxes)), "none reaches into the next"


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_script_there_is_a_readable_list_with_boxes(open_page, language):
    page = open_page(f"{language}checklists/{WITH_DUE}/", java_script_enabled=False)
    assert page.locator("check-list li.check").count() >= 5
    assert all(text.is_visible() for text in page.locator(".check__text").all())
    assert all(box.is_visible() for box in boxes(page).all())
    assert page.locator("progress").is_hidden() and page.locator("run-panel:visible").count() == 0
    assert page.locator("input[type=datetime-local]").first.is_hidden()
    assert page.locator(".checklist__keeping.without-script").is_visible(), "it says that nothing is remembered"


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_case_in_which_alone_an_item_applies_is_read_before_it_on_screen_and_in_what_is_taken_along(
    open_page, contract, language
):
    page = open_page(f"{language}checklists/receiving-visitors/")
    [known] = [each for each in contract["checklists"] if each["id"] == "receiving-visitors"]
    item = next(item for group in known["groups"] for item in group["items"] if item.get("only_if"))
    key = "en" if language else "zh"
    row = page.locator(f"#receiving-visitors-{item['id']}")
    text = row.locator(".check__text").text_content()
    assert text.index(item["only_if"][key]) < text.index(item["text"][key])
    assert row.get_by_role("checkbox", name=item["only_if"][key]).count() == 1
    row.locator("[data-na]").first.click()
    assert text in taken(page, "markdown")[1].replace("\\", "")


@pytest.mark.sweep
def test_on_a_phone_an_item_takes_the_width_and_a_date_goes_once_the_item_is_done(checklist):
    page = checklist(WITH_DUE, width=390)
    texts = page.locator(".check__text")
    assert all(text.bounding_box()["width"] >= 300 for text in texts.all())
    field, box = "li.check input[type=datetime-local]", "li.check:has(input[type=datetime-local]) input[type=checkbox]"
    page.locator(box).check()
    assert page.locator(field).is_visible(), "another item counts from it"
    page = checklist("bad-news", width=390)
    assert page.locator(field).is_visible()
    page.locator(box).check()
    assert page.locator(field).is_hidden()
