"""The edit loop by its parts: which sources have changed, what is shown at once, what open browsers hear of it."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import downloads
from macros.building.browsers import Browsers
from macros.building.faults import Faulty, shown
from macros.building.sources import Plan, Sources, plan
from macros.checking import checked as whole
from macros.checking import partly
from macros.console import in_words
from macros.errors import Faults


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"docs/zh/index.md": "changed"}, Plan(pages=("zh/index.md",))),
        ({"docs/en/a.md": "changed", "docs/zh/a.md": "changed"}, Plan(pages=("en/a.md", "zh/a.md"))),
        ({"docs/company/en/a.md": "changed", "docs/company/zh/b.md": "changed"}, Plan(pages=("en/a.md", "zh/b.md"))),
        ({"overrides/search/35-search.css": "changed"}, Plan(styles=True)),
        ({"overrides/search/start.js": "changed", "docs/zh/a.md": "changed"}, Plan(pages=("zh/a.md",), scripts=True)),
        ({"docs/sample/company.yml": "changed"}, Plan(data=True)),
        ({"docs/company/people.csv": "changed"}, Plan(data=True)),
        ({"overrides/theme/main.html": "changed"}, Plan(data=True)),
        ({"mkdocs.yml": "changed"}, None),
        ({"CHANGELOG.md": "changed"}, None),
        ({"docs/data/page-fingerprints.yml": "changed"}, None),
        ({"docs/zh/assets/picture.svg": "changed"}, None),
        ({"docs/zh/a.md": "new"}, None),
        ({"docs/zh/a.md": "gone", "docs/en/a.md": "changed"}, None),
    ],
)
def test_only_what_can_be_told_for_sure_is_shown_before_everything_is_built(changes: dict, expected: Plan | None):
    assert plan(changes) == expected


def test_a_file_has_changed_when_its_bytes_have(tmp_path: Path):
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("kept.md", "edited.md", "gone.md"):
        (docs / name).write_text("before", encoding="utf-8")
    sources = Sources(tmp_path)
    os.utime(docs / "kept.md", (1, 1))
    (docs / "edited.md").write_text("behind", encoding="utf-8")  # as long as before
    os.utime(docs / "edited.md", (1, 1))
    (docs / "gone.md").unlink()
    (docs / "new.md").write_text("", encoding="utf-8")
    (docs / ".swap").write_text("", encoding="utf-8")
    assert sources.changes() == {"docs/edited.md": "changed", "docs/gone.md": "gone", "docs/new.md": "new"}
    assert sources.changes() == {}


class Behind:
    """What Browsers needs of MkDocs' server."""

    mount_path = "/"

    def set_app(self, app: Any) -> None:
        self.app = app

    def serve_request(self, environ: dict, start: Any) -> list[bytes]:
        html = environ["PATH_INFO"].endswith("/")
        start("200 OK", [("Content-Type", "text/html" if html else "text/css"), ("Content-Length", "22")])
        return [b"<body><p>1</p></body>\n"]

    def ask(self, path: str) -> tuple[dict[str, str], str]:
        headers: dict[str, str] = {}
        path, _, query = path.partition("?")
        body = self.app(
            {"PATH_INFO": path, "QUERY_STRING": query, "wsgi.input": io.BytesIO()},
            lambda status, given: headers.update(given),
        )
        return headers, b"".join(body).decode()


def news(server: Behind, since: int, page: str) -> str:
    return server.ask(f"/_editing/news?since={since}&page={page}")[1]


def test_browsers_hear_of_their_own_page_of_styles_and_of_faults(tmp_path: Path):
    server = Behind()
    browsers = Browsers(server, tmp_path / "client.js")
    headers, page = server.ask("/a/")
    assert int(headers["Content-Length"]) == len(page.encode())
    since = int(re.search(r"since=(\d+)", page)[1])
    assert server.ask("/a.css")[1] == "<body><p>1</p></body>\n"

    browsers.tell({"a/index.html"})
    assert '"page": true, "styles": false' in news(server, since, "/a/")
    assert '"page": false' in news(server, since, "/b/")
    assert browsers.open_pages() == {"a/", "b/"}
    browsers.tell({"assets/handbook.css"})
    assert '"page": false, "styles": true' in news(server, since + 1, "/a/")
    browsers.tell({"assets/search.js"})
    assert '"page": true' in news(server, since + 2, "/b/")
    browsers.show_fault(lambda address: f"<p>{address}</p>")
    assert '"page": false, "styles": false, "fault": "<p>b/</p>"' in news(server, since + 3, "/b/")
    assert "<p>a/</p><script" in server.ask("/a/")[1]
    assert '"page": true' in news(server, since - 1, "/a/"), "of a server that ran before"


@pytest.mark.sweep
def test_the_profile_is_shown_at_once_without_the_downloads_which_all_name_the_company(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
):
    served = SimpleNamespace(sizes=lambda: {"downloads/absence-notice.en.docx": 1})
    checked, faults = whole.check(small_project, date(2026, 1, 1), with_downloads=False)
    assert checked, faults.report()
    monkeypatch.setattr(
        downloads, "WRITERS", dict.fromkeys(downloads.WRITERS, lambda *_: pytest.fail("downloads were made"))
    )
    profile = small_project / "docs/sample/company.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("Example Tech", "Yunfan Works"), encoding="utf-8")
    found, faults = partly.data(small_project, date(2026, 1, 1), replace(checked, downloads=served))
    assert found, faults.report()
    assert found.handbook.company.short_name.en == "Yunfan Works" and found.downloads is served


def test_a_fault_in_the_browser_is_told_as_at_the_console():
    faults = Faults()
    faults.add("docs/company/company.yml", 6, "short_name.en", "the English text is missing; add `en: …`")
    (told,) = shown(Faulty(faults))
    assert (told.place, told.field) == ("docs/company/company.yml:6", "short_name.en")
    at_console = faults.report(lambda message: in_words(message, "zh")).splitlines()[0]
    assert at_console == f"{told.place}: {told.field}: {in_words(told.message, 'zh')}"
