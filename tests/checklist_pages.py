"""A checklist's page as tests use it: its boxes and rows, its runs and what they hand over."""

from __future__ import annotations

LIST = "work-instruction"
WITH_DUE, DUE_IN_A_DAY, DUE_IN_A_MONTH = "meeting-after", "send-the-minutes", "delete-the-recording"
"""A checklist with two items that count from the same event, and their ids."""


def boxes(page):
    """The boxes of the checklist on the page, in order."""
    return page.locator("check-list input[type=checkbox]")


def ticked(page) -> list[str]:
    """The ids of the items that are ticked."""
    return page.locator("check-list input:checked").evaluate_all("boxes => boxes.map((box) => box.value)")


def row(page, item: str):
    """The row of an item."""
    return page.locator("li.check").filter(has=page.locator(f"input[type=checkbox][value={item}]"))


def kept_runs(page) -> list[dict]:
    """The runs as they lie in the browser's storage."""
    return page.evaluate("""Object.keys(localStorage).filter((key) => key.startsWith("handbook:run:"))
        .map((key) => JSON.parse(localStorage.getItem(key)))""")


def open_runs(page) -> None:
    """Show which run is in use, and what can be done with it."""
    page.locator("run-panel details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")


def begin(page, name: str) -> None:
    """Start another run, whichever is in use."""
    open_runs(page)
    page.locator("run-panel select").select_option("")
    page.locator("input[name=run-name]").fill(name)
    page.locator(".runs__begin button[type=submit]").click()


def press(page, what: str) -> None:
    """Press a button of a panel of runs."""
    open_runs(page)
    page.locator(f"run-panel button[data-do={what}]:visible").first.click()


def taken(page, what: str) -> tuple[str, str]:
    """The name and the text of a file that a button hands over."""
    with page.expect_download() as download:
        press(page, what)
    return download.value.suggested_filename, download.value.path().read_bytes().decode("utf-8")


def set_event(page, item: str, time: str) -> None:
    """Enter the time of the event from which an item is due."""
    field = row(page, item).locator("input[type=datetime-local]")
    field.fill(time)
    field.blur()
