"""The one entry: its command line, the port that is tried first, and what it installs."""

from __future__ import annotations

import errno
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands import editing, line, port, running, setting_up
from macros.console import ENTRY
from tests.conftest import ROOT


def entry(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the entry as someone does."""
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **environment},
        timeout=60,
    )


@pytest.mark.whole
@pytest.mark.parametrize(
    "language, said",
    [
        (
            "C.UTF-8",
            f"Port {{port}} on 127.0.0.1 is taken by another program. Take another: {ENTRY} serve --port ",
        ),
        ("zh_CN.UTF-8", f"127.0.0.1的{{port}}端口已被别的程序占用。换一个端口：{ENTRY} serve --port "),
    ],
)
def test_a_port_that_is_taken_is_told_before_anything_else_in_the_language_of_the_console(language: str, said: str):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        run = entry("serve", "--port", str(taken), LC_ALL=language)
    assert (run.returncode, run.stdout) == (1, "")
    first, _, free = run.stderr.strip().partition(said.format(port=taken))
    assert not first and taken < int(free) < 65536


@pytest.mark.whole
@pytest.mark.skipif(sys.platform == "win32", reason="a locale without Chinese is a matter of other systems")
def test_what_was_typed_in_chinese_is_said_again_as_it_was_typed_in_a_locale_without_it():
    run = entry("probe", "门禁", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert run.stdout.startswith("门禁: is no address of a site"), run.stdout + run.stderr


@pytest.mark.whole
@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("fields/date.py", '"date", "date"', '"date", "dait"', "unknown family 'dait'; did you mean 'date'?"),
        ("things.py", 'Procedure, "parts"', 'Procedure, "part"', "unknown page 'part'; did you mean 'parts'?"),
        ("things.py", 'titled_by="matter"', 'titled_by="mater"', "unknown titled_by 'mater'; did you mean 'matter'?"),
    ],
)
def test_what_a_registry_cannot_hold_is_told_in_one_line(file: str, old: str, new: str, said: str, tmp_path: Path):
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    changed = tmp_path / "macros/model" / file
    text = changed.read_text(encoding="utf-8")
    assert text.count(old) == 1
    changed.write_text(text.replace(old, new), encoding="utf-8")
    code = (
        "import sys; from macros import __main__; from macros.commands import setting_up;"
        "setting_up.run_where_ready = lambda *_: None; sys.argv = ['macros', 'check']; sys.exit(__main__.main())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        timeout=60,
    )
    assert run.returncode == 1
    assert re.fullmatch(rf"macros/model/{file}:\d+: \w+: {re.escape(said)}\n", run.stderr), run.stderr
    line_told = text.splitlines()[int(run.stderr.split(":")[1]) - 1]
    assert line_told.lstrip().startswith(("KIND = ", "Thing("))


def test_a_port_that_is_free_is_left_free():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    port.claim("127.0.0.1", free)
    port.claim("127.0.0.1", free)


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("serve", "--port", "80000"), "'80000' is no port; it is a number from 1 to 65535"),
        (("serve", "--port", "http"), "'http' is no port; it is a number from 1 to 65535"),
        (("serve", "8001"), "not known here: 8001"),
        (("check", "--al"), "not known here: --al"),
        (("new", "scenery", "site-visit"), "invalid choice: 'scenery'"),
    ],
)
def test_what_the_command_line_does_not_know_is_refused(arguments: tuple[str, ...], said: str, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    with pytest.raises(SystemExit, match="2"):
        line.read(list(arguments))
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments, said",
    [
        ((), f"用法：{ENTRY}"),
        (("servve",), "没有命令“servve”；您是不是要写“serve”？"),
        (("new", "scenery", "site-visit"), "kind不能写“scenery”；可以写："),
        (("new",), "还要写：kind, id"),
        (("serve", "--port"), "--port后面要写一个值"),
    ],
)
def test_a_chinese_console_is_refused_in_chinese(arguments: tuple[str, ...], said: str, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(SystemExit, match="2"):
        line.read(list(arguments))
    told = capsys.readouterr().err
    assert said in told and not re.search(r"usage|error|options|argument", told)


def test_what_a_host_lacks_is_told_in_chinese(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        assert running.run(ROOT, line.read(["probe", address])) == 1
    assert re.match(rf"{address}：没有回应：连接被拒绝.*\n缺1处，共查看1个地址。", capsys.readouterr().out)


def test_what_follows_test_is_handed_on():
    assert line.read(["test", "--sweep", "-k", "x"]).rest == ["--sweep", "-k", "x"]


def test_each_kind_with_a_pattern_can_be_laid_down():
    assert {"scenario", "channel", "contact"} <= set(line.kinds())


def test_the_lists_are_held_against_what_is_installed(tmp_path: Path):
    listed = tmp_path / "requirements.txt"
    listed.write_text(
        "pytest==0.0.1 \\\n    --hash=sha256:00\nno-such-package==1.0\n"
        "only-elsewhere==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n",
        encoding="utf-8",
    )
    assert setting_up.lacking(tmp_path, ("requirements.txt",)) == ["pytest 0.0.1", "no-such-package 1.0"]


def _lists_installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What each pip would be asked for; none is started."""
    lists: list[str] = []

    class Pip:
        def __init__(self, command: list[str], **_: object):
            assert {"--require-hashes", "--no-deps"} < {*command}
            lists.append(Path(command[-1]).read_text(encoding="utf-8"))

        def wait(self) -> int:
            return 1

    monkeypatch.setattr(subprocess, "Popen", Pip)
    return lists


def test_what_cannot_be_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "requirements.txt").write_text("no-such-package==1.0\n", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    _lists_installed(monkeypatch)
    with pytest.raises(setting_up.NotReady, match=r"no-such-package 1\.0"):
        setting_up.run_where_ready(tmp_path, ("requirements.txt",), ["check"])


def test_two_pips_share_what_is_to_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    hashes = "".join(f" \\\n    --hash=sha256:{n}" for n in range(2))
    by_version = [f"two-of-it==1 ; python_version < '3'{hashes}\n", f"two-of-it==2 ; python_version > '3'{hashes}\n"]
    (tmp_path / "one.txt").write_text(
        f"# compiled\nfirst==1{hashes}\n    # via x\n{by_version[0]}{by_version[1]}", "utf-8"
    )
    (tmp_path / "other.txt").write_text(f"first==1{hashes}\nthird==3\nfourth==4{hashes}", "utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    installed = _lists_installed(monkeypatch)
    with pytest.raises(setting_up.NotReady):
        setting_up.run_where_ready(tmp_path, ("one.txt", "other.txt", "not-there.txt"), ["check"])
    one, other = installed
    assert [*map(str.split, (one, other))] == [
        f"first==1{hashes} first==1{hashes} third==3".split(),
        f"{by_version[0]}{by_version[1]} fourth==4{hashes}".split(),
    ]


def test_a_list_that_is_damaged_is_told(tmp_path: Path):
    (tmp_path / "requirements.txt").write_bytes(b"\xff\xfepytest==0.0.1\n")
    with pytest.raises(setting_up.NotReady, match=r"requirements\.txt"):
        setting_up.run_where_ready(tmp_path, ("requirements.txt",), ["check"])


def test_a_python_that_lacks_something_hands_over_to_the_one_that_is_set_up(tmp_path: Path, monkeypatch):
    (tmp_path / "requirements.txt").write_text("no-such-package==1.0\n", encoding="utf-8")
    python = tmp_path / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: ran.append(command) or 7)
    assert setting_up.run_where_ready(tmp_path, ("requirements.txt",), ["serve", "--port", "8001"]) == 7
    assert ran == [[str(python), "-m", "macros", "serve", "--port", "8001"]]


def linked(project: Path, *packages: str) -> Path:
    """A virtual environment that is a link, and what is asked for; its Python."""
    (project / "requirements.txt").write_text("".join(f"{each}\n" for each in packages), encoding="utf-8")
    python = project / "others" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    (project / ".venv").symlink_to(project / "others", target_is_directory=True)
    return project / ".venv" / python.relative_to(project / "others")


def test_what_a_linked_environment_has_is_run_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    python, ran = linked(tmp_path, "no-such-package==1.0"), []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: ran.append(command) or 7)
    assert setting_up.run_where_ready(tmp_path, ("requirements.txt",), ["check"]) == 7
    assert ran == [[str(python), "-m", "macros", "check"]]


