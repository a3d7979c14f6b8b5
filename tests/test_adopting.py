"""An adopter changes the profile, adds a scenario and a channel, lets a review lapse: the whole site follows."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from functools import cache
from pathlib import Path

import pytest

from tests.adopter import CHANNEL, LAPSED, LAPSED_ON, SCENARIO, command
from tests.built_pages import BuiltPage, file_of, pages, published, text

pytestmark = pytest.mark.xdist_group("pages")  # with which it compares its own

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def built(adopted: Path) -> Path:
    return adopted / "site"


@pytest.fixture(scope="module")
def contract(built: Path) -> dict:
    return json.loads((built / "handbook.json").read_text(encoding="utf-8"))


@cache
def html(site: Path) -> dict[str, str]:
    """Every page of a site as it is sent, by address."""
    return {page.address: (site / file_of(page.address)).read_text(encoding="utf-8") for page in pages(site)}


def naming(site: Path, words: str) -> set[str]:
    """The pages on which some words stand."""
    return {address for address, sent in html(site).items() if words in sent}


LISTS = ("guide/", "scenarios/")
"""Below these, pages may also say it of what a small handbook has not."""


def kept(built: Path, addresses: set[str]) -> set[str]:
    """Those of the whole site's pages that the adopter's, a small handbook, has too."""
    return addresses & html(built).keys()


def test_no_page_names_the_old_messenger(built: Path, site: Path):
    assert len(naming(site, "WeCom")) > 10 and len(naming(site, "企业微信")) > 10
    # The browsers and assistants that messengers bring are called what they are called.
    of_products = {f"{base}about/{page}/" for base in ("", "en/") for page in ("accessibility", "assistants")}
    assert naming(built, "WeCom") | naming(built, "企业微信") == of_products


@pytest.mark.parametrize("old, new", [("企业微信", "飞书"), ("WeCom", "Feishu")])
def test_pages_name_the_new_messenger_as_often_as_they_named_the_old_one(old: str, new: str, built: Path, site: Path):
    named = {each for each in kept(built, naming(site, old)) if re.search(r"(scenarios|templates)/[^/]+/", each)}
    assert len(named) > 2
    for address in named:
        assert html(built)[address].count(new) >= html(site)[address].count(old), address


def test_no_download_names_the_old_messenger(built: Path):
    """But for what assistants are fed with: it also has the words in which people ask."""
    for file in (file for file in (built / "downloads").iterdir() if not file.name.startswith("handbook-knowledge.")):
        parts = [file.read_bytes()]
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(io.BytesIO(parts[0])) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        assert not any(name.encode() in part for part in parts for name in ("WeCom", "企业微信")), file.name


@pytest.mark.parametrize(
    "old, new",
    [
        ("handbook@example.com", "guide@adopter.test"),
        ("+86 10 5555 0100", "+86 21 6666 0100"),
        ("010-5555 0100", "021-6666 0100"),
        ("09:00–18:00", "08:15–18:00"),
        ("示例科技有限公司", "云帆制造有限公司"),
        ("Example Technology Co., Ltd.", "Yunfan Works Ltd"),
        ("示例科技", "云帆"),
        ("Example Tech", "Yunfan"),
    ],
)
def test_what_the_profile_says_shows_wherever_it_stood(old: str, new: str, built: Path, site: Path):
    named = {each for each in kept(built, naming(site, old)) if not each.removeprefix("en/").startswith(LISTS)}
    assert named and named <= naming(built, new)
    assert naming(built, old) == set()


def test_times_that_follow_from_the_working_hours_follow_them(built: Path, site: Path):
    for address, day in (("reference/response-times/", "周一"), ("en/reference/response-times/", "Monday ")):
        assert f">{day}10:30<" in html(site)[address]
        assert f">{day}09:45<" in html(built)[address]


def test_links_to_write_to_the_handbook_carry_the_new_address(built: Path):
    for address, sent in html(built).items():
        footer = sent.partition("<footer")[2]
        assert re.findall(r'href="mailto:([^"?]*)\?', footer) == ["guide@adopter.test"], address


def test_a_page_past_its_review_says_so(built: Path, site: Path):
    for prefix in ("", "en/"):
        (note,) = BuiltPage(built, f"{prefix}channels/{LAPSED}/").article.xpath(".//review-note")
        assert note.get("hidden") is None and LAPSED_ON in text(note)
        (still_good,) = BuiltPage(site, f"{prefix}channels/{LAPSED}/").article.xpath(".//review-note")
        assert still_good.get("hidden") is not None


def test_the_check_lists_what_is_due_for_review_and_passes(adopted: Path):
    run = command(adopted, "check")
    due = [line for line in run.stdout.splitlines() if "due for review" in line]
    assert run.returncode == 0, run.stderr
    data = (adopted / "docs" / "data" / "channels" / f"{LAPSED}.yml").read_text(encoding="utf-8").splitlines()
    line = data.index("reviewed: 2024-03-31") + 1
    assert len(due) == 1 and due[0].startswith(f"notice: docs/data/channels/{LAPSED}.yml:{line}: reviewed: ")
    assert LAPSED_ON in due[0]


def test_a_new_scenario_has_its_page_and_stands_in_the_contract(built: Path, contract: dict):
    (scenario,) = (thing for thing in contract["scenarios"] if thing["id"] == SCENARIO)
    assert scenario["title"] == {"zh": "现场参观", "en": "Site tour"}
    assert scenario["channels"] == ["email", "phone"] and scenario["core"] is False
    for language in LANGUAGES:
        page = BuiltPage(built, scenario["url"][language])
        assert text(page.article.xpath(".//h1")[0]).strip() == scenario["title"][language]
        assert ("这一段已经写好。" if language == "zh" else "This passage has been written.") in text(page.article)


@pytest.mark.parametrize("where", ["scenarios/", "", "scenarios/absence/", "channels/email/"])
def test_a_new_scenario_is_listed_where_scenarios_are(where: str, built: Path):
    for language in LANGUAGES:
        page = BuiltPage(built, where if language == "zh" else f"en/{where}")
        targets = {page.resolve(link).rpartition("//")[2].partition("/")[2] for _, _, link in page.links()}
        assert f"{'en/' if language == 'en' else ''}scenarios/{SCENARIO}/" in targets


def test_a_new_scenario_stands_in_the_table_of_scenarios(built: Path):
    for language, title in (("zh", "现场参观"), ("en", "Site tour")):
        page = BuiltPage(built, "scenarios/" if language == "zh" else "en/scenarios/")
        rows = [row for row in page.article.xpath(".//table//tr") if title in text(row)]
        assert len(rows) == 1 and len(rows[0].xpath("./td")) >= 3


def test_a_new_scenario_and_a_new_channel_stand_in_the_sitemap(built: Path):
    listed = [
        element.text for element in ElementTree.parse(built / "sitemap.xml").iter() if element.tag.endswith("loc")
    ]
    for path in (f"scenarios/{SCENARIO}/", f"channels/{CHANNEL}/"):
        for prefix in ("", "en/"):
            assert listed.count(f"https://handbook.example.com/{prefix}{path}") == 1


def test_a_new_channel_is_shown_with_its_own_colour_and_stands_among_the_others(built: Path, contract: dict):
    assert CHANNEL in [channel["id"] for channel in contract["channels"]]
    for prefix, name in (("", "公告栏"), ("en/", "Notice board")):
        assert text(BuiltPage(built, f"{prefix}channels/{CHANNEL}/").article.xpath(".//h1")[0]).strip() == name
        cards = BuiltPage(built, f"{prefix}channels/").article.xpath(f".//a[contains(@href, '{CHANNEL}')]")
        assert any(name in text(card) for card in cards)
    assert f".channel--{CHANNEL}{{--hue:310}}" in published(built, "assets/handbook.css").read_text(encoding="utf-8")


def test_every_page_has_the_companys_logo_beside_the_name(built: Path):
    for address, sent in html(built).items():
        shown = re.search(r'<img class="site-name__logo[^>]*? src="([^"]+)" alt="(云帆|Yunfan)"', sent)
        assert shown, address
        assert "site-name__mark" not in sent.partition("</head>")[2], address
        place = (built / file_of(address)).parent / shown[1] if not shown[1].startswith("/") else built / shown[1][1:]
        assert "#9b1c1c" in place.resolve().read_text(encoding="utf-8"), address
