"""Files that are imported on My page: shown before they change anything, whole or refused with the reason."""

from __future__ import annotations

import json
import random
import re

import pytest
from playwright.sync_api import expect

from tests.built_pages import published
from tests.checklist_pages import LIST, WITH_DUE
from tests.conftest import ROOT, serve
from tests.import_files import TEMPLATES, broken_files, valid_files
from tests.stored_runs import CURRENT, EARLIER, done, kept, kept_in, run_of

GENERATED = 150
"""Of each sort: 300 in all."""

# --- imports through the page ----------------------------------------------------------------------------------------

IMAGE = "<img src=x onerror='window.harmed = true'>"
MARKED = {"handbook-runs": 3}
REFUSED = {
    "10 MB": ("[" + "1," * 5_000_000 + "1]", "too large"),
    "no JSON": ("ticks: 3", "not exported from this handbook"),
    "nothing": ("", "not exported from this handbook"),
    "foreign": ('{"bookmarks": []}', "not exported from this handbook"),
    "a list": ("[]", "not exported from this handbook"),
    "newer": (json.dumps({"handbook-runs": 4, "runs": []}), "newer version"),
    "no runs": (json.dumps(MARKED), "not exported from this handbook"),
    "a strange key": (json.dumps({**MARKED, "runs": [], "script": IMAGE}), "script"),
    "a run that is text": (json.dumps({**MARKED, "runs": [IMAGE]}), "runs[0]"),
    "an unknown list": (json.dumps({**MARKED, "runs": [run_of("no-such-list")]}), "no-such-list"),
    "the same run twice": (json.dumps({**MARKED, "runs": [run_of(), run_of()]}), "runs[1].id"),
    "__proto__ at the top": ('{"handbook-runs": 1, "runs": [], "__proto__": {"harmed": true}}', "__proto__"),
    "__proto__ in a run": (json.dumps({**MARKED, "runs": [run_of(__proto__={"harmed": True})]}), "__proto__"),
    "__proto__ as an item": (json.dumps({**MARKED, "runs": [run_of(answers={"__proto__": done("x")})]}), "__proto__"),
    "constructor as an item": (
        json.dumps({**MARKED, "runs": [run_of(answers={"constructor": done("x")})]}),
        "constructor",
    ),
    "constructor as a time": (
        json.dumps({**MARKED, "runs": [run_of(times={"constructor": {"time": "", "at": 0}})]}),
        "constructor",
    ),
    "constructor as a list": (json.dumps({**MARKED, "runs": [run_of("constructor")]}), "constructor"),
    **{
        f"a wrong {key}": (json.dumps({**MARKED, "runs": [run_of(**{key: wrong})]}), f"runs[0].{key}")
        for key, wrong in {
            "v": "1",
            "id": "../x",
            "checklist": 5,
            "name": ["x"],
            "started": "now",
            "changed": -1,
            "finished": None,
            "answers": [],
            "times": "x",
        }.items()
    },
}


@pytest.fixture
def my_page(open_with):
    """My page with one run, ready for imports."""
    page = open_with({**CURRENT, "handbook:run:abcdef123456": json.dumps(run_of())}, "en/my/")
    page.locator("[data-runs] tr").wait_for()
    return page


def give(page, text: str) -> str:
    """Choose a file for import, and what the page says to it."""
    output = page.locator("my-runs [data-said=storage] output")
    output.evaluate("(output) => { output.textContent = ''; }")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    page.wait_for_function("document.querySelector('my-runs [data-said=storage] output').textContent")
    return output.inner_text()


def test_broken_imports_are_refused_with_the_reason_and_change_nothing(my_page, sweep):
    """A run takes every other."""
    before, wrong = kept(my_page), []
    for name, (text, reason) in list(REFUSED.items())[:: 1 if sweep else 2]:
        said = give(my_page, text)
        if reason not in said or "Nothing was changed" not in said or kept(my_page) != before:
            wrong.append(f"{name}: {said}")
        if my_page.locator("[data-question=import]").is_visible():
            wrong.append(f"{name}: it still offers to import")
    assert not wrong, "\n".join(wrong)
    assert my_page.evaluate("[window.harmed, {}.harmed, document.images.length]") == [None, None, 0]


