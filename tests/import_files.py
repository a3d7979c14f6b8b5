"""Files for import, made by a seeded random generator: valid ones, and valid ones with one thing broken."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable

_TEXTS = ("", "Review with Customer A", "与客户甲的评审", "=1+1", "<script>window.harmed = true</script>", "a\nb\r\nc", "\u202eabc", "👩‍💻🙂",
          '"quoted", and, commas', "x" * 200, "\\u0000", "\t", "{{ name }}", "${name}", "null", "__proto__")
_WRONG = (None, True, -1, 1.5, 1e300, "x", "", [], {}, [1], {"a": 1}, "<b>", 10 ** 15)
_TIMES = ("", "2026-03-12T16:30", "1999-12-31T23:59", "9999-01-01T00:00")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _run(chance: random.Random, lists: list[dict]) -> dict:
    checklist = chance.choice(lists)
    ids = [item["id"] for item in checklist["items"]] + checklist["retired"]
    answers = {}
    for item in chance.sample(ids, chance.randint(0, len(ids))):
        answer = {"state": chance.choice(("done", "na", "")), "at": chance.randint(0, 10 ** 14 - 1)}
        if chance.random() < 0.7:
            answer["text"] = chance.choice(_TEXTS)
        if chance.random() < 0.5:
            answer["note"] = chance.choice((*_TEXTS, "y" * 5000))
        answers[item] = answer
    times = {item["id"]: chance.choice(_TIMES) for item in checklist["items"] if item.get("event") and chance.random() < 0.5}
    started = chance.randint(0, 2 * 10 ** 12)
    return {"v": 1, "id": "".join(chance.choices(_LETTERS, k=chance.randint(6, 24))), "checklist": checklist["id"],
            "name": chance.choice(_TEXTS), "started": started, "changed": started + chance.randint(0, 10 ** 11),
            "finished": chance.choice((0, started + 1)), "answers": answers, "times": times}


def _file(chance: random.Random, lists: list[dict], least: int = 0) -> dict:
    runs = {run["id"]: run for run in (_run(chance, lists) for _ in range(chance.randint(least, 4)))}
    return {"handbook-runs": 1, "runs": list(runs.values())}


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
    return type(value) is int and 0 <= value < 10 ** 14


_FITS: dict[str, Callable[[object], bool]] = {
    "v": lambda value: False, "id": lambda value: False, "checklist": lambda value: False,
    "name": lambda value: isinstance(value, str), "started": _is_time, "changed": _is_time, "finished": _is_time,
    "answers": lambda value: value == {}, "times": lambda value: value == {},
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
    run, name = chance.choice(file["runs"]), chance.choice(("constructor", "no-such-item", "__proto__", "hasownproperty", "A", "a--b", ""))
    chance.choice((lambda: run["answers"].__setitem__(name, {"state": "done", "at": 1}), lambda: run["times"].__setitem__(name, ""),
                   lambda: run.__setitem__("checklist", name)))()


def _break_answer(chance: random.Random, file: dict) -> None:
    key = chance.choice(("state", "at", "text", "note"))
    fits = {"state": lambda value: value == "", "at": _is_time}.get(key, lambda value: isinstance(value, str))
    _answer(chance, file)[key] = _wrong_for(chance, fits)


def _too_long(chance: random.Random, file: dict) -> None:
    _answer(chance, file)["note"] = "z" * 5001


def _twice(chance: random.Random, file: dict) -> None:
    file["runs"].append(copy.deepcopy(chance.choice(file["runs"])))


def _not_ours(chance: random.Random, file: dict) -> None:
    chance.choice((lambda: file.pop("handbook-runs"), lambda: file.pop("runs"), lambda: file.__setitem__("runs", {"0": 1}),
                   lambda: file.__setitem__("handbook-runs", "1")))()


def _newer(chance: random.Random, file: dict) -> None:
    file["handbook-runs"] = chance.randint(2, 9)


def _bad_time(chance: random.Random, file: dict) -> None:
    run = chance.choice(file["runs"])
    run["times"]["goal"] = chance.choice(("tomorrow", "2026-03-12", "2026-03-12T16:30:00", "20261-03-12T16:30", 5, None))


_WAYS = (_break_key, _drop_key, _strange_key, _unknown_id, _break_answer, _too_long, _twice, _not_ours, _newer, _bad_time)


def broken_files(chance: random.Random, lists: list[dict], number: int) -> list[tuple[str, str]]:
    """Files with one thing wrong each: what it is, and the text."""
    found = []
    for place in range(number):
        file = _file(chance, lists, least=1)
        way = _WAYS[place % len(_WAYS)]
        way(chance, file)
        found.append((way.__name__, json.dumps(file)))
        if place % 15 == 14:
            found[-1] = ("cut off", found[-1][1][:-chance.randint(1, 20)])
    return found
