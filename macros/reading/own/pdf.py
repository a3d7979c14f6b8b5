"""The places of a PDF: the fields of its form. What is said of them is enough to write their answers behind its end."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from ...model.own_form import Found, Left, Place, gathered
from .archive import DAMAGED, Closed

_READ_ONLY, _MULTILINE, _PASSWORD, _RADIO, _PUSH = 1 << 0, 1 << 12, 1 << 13, 1 << 15, 1 << 16
_FILE, _COMB, _SEVERAL = 1 << 20, 1 << 24, 1 << 21
_FEWEST = 2
_TURNS = (0, 90, 180, 270)
END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
"""What answers are written behind (see `overrides/forms/own/own-pdf.js`): the last one counts, whatever a server put behind it."""
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
"""What shows behind the end that a later change of the file was cut off."""
_NOT_TYPED = ("/V", "/AP", "/AS", "/I", "/RV")
"""What an answer puts in place of what was there."""


def find(content: bytes) -> Found:
    """What bears a name in a PDF.

    Raises:
        Closed: where nothing can be filled in, and for one that is damaged.
    """
    end = max((found.end() for found in END.finditer(content)), default=0)
    if not content.startswith(b"%PDF-") or not end or _OBJECT.search(content, end):
        raise Closed(DAMAGED)
    try:
        with pikepdf.open(io.BytesIO(content[:end]), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                raise Closed("is locked, and a change would need its password")
            form = pdf.Root.get("/AcroForm")
            if form is None:
                return Found()
            if "/XFA" in form:
                raise Closed("is an XFA form, which browsers and most programs cannot fill in")
            if "/Perms" in pdf.Root or any(_is_signed(field) for _, field, _ in _below(form.get("/Fields", ()))):
                raise Closed("is signed, and a change would break that")
            return _Reader(pdf, form).found()
    except pikepdf.PasswordError:  # which is none of the others
        raise Closed("is locked by a password") from None
    except (pikepdf.PdfError, RuntimeError, TypeError, AttributeError, IndexError):
        # Also where something else stands in the place of what it leads to.
        raise Closed(DAMAGED) from None


def _is_signed(field: Any) -> bool:
    return _inherited(field, "/FT") == Name.Sig and "/V" in field


def _below(fields: Any, above: str = "", depth: int = 0) -> Iterator[tuple[str, Any, list[Any]]]:
    """Each field with its whole name and the places at which it stands."""
    for field in fields if depth < 20 else ():
        if not isinstance(field, pikepdf.Dictionary):
            continue  # It leads to nothing.
        own = str(field["/T"]) if "/T" in field else ""
        name = ".".join(part for part in (above, own) if part)
        kids = [each for each in field.get("/Kids", ()) if isinstance(each, pikepdf.Dictionary)]
        if any("/T" in kid for kid in kids):
            yield from _below(kids, name, depth + 1)
        else:
            yield name, field, kids or [field]


def _inherited(field: Any, key: str) -> Any:
    for _ in range(20):
        if key in field:
            return field[key]
        if "/Parent" not in field:
            return None
        field = field["/Parent"]
    return None


class _Reader:
    """Reads one file."""

    def __init__(self, pdf: pikepdf.Pdf, form: Any):
        self._pdf, self._form = pdf, form
        self._left: list[Left] = []

    def found(self) -> Found:
        """All fields."""
        unnamed, places = 0, []
        for name, field, widgets in _below(self._form.get("/Fields", ())):
            if not name:
                unnamed += 1
            elif (why := self._why_not(field, widgets)) is not None:
                self._left += [Left(name, why)] if why else []
            elif place := self._place(name, field, widgets):
                places.append(place)
        return gathered(places, unnamed=unnamed, left=self._left, document=self._document())

    def _document(self) -> dict[str, Any]:
        """What the file's trailer says, which is said again behind the answers."""
        trailer = self._pdf.trailer
        return {
            "size": int(trailer["/Size"]),
            "root": _reference(self._pdf.Root),
            "info": _reference(trailer["/Info"]) if "/Info" in trailer and trailer["/Info"].is_indirect else None,
            "id": _written(trailer["/ID"]) if "/ID" in trailer else None,
        }

    def _why_not(self, field: Any, widgets: list[Any]) -> str | None:
        """Why a field is not filled in; blank where nothing is to be said of it, None where it is."""
        kind, flags = _inherited(field, "/FT"), int(_inherited(field, "/Ff") or 0)
        if kind == Name.Sig or (kind == Name.Btn and flags & _PUSH):
            return ""
        if kind not in (Name.Tx, Name.Btn, Name.Ch):
            return "is no field that is known"
        if flags & _READ_ONLY:
            return "is locked"
        if kind == Name.Tx and flags & (_PASSWORD | _FILE):
            return "takes a password or a file"
        if kind == Name.Ch and flags & _SEVERAL:
            return "takes several answers of one list"
        if not field.is_indirect or any(not each.is_indirect or "/Rect" not in each for each in widgets):
            return "stands in no place of its own"
        if any(_turn(each) not in _TURNS for each in widgets):
            return "is turned"
        return None

    def _place(self, name: str, field: Any, widgets: list[Any]) -> Place | None:
        """A field as a place; none where its answers are not known, which is then said among what is left."""
        kind, flags = _inherited(field, "/FT"), int(_inherited(field, "/Ff") or 0)
        label = str(field.get("/TU", "")) or next((str(each["/TU"]) for each in widgets if "/TU" in each), "")
        laid = [self._widget(each) for each in widgets]
        where = (self._where(field, widgets, laid),)
        if kind == Name.Tx:
            return Place(name, "lines" if flags & _MULTILINE else "text", label, where=where)
        if kind == Name.Ch:
            return self._choice(name, label, _listed(field), where)
        states = [each["on"] for each in laid if each["on"]]
        if not states:
            self._left.append(Left(name, "says nowhere how it looks when ticked"))
            return None
        if not flags & _RADIO and len(set(states)) == 1:
            return Place(name, "tick", label, where=where)
        return self._choice(name, label, _of_buttons(field, states), where)

    def _choice(
        self, name: str, label: str, options: Iterable[tuple[str, str]], where: tuple[dict[str, Any], ...]
    ) -> Place | None:
        """A place with a list of answers, each as it is kept and as it is shown."""
        by_value = {value: (value, shown) for value, shown in options}
        if len(by_value) < _FEWEST:
            self._left.append(Left(name, "lists fewer than two answers"))
            return None
        return Place(name, "choice", label, tuple(by_value.values()), where)

    def _where(self, field: Any, widgets: list[Any], laid: list[dict[str, Any]]) -> dict[str, Any]:
        """What a script needs to know of a field to write its answer and draw it."""
        kind, flags = _inherited(field, "/FT"), int(_inherited(field, "/Ff") or 0)
        longest = int(_inherited(field, "/MaxLen") or 0)
        return {
            "field": None if field.objgen in [each.objgen for each in widgets] else self._object(field),
            "widgets": laid,
            "appearance": str(_inherited(field, "/DA") or self._form.get("/DA", "/Helv 0 Tf 0 g")),
            "quadding": int(_inherited(field, "/Q") or self._form.get("/Q", 0)),
            "lines": bool(kind == Name.Tx and flags & _MULTILINE),
            "ticked": str(field.get("/V", "/Off")) != "/Off",
            "comb": longest if kind == Name.Tx and flags & _COMB else 0,
            "longest": longest,
        }

    def _widget(self, widget: Any) -> dict[str, Any]:
        states = (widget.get("/AP") or {}).get("/N")
        on = (
            next((str(key) for key in states if str(key) != "/Off"), "")
            if isinstance(states, pikepdf.Dictionary)
            else ""
        )
        looks = widget.get("/MK") or {}
        return {
            **self._object(widget),
            "rect": [float(each) for each in widget["/Rect"]],
            "on": on.removeprefix("/"),
            "state": pikepdf.Name(on).unparse().decode("latin-1") if on else "",
            "fill": [float(each) for each in looks.get("/BG", ())],
            "line": [float(each) for each in looks.get("/BC", ())],
            "turn": _turn(widget),
            "thick": float((widget.get("/BS") or {}).get("/W", 1)),
        }

    def _object(self, given: Any) -> dict[str, Any]:
        kept = pikepdf.Dictionary({key: value for key, value in given.items() if key not in _NOT_TYPED})
        kept_looks = given["/AP"] if "/AP" in given and _inherited(given, "/FT") == Name.Btn else None
        if kept_looks is not None:
            kept["/AP"] = kept_looks
        return {"at": list(given.objgen), "written": _written(kept)}


