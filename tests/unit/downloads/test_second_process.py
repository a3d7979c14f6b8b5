"""Files that a second process makes: the same, and with the same faults, as those that are made here."""

from __future__ import annotations

import html
import operator

import pytest

from macros.downloads import pdf
from macros.downloads import second_process as second
from macros.downloads.second_process import beside, done_beside
from macros.reading import loading
from tests.unit.sound import sound


@pytest.mark.whole
def test_a_form_that_a_second_process_typesets_is_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(second, "is_of_use", lambda: True)
    handbook = loading.handbook_of(sound())
    form = handbook.templates[0]
    alone = pdf.write(form, "zh-en", handbook)
    with beside(138) as at_once:
        assert at_once == 2 and pdf.write(form, "zh-en", handbook) == alone
        helper = second.Beside.helper
        assert helper and helper.process.poll() is None
    assert helper.process.poll() is not None and second.Beside.helper is None


@pytest.mark.whole
def test_a_fault_there_is_met_here_and_one_that_was_ended_is_done_without(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(second, "is_of_use", lambda: True)
    with beside(138):
        assert done_beside(html.escape, "<") == "&lt;"
        with pytest.raises(TypeError):
            done_beside(operator.index, "no number")
        second.Beside.helper.process.kill()
        assert done_beside(html.escape, "<") == "&lt;"


def test_few_files_are_made_here():
    with beside(3) as at_once:
        assert at_once == 1 and done_beside(html.escape, "<") == "&lt;" and second.Beside.helper is None
