"""A number."""

from .kind import Kind

KIND = Kind("number", "number", width_mm=18, weight=16, input_mode="decimal", check=r"^[-+]?\d+(\.\d+)?$")
