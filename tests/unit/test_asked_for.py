"""What is asked for is there, and what nobody asks for goes: texts of the interface, classes of the style sheets."""

from __future__ import annotations

import functools
import re
from collections import Counter

from macros.downloads.rendering import MARKDOWN
from macros.pages.theme import TEMPLATES
from macros.reading import loading
from tests.conftest import ROOT
from tests.unit.sound import sound

PUT_TOGETHER = re.compile(
    r"(working_)?(minutes|hours|days|weeks|months|years)_(one|many)|day_(mon|tue|wed|thu|fri|sat|sun)|(copy|language)_(zh|en)"
    r"|(answer|owes|owes_in|practice_time|within)_(us|colleague)|(acr|book|changed|contacts|data|format|found|group|part|search_in)_.+"
    r"|card_(ambulance|fire|police)|form_(check|language)_.+|reviews_(overdue|due|next)"
    r"|tone_(formal|neutral|friendly)|script_fill_(check|left|storage|word)_.+|script_fill_(mail|print|old|copy)_(question|ways)|script_fill_(gone|merged)"
)
"""Texts whose names code puts together, of what the data or a file say."""
OTHER_WORDS = "overrides/components/go-on.js"
"""Where `words` are those of the element's own markup."""


@functools.cache
def written(*endings: str) -> dict[str, str]:
    """The sources with some endings, but for the data: whatever asks for something."""
    files = [
        file for folder in ("macros", "overrides") for file in (ROOT / folder).rglob("*") if file.suffix in endings
    ]
    files += [file for language in ("zh", "en") for file in (ROOT / "docs" / language).rglob("*.md")]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_every_text_of_the_interface_is_asked_for():
    asking = "\n".join(written(".py", ".html", ".js", ".typ", ".xml", ".xhtml", ".opf", ".txt", ".markdown").values())
    named = set(re.findall(r"""["'`]([\w-]+)["'`]|words\??\.(\w+)""", asking))
    asked = {name for pair in named for name in pair}
    texts = loading.handbook_of(sound()).interface.texts
    unused = [key for key in texts if {key, key.removeprefix("script_")}.isdisjoint(asked)]
    left = [key for key in unused if not PUT_TOGETHER.fullmatch(key)]
    assert not left, " ".join(left)


def test_every_class_of_the_style_sheets_is_borne_by_something():
    theme = "\n".join(file.read_text(encoding="utf-8") for file in TEMPLATES.rglob("*.html"))
    bearing = "\n".join(written(".py", ".html", ".js", ".svg").values()) + theme
    borne = set(re.findall(r"[\w-]+", bearing))
    begun = tuple(set(re.findall(r"([a-z][\w-]*(?:--|__))(?=[{$\"'`])", bearing)))
    unused = {}
    for file, sheet in written(".css").items():
        bare = re.sub(r'/\*.*?\*/|url\([^)]*\)|"[^"]*"', "", sheet, flags=re.DOTALL)
        for name in set(re.findall(r"\.(-?[a-z_][\w-]*)", bare, re.IGNORECASE)) - borne:
            if not name.startswith((*begun, "md-")):
                unused[name] = file
    assert unused == {}


