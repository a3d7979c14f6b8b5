"""Forms filled in on their pages: what is asked, checked, shown and printed, in both languages, by keyboard, on a phone."""

from __future__ import annotations

import io
import re
import subprocess

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.conftest import in_a_sweep, program
from tests.filled_pages import (
    MINUTES,
    begin,
    fault,
    field,
    kept_drafts,
    press,
    row,
    said,
    sheet,
    still_open,
    unfold_drafts,
)
from tests.printing import text_of
from tests.test_accessibility import (
    DESKTOP,
    NARROWEST,
    PHONE,
    STILL,
    TOO_SMALL,
    faults_in_light_and_dark,
)
from tests.test_chooser import SHIFTS
from tests.test_keyboard import focused_text, tab_to
from tests.test_letters import answers as example
from tests.test_letters import handbook

ENGLISH = f"en/templates/{MINUTES}/"
TODOS = "meeting-todos"


@pytest.fixture
def filling(open_page):
    """Opens a form, ready to be filled in."""

    def open_(path: str = ENGLISH, **options):
        page = open_page(path, **options)
        begin(page)
        return page

    return open_


def test_without_script_there_is_no_button_that_does_nothing(open_page):
    page = open_page(ENGLISH, java_script_enabled=False)
    assert page.locator("form-opener").is_hidden()
    assert page.locator("#download").is_visible()


@pytest.mark.sweep
def test_what_draws_a_form_comes_behind_its_page_and_what_moves_it_when_it_is_opened(open_page):
    page = open_page("404.html")
    asked = []
    page.on("request", lambda request: asked.append(re.sub(r"\.[0-9a-f]{10}\.", ".", request.url.rsplit("/", 1)[1])))
    page.goto(page.url.replace("404.html", ENGLISH), wait_until="networkidle")
    light = [f"{MINUTES}.en.html", f"{MINUTES}.json"]
    assert sorted(asked[-2:]) == light and "filling.js" not in asked
    begin(page)
    assert [asked.count(name) for name in (*light, "filling.js")] == [1, 1, 1]


def test_the_page_stays_as_it_is_until_the_form_can_be_filled_in(open_page):
    page = open_page(ENGLISH)
    waiting = []
    page.route("**/assets/filling.*.js", lambda route: waiting.append(route))
    page.locator("form-opener button").click()
    page.wait_for_function("document.querySelector('script[data-words]')")
    assert page.locator("form-filler").count() == 0 and page.locator("#download").is_visible()
    for route in waiting:
        route.continue_()
    page.locator("form-filler form").wait_for()
    assert page.locator("#download").is_hidden() and focused_text(page) == "Fill in online"


@pytest.mark.parametrize(
    ("path", "button", "label", "required"),
    [
        (f"templates/{MINUTES}/", "在线填写", "会议主题 必填", "还有8项必填没填"),
        (ENGLISH, "Fill in online", "Meeting required", "8 required left"),
    ],
)
def test_every_field_is_asked_for_by_its_name_and_the_sheet_follows_while_typing(
    open_page, path, button, label, required
):
    page = open_page(path)
    page.get_by_role("button", name=button, exact=True).click()
    subject = page.get_by_role("textbox", name=label, exact=True)
    subject.wait_for()
    assert subject.get_attribute("name") == "minutes-subject"
    assert still_open(page) == required
    subject.press_sequentially('仓库<b>&"𠮷😀')
    assert '仓库<b>&"𠮷😀' in sheet(page)
    field(page, "held-at").fill("2026-11-05T10:00")
    assert "2026-11-05 10:00" in sheet(page)


def test_a_form_that_a_link_opens_moves_nothing_and_without_its_script_the_page_is_there(open_page, address):
    page = open_page("404.html", width=DESKTOP)
    page.add_init_script(f"({SHIFTS})()")
    page.goto(f"{address}templates/complaint-record/#fill")
    page.locator("form-filler .ask").first.wait_for()
    page.wait_for_load_state()
    assert page.evaluate("window.shifted") <= 0.02
    page.route("**/assets/form-opener.*.js", lambda route: route.abort())
    page.goto("about:blank")
    page.goto(f"{address}templates/complaint-record/#fill")
    page.locator(".lead").wait_for()


def test_the_sheet_is_in_the_language_that_was_chosen(filling):
    page = filling("en/templates/result-confirmation/")
    field(page, "talked-by").select_option("video")
    assert "Video meeting" in sheet(page) and "视频会议" not in sheet(page)
    page.locator("input[name=file-language][value=zh]").check()
    assert "视频会议" in sheet(page) and "Video meeting" not in sheet(page)
    assert page.locator("[data-sheet]").get_attribute("lang") == "zh-CN"
    page.locator("input[name=file-language][value=zh-en]").check()
    assert "视频会议 Video meeting" in sheet(page) and "确认事项 Matter confirmed" in sheet(page)


def test_closing_leads_back_to_the_template_and_opening_again_to_what_was_typed(filling):
    page = filling()
    press(page, "close")
    assert focused_text(page) == "Fill in online", "nothing was begun"
    begin(page)
    field(page, "minutes-subject").fill("Back again")
    press(page, "close")
    assert page.locator("#download").is_visible() and page.locator("form-filler").count() == 0
    assert focused_text(page) == "Go on"
    assert page.locator("form-opener > button").is_hidden(), "it would do what going on does, beside it"
    begin(page)
    assert field(page, "minutes-subject").input_value() == "Back again"


