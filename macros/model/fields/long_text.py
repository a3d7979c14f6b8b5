"""Words in a block of lines."""

from .kind import Kind

KIND = Kind("long_text", "block", width_mm=46, weight=36)
