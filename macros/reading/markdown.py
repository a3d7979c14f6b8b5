"""Marks of a Markdown page that several readers of it look for."""

from __future__ import annotations

import re

FRONT_MATTER = re.compile(r"\A---\n(?:.*?\n)?---\n", re.DOTALL)
FENCE = re.compile(r"^ *(```|~~~)")
"""Where code begins or ends that stands in lines of its own."""
