"""Rows of columns."""

from .kind import Kind

KIND = Kind("table", "table")
