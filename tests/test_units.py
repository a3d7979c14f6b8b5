"""The scripts' modules by themselves, without a browser: `tests/unit/` under Node's own runner."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from macros.search.folding import normal
from tests.conftest import ROOT, program

pytestmark = pytest.mark.whole

UNITS = ROOT / "tests" / "unit"


def test_modules_do_by_themselves_what_they_promise():
    files = sorted(str(path) for path in UNITS.rglob("*.test.mjs"))
    run = subprocess.run(
        [program("node"), "--test", "--test-reporter=tap", *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    passed = re.search(r"^# pass (\d+)$", run.stdout, re.MULTILINE)
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
    assert passed and int(passed[1]) > len(files), "no test was run"


SAME = [
    "E-mail",
    "e‑mail",
    "Ｅ－ＭＡＩＬ",
    "the manager’s file",
    "co-worker's",
    "電話",
    "Ａ１　Ｂ２",
    "ﬁle",
    "x--y",
    "-a-",
    "ＩＳＯ 9001",
    "İ",
]


def test_the_build_and_the_browser_bring_texts_into_the_same_form():
    code = f"""import {{ normal }} from "{(ROOT / "overrides/shared/folding.js").as_uri()}";
        console.log(JSON.stringify({json.dumps(SAME)}.map((text) => normal(text))));"""
    run = subprocess.run(
        [program("node"), "--input-type=module", "-e", code], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == [normal(text) for text in SAME]
