"""The commands: check, new, translated; and a build that repeats."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from macros.commands import company, replace
from tests.adopter import BLANK, TO_WRITE, command, files_of, fill_in
from tests.conftest import ROOT, copy_sources

pytestmark = pytest.mark.whole

RECORD = "docs/data/page-fingerprints.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sources to write in."""
    return copy_sources(tmp_path)


def digests(root: Path) -> dict[str, str]:
    """A digest of each file below a folder."""
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in root.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def faults(stderr: str) -> set[tuple[str, int]]:
    """Path and line of every fault that a command has reported."""
    return {(match[1], int(match[2])) for match in re.finditer(r"(?m)^(\S+?):(\d+): ", stderr)}


def blanks(root: Path, files: list[Path]) -> set[tuple[str, int]]:
    """Path and line of everything in laid-down files that is still to be filled in."""
    return {
        (file.relative_to(root).as_posix(), number)
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if not (file.suffix == ".yml" and line.startswith("#")) and (BLANK.search(line) or TO_WRITE.search(line))
    }


def test_the_handbook_as_it_stands_passes_its_check():
    run = command(ROOT, "check")
    assert run.returncode == 0, run.stderr
    assert re.search(r"Data and \d{3} pages are sound\.$", run.stdout.strip())
    assert "Traceback" not in run.stdout + run.stderr


