"""Markdown pages as editors write them: head, headings, passages left open, links, macros on trial."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.checking import links, prose, prose_text
from macros.checking.rehearsal import Trial
from macros.console import in_words
from macros.errors import Faults
from macros.pages.arguments import MacroError
from macros.reading.markdown import NO_WORDS, NOT_PROSE, without_code

HEAD = {"zh": "---\ntitle: 标题\ndescription: 说明\n---\n", "en": "---\ntitle: Title\ndescription: Words\n---\n"}


def pages(root: Path, **texts: str) -> tuple[list[prose.Page], Faults]:
    """Pages of a project by language, as they are read."""
    faults = Faults()
    for language, text in texts.items():
        file = root / "docs" / language / "about" / "a.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return prose.read(root, faults), faults


def said(root: Path, **texts: str) -> list[str]:
    """What shows without the data."""
    found, faults = pages(root, **texts)
    prose_text.check(found, faults)
    return [str(fault).removeprefix("docs/") for fault in faults]


def test_a_page_knows_its_head_and_its_path(tmp_path: Path):
    found, faults = pages(tmp_path, zh=HEAD["zh"] + "正文\n", en="Body\n---\nx\n")
    assert not faults and [page.source for page in found] == ["zh/about/a.md", "en/about/a.md"]
    assert (found[0].offset, found[0].body, found[1].offset, found[1].body) == (4, "正文\n", 0, "Body\n---\nx\n")
    assert (found[0].path, found[0].in_either_language) == ("docs/zh/about/a.md", "about/a.md")
    both = prose.read_both(tmp_path, "about/a.md", faults)
    assert both == found and prose.read_both(tmp_path, "about/[a].md", faults) == []


def test_both_languages_with_a_head_and_the_same_headings_are_sound(tmp_path: Path):
    body = "\n## {title} {{#one}}\n\n```\n## No heading\n```\n### {title} {{#two}}\n"
    texts = {
        language: head + body.format(title=title)
        for (language, head), title in zip(HEAD.items(), ("一", "A"), strict=True)
    }
    assert said(tmp_path, **texts) == []


def test_code_ends_with_the_fence_with_which_it_began():
    """Another kind of fence, a shorter one, or one with a language behind it, is code."""
    shown = ["", "", "", "", "a"]
    assert without_code("```\n~~~\n## x\n```\na") == shown
    assert without_code("~~~ yaml\n```\n# x\n~~~\na") == shown
    assert without_code("````\n```\n```\n````\na") == shown
    assert without_code("  ```\n``` yaml\n# x\n  ```\na") == shown
    assert without_code("``` a ``` b\nc") == ["``` a ``` b", "c"], "code within its line opens nothing"


def test_a_heading_within_code_within_code_is_none(tmp_path: Path):
    body = "\n```\n~~~\n```\n## Title\n"
    assert ["has no id" in fault for fault in said(tmp_path, en=HEAD["en"] + body)] == [True]


def test_what_is_no_prose_is_the_same_for_every_rule():
    line = "a {{ b }} {% c %} `d` [e](f \"g\") <h i='j'> {#k} {.l} {: m}"
    assert NOT_PROSE.sub("", line).split() == ["a", "[e"]
    assert NO_WORDS.sub("", line).split() == ["a", "{{", "b", "}}", "`d`", "[e"]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("", "1: title: is missing; begin the page with `---`, `title: …`, `---`"),
        ("---\n---\n", "1: title: is missing; begin the page with `---`, `title: …`, `---`"),
        (
            "\n--- \ntitle: A\n---\n",
            "2: front matter: is not taken for one; begin the page with `---`, nothing above it and no space behind it",
        ),
        (
            "{## based_on: 123 ##}\n---\ntitle: A\n---\n",
            "2: front matter: is not taken for one; begin the page with `---`, nothing above it and no space behind it",
        ),
        ("---\ntitle: A\n", "1: front matter: is not closed; end it with a line of its own: ---"),
        ("---\ntitle: A\ndescription:\n---\n", "3: description: is blank; write it"),
        ("---\ntitle: 5\ndescription: b\n---\n", "2: title: 5 stands where a text belongs; put it in quotes"),
        (
            "---\ntitle: A\ndescription: '{{ x }}'\n---\n",
            "3: description: '{{' begins a macro, and none is called here; write the text itself",
        ),
        (
            "---\ntitle: A\ndescriptoin: b\n---\n",
            "3: descriptoin: unknown key 'descriptoin'; did you mean 'description'?",
        ),
        ("---\ntitle: 题\ndescription: b\n---\n", "2: title: '题': holds Chinese characters; write it in English"),
        (
            "---\ntitle: A\ntitle: B\ndescription: b\n---\n",
            "3: title: duplicate key 'title', already given in line 2; keep one of them",
        ),
        (
            "---\ntitle: [\n---\n",
            "2: yaml: the '[' here, or a quotation mark after it, is not closed: 'title: ['; close it",
        ),
    ],
)
def test_what_is_wrong_with_the_head_of_a_page_is_named_with_its_line(head: str, fault: str, tmp_path: Path):
    assert f"en/about/a.md:{fault}" in said(tmp_path, en=head)


def test_a_chinese_description_is_chinese(tmp_path: Path):
    assert said(tmp_path, zh="---\ntitle: OA\ndescription: OA\n---\n") == [
        "zh/about/a.md:3: description: 'OA': holds no Chinese character; write it in Chinese"
    ]


def test_passages_still_to_be_written_are_named(tmp_path: Path):
    body = 'x {{ to_write("why") }} {{to_write(\'how\')}}\n{% raw %}{{ to_write("shown") }}{% endraw %}\n'
    assert said(tmp_path, en=HEAD["en"] + body) == [
        "en/about/a.md:5: text: still to be written: how",
        "en/about/a.md:5: text: still to be written: why",
    ]


@pytest.mark.parametrize(
    ("zh", "en", "faults"),
    [
        (
            "## 一\n",
            "## A {#a}\n",
            ["zh/about/a.md:5: heading: '## 一' has no id; end it with {#…}, the same in both languages"],
        ),
        (
            "## 一 {#a}\n\n## 二 {#a}\n",
            "## A {#a}\n## B {#b}\n",
            [
                "zh/about/a.md:7: heading: differs from docs/en/about/a.md: ",
                "zh/about/a.md:7: heading: duplicate id 'a', already given to the heading in line 5; give this one an id of its own",
            ],
        ),
        (
            "## 一 {#a}\n",
            "## 字 {#a}\n",
            ["en/about/a.md:5: heading: '## 字 {#a}' holds Chinese characters; write it in English"],
        ),
        ("## 一 {#a}\n", "### A {#a}\n", ["zh/about/a.md:5: heading: "]),
        ("## 一 {#a}\n## 二 {#b}\n", "## A {#a}\n", ["zh/about/a.md:6: heading: "]),
        ("", "## A {#a}\n", ["zh/about/a.md:1: heading: "]),
        ("##没有空格 {#a}\n", "## A {#a}\n", []),
    ],
)
def test_both_languages_have_the_same_headings(zh: str, en: str, faults: list[str], tmp_path: Path):
    found = said(tmp_path, zh=HEAD["zh"] + zh, en=HEAD["en"] + en)
    assert len(found) == len(faults) and all(map(str.startswith, found, faults)), found


ANCHORS = {"zh/about/a.md": {"one"}, "zh/index.md": set(), "zh/about/index.md": set(), "zh/channels/email.md": {"when"}}
FILES = {"downloads/form.zh.docx", "zh/assets/picture.svg"}


def test_a_link_to_a_page_that_is_called_otherwise_now_is_told_where_it_is():
    assert linked("[a](gone.md#x)") == [
        "1: there is no zh/about/gone.md; it is called 'zh/channels/email.md' now; write that"
    ]


def linked(text: str, language: str = "zh") -> list[str]:
    """What is said of a page of a language, in a site that has the same pages in it."""
    faults = Faults()
    links.check(
        [prose.Page(f"{language}/about/a.md", text, 0)],
        {page.replace("zh/", f"{language}/"): anchors for page, anchors in ANCHORS.items()},
        {file.replace("zh/", f"{language}/") for file in FILES},
        {f"{language}/about/broken.md"},
        faults,
        {"about/gone": "channels/email"},
    )
    return [f"{fault.line}: {fault.message}" for fault in faults]


@pytest.mark.parametrize(
    "text",
    [
        "[a](../channels/email.md#when)",
        "[a](#one) [b](#content) [c](a.md#top)",
        "[a](https://x.example/no) [b](mailto:a@b.example) [c](//x.example)",
        "![a](../assets/picture.svg)",
        "[a](../../downloads/form.zh.docx)",
        "[a](broken.md#anything)",
        "`[a](no.md)`",
        "```\n[a](no.md)\n```",
        "~~~\n[a](no.md)\n~~~",
        "[a]({{ x }})",
        '[a](../channels/email.md "title")',
        "[a](../channels/email.md?x=1#when)",
        "[a](%61.md)",
    ],
)
def test_links_that_lead_somewhere_are_sound(text: str):
    assert linked(text) == [] == linked(text, "en")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("\n[a]()", "2: leads nowhere; write the page or the address between the parentheses"),
        (
            "[a](/about/a.md)",
            "1: '/about/a.md' begins at the host's root, where this site need not stand; write the way from this page",
        ),
        (
            r"[a](C:\Forms\leave.docx)",
            r"1: 'C:\Forms\leave.docx' is a place on one computer, which browsers do not open from a site; "
            "give the address under which all can open it",
        ),
        (
            "[a](file:///G:/leave.docx)",
            "1: 'file:///G:/leave.docx' is a place on one computer, which browsers do not open from a site; "
            "give the address under which all can open it",
        ),
        (
            "[a](javascript:void)",
            "1: 'javascript:void' runs a script, which browsers refuse here; take the link out",
        ),
        (
            "[a](../channels/email/)",
            "1: '../channels/email/' is no file; link to the page's source: ../channels/email.md",
        ),
        ("[a](../about/)", "1: '../about/' is no file; link to the page's source: ../about/index.md"),
        ("[a](../channels/emial.md)", "1: there is no zh/channels/emial.md; did you mean 'zh/channels/email.md'?"),
        ("[a](../zzzzz/qqqqqq.pdf)", "1: there is no zh/zzzzz/qqqqqq.pdf; mend the path, or take the link out"),
        (
            "[a](../channels/email.md#wehn)",
            "1: zh/channels/email.md has no heading or place with the id 'wehn'; did you mean 'when'?",
        ),
        ("[a](#two)", "1: this page has no heading or place with the id 'two'; use one of: one"),
        ('<a href="no-such-thing">x</a>', "1: there is no zh/about/no-such-thing; mend the path, or take the link out"),
        ("[a]: no-such-thing", "1: there is no zh/about/no-such-thing; mend the path, or take the link out"),
        (
            "```\n[a](no.md)\n```\n[b](<no-such-thing>)",
            "4: there is no zh/about/no-such-thing; mend the path, or take the link out",
        ),
    ],
)
def test_links_that_lead_nowhere_are_named_with_what_to_do(text: str, fault: str):
    assert linked(text) == [fault]
    assert linked(text, "en") == [fault.replace("zh/", "en/")]


def test_places_on_a_page_are_its_ids_however_they_are_given():
    assert links.ids('## A {#one}\n## B { .x #two }\n<p id="three" grid="no">\n[]{: #four }\n{#f\n') == {
        "one",
        "two",
        "three",
        "four",
    }


def broken(name: str) -> str:
    if name == "why":
        raise MacroError("there is no 'why'")
    return f"<{name}>"


def tried(body: str) -> tuple[list[tuple[int, str]], Trial]:
    handbook = SimpleNamespace(tokens={"messenger": ""})
    macros: Any = SimpleNamespace(
        registered=lambda: {"card": broken},
        handbook=handbook,
        company=None,
        stand_on=lambda source: None,
        as_rendered=lambda body: body,
        keep=lambda *_: None,
    )
    trial = Trial(macros)
    return list(trial.faults("zh/a.md", body)), trial


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ('a {{ card("b") }}\n', []),
        ('a\n{{ card("why") }}\n{{ card("why") }}\n', [(2, "there is no 'why'"), (3, "there is no 'why'")]),
        (
            '{{ card("why") }} {{ crad("a") }}',
            [(1, "there is no 'why'"), (1, "unknown macro 'crad'; did you mean 'card'?")],
        ),
        ("{{ messenger }}", [(1, "unknown macro 'messenger'; did you mean 'company.messenger'?")]),
        ("{{ card }}", [(1, "'broken' is not called; write broken() with parentheses")]),
        (
            "\n{{ card('a' }}",
            [(2, "syntax: unexpected '}', expected ')' in {{ card('a' }}; check braces, quotes and commas")],
        ),
        (
            "{{ card（'a'） }}",
            [
                (
                    1,
                    "syntax: unexpected char '（' in {{ card（'a'） }}; macros take the signs of a Latin keyboard: \"…\", (…)",
                )
            ],
        ),
        ("{{ 1 / 0 }}", [(1, "ZeroDivisionError: division by zero")]),
        ("{## a comment {{ x }} ##}{#an-id}", []),
    ],
)
def test_macros_are_tried_and_each_fault_named_with_its_line(body: str, faults: list[tuple[int, str]]):
    assert tried(body)[0] == faults


@pytest.mark.parametrize(
    "body",
    [
        '{{ card("a" }}',
        '{{ card("a) }}',
        '{{ card("a")',
        '{{ card("a") }',
        "{{ card a }}",
        "{{ }}",
        "{{ card. }}",
        "{{ card(a=1, 2) }}",
        "{% if card %}",
        "{% foo %}",
        "{% if card %}{% foo %}",
        "{% %}",
        "{## card",
        "{{ card | foo }}",
        "{{ card is foo }}",
    ],
)
def test_what_is_wrong_with_a_macro_is_told_in_chinese_too(body: str):
    (_, said), *_ = tried(body)[0]
    told = in_words(said, "zh").replace(body, "")
    assert not re.search("[A-Za-z]{3}", re.sub("“[^”]*”|'[a-z]+'", "", told)), told


def test_what_a_page_says_after_its_macros_is_kept_with_faulty_lines_blank():
    assert tried('a {{ card("b") }}\n{{ card("why") }}\nc')[1].rendered == {"zh/a.md": "a <b>\n\nc"}