def test_the_other_language_goes_on_where_this_one_was(filling):
    page = filling()
    field(page, "minutes-subject").fill("Both languages")
    page.locator("language-switch a").click()
    page.get_by_role("textbox", name="会议主题 必填", exact=True).wait_for()
    assert field(page, "minutes-subject").input_value() == "Both languages"
    assert page.url.endswith("/#fill"), "what is kept of it is named nowhere in the address"


def test_loading_the_page_again_comes_back_to_the_form_and_closing_it_to_the_template(filling):
    page = filling()
    field(page, "minutes-subject").fill("Still here")
    for _ in range(2):
        page.reload()
        page.locator("form-filler form").wait_for()
        assert field(page, "minutes-subject").input_value() == "Still here"
    press(page, "close")
    page.locator("#download").wait_for()
    page.wait_for_url(re.compile(r"/meeting-minutes/$"))
    begin(page)
    page.go_back()
    page.locator("#download").wait_for()
    assert page.locator("form-filler").count() == 0 and "#" not in page.url


@pytest.mark.sweep
def test_the_bar_of_a_form_is_one_line_on_a_phone_and_what_is_said_soon_passes(filling):
    for language in ("", "en/"):
        page = filling(f"{language}templates/internal-collaboration/", width=360, has_touch=True, is_mobile=True)
        bar = page.locator(".filler__bar")
        field(page, "collaboration-subject").fill("Sales page")
        assert bar.bounding_box()["height"] < 64
        page.locator("button[data-do=take][value=docx]").tap()
        page.locator("[data-said]:not(:empty)").wait_for()
        assert page.locator(".filler__said").is_visible() and bar.bounding_box()["height"] < 64
        said = page.locator(".filler__said").bounding_box()
        assert said["y"] >= bar.bounding_box()["y"] and page.locator("[data-do=next-gap]").is_hidden(), "over nothing"
        unfold_drafts(page)
        page.locator("button[data-do=delete]").tap()
        assert page.locator("button[data-do=undo]").is_visible() and bar.bounding_box()["height"] < 64
        page.locator(".filler__said").wait_for(state="hidden")
        assert page.locator("button[data-do=undo]").is_visible(), "the way back stays"
        assert page.locator("[data-do=next-gap]").is_visible(), "and what is open is back"
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_count_of_what_is_missing_leads_from_one_gap_to_the_next(filling):
    page = filling("en/templates/internal-collaboration/", width=360, has_touch=True, is_mobile=True)
    gap, seen = page.locator("button[data-do=next-gap]"), []
    assert gap.inner_text().startswith("8 required left") and still_open(page) == "8 required left"
    for _ in range(9):
        gap.tap()
        seen.append(page.evaluate("document.activeElement.name"))
        box = page.locator(":focus").bounding_box()
        assert box["y"] > 56 and box["y"] + box["height"] < page.locator(".filler__bar").bounding_box()["y"], seen
    assert len(set(seen)) == 8 and seen[8] == seen[0], "and from the last to the first"
    field(page, seen[1]).fill("Product department")
    gap.tap()
    assert page.evaluate("document.activeElement.name") == seen[2] and still_open(page) == "7 required left"


# --- taken along -----------------------------------------------------------------------------------------------------


