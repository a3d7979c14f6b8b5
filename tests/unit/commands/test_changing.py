"""What a company changes by a command: something taken out, read through, taken over from the handbook; and what a pull brought."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.checking import prose, translation
from macros.commands import changes_file, company, editing, finding, line, remove, replace, review, update
from macros.errors import Faults
from macros.model.things import THINGS
from macros.reading import agreed, loading, source
from macros.reading.layer import own
from macros.reading.layer.composing import lay
from macros.reading.loading import handbook_of
from macros.reading.writing import dumped
from tests.conftest import ROOT
from tests.unit.sound import sound

CHANGES = "docs/company/changes.yml"
TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    """A file that was read once is not read again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "load_text", source.load_text)  # put back at the end
        source.keep_read()
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources, as links, with a company's layer: what is written there is new."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", copy_function=os.link)
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    company.lay_down(tmp_path)
    return tmp_path


@pytest.fixture
def removed(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Takes something out; of what is left to mend only what the layer itself says, since all else takes long to look for."""

    def check(root: Path, *_: object, **__: object):
        faults = Faults()
        faults.add("docs/company/contacts/lockers.yml", 6, "matter.en", "the English text is blank; write it")
        lay(root, faults)
        return None, faults

    monkeypatch.setattr(remove.checked, "check", check)
    return lambda kind, ident: remove.remove(project, kind, ident)


def test_what_a_company_has_translated_is_recorded_in_its_layer(project: Path):
    (project / CHANGES).write_text("leave_out: [scenarios/media-public-relations]\n", encoding="utf-8")
    ours = (project / translation.RECORD).read_bytes()
    before = {line.partition(":")[0] for line in translation.notices(project, prose.read(project, Faults()))}
    for language, words in (("zh", "差旅"), ("en", "Travel")):
        page = project / f"docs/company/{language}/guide/scope.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: {words}\ndescription: {words}\n---\n\n# {words}\n", encoding="utf-8")
    pages = prose.read(project, Faults())
    said = [line for line in translation.notices(project, pages) if line.partition(":")[0] not in before]
    assert len(said) == 1 and said[0].startswith("docs/company/zh/guide/scope.md:1: both languages were changed")
    assert "guide/scope.md" in translation.record(project, pages, ["guide/scope.md"])
    assert {line.partition(":")[0] for line in translation.notices(project, pages)} == before
    (project / "docs/company/en/guide/scope.md").write_text("# Elsewhere\n", encoding="utf-8")
    said = translation.notices(project, prose.read(project, Faults()))
    assert any(line.startswith("docs/company/en/guide/scope.md:1: was changed") for line in said)
    assert (project / translation.RECORD).read_bytes() == ours
    assert yaml.safe_load(text(project, agreed.OF_COMPANY)).keys() == {"guide/scope.md"}


def text(project: Path, name: str = CHANGES) -> str:
    return (project / name).read_text(encoding="utf-8")


def edit(file: Path, old: str, new: str) -> None:
    """Change a file that may be a link: the file that it leads to stays."""
    said = file.read_text(encoding="utf-8")
    assert old in said
    file.unlink()
    file.write_text(said.replace(old, new, 1), encoding="utf-8")


# --- the file of changes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "set:\n  a/b: 2\n"),
        ("# set:\n#   x: 1\n", "# set:\n#   x: 1\n\nset:\n  a/b: 2\n"),
        ("set:\n  # why\n  x/y: 1  # because\n", "set:\n  # why\n  a/b: 2\n  x/y: 1  # because\n"),
        ("set:\n    a/b: 1  # because\nleave_out: [c/d]\n", "set:\n    a/b: 2  # because\nleave_out: [c/d]\n"),
        ("set:\nleave_out:\n- c/d\n", "set:\n  a/b: 2\nleave_out:\n- c/d\n"),
    ],
)
def test_a_value_is_written_and_all_else_stays(tmp_path: Path, before: str, after: str):
    (tmp_path / "docs/company").mkdir(parents=True)
    (tmp_path / CHANGES).write_text(before, encoding="utf-8")
    [place] = changes_file.set_values(tmp_path, {"a/b": "2"})
    assert text(tmp_path) == after and after.split("\n")[place - 1].strip().startswith("a/b: 2")


@pytest.mark.parametrize("before", ["set: {x/y: 1}\n", "set: [\n", "set:\n  a/b:\n    zh: x\n"])
def test_what_stands_otherwise_is_left_as_it_is_and_said(tmp_path: Path, before: str):
    (tmp_path / "docs/company").mkdir(parents=True)
    (tmp_path / CHANGES).write_text(before, encoding="utf-8")
    with pytest.raises(changes_file.NotWritable, match=r"docs/company/changes\.yml"):
        changes_file.set_values(tmp_path, {"a/b": "2"})
    assert text(tmp_path) == before


def test_entries_left_out_stand_as_the_others_do(tmp_path: Path):
    (tmp_path / "docs/company").mkdir(parents=True)
    (tmp_path / CHANGES).write_text("leave_out:\n- c/d  # ours\n", encoding="utf-8")
    assert changes_file.leave_out(tmp_path, "a/b") == 2
    assert text(tmp_path) == "leave_out:\n- a/b\n- c/d  # ours\n"


# --- removing ----------------------------------------------------------------------------------------------------------


def test_whatever_has_a_file_can_be_taken_out():
    assert set(line.REMOVABLE) == {"term", "page", *(thing.name for thing in THINGS if thing.page != "parts")}


def test_what_is_the_handbooks_is_left_out_and_what_named_it_is_told(project: Path, removed):
    done = removed("scenario", "media-public-relations")
    assert text(project).endswith("\nleave_out:\n  - scenarios/media-public-relations\n")
    assert done.left_out.startswith(f"{CHANGES}:") and done.deleted == [] and done.faults == []
    assert any(each.startswith("docs/data/chooser.yml:") for each in done.went)
    assert any(each.startswith("docs/en/guide/scope.md:") and "media-public-relations" in each for each in done.went)
    again = removed("term", "glossary/to-do")
    assert "  - glossary/to-do\n  - scenarios/" in text(project)
    assert not set(again.went) & set(done.went)


def test_what_is_needed_is_told_with_what_to_set(removed):
    done = removed("channel", "letter")
    assert done.faults and all("under set, such as `chooser/rows/" in each for each in done.faults)
    assert (
        "chooser/rows/business-evidence/channel: email" in done.to_set
        and "chooser/rows/business-evidence/runner_up: null" in done.to_set
    )
    assert removed("term", "to-do").faults == []  # what was wrong before is told once


def test_what_is_the_companys_own_is_deleted_and_what_stood_for_ours_is_left_out_too(project: Path, removed):
    done = removed("contact", "seal")
    assert done.deleted == ["docs/company/contacts/seal.yml"] and not done.left_out
    assert not (project / done.deleted[0]).exists()
    replace.replace(project, "data/scenarios/absence.yml")
    done = removed("scenario", "absence")
    assert done.deleted == ["docs/company/data/scenarios/absence.yml"] and done.left_out
    assert (project / "docs/data/scenarios/absence.yml").is_file()


def test_a_form_of_the_companys_own_goes_with_its_lines(project: Path, removed):
    forms = project / "docs/company/forms"
    forms.mkdir()
    for name in ("locker.yml", "locker.docx", "lockers.docx"):
        (forms / name).write_text("id: locker\n", encoding="utf-8")
    assert removed("template", "locker").deleted == ["docs/company/forms/locker.docx", "docs/company/forms/locker.yml"]
    assert [file.name for file in forms.iterdir()] == ["lockers.docx"]


def test_who_writes_the_title_is_told_the_id(removed):
    with pytest.raises(finding.NotFound, match=r"scenarios/media-public-relations$"):
        removed("scenario", "A journalist calls")


def test_the_home_page_stays(project: Path, removed):
    with pytest.raises(finding.NotFound, match="the home page cannot be taken out"):
        removed("page", "index")
    assert removed("page", "about/authors").left_out


@pytest.mark.parametrize(
    ("kind", "ident"), [("scenario", "absense"), ("page", "scenarios/absence"), ("term", "to-doo")]
)
def test_what_is_not_there_is_said_with_what_comes_nearest(project: Path, removed, kind: str, ident: str):
    with pytest.raises(finding.NotFound, match=r"absen|to-do|use one of"):
        removed(kind, ident)
    assert "\nleave_out" not in text(project)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("reference", "seals"), "reference/seals"),
        (("reference/seals", ""), "reference/seals"),
        (("page", "seals"), "reference/seals"),
        (("page", "zh/reference/seals.md"), "reference/seals"),
        (("scenarios", "absence"), "scenarios/absence"),
        (("scenarios/absence", ""), "scenarios/absence"),
        (("checklist", "checklists/absence"), "checklists/absence"),
        (("glossary", "to-do"), "glossary/to-do"),
        (("terms", "to-do"), "glossary/to-do"),
        (("form", "work-report"), "templates/work-report"),
        (("guide/external", "first-contact"), "guide/external/first-contact"),
    ],
)
def test_what_is_to_go_is_meant_by_every_word_that_its_address_has(project: Path, words: tuple[str, str], meant: str):
    assert finding.to_remove(project, *words).path == meant


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("template", "first-approach"), "write: python3? -m macros remove scenario first-approach"),
        (("scenarios", "seals"), "write: python3? -m macros remove page reference/seals"),
        (("step", "follow-up"), "there is no step follow-up; write such as: .* what it can be: channel, checklist, "),
        (("", ""), "write such as"),
    ],
)
def test_what_can_not_be_meant_is_told_with_what_to_type(project: Path, words: tuple[str, str], said: str):
    with pytest.raises(finding.NotFound, match=said):
        finding.to_remove(project, *words)


# --- reading through ---------------------------------------------------------------------------------------------------


def test_what_was_read_through_is_recorded_where_no_release_writes(project: Path):
    before = text(project, "docs/data/scenarios/absence.yml")
    said = review.record(project, handbook_of(sound()), ["scenarios/absence", "glossary", "seal"], "", TODAY)
    assert [each.partition(":")[0] for each in said] == ["docs/company/contacts/seal.yml", CHANGES, CHANGES]
    after = handbook_of(loading.load(project))
    assert {after.scenario["absence"].reviewed, after.glossary.reviewed, after.contact["seal"].reviewed} == {TODAY}
    assert after.origins["scenarios/absence"] == "handbook" and before == text(
        project, "docs/data/scenarios/absence.yml"
    )
    assert "reviewed: 2026-12-01  #" in text(
        project, "docs/company/contacts/seal.yml"
    ) or "reviewed: 2026-12-01\n" in text(project, "docs/company/contacts/seal.yml")


def test_all_that_a_role_answers_for_is_recorded_at_once(project: Path):
    handbook = handbook_of(sound())
    said = review.record(project, handbook, [], "legal", TODAY)
    assert len(said) == len([path for path, thing in handbook.reviews() if thing.owner.role == "legal"]) > 3
    assert f"{TODAY}" in text(project, "docs/company/contacts/contract-check.yml")
    assert f"  legal-clocks/reviewed: {TODAY}\n" in text(project)


@pytest.mark.parametrize(
    ("ids", "owner", "said"),
    [
        (["absense"], "", "absence"),
        (["absence"], "", "checklists/absence, scenarios/absence"),
        ([], "lawyer", "lawyer"),
    ],
)
def test_an_id_that_is_unknown_or_two_things_have_is_said(project: Path, ids: list[str], owner: str, said: str):
    with pytest.raises(finding.NotFound, match=said):
        review.record(project, handbook_of(sound()), ids, owner, TODAY)


# --- taking over, and after a pull -------------------------------------------------------------------------------------


def test_a_file_is_taken_over_with_what_it_is_based_on(project: Path):
    files = [*replace.replace(project, "docs/data/scenarios/absence.yml"), *replace.replace(project, "guide/scope.md")]
    assert [file.relative_to(project).as_posix() for file in files] == [
        "docs/company/data/scenarios/absence.yml",
        "docs/company/zh/guide/scope.md",
        "docs/company/en/guide/scope.md",
    ]
    assert len(list(own.replaced(project))) == 3 and list(own.notices(project)) == []
    print_ = own.fingerprint(project / "docs/zh/guide/scope.md")
    assert f"\n---\n{{## based_on: {print_} ##}}\n\n# 适用范围" in text(project, "docs/company/zh/guide/scope.md")
    with pytest.raises(FileExistsError, match=r"docs/company/zh/guide/scope\.md"):
        replace.replace(project, "zh/guide/scope.md")
    (project / "docs/company/en/guide/scope.md").unlink()  # nothing was changed yet, so both languages still agree
    assert not any("guide/scope.md" in each for each in translation.notices(project, prose.read(project, Faults())))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("docs/data/glossary.yml", r"docs/company/data/glossary\.yml"),
        ("guide/scopes.md", r"docs/(zh|en)/guide/scope\.md"),
        ("../CHANGELOG.md", "CHANGELOG"),
        ("a" * 300, "use one of: "),
        ("docs/data/company.yml", r"docs/company/company\.yml is your own already"),
        ("contacts/computer.yml", r"docs/company/contacts/computer\.yml is your own already"),
    ],
)
def test_what_cannot_be_taken_over_is_said(project: Path, path: str, said: str):
    with pytest.raises(finding.NotFound, match=said):
        replace.replace(project, path)


def test_after_a_pull_it_is_said_what_came_what_went_and_what_was_overtaken(project: Path):
    for path in ("data/scenarios/absence.yml", "data/checklists/absence.yml"):
        replace.replace(project, path)
    changes_file.set_values(project, {"templates/work-report/order": "7"})
    assert update.look(project).changed == []
    edit(project / "docs/data/scenarios/absence.yml", "id: absence", "# another release\nid: absence")
    edit(project / "docs/data/templates/work-report.yml", "\norder: ", "\norder: 4")
    (project / "docs/data/checklists/absence.yml").unlink()
    (project / "docs/en/reference/new.md").write_text("# New\n", encoding="utf-8")
    edit(
        project / "CHANGELOG.md", "## 1.", "## 9.0.0 — 2027-01-01\n\n### 中文\n\n- 新\n\n### English\n\n- New\n\n## 1."
    )
    news = update.look(project)
    assert (news.before[:2], news.now) == ("1.", "9.0.0")
    assert (news.arrived, news.gone) == (["docs/en/reference/new.md"], ["docs/data/checklists/absence.yml"])
    assert news.changed == ["docs/data/scenarios/absence.yml", "docs/data/templates/work-report.yml"]
    assert [each.partition(": ")[0] for each in news.overtaken] == [
        "docs/company/data/checklists/absence.yml:1",
        "docs/company/data/scenarios/absence.yml:1",
        f"{CHANGES}:{text(project).count(chr(10))}",
    ]
    assert "docs/data/checklists/absence.yml is gone from the handbook" in news.overtaken[0]
    assert "set.templates/work-report/order: the handbook has '4" in news.overtaken[2]
    assert news.programs == []
    again = update.look(project)
    assert (again.arrived, again.changed, again.gone, again.before) == ([], [], [], "9.0.0")


@pytest.mark.parametrize(
    ("damaged", "said"),
    [
        (lambda kept: b"<<<<<<< ours\n" + kept + b"=======\nversion: 1\n>>>>>>> theirs\n", "1: merge: "),
        (lambda kept: "version: 旧\n".encode("gbk"), "1: encoding: byte 0xbe is not UTF-8"),
        (lambda kept: b"", "1: file: is empty"),
        (lambda kept: b"version: 1.2.0\nfiles: gone\n", "2: files: must hold a file and its fingerprint in each line"),
        (lambda kept: b"version: 1.2.0\nfiles:\n  7: abc\n", "2: files: must hold a file"),
    ],
)
def test_a_damaged_record_of_the_last_look_is_said_and_not_written_over(
    project: Path, capsys: pytest.CaptureFixture[str], damaged: Callable[[bytes], bytes], said: str
):
    file = project / "docs/company/last-update.yml"
    left = damaged(file.read_bytes())
    file.write_bytes(left)
    assert editing.update(project) == 1
    told = capsys.readouterr().err
    assert f"docs/company/last-update.yml:{said}" in told and "Restore docs/company/last-update.yml with git" in told
    assert file.read_bytes() == left


def test_a_fingerprint_of_digits_alone_is_read_as_it_was_written(project: Path):
    assert source.load_text(dumped({"a": "089123456789", "b": 7}))[1] == {"a": "089123456789", "b": 7}
    file = project / "docs/company/last-update.yml"
    kept = re.sub(
        r"(?m)^  docs/data/home.yml: .*", "  docs/data/home.yml: 089123456789", file.read_text(encoding="utf-8")
    )
    file.write_text(kept, encoding="utf-8")
    assert update.look(project).changed == ["docs/data/home.yml"]


def test_after_a_pull_of_programs_alone_it_is_said_that_they_came(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "macros/pages").mkdir(parents=True)
    (project / "macros/pages/views.py").write_text("1\n", encoding="utf-8")
    (project / "requirements.txt").write_text("a==1\n", encoding="utf-8")
    update.look(project)
    assert editing.update(project) == 0
    (project / "macros/pages/views.py").write_bytes(b"1\r\n")
    assert editing.update(project) == 0
    assert [line.partition(") is as it was")[2] for line in capsys.readouterr().out.splitlines()] == [
        " when you last looked: nothing has come."
    ] * 2
    (project / "macros/pages/views.py").write_text("2\n", encoding="utf-8")
    (project / "requirements.txt").write_text("a==2\n", encoding="utf-8")
    assert editing.update(project) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith("files of texts and data changed: 0.") and "(macros)" in said[1]
    assert "(requirements.txt)" in said[2] and len(said) == 3
    file = project / "docs/company/last-update.yml"
    state = yaml.safe_load(file.read_text(encoding="utf-8"))
    del state["programs"]  # as an earlier version wrote it
    file.write_text(yaml.safe_dump(state), encoding="utf-8")
    assert update.look(project).programs == []


def test_after_a_pull_it_is_said_what_the_sample_company_learnt(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    sample, mine = project / "docs/sample", project / "docs/company"
    (mine / "contacts/canteen.yml").unlink()
    edit(mine / "company.yml", "{zh: 前台, en: reception}", "{zh: 总台, en: front desk}")
    edit(sample / "contacts/seal.yml", "id: seal", "# another release\nid: seal")
    edit(sample / "contacts/canteen.yml", "id: canteen", "# another release\nid: canteen")
    (sample / "contacts/lockers.yml").write_text("id: lockers\n", encoding="utf-8")
    (sample / "contacts/parking.yml").unlink()
    (sample / "contacts/printer.yml").unlink()
    (mine / "contacts/printer.yml").unlink()
    profile = sample / "company.yml"
    edit(profile, "{zh: 前台, en: reception}", "{zh: 门厅, en: lobby}")
    edit(profile, "+86 10 5555 0120", "+86 10 5555 0121")  # nobody else's number
    edit(profile, "\n  production: {zh", "\n  quality: {zh: 质量部, en: Quality}\n  production: {zh")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert editing.update(project) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1:] == [
        "示例公司：新增的“找谁”条目：“lockers”；贵公司也有的从docs/sample/contacts/抄过去",
        "示例公司：改了的“找谁”条目：“seal”；到docs/sample/contacts/看看自己的要不要跟着改",
        "示例公司：不再有的“找谁”条目：“parking”；自己的照旧，手册自己的文字不再提到",
        "示例公司：改了的角色：“reception”；到docs/sample/company.yml看看自己的要不要跟着改",
        "示例公司：新增的部门：“quality”；贵公司也有的从docs/sample/company.yml抄过去",
    ]
    assert update.look(project).learnt == []


def test_where_an_earlier_version_recorded_nothing_of_it_what_is_not_the_companys_is_named_once(project: Path):
    for name in ("canteen", "parking"):
        (project / f"docs/company/contacts/{name}.yml").unlink()
    file = project / "docs/company/last-update.yml"
    state = yaml.safe_load(file.read_text(encoding="utf-8"))
    del state["sample"]
    file.write_text(yaml.safe_dump(state), encoding="utf-8")
    assert update.look(project).learnt == [
        "contacts that you have not: 'canteen', 'parking'; take over what you need from docs/sample/contacts/; this is said once"
    ]
    assert update.look(project).learnt == []
    file.write_text(yaml.safe_dump(state | {"sample": {"contacts": ["seal"], "roles": 3}}), encoding="utf-8")
    assert update.look(project).learnt == [
        "contacts that are new: 'canteen', 'parking'; take over what your company has too from docs/sample/contacts/"
    ]


def test_of_single_values_and_entries_only_those_are_told_that_changed_under_the_companys(project: Path):
    glossary, channels = project / "docs/data/glossary.yml", ("channel", "scenario")
    own = "terms:\n" + "".join(
        f"  - id: {each}\n    term: {{zh: 我们的{each}, en: Our {each}}}\n    definition: {{zh: 一样东西。, en: A thing.}}\n"
        "    aliases: {zh: [], en: []}\n"
        for each in (*channels, "day-train")
    )
    place = project / "docs/company/data/glossary.yml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(own, encoding="utf-8")
    changes_file.set_values(
        project, {"glossary/terms/deadline/term/en": "Due", "glossary/terms/urgency/term/en": "Haste"}
    )
    update.look(project)
    assert update.look(project).overtaken == []
    edit(glossary, "en: Channel}", "en: Way}")
    edit(glossary, "term: {zh: 截止时间, en: Deadline}", "term: {zh: 截止时间, en: Cut-off}")
    edit(glossary, "\nterms:\n", "\nterms:\n  - id: day-train\n    term: {zh: 日车, en: Day train}\n")
    file, line = (
        "docs/company/data/glossary.yml",
        text(project).split("\n").index("  glossary/terms/deadline/term/en: Due") + 1,
    )
    assert update.look(project).overtaken == [
        f"{CHANGES}:{line}: set.glossary/terms/deadline/term/en: the handbook has 'Cut-off' there now; see that yours still fits",
        f"{file}:2: terms[0]: channel: what the handbook has there has changed; see that yours still fits",
        f"{file}:10: terms[2]: day-train: the handbook has one of this name too; yours stands instead of it, see that this is meant",
    ]
    assert update.look(project).overtaken == []


def test_a_value_of_what_a_release_took_away_is_no_fault(project: Path):
    changes_file.set_values(project, {"templates/phone-message/sections/message/fields/caller-name/required": "false"})
    update.look(project)
    edit(project / "docs/data/templates/phone-message.yml", "- id: caller-name", "- id: calling-name")
    for _ in range(2):  # It is known for as long as the line stands there.
        faults = Faults()
        laid = lay(project, faults)
        assert not faults
        assert [each.partition(": set")[2] for each in laid.renamed] == [
            ".templates/phone-message/sections/message/fields/caller-name/required: the handbook has this no more; delete this line"
        ]
        update.look(project)