@pytest.mark.parametrize(
    ("path", "said"), [("my/", "不是从本手册导出的文件"), ("en/my/", "not exported from this handbook")]
)
def test_a_file_from_elsewhere_is_refused_in_plain_words_and_never_in_the_browsers(open_with, path, said):
    page = open_with({**CURRENT, "handbook:run:abcdef123456": json.dumps(run_of())}, path)
    page.locator("[data-runs] tr").wait_for()
    for text in ("hello", '{"handbook-runs": 1,', "", "<html></html>"):
        told = give(page, text)
        assert said in told and ".json" in told and not re.search(r"token|JSON at|Unexpected|position", told), told


def test_what_this_handbook_has_no_longer_is_left_out_by_name_and_the_rest_comes_in(my_page):
    answers = {"no-such-item": {**done("x"), "text": "Ring the bell"}}
    runs = [run_of(id="bcdefg234567", name="Elsewhere", answers=answers), run_of("gone-list", id="cdefgh345678")]
    draft = {"v": 2, "id": "defghi456789", "template": "gone-form", "name": ""}
    draft |= {"named": 1, "started": 1, "changed": 1, "fields": {}}
    said = give(my_page, json.dumps({**MARKED, "runs": runs, "drafts": [draft]}))
    assert "To be added: 1;" in said
    plan = my_page.locator("[data-plan]").inner_text()
    assert all(f"− {gone}:" in plan for gone in ("gone-list", "gone-form"))
    my_page.locator("button[data-do=import]").click()
    assert my_page.locator("[data-runs] tr").count() == 2
    my_page.locator("[data-runs] tr").filter(has_text="Elsewhere").locator("th a").click()
    my_page.wait_for_url(f"**/checklists/{LIST}/")
    expect(my_page.locator("[data-removed]")).to_contain_text("Ring the bell")


def test_an_import_of_much_is_confirmed_where_it_is_told_and_tells_drafts_apart(my_page):
    my_page.set_viewport_size({"width": 390, "height": 844})
    runs = [run_of(id=f"bcdefg2345{number}", name=f"Case {number}") for number in range(10, 40)]
    field = {"value": "Budget review", "at": 1}
    draft = {"v": 2, "id": "defghi456789", "template": "meeting-minutes", "name": "", "named": 1, "started": 1}
    draft |= {"changed": 1, "fields": {"minutes-subject": field}}
    give(my_page, json.dumps({**MARKED, "runs": runs, "drafts": [draft]}))
    expect(my_page.locator("[data-question=import] button[data-do=import]")).to_be_in_viewport(ratio=1)
    assert "· Budget review" in my_page.locator("[data-plan]").inner_text()


def test_script_in_an_import_is_shown_as_text(my_page, address, site):
    item = json.loads(published(site, "assets/checklists.json").read_text(encoding="utf-8"))
    first = next(each for each in item if each["id"] == LIST)["items"][0]["id"]
    run = run_of(id="bcdefg234567", name=IMAGE, answers={first: done(IMAGE, note=IMAGE)})
    assert "To be added: 1;" in give(my_page, json.dumps({**MARKED, "runs": [run]}))
    assert IMAGE in my_page.locator("[data-plan]").inner_text()
    my_page.locator("button[data-do=import]").click()
    assert IMAGE in my_page.locator("[data-runs]").inner_text()
    my_page.locator("[data-runs] tr").filter(has_text="onerror").locator("th a").click()
    my_page.wait_for_url(f"**/checklists/{LIST}/")
    assert IMAGE in my_page.locator(".checklist__progress output").inner_text()
    assert my_page.evaluate("[window.harmed, document.querySelectorAll('#content img[onerror]').length]") == [None, 0]


