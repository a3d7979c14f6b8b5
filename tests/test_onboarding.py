"""The first weeks of someone new: one day at a time, with dates by the company's calendar once the day of joining is known."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from playwright.sync_api import expect

from tests.built_pages import BuiltPage
from tests.conftest import ROOT
from tests.stored_runs import run_of

PAGE = "onboarding/"


def shown(page) -> list[str]:
    """The groups of the checklists that are in sight."""
    return page.locator("check-list fieldset:visible legend").all_inner_texts()


def dates(page) -> list[str]:
    return page.locator(".path time").evaluate_all("all => all.map((each) => each.dateTime)")


def test_one_day_is_shown_at_a_time_the_first_that_is_not_done(open_page):
    page = open_page(f"en/{PAGE}", width=390)
    assert shown(page) == ["Read", "Do", "Ask your mentor"]
    page.locator(".path a").nth(2).click()
    assert shown(page) == ["Day three: one e-mail"] and page.locator("#day-one").is_hidden()
    for box in page.locator("check-list input:visible").all():
        box.check()
    assert page.locator("kept-here:visible").count() == 1, "whose computer it is is asked once"
    assert page.locator(".path li").nth(2).inner_text().endswith("✓")
    page.evaluate("location.hash = '#first-month'")
    page.locator("#first-month").wait_for()
    assert len(shown(page)) > 10, "a place that was folded away is shown, with all else"
    page.locator("[data-do=all]").click()
    assert len(shown(page)) == 3


@pytest.mark.parametrize(("path", "says"), [(PAGE, "接下来："), (f"en/{PAGE}", "Next: ")])
def test_at_its_end_a_day_leads_on_to_the_next(open_page, path, says):
    page = open_page(path, width=390, has_touch=True, is_mobile=True)
    days, onward = page.locator(".path a").all_inner_texts(), page.locator(".path__next")
    for name in days[1:]:
        assert onward.inner_text() == f"{says}{name}"
        last = page.locator("check-list li.check:visible").last.bounding_box()
        assert onward.bounding_box()["y"] >= last["y"] + last["height"], "below the list of the day"
        onward.get_by_role("link").tap()
        assert page.locator(".path [aria-current]").inner_text() == name
        assert page.evaluate("document.activeElement.matches('li.check input')")
    assert onward.is_hidden() and len(days) > 5, "the last has none"
    page.go_back()
    assert onward.inner_text() == f"{says}{days[-1]}"
    page.locator("[data-do=all]").tap()
    assert onward.is_hidden()


def test_a_question_that_nobody_has_answered_comes_along_to_the_day_that_is_chosen(open_page):
    page = open_page(f"en/{PAGE}", width=390)
    asked, open_boxes = page.locator("kept-here:visible"), page.locator("check-list input:visible")
    open_boxes.nth(3).check()
    for number in (1, 2, 5, 0):
        page.locator(".path a").nth(number).click()
        expect(asked).to_have_count(1)
        expect(asked).to_be_in_viewport(ratio=1)
    asked.get_by_role("button", name="Yes").click()
    page.locator(".path a").nth(1).click()
    expect(page.locator("kept-here [data-state=open]:visible")).to_have_count(0)


@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}"])
def test_what_the_script_writes_is_shorter_than_what_the_page_says_first(open_page, path):
    page = open_page(path, width=390)
    how, lead = page.locator(".path__how").bounding_box(), page.locator("h1 ~ p").first.bounding_box()
    assert how["height"] <= 2 * 29 and how["height"] < lead["height"], "the largest paint waits for no script"
    field = page.get_by_label("入职日期" if path == PAGE else "Joining date")
    assert page.evaluate(
        "(each) => document.getElementById(each.getAttribute('aria-describedby')).checkVisibility()",
        field.element_handle(),
    )


@pytest.mark.sweep
@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}"])
def test_a_day_that_is_chosen_begins_below_what_stays_in_sight(open_page, path):
    page = open_page(path, width=360)
    assert page.locator("check-list input[type=checkbox]:visible").first.bounding_box()["y"] < 1300
    for number in (1, 3, 5):
        page.locator(".path a").nth(number).click()
        page.wait_for_function("document.documentElement.scrollTop > 0")
        bar = page.locator(".checklist__progress:visible").bounding_box()
        frame = page.locator("check-list fieldset:visible").first.bounding_box()
        assert bar["y"] + bar["height"] <= frame["y"] + 2 < 300, number


@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}"])
def test_what_is_tapped_is_what_one_lands_on(open_page, path):
    page = open_page(path, width=390)
    days = page.locator(".path a")
    shown = "(each) => [each.dataset.day, getComputedStyle(each, '::after').content.slice(1, -1)]"
    for number in range(1, days.count()):
        days.nth(number).click()
        name, heading = days.nth(number).inner_text(), page.locator("#content > h2:visible").first
        assert heading.evaluate(shown) == [name, name], "below the heading of its part"
        expect(heading).to_be_in_viewport()
        named = page.locator("check-list legend:not(.visually-hidden)").filter(visible=True).all_inner_texts()
        assert name not in named, "and not a second time above the list"
    days.first.click()
    assert not page.locator("h2[data-day]").count(), "the heading itself is the day"


@pytest.mark.sweep
@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}"])
def test_what_is_known_of_a_day_stands_below_its_name(open_page, path):
    page = open_page(path, width=390)
    page.locator("input[name=joined]").fill("2026-12-03")
    page.locator("input[name=joined]").blur()
    expect(page.locator(".path time").first).not_to_be_empty()
    rows = page.locator(".path li")
    below = [
        row.locator("small").bounding_box()["y"] >= row.locator("a").bounding_box()["y"] + 15 for row in rows.all()
    ]
    assert all(below) and len(below) == 8


def test_the_way_back_undoes_the_choice_of_a_day(open_page):
    page = open_page(f"en/{PAGE}", width=360)
    days, chosen = page.locator("onboarding-path ol a"), page.locator("onboarding-path a[aria-current=step]")
    days.nth(2).click()
    days.nth(4).click()
    assert chosen.inner_text() == days.nth(4).inner_text()
    page.go_back()
    assert chosen.inner_text() == days.nth(2).inner_text()
    page.reload()
    assert chosen.inner_text() == days.nth(2).inner_text()
    page.go_back()
    assert chosen.inner_text() == days.first.inner_text()


def test_the_day_of_joining_gives_dates_by_the_calendar_and_is_kept_here(open_page):
    page = open_page(f"en/{PAGE}")
    assert dates(page) == [""] * 8 and page.locator("[data-do=calendar]").is_hidden()
    page.locator("input[name=joined]").fill("2026-12-03")
    page.locator("input[name=joined]").blur()
    wanted = ["2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-16", "2026-12-23"]
    assert dates(page)[:7] == wanted, "no weekend is counted"
    with page.expect_download() as file:
        page.locator("[data-do=calendar]").click()
    calendar = file.value.path().read_text(encoding="utf-8")
    assert file.value.suggested_filename.endswith(".ics") and calendar.count("BEGIN:VEVENT") == 8
    assert "DTSTART;VALUE=DATE:20261207" in calendar
    assert "SUMMARY:New here · Day three: one e-mail" in calendar, "it says in a calendar what it is"
    assert "SUMMARY:New here (by today) · Week two: one small matter" in calendar
    page.reload()
    assert dates(page)[:7] == wanted


def test_of_each_day_beyond_the_days_off_that_are_known_the_calendar_says_that_it_may_change(open_page):
    page = open_page(f"en/{PAGE}#joined=2026-12-14", width=390)
    with page.expect_download() as file:
        page.locator("[data-do=calendar]").click()
    expect(page.locator("onboarding-path output")).to_be_in_viewport()
    calendar = file.value.path().read_text(encoding="utf-8")
    assert calendar.count("not known yet") == sum(day > "2026-12-31" for day in dates(page)) > 0
    assert calendar.count("UID:2026-12-14-") == 8, "saved anew, each moves to its new day: its name is not of that day"


@pytest.mark.parametrize(
    ("now", "wanted"),
    [("2026-12-07T09:00:00+08:00", "Day three: one e-mail"), ("2026-11-20T09:00:00+08:00", "Day one")],
)
def test_the_home_page_leads_to_what_is_to_be_done_now(open_with, address, now, wanted):
    page = open_with({"handbook:joined": json.dumps({"v": 1, "day": "2026-12-03"})}, "404.html")
    page.set_viewport_size({"width": 390, "height": 844})
    page.clock.set_fixed_time(now)
    page.goto(f"{address}en/")
    page.locator("go-on li a").click()
    expect(page.locator(".path [aria-current=step]")).to_have_text(wanted)
    if now > "2026-12-03":
        expect(page.locator("check-list input:visible").first).to_be_in_viewport()
    assert "#" not in page.url, "the day is told anew whenever the page is opened"


@pytest.mark.parametrize(
    ("now", "current", "said"),
    [
        ("2026-12-03T15:00:00+08:00", "Day one", "Today, "),
        ("2026-12-05T15:00:00+08:00", "Day three: one e-mail", "7 December"),  # a Saturday
        ("2026-12-10T09:00:00+08:00", "Week two: one small matter", "by Wed 16 December"),
        ("2027-03-01T09:00:00+08:00", "Week four: your own messages", "by "),
    ],
)
def test_the_day_one_is_at_is_the_first_that_is_not_past(open_page, now, current, said):
    page = open_page(f"en/{PAGE}")
    page.clock.set_fixed_time(now)
    page.goto(page.url.partition("#")[0] + "#joined=2026-12-03")
    page.reload()
    here = page.locator(".path li:has([aria-current=step])")
    assert here.locator("a").inner_text() == current and said in here.locator("time").inner_text()
    page.locator("check-list input:visible").first.check()
    expect(here.locator("small span")).to_have_text(re.compile(r"^(open: )?1 of \d+ done$"))


@pytest.mark.parametrize(
    ("joined", "first", "second"),
    [
        ("2026-11-01", "2026-11-02", "2026-11-03"),  # a Sunday
        ("2026-12-05", "2026-12-07", "2026-12-08"),  # a Saturday
        ("2026-10-01", "2026-10-08", "2026-10-09"),  # a public holiday
        ("2026-12-03", "2026-12-03", "2026-12-04"),
    ],
)
def test_day_one_is_the_first_on_which_people_work_and_says_where_it_is_another(open_page, joined, first, second):
    page = open_page(f"en/{PAGE}")
    page.clock.set_fixed_time("2026-09-01T09:00:00+08:00")
    page.goto(page.url.partition("#")[0] + f"#joined={joined}")
    page.reload()
    assert dates(page)[:2] == [first, second]
    said = page.locator(".path time").first.inner_text()
    assert ("day off" in said) == (joined != first), said


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("path", "made_up", "far"),
    [
        (PAGE, "10月10日周六（调休上班）", "2027年3月1日周一"),
        (f"en/{PAGE}", "Sat 10 October (make-up working day)", "Mon 1 March 2027"),
    ],
)
def test_a_day_says_that_it_is_worked_on_a_weekend_and_its_year_where_that_is_another(open_page, path, made_up, far):
    page = open_page(path)
    page.clock.set_fixed_time("2026-09-01T09:00:00+08:00")
    page.goto(page.url.partition("#")[0] + "#joined=2026-09-29")
    page.reload()
    said = page.locator(".path time").all_inner_texts()
    assert any(each.endswith(made_up) for each in said) and not any("2026" in each for each in said), said
    with page.expect_download() as file:
        page.locator("[data-do=calendar]").click()
    calendar = file.value.path().read_bytes().decode().replace("\r\n ", "")
    assert f"DESCRIPTION:{made_up}\\nhttp" in calendar and calendar.count(made_up) == 1
    assert calendar.count("TRANSP:TRANSPARENT") == 8, "no day of the path blocks the day"
    page.locator("input[name=joined]").fill("2027-03-01")
    page.locator("input[name=joined]").blur()
    expect(page.locator(".path time").first).to_have_text(far)


def test_a_link_brings_the_day_of_joining_in_what_no_host_is_sent(open_page):
    page = open_page(f"{PAGE}#joined=2026-12-03")
    assert dates(page)[1] == "2026-12-04"
    assert "#" not in page.url, "it is taken once"
    for wrong in ("nonsense", "2026-02-30", "0000-01-01", "2027-06-31"):
        assert dates(open_page(f"{PAGE}#joined={wrong}"))[1] == "", wrong


def test_a_day_that_was_put_right_stays_and_a_link_says_what_it_changes(open_page):
    page = open_page(f"en/{PAGE}#joined=2026-12-01")
    page.locator("input[name=joined]").fill("2026-12-07")
    page.locator("input[name=joined]").blur()
    page.reload()
    assert dates(page)[0] == "2026-12-07"
    page.evaluate("location.hash = '#joined=2026-12-14'")
    expect(page.locator("onboarding-path output").first).to_contain_text("2026-12-14; it was 2026-12-07")
    assert dates(page)[0] == "2026-12-14"


@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}", "contacts/", "channels/phone/"])
def test_a_link_cut_off_within_a_letter_harms_nothing(open_page, address, path):
    page = open_page("en/404.html")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for cut in ("%", "%E4%B8", "50%"):
        page.goto(f"{address}{path}#{cut}")
        page.reload()
    assert errors == []


def test_without_a_script_each_day_leads_to_its_part(site):
    for home in ("", "en/"):
        article = BuiltPage(site, home + PAGE).article
        links = article.xpath(".//ol[@class='path']//a/@href")
        assert len(links) == 8 and all(article.xpath(f".//li[@id='{link[1:]}']") for link in links)


def test_records_of_thirty_people_are_read_side_by_side_and_kept_nowhere(open_page, tmp_path):
    page = open_page("en/onboarding/hr/")
    items = page.evaluate(
        """async () => JSON.parse(await (await fetch(document.querySelector("run-comparison").getAttribute("lists"))).text())
        .find(({ id }) => id === "onboarding-day-one").items.map(({ id }) => id)"""
    )
    files = []
    for number in range(30):
        done = {item: {"state": "done", "at": 1} for item in items[: number % 3]}
        run = {"v": 3, "id": f"person{number:02}", "checklist": "onboarding-day-one", "name": f"Person {number + 1}"}
        times = {"started": 1, "changed": 2, "finished": 0, "exported": 0, "stamps": {"name": 1, "finished": 1}}
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps({"handbook-runs": 3, "runs": [{**run, **times, "answers": done, "times": {}}]}))
        files.append(file)
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "foreign.json").write_text("[]")
    chosen = page.locator("run-comparison input[type=file]")
    chosen.set_input_files([*files, tmp_path / "broken.json", tmp_path / "foreign.json"])
    rows = page.locator("run-comparison tbody tr")
    expect(rows).to_have_count(30)
    assert rows.locator("th").all_inner_texts() == [f"Person {number + 1}" for number in range(30)]
    assert rows.nth(2).locator("td").inner_text().strip() == f"2/{len(items)}"
    assert [line.split(":")[0] for line in page.locator("[data-part=refused] li").all_inner_texts()] == [
        "broken.json",
        "foreign.json",
    ]
    told, more = page.locator("[data-part=open] li"), page.locator("run-comparison details")
    assert told.count() == 10 and told.first.inner_text().endswith("; 30 people)")
    assert more.locator("summary").inner_text() == f"{len(items) - 10} more" and more.locator("li").first.is_hidden()
    more.locator("summary").click()
    assert more.locator("li:visible").count() == len(items) - 10
    page.emulate_media(media="print")
    assert page.locator("#together").is_visible() and rows.last.is_visible(), "on paper, too"
    assert not page.locator("run-comparison .runs__take, #together ~ ol").locator("visible=true").count()
    page.emulate_media(media="screen")
    chosen.set_input_files(files[:1])
    expect(rows).to_have_count(30)  # a file that is chosen twice counts once
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('run:'))") == []
    page.get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(0)
    assert page.locator("run-comparison output").inner_text() == "Cleared; nothing is kept."
    page.emulate_media(media="print")
    assert page.locator("#together").is_hidden()


@pytest.mark.parametrize("path", ["onboarding/hr/", "en/onboarding/hr/"])
def test_a_record_without_a_name_is_that_of_whose_details_came_along_and_the_ways_to_it_are_as_they_are_called(
    open_page, tmp_path, handbook, path
):
    details = {"v": 1, "name": "Lin Shan", "department": "", "phone": "", "email": "", "company": ""}
    run = run_of("onboarding-day-one", name="")
    file = tmp_path / "handbook-my-page.json"
    file.write_text(json.dumps({"handbook-runs": 3, "runs": [run], "details": details}))
    page = open_page(path)
    page.locator("run-comparison input[type=file]").set_input_files(file)
    expect(page.locator("run-comparison tbody th")).to_have_text("Lin Shan")
    texts = yaml.safe_load((ROOT / "docs/data/interface.yml").read_text(encoding="utf-8"))
    ways = " ".join(page.locator("#together ~ .good, #together ~ p").all_inner_texts())
    for key in ("checklist_own_page", "script_run_name_it", "run_take", "run_more", "run_json"):
        assert texts["texts"][key]["en" if path.startswith("en") else "zh"] in ways, key


@pytest.mark.parametrize(
    ("path", "says"), [("onboarding/hr/", "没写姓名（文件"), ("en/onboarding/hr/", "No name given (file ")]
)
def test_a_file_is_one_person_and_one_without_a_name_says_so(open_page, tmp_path, path, says):
    lists = ("onboarding-day-one", "onboarding-first-week", "onboarding-buyer")
    names = {"all": ("Li Na", "Li Na", "Visit of Mr. Ortega"), "nobody": ("", "", "")}
    files = []
    for number, (file, given) in enumerate(names.items()):
        runs = [run_of(each, id=f"abcdef1234{number}{at}", name=given[at]) for at, each in enumerate(lists)]
        files.append(tmp_path / f"{file}.json")
        files[-1].write_text(json.dumps({"handbook-runs": 3, "runs": runs}))
    page = open_page(path)
    page.locator("run-comparison input[type=file]").set_input_files(files)
    people = page.locator("run-comparison tbody th")
    expect(people).to_have_count(2)
    assert any(each.startswith(f"{says}nobody.json") for each in people.all_inner_texts()), people.all_inner_texts()
    assert "Li Na" in people.all_inner_texts()


@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}"])
def test_without_scripts_nothing_says_that_ticks_stay(open_page, path):
    page = open_page(path, java_script_enabled=False)
    assert page.locator("p.only-with-script").count() and page.locator("p.only-with-script").is_hidden()
    assert page.locator("check-list .without-script").first.is_visible()


@pytest.mark.sweep
def test_on_a_phone_what_is_compared_stands_in_columns_and_what_was_read_has_no_ring(open_page, tmp_path):
    lists = ("onboarding-day-one", "onboarding-first-month")
    runs = [run_of(name, id=f"abcdef12345{number}", name="Li Na") for number, name in enumerate(lists)]
    file = tmp_path / "li-na.json"
    file.write_text(json.dumps({"handbook-runs": 3, "runs": runs}))
    page = open_page("en/onboarding/hr/", width=390)
    page.locator("run-comparison input[type=file]").set_input_files(file)
    bars = page.locator("run-comparison td progress")
    expect(bars).to_have_count(2)
    assert len({round(bar.bounding_box()["x"]) for bar in bars.all()}) == 1
    said = page.locator("run-comparison output").first
    assert said.evaluate("(each) => getComputedStyle(each).outlineStyle") == "none"


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_day_that_is_chosen_begins_with_the_name_of_its_part_and_has_its_boxes_alone(open_page, language, width):
    page = open_page(f"{language}onboarding/", width=width)
    page.locator("ol.path li[data-day='5'] a").click()
    boxes = page.locator("#content check-list input[type=checkbox]:visible")
    heading, first = page.locator("#first-week").bounding_box(), boxes.first.bounding_box()
    header = page.locator(".site-header").bounding_box()
    assert header["y"] + header["height"] <= heading["y"] < first["y"] < 500
    assert boxes.count() == 4
    page.locator("[data-do=all]").click()
    assert boxes.count() > 30


@pytest.mark.parametrize("path", ["onboarding/", "en/onboarding/practice/"])
def test_what_is_hidden_has_no_link_among_what_is_on_the_page(open_page, path):
    page = open_page(path, width=1280)
    links = page.locator(".page-toc li:visible a")
    hidden = """(links) => links.map((link) => document.querySelector(link.hash)).filter((each) => !each.checkVisibility()).length"""
    expect(page.locator("check-list .check__more, [data-do=start]").first).to_be_attached()
    expect(page.locator(".page-toc li[hidden]").first).to_be_attached()
    assert links.count() and not links.evaluate_all(hidden)
    before = links.count()
    page.locator("[data-do=all], [data-do=start]").first.click()
    expect(links).not_to_have_count(before)
    assert not links.evaluate_all(hidden)


@pytest.mark.sweep
def test_the_dots_of_the_path_stand_on_its_line(open_page):
    page = open_page("en/onboarding/")
    offset = page.locator(".path li").first.evaluate("""(item) => {
        const line = parseFloat(getComputedStyle(item).borderLeftWidth), dot = getComputedStyle(item, "::before");
        return parseFloat(dot.left) + parseFloat(dot.width) / 2 + line / 2;
    }""")
    assert abs(offset) < 0.6


@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}"])
def test_the_number_of_acts_of_day_one_is_the_same_everywhere(site, handbook, path):
    numbers = {"四": 4, "五": 5, "三": 3, "four": 4, "five": 5, "three": 3}
    day, language = handbook.checklist["onboarding-day-one"], "en" if path != PAGE else "zh"
    article = BuiltPage(site, path).article
    said = [day.summary[language], article.xpath("string(.//h2[@id='day-one']/following-sibling::p[1])")]
    for text in said:
        counted = [numbers[each] for each in re.findall("|".join(numbers), text)]
        assert counted == [len(group.items) for group in day.groups], text
    assert sum(len(group.items) for group in day.groups) == int(article.xpath("string(.//check-list//progress/@max)"))


def test_a_day_counts_what_belongs_to_it(open_page):
    page = open_page(f"en/{PAGE}", width=390)
    page.locator("ol.path li[data-day='4'] a").click()
    bar = page.locator(".checklist__progress:visible output")
    expect(bar).to_have_text("0 of 2 done")
    page.locator("check-list input[type=checkbox]:visible").first.check()
    expect(bar).to_have_text(re.compile(r"^1 of 2 done"))
    page.locator("check-list input[type=checkbox]:visible").last.check()
    expect(page.locator("[data-to-ending]:visible")).to_have_count(0)
    page.locator("[data-do=all]").click()
    expect(page.locator(".checklist__progress:visible output").nth(1)).to_have_text(re.compile(r"^2 of 12 done"))


@pytest.mark.parametrize(
    ("path", "says", "says_none"),
    [
        (PAGE, "没做完：做了1项，共3项", "还没做，共12项"),
        (f"en/{PAGE}", "open: 1 of 3 done", "not started: 0 of 12"),
    ],
)
def test_past_days_say_whether_they_are_done_or_open_and_today_says_so(open_page, path, says, says_none):
    page = open_page(path)
    page.clock.set_fixed_time("2026-12-07T09:00:00+08:00")
    page.goto(page.url.partition("#")[0] + "#joined=2026-12-03")
    page.reload()
    expect(page.locator(".path li").first.locator("span")).to_have_text(says_none)
    for number, least in ((0, 12), (1, 1)):
        page.locator(".path a").nth(number).click()
        for box in page.locator("check-list input[type=checkbox]:visible").all()[:least]:
            box.check()
    rows = page.locator(".path li")
    assert [rows.nth(number).get_attribute("data-state") for number in range(4)] == ["done", "open", "today", ""]
    assert rows.nth(0).inner_text().endswith("✓") and rows.nth(1).locator("span").inner_text() == says
    dots = rows.evaluate_all("all => all.map((each) => getComputedStyle(each, '::before').borderColor)")
    assert len(set(dots[:4])) == 3


@pytest.mark.parametrize(
    ("path", "all_days", "one"), [(PAGE, "全部一起看", "只看一天"), (f"en/{PAGE}", "Show all days", "Show one day")]
)
def test_the_button_for_all_days_says_what_it_does_next_and_leads_to_the_first_list(open_page, path, all_days, one):
    page = open_page(path, width=390, has_touch=True, is_mobile=True)
    button, heading = page.locator("[data-do=all]"), page.locator("#day-one")
    page.locator(".path a").nth(2).click()
    page.evaluate("scrollTo(0, 0)")
    expect(button).to_have_text(all_days)
    button.tap()
    expect(button).to_have_text(one)
    expect(heading).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    button.tap()
    expect(button).to_have_text(all_days)


@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}"])
def test_the_reading_of_the_first_day_takes_as_long_as_its_pages_together(site, path):
    article = BuiltPage(site, path).article
    minutes = re.compile(r"(\d+)\s?(?:分钟| minutes?)")
    each = [
        minutes.search(link.tail or "") for link in article.xpath(".//check-list[@checklist='onboarding-day-one']//a")
    ]
    said = minutes.search(article.xpath("string(.//h1/following::p[1])"))
    assert said and sum(int(found[1]) for found in each if found) == int(said[1])
