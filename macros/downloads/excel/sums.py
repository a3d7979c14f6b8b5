"""The formulas of what is reckoned over the rows of a table: by the names of cells, so that they hold when rows are added."""

from __future__ import annotations

import re

from ...model.summing import Lasting
from ...model.template import Template
from ..plain import PlainWords
from .limits import cell_name

_MARKS = {"\ue000": "sum", "\ue001": "length"}
"""Stand in a sentence where its figures go; no text has them."""


def sum_formula(template: Template, field_id: str) -> str | None:
    """The formula; it shows nothing while there is nothing to add. None for a field that is no sum."""
    each = next((each for each in template.sums if each.field == field_id), None)
    if each is None:
        return None
    added, *factors = (cell_name(each.table, column) for column in (each.adds, each.times) if column)
    # Of several ranges a word among the numbers counts for nothing.
    reckoned = f"SUMPRODUCT({','.join([added, *factors])})" if factors else f"SUM({added})"
    # A row whose other factor is missing comes to nothing, and is none.
    counted = [
        f"SUMPRODUCT({'*'.join(f'ISNUMBER({each})' for each in (added, *factors))})" if factors else f"COUNT({added})"
    ]
    if each.takes:
        taken = cell_name(each.table, each.takes)
        counted.append(f"COUNT({taken})")
        reckoned += f"-SUM({taken})"
    if each.begins:
        before = cell_name(each.begins)
        counted.append(f"COUNT({before})")
        reckoned = f"SUM({before})+{reckoned}"
    return f'=IF({"+".join(counted)}=0,"",{reckoned})'


def lasting_formula(lasts: Lasting, words: PlainWords) -> str:
    """What the line below the rows says once there are minutes: their sum and, where the meeting lasts otherwise, that it does."""
    minutes, begins, ends = cell_name(lasts.table, lasts.adds), cell_name(lasts.begins), cell_name(lasts.ends)
    figures = {"sum": f"(SUM({minutes})+{lasts.besides})", "length": f"ROUND(({ends}-{begins})*1440,0)"}

    def spelt(key: str) -> str:
        marks = {name: mark for mark, name in _MARKS.items()}
        text = "\n".join(words.own(key, besides=lasts.besides, **marks))
        pieces = [piece for piece in re.split(f"([{''.join(_MARKS)}])", text) if piece]
        return "&".join(figures[_MARKS[piece]] if piece in _MARKS else f'"{piece}"' for piece in pieces)

    timed = f"COUNT({begins},{ends})=2"
    differs = f"IF({timed},{figures['length']}<>{figures['sum']},FALSE)"
    return f'=IF(COUNT({minutes})=0,"",IF({differs},{spelt("form_lasts_other")},{spelt("form_lasts")}))'
