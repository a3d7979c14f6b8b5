"""A handbook whose address nobody knows yet: nothing says “None”, feeds and language go on working."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.built_pages import BuiltPage, file_of, pages
from tests.conftest import mkdocs, serve

pytestmark = [pytest.mark.xdist_group("without address"), pytest.mark.sweep]

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small handbook whose profile gives no address."""
    root = Path(shutil.copytree(small, tmp_path_factory.mktemp("without-address") / "project"))
    profile = root / "docs" / "sample" / "company.yml"
    text, count = re.subn(r"(?m)^  address: https://.*\n", "", profile.read_text(encoding="utf-8"))
    assert count == 1
    profile.write_text(text, encoding="utf-8")
    run = mkdocs("build", "--strict", root=root)
    assert run.returncode == 0, run.stdout + run.stderr
    return root / "site"


def test_nothing_says_none(site: Path):
    for page in [*pages(site), BuiltPage(site, "404.html")]:
        for value in page.tree.xpath("//@href | //@src | //@content | //@*[starts-with(name(), 'data-')]"):
            assert "None" not in str(value), f"{page.address}: {value}"
        for line in page.tree.xpath("//p[contains(@class, 'printed')]"):
            assert "None" not in "".join(line.itertext())
    for name in ("feed.xml", "en/feed.xml", "robots.txt"):
        assert "None" not in (site / name).read_text(encoding="utf-8")


def test_there_is_no_sitemap_and_no_robot_is_sent_to_one(site: Path):
    assert not list(site.glob("sitemap.*"))
    assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["feed.xml", "en/feed.xml"])
def test_feeds_lead_to_their_pages_and_have_ids_of_their_own(address: str, site: Path):
    feed = ElementTree.parse(site / address).getroot()
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) > 1
    assert all(re.fullmatch(r"tag:example\.com,\d{4}-\d{2}-\d{2}:\S+", each) for each in ids)
    for link in feed.iter(f"{ATOM}link"):
        target = urljoin(f"http://site.test/{address}", link.get("href")).removeprefix("http://site.test/")
        assert (site / file_of(target)).is_file(), target
        assert target.startswith("en/") == address.startswith("en/")


def test_the_language_chosen_last_is_remembered(site: Path, browser):
    server, address = serve(site)
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(f"{address}about/")
        page.locator(".site-language").click()
        page.wait_for_url(f"{address}en/about/")
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_url(f"{address}en/")
    finally:
        context.close()
        server.shutdown()


def test_what_is_not_there_has_its_style_and_its_links_below_any_folder(site: Path, browser, tmp_path: Path):
    """As on a host that shows the site below a folder that nobody named."""
    above = tmp_path / "host"
    shutil.copytree(site, above / "project")
    shutil.copy(site / "404.html", above / "404.html")  # What the host shows for whatever is not there.
    server, address = serve(above)
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(f"{address}project/en/none/of/these/")
        page.wait_for_function("getComputedStyle(document.querySelector('.site-header__row')).display === 'flex'")
        page.get_by_role("main").get_by_role("link", name="Who to ask").click()
        page.wait_for_url(f"{address}project/en/contacts/")
        page.goto(f"{address}project/en/scenaros/absense/")
        page.locator(".lost__near a[href*='/scenarios/absence/']").wait_for()
        page.get_by_role("main").get_by_role("searchbox").fill("invoice")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        page.wait_for_url(f"{address}project/en/search/#q=invoice")
        page = context.new_page()
        page.route("**/assets/**", lambda route: route.abort())
        page.goto(f"{address}project/none/")
        assert page.get_by_role("heading", level=1).is_visible()
        icons = page.locator("svg:visible")
        assert all(icon.bounding_box()["height"] < 30 for icon in icons.all())
    finally:
        context.close()
        server.shutdown()
