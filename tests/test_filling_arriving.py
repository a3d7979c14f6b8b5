"""What comes to a form from elsewhere, on its page: shown before it is used, and what cannot be used is said."""

from __future__ import annotations

import pytest

from tests.filled_pages import MINUTES, answers, begin, draft_of, field, kept_drafts, press, put, row, said
from tests.word_files import changed, dropped, typed, without_control

ENGLISH = f"en/templates/{MINUTES}/"
TODOS = "meeting-todos"
TRACKER = "follow-up-tracker"


@pytest.fixture
def opened(open_page):
    """Opens a form, ready to be filled in."""

    def open_(path: str = ENGLISH):
        page = open_page(path)
        begin(page)
        return page

    return open_


@pytest.fixture(scope="module")
def minutes(fill):
    """The minutes as a Word file with these values."""

    def of(values: dict, template: str = MINUTES) -> bytes:
        form = fill.form(template)
        return fill("fillWord", form, values, "en", given=fill.download(form, "en", "docx"))

    return of


def arrive(page, content: bytes, name: str = "filled.docx") -> None:
    """Put a file into the form."""
    page.locator("input[data-word]").set_input_files({"name": name, "mimeType": "", "buffer": content})


def notes(page) -> list[str]:
    """What the offer says of what it leaves out."""
    page.locator("[data-offer] li").first.wait_for()
    return page.locator("[data-offer] li").all_inner_texts()


def test_what_cannot_be_read_stays_as_it_was_and_the_reader_is_told(opened, minutes):
    page = opened()
    field(page, "held-at").fill("2026-10-01T09:00")
    field(page, "chaired-by").fill("Chair")
    for name, value in {"task": "Book lorries", "due": "2026-11-11T18:00"}.items():
        row(page, TODOS, 0).locator(f"[name={name}]").fill(value)
    rows = [{"task": "Book lorries", "assignee": "Li Na"}, {"task": "Tell customers"}]
    file = minutes({"minutes-subject": "From Word", TODOS: rows})
    arrive(
        page,
        changed(
            file,
            typed("held-at", "5/11/2026 3 pm"),
            typed(f"{TODOS}.due", "next week"),
            typed(f"{TODOS}.due", "2026年11月12日 下午3点", 1),
            without_control("chaired-by"),
        ),
    )
    told = notes(page)
    assert len(told) == 3 and "“5/11/2026 3 pm” can be read in two ways" in "\n".join(told)
    assert any("not found in the file" in note for note in told) and any("Row 1" in note for note in told)
    press(page, "accept")
    assert field(page, "minutes-subject").input_value() == "From Word"
    assert field(page, "held-at").input_value() == "2026-10-01T09:00"
    assert field(page, "chaired-by").input_value() == "Chair"
    assert row(page, TODOS, 0).locator("[name=due]").input_value() == "2026-11-11T18:00"
    assert row(page, TODOS, 0).locator("[name=assignee]").input_value() == "Li Na"
    assert row(page, TODOS, 1).locator("[name=due]").input_value() == "2026-11-12T15:00"


@pytest.mark.sweep
def test_where_nothing_differs_but_something_could_not_be_read_only_that_is_said(opened, minutes):
    page = opened()
    arrive(page, changed(minutes({}), typed("held-at", "soon")))
    assert len(notes(page)) == 1
    assert (
        page.locator("[data-offer] [data-do=accept]").is_hidden() and page.locator("[data-offer] dl > div").count() == 0
    )
    page.get_by_role("button", name="Understood").click()
    assert kept_drafts(page) == []


@pytest.mark.sweep
def test_a_file_without_tags_fills_the_form_by_its_titles(opened, minutes):
    page = opened()
    arrive(page, changed(minutes({"minutes-subject": "By title", TODOS: [{"task": "Book lorries"}]}), dropped("w:tag")))
    page.locator("[data-offer] dl > div").first.wait_for()
    press(page, "accept")
    assert field(page, "minutes-subject").input_value() == "By title"
    assert row(page, TODOS, 0).locator("[name=task]").input_value() == "Book lorries"


