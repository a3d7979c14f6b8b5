"""A department of the company, or of another."""

from .kind import Kind

KIND = Kind("department", "words", width_mm=24, weight=20, detail="department", suggested=True)
