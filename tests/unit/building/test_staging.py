"""The finished site takes the place of the last one, whatever that place is; where it cannot, the last one stays."""

from __future__ import annotations

import errno
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from macros.building import hooks, lock
from macros.building.staging import Busy, NotReplaced, Staging
from tests.conftest import ROOT

OLD = {"index.html": "old", "gone/index.html": "old", "assets/site.css": "old"}
NEW = {"index.html": "new", "come/index.html": "new", "assets/site.css": "new", ".nojekyll": ""}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def built(here: Path) -> Staging:
    """A build that is finished and not in its place yet."""
    staging = Staging()
    write(staging.begin(here), NEW)
    return staging


def failing(function, at: int, error: BaseException, kept_on: bool = False):
    """The function, which fails the so-many-th time it is called, or from then on."""
    calls = 0

    def called(*given, **named):
        nonlocal calls
        calls += 1
        if calls == at or (kept_on and calls > at):
            raise error
        return function(*given, **named)

    return called


def refused() -> PermissionError:
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return write(tmp_path / "site", OLD)


def nothing_is_left(here: Path) -> bool:
    return not list(here.parent.glob(f"{here.name}.*"))


def test_a_finished_site_replaces_the_last_one(here: Path):
    assert built(here).publish() == here
    assert read(here) == NEW and nothing_is_left(here)


def test_a_first_site_needs_no_last_one(tmp_path: Path):
    built(tmp_path / "site").publish()
    assert read(tmp_path / "site") == NEW and nothing_is_left(tmp_path / "site")


@pytest.mark.parametrize(
    "error", [refused(), OSError(errno.EXDEV, os.strerror(errno.EXDEV)), OSError(errno.EBUSY, os.strerror(errno.EBUSY))]
)
def test_a_second_rename_that_fails_leaves_the_last_site_and_says_what_to_do(error, here: Path, monkeypatch):
    staging = built(here)
    monkeypatch.setattr(Path, "rename", failing(Path.rename, 2, error))
    with pytest.raises(NotReplaced) as found:
        staging.publish()
    assert read(here) == OLD
    said = str(found.value)
    assert f"could not be put into {here}: {error}. The last good site stands there as before. Close the" in said
    staging.discard()
    assert nothing_is_left(here)


def test_a_full_disk_is_called_one_in_a_few_words(here: Path, monkeypatch):
    staging = built(here)
    full = str(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == here)
    real = shutil.move

    def move(source, target):
        if here.with_name("site.building") in Path(source).parents:
            raise shutil.Error([(str(source), str(target), full)] * 200)
        return real(source, target)

    monkeypatch.setattr(shutil, "move", move)
    with pytest.raises(NotReplaced) as found:
        staging.publish()
    assert read(here) == OLD
    assert str(found.value) == (
        f"the new site could not be put into {here}: {full}. The last good site stands there as before. "
        "Make room on that disk, and build again"
    )


def test_where_even_the_way_back_fails_the_next_build_finds_it(here: Path, monkeypatch):
    staging = built(here)
    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", failing(Path.rename, 2, refused(), kept_on=True))
        with pytest.raises(NotReplaced, match=r"The last good site is .*site\.replaced; rename it to site"):
            staging.publish()
    staging.discard()
    Staging().begin(here)
    assert read(here) == OLD


def test_a_folder_that_is_held_open_is_replaced_by_contents(here: Path, monkeypatch):
    staging, inode = built(here), here.stat().st_ino
    monkeypatch.setattr(Path, "rename", failing(Path.rename, 1, refused()))
    staging.publish()
    assert read(here) == NEW and here.stat().st_ino == inode and nothing_is_left(here)


