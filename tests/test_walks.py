"""The tasks for which people come, walked as they walk them: from the home page, in three clicks at most, and by search."""

from __future__ import annotations

import pytest

from tests.conftest import in_a_sweep
from tests.test_search import search

PHONE, DESKTOP = 360, 1280
HOMES = {"zh": "", "en": "en/"}
ON_A_PHONE = {"is_mobile": True, "has_touch": True}
MOST_CLICKS = 3

BROWSED = {
    "my manager has not answered for two days": (["scenarios/overdue-answer/"], "#own-manager"),
    "a customer complains on the phone: the first minute": (
        ["scenarios/complaint-relationship/"],
        "#first-minute ~ * :is(copy-text, blockquote, li)",
    ),
    "a journalist is on the phone": (["scenarios/", "scenarios/media-public-relations/"], "#first-minute"),
    "a customer is on the line now": (["scenarios/", "scenarios/taking-a-call/"], "#steps"),
    "minutes in Word, in both languages": (
        ["templates/meeting-minutes/"],
        "a[download][href$='.zh-en.docx']",
    ),
    "fill in the collaboration form and mail it": (
        ["templates/internal-collaboration/", "form-opener button"],
        "form-filler button[value=mail]",
    ),
    "how soon do I have to answer": (["reference/response-times/"], "#table"),
    "may I send a salary list by chat": (["reference/confidentiality/"], "#may-salary"),
    "how to write the subject of an e-mail": (["reference/", "reference/mail-subjects/"], ".naming-pairs .good"),
    "what closing the loop means": (["reference/", "reference/glossary/"], "#closing-the-loop"),
    "my first day": (["onboarding/"], "check-list input[type=checkbox]:visible"),
    "practise": (["onboarding/practice/", "practice-round [data-do=start]"], ".practice__choices label"),
    "my computer is broken": (["contacts/", "a[href='#group-it']:not(.link-here)"], "#computer a[href^='tel:']"),
    "who stamps a contract": (["contacts/", "a[href='#group-legal']:not(.link-here)"], "#seal .contact__ways a"),
    "who answers for expenses": (["contacts/", "a[href='#group-money']:not(.link-here)"], "#expenses .contact__ways"),
    "print a checklist": (
        ["checklists/", "checklists/meeting-before/"],
        "run-panel button[data-do=print]:visible",
    ),
    "share one item of a list": (
        ["checklists/", "checklists/meeting-before/"],
        "li.check:has(a.link-here) .check__more > summary",
    ),
    "share one phrase": (["reference/", "reference/phrases/", "phrase-filter .one-of label"], "tr[id] .link-here"),
    "copy a phrase in the other language": (
        ["reference/", "reference/phrases/", "phrase-filter .one-of label"],
        ":is(.phrases__fold summary, .phrases__other button):visible",
    ),
    "share one step of a scenario": (
        ["scenarios/", "scenarios/overdue-answer/"],
        "#steps + ol > li[id] > a.link-here",
    ),
    "share one step": (["guide/", "guide/internal/", "guide/internal/content/"], "#content h2 > .link-here"),
    "call the right number": ([], "a.home__call[href^='tel:']"),
}
"""Where each leads, link by link (or what is pressed), and what is there then."""

