"""What is kept, and what leaves the page: two handbooks on one host, shared computers, pages that come back, drafts
that end, browsers that do not download, print or copy as others do."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import time

import pytest
from playwright.sync_api import TimeoutError as TimedOut
from playwright.sync_api import expect

from tests.checklist_pages import DUE_IN_A_DAY, LIST, WITH_DUE, begin, boxes, kept_runs, press, set_event, taken, ticked
from tests.conftest import serve
from tests.filled_pages import begin as open_form
from tests.filled_pages import draft_of, field, kept_drafts, unfold_drafts
from tests.filled_pages import press as press_in_form
from tests.stored_runs import kept

SECRET, OPEN = "en/templates/complaint-record/", "en/templates/meeting-minutes/"
NO_DOWNLOADS = """const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { if (!this.href.startsWith("blob:")) click.call(this); };"""
"""As in the browsers of messengers: a click on what was made in the page does nothing."""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
"""As on plain http."""


# --- two handbooks on one host ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def host(site, tmp_path_factory):
    """A host with the handbook at `/a/` and, once more, at `/b/`."""
    folder = tmp_path_factory.mktemp("host")
    for name in ("a", "b"):
        (folder / name).symlink_to(site, target_is_directory=True)
    server, address = serve(folder)
    yield address
    server.shutdown()


def test_deleting_everything_in_one_handbook_leaves_the_other_on_the_host_alone(browser, host):
    page = browser.new_context().new_page()
    page.goto(f"{host}a/en/checklists/{LIST}/")
    begin(page, "In A")
    boxes(page).nth(0).check()
    page.locator("colour-switch button").click()
    page.goto(f"{host}b/en/checklists/{LIST}/")
    assert ticked(page) == [] and "colours" not in str(page.evaluate("document.documentElement.dataset"))
    begin(page, "In B")
    page.goto(f"{host}b/en/my/")
    page.locator("[data-runs] tr").wait_for()
    assert "In A" not in page.locator("[data-runs]").inner_text()
    page.locator("button[data-do=erase]").click()
    page.locator("button[data-do=erase-really]").click()
    assert not [key for key in page.evaluate("Object.keys(localStorage)") if key.endswith("@/b/")]
    page.goto(f"{host}a/en/my/")
    page.locator("[data-runs] tr").wait_for()
    assert "In A" in page.locator("[data-runs]").inner_text()
    assert page.evaluate("document.documentElement.dataset.colours")


# --- pages that come back --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def remembering(browser_driver):
    """A Chromium that keeps pages in memory for the way back, as readers' browsers do."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    options = {"ignore_default_args": ["--disable-back-forward-cache"], "args": ["--no-sandbox"]}
    chromium = browser_driver.chromium.launch(executable_path=path, **options)
    yield chromium
    chromium.close()


@pytest.mark.sweep
@pytest.mark.parametrize("path", [f"en/checklists/{LIST}/", OPEN])
def test_what_was_deleted_meanwhile_is_gone_from_a_page_that_comes_back(remembering, address, path):
    page = remembering.new_context().new_page()
    page.goto(address + path)
    if path == OPEN:
        open_form(page)
        field(page, "minutes-subject").fill("Secret")
    else:
        begin(page, "Secret")
        boxes(page).nth(0).check()
    page.evaluate("addEventListener('pageshow', (event) => { window.cameBack = event.persisted; })")
    page.goto(f"{address}en/my/")
    page.locator("button[data-do=erase]").click()
    page.locator("button[data-do=erase-really]").click()
    page.go_back(wait_until="commit")
    page.wait_for_url(lambda url: url.partition("#")[0] == address + path, wait_until="commit")
    with contextlib.suppress(TimedOut):
        page.wait_for_function("window.cameBack !== undefined", timeout=10_000)
    if page.evaluate("window.cameBack") is not True:
        pytest.skip("this browser had no room to keep the page in memory, so that it did not come back from there")
    page.wait_for_timeout(500)  # for whatever the page does on it
    assert kept(page) == {}
    if path == OPEN:
        assert field(page, "minutes-subject").input_value() == ""
        field(page, "chaired-by").fill("Li Na")
        assert list(kept_drafts(page)[0]["fields"]) == ["chaired-by"]
    else:
        assert ticked(page) == []
        boxes(page).nth(1).check()
        assert len(kept_runs(page)[0]["answers"]) == 1 and kept_runs(page)[0]["name"] == ""


