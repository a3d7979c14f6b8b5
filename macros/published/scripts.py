"""ES modules → one script a page asks for: an app's modules, found by walking the imports of its first one.

Every module links as it stands; joining them saves the reader a request for each. A module stands in a function of its
own, which returns what it exports, so that no name of one can meet a name of another. What the script of every page has, the others of
the page take from it instead of bringing it again.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tree_sitter import Node, Parser

from . import shortening

_LENT = "globalThis.handbookModules"
"""Where a script leaves the modules that others of the page need too."""

_PARSER = Parser(shortening.JAVASCRIPT)


class ScriptFault(Exception):
    """A module that cannot be joined, with file and line."""

    def __init__(self, file: Path, node: Node | None, message: str):
        super().__init__(f"{_shown(file)}:{node.start_point.row + 1 if node else 1}: {message}")


def _shown(file: Path) -> str:
    """The path below the project's root."""
    return (
        "/".join(("overrides", *file.parts[file.parts.index("overrides") + 1 :]))
        if "overrides" in file.parts
        else file.name
    )


@dataclass(frozen=True)
class _Import:
    names: tuple[tuple[str, str], ...]
    """What the other module calls it, and what this one does."""
    whole: str
    """The name under which all of it is taken (`import * as …`), or blank."""
    source: str
    place: Node


@dataclass(frozen=True)
class _Module:
    code: str
    """Without imports, comments and the word `export`."""
    imports: tuple[_Import, ...]
    exports: tuple[tuple[str, str], ...]
    """The name that others use, and the one that the module does."""
    passed_on: tuple[_Import, ...]
    """`export { … } from`: the names that others use come second."""


def joined(
    entry: Path, *, lent: Mapping[Path, str] = MappingProxyType({}), lends: Mapping[Path, str] = MappingProxyType({})
) -> str:
    """One module of an app's first module and all that it imports, those that others need before them.

    Args:
        entry: the first module; what it exports, the script exports.
        lent: the modules that another script of the page has and hands on, by the names it gives them.
        lends: the modules that this script hands on, in the same way.

    Raises:
        ScriptFault: where modules import each other in a circle, something that is not there, or in a way not known here.
    """
    entry = entry.resolve()
    order: dict[Path, _Module] = {}
    _walk(entry, order, (), lent)
    number = {file: f"m{index}" for index, file in enumerate(order)}
    parts = []
    for file, module in order.items():
        if file in lent:
            parts.append(f'const {number[file]}={_LENT}["{lent[file]}"];\n')
            continue
        taken = [*_taken(file, module, number)]
        given = _given(file, module, number)
        if file == entry:
            pairs = ",".join(f'"{name}":{number[file]}' for file, name in lends.items())
            handed_on = f"{_LENT}={{{pairs}}};\n" if lends else ""
            parts += [handed_on, *taken, module.code, "\n", *(_exported(outer, inner) for outer, inner in given)]
        else:
            returned = f"return{{{','.join(_pair(outer, inner) for outer, inner in given)}}};" if given else ""
            parts.append(f"const {number[file]}=(()=>{{{''.join(taken)}{module.code}\n{returned}}})();\n")
    return "".join(parts)


def lendable(entry: Path, own: Collection[Path]) -> dict[Path, str]:
    """The modules of a script that others of the same page may take from it, by the names under which it hands them on.

    Args:
        entry: the script's first module.
        own: what each script needs for itself, and with it whatever imports that.
    """
    order: dict[Path, _Module] = {}
    _walk(entry.resolve(), order, (), {})
    kept = {file.resolve() for file in own}
    found = {}
    for file, module in order.items():
        if file in kept or any(each in kept for each in _needed(file, module)):
            kept.add(file)
        elif module.exports:
            found[file] = file.stem
    return found


def _needed(file: Path, module: _Module) -> list[Path]:
    return [Path(os.path.normpath(file.parent / each.source)) for each in (*module.imports, *module.passed_on)]


def _walk(file: Path, order: dict[Path, _Module], above: tuple[Path, ...], lent: Collection[Path]) -> None:
    if file in order:
        return
    module = parsed(file, file.read_bytes().replace(b"\r\n", b"\n"))
    if file in lent:
        order[file] = module
        return
    for wanted in (*module.imports, *module.passed_on):
        other = Path(os.path.normpath(file.parent / wanted.source))
        if other == file or other in above:
            raise ScriptFault(
                file, wanted.place, f"{wanted.source} imports this module too; take what both need into a third"
            )
        if not other.is_file():
            raise ScriptFault(file, wanted.place, f"there is no module {wanted.source}; mend the path")
        _walk(other, order, (*above, file), lent)
        known = {name for name, _ in order[other].exports} | {
            name for each in order[other].passed_on for _, name in each.names
        }
        for name, _ in wanted.names:
            if name not in known:
                raise ScriptFault(
                    file, wanted.place, f"{wanted.source} exports no '{name}'; it exports {', '.join(sorted(known))}"
                )
    order[file] = module


