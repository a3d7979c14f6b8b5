"""Templates by what people want to do: as their files say, else as the first scenario that names them."""

from __future__ import annotations

from collections.abc import Iterable

from .scenario import GROUPS, Group, Scenario
from .template import Template


def by_group(
    templates: Iterable[Template], scenarios: Iterable[Scenario]
) -> tuple[tuple[Group, tuple[Template, ...]], ...]:
    """Every template once, in the order of lists; groups without any are left out."""
    named: dict[str, Group] = {}
    for scenario in scenarios:
        for id in scenario.templates:
            named.setdefault(id, scenario.group)
    groups: dict[Group, list[Template]] = {group: [] for group in GROUPS}
    for template in templates:
        otherwise: Group = "outside" if template.audience == "external" else "tell"
        groups[template.group or named.get(template.id, otherwise)].append(template)
    return tuple((group, tuple(these)) for group, these in groups.items() if these)