# --- whose computer --------------------------------------------------------------------------------------------------


def ask(page):
    """The question whose computer it is, where it stands open."""
    return page.locator("kept-here [data-state=open]:visible")


ON_A_PHONE = {"width": 360, "has_touch": True, "is_mobile": True}
PLACE = "(each) => Math.round(each.getBoundingClientRect().top)"
WHOLE = {"en/checklists/meeting-before/": 1, "checklists/complaint-first-hour/": 2, "en/onboarding/": 1, f"{OPEN}": 0}
"""Pages, and which of their boxes is ticked; a form has none."""


@pytest.mark.sweep
def test_whose_computer_it_is_is_asked_where_the_first_thing_is_kept_and_answered_once(open_page, address):
    page = open_page(f"en/checklists/{LIST}/")
    assert page.locator("kept-here:visible").count() == 0
    boxes(page).nth(0).check()
    assert ask(page).is_visible()
    ask(page).locator("[data-whose=own]").click()
    assert ask(page).is_hidden() and len(ticked(page)) == 1
    said = page.locator("kept-here:visible")
    assert "Saved in this browser." in said.inner_text(), "what was answered is said for a moment"
    said.wait_for(state="hidden")
    assert page.locator(".checklist__progress progress").is_visible()
    page.reload()
    boxes(page).nth(1).check()
    assert page.locator("kept-here:visible").count() == 0


@pytest.mark.every_other(8)
@pytest.mark.parametrize(("path", "number"), WHOLE.items())
def test_asking_whose_device_it_is_and_the_answer_move_nothing_away_from_the_hand(open_page, path, number):
    page = open_page(path, **ON_A_PHONE)
    if path == OPEN:
        open_form(page)
        touched = field(page, "chaired-by")
    else:
        touched = page.locator("check-list input[type=checkbox]:visible").nth(number)
    touched.evaluate("(each) => each.scrollIntoView({ block: 'center' })")
    before = touched.evaluate(PLACE)
    touched.fill("Li Na") if path == OPEN else touched.tap()
    ask(page).wait_for()
    page.wait_for_timeout(100)
    shown = ask(page).bounding_box()
    assert abs(touched.evaluate(PLACE) - before) <= 1
    assert shown["height"] < 100 and shown["y"] >= 56 and shown["y"] + shown["height"] <= 800, "one line, and in sight"
    assert shown["y"] > before + 20, "below what is read, and in no list"
    assert not page.locator(".checklist__progress kept-here, li kept-here, .ask kept-here").count()
    covered = "(each) => { const { left, top } = each.getBoundingClientRect(); return document.elementFromPoint(left + 5, top + 5) === each; }"
    assert touched.evaluate(covered)
    ask(page).locator("[data-whose=own]").tap()
    page.wait_for_timeout(100)
    assert abs(touched.evaluate(PLACE) - before) <= 1, "nobody is led away by answering"
    assert touched.evaluate("(each) => each === document.activeElement"), "and goes on where they were"
    page.locator("kept-here:visible").first.wait_for(state="hidden")
    page.wait_for_timeout(100)
    assert abs(touched.evaluate(PLACE) - before) <= 1


def test_the_question_whose_device_it_is_moves_no_row_and_lies_over_none_that_was_touched(open_page):
    page = open_page("en/checklists/meeting-before/", **ON_A_PHONE)
    low = page.locator("check-list input[type=checkbox]:visible").nth(6)
    low.evaluate("(each) => scrollTo(0, scrollY + each.getBoundingClientRect().top - 740)")
    rows = "() => [...document.querySelectorAll('li.check')].map((each) => each.offsetTop)"
    before = page.evaluate(rows)
    low.evaluate("(box) => box.click()")
    ask(page).wait_for()
    page.wait_for_timeout(100)
    assert page.evaluate(rows) == before
    box, asked = low.bounding_box(), ask(page).bounding_box()
    assert box["y"] + box["height"] <= asked["y"]


