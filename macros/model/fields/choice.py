"""One of several answers."""

from .kind import Kind

KIND = Kind("choice", "choice", width_mm=24, weight=18)