@pytest.mark.every_other
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "damaged"),
        (b"{\\rtf1", "RTF"),
        (b"<html></html>", "web page"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le"), ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("xlsx", "Excel"),
    ],
)
def test_a_file_of_another_kind_is_named_for_what_it_is(opened, fill, content, message):
    page = opened()
    arrive(page, fill.download(fill.form(MINUTES), "en", "xlsx") if content == "xlsx" else content)
    page.wait_for_function(
        "document.querySelector('form-filler [data-said]').textContent.includes('Nothing was changed')"
    )
    assert message in said(page) and page.locator("[data-offer]").is_hidden()


def test_an_offer_shows_what_the_form_holds_now_and_ends_with_the_draft(opened, minutes):
    page = opened()
    arrive(page, minutes({"minutes-subject": "From Word"}))
    page.locator("[data-offer] dl > div").first.wait_for()
    field(page, "minutes-subject").fill("Typed meanwhile")
    assert page.locator("[data-offer] del").inner_text() == "Typed meanwhile"
    press(page, "new")
    assert page.locator("[data-offer]").is_hidden()


def test_the_way_back_leaves_alone_what_was_typed_since(opened, minutes):
    page = opened()
    field(page, "minutes-subject").fill("Before")
    arrive(page, minutes({"minutes-subject": "From Word", "chaired-by": "Li Na"}))
    page.locator("[data-offer] dl > div").first.wait_for()
    press(page, "accept")
    field(page, "chaired-by").fill("Typed since")
    press(page, "undo")
    assert field(page, "minutes-subject").input_value() == "Before"
    assert field(page, "chaired-by").input_value() == "Typed since"


# --- more than can be kept -------------------------------------------------------------------------------------------


def test_a_longer_answer_than_can_be_kept_is_cut_with_a_word_and_is_there_after_a_reload(opened, minutes):
    page = opened()
    arrive(page, minutes({"minutes-subject": "x" * 60_000}))
    assert "60000 characters and 50000 can be kept" in notes(page)[0]
    press(page, "accept")
    page.reload()
    begin(page)
    assert len(field(page, "minutes-subject").input_value()) == 50_000 and len(kept_drafts(page)) == 1
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('aside'))") == []


@pytest.mark.sweep
def test_more_rows_than_can_be_kept_are_cut_with_a_word(opened, minutes):
    page = opened(f"en/templates/{TRACKER}/")
    page.set_default_timeout(120_000)  # Where the machine has much else to do.
    arrive(
        page, minutes({"tracked-matters": [{"tracked-matter": f"Matter {number}"} for number in range(501)]}, TRACKER)
    )
    assert "501 rows and 500 can be kept" in notes(page)[0]
    press(page, "accept")
    page.locator("[data-field=tracked-matters] button[data-do=add-row]").click()
    assert "500 rows at most" in said(page)
    page.reload()
    begin(page)
    assert len(answers(kept_drafts(page)[0])["tracked-matters"]) == 500


def test_a_list_that_would_become_too_long_takes_none_of_what_is_handed_over(open_page, address):
    page = open_page("404.html")
    rows = [{"tracked-matter": f"Matter {number}"} for number in range(499)]
    tracker = {**draft_of(TRACKER, name="Team A"), "fields": {"tracked-matters": {"value": rows, "at": 1}}}
    put(page, {"handbook:draft:abcdef123456": tracker})
    page.goto(address + ENGLISH)
    begin(page)
    for number, name in enumerate(("Book lorries", "Order labels")):
        if number:
            page.locator(f"[data-field={TODOS}] button[data-do=add-row]").click()
        row(page, TODOS, number).locator("[name=task]").fill(name)
    page.locator("button[data-hand-over*=follow-up-tracker]").click()
    page.get_by_role("button", name="Add to: Team A").click()
    assert "501 rows" in said(page) and MINUTES in page.url
    kept = [draft for draft in kept_drafts(page) if draft["template"] == TRACKER]
    assert [len(answers(draft)["tracked-matters"]) for draft in kept] == [499]


@pytest.mark.sweep
def test_what_is_pasted_beyond_the_end_of_a_field_is_said(opened):
    page = opened()
    page.evaluate("""() => {
        const data = new DataTransfer();
        data.setData("text/plain", "x".repeat(5100));
        const control = document.querySelector("form-filler [name='minutes-subject']");
        control.focus();
        control.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    }""")
    page.wait_for_function("document.querySelector('form-filler [data-said]').textContent.includes('was cut by')")
    assert "5000" in said(page) and "100" in said(page)


