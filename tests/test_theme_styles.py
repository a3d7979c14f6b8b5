"""Of the theme's style sheet only what pages can need is published."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from macros.published import theme_styles
from tests.built_pages import file_of, pages

_CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")


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
    for name in ("md-typeset", "md-grid", "md-header", "md-skip", "admonition", "highlight"):
        assert f".{name}" in kept, name
    assert "[dir=rtl]" not in kept
    assert kept.count("{") == kept.count("}") > 300
    assert len(gzip.compress(kept.encode())) < 0.6 * len(gzip.compress(theme_styles.whole().encode()))