SEARCHED = {
    "zh": {
        "领导两天没回我": "scenarios/overdue-answer/",
        "客户打电话来投诉": "scenarios/complaint-relationship/",
        "会议纪要Word": "templates/meeting-minutes/",
        "内部协作单": "templates/internal-collaboration/",
        "企业微信多久回复": ("channels/instant-message/", "reference/response-times/"),
        "记者打电话来": ("scenarios/media-public-relations/", "contacts/#journalist"),
        "工资表能发微信吗": "reference/confidentiality/#may-salary",
        "邮件主题怎么写": "reference/mail-subjects/",
        "新人第一天": ("checklists/onboarding-day-one/", "onboarding/"),
        "情景练习": "onboarding/practice/",
        "电脑坏了": "contacts/#computer",
        "合同盖章找谁": "contacts/#seal",
        "报销找谁": "contacts/#expenses",
        "闭环": "reference/glossary/#closing-the-loop",
        "huiyijiyao": "templates/meeting-minutes/",
        "会前清单": "checklists/meeting-before/",
    },
    "en": {
        "my manager did not answer for two days": "scenarios/overdue-answer/",
        "customer complains on the phone": "scenarios/complaint-relationship/",
        "meeting minutes word": "templates/meeting-minutes/",
        "internal collaboration form": "templates/internal-collaboration/",
        "how fast to answer WeCom": ("channels/instant-message/", "reference/response-times/"),
        "a journalist calls": ("scenarios/media-public-relations/", "contacts/#journalist"),
        "may I send a salary list by chat": "reference/confidentiality/#may-salary",
        "e-mail subject": "reference/mail-subjects/",
        "my first day": ("checklists/onboarding-day-one/", "onboarding/"),
        "practice": "onboarding/practice/",
        "computer broken": "contacts/#computer",
        "contract stamp": "contacts/#seal",
        "expenses": "contacts/#expenses",
        "closing the loop": "reference/glossary/#closing-the-loop",
        "minuts": "templates/meeting-minutes/",
        "pre-meeting checklist": "checklists/meeting-before/",
    },
}
"""What is asked, and what has to be among the first three."""


LINK = "(end) => [...document.links].find((link) => link.href.endsWith(end) && link.checkVisibility())"


@pytest.mark.xdist_group("walks")
@pytest.mark.parametrize(
    ("language", "width"),
    [in_a_sweep("zh", PHONE), in_a_sweep("zh", DESKTOP), ("en", PHONE), in_a_sweep("en", DESKTOP)],
)
def test_each_task_is_reached_from_the_home_page(open_page, address, language, width):
    home = HOMES[language]
    page = open_page(home, width=width, **(ON_A_PHONE if width == PHONE else {}))
    lost = []
    for task, (steps, goal) in BROWSED.items():
        page.goto(address + home)
        clicks = 0
        for step in steps:
            clicks += step_to(page, step, f"/{home}{step}")
        there = page.locator(goal).first
        there.wait_for(state="attached")
        if clicks > MOST_CLICKS or not there.is_visible():
            lost.append(f"{task}: {clicks} clicks, {page.url}")
    assert not lost, "\n".join(lost)


def step_to(page, step: str, address: str) -> int:
    """Follow a link, or press something; where no link is in sight, through the menu. Gives the number of clicks."""
    if not step.partition("#")[0].endswith("/"):
        page.locator(step).locator("visible=true").first.click()
        return 1
    opened = 0
    link = page.evaluate_handle(LINK, address).as_element()
    if not link:
        page.locator(".site-menu summary").click()
        opened, link = 1, page.evaluate_handle(LINK, address).as_element()
    link.click()
    page.wait_for_url(f"**{address}")
    return 1 + opened


@pytest.mark.parametrize("language", HOMES)
def test_each_task_is_found_by_search(open_page, language):
    asked = SEARCHED[language]
    found = search(open_page(HOMES[language]), list(asked))
    missed = []
    for (query, wanted), results in zip(asked.items(), found, strict=True):
        first = [result["entry"]["url"].removeprefix("en/") for result in results[:3]]
        if not any(url.startswith(wanted) for url in first):
            missed.append(f"{query}: {first}")
    assert not missed, "\n".join(missed)


def test_the_dialog_answers_and_shows_one_kind_alone(open_page):
    page = open_page("")
    page.keyboard.press("/")
    page.locator("dialog [role=combobox]").fill("投诉")
    kinds = page.locator("dialog [data-kinds] label")
    kinds.nth(1).wait_for()
    page.wait_for_load_state("networkidle")
    name = kinds.nth(1).inner_text().split()[0]
    # While the rest of the index comes, kinds may change their places.
    kinds.filter(has_text=name).click()
    page.wait_for_function(
        """(name) => {
          const shown = [...document.querySelectorAll("dialog .found__kind")].map((each) => each.textContent);
          return shown.length && shown.every((each) => each === name);
        }""",
        arg=name,
    )
    page.locator("dialog [role=combobox]").fill("")
    assert page.locator("dialog [data-kinds]").is_hidden()