@pytest.mark.every_other(8)
@pytest.mark.parametrize("path", [OPEN, OPEN.removeprefix("en/")])
@pytest.mark.parametrize("width", [360, 390, 1280])
def test_the_question_of_a_form_takes_nothing_from_its_bar_and_is_answered_without_scrolling(open_page, path, width):
    page = open_page(path, width=width)
    open_form(page)
    touched = field(page, "chaired-by")
    touched.evaluate("(each) => each.scrollIntoView({ block: 'center' })")
    touched.fill("Li Na")
    page.locator("button[data-do=take][value=docx]").evaluate("(button) => button.click()")
    page.locator("[data-said]:not(:empty)").wait_for()
    asked, bar = ask(page).bounding_box(), page.locator(".filler__bar").bounding_box()
    assert bar["y"] + bar["height"] <= 801 and bar["height"] < 64 and asked["height"] < 50, "one line each"
    assert asked["y"] >= bar["y"] if width == 1280 else asked["y"] + asked["height"] <= bar["y"] + 7
    assert width == 1280 or bar["y"] + bar["height"] - asked["y"] <= 90, "a tenth of a phone's screen"
    page.wait_for_function(
        "() => matchMedia('(min-width: 60em)').matches || !document.querySelector('.filler__said').offsetHeight"
    )
    assert page.locator("[data-do=next-gap]").is_visible() and page.locator(".filler__way").is_visible() == (
        width < 1280
    )
    heights = ask(page).locator("button").evaluate_all("all => all.map((each) => each.scrollHeight)")
    assert max(heights) < 50, "no answer on two lines"
    before = touched.evaluate(PLACE)
    ask(page).locator("[data-whose=own]").focus()
    assert touched.evaluate(PLACE) == before
    ask(page).locator("[data-whose=own]").click()
    assert touched.evaluate(PLACE) == before


@pytest.mark.parametrize("path", [f"en/checklists/{LIST}/", OPEN])
def test_a_question_that_nobody_answers_covers_nothing_for_long_and_is_asked_in_the_page(open_page, path):
    page = open_page(path, width=390)
    page.clock.install()
    page.reload()
    if path == OPEN:
        open_form(page)
        touched = field(page, "chaired-by")
        touched.fill("Li Na")
    else:
        touched = boxes(page).nth(1)
        touched.check()
    page.locator("kept-here[asks] [data-state=open]:visible").wait_for()
    before = touched.evaluate(PLACE)
    page.clock.run_for(30_000)
    expect(page.locator("kept-here[asks]:visible")).to_have_count(0)
    assert ask(page).count() == 1 and ask(page).evaluate("(each) => !each.closest('[asks], .filler__bar')")
    assert abs(touched.evaluate(PLACE) - before) <= 1
    ask(page).locator("[data-whose=window]").click()
    assert page.locator("kept-here [data-state=window]:visible").count() == 1


def test_whose_device_it_is_is_asked_once_a_visit_and_no_more_where_nothing_is_kept(open_page, address):
    page = open_page(OPEN, width=390)
    open_form(page)
    field(page, "chaired-by").fill("Li Na")
    ask(page).wait_for()
    press_in_form(page, "delete")
    expect(ask(page)).to_have_count(0)
    press_in_form(page, "undo")
    ask(page).wait_for()
    page.goto(f"{address}en/checklists/{LIST}/")
    boxes(page).nth(0).check()
    assert len(kept_runs(page)) == 1 and ask(page).count() == 0, "not on every page"
    page.goto(f"{address}en/my/")
    ask(page).wait_for()


