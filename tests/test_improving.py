"""At the foot of every page: how it is made better, and who answers for it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.built_pages import BuiltPage


def mail_of(href: str) -> tuple[str, list[str]]:
    """Subject and lines of the mail that a link begins."""
    mail = parse_qs(urlsplit(href).query, keep_blank_values=True, strict_parsing=True)
    return mail["subject"][0], mail["body"][0].split("\r\n")


@pytest.mark.parametrize(
    "address, owner",
    [
        ("en/scenarios/absence/", "Owner: head of human resources"),
        ("templates/meeting-minutes/", "负责人："),
        ("guide/scope/", "负责人：行政部负责人"),
    ],
)
def test_a_mail_begins_with_page_version_and_owner(site: Path, address: str, owner: str):
    page = BuiltPage(site, address)
    (line,) = page.tree.xpath("//footer//p[@class='site-footer__improve']")
    (link,) = line.xpath(".//a")  # no editor, since no repository is named
    subject, body = mail_of(link.get("href"))
    shown = " ".join(page.article.xpath("string(.//h1)").split())
    version = page.tree.xpath("string(//footer//span[contains(., '1.')])")
    assert shown in subject and body[-4].endswith(shown)
    assert body[-3:-1] == [f"https://handbook.example.com/{address}", version]
    assert body[-1].startswith(owner) and body[-1] in line.xpath("string()")


def test_the_part_that_is_meant_goes_with_the_mail(open_page):
    page = open_page("en/scenarios/absence/#auto-reply")
    link = page.locator("improve-page a")
    for select, part in (
        ("getSelection().removeAllRanges()", "#auto-reply"),
        ("getSelection().selectAllChildren(document.querySelector('#steps + *'))", "#steps"),
        ("getSelection().selectAllChildren(document.querySelector('footer'))", "#auto-reply"),
    ):
        page.evaluate(select)
        link.dispatch_event("contextmenu")
        last = mail_of(link.get_attribute("href"))[1][-1]
        title = page.locator(part).text_content().strip()
        assert last.startswith(f"Place: {title} http") and last.endswith(f"/absence/{part}")
