"""What the browser keeps when things go wrong or the handbook moves on: no room, no leave, damage, versions, changed lists."""

from __future__ import annotations

import json
import random

import pytest

from tests.checklist_pages import DUE_IN_A_DAY, LIST, WITH_DUE, boxes, kept_runs, press, row, ticked
from tests.conftest import ROOT, serve
from tests.import_files import TEMPLATES, broken_files, valid_files

FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
FULL = """Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, { apply(target, storage, [key, text]) {
    if (window.roomy || key.length + text.length < 90) return Reflect.apply(target, storage, [key, text]);
    throw new DOMException('full', 'QuotaExceededError'); } });"""
"""No room for a run, though for small things there is."""

NEWEST = 'Object.keys(localStorage).filter((key) => key.startsWith("handbook:")).sort().map((key) => [key, localStorage.getItem(key)])'
GENERATED = 150
"""Of each sort: 300 in all."""


def run_of(checklist: str = LIST, **changes) -> dict:
    """A run as a store keeps it, with changes."""
    return {"v": 1, "id": "abcdef123456", "checklist": checklist, "name": "Old", "started": 1_700_000_000_000,
            "changed": 1_700_000_000_000, "finished": 0, "answers": {}, "times": {}, **changes}


def done(text: str, **more) -> dict:
    return {"state": "done", "at": 1_700_000_000_000, "text": text, "note": "", **more}


@pytest.fixture
def with_store(open_page, address):
    """Opens a page in a browser that keeps these texts by key, and works on the run there is."""

    def open_(texts: dict[str, str], path: str = f"en/checklists/{LIST}/", current: bool = True):
        page = open_page("404.html")
        if current:
            texts = {"handbook:current": json.dumps({LIST: "abcdef123456", WITH_DUE: "abcdef123456"}), **texts}
        page.evaluate("(texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text))", texts)
        page.goto(address + path)
        return page

    return open_


@pytest.fixture
def prepared(browser, address):
    """Opens a checklist with a script that runs before any other."""
    contexts = []

    def open_(script: str):
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.add_init_script(script)
        page.goto(f"{address}en/checklists/{LIST}/")
        return page

    yield open_
    for context in contexts:
        context.close()


def kept(page) -> dict[str, str]:
    """Everything of the handbook that lies in the browser, by key."""
    return dict(page.evaluate(NEWEST))


def warning(page) -> str:
    return page.locator("[data-keeping]").inner_text()


# --- storage that fails ----------------------------------------------------------------------------------------------


def test_where_storage_is_switched_off_ticks_work_in_memory_and_the_page_says_so(prepared):
    page = prepared(FORBIDDEN)
    assert "does not allow saving" in warning(page)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    assert len(ticked(page)) == 2
    press(page, "finish")
    assert boxes(page).nth(0).is_disabled()


def test_where_storage_is_full_ticks_work_in_memory_and_are_kept_once_there_is_room(prepared):
    page = prepared(FULL)
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    assert len(ticked(page)) == 2 and kept_runs(page) == []
    assert "storage is full" in warning(page)
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'handbook:colours' }))")
    assert len(ticked(page)) == 2, "what another tab does takes nothing away"
    page.evaluate("window.roomy = true")
    boxes(page).nth(2).check()
    assert page.locator("[data-keeping]").is_hidden()
    page.reload()
    assert len(ticked(page)) == 3


@pytest.mark.parametrize("damaged", ["{", "null", "[1]", '"text"', '{"v": 1}', "", '{"v": 0}',
                                     json.dumps(run_of(answers={"x": 1})), json.dumps(run_of(id="other1234567")),
                                     json.dumps(run_of(extra=1)), json.dumps(run_of(name=7))])
def test_a_damaged_run_is_set_aside_and_can_be_exported(with_store, address, damaged):
    page = with_store({"handbook:run:abcdef123456": damaged})
    assert "set aside" in warning(page)
    boxes(page).nth(0).check()
    page.reload()
    assert len(ticked(page)) == 1
    aside = [text for key, text in kept(page).items() if key.startswith("handbook:aside:")]
    assert aside == [damaged]
    page.goto(f"{address}en/my/")
    with page.expect_download() as download:
        page.locator("button[data-do=export-aside]").click()
    assert list(json.loads(download.value.path().read_text(encoding="utf-8")).values()) == [damaged]


