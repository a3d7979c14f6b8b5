"""A person, by name."""

from .kind import Kind

KIND = Kind("person", "words", width_mm=24, weight=20, detail="name", suggested=True)
