"""What the readers of foreign files make of 5,000 damaged ones."""

from __future__ import annotations

from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.fuzzing.feeding import LONGEST, SEED, feed

FILES = 5000


def measure(setting: Setting) -> Section:
    """Feed them in a page."""
    kinds = feed(setting.browser, FILES)
    rows = [
        (
            kind.name,
            f"{kind.files:,}",
            f"{kind.read:,}",
            f"{kind.files - kind.read:,}",
            f"{kind.slowest:.0f} ms",
            str(len(kind.faults)),
        )
        for kind in kinds
    ]
    text = f"""\
{FILES:,} files, changed at random (seed {SEED}), are read in a page as a reader would open them. A fault is a script error, a file
that takes longer than {LONGEST} ms, or anything offered that the file does not say. `make fuzz` runs it alone.

{table(("what", "files", "read", "refused in words", "slowest", "faults"), rows)}"""
    return Section("Damaged files", text, [f"{kind.name}: {fault}." for kind in kinds for fault in kind.faults[:3]])
