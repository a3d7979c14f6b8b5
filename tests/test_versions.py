"""Two versions at once: a site is replaced while pages of the old one are open."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from macros.published.named import Names, build_id
from tests.conftest import once_for_all_workers, serve
from tests.other_build import Host, build_of, other_build

MARK = re.compile(r"\.([0-9a-f]{10})\.\w+$")
NEWER = "There is a newer version of the handbook."


@pytest.fixture(scope="session")
def next_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next build of the site; its empty forms are others too."""

    def make(folder: Path) -> None:
        other_build(site, folder)
        for file in (folder / "downloads").glob("meeting-minutes.*.docx"):
            shutil.copy(folder / "downloads" / file.name.replace("meeting-minutes", "meeting-agenda"), file)

    return once_for_all_workers(tmp_path_factory, "next-site", make)


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The site on a host that can replace it."""
    host = Host(tmp_path / "served", site)
    server, host.address = serve(host.folder)
    yield host
    server.shutdown()


@pytest.fixture
def open_old(host: Host, browser) -> Iterator:
    """Opens a page of the first site, listening for script errors."""
    contexts = []

    def open_(path: str):
        context = browser.new_context()
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.clock.install()
        page.goto(host.address + path)
        page.wait_for_load_state("networkidle")
        return page

    yield open_
    for context in contexts:
        context.close()


def come_back(page) -> None:
    """Look at something else for a quarter of an hour."""
    page.clock.fast_forward("15:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def told(page) -> None:
    """The page says that there is a newer version."""
    page.locator("site-state p", has_text=NEWER).wait_for()


def reload(page) -> None:
    """As the page offers it."""
    with page.expect_navigation():
        page.locator("site-state button").click()
    assert page.get_by_text("NEXT", exact=True).count()


def test_what_belongs_to_a_build_is_named_by_what_it_holds(site):
    build = build_of(site)
    heads = {f"{home}assets/search.{build}.json" for home in ("", "en/")}
    of_the_build = [
        file
        for folder in (site / "assets", site / "en" / "assets")
        for file in folder.rglob("*")
        if file.is_file() and not {"javascripts", "stylesheets", "images"} & {*file.parts} and file.name != "build.json"
    ]
    assert len(of_the_build) > 40
    for file in of_the_build:
        mark = MARK.search(file.name)
        assert mark, file
        by_content = mark[1] == hashlib.sha256(file.read_bytes()).hexdigest()[:10]
        assert by_content or file.relative_to(site).as_posix() in heads, file
    assert json.loads((site / "assets/build.json").read_bytes()) == {"build": build}


def test_no_page_names_such_a_file_otherwise(site):
    for page in [*site.rglob("index.html"), site / "404.html"]:
        for address in re.findall(r'"([^"]*assets/[^"?#]+)"', page.read_text(encoding="utf-8")):
            assert MARK.search(address), (page, address)
            file = site / address.lstrip("/") if address.startswith("/") else page.parent / address
            assert address.startswith("http") or file.is_file(), (page, address)


def test_the_head_of_the_index_names_its_rest(site):
    for folder in (site / "assets", site / "en" / "assets"):
        head = json.loads((folder / f"search.{build_of(site)}.json").read_bytes())
        assert len(json.loads((folder / head["rest"]).read_bytes())["texts"]) == len(head["entries"])


def test_names_reach_every_page_from_wherever_it_stands():
    names = Names("0123456789")
    css = names.by_content("assets/a.css", b"a")
    head = names.by_build("en/assets/search.json")
    assert re.fullmatch(r"assets/a\.[0-9a-f]{10}\.css", css) and head == "en/assets/search.0123456789.json"
    site_url = "https://example.com/guide/"
    cases = [
        ("en/x/", "../../assets/a.css", f"../../{css}"),
        ("en/x/", "../assets/search.json", f"../{head.removeprefix('en/')}"),
        ("", "assets/a.css", css),
        ("./", "./assets/a.css", f"./{css}"),
        ("x/", "https://example.com/guide/assets/a.css", f"https://example.com/guide/{css}"),
        ("", "/guide/assets/a.css", f"/guide/{css}"),
        ("x/", "../assets/theirs.png", "../assets/theirs.png"),
    ]
    for page, value, published in cases:
        assert names.in_page(f'<link href="{value}">', page, site_url) == f'<link href="{published}">'
    assert names.in_page("<p>assets/a.css</p>", "", site_url) == "<p>assets/a.css</p>"


def test_what_a_page_waits_for_stands_within_it_and_what_would_end_there_does_not():
    names = Names("0123456789")
    sheet, paper = names.by_content("assets/a.css", b'a{b:"</svg>"}'), names.by_content("assets/p.css", b"p{}")
    script, module = names.by_content("assets/s.js", b"go()"), names.by_content("assets/m.js", b"more()")
    ends = names.by_content("assets/e.css", b'a{b:"</STYLE>"}')
    hides = names.by_content("assets/h.js", b'"<!--<script>"')
    for said, made in {
        '<link rel="stylesheet" href="../assets/a.css">': f'<style data-file="../{sheet}">a{{b:"</svg>"}}</style>',
        '<link rel="stylesheet" href="../assets/p.css" media="print">': f'<link rel="stylesheet" href="../{paper}" media="print">',
        '<script src="../assets/s.js" data-lost="zh="></script>': f'<script data-file="../{script}" data-lost="zh=">go()</script>',
        '<script type="module" src="../assets/m.js"></script>': f'<script type="module" src="../{module}"></script>',
        '<link rel="stylesheet" href="../assets/e.css">': f'<link rel="stylesheet" href="../{ends}">',
        '<script src="../assets/h.js"></script>': f'<script src="../{hides}"></script>',
        '<link rel="stylesheet" href="../assets/theirs.css">': '<link rel="stylesheet" href="../assets/theirs.css">',
    }.items():
        assert names.in_page(said, "x/", "") == made
        assert Names().in_page(said, "x/", "") == said, "while somebody edits"


def test_a_build_is_told_from_another_by_its_sources_alone(tmp_path):
    def laid_down(name: str, content: bytes) -> Path:
        folder = tmp_path / name / "docs"
        folder.mkdir(parents=True)
        (folder / "a.md").write_bytes(content)
        return tmp_path / name

    one, same = laid_down("one", b"a\nb\n"), laid_down("same", b"a\r\nb\r\n")
    (same / "docs" / "Thumbs.db").write_bytes(b"x")
    sources = ("docs", "mkdocs.yml")
    assert build_id(one, sources) == build_id(same, sources)
    assert build_id(laid_down("other", b"a\nc\n"), sources) != build_id(one, sources)


def test_a_search_on_an_old_page_goes_on_on_the_new_one(open_old, host, next_site):
    page = open_old("en/channels/")
    host.replace(next_site)
    held, typed = [], []
    page.route("**/assets/search*", lambda route: route.continue_() if typed else held.append(route))
    page.keyboard.press("/")
    page.keyboard.type("urgent matter")
    typed.append(True)
    for route in held:
        route.continue_()
    page.wait_for_url("**/en/search/#q=urgent%20matter")
    page.locator("search-page .found mark").first.wait_for()
    assert not page.faults


def test_a_form_that_is_gone_says_so_and_opens_after_loading_the_page_again(open_old, host, next_site):
    page = open_old("en/templates/meeting-minutes/")
    host.replace(next_site)
    page.locator("form-opener > button").click()
    told(page)
    expect(page.locator("form-opener > button[aria-busy]")).to_have_count(0)
    assert not page.locator("form-opener output").inner_text()
    reload(page)
    page.locator("form-opener > button").click()
    page.locator("form-filler [name=minutes-subject]").wait_for()


def test_an_open_form_keeps_what_is_typed_and_is_filled_into_no_other_file(open_old, host, next_site):
    page = open_old("en/templates/meeting-minutes/")
    page.locator("form-opener > button").click()
    page.locator("form-filler [name=minutes-subject]").fill("Warehouse move")
    host.replace(next_site)
    page.locator("form-filler [name=conclusion]").first.focus()
    page.keyboard.type("Rent it")
    with page.expect_download() as download:
        page.locator("form-filler button[value=md]").click()
    assert "Warehouse move" in Path(download.value.path()).read_text(encoding="utf-8")
    page.locator("form-filler button[value=docx]").click()
    page.get_by_text("The handbook has a newer version with another empty file").wait_for()
    told(page)
    page.keyboard.press("Control+k")  # The search is gone too; the form stays where it is.
    page.locator("dialog [data-failure]").wait_for()
    page.keyboard.press("Escape")
    page.clock.fast_forward(5_000)
    reload(page)
    page.locator("form-filler [name=minutes-subject]").wait_for()  # It comes back to the form by itself.
    kept = page.evaluate("JSON.stringify({ ...localStorage })")
    assert "Warehouse move" in kept and "Rent it" in kept
    assert not page.faults


@pytest.mark.sweep
def test_ticks_of_an_old_page_stay(open_old, host, next_site):
    page = open_old("en/checklists/meeting-before/")
    host.replace(next_site)
    page.locator("check-list input[type=checkbox]").first.check()
    come_back(page)
    told(page)
    reload(page)
    assert page.locator("check-list input[type=checkbox]").first.is_checked()
    assert not page.faults


@pytest.mark.sweep
def test_the_page_of_all_records_stays_usable(open_old, host, next_site):
    page = open_old("en/checklists/meeting-before/")
    page.locator("check-list input[type=checkbox]").first.check()
    page.goto(f"{host.address}en/my/")
    page.locator("my-runs a[href*='meeting-before']").first.wait_for()
    host.replace(next_site)
    with page.expect_download() as download:
        page.locator("my-runs .runs__take button[data-do=export]").click()
    assert "meeting-before" in Path(download.value.path()).read_text(encoding="utf-8")
    come_back(page)
    told(page)
    assert not page.faults


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("path", "asks", "answered"),
    [
        ("en/choose/", "channel-chooser label", "channel-chooser"),
        ("en/onboarding/practice/", "practice-round button", "practice-round"),
        ("en/reference/glossary/", "filter-table input", "filter-table"),
    ],
)
def test_other_apps_go_on_and_say_once_that_there_is_a_newer_version(open_old, host, next_site, path, asks, answered):
    page = open_old(path)
    host.replace(next_site)
    page.locator(asks).locator("visible=true").first.click()
    assert page.locator(answered).is_visible()
    come_back(page)
    told(page)
    page.evaluate("document.querySelector('site-state p').dataset.seen = ''")
    come_back(page)
    assert page.locator("site-state p[data-seen]").inner_text() == NEWER
    reload(page)
    assert not page.faults


def test_a_page_says_nothing_while_its_site_is_the_same_or_out_of_reach(open_old, host, next_site):
    page = open_old("en/")
    # Each question is over before the next thing happens: an answer on its way could come from the next site.
    with page.expect_event("requestfinished", of_the_build):
        come_back(page)
    page.context.set_offline(True)
    with page.expect_event("requestfailed", of_the_build):
        come_back(page)
    page.context.set_offline(False)
    host.replace(next_site)
    assert not page.locator("site-state p").inner_text()
    come_back(page)
    told(page)


def of_the_build(request) -> bool:
    """Whether a request asks which build the host has."""
    return request.url.endswith("/assets/build.json")
