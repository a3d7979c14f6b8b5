"""What may be shorter in a module before it is published: names that only the module itself knows, and blanks that say nothing.

A name is given up only where each place that bears it lies within something that declares it, so what belongs to the browser keeps its
name. Two names get the same short one only where nothing that declares the one reaches into what declares the other: so no rule of hiding
one name behind another has to be known.
"""

from __future__ import annotations

import itertools
import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Query, QueryCursor

JAVASCRIPT = Language(tree_sitter_javascript.language())

_NAMES = Query(
    JAVASCRIPT,
    """
    (identifier) @name
    (shorthand_property_identifier) @short
    (shorthand_property_identifier_pattern) @short
    (variable_declarator name: (_) @declared)
    (for_in_statement kind: _ left: (_) @declared)
    (function_declaration name: (_) @declared)
    (generator_function_declaration name: (_) @declared)
    (class_declaration name: (_) @declared)
    (import_specifier !alias name: (_) @declared)
    (import_specifier alias: (_) @declared)
    (namespace_import (_) @declared)
    (function_expression name: (_) @inner)
    (class name: (_) @inner)
    (formal_parameters (_) @inner)
    (arrow_function parameter: (_) @inner)
    (catch_clause parameter: (_) @inner)
    """,
)
_TEXTS = Query(JAVASCRIPT, "[(string) (template_string) (regex)] @text")
_COMMENTS = Query(JAVASCRIPT, "(comment) @comment")
_BLOCKS = {"program", "statement_block", "for_statement", "for_in_statement", "switch_body", "class_static_block"}
_NEVER = re.compile(r"as|do|if|in|of|is|m\d+")
"""Words of the language, and what joined modules are called."""
_BLANK = re.compile(rb"\s+")
_WORD = re.compile(rb"[\w$\x80-\xff]")
_OPENED = frozenset([b"", b"{", b"(", b"[", b",", b";"])
_CLOSED = frozenset([b"", b"}", b")", b"]"])

Cut = tuple[int, int, bytes]
"""From where to where, and what stands there instead."""


def comments(root: Node) -> list[Node]:
    """The comments of a module, by its tree."""
    return _captured(_COMMENTS, root).get("comment", [])


def renaming(root: Node) -> tuple[dict[str, str], list[Cut]]:
    """Which names of a module become which, and what that changes.

    Args:
        root: the module's tree.
    """
    found = _captured(_NAMES, root)
    within: dict[bytes, list[tuple[int, int]]] = defaultdict(list)
    for capture, blocks in (("declared", _BLOCKS), ("inner", None)):
        for pattern in found.get(capture, []):
            scope = _scope(pattern, blocks)
            for name in _bound(pattern):
                within[name].append((scope.start_byte, scope.end_byte))
    places = [(node.text or b"", node.start_byte, node.end_byte, b"") for node in found.get("name", [])]
    places += [(node.text or b"", node.start_byte, node.end_byte, b":") for node in found.get("short", [])]
    free = {name for name, at, _, _ in places if not any(start <= at < end for start, end in within.get(name, ()))}
    often = Counter(name for name, *_ in places if name not in free and len(name) > 1)
    names = _short(often, within, {name for name, *_ in places})
    cut = [
        (start, end, (name + colon if colon else b"") + names[name])
        for name, start, end, colon in places
        if name in names
    ]
    return {old.decode(): new.decode() for old, new in names.items()}, cut


def _captured(query: Query, root: Node) -> dict[str, list[Node]]:
    """What a query finds, in the order of the module, so that every build gives the same names."""
    found = QueryCursor(query).captures(root)
    return {capture: sorted(nodes, key=lambda node: node.start_byte) for capture, nodes in found.items()}


def _scope(pattern: Node, blocks: set[str] | None) -> Node:
    """What a declared name is known in: the nearest block, or, where it is a parameter or the name of an expression, that itself."""
    node = pattern.parent or pattern
    while node.parent and (node.type not in blocks if blocks else node.type == "formal_parameters"):
        node = node.parent
    return node


def _bound(pattern: Node) -> Iterator[bytes]:
    """The names that a pattern binds, not those in its values for what is missing."""
    if pattern.type in ("identifier", "shorthand_property_identifier_pattern"):
        yield pattern.text or b""
        return
    side = {"assignment_pattern": "left", "object_assignment_pattern": "left", "pair_pattern": "value"}.get(
        pattern.type
    )
    child = pattern.child_by_field_name(side) if side else None
    for part in [child] if child else pattern.named_children:
        yield from _bound(part)


def _short(often: Counter[bytes], within: dict[bytes, list[tuple[int, int]]], taken: set[bytes]) -> dict[bytes, bytes]:
    """A short name for each, the shortest for the most frequent."""
    fresh = (name.encode() for name in _in_turn() if name.encode() not in taken)
    used: dict[bytes, list[tuple[int, int]]] = {}
    names = {}
    for name, _ in often.most_common():
        apart = (short for short, ranges in used.items() if not _meet(ranges, within[name]))
        short = next(apart, None) or next(fresh)
        if len(short) < len(name):
            names[name] = short
            used.setdefault(short, []).extend(within[name])
    return names


def _meet(some: list[tuple[int, int]], others: list[tuple[int, int]]) -> bool:
    return any(start < until and since < end for start, end in some for since, until in others)


def _in_turn() -> Iterator[str]:
    for length in itertools.count():
        for first, *rest in itertools.product(string.ascii_letters, *[string.ascii_letters + string.digits] * length):
            if not _NEVER.fullmatch(name := first + "".join(rest)):
                yield name


def without_blanks(source: bytes, root: Node) -> bytes:
    """A module without the blanks it can do without; what stands in texts and patterns stays.

    Args:
        source: the module, without comments.
        root: its tree.
    """
    made, at = [], 0
    for text in _captured(_TEXTS, root).get("text", []):
        if text.start_byte >= at:
            made += [_tight(source, at, text.start_byte), source[text.start_byte : text.end_byte]]
            at = text.end_byte
    return b"".join([*made, _tight(source, at, len(source))])


def _tight(source: bytes, start: int, end: int) -> bytes:
    return _BLANK.sub(
        lambda blank: _kept(blank[0], source, start + blank.start(), start + blank.end()), source[start:end]
    )


def _kept(blank: bytes, source: bytes, start: int, end: int) -> bytes:
    """Of a blank: a line end where a statement may end without a semicolon, a space where two signs would else be one."""
    before, after = source[start - 1 : start], source[end : end + 1]
    if before in _OPENED or after in _CLOSED:
        return b""
    if b"\n" in blank:
        return b"\n"
    apart = (_WORD.match(before) and _WORD.match(after)) or before + after in (b"++", b"--") or b"/" in before + after
    return b" " if apart or before + after == b"<!" else b""