@pytest.mark.parametrize("last", [True, False])
def test_the_end_of_a_list_is_covered_by_no_question(open_page, last):
    page = open_page(f"en/checklists/{LIST}/", **ON_A_PHONE)
    all_ = boxes(page)
    if not last:
        all_.nth(0).check()
        page.locator("kept-here[asks] [data-state=open]:visible").wait_for()
    page.evaluate(
        "document.querySelectorAll('check-list input[type=checkbox]').forEach((box) => box.checked || box.click())"
    )
    page.locator("[data-ending]:visible").wait_for()
    expect(page.locator("kept-here[asks]:visible")).to_have_count(0)
    assert ask(page).count() == 1, "it is asked in the page"


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["checklists/{}/", "en/checklists/{}/"])
def test_whose_device_it_is_is_asked_with_its_answers_in_one_line_on_the_narrowest_phone(open_page, address, path):
    page = open_page(path.format(LIST), **ON_A_PHONE)
    boxes(page).nth(0).check()
    for _ in range(2):
        ask(page).wait_for()
        middles = (
            ask(page)
            .locator("button")
            .evaluate_all(
                "all => all.map((each) => each.getBoundingClientRect()).map((box) => box.top + box.height / 2)"
            )
        )
        line = ask(page).bounding_box()
        assert len(middles) == 2 and abs(middles[0] - middles[1]) < 1 and line["height"] < 50
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.goto(f"{address}{'en/' if path.startswith('en') else ''}my/")


def test_a_short_answer_stands_in_the_middle_of_its_button(open_page):
    page = open_page(f"checklists/{LIST}/", **ON_A_PHONE)
    boxes(page).nth(0).check()
    beside = (
        ask(page)
        .locator("[data-whose=own]")
        .evaluate("""(button) => {
        const word = document.createRange();
        word.selectNodeContents(button);
        const [inner, outer] = [word, button].map((each) => each.getBoundingClientRect());
        return [inner.left - outer.left, outer.right - inner.right];
    }""")
    )
    assert abs(beside[0] - beside[1]) < 2, beside


@pytest.mark.sweep
@pytest.mark.parametrize("full", [True, False])
def test_the_headings_of_my_page_have_as_much_room_above_them(open_page, address, full):
    page = open_page("en/my/", width=1280)
    if full:
        page.goto(f"{address}en/checklists/{LIST}/")
        boxes(page).nth(0).check()
        page.goto(address + OPEN)
        open_form(page)
        field(page, "minutes-subject").fill("Move")
        page.goto(f"{address}en/my/")
    page.locator("#storage").wait_for()
    rooms = page.evaluate("""() => {
        const seen = [...document.querySelectorAll("my-runs *")].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height);
        const ends = seen.filter((each) => !each.children.length || each.matches(".card, .button, tr"));
        return seen.filter((each) => each.matches("h2")).map((heading) => {
            const { top } = heading.getBoundingClientRect();
            return top - Math.max(...ends.map((each) => each.getBoundingClientRect().bottom).filter((bottom) => bottom <= top + 1));
        });
    }""")
    assert len(rooms) == (3 if full else 1) and min(rooms) >= 40 and max(rooms) - min(rooms) < 12, rooms


@pytest.mark.sweep
def test_whose_device_it_is_is_asked_in_the_same_words_on_my_page(open_page, address):
    page = open_page(f"checklists/{LIST}/", width=390)
    boxes(page).nth(0).check()
    asked = ask(page).inner_text()
    page.goto(f"{address}my/")
    ask(page).wait_for()
    assert ask(page).inner_text() == asked


def test_on_a_shared_computer_everything_ends_with_the_window(open_page, address):
    page = open_page(f"en/checklists/{LIST}/")
    boxes(page).nth(0).check()
    ask(page).locator("[data-whose=window]").click()
    page.goto(address + OPEN)
    open_form(page)
    field(page, "minutes-subject").fill("For now")
    assert page.locator("kept-here [data-state=window]:visible").count() == 1
    assert page.locator(".filler__head [data-usual]").is_hidden(), "nor is it said that it is kept in this browser"
    page.goto(f"{address}en/my/")
    page.locator("[data-runs] tr").wait_for()
    assert "Meeting minutes" in page.locator("my-drafts").inner_text()
    assert kept(page) == {"handbook:current": kept(page)["handbook:current"]}, "no more than which record was in use"
    assert page.locator("kept-here [data-earlier]:visible").count() == 0
    other = page.context.new_page()
    other.goto(f"{address}en/my/")
    assert other.locator("[data-none]").is_visible()


