"""Any of several answers."""

from .kind import Kind

KIND = Kind("choices", "choices", width_mm=30, weight=12)