def test_a_mounted_folder_is_replaced_by_contents_across_file_systems(here: Path, monkeypatch):
    staging, inode = built(here), here.stat().st_ino
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == here)
    monkeypatch.setattr(os, "rename", failing(os.rename, 1, OSError(errno.EXDEV, "across"), kept_on=True))
    staging.publish()
    assert read(here) == NEW and here.stat().st_ino == inode and nothing_is_left(here)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link_and_its_target_gets_the_new_site(there: bool, tmp_path: Path):
    target, here = tmp_path / "elsewhere" / "www", tmp_path / "site"
    if there:
        write(target, OLD)
    here.symlink_to(target, target_is_directory=True)
    built(here).publish()
    assert here.is_symlink() and here.readlink() == target
    assert read(target) == NEW and nothing_is_left(here)


@pytest.mark.parametrize("at", range(1, 8))
def test_replacing_by_contents_that_fails_anywhere_leaves_the_last_site(at: int, here: Path, monkeypatch):
    staging = built(here)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == here)
    monkeypatch.setattr(shutil, "move", failing(shutil.move, at, refused()))
    with pytest.raises(NotReplaced, match="The last good site stands there as before"):
        staging.publish()
    assert read(here) == OLD
    staging.discard()
    assert nothing_is_left(here)


@pytest.mark.parametrize("at", range(1, 8))
def test_a_run_stopped_while_it_replaces_by_contents_is_undone_by_the_next(at: int, here: Path, monkeypatch):
    staging = built(here)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == here)
    with monkeypatch.context() as stopped:
        stopped.setattr(shutil, "move", failing(shutil.move, at, KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            staging.publish()
    built(here).discard()
    assert read(here) == OLD and nothing_is_left(here)


@pytest.mark.parametrize("noted", ["", '["index.html", ', "7"])
def test_what_a_run_was_stopped_at_noting_down_takes_nothing_away(noted: str, here: Path):
    write(here.with_name("site.replaced"), {".by-contents": noted, "moved.html": "old"})
    built(here).discard()
    assert read(here) == {**OLD, "moved.html": "old"} and nothing_is_left(here)


def test_a_file_in_place_of_the_site_is_left_alone_and_told(here: Path):
    shutil.rmtree(here)
    here.write_text("somebody's", encoding="utf-8")
    with pytest.raises(NotReplaced, match=r"could not be put into .*Not a directory: .*There was none before"):
        built(here).publish()
    assert here.read_text(encoding="utf-8") == "somebody's"


@pytest.mark.parametrize("name", ["site.replaced", "site.building"])
def test_a_file_in_the_way_does_not_stop_a_build(name: str, here: Path):
    here.with_name(name).write_text("left over", encoding="utf-8")
    assert built(here).publish() == here
    assert read(here) == NEW and nothing_is_left(here)


@pytest.mark.parametrize("mounted", [False, True])
def test_what_is_hidden_beside_the_site_stays(mounted: bool, here: Path, monkeypatch):
    write(here, {".git/HEAD": "ref: refs/heads/pages", ".htaccess": "mine", ".nojekyll": "old"})
    monkeypatch.setattr(os.path, "ismount", lambda path: mounted and Path(path) == here)
    built(here).publish()
    assert read(here) == {**NEW, ".git/HEAD": "ref: refs/heads/pages", ".htaccess": "mine"} and nothing_is_left(here)


def test_a_second_build_of_one_place_says_so_and_changes_nothing(here: Path):
    first = built(here)
    second = Staging()
    with pytest.raises(Busy, match=r"another build is writing .*site at this moment; wait until it has ended"):
        second.begin(here)
    assert second.discard() is None
    other = here.with_name("site-offline")
    Staging().begin(other)
    assert first.publish() == here
    assert read(here) == NEW
    assert built(here).publish() == here and nothing_is_left(here)


def test_a_second_build_says_so_before_it_looks_at_anything(here: Path, monkeypatch):
    first = built(here)
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(here))
    monkeypatch.setattr(hooks, "check", failing(hooks.check, 1, AssertionError("looked at all data first")))
    with pytest.raises(PluginError, match="another build is writing"):
        hooks.on_config(config)
    first.discard()


def test_a_build_that_is_stopped_leaves_neither_its_lock_nor_what_it_wrote(here: Path, monkeypatch):
    write(here, OLD)
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(here))
    monkeypatch.setattr("macros.building.hooks.ahead.begin", failing(lambda _: None, 1, KeyboardInterrupt()))
    hooks.on_startup("build", dirty=False)
    with pytest.raises(KeyboardInterrupt):
        hooks.on_config(config)
    assert here.with_name("site.lock").is_file()
    hooks.on_shutdown()
    assert read(here) == OLD and nothing_is_left(here)


