"""A sheet: one picture on which everything that belongs to a page or a template lies side by side, each part in a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PIL import Image

from tests.pictures.comparing import DESK, Box

GAP = 3


@dataclass(frozen=True)
class Part:
    """A place on a sheet."""

    name: str
    left: int
    top: int
    width: int
    high: int
    """At most: what lies there may be shorter."""
    scale: float
    """How much of the page a point stands for."""
    unit: str
    """In what that is measured."""

    @property
    def box(self) -> Box:
        """All of it."""
        return Box(self.left, self.top, self.left + self.width, self.top + self.high)

    def place(self, field: Box) -> str:
        """Where a field of the sheet lies on the page, in words."""
        across, down = (field.left - self.left) * self.scale, (field.top - self.top) * self.scale
        return f"{self.name}: about {max(across, 0):.0f} {self.unit} from the left, {max(down, 0):.0f} {self.unit} from the top"


def lay(pictures: Mapping[Part, Image.Image], onto: Image.Image | None = None) -> Image.Image:
    """All pictures on one sheet, each in its place.

    Args:
        pictures: each not larger than its place.
        onto: a sheet on which other parts already lie.
    """
    before = onto or Image.new("RGB", (0, 0))
    width = max([before.width, *(part.left + picture.width for part, picture in pictures.items())])
    high = max([before.height, *(part.top + picture.height for part, picture in pictures.items())])
    whole = Image.new("RGB", (width, high), DESK)
    whole.paste(before)
    for part, picture in pictures.items():
        whole.paste(DESK, part.box)
        whole.paste(picture, (part.left, part.top))
    return whole


def places(parts: Iterable[Part], fields: Iterable[Box]) -> list[str]:
    """Where fields of a sheet lie: of each part the first from the top, and how many more there are."""
    found: dict[Part, list[Box]] = {}
    known = list(parts)
    for field in fields:
        found.setdefault(_part_at(known, field), []).append(field)
    return [
        part.place(those[0]) + (f" (and {len(those) - 1} more places)" if len(those) > 1 else "")
        for part, those in found.items()
    ]


def _part_at(parts: list[Part], field: Box) -> Part:
    """The part on which the middle of a field lies: the last that begins above it and to its left."""
    x, y = (field.left + field.right) / 2, (field.top + field.bottom) / 2
    begun = [part for part in parts if part.left - GAP <= x and part.top - GAP <= y]
    return max(begun or parts[:1], key=lambda part: (part.top, part.left))