CLASS = re.compile(r"""\bclass(?:="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\}|\{)*)"|=\\?'([\w -]+)\\?')""", re.DOTALL)
STRING = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`""")


def borne(text: str) -> set[str]:
    """The classes that markup bears; of one put together, its beginning, which ends in a hyphen or an underscore."""
    found = set(re.findall(r"\{:[^{}]*?\.([a-z][\w-]*)", text))
    for attribute in ("".join(each) for each in CLASS.findall(text)):
        plain = re.sub(r"\{%.*?%\}", " ", attribute, flags=re.DOTALL)
        plain = re.sub(r"(?<=[-_])\{\{.*?\}\}", "", plain, flags=re.DOTALL)
        for expression in re.findall(r"\{\{(.*?)\}\}", plain, re.DOTALL):
            found |= set(re.findall(r"(?<!== )(?<![(=])'([a-z][\w -]*)'", expression))
        found |= set(re.sub(r"\{\{.*?\}\}", " ", plain, flags=re.DOTALL).split())
    return {name for name in found if re.fullmatch(r"[a-z][\w-]*", name)}


def asked_for_classes() -> set[str]:
    """The classes that a style, a script, code that reads pages or a test looks for."""
    sheets = "\n".join(written(".css").values())
    asked = set(re.findall(r"\.(-?[a-z_][\w-]*)", re.sub(r"/\*.*?\*/", "", sheets, flags=re.DOTALL), re.IGNORECASE))
    asking = [*written(".js", ".py").values(), (ROOT / "overrides/theme/main.html").read_text(encoding="utf-8")]
    asking += [file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py")]
    for text in ("".join(each) for file in asking for each in STRING.findall(file)):
        plain = re.sub(r"\{[^{}]*\}", "", text)
        selectors = re.findall(r"(?:^|[\s,>(+~])(?:[a-z][a-z0-9-]*)?((?:\.[a-z][\w-]*)+)(?![\w(])", plain)
        asked |= {name for each in selectors for name in each.split(".")} | set(
            re.findall(r"@class[^\"]*?'([\w-]+)", text)
        )
        asked |= {text} if re.fullmatch(r"[a-z]+(?:--?|__)[\w-]+", text) else set()
    return asked


def test_every_class_of_the_markup_is_asked_for_by_a_style_a_script_or_a_test():
    asked = asked_for_classes()
    markup = {
        file: borne(text)
        for file, text in written(".html", ".md", ".py").items()
        if not file.endswith("editing/fault.html")
    }
    assert len(set[str]().union(*markup.values())) > 250
    unasked = {
        name: file
        for file, names in markup.items()
        for name in names - asked
        if not (name.endswith(("-", "_")) and any(each.startswith(name) for each in asked))
    }
    assert unasked == {}


def test_every_import_macro_and_value_of_a_template_is_used():
    templates = written(".html", ".xml", ".xhtml", ".opf", ".txt", ".markdown")
    said = Counter(re.findall(r"\w+", "\n".join([*templates.values(), *written(".py").values()])))
    unused: dict[str, str] = {}
    for file, text in templates.items():
        named = re.findall(r"\{%-? *(?:macro|set) (\w+)", text)
        unused |= {name: file for name in named if said[name] < 2 and name != "_"}
        imported = re.findall(r"\{%-? *import \S+ as (\w+)", text)
        unused |= {name: file for name in imported if f"{name}." not in text}
    assert unused == {}


def test_every_custom_property_is_taken_and_every_one_that_is_taken_is_given():
    sheets = "\n".join(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL) for sheet in written(".css").values())
    given = set(re.findall(r"(?<![\w.-])(--[a-z][\w-]*) *:", sheets))
    ours = {name for name in given if not name.startswith("--md-")}
    taken = set(re.findall(r"var\((--[\w-]+)", sheets))
    put_in = {"--hue"}  # by `style`, of each channel
    assert len(ours) > 20 and ours <= taken and taken <= given | put_in


def test_every_export_is_imported():
    scripts = written(".js")
    there = (file for file in (ROOT / "tests").rglob("*.*js") if "node_modules" not in file.parts)
    tests = "\n".join(file.read_text(encoding="utf-8") for file in there)
    tests += "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").glob("*.py"))
    said = {file: set(re.findall(r"\w+", text)) for file, text in {**scripts, "tests": tests}.items()}
    unused = {
        name: file
        for file, text in scripts.items()
        for name in re.findall(r"^export (?:async )?(?:function\*?|const|class) (\w+)", text, re.MULTILINE)
        if not any(name in words for other, words in said.items() if other != file)
    }
    assert unused == {}


def test_every_word_that_a_script_asks_for_is_a_text_of_the_interface():
    known = {
        *loading.handbook_of(sound()).interface.texts,
        *(f"script_markdown_{name}" for name in MARKDOWN),
        "script_moved_ids",
    }
    asked = {
        name: file
        for file, script in written(".js").items()
        if file.endswith(".js") and file != OTHER_WORDS
        for pair in re.findall(r"""(?<![-\w/])words\??\.(?!length\b)(\w+)\b(?!\()|\bsay\("(\w+)\"""", script)
        for name in pair
        if name
    }
    assert len(asked) > 120
    unknown = {name: file for name, file in asked.items() if known.isdisjoint((f"script_{name}", f"found_{name}"))}
    assert not unknown, " ".join(f"{name}:{file}" for name, file in unknown.items())


def test_no_space_stands_behind_a_full_stop_of_a_chinese_text_that_another_follows():
    texts = loading.handbook_of(sound()).interface.texts
    spaced = re.compile(r'\{\{ t\("(\w+)"[^{}]*\) \}\}(?:</span>)? (?:<span[^>]*>)?\{\{ t\(')
    found = [key for markup in written(".html").values() for key in spaced.findall(markup)]
    assert [key for key in found if texts[key]["zh"][-1] in "。；：，"] == []