@pytest.mark.parametrize("path", ["en/my/", "my/"])
def test_who_says_later_that_the_computer_is_shared_is_told_of_what_still_lies_there(open_page, address, path):
    page = open_page(f"checklists/{LIST}/")
    boxes(page).nth(0).check()
    ask(page).locator("[data-whose=own]").click()
    page.goto(address + path)
    page.locator("[data-runs] tr").wait_for()
    page.locator("kept-here [data-state=own] [data-whose=window]").click()
    told = page.locator("kept-here [data-earlier]:visible")
    told.wait_for()
    assert page.locator("[data-none]").is_visible() and kept_runs(page) != []
    page.goto(address + path.removesuffix("my/"))
    page.wait_for_function("Boolean(customElements.get('go-on'))")
    assert page.locator("go-on:visible").count() == 0, "the home page shows what My page shows"
    page.goto(f"{address}{path.removesuffix('my/')}checklists/{LIST}/")
    page.locator("kept-here [data-earlier]:visible").wait_for()
    assert ticked(page) == []
    page.goto(address + path)
    page.locator("kept-here [data-state=window] [data-whose=own]").click()
    page.locator("[data-runs] tr").wait_for()
    assert told.count() == 0


def test_where_nothing_is_to_be_kept_the_page_works_and_says_so(open_page):
    page = open_page(f"en/checklists/{LIST}/")
    boxes(page).nth(0).check()
    ask(page).locator("[data-whose=window]").click()
    page.locator("kept-here [data-state=window]:visible [data-whose=nowhere]").click()
    boxes(page).nth(1).check()
    assert len(ticked(page)) == 2 and kept_runs(page) == []
    assert not [name for name in kept(page, "sessionStorage") if "run:" in name], "nor in the window"
    assert page.locator("kept-here [data-state=nowhere]").is_visible() and page.locator("[data-keeping]").is_hidden()
    page.reload()
    assert ticked(page) == []


def test_my_page_asks_nothing_while_nothing_is_kept(open_page, address):
    page = open_page("en/my/")
    page.locator("[data-none]").wait_for()
    assert page.locator("kept-here:visible").count() == 0
    page.goto(f"{address}en/checklists/{LIST}/")
    boxes(page).nth(0).check()
    page.goto(f"{address}en/my/")
    page.locator("my-runs kept-here [data-state=open]").wait_for()


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_a_draft_of_a_confidential_form_is_kept_in_the_browser_only_when_the_reader_wants_it(open_page, address):
    page = open_page(SECRET)
    open_form(page)
    keep = page.locator("draft-terms [data-terms=keep]")
    usual = page.locator(".filler__head [data-usual]")
    assert "Restricted" in page.locator("draft-terms").inner_text() and keep.is_enabled() and usual.is_hidden()
    page.evaluate("dispatchEvent(new Event('handbook-begun'))")
    assert page.locator("form-filler kept-here:visible").count() == 0
    unfold_drafts(page)
    page.locator("form-filler [data-draft-name]").fill("Broken glass")
    assert kept_drafts(page) == [] and "Broken glass" in "".join(kept(page, "sessionStorage").values())
    page.reload()
    open_form(page)
    assert page.locator("form-filler [data-draft-name]").input_value() == "Broken glass"
    keep.click()
    assert [draft["name"] for draft in kept_drafts(page)] == ["Broken glass"]
    assert page.locator("draft-terms [data-confidential]").is_hidden() and usual.is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("place", ["bar", "my"])
