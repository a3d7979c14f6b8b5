"""What a build will need whatever its data say, begun before they are read."""

from __future__ import annotations

from pathlib import Path

from ..checking import rehearsal
from ..pages import views
from ..published import assets, theme_styles
from ..shared.remembered import MEMORY


def begin(root: Path) -> None:
    """Where nothing is kept of an earlier build, have a second process begin with what can be begun.

    Args:
        root: the project's root.
    """
    MEMORY.take_up(root)
    if MEMORY.get_help():
        overrides = root / "overrides"
        MEMORY.begin(views.COMPONENT, views.compile_all, overrides)
        MEMORY.begin(rehearsal.PAGE, rehearsal.compile_all, root)
        MEMORY.begin(theme_styles.SHEET, theme_styles.choose_all)
        MEMORY.begin(assets.SCRIPT, assets.join_all, overrides)
