"""What makes the handbook readable without a connection: the service worker, and the manifest by which it can be installed.

The worker stands at the root, because its place is what it may look after. Where the company has switched it off, and while
an editor is at work, the one that is published takes back what an earlier one has kept.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from .. import addresses
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.signs import SIGNS
from ..wording import Wording
from . import brand, scripts
from .named import Names

_SIZES = (192, 512)

_FALLBACK = "about/offline/"
"""The page that says what is there without a connection."""
_PAGES = ("", _FALLBACK, "search/", "my/", "contacts/", "checklists/", "reference/response-times/")
"""Pages that are always there, in the reader's language, as far as the handbook has them; urgent scenarios besides."""
_SHARED = (
    "assets/handbook.css",
    "assets/home.css",
    "assets/checklists.css",
    "assets/my.css",
    "assets/contacts.css",
    "assets/found.css",
    "assets/search-page.css",
    "assets/lookup.css",
    "assets/cards.css",
    "assets/choices.css",
    "assets/alone.css",
    "assets/scenario.css",
    "assets/before-paint.js",
    "assets/handbook.js",
    "assets/search.js",
    "assets/search-engine.js",
    "assets/my.js",
    "assets/checklists.js",
    "assets/taking.js",
    "assets/due.js",
    "assets/filters.js",
    "assets/contacts.js",
    "assets/downloads.js",
    "assets/home.js",
    "assets/begun.js",
    "assets/terms.js",
    "assets/not-saved.js",
    "assets/simple-signs.json",
    "assets/form-checks.js",
    addresses.ASKED,
)
_OF_OFFICES = ("assets/office.js",)
"""What pages have besides where there are several offices."""
_OF_LANGUAGE = ("assets/checklists.json", "assets/search-rest.json", "assets/search.json")
_OF_LANGUAGES = ("assets/search-foreign.json",)
"""What pages of a language have besides where there are others."""


def worker(overrides: Path, handbook: Handbook, names: Names, pages: Collection[str]) -> bytes:
    """The service worker; it knows its build by heart.

    Args:
        overrides: the folder of the scripts.
        handbook: the model.
        names: the published names of what goes with the build.
        pages: the addresses of all pages.
    """
    if not (names.build and handbook.company.offline):
        return scripts.joined(overrides / "offline" / "withdrawn.js").encode()
    urgent = [scenario.id for scenario in handbook.scenarios if scenario.is_urgent]
    signs = [addresses.favicon(handbook)]
    signs += [each.address for each in handbook.brand.pictures if each != handbook.brand.favicon]
    shared = [*_SHARED, *(_OF_OFFICES if handbook.company.offices else ()), *signs]
    known = {
        "build": names.build,
        "always": {language: list(_always(language, urgent, shared, names, pages)) for language in LANGUAGES},
        "fallback": {language: addresses.page(_FALLBACK, language) for language in LANGUAGES},
    }
    script = scripts.joined(overrides / "offline" / "worker.js")
    return f"self.handbook = {json.dumps(known, ensure_ascii=False)};\n{script}".encode()


def _always(
    language: Language, urgent: list[str], shared: list[str], names: Names, pages: Collection[str]
) -> Iterator[str]:
    wanted = [addresses.page(path, language) for path in _PAGES]
    wanted += [addresses.scenario(scenario, language) for scenario in urgent]
    yield from (page for page in wanted if page in pages)
    yield from (names.of(address) for address in shared)
    own = (*_OF_LANGUAGE, *(_OF_LANGUAGES if LANGUAGES.others(language) else ()))
    yield from (names.of(addresses.page(address, language)) for address in own)


def app(handbook: Handbook, names: Names) -> Iterator[tuple[str, bytes]]:
    """Manifests and icons with the addresses under which they are published; those of manifests stay, for installed ones."""
    colour, icons = handbook.company.colour, []
    for size in _SIZES:
        picture = brand.icon(handbook, size)
        icons.append(names.by_content(f"assets/icon-{size}.png", picture))
        yield icons[-1], picture
    for language in LANGUAGES:
        wording = Wording(handbook, language)
        root = "../" * addresses.page("", language).count("/")
        manifest = {
            "name": f"{handbook.company.short_name[language]} · {wording.text('site_name')}",
            "short_name": wording.text("site_name_short"),
            "description": wording.text("site_description"),
            "lang": SIGNS[language].tag,
            "start_url": "./",
            "scope": root or "./",
            "display": "minimal-ui",
            "theme_color": colour,
            "background_color": "#ffffff",
            "icons": [
                {"src": root + icon, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
                for size, icon in zip(_SIZES, icons, strict=True)
                for purpose in ("any", "maskable")
            ],
        }
        yield addresses.page("manifest.json", language), json.dumps(manifest, ensure_ascii=False, indent=1).encode()