def _turn(widget: Any) -> int:
    """By how many degrees a place stands turned to the left on its page, as on a sheet that lies across."""
    return int((widget.get("/MK") or {}).get("/R", 0)) % 360


def _listed(field: Any) -> list[tuple[str, str]]:
    """The answers of a list, without blank ones."""
    said = [_answer(each) for each in _inherited(field, "/Opt") or ()]
    return [(value, shown) for value, shown in said if value.strip() and shown.strip()]


def _of_buttons(field: Any, states: list[str]) -> list[tuple[str, str]]:
    """The answers of buttons. They are numbers where the form lists them; then the list says what they mean."""
    listed = [str(each) for each in _inherited(field, "/Opt") or ()]
    return [
        (state, listed[int(state)] if listed and state.isdigit() and int(state) < len(listed) else state)
        for state in dict.fromkeys(states)
    ]


def _answer(option: Any) -> tuple[str, str]:
    if isinstance(option, pikepdf.Array):
        return str(option[0]), str(option[1])
    return str(option), str(option)


def _reference(given: Any) -> str:
    number, generation = given.objgen
    return f"{number} {generation} R"


def _written(given: Any) -> str:
    """An object as it stands in a file, a sign a byte."""
    written: bytes = given.unparse(resolved=False)
    return written.decode("latin-1")
