"""Other words for a thing lead to the section of its page that says them, where only one does."""

from macros.search import page_of
from macros.search.entry import Entry
from macros.search.sections import sections_asked

PAGE = (
    "<p>red lamp</p><h2 id='one'>First</h2><p>A red <b>lamp</b> burns.</p><h2 id='two'>Second</h2>"
    "<p>A blue lamp and a redwood door.</p><h2 id='belongings'>Related</h2><p>green lamp</p>"
)


ITS_OWN = "lights", "light bulbs", "lanterns"
"""The words that fit it best."""


def _asked(*names: str, more: tuple[Entry, ...] = ()) -> dict[int, list[tuple[str, str, str]]]:
    entry = Entry("scenario", "Lamps", "lamps/", "", (*ITS_OWN, *names), (), "")
    return sections_asked([entry, *more], {"lamps/": page_of("Lamps", "", PAGE)})


def test_a_name_leads_to_the_only_section_that_says_it() -> None:
    assert _asked("Red lamp", "door", "blue lamp") == {0: [("one", "First", "3"), ("two", "Second", "4 5")]}


def test_a_name_that_several_or_no_sections_say_leads_to_the_page() -> None:
    assert not _asked("lamp", "candle", "green lamp", "wood")


def test_the_words_that_fit_a_page_best_are_its_own_and_no_section_s() -> None:
    entry = Entry("page", "Lamps", "lamps/", "", ("door", "red lamp", "blue lamp", "redwood"), (), "")
    assert sections_asked([entry], {"lamps/": page_of("Lamps", "", PAGE)}) == {0: [("two", "Second", "3")]}


def test_what_is_curated_wins() -> None:
    section = Entry("page", "Doors", "lamps/#two", "", ("red lamp",), (), "")
    assert not _asked("Red lamp", more=(section,))


def test_what_the_data_say_wins() -> None:
    entry = Entry(
        "scenario",
        "Lamps",
        "lamps/",
        "",
        ("blue lamp", "candle"),
        (),
        "",
        sections=(("one", ("blue lamp", "candle")), ("gone", ("door",))),
    )
    assert sections_asked([entry], {"lamps/": page_of("Lamps", "", PAGE)}) == {0: [("one", "First", "0 1")]}


def test_where_the_data_name_sections_the_other_words_lead_to_the_page() -> None:
    names = ("red lamp", "candle")
    entry = Entry("scenario", "Lamps", "lamps/", "", names, (), "", sections=(("two", ("candle",)),))
    assert sections_asked([entry], {"lamps/": page_of("Lamps", "", PAGE)}) == {0: [("two", "Second", "1")]}


def test_the_data_may_name_sections_of_a_list() -> None:
    entry = Entry("list", "Lamps", "lamps/", "", ("red lamp", "candle"), (), "", sections=(("two", ("candle",)),))
    plain = Entry("list", "Lamps", "lamps/", "", ("red lamp",), (), "")
    pages = {"lamps/": page_of("Lamps", "", PAGE)}
    assert sections_asked([entry], pages) == {0: [("two", "Second", "1")]} and not sections_asked([plain], pages)
