"""What the company's profile says of the site and of the company reaches every page, and the texts read well without what is optional."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.built_pages import BuiltPage, pages
from tests.conftest import mkdocs, serve
from tests.test_search import open_search

pytestmark = [pytest.mark.whole, pytest.mark.xdist_group("profile")]

ADDRESS, FORM = "https://guide.lanxi.cn/staff/handbook/", "https://forms.lanxi.cn/f/7"
CHANGES = {
    r"  address: https://\S+": f"  address: {ADDRESS}",
    r"  search_engines: false": "  search_engines: true\n  repository: {address: https://git.lanxi.cn/hr/handbook.git, kind: gitlab}",
    r"  second_messenger: .*\n": "",
    r"feedback_mail: .*": f"feedback_form: {FORM}",
    r"(?m)^emergency: .*": 'emergency: {ambulance: "144", fire: "118", police: "117"}',
    r"(?m)^currency: .*": "currency: {zh: 瑞郎, en: CHF}",
}


MANY_APPS = """---
title: {title}
description: {title}
---

{{{{ onboarding_path() }}}}

{{{{ checklist("absence") }}}}

{{{{ my_runs() }}}}

{{{{ practice() }}}}

{{{{ chooser() }}}}

{{{{ template_page("absence-notice") }}}}
"""
"""A page on which apps stand together that the handbook has on pages of their own; some bring the same parts."""


@pytest.fixture(scope="module")
def site(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook of another company."""
    root = Path(shutil.copytree(small, tmp_path_factory.mktemp("profile") / "project"))
    profile = root / "docs" / "sample" / "company.yml"
    text = profile.read_text(encoding="utf-8")
    for line, changed in CHANGES.items():
        text, count = re.subn(line, changed, text)
        assert count == 1, line
    profile.write_text(text, encoding="utf-8")
    for language, title in (("zh", "样样都有"), ("en", "Many at once")):
        page = root / "docs" / language / "reference" / "many-apps.md"
        page.write_text(MANY_APPS.format(title=title), encoding="utf-8")
    run = mkdocs("build", "--strict", root=root)
    assert run.returncode == 0, run.stdout + run.stderr
    return root / "site"


def test_the_address_with_its_path_is_in_every_page(site: Path):
    for page in pages(site):
        assert page.tree.xpath("//head/link[@rel='canonical']/@href") == [ADDRESS + page.address.removeprefix("./")]
    assert (
        BuiltPage(site, "404.html")
        .tree.xpath("//meta[@name='handbook-root']/@content")[0]
        .startswith("/staff/handbook")
    )
    assert f"<loc>{ADDRESS}" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_search_engines_may_list_it_where_the_profile_says_so(site: Path):
    assert {value for page in pages(site) for value in page.tree.xpath("//meta[@name='robots']/@content")} == {"all"}
    assert "Disallow: /" not in (site / "robots.txt").read_text(encoding="utf-8")


def test_feedback_leads_to_the_form_and_nowhere_to_a_mail_address(site: Path):
    for page in pages(site):
        assert FORM in page.tree.xpath("//footer//a/@href")
        assert "handbook@example.com" not in page.tree.xpath("string(//body)"), page.address
        assert not page.tree.xpath("//a[starts-with(@href, 'mailto:handbook@') or starts-with(@href, 'mailto:None')]")
    about = BuiltPage(site, "en/about/").tree.xpath("string(//article)")
    assert "Fill in the feedback form." in about
    assert "填写反馈表" in BuiltPage(site, "about/").tree.xpath("string(//article)")


