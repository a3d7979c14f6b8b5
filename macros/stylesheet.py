"""The handbook's style sheet: the parts in `overrides/styles/` in the order of their names, and the channels' hues.

One file, so that a page asks for one; kept in parts, so that an editor finds each thing in its place.
"""

from __future__ import annotations

from pathlib import Path

from .model.handbook import Handbook


def stylesheet(styles: Path, handbook: Handbook) -> str:
    """Join the parts and add a rule with its hue for each channel."""
    parts = [part.read_text(encoding="utf-8") for part in sorted(styles.glob("*.css"))]
    hues = [f".channel--{channel.id} {{ --hue: {channel.hue}; }}\n" for channel in handbook.channels]
    return "\n".join([*parts, "".join(hues)])
