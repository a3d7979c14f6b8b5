"""How well and how soon the search finds, beside the theme's search and Pagefind on the same pages."""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.bench import projects
from tests.bench.building import build
from tests.bench.section import Section, table
from tests.bench.setting import Setting
from tests.bench.visiting import compressing_server, slow_phone
from tests.built_pages import published
from tests.conftest import ROOT
from tests.score_search import Answers, normal

LANGUAGES = {"zh": "", "en": "en/"}
FIRST, AMONG_THREE, NOTHING = 0.95, 0.99, 0.01
MOST_BYTES, MOST_BYTES_LARGE = 150_000, 700_000
COLD, COLD_SLOW = 150, 400
WARM, WARM_SLOW = 16, 60
LARGE = 1000
"""How many scenarios the handbook has in which the weight of a large index is taken; each has a page a language."""

_TYPED = 12
"""One query in so many is typed key by key: some 200 keys, of which each is an answer."""

_FIRST_ASKED = ("assets/search.js", "assets/search-engine.js", "{home}assets/search.json")
_ALL_ASKED = (*_FIRST_ASKED, "{home}assets/search-rest.json")

_COLD = """(query) => new Promise((done) => {
  const begun = performance.now();
  const dialog = document.querySelector("dialog.search");
  new MutationObserver((_, observer) => {
    if (!dialog.querySelector(".found mark")) return;
    observer.disconnect();
    requestAnimationFrame(() => done(performance.now() - begun));
  }).observe(dialog, { childList: true, subtree: true });
  document.querySelector("[data-open-search]").click();
  dialog.querySelector("input").value = query;
})"""

_WARM = """async (queries) => {
  const dialog = document.querySelector("dialog.search"), box = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]"), times = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const begun = performance.now();
      const shown = new Promise((done) => new MutationObserver((_, observer) => {
        if (list.hasAttribute("aria-busy")) return;
        observer.disconnect();
        done(performance.now() - begun);
      }).observe(list, { attributes: true }));
      box.value = query.slice(0, length);
      box.dispatchEvent(new Event("input"));
      if (box.value.trim()) times.push(await shown);
    }
  }
  return times;
}"""

_ASK_PAGEFIND = """async ([queries, most]) => {
  const pagefind = await import(new URL("/pagefind/pagefind.js", location.href));
  await pagefind.options({ excerptLength: 1 });
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const data = await Promise.all(results.slice(0, most).map((result) => result.data()));
    found.push(data.map(({ url }) => url));
  }
  return found;
}"""

_ASK_THEME = """async ([queries, most]) => {
  document.querySelector("label[for=__search]").click();
  const box = document.querySelector(".md-search__input"), said = document.querySelector(".md-search-result__meta");
  const links = () => [...document.querySelectorAll(".md-search-result__link")].map((link) => new URL(link.href).pathname);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const type = (text) => {
    box.value = text;
    box.dispatchEvent(new Event("keyup"));
  };
  const until = async (answered, most = 2000) => {
    for (let wait = 0; wait < most && !answered(); wait += 10) await pause(10);
  };
  const found = [];
  box.focus();
  type(queries[0]);
  await until(() => links().length, 30000);
  type("");
  await pause(1000);
  const nothing = said.textContent;
  for (const query of queries) {
    type("");
    await until(() => said.textContent === nothing);
    type(query);
    await until(() => said.textContent !== nothing);
    await pause(50);
    found.push(links().slice(0, most));
  }
  return found;
}"""

_ASK_OURS = """async ([queries, most]) => {
  const { head: address, engine } = document.querySelector("site-search").dataset, worker = new Worker(engine);
  const text = async (url) => (await fetch(url)).text();
  const ask = (question) => new Promise((done, failed) => {
    worker.onmessage = ({ data }) => data.failed ? failed(new Error(JSON.stringify(question).slice(0, 99))) : done(data);
    worker.postMessage(question);
  });
  const head = await text(address), parts = JSON.parse(head), found = [];
  const at = (name) => text(new URL(name, new URL(address, location.href)));
  await ask({ head });
  await ask({ rest: await at(parts.rest) });
  let foreign = await at(parts.foreign);
  for (const query of queries) {
    let { results, isForeign } = await ask({ query, most });
    if (isForeign && foreign) {
      await ask({ foreign });
      foreign = "";
      ({ results } = await ask({ query, most }));
    }
    found.push(results.map(({ entry }) => entry.url));
  }
  worker.terminate();
  return found;
}"""


