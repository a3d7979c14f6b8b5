"""The company's layer: what it leaves out, sets and has of its own, composed with the handbook and held against every rule."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.checking import checked, gone_with, lost_links
from macros.commands import company
from macros.console import in_words
from macros.errors import Faults
from macros.reading import changelog, loading
from macros.reading.layer import own, places, profile
from macros.reading.layer.composing import lay
from macros.reading.layer.prose import text_of, without
from tests.conftest import ROOT
from tests.publishing import publishing

CHANGES = "docs/company/changes.yml"
AS_THERE = "as the sample company does; copy its line from docs/sample/company.yml, and give it your own name"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources, as links: what a test writes is new."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", copy_function=os.link)
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    return tmp_path


def with_changes(project: Path, text: str) -> list[str]:
    """What is said of the project with these changes of the company."""
    file = project / CHANGES
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [str(fault) for fault in checked.load(project)[1]]


def test_a_layer_without_changes_is_the_sample(project: Path):
    before = loading.handbook_of(loading.load(project))
    assert before
    company.lay_down(project)
    # A company keeps its own facts, from its first release on, and its readers are told what readers notice.
    before = dataclasses.replace(before, released=None, releases=changelog.for_readers(before.releases))
    assert loading.handbook_of(loading.load(project)) == before
    with pytest.raises(FileExistsError, match="docs/company is there already"):
        company.lay_down(project)


def test_what_is_left_out_goes_with_all_that_names_it(project: Path):
    text = """\
leave_out:
  - scenarios/media-public-relations
  - templates/press-statement
  - checklists/media-*
  - glossary/to-do
  - reference/seals
"""
    assert with_changes(project, text) == []
    faults = Faults()
    laid = lay(project, faults)
    handbook = loading.handbook_of(loading.load(project))
    assert not faults
    assert "media-public-relations" not in handbook.scenario and "press-statement" not in handbook.template
    assert not [each for each in handbook.checklist if each.startswith("media-")]
    assert "to-do" not in {term.id for term in handbook.glossary.terms}
    assert (
        not {
            f"{language}/{page}.md"
            for language in ("zh", "en")
            for page in ("reference/seals", "scenarios/media-public-relations")
        }
        & laid.pages.keys()
    )
    assert any(each.file == "docs/data/chooser.yml" and "leave_out[0]" in each.entry for each in laid.dropped)
    told = [in_words(each, "zh") for each in gone_with.notices(laid)]
    assert 2 <= len(told) <= 5 < len(laid.dropped), "a line for each that is left out"
    assert re.search(
        r"leave_out\[0\]: 一起去掉的有\d\d处，在docs/data/\S+\.yml, .*等，另有\d+个文件$", "\n".join(told), re.M
    )


def test_what_a_release_calls_otherwise_is_read_by_its_new_name_and_told(project: Path):
    """So that nobody edits anything for the next release to build."""
    theirs = project / "docs/company"
    company.lay_down(project)
    (theirs / "data/scenarios").mkdir(parents=True)
    taken = (project / "docs/data/templates/seal-request.yml").read_text(encoding="utf-8")
    (theirs / "data/templates").mkdir()
    (theirs / "data/templates/stamp.yml").write_text(
        'based_on: "0"\n'
        + taken.replace("id: seal-request\n", "id: stamp\n", 1).replace("zh: 用印申请单", "zh: 用印单"),
        encoding="utf-8",
    )
    for name, old, new in (
        ("seal", "scenarios: [getting-a-seal]", "scenarios: [sealing, getting-a-seal]"),
        ("leave", "scenarios: [absence", "scenarios: [off-sick"),
    ):
        file = theirs / f"contacts/{name}.yml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.unlink()
        file.write_text(text.replace(old, new), encoding="utf-8")
    for language in ("zh", "en"):
        page = theirs / language / "reference/ours.md"
        page.parent.mkdir(parents=True)
        page.write_text(
            "---\ntitle: 我们\ndescription: 我们。\n---\n\n"
            'See [x](../scenarios/off-sick.md#steps) and {{ term("evenings") }}.\n',
            encoding="utf-8",
        )
    redirects = project / "docs/data/redirects.yml"
    text = redirects.read_text(encoding="utf-8")
    redirects.unlink()  # the sources are links
    redirects.write_text(
        f"{text}  - {{old: scenarios/off-sick, new: scenarios/absence, renamed: true}}\n"
        "  - {old: scenarios/sealing, new: scenarios/getting-a-seal}\n"
        "  - {old: glossary/evenings, new: glossary/quiet-hours, renamed: true}\n"
        "  - {old: templates/stamp, new: templates/seal-request, renamed: true}\n",
        encoding="utf-8",
    )
    changes = (
        "leave_out: [scenarios/sealing]\n"
        "set:\n  glossary/terms/evenings/definition/en: After work.\n  scenarios/off-sick/order: 3\n  scenarios/sealing/order: 4\n"
    )
    assert with_changes(project, changes) == []
    loaded = loading.load(project)
    handbook = loading.handbook_of(loaded)
    assert handbook.scenario["absence"].order == 3 and "getting-a-seal" in handbook.scenario
    assert next(each for each in handbook.glossary.terms if each.id == "quiet-hours").definition.en == "After work."
    assert handbook.template["seal-request"].title.zh == "用印单" and "stamp" not in handbook.template
    contacts = {each.id: each.scenarios for each in handbook.contacts}
    assert contacts["seal"] == ("getting-a-seal",) and contacts["leave"][0] == "absence"
    page = text_of("en/reference/ours.md", loaded.laid, project, Faults())
    assert page and page.endswith('See [x](../scenarios/absence.md#steps) and {{ term("quiet-hours") }}.\n')
    places_told = [each.partition(": ")[0] for each in loaded.laid.renamed]
    assert places_told == [
        "docs/company/contacts/leave.yml:" + places_told[0].rpartition(":")[2],
        "docs/company/contacts/seal.yml:" + places_told[1].rpartition(":")[2],
        "docs/company/data/templates/stamp.yml:2",
        "docs/company/en/reference/ours.md:6",
        "docs/company/zh/reference/ours.md:6",
        *(f"{CHANGES}:{line}" for line in (1, 3, 4, 5)),
    ]
    assert "stands here too; delete it" in loaded.laid.renamed[1]
    assert [each.ours.name for each in own.replaced(project)] == ["seal-request.yml"]


def test_what_matches_nothing_and_what_cannot_be_set_is_said_with_the_line_of_the_layer(project: Path):
    text = """\
