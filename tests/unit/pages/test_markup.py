"""What makes pages of texts: escaping, tables as cards, links on paper, reading times, arguments of macros."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from markdown import markdown
from markupsafe import Markup

from macros.pages.arguments import MacroError, checked
from macros.pages.escaping import escapes, in_html, in_markdown
from macros.pages.finished import finished
from macros.pages.printing import spell_out_links
from macros.pages.reading_times import OtherPages, description_of, reading_time_of, title_of
from macros.pages.tables import MarkdownTables, fits_phone, name_roles
from macros.pages.views import Views
from macros.reading.loading import handbook_of
from tests.conftest import ROOT
from tests.unit.sound import sound


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ `c`",
        "<b>&amp;",
        "[a](b) ![c](d)",
        "# a",
        "- a",
        "+ a",
        "1. a",
        "1) a",
        "12.",
        "a | b",
        "~~a~~ ^b^ $c$",
        "> a",
        "{: .x }",
        "!!! note",
        "??? a",
        "=== a",
        ": a",
        "\\*",
        "\"a\" 'b'",
        "a\n\n- b",
    ],
)
def test_a_text_reads_in_markdown_as_it_is_written(text: str):
    html = markdown(str(in_markdown(text)), extensions=["extra", "admonition"])
    assert Markup(html.removeprefix("<p>").removesuffix("</p>")).unescape() == " ".join(text.split())


def test_a_fence_in_a_text_begins_no_code_in_html():
    assert in_html("a ``` <b>") == Markup("a &#96;&#96;&#96; &lt;b&gt;")
    assert in_html("~~~~") == Markup("&#126;" * 4)
    for left in ("a `` b ~~ c", Markup("```"), 5):
        assert in_html(left) is left


def test_templates_of_ours_escape_and_the_themes_do_not(tmp_path: Path):
    (tmp_path / "main.html").touch()
    ours = escapes(tmp_path)
    assert ours("main.html") and ours(None) and ours("no/such.html") and not ours("base.html")


ARTICLE = "<a href='x'>o</a><article class='a'>{}</article><a href=\"../y/\">p</a>"


@pytest.mark.parametrize(
    ("link", "printed"),
    [
        ('<a href="../b/">B</a>', ""),
        ('<a href="../b/#c">B</a>', ""),
        ('<a class="x" href="https://a.example/">B</a>', "https://a.example/"),
        ('<a href="mailto:a@b.example?subject=c">B</a>', "a@b.example"),
        ('<a href="tel:+86 10 5555">B</a>', "+86 10 5555"),
        ('<a href="tel:+86105555">010-5555</a>', ""),
        ('<a href="#c">B</a>', ""),
        ('<a href="../../downloads/a.docx">B</a>', ""),
        ('<a href="../../">B</a>', ""),
        ('<a class="button" href="https://a.example/">B</a>', ""),
        ('<nav class="a"><a href="https://a.example/">B</a></nav>', ""),
    ],
)
def test_a_link_says_on_paper_where_it_leads(link: str, printed: str):
    html = spell_out_links(ARTICLE.format(link))
    assert html.count("data-print") == bool(printed)
    assert not printed or f'data-print="{printed}"' in html


def test_a_link_within_says_where_it_leads_if_it_asks_to_and_the_address_of_the_site_is_known():
    link = '<a class="x" href="../b/" data-print="">B</a>'
    html = '<link rel="canonical" href="https://a.example/en/c/">' + ARTICLE.format(link)
    assert 'href="../b/" data-print="https://a.example/en/b/">B' in spell_out_links(html)
    assert 'href="../b/">B' in spell_out_links(ARTICLE.format(link))


def test_where_a_page_leads_is_said_once():
    assert spell_out_links(ARTICLE.format('<a href="https://a.example/">B</a>' * 3)).count("data-print") == 1


def test_a_table_in_markdown_has_headings_for_its_rows_and_labels_in_its_cells():
    html = markdown("| A | B *c* |\n| --- | --- |\n| 1 | 2 |\n", extensions=["tables", MarkdownTables()])
    assert '<div class="table-tools">' in html and '<table class="cards-on-phone">' in html
    assert (
        html.count('<th scope="col">') == 2
        and '<th scope="row">1</th>' in html
        and '<td data-label="B c">2</td>' in html
    )
    roles = name_roles(f"{html}<table><td>x</td></table>")
    for role in (
        '<table role="table"',
        '<tr role="row"',
        '<th role="rowheader"',
        '<th role="columnheader"',
        '<td role="cell"',
    ):
        assert role in roles
    assert roles.endswith("<table><td>x</td></table>")


def test_a_row_that_begins_with_nothing_has_no_heading():
    html = markdown("| A | B |\n| --- | --- |\n| | 2 |\n", extensions=["tables", MarkdownTables()])
    assert 'scope="row' not in html and '<td data-label="B">2</td>' in html


@pytest.mark.parametrize(
    ("rows", "fits"),
    [
        ([["Where", "Late after"], ["E-mail", "1 working day"]], True),
        ([["从哪里发的", "过了多久没有答复算逾期"], ["邮件", "1个工作日"]], True),
        ([["Who", "Reply", "Date"], ["Wu Qian", "Agreed", "2026-11-11"]], True),
        ([["Who", "Reply", "Date"], ["Wu Qian", "Agreed to all of it but for the second item", "2026-11-11"]], False),
        ([["A", "B", "C", "D"], ["1", "2", "3", "4"]], False),
        ([["Address", "For"], ["https://handbook.example.com/en/", "All"]], False),
        ([["A", "B"], ["1", "<ul><li>2</li></ul>"]], False),
    ],
)
def test_a_table_that_fits_a_phone_stays_one(rows: list[list[str]], fits: bool):
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    table = f'<table class="cards-on-phone">{lines}</table>'
    assert fits_phone(table) == fits and ('class="stays-table"' in name_roles(table)) == fits


def test_of_a_table_that_stays_one_a_short_chinese_cell_such_as_a_time_is_not_broken():
    row = '<th scope="row">邮件</th><td data-label="时限">2个工作小时</td><td data-label="何时">周五17:30</td>'
    roles = name_roles(f'<table class="cards-on-phone"><tr>{row}</tr></table>')
    assert '<td role="cell" class="whole" data-label="时限">2个工作小时</td>' in roles
    english = name_roles('<table class="cards-on-phone"><tr><th>Mail</th><td>1 working day</td></tr></table>')
    assert 'class="whole"' not in english


def test_a_heading_links_to_itself_a_number_dials_and_who_answers_comes_last():
    views = Views(handbook_of(sound()), "en", ROOT / "overrides", date(2026, 1, 1), {})
    html = finished(
        '<h2 id="a">A</h2><p class="owner-line">O</p><h3>B</h3><h2 id="c"><a href="d/">C</a></h2>'
        '<p>Call +86 10 5555 0100.</p><p>Or &#43;86 10 5555 0100.</p><a href="tel:1">+86 10 5555 0100</a><p class="owner-line">O</p>',
        "en/my/",
        views,
    )
    assert html.startswith(
        '<h2 id="a" aria-label="A">A<a class="link-here" href="#a" aria-label="Copy link"></a></h2><h3>B</h3>'
    )
    assert (
        html.count("link-here") == 1 and html.endswith('<p class="owner-line">O</p>') and html.count("owner-line") == 1
    )
    assert 'Call <a href="tel:+861055550100">+86 10 5555 0100</a>.' in html and html.count("tel:") == 3
    assert 'Or <a href="tel:+861055550100">+86 10 5555 0100</a>.' in html, (
        "a plus sign may have been escaped for Markdown"
    )
    assert finished('<h2 id="a">A</h2>', "en/", views) == '<h2 id="a">A</h2>'


def minutes(*pages: str) -> str:
    """How long reading these pages takes, as the page says it."""
    others = OtherPages()
    for number, page in enumerate(pages):
        others.note(str(number), f"Title <{number}>", "", page)
    return others.fill_in(str(reading_time_of(map(str, range(len(pages))))), lambda duration: duration)


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([""], "PT1M"),
        (["字" * 600], "PT2M"),
        (["word " * 660], "PT3M"),
        (["字" * 300 + "word " * 220], "PT2M"),
        (["字" * 300, "<p>" + "字" * 300 + "</p>"], "PT2M"),
        (["<script>" + "word " * 9000 + "</script><check-list>" + "字" * 9000 + "</check-list>字"], "PT1M"),
        (["字" * 3000], "PT10M"),
        (["字" * 3300], "PT10M"),
        (["字" * 3900], "PT15M"),
        (["2026 — 7"], "PT1M"),
    ],
)
def test_reading_takes_as_long_as_its_characters_and_words(pages: list[str], said: str):
    assert minutes(*pages) == said


def test_title_and_description_of_another_page_are_filled_in_and_follow_it():
    others = OtherPages()
    others.note("a/", 'A <b> & "c"', "D", "")
    assert others.fill_in(f"x{title_of('a/')}y", str) == 'xA &lt;b&gt; &amp; "c"y'
    others.note("a/", "B", "<e>", "字" * 900)
    said = f"{title_of('a/')}{description_of('a/')}{reading_time_of(['a/'])}"
    assert others.fill_in(said, str) == "B&lt;e&gt;PT3M"
    with pytest.raises(KeyError):
        others.fill_in(str(title_of("b/")), str)


@checked
def greeting(name: str, loud: bool = False) -> str:
    return f"<{name}>" if loud else Markup("<b>")


def test_arguments_that_a_macro_does_not_have_are_named_with_those_it_has():
    assert greeting("a", loud=True) == "&#60;a&#62;" and greeting(name="a") == "<b>"
    for call, said in (
        (lambda: greeting("a", lout=True), r"greeting\(\) has no argument 'lout'; did you mean 'loud'\?"),
        (lambda: greeting(), r"greeting\(\): missing a required argument: 'name'; its arguments: name, loud"),
        (lambda: greeting("a", True, 5), r"greeting\(\): too many positional arguments; its arguments: name, loud"),
    ):
        with pytest.raises(MacroError, match=said):
            call()


def test_a_channel_that_nothing_names_yet_has_no_empty_part():
    """A company's own, on the day on which it is laid down."""
    handbook = handbook_of(sound())
    channel = handbook.channels[0].model_copy(update={"id": "notice-board"})
    views = Views(handbook, "en", ROOT / "overrides", date(2026, 1, 1), {})
    facts, scenarios = (
        views.render(part, "channels/notice-board/", channel=channel) for part in ("channel-facts", "channel-scenarios")
    )
    words = handbook.interface.texts
    assert words["channel_tool"].en in facts and words["channel_answer_times"].en not in facts
    assert words["channel_scenarios"].en not in scenarios and "<ul" not in facts + scenarios
    used = views.render("channel-scenarios", "channels/email/", channel=handbook.channel["email"])
    assert words["channel_scenarios"].en in used and "<li>" in used