@dataclass(frozen=True)
class Score:
    """Shares of the queries of a language."""

    first: float
    among_three: float
    nothing: float


def measure(setting: Setting) -> Section:
    """Quality on the development set, weight, and time."""
    folder = setting.folder / "searching"
    sites = _sites(setting, folder)
    scores = {name: _scores(setting, site, ask) for name, (site, ask) in sites.items()}
    weights = {
        language: (_weight(setting.site, home, _FIRST_ASKED), _weight(setting.site, home, _ALL_ASKED))
        for language, home in LANGUAGES.items()
    }
    large = folder / "large-site"
    build(projects.handbook(folder / "large", LARGE), large)
    large_weights = {language: _weight(large, home, _FIRST_ASKED) for language, home in LANGUAGES.items()}
    times = {language: _times(setting, home, language) for language, home in LANGUAGES.items()}
    large_times = {language: _times(setting, home, language, large) for language, home in LANGUAGES.items()}
    return Section(
        "Search",
        _text(scores, weights, large_weights, times, large_times),
        _shortfalls(scores["The handbook"], weights, large_weights, times),
    )


def queries(language: str) -> list[tuple[str, list[str]]]:
    """The development set of a language: what is typed, and the pages that answer it."""
    rows = [
        line.split("\t")
        for line in (ROOT / "tests" / "queries" / "development.tsv").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return [(row[1], row[2].split()) for row in rows if row[0] == language]


def _sites(setting: Setting, folder: Path) -> dict[str, tuple[Path, str]]:
    """The sites that are searched, each with what asks it."""
    ours = projects.handbook(folder / "ours", None)
    build(ours, folder / "built", str(folder / "markdown"))
    build(projects.plain(folder / "plain", ours, folder / "markdown"), folder / "plain-site")
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(folder / "plain-site"), "--root-selector", "article"],
        check=True,
        capture_output=True,
    )
    return {
        "The handbook": (setting.site, _ASK_OURS),
        "Pagefind": (folder / "plain-site", _ASK_PAGEFIND),
        "The theme": (folder / "plain-site", _ASK_THEME),
    }


def _scores(setting: Setting, site: Path, ask: str) -> dict[str, Score]:
    answers = Answers(json.loads((setting.site / "handbook.json").read_text(encoding="utf-8")))
    found = {}
    with compressing_server(site) as root:
        for language, home in LANGUAGES.items():
            page = setting.browser.new_page()
            page.goto(f"{root}{home}about/", wait_until="networkidle")
            asked = queries(language)
            results = page.evaluate(ask, [[query for query, _ in asked], 20])
            page.close()
            places = [
                _place(urls, targets, answers, language) for (_, targets), urls in zip(asked, results, strict=True)
            ]
            found[language] = Score(
                places.count(1) / len(asked),
                sum(1 <= place <= 3 for place in places) / len(asked),
                sum(not urls for urls in results) / len(asked),
            )
    return found


def _place(urls: list[str], targets: list[str], answers: Answers, language: str) -> int:
    """Where the right page stands, from 1; 0 where it is not among the results."""
    pages = dict.fromkeys(normal(url) for url in urls)
    return next(
        (
            place
            for place, url in enumerate(pages, 1)
            if any(answers.right(url, target, language) for target in targets)
        ),
        0,
    )


def _weight(site: Path, home: str, files: tuple[str, ...]) -> int:
    return sum(len(gzip.compress(published(site, file.format(home=home)).read_bytes())) for file in files)