@pytest.mark.parametrize("damaged", ["{", "null", "[]", '"text"', "5", '{"a": 5}'])
def test_a_damaged_note_of_what_is_worked_on_is_set_aside_and_loses_no_run(with_store, damaged):
    run = json.dumps(run_of())
    page = with_store({"handbook:run:abcdef123456": run, "handbook:current": damaged})
    boxes(page).nth(0).check()
    assert kept(page)["handbook:run:abcdef123456"] == run
    assert [text for key, text in kept(page).items() if key.startswith("handbook:aside:")] == [damaged]


def test_damaged_data_that_no_room_is_left_to_move_is_never_overwritten(prepared, address):
    page = prepared(FULL)
    damaged = "{" + "x" * 200
    page.evaluate("(text) => { window.roomy = true; localStorage.setItem('handbook:run:abcdef123456', text); }", damaged)
    page.reload()
    boxes(page).nth(0).check()
    assert kept(page)["handbook:run:abcdef123456"] == damaged


def test_what_a_newer_version_wrote_is_left_alone_and_named(with_store):
    newer = json.dumps({**run_of(), "v": 2, "colour": "red"})
    page = with_store({"handbook:run:abcdef123456": newer})
    assert "newer version" in warning(page)
    boxes(page).nth(0).check()
    page.reload()
    assert len(ticked(page)) == 1
    assert kept(page)["handbook:run:abcdef123456"] == newer


def test_storage_that_is_erased_under_a_page_takes_new_ticks(with_store):
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of())})
    boxes(page).nth(0).check()
    page.evaluate("localStorage.clear()")
    boxes(page).nth(1).check()
    page.reload()
    assert len(ticked(page)) == 2


def test_storage_that_is_erased_in_another_tab_empties_this_one_too(with_store):
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of())})
    boxes(page).nth(0).check()
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("localStorage.clear()")
    page.wait_for_function("document.querySelectorAll('check-list input:checked').length === 0")
    boxes(page).nth(1).check()
    page.reload()
    assert len(ticked(page)) == 1


# --- earlier versions ------------------------------------------------------------------------------------------------

EARLIER = sorted((ROOT / "tests").glob("kept-*.json"))
"""What the browser kept under each earlier version of the format, by key; a new version adds its own file, and changes none."""


@pytest.mark.parametrize("file", EARLIER, ids=lambda file: file.stem)
def test_what_every_earlier_version_kept_is_there_whole(with_store, address, file):
    texts = {key: json.dumps(value) for key, value in json.loads(file.read_text(encoding="utf-8")).items()}
    page = with_store(texts, "en/my/", current=False)
    page.locator("[data-runs] tr").nth(1).wait_for()
    runs = page.locator("[data-runs]").inner_text()
    assert "Review with Customer A" in runs and "1/18" in runs and "2025-11-25 16:00" in runs and "finished" in runs
    assert "Minutes of 24 November" in page.locator("my-drafts").inner_text()
    assert page.locator("[data-aside]").is_hidden()
    page.goto(f"{address}en/onboarding/practice/")
    assert page.locator("[data-part=topic-rows] li").count() == 2
    page.goto(f"{address}en/checklists/meeting-after/")
    assert ticked(page) == ["write-conclusions-first"]
    assert kept(page) == texts, "reading changes nothing"


# --- lists that change -----------------------------------------------------------------------------------------------


def test_ticks_hang_on_ids_when_items_are_reworded_moved_and_added(with_store, site):
    ids = [item["id"] for each in json.loads((site / "assets/checklists.json").read_text(encoding="utf-8"))
           if each["id"] == LIST for item in each["items"]]
    answers = {ids[5]: done("It read otherwise"), ids[1]: done("And stood elsewhere")}
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of(answers=answers))})
    assert ticked(page) == [ids[1], ids[5]], "reworded and moved"
    assert page.locator(".checklist__progress output").inner_text().startswith(f"2 of {len(ids)} "), "added ones are open"
    assert "It read otherwise" not in page.locator("check-list").inner_text()


def test_what_was_ticked_and_then_removed_is_shown_as_such_and_never_lost(with_store):
    answers = {"long-gone": done("Send a fax", note="on the third try"), "never-answered": {"state": "", "at": 1, "text": "Blank"}}
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of(answers=answers))})
    removed = page.locator("[data-removed]")
    assert removed.is_visible() and "Send a fax" in removed.inner_text() and "on the third try" in removed.inner_text()
    assert "Blank" not in removed.inner_text()
    boxes(page).nth(0).check()
    assert kept_runs(page)[0]["answers"]["long-gone"] == answers["long-gone"]
    for what in ("markdown", "csv"):
        with page.expect_download() as download:
            press(page, what)
        assert "Send a fax" in download.value.path().read_text(encoding="utf-8")


