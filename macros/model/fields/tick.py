"""Ticked or not."""

from .kind import Kind

KIND = Kind("tick", "tick", width_mm=16, weight=12)
