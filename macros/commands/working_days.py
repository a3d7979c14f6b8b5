"""Brings in the public holidays and make-up working days announced since: the newest list of them, pinned as all else is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PINNED = "requirements.txt"
_SOURCE = "requirements.in"
_PIP = ("pip", "install", "--quiet", "--disable-pip-version-check")
UV = "uv==0.13.9"
"""What compiles; the Makefile takes the same."""
PYTHON = "3.11"
_COMPILE = (
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", PYTHON, "--generate-hashes"),
    *("--no-emit-index-url", "--upgrade-package", "holidays", _SOURCE, "-o", PINNED),
)


def bring_in(root: Path) -> bool:
    """Pin the newest list and install it.

    Args:
        root: the project's root.

    Returns:
        Whether that went well; what did not, the programs have said.
    """
    steps = ((*_PIP, UV), _COMPILE, (*_PIP, "--require-hashes", "-r", PINNED))
    return all(subprocess.call([sys.executable, "-m", *step], cwd=root) == 0 for step in steps)