# --- links -----------------------------------------------------------------------------------------------------------


def test_a_link_that_breaks_off_within_a_letter_offers_what_is_whole(open_page):
    page = open_page(f"{ENGLISH}#chaired-by=Li+Na&minutes-subject=%E4%BC%9A%E8%AE")
    page.locator("[data-offer] dl > div").first.wait_for()
    assert (
        page.locator("[data-offer] dl > div").count() == 1 and "Li Na" in page.locator("[data-offer] dl").inner_text()
    )
    assert "breaks off" in page.locator("[data-offer] h3").inner_text()


@pytest.mark.every_other
@pytest.mark.parametrize(
    "link",
    [
        f"{ENGLISH}%23minutes-subject=From%20a%20messenger&chaired-by=Li%20Na",
        f"{ENGLISH}%23minutes-subject%3DFrom%2520a%2520messenger%26chaired-by%3DLi%2520Na",
        f"{ENGLISH}#minutes-subject%3DFrom%20a%20messenger%26chaired-by%3DLi%20Na",
        f"{ENGLISH}#minutes-subject=From+a+messenger&amp;chaired-by=Li+Na",
    ],
)
def test_a_link_whose_signs_were_escaped_on_the_way_opens_the_form_all_the_same(open_page, link):
    page = open_page(link)
    page.locator("[data-offer] dl > div").first.wait_for()
    shown = page.locator("[data-offer] dl").inner_text()
    assert "From a messenger" in shown and "Li Na" in shown and page.url.endswith(f"{ENGLISH}#fill"), (
        "of what the link brought nothing stays in the address"
    )


def test_a_link_to_a_heading_with_an_escaped_sign_leads_on_from_the_404_page(open_page, address):
    page = open_page("en/reference/response-times/%23crisis")
    page.wait_for_url(f"{address}en/reference/response-times/#crisis")


@pytest.mark.sweep
def test_the_404_page_names_no_page_that_is_like_none_that_was_asked_for(open_page):
    page = open_page("en/scenarios/xyzzy/")
    page.wait_for_load_state("networkidle")
    assert page.locator(".lost .links a").first.inner_text() == "Home" and page.locator(".lost__near li").count() == 0
    assert "No page has a name like that" in page.locator(".lost__near").inner_text()
    assert page.get_by_role("searchbox").input_value() == "", "no words are offered that nothing is found by"
    for path in ("en/scenarios/nope/", "en/nonsense/", "en/scenarios/holiday-pay/", "en/scenarios/leave-request/"):
        page = open_page(path)
        page.locator(".lost__near", has_text="No page has a name like that").wait_for()
    page = open_page("en/scenarios/complaint/xyzzy/")
    page.locator(".lost__near a", has_text="Handling a complaint").wait_for()
    assert page.get_by_role("searchbox").input_value() == "complaint"
    page = open_page("en/payslips/")
    page.locator(".lost__near", has_text="No page has a name like that").wait_for()
    assert page.get_by_role("searchbox").input_value() == "payslips", "a row is called so"


def test_the_404_page_leads_nowhere_else(open_page, address):
    for path in ("en/nowhere/", "en/nowhere/%23x", "//example.org/%23x", "en/nowhere/%23%23x"):
        page = open_page("404.html")
        page.goto(address + path)
        page.wait_for_timeout(300)
        assert page.url.startswith(address) and page.locator("h1").is_visible()


