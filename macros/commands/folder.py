"""The built site → a folder that works from a drive, where a browser fetches nothing and completes no address.

Links name their files. Scripts that a page has become plain ones, because modules are fetched. What scripts ask for lies
beside its place as a script that holds it (`overrides/shared/folder.js` reads it).
"""

from __future__ import annotations

import base64
import json
import re
import shutil
from pathlib import Path

from ..building.staging import Staging
from ..model.languages import ALL

_HOSTED = (
    "sw.js",
    "_headers",
    "manifest.json",
    "sitemap.xml",
    "robots.txt",
    "404.html",
    ".nojekyll",
    "build.json",
    "icon-*.png",
)
"""What only a host, or a browser that asks one, has a use for."""
_OF_THE_THEME = ("javascripts", "stylesheets")
_ASKED_FOR = (".js", ".json", ".html")
"""What scripts ask for, below `assets/`."""
_BLANK = (".docx", ".xlsx", ".bin")

_ADDRESS = re.compile(r"""(?<=\s)((?:href|data-page|data-home)="|content="0; url=)([^":?#]*)(#[^"]*)?(?=")""")
_SCRIPT = re.compile(r'<script type="module"(?: fetchpriority="low")? src="([^"]+)">')
_ABOUT_THE_HOST = re.compile(
    r'\n?<(?:meta name="handbook-(?:build|worker)"|link rel="(?:manifest|apple-touch-icon)")[^>]*>'
)


class NoSite(Exception):
    """There is nothing to make a folder of."""


def write(site: Path, folder: Path) -> Path:
    """Write the folder, beside its place until it is whole.

    Args:
        site: a built site.
        folder: where to write it.

    Raises:
        NoSite: the site is not there.
        NotReplaced: an earlier folder could not be replaced.
    """
    if not (site / "index.html").is_file():
        raise NoSite(f"{site} holds no site; run `mkdocs build --strict` first")
    staging = Staging()
    made = staging.begin(folder)
    shutil.copytree(site, made, ignore=shutil.ignore_patterns(*_HOSTED, *_OF_THE_THEME))
    of_pages = set()
    for page in made.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        of_pages |= {(page.parent / script).resolve() for script in _SCRIPT.findall(html)}
        page.write_text(_opened_from_a_drive(html), encoding="utf-8", newline="\n")
    for script in of_pages:
        script.write_text(f"(() => {{\n{script.read_text(encoding='utf-8')}}})();\n", encoding="utf-8", newline="\n")
    own = _own_forms(made)
    for assets in (made / "assets", *(made / each / "assets" for each in ALL)):
        for file in [*assets.rglob("*")]:
            if file.suffix in _ASKED_FOR and file.resolve() not in of_pages and "before-paint" not in file.name:
                _hold(file, file.read_text(encoding="utf-8"))
                file.unlink()
    for file in [*(made / "downloads").iterdir(), *(made / "fonts").glob("*")]:
        if file.suffix in _BLANK or file in own:
            _hold(file, base64.b64encode(file.read_bytes()).decode())
    return staging.publish()


def _own_forms(made: Path) -> set[Path]:
    """The company's own files that are filled in; of ours, PDF is for the printer."""
    forms = [json.loads(file.read_text(encoding="utf-8")) for file in (made / "assets/forms").glob("*.json")]
    own = [form["files"] for form in forms if "own" in form]
    return {made / address for files in own for each in files.values() for address in each.values()}


def _opened_from_a_drive(html: str) -> str:
    html = _ABOUT_THE_HOST.sub("", _SCRIPT.sub(r'<script defer src="\1">', html))
    return _ADDRESS.sub(lambda found: f"{found[1]}{_file(found[2])}{found[3] or ''}", html)


def _file(address: str) -> str:
    """The file that a host sends for a relative address.

    >>> _file("../channels/"), _file(".."), _file("../feed.xml"), _file("")
    ('../channels/index.html', '../index.html', '../feed.xml', '')
    """
    if address.endswith("/"):
        return f"{address}index.html"
    return f"{address}/index.html" if address.endswith(".") else address


def _hold(file: Path, content: str) -> None:
    """Lay a script with what a file holds beside it; it knows by its own address what it holds."""
    held = f"(globalThis.handbookParts ??= {{}})[document.currentScript.src] = {json.dumps(content, ensure_ascii=False)};\n"
    file.with_name(f"{file.name}.js").write_text(held, encoding="utf-8", newline="\n")
