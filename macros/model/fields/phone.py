"""A telephone number, with an extension where there is one."""

from .kind import Kind

KIND = Kind(
    "phone",
    "words",
    width_mm=30,
    weight=24,
    input_type="tel",
    detail="phone",
    check=r"^(?=(?:\D*\d){3})\+?[\d\s()./（）-]*\d[\d\s()./（）-]*(\s*(转|[eE][xX][tT]\.?|[xX]|#)\s*\d+)?$",
)
