"""A reader's way through the handbook in each engine; what one or another draws, prints or takes differently, and is held to the
same."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from tests.browser.engines.window import Window
from tests.conftest import in_a_sweep
from tests.printing import text_of


def test_a_reader_finds_a_case_and_takes_its_form_filled_in(visit):
    window = visit("en/")
    window.press("/")
    window.type("dialog [role=combobox]", "urgent matter")
    window.see("dialog .found mark", "urgent")
    window.press("Enter")
    window.at("/en/scenarios/urgent-matter/")
    window.see("h1", "An urgent matter")

    visit("en/templates/meeting-minutes/")
    window.click("form-opener > button")
    window.type("form-filler [name=minutes-subject]", "Warehouse move")
    window.see("[data-sheet]", "Warehouse move")
    name, content = window.take("form-filler button[value=docx]")
    assert name.endswith(".docx")
    assert "Warehouse move" in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


HIT = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, label")];
  const shown = all.filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && box.top >= 0 && box.bottom <= innerHeight && !each.disabled
      && getComputedStyle(each).visibility !== "hidden" && !each.closest(".md-skip, .visually-hidden");
  });
  return shown.flatMap((each) => {
    const box = each.getClientRects()[0];
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const same = hit && (each.contains(hit) || hit.contains(each) || hit.closest("label")?.control === each);
    if (same || (hit && getComputedStyle(hit).opacity !== "0")) return [];
    return [`${each.outerHTML.slice(0, 90)} is under ${hit?.outerHTML.slice(0, 90)}`];
  });
}"""
"""Which controls in sight lie below something that nobody sees, which would take their taps."""


def scrolled_through(window: Window) -> list[str]:
    """The faults of `HIT` on each screen of a page."""
    faults: list[str] = []
    height = int(window.ask("() => document.documentElement.scrollHeight"))
    for top in range(0, min(height, 6000), 500):
        window.ask("(top) => scrollTo({ top, behavior: 'instant' })", top)
        faults += [fault for fault in window.ask(HIT) if fault not in faults]
    return faults


@pytest.mark.sweep
def test_nothing_unseen_lies_over_what_can_be_tapped(visit):
    window = visit("en/scenarios/urgent-matter/")
    assert scrolled_through(window) == []
    window = visit("en/templates/meeting-minutes/#minutes-subject=Move")
    window.see("form-filler [data-offer]", "Move")
    assert scrolled_through(window) == []
    window.click("form-filler [data-do=accept]")
    window.wait("() => document.querySelector('[name=minutes-subject]').value === 'Move'")
    window = visit("en/onboarding/practice/")
    window.click("practice-round [data-do=start]")
    window.click(".practice__choices label")
    window.see(".practice__said")


PROBE = """(html) => {
  const place = document.createElement("div");
  place.innerHTML = html;
  place.style.cssText = "position: fixed; inset: 0; z-index: 99; background: #fff; color: #000; padding: 20px";
  document.body.append(place);
}"""


def gaps(window: Window, top: int, bottom: int) -> list[int]:
    """The widths of what is white between the inks of a line of the window."""
    image = Image.open(io.BytesIO(window.picture())).convert("L")
    scale = image.width / window.width
    strip = image.crop((0, int(top * scale), int(250 * scale), int(bottom * scale)))
    darkest = [strip.crop((x, 0, x + 1, strip.height)).getextrema()[0] for x in range(strip.width)]
    line = "".join("#" if each < 128 else " " for each in darkest)
    return [len(gap) for gap in line.strip().split("#") if gap]


@pytest.mark.sweep
def test_a_digit_between_chinese_signs_stands_in_the_middle(visit):
    window = visit("scenarios/")
    style = "margin: 0; font: 40px/60px 'Noto Sans CJK SC', 'PingFang SC', sans-serif"
    window.ask(PROBE, f'<p lang=zh-CN style="{style}">一0一</p>')
    left, right = gaps(window, 20, 80)
    assert abs(left - right) < 4, (left, right)


def test_full_width_punctuation_is_full_wide(visit):
    window = visit("scenarios/")
    window.ask(PROBE, "<p lang=zh-CN><span id=probe>一，一。一；一：一</span></p>")
    assert window.ask("""() => {
        const probe = document.getElementById("probe");
        return probe.getBoundingClientRect().width / parseFloat(getComputedStyle(probe).fontSize);
    }""") == pytest.approx(9, abs=0.2)


@pytest.mark.sweep
def test_a_text_area_grows_with_its_text(visit):
    window = visit("en/templates/meeting-minutes/")
    window.click("form-opener > button")
    area = "form-filler textarea:not([data-line])"
    window.see(area)
    before = window.ask("(area) => document.querySelector(area).clientHeight", area)
    window.type(area, "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten")
    window.wait(
        """(area) => {
        const { clientHeight: shown, scrollHeight: all, value } = document.querySelector(area);
        return value.endsWith("ten") && all - shown < 4;
    }""",
        area,
    )
    grown = window.ask("(area) => document.querySelector(area).clientHeight", area)
    assert grown > before + 40
    # What was kept is in sight at once when the form is opened again.
    visit("en/templates/meeting-minutes/").click(".go-on-here li a")
    window.see(area, "ten")
    assert window.ask("(area) => document.querySelector(area).clientHeight", area) == grown


@pytest.mark.sweep
def test_an_empty_date_field_looks_empty_and_a_filled_one_filled(visit):
    window = visit("en/templates/meeting-minutes/")
    window.click("form-opener > button")
    field = "form-filler input[type=datetime-local]"
    window.see("form-filler textarea")

    def ink() -> int:
        """How many dark dots the field's text has."""
        box = window.ask(
            """(what) => {
            const field = document.querySelector(what);
            document.activeElement.blur();
            field.scrollIntoView({ block: "center", behavior: "instant" });
            const { left, top, width, height } = field.getBoundingClientRect();
            return [left + 8, top + 4, left + width / 2, top + height - 4];
        }""",
            field,
        )
        image = Image.open(io.BytesIO(window.picture())).convert("L")
        part = image.crop(tuple(int(edge * image.width / window.width) for edge in box))
        return sum(part.histogram()[:150])

    if window.engine == "webkit":  # Others show a pattern for the date, which nobody takes for one.
        assert ink() == 0
    window.put(field, "2026-11-05T10:00")
    assert ink() > 50


def sheets(window: Window) -> list[str]:
    """The texts of the sheets that the page prints on."""
    if not window.prints:
        pytest.skip(f"not tried in {window.engine}: its driver prints nothing")
    return [" ".join(sheet.split()) for sheet in text_of(window.paper(), "-layout").split("\f")[:-1]]


@pytest.mark.parametrize(
    "path", ["scenarios/urgent-matter/", *map(in_a_sweep, ("", "en/", "en/checklists/onboarding-day-one/"))]
)
def test_no_printed_sheet_is_empty(visit, path):
    printed = sheets(visit(path))
    assert all(printed), [len(sheet) for sheet in printed]
    assert len(printed) == 1 or len(printed[0]) > 300, "the first sheet holds more than the heading"


@pytest.mark.parametrize("path", ["templates/meeting-minutes/", in_a_sweep("en/templates/follow-up-tracker/")])
def test_a_form_is_printed_without_an_empty_sheet(visit, path):
    window = visit(path)
    window.click("form-opener > button")
    window.see("[data-sheet] :is(h3, table)")
    assert len(sheets(window)) == 1