def _times(setting: Setting, home: str, language: str, site: Path | None = None) -> dict[str, float]:
    """Milliseconds, the median of several: cold from opening the box to a first result; warm from a key to its results."""
    typed = [query for query, _ in queries(language)]
    found = {}
    with compressing_server(site or setting.site) as root:
        for name, prepare in (("", _as_it_is), ("_slow", slow_phone)):
            cold, warm = [], []
            for _ in range(setting.times):
                context = setting.browser.new_context()
                page = context.new_page()
                prepare(page)
                page.goto(f"{root}{home}about/", wait_until="networkidle")
                cold.append(page.evaluate(_COLD, typed[0]))
                page.wait_for_load_state("networkidle")
                page.wait_for_timeout(1500)
                warm += page.evaluate(_WARM, typed[::_TYPED])
                context.close()
            found[f"cold{name}"], found[f"warm{name}"] = statistics.median(cold), statistics.median(warm)
            found[f"warm{name}_high"] = statistics.quantiles(warm, n=20)[-1]
    return found


def _as_it_is(_: Page) -> None:
    """Nothing is slowed down."""


def _text(
    scores: dict[str, dict[str, Score]],
    weights: dict[str, tuple[int, int]],
    large_weights: dict[str, int],
    times: dict[str, dict[str, float]],
    large_times: dict[str, dict[str, float]],
) -> str:
    share: Callable[[float], str] = "{:.0%}".format
    quality = [
        (name, language, share(score.first), share(score.among_three), share(score.nothing))
        for name, by_language in scores.items()
        for language, score in by_language.items()
    ]
    costs = [
        (language, f"{first / 1000:.0f} KB", f"{all_ / 1000:.0f} KB", f"{large_weights[language] / 1000:.0f} KB")
        for language, (first, all_) in weights.items()
    ]

    def row(name: str, measured: dict[str, float]) -> tuple[str, ...]:
        return (
            name,
            *(f"{measured[key]:.0f} ms" for key in ("cold", "cold_slow")),
            *(f"{measured[key]:.1f} ms ({measured[f'{key}_high']:.1f})" for key in ("warm", "warm_slow")),
        )

    return f"""\
The development set of queries, typed into each search over the same pages (the theme's search with its words for Chinese
and English; Pagefind with its extended build, asked through its programming interface). Goals: {FIRST:.0%} first,
{AMONG_THREE:.0%} among three, at most {NOTHING:.0%} without a result, one query forgiven.

{table(("search", "language", "right page first", "among three", "nothing found"), quality)}

What a search asks for, packed by gzip: for a first result, in all, and for a first result in a handbook of {LARGE:,}
scenarios. Goals: {MOST_BYTES // 1000} KB in all, {MOST_BYTES_LARGE // 1000} KB in the large one.

{table(("language", "first result", "in all", f"first result, {LARGE:,} scenarios"), costs)}

Cold: from opening the box to a first result, nothing cached. Warm: from a key to its results, the median and in brackets
what one in twenty exceeds. The slow phone is that of the first visits. Goals: {COLD} and {COLD_SLOW} ms cold, {
        WARM
    } and
{WARM_SLOW} ms warm.

{
        table(
            ("handbook", "cold", "cold, slow phone", "warm", "warm, slow phone"),
            [row(f"{language}", measured) for language, measured in times.items()]
            + [row(f"{language}, {LARGE:,} scenarios", measured) for language, measured in large_times.items()],
        )
    }"""


def _shortfalls(
    scores: dict[str, Score],
    weights: dict[str, tuple[int, int]],
    large_weights: dict[str, int],
    times: dict[str, dict[str, float]],
) -> list[str]:
    short = []
    for language, score in scores.items():
        forgiven = max(NOTHING, 1 / len(queries(language)))
        if score.first < FIRST or score.among_three < 1 - forgiven or score.nothing > forgiven:
            short.append(
                f"Search, {language}: {score.first:.0%} first, {score.among_three:.0%} among three, "
                f"{score.nothing:.0%} without a result."
            )
        if weights[language][1] > MOST_BYTES or large_weights[language] > MOST_BYTES_LARGE:
            short.append(
                f"Search, {language}: {weights[language][1] / 1000:.0f} KB in all, "
                f"{large_weights[language] / 1000:.0f} KB for a first result in a large handbook."
            )
        for key, goal in (("cold", COLD), ("cold_slow", COLD_SLOW), ("warm", WARM), ("warm_slow", WARM_SLOW)):
            if times[language][key] > goal:
                short.append(
                    f"Search, {language}, {key.replace('_slow', ' on a slow phone')}: "
                    f"{times[language][key]:.0f} ms; the goal is {goal} ms."
                )
    return short