def test_wherever_a_draft_that_ends_with_the_window_stands_it_is_said_and_can_be_saved(
    place, language, open_page, address
):
    root = "" if language == "zh" else "en/"
    said = {"zh": "没保存", "en": "not saved"}[language]
    page = open_page(f"{root}{SECRET.removeprefix('en/')}", width=390)
    open_form(page)
    bar = page.locator(".filler__bar .filler__unsaved")
    assert bar.is_hidden()
    unfold_drafts(page)
    page.locator("form-filler [data-draft-name]").fill("Broken glass")
    bar.wait_for()
    if place == "bar":
        bar.click()
        assert [draft["name"] for draft in kept_drafts(page)] == ["Broken glass"] and bar.is_hidden()
        assert page.locator(".filler__way").evaluate("(each) => each === document.activeElement")
        assert page.locator(".filler__said").inner_text() and page.locator("[data-confidential]").is_hidden()
    page.goto(address + root)
    first = page.locator("go-on li").first.inner_text().lower()
    page.goto(f"{address}{root}my/")
    row = page.locator("my-drafts tbody tr")
    assert (said in first) is (said in row.inner_text().lower()) is (place == "my")
    if place == "my":
        row.locator("[data-do=keep]").click()
        assert [draft["name"] for draft in kept_drafts(page)] == ["Broken glass"]
    assert (
        row.locator("[data-do=keep]").is_hidden() and said not in row.inner_text().lower() and "20" in row.inner_text()
    )


def test_who_wants_drafts_of_a_confidential_form_kept_says_so_before_typing(open_page):
    page = open_page(SECRET)
    open_form(page)
    page.locator("draft-terms [data-terms=keep]").click()
    unfold_drafts(page)
    page.locator("form-filler [data-draft-name]").fill("Broken glass")
    assert [draft["name"] for draft in kept_drafts(page)] == ["Broken glass"]


def test_a_form_that_is_not_confidential_asks_nothing_of_the_kind(open_page):
    page = open_page(OPEN)
    open_form(page)
    assert page.locator("draft-terms [data-confidential]").count() == 0


def test_drafts_end_after_the_time_that_the_company_sets_said_first_and_with_the_way_back(open_with, address):
    long_ago = int((time.time() - 40 * 86_400) * 1000)
    old = json.dumps(draft_of("work-report", name="Week 3", changed=long_ago, started=long_ago, fields={}))
    page = open_with({"handbook:draft:abcdef123456": old}, "en/my/")
    told = page.locator("my-drafts [data-told]")
    assert "deleted from tomorrow" in told.inner_text() and "Week 3" in page.locator("my-drafts").inner_text()
    with page.expect_download() as download:
        told.locator("button").click()
    assert "Week 3" in download.value.path().read_text(encoding="utf-8")
    page.reload()
    assert "Week 3" in page.locator("my-drafts").inner_text(), "nothing is deleted on the day that it is said"
    yesterday = json.dumps({"abcdef123456": int((time.time() - 90_000) * 1000)})
    page.evaluate("(told) => localStorage.setItem('handbook:told@/', told)", yesterday)
    page.reload()
    page.locator("my-drafts output", has_text="Expired drafts deleted").wait_for()
    assert kept_drafts(page) == []
    page.locator("my-drafts button[data-do=undo]").click()
    assert [draft["name"] for draft in kept_drafts(page)] == ["Week 3"]
    page.reload()
    assert "Week 3" in page.locator("my-drafts").inner_text()


