"""An e-mail address."""

from .kind import Kind

KIND = Kind(
    "email", "words", width_mm=36, weight=28, input_type="email", detail="email", check=r"^[^\s@]+@[^\s@]+\.[^\s@]+$"
)
