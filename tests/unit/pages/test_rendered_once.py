"""A page that was rendered on trial goes into the build as it came out there, and only while it still reads the same."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros import on_pre_page_macros
from macros.checking.rehearsal import Trial
from macros.pages.authoring import Macros

SOURCE = "en/about/legal.md"


@pytest.fixture
def macros(monkeypatch: pytest.MonkeyPatch) -> Macros:
    """Macros whose pages know one, and a handbook that says nothing."""
    monkeypatch.setattr(Macros, "registered", lambda _: {"hello": lambda: "Hello\n"})
    monkeypatch.setattr(Macros, "company", None)
    made = Macros({"zh": SimpleNamespace(handbook=SimpleNamespace(tokens={}))}, ())
    monkeypatch.setattr(made, "stand_on", lambda source: None)
    return made


def before(macros: Macros, markdown: str, title: str = "Title", **meta: Any) -> SimpleNamespace:
    """What mkdocs-macros renders a page from, once it asked."""
    page = SimpleNamespace(file=SimpleNamespace(src_uri=SOURCE), meta=meta, title=title)
    env = SimpleNamespace(
        conf={"extra": {"handbook_macros": macros}}, page=page, markdown=markdown, has_j2=lambda text: "{{" in text
    )
    on_pre_page_macros(env)
    return env


@pytest.mark.parametrize("body", ["{{ hello() }}there", "\n\n# One\n\n{{ hello() }}\n", "{{ hello() }}\n\n\n"])
def test_it_is_what_rendering_again_would_give(macros: Macros, body: str):
    assert Trial(macros).failure(SOURCE, body) is None
    env = before(macros, body.strip("\n"))
    assert env.markdown == body.strip("\n").replace("{{ hello() }}", "Hello\n")
    assert env.page.meta == {"render_macros": False}


def test_a_page_that_reads_otherwise_by_now_is_rendered(macros: Macros):
    assert Trial(macros).failure(SOURCE, "{{ hello() }}") is None
    for env in (
        before(macros, "{{ hello() }} again"),
        before(macros, "{{ hello() }}", title="{{ hello() }}"),
        before(macros, "{{ hello() }}", render_macros=True),
    ):
        assert "{{" in env.markdown and env.page.meta.get("render_macros") is not False
