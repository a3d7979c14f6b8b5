"""A filled form leaves its page: what is said where nobody can know whether it arrived, or a browser lacks the way."""

from __future__ import annotations

import pytest

from tests.filled_pages import MINUTES, begin, field, press, row, said, still_open, unfold_drafts
from tests.waiting import wait_for_promise

ENGLISH = f"en/templates/{MINUTES}/"
LETTER = "en/templates/first-contact-mail/"
NO_SAVING = "HTMLAnchorElement.prototype.click = function () { window.clicked = this.download || this.href; };"
NO_COPYING = """
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
"""
IN_A_MESSENGER = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50"
)


@pytest.fixture
def opened(browser, address):
    """Opens a form in a browser that was changed by a script before."""
    contexts = []

    def open_(script: str = "", path: str = ENGLISH, **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        if script:
            page.add_init_script(script)
        page.goto(address + path)
        begin(page)
        return page

    yield open_
    for context in contexts:
        context.close()


def wait_said(page, text: str) -> None:
    page.wait_for_function(
        "(text) => document.querySelector('form-filler [data-said]').textContent.includes(text)", arg=text
    )


def help_of(page) -> str:
    """What helps, as far as it is shown."""
    ways = page.locator("form-filler save-ways > div")
    return ways.inner_text() if ways.is_visible() else ""


def take(page, name: str) -> None:
    page.locator(".filler__take").get_by_role("button", name=name, exact=True).click()


def test_a_file_is_never_said_to_have_arrived_and_there_is_a_way_where_it_did_not(opened):
    page = opened(NO_SAVING, permissions=["clipboard-read", "clipboard-write"])
    field(page, "minutes-subject").fill("Warehouse move")
    take(page, "Markdown")
    wait_said(page, "Handed to the browser to download: ")
    assert page.evaluate("window.clicked").endswith("Warehouse move meeting minutes.md") and not help_of(page)
    page.get_by_role("button", name="No file arrived?").click()
    assert "messenger often cannot download" in help_of(page)
    again = page.get_by_role("link", name="Save it again")
    assert again.get_attribute("href").startswith("blob:") and again.get_attribute("download").endswith(".md")
    page.get_by_role("button", name="Copy the content").click()
    page.get_by_text("Copied.").wait_for()
    assert "Warehouse move" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy the link to this page").click()
    wait_for_promise(page, f"navigator.clipboard.readText().then((text) => text.endsWith('{ENGLISH}'))")


@pytest.mark.parametrize(("path", "said"), [(ENGLISH, "Nothing is filled in yet"), (ENGLISH[3:], "还什么都没填")])
def test_where_nothing_is_filled_in_the_blank_form_is_offered_and_nothing_is_held_back(opened, path, said):
    page = opened(path=path)
    word, offered = page.locator(".filler__take button[value=docx]"), page.locator("[data-empty]")
    for again in (word, offered.locator("[data-do=anyway]")):
        word.click()
        assert said in offered.inner_text()
        assert page.evaluate("document.activeElement.closest('[data-blank]') !== null")
        link = offered.get_by_role("link").get_attribute("href")
        assert link.endswith(f"downloads/{MINUTES}.{'en' if path == ENGLISH else 'zh'}.docx")
        with page.expect_download() as file:
            again.click()
        assert file.value.suggested_filename.endswith(".docx") and offered.is_hidden()
    word.click()
    field(page, "minutes-subject").fill("A")
    offered.wait_for(state="hidden")
    with page.expect_download():
        word.click()
    assert offered.is_hidden()


@pytest.mark.sweep
@pytest.mark.parametrize("path", [ENGLISH, LETTER])
def test_of_the_ways_out_one_looks_like_the_first_also_under_the_mouse(opened, path):
    page = opened(path=path)
    buttons = page.locator(".filler__take:not(.filler__take--also) button:visible")

    def filled() -> int:
        return len({*buttons.evaluate_all("all => all.map((each) => getComputedStyle(each).color)")}) == 2 and sum(
            buttons.evaluate_all(
                "all => all.map((each) => getComputedStyle(each).color === getComputedStyle(all[0]).color)"
            )
        )

    assert buttons.count() == 2 and filled() == 1
    buttons.last.hover()
    assert filled() == 1
    page.locator("form-filler .ask__answer input").first.fill("Begun")
    press(page, "close")
    page.reload()
    begin(page)
    assert filled() == 1, "also where there is a draft to go on with"


@pytest.mark.sweep
def test_within_a_messenger_the_help_is_there_at_once(opened):
    page = opened(NO_SAVING, user_agent=IN_A_MESSENGER)
    field(page, "minutes-subject").fill("Begun")
    take(page, "Markdown")
    wait_said(page, "Handed to the browser to download")
    assert "messenger often cannot download" in help_of(page)


@pytest.mark.sweep
def test_within_another_page_the_help_is_there_at_once(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}404.html")
    page.evaluate(
        """(address) => {
            const frame = document.createElement("iframe");
            Object.assign(frame, { sandbox: "allow-scripts allow-same-origin", src: address, width: 900, height: 700 });
            document.body.replaceChildren(frame);
        }""",
        f"/{ENGLISH}",
    )
    frame = page.frame_locator("iframe")
    frame.locator("form-opener button").first.click()
    frame.locator("[name=minutes-subject]").fill("Begun")
    frame.locator(".filler__take").get_by_role("button", name="Markdown", exact=True).click()
    frame.get_by_text("is shown inside another one").wait_for()
    context.close()


def test_what_was_said_of_a_file_goes_with_the_next_change(opened):
    page = opened()
    field(page, "minutes-subject").fill("Begun")
    changes = {
        "typing": lambda: field(page, "minutes-subject").fill("Changed"),
        "a row": lambda: page.locator("button[data-do=add-row]").first.click(),
        "the language": lambda: page.locator("input[name=file-language][value=zh]").check(),
        "another draft": lambda: press(page, "new"),
    }
    for name, change in changes.items():
        take(page, "Markdown")
        wait_said(page, "Handed to the browser to download")
        page.get_by_role("button", name="No file arrived?").click()
        change()
        assert "Handed" not in said(page) and not help_of(page), name
        assert page.get_by_role("button", name="No file arrived?").is_hidden()


@pytest.mark.sweep
def test_who_says_that_it_worked_is_asked_no_more_and_goes_on_where_they_were(opened):
    page = opened()
    field(page, "minutes-subject").fill("Begun")
    take(page, "Markdown")
    wait_said(page, "Handed to the browser to download")
    page.get_by_role("button", name="It worked, hide this").click()
    assert page.get_by_role("button", name="No file arrived?").is_hidden()
    assert page.evaluate("document.activeElement.closest('.filler__take') !== null")


def test_what_is_to_be_looked_at_is_listed_beside_a_mail_and_holds_nothing_back(opened):
    page = opened(NO_SAVING, "en/templates/absence-notice/")
    for name, value in {
        "absent-department": "Finance",
        "absent-person": "Anna Li",
        "deputy": "Bob",
        "deputy-phone": "12",
        "away-from": "2026-12-05T09:00",
        "back-at": "2026-12-01T09:00",
    }.items():
        field(page, name).fill(value)
    field(page, "reachability").select_option(index=1)
    take(page, "E-mail")
    wait_said(page, "asked to open a new message")
    order, phone = missing(page)
    assert order == "“Back at” is before “Away from”; please check." and phone.startswith("Deputy's phone: ")
    assert page.locator("[data-gaps] summary").inner_text() == "2 to check"
    take(page, "Word")
    wait_said(page, "Handed to the browser to download")
    assert len(missing(page)) == 2


def test_a_total_that_the_rows_do_not_add_up_to_is_among_what_is_to_be_looked_at(opened):
    page = opened(NO_SAVING, "en/templates/payment-reminder/")
    table = page.locator('form-filler [data-field="due-invoices"]')
    table.locator('[data-column="due-amount"] input').first.fill("12,000")
    field(page, "due-total").fill("99999")
    take(page, "Word")
    wait_said(page, "Handed to the browser to download")
    (wrong,) = [each for each in missing(page) if "add up" in each]
    assert wrong == "Total (CNY): The rows add up to CNY 12,000.00, which differs from the figure here."
    page.locator("[data-gaps] [data-do=gap]", has_text="add up").click()
    assert page.locator(":focus").evaluate("(each) => each.closest('[data-field]').dataset.field") == "due-total"
    field(page, "due-total").fill("12000")
    assert not [each for each in missing(page) if "add up" in each]


@pytest.mark.sweep
def test_a_failure_is_no_longer_said_once_something_changes(opened):
    page = opened()
    page.route("**/downloads/**", lambda route: route.abort())
    field(page, "minutes-subject").fill("Warehouse move")
    take(page, "Word")
    wait_said(page, "could not be fetched")
    field(page, "minutes-subject").fill("Changed")
    assert said(page) == ""


def test_without_a_mail_program_the_mail_is_there_as_a_file_and_as_text(opened):
    page = opened(
        "HTMLAnchorElement.prototype.click = function () { if (this.download) window.clicked = this.download; };",
        LETTER,
    )
    field(page, "subject").fill("Hello")
    take(page, "E-mail")
    wait_said(page, "asked to open a new message")
    page.get_by_role("button", name="No e-mail opened?").click()
    assert "no e-mail program" in help_of(page)
    page.get_by_role("button", name="Save the e-mail as a file").click()
    page.wait_for_function("window.clicked?.endsWith('.eml')")


def missing(page) -> list[str]:
    """What a form is said to lack, as far as that is shown."""
    return page.locator("[data-gaps]:visible [data-do=gap]").all_inner_texts()


COLLABORATION = "en/templates/internal-collaboration/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


WAYS_OUT = ["E-mail", "Word", "Excel", "PDF", "Markdown", "Copy with formatting", "Copy as plain text"]


@pytest.mark.parametrize("way", WAYS_OUT)
def test_each_way_out_says_alike_before_and_after_what_is_missing_and_holds_nothing_back(opened, way):
    page = opened(
        NO_SAVING + "window.print = () => {};", COLLABORATION, permissions=["clipboard-read", "clipboard-write"]
    )
    gaps = page.locator("[data-gaps]")
    assert gaps.is_hidden(), "nothing is begun"
    field(page, "collaboration-subject").fill("Sales page")
    assert gaps.locator("summary").inner_text() == "7 required left" and missing(page) == []
    take(page, way)
    gaps.locator("[data-do=gap]").first.wait_for()
    assert page.locator("[data-do=anyway]:visible").count() == 0
    lacking = missing(page)
    assert len(lacking) == 7 and "Initiating person" in lacking
    assert page.locator("form-filler [aria-invalid=true]").count() == 7, "each is marked where it is asked for"
    gaps.locator("[data-do=gap]").first.focus()
    page.keyboard.press("Enter")
    gap = page.locator(":focus")
    assert gap.evaluate("(each) => each.closest('.ask').textContent").strip().startswith(lacking[0])
    top, bottom = gap.evaluate("(each) => [each.getBoundingClientRect().top, each.getBoundingClientRect().bottom]")
    assert top > 60 and bottom < page.locator(".filler__bar").bounding_box()["y"], "in sight"
    gap.fill("Product department")
    assert missing(page) == lacking[1:], "what is filled in is no longer missing"


@pytest.mark.sweep
def test_a_number_that_is_none_is_said_where_it_is_typed_and_counted(opened):
    for path, none in (
        ("en/templates/payment-reminder/", "Enter the amount as a number only"),
        ("templates/payment-reminder/", "这里只填金额的数字"),
    ):
        page = opened(path=path, **PHONE)
        amount = page.locator("[name=due-amount]").first
        amount.fill("abc")
        fault = page.locator("[data-column=due-amount] .ask__fault").first
        fault.wait_for()
        assert fault.inner_text().startswith(none) and still_open(page).startswith(
            ("10 missing, 1 to check", "还缺10项，1项要核对")
        )
        box, bar = fault.bounding_box(), page.locator(".filler__bar").bounding_box()
        assert box["y"] + box["height"] <= bar["y"], "above the bar, where it is read"
        amount.fill("12")
        assert fault.is_hidden()
        field(page, "due-total").fill("99")
        assert "1" in still_open(page) and ("to check" in still_open(page) or "要核对" in still_open(page)), (
            "a sum that is none, too, while it is being typed"
        )


def test_a_day_of_which_a_part_is_missing_is_said_and_counted_though_it_is_not_asked_for(opened):
    page = opened(path="en/templates/resource-request/")
    field(page, "approved-on").focus()
    page.keyboard.type("12")
    field(page, "purpose-of-use").focus()
    page.get_by_text("The date is incomplete or does not exist.").wait_for()
    assert "1 to check" in still_open(page)


def test_of_a_form_that_was_cleared_nothing_is_missing(opened):
    page = opened(NO_SAVING, COLLABORATION)
    field(page, "collaboration-subject").fill("Sales page")
    take(page, "Word")
    wait_said(page, "Handed to the browser to download")
    assert missing(page)
    field(page, "collaboration-subject").fill("Support page")
    page.locator("form-filler [data-do=clear]:visible").click()  # Straight from a field.
    page.wait_for_function("document.querySelector('[data-gaps]').hidden")
    wait_said(page, "Cleared: ")
    page.wait_for_timeout(100)
    assert not page.locator("form-filler .ask__fault:visible").count()


def test_a_file_is_never_held_back_and_what_it_lacks_is_said_beside_it(opened):
    page = opened(NO_SAVING, COLLABORATION)
    field(page, "collaboration-subject").fill("Sales page")
    take(page, "Word")
    wait_said(page, "Handed to the browser to download")
    assert len(missing(page)) == 7
    page.locator("[data-gaps] [data-do=gap]").nth(1).click()
    assert page.locator(":focus").evaluate("(each) => each.getAttribute('aria-invalid')") == "true"


SHARING = """
    Object.defineProperty(navigator, "canShare", { value: ({ files }) => files.length === 1 });
    Object.defineProperty(navigator, "share", { value: async ({ files }) => { window.shared = files[0].name; } });
"""


def test_a_finger_shares_the_file_where_the_browser_can(opened):
    page = opened(SHARING, LETTER, **PHONE)
    field(page, "subject").fill("Hello")
    share = page.locator(".filler__take button[data-do=share]")
    assert share.is_visible() and share.inner_text() == "Share the file"
    share.tap()
    page.wait_for_function("window.shared?.endsWith('.docx')")
    assert opened("", LETTER, **PHONE).locator("button[data-do=share]").is_hidden(), "not where it cannot"
    assert opened(SHARING, LETTER).locator("button[data-do=share]").is_hidden(), "a mouse has the download"
    assert opened(SHARING, "en/templates/complaint-record/", **PHONE).locator("button[data-do=share]").count() == 0


@pytest.mark.every_other
@pytest.mark.parametrize("copies", [True, False])
def test_a_mail_that_is_too_long_for_a_link_is_copied_and_a_short_one_opened(opened, copies):
    page = opened(
        NO_SAVING if copies else NO_SAVING + NO_COPYING,
        "en/templates/result-confirmation/",
        permissions=["clipboard-read", "clipboard-write"],
    )
    field(page, "confirmed-matter").fill("Three lots")
    field(page, "results-agreed").fill("Long enough for a file. " * 200)
    take(page, "E-mail")
    if not copies:
        page.wait_for_function("window.clicked?.endsWith('.eml')")
        return
    wait_said(page, "paste it into the new message")
    assert page.evaluate("window.clicked").startswith("mailto:?subject=Three%20lots")
    assert "body=" not in page.evaluate("window.clicked")
    assert page.evaluate("navigator.clipboard.readText()").count("Long enough") == 200


@pytest.mark.every_other
@pytest.mark.parametrize(
    "script", ["window.print = undefined", "window.print = () => {}", "window.print = () => { throw new Error('no'); }"]
)
def test_where_nothing_is_printed_that_is_said_with_the_way_out(opened, script):
    page = opened(script)
    field(page, "minutes-subject").fill("Begun")
    take(page, "PDF")
    wait_said(page, "did not start printing")
    assert "Word file" in help_of(page)


@pytest.mark.sweep
def test_where_a_page_is_printed_nothing_is_said(opened):
    page = opened("window.print = () => dispatchEvent(new Event('beforeprint'))")
    field(page, "minutes-subject").fill("Begun")
    take(page, "PDF")
    page.wait_for_timeout(1500)
    assert said(page) == "" and not help_of(page)


@pytest.mark.every_other
@pytest.mark.parametrize(
    "missing",
    [
        "delete window.CompressionStream; delete window.DecompressionStream;",
        "delete window.CompressionStream",
        "window.DecompressionStream = class { constructor() { throw new TypeError('Unsupported'); } }",
    ],
)
def test_an_old_browser_is_named_for_what_it_lacks_and_offers_what_it_can(opened, missing):
    page = opened(missing)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    field(page, "minutes-subject").fill("Warehouse move")
    for name in ("Word", "Excel"):
        take(page, name)
        wait_said(page, "it lacks CompressionStream")
        assert "Markdown" in help_of(page) and "Warehouse move" in page.locator("save-ways textarea").input_value()
    with page.expect_download():
        take(page, "Markdown")
    assert not errors


@pytest.mark.sweep
def test_a_browser_that_knows_gzip_only_makes_word_files_all_the_same(opened):
    page = opened("""for (const name of ["CompressionStream", "DecompressionStream"]) {
        const known = window[name];
        window[name] = function (kind) {
            if (kind === "deflate-raw") throw new TypeError("Unsupported");
            return new known(kind);
        };
    }""")
    field(page, "minutes-subject").fill("Warehouse move")
    with page.expect_download() as download:
        take(page, "Word")
    assert download.value.suggested_filename.endswith(".docx")


@pytest.mark.sweep
def test_an_old_browser_says_why_it_cannot_read_a_word_file(opened, site):
    page = opened("delete window.DecompressionStream")
    file = (site / f"downloads/{MINUTES}.en.docx").read_bytes()
    page.locator("input[data-word]").set_input_files({"name": "a.docx", "mimeType": "", "buffer": file})
    wait_said(page, "it lacks DecompressionStream")


@pytest.mark.every_other
@pytest.mark.parametrize("button", ["Copy with formatting", "Copy as plain text"])
def test_where_nothing_can_be_copied_the_text_stands_there_to_be_copied_by_hand(opened, button):
    page = opened(NO_COPYING)
    field(page, "minutes-subject").fill("Warehouse move")
    take(page, button)
    wait_said(page, "Could not copy")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert "Warehouse move" in page.evaluate("getSelection().toString() || document.activeElement.value")


@pytest.mark.sweep
def test_on_plain_http_both_texts_are_copied_the_old_way(opened):
    page = opened("""
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        addEventListener("copy", (event) => {
            setTimeout(() => { window.copied = event.defaultPrevented ? "both" : "text"; });
        }, { capture: true });
    """)
    field(page, "minutes-subject").fill("Warehouse move")
    for button in ("Copy with formatting", "Copy as plain text"):
        take(page, button)
        wait_said(page, "Copied")
        page.wait_for_function("window.copied")


@pytest.mark.sweep
def test_a_long_answer_that_excel_cuts_is_named(opened):
    page = opened()
    page.locator("form-filler textarea").first.evaluate(
        "(area) => { area.value = 'x'.repeat(33000); area.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    with page.expect_download():
        take(page, "Excel")
    wait_said(page, "32,767")


def test_a_calendar_exported_again_after_a_change_replaces_the_first(opened):
    page = opened()

    def exported(time: str) -> dict[str, str]:
        field(page, "next-session").fill(time)
        with page.expect_download() as download:
            take(page, "Calendar")
        lines = download.value.path().read_text(encoding="utf-8").splitlines()
        return dict(line.split(":", 1) for line in lines if ":" in line)

    field(page, "minutes-subject").fill("Again")
    first, second = exported("2096-11-05T10:00"), exported("2096-11-05T11:00")
    assert first["UID"] == second["UID"] and first["DTSTART"] != second["DTSTART"]
    assert int(first["SEQUENCE"]) < int(second["SEQUENCE"]) and first["LAST-MODIFIED"] < second["LAST-MODIFIED"]


@pytest.mark.sweep
def test_signs_that_mean_something_to_a_replacement_are_said_as_they_were_typed(opened):
    page = opened()
    unfold_drafts(page)
    page.locator("[data-draft-name]").fill("US$& $1 [n]")
    press(page, "delete")
    assert said(page) == "Deleted: US$& $1 [n]"
    press(page, "undo")
    field(page, "minutes-subject").fill("$& $1")
    row(page, "meeting-todos", 0).locator("[name=task]").fill("$'")
    with page.expect_download() as download:
        take(page, "Markdown")
    assert "$& $1" in download.value.suggested_filename
