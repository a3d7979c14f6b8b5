"""What a host must send: the configuration in `deploy/` on real servers, and what a probe says of a host without it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from macros.commands import deploying
from macros.commands.asking import Answer, ask
from macros.commands.probing import probe
from macros.published import hosting
from tests.conftest import ROOT, in_a_sweep, serve
from tests.hosts import SERVERS, published, running
from tests.kinds_of_page import KINDS
from tests.test_browser import Visit

UNDER = ("/", "/handbook/")


# --- the configuration -----------------------------------------------------------------------------------------------


@pytest.mark.whole
def test_what_a_build_writes_for_its_host_is_no_file_of_the_repository_so_that_no_pull_meets_it():
    written = [f"deploy/{name}" for name in hosting.FILES]
    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", *written], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if ignored.returncode > 1:
        pytest.skip("not in a clone of the repository")
    assert ignored.stdout.split() == written


def test_a_site_brings_the_headers_that_its_host_is_told(site: Path, tmp_path: Path):
    deploying.write(tmp_path, site)
    headers = (site / "_headers").read_text(encoding="utf-8")
    assert headers == (tmp_path / "_headers").read_text(encoding="utf-8")
    assert max(map(len, headers.splitlines())) < 2000, "longer lines are no headers on Cloudflare Pages"


def test_configuration_is_written_where_it_is_not_current(tmp_path: Path):
    site, deploy = tmp_path / "site", tmp_path / "deploy"
    (site / "assets").mkdir(parents=True)
    page = '<meta name="handbook-root" content="/intern/">'
    (site / "404.html").write_text(page, encoding="utf-8")
    (site / "assets/site.0123456789abcdef.js").touch()
    assert [file.name for file in deploying.write(deploy, site)] == list(hosting.FILES)
    assert deploying.write(deploy, site) == []
    assert "/intern/assets/site.0123456789abcdef.js\n  Cache-Control: public" in (deploy / "_headers").read_text(
        "utf-8"
    )
    (site / "index.html").write_text("<script>go()</script>", encoding="utf-8")
    assert {file.name for file in deploying.write(deploy, site)} == {*hosting.FILES} - {"nginx-http.conf"}


@pytest.mark.parametrize("folder", ["", "en/", "zh/"])
def test_files_named_by_their_content_are_kept_whichever_language_stands_at_the_root(folder: str):
    assert re.fullmatch(hosting.NAMED_BY_CONTENT, f"{folder}assets/search/index.3f2a9c1b07.json")
    assert not re.fullmatch(hosting.NAMED_BY_CONTENT, f"{folder}assets/build.json")
    assert not re.fullmatch(hosting.NAMED_BY_CONTENT, f"{folder}x/assets/index.3f2a9c1b07.json")


def test_without_a_site_there_is_nothing_to_write(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        deploying.write(tmp_path / "deploy", tmp_path / "site")
    assert not (tmp_path / "deploy").exists()


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("page", "scripts", "styles"),
    [
        ("<script>go()</script>", (hashed("go()"),), ()),
        ('<SCRIPT type="module">go()</SCRIPT>', (hashed("go()"),), ()),
        ('<script type="application/json">{"go": 1}</script><script src="x.js"></script>', (), ()),
        ("<p>go()</p><script src=x.js></script>", (), ()),
        ("<style>a{}</style>", (), (hashed("a{}"),)),
    ],
)
def test_scripts_and_styles_within_pages_are_allowed_by_their_hashes(page, scripts, styles, tmp_path: Path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "404.html").write_text(page, encoding="utf-8")
    known = hosting.hosting(tmp_path)
    assert (known.scripts, known.styles) == (scripts, styles)
    assert known.policy()["script-src"] == ("'self'", *scripts)


def test_a_path_is_written_for_hosts_as_they_compare_it(tmp_path: Path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "404.html").write_text('<meta name="handbook-root" content="/%E6%B2%9F%E9%80%9A">', encoding="utf-8")
    assert hosting.hosting(tmp_path).under == "/沟通/"


def test_every_published_ending_has_a_type(site: Path):
    files = [file for file in site.rglob("[!._]*.*") if file.is_file()]
    assert len(files) > 250
    assert {file.suffix.removeprefix(".") for file in files} - set(hosting.TYPES) == set()


# --- real servers ----------------------------------------------------------------------------------------------------


@pytest.fixture(params=[(server, under) for server in SERVERS for under in UNDER], ids=lambda each: "-".join(each))
def hosted(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[str]:
    """The site on a real server, at the root and below a path."""
    server, under = request.param
    tmp_path.chmod(0o755)
    with running(server, published(site, tmp_path / "root", under), tmp_path, under) as address:
        yield address


def test_a_server_with_the_configuration_lacks_nothing(hosted: str):
    found = probe(hosted)
    assert found.lacks == [] and found.looked_at >= 40
    assert found.summary.startswith("Nothing is lacking: ")


def walk(page, address: str) -> None:
    """Use every app once."""
    page.goto(f"{address}en/")
    page.keyboard.press("/")
    page.keyboard.type("meeting minutes")
    page.locator("dialog .found mark").first.wait_for()
    page.goto(f"{address}en/search/#q=urgent")
    page.locator("search-page .found mark").first.wait_for()
    page.goto(f"{address}en/choose/")
    page.locator("channel-chooser input").first.check()
    page.wait_for_url("**/choose/#*=*")
    page.goto(f"{address}en/checklists/meeting-before/")
    page.locator("check-list input[type=checkbox]").first.check()
    page.locator(".checklist__progress output").get_by_text("1 of").wait_for()
    with page.expect_download() as csv:
        page.locator(".runs__more summary").click()
        page.locator("button[data-do=csv]").click()
    assert csv.value.suggested_filename.endswith(".csv")
    page.goto(f"{address}en/my/")
    page.locator("my-runs a[href*='meeting-before']").first.wait_for()
    page.goto(f"{address}en/templates/meeting-minutes/")
    with page.expect_download() as file:
        page.locator("a[download][href$='.docx']").first.click()
    assert file.value.suggested_filename.endswith(".docx")
    page.locator("form-opener > button").click()
    page.locator("form-filler [name=minutes-subject]").fill("Warehouse move")
    for kind in ("docx", "xlsx"):
        with page.expect_download() as filled:
            page.locator(f"form-filler button[value={kind}]").click()
        assert filled.value.suggested_filename.endswith(f".{kind}")
    page.locator("form-filler input[type=file]").first.set_input_files(file.value.path())
    page.goto(f"{address}en/onboarding/practice/")
    page.locator("practice-round button[data-do=start]").click()
    page.locator(".practice__choices label").first.click()
    page.locator(".practice__said").wait_for()
    page.goto(f"{address}reference/working-abroad/")
    page.locator("filter-table input").first.fill("电话")
    page.locator("filter-table output").get_by_text("显示").first.wait_for()


def walked(browser, address: str, more: Mapping[str, str]) -> None:
    """Every app, and pages beside them, say nothing in the console and ask for nothing that is not there."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    seen = Visit(page)
    walk(page, address)
    for path in more:
        page.goto(address + path, wait_until="networkidle")
        assert page.locator("html.js").count(), path
    assert seen.messages == []
    assert {url: status for url, status in seen.statuses.items() if status not in (200, 304)} == {}
    assert [url for url in seen.addresses() if not url.startswith((address, "blob:"))] == []
    context.close()


