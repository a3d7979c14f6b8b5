"""The handbook says what the guide says, and says enough: facts, length, glossary, messages to copy."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros import addresses
from macros.checking import checked
from tests.built_pages import BuiltPage, pages, text
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("pages")

LANGUAGES = ("zh", "en")
FACTS = Path(__file__).with_name("facts.yml")
LINKS_ONLY = ("nav", "script", "style", "template", "svg")
HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*")


def page_at(site: Path, language: str, path: str) -> BuiltPage:
    """The page at a path in either language, such as `guide/scope`."""
    return BuiltPage(site, f"{'' if language == 'zh' else 'en/'}{path.strip('/')}/".removeprefix("/"))


def shown(page: BuiltPage) -> str:
    """The text of a page's article, runs of white space made one blank."""
    return " ".join(text(page.article).split())


def amount(words: str, language: str) -> int:
    """How much a text says: Chinese characters, or English words."""
    return len((HAN if language == "zh" else WORD).findall(words))


def passages(page: BuiltPage) -> Iterator[str]:
    """The runs of text of a page that are its own: no navigation, no list of what belongs to it, no other language."""

    def of(element) -> Iterator[str]:
        if not isinstance(element.tag, str) or element.tag in LINKS_ONLY:
            return
        if element.get("class") == "belongings" or element.get("role") == "tooltip":
            return
        if element.get("lang") and element.get("lang")[:2] != page.language:
            return
        yield element.text or ""
        for child in element:
            yield from of(child)
            yield child.tail or ""

    return (passage.strip() for passage in of(page.article) if passage.strip())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_of_the_guide_stands_on_its_page(language: str, site: Path):
    facts = yaml.safe_load(FACTS.read_text(encoding="utf-8"))
    missing = []
    for fact in facts:
        words = shown(page_at(site, language, fact["page"]))
        assert fact["zh"] and fact["en"], fact["fact"]
        missing += [
            f"{fact['page']}: {fact['fact']}: {pattern}" for pattern in fact[language] if not re.search(pattern, words)
        ]
    assert missing == []
    assert len(facts) >= 60


@pytest.mark.parametrize("language, least", [("zh", 500), ("en", 300)])
def test_every_scenario_page_says_enough_of_its_own(language: str, least: int, site: Path):
    scenarios = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["scenarios"]
    said = {scenario["id"]: list(passages(BuiltPage(site, scenario["url"][language]))) for scenario in scenarios}
    on_pages = Counter(passage for found in said.values() for passage in set(found))
    own = {
        name: sum(amount(passage, language) for passage in found if on_pages[passage] == 1)
        for name, found in said.items()
    }
    assert {name: number for name, number in own.items() if number < least} == {}


@pytest.mark.parametrize("language, least", [("zh", 150), ("en", 90)])
def test_no_page_only_repeats_its_title(language: str, least: int, site: Path):
    said = {
        page.address: amount(" ".join(passages(page)), language) for page in pages(site) if page.language == language
    }
    assert {address: number for address, number in said.items() if number < least} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_explains_at_least_40_terms_in_both_languages(language: str, site: Path):
    page = page_at(site, language, "reference/glossary")
    terms = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["glossary"]
    words = shown(page)
    assert len(terms) >= 40
    for term in terms:
        (row,) = page.article.xpath(".//*[@id=$id]", id=term["url"][language].partition("#")[2])
        for part in (term["term"]["zh"], term["term"]["en"], term["definition"][language]):
            assert " ".join(part.split()) in " ".join(text(row).split()), term["id"]
        assert words.count(term["definition"][language]) == 1


def messages(page: BuiltPage) -> dict[str, str]:
    """The message to copy on a scenario page, by the language that its markup says."""
    (example,) = page.article.xpath(".//*[@id='example']/following-sibling::*[1]")
    return to_copy(example)


def to_copy(example) -> dict[str, str]:
    """What a button copies there, by the language that its markup says."""
    found = {}
    for message in example.xpath(".//copy-text//*[@lang and contains(@class, 'message')]"):
        (body,) = message.xpath("./*[contains(@class, 'message__text')]")
        assert message.get("lang")[:2] not in found
        found[message.get("lang")[:2]] = text(body).strip()
    return found


