"""BENCHMARKS.md: on what machine was measured, the sections, and plainly what falls short of a goal."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Sequence
from pathlib import Path

from tests.bench.section import Section

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "mkdocs-macros-plugin")


def report(sections: Sequence[Section], chromium: str) -> str:
    """The whole report.

    Args:
        sections: what was measured.
        chromium: the version of the browser.
    """
    parts = [_head(chromium), *(f"## {section.title}\n\n{section.text}" for section in sections), _verdict(sections)]
    return "\n\n".join(parts) + "\n"


def _head(chromium: str) -> str:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES)
    return f"""\
# Benchmarks

Written by `make bench`; run it again after a change that could cost time.

- Machine: {_processor()}, {os.cpu_count()} cores, {_memory():.0f} GiB, {platform.system()} {platform.release()}.
- Versions: Python {platform.python_version()}, {versions}, Chromium {chromium}."""


def _verdict(sections: Sequence[Section]) -> str:
    found = [sentence for section in sections for sentence in section.shortfalls]
    lines = "\n".join(f"- {sentence}" for sentence in found) if found else "Nothing: every goal is reached."
    return f"## What falls short of a goal\n\n{lines}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> float:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