def test_nothing_is_installed_where_someone_else_looks_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    python = linked(tmp_path, "pytest==0.0.1")
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("something was installed"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "others"))
    assert setting_up.run_where_ready(tmp_path, ("requirements.txt",), ["check"]) is None, "another version will do"
    (tmp_path / "requirements.txt").write_text("no-such-package==1.0\n", encoding="utf-8")
    with pytest.raises(setting_up.NotReady, match=r"no-such-package 1\.0"):
        setting_up.run_where_ready(tmp_path, ("requirements.txt",), ["check"])
    monkeypatch.setattr(sys, "prefix", "elsewhere")
    python.unlink()
    with pytest.raises(setting_up.NotReady, match=r"\.venv"):
        setting_up.run_where_ready(tmp_path, ("requirements.txt",), ["check"])


@pytest.mark.whole
def test_nothing_but_python_is_imported_before_all_is_set_up():
    run = subprocess.run(
        [sys.executable, "-S", "-c", "import macros.__main__; from macros.commands import line; line.read(['check'])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("fails", ["", "compile"])
def test_new_holidays_come_by_python_alone(fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: ran.append(command) or int(fails in command))
    assert running.run(tmp_path, line.read(["working-days"])) == bool(fails)
    assert all(command[:2] == [sys.executable, "-m"] for command in ran) and len(ran) == (2 if fails else 3)
    assert "--upgrade-package" in ran[1] and ("failed" in capsys.readouterr().err) == bool(fails)


def test_a_companys_holidays_come_with_a_release_so_that_no_pull_is_held_up(tmp_path: Path, monkeypatch, capsys):
    (tmp_path / "docs" / "company").mkdir(parents=True)
    monkeypatch.setattr(subprocess, "call", lambda *_, **__: pytest.fail("something was installed"))
    assert running.run(tmp_path, line.read(["working-days"])) == 1
    assert "under free and working in docs/company/company.yml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [tmp_path / "docs"]


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        ("zh_CN.UTF-8", "docs/company/changes.yml读不了或写不了：没有权限。"),
        ("C", "docs/company/changes.yml cannot be read or"),
    ],
)
def test_a_file_that_is_not_to_be_written_is_named(spoken: str, said: str, tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", spoken)

    def refuse(root: Path, *_):
        raise PermissionError(errno.EACCES, "Permission denied", str(root / "docs/company/changes.yml"))

    monkeypatch.setattr(editing, "remove", refuse)
    assert running.run(tmp_path, line.read(["remove", "term", "to-do"])) == 1
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize(
    ("spoken", "said"),
    [("zh_CN.UTF-8", "文件没有写完：磁盘满了。"), ("C", "A file could not be written whole: No space left")],
)
def test_a_disk_that_is_full_is_said_where_the_system_does_not_say_of_which_file(
    spoken: str, said: str, tmp_path: Path, monkeypatch, capsys
):
    monkeypatch.setenv("LC_ALL", spoken)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(editing, "remove", full)
    assert running.run(tmp_path, line.read(["remove", "term", "to-do"])) == 1
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.whole
def test_the_entry_is_found_from_every_folder(tmp_path: Path):
    command = [sys.executable, str(ROOT / "macros"), "new", "term", "x"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert run.returncode == 2 and "invalid choice: 'term'" in run.stderr and "Traceback" not in run.stderr


def test_a_build_that_is_stopped_says_that_the_last_site_stays(monkeypatch: pytest.MonkeyPatch, capsys):
    from macros.building import running as building

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "load_config", stop)
    assert not building.build(ROOT)
    assert capsys.readouterr().err.strip() in ("Stopped.", "已停止。")


@pytest.mark.parametrize("had", [False, True])
def test_a_build_that_fails_says_of_an_earlier_site_only_where_there_is_one(
    had, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    from macros.building import running as building

    if had:
        (tmp_path / "site").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.setattr(building, "build", lambda _: False)
    assert running.run(tmp_path, line.read(["build"])) == 1
    said = capsys.readouterr().err
    assert ("earlier site/" in said or "上一次的site/" in said) == had and ("not built" in said or "没有构建成" in said)
