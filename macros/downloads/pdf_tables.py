"""The first cell of each row of a table without a head: its label, which the typesetter has no call for."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name


def label_rows(pdf: pikepdf.Pdf) -> None:
    """Have those who hear a table be told with each cell what its row is about."""
    for table in _of_kind(pdf.Root.StructTreeRoot, Name.Table):
        if any(True for _ in _of_kind(table, Name.TH)):
            continue
        for row in _of_kind(table, Name.TR):
            for cell in list(_of_kind(row, Name.TD))[:1]:
                scope = Dictionary(O=Name.Table, Scope=Name.Row)
                told = cell.get(Name.A)
                cell.A = Array([*(told if isinstance(told, Array) else [] if told is None else [told]), scope])
                cell.S = Name.TH


def _of_kind(element: pikepdf.Object, kind: Name) -> Iterator[pikepdf.Object]:
    """The elements of a kind below another one, not those within one of them."""
    inside: pikepdf.Object = element.get(Name.K, Array())
    for child in inside if isinstance(inside, Array) else [inside]:
        if isinstance(child, Dictionary) and Name.S in child:
            if kind == child.S:
                yield child
            else:
                yield from _of_kind(child, kind)