def taken(page, name: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button hands over."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_each_button_hands_over_the_file_of_its_kind_filled(filling):
    page = filling("en/templates/result-confirmation/")
    field(page, "confirmed-matter").fill("=1+1 <b> & 𠮷")
    assert page.get_by_role("button", name="Calendar", exact=True).is_hidden(), "there is no date yet"
    field(page, "talked-at").fill("2026-11-10T15:20")
    assert page.get_by_role("button", name="Calendar", exact=True).is_hidden(), "what is only recorded is no event"
    field(page, "objections-until").fill("2096-11-12T18:00")
    files = {name: taken(page, name) for name in ("Word", "Excel", "Markdown", "Calendar")}
    assert [name.rpartition(".")[2] for name, _ in files.values()] == ["docx", "xlsx", "md", "ics"]
    assert all("2026-11-10" in name for name, _ in files.values())
    assert files["Word"][1].startswith(b"PK") and files["Excel"][1].startswith(b"PK")
    assert "𠮷" in files["Markdown"][1].decode() and files["Calendar"][1].startswith(b"BEGIN:VCALENDAR")


def test_a_short_mail_opens_the_mail_program_and_a_restricted_form_has_no_mail(filling, address):
    page = filling("en/templates/first-contact-mail/")
    page.evaluate("""HTMLAnchorElement.prototype.click = function () { window.followed = this.href; }""")
    field(page, "subject").fill("Hello")
    page.get_by_role("button", name="E-mail", exact=True).click()
    page.wait_for_function("window.followed")
    assert page.evaluate("window.followed").startswith("mailto:")
    page.goto(f"{address}templates/data-incident-record/")
    begin(page)
    assert page.get_by_role("button", name="邮件", exact=True).count() == 0


@pytest.mark.parametrize(
    ("button", "kind", "part"),
    [("Copy with formatting", "text/html", "<table"), ("Copy as plain text", "text/plain", "Warehouse")],
)
def test_a_form_is_copied_with_its_tables_or_as_plain_text(filling, button, kind, part):
    page = filling(permissions=["clipboard-read", "clipboard-write"])
    field(page, "minutes-subject").fill("Warehouse move")
    row(page, TODOS, 0).locator("[name=task]").fill("Book lorries")
    page.get_by_role("button", name=button).click()
    page.wait_for_function("document.querySelector('form-filler [data-said]').textContent === 'Copied'")
    copied = page.evaluate(
        "async (kind) => { const [item] = await navigator.clipboard.read(); return (await item.getType(kind)).text(); }",
        kind,
    )
    assert part in copied and "Book lorries" in copied


def test_a_file_that_cannot_be_fetched_is_said_and_loses_nothing(filling):
    page = filling()
    field(page, "minutes-subject").fill("Still here")
    page.route("**/downloads/**", lambda route: route.abort())
    page.get_by_role("button", name="Word", exact=True).click()
    page.wait_for_function(
        "document.querySelector('form-filler [data-said]').textContent.includes('could not be fetched')"
    )
    assert field(page, "minutes-subject").input_value() == "Still here"


# --- rows ------------------------------------------------------------------------------------------------------------


def test_rows_are_added_filled_and_removed_by_keyboard_alone(filling):
    page = filling()
    row(page, TODOS, 0).locator("[name=task]").focus()
    page.keyboard.type("Book lorries")
    tab_to(page, "Add a row")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "task"
    page.keyboard.type("Tell customers")
    assert "Tell customers" in sheet(page)
    tab_to(page, "Remove row 1", key="Shift+Tab")
    page.keyboard.press("Enter")
    assert page.locator(f"[data-field={TODOS}] .ask-row").count() == 1
    assert page.evaluate("document.activeElement.value") == "Tell customers"
    assert "Book lorries" not in sheet(page)
    page.locator("button[data-do=undo]").click()
    assert "Book lorries" in sheet(page) and "Tell customers" in sheet(page)


def test_the_last_row_is_emptied_rather_than_taken_away(filling):
    page = filling()
    row(page, TODOS, 0).locator("[name=task]").fill("Only one")
    row(page, TODOS, 0).locator("[data-do=remove-row]").click()
    assert page.locator(f"[data-field={TODOS}] .ask-row").count() == 1
    assert row(page, TODOS, 0).locator("[name=task]").input_value() == ""


# --- kind checks -----------------------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_who_only_passes_fields_is_told_nothing_and_nothing_moves(filling):
    page = filling()
    places = "() => [...document.querySelectorAll('form-filler [data-field]')].map((each) => Math.round(each.getBoundingClientRect().top + scrollY))"
    before = page.evaluate(places)
    page.locator("form-filler [data-field] [data-type]").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
    page.wait_for_timeout(100)
    assert page.locator("form-filler [aria-invalid=true], form-filler .ask__fault:visible").count() == 0
    assert page.evaluate(places) == before


def test_a_required_field_that_was_emptied_is_asked_for_when_it_is_left_and_never_while_typing(filling):
    page = filling()
    assert fault(page, "minutes-subject") == ""
    field(page, "minutes-subject").fill("Here")
    field(page, "minutes-subject").fill("")
    assert fault(page, "minutes-subject") == ""
    field(page, "chaired-by").focus()
    expect(page.locator("#fill-minutes-subject-fault")).to_contain_text("Required and still empty", timeout=15_000)
    assert field(page, "minutes-subject").get_attribute("aria-invalid") == "true"
    assert "fill-minutes-subject-fault" in field(page, "minutes-subject").get_attribute("aria-describedby")
    field(page, "minutes-subject").fill("There")
    assert fault(page, "minutes-subject") == "" and field(page, "minutes-subject").get_attribute("aria-invalid") is None
    assert still_open(page) == "7 required left"


def test_what_is_asked_for_on_a_line_wraps_and_stays_one_line(filling):
    page = filling(width=390)
    asked = field(page, "minutes-subject")
    height = asked.bounding_box()["height"]
    asked.fill("Moving the finished goods warehouse to the fourth floor before the end of the year")
    assert asked.bounding_box()["height"] > height + 20, "all of it is seen"
    asked.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(" and\nthe shelves")
    assert asked.input_value().endswith("of the year and the shelves")


def test_on_a_phone_the_first_question_is_in_the_upper_half(filling):
    page = filling(width=390)
    page.evaluate("scrollTo(0, 0)")
    assert field(page, "minutes-subject").bounding_box()["y"] < 422


def test_a_row_asks_for_what_it_needs_once_there_is_something_in_it(filling):
    page = filling()
    task, assignee = row(page, TODOS, 0).locator("[name=task]"), row(page, TODOS, 0).locator("[name=assignee]")
    assignee.focus()
    task.focus()
    assert row(page, TODOS, 0).locator(".ask__fault:visible").count() == 0
    task.fill("Something")
    before = still_open(page)
    assignee.fill("Ding")
    assignee.fill("")
    row(page, TODOS, 0).locator("[name=due]").focus()
    assert "Required" in row(page, TODOS, 0).locator(".ask__fault:visible").inner_text()
    assignee.fill("Ding Ning")
    assert int(still_open(page).split()[0]) == int(before.split()[0]) - 1


AWAY = "templates/absence-notice/"


@pytest.mark.parametrize(
    ("path", "said_of_days", "counted", "both"),
    [
        (AWAY, "“返岗时间”早于“不在岗开始”，请核对。", "还缺5项，1项要核对", "还缺4项，2项要核对"),
        (
            f"en/{AWAY}",
            "“Back at” is before “Away from”; please check.",
            "5 missing, 1 to check",
            "4 missing, 2 to check",
        ),
    ],
)
def test_a_day_before_the_one_that_it_follows_is_said_counted_and_gone_to(filling, path, said_of_days, counted, both):
    page = filling(path)
    field(page, "away-from").fill("2026-12-05T09:00")
    field(page, "back-at").fill("2026-12-01T09:00")
    assert fault(page, "back-at") == "" and still_open(page) in ("还有5项必填没填", "5 required left"), (
        "not while typing"
    )
    field(page, "absent-post").focus()
    page.wait_for_function("document.querySelector('#fill-back-at-fault').textContent")
    assert fault(page, "back-at") == said_of_days and still_open(page) == counted
    field(page, "deputy-phone").fill("12")
    field(page, "deputy").focus()
    page.wait_for_function("document.querySelector('#fill-deputy-phone-fault').textContent")
    assert still_open(page) == both and "3" in fault(page, "deputy-phone")
    seen = []
    for _ in range(6):
        press(page, "next-gap")
        seen.append(page.evaluate("document.activeElement.name"))
    assert {"back-at", "deputy-phone"} <= set(seen) and len(set(seen)) == 6
    field(page, "away-from").fill("2026-11-30T09:00")
    assert fault(page, "back-at") == "", "which of the two is put right is all one"
    field(page, "away-from").fill("2026-12-05T09:00")
    field(page, "absent-post").focus()
    page.wait_for_function("document.querySelector('#fill-back-at-fault').textContent")


def test_days_of_a_row_are_held_against_one_another_and_against_the_form(filling):
    page = filling("en/templates/resource-request/")
    table = page.locator("[data-field]").filter(has=page.locator("[name=return-on]"))
    field(page, "request-handed-in-on").fill("2026-11-09")
    first = table.locator(".ask-row").first
    first.locator("[name=use-from]").fill("2026-11-02")
    first.locator("[name=return-on]").fill("2026-11-01")
    field(page, "request-handed-in-on").focus()
    table.get_by_text("is before").nth(1).wait_for()
    assert table.get_by_text("is before").all_inner_texts() == [
        "“From” is before “Submitted on”; please check.",
        "“Return on” is before “From”; please check.",
    ]


def test_a_row_marks_what_it_requires_once_it_is_begun(filling):
    page = filling(f"en/{AWAY}")
    first = row(page, "falls-due-meanwhile", 0)
    marks, before = first.locator(".ask__required"), first.bounding_box()["height"]
    assert marks.count() == 3 and not any(mark.is_visible() for mark in marks.all())
    assert still_open(page) == "7 required left" and field(page, "due-matter").get_attribute("aria-required") != "true"
    first.locator("[name=due-matter]").fill("Supplier payments")
    assert all(mark.is_visible() for mark in marks.all()) and first.bounding_box()["height"] == before
    assert (
        still_open(page) == "9 required left" and field(page, "falls-due-on").get_attribute("aria-required") == "true"
    )
    press(page, "next-gap")
    assert page.evaluate("document.activeElement.name") == "falls-due-on"
    first.locator("[name=due-matter]").fill("")
    assert not any(mark.is_visible() for mark in marks.all()) and still_open(page) == "7 required left"


@pytest.mark.sweep
@pytest.mark.parametrize("width", [NARROWEST, 390])
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_bar_of_a_restricted_form_is_two_lines_at_most_on_a_phone(filling, language, width):
    page = filling(f"{language}templates/visitor-plan/", width=width, has_touch=True, is_mobile=True)
    bar, save = page.locator(".filler__bar"), page.locator(".filler__unsaved")
    field(page, "visiting-organisation").fill("Songping Pharma Company Limited, quality department")
    field(page, "arrival-time").fill("2026-12-05T09:00")
    field(page, "departure-time").fill("2026-12-01T09:00")
    field(page, "visit-aim").focus()
    page.wait_for_function("document.querySelector('#fill-departure-time-fault').textContent")
    assert save.is_visible() and "1" in still_open(page) and bar.bounding_box()["height"] < 64, still_open(page)
    assert (
        save.evaluate(
            "(each) => { const words = document.createRange(); words.selectNodeContents(each); return words.getClientRects().length; }"
        )
        == 1
    )
    page.locator("button[data-do=take][value=docx]").tap()
    page.wait_for_function("""() => document.querySelector("[data-said]:not(:empty)") && document.querySelector(".filler__bar").offsetHeight < 64
        && [...document.querySelectorAll(".filler__bar button")].every((each) => !each.getClientRects().length)""")
    page.locator(".filler__said").wait_for(state="hidden")
    assert save.is_visible() and page.locator(".filler__way").is_visible()


@pytest.mark.sweep
@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("language", ["", "en/"])
def test_no_word_of_the_bar_is_cut_on_a_phone_in_any_state(filling, language, width):
    page = filling(f"{language}{AWAY}", width=width, has_touch=True, is_mobile=True)
    cut = """() => [...document.querySelectorAll(".filler__bar :is(button, p:not(.filler__said), span, output)")]
        .filter((each) => each.getClientRects().length && !each.closest(".visually-hidden"))
        .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline"
          || each.getBoundingClientRect().right > innerWidth || each.scrollHeight > each.clientHeight + 2 && getComputedStyle(each).overflow !== "visible")
        .map((each) => each.textContent)"""
    bar = page.locator(".filler__bar")

    def whole(state: str) -> None:
        assert page.evaluate(cut) == [] and bar.bounding_box()["height"] < 64, (state, still_open(page))

    whole("begun")
    field(page, "away-from").fill("2026-12-05T09:00")
    field(page, "back-at").fill("2026-12-01T09:00")
    field(page, "absent-post").focus()
    page.wait_for_function("document.querySelector('#fill-back-at-fault').textContent")
    whole("missing and wrong")
    unfold_drafts(page)
    page.locator("button[data-do=delete]").tap()
    whole("deleted, with the way back")
    page.locator("button[data-do=undo]").tap()
    for name, value in {"absent-department": "Finance", "absent-person": "Anna Li", "deputy": "Bob"}.items():
        field(page, name).fill(value)
    field(page, "reachability").select_option(index=1)
    field(page, "deputy-phone").fill("010 5555 0123")
    field(page, "absent-post").focus()
    whole("wrong")
    field(page, "back-at").fill("2026-12-09T09:00")
    field(page, "absent-post").focus()
    page.wait_for_function("!document.querySelector('#fill-back-at-fault').textContent")
    assert page.locator("button[data-do=next-gap]").is_hidden()
    whole("complete")
    assert page.locator(".filler__way").inner_text() == page.locator("#fill-paper").inner_text()


@pytest.mark.parametrize(
    ("template", "name", "wrong", "right", "kept"),
    [
        ("quotation-request", "recipient-email", "jiang.wei", "jiang.wei@tuoning.example", "jiang.wei@tuoning.example"),
        ("resource-request", "money-needed", "about 5", "12,000.50", "12000.50"),
    ],
)
def test_what_cannot_be_right_is_said_beside_the_field(filling, site, template, name, wrong, right, kept):
    page = filling(f"en/templates/{template}/")
    if not page.locator(f"[name={name}]").count():
        name = page.locator("[data-type=money], [data-type=number]").first.get_attribute("name")
    field(page, name).fill(wrong)
    field(page, name).blur()
    place = page.locator("[data-field]").filter(has=page.locator(f"[name={name}]")).locator(".ask__fault:visible")
    assert place.first.inner_text()
    field(page, name).fill(right)
    field(page, name).blur()
    # What is confidential is kept in this window only.
    assert kept in page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage)].join()")


