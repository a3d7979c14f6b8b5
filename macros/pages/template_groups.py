"""Templates by what people want to do: as their files say, else as the first scenario that names them."""

from __future__ import annotations

from ..model.handbook import Handbook
from ..model.scenario import GROUPS, Group
from ..model.template import Template


def by_group(handbook: Handbook) -> tuple[tuple[Group, tuple[Template, ...]], ...]:
    """Every template once, in the order of lists; groups without any are left out."""
    groups: dict[Group, list[Template]] = {group: [] for group in GROUPS}
    for template in handbook.templates:
        named = next((scenario.group for scenario in handbook.scenarios_with_template(template.id)), None)
        groups[template.group or named or ("outside" if template.audience == "external" else "tell")].append(template)
    return tuple((group, tuple(templates)) for group, templates in groups.items() if templates)
