"""Files for import, made by a seeded random generator: valid ones, and valid ones with one thing broken."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable

_TEXTS = (
    "",
    "Review with Customer A",
    "与客户甲的评审",
    "=1+1",
    "<script>window.harmed = true</script>",
    "a\nb\r\nc",
    "\u202eabc",
    "👩‍💻🙂",
    '"quoted", and, commas',
    "x" * 200,
    "\\u0000",
    "\t",
    "{{ name }}",
    "${name}",
    "null",
    "__proto__",
)
_WRONG = (None, True, -1, 1.5, 1e300, "x", "", [], {}, [1], {"a": 1}, "<b>", 10**15)
_TIMES = ("", "2026-03-12T16:30+08:00", "1999-12-31T23:59-03:30", "9999-01-01T00:00+00:00")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _run(chance: random.Random, lists: list[dict]) -> dict:
    checklist = chance.choice(lists)
    ids = [item["id"] for item in checklist["items"]] + checklist["retired"]
    answers = {}
    for item in chance.sample(ids, chance.randint(0, len(ids))):
        answer = {"state": chance.choice(("done", "na", "")), "at": chance.randint(0, 10**14 - 1)}
        if chance.random() < 0.7:
            answer["text"] = chance.choice(_TEXTS)
        if chance.random() < 0.5:
            answer["note"] = chance.choice((*_TEXTS, "y" * 5000))
            answer["noted"] = chance.randint(0, 10**14 - 1)
        answers[item] = answer
    times = {
        item["id"]: {"time": chance.choice(_TIMES), "at": chance.randint(0, 10**14 - 1)}
        for item in checklist["items"]
        if item.get("event") and chance.random() < 0.5
    }
    started = chance.randint(0, 2 * 10**12)
    return {
        "v": 3,
        "id": "".join(chance.choices(_LETTERS, k=chance.randint(6, 24))),
        "checklist": checklist["id"],
        "name": chance.choice(_TEXTS),
        "started": started,
        "changed": started + chance.randint(0, 10**11),
        "finished": chance.choice((0, started + 1)),
        "exported": chance.choice((0, 200_000_000)),
        "stamps": {"name": started, "finished": chance.choice((0, started))},
        "answers": answers,
        "times": times,
    }


TEMPLATES = ("meeting-minutes", "complaint-record", "follow-up-tracker")
"""The templates that drafts in generated files are of."""


def _value(chance: random.Random) -> object:
    rows = [{"task": chance.choice(_TEXTS), "done": chance.random() < 0.5} for _ in range(chance.randint(0, 3))]
    return chance.choice((chance.choice(_TEXTS), chance.random() < 0.5, ["phone-call", "in-person"], rows))


def _draft(chance: random.Random) -> dict:
    started = chance.randint(0, 2 * 10**12)
    fields = {
        name: {"value": _value(chance), "at": chance.randint(0, 10**14 - 1)}
        for name in chance.sample(("subject", "date", "to-dos", "constructor", "a1"), chance.randint(0, 5))
    }
    return {
        "v": 2,
        "id": "".join(chance.choices(_LETTERS, k=chance.randint(6, 24))),
        "template": chance.choice(TEMPLATES),
        "name": chance.choice(_TEXTS),
        "named": started,
        "started": started,
        "changed": started + chance.randint(0, 10**11),
        "fields": fields,
    }


def _practice(chance: random.Random) -> dict:
    cards = {
        name: {
            "box": chance.randint(1, 5),
            "round": chance.randint(1, 9),
            "right": chance.randint(0, 9),
            "wrong": chance.randint(0, 9),
        }
        for name in ("just-a-hint", "friday-evening-outage", "no-longer-asked")
        if chance.random() < 0.8
    }
    return {"v": 1, "round": 9, "cards": cards or {"just-a-hint": {"box": 1, "round": 1, "right": 0, "wrong": 1}}}


def _file(chance: random.Random, lists: list[dict], whole: bool = False) -> dict:
    """Runs, and in some files what else is kept; `whole`: some of everything."""
    runs = {run["id"]: run for run in (_run(chance, lists) for _ in range(chance.randint(int(whole), 4)))}
    file: dict = {"handbook-runs": 3, "runs": list(runs.values())}
    if whole or chance.random() < 0.5:
        drafts = {draft["id"]: draft for draft in (_draft(chance) for _ in range(chance.randint(1, 3)))}
        file["drafts"] = list(drafts.values())
    if whole or chance.random() < 0.5:
        file["details"] = {
            "v": 1,
            "name": chance.choice(_TEXTS),
            "department": "",
            "phone": "",
            "email": "",
            "company": "Example",
        }
    if whole or chance.random() < 0.5:
        file["practice"] = _practice(chance)
    return file


def valid_files(chance: random.Random, lists: list[dict], number: int) -> list[dict]:
    """Files that an export could have made."""
    return [_file(chance, lists) for _ in range(number)]


def _answer(chance: random.Random, file: dict) -> dict:
    """An answer of a run in the file; one is added where there is none."""
    run = chance.choice(file["runs"])
    if not run["answers"]:
        run["answers"]["goal"] = {"state": "done", "at": 1}
    return chance.choice(list(run["answers"].values()))


def _wrong_for(chance: random.Random, fits: Callable[[object], bool]) -> object:
    return chance.choice([wrong for wrong in _WRONG if not fits(wrong)])


def _is_time(value: object) -> bool:
    return type(value) is int and 0 <= value < 10**14


_FITS: dict[str, Callable[[object], bool]] = {
    "v": lambda value: False,
    "id": lambda value: False,
    "checklist": lambda value: False,
    "name": lambda value: isinstance(value, str),
    "started": _is_time,
    "changed": _is_time,
    "finished": _is_time,
    "exported": lambda value: _is_time(value) and value < 2**31,
    "stamps": lambda value: False,
    "answers": lambda value: value == {},
    "times": lambda value: value == {},
}


def _break_key(chance: random.Random, file: dict) -> None:
    key = chance.choice(list(_FITS))
    chance.choice(file["runs"])[key] = _wrong_for(chance, _FITS[key])


def _drop_key(chance: random.Random, file: dict) -> None:
    run = chance.choice(file["runs"])
    del run[chance.choice(list(run))]


def _strange_key(chance: random.Random, file: dict) -> None:
    key = chance.choice(("__proto__", "constructor", "toString", "prototype", "", "Name", "script"))
    chance.choice((file, chance.choice(file["runs"]), _answer(chance, file)))[key] = {"harmed": True}


def _unknown_id(chance: random.Random, file: dict) -> None:
    run, name = (
        chance.choice(file["runs"]),
        chance.choice(("constructor", "__proto__", "A", "a--b", "")),
    )
    chance.choice(
        (
            lambda: run["answers"].__setitem__(name, {"state": "done", "at": 1}),
            lambda: run["times"].__setitem__(name, {"time": "", "at": 0}),
            lambda: run.__setitem__("checklist", name),
        )
    )()


def _break_answer(chance: random.Random, file: dict) -> None:
    key = chance.choice(("state", "at", "text", "note", "noted"))
    fits = {"state": lambda value: value == "", "at": _is_time, "noted": _is_time}.get(
        key, lambda value: isinstance(value, str)
    )
    _answer(chance, file)[key] = _wrong_for(chance, fits)


def _too_long(chance: random.Random, file: dict) -> None:
    _answer(chance, file)["note"] = "z" * 5001


def _twice(chance: random.Random, file: dict) -> None:
    file["runs"].append(copy.deepcopy(chance.choice(file["runs"])))


def _not_ours(chance: random.Random, file: dict) -> None:
    chance.choice(
        (
            lambda: file.pop("handbook-runs"),
            lambda: file.pop("runs"),
            lambda: file.__setitem__("runs", {"0": 1}),
            lambda: file.__setitem__("handbook-runs", "1"),
        )
    )()


def _newer(chance: random.Random, file: dict) -> None:
    file["handbook-runs"] = chance.randint(4, 9)


def _bad_time(chance: random.Random, file: dict) -> None:
    run = chance.choice(file["runs"])
    wrong = (
        "tomorrow",
        "2026-03-12",
        "2026-03-12T16:30",
        "2026-03-12T16:30:00",
        "20261-03-12T16:30+08:00",
        "2026-99-99T99:99+08:00",
        5,
        None,
    )
    run["times"]["goal"] = chance.choice(
        (chance.choice(wrong), {"time": chance.choice(wrong), "at": 1}, {"time": "", "at": -1}, {"time": ""})
    )


def _break_draft(chance: random.Random, file: dict) -> None:
    key = chance.choice(("v", "id", "template", "name", "named", "started", "changed", "fields"))
    fits = {
        "name": lambda value: isinstance(value, str),
        "named": _is_time,
        "started": _is_time,
        "changed": _is_time,
        "fields": lambda value: value == {},
    }
    chance.choice(file["drafts"])[key] = _wrong_for(chance, fits.get(key, lambda value: False))


def _strange_draft(chance: random.Random, file: dict) -> None:
    draft = chance.choice(file["drafts"])
    chance.choice(
        (
            lambda: draft.__setitem__("template", "constructor"),
            lambda: draft.__setitem__("__proto__", {"harmed": True}),
            lambda: draft["fields"].__setitem__("__proto__", {"value": "", "at": 1}),
            lambda: file["drafts"].append(dict(draft)),
            lambda: draft["fields"].__setitem__("subject", {"value": {"html": "<b>"}, "at": 1}),
            lambda: file.__setitem__("drafts", {"0": draft}),
        )
    )()


def _break_the_rest(chance: random.Random, file: dict) -> None:
    chance.choice(
        (
            lambda: file.__setitem__("details", chance.choice(_WRONG)),
            lambda: file["details"].__setitem__("name", 5),
            lambda: file["details"].__setitem__("v", 2),
            lambda: file["details"].pop("phone"),
            lambda: file.__setitem__("practice", chance.choice(_WRONG)),
            lambda: file["practice"].__setitem__("v", 2),
            lambda: file["practice"]["cards"].__setitem__("__proto__", {"box": 1, "round": 1, "right": 0, "wrong": 0}),
            lambda: file["practice"]["cards"].__setitem__(
                "just-a-hint", {"box": chance.choice((0, 6)), "round": 1, "right": 0, "wrong": 0}
            ),
            lambda: file["practice"].__setitem__("round", 2**53 - 1),
            lambda: file["practice"].__setitem__("round", -1),
        )
    )()


_WAYS = (
    _break_key,
    _drop_key,
    _strange_key,
    _unknown_id,
    _break_answer,
    _too_long,
    _twice,
    _not_ours,
    _newer,
    _bad_time,
    _break_draft,
    _strange_draft,
    _break_the_rest,
)


def broken_files(chance: random.Random, lists: list[dict], number: int) -> list[tuple[str, str]]:
    """Files with one thing wrong each: what it is, and the text."""
    found = []
    for place in range(number):
        file = _file(chance, lists, whole=True)
        way = _WAYS[place % len(_WAYS)]
        way(chance, file)
        found.append((way.__name__, json.dumps(file)))
        if place % 15 == 14:
            found[-1] = ("cut off", found[-1][1][: -chance.randint(1, 20)])
    return found
