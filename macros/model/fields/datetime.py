"""A day and a time of day."""

from .kind import Kind

KIND = Kind("datetime", "datetime", width_mm=32, weight=21, input_type="datetime-local")