def test_a_time_outlives_the_item_that_it_was_entered_at(with_store):
    only_here = run_of(WITH_DUE, times={"delete-the-recording": "2026-03-12T16:30", "long-gone": "2026-03-12T16:30"})
    page = with_store({"handbook:run:abcdef123456": json.dumps(only_here)}, f"en/checklists/{WITH_DUE}/")
    assert "2026-03-13 16:30" in row(page, DUE_IN_A_DAY).locator("output").inner_text()


def test_a_run_of_a_checklist_that_is_no_more_is_still_there(with_store, address):
    gone = json.dumps(run_of("a-list-of-old", name="From long ago"))
    page = with_store({"handbook:run:abcdef123456": gone}, "en/my/")
    page.locator("[data-runs] tr").wait_for()
    assert "a-list-of-old" in page.locator("[data-runs]").inner_text()
    assert kept(page)["handbook:run:abcdef123456"] == gone


# --- imports through the page ----------------------------------------------------------------------------------------

IMAGE = "<img src=x onerror='window.harmed = true'>"
MARKED = {"handbook-runs": 1}
REFUSED = {
    "10 MB": ("[" + "1," * 5_000_000 + "1]", "too large"),
    "no JSON": ("ticks: 3", "not a JSON file"),
    "nothing": ("", "not a JSON file"),
    "foreign": ('{"bookmarks": []}', "not exported from the handbook"),
    "a list": ("[]", "not exported from the handbook"),
    "newer": (json.dumps({"handbook-runs": 2, "runs": []}), "newer version"),
    "no runs": (json.dumps(MARKED), "not exported from the handbook"),
    "a strange key": (json.dumps({**MARKED, "runs": [], "script": IMAGE}), "script"),
    "a run that is text": (json.dumps({**MARKED, "runs": [IMAGE]}), "runs[0]"),
    "an unknown list": (json.dumps({**MARKED, "runs": [run_of("no-such-list")]}), "no-such-list"),
    "an unknown item": (json.dumps({**MARKED, "runs": [run_of(answers={"no-such-item": done("x")})]}), "no-such-item"),
    "an unknown time": (json.dumps({**MARKED, "runs": [run_of(times={"no-such-item": ""})]}), "no-such-item"),
    "the same run twice": (json.dumps({**MARKED, "runs": [run_of(), run_of()]}), "runs[1].id"),
    "__proto__ at the top": ('{"handbook-runs": 1, "runs": [], "__proto__": {"harmed": true}}', "__proto__"),
    "__proto__ in a run": (json.dumps({**MARKED, "runs": [run_of(__proto__={"harmed": True})]}), "__proto__"),
    "__proto__ as an item": (json.dumps({**MARKED, "runs": [run_of(answers={"__proto__": done("x")})]}), "__proto__"),
    "constructor as an item": (json.dumps({**MARKED, "runs": [run_of(answers={"constructor": done("x")})]}), "constructor"),
    "constructor as a time": (json.dumps({**MARKED, "runs": [run_of(times={"constructor": ""})]}), "constructor"),
    "constructor as a list": (json.dumps({**MARKED, "runs": [run_of("constructor")]}), "constructor"),
    **{f"a wrong {key}": (json.dumps({**MARKED, "runs": [run_of(**{key: wrong})]}), f"runs[0].{key}")
       for key, wrong in {"v": "1", "id": "../x", "checklist": 5, "name": ["x"], "started": "now", "changed": -1, "finished": None,
                          "answers": [], "times": "x"}.items()},
}


@pytest.fixture
def my_page(with_store):
    """My page with one run, ready for imports."""
    page = with_store({"handbook:run:abcdef123456": json.dumps(run_of())}, "en/my/")
    page.locator("[data-runs] tr").wait_for()
    return page


def give(page, text: str) -> str:
    """Choose a file for import, and what the page says to it."""
    output = page.locator("my-runs output")
    output.evaluate("(output) => { output.textContent = ''; }")
    page.locator("input[type=file]").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": text.encode()})
    page.wait_for_function("document.querySelector('my-runs output').textContent")
    return output.inner_text()