@pytest.mark.parametrize("language", ["", "en/"])
def test_everything_that_is_exported_comes_back_in_a_browser_that_has_nothing(open_with, open_page, language):
    more = {
        "office": {"v": 1, "id": "munich"},
        "joined": {"v": 1, "day": "2026-12-01"},
        "practice-round": {"seed": 7, "ids": ["one", "two", "three"], "place": 2, "score": 1, "missed": ["two"]},
    }
    texts = kept_in(EARLIER[-1]) | {f"handbook:{name}": json.dumps(value) for name, value in more.items()}
    page = open_with(texts, f"{language}my/")
    page.locator("[data-runs] tr").nth(1).wait_for()
    with page.expect_download() as download:
        page.locator(".runs__take button[data-do=export]").click()
    fresh = open_page(f"{language}my/")
    give(fresh, download.value.path().read_text(encoding="utf-8"))
    assert kept(fresh) == {}
    assert fresh.locator("[data-plan] li").count() == 9, (
        "three runs, a draft, the details, the practice, a round of it, the office, the day of joining"
    )
    assert all(row.startswith("+") for row in fresh.locator("[data-plan] li").all_inner_texts()), (
        "nothing to merge with"
    )
    fresh.locator("[data-question=import] button[data-do=import]").click()
    assert "9" in fresh.locator("[data-said=storage] output").inner_text()
    exported = json.loads(download.value.path().read_text(encoding="utf-8"))
    back = {key: json.loads(text) for key, text in kept(fresh).items()}
    assert set(back.pop("handbook:current", {})) <= {run["checklist"] for run in exported["runs"]}
    for kind in ("run", "draft"):
        assert [back.pop(f"handbook:{kind}:{each['id']}") for each in exported[f"{kind}s"]] == exported[f"{kind}s"]
    assert back == {
        f"handbook:{name}": json.loads(texts[f"handbook:{name}"]) for name in ("details", "practice", *more)
    }
    assert "Minutes of 24 November" in fresh.locator("my-drafts").inner_text()


@pytest.mark.parametrize("number", [1, 2])
def test_the_only_record_of_a_list_that_comes_with_a_file_is_in_use_and_of_several_none(open_page, address, number):
    page = open_page("en/my/")
    runs = [run_of(id=f"abcdef12345{each}", name=f"From there {each}") for each in range(number)]
    give(page, json.dumps({**MARKED, "runs": [*runs, run_of(id="abcdef123459", finished=1_700_000_000_001)]}))
    page.locator("[data-question=import] button[data-do=import]").click()
    page.goto(f"{address}en/checklists/{LIST}/")
    said = page.locator("[data-current]").inner_text()
    assert said == ("From there 0" if number == 1 else "none in use; open this to choose (3 saved)")


def test_an_import_adds_to_what_is_there_and_takes_nothing_away(open_with):
    """Of details only what is blank is filled in; of each question the answer given last is what counts."""
    here = {"v": 1, "name": "", "department": "Sales", "phone": "", "email": "", "company": ""}
    cards = {"just-a-hint": {"box": 3, "round": 5, "right": 3, "wrong": 0}}
    page = open_with(
        {"handbook:details": json.dumps(here), "handbook:practice": json.dumps({"v": 1, "round": 5, "cards": cards})},
        "en/my/",
    )
    file = json.loads(EARLIER[-1].read_text(encoding="utf-8"))
    give(
        page,
        json.dumps({**MARKED, "runs": [], "details": file["handbook:details"], "practice": file["handbook:practice"]}),
    )
    page.locator("[data-question=import] button[data-do=import]").click()
    now = {key: json.loads(text) for key, text in kept(page).items()}
    assert now["handbook:details"] == {**file["handbook:details"], "department": "Sales"}
    both = {**file["handbook:practice"]["cards"], **cards}
    assert now["handbook:practice"] == {"v": 1, "round": 5, "cards": both}


def test_an_import_with_nothing_new_says_so_and_asks_nothing(my_page):
    assert "nothing new" in give(my_page, json.dumps({**MARKED, "runs": [run_of()]}))
    assert my_page.locator("[data-question=import]").is_hidden()


def test_an_import_for_which_there_is_no_room_says_so(open_after):
    page = open_after(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };", "en/my/"
    )
    give(page, json.dumps({**MARKED, "runs": [run_of()]}))
    page.locator("[data-question=import] button[data-do=import]").click()
    assert "could not keep it" in page.locator("[data-said=storage] output").inner_text()


def test_a_file_that_cannot_be_opened_any_more_is_said_and_changes_nothing(open_after):
    page = open_after(
        "Blob.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));", "en/my/"
    )
    said = give(page, json.dumps({**MARKED, "runs": [run_of()]}))
    assert "could not be opened" in said and "Nothing was changed" in said


