"""The gallery of templates and the pages that offer them, as readers use them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import cast

import pytest
from jinja2.runtime import Context
from lxml import html
from playwright.sync_api import expect

from macros.checking import checked
from macros.pages.naming import with_links
from tests.built_pages import BuiltPage, text
from tests.conftest import ROOT, in_a_sweep

PHONE, DESKTOP = 390, 1280


@pytest.fixture(scope="module")
def contract(site) -> dict:
    return json.loads((site / "handbook.json").read_bytes())


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_side_navigation_has_the_groups_of_the_page(site, language):
    page = BuiltPage(site, f"{language}templates/")
    beside = [
        [group.text, *[page.resolve(link) for link in group.xpath(".//a/@href")]]
        for group in page.tree.xpath("//li[@class='part-nav__group']")
    ]
    here = [
        [
            group.xpath("string(./h2)").strip(),
            *[page.resolve(link) for link in group.xpath(".//a[@class='card__title']/@href")],
        ]
        for group in page.article.xpath(".//section[h2]")
    ]
    assert beside == here and len(here) > 3


def shown(page) -> set[str]:
    """The ids of the templates whose cards can be seen."""
    return {
        link.get_attribute("href").rstrip("/").rpartition("/")[2]
        for link in page.locator("li.card a.card__title").all()
        if link.is_visible()
    }


def test_the_gallery_lists_every_form_once_by_what_one_wants_to_do(site, contract):
    for path, names in (("templates/", ["告知", "请求", "商定"]), ("en/templates/", ["Tell", "Ask", "Agree"])):
        sections = BuiltPage(site, path).article.xpath(".//filter-cards/section")
        assert [each.xpath("string(h2)") for each in sections][:3] == names
        cards = [len(each.xpath(".//li[contains(@class, 'card')]")) for each in sections]
        assert sum(cards) == len(contract["templates"]) and min(cards) and max(cards) <= 20
        agreed = sections[2].xpath(".//a[@class='card__title']/@href")
        assert any("meeting-minutes" in link for link in agreed), "its file says so"


@pytest.mark.every_other
@pytest.mark.parametrize(("path", "width"), [("templates/", DESKTOP), ("en/templates/", PHONE)])
def test_the_gallery_is_filtered_by_audience_and_scenario(open_page, contract, path, width):
    page = open_page(path, width=width)
    everything = {template["id"] for template in contract["templates"]}
    assert shown(page) == everything
    assert not page.locator("select[name=formats]").count(), "one format alone is no choice"
    page.select_option("select[name=audience]", "external")
    outside = {template["id"] for template in contract["templates"] if template["audience"] == "external"}
    assert shown(page) == outside
    assert not page.locator("#hand-over").is_visible(), "a heading without a card"
    assert re.findall(r"\d+", page.locator("output").inner_text()) == [str(len(outside)), str(len(everything))]
    page.select_option("select[name=audience]", "")
    scenario = next(each for each in contract["scenarios"] if each["id"] == "complaint-relationship")
    page.select_option("select[name=scenarios]", scenario["id"])
    assert shown(page) == set(scenario["templates"])
    page.select_option("select[name=scenarios]", "")
    found = {}
    # Two words, another name, and both written otherwise.
    for typed in (
        ("minutes meeting", "resolutions", "ＭＩＮＵＴＥＳ meeting")
        if path.startswith("en/")
        else ("纪要 会议", "会议决议", "紀要 會議")
    ):
        page.locator("input[name=words]").fill(typed)
        page.wait_for_function(
            "all => document.querySelectorAll('li.card:not([hidden])').length < all", arg=len(everything)
        )
        found[typed] = shown(page)
        assert "meeting-minutes" in found[typed] < set(everything), typed
        page.locator("input[name=words]").fill("")
        page.wait_for_function("() => !document.querySelector('li.card[hidden]')")
    one, _, other = found.values()
    assert one == other


@pytest.mark.parametrize("path", ["templates/", in_a_sweep("en/templates/")])
def test_on_a_phone_the_gallery_is_a_list_and_a_forms_page_begins_with_the_ways_to_take_it(open_page, path):
    page = open_page(path, width=PHONE, has_touch=True, is_mobile=True)
    heights = [each.bounding_box()["height"] for each in page.locator("li.card").all()]
    assert min(heights) >= 44 and sum(heights) / len(heights) < 125
    page.locator("a.card__title[href*=meeting-minutes]").click()
    for way in ("form-opener .button--main", "template-download a, .take-row a[download]"):
        expect(page.locator(way).first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("path", ["templates/", in_a_sweep("en/templates/")])
def test_from_the_gallery_a_form_is_filled_in_or_taken_by_one_press(open_page, path):
    page = open_page(path, width=PHONE)
    card = page.locator("li.card", has=page.locator("a.card__title[href*=meeting-minutes]"))
    with page.expect_download() as download:
        card.get_by_role("link", name="Word").click()
    assert download.value.suggested_filename.endswith(".docx")
    card.locator(".card__fill").click()
    page.locator("form-filler .ask input").first.wait_for()
    assert page.url.endswith(f"{path}meeting-minutes/#fill")
    page.go_back()
    expect(page.locator("form-filler")).to_have_count(0)
    page.go_back()
    page.locator("li.card").first.wait_for()


def test_without_scripts_the_gallery_shows_every_form_with_a_picture_that_tells_it_apart(site, contract):
    page = html.parse(str(site / "templates" / "index.html"))
    cards = page.xpath('//li[contains(@class, "card")][@data-audience]')
    pictures = [html.tostring(svg) for card in cards for svg in card.xpath(".//*[local-name()='svg']")]
    assert len(cards) == len(contract["templates"]) == len(pictures) == len(set(pictures))
    assert page.xpath("//filter-cards/form/@hidden") == [""]


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("scenarios/absence/", "guide/internal/confirm-close/"),
        ("en/scenarios/absence/", "en/guide/internal/confirm-close/"),
    ],
)
def test_the_format_and_language_taken_last_are_offered_first(open_page, path, other):
    page = open_page(path)
    offered = page.locator("template-download").first
    assert offered.locator("a").first.get_attribute("data-format") == "docx"
    offered.locator("summary").click()
    with page.expect_download() as download:
        offered.locator('a[data-language="zh-en"][data-format="pdf"]').click()
    assert download.value.suggested_filename.endswith(".pdf")
    page.goto(page.url.replace(path, other))
    first = page.locator("template-download").first.locator("a").first
    assert (first.get_attribute("data-language"), first.get_attribute("data-format")) == ("zh-en", "pdf")
    with page.expect_download() as download:
        first.click()
    assert re.fullmatch(r"[一-龥]+ [A-Z][a-z ]+\.pdf", download.value.suggested_filename), "no name for a person"


@pytest.mark.parametrize(
    ("path", "format", "said"),
    [("templates/meeting-minutes/", "docx", "下载Word"), ("en/templates/follow-up-tracker/", "xlsx", "Download Excel")],
)
def test_a_form_offers_one_file_and_leads_to_the_others_which_take_little_room(open_page, path, format, said):
    page = open_page(path, width=PHONE)
    row, others = page.locator(".take-row"), page.locator("ul.files")
    assert row.locator(".button:visible").count() == 2 and row.locator(".button--main").count() == 1
    offered = row.locator("a.button")
    assert offered.get_attribute("data-format") == format and offered.inner_text().startswith(said)
    assert offered.get_attribute("data-language") == ("en" if path.startswith("en") else "zh")
    assert offered.bounding_box()["y"] == row.locator(".button--main").bounding_box()["y"], "side by side on a phone"
    row.locator("a").last.click()
    expect(others).to_be_in_viewport()
    assert others.bounding_box()["height"] < 260 and others.locator("a").count() >= 12
    with page.expect_download():
        others.locator('a[data-language="zh-en"][data-format="pdf"]').click()
    page.reload()
    assert offered.get_attribute("data-format") == "pdf" and "PDF · " in offered.inner_text()
    assert "zh-en.docx" in others.inner_html(), "the others stay as they are"


def test_without_scripts_a_form_is_taken_by_the_same_press(site, contract):
    for template in contract["templates"]:
        page = html.parse(str(site / "en" / "templates" / template["id"] / "index.html"))
        (link,) = page.xpath('//*[@class="take-row"]/template-download/a[contains(@class, "button")]')
        assert link.get("href").endswith("xlsx" if template["kind"] == "list" else "docx")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_of_a_letter_reads_as_its_preview_does(open_page, site, language):
    prefix = "" if language == "zh" else "en/"
    page = open_page(f"{prefix}templates/payment-reminder/")
    letter = page.locator(".form-sheet.letter--business .letter__page")
    kinds = letter.locator(":scope > *").evaluate_all("(all) => all.map((each) => each.className)")
    assert {"letter__head", "letter__text", "table-tools"} <= set(kinds)
    assert ("letter__signed" in kinds) == (language == "zh"), "an English letter is signed at the left"
    assert letter.locator("dt").count() == 0
    assert float(letter.evaluate("(each) => getComputedStyle(each.querySelector('.letter__head')).fontWeight")) == 700


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_shows_the_form_filled_in_how_to_fill_it_and_each_file_with_its_size(site, contract, language):
    for template in contract["templates"]:
        page = html.parse(str(site / template["url"][language] / "index.html"))
        shown = page.xpath('//*[contains(@class, "form-sheet")]')[0]
        sheet = shown.text_content()
        guide = {row.get("id") for row in page.xpath('//tr[starts-with(@id, "field-")]')}
        assert guide == {f"field-{field['id']}" for field in template["fields"]}
        if template["kind"] == "letter":
            assert shown.xpath(".//section[@class='letter__page']/p") and not shown.xpath(".//dl"), template["id"]
        else:
            assert [field["id"] for field in template["fields"] if field["label"][language] not in sheet] == []
        links = {
            link.get("href").rpartition("/")[2]: link.text_content()
            for link in page.xpath('//template-download/ul//a[contains(@href, "downloads/")]')
        }
        assert links.keys() == {file["url"].rpartition("/")[2] for file in template["files"]}
        for file in template["files"]:
            assert f"{max(1, round(file['bytes'] / 1024))}\N{NO-BREAK SPACE}KB" in links[file["url"].rpartition("/")[2]]


@pytest.mark.parametrize("path", ["templates/resource-request/", "en/templates/resource-request/"])
@pytest.mark.parametrize("width", [360, 700, 1280])
def test_what_to_fill_in_is_read_beside_or_under_every_field_on_every_width(open_page, path, width):
    page = open_page(path, width=width)
    rows = page.locator("#how + .table-tools tbody tr")
    said = rows.locator("td").evaluate_all("all => all.map((each) => each.innerText.trim().length)")
    assert len(said) == rows.count() > 10 and min(said) > 0
    widths = rows.locator("td").evaluate_all("all => all.map((each) => each.getBoundingClientRect().width)")
    assert min(widths) > 250


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_template_or_a_record_names_is_a_link_to_it(language: str, site: Path):
    root = {"zh": "", "en": "en/"}[language]
    page = BuiltPage(site, f"{root}templates/phone-message/")
    card = page.article.xpath(".//*[@class='answer-card']")[0]
    assert {link.get("href").replace("../", "") for link in card.xpath(".//dd/a")} >= {
        f"{root}templates/media-enquiry/",
        f"{root}templates/complaint-record/",
        f"{root}reference/retention/#kept-phone-message",
    }
    page = BuiltPage(site, f"{root}reference/retention/")
    row = page.article.xpath(".//tr[@id='kept-handover']/th")[0]
    assert [link.get("href").replace("../", "") for link in row.xpath("./a[not(@class)]")] == [
        f"{root}templates/handover-note/",
        f"{root}templates/on-call-handover/",
    ]
    title = text(page.article.xpath(".//h1")[0])
    handbook, _ = checked.load(ROOT)
    assert handbook and handbook.interface.texts["kept_page"][language] == title


@pytest.mark.sweep
def test_what_is_named_is_linked_once_and_nothing_in_it_is_taken_for_markup():
    """A title within another word, and the template's own, are no links."""
    handbook, _ = checked.load(ROOT)
    assert handbook
    context = {"handbook": handbook, "language": "en", "base_url": "..", "t": lambda key: key}
    said = "<b> Absence notices, an absence notice, a seal request and a resource requester"
    shown = with_links(cast(Context, context), said, "seal-request")
    assert shown == (
        '&lt;b&gt; <a href="../en/templates/absence-notice/">Absence notices</a>, an absence notice, a seal request'
        " and a resource requester"
    )


