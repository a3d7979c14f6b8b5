"""Of the theme's style sheet only what pages can need is published."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from macros import addresses
from macros.published import assets, theme_styles
from tests.built_pages import file_of, pages, published
from tests.conftest import ROOT

_CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")


@pytest.mark.sweep
def test_no_page_has_a_part_of_the_theme_whose_styles_are_left_out(site: Path):
    left_out = set(filter(theme_styles.is_left_out, theme_styles.classes(theme_styles.whole())))
    assert {"md-search__input", "tabbed-set", "md-nav__link"} <= left_out
    faults = {
        f"{page.address}: {name}"
        for page in pages(site)
        for found in _CLASSES.findall((site / file_of(page.address)).read_text(encoding="utf-8"))
        for name in " ".join(found).split()
        if name in left_out
    }
    assert faults == set()


def test_what_pages_have_keeps_its_styles():
    kept = theme_styles.needed()
    for name in ("md-typeset", "md-grid", "md-header", "md-skip", "admonition"):
        assert f".{name}" in kept, name
    seldom = theme_styles.seldom()
    for selector in (
        ".highlight .k",
        ".md-typeset mark",
        ".md-typeset kbd",
        ".md-typeset pre",
        ".md-typeset hr",
        "table:not([class])",
    ):
        assert selector not in kept and selector in seldom, selector
    assert ".md-typeset code" in kept
    assert "[dir=rtl]" not in kept
    assert kept.count("{") == kept.count("}") > 100 and "{}" not in kept
    assert len(gzip.compress(kept.encode())) < 0.3 * len(gzip.compress(theme_styles.whole().encode()))


def test_of_the_properties_those_are_left_that_rules_take():
    kept = theme_styles.needed()
    set_there = set(re.findall(r"[{;](--[\w-]+):", kept))
    taken = set(re.findall(r"var\((--[\w-]+)", kept))
    assert "--md-details-icon" in set_there and "--md-mermaid-font-family" not in set_there
    assert set_there <= taken
    moved = set(re.findall(r"@keyframes ([\w-]+)", kept))
    assert moved <= set(re.findall(r"animation:[^;}]*?([\w-]+)[;}]", kept)) and "@keyframes" in theme_styles.whole()


def test_a_property_that_our_own_sheet_gives_a_page_comes_once(site: Path):
    sheet = published(site, "assets/handbook.css").read_text(encoding="utf-8")
    theme, _, own = sheet.partition(":root,body{")
    given = set(re.findall(r"[{;]?(--md-[\w-]+):", own.partition("}")[0]))
    rules = re.findall(r"(?:^|[{}])(?::root|body)\{([^}]*)\}", theme)
    assert "--md-default-fg-color" in given and rules
    assert given.isdisjoint(re.findall(r"(--[\w-]+):", " ".join(rules)))
    assert "--md-details-icon" in theme


def test_nothing_is_kept_for_what_only_the_theme_s_script_sets(site: Path):
    asked = theme_styles.needed() + theme_styles.seldom()
    for attribute in ("data-md-color-scheme", "data-preview", "data-md-scrolllock"):
        assert f"[{attribute}" in theme_styles.whole() and f"[{attribute}" not in asked
        assert [
            page.address for page in pages(site) if f" {attribute}" in (site / file_of(page.address)).read_text("utf-8")
        ] == []


def test_the_sheets_of_apps_travel_with_the_pages_that_have_them(site: Path):
    sheets = {name: published(site, f"assets/{name}.css") for name in assets.SHEETS}
    wanted = {
        "handbook": ".breadcrumb",
        "choices": ".answer-card__help",
        "steps": ".step-way",
        "home": ".home__head",
        "checklists": ".check__label",
        "onboarding": ".path__form",
        "my": ".records",
        "chooser": ".chooser-table",
        "contacts": ".contact__matter",
        "filling": ".filler__form",
        "practice": ".practice__question",
        "found": ".found__kind",
        "seldom": ".highlight",
        "lookup": ".brief",
        "scenario": ".belongings__ways",
    }
    for name, block in wanted.items():
        assert [
            other
            for other in sheets
            if re.search(f"{re.escape(block)}[ {{]", sheets[other].read_text(encoding="utf-8"))
        ] == [name], block
    faults = []
    for page in pages(site):
        text = (site / file_of(page.address)).read_text(encoding="utf-8")
        has = {name for found in _CLASSES.findall(text) for name in " ".join(found).split()}
        faults += [
            f"{page.address}: {name}"
            for name, block in wanted.items()
            if name != "handbook" and block[1:] in has and sheets[name].name not in text
        ]
    assert faults == []


@pytest.mark.parametrize("table", ["cards-on-phone brief", "stays-table brief"])
def test_a_short_table_has_its_sheet_also_where_it_fits_a_phone_as_it_is(table: str):
    """On the way to the page, `macros/pages/tables.py` gives a table that fits another name."""
    for content, wanted in ((f'<table class="{table}">', True), ('<table class="stays-table">', False)):
        assert ("assets/lookup.css" in _sheets_for(content)) == wanted


@pytest.mark.parametrize("element", theme_styles.SELDOM)
def test_a_page_of_a_company_that_has_what_few_pages_do_has_its_sheet(element: str):
    assert "assets/seldom.css" in _sheets_for(f"<p>Ours</p><{element}>")
    assert "assets/seldom.css" not in _sheets_for("<p>Ours</p><details><summary>More</summary></details>")


def _sheets_for(content: str) -> str:
    """The sheets that a page with this content asks for."""
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides" / "theme"), autoescape=True)
    environment.filters["url"] = str
    frame = environment.get_template("main.html")
    page = SimpleNamespace(content=content, url="x/")
    sheets = "".join(frame.blocks["styles"](frame.new_context({"page": page, "at": addresses})))
    assert "assets/handbook.css" in sheets
    return sheets
