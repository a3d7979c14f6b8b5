"""The formula of a field that is the sum over the rows of a table: by the names of cells, so that it holds when rows are added."""

from __future__ import annotations

from ...model.template import Template
from .limits import cell_name


def sum_formula(template: Template, field_id: str) -> str | None:
    """The formula; it shows nothing while there is nothing to add. None for a field that is no sum."""
    each = next((each for each in template.sums if each.field == field_id), None)
    if each is None:
        return None
    added, *factors = (cell_name(each.table, column) for column in (each.adds, each.times) if column)
    # Of several ranges a word among the numbers counts for nothing.
    reckoned = f"SUMPRODUCT({','.join([added, *factors])})" if factors else f"SUM({added})"
    counted = [added]
    if each.takes:
        counted.append(cell_name(each.table, each.takes))
        reckoned += f"-SUM({counted[-1]})"
    if each.begins:
        counted.append(cell_name(each.begins))
        reckoned = f"SUM({counted[-1]})+{reckoned}"
    return f'=IF(COUNT({",".join(counted)})=0,"",{reckoned})'