def test_every_scenario_has_its_message_in_both_languages_on_both_pages(site: Path):
    scenarios = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["scenarios"]
    for scenario in scenarios:
        chinese, english = (messages(BuiltPage(site, scenario["url"][language])) for language in LANGUAGES)
        assert chinese == english and chinese.keys() == {"zh", "en"}, scenario["id"]
        assert amount(chinese["zh"], "zh") >= 30, scenario["id"]
        assert amount(english["en"], "en") >= 20 and not HAN.search(english["en"]), scenario["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_clicked_already_reads_what_to_do_before_what_to_say(site: Path, language):
    page = BuiltPage(site, f"{'' if language == 'zh' else 'en/'}scenarios/suspicious-message/")
    (link,) = page.article.xpath(".//p/a[@href='#clicked']")
    assert link.xpath("following::*[contains(@class, 'pair--good')]")
    assert not link.xpath("preceding::h2[ancestor::article]")


SHORT_ROWS = ".//*[contains(@class, 'answer-card--short')]/dl/div/dt"


def test_every_scenario_page_answers_before_it_explains(site: Path):
    contract = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    matters = {contact["id"]: contact["matter"] for contact in contract["contacts"]}
    for scenario in contract["scenarios"]:
        for language in LANGUAGES:
            page = BuiltPage(site, scenario["url"][language])
            (short,) = page.article.xpath(".//*[contains(@class, 'answer-card--short')]")
            (choice,) = page.article.xpath(".//*[contains(@class, 'answer-card--choice')]")
            assert short.xpath("preceding::h2[ancestor::article]") == [], page.address
            channels = [link.rstrip("/").rsplit("/", 1)[1] for link in short.xpath(".//ol//a[@class]/@href")]
            cases = scenario.get("channel_cases")
            shown = [case["channel"] for case in cases] if cases else scenario["channels"]
            assert channels == shown and sorted(shown) == sorted(scenario["channels"]), page.address
            assert not choice.xpath(".//*[contains(@class, 'chip')]"), f"{page.address}: each channel stands once"
            seen = ".//a[contains(@href, '/contacts/#')][not(ancestor::*[@class = 'print-only' or @class = 'on-phone'])]/@href"
            asked = [card.xpath(seen) for card in (short, choice)]
            assert not set(asked[0]) & set(asked[1]), f"{page.address}: whom to ask stands once"
            for row in short.xpath(".//dt[.='找谁' or .='Who to ask']/following-sibling::dd"):
                (first, *_) = row.xpath(".//a[contains(@href, '/contacts/#')]")
                assert text(first) == matters[first.get("href").rsplit("#", 1)[1]][language], (
                    f"{page.address}: for what"
                )
            called = short.xpath(".//*[@class='answer-card__call']")
            assert called or len(asked[0]) == bool(asked[0] or asked[1]), f"{page.address}: the card above says who"
            more = "".join(short.xpath(".//a[@href='#choice']/text()"))
            assert called or (re.findall(r"\d+", more) or ["0"]) == [str(len(asked[1]))], (
                f"{page.address}: and how many more"
            )
            said = " ".join(text(choice).split())
            assert " ".join(scenario["mind"][language].split()) in said, page.address
            assert len(choice.xpath("preceding::*[contains(@class, 'pair--')]")) == 2 + 2 * (scenario["id"] in CALLS), (
                f"{page.address}: the message stands before its reasons"
            )


CALLS = {
    "after-hours-incident": "first-30-seconds",
    "authority-letter": "first-minute",
    "bad-news-to-customer": "opening-words",
    "complaint-relationship": "first-minute",
    "consumer-complaint": "first-minute",
    "media-public-relations": "first-minute",
    "unpaid-invoice": "call",
    "urgent-matter": "thirty-seconds",
}
"""The scenarios that begin with a call, and the part of the page that says how to open it."""


@pytest.mark.parametrize("scenario", CALLS)
def test_where_a_call_comes_first_its_first_words_stand_before_the_message(scenario: str, site: Path):
    for language in LANGUAGES:
        page = page_at(site, language, f"scenarios/{scenario}")
        (heading,) = page.article.xpath(".//h2[@id=$name]", name=CALLS[scenario])
        assert heading.xpath("preceding::h2[ancestor::article]") == [], page.address
        assert first_words(page, scenario).xpath("preceding::h2[ancestor::article]") == [heading], page.address


@pytest.mark.parametrize("scenario", CALLS)
def test_the_first_words_can_be_copied_in_either_language_beside_how_not_to_begin(scenario: str, site: Path):
    chinese, english = (page_at(site, language, f"scenarios/{scenario}") for language in LANGUAGES)
    words = to_copy(first_words(chinese, scenario))
    assert words == to_copy(first_words(english, scenario)) and words.keys() == {"zh", "en"}
    assert amount(words["zh"], "zh") >= 30 and amount(words["en"], "en") >= 20 and not HAN.search(words["en"])
    for page, language in ((chinese, "zh"), (english, "en")):
        (bad,) = first_words(page, scenario).xpath(".//*[contains(@class, 'message--bad')]")
        assert bad.get("lang")[:2] == language and text(bad).strip() and not bad.xpath("ancestor::copy-text")


def first_words(page: BuiltPage, scenario: str):
    """The part of a scenario's page that says how to begin a call, behind its heading."""
    (words,) = page.article.xpath(".//*[@id=$name]/following-sibling::*[@class='example'][1]", name=CALLS[scenario])
    return words


def test_where_the_channel_goes_by_the_case_no_channel_is_called_the_first_choice(site: Path):
    """On the page, in the table of all scenarios and in a hit of the search; else whoever is ill today is told to write."""
    scenarios = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["scenarios"]
    by_case = {scenario["id"]: scenario for scenario in scenarios if "channel_cases" in scenario}
    first = {name: scenario["channel_cases"][0]["channel"] for name, scenario in by_case.items()}
    wanted = {"absence": "phone", "meals-and-gifts": "email", "suspicious-message": "phone"}
    assert wanted.items() <= first.items()
    for place, language in enumerate(LANGUAGES):
        root = "" if language == "zh" else "en/"
        index = BuiltPage(site, f"{root}scenarios/").article
        (head,) = (json.loads(path.read_bytes()) for path in (site / root / "assets").glob("search.????*.json"))
        labels = {entry["url"].split("/")[-2]: entry["answer"] for entry in head["entries"] if "answer" in entry}
        for name, scenario in by_case.items():
            page = BuiltPage(site, scenario["url"][language])
            for card in page.article.xpath(".//*[@class='choices']"):
                ranks = [text(rank) for rank in card.xpath(".//*[contains(@class, 'choices__rank')]")]
                assert ranks == [case["when"][language] for case in scenario["channel_cases"]], page.address
            (row,) = index.xpath(".//filter-table//tr[th/a[contains(@href, $name)]]", name=f"{name}/")
            case = scenario["channel_cases"][0]["when"][language]
            assert not re.search(r"[?!.,:;？！。，：；]$", case), f"{name}: a colon follows it"
            assert case in text(row.xpath("./td")[0]) and labels[name]["label"].startswith(case), (name, place)
            assert labels[name]["within"] == "", f"{name}: the time would be that of one case"


def test_each_scenario_says_whose_answer_its_time_counts_and_nothing_where_nobody_owes_one(site: Path):
    """On the card and in the table; the guide's own name stands below a title that says it in other words."""
    scenarios = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["scenarios"]
    said = {
        "us": ("我方最晚何时答复", "We answer within"),
        "colleague": ("同事最晚何时答复", "Your colleague answers within"),
    }
    for place, language in enumerate(LANGUAGES):
        index = BuiltPage(site, ("" if language == "zh" else "en/") + "scenarios/")
        for scenario in scenarios:
            page = BuiltPage(site, scenario["url"][language])
            (card,) = page.article.xpath(".//*[contains(@class, 'answer-card--short')]")
            shown = {words[place] for words in said.values() if words[place] in text(card)}
            assert shown == {said[by][place] for by in [scenario["answered_by"]] if by != "nobody"}, page.address
            assert bool(card.xpath(".//*[@class='answer-card__time']")) == (scenario["answered_by"] != "nobody"), (
                page.address
            )
            if "guide_name" in scenario:
                assert scenario["guide_name"][language] in text(page.article), page.address
        listed = [
            link.rstrip("/").rsplit("/", 1)[1]
            for link in index.article.xpath(".//filter-table//th[@scope='row']/a/@href")
        ]
        assert sorted(listed) == sorted(scenario["id"] for scenario in scenarios), "the table shows each scenario once"
        often = yaml.safe_load((ROOT / "docs/data/home.yml").read_text(encoding="utf-8"))["frequent"]
        links = index.article.xpath(".//ul[@class='often']/li/a/@href")
        assert [link.rstrip("/").rsplit("/", 1)[-1] for link in links] == often, "those that most people look up"


def test_every_mark_of_a_text_is_replaced_where_somebody_reads_it(site: Path):
    texts = yaml.safe_load((ROOT / "docs" / "data" / "interface.yml").read_text(encoding="utf-8"))["texts"].values()
    marks = {f"[{name}]" for each in texts for name in re.findall(r"\[([a-z]+)\]", " ".join(each.values()))}
    assert {"[n]", "[name]"} <= marks
    unread = ("script", "style", "template", "svg", "code", "pre")
    left = {}
    for page in pages(site):
        said = text(page.article, unread)
        if found := [mark for mark in marks if mark in said]:
            left[page.address] = found
    assert left == {}


def test_scenarios_are_grouped_by_what_people_want_in_the_side_navigation_and_on_home(site: Path):
    scenarios = json.loads((site / "handbook.json").read_text(encoding="utf-8"))["scenarios"]
    for language in LANGUAGES:
        groups: dict[str, list[str]] = {}
        for scenario in scenarios:
            groups.setdefault(scenario["group"], []).append(scenario["title"][language])
        for address, blocks in (
            ("", ".//*[@class='home__groups']/div"),
            ("scenarios/", ".//li[@class='part-nav__group']"),
        ):
            page = BuiltPage(site, ("" if language == "zh" else "en/") + address)
            shown = [[text(link).strip() for link in block.xpath(".//li/a")] for block in page.tree.xpath(blocks)]
            assert shown == [*groups.values()], "on home, what is looked up most stands in its group too"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_side_navigation_lists_checklists_in_the_order_of_their_overview(language: str, site: Path):
    page = page_at(site, language, "checklists")
    shown = [text(link) for link in page.tree.xpath("//li[@class='part-nav__group']//li/a")]
    cards = [text(link) for link in page.article.xpath(".//*[contains(@class, 'card')]//a[not(@class='headerlink')]")]
    assert shown and [card for card in cards if card in shown] == shown


def test_every_channel_page_lists_the_scenarios_that_use_it(site: Path):
    contract = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    for channel in contract["channels"]:
        using = {scenario["id"] for scenario in contract["scenarios"] if channel["id"] in scenario["channels"]}
        for language in LANGUAGES:
            page = BuiltPage(site, channel["url"][language])
            linked = {
                link.rstrip("/").rsplit("/", 1)[1]
                for link in page.article.xpath(".//a[contains(@href, 'scenarios/')]/@href")
            }
            assert using <= linked, page.address


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_stand_in_both_languages_with_occasion_and_tone(language: str, site: Path):
    page = page_at(site, language, "reference/phrases")
    rows = page.article.xpath(".//table[contains(@class, 'phrases')]/tbody/tr")
    assert len(rows) >= 40
    for row in rows:
        cells = [" ".join(text(cell).split()) for cell in row]
        assert all(cells) and len(cells) >= 3, row.get("id")
        (other,) = row.xpath(".//*[@lang]")
        assert bool(HAN.search(text(other))) == (language == "en"), row.get("id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_of_reference_has_a_card_for_each_page_with_its_title_and_one_short_line(
    language: str, site: Path
):
    overview = page_at(site, language, "reference")
    cards = {
        link.get("href").strip("./").rpartition("/")[2]: (text(link).strip(), text(link.getparent().find("p")).strip())
        for link in overview.article.iter("a")
        if "card__title" in (link.get("class") or "")
    }
    there = {
        found.parent.name for found in (site / ("" if language == "zh" else "en") / "reference").glob("*/index.html")
    }
    assert set(cards) == there
    for name, (title, line) in cards.items():
        of = page_at(site, language, f"reference/{name}")
        assert title == text(next(of.article.iter("h1"))).strip()
        assert 1 < amount(line, language) <= {"zh": 45, "en": 30}[language], (name, line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_channel_has_a_message_to_copy_as_scenarios_have(language: str, site: Path):
    """In either language, with the reason, beside the one not to write."""
    for channel in json.loads((site / "handbook.json").read_text(encoding="utf-8"))["channels"]:
        [example] = (
            each
            for each in BuiltPage(site, channel["url"][language]).article.iter("div")
            if each.get("class") == "example"
        )
        messages = [each for each in example.iter("div") if "message" in (each.get("class") or "").split()]
        assert [each.get("class") for each in messages] == ["message", "message", "message message--bad"], channel["id"]
        assert [each.getparent().tag for each in messages] == ["copy-text", "copy-text", "div"]
        assert len({each.get("lang") for each in messages}) == len(LANGUAGES)
        assert all(text(each).strip() for each in example.iter("p"))


def test_a_step_says_at_its_top_which_checklist_it_has_and_leads_there(site: Path):
    for address in ("guide/internal/channel/", "en/guide/external/follow-up/"):
        article = BuiltPage(site, address).article
        links = article.xpath(".//*[@class='answer-card']//a[@href='#checklist']/text()")
        assert links == [
            each.strip() for each in article.xpath("./div[@class='embedded']/when-opened/details/summary/text()[1]")
        ]
        assert links and article.xpath(".//*[@id='checklist']")


def test_a_day_never_breaks_over_two_lines(open_page):
    """Where it is written, on a phone of any width."""
    for path in ("en/contacts/", "en/choose/all/", "en/about/changes/", "about/reviews/"):
        for width in (320, 360, 390):
            page = open_page(path, width=width)
            broken = page.evaluate(
                """() => {
                  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) for (const day of node.data.matchAll(/\\d{4}-\\d\\d-\\d\\d/g)) {
                    const range = document.createRange();
                    range.setStart(node, day.index);
                    range.setEnd(node, day.index + 10);
                    if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) found.push(day[0]);
                  }
                  return found;
                }"""
            )
            assert broken == [], (path, width)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_channel_says_its_rules_before_the_rest_and_no_card_of_them_stands_alone(language: str, site: Path):
    handbook, _ = checked.load(ROOT)
    assert handbook
    for channel in handbook.channels:
        page = BuiltPage(site, addresses.channel(channel.id, language))
        assert page.article.xpath(".//h2/@id").index("rules") == 1, channel.id


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_reviews_what_names_no_commands_and_leads_to_all_that_has_a_page(language: str, site: Path):
    page = BuiltPage(site, addresses.page("about/reviews/", language))
    assert "macros" not in text(page.article)
    unlinked = {
        text(each)
        for each in page.article.xpath(".//table/tbody/tr/*[self::th[../td[4]] or self::td[3]][not(.//a)]")
        if each.tag == "td"
    }
    handbook, _ = checked.load(ROOT)
    assert handbook
    for_authors = {handbook.interface.texts[key][language] for key in ("data_sentences", "data_terms")}
    assert all(any(name in each for name in for_authors) for each in unlinked), unlinked


def test_the_names_of_rows_in_english_scenarios_begin_as_titles_do(site: Path):
    """On a phone each is the title of a card."""
    names = [
        text(name).strip()
        for page in sorted((site / "en" / "scenarios").glob("*/index.html"))
        for name in BuiltPage(site, f"en/scenarios/{page.parent.name}/").article.xpath(
            ".//div[@class='table-tools']//tbody//th[@scope='row'][not(a)]"
        )
    ]
    assert len(names) > 50 and [name for name in names if name[:1].islower()] == []


@pytest.mark.parametrize(
    "path", ["guide/external/first-contact/", "scenarios/taking-a-call/", "contacts/", "channels/"]
)
def test_no_phone_number_breaks_at_the_end_of_a_line(site: Path, path: str):
    broken = re.compile(r"0\d{2,3}-\d{4} \d{4}|\+86 \d{2,3} \d{4} \d{4}")
    for home in ("", "en/"):
        for each in BuiltPage(site, home + path).article.xpath(".//text()[not(ancestor::script or ancestor::option)]"):
            if broken.search(each):
                kept = each.getparent().xpath(
                    "ancestor-or-self::*[contains(@class, 'whole') or starts-with(@href, 'tel:')]"
                )
                assert kept, each


def test_what_to_write_or_say_looks_the_same_whoever_set_it(open_page):
    page = open_page("en/scenarios/urgent-matter/")
    colour = "(each) => getComputedStyle(each).backgroundColor"
    (card, inset), (other, text_of_it) = (
        [page.locator(each).first.evaluate(colour) for each in pair]
        for pair in ((".pair--good", ".pair--good .message"), (".admonition.good", ".admonition.good .message"))
    )
    assert (card, inset) == (other, text_of_it) and card != inset


def test_what_is_quoted_as_good_or_bad_stands_apart_from_what_is_said_of_it_in_either_language(site: Path):
    shapes = {}
    for page in pages(site):
        boxes = page.article.xpath(".//div[@class='admonition good' or @class='admonition bad']")
        for box in boxes:
            title, quoted, *said = box
            good = box.get("class").endswith("good")
            assert quoted.tag == ("copy-text" if good else "div"), f"{page.address}: {text(title)}"
            assert quoted.xpath("descendant-or-self::div[starts-with(@class, 'message')]"), page.address
            assert [each.get("class") for each in said] in ([], ["pair__why"]), page.address
        shapes[page.address] = [(box.get("class"), len(box)) for box in boxes]
    assert sum(map(len, shapes.values())) > 100
    assert [
        path for path, each in shapes.items() if path.startswith("en/") and shapes.get(path[3:], each) != each
    ] == []


def test_the_steps_of_every_scenario_are_linked_at_its_top_however_they_are_called(site: Path):
    found = {
        page.address: page.tree.xpath("string(//a[@class='page-toc__steps']/@href)")
        for page in pages(site)
        if page.article.xpath(".//*[contains(@class, 'answer-card--short')]") and "/scenarios/" in f"/{page.address}"
    }
    assert len(found) > 90 and [path for path, link in found.items() if not link] == []
    assert found["en/scenarios/personal-data-leak/"] == found["scenarios/personal-data-leak/"] == "#first-hour"
    assert found["en/scenarios/suspicious-message/"] == "#clicked"


@pytest.mark.parametrize(("home", "why", "then"), [("", "停付", "供应商"), ("en/", "stop payments", "supplier")])
def test_where_two_are_called_each_says_why_and_to_whom_the_words_are_spoken(open_page, home, why, then):
    page = open_page(f"{home}scenarios/changed-bank-details/", width=390)
    first, second = page.locator(".answer-card__call p").all()
    assert why in first.inner_text() and first.locator("a[href^='tel:']").count() == 1
    assert then in second.inner_text() and second.locator("a").get_attribute("href") == "#example"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_gets_it_stands_before_whom_to_ask_and_not_as_a_copy(site: Path, language: str):
    root = "" if language == "zh" else "en/"
    for path in sorted((ROOT / "docs/data/scenarios").glob("*.yml")):
        scenario = yaml.safe_load(path.read_text(encoding="utf-8"))
        copied = scenario["copy_in"][language]
        assert not copied.startswith(("收件人", "To the", "发给", "Send it to")), (
            f"{path.name}: goes_to says who gets it"
        )
        rows = [text(row) for row in BuiltPage(site, f"{root}scenarios/{path.stem}/").article.xpath(SHORT_ROWS)]
        names = [("发给谁", "找谁"), ("Goes to", "Who to ask")][language == "en"]
        assert (names[0] in rows) == ("goes_to" in scenario), path.name
        assert [row for row in rows if row in names] == [name for name in names if name in rows], path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guides_table_names_its_rows_as_their_pages_are_called_too(site: Path, contract: dict, language: str):
    titles = {each["title"][language]: each.get("guide_name") for each in contract["scenarios"]}
    page = BuiltPage(site, ("" if language == "zh" else "en/") + "guide/internal/channel/")
    rows = page.article.xpath(".//h2[@id='table']/following::table[1]/tbody/tr/th")
    assert len(rows) == 4
    for row in rows:
        (link,) = row.xpath("./a")
        assert (titles[text(link).strip()] or {language: ""})[language] in text(row)


@pytest.mark.sweep
@pytest.mark.parametrize("language", ["zh", "en"])
def test_how_a_record_is_filed_ends_in_the_words_that_its_form_is_named_by(language: str):
    kept = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((ROOT / "docs/data/templates").glob("*.yml"))]
    other = {
        each["id"]: each["filing"][language]
        for each in kept
        if each["file_name"][language].lower() not in each["filing"][language].lower()
    }
    assert len(kept) >= 46 and not other, "the file that the form makes is called otherwise"


def test_no_message_to_copy_is_empty(site: Path):
    empty = [
        page.address
        for page in pages(site)
        for part in page.tree.xpath("//*[@data-copy-text]")
        if not text(part).strip()
    ]
    assert not empty
