"""The card for the wall and the pocket: two pages whatever it says, with codes that a phone reads off them."""

from __future__ import annotations

import io
import math
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from macros.checking.checked import load
from macros.model.base import Text
from macros.model.handbook import Handbook
from macros.model.languages import LANGUAGES, Language
from macros.published.card import card
from macros.reading.layer import places
from tests.built_pages import BuiltPage
from tests.conftest import ROOT, program
from tests.printing import text_of

pytestmark = pytest.mark.whole
PAGES = places.pages(ROOT)
ON_THE_WALL = ("", "contacts/", "choose/", "reference/confidentiality/", "reference/phrases/")


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    found, _ = load(ROOT)
    assert found
    return found


def codes(content: bytes, tmp_path: Path) -> list[set[str]]:
    """What a decoder reads off each page, drawn as coarsely as a phone sees it from some way off."""
    (tmp_path / "card.pdf").write_bytes(content)
    subprocess.run([program("pdftoppm"), "-r", "110", "-png", tmp_path / "card.pdf", tmp_path / "card"], check=True)
    pictures = sorted(tmp_path.glob("card-*.png"))
    return [{found.text for found in zxingcpp.read_barcodes(Image.open(picture))} for picture in pictures]


def sizes(content: bytes) -> list[set[float]]:
    """How large the letters of each page are, in points."""
    found: list[set[float]] = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            scales = [1.0]
            found.append(set())
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "q":
                    scales.append(scales[-1])
                elif str(operator) == "Q":
                    scales.pop()
                elif str(operator) == "cm":
                    scales[-1] *= math.hypot(float(operands[0]), float(operands[1]))
                elif str(operator) == "Tf":
                    found[-1].add(round(float(operands[1]) * scales[-1], 2))
    return found


def saying(handbook: Handbook, **changes: object) -> Handbook:
    return replace(handbook, company=handbook.company.model_copy(update=changes))


def linked(content: bytes) -> Iterable[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            yield from (str(note.A.URI) for note in page.get("/Annots", ()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_lead_to_pages_that_are_there(language: Language, site: Path, tmp_path: Path):
    content = (site / f"downloads/card.{language}.pdf").read_bytes()
    root = "https://handbook.example.com/" + ("en/" if language == "en" else "")
    wall, pocket = codes(content, tmp_path)
    assert (wall, pocket) == ({root + place for place in ON_THE_WALL}, {root})
    for address in wall | set(linked(content)):
        assert (site / address.removeprefix("https://handbook.example.com/") / "index.html").is_file(), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_small_and_two_pages_of_a4_with_the_numbers_to_call(language: Language, handbook: Handbook):
    content = card(handbook, language, PAGES)
    said = text_of(content)
    assert len(content) < 250_000
    for contact in handbook.crisis_contacts:
        number = handbook.address_of(contact, "phone")
        assert number and said.count(number[language]) == 2, contact.id
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [[round(float(side)) for side in page.mediabox] for page in pdf.pages] == [[0, 0, 595, 842]] * 2
        assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang).startswith(language) and "/StructTreeRoot" in pdf.Root


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_in_which_form_a_level_may_go_and_who_answers_after_hours(language: Language, handbook: Handbook):
    said = "".join(text_of(card(handbook, language, PAGES), "-raw").split())
    forms = [form.form[language] for channel in handbook.channels for form in channel.carries_as]
    after = [time.after_hours[language] for time in handbook.response_times.times if time.after_hours]
    assert forms and after
    for each in (*forms, *after):
        assert "".join(each.split()).lower() in said.lower(), each


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_it_is_smaller_than_nine_points_and_both_languages_say_as_much(
    language: Language, handbook: Handbook
):
    content = card(handbook, language, PAGES)
    for page in sizes(content):
        assert min(page) >= 9, page
    said = "".join(text_of(content, "-raw").split())
    for pair in handbook.phrases.never[:5]:
        assert "".join(pair.instead[language].split()) in said, pair.id
    roles = [handbook.company.roles[contact.role].name[language] for contact in handbook.crisis_contacts]
    assert all(said.count("".join((role[:1].upper() + role[1:]).split())) >= 2 for role in roles), "they begin large"


def test_pages_that_the_company_has_not_and_sites_without_an_address_get_no_code(handbook: Handbook, tmp_path: Path):
    some = {page: file for page, file in PAGES.items() if not page.endswith("/choose.md")}
    assert "https://handbook.example.com/en/choose/" not in codes(card(handbook, "en", some), tmp_path)[0]
    nowhere = saying(handbook, site=handbook.company.site.model_copy(update={"address": None}))
    assert list(linked(card(nowhere, "en", PAGES))) == []


def test_texts_of_any_length_leave_it_at_two_pages(handbook: Handbook):
    long = Text.model_construct(zh="很长的名字" * 60, en="A long name " * 60)
    roles = {name: role.model_copy(update={"name": long}) for name, role in handbook.company.roles.items()}
    never = tuple(each.model_copy(update={"never": long, "instead": long}) for each in handbook.phrases.never)
    spoilt = replace(
        saying(handbook, name=long, short_name=long, roles=roles),
        phrases=handbook.phrases.model_copy(update={"never": never}),
    )
    for language in LANGUAGES:
        with pikepdf.open(io.BytesIO(card(spoilt, language, PAGES))) as pdf:
            assert len(pdf.pages) == 2


def test_a_checklist_printed_leads_back_to_its_page(open_page, tmp_path: Path):
    page = open_page("en/checklists/absence/")
    markup = page.locator(".page-code").inner_html()
    assert not page.locator(".page-code").is_visible() and len(markup) < 3000
    (tmp_path / "page.pdf").write_bytes(page.pdf())
    assert codes((tmp_path / "page.pdf").read_bytes(), tmp_path)[0] == {
        "https://handbook.example.com/en/checklists/absence/"
    }
    page.emulate_media(media="print")
    code, card = page.locator(".page-code").bounding_box(), page.locator(".answer-card").bounding_box()
    assert code["y"] + code["height"] <= card["y"], "it cuts no box"


def test_the_pages_on_answer_times_and_channels_offer_it(site: Path):
    for address in ("en/reference/response-times/", "channels/"):
        language = "en" if address.startswith("en/") else "zh"
        hrefs = BuiltPage(site, address).article.xpath(".//a/@href")
        assert any(href.endswith(f"downloads/card.{language}.pdf") for href in hrefs), address