# --- my details ------------------------------------------------------------------------------------------------------


def test_my_details_are_given_once_and_offered_in_every_form(filling, address):
    page = filling()
    assert page.locator("[data-mine]:visible").count() == 0
    page.locator("[data-details] summary").click()
    page.locator("[data-detail=name]").fill("Xie Dong")
    page.locator("[data-detail=email]").fill("xie.dong@example.com")
    page.locator("[data-field=chaired-by] [data-mine]").click()
    assert field(page, "chaired-by").input_value() == "Xie Dong" and "Xie Dong" in sheet(page)
    page.goto(f"{address}templates/quotation-request/")
    begin(page)
    page.locator("[data-mine=email]").first.click()
    assert field(page, "recipient-email").input_value() == "xie.dong@example.com"


# --- everybody -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("templates/follow-up-tracker/", PHONE),
        in_a_sweep(ENGLISH, PHONE),
        in_a_sweep("templates/complaint-record/", DESKTOP),
        in_a_sweep(ENGLISH, DESKTOP),
        in_a_sweep("templates/complaint-record/", PHONE),
        in_a_sweep("templates/follow-up-tracker/", DESKTOP),
    ],
)
def test_axe_finds_nothing_while_a_form_is_filled_in(filling, path, width):
    page = filling(path, width=width, **STILL)
    page.locator("form-filler [data-do=add-row]").first.click()
    page.locator("form-filler [data-type]").first.focus()
    unfold_drafts(page)
    page.locator("[data-draft-name]").focus()
    page.evaluate("document.querySelectorAll('form-filler details').forEach((details) => { details.open = true; })")
    assert not (found := faults_in_light_and_dark(page, f"{path} at {width}", "#content")), "\n".join(found)