leave_out: [scenarios/media-public-relatons]
set:
  response-times/times/email/normal/answer_withn: PT8H
  response-times/times/email/normal/answer_within: 8
"""
    found = with_changes(project, text)
    assert (
        f"{CHANGES}:1: leave_out[0]: 'scenarios/media-public-relatons' matches nothing; did you mean 'scenarios/media-public-relations'?"
        in found
    )
    assert [line for line in found if line.startswith(f"{CHANGES}:4: ")]
    assert all(line.startswith(CHANGES) for line in found), found


def test_all_terms_can_be_left_out_by_either_pattern_and_what_the_file_says_of_itself_stays(project: Path):
    (project / CHANGES).parent.mkdir()
    gone = []
    for pattern in ("glossary/terms/*", "glossary/*"):
        (project / CHANGES).write_text(f"leave_out: [{pattern}]\n", encoding="utf-8")
        faults = Faults()
        gone.append(lay(project, faults).gone)
        assert not faults
    assert gone[0] == gone[1] and len(gone[0]["glossary"]) > 5
    glossary = loading.load(project).records["glossary.yml"]
    assert not glossary.terms and glossary.owner


def test_a_channel_that_a_row_of_the_chooser_needs_is_said_with_what_to_set(project: Path):
    found = with_changes(project, "leave_out: [channels/letter]\n")
    assert found and all(line.startswith(f"{CHANGES}:1: leave_out[0]: ") for line in found), found
    assert any("under set, such as `chooser/rows/" in line for line in found)


@pytest.mark.every_other(4)
@pytest.mark.parametrize(
    "left_out",
    ["letter", "email", "instant-message", "meeting", "video-meeting", "*meeting", "letter, channels/instant-message"],
)
def test_what_a_channel_left_behind_is_settled_in_one_round_with_the_words_that_are_told(project: Path, left_out: str):
    company.lay_down(project)
    changes = f"leave_out: [channels/{left_out}]\n" if "*" not in left_out else f'leave_out: ["channels/{left_out}"]\n'
    told = with_changes(project, changes)
    assert told
    words = [words for line in told for words in re.findall(r"`([^`]*)`", line)]
    assert len(words) >= len(told)
    assert with_changes(project, changes + "set:\n" + "".join(f"  {each}\n" for each in words)) == []


@pytest.mark.sweep
def test_the_phone_stays_where_people_call_in_a_crisis(project: Path):
    company.lay_down(project)
    told = with_changes(project, "leave_out: [channels/phone]\n")
    said = "in a crisis people call; take `channels/phone` out of leave_out"
    assert told == [f"{CHANGES}:1: leave_out[0]: {said}"]
    assert in_words(said, "zh") == "紧急时要打电话；请把`channels/phone`从leave_out里去掉"


def test_a_value_is_set_and_the_thing_says_so(project: Path):
    assert with_changes(project, "set: {scenarios/absence/order: 7}\n") == []
    handbook = loading.handbook_of(loading.load(project))
    assert handbook.scenario["absence"].order == 7
    assert (
        handbook.origins["scenarios/absence"] == "changed" and handbook.origins["scenarios/data-request"] == "handbook"
    )


def test_a_replaced_thing_says_when_ours_changes_under_it(project: Path):
    ours = project / "docs/data/scenarios/absence.yml"
    theirs = project / "docs/company/data/scenarios/absence.yml"
    theirs.parent.mkdir(parents=True)
    text = ours.read_text(encoding="utf-8")
    theirs.write_text(f'based_on: "{own.fingerprint(ours)}"\n{text}', encoding="utf-8")
    assert with_changes(project, "") == [] and list(own.notices(project)) == []
    assert loading.handbook_of(loading.load(project)).origins["scenarios/absence"] == "changed"
    ours.unlink()
    ours.write_text(text + "\n# another release\n", encoding="utf-8")
    [notice] = own.notices(project)
    assert notice.startswith(
        "docs/company/data/scenarios/absence.yml:1: based_on: docs/data/scenarios/absence.yml has changed since; "
    )


def test_line_ends_are_no_change(tmp_path: Path):
    for name, ends in (("unix.md", b"\n"), ("windows.md", b"\r\n")):
        (tmp_path / name).write_bytes(ends.join((b"one", b"two", b"")))
    assert own.fingerprint(tmp_path / "unix.md") == own.fingerprint(tmp_path / "windows.md")


def test_terms_of_the_companys_own_come_into_the_glossary(project: Path):
    file = project / "docs/company/data/glossary.yml"
    file.parent.mkdir(parents=True)
    term = "{zh: 晨会, en: morning round}"
    file.write_text(f"terms:\n  - {{id: morning-round, term: {term}, definition: {term}}}\n", encoding="utf-8")
    assert with_changes(project, "") == []
    handbook = loading.handbook_of(loading.load(project))
    assert "morning-round" in {each.id for each in handbook.glossary.terms} and len(handbook.glossary.terms) > 5
    assert handbook.origins["glossary/morning-round"] == "company"


def test_prose_loses_links_items_rows_and_empty_headings(project: Path):
    with_changes(project, "leave_out: [scenarios/absence, glossary/to-do]\n")
    laid = lay(project, Faults())
    page = """\
