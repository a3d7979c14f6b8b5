"""The one entry: `python -m macros COMMAND`, on every system, with nothing but Python; `make` merely calls it.

It sets up what the command needs, where that is missing, and then runs it. So far nothing but Python itself is imported.
"""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

if not __package__:  # `python macros`, from this folder or any other: the same is meant
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    runpy.run_module("macros", run_name="__main__", alter_sys=True)
    sys.exit()

from . import console
from .commands import line, port, setting_up
from .errors import Misregistered

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Read the command line and run one command."""
    if sys.getfilesystemencoding() == "ascii":  # LC_ALL=C with UTF-8 switched off: no word of Chinese would get through
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, str(ROOT / "macros"), *sys.argv[1:]])
    console.never_break()
    if sys.version_info < (3, 11):  # noqa: UP036 -- which is what someone without it must be told
        console.complain("python_too_old", version=".".join(map(str, sys.version_info[:2])))
        return 1
    given = line.read(sys.argv[1:])
    try:
        if given.command == "serve":
            port.claim(given.host, given.port)  # before anyone waits for anything
        code = setting_up.run_where_ready(ROOT, line.needs(given), sys.argv[1:])
    except (port.NotFree, setting_up.NotReady) as error:
        print(error, file=sys.stderr)
        return 1
    if code is not None:
        return code
    try:
        from .commands import running  # what it imports is there only now
    except Misregistered as fault:
        print(console.in_words(str(fault)), file=sys.stderr)
        return 1
    return running.run(ROOT, given)


if __name__ == "__main__":
    sys.exit(main())