def _taken(file: Path, module: _Module, number: dict[Path, str]) -> Iterator[str]:
    for each in (*module.imports, *module.passed_on):
        other = number[Path(os.path.normpath(file.parent / each.source))]
        if each.whole:
            yield f"const {each.whole}={other};"
        if each.names and each in module.imports:
            yield f"const{{{','.join(_pair(name, own) for name, own in each.names)}}}={other};"


def _given(file: Path, module: _Module, number: dict[Path, str]) -> list[tuple[str, str]]:
    """What a module exports: the name for others, and how its own code says it."""
    passed = [
        (outer, f"{number[Path(os.path.normpath(file.parent / each.source))]}.{inner}")
        for each in module.passed_on
        for inner, outer in each.names
    ]
    return [*module.exports, *passed]


def _pair(outer: str, inner: str) -> str:
    return outer if outer == inner else f"{outer}:{inner}"


def _exported(outer: str, inner: str) -> str:
    return f"export const {outer} = {inner};\n" if "." in inner else f"export {{ {inner} as {outer} }};\n"


@functools.lru_cache(maxsize=256)
def parsed(file: Path, source: bytes) -> _Module:
    """A module as it is published: without remarks, its own names shortened."""
    root = _PARSER.parse(source).root_node
    if root.has_error:
        raise ScriptFault(file, next(_errors(root), None), "is no JavaScript that can be read here")
    names, cut = shortening.renaming(root)
    cut += [(node.start_byte, _past_blank(source, node.end_byte), b"") for node in shortening.comments(root)]
    imports, exports, passed_on = [], [], []
    for node in root.children:
        if node.type == "import_statement":
            imports.append(_import(file, node, names))
            cut.append((node.start_byte, _past_blank(source, node.end_byte), b""))
        elif node.type == "export_statement":
            if node.child_by_field_name("source"):
                passed_on.append(_Import(tuple(_specifiers(node)), "", _source(node), node))
                cut.append((node.start_byte, _past_blank(source, node.end_byte), b""))
            elif declared := node.child_by_field_name("declaration"):
                if any(child.type == "default" for child in node.children) or (
                    declared.type == "lexical_declaration" and declared.children[0].type == "let"
                ):
                    raise ScriptFault(file, node, "export it by name, as a constant, function or class")
                exports += [(name, names.get(name, name)) for name in _declared(file, declared)]
                cut.append((node.start_byte, declared.start_byte, b""))
            elif any(child.type == "export_clause" for child in node.children):
                exports += [(outer, names.get(inner, inner)) for inner, outer in _specifiers(node)]
                cut.append((node.start_byte, _past_blank(source, node.end_byte), b""))
            else:
                raise ScriptFault(file, node, "export it by name, as a constant, function or class")
    code = _without(source, cut)
    code = shortening.without_blanks(code, _PARSER.parse(code).root_node)
    return _Module(code.decode(), tuple(imports), tuple(exports), tuple(passed_on))


def _import(file: Path, node: Node, renamed: dict[str, str]) -> _Import:
    names: list[tuple[str, str]] = []
    whole = ""
    for clause in (child for child in node.children if child.type == "import_clause"):
        for part in clause.named_children:
            if part.type == "named_imports":
                names += [(name, renamed.get(own, own)) for name, own in _specifiers(part)]
            elif part.type == "namespace_import":
                whole = renamed.get(own := _text(part.named_children[0]), own)
            else:
                raise ScriptFault(file, node, "import it by name; modules here have no default")
    return _Import(tuple(names), whole, _source(node), node)


def _specifiers(node: Node) -> Iterator[tuple[str, str]]:
    """Of `{ a, b as c }`: the first name and the second, alike where there is one."""
    for part in _all(node):
        if part.type in ("import_specifier", "export_specifier"):
            name, alias = part.child_by_field_name("name"), part.child_by_field_name("alias")
            if name:
                yield _text(name), _text(alias or name)


def _declared(file: Path, declaration: Node) -> Iterator[str]:
    if name := declaration.child_by_field_name("name"):
        yield _text(name)
        return
    for part in declaration.named_children:
        name = part.child_by_field_name("name") if part.type == "variable_declarator" else None
        if name is None or name.type != "identifier":
            raise ScriptFault(file, declaration, "export one name at a time")
        yield _text(name)


def _source(node: Node) -> str:
    source = node.child_by_field_name("source")
    return _text(source)[1:-1] if source else ""


def _errors(node: Node) -> Iterator[Node]:
    return (each for each in _all(node) if each.is_error or each.is_missing)


def _all(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _all(child)


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _past_blank(source: bytes, end: int) -> int:
    """Past the blanks and the one line end behind what is cut."""
    while end < len(source) and source[end : end + 1] in (b" ", b"\t"):
        end += 1
    return end + 1 if source[end : end + 1] == b"\n" else end


def _without(source: bytes, cut: list[shortening.Cut]) -> bytes:
    kept, at = [], 0
    for start, end, instead in sorted(cut):
        if start < at:
            continue
        # A line of which nothing is left but its indentation goes as well.
        before = source[at:start]
        if source[end - 1 : end] == b"\n":
            before = (
                before.rstrip(b" \t") if before.rstrip(b" \t").endswith(b"\n") or not before.strip() else before + b"\n"
            )
        kept += [before, instead]
        at = end
    return b"".join([*kept, source[at:]])
