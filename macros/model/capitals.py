"""Amounts in Chinese capitals, as banks and finance departments write them beside the figures: 壹万贰仟捌佰元整.

`overrides/forms/capitals.js` says them alike; `tests/capitals.json` holds both to the same cases.
"""

from __future__ import annotations

import re

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_FIGURE = re.compile(r"0*(\d{0,12})\.(\d)(\d)")


def in_capitals(figure: str) -> str:
    """An amount in capitals; blank for nothing, and for what is no amount or has more than twelve digits.

    Args:
        figure: as it is shown, with two decimals: 12,800.00.
    """
    found = _FIGURE.fullmatch(figure.replace(",", ""))
    if not found:
        return ""
    whole, tenths, hundredths = found.groups()
    said, skipped, spoken = "", False, False
    for place, digit in zip(range(len(whole) - 1, -1, -1), whole, strict=True):
        if digit == "0":
            skipped = True
        else:
            said += ("零" if skipped else "") + _DIGITS[int(digit)] + _PLACES[place % 4]
            skipped, spoken = False, True
        if place % 4 == 0 and spoken:
            said += _GROUPS[place // 4]
            skipped = spoken = False
    if said:
        said += "元"
    if tenths != "0":
        said += f"{_DIGITS[int(tenths)]}角"
    elif hundredths != "0" and said:
        said += "零"
    if hundredths != "0":
        return f"{said}{_DIGITS[int(hundredths)]}分"
    return f"{said}整" if said else ""
