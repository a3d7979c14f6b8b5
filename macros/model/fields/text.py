"""Words on a line."""

from .kind import Kind

KIND = Kind("text", "words", width_mm=34, stretches=True, weight=30)