@pytest.mark.parametrize("path", ["templates/", "en/checklists/"])
def test_beside_cards_stand_their_groups_and_no_second_list_of_what_the_cards_lead_to(open_page, path):
    page = open_page(path, width=DESKTOP)
    card, groups = page.locator(".card__title").first, page.locator("page-toc li a:visible")
    assert page.locator(f"a[href='{card.get_attribute('href')}']:not(.card a):visible").count() == 0
    assert groups.count() > 4 and groups.first.bounding_box()["x"] < card.bounding_box()["x"]
    tops = page.locator(".card__title").evaluate_all(
        "all => all.slice(0, 3).map((each) => each.closest('li').offsetTop)"
    )
    assert len(set(tops)) == 1, "three beside each other"


@pytest.mark.parametrize("path", ["templates/", "en/templates/"])
def test_while_the_gallery_is_filtered_only_what_fits_follows_and_on_a_phone_its_groups_are_a_tap_away(open_page, path):
    page = open_page(path, width=PHONE)
    groups = page.locator(".gallery-groups a:visible")
    assert groups.count() == page.locator("filter-cards section").count() > 3
    groups.last.click()
    assert page.locator("filter-cards section h2").last.evaluate("(each) => each.getBoundingClientRect().top") < 400
    around = page.locator(
        ".gallery-groups, .gallery-archive, #filling-in, #filling-in ~ p:not(.owner-line, .print-only)"
    )
    assert all(each.is_visible() for each in around.all())
    archive = page.locator(".gallery-archive .button").first
    assert archive.evaluate("(link) => /\\s$/.test(link.previousSibling.textContent)"), "it stands apart from its name"
    page.locator("input[name=words]").fill("纪要" if path == "templates/" else "minutes")
    page.locator("filter-cards[filtered]").wait_for()
    assert not any(each.is_visible() for each in around.all())
    page.locator("input[name=words]").fill("")
    page.locator("filter-cards:not([filtered])").wait_for()
    assert all(each.is_visible() for each in around.all())


