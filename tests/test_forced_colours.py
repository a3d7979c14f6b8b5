"""High contrast (forced colours): the system draws with a few colours of its own, and every state can still be told."""

from __future__ import annotations

import pytest

LOOK = """(each) => {
  const own = getComputedStyle(each);
  return ["backgroundColor", "color", "outlineStyle", "outlineWidth", "outlineColor", "borderTopStyle",
    "borderTopWidth", "borderTopColor", "borderBottomColor", "borderLeftColor", "borderLeftWidth",
    "textDecorationLine"].map((name) => own[name]).join("|");
}"""
PAGE = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture(params=["light", "dark"])
def open_forced(request, open_page):
    """Opens a page in high contrast, on light or on dark."""

    def open_(path: str, **options):
        return open_page(path, forced_colors="active", color_scheme=request.param, **options)

    return open_


def looks(page, chosen: str, other: str) -> tuple[str, str]:
    """How an element in a state looks, and one that is not."""
    page.locator(chosen).first.wait_for(state="attached")
    return page.locator(chosen).first.evaluate(LOOK), page.locator(other).first.evaluate(LOOK)


STATES = [
    ("en/scenarios/absence/", ".site-parts a[aria-current]", ".site-parts a:not([aria-current])"),
    ("en/scenarios/absence/", ".part-nav a[aria-current]", ".part-nav ul a:not([aria-current])"),
    ("en/reference/phrases/", ".one-of :checked + span", ".one-of :not(:checked) + span"),
    ("en/choose/#who=team", ".chooser__answer:has(:checked)", ".chooser__answer:not(:has(:checked))"),
    (
        "en/templates/meeting-minutes/#minutes-subject=x",
        ".filler__languages :checked + span",
        ".filler__languages :not(:checked) + span",
    ),
    (
        "en/templates/meeting-minutes/#minutes-subject=x",
        "form-filler button:disabled",
        "form-filler button:not(:disabled)",
    ),
    ("en/checklists/meeting-before/", "run-panel button:disabled", "run-panel button:not(:disabled)"),
]


@pytest.mark.every_other
@pytest.mark.parametrize(("path", "chosen", "other"), STATES, ids=[chosen for _, chosen, _ in STATES])
def test_a_state_shows(open_forced, path, chosen, other):
    first, second = looks(open_forced(path), chosen, other)
    assert first != second


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("path", "filled"),
    [
        ("en/onboarding/practice/", ".button--main:visible"),
        ("en/reference/phrases/", ".one-of :checked + span"),
        ("en/", ".home__call"),
    ],
)
def test_the_text_of_what_is_filled_is_seen(open_forced, path, filled):
    look = (
        open_forced(path)
        .locator(filled)
        .first.evaluate(
            "(each) => [getComputedStyle(each).forcedColorAdjust, getComputedStyle(each).color, getComputedStyle(each).backgroundColor]"
        )
    )
    assert look[0] == "none" and look[1] != look[2]


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("path", "filled"), [("en/", ".home__call"), ("en/scenarios/urgent-matter/", ".answer-card__call .button")]
)
def test_what_is_filled_has_the_colours_of_the_system(open_forced, path, filled):
    colours = """(each) => {
        const probe = document.body.appendChild(document.createElement("i"));
        return ["CanvasText", "LinkText", getComputedStyle(each).backgroundColor].map((colour) => {
            probe.style.color = colour;
            return getComputedStyle(probe).color;
        });
    }"""
    *system, shown = open_forced(path).locator(filled).first.evaluate(colours)
    fill = open_forced(path).locator(filled).first.evaluate("(each) => getComputedStyle(each).backgroundColor")
    assert fill in system, (fill, system, shown)


def test_the_chosen_result_and_the_box_that_is_typed_into_show(open_forced):
    page = open_forced("en/")
    page.keyboard.press("/")
    page.keyboard.type("minutes")
    page.locator("dialog .found mark").first.wait_for()
    first, second = looks(page, ".found[aria-selected=true]", ".found[aria-selected=false]")
    assert first != second
    outline = page.locator("dialog [role=combobox]").evaluate("(box) => getComputedStyle(box).outlineStyle")
    assert outline != "none"
    hit, around = page.locator(".found mark").first.evaluate(LOOK), page.locator(".found__title").first.evaluate(LOOK)
    assert hit != around


def test_a_pressed_button_a_wrong_answer_and_a_note_show(open_forced, address):
    page = open_forced("en/checklists/meeting-before/")
    page.locator("check-list details.check__more summary").first.click()
    button = page.locator("check-list [data-na]").first
    before = button.evaluate(LOOK)
    button.click()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    assert button.evaluate(LOOK) != before
    first, second = looks(page, ".check__more--used > summary", ".check__more:not(.check__more--used) > summary")
    assert first != second
    page.goto(f"{address}en/templates/meeting-minutes/#minutes-subject=x")
    field = page.locator("form-filler [name=minutes-subject]")
    field.wait_for()
    before = field.evaluate(LOOK)
    field.evaluate("(field) => field.setAttribute('aria-invalid', 'true')")
    assert field.evaluate(LOOK) != before


@pytest.mark.every_other
@pytest.mark.parametrize(
    "place", [".site-parts a:not([aria-current])", ".part-nav ul a:not([aria-current])", ".page-toc li a"]
)
def test_what_is_not_current_has_no_frame(open_forced, place):
    page = open_forced("en/scenarios/absence/", width=1600)
    look = page.locator(place).first.evaluate(
        "(each) => [getComputedStyle(each).borderBottomColor, getComputedStyle(each).borderLeftColor]"
    )
    assert page.evaluate(PAGE) in look


@pytest.mark.every_other
@pytest.mark.parametrize("choice", ["light", "dark", None])
def test_pictures_and_folding_signs_can_be_seen_whatever_colours_were_chosen(open_forced, choice):
    page = open_forced("en/about/authors/")
    page.evaluate("(choice) => { if (choice) document.documentElement.dataset.colours = choice; }", choice)
    back = page.evaluate(PAGE)
    step = page.locator(".procedure-picture li").first
    assert step.locator("a").evaluate("(each) => getComputedStyle(each).color") != back
    number, circle = (
        step.evaluate(f"(each) => getComputedStyle(each, '::before').{part}") for part in ("color", "backgroundColor")
    )
    assert number != circle != back
    page = open_forced("en/scenarios/urgent-matter/")
    sign = page.locator("details.other-language summary").first.evaluate(
        "(each) => getComputedStyle(each, '::after').backgroundColor"
    )
    assert sign != page.evaluate(PAGE)
