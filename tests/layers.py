"""Which tests are quick: those for which Python and a moment are enough. `tests/conftest.py` hands these hooks to pytest."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from zlib import crc32

import pytest

NOT_QUICK = {"browser_driver", "browser", "window", "site", "small", "small_sources", "adopted", "project", "sound"}
"""Fixtures that start a browser, build a site or lay down a whole project: what uses one of them, however indirectly, is
marked `browser`."""
MANY = (8, 4, 2)
"""A test in a browser with so many cases or more runs with one in so many of them, and with all in a sweep."""
_running: pytest.Item | None = None
"""The test that is being run."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark `browser` what needs more than Python and a moment, so that `pytest -m "not browser"` is the quick layer
    and runs wherever Python does."""
    by_name = item.get_closest_marker("whole") or item.get_closest_marker("sweep")
    if by_name or not NOT_QUICK.isdisjoint(getattr(item, "fixturenames", ())):
        item.add_marker(pytest.mark.browser)
    group = item.get_closest_marker("xdist_group")
    assert not (group and "]" in group.args[0]), f"xdist groups nothing under a name with a bracket: {group}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep for a sweep what is marked so, and put the rest in order, when pytest has put together what shares fixtures."""
    later = [] if config.getoption("--sweep") else [*_for_a_sweep(items)]
    items[:] = sorted((item for item in items if item not in later), key=_turn)
    config.hook.pytest_deselected(items=later)


def _for_a_sweep(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """What is marked so, and every other case of a test that is marked `every_other`; with a number, all but one in so many.
    A test in a browser counts as marked with what `MANY` says; where that is two, half of such tests begin with their second
    case, so that neither language is left to sweeps."""
    cases, met = Counter(map(_name_of, items)), Counter[str]()
    for item in items:
        mark, name = item.get_closest_marker("every_other"), _name_of(item)
        in_a_browser = "browser" in getattr(item, "fixturenames", ())
        if item.get_closest_marker("sweep"):
            yield item
        elif mark or (in_a_browser and cases[name] > 1):
            one_in = (*mark.args, 2)[0] if mark else next(many for many in MANY if cases[name] >= many)
            first = 0 if mark or cases[name] >= MANY[1] else crc32(name.encode())
            if (first + met[name]) % one_in:
                yield item
            met[name] += 1


def _name_of(item: pytest.Item) -> str:
    """The name of a test without that of its case."""
    return item.nodeid.partition("[")[0]


def _turn(item: pytest.Item) -> int:
    """When a test's turn comes: first what parses the site, for which one process builds it while the others do what needs
    none; of each kind first what belongs together and takes long, so that no process is left with it at the end."""
    group = item.get_closest_marker("xdist_group")
    needs_site = "site" in getattr(item, "fixturenames", ()) and not hasattr(getattr(item, "module", None), "site")
    return 0 if group and group.args == ("pages",) else 2 * needs_site + (1 if group else 2)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Remember which test is run."""
    global _running
    _running = item


def pytest_runtest_logfinish() -> None:
    """Forget it: what pytest itself does between tests and behind the last one is its own matter."""
    global _running
    _running = None


def _refuse_processes(event: str, _: object) -> None:
    """Stop a quick test that starts a process: each takes seconds, or a program that not every machine has."""
    if event == "subprocess.Popen" and _running and not _running.get_closest_marker("browser"):
        pytest.fail("starts a process, and so is none of the quick tests: mark it `@pytest.mark.whole`")


sys.addaudithook(_refuse_processes)
