"""Every scenario can be practised: at least one written case asks what to do in it."""

from __future__ import annotations

from ...reading.loaded import Loaded


def check(loaded: Loaded) -> None:
    """Report scenarios without a written case."""
    practice = loaded.records.get("practice.yml")
    if practice is None:
        return
    practised = {question.scenario for question in practice.questions}
    for path, scenario in loaded.folder("scenarios").items():
        if scenario.id not in practised:
            loaded.fault(
                path,
                ("id",),
                f"no case in docs/data/practice.yml is about it; write one there with `scenario: {scenario.id}`",
            )