@pytest.mark.parametrize(
    "page, sources",
    [
        ("guide/scope/", ["docs/zh/guide/scope.md"]),
        ("en/scenarios/absence/", ["docs/en/scenarios/absence.md", "docs/data/scenarios/absence.yml"]),
        ("templates/meeting-minutes/", ["docs/data/templates/meeting-minutes.yml"]),
        ("en/guide/internal/channel/", ["docs/en/guide/internal/channel.md", "docs/data/procedures/internal.yml"]),
        ("reference/glossary/", ["docs/zh/reference/glossary.md", "docs/data/glossary.yml"]),
    ],
)
def test_where_the_repository_is_known_a_page_leads_to_its_sources_there(site: Path, page: str, sources: list[str]):
    line = BuiltPage(site, page).tree.xpath("//footer//p[@class='site-footer__improve']")[0]
    editor = "https://git.lanxi.cn/hr/handbook/-/edit/main/"
    assert line.xpath("./a/@href") == [FORM, *(editor + source for source in sources)]
    assert not line.xpath(".//improve-page") and re.search("(负责人：|Owner: ).", line.xpath("string()"))


def test_a_company_with_one_messenger_hears_of_one(site: Path):
    for place in ("channels/instant-message/", "scenarios/simple-update/", "guide/internal/channel/"):
        for address in (place, f"en/{place}"):
            said = BuiltPage(site, address).tree.xpath("string(//article)")
            assert ("企业微信" in said or "WeCom" in said) and not re.search("钉钉|DingTalk", said), address


def test_the_numbers_to_call_and_the_currency_are_those_of_the_profile(site: Path):
    said = {page.address: page.tree.xpath("string(//article)") for page in pages(site)}
    assert not {
        address
        for address, text in said.items()
        if re.search(r"(?:拨|打|call )1[12][09](?!\d)|1[12][09] in China", text)
    }
    assert all(number in said["guide/scope/"] and number in said["en/guide/scope/"] for number in ("144", "118", "117"))
    assert "单价（瑞郎）" in said["templates/resource-request/"] and "(CHF)" in said["en/templates/resource-request/"]


def test_the_page_for_what_was_not_found_keeps_what_it_keeps_with_the_rest(browser, site: Path, tmp_path: Path):
    (tmp_path / "staff").mkdir()
    (tmp_path / "staff" / "handbook").symlink_to(site, target_is_directory=True)
    shutil.copy(site / "404.html", tmp_path)
    server, url = serve(tmp_path)
    page = browser.new_page(color_scheme="light")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{url}staff/handbook/")
    page.evaluate("localStorage.setItem('handbook:colours@/staff/handbook/', 'dark')")
    page.goto(f"{url}staff/handbook/no/such/page/")
    assert page.locator("html").get_attribute("data-colours") == "dark"
    open_search(page, "会议")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/staff/handbook/(?!no/)"))
    kept = page.evaluate("Object.keys(localStorage)")
    assert len(kept) > 1 and all(key.endswith("@/staff/handbook/") for key in kept), kept
    page.context.close()
    server.shutdown()
    assert errors == []


def test_apps_that_stand_on_one_page_bring_what_they_share_once(browser, site: Path, tmp_path: Path):
    (tmp_path / "staff").mkdir()
    (tmp_path / "staff" / "handbook").symlink_to(site, target_is_directory=True)
    server, url = serve(tmp_path)
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{url}staff/handbook/en/reference/many-apps/", wait_until="networkidle")
    known = "(names) => names.filter((name) => !customElements.get(name))"
    assert page.evaluate(known, ["check-list", "kept-here", "my-runs", "practice-round", "channel-chooser"]) == []
    page.locator("form-opener > button").first.click()
    page.locator("form-filler form").first.wait_for()
    asked = page.locator("script[src], link[rel=stylesheet]").evaluate_all(
        "(all) => all.map((each) => each.src || each.href)"
    )
    page.context.close()
    server.shutdown()
    assert errors == [] and len(asked) == len({*asked})


def test_whoever_asks_about_the_handbook_itself_is_led_to_a_role_where_the_company_has_no_address_for_feedback(
    site: Path,
):
    for prefix in ("", "en/"):
        (row,) = BuiltPage(site, f"{prefix}contacts/").article.xpath(".//section[@id='handbook']")
        assert "mailto:administration@example.com" in row.xpath(".//p[@class='contact__ways']//a/@href")
