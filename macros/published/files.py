"""Files and pages that the build makes from the model, beside those that stand in `docs/`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import addresses
from ..checking.checked import Checked
from ..model.languages import LANGUAGES, Language
from ..model.things import WITH_PAGES
from ..pages import practice
from ..pages.script_data import checklists_catalogue
from . import (
    api,
    assets,
    brand,
    calendars,
    contacts,
    contract,
    contract_schema,
    documents,
    glyphs,
    hosting,
    knowledge,
    moved,
    offline,
    openacr,
    own_forms,
    register,
    reviews,
)
from . import forms as filling
from .card import card
from .named import Names
from .social_card import social_card


def files(checked: Checked, site_url: str, root: Path, robots: str, names: Names) -> Iterator[tuple[str, bytes]]:
    """Finished files with the addresses under which they are published: downloads, contract, schema, feeds, robots.txt,
    and what goes with the build: forms, style sheet, scripts.

    Args:
        checked: the handbook, ready to be built.
        site_url: the site's own address, with a closing slash, for what must be absolute; blank where unknown.
        root: the project's root.
        robots: what search engines are asked, as in `<meta name="robots">`.
        names: learns what goes with the build; the index of the search, which is made later, too.
    """
    contents = checked.downloads.files() if checked.downloads else {}
    yield from contents.items()
    cards = {addresses.card(each): card(checked.handbook, each, checked.laid.pages) for each in LANGUAGES}
    yield from cards.items()
    yield from glyphs.files(checked.handbook)
    for address, content in _of_the_build(checked, contents, root):
        yield names.by_content(address, content), content
    for language in LANGUAGES:
        names.by_build(addresses.page("assets/search.json", language))
        feed = checked.views[language].render_file("feed.xml", **_feed(checked, site_url, language))
        yield addresses.page("feed.xml", language), feed.encode()
    today = checked.views[LANGUAGES.first].context["today"]
    yield "handbook.json", contract.handbook_json(checked.handbook, {**contents, **cards}, today)
    yield "handbook.schema.json", contract_schema.schema_json()
    yield from contacts.files(checked.handbook, site_url)
    yield from register.files(checked.handbook)
    yield from openacr.files(checked.handbook, site_url if site_url != "/" else "")
    yield from calendars.files(checked.handbook, today)
    yield from reviews.files(checked.handbook, today)
    if names.build:
        yield "assets/build.json", json.dumps({"build": names.build}).encode()
        if checked.handbook.company.offline:
            yield from offline.app(checked.handbook, names)
    yield (
        "robots.txt",
        checked.views[LANGUAGES.first].render_file("robots.txt", site_url=site_url, robots=robots).encode(),
    )
    # Hosts that run Jekyll over what is published leave it alone where this stands.
    yield ".nojekyll", b""


def lay_after_pages(
    site: Path,
    root: Path,
    checked: Checked,
    names: Names,
    leaves: knowledge.Leaves,
    site_url: str,
    *,
    with_books: bool,
) -> None:
    """Lay into a site what can be made only once all its pages are there.

    Args:
        site: the folder that is being written.
        root: the project's root.
        checked: the handbook.
        names: the published names of what goes with the build.
        leaves: every page as text by its address.
        site_url: the site's own address with a closing slash, or `/` where it is unknown.
        with_books: whether to typeset the books, which take as long as all the rest.

    Raises:
        ScriptFault: the service worker cannot be joined.
    """
    handbook = checked.handbook
    leaves.done()
    if with_books:
        books = dict(documents.files(handbook, leaves, site_url))
        whole = site / "handbook.json"
        whole.write_bytes(contract.with_books(whole.read_bytes(), handbook, books))
        for address, content in books.items():
            _lay(site, address, content)
    for address, content in (
        *knowledge.files(handbook, leaves, site_url),
        *api.parts((site / "handbook.json").read_bytes()),
        ("sw.js", offline.worker(root / "overrides", handbook, names, leaves)),
    ):
        _lay(site, address, content)
    for address, content in moved.files(site, checked, names, leaves, site_url):
        _lay(site, address, content)
    hosting.lay_headers(site)


def _lay(site: Path, address: str, content: bytes) -> None:
    (site / address).parent.mkdir(parents=True, exist_ok=True)
    (site / address).write_bytes(content)


def _of_the_build(checked: Checked, contents: Mapping[str, bytes], root: Path) -> Iterator[tuple[str, bytes]]:
    """What only pages and scripts of the same build ask for, by its plain address."""
    yield from filling.descriptions(checked.handbook, contents)
    yield addresses.ASKED, filling.asked(checked.handbook)
    overrides = root / "overrides"
    yield from brand.files(checked.handbook, overrides)
    for name in assets.SHEETS:
        yield f"assets/{name}.css", assets.stylesheet(overrides, name, checked.handbook).encode()
    yield from assets.all_scripts(overrides)
    for language in LANGUAGES:
        for template in checked.handbook.templates:
            if template.file and not own_forms.sections(template, checked.handbook):
                continue
            page = checked.views[language].render_file("forms/form.html", template=template)
            yield addresses.form_page(template.id, language), page.encode()
        views = checked.views[language]
        catalogue = checklists_catalogue(checked.handbook, views.wording, language, views.context["working_hours"])
        yield addresses.page("assets/checklists.json", language), catalogue
        yield addresses.page("assets/practice.json", language), practice.catalogue(checked.handbook, language)
        yield f"assets/social-card.{language}.png", social_card(views.wording, language, checked.handbook)


def _feed(checked: Checked, site_url: str, language: Language) -> dict[str, str]:
    """The way from a feed to the site's root, and how its ids begin, which must be absolute and never change.

    Without an address of the site, links are relative to the feed, and ids are tags of the company's mail domain.
    """
    released = checked.handbook.releases[-1].released
    tag = f"tag:{checked.handbook.company.mail_domain},{released.isoformat()}:"
    return {"root": site_url or "../" * addresses.page("", language).count("/"), "ids": site_url or tag}


def titles(checked: Checked, language: Language) -> dict[str, tuple[str, str]]:
    """Title and description of every page that takes them from data, by source path below `docs/`."""
    handbook, found = checked.handbook, {}
    for thing in WITH_PAGES:
        for each in handbook.things[thing.folder]:
            found[f"{thing.folder}/{each.id}"] = (thing.title_of(each), each.summary)
    for procedure, step in handbook.steps():
        found[f"guide/{procedure.id}/{step.id}"] = (step.title, step.summary)
    return {f"{language}/{path}.md": (title[language], summary[language]) for path, (title, summary) in found.items()}
