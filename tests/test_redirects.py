"""Old addresses lead on, with and without scripts; what a browser kept under an old id is there under the one of now."""

from __future__ import annotations

import json

import yaml

from tests.built_pages import BuiltPage
from tests.checklist_pages import kept_runs, open_runs
from tests.conftest import ROOT
from tests.stored_runs import done, run_of

REDIRECTS = yaml.safe_load((ROOT / "docs/data/redirects.yml").read_text(encoding="utf-8"))["redirects"]
OLD, NEW, ITEM = "step-talk-record", "meeting-during", "repeat-the-decisions"


def test_every_old_page_leads_to_one_that_is_there(site):
    listed = json.loads((site / "handbook.json").read_bytes())["redirects"]
    assert listed == REDIRECTS
    for each in REDIRECTS:
        if "#" in each["old"]:
            continue
        for language in ("", "en/"):
            page = (site / language / each["old"] / "index.html").read_text(encoding="utf-8")
            assert f'url={"../" * (3 if language else 2)}{language}{each["new"]}/"' in page
            assert (site / language / each["new"] / "index.html").is_file()
        assert (site / "api" / f"{each['old']}.json").read_bytes() == (
            site / "api" / f"{each['new']}.json"
        ).read_bytes()
    assert f"checklists/{OLD}/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_an_old_heading_leads_to_what_stands_elsewhere_now(site):
    for each in (each for each in REDIRECTS if "#" in each["old"]):
        page, _, heading = each["old"].partition("#")
        page = page.removesuffix("index").removesuffix("/")
        new, sign, behind = each["new"].partition("#")
        for language in ("", "en/"):
            (moved,) = BuiltPage(site, f"{language}{page}/").article.xpath(f".//p[@id='{heading}']")
            assert moved.xpath("./a/@href")[0].endswith(f"{new.partition('/')[2]}/{sign}{behind}")


def test_the_browser_is_led_on_with_what_stands_behind_the_sign(open_page, address):
    page = open_page("404.html")
    page.goto(f"{address}en/checklists/{OLD}/#export")
    page.wait_for_url(f"{address}en/checklists/{NEW}/#export")
    page.go_back()
    assert page.url == f"{address}404.html"


def test_the_browser_is_led_on_without_scripts(open_page, address):
    page = open_page(f"checklists/{OLD}/", java_script_enabled=False)
    page.wait_for_url(f"{address}checklists/{NEW}/")


def test_a_run_under_an_old_id_goes_on_under_the_one_of_now(open_with):
    run = run_of(OLD, name="Customer A", answers={ITEM: done("As it read")})
    texts = {f"handbook:run:{run['id']}": json.dumps(run), "handbook:current": json.dumps({OLD: run["id"]})}
    page = open_with(texts, f"en/checklists/{NEW}/")
    open_runs(page)
    assert page.locator("run-panel select option:checked").first.inner_text().startswith("Customer A")
    page.locator("check-list input[type=checkbox]").first.check()
    [kept] = kept_runs(page)
    assert kept["checklist"] == NEW and kept["answers"][ITEM]["text"] == "As it read" and len(kept["answers"]) == 2