def test_a_component_escapes_what_it_is_given_for_html_and_for_markdown(tmp_path: Path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "shown.html").write_text("# {{ text | in_markdown }}\n<p>{{ text }}</p>", encoding="utf-8")
    views = Views(handbook_of(sound()), "en", tmp_path, date(2026, 1, 1), {})
    shown = views.render("shown", "..", text="*a* ``` <b>")
    assert shown == "# &#42;a&#42; &#96;&#96;&#96; &#60;b&#62;\n<p>*a* &#96;&#96;&#96; &lt;b&gt;</p>\n"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1\N{NO-BREAK SPACE}KB"),
        (400, "1\N{NO-BREAK SPACE}KB"),
        (1600, "2\N{NO-BREAK SPACE}KB"),
        (80_000, "78\N{NO-BREAK SPACE}KB"),
    ],
)
def test_no_file_is_said_to_be_empty(size: int, said: str):
    views = Views(handbook_of(sound()), "en", ROOT / "overrides", date(2026, 1, 1), {})
    assert views.context["format_bytes"](size) == said


def test_a_table_is_called_as_the_heading_above_it() -> None:
    table = '<table class="cards-on-phone"><tr><td>x</td></tr></table>'
    roles = name_roles(f'{table}<h2 id="steps" aria-label="Steps">Steps</h2><p>x</p>{table}')
    assert roles.count("aria-labelledby") == 1
    assert roles.endswith(
        '<table role="table" class="cards-on-phone" aria-labelledby="steps"><tr role="row"><td role="cell">x</td></tr></table>'
    )
