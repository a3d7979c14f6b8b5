"""What a visit costs and leaves: requests, weight, messages in the console; a strict content policy; no script."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest

from macros.published import hosting
from tests.bench.visiting import MOST_SHIFT, SHIFT
from tests.conftest import serve
from tests.kinds_of_page import ALL_KINDS, KINDS, in_turn
from tests.waiting import wait_for_promise

PHONE = 390
MOST_BYTES = dict.fromkeys(("home", "scenario", "checklist"), 50 * 1024)
"""The kinds of page that readers come to first."""
MOST_BYTES_ELSEWHERE = 60 * 1024
MOST_REQUESTS = 10
NEED_A_SCRIPT = "button, select, textarea, input:not([type=checkbox], [type=radio])"
NOTHING_WITHIN = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
"""A policy that knows nothing of the sheets and the script that stand within pages: of an earlier version, or of the company's own."""


class Visit:
    """What happens while a browser shows a page for the first time."""

    def __init__(self, page):
        self.requests, self.bodies, self.messages, self.statuses = [], [], [], {}
        page.on("request", lambda request: self.requests.append(request))
        page.on("response", lambda answer: self.statuses.__setitem__(answer.url, answer.status))
        page.on("requestfinished", lambda request: self.bodies.append(request))
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))

    def weight(self) -> int:
        """Bytes of all that came, each compressed as a host would."""
        return sum(len(gzip.compress(request.response().body())) for request in self.bodies)

    def addresses(self) -> list[str]:
        return [request.url for request in self.requests if not request.url.startswith("data:")]


def visit(browser, url: str, **options) -> tuple[Visit, object]:
    """Open a page in an empty profile and wait until nothing more comes."""
    page = browser.new_context(**options).new_page()
    seen = Visit(page)
    page.goto(url, wait_until="networkidle")
    return seen, page


@pytest.fixture(scope="module")
def strict_address(site):
    """The site as a host with the strict content policy would serve it that the build writes."""
    policy = hosting.hosting(site).headers()["Content-Security-Policy"]
    server, url = serve(site, {"Content-Security-Policy": policy})
    yield url
    server.shutdown()


@pytest.fixture(scope="module")
def refusing_address(site):
    """The site on a host that refuses what stands within pages."""
    server, url = serve(site, {"Content-Security-Policy": NOTHING_WITHIN})
    yield url
    server.shutdown()


@pytest.mark.every_other(4)
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_first_visit_is_light_still_and_quiet_and_asks_no_other_host(kind, browser, site, strict_address, sweep):
    faults = []
    for path in in_turn(kind, site, sweep):
        seen, page = visit(browser, strict_address + path, viewport={"width": PHONE, "height": 844})
        assert page.locator("html.js").count(), "the scripts run under the strict policy"
        shift = page.evaluate(SHIFT)
        hasty = page.locator("script[type=module]:not([fetchpriority=low])").count()
        icon = page.request.get(page.locator("link[rel=icon]").evaluate("(icon) => icon.href"))
        weight = seen.weight() + len(gzip.compress(icon.body()))
        addresses = {*seen.addresses(), icon.url}
        page.context.close()
        if shift > MOST_SHIFT:
            faults.append(f"{path}: what is shown moves by {shift:.3f}")
        if hasty:
            faults.append(f"{path}: {hasty} scripts share the line with the sheets")
        if weight > MOST_BYTES.get(kind, MOST_BYTES_ELSEWHERE):
            faults.append(f"{path}: {weight} bytes")
        if len(addresses) > MOST_REQUESTS:
            faults.append(f"{path}: {len(addresses)} requests: {sorted(addresses)}")
        faults += [f"{path}: {message}" for message in seen.messages]
        faults += [f"{path}: asks {url}" for url in addresses if not url.startswith(strict_address)]
        faults += [
            f"{path}: {status} {url}"
            for url, status in {**seen.statuses, icon.url: icon.status}.items()
            if status != 200
        ]
        faults += [f"{path}: font {request.url}" for request in seen.requests if request.resource_type == "font"]
    assert not faults, "\n".join(faults)


def test_a_page_waits_for_nothing_but_itself_before_it_is_painted(site):
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        head = html.partition("</head>")[0]
        assert not re.search(r'<link rel="stylesheet"(?![^>]*media="print")|<script src', head), page
        assert "<style data-file=" in head or "assets/forms" in page.as_posix(), page


@pytest.mark.parametrize("kind", ["home", "scenario", "my page", "template"])
def test_a_host_that_refuses_what_stands_within_pages_shows_them_as_every_other(
    kind, browser, site, strict_address, refusing_address
):
    path = f"en/{KINDS[kind][1]}"
    looks = []
    for address in (strict_address, refusing_address):
        context = browser.new_context(viewport={"width": PHONE, "height": 844})
        context.add_init_script(f"localStorage.setItem('handbook:colours@{urlsplit(address).path}', 'dark')")
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        assert page.locator("html.js[data-colours=dark]").count(), address
        looks.append(
            page.evaluate("""() => [...document.querySelectorAll("body *")].map((each) => {
            const {x, y, width, height} = each.getBoundingClientRect();
            return [each.localName, x, y, width, height, getComputedStyle(each).color];
        })""")
        )
        context.close()
    assert len(looks[0]) > 100
    assert looks[0] == looks[1]