@pytest.mark.parametrize(
    ("path", "tag", "title", "first", "part"),
    [
        ("en/templates/meeting-minuts/", "en", "This page was not found", "Meeting minutes", "Scenarios"),
        ("en/templates/minuts/", "en", "This page was not found", "Meeting minutes", "Scenarios"),
        ("en/scenario/complaint/", "en", "This page was not found", "Handling a complaint", "Scenarios"),
        ("en/scenarios/complaints/", "en", "This page was not found", "Handling a complaint", "Scenarios"),
        ("en/scenarios/urgnt-matter/", "en", "This page was not found", "An urgent matter", "Scenarios"),
        ("en/glosary/", "en", "This page was not found", "Glossary", "Scenarios"),
        ("en/contact/", "en", "This page was not found", "Who to ask", "Scenarios"),
        ("templates/meeting-minuts/", "zh-CN", "没有找到这一页", "会议纪要", "场景"),
        ("scenarios/absense/", "zh-CN", "没有找到这一页", "请假、出差和找代理人", "场景"),
        ("templates/minutes.html", "zh-CN", "没有找到这一页", "会议纪要", "场景"),
        ("templates/会议纪要.docx", "zh-CN", "没有找到这一页", "会议纪要", "场景"),
        ("scenarios/请假/", "zh-CN", "没有找到这一页", "请假、出差和找代理人", "场景"),
        ("en/scenarios/unpaid-invoice-late/", "en", "This page was not found", "Chasing a payment", "Scenarios"),
        (
            "en/scenarios/absense/",
            "en",
            "This page was not found",
            "Leave, business trips and out-of-office",
            "Scenarios",
        ),
        (
            "en/scenarios/absence/steps/",
            "en",
            "This page was not found",
            "Leave, business trips and out-of-office",
            "Scenarios",
        ),
    ],
)
def test_the_404_page_speaks_the_language_of_the_address_and_names_the_nearest_pages(
    open_page, path, tag, title, first, part
):
    page = open_page(path)
    page.locator(".lost .links a").first.get_by_text(first, exact=True).wait_for()
    page.locator(".site-footer").get_by_role("link", name=part, exact=True).wait_for()
    near = page.locator(".lost__near")
    assert near.locator("p").inner_text() in ("Did you mean", "您要找的是不是") and 1 <= near.locator("li").count() <= 3
    assert page.locator(".lost__ways li").count() == 6, "where else to begin, apart from what was perhaps meant"
    ways = page.locator(".lost__ways h2")
    assert ways.inner_text() in ("Or begin here", "从这里找起")
    ends = [each["y"] + each["height"] for each in (one.bounding_box() for one in near.locator("li").all())]
    assert ways.bounding_box()["y"] - max(ends) < 56, "no room is left empty"
    assert page.locator("h1:visible").all_inner_texts() == [title] and page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == tag
    assert page.locator(".site-header .site-name").is_visible()
    without = open_page(path, java_script_enabled=False)
    assert without.locator("h1:visible").count() == 2


@pytest.mark.parametrize(
    ("path", "button"), [("en/templates/meeting-minutes-word/", "Search"), ("templates/会议纪要/", "搜索")]
)
def test_the_404_page_looks_for_the_words_of_the_address(open_page, address, path, button):
    page = open_page(path)
    language = path.partition("templates/")[0]
    words = path.split("/")[-2].replace("-", " ")
    field = page.get_by_role("searchbox")
    page.wait_for_function("(words) => document.querySelector('.lost input')?.value === words", arg=words)
    assert field.input_value() == words
    page.locator(".lost").get_by_role("button", name=button).click()
    page.wait_for_url(f"{address}{language}search/#q=*")
    page.locator("search-page .found").first.wait_for()
    without = open_page(path, java_script_enabled=False)
    assert without.get_by_role("searchbox").count() == 0
    without.locator(".lost").last.get_by_role("button", name="Search").click()
    without.wait_for_url(f"{address}en/search/?")


def test_the_404_page_in_english_never_shows_its_chinese_frame(open_page):
    page = open_page("404.html")
    held = []
    page.route("**/assets/lost*.js", lambda route: held.append(route))
    page.goto(page.url.replace("404.html", "en/templates/meeting-minuts/"), wait_until="commit")
    page.get_by_role("heading", name="This page was not found").wait_for()
    assert page.locator(".site-header .site-name").is_hidden()
    held[0].continue_()
    page.locator(".site-header").get_by_text("Communication Handbook").wait_for()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_file_that_says_much_is_asked_about_below_the_header_with_the_answers_in_sight(open_page, minutes, width):
    page = open_page(ENGLISH, width=width)
    begin(page)
    rows = [{"task": f"Task {number}", "assignee": "Li Na", "due": "2026-11-11T18:00"} for number in range(40)]
    arrive(page, minutes({"minutes-subject": "From Word", TODOS: rows, "left-open": "\n".join(["A line"] * 40)}))
    asked, take = page.locator("#fill-offer").bounding_box(), page.locator("[data-do=accept]").bounding_box()
    assert asked["y"] >= page.locator(".site-header").bounding_box()["height"]
    bar = page.locator(".filler__bar").bounding_box()
    assert take["y"] > asked["y"] and take["y"] + take["height"] <= bar["y"] + 1