def test_broken_imports_are_refused_with_the_reason_and_change_nothing(my_page):
    before, wrong = kept(my_page), []
    for name, (text, reason) in REFUSED.items():
        said = give(my_page, text)
        if reason not in said or "Nothing was changed" not in said or kept(my_page) != before:
            wrong.append(f"{name}: {said}")
        if my_page.locator("[data-question=import]").is_visible():
            wrong.append(f"{name}: it still offers to import")
    assert not wrong, "\n".join(wrong)
    assert my_page.evaluate("[window.harmed, {}.harmed, document.images.length]") == [None, None, 0]


def test_script_in_an_import_is_shown_as_text(my_page, address, site):
    item = json.loads((site / "assets/checklists.json").read_text(encoding="utf-8"))
    first = next(each for each in item if each["id"] == LIST)["items"][0]["id"]
    run = run_of(id="bcdefg234567", name=IMAGE, answers={first: done(IMAGE, note=IMAGE)})
    assert "1 to be added" in give(my_page, json.dumps({**MARKED, "runs": [run]}))
    assert IMAGE in my_page.locator("[data-plan]").inner_text()
    my_page.locator("button[data-do=import]").click()
    assert IMAGE in my_page.locator("[data-runs]").inner_text()
    my_page.locator("[data-runs] tr").filter(has_text="onerror").get_by_role("link").click()
    my_page.wait_for_url(f"**/checklists/{LIST}/")
    assert IMAGE in my_page.locator(".checklist__progress output").inner_text()
    assert my_page.evaluate("[window.harmed, document.querySelectorAll('#content img[onerror]').length]") == [None, 0]


@pytest.mark.parametrize("language", ["", "en/"])
def test_everything_that_is_exported_comes_back_in_a_browser_that_has_nothing(with_store, open_page, language):
    texts = {key: json.dumps(value) for key, value in json.loads(EARLIER[-1].read_text(encoding="utf-8")).items()}
    page = with_store(texts, f"{language}my/", current=False)
    page.locator("[data-runs] tr").nth(1).wait_for()
    with page.expect_download() as download:
        page.locator(".runs__take button[data-do=export]").click()
    fresh = open_page(f"{language}my/")
    give(fresh, download.value.path().read_text(encoding="utf-8"))
    assert kept(fresh) == {}
    assert fresh.locator("[data-plan] li").count() == 5, "two runs, a draft, the details, the practice"
    fresh.locator("[data-question=import] button[data-do=import]").click()
    assert "5" in fresh.locator("my-runs output").first.inner_text()
    del texts["handbook:current"]
    assert {key: json.loads(text) for key, text in kept(fresh).items()} == {key: json.loads(text) for key, text in texts.items()}
    assert "Minutes of 24 November" in fresh.locator("my-drafts").inner_text()


def test_an_import_adds_to_what_is_there_and_takes_nothing_away(with_store):
    """Of details only what is blank is filled in; of each question the answer given last is what counts."""
    here = {"v": 1, "name": "", "department": "Sales", "phone": "", "email": "", "company": ""}
    cards = {"just-a-hint": {"box": 3, "round": 5, "right": 3, "wrong": 0}}
    page = with_store({"handbook:details": json.dumps(here), "handbook:practice": json.dumps({"v": 1, "round": 5, "cards": cards})},
                      "en/my/", current=False)
    file = json.loads(EARLIER[-1].read_text(encoding="utf-8"))
    give(page, json.dumps({**MARKED, "runs": [], "details": file["handbook:details"], "practice": file["handbook:practice"]}))
    page.locator("[data-question=import] button[data-do=import]").click()
    now = {key: json.loads(text) for key, text in kept(page).items()}
    assert now["handbook:details"] == {**file["handbook:details"], "department": "Sales"}
    both = {**file["handbook:practice"]["cards"], **cards}
    assert now["handbook:practice"] == {"v": 1, "round": 5, "cards": both}


def test_an_import_that_is_not_wanted_after_all_changes_nothing(my_page):
    before = kept(my_page)
    give(my_page, json.dumps({**MARKED, "runs": [run_of(id="bcdefg234567")]}))
    my_page.locator("[data-question=import] button[data-do=cancel]").click()
    assert kept(my_page) == before


# --- imports by the hundred ------------------------------------------------------------------------------------------

