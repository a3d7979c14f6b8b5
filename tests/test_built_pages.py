"""What tests read pages with: a quick parser, which must read ours as the standard says that a browser does."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from tests.built_pages import BuiltPage, parsed
from tests.kinds_of_page import ALL_KINDS, NOT_FOUND, in_turn

pytestmark = pytest.mark.xdist_group("pages")


def outline(root) -> list[tuple[str, str, str, str, dict[str, str]]]:
    """Each element but those of templates, which html5lib does not know: name, above, text, text behind it, attributes."""
    found = []
    for element in root.xpath("//*[not(ancestor::*[local-name()='template'])]"):
        above = element.getparent()
        found.append(
            (
                _local(element.tag),
                "" if above is None else _local(above.tag),
                (element.text or "").strip(),
                (element.tail or "").strip(),
                # An attribute that merely stands there has its own name for a value in one of the two.
                {_local(key): "" if value == key else value for key, value in element.attrib.items()},
            )
        )
    return found


def _local(name: str) -> str:
    """A name without its namespace and in small letters, which only drawings write otherwise."""
    return name.rpartition("}")[2].lower()


def test_the_quick_parser_reads_a_page_of_each_kind_as_the_standard_says(site: Path, sweep: bool):
    addresses = [address for kind in ALL_KINDS for address in in_turn(kind, site, sweep)]
    for name in [*(f"{address}index.html" for address in addresses), NOT_FOUND]:
        content = (site / name).read_bytes()
        standard = html5lib.parse(content, treebuilder="lxml", namespaceHTMLElements=False).getroot()
        assert outline(parsed(content)) == outline(standard), name


def test_no_line_breaks_within_e_mail_or_between_a_size_and_its_unit(site: Path):
    for address in ("en/channels/email/", "en/scenarios/absence/", "en/templates/meeting-minutes/"):
        article = BuiltPage(site, address).article
        broken = article.xpath(
            ".//text()[contains(., 'e-mail') and not(ancestor::*[contains(@class, 'whole')])"
            " and not(ancestor::template | ancestor::script | ancestor::textarea | ancestor::*[local-name()='svg'])]"
        )
        assert broken == [], address
        sizes = [text for text in article.xpath(".//small/text()") if text.strip().endswith("KB")]
        assert all("\N{NO-BREAK SPACE}KB" in text for text in sizes), address


def test_an_empty_box_is_seen_on_a_dark_page(open_page):
    for path, place in (
        ("en/checklists/mail-before-sending/", "check-list input[type=checkbox]"),
        ("en/choose/", "channel-chooser input[type=radio]"),
    ):
        page = open_page(path, color_scheme="dark")
        box = page.locator(place).first
        of = "(each, name) => getComputedStyle(each)[name]"
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert box.evaluate(of, "backgroundColor") == paper and box.evaluate(of, "appearance") == "none", path
        assert box.evaluate(of, "borderTopColor") != paper and box.bounding_box()["width"] > 12


def test_no_form_sends_what_is_typed_even_before_its_script_is_there(site: Path, sweep: bool):
    addresses = [address for kind in ALL_KINDS for address in in_turn(kind, site, sweep)]
    pages = [site / address / "index.html" for address in addresses] + [
        site / NOT_FOUND,
        *site.glob("assets/forms/**/*.html"),
    ]
    forms = [(page, form) for page in pages for form in parsed(page.read_bytes()).iter("form")]
    assert len(forms) > 30
    for page, form in forms:
        assert form.get("method") == "dialog" or not form.xpath(".//*[@name]"), page