BEYOND = """() => [...document.querySelectorAll("form-filler *")].filter((each) => each.checkVisibility()
  && !each.closest(".table-tools, .visually-hidden") && each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    ("path", "first"),
    [
        (ENGLISH, ["Word", "E-mail"]),
        ("templates/follow-up-tracker/", ["Excel", "Word"]),
        ("templates/quotation-request/", ["邮件", "Word"]),
        ("templates/official-letter/", ["Word", "PDF"]),
    ],
)
def test_a_form_shows_two_ways_to_take_it_first_and_the_others_as_a_group_of_their_own(filling, path, first):
    page = filling(path)
    assert page.locator(".filler__take:not([role=group]) button:visible").all_inner_texts() == first
    assert page.locator(".filler__take .button--main").count() == 1
    others = page.get_by_role("group", name=re.compile("^(Or|也可以)"))
    assert others.get_by_role("button", name="Markdown").is_visible() and not {*first} & {
        *others.get_by_role("button").all_inner_texts()
    }


# The preview may be drawn anew between two questions of a test: both widths are taken in one.
TITLE_OF_ITS_HEAD = """() => {
  const title = document.querySelector(".sheet__head .form-sheet__title");
  return title ? title.getBoundingClientRect().width / title.closest(".sheet__head").getBoundingClientRect().width : 1;
}"""


@pytest.mark.parametrize("path", [ENGLISH, "templates/follow-up-tracker/", "templates/quotation-request/"])
def test_a_form_fits_the_narrowest_phone_and_fingers(filling, path):
    page = filling(path, width=NARROWEST, has_touch=True)
    page.set_viewport_size({"width": PHONE, "height": 700})
    page.locator(".filler__bar").wait_for()  # with all the form above it
    asked, bar = (page.locator(place).first.bounding_box() for place in (".ask [data-type]", ".filler__bar"))
    assert asked["y"] + asked["height"] < bar["y"], "the first question is in sight before anything else is done"
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    page.locator("form-filler [data-do=add-row]").first.click()
    page.locator("input[name=file-language][value=zh-en]").check()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROWEST
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '40px'")  # letters of 200 %
    assert page.evaluate(BEYOND) == []
    page.evaluate("document.documentElement.style.fontSize = ''")
    assert page.evaluate(TITLE_OF_ITS_HEAD) > 0.9
    found = [
        each for each in page.evaluate(TOO_SMALL) if "visually-hidden" not in each and 'type="checkbox"' not in each
    ]
    assert not found, "\n".join(found)


def test_a_form_is_opened_filled_in_and_taken_along_by_keyboard_alone(open_page):
    page = open_page(ENGLISH)
    tab_to(page, "Fill in online", most=80)
    page.keyboard.press("Enter")
    page.locator("form-filler form").wait_for()
    assert focused_text(page) == "Fill in online"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "minutes-subject":
            break
    page.keyboard.type("By keyboard")
    tab_to(page, "Word", most=80)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".docx")
    assert said(page) == f"Handed to the browser to download: {download.value.suggested_filename}"


# --- on paper --------------------------------------------------------------------------------------------------------


def paper(page, tmp_path) -> tuple[str, str]:
    """The text of the printed form and what `pdfinfo` says of it."""
    file = tmp_path / "form.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    said_of = subprocess.run([program("pdfinfo"), file], capture_output=True, text=True, check=True).stdout
    return text_of(file, "-layout"), said_of


def test_on_paper_there_is_the_document_alone_under_its_own_name(filling, tmp_path):
    page = filling()
    field(page, "minutes-subject").fill("Warehouse move")
    text, info = paper(page, tmp_path)
    assert text.strip().startswith("HB-I-013") and "Meeting minutes" in text and "Warehouse move" in text
    assert "Signatures" in text and "File as" not in text
    for unwanted in (
        "Communication Handbook",
        "Word",
        "Fill in online",
        "Add a row",
        "required",
        "Use the same name",
        "Printed from",
    ):
        assert unwanted not in text
    assert re.search(r"Page size:\s+594\.\d+ x 841\.\d+|Page size:\s+595", info)


@pytest.mark.sweep
def test_a_long_table_goes_on_over_the_pages_with_its_heading_and_no_row_cut(filling, tmp_path):
    page = filling()
    for number in range(45):
        if number:
            page.locator(f"[data-field={TODOS}] [data-do=add-row]").click()
        row(page, TODOS, number).locator("[name=task]").fill(f"Task number {number}")
    text, _ = paper(page, tmp_path)
    sheets = text.split("\f")
    assert len([each for each in sheets if "Task number" in each]) > 1
    assert all("Due" in each for each in sheets if "Task number" in each)
    assert all(f"Task number {number}" in text for number in range(45))


def test_a_table_of_many_columns_is_printed_on_its_side(filling, tmp_path):
    page = filling("en/templates/follow-up-tracker/")
    _, info = paper(page, tmp_path)
    assert re.search(r"Page size:\s+84\d(\.\d+)? x 59\d", info)


BROKEN_WORDS = """() => [...document.querySelectorAll(".sheet thead th, .sheet td.cell--choice, .sheet dt")].flatMap((cell) => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: word, index } of text.data.matchAll(/[A-Za-z]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
})"""


def filled_as_its_example(filling, name: str):
    """The page of a template in English, its form filled in with its example."""
    page = filling(f"en/templates/{name}/")
    values = example(handbook().template[name], "en")
    page.evaluate("(values) => document.querySelector('form-filler').state.write(values)", values)
    return page


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["meeting-minutes", "result-confirmation", in_a_sweep("incident-notice")])
def test_what_is_one_page_in_word_is_one_on_paper(filling, tmp_path, name):
    _, info = paper(filled_as_its_example(filling, name), tmp_path)
    assert re.search(r"Pages:\s+1\b", info)


@pytest.mark.sweep
def test_a_letter_in_both_languages_takes_a_sheet_each_as_in_word(filling, tmp_path):
    page = filled_as_its_example(filling, "quotation-request")
    page.locator("input[name=file-language][value=zh-en]").check()
    sheet(page)
    assert re.search(r"Pages:\s+2\b", paper(page, tmp_path)[1])


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["customer-requirements", "escalation-note"])
def test_no_word_of_a_head_or_an_option_is_broken_on_paper(filling, name):
    page = filled_as_its_example(filling, name)
    assert sheet(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # What A4 leaves between its margins.
    assert page.evaluate(BROKEN_WORDS) == []


def test_printing_bears_the_name_of_the_file_and_the_page_its_own_afterwards(filling):
    page = filling()
    page.evaluate("""window.print = () => { dispatchEvent(new Event("beforeprint")); window.printedAs = document.title;
        dispatchEvent(new Event("afterprint")); }""")
    before = page.title()
    page.get_by_role("button", name="PDF", exact=True).click()
    assert "minutes" in page.evaluate("window.printedAs").lower() and page.evaluate("window.printedAs") != before
    assert page.title() == before


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["templates/payment-reminder/", "en/templates/payment-reminder/"])
def test_a_table_that_is_to_have_a_row_marks_what_its_first_one_requires(filling, path):
    page = filling(path)
    marks = row(page, "due-invoices", 0).locator(".ask__required")
    assert marks.count() == 4 and all(mark.is_visible() for mark in marks.all())
    press(page, "add-row")
    assert not any(mark.is_visible() for mark in row(page, "due-invoices", 1).locator(".ask__required").all())
    row(page, "due-invoices", 1).locator("[name]").first.fill("HT-1")
    assert all(mark.is_visible() for mark in row(page, "due-invoices", 1).locator(".ask__required").all())
    assert not any(mark.is_visible() for mark in marks.all()), "an empty row beside it asks for nothing"


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["templates/payment-reminder/", "en/templates/payment-reminder/"])
def test_a_long_option_that_is_chosen_is_written_out_below_its_list(filling, path):
    page = filling(path, width=390)
    account = field(page, "due-account")
    written = page.locator("[data-field=due-account] [data-whole]")
    assert written.is_hidden()
    account.select_option(index=2)
    option = account.evaluate("(each) => each.selectedOptions[0].text")
    assert len(option) > 30 and written.inner_text() == option
    page.reload()
    begin(page)
    assert written.inner_text() == option
    account.select_option(index=0)
    assert written.is_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_form_is_emptied_where_it_is_taken_along_and_brought_back(filling, width):
    page = filling("en/templates/internal-collaboration/", width=width)
    clear = page.locator(".filler__paper").get_by_role("button", name="Clear the form")
    assert clear.is_disabled()
    field(page, "collaboration-subject").fill("Sales page")
    clear.click()
    assert field(page, "collaboration-subject").input_value() == "" and kept_drafts(page) == [] and clear.is_disabled()
    press(page, "undo")
    assert field(page, "collaboration-subject").input_value() == "Sales page"


@pytest.mark.parametrize("path", ["templates/payment-reminder/", "en/templates/internal-collaboration/"])
def test_a_file_that_was_handed_out_moves_nothing_beside_the_form(filling, path):
    page = filling(path, width=1280)
    page.locator(".ask-row").first.scroll_into_view_if_needed()
    places = """() => [".filler__sheet", ".filler__take--also", "#fill-paper"].map((each) => Math.round(document.querySelector(each).getBoundingClientRect().top))"""
    before = page.evaluate(places)
    page.locator(".ask-row [name]").first.fill("A")
    page.locator("button[data-do=take][value=docx]").click()
    page.locator("[data-gaps]:visible").wait_for()
    page.locator("save-ways:visible").wait_for()
    assert page.evaluate(places) == before


def test_what_stands_at_the_head_of_a_sheet_in_two_languages_names_its_number_once(filling):
    page = filling("templates/meeting-minutes/")
    page.locator("input[name=file-language][value=zh-en]").check()
    sheet(page)
    assert re.fullmatch(r"HB-\S+ V\S+ · 内部 Internal", page.locator(".sheet__mark").inner_text())


@pytest.mark.sweep
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path", ["en/templates/visitor-plan/", "templates/quotation-request/", "en/templates/quotation-request/"]
)
def test_examples_stand_above_their_fields_all_in_the_same_words(filling, path, width):
    page = filling(path, width=width)
    assert page.locator("form-filler section [placeholder]").count() == 0, "none goes once one types"
    begins = "For example: " if path.startswith("en/") else "例如："
    told = page.locator(".ask__help:visible").all_inner_texts()
    assert sum(begins in text for text in told) > 4
    cells = page.locator(".ask-row [data-example]")
    for told_above in cells.all():
        assert told_above.inner_text().startswith(begins)
        control = told_above.locator("xpath=ancestor::*[@data-column]").locator("[data-type]").first
        assert told_above.get_attribute("id") in control.get_attribute("aria-describedby").split()
        box, above = control.bounding_box(), told_above.bounding_box()
        assert above["y"] + above["height"] <= box["y"] + 1
    assert cells.count() > 1
    asked = page.locator("[data-type=person]").first
    assert begins not in page.locator(f"#{asked.get_attribute('id')}-help").inner_text(), "a name needs none"
    if "quotation" in path:
        assert page.locator("#fill-signature-help").inner_text().count("\n") == 3, "a signature keeps its lines"


@pytest.mark.sweep
def test_a_table_of_a_letter_keeps_the_columns_that_are_to_be_filled_in(filling):
    page = filling("en/templates/statement-of-account/")
    line = row(page, "soa-lines", 0)
    line.locator("[name=soa-paper]").fill("Invoice EX-1")
    line.locator("[name=soa-charged]").fill("44640")
    sheet(page)
    heads = ["Date", "Document", "Charged (CNY)"]
    expect(page.locator(".sheet thead th")).to_have_text(heads)
    tables = Document(io.BytesIO(taken(page, "Word")[1])).tables
    assert any([cell.text for cell in table.rows[0].cells] == heads for table in tables)


@pytest.mark.sweep
@pytest.mark.parametrize("path", ["templates/meeting-minutes/", "en/templates/meeting-minutes/"])
def test_the_box_at_the_head_of_a_form_stands_in_the_preview_as_in_word(filling, path):
    page = filling(path, width=1280)
    sheet(page)
    number, when, department = (
        each.bounding_box() for each in page.locator(".sheet__head .form-sheet__field").all()[:3]
    )
    assert number["y"] == when["y"] < department["y"] and number["x"] < when["x"]
    heads = page.locator(".sheet table").last.locator("thead th")
    tops = [each.bounding_box()["y"] for each in heads.all() if each.is_visible()]
    assert len(tops) == 3 and len(set(tops)) == 1, "few columns stand beside each other, filled in or not"


@pytest.mark.parametrize("path", ["templates/payment-reminder/", "en/templates/payment-reminder/"])
def test_the_table_of_a_letter_stays_within_its_paper_on_a_phone(filling, path):
    page = filling(path, width=390)
    table, paper = (page.locator(f"[data-sheet]{each}").first for each in (" table", ""))
    table.wait_for()
    inner, outer = table.bounding_box(), paper.bounding_box()
    assert inner["x"] >= outer["x"] and inner["x"] + inner["width"] <= outer["x"] + outer["width"]


@pytest.mark.sweep
def test_the_preview_is_white_paper_with_dark_letters_on_a_dark_page(open_page):
    page = open_page("en/templates/resource-request/", width=1280, color_scheme="dark")
    begin(page)
    sheet = page.locator("form-filler .sheet")
    assert sheet.evaluate("(each) => getComputedStyle(each).backgroundColor") == "rgb(255, 255, 255)"
    colours = sheet.locator("h3, dt, dd, p").evaluate_all("all => all.map((each) => getComputedStyle(each).color)")
    assert all(max(map(int, re.findall(r"\d+", colour)[:3])) < 140 for colour in colours), set(colours)


# --- rows of a wide table --------------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_rows_that_lack_nothing_are_folded_to_a_line_and_what_is_missing_opens_its_row(filling):
    page = filling("en/templates/follow-up-tracker/")
    table, whole = "tracked-matters", {"owed-by": "Sun Li", "asked-first-on": "2026-10-13", "tracking-state": "closed"}
    rows = [{**whole, "tracked-matter": f"Send {number}", "promised-for": "2026-10-23T18:00"} for number in range(14)]
    rows[3]["owed-by"] = ""
    page.evaluate(
        "([table, rows]) => document.querySelector('form-filler').use(null, { [table]: rows })", [table, rows]
    )
    assert page.locator(".ask-row[data-folded]").count() == 13
    assert page.locator(".filler__asks").bounding_box()["height"] < 2_600
    line = row(page, table, 5).locator("[data-do=fold-row]")
    assert line.inner_text() == "Send 5 · Sun Li · 2026-10-13 · 2026-10-23 18:00 · Closed"
    page.locator("form-filler [data-do=next-gap]").click()
    assert page.evaluate("document.activeElement.name") == "owed-by"
    line.click()
    assert line.get_attribute("aria-expanded") == "true"
    row(page, table, 5).locator("[name=owed-by]").fill("")
    page.locator(f"[data-field={table}] [data-do=add-row]").click()
    assert row(page, table, 5).get_attribute("data-folded") is None, "it lacks something"
    line.click()
    press(page, "next-gap")
    press(page, "next-gap")
    assert row(page, table, 5).locator("[name=owed-by]").is_visible()
    assert len(kept_drafts(page)[0]["fields"][table]["value"]) == 14
