"""The home page: what comes first, what was begun, and what most people look up."""

from __future__ import annotations

import json
import re
import time
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from macros.checking import checked
from tests.built_pages import BuiltPage, text
from tests.checklist_pages import LIST, WITH_DUE
from tests.conftest import ROOT
from tests.filled_pages import MINUTES, draft_of, put
from tests.stored_runs import done, run_of

PHONE = 390
HOMES = {"zh": "", "en": "en/"}


@pytest.mark.parametrize("language", HOMES)
def test_the_question_is_followed_by_the_call_the_frequent_the_jobs_and_everything(language: str, site: Path):
    page = BuiltPage(site, HOMES[language])
    assert [each.get("id") for each in page.article.xpath(".//h1 | .//h2")] == [
        *("top", "urgent", "go-on", "frequent", "read", "forms", "new", "who", "situation", "channels")
    ]
    handbook, _ = checked.load(ROOT)
    assert handbook
    ambulance, fire, *call = page.article.xpath(".//section[h2/@id='urgent']//a[starts-with(@href, 'tel:')]")
    public = handbook.company.emergency
    assert (text(ambulance), text(fire)) == (public.ambulance, public.fire)
    phone = handbook.company.address_of(handbook.company.first_in_crisis, "phone")
    assert len(call) == 1 and phone and phone[language] in text(call[0])
    frequent = page.article.xpath(".//section[h2/@id='frequent']//li/a")
    assert [link.get("href").rstrip("/").rpartition("/")[2] for link in frequent] == list(handbook.home.frequent)
    for link, scenario in zip(frequent, handbook.home.frequent, strict=True):
        first = handbook.channel[handbook.scenario[scenario].channels[0].channel]
        assert first.label[language] in text(link)
    signs = [link.xpath("string(.//*[local-name()='svg']/*[local-name()='path']/@d)") for link in frequent]
    assert len(set(signs)) == len(signs), "each tile has a picture of its own"


@pytest.mark.parametrize("language", HOMES)
def test_the_heading_of_each_job_leads_to_its_part(language: str, site: Path):
    page = BuiltPage(site, HOMES[language])
    led = {
        each.get("id"): [page.resolve(link.get("href")).rstrip("/").rpartition("/")[2] for link in each.xpath("./a")]
        for each in page.article.xpath(".//div[@class='home__jobs']//h2")
    }
    assert led == {"read": ["guide"], "forms": ["templates"], "new": ["onboarding"], "who": ["contacts"]}


@pytest.mark.parametrize("language", HOMES)
def test_a_phone_shows_small_groups_whole_and_says_how_many_larger_ones_have(language: str, open_page, address):
    page = open_page(HOMES[language], width=PHONE)
    choose = page.locator(".home__head a[href$='choose/']")
    assert choose.bounding_box()["y"] < 400
    for group in page.locator(".home__groups > div").all():
        links, rest = group.locator("li a"), group.locator(".home__rest")
        shown = sum(link.is_visible() for link in links.all())
        if links.count() > 4:
            assert shown == 3 and int(re.search(r"\d+", rest.inner_text())[0]) == links.count()
            place = rest.get_attribute("href")
            assert page.request.get(page.url + place).text().count(f'id="{place.partition("#")[2]}"') == 1
        else:
            assert shown == links.count() and rest.count() == 0


@pytest.mark.parametrize("language", HOMES)
def test_the_columns_of_situations_end_at_nearly_the_same_height(language: str, open_page):
    page = open_page(HOMES[language])
    ends: dict[float, float] = {}
    for group in page.locator(".home__groups > div").all():
        box = group.bounding_box()
        ends[box["x"]] = max(ends.get(box["x"], 0), box["y"] + box["height"])
    assert len(ends) == 4 and max(ends.values()) - min(ends.values()) < 180, "no group is broken"


@pytest.mark.parametrize("path", ["", "en/"])
def test_what_is_gone_on_with_from_the_home_page_is_there(open_page, path):
    page = open_page(f"{path}my/")
    kept = {
        "draft:abcdef123456": draft_of(),
        "run:abcdef123457": run_of(id="abcdef123457", answers={}),
        "current": {LIST: "abcdef123457"},
    }
    for name, value in kept.items():
        page.evaluate("([name, text]) => localStorage.setItem(`handbook:${name}`, text)", [name, json.dumps(value)])
    page.goto(page.url.removesuffix("my/"))
    page.locator(".go-on li").nth(1).wait_for()
    links = page.locator(".go-on a").evaluate_all("links => links.map((link) => link.href)")
    assert len(links) == 3 and all(page.request.get(link).ok for link in links), links


