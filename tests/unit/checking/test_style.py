"""The style of the Chinese is looked after wherever Chinese is written for readers."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("autocorrect_py")

from macros.checking.style import faults
from macros.commands.gates import GUIDES


@pytest.mark.parametrize("name", ["docs/zh/a.md", "CHANGELOG.md", "SECURITY.md", "deploy/README.md"])
def test_a_typed_space_is_found_in_pages_and_in_what_stands_beside_them(name: str, tmp_path: Path):
    assert not list(faults(tmp_path))
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("# Words\n\n用 Word填写\n", encoding="utf-8")
    assert [each.partition(": ")[0] for each in faults(tmp_path)] == [f"{name}:3"]


def test_the_english_of_the_same_files_is_spelled():
    assert {"CHANGELOG.md", "SECURITY.md", "deploy/README.md"} <= {*GUIDES}