@pytest.mark.parametrize("server", ["nginx", in_a_sweep("caddy")])
def test_every_app_works_under_the_published_policy(server: str, browser, site: Path, tmp_path: Path):
    under = "/handbook/" if server == "nginx" else "/"
    tmp_path.chmod(0o755)
    with running(server, published(site, tmp_path / "root", under), tmp_path, under) as address:
        walked(browser, address, {})


@pytest.mark.sweep
def test_every_app_and_kind_of_page_works_on_every_server(browser, site: Path, hosted: str):
    walked(browser, hosted, {path: kind for kind, (_, path) in KINDS.items()})


# --- the probe -------------------------------------------------------------------------------------------------------


def test_a_bad_host_is_told_what_it_lacks(site: Path):
    """Python's own server: no headers, no compression, guessed types."""
    server, address = serve(site, {"Cache-Control": "max-age=86400"})
    found = probe(address)
    server.shutdown()
    said = "\n".join(found.lacks)
    for words in (
        f"{address}: lacks the header Content-Security-Policy: default-src 'none'; script-src 'self'",
        f"{address}: lacks the header X-Content-Type-Options: nosniff",
        f"{address}: is sent without a charset; it should be charset=utf-8",
        f"{address}: is not compressed, though the browser takes gzip",
        f"{address}: has Cache-Control: max-age=86400; it should be no-cache, or readers keep an old version",
        f"{address}assets/: lists what is in the folder; it should answer 404",
        f"{address}no-such-page-of-the-handbook/: lets what is missing be kept as missing",
    ):
        assert words in said
    assert found.summary.startswith(f"{len(found.lacks)} lacking, at ")


HOME = b'<meta name="handbook-root" content="">'
GOOD = {
    **{name.lower(): value for name, value in hosting.Hosting().headers().items()},
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "etag": '"1"',
}


def played(changes: Mapping[str, Answer], root: str = "https://example.com/"):
    """A host that is right but for what is given by path, or by a whole address."""
    file = {"url": "downloads/a.en.md", "format": "md", "sha256": "0" * 64}
    contract = json.dumps({"templates": [{"files": [file]}]}).encode()

    def answer(address: str, headers: Mapping[str, str]) -> Answer:
        path = address.removeprefix(root)
        if address in changes or path in changes:
            return changes.get(address) or changes[path]
        if root.startswith("https://") and address.startswith("http://"):
            return Answer(301, {"location": root}, b"")
        if "If-None-Match" in headers:
            return Answer(304, {}, b"")
        if path == "channels":
            return Answer(301, {"location": f"{root}channels/"}, b"")
        if path in ("", "channels/"):
            return Answer(200, GOOD, HOME)
        kind = hosting.TYPES.get(path.rpartition(".")[2])
        if path in ("handbook.json", "downloads/a.en.md", "feed.xml", "robots.txt", "handbook.schema.json"):
            body = contract if path == "handbook.json" else b""
            return Answer(200, {**GOOD, "content-type": f"{kind}; charset=utf-8"}, body)
        return Answer(404, GOOD, HOME)

    return answer


