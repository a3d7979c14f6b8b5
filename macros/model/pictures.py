"""What the company's folder `brand` holds: pictures for pages and forms, and its letterhead."""

from __future__ import annotations

from dataclasses import dataclass

from .letterhead import Letterhead


@dataclass(frozen=True)
class Picture:
    """A picture that pages and forms show as it is."""

    name: str
    """Of its file, such as `logo.svg`."""
    content: bytes
    width: float
    height: float
    """In its own units; only how they stand to each other counts."""

    @property
    def is_drawn(self) -> bool:
        """Whether it is made of shapes (SVG) and not of pixels (PNG)."""
        return self.name.endswith(".svg")

    @property
    def media_type(self) -> str:
        """As a page declares it."""
        return "image/svg+xml" if self.is_drawn else "image/png"

    @property
    def address(self) -> str:
        """Where it is published; apart from what the theme brings."""
        return f"assets/brand/{self.name}"


@dataclass(frozen=True)
class BrandFiles:
    """The files of the folder, those that there are."""

    logo: Picture | None = None
    logo_dark: Picture | None = None
    """The logo for dark pages; without it, the logo stands on a light ground there."""
    favicon: Picture | None = None
    """The sign in the browser's tab, among bookmarks, and where the handbook is installed."""
    letterhead: Letterhead | None = None
    """What letters in Word take of a file of the company's own."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Those that are published."""
        return tuple(each for each in (self.logo, self.logo_dark, self.favicon) if each)
