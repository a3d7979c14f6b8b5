"""What filling a form in costs on a slow phone: opening it, and making its Word file."""

from __future__ import annotations

import base64
import json
import statistics

from playwright.sync_api import Browser, Page

from macros.downloads import docx
from macros.model.template import TableField, Template
from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.bench.visiting import compressing_server
from tests.built_pages import published
from tests.filled_forms import described, hostile_values
from tests.forms import full_template, stand_in_handbook

MOSTOPENING = 200
MOST_WORD = 300

_SLOWER = 4
_FIELDS = 40
OPEN = """() => new Promise((done) => {
    const begun = performance.now();
    document.querySelector("form-opener button").click();
    const wait = () => document.documentElement.hasAttribute("data-filling")
        ? requestAnimationFrame(() => done(performance.now() - begun)) : requestAnimationFrame(wait);
    wait();
})"""
_FILL = """async ([script, form, values, given]) => {
    const { fillWord } = await import(script);
    const bytes = Uint8Array.from(atob(given), (sign) => sign.charCodeAt(0));
    const begun = performance.now();
    await fillWord(bytes, form, values, "zh-en");
    return performance.now() - begun;
}"""


def measure(setting: Setting) -> Section:
    """Open the largest form, and fill in a Word file of 40 fields."""
    forms = [json.loads(file.read_bytes()) for file in sorted((setting.site / "assets" / "forms").glob("*.json"))]
    largest = max(forms, key=answers)
    script = f"/assets/{published(setting.site, 'assets/form-files.js').name}"
    with compressing_server(setting.site) as root:
        opening = _median(setting, root, lambda page: _opened(page, root, largest["id"]))
        word = _median(setting, root, lambda page: _word_filled(page, script))
    rows = [
        (
            f"opening the form with the most answers ({answers(largest)}), its script not yet loaded",
            f"{opening:.0f} ms",
            f"{MOSTOPENING} ms",
        ),
        (f"a Word file of {_FIELDS} fields, in both languages", f"{word:.0f} ms", f"{MOST_WORD} ms"),
    ]
    text = f"""\
On a phone {_SLOWER} times slower than this machine, the host next to it; the median of several tries, each in a browser in
which nothing is cached.

{table(("what", "takes", "goal"), rows)}"""
    return Section(
        "Filling a form in",
        text,
        [
            f"{what[:1].upper()}{what[1:]}, takes {takes}; the goal is {goal}."
            for (what, takes, goal), figure, most in zip(rows, (opening, word), (MOSTOPENING, MOST_WORD), strict=True)
            if figure > most
        ],
    )


def answers(form: dict) -> int:
    """How many answers a form asks for, those in the rows of its tables included."""
    fields = [field for section in form["sections"] for field in section["fields"]]
    return sum(len(field["columns"]) * field["rows"] if "columns" in field else 1 for field in fields)


def _median(setting: Setting, root: str, take) -> float:
    return statistics.median(_on_a_phone(setting.browser, root, take) for _ in range(setting.times))


def _on_a_phone(browser: Browser, root: str, take) -> float:
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    page.goto(f"{root}about/", wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    taken = take(page)
    context.close()
    return taken


def _opened(page: Page, root: str, template_id: str) -> float:
    page.goto(f"{root}templates/{template_id}/", wait_until="networkidle")
    page.locator("form-opener button").wait_for()
    return page.evaluate(OPEN)


def _word_filled(page: Page, script: str) -> float:
    template = _template()
    form = described(template)
    empty = docx.write(template, "zh-en", stand_in_handbook())
    values = {
        **hostile_values(form),
        **{field.id: "字" * 200 for field in template.fields if field.type == "long_text"},
    }
    return page.evaluate(_FILL, [script, form, values, base64.b64encode(empty).decode()])


def _template() -> Template:
    """A form of as many fields as the goal speaks of, of every kind but tables."""
    template = full_template()
    alone = [field for field in template.fields if not isinstance(field, TableField)]
    fields = tuple(
        alone[number % len(alone)].model_copy(update={"id": f"{alone[number % len(alone)].id}-{number}"})
        for number in range(_FIELDS)
    )
    return template.model_copy(update={"sections": (template.sections[0].model_copy(update={"fields": fields}),)})