WRONG_BYTES = "https://example.com/downloads/a.en.md: is not the file that handbook.json speaks of; the host changes files, or two builds are mixed"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        (
            {"http://example.com/": Answer(200, GOOD, HOME)},
            "http://example.com/: answers 200; it should lead to the encrypted address (301)",
        ),
        (
            {"channels": Answer(404, GOOD, HOME)},
            "https://example.com/channels: answers 404; it should lead to the same with a slash (301)",
        ),
        (
            {"channels": Answer(301, {"location": "http://example.com/channels/"}, b"")},
            "https://example.com/channels: leads to http://example.com/channels/, which is another host or not encrypted",
        ),
        (
            {"channels": Answer(301, {"location": "http://[example/channels/"}, b"")},
            "https://example.com/channels: leads to what is no address (Location: http://[example/channels/)",
        ),
        (
            {"en/no-such-page-of-the-handbook/": Answer(200, GOOD, HOME)},
            "https://example.com/en/no-such-page-of-the-handbook/: answers 200 where nothing is; it should be 404",
        ),
        (
            {"no-such-page-of-the-handbook/": Answer(404, GOOD, b"Not found")},
            "https://example.com/no-such-page-of-the-handbook/: answers 404 without the handbook's own page, 404.html",
        ),
        (
            {"no-such-page-of-the-handbook/": Answer(404, GOOD, HOME.replace(b'""', b'"/a"'))},
            "https://example.com/no-such-page-of-the-handbook/: has links that lead elsewhere: `site.address` in the company's profile is not this site's",
        ),
        (
            {".git/HEAD": Answer(200, GOOD, b"ref: x")},
            "https://example.com/.git/HEAD: can be read by everybody; publish the folder site/ and nothing else",
        ),
        (
            {"": Answer(200, {**GOOD, "content-security-policy": "script-src 'self' 'unsafe-inline'"}, HOME)},
            "https://example.com/: has script-src 'self' 'unsafe-inline'; it should be 'self'",
        ),
        (
            {"robots.txt": Answer(200, {**GOOD, "content-type": "text/plain; charset=gb2312"}, b"")},
            "https://example.com/robots.txt: is sent with charset=gb2312; it should be charset=utf-8",
        ),
        (
            {"feed.xml": Answer(200, {**GOOD, "content-type": "text/html"}, b"")},
            "https://example.com/feed.xml: has the type text/html; it should be application/xml",
        ),
        (
            {"robots.txt": Answer(500, GOOD, b"")},
            "https://example.com/robots.txt: answers 500; is it published, as a whole?",
        ),
        (
            {"handbook.json": Answer(200, {**GOOD, "content-type": "application/json"}, b"{")},
            "https://example.com/handbook.json: cannot be read; is it published as a whole?",
        ),
        (
            {
                "downloads/a.en.md": Answer(
                    200,
                    {
                        **GOOD,
                        "content-type": "text/markdown; charset=utf-8",
                        "content-disposition": "attachment; filename=a.md",
                    },
                    b"",
                )
            },
            "https://example.com/downloads/a.en.md: is given a name by the host (Content-Disposition: attachment; filename=a.md); "
            "leave that out, so that it gets the one in the page's language",
        ),
    ],
)
def test_each_thing_that_a_host_lacks_has_its_line(changes: dict[str, Answer], said: str):
    lacks = probe("https://example.com", played(changes)).lacks
    assert WRONG_BYTES in lacks or "handbook.json" in changes
    rest = [line for line in lacks if line != WRONG_BYTES]
    assert (said in rest) if said else rest == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("handbook.example.com", "is no address of a site"),
        ("http://[::1", "is no address of a site"),
        ("http://handbook..example/", "is no address of a site"),
        ("http://127.0.0.1:99999/", "is no address of a site"),
        ("http://127.0.0.1:http/", "is no address of a site"),
        ("http://127.0.0.1:9/手册/", "does not answer"),
        ("http://127.0.0.1:9/", "does not answer"),
    ],
)
def test_where_nothing_can_be_probed_one_line_says_so(address: str, said: str):
    (line,) = probe(address, ask).lacks
    assert said in line


def test_an_intranet_without_encryption_is_told_of_it():
    lacks = probe("http://handbook/", played({}, "http://handbook/")).lacks
    assert any("http://handbook/: is not encrypted (https)" in line for line in lacks)
