"""A template's page while its form is filled in online, as tests use it."""

from __future__ import annotations

import json

MINUTES = "meeting-minutes"

WAY_IN = "form-opener button:visible, .go-on-here:not([hidden]) li a"
"""What opens a form on its page: its button, or where a draft of it is kept, going on with that."""


def begin(page) -> None:
    """Open the form on the template's page; where the address says so, as after loading it again, it opens by itself."""
    if not page.evaluate("document.documentElement.hasAttribute('data-opening')"):
        page.locator(WAY_IN).first.click()
    page.locator("form-filler.filler form").wait_for()


def field(page, name: str):
    """The control of a field, or the first of a column, by its id."""
    return page.locator(f"form-filler [name='{name}']").first


def row(page, table: str, number: int):
    """A row of a table, counted from 0."""
    return page.locator(f"[data-field='{table}'] .ask-row").nth(number)


def unfold_drafts(page) -> None:
    """Open what stands folded above the questions: the name of the draft, the others, a new one, a filled-in file."""
    if not page.locator("[data-drafts-fold][open]").count():
        page.locator("[data-drafts-fold] > summary").click()


def press(page, what: str) -> None:
    """Press the button that does this."""
    if what in ("new", "delete"):
        unfold_drafts(page)
    page.locator(f"form-filler button[data-do={what}]:visible").first.click()


def said(page) -> str:
    """What the form has just said."""
    return page.locator("form-filler [data-said]").inner_text()


def still_open(page) -> str:
    """What it says of the answers that are still to be given."""
    return page.locator("[data-open]").inner_text()


def sheet(page) -> str:
    """The text of the preview, which follows when the page has nothing else to do."""
    page.evaluate("() => new Promise((done) => requestIdleCallback(() => done()))")
    return page.locator("[data-sheet]").inner_text()


def fault(page, name: str) -> str:
    """What is said beside a field."""
    return page.locator(f"#fill-{name}-fault").inner_text() if page.locator(f"#fill-{name}-fault").is_visible() else ""


def kept_drafts(page) -> list[dict]:
    """The drafts as they lie in the browser's storage."""
    return page.evaluate("""Object.keys(localStorage).filter((key) => key.startsWith("handbook:draft:"))
        .map((key) => JSON.parse(localStorage.getItem(key)))""")


def answers(draft: dict) -> dict:
    """What a draft holds, by field."""
    return {name: entry["value"] for name, entry in draft["fields"].items()}


def draft_of(template: str = MINUTES, **changes) -> dict:
    """A draft as a store keeps it, with changes."""
    return {
        "v": 1,
        "id": "abcdef123456",
        "template": template,
        "name": "Old",
        "started": 1_700_000_000_000,
        "changed": 1_700_000_000_000,
        "fields": {"minutes-subject": {"value": "Kept", "at": 1_700_000_000_000}},
        **changes,
    }


def put(page, texts: dict[str, object]) -> None:
    """Put things into the browser's storage, by key."""
    page.evaluate(
        "(texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text))",
        {key: text if isinstance(text, str) else json.dumps(text) for key, text in texts.items()},
    )
