"""The same file made on another machine, as far as one machine can play another."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT

_SCRIPT = """
import hashlib, importlib, sys
from tests import forms
module, template, language = sys.argv[1:]
made = importlib.import_module(f"macros.downloads.{module}").write(
    getattr(forms, template)(), language, forms.stand_in_handbook())
print(hashlib.sha256(made).hexdigest())
"""


def digests(module: str, template: str, language: str) -> set[str]:
    """Digests of a file made in two processes with other time zones, hash seeds and locales.

    Args:
        module: the writer's module in `macros.downloads`.
        template: the name of a function in `tests.forms`.
        language: zh, en or zh-en.
    """
    machines = (
        {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _SCRIPT, module, template, language],
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            env={**os.environ, **machine},
        )
        for machine in machines
    ]
    made = {process.communicate(timeout=60)[0].strip() for process in running}
    assert not any(process.returncode for process in running)
    return made
