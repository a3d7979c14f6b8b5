"""Without a connection: what a reader still sees, that versions never mix, and the ways out."""

from __future__ import annotations

import dataclasses
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros import addresses, search
from macros.model.languages import LANGUAGES
from macros.published import offline, scripts
from macros.published.named import Names
from macros.reading.loading import handbook_of
from tests.built_pages import published
from tests.conftest import ROOT, program, serve
from tests.filled_pages import WAY_IN
from tests.other_build import Host, build_of, other_build
from tests.publishing import publishing
from tests.unit.sound import sound
from tests.waiting import wait_for_promise

OFFLINE = "No connection: this is the copy saved on this device."
_STORES = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
  [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)])))"""


class Hosted:
    """The site below a path of a host that can be stopped and started again."""

    def __init__(self, site: Path, folder: Path):
        folder.mkdir()
        self.root, self.host = folder, Host(folder / "guide", site)
        (folder / "index.html").write_text("<!doctype html><title>Another site of this host</title>", encoding="utf-8")
        self._server, self._origin = serve(folder)
        self.address = f"{self._origin}guide/"

    def stop(self) -> None:
        """Nothing answers any more."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def hosted(site: Path, tmp_path: Path) -> Iterator[Hosted]:
    """The site at `/guide/`."""
    hosted = Hosted(site, tmp_path / "host")
    yield hosted
    hosted.stop()


@pytest.fixture
def reader(browser_driver, hosted: Hosted, tmp_path: Path) -> Iterator:
    """A browser that allows service workers; what goes wrong in its pages stands in `faults`. It keeps on the disk, as a
    reader's does: what a browser keeps in memory alone it may drop when memory is short."""
    context = browser_driver.chromium.launch_persistent_context(
        tmp_path / "profile",
        executable_path=program("chromium-headless-shell", "chromium", "google-chrome"),
        args=["--no-sandbox"],
        service_workers="allow",
    )
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    yield page
    assert not page.faults
    context.close()


def stores(page) -> dict[str, list[str]]:
    """What the browser keeps: the paths in each store."""
    return page.evaluate(_STORES)


def kept(page, build: str, path: str) -> None:
    """Wait until the store of a build has a path, and the page is looked after by its worker."""
    wait_for_promise(
        page,
        """async ([build, path]) => navigator.serviceWorker.controller
          && Boolean(await (await caches.open(`handbook@/guide/@${build}`)).match(new URL(path, location.origin)))""",
        [build, path],
    )


def test_in_aeroplane_mode_the_handbook_goes_on(reader, hosted, site):
    """Every app that a crisis needs, then what is not there, and the line that says so."""
    page, build = reader, build_of(site)
    page.goto(f"{hosted.address}en/")
    kept(page, build, f"/guide/en/assets/search.{build}.json")
    page.goto(f"{hosted.address}en/templates/meeting-minutes/")
    page.locator("form-opener > button").click()
    page.locator("form-filler [name=minutes-subject]").fill("Outage")
    kept(page, build, "/guide/en/templates/meeting-minutes/")
    page.goto(f"{hosted.address}en/onboarding/practice/")
    page.locator("practice-round [data-do=start]").click()
    page.locator("practice-round [data-part=question]").wait_for()
    kept(page, build, f"/guide/{published(site, 'en/assets/practice.json').relative_to(site).as_posix()}")
    kept(page, build, "/guide/en/onboarding/practice/")
    page.goto(f"{hosted.address}en/checklists/meeting-before/")
    page.locator("check-list input[type=checkbox]").first.check()
    kept(page, build, "/guide/en/checklists/meeting-before/")
    assert not page.locator("site-state p").inner_text()

    hosted.stop()
    page.context.set_offline(True)
    page.goto(f"{hosted.address}en/")
    page.locator("site-state p", has_text=OFFLINE).wait_for()
    assert page.locator("#urgent").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.site-header')).position") == "sticky"
    page.keyboard.press("/")
    page.keyboard.type("urgent matter")
    page.locator("dialog .found mark").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/scenarios/urgent-matter/")
    page.goto(f"{hosted.address}en/reference/response-times/")
    assert page.locator("h1").inner_text() == "Response times"
    page.goto(f"{hosted.address}en/my/")
    page.locator("my-runs a[href*='meeting-before']").first.wait_for()
    page.goto(f"{hosted.address}en/checklists/meeting-before/")
    assert page.locator("check-list input[type=checkbox]").first.is_checked()
    page.goto(f"{hosted.address}en/templates/meeting-minutes/")
    page.locator(WAY_IN).first.click()
    page.locator("form-filler [name=minutes-subject]").wait_for()
    page.goto(f"{hosted.address}en/onboarding/practice/")
    page.locator("practice-round [data-do=go-on]").click()
    page.locator("practice-round [data-part=question]").wait_for()
    page.goto(f"{hosted.address}en/channels/letter/")
    page.wait_for_url("**/en/about/offline/#/en/channels/letter/")
    said = page.locator("not-saved")
    said.get_by_role("link", name="Stamped letter", exact=True).wait_for()
    assert said.inner_text().startswith("This page is not saved on this device")
    assert said.locator("a").first.get_attribute("href") == f"{hosted.address}en/channels/letter/"
    number = said.locator("a[href^='tel:']")
    assert "5555" in number.inner_text() and said.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]
    said.get_by_role("link", name="Search").click()
    page.locator("dialog input[role=combobox]").wait_for()
    for path, there in (
        ("", "about/offline/#/"),
        ("contacts/", "about/offline/#/contacts/"),
        ("downloads/to-do.en.md/", "en/about/offline/#/downloads/to-do.en.md/"),
    ):
        page.goto(hosted.address + path)
        page.wait_for_url(f"**/guide/{there}")
        page.locator("not-saved", has_text=f"/guide/{path}").wait_for()
    page.locator("site-state p", has_text=OFFLINE).wait_for()


