"""What a build worked out is taken up by the next one, and only while it would come out the same."""

from __future__ import annotations

import html
import operator
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.shared import made_by, remembered
from macros.shared.helper import Helper
from macros.shared.remembered import FOLDER, Memory, learn


@pytest.fixture
def root(tmp_path: Path) -> Path:
    memory = Memory()
    memory.take_up(tmp_path)
    assert memory.written("text", "source", make=lambda: "made \ud800") == "made \ud800"
    memory.put_down()
    return tmp_path


def kept(root: Path) -> Path:
    (file,) = (root / FOLDER).iterdir()
    return file


def asked(root: Path, what: str = "text", *source: str) -> str:
    """What somebody else gets who makes it otherwise."""
    memory = Memory()
    memory.take_up(root)
    return memory.written(what, *(source or ("source",)), make=lambda: "made anew")


def test_what_was_made_is_there_for_who_asks_next_for_the_same(root: Path):
    assert asked(root) == "made \ud800"
    assert asked(root, "other") == asked(root, "text", "sourc", "e") == asked(root, "text", "other") == "made anew"


def test_code_is_kept_with_the_file_and_lines_that_messages_name(root: Path):
    for _ in range(2):
        memory = Memory()
        memory.take_up(root)
        code = memory.compiled("code", "x", make=lambda: compile("\n1 + one", "page.html", "eval"))
        memory.put_down()
        assert eval(code, {"one": 1}) == 2 and code.co_filename == "page.html"


@pytest.mark.parametrize("damage", [b"", b"\0" * 20, b"\0" * 90])
def test_a_damaged_file_counts_as_not_there_and_is_written_anew(root: Path, damage: bytes):
    kept(root).write_bytes(damage)
    memory = Memory()
    memory.take_up(root)
    assert memory.written("text", "source", make=lambda: "made anew") == "made anew"
    memory.put_down()
    assert asked(root) == "made anew" and kept(root).read_bytes() != damage


def test_one_sign_that_is_another_counts_as_damage(root: Path):
    kept(root).write_bytes(kept(root).read_bytes().replace(b"made", b"mode"))
    assert asked(root) == "made anew"


def test_other_code_asks_for_another_file_and_those_of_the_last_states_stay(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    os.utime(kept(root), (1, 1))
    for number in range(3):
        monkeypatch.setattr(made_by, "digest", lambda state=f"state {number}": state)
        monkeypatch.setattr(made_by, "is_as_made", lambda: True)
        assert asked(root) == "made anew"
        memory = Memory()
        memory.take_up(root)
        memory.written("text", "source", make=lambda: "made anew")
        memory.put_down()
    assert {file.name for file in (root / FOLDER).iterdir()} == {"state 0", "state 1", "state 2"}


def test_nothing_is_kept_once_the_code_was_edited_under_a_running_process(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(made_by, "code_now", lambda: "edited since")
    memory = Memory()
    memory.take_up(root)
    memory.written("text", "other", make=lambda: "of the old code")
    memory.put_down()
    assert asked(root, "text", "other") == "made anew"


def test_what_nobody_asked_for_goes_when_there_is_too_much(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("macros.shared.remembered.MOST", 10)
    memory = Memory()
    memory.take_up(root)
    memory.written("text", "other", make=lambda: "another")
    memory.put_down()
    assert (asked(root), asked(root, "text", "other")) == ("made anew", "another")


def test_before_a_project_is_taken_up_all_is_made_and_where_nothing_can_be_kept_nothing_fails(tmp_path: Path):
    memory = Memory()
    assert [memory.written("text", "source", make=lambda made=made: made) for made in ("a", "b")] == ["a", "b"]
    memory.put_down()
    (tmp_path / ".cache").write_text("in the way")
    memory.take_up(tmp_path)
    memory.written("text", "source", make=lambda: "made")
    memory.put_down()
    assert asked(tmp_path) == "made anew"


def test_what_cannot_be_made_is_not_kept(root: Path):
    memory = Memory()
    memory.take_up(root)
    with pytest.raises(ZeroDivisionError):
        memory.written("text", "failing", make=lambda: str(1 / 0))
    assert memory.known("text", "failing") is None


@pytest.fixture
def helped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Memory]:
    """A memory with a second process beside it."""
    monkeypatch.setattr(remembered, "is_of_use", lambda: True)
    memory = Memory()
    memory.take_up(tmp_path)
    assert memory.get_help()
    yield memory
    memory.dismiss()


@pytest.mark.whole
def test_what_was_begun_is_made_by_the_helper_and_kept_for_the_next_build(helped: Memory, tmp_path: Path):
    helped.begin("text", learn, "text", html.escape, [("<",), ("\ud800>",)])
    assert helped.known("text", "\ud800>").decode("utf-8", "surrogatepass") == "\ud800&gt;"
    later = [helped.later("other", f"<{number}", make=html.escape) for number in range(30)]
    assert [each() for each in later] == [f"&lt;{number}" for number in range(30)]
    helped.put_down()
    assert asked(tmp_path, "text", "<") == "&lt;" and asked(tmp_path, "other", "<29") == "&lt;29"


@pytest.mark.whole
def test_a_fault_is_met_by_whoever_asks_and_what_was_made_before_it_stays(helped: Memory):
    helped.begin("text", learn, "text", operator.index, [("no number",)])
    helped.begin("text", learn, "text", html.escape, [("<",)])
    assert helped.known("text", "no number") is None and helped.known("text", "<") == b"&lt;"
    with pytest.raises(TypeError):
        helped.later("number", "no number", make=operator.index)()


@pytest.mark.whole
def test_a_helper_that_was_ended_is_done_without(helped: Memory):
    helped.helper.process.kill()
    later = [helped.later("text", f"<{number}", make=html.escape) for number in range(30)]
    assert [each() for each in later] == [f"&lt;{number}" for number in range(30)]


@pytest.mark.whole
def test_a_helper_ends_when_nobody_can_ask_it_any_more():
    process = Helper().process
    process.stdin.close()
    assert process.wait(20) == 0
    process.stdout.close()


def test_without_a_helper_what_is_needed_later_is_made_at_once(root: Path, monkeypatch: pytest.MonkeyPatch):
    memory = Memory()
    memory.take_up(root)
    monkeypatch.setattr(
        remembered, "Helper", lambda: pytest.fail("something is kept, so nothing is worth a second process")
    )
    assert not memory.get_help()
    made: list[str] = []
    later = memory.later("text", "<", make=lambda source: made.append(source) or html.escape(source))
    assert made == ["<"] and later() == later() == "&lt;" and made == ["<"]
