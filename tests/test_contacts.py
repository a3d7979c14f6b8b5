"""Who handles what: its page, the places that lead to it, the search's answer, and its files for other programs."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from macros.model.company import Company
from macros.model.site import Emergency
from macros.pages.emergencies import dialable
from macros.pages.views import Views
from macros.published import contacts as writers
from macros.published.contract import handbook_json
from tests.built_pages import BuiltPage, parsed
from tests.conftest import ROOT, program
from tests.printing import text_of
from tests.test_search import HOMES, QUERIES, answers_to, open_search, rows, search

LANGUAGES = ("zh", "en")
LEAST, LEAST_FIRST = 60, 0.95
PHONE, DESKTOP = 360, 1280


# --- the page, without a script --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_matter_says_who_how_when_and_who_else_without_a_script(language: str, site: Path, handbook):
    page = BuiltPage(site, f"{HOMES[language]}contacts/")
    assert len(handbook.contacts) >= LEAST
    for contact in handbook.contacts:
        row = page.article.xpath(f"//section[@id='{contact.id}']")[0]
        said, running = " ".join(row.itertext()), "".join(row.itertext())
        for role in (contact.role, contact.deputy, contact.then):
            assert handbook.company.roles[role].name[language] in said, contact.id
        assert contact.matter[language] in running and contact.at_hand[language] in running
        for way in contact.reach:
            address = handbook.address_of(contact, way.channel)
            assert address is None or address[language] in said, contact.id
        assert len(row.xpath(".//details//dt")) >= 5
    assert page.article.xpath("//contact-filter/form[@hidden]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_journalist_reaches_nobody_the_next_numbers_stand_in_the_order_to_call(language, site, handbook):
    contact, company = handbook.contact["journalist"], handbook.company
    steps = BuiltPage(site, f"{HOMES[language]}scenarios/media-public-relations/").article.xpath(
        "//h2[@id='no-answer']/following-sibling::*[self::ol or self::div][1]//li"
    )
    told = [" ".join(step.itertext()) for step in steps]
    assert len(told) == 2
    for said, role in zip(told, (contact.deputy, contact.then), strict=True):
        assert company.roles[role].name[language] in said
        assert company.address_of(role, "phone")[language] in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "place, contact",
    [
        ("scenarios/authority-letter/#no-answer", "authority-visit"),
        ("scenarios/after-hours-incident/#no-answer", "duty-number"),
        ("scenarios/getting-a-seal/#no-answer", "seal"),
        ("scenarios/suspicious-message/#clicked", "phishing"),
        ("checklists/officials-at-the-door/", "authority-visit"),
        ("checklists/media-enquiry-received/", "journalist"),
        ("checklists/after-hours-incident/", "duty-number"),
    ],
)
def test_whom_to_call_next_is_who_the_contacts_say_in_that_order(
    language: str, place: str, contact: str, site, handbook
):
    page, _, heading = place.partition("#")
    article = BuiltPage(site, f"{HOMES[language]}{page}").article
    said = " ".join(article.itertext())
    if heading:
        said = " ".join(article.xpath(f"//*[@id='{heading}']/following::ol[@class='call-next'][1]")[0].itertext())
    who = handbook.contact[contact]
    places = [said.find(handbook.company.roles[role].phone[-4:]) for role in (who.deputy, who.then)]
    assert -1 < places[0] < places[1], said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_links_of_a_matter_are_called_the_same(language: str, site: Path):
    page = BuiltPage(site, f"{HOMES[language]}contacts/")
    for row in page.article.xpath("//section[contains(@class, 'contact')]"):
        for cell in row.xpath(".//dd"):
            lines, line = [], ""
            for each in cell.xpath("node()"):
                if getattr(each, "tag", None) == "br":
                    lines.append(line)
                    line = ""
                else:
                    line += each if isinstance(each, str) else "".join(each.itertext())
            lines.append(line)
            assert len(set(lines)) == len(lines), (row.get("id"), lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_of_what_unfolds_is_as_high_as_the_others(language: str, open_page):
    page = open_page(f"{HOMES[language]}contacts/", width=DESKTOP)
    contact = page.locator(".contact:has(dd br)").first
    contact.locator("summary").click()
    heights = contact.locator("dl > div").evaluate_all(
        """(rows) => rows.map((row) => row.getBoundingClientRect().height /
            Math.round(row.getBoundingClientRect().height / parseFloat(getComputedStyle(row).lineHeight)))"""
    )
    assert max(heights) - min(heights) < 0.6, heights


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_in_the_first_line_of_the_navigation_and_on_the_home_page(language: str, site: Path):
    home = BuiltPage(site, HOMES[language])
    assert home.tree.xpath("//nav[@class='site-parts']//a[@href='contacts/' or @href='./contacts/']") or [
        link for _, _, link in home.links() if link.endswith("contacts/")
    ]
    assert home.article.xpath("//h2[@id='who']/a")


@pytest.mark.parametrize(
    "place, contact",
    [
        ("scenarios/getting-a-seal/", "seal"),
        ("guide/internal/talk-record/", "meeting-room"),
        ("templates/seal-request/", "seal"),
        ("checklists/onboarding-day-one/", "joining"),
        ("choose/", "journalist"),
        ("guide/scope/", "pay"),
        ("reference/response-times/", "duty-number"),
        ("scenarios/media-public-relations/", "journalist"),
    ],
)
def test_what_belongs_to_a_matter_leads_to_its_row(place: str, contact: str, site: Path):
    for home in HOMES.values():
        page = BuiltPage(site, home + place)
        targets = [page.resolve(link) for _, _, link in page.links()]
        assert any(target.endswith(f"/{home}contacts/#{contact}") for target in targets), home + place


# --- one source ------------------------------------------------------------------------------------------------------


def test_the_numbers_for_a_crisis_are_rows_of_it(handbook):
    first, *others = handbook.crisis_contacts
    assert first.role == handbook.company.first_in_crisis and len(others) == 2
    assert handbook.tokens["crisis_phone"].en == handbook.address_of(first, "phone").en
    views = Views(handbook, "en", ROOT / "overrides", date(2026, 11, 26), {})
    shown = views.render("crisis-contacts", ".")
    assert all(
        contact.crisis.en in shown and f'href="./en/contacts/#{contact.id}"' in shown for contact in [first, *others]
    )


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_cannot_wait_names_the_number_to_call_in_the_sentence(language: str, site: Path):
    for page, contact in (("suspicious-message", "phishing"), ("personal-data-leak", "data-leak")):
        content = parsed((site / language / f"scenarios/{page}/index.html").read_bytes())
        named = "//ol/li//a[contains(@href, $row)]/following::a[1]/@href"
        link = content.xpath(named, row=f"contacts/#{contact}")[0]
        assert link.startswith("tel:+86"), page


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_is_urgent_and_begins_with_a_call_says_first_whom_to_call(language: str, site: Path, handbook):
    most = handbook.response_times.urgencies[0].id
    urgent = [each for each in handbook.scenarios if each.urgency == most and each.channels[0].channel == "phone"]
    assert len(urgent) > 5
    for scenario in urgent:
        (card,) = BuiltPage(site, f"{language}scenarios/{scenario.id}/").article.xpath(
            ".//div[contains(@class, 'answer-card--short')]"
        )
        numbers = card.xpath(".//div[1]//a[starts-with(@href, 'tel:')][contains(@class, 'button')]/@href")
        called = {
            handbook.address_of(each, "phone")["zh"]
            for each in handbook.contacts_for("scenarios", scenario.id)
            if each.reach[0].channel == "phone"
        }
        assert len(numbers) == len(set(numbers)) == len(called) > 0, f"{scenario.id}: each number once"
    calm = BuiltPage(site, f"{language}scenarios/meals-and-gifts/").article
    seen = "[not(ancestor::*[@class = 'print-only'])]"
    assert not calm.xpath(f".//div[contains(@class, 'answer-card--short')]//a[starts-with(@href, 'tel:')]{seen}")


def test_the_public_numbers_dial_and_a_figure_alike_does_not(handbook):
    company = handbook.company
    shown = dialable("On fire: 119 or 1190; <b>", company)
    assert shown == 'On fire: <a href="tel:119">119</a> or 1190; &lt;b&gt;'
    there = company.model_copy(update={"emergency": Emergency(ambulance="999 1")})
    assert 'href="tel:9991">999 1</a>' in dialable("Call 999 1", there)


@pytest.mark.parametrize("page", ["checklists/onboarding-hr/", "onboarding/hr/", "en/checklists/onboarding-hr/"])
def test_where_feedback_goes_is_a_link_in_running_text_too(site, page):
    row = BuiltPage(site, page).article.xpath(".//li[contains(@id, 'report-an-unclear-page')]")[0]
    assert [str(each) for each in row.xpath(".//a[starts-with(@href, 'mailto:')]/text()")] == ["handbook@example.com"]


@pytest.mark.parametrize("language", ["", "en/"])
def test_whoever_is_told_to_call_for_help_can_tap_the_number(language: str, site: Path):
    for address in ("", "scenarios/urgent-matter/", "scenarios/after-hours-incident/", "guide/scope/"):
        assert BuiltPage(site, f"{language}{address}").article.xpath(".//a[@href='tel:120']"), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_expired_row_says_so_wherever_it_shows(language: str, handbook):
    contact = handbook.contact["seal"]
    hidden = re.compile(r'<review-note class="outdated" due="[\d-]+" hidden>')
    for today, expired in ((contact.due - timedelta(days=1), False), (contact.due, True)):
        views = Views(handbook, language, ROOT / "overrides", today, defaultdict(int))
        for component, values in (
            ("contacts", {}),
            ("crisis-contacts", {}),
            ("scenario-choice", {"scenario": handbook.scenario["getting-a-seal"]}),
            ("contact", {"contact": contact, "number": True}),
        ):
            shown = views.render(component, ".", **values)
            notes = shown.count('<review-note class="outdated"')
            assert notes - len(hidden.findall(shown)) == (notes if expired else 0), component
            assert notes


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def written(handbook) -> dict[str, bytes]:
    return dict(writers.files(handbook, "https://handbook.example.com/"))


def test_the_table_has_a_row_a_matter_and_no_cell_that_is_taken_for_a_formula(written, handbook):
    text = written["contacts.csv"].decode("utf-8")
    assert text.startswith("\ufeff") and "\r\n" in text
    head, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert [line[0] for line in lines] == [contact.id for contact in handbook.contacts]
    assert all(len(line) == len(head) and all(line[:1]) for line in lines)
    cells = [cell for line in lines for cell in line]
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell)]
    assert any(cell.startswith("'+86 10") for cell in cells)


@pytest.mark.parametrize("cell", ["=1+1", "+86 10", "-1", "@SUM(A1)", "\tx", " =x", "＝1", "\rx"])
def test_what_a_spreadsheet_would_reckon_is_marked_as_text(cell: str):
    assert writers.harmless(cell) == f"'{cell}"


def test_what_is_no_formula_stays_as_it_is():
    assert [writers.harmless(cell) for cell in ("a=b", "电话 +86", "")] == ["a=b", "电话 +86", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_are_vcards_of_version_4(language: str, written, handbook):
    whole = written[f"{HOMES[language]}contacts.vcf"]
    assert whole == b"".join(written[f"{HOMES[language]}contacts/{contact.id}.vcf"] for contact in handbook.contacts)
    text = whole.decode("utf-8")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    cards = [card.split("\r\n") for card in text.replace("\r\n ", "").split("BEGIN:VCARD\r\n")[1:]]
    assert len(cards) == len(handbook.contacts)
    for lines, contact in zip(cards, handbook.contacts, strict=True):
        assert lines[0] == "VERSION:4.0" and lines[-2:] == ["END:VCARD", ""]
        named = {line.partition(":")[0].partition(";")[0]: line.partition(":")[2] for line in lines[:-2]}
        assert contact.matter[language] in re.sub(r"\\([,;\\])", r"\1", named["FN"])
        phone = handbook.address_of(contact, "phone") if "phone" in [way.channel for way in contact.reach] else None
        assert named.get("TEL") == (f"tel:{phone.en.replace(' ', '')}" if phone else None)
        assert named["URL"].endswith(f"contacts/#{contact.id}")
    assert len({line for card in cards for line in card if line.startswith("UID:")}) == len(cards)


def test_the_contract_says_who_handles_what(handbook):
    contacts = {each["id"]: each for each in json.loads(handbook_json(handbook, {}, date(2026, 11, 27)))["contacts"]}
    assert list(contacts) == [contact.id for contact in handbook.contacts]
    seal = contacts["seal"]
    assert seal["url"] == {"zh": "contacts/#seal", "en": "en/contacts/#seal"}
    assert (
        seal["role"]["en"] == "seal keeper" and seal["role_id"] == "seals" and seal["deputy"]["en"] == "records officer"
    )
    assert seal["channels"] == ["phone", "email"] and seal["reach"][1]["address"]["en"] == "seals@example.com"
    assert seal["scenarios"] == ["getting-a-seal"] and seal["card"]["en"] == "en/contacts/seal.vcf"


def test_a_role_without_an_address_has_none(handbook):
    company: Company = handbook.company
    assert company.address_of("duty", "email") is None and company.address_of("duty", "letter") is None
    assert company.address_of("helpdesk", "instant-message").en == "the “IT help desk” group"


# --- the search ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_for_someone_finds_the_matter_first(language: str, open_page):
    asked = [row for row in rows(QUERIES / "contacts.tsv") if row[0] == language]
    assert len(asked) >= LEAST
    found = search(open_page(HOMES[language]), [query for _, query, _ in asked], 3)
    wrong = []
    for (_, query, wanted), results in zip(asked, found, strict=True):
        first = results[0]["entry"]["url"] if results else ""
        if first not in [f"{HOMES[language]}contacts/#{contact}" for contact in wanted.split()]:
            wrong.append(f"{query}: {first}")
    assert len(asked) - len(wrong) >= LEAST_FIRST * len(asked), "\n".join(wrong)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("zh", {"法务负责人": "legal", "法务部负责人": "legal", "印章管理员": "seals"}),
        ("en", {"the head of legal": "legal", "IT administrator": "it", "seal keeper": "seals"}),
    ],
)
def test_who_is_called_by_the_role_is_found_with_all_that_they_handle(language: str, asked, open_page, handbook):
    for answer, role in zip(answers_to(open_page(HOMES[language]), list(asked)), asked.values(), strict=True):
        theirs = {contact.id for contact in handbook.contacts if contact.role == role}
        first = [each["entry"]["url"].rpartition("#")[2] for each in answer["results"]][: len(theirs)]
        assert theirs and set(first) == theirs, (role, first)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("zh", ["财务部电话", "财务电话", "财务部的电话"]),
        ("en", ["finance phone", "phone number of the finance department"]),
    ],
)
def test_the_phone_of_a_department_is_that_of_who_handles_its_matters(language: str, asked, open_page, handbook):
    there = {name for name, role in handbook.company.roles.items() if role.department == "finance"}
    theirs = {contact.id for contact in handbook.contacts if contact.role in there}
    for answer in answers_to(open_page(HOMES[language]), asked):
        first = answer["results"][0]["entry"]["url"]
        assert first.rpartition("#")[2] in theirs, first


def test_the_hit_itself_says_who_and_under_which_number(open_page):
    dialog = open_search(open_page("en/"), "who fixes my computer")
    expect(dialog.locator("[role=option]").first).to_contain_text("Computer")
    link = dialog.locator("[data-answer] a[href^='tel:']").first
    assert (
        link.get_attribute("href") == "tel:+861055550600"
        and "IT help desk" in dialog.locator("[data-answer]").text_content()
    )


# --- with a script, on a phone, on paper -----------------------------------------------------------------------------


def test_what_is_told_of_a_contact_stands_on_the_line_of_its_name(open_page):
    page = open_page("contacts/#seal", width=PHONE, has_touch=True, is_mobile=True)
    apart = page.locator("#seal dl > div").evaluate_all("""(rows) => rows.map((row) => {
        const [name, told] = [...row.children].map((each) => {
            const range = document.createRange();
            range.selectNodeContents(document.createTreeWalker(each, NodeFilter.SHOW_TEXT).nextNode());
            return range.getClientRects()[0];
        });
        return Math.abs(name.bottom - told.bottom);
    })""")
    assert len(apart) >= 5 and max(apart) <= 2, apart


def test_typing_leaves_the_rows_that_fit_and_their_headings(open_page):
    page = open_page("contacts/#seal", width=PHONE)
    assert page.locator("#seal details[open]").count() == 1
    box = page.locator("contact-filter input")
    box.fill("公積金")
    expect(page.locator(".contact:visible")).to_have_count(1)  # the table of signs is fetched first
    assert page.locator(".contact:visible").get_attribute("id") == "social-insurance"
    assert page.locator("#content h2:visible").count() == 1
    assert re.search(r"1.*\d\d", page.locator("contact-filter output").text_content())
    assert page.url.endswith(f"contacts/#find={quote('公積金')}")
    page.reload()
    expect(page.locator(".contact:visible")).to_have_count(1)
    assert box.input_value() == "公積金", "a list that was filtered is there again, and can be shared"
    box.fill("没有这样的事")
    expect(page.locator(".contact:visible")).to_have_count(0)
    assert page.locator("contact-filter output").text_content()
    box.fill("")
    expect(page.locator("contact-filter output")).to_be_empty()
    assert "#" not in page.url
    assert page.locator(".contact:not([hidden])").count() >= LEAST
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def settled(page) -> list[str]:
    """The rows that are shown once the search has added its own to those of the plain filter."""
    shown: list[str] = []
    for _ in range(20):
        before = shown
        page.wait_for_timeout(750)
        shown = page.locator(".contact:visible").evaluate_all("(rows) => rows.map((row) => row.id)")
        if shown == before:
            break
    return shown


@pytest.mark.sweep
@pytest.mark.parametrize(
    "place, asked, alone",
    [
        ("contacts/", "发票找谁？", "发票"),
        ("contacts/", "该找谁 报销", "报销"),
        ("en/contacts/", "Who handles invoices?", "invoice"),
        ("en/contacts/", "who do I ask about leave", "leave"),
    ],
)
def test_words_that_only_ask_who_it_is_do_not_count(place: str, asked: str, alone: str, open_page):
    page = open_page(place)
    found = []
    for typed in (asked, alone):
        page.locator("contact-filter input").fill(typed)
        expect(page.locator("contact-filter output")).not_to_be_empty()
        expect(page.locator(".contact:visible")).not_to_have_count(page.locator(".contact").count())
        found.append(settled(page))
    assert found[0] == found[1] and found[0]


@pytest.mark.sweep
def test_a_word_is_looked_for_where_words_begin(open_page):
    page = open_page("en/contacts/")
    page.locator("contact-filter input").fill("ill")
    expect(page.locator("#leave")).to_be_visible()  # By what the search knows of who is ill.
    shown = page.locator(".contact:not(#leave):visible").evaluate_all(
        "(rows) => rows.map((row) => `${row.textContent} ${row.dataset.words}`)"
    )
    assert shown and all(re.search(r"(?i)(?<![a-z])ill", text) for text in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_is_printed_on_one_sheet_of_paper(language: str, open_page, tmp_path: Path, handbook):
    page = open_page(f"{HOMES[language]}contacts/", width=DESKTOP)
    file = tmp_path / "contacts.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    told = subprocess.run([program("pdfinfo"), file], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"Pages:\s+(\d+)", told)[1]) <= 2
    flat = re.sub(r"\s+", "", text_of(file, "-raw"))
    for contact in handbook.contacts:
        assert re.sub(r"\s+", "", contact.matter[language]) in flat, contact.id
        phone = handbook.address_of(contact, "phone") if contact.reach[0].channel == "phone" else None
        assert phone is None or phone[language].replace(" ", "") in flat, contact.id


@pytest.mark.parametrize(
    ("place", "asked", "best"), [("contacts/", "报销", "expenses"), ("en/contacts/", "parking", "parking")]
)
def test_what_fits_best_stands_first_and_all_go_back_to_their_places(open_page, place, asked, best):
    page = open_page(place, width=390)
    shown = page.locator(".contact:not([hidden])")
    before = shown.evaluate_all("rows => rows.map((row) => row.id)")
    page.fill("#contact-filter", asked)
    expect(page.locator(".contact[data-best]")).to_have_count(1)
    assert shown.first.get_attribute("id") == best and shown.count() > 1
    assert page.locator("h2:visible").first.evaluate(
        "(heading) => heading.nextElementSibling.contains(document.querySelector('[data-best]'))"
    )
    page.fill("#contact-filter", "")
    expect(shown).to_have_count(len(before))
    assert shown.evaluate_all("rows => rows.map((row) => row.id)") == before


@pytest.mark.parametrize("place", ["contacts/", "en/contacts/"])
def test_on_a_phone_all_groups_are_in_one_look_and_a_line_of_them_stays_until_something_is_typed(
    open_page, handbook, place
):
    page = open_page(place, width=PHONE, has_touch=True, is_mobile=True)
    groups = page.locator(".contacts__groups a")
    assert groups.count() == len(handbook.contacts_by_group)
    for group in groups.all():
        expect(group).to_be_in_viewport(ratio=1)
        assert group.bounding_box()["height"] >= 44
    assert page.locator(".contacts:visible").count() == 1
    groups.nth(3).click()
    heading, line = page.locator(groups.nth(3).get_attribute("href")), page.locator(".contacts__groups ul")
    expect(groups.nth(3)).to_have_attribute("aria-current", "true")
    expect(heading).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0 and page.locator(".contacts:visible").count() == 1, "one group at a time"
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator(".contacts__groups--past")).to_be_attached()
    assert line.bounding_box()["height"] < 60 and line.is_visible()
    page.locator("contact-filter input").fill("发票")
    expect(line).to_be_hidden()


@pytest.mark.parametrize("place", ["contacts/", "en/contacts/"])
def test_on_a_phone_the_groups_stand_there_once_and_leave_room_for_a_number(open_page, place):
    page = open_page(place, width=390, has_touch=True, is_mobile=True)
    assert page.locator(".layout__toc").is_hidden()
    assert page.locator(".contact__ways a:visible").first.bounding_box()["y"] < 600
    assert page.locator(".contacts__groups ul").bounding_box()["height"] < 160


@pytest.mark.sweep
def test_where_nothing_is_left_no_heading_stands_over_nothing(open_page):
    page = open_page("en/contacts/", width=DESKTOP)
    expect(page.locator(".page-toc__title")).to_be_visible()
    page.fill("#contact-filter", "zzzqqq")
    expect(page.locator(".page-toc__title")).to_be_hidden()
    page.fill("#contact-filter", "")
    expect(page.locator(".page-toc__title")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_one_group_is_shown_and_the_one_that_a_link_names(open_page, scripts):
    shown = "(all) => all.filter((each) => each.checkVisibility()).map((each) => each.previousElementSibling.id)"
    for place, group in (("", "group-urgent"), ("#group-travel", "group-travel"), ("#seal", "group-legal")):
        page = open_page(f"en/contacts/{place}", width=PHONE, java_script_enabled=scripts)
        assert page.locator(".contacts").evaluate_all(shown) == [group]
    assert page.locator("#seal").is_visible()


def test_a_row_begins_at_one_line_though_an_address_takes_two(open_page):
    page = open_page("contacts/", width=768)
    lows = page.locator(".contact").evaluate_all(
        """(all) => all.map((row) => {
            const top = (part) => row.querySelector(part).getBoundingClientRect().top;
            return Math.abs(top(".contact__matter") - top(".contact__ways"));
        })"""
    )
    assert len(lows) > 80 and max(lows) < 6


@pytest.mark.sweep
def test_beside_the_list_of_the_groups_there_is_no_line_of_them(open_page):
    page = open_page("en/contacts/", width=DESKTOP)
    assert page.locator(".contacts__groups").is_hidden() and page.locator("page-toc li a").first.is_visible()


@pytest.mark.parametrize("place", ["contacts/", "en/contacts/"])
def test_what_takes_them_all_along_has_room_around_it(open_page, place):
    page = open_page(place, width=390)
    one, other = (each.bounding_box() for each in page.locator(".contacts__take .button").all())
    assert other["x"] - one["x"] - one["width"] >= 6 or other["y"] - one["y"] - one["height"] >= 6


def test_on_a_phone_what_a_detail_is_called_stands_on_the_line_of_what_it_says(open_page):
    page = open_page("contacts/", width=390, has_touch=True, is_mobile=True)
    row = page.locator(".contact").first
    row.locator("summary").click()
    tops = row.locator("dl > div").evaluate_all("""(all) => all.map((each) => ["dt", "dd"].map((name) => {
      const range = document.createRange();
      const texts = document.createTreeWalker(each.querySelector(name), NodeFilter.SHOW_TEXT);
      range.selectNodeContents(texts.nextNode());
      return range.getClientRects()[0].bottom;
    }))""")
    assert len(tops) >= 5 and all(abs(name - value) < 4 for name, value in tops), tops
    heights = [each.bounding_box()["height"] for each in row.locator("dl > div").all()[:3]]
    assert max(heights) - min(heights) < 8, heights


@pytest.mark.parametrize("place", ["contacts/", "en/contacts/"])
def test_on_a_phone_whom_to_call_and_the_number_share_a_line_and_who_stands_in_unfolds(open_page, handbook, place):
    page = open_page(place, width=390, has_touch=True, is_mobile=True)
    row = page.locator(".contact").first
    role, number = row.locator(".contact__role"), row.locator("a[href^='tel:']").first
    lines = [
        each.evaluate("(each) => { const box = each.getBoundingClientRect(); return (box.top + box.bottom) / 2; }")
        for each in (role, number)
    ]
    assert abs(lines[0] - lines[1]) < 6 and number.bounding_box()["height"] >= 44
    assert not page.locator(".contact__deputy:visible").count()
    row.locator("summary").click()
    assert (
        handbook.company.roles[handbook.contacts[0].deputy].name["en" if "en/" in place else "zh"] in row.inner_text()
    )


@pytest.mark.sweep
@pytest.mark.parametrize("place", ["contacts/", "en/contacts/"])
def test_the_only_row_a_filter_leaves_stands_open(open_page, place):
    page = open_page(place, width=PHONE)
    one = page.locator(".contact:visible")
    page.fill("#contact-filter", page.locator("#lawyers-letter h3").get_attribute("aria-label"))
    expect(one).to_have_count(1)
    expect(one.locator("details[open]")).to_have_count(1)
    page.fill("#contact-filter", "")
    expect(page.locator(".contact details[open]")).to_have_count(0)


@pytest.mark.parametrize(("place", "says"), [("contacts/", "不在时找"), ("en/contacts/", "when away: ")])
def test_a_row_says_when_the_second_is_asked(site, handbook, place, says):
    rows = BuiltPage(site, place).article.xpath(".//section[contains(@class, 'contact')]//small")
    assert len(rows) == sum(bool(each.deputy) for each in handbook.contacts) > 20
    assert all(row.text_content().removeprefix("· ").startswith(says) for row in rows)