def test_a_new_version_replaces_all_that_was_kept_and_never_mixes_with_it(reader, hosted, site, tmp_path):
    page, old = reader, build_of(site)
    new, next_site = old[::-1], other_build(site, tmp_path / "next")
    page.goto(hosted.address)
    kept(page, old, f"/guide/assets/search.{old}.json")
    page.goto(f"{hosted.address}choose/")
    kept(page, old, "/guide/choose/")
    hosted.host.replace(next_site)
    page.goto(f"{hosted.address}scenarios/")
    kept(page, new, "/guide/choose/")
    named = re.compile(r"\.[0-9a-f]{10}\.\w+$")
    for _ in range(100):
        found = stores(page)
        left = [path for path in found.pop(f"handbook@/guide/@{old}") if not named.search(path)]
        if not left:
            break
        page.wait_for_timeout(100)
    assert left == [], "of the old build only what is named by its content stays"
    assert [*found] == [f"handbook@/guide/@{new}"]
    assert f"/guide/{published(next_site, 'assets/chooser.js').relative_to(next_site).as_posix()}" in found.popitem()[1]

    hosted.stop()
    for path in ("", "choose/", "search/", "reference/response-times/"):
        page.goto(hosted.address + path)
        assert page.get_by_text("NEXT", exact=True).count(), path
        assert page.locator("meta[name=handbook-build]").get_attribute("content") == new


@pytest.mark.sweep
def test_a_half_replaced_site_is_not_kept(reader, hosted, site, tmp_path):
    """Its worker is there before its pages are: the old one goes on, the new one waits until all are of one build."""
    page, old = reader, build_of(site)
    page.goto(hosted.address)
    kept(page, old, f"/guide/assets/search.{old}.json")
    next_site = other_build(site, tmp_path / "next")
    worker = hosted.host.folder / "sw.js"
    worker.unlink()
    worker.write_bytes((next_site / "sw.js").read_bytes())
    page.evaluate("navigator.serviceWorker.getRegistration().then((each) => each.update()).catch(() => {})")
    wait_for_promise(page, "navigator.serviceWorker.getRegistration().then(({ installing }) => !installing)")
    assert page.evaluate("navigator.serviceWorker.getRegistration().then(({ waiting }) => !waiting)")
    assert "/guide/" in stores(page)[f"handbook@/guide/@{old}"]
    hosted.stop()
    page.goto(f"{hosted.address}search/")
    assert page.locator("meta[name=handbook-build]").get_attribute("content") == old


def test_where_it_is_withdrawn_all_that_was_kept_goes_and_nothing_of_others(reader, hosted, site):
    page, build = reader, build_of(site)
    page.goto(hosted.address)
    kept(page, build, f"/guide/assets/search.{build}.json")
    page.evaluate("caches.open('handbook@/other/@1')")
    worker = hosted.host.folder / "sw.js"
    worker.unlink()
    worker.write_text(scripts.joined(ROOT / "overrides" / "offline" / "withdrawn.js"), encoding="utf-8")
    page.goto(f"{hosted.address}404.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then((each) => each?.update())")
    wait_for_promise(page, "async () => !await navigator.serviceWorker.getRegistration()")
    wait_for_promise(page, "async () => (await caches.keys()).join() === 'handbook@/other/@1'")


@pytest.mark.parametrize(("build", "wanted"), [("0123456789", False), ("", True)])
def test_switched_off_or_while_serving_the_worker_is_the_one_that_withdraws(build, wanted):
    handbook = SimpleNamespace(company=SimpleNamespace(offline=wanted))
    made = offline.worker(ROOT / "overrides", handbook, Names(build), {})
    assert b"registration.unregister()" in made and b"self.handbook" not in made