@pytest.mark.whole
def test_a_build_that_was_killed_does_not_hold_up_the_next(here: Path):
    code = (
        "import pathlib, sys; from macros.building.staging import Staging; "
        "it = Staging(); it.begin(pathlib.Path(sys.argv[1])); print('begun', flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code, here], cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout and other.stdout.readline() == "begun\n"
        with pytest.raises(Busy):
            Staging().begin(here)
        other.kill()
    assert here.with_name("site.lock").is_file()
    assert built(here).publish() == here and nothing_is_left(here)


def test_where_there_are_no_locks_a_build_goes_on_without(here: Path, monkeypatch):
    monkeypatch.setattr("macros.building.lock.take", failing(lambda _: None, 1, OSError(errno.ENOLCK, "no locks")))
    assert built(here).publish() == here and nothing_is_left(here)


class Windows:
    """Stands in for what Windows does with a file that a process has: others get no lock on it, and it does not go."""

    LK_NBLCK = 2

    def __init__(self, error: int = errno.EACCES):
        self.error = error
        self.held: dict[int, tuple[int, int]] = {}

    def locking(self, fd: int, mode: int, size: int) -> None:
        assert (mode, size, os.lseek(fd, 0, os.SEEK_CUR)) == (self.LK_NBLCK, 1, 0)
        self.held = {each: ident for each, ident in self.held.items() if each != fd and self.is_open(each, ident)}
        ident = os.fstat(fd).st_dev, os.fstat(fd).st_ino
        if ident in self.held.values():
            raise OSError(self.error, "Permission denied")
        self.held[fd] = ident

    def unlink(self, path: Path, missing_ok: bool) -> None:
        if missing_ok and not path.exists():
            return
        if any(self.is_open(*each) and path.stat().st_ino == each[1][1] for each in self.held.items()):
            raise PermissionError(errno.EACCES, "it is being used by another process")
        os.remove(path)  # noqa: PTH107 - `unlink` is what this stands in for

    @staticmethod
    def is_open(fd: int, ident: tuple[int, int]) -> bool:
        try:
            return (os.fstat(fd).st_dev, os.fstat(fd).st_ino) == ident
        except OSError:
            return False


def lock_of_windows(monkeypatch: pytest.MonkeyPatch, windows: Windows) -> ModuleType:
    """The module as Windows has it."""
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=windows.locking, LK_NBLCK=windows.LK_NBLCK))
    spec = importlib.util.spec_from_file_location("macros.building.lock_of_windows", lock.__file__)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        spec.loader.exec_module(module)
    monkeypatch.setattr(Path, "unlink", lambda path, missing_ok=False: windows.unlink(path, missing_ok))
    return module


@pytest.mark.parametrize("error", [errno.EACCES, errno.EDEADLK])
def test_on_windows_a_second_build_says_so_and_the_file_goes_with_the_first(tmp_path: Path, monkeypatch, error: int):
    windows = Windows(error)
    module = lock_of_windows(monkeypatch, windows)
    path = tmp_path / "site.lock"
    first = module.Lock(path)
    with pytest.raises(module.Held):
        module.Lock(path)
    first.release()
    assert not path.exists()
    module.Lock(path).release()
    # Another has it by the time that the file could go: it stays.
    first = module.Lock(path)
    close = first.file.close
    taken = []
    monkeypatch.setattr(first, "file", SimpleNamespace(close=lambda: (close(), taken.append(module.Lock(path)))))
    first.release()
    assert path.exists()
    taken[0].release()
    assert not path.exists()