def test_a_check_loads_no_library_that_only_downloads_need():
    heavy = ("docx", "xlsxwriter", "pikepdf", "pypinyin.phrases_dict")
    run = subprocess.run(
        [sys.executable, "-c", f"import sys, macros.building.hooks; print([m for m in {heavy} if m in sys.modules])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.stdout.strip() == "[]", run.stdout + run.stderr


def test_the_chinese_as_it_stands_keeps_its_style():
    run = command(ROOT, "style")
    assert (run.returncode, run.stdout, run.stderr) == (0, "The Chinese keeps its style.\n", "")


@pytest.mark.sweep
def test_chinese_that_does_not_keep_the_style_is_named_in_pages_and_data(project: Path):
    page, data = project / "docs/zh/about/privacy.md", project / "docs/data/channels/email.yml"
    line = page.read_text(encoding="utf-8").count("\n") + 1
    with page.open("a", encoding="utf-8") as file:
        file.write("先打电话,再写 mail 。\n")
    text = data.read_text(encoding="utf-8")
    data.write_text(
        re.sub(r"(?m)^use_for:\n  - \{zh: .*?,", "use_for:\n  - {zh: 每个 PDF 都可以,", text), encoding="utf-8"
    )
    run = command(project, "style")
    entry = text[: text.index("\nuse_for:")].count("\n") + 3
    assert run.returncode == 1 and run.stdout == ""
    assert run.stderr.splitlines() == [
        f"docs/zh/about/privacy.md:{line}: '先打电话,再写 mail 。' would be '先打电话，再写 mail。'",
        f"docs/zh/about/privacy.md:{line}: a typed space in '写 m'; the style sheet makes the gap, so delete it",
        f"docs/data/channels/email.yml:{entry}: use_for[0].zh: a typed space in '个 P'; the style sheet makes the gap, "
        "so delete it",
    ]


@pytest.mark.sweep
@pytest.mark.parametrize("kind", ["scenario", "channel"])
def test_what_is_laid_down_is_reported_with_everything_still_to_be_filled_in(kind: str, project: Path):
    laid = command(project, "new", kind, "site-visit")
    files = files_of(project, kind, "site-visit")
    assert laid.returncode == 0, laid.stderr
    assert laid.stdout.splitlines()[:3] == [file.relative_to(project).as_posix() for file in files]
    checked, wanted = command(project, "check"), blanks(project, files)
    assert checked.returncode == 1
    assert {path for path, _ in wanted} == {file.relative_to(project).as_posix() for file in files}
    assert len(wanted) > 10
    assert faults(checked.stderr) == wanted
    assert "Traceback" not in checked.stderr
    fill_in(project, kind, "site-visit", {"zh": "现场参观", "en": "Site tour"})
    filled = command(project, "check")
    assert filled.returncode == 0, filled.stderr


@pytest.mark.every_other(3)
@pytest.mark.parametrize(
    "arguments, reason",
    [
        (("new", "scenario", "Site Visit"), "'Site Visit' is no id"),
        (("new", "scenario", "-visit"), ""),
        (("new", "scenario", "site_visit"), "'site_visit' is no id"),
        (("new", "scenario", "../visit"), "'../visit' is no id"),
        (("new", "scenario", "拜访"), "'拜访' is no id"),
        (("new", "scenario", ""), "'' is no id"),
        (("new", "scenario", "absence"), "docs/data/scenarios/absence.yml is there already"),
        (("new", "channel", "email"), "docs/data/channels/email.yml is there already"),
        (("new", "channel", "index"), "'index' is the overview of its folder"),
        (("translated", "channels/e-mail.md"), "There is no page 'channels/e-mail.md'"),
    ],
)
def test_a_bad_or_existing_name_is_refused_and_nothing_written(arguments: tuple[str, ...], reason: str, project: Path):
    before = digests(project)
    run = command(project, *arguments)
    assert run.returncode in (1, 2) and reason in run.stderr
    assert "Traceback" not in run.stderr
    assert digests(project) == before


def test_a_page_alone_stands_in_the_way_of_a_new_scenario(project: Path):
    (project / "docs" / "en" / "scenarios" / "site-visit.md").write_text("# Mine\n", encoding="utf-8")
    before = digests(project)
    run = command(project, "new", "scenario", "site-visit")
    assert run.returncode == 1 and "docs/en/scenarios/site-visit.md is there already" in run.stderr
    assert digests(project) == before


def test_the_commands_say_which_there_are():
    run = command(ROOT)
    assert run.returncode == 2
    for name in ("serve", "build", "check", "test", "new", "translated"):
        assert f"\n    {name}" in run.stderr
    for kind in ("scenario", "channel", "contact"):
        assert kind in command(ROOT, "new", "--help").stdout


def notices(project: Path) -> list[str]:
    """What the check says of pages whose languages no longer agree."""
    run = command(project, "check")
    assert run.returncode == 0, run.stderr
    return [
        line.removeprefix("notice: ")
        for line in run.stdout.splitlines()
        if line.startswith("notice: ")
        and not any(other in line for other in ("due for review", "sample company", "public holidays"))
    ]


def append(project: Path, page: str, words: str) -> None:
    with (project / page).open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")


@pytest.mark.sweep
def test_a_change_of_one_language_is_noticed_until_it_is_recorded(small_project: Path):
    project = small_project
    assert command(project, "translated").returncode == 0
    append(project, "docs/zh/channels/email.md", "多写一句。")
    append(project, "docs/en/channels/phone.md", "One sentence more.")
    append(project, "docs/zh/channels/letter.md", "多写一句。")
    append(project, "docs/en/channels/letter.md", "One sentence more.")
    found = {line.partition(":")[0]: line for line in notices(project)}
    assert found.keys() == {"docs/zh/channels/email.md", "docs/en/channels/phone.md", "docs/zh/channels/letter.md"}
    assert "docs/en/channels/email.md was not" in found["docs/zh/channels/email.md"]
    assert "docs/zh/channels/phone.md was not" in found["docs/en/channels/phone.md"]
    assert "both languages were changed" in found["docs/zh/channels/letter.md"]
    assert all("-m macros translated channels/" in line for line in found.values())
    before = yaml.safe_load((project / RECORD).read_bytes())
    run = command(project, "translated", "channels/email.md", "channels/letter.md")
    assert run.returncode == 0 and "Pages recorded: 2" in run.stdout
    after = yaml.safe_load((project / RECORD).read_bytes())
    assert [page for page in after if after[page] != before[page]] == ["channels/email.md", "channels/letter.md"]


@pytest.mark.sweep
def test_the_record_follows_pages_that_come_and_go(small_project: Path):
    project = small_project
    assert command(project, "translated").returncode == 0
    for language, words in (("zh", "新页"), ("en", "New page")):
        page = project / "docs" / language / "reference" / "new-page.md"
        page.write_text(f"---\ntitle: {words}\ndescription: {words}\n---\n\n# {words}\n", encoding="utf-8")
    assert [line.partition(":")[0] for line in notices(project)] == ["docs/zh/reference/new-page.md"]
    assert command(project, "translated", "reference/new-page.md").returncode == 0
    for language in ("zh", "en"):
        (project / "docs" / language / "reference" / "new-page.md").unlink()
    gone = notices(project)
    assert len(gone) == 1 and gone[0].startswith(f"{RECORD}:1: reference/new-page.md is recorded but gone")
    assert command(project, "translated").returncode == 0
    assert "new-page" not in (project / RECORD).read_text(encoding="utf-8")


def build(root: Path, site: Path, **environment: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


LEFTOVERS = (
    "docs/zh/Thumbs.db",
    "docs/en/~$plan.docx",
    "docs/zh/about/privacy.md.orig",
    "docs/.DS_Store",
    "docs/data/channels/desktop.ini",
    "overrides/theme/main.html.orig",
    "overrides/theme/assets/favicon.svg~",
)
"""Files of other programs, beside those that the site is made from."""
TEXTS = (".md", ".yml", ".csv", ".html", ".css", ".js", ".xml", ".svg", ".txt", ".typ", ".markdown", ".rels")


def as_another_system_has_it(root: Path) -> None:
    """Lines end as on Windows, its programs mark what the company writes, and others have left their files."""
    own = root / "docs/company"
    for file in root.rglob("*"):
        if file.suffix in TEXTS:
            mark = "\ufeff".encode() if file.is_relative_to(own) and file.suffix in (".yml", ".md", ".csv") else b""
            file.write_bytes(mark + file.read_bytes().replace(b"\n", b"\r\n"))
    for name in LEFTOVERS:
        (root / name).write_bytes(b"\xff left behind")


@pytest.mark.sweep
@pytest.mark.parametrize("sources", ["small", "small_sources", ""])
def test_the_same_sources_give_the_same_bytes_on_any_system(sources: str, request, tmp_path: Path, tmp_path_factory):
    """In another folder, time zone, locale and hash seed, of another checkout, beside leftovers of other programs."""
    origin, project = tmp_path / "here", tmp_path / "there"
    shutil.copytree(request.getfixturevalue(sources), origin) if sources else copy_sources(origin)
    company.lay_down(origin)
    for path in ("data/scenarios/absence.yml", "guide/scope.md"):
        replace.replace(origin, path)
    shutil.copytree(origin, project)
    as_another_system_has_it(project)
    scenario = yaml.safe_load((project / "docs/data/scenarios/absence.yml").read_text(encoding="utf-8"))
    # An hour before midnight in London, on the eve of a review's last day: it is another day east and west of there.
    reviewed = date.fromisoformat(str(scenario["reviewed"]))
    due = datetime.combine(reviewed.replace(year=reviewed.year + 1), datetime.min.time(), UTC)
    epoch = str(int((due - timedelta(hours=1)).timestamp()))
    sites = [tmp_path_factory.mktemp(name) / "site" for name in ("east", "西 side")]
    runs = [
        build(origin, sites[0], SOURCE_DATE_EPOCH=epoch, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LC_ALL="C.UTF-8"),
        build(project, sites[1], SOURCE_DATE_EPOCH=epoch, TZ="America/Los_Angeles", PYTHONHASHSEED="2", LC_ALL="C"),
    ]
    for run in runs:
        said, _ = run.communicate(timeout=900)
        assert run.returncode == 0, said
    east, west = (digests(site) for site in sites)
    assert len(east) > 200
    assert {name for name in east.keys() | west.keys() if east.get(name) != west.get(name)} == set()


@pytest.mark.sweep
def test_a_console_whose_code_page_lacks_a_sign_shows_a_code_in_its_place(small_project: Path):
    project = small_project
    for language, words in (("zh", "新页"), ("en", "New page")):
        page = project / "docs" / language / "reference" / "新页.md"
        page.write_text(f"---\ntitle: {words}\ndescription: {words}\n---\n\n# {words}\n", encoding="utf-8")
    for arguments in (("check",), ("translated", "没有.md")):
        run = subprocess.run(
            [sys.executable, "-m", "macros", *arguments],
            cwd=project,
            capture_output=True,
            timeout=300,
            env={**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        said = (run.stdout + run.stderr).decode("ascii")
        assert "Traceback" not in said and run.returncode == (arguments[0] == "translated")
        assert "\\u65b0\\u9875" in said or "\\u6ca1\\u6709" in said


@pytest.mark.sweep
def test_a_record_of_translations_with_conflicts_is_a_fault_and_is_never_written_over(project: Path):
    record = project / RECORD
    broken = "<<<<<<< HEAD\n=======\n>>>>>>> main\n" + record.read_text(encoding="utf-8")
    record.write_text(broken, encoding="utf-8")
    for arguments in (("check",), ("translated", "channels/email.md")):
        run = command(project, *arguments)
        assert run.returncode == 1 and f"{RECORD}:1: merge: a conflict of a merge is left" in run.stderr
        assert "Traceback" not in run.stderr
    assert record.read_text(encoding="utf-8") == broken