@pytest.mark.sweep
def test_on_a_shared_computer_nothing_tells_what_was_read(reader, hosted, site):
    page, build = reader, build_of(site)
    page.goto(hosted.address)
    kept(page, build, f"/guide/assets/search.{build}.json")
    page.goto(f"{hosted.address}choose/")
    kept(page, build, "/guide/choose/")
    page.evaluate("sessionStorage.setItem('handbook:computer@/guide/', 'window')")
    page.evaluate("dispatchEvent(new Event('handbook-place'))")
    gone = "async (name) => !(await (await caches.open(name)).match('/guide/choose/'))"
    wait_for_promise(page, gone, f"handbook@/guide/@{build}")
    assert f"/guide/assets/search.{build}.json" in stores(page)[f"handbook@/guide/@{build}"]


def test_the_worker_looks_after_its_own_path_and_hosts_only(reader, hosted, site):
    page, build = reader, build_of(site)
    page.goto(hosted.address)
    kept(page, build, f"/guide/assets/search.{build}.json")
    page.goto(hosted.address.removesuffix("guide/"))
    assert page.title() == "Another site of this host"
    assert all(path.startswith("/guide/") for paths in stores(page).values() for path in paths)


def known_to(worker: str) -> dict:
    """What the build has put in front of the worker."""
    return json.loads(worker.partition(" = ")[2].partition(";\n")[0])


def test_what_is_always_there_is_there_and_light(site):
    """Every address that the worker names is published, and every script and sheet of its pages is among them."""
    known = known_to((site / "sw.js").read_text(encoding="utf-8"))
    assert known["build"] == build_of(site)
    for language in LANGUAGES:
        for address in [*known["always"][language], known["fallback"][language]]:
            assert (site / address / "index.html" if address.endswith("/") or not address else site / address).is_file()
        home = "" if language == "zh" else "en/"
        wanted = {"", "search/", "my/", "reference/response-times/", "about/offline/", "scenarios/urgent-matter/"}
        assert {home + page for page in wanted} <= {*known["always"][language]}
        assert [address for address in known["always"][language] if "/search." in address and address.endswith(".json")]
        for page in (each for each in known["always"][language] if each.endswith("/")):
            named = re.findall(
                r'"([^"\s]+\.[0-9a-f]{10}\.(?:js|css))"', (site / page / "index.html").read_text("utf-8")
            )
            assert {posixpath.normpath(posixpath.join(page, each)) for each in named} <= {*known["always"][language]}, (
                page
            )


@pytest.mark.parametrize("offices", [{}, {"munich": None}], ids=["one", "several"])
def test_where_there_are_several_offices_their_script_is_always_there_too(offices):
    handbook = handbook_of(sound())
    company = handbook.company.model_copy(update={"offices": offices})
    handbook = dataclasses.replace(handbook, company=company)
    known = known_to(offline.worker(ROOT / "overrides", handbook, Names("0123456789"), {}).decode())
    assert ["assets/office.js" in known["always"][each] for each in LANGUAGES] == [bool(offices)] * 2


@pytest.mark.parametrize("languages", [("zh",), ("en",), ("en", "zh")], ids="-".join)
def test_names_in_the_other_language_are_there_where_there_is_another(languages):
    handbook = handbook_of(sound())  # Reading settles the languages as the data have them.
    with publishing(*languages):
        known = known_to(offline.worker(ROOT / "overrides", handbook, Names("0123456789"), {}).decode())
        wanted = [addresses.page("assets/search-foreign.json", each) for each in languages if len(languages) > 1]
        assert [each for every in known["always"].values() for each in every if "foreign" in each] == wanted
        files = dict(search.index_files(handbook, {}, (), lambda address, content: address))
        assert [address for address in files if "foreign" in address] == wanted
        heads = [json.loads(files[addresses.page("assets/search.json", each)]) for each in languages]
        assert ["foreign" in head for head in heads] == [bool(wanted)] * len(languages)


def test_the_handbook_can_be_installed(site):
    for language in LANGUAGES:
        home = site / ("" if language == "zh" else "en")
        assert 'rel="manifest" href="manifest.json"' in (home / "index.html").read_text(encoding="utf-8")
        manifest = json.loads((home / "manifest.json").read_bytes())
        assert (home / manifest["scope"]).resolve() == site.resolve() and (home / manifest["start_url"]) == home
        for icon in manifest["icons"]:
            picture = (home / icon["src"]).read_bytes()
            width = int.from_bytes(picture[16:20])
            assert picture[:8] == b"\x89PNG\r\n\x1a\n" and icon["sizes"] == f"{width}x{width}"
        assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}


@pytest.mark.parametrize("home", ["", "en/"])
def test_whoever_reads_how_it_is_without_a_connection_is_not_told_of_a_missing_page(open_page, home):
    page = open_page(f"{home}about/offline/")
    page.wait_for_load_state("networkidle")
    assert page.locator("not-saved").is_hidden()
    page = open_page(f"{home}about/offline/#//example.org/%3Cb%3E")
    page.locator("not-saved a").first.wait_for()
    assert page.locator("not-saved a").first.evaluate("(link) => link.origin === location.origin")


def test_registering_costs_less_than_a_kilobyte():
    own = ROOT / "overrides" / "offline" / "registering.js"
    assert len(scripts.parsed(own, own.read_bytes()).code.encode()) < 1024
