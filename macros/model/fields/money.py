"""An amount of money."""

from .kind import Kind

KIND = Kind(
    "money",
    "number",
    width_mm=22,
    weight=16,
    number_format="#,##0.00",
    decimals=2,
    input_mode="decimal",
    check=r"^[-+]?\d+(\.\d+)?$",
)
