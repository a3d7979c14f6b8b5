"""A printed page on a sheet: many narrow columns, over which cells are merged as wide as they need to be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from xlsxwriter.worksheet import Worksheet

from . import limits
from .look import PADDING, Look, Paragraph

UPRIGHT, ACROSS = 24, 36
"""How many units there are, on upright paper and on paper turned sideways."""
_UNIT, _WIDE_UNIT = 24.0, 25.5
"""The width of a unit in points; on paper with narrow margins, where as many are printed as large."""
_PIXELS = 4 / 3
"""How many there are to a point."""
_PAGE_HEIGHTS = {UPRIGHT: 880.0, ACROSS: 590.0}
_HIGHER = 26.0
"""What a page holds once the columns are scaled to its width, in points; and how much more it is with narrow margins."""
_LITTLE_PADDING = 3.0
"""What a cell leaves empty above and below its text where it stands close to the lines around it, in points."""
_TOO_MUCH = 0.04
"""How much of a page may be left over and is then made to fit by printing smaller: no type becomes less than 7 points."""
_SLIT = 2.0
"""The height of a row that nobody sees, in points."""
_LEEWAY = 0.07
"""How much more than Excel another program may get onto a page: the widths of columns, which decide on the scale, differ."""
_RESERVE = 0.06
"""How much of a page stays free, since the heights of texts are estimates."""


@dataclass
class _Row:
    height: float
    growth: float = 0.0
    is_space: bool = False
    with_next: bool = False
    """Whether it makes no sense at the end of a page."""


class Grid:
    """Fills a sheet from the top down, row by row."""

    def __init__(self, sheet: Worksheet, look: Look, units: int, columns: tuple[int, ...] = (), *, tight: bool = False):
        """
        Args:
            sheet: an empty sheet.
            look: makes the formats.
            units: how wide it is, `UPRIGHT` or `ACROSS`.
            columns: the units of each column, for a sheet that needs few; without them, each unit is a column.
            tight: whether texts stand close to the lines around them, on paper with narrow margins.
        """
        self._units = columns or (1,) * units
        self.sheet, self.width = sheet, len(self._units)
        self._look = look
        self._rows: list[_Row] = []
        self._printed_from = 0
        self.pages = 1
        self._page = _PAGE_HEIGHTS[units] + (_HIGHER if tight else 0)
        self._unit, self._padding = (_WIDE_UNIT, _LITTLE_PADDING) if tight else (_UNIT, PADDING)
        for column, wide in enumerate(self._units):
            sheet.set_column_pixels(column, column, round(wide * self._unit * _PIXELS))

    @property
    def row(self) -> int:
        """The number of the row that is being filled."""
        return len(self._rows)

    def put(self, first: int, end: int, paragraphs: list[Paragraph], rows: int = 1, **cell: Any) -> float:
        """Fill a cell of the present row.

        Args:
            first: its first column.
            end: the column after its last.
            paragraphs: what it says; none leaves it empty.
            rows: how many rows it takes.
            cell: its format.

        Returns:
            The height that its texts need, in points.
        """
        if end - first > 1 or rows > 1:
            self.sheet.merge_range(self.row, first, self.row + rows - 1, end - 1, "", self._look.format(**cell))
        self._look.write(self.sheet, self.row, first, paragraphs, **cell)
        return (
            self._look.height(paragraphs, sum(self._units[first:end]) * self._unit, self._padding) if paragraphs else 0
        )

    def fits(self, paragraphs: list[Paragraph], columns: int) -> bool:
        """Whether each paragraph fits on a line of so many columns."""
        return self._look.fits(paragraphs, columns * self._unit)

    def line(self, paragraphs: list[Paragraph], least: float = 0, *, with_next: bool = False, **cell: Any) -> None:
        """A row of one cell, at least so high; see `end_row`."""
        self.end_row(max(least, self.put(0, self.width, paragraphs, **cell)), with_next=with_next)

    def leave_off_paper(self) -> None:
        """Keep the rows that are there for the screen: the page has what they say in its running lines."""
        self._printed_from = self.row

    def space(self, height: float) -> None:
        """Empty room, in points; it grows where what follows would be torn apart by the end of the page."""
        self._rows += [_Row(height - _SLIT, is_space=True), _Row(_SLIT, is_space=True)]

    def end_row(self, height: float, most: float = 0, *, with_next: bool = False) -> None:
        """Go on to the next row.

        Args:
            height: of the row that is done, in points.
            most: how high it may become where the page has room.
            with_next: whether it stays on one page with the next.
        """
        height = min(height, limits.ROW_HEIGHT)
        self._rows.append(_Row(height, max(0.0, most - height), with_next=with_next))

    def finish(self) -> None:
        """Set the heights of the rows and what is printed."""
        page = self._page
        printed = self._rows[self._printed_from :]
        pages = sum(row.height for row in printed) / page
        fewest = self.pages = max(1, math.ceil(pages - _TOO_MUCH))
        # At the end of each page but the last, the row that did not fit leaves some more room empty.
        room = (fewest - _RESERVE * (2 * fewest - 1) - pages) * page
        if fewest > 1 or room < 0:
            self.sheet.fit_to_pages(1, fewest)
        growth = sum(row.growth for row in printed)
        share = min(1.0, max(0.0, room / growth)) if growth else 0.0
        for row in self._rows:
            row.height = round(row.height + share * row.growth)
        if fewest > 1:
            self._keep_together(page)
        for number, row in enumerate(self._rows):
            self.sheet.set_row(number, row.height)
        self.sheet.print_area(self._printed_from, 0, self.row - 1, self.width - 1)

    def _keep_together(self, page: float) -> None:
        """Let empty room push what belongs together to the next page: Excel knows no row that stays with the next, and
        breaks set by hand do not count where the paper decides on the scale."""
        used, longest = 0.0, page * (1 + _LEEWAY)
        for number, row in enumerate(self._rows[self._printed_from :], self._printed_from):
            following = self._rows[number + 1 :]
            kept = list(takewhile(lambda each: each.with_next or each.is_space, following))
            if row.is_space and any(each.with_next for each in kept) and not self._rows[number - 1].is_space:
                first = row.height + kept[0].height + kept[1].height
                needed = row.height + sum(each.height for each in following[: len(kept) + 1])
                if used + first <= longest and page - used < min(needed, limits.ROW_HEIGHT):
                    # The first half ends the page; the second is too high for what is left in any program.
                    row.height = max(_SLIT, math.floor(page - used))
                    kept[0].height = math.ceil(longest - max(used, page)) + _SLIT
                    used = -row.height
            used += row.height
            if used > longest:
                used = row.height


def edges(weights: tuple[int, ...] | list[int], units: int) -> list[int]:
    """The edges between columns of these weights: whole numbers from 0 to `units`, no column without width."""
    total, passed, found = sum(weights), 0, [0]
    for number, weight in enumerate(weights, 1):
        passed += weight
        found.append(min(max(round(passed * units / total), found[-1] + 1), units - len(weights) + number))
    return found