See [Absence](../scenarios/absence.md#x) and {{ term("to-do", "to-dos") }}.

- [Absence](../scenarios/absence.md): away
- [Update](../scenarios/simple-update.md)

## Only this {#only}

- [Absence](../scenarios/absence.md)

## More {#more}

Text.
"""
    assert without("en/guide/a.md", page, laid).split("\n") == [
        "See Absence and to-dos.",
        "",
        "",
        "- [Update](../scenarios/simple-update.md)",
        "",
        "",
        "",
        "",
        "",
        "## More {#more}",
        "",
        "Text.",
        "",
    ]


def test_cards_of_pages_lose_those_that_are_left_out(project: Path):
    with_changes(project, "leave_out: [scenarios/absence, scenarios/simple-update]\n")
    page = """\
## One of them {#one}

{{ page_cards("reference/seals", "scenarios/absence") }}

## Both {#both}

{{ page_cards("scenarios/simple-update", "scenarios/absence") }}
"""
    assert without("en/guide/a.md", page, lay(project, Faults())).split("\n") == [
        "## One of them {#one}",
        "",
        '{{ page_cards("reference/seals") }}',
        "",
        "",
        "",
        "",
        "",
    ]


def test_a_page_of_the_companys_own_says_where_a_link_went(project: Path):
    with_changes(project, "leave_out: [scenarios/absence]\n")
    page = project / "docs/company/en/reference/floor-plan.md"
    page.parent.mkdir(parents=True)
    text = (
        "# A\n\nSee [Absence](../scenarios/absence.md) and [Seals](seals.md).\n\n- [Absence](../scenarios/absence.md)\n"
    )
    page.write_text(text, encoding="utf-8")
    went = "link: leads to something that is left out, so this line"
    assert list(lost_links.notices(project, lay(project, Faults()))) == [
        f"docs/company/en/reference/floor-plan.md:3: {went} reads without it: 'See [Seals](seals.md).'",
        f"docs/company/en/reference/floor-plan.md:5: {went} is not shown",
    ]


def test_what_stands_instead_of_something_that_a_release_took_away_is_still_what_is_named(project: Path):
    """Its redirect is for those who have nothing there."""
    company.lay_down(project)
    taken = (project / "docs/data/templates/seal-request.yml").read_text(encoding="utf-8")
    own_one = project / "docs/company/data/templates/stamp.yml"
    own_one.parent.mkdir(parents=True)
    own_one.write_text(
        'based_on: "0"\n'
        + taken.replace("id: seal-request\n", "id: stamp\n", 1)
        .replace("zh: 用印申请单", "zh: 用印单")
        .replace("en: Seal request", "en: Stamp request"),
        encoding="utf-8",
    )
    contact = project / "docs/company/contacts/seal.yml"
    text = contact.read_text(encoding="utf-8")
    contact.unlink()
    contact.write_text(re.sub(r"(?m)^templates: .*$", "templates: [stamp]", text), encoding="utf-8")
    redirects = project / "docs/data/redirects.yml"
    text = redirects.read_text(encoding="utf-8")
    redirects.unlink()  # the sources are links
    redirects.write_text(f"{text}  - {{old: templates/stamp, new: templates/seal-request}}\n", encoding="utf-8")
    loaded = loading.load(project)
    assert loaded.laid.renamed == []
    contacts = {each.id: each.templates for each in loading.handbook_of(loaded).contacts}
    assert contacts["seal"] == ("stamp",)
    own_one.unlink()
    (said,) = loading.load(project).laid.renamed
    assert "contacts/seal.yml" in said and "'stamp' is called 'seal-request' now" in said


REDIRECTS = "docs/company/data/redirects.yml"


@pytest.mark.sweep
def test_old_ids_lead_on_as_the_company_has_it(project: Path):
    own_one = project / "docs/company/data/checklists/step-content.yml"
    own_one.parent.mkdir(parents=True)
    text = (project / "docs/data/checklists/absence.yml").read_text(encoding="utf-8")
    own_one.write_text(text.replace("id: absence\n", "id: step-content\n").replace("请假", "外出"), encoding="utf-8")
    (project / REDIRECTS).write_text("redirects:\n  - {old: scenarios/absence, new: scenarios/data-request}\n")
    leave_out = "leave_out: [scenarios/absence, checklists/meeting-during]\n"
    assert not [line for line in with_changes(project, leave_out) if "redirects" in line]
    found = loading.load(project)
    laid = lay(project, Faults())
    assert any(each.file == "docs/data/redirects.yml" for each in laid.dropped)
    pairs = {each["old"]: each["new"] for each in laid.sources["redirects.yml"].data["redirects"]}
    assert pairs["scenarios/absence"] == "scenarios/data-request" and "checklists/step-talk-record" not in pairs
    assert "checklists/step-content" in found.places()  # so that the handbook's own line about it is without force


@pytest.mark.sweep
def test_a_companys_own_redirect_of_what_is_there_is_said_with_its_line(project: Path):
    file = project / REDIRECTS
    file.parent.mkdir(parents=True)
    file.write_text("redirects:\n  - {old: went, new: guide/scope}\n  - {old: scenarios/absence, new: guide/scopes}\n")
    assert with_changes(project, "") == [
        f"{REDIRECTS}:3: redirects[1].new: there is no 'guide/scopes'; did you mean 'guide/scope'?",
        f"{REDIRECTS}:3: redirects[1].old: 'scenarios/absence' is there, and nobody would be led on; delete this line",
    ]


def test_roles_and_departments_that_a_profile_does_not_name_are_named_as_the_sample_does(project: Path):
    company.lay_down(project)
    file = project / "docs/company/company.yml"
    text = file.read_text(encoding="utf-8")
    for line in (r"  testing: \{zh.*\n", r"  cars: \{name.*\n"):
        assert re.search(line, text)
        text = re.sub(line, "", text)
    file.write_text(text, encoding="utf-8")
    loaded = loading.load(project)
    found = loaded.records["company.yml"]
    sample = loading.load(ROOT).records["company.yml"]
    assert found.departments["testing"] == sample.departments["testing"]
    assert (found.roles["cars"].name, found.roles["cars"].phone) == (sample.roles["cars"].name, None)
    assert not loaded.faults
    # Who is asked for by phone must have one: that is told, and nothing else.
    told = [str(fault) for fault in checked.load(project)[1]]
    lines = text.splitlines()
    assert told == [
        f"docs/company/company.yml:{lines.index('roles:') + 1}: roles: 'cars' is not named here, and docs/company/contacts/"
        f"{name}.yml needs its `phone`; copy its line from docs/sample/company.yml and make it yours, or name another role there"
        for name in ("company-car",)
    ]
    assert [each.split(": ")[:3] for each in profile.notices(project)] == [
        [
            f"docs/company/company.yml:{lines.index(f'{part}:') + 1}",
            part,
            f"'{ident}' is not named here, so texts call it {AS_THERE}",
        ]
        for part, ident in (("departments", "testing"), ("roles", "cars"))
    ]


@pytest.mark.sweep
def test_roles_named_after_a_department_that_was_renamed_are_told(project: Path):
    company.lay_down(project)
    file = project / "docs/company/company.yml"
    assert [*profile.still_named_after(project)] == []
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("legal: {zh: 法务部, en: Legal}", "legal: {zh: 合规部, en: Compliance}"),
        ("hr: {zh: 人力资源部, en: Human Resources}", "hr: {zh: 人事科, en: Human Resources}"),
        ("{zh: 人力资源部负责人, en:", "{zh: 人事科科长, en:"),
        ("it: {zh: 信息管理部, en: IT}", "it: {same: Informatik}"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    told = [*profile.still_named_after(project)]
    assert [re.search(r"(?<=company.yml:)\d+: roles: '[a-z]+'", each)[0] for each in told] == [
        f"{text[: text.index(f'{chr(10)}  {role}: {{name')].count(chr(10)) + 2}: roles: '{role}'"
        for role in ("legal", "it")
    ]
    assert "'legal: 法务负责人'" in told[0] and "'it: 信息管理员', 'helpdesk: IT help desk'" in told[1]
    assert (
        "请也改成自己的叫法；决定就这么叫的，把`roles-of-legal`写进docs/company/company.yml末尾的decided"
        in in_words(told[0], "zh")
    )
    # What a company decided to keep is told no more, of that department alone; a department that there is not is a fault.
    file.write_text(f"{text}decided: [roles-of-legal]\n", encoding="utf-8")
    assert [*profile.still_named_after(project)] == told[1:]
    assert not checked.load(project)[1]
    file.write_text(f"{text}decided: [roles-of-legall]\n", encoding="utf-8")
    [fault] = checked.load(project)[1]
    assert fault.message == "unknown decision 'roles-of-legall'; did you mean 'roles-of-legal'?"


def in_profile(project: Path, *changes: tuple[str, str]) -> list[str]:
    """What is said of the data with these changes of the company's profile."""
    file = project / "docs/company/company.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return [str(fault) for fault in checked.load(project)[1]]


@pytest.mark.sweep
def test_a_slip_in_the_id_of_a_role_is_said_there_and_nothing_that_follows_from_it(project: Path):
    company.lay_down(project)
    found = in_profile(project, ("\n  legal: {name", "\n  legall: {name"), ("\n  pr: {zh", "\n  prr: {zh"))
    assert [re.sub(r":\d+:", ":", each) for each in found] == [
        f"docs/company/company.yml: {part}.{given}: '{given}' is no {kind}; did you mean '{meant}'? "
        f"If it is one of your own, give '{meant}' a line too"
        for part, kind, given, meant in (
            ("departments", "department", "prr", "pr"),
            ("roles", "role", "legall", "legal"),
        )
    ]
    assert all("您是不是要写" in in_words(each, "zh") for each in found)


def test_a_role_or_department_of_the_companys_own_is_no_slip(project: Path):
    company.lay_down(project)
    own_one = "{name: {zh: 质量负责人, en: head of quality}}"
    # A software house may well have the one department and lack the other.
    of_departments = ("\n  production: {zh: 生产部, en: Production}\n", "\n  product: {zh: 产品部, en: Product}\n")
    found = in_profile(project, ("\n  legal: {name", f"\n  legally: {own_one}\n  legal: {{name"), of_departments)
    assert found == []


@pytest.mark.every_other(4)
@pytest.mark.parametrize(
    "slip", [("leave_out", "leaveout"), ("  - glossary", " - glossary"), ("/absence", "/absense"), ("]", "")]
)
def test_what_hangs_on_leaving_out_waits_until_that_is_sound(slip: tuple[str, str], project: Path):
    file = project / REDIRECTS
    file.parent.mkdir(parents=True)
    file.write_text("redirects:\n  - {old: scenarios/absence, new: scenarios/data-request}\n", encoding="utf-8")
    text = "leave_out:\n  - scenarios/absence\n  - glossary/to-do\nset: {scenarios/simple-update/valid_for: [P1Y]}\n"
    text = text.replace("[P1Y]", "[P1Y]" if slip[0] == "]" else "P1Y")
    assert with_changes(project, text.replace("[P1Y]", "P1Y")) == []
    found = with_changes(project, text.replace(*slip))
    assert found and all(each.startswith(f"{CHANGES}:") for each in found), found


def test_what_a_value_that_is_set_brings_about_is_said_with_its_line(project: Path):
    path = "chooser/rows/inside-complex/runner_up/channel"
    [fault] = with_changes(project, f"# ours\nset:\n  {path}: meeting\n")
    line = loading.load(project).sources["chooser.yml"].line(("rows", 12))
    message = (
        f"with this, docs/data/chooser.yml:{line} is not as it must be: rows[12]: first and second choice are both"
    )
    assert fault.startswith(f"{CHANGES}:3: set.{path}: {message} 'meeting'; ")
    assert "这样写，docs/data/chooser.yml" in in_words(fault, "zh")


@pytest.mark.sweep
def test_a_form_that_stands_instead_of_ours_and_lacks_what_ours_is_filled_with_is_told_where_it_is_mended(
    project: Path,
):
    ours = project / "docs/data/templates/result-confirmation.yml"
    theirs = project / "docs/company/data/templates/result-confirmation.yml"
    theirs.parent.mkdir(parents=True)
    theirs.write_text(ours.read_text(encoding="utf-8").replace("id: talked-by", "id: spoken-by"), encoding="utf-8")
    [fault] = with_changes(project, "set: {}\n")
    line = loading.load(project).sources["checklists/phone-call.yml"].line(("groups", 2, "items", 1, "fills", 0))
    where = theirs.relative_to(project).as_posix()
    assert fault.startswith(
        f"{where}:1: file: with this, docs/data/checklists/phone-call.yml:{line} is not as it must be: "
    )
    assert "'result-confirmation' has no field 'talked-by'; " in fault
    assert "这样写，docs/data/checklists/phone-call.yml" in in_words(fault, "zh")


def test_what_is_set_to_nothing_is_dropped_where_it_can_be(project: Path):
    paths = (
        "chooser/rows/inside-urgent/runner_up",
        "scenarios/absence/glossary",
        "scenarios/authority-letter/outside_time",
    )
    assert with_changes(project, "set:\n" + "".join(f"  {path}: null\n" for path in paths)) == []
    handbook = loading.handbook_of(loading.load(project))
    assert next(row for row in handbook.chooser.rows if row.id == "inside-urgent").runner_up is None
    assert handbook.scenario["absence"].glossary == ()
    assert handbook.scenario["authority-letter"].outside_time is None


def test_what_cannot_be_dropped_is_said_and_what_is_set_only_in_part_too(project: Path):
    found = with_changes(
        project,
        "set:\n  scenarios/absence/urgency:\n  scenarios/absence/title/en: null\n"
        "  chooser/rows/inside-urgent/runner_up: {channel: email}\n  chooser/rows/authority/runer_up: null\n",
    )
    needed = "cannot be done without; write its value, or delete this line"
    assert found == [
        f"{CHANGES}:2: set.scenarios/absence/urgency: {needed}",
        f"{CHANGES}:3: set.scenarios/absence/title/en: {needed}",
        f"{CHANGES}:4: set.chooser/rows/inside-urgent/runner_up.when: this key is missing; add `when: …`",
        f"{CHANGES}:5: set.chooser/rows/authority/runer_up: there is no 'chooser/rows/authority/runer_up'; did you mean "
        "'chooser/rows/authority/runner_up'? (where a release took it away, delete this line)",
    ]
    assert in_words(found[-1], "zh").endswith("”？（如果是新版本去掉的，请删掉这一行）")


@pytest.mark.sweep
def test_who_sets_a_whole_record_is_told_which_values_it_has(project: Path):
    found = with_changes(project, "set:\n  response-times: 3\n")
    assert len(found) == 1
    assert found[0].startswith(
        f"{CHANGES}:2: set.response-times: 'response-times' is a whole record; use one of: response-times/answers, "
    )
    assert "response-times/times" in found[0]
    assert "response-times/times/" not in found[0]
    assert "这里只能改其中一个值" in in_words(found[0], "zh")


@pytest.mark.sweep
def test_what_is_set_within_something_that_is_set_to_have_no_such_part_is_said(project: Path):
    row, glossary = "chooser/rows/inside-urgent/runner_up", "scenarios/absence/glossary"
    found = with_changes(
        project,
        f"set:\n  {row}: null\n  {row}/channel: email\n  {glossary}: [handover]\n  {glossary}/0: escalation\n  {glossary}/1: handover\n",
    )
    assert found == [
        f"{CHANGES}:3: set.{row}/channel: '{row}', within which this stands, is set too; delete one of the two lines",
        f"{CHANGES}:6: set.{glossary}/1: '{glossary}', within which this stands, is set too; delete one of the two lines",
    ]


@pytest.mark.sweep
def test_a_second_choice_of_the_chooser_goes_with_its_channel(project: Path):
    found = with_changes(project, "leave_out: [channels/video-meeting]\n")
    assert found and not [line for line in found if "runner_up" in line]
    rows = lay(project, Faults()).sources["chooser.yml"].data["rows"]
    assert all(row.get("runner_up", {}).get("channel") != "video-meeting" for row in rows)


@pytest.mark.sweep
def test_what_the_company_calls_its_tools_may_be_a_word_of_the_handbooks(project: Path):
    company.lay_down(project)
    shutil.copytree(ROOT / "overrides", project / "overrides", copy_function=os.link)
    term = "{zh: 晨会, en: Zoom round}"
    glossary, page = (project / f"docs/company/{name}" for name in ("data/glossary.yml", "en/guide/scope.md"))
    for file in (glossary, page):
        file.parent.mkdir(parents=True)
    found = in_profile(
        project,
        ("messenger: {zh: 企业微信, en: WeCom}", "messenger: {zh: 微信, en: WeChat}"),
        ("second_messenger: {zh: 钉钉, en: DingTalk}", "second_messenger: {same: WhatsApp}"),
        ("mail: {zh: 企业邮箱, en: company mail}", "mail: {zh: 邮箱, en: email}"),
        ("meeting: {zh: 腾讯会议, en: Tencent Meeting}", "meeting: {same: Zoom}"),
    )
    assert found == []
    page.write_text((project / "docs/en/guide/scope.md").read_text(encoding="utf-8") + "\nIn Zoom.\n", encoding="utf-8")
    line = page.read_text(encoding="utf-8").count("\n")
    _, faults = checked.check(project, date(2026, 11, 26), with_downloads=False)
    assert [str(fault) for fault in faults] == [
        f"docs/company/en/guide/scope.md:{line}: text: 'Zoom' stands in the company profile; write {{{{ company.meeting_tool }}}} here"
    ]
    glossary.write_text(f"terms:\n  - {{id: round, term: {term}, definition: {term}}}\n", encoding="utf-8")
    assert in_profile(project) == [
        f"docs/company/data/glossary.yml:2: terms[0].{key}.en: 'Zoom' stands in the company profile; write {{meeting_tool}} here"
        for key in ("definition", "term")
    ]


def test_data_in_a_folder_that_nobody_reads_are_told(project: Path):
    company.lay_down(project)
    for name in ("scenarios/absence.yml", "guide/travel.md", "forms/notes.txt", "zh/.DS_Store"):
        file = project / "docs/company" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    said = dict(places.misplaced(project))
    assert said.keys() == {"docs/company/scenarios/absence.yml", "docs/company/guide/travel.md"}
    assert all("data stand in docs/company/data/, pages in docs/company/zh/" in each for each in said.values())


def test_the_home_page_cannot_be_left_out_by_hand(project: Path):
    found = with_changes(project, "leave_out:\n  - glossary/to-do\n  - index\n")
    assert found == [
        f"{CHANGES}:3: leave_out[1]: 'index' cannot be left out, since pages of every kind lead there; delete this line"
    ]


def test_what_sentences_of_pages_need_stays_and_a_block_goes(project: Path):
    found = with_changes(project, "leave_out:\n  - retention/gifts\n  - sentences/sales-contact\n  - phrases/chasing\n")
    lines = ["docs/en/scenarios/meals-and-gifts.md:50 says 'gifts', of 'retention/gifts'"]
    assert [each for each in found if "sentences" not in each] == [
        f"{CHANGES}:2: leave_out[0]: {line}; keep it, or write that page without it, as one of your own"
        for line in lines
    ]
    assert any(each.startswith(f"{CHANGES}:3: leave_out[1]: docs/") for each in found)
    laid = lay(project, Faults())
    said = text_of("en/reference/phrases.md", laid, project, Faults()) or ""
    assert 'phrases("closing")' in said and 'phrases("chasing")' not in said


def test_what_only_looks_like_a_file_is_told(project: Path):
    company.lay_down(project)
    own = project / "docs/company"
    (own / "people.csv").mkdir()
    (own / "contacts/round.yml").symlink_to("round.yml")
    (own / "contacts/gone.yml").symlink_to("nowhere.yml")
    (own / "zh").symlink_to("contacts")
    assert {path.removeprefix("docs/company/"): said.partition(",")[0] for path, said in places.misplaced(project)} == {
        "people.csv": "is a folder",
        "contacts/round.yml": "is a link that leads nowhere; put the file itself here",
        "contacts/gone.yml": "is a link that leads nowhere; put the file itself here",
        "zh": "is a link to a folder",
    }


@pytest.mark.sweep
def test_a_file_in_the_place_of_a_folder_and_a_folder_called_like_a_picture_are_told(project: Path):
    company.lay_down(project)
    own = project / "docs/company"
    shutil.rmtree(own / "brand")
    for name in ("brand", "data", "forms", "zh"):
        (own / name).write_text("", encoding="utf-8")
    (own / "en/reference/plan.pdf").mkdir(parents=True)
    said = "is a file, where a folder is to stand; rename it, make the folder, and put into it what belongs there"
    assert [str(fault) for fault in checked.load(project)[1]] == [
        *(f"docs/company/{name}:1: file: {said}" for name in ("brand", "data")),
        "docs/company/en/reference/plan.pdf:1: file: is a folder, where a file is to stand; rename it, or take it away",
        *(f"docs/company/{name}:1: file: {said}" for name in ("forms", "zh")),
    ]


@pytest.mark.sweep
def test_a_list_that_the_company_empties_is_told_once_where_it_does_so(project: Path):
    text = "# ours\nset:\n  glossary/terms: []\n  scenarios/absence/related: []\n"
    (found,) = with_changes(project, text)
    assert found.startswith(f"{CHANGES}:3: set.glossary/terms: with this, ")
    assert "under leave_out, such as `glossary/terms/channel`, or delete this line; the first of them: docs/" in found
    assert int(found.partition("with this, ")[2].partition(" ")[0].replace(",", "")) > 100


@pytest.mark.sweep
def test_what_else_is_wrong_is_told_beside_a_list_that_the_company_empties(project: Path):
    text = "set:\n  glossary/terms: []\n  phrases/occasions: []\n  channels/email/hue: blue\n"
    said = [each.partition(": with")[0] for each in with_changes(project, text)]
    assert said[0].startswith(f"{CHANGES}:2: set.glossary/terms")
    assert f"{CHANGES}:3: set.phrases/occasions" in said and len(said) == 3
    assert any(each.startswith(f"{CHANGES}:4: set.channels/email/hue: 'blue'") for each in said)


@pytest.mark.sweep
def test_an_entry_of_a_list_is_not_taken_away_by_null(project: Path):
    assert with_changes(project, "set:\n  glossary/to-do: null\n  null: 1\n") == [
        f"{CHANGES}:2: set.glossary/to-do: an entry of a list goes under leave_out: write `- glossary/to-do` there, and delete this line",
        f"{CHANGES}:3: set.null: is blank; write what is meant, or delete the line",
    ]


@pytest.mark.parametrize("languages", ["[zh]", "[en]"])
def test_a_handbook_in_one_language_is_sound_as_it_is_read(languages: str, project: Path):
    company.lay_down(project)
    profile = project / "docs/company/company.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("\n  languages: [zh, en]\n", f"\n  languages: {languages}\n"), encoding="utf-8")
    with publishing():
        handbook, faults = checked.load(project)
        assert [str(fault) for fault in faults] == [] and handbook


def test_no_page_counts_the_things_of_a_list_that_a_company_may_shorten():
    """“外部五个：” stood above four where the company had left one of them out."""
    count = re.compile(
        r"(?:[二三四五六七八九十]+[个种张份]：|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b[^.]*:)\n\n"
        r"[-*] \[[^]]*\]\([^)]*(?:channels|checklists|scenarios|templates)/",
        re.IGNORECASE,
    )
    pages = [file for language in ("zh", "en") for file in (ROOT / "docs" / language).rglob("*.md")]
    assert [file.name for file in pages if count.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.sweep
def test_a_blank_path_among_the_changes_is_told(project: Path):
    company.lay_down(project)
    (project / "docs/company/changes.yml").write_text('leave_out:\n  - ""\nset:\n  "": 5\n', encoding="utf-8")
    blank = "is blank; write what is meant, or delete the line"
    assert [str(fault) for fault in checked.load(project)[1]] == [
        f"docs/company/changes.yml:2: leave_out[0]: {blank}",
        f"docs/company/changes.yml:4: set.: {blank}",
    ]
    told = (
        "docs/company/changes.yml:2: set.x: a mapping: write an ISO 8601 duration: PT30M is 30 minutes, PT4H 4 hours, "
    )
    assert "set.x: 几行：请写" in in_words(f"{told}P2D 2 days, P6M 6 months, P1Y a year", "zh")