@pytest.mark.parametrize("path", ["", "en/"])
def test_a_record_that_is_not_in_use_is_gone_on_with_too_and_is_the_one_that_opens(open_page, path):
    """As one that was imported, or the first of two of the same list."""
    page = open_page(f"{path}my/")
    first, second = "abcdef123457", "abcdef123458"
    kept = {
        f"run:{first}": run_of(id=first, name="First", answers={"name-one-person": done("Old")}),
        f"run:{second}": run_of(id=second, name="Second", answers={"name-one-person": done("Old")}),
        "current": {LIST: second},
    }
    for name, value in kept.items():
        page.evaluate("([name, text]) => localStorage.setItem(`handbook:${name}@/`, text)", [name, json.dumps(value)])
    page.goto(page.url.removesuffix("my/"))
    expect(page.locator(".go-on li")).to_have_count(2)
    page.locator(".go-on a", has_text="First").click()
    page.wait_for_url(f"**/checklists/{LIST}/")
    expect(page.locator("run-panel [data-current]")).to_contain_text("First")


def test_who_has_begun_nothing_is_offered_nothing_to_go_on_with(open_page):
    page = open_page("en/", width=PHONE)
    assert page.locator(".go-on").is_hidden()


def test_what_was_begun_is_offered_the_last_one_first_and_what_is_finished_or_damaged_is_not(open_page, address):
    page = open_page("404.html", width=PHONE)
    now = int(time.time() * 1000)
    handbook, _ = checked.load(ROOT)
    assert handbook
    ticked = {item.id: done(item.text["en"]) for item in handbook.checklist[WITH_DUE].items}
    listed = run_of(id="abcdef123457", changed=now - 5_000, answers={"a": done("A"), "b": {**done("B"), "state": ""}})
    put(
        page,
        {
            f"handbook:{name}@{urlsplit(address).path}": value
            for name, value in {
                "draft:abcdef123456": draft_of(changed=now - 9_000, name="Launch"),
                "draft:abcdef123458": draft_of(template="no-such-form", id="abcdef123458"),
                "draft:abcdef123459": "{",
                "run:abcdef123457": listed,
                "run:abcdef123450": run_of(id="abcdef123450", finished=now),
                "run:abcdef123451": run_of(id="abcdef123451", checklist=WITH_DUE, changed=now, answers=ticked),
                "current": {LIST: "abcdef123457", WITH_DUE: "abcdef123451"},
                "joined": {"v": 1, "day": f"{date.today() - timedelta(days=3)}"},
                "practice": {"v": 1, "round": 1, "cards": {"one": {"box": 1, "round": 1, "right": 0, "wrong": 1}}},
                "practice-round": {"seed": 7, "ids": ["one", "two"], "place": 1, "score": 0, "missed": ["one"]},
            }.items()
        },
    )
    page.goto(f"{address}en/")
    page.locator(".go-on li").first.wait_for()
    links = [link.get_attribute("href") for link in page.locator(".go-on li a").all()]
    assert [link.removeprefix("./") for link in links] == [
        *(
            "onboarding/#today",
            f"checklists/{LIST}/",
            f"templates/{MINUTES}/#draft=abcdef123456",
            "onboarding/practice/#go-on",
        )
    ]
    said = page.locator(".go-on li").all_inner_texts()
    assert "Joining date" in said[0] and "1 ticked" in said[1], json.dumps(said)
    assert "Launch" in said[2] and "Question 2 of 2" in said[3], json.dumps(said)
    page.locator(".go-on li a").nth(2).click()
    page.locator("form-filler").wait_for()


@pytest.mark.parametrize(
    ("kept", "said", "link"),
    [
        (("practice",), "Questions answered: 1", ""),
        (("practice-round",), "Question 2 of 2", "#go-on"),
    ],
)
def test_a_round_that_is_under_way_is_offered_before_anything_was_learnt_and_so_is_the_practice_after_it(
    kept, said, link, open_page, address
):
    values = {
        "practice": {"v": 1, "round": 1, "cards": {"one": {"box": 1, "round": 1, "right": 0, "wrong": 1}}},
        "practice-round": {"seed": 7, "ids": ["one", "two"], "place": 1, "score": 0, "missed": ["one"]},
    }
    page = open_page("404.html", width=PHONE)
    put(page, {f"handbook:{name}@{urlsplit(address).path}": values[name] for name in kept})
    page.goto(f"{address}en/")
    row = page.locator(".go-on li")
    assert said in row.inner_text()
    assert row.locator("a").get_attribute("href").endswith(f"onboarding/practice/{link}")


@pytest.mark.parametrize("language", HOMES)
def test_on_a_phone_what_is_looked_up_most_takes_little_more_than_half_a_screen(language: str, open_page):
    page = open_page(HOMES[language], width=PHONE)
    links = page.locator(".home__frequent a")
    assert page.locator(".home__frequent").bounding_box()["height"] < 0.6 * 844
    assert min(each.bounding_box()["height"] for each in links.all()) >= 44
