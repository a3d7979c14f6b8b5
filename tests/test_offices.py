"""A company with a second office abroad: each reader's times go by the hours and the calendar of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import mkdocs, serve

pytestmark = pytest.mark.sweep
MUNICH = """
offices:
  munich:
    name: {zh: 慕尼黑办公室, en: Munich office}
    working_hours:
      {days: [mon, tue, wed, thu, fri], start: "08:30", end: "17:30", break_start: "12:00", break_end: "13:00",
       time_zone: Europe/Berlin, country: DE, subdivision: BY}
"""


@pytest.fixture
def built(small_project: Path):
    with (small_project / "docs/sample/company.yml").open("a", encoding="utf-8") as profile:
        profile.write(MUNICH)
    run = mkdocs("build", "--strict", "--site-dir", "site", root=small_project)
    assert run.returncode == 0, run.stdout + run.stderr
    server, address = serve(small_project / "site")
    yield address
    server.shutdown()


def test_times_go_by_the_office_that_the_reader_has_chosen_once(built: str, browser):
    page = browser.new_page()
    page.goto(f"{built}en/onboarding/#joined=2026-09-30")
    path = page.locator("onboarding-path li[data-day]")
    dates = [row.get_attribute("datetime") for row in path.locator("time").all()]
    page.locator("my-office select").first.select_option("munich")
    there = [row.get_attribute("datetime") for row in path.locator("time").all()]
    fourth = [row.get_attribute("data-day") for row in path.all()].index("4")
    assert (dates[0], there[0]) == ("2026-09-30", "2026-09-30")
    assert (dates[fourth], there[fourth]) == ("2026-10-10", "2026-10-05")  # a make-up Saturday; no holidays in Bavaria
    assert page.locator("my-office select").evaluate_all("all => all.map((each) => each.value)") == ["munich"] * 2

    page.goto(f"{built}en/reference/response-times/")
    assert page.locator("[data-office=munich]").first.is_visible()
    assert not page.locator("[data-office='']").first.is_visible()
    assert page.locator("a[href$='working-days-munich.ics']").is_visible()
    assert "All times are local time at your office." in page.locator("#content").inner_text()

    page.goto(f"{built}my/")
    assert page.locator("my-office select").input_value() == "munich"
    page.locator("my-office select").select_option("")
    page.goto(f"{built}reference/response-times/")
    assert page.locator("[data-office='']").first.is_visible()