@pytest.mark.parametrize(
    "path", ["templates/meeting-minutes/", "en/templates/meeting-minutes/", "en/scenarios/ai-assistant/"]
)
def test_what_a_box_calls_a_thing_stands_on_the_line_of_what_it_says(open_page, path):
    page = open_page(path, width=1280)
    off = page.locator(".answer-card dl > div").evaluate_all("""all => all.map((row) => {
        const line = (part) => {
            const mark = Object.assign(document.createElement("span"), { style: "display: inline-block" });
            const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, (text) => text.data.trim() && text.parentElement.checkVisibility() ? 1 : 3);
            const text = texts.nextNode();
            text.parentElement.insertBefore(mark, text);
            const { bottom } = mark.getBoundingClientRect();
            mark.remove();
            return bottom;
        };
        return Math.abs(line(row.querySelector(":scope > dt")) - line(row.querySelector(":scope > dd")));
    })""")
    assert off and max(off) < 1.5, off


@pytest.mark.parametrize("language", ["", "en/"])
def test_amounts_in_the_filled_in_example_of_a_letter_stand_to_the_right_as_in_word(open_page, language):
    page = open_page(f"{language}templates/statement-of-account/", width=1280)
    aligned = page.locator(".letter table :is(th, td)").evaluate_all(
        "(all) => all.map((each) => [each.matches(':nth-child(n + 3)'), getComputedStyle(each).textAlign])"
    )
    assert len(aligned) == 16 and all((side == "right") == amount for amount, side in aligned)
    assert "8" in page.locator(".letter__confirm ~ .letter__line").last.inner_text(), "and their answer has its day"
