"""PDF files changed at random: their bytes, their objects, their texts, and whether what was read of one stands in it."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import ObjectStreamMode, Pdf, String

from tests.fuzzing.links import bare
from tests.fuzzing.word import TEXTS

_PIECES = (
    b"1 0 obj(",
    b"1 0 obj%",
    b"<<",
    b"[[[[[[[[[[",
    b"endstream",
    b"stream\n",
    b" 99999999999 0 R",
    b"/Kids[2 0 R 2 0 R]",
    b"/__proto__ 1",
    b"/Length -1",
    b"/Length 99999999",
    b"/Type/ObjStm/N 99999999/First 1",
    b"trailer<</Root 1 0 R>>",
    b"/Encrypt 1",
    b"1" * 5000,
    b"(" * 2000,
    b"%",
    b"\0",
)
_MOST = 100_000
"""Bytes that are put in at a place; how long one takes grows with them."""


@dataclass(frozen=True)
class Mutant:
    """A changed file, the texts that were typed into it, and how it was changed."""

    content: bytes
    texts: tuple[str, ...]
    ways: tuple[str, ...]


def mutants(chance: random.Random, empty: list[bytes], number: int) -> Iterator[Mutant]:
    """So many files, each filled in at random and then changed."""
    for _ in range(number):
        texts = tuple(chance.choice(TEXTS) for _ in range(chance.randint(1, 8)))
        content = _filled(chance, chance.choice(empty), texts)
        ways = tuple(chance.sample(tuple(_WAYS), chance.choice((0, 1, 1, 2))))
        for way in ways:
            content = _WAYS[way](chance, content)
        yield Mutant(content, texts, ways)


def unsaid(each: Mutant, values: dict) -> list[str]:
    """What was read of a file whose texts nobody typed there; ticks, and what is read as a day or a choice, tell nothing."""
    if set(each.ways) & {"bytes", "pieces", "twice"}:
        return []  # They may change a text into another.
    there = "\n".join(map(bare, each.texts))
    texts = [value for value in values.values() if isinstance(value, str)]
    return [
        f"{text[:60]!r} does not stand there"
        for text in texts
        if not re.fullmatch(r"[-\dT:.a-z]*", text) and not all(bare(word) in there for word in text.split())
    ]


def _filled(chance: random.Random, empty: bytes, texts: tuple[str, ...]) -> bytes:
    with pikepdf.open(io.BytesIO(empty)) as pdf:
        fields = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/FT") == "/Tx"]
        for field, text in zip(chance.sample(fields, min(len(fields), len(texts))), texts, strict=False):
            field.V = String(text)
        return _saved(pdf, chance)


def _saved(pdf: Pdf, chance: random.Random) -> bytes:
    written = io.BytesIO()
    modes = (ObjectStreamMode.disable, ObjectStreamMode.generate)
    pdf.save(written, object_stream_mode=chance.choice(modes), compress_streams=chance.random() < 0.5)
    return written.getvalue()


def _bytes(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 200)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))]


def _pieces(chance: random.Random, content: bytes) -> bytes:
    piece = chance.choice(_PIECES)
    times = min(chance.choice((1, 20, 3000)), _MOST // len(piece) + 1)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(content))
        content = content[:at] + piece * times + content[at:]
    return content


def _twice(chance: random.Random, content: bytes) -> bytes:
    return content + content[chance.randrange(len(content)) :]


def _grown(_: random.Random, content: bytes) -> bytes:
    packed = zlib.compress(bytes(20_000_000))
    head = b"\n99999 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return content + head + packed + b"\nendstream endobj\n"


_WAYS: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "bytes": _bytes,
    "cut": _cut,
    "pieces": _pieces,
    "twice": _twice,
    "grown": _grown,
}