# --- files that do not arrive ----------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_where_no_file_arrives_nobody_is_told_that_it_has_and_there_is_another_way(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script(NO_DOWNLOADS)
    page.goto(f"{address}en/checklists/{LIST}/")
    boxes(page).nth(0).check()
    press(page, "markdown")
    said = page.locator("run-panel output", has_text="Handed to the browser")
    said.wait_for()
    assert not re.search(r"\b(done|saved|downloaded)\b", said.inner_text(), re.IGNORECASE)
    page.locator("save-ways [data-way=more]").click()
    page.locator("save-ways [data-way=text]").click()
    page.locator("save-ways [role=status]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("# ")
    page.goto(address + OPEN)
    open_form(page)
    field(page, "minutes-subject").fill("Move")
    page.locator("button[data-do=take][value=md]").click()
    page.locator("form-filler [data-said]", has_text="Handed to the browser").wait_for()
    assert page.locator("form-filler save-ways").is_visible()


def test_what_was_set_aside_may_be_deleted_only_once_its_file_was_seen(browser, address, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}404.html")
    page.evaluate("localStorage.setItem('handbook:run:abcdef123456', '{')")
    page.add_init_script(f"if (location.hash === '#none') {{ {NO_DOWNLOADS} }}")
    page.goto(f"{address}en/my/#none")
    drop = page.locator("button[data-do=drop-aside]")
    page.locator("button[data-do=export-aside]").click()
    page.locator("[data-said=storage] output", has_text="Handed to the browser").wait_for()
    assert drop.is_hidden()
    page.goto("about:blank")
    page.goto(f"{address}en/my/")
    with page.expect_download() as download:
        page.locator("button[data-do=export-aside]").click()
    assert drop.is_hidden()
    proof = page.locator("input[data-proof]")
    proof.set_input_files({"name": "other.json", "mimeType": "application/json", "buffer": b"{}"})
    page.locator("[data-said=storage] output", has_text="nothing can be deleted yet").wait_for()
    assert drop.is_hidden()
    file = tmp_path / "aside.json"
    download.value.save_as(file)
    proof.set_input_files(file)
    drop.click()
    assert not [key for key in kept(page) if key.startswith("handbook:aside:")]


@pytest.mark.sweep
def test_where_printing_does_not_begin_the_page_says_so(open_after):
    page = open_after("window.print = () => {};", f"en/checklists/{LIST}/")
    press(page, "print")
    page.locator("run-panel output", has_text="did not start printing").wait_for()


@pytest.mark.sweep
def test_on_plain_http_text_is_copied_the_old_way(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script(f"if (!location.hash) {{ {NO_CLIPBOARD} }}")
    page.goto(f"{address}en/checklists/{LIST}/")
    boxes(page).nth(0).check()
    press(page, "copy")
    page.locator("run-panel output", has_text=re.compile("^Copied$")).wait_for()
    reader = context.new_page()
    reader.goto(f"{address}en/about/#clipboard")
    assert "✓" in reader.evaluate("navigator.clipboard.readText()")
    page.bring_to_front()
    page.goto(address + OPEN)
    open_form(page)
    field(page, "minutes-subject").fill("Move")
    page.locator("button[data-do=copy-rich]").click()
    page.locator("form-filler [data-said]", has_text="Copied").wait_for()
    reader.bring_to_front()
    types = reader.evaluate("navigator.clipboard.read().then(([item]) => item.types)")
    assert {"text/html", "text/plain"} <= set(types)


# --- calendars, names, keys ------------------------------------------------------------------------------------------


def test_a_calendar_that_is_exported_again_is_newer_for_every_calendar_program(open_page):
    page = open_page(f"en/checklists/{WITH_DUE}/")
    revisions = []
    for when in ("2026-03-12T16:30", "2026-03-12T17:30"):
        set_event(page, DUE_IN_A_DAY, when)
        _, calendar = taken(page, "calendar")
        revisions.append(
            (int(re.findall(r"SEQUENCE:(\d+)", calendar)[0]), re.findall(r"LAST-MODIFIED:(\w+)", calendar)[0])
        )
    (first, earlier), (second, later) = revisions
    assert first < second and earlier < later


@pytest.mark.sweep
def test_a_name_from_a_link_turns_no_writing_and_is_cut_with_a_word(open_page):
    name = "Invoice %E2%80%AEfdp.exe" + "x" * 300
    page = open_page(f"en/checklists/{LIST}/#run={name}")
    page.locator("[data-offered]", has_text="has been cut").wait_for()
    value = page.locator("input[name=run-name]").input_value()
    assert value.startswith("Invoice fdp.exex") and len(value) == 200
    page.locator("[data-offered] button").click()
    assert len(kept_runs(page)[0]["name"]) == 200


def test_enter_that_ends_a_word_of_an_input_method_begins_no_record(open_page):
    page = open_page(f"en/checklists/{LIST}/")
    sent = page.locator("input[name=run-name]").evaluate("""(field) => [{ keyCode: 229 }, { isComposing: true }, {}].map((more) => {
        const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more });
        return !field.dispatchEvent(event); })""")
    assert sent == [True, True, False], "prevented where it belongs to the input method, and there only"


@pytest.mark.sweep
def test_a_note_that_is_full_says_so(open_page):
    page = open_page(f"en/checklists/{LIST}/")
    page.locator(".check__more summary").first.click()
    page.locator("check-list textarea").first.fill("x" * 5000)
    assert "5000 characters" in page.locator("[data-note-full]").first.inner_text()
