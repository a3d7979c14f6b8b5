"""`python -m tests.pictures`: draw each kind of page and every document, and store anew what looks otherwise than its stored picture."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.conftest import ROOT
from tests.pictures import drawing, store
from tests.pictures.comparing import differing, shown


def main() -> int:
    """Draw what is not drawn yet, renew the store, and say what changed; run again after a fault, it goes on where it stood."""
    began = time.monotonic()
    if missing := store.lacking():
        print(
            f"needs {missing}, which this machine does not have; `make browser` installs it on Debian and Ubuntu",
            file=sys.stderr,
        )
        return 1
    with sync_playwright() as playwright:
        browser = drawing.launched(playwright.chromium)
        here = store.drawn_with(browser)
        browser.close()
    if not here["office"]:
        print(
            "needs soffice, which this machine does not have; `make browser` installs it on Debian and Ubuntu",
            file=sys.stderr,
        )
        return 1
    work = drawing.place(here)
    if not (site := work / "site").is_dir():
        print("The site is built for the day of the pictures.", flush=True)
        drawing.build(site)
    faults = 0
    for number, (task, fault) in enumerate(drawing.draw_all(site, work / "drawn"), 1):
        faults += bool(fault)
        print(f"{number}: {task}{f': {fault}' if fault else ''}", file=sys.stderr if fault else sys.stdout, flush=True)
    if faults:
        print(
            f"{faults} could not be drawn, and nothing was stored; run it again, it goes on from here", file=sys.stderr
        )
        return 1
    changed = _renew(work / "drawn", all_of_them=here != store.noted())
    store.note(here)
    print("\n".join(changed))
    if (both := work / "changed").is_dir():
        print(f"Before and now side by side, what differs framed: {both.relative_to(ROOT)}")
    weight = sum(file.stat().st_size for file in store.STORED.rglob("*.webp")) / 1e6
    print(
        f"{len(changed)} pictures are other ones; all weigh {weight:.1f} MB. It took {time.monotonic() - began:.0f} s."
    )
    return 0


def _renew(drawn: Path, *, all_of_them: bool) -> list[str]:
    """Store what looks otherwise, remove what there is no more, and name both.

    Args:
        drawn: the folder of what is drawn.
        all_of_them: because they are drawn with other programs.
    """
    names = [name for task in drawing.TASKS for name in task.names]

    def renew(name: str) -> bool:
        now, before = Image.open((drawn / name).with_suffix(".png")), store.stored(name)
        fields = differing(before, now) if before else []
        if before and fields:
            both = (drawn.with_name("changed") / name).with_suffix(".png")
            both.parent.mkdir(parents=True, exist_ok=True)
            shown(before, now, fields).save(both)
        if other := all_of_them or before is None or bool(fields):
            store.keep(now, name)
        return other

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        changed = [name for name, other in zip(names, pool.map(renew, names), strict=True) if other]
    for old in sorted(store.STORED.rglob("*.*")):
        name = old.relative_to(store.STORED).as_posix()
        if old.suffix in (".webp", ".new") and name not in names:
            old.unlink()
            changed.append(f"{name}: gone")
    return changed


if __name__ == "__main__":
    sys.exit(main())