def test_what_is_far_below_waits_for_the_first_paint_but_where_somebody_goes_to_it(browser, address):
    page = browser.new_context(viewport={"width": PHONE, "height": 844}).new_page()
    page.add_init_script("""globalThis.waited = [];
        new MutationObserver(() => waited.push(document.documentElement.hasAttribute("data-unpainted")))
            .observe(document, { subtree: true, attributeFilter: ["data-unpainted"] });""")
    for path, waited in {"": [True, False], "#working-hour": []}.items():
        page.goto("about:blank")
        page.goto(f"{address}en/reference/glossary/{path}")
        assert page.evaluate("waited") == waited, path
    assert 0 < page.locator("#working-hour").bounding_box()["y"] < 844
    page.reload()
    assert page.evaluate("waited") == [], "who comes back stands where they stood"
    laid_out = "() => [...document.querySelectorAll('tbody')].map((each) => getComputedStyle(each).contentVisibility)"
    page.evaluate("document.documentElement.toggleAttribute('data-unpainted')")
    first, *_, last = page.evaluate(laid_out)
    assert (first, last) == ("visible", "auto")
    page.context.close()


def test_the_page_for_what_was_not_found_brings_its_own_style_and_scripts_from_any_depth(browser, address):
    seen, page = visit(browser, address + "en/no/such/page/")
    assert [url for url, status in seen.statuses.items() if status != 200] == [address + "en/no/such/page/"]
    links = page.locator("#content a").evaluate_all("links => links.map((link) => link.href)")
    assert f"{address}en/" in links and f"{address}en/scenarios/" in links
    page.locator(".site-parts").get_by_role("link", name="Scenarios").wait_for()  # in the language of the address
    assert all(page.request.get(link).ok for link in links if link.startswith("http"))
    page.keyboard.press("/")
    page.keyboard.type("meeting")
    page.locator("dialog [role=option]").first.wait_for()
    assert [said for said in seen.messages if "404" not in said] == []
    page.context.close()


def test_reading_on_and_searching_says_nothing_in_the_console(browser, address):
    seen, page = visit(browser, address, service_workers="allow")
    page.keyboard.press("/")
    page.keyboard.type("紧急事务")
    page.locator("dialog .found mark").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".site-language").click()
    page.wait_for_url("**/en/**")
    page.locator(".site-parts a").nth(1).click()
    page.wait_for_load_state("networkidle")
    assert seen.messages == []
    assert not [url for url in seen.addresses() if not url.startswith(address)]
    assert not [url for url, status in seen.statuses.items() if status >= 400]
    page.context.close()


def test_search_filter_and_definition_work_under_a_strict_content_policy(browser, strict_address):
    seen, page = visit(browser, f"{strict_address}en/reference/working-abroad/", service_workers="allow")
    page.locator("filter-table input").first.fill("phone")
    page.locator("filter-table th button").first.click()
    page.goto(f"{strict_address}en/reference/response-times/")
    page.locator("glossary-term a").first.focus()
    assert page.locator("[role=tooltip]").first.is_visible()
    page.keyboard.press("/")
    page.keyboard.type("urgent matter")
    page.locator("dialog .found mark").first.wait_for()
    wait_for_promise(
        page, "() => !!navigator.serviceWorker.controller"
    )  # not `wait_for_function`, which the policy stops
    assert seen.messages == []
    page.context.close()


@pytest.mark.every_other(4)
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_without_script_nothing_is_shown_that_does_nothing(kind, site, address, open_page, sweep):
    page = open_page("404.html", java_script_enabled=False)
    dead = []
    for path in in_turn(kind, site, sweep):
        page.goto(address + path)
        for control in page.locator(NEED_A_SCRIPT).all():
            if control.is_visible():
                dead.append(f"{path}: {control.evaluate('(each) => each.outerHTML')[:160]}")
    assert not dead, "\n".join(dead)


def test_without_script_a_reader_finds_reads_and_switches(open_page):
    page = open_page("", java_script_enabled=False)
    page.get_by_role("link", name="紧急事务处理").first.click()
    assert page.locator("h1").inner_text() == "紧急事务处理"
    assert page.locator(".message__text").first.is_visible()
    page.locator("#example + .example details.other-language summary").click()
    assert page.locator("#example + .example details.other-language .message__text").is_visible()
    page.get_by_role("link", name="English", exact=True).click()
    assert page.locator("h1").inner_text() == "An urgent matter"
    page.get_by_role("navigation", name="Main navigation").get_by_role("link", name="Reference").click()
    page.locator("#content").get_by_role("link", name="Response times").first.click()
    assert page.locator("table tbody tr").count() > 10
    term = page.locator("glossary-term").first
    term.locator("a").focus()
    assert term.locator("[role=tooltip]").is_visible()


def test_without_script_the_menu_on_a_phone_leads_everywhere(open_page):
    page = open_page("en/", width=PHONE, java_script_enabled=False)
    page.locator(".site-menu summary").click()
    page.locator(".site-menu").get_by_role("link", name="Templates").click()
    assert page.locator("h1").inner_text() == "Templates"
    page.goto(page.url.replace("templates/", "scenarios/receiving-visitors/"))
    headings = page.locator("page-toc li a")
    assert headings.first.is_hidden()  # folded away, so that the title stands on the first screen
    page.locator("page-toc summary").click()
    assert headings.last.is_visible()


def test_pages_work_where_the_browser_forbids_keeping_anything(browser, address):
    page = browser.new_context().new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
    seen = Visit(page)
    page.goto(f"{address}en/channels/")
    page.locator("colour-switch button").click()
    assert page.locator("html").get_attribute("data-colours") == "dark"
    page.locator(".site-language").click()
    page.wait_for_url(lambda url: "/en/" not in url)
    assert seen.messages == []
    page.context.close()
