"""A day."""

from .kind import Kind

KIND = Kind("date", "date", width_mm=24, weight=19, input_type="date")