TRY_ALL = """async ({ files, lists, templates, there }) => {
    const { inspectImport, toJson } = await import("/checklists/exchange.js");
    const { othersOf } = await import("/checklists/others.js");
    const { mergeDrafts } = await import("/drafts/draft.js");
    const { DraftStore } = await import("/drafts/kept-drafts.js");
    const { keepMemory, readMemory } = await import("/practice/memory.js");
    const { mergeRuns } = await import("/checklists/run.js");
    const { RunStore } = await import("/checklists/store.js");
    const known = new Map(lists.map((list) => [list.id, list]));
    const keptNow = () => JSON.stringify(Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)]));
    const titles = Object.fromEntries(templates.map((id) => [id, id]));
    const othersThere = () => {
        const drafts = new DraftStore();
        return { drafts: drafts.all, details: drafts.details, practice: readMemory(), templates: titles };
    };
    const results = [];
    for (const text of files) {
        localStorage.clear();
        for (const run of there) localStorage.setItem(`handbook:run:${run.id}`, JSON.stringify(run));
        const store = new RunStore();
        const before = keptNow();
        const plan = inspectImport(text, store.runs, known, othersThere());
        const untouched = keptNow() === before && Object.getOwnPropertyNames(Object.prototype).every((name) => name !== "harmed");
        if (plan.fault) { results.push({ fault: plan.fault, untouched }); continue; }
        for (const run of [...plan.added, ...plan.changed]) store.put(store.runs.has(run.id) ? mergeRuns(store.runs.get(run.id), run) : run);
        const drafts = new DraftStore();
        for (const draft of [...plan.others.added, ...plan.others.changed]) {
            drafts.put(drafts.all.has(draft.id) ? mergeDrafts(drafts.all.get(draft.id), draft) : draft);
        }
        if (plan.others.details) drafts.setDetails(plan.others.details);
        if (plan.others.practice) keepMemory(plan.others.practice);
        const exported = toJson(new RunStore().list(), othersOf(othersThere()));
        const again = inspectImport(exported, new RunStore().runs, known, othersThere());
        const { added, changed, details, practice } = again.others ?? {};
        results.push({ untouched, ...JSON.parse(exported), same: again.same?.length, aside: Object.keys(store.aside()).length,
            more: again.others ? [...added, ...changed, details, practice].filter(Boolean) : again });
    }
    return results;
}"""


@pytest.fixture(scope="module")
def modules():
    """The modules of the checklists on a server of their own."""
    server, url = serve(ROOT / "overrides")
    yield url
    server.shutdown()


def try_all(browser, modules, site, files: list[str], there: list[dict]) -> list[dict]:
    """Import each of the files into a fresh store that holds some runs."""
    lists = json.loads((site / "assets/checklists.json").read_text(encoding="utf-8"))
    context = browser.new_context()
    page = context.new_page()
    page.goto(modules)
    results = page.evaluate(TRY_ALL, {"files": files, "lists": lists, "templates": TEMPLATES, "there": there})
    context.close()
    return results


def test_generated_valid_imports_come_back_as_they_went_and_lose_nothing_that_was_there(browser, modules, site):
    lists = json.loads((site / "assets/checklists.json").read_text(encoding="utf-8"))
    there = [run_of(id="theredayone1"), run_of(WITH_DUE, id="theredaytwo2")]
    files = valid_files(random.Random(5), lists, GENERATED)
    for number, (file, result) in enumerate(zip(files, try_all(browser, modules, site, [json.dumps(each) for each in files], there))):
        assert "fault" not in result, (number, result)
        exported = {run["id"]: run for run in result["runs"]}
        assert exported == {run["id"]: run for run in (*there, *file["runs"])}, number
        assert result["untouched"] and result["same"] == len(exported) and result["aside"] == 0, number
        assert sorted(result.get("drafts", []), key=str) == sorted(file.get("drafts", []), key=str), number
        for part in ("details", "practice"):
            assert result.get(part) == file.get(part), (number, part)
        assert result["more"] == [], "what was exported brings nothing new to the browser that it came from"


def test_generated_broken_imports_are_refused_and_change_nothing(browser, modules, site):
    lists = json.loads((site / "assets/checklists.json").read_text(encoding="utf-8"))
    files = broken_files(random.Random(6), lists, GENERATED)
    results = try_all(browser, modules, site, [text for _, text in files], [run_of()])
    assert len(results) == GENERATED
    wrong = [(number, name) for number, ((name, _), result) in enumerate(zip(files, results))
             if "fault" not in result or not result["untouched"]]
    assert not wrong, wrong
    assert {result["fault"] for result in results} >= {"import_wrong", "import_unknown", "import_foreign", "import_no_json", "import_newer"}
