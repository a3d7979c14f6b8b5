"""The scripts' modules by themselves, without a browser: `tests/unit/` under Node's own runner."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.conftest import ROOT

UNITS = ROOT / "tests" / "unit"


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed: the modules of the scripts are not tested by themselves")
def test_modules_do_by_themselves_what_they_promise():
    files = sorted(str(path) for path in UNITS.rglob("*.test.mjs"))
    run = subprocess.run(["node", "--test", "--test-reporter=tap", *files], cwd=ROOT, capture_output=True, text=True, timeout=300)
    passed = re.search(r"^# pass (\d+)$", run.stdout, re.MULTILINE)
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
    assert passed and int(passed[1]) > len(files), "no test was run"