def test_without_what_is_known_of_the_checklists_nothing_is_imported(open_after):
    """Every record would count as one of a list that the handbook has no longer."""
    page = open_after("", "en/my/")
    page.route("**/checklists*.json", lambda route: route.abort())
    said = give(page, json.dumps({**MARKED, "runs": [run_of()]}))
    assert "Nothing was changed" in said and "no longer" not in said and not kept(page)
    assert page.locator("[data-question=import]").is_hidden()
    page.unroute("**/checklists*.json")
    assert "To be added: 1" in give(page, json.dumps({**MARKED, "runs": [run_of()]}))


def test_an_import_that_is_not_wanted_after_all_changes_nothing(my_page):
    before = kept(my_page)
    give(my_page, json.dumps({**MARKED, "runs": [run_of(id="bcdefg234567")]}))
    my_page.locator("[data-question=import] button[data-do=cancel]").click()
    assert kept(my_page) == before


# --- imports by the hundred ------------------------------------------------------------------------------------------

TRY_ALL = """async ({ files, lists, templates, there }) => {
    const { inspectImport } = await import("/my/exchange.js");
    const { toJson } = await import("/checklists/exporting.js");
    const { othersOf } = await import("/my/others.js");
    const { mergeDrafts } = await import("/forms/drafts/draft.js");
    const { DraftStore } = await import("/forms/drafts/kept-drafts.js");
    const { keepMemory, readMemory } = await import("/practice/memory.js");
    const { keepRound, roundThere } = await import("/practice/round.js");
    const { chooseOffice, keptOffice } = await import("/shared/office.js");
    const { keepDay, keptJoined } = await import("/checklists/joining.js");
    const { mergeRuns } = await import("/checklists/run-merging.js");
    const { RunStore } = await import("/checklists/store.js");
    const known = new Map(lists.map((list) => [list.id, list]));
    const keptNow = () => JSON.stringify(Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)]));
    const titles = Object.fromEntries(templates.map((id) => [id, id]));
    const othersThere = () => {
        const drafts = new DraftStore();
        return { drafts: drafts.all, details: drafts.details, practice: readMemory(), templates: titles,
            singles: { round: roundThere(), office: keptOffice(), joined: keptJoined() } };
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
        const { round, office, joined } = plan.others.singles;
        if (round) keepRound(round);
        if (office) chooseOffice(office.id);
        if (joined) keepDay(joined.day);
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
    lists = json.loads(published(site, "assets/checklists.json").read_text(encoding="utf-8"))
    context = browser.new_context()
    page = context.new_page()
    page.goto(modules)
    results = page.evaluate(TRY_ALL, {"files": files, "lists": lists, "templates": TEMPLATES, "there": there})
    context.close()
    return results


def test_generated_valid_imports_come_back_as_they_went_and_lose_nothing_that_was_there(browser, modules, site):
    lists = json.loads(published(site, "assets/checklists.json").read_text(encoding="utf-8"))
    there = [run_of(id="theredayone1"), run_of(WITH_DUE, id="theredaytwo2")]
    files = valid_files(random.Random(5), lists, GENERATED)
    for number, (file, result) in enumerate(
        zip(files, try_all(browser, modules, site, [json.dumps(each) for each in files], there), strict=False)
    ):
        assert "fault" not in result, (number, result)
        exported = {run["id"]: run for run in result["runs"]}
        assert exported == {run["id"]: run for run in (*there, *file["runs"])}, number
        assert result["untouched"] and result["same"] == len(exported) and result["aside"] == 0, number
        assert sorted(result.get("drafts", []), key=str) == sorted(file.get("drafts", []), key=str), number
        for part in ("details", "practice"):
            assert result.get(part) == file.get(part), (number, part)
        assert result["more"] == [], "what was exported brings nothing new to the browser that it came from"


def test_generated_broken_imports_are_refused_and_change_nothing(browser, modules, site):
    lists = json.loads(published(site, "assets/checklists.json").read_text(encoding="utf-8"))
    files = broken_files(random.Random(6), lists, GENERATED)
    results = try_all(browser, modules, site, [text for _, text in files], [run_of()])
    assert len(results) == GENERATED
    wrong = [
        (number, name)
        for number, ((name, _), result) in enumerate(zip(files, results, strict=False))
        if "fault" not in result or not result["untouched"]
    ]
    assert not wrong, wrong
    assert {result["fault"] for result in results} >= {
        "import_wrong",
        "import_foreign",
        "import_newer",
    }
