"""What every part of the model is made of: frozen records, bilingual texts, dates, ids, review marks."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from ..errors import nearest
from .alike import once_in_data
from .durations import WholeDays, day_after
from .han import HAN
from .languages import LANGUAGES, InBoth, Language, whole

Origin = Literal["handbook", "changed", "company"]
"""Whose a thing is: the handbook's, the handbook's with changes of the company, the company's own."""

_CHINESE = re.compile(f"[{HAN}]")
_BLANK = re.compile(r"\{[^{}\s]*\}|\[\w+\]")
"""What a text leaves to be filled in: tokens of the company profile, and marks of the interface's texts."""
_TOKEN = re.compile(r"\{+(?P<closed>[^{}]*)\}+|\{+\s*(?P<open>[a-z][a-z0-9_.-]*)")
"""What may be a token of the company profile, or meant for one that is not closed."""
_NAME = re.compile(r"\{[a-z][a-z0-9_.-]*\}")
TOKEN = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9-]*)?"
"""How a token of the profile is written between its braces: `storage`, `role.customer-service`."""
KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""How an id is written; what the browser keeps is held to the same."""
_ARTICLE = "the "
"""With what a name of the profile begins that stands within a sentence, as “the document library”; at its begin it is large."""


class Record(BaseModel):
    """A frozen, strict part of the model: unknown keys and values of another type are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def has_chinese(text: str) -> bool:
    """Whether the text holds at least one Chinese character."""
    return bool(_CHINESE.search(text))


def _role_called(name: str, info: ValidationInfo) -> str:
    """The id of the role that the company calls so; blank where it has none."""
    tokens: dict[str, Text] = (info.context or {}).get("tokens") or {}
    roles = (each for each in tokens if each.startswith("role.") and name in (tokens[each].zh, tokens[each].en))
    return next(roles, "").removeprefix("role.")


def is_kebab(text: str) -> bool:
    """Whether a text has the form of an id: `meeting-minutes`."""
    return bool(re.fullmatch(KEBAB, text))


def _kebab(value: str, info: ValidationInfo) -> str:
    if not is_kebab(value):
        if of_the_name := _role_called(value, info):
            raise ValueError(f"is what a role is called; write its id: {of_the_name}")
        if has_chinese(value):
            raise ValueError(
                "is a name; an id belongs here, such as 'meeting-minutes': what its file is called, and the end of its page's address"
            )
        raise ValueError("an id is made of small letters, digits and single hyphens, such as 'meeting-minutes'")
    return value


Id = Annotated[str, AfterValidator(_kebab)]
"""A kebab-case id; never reused, never renamed without a redirect."""


def _path(value: str) -> str:
    if value != value.strip("/") or not value or value.endswith(".md"):
        raise ValueError(
            "write the page's place below docs/zh, without its ending: scenarios/absence, onboarding/index"
        )
    return value


PagePath = Annotated[str, AfterValidator(_path)]
"""A page's place below `docs/zh` and `docs/en`, without `.md`; a page made from data has one too: `templates/visitor-plan`."""


def _date(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("write a date as year-month-day, such as 2026-03-31")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("this date does not exist in the calendar; write a real one") from None


Date = Annotated[date, BeforeValidator(_date)]
"""A day of the calendar, written YYYY-MM-DD."""


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("is blank; write it, or delete it")
    return value


def _chinese(value: str) -> str:
    if "zh" not in LANGUAGES:
        return value
    if not value.strip():
        raise ValueError("the Chinese text is blank; write it")
    bare = _BLANK.sub("", value)
    if re.search(r"[^\W\d_]", bare) and not has_chinese(bare):  # digits and signs have no language
        raise ValueError(
            "holds no Chinese character; write it in Chinese, or give {same: …} for a name that both languages share"
        )
    return value


def _english(value: str) -> str:
    if "en" not in LANGUAGES:
        return value
    if not value.strip():
        raise ValueError("the English text is blank; write it")
    if has_chinese(value):
        raise ValueError("holds Chinese characters; write it in English")
    return value


def fill(text: str, tokens: dict[str, Text], language: Language) -> str:
    """Replace each `{token}` by what the company profile says in that language. Other braces stand as they are, and where a list
    names departments or roles that the company calls alike, the name stands once.

    Raises:
        ValueError: for a token that the profile does not know, or a name of the profile that is not written as one.
    """

    def replace(match: re.Match[str]) -> str:
        written, name = match[0], (match["closed"] or match["open"] or "").strip()
        meant = name.removeprefix("company.")
        if match["closed"] is not None and _NAME.fullmatch(written):
            if name in tokens:
                # A name such as “Co., Ltd.” brings the stop of its sentence along, and so does a sentence that stands elsewhere.
                said = tokens[name][language]
                if not match.start() and match.end() < len(text) and said.startswith(_ARTICLE):
                    said = said[0].upper() + said[1:]
                return said.removesuffix(text[match.end()]) if text.startswith((".", "。"), match.end()) else said
            if not tokens:
                raise ValueError(f"'{written}' stands for nothing here; the company profile itself holds the names")
        elif meant == name and meant not in tokens:
            return written
        elif match["closed"] is None:
            raise ValueError("'{' has no partner; a name of the company profile is written as {messenger}")
        known = [f"{{{token}}}" for token in tokens]
        raise ValueError(f"unknown token '{written}'; {nearest(f'{{{meant}}}', known)}")

    return _TOKEN.sub(replace, once_in_data(text, tokens, language)).strip()


def _fill_from_context(value: str, info: ValidationInfo, language: Language) -> str:
    tokens = (info.context or {}).get("tokens")
    return value.strip() if tokens is None or not ("{" in value or "}" in value) else fill(value, tokens, language)


Icon = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9-]+$", examples=["material/forum-outline"])]
"""One of the icons that the theme brings, such as `material/email-outline`."""


class Text(Record, InBoth[str]):
    """What a reader sees, in both languages.

    In a data file: `{zh: …, en: …}`, or `{same: …}` for a name that both share. `{messenger}` and the other tokens
    of the company profile are replaced as the text is read (the validation context holds them as `tokens`).
    """

    zh: Annotated[str, AfterValidator(_chinese), AfterValidator(lambda v, info: _fill_from_context(v, info, "zh"))]
    en: Annotated[str, AfterValidator(_english), AfterValidator(lambda v, info: _fill_from_context(v, info, "en"))]

    @model_validator(mode="wrap")
    @classmethod
    def _same_in_both(cls, value: Any, handler: Any, info: ValidationInfo) -> Text:
        if not isinstance(value, dict) or "same" not in value:
            text: Text = handler(whole(value))
            return text
        if set(value) != {"same"}:
            raise ValueError("'same' stands alone: give either 'same', or 'zh' and 'en'")
        if value["same"] is None or not str(value["same"]).strip():
            raise ValueError("'same' is blank; write the name that both languages share")
        if not isinstance(value["same"], str):
            raise ValueError("'same' holds a name that both languages share, as a text; put it in quotes")
        return cls.model_construct(
            zh=_fill_from_context(value["same"], info, "zh"), en=_fill_from_context(value["same"], info, "en")
        )


def _if_published(language: Language) -> AfterValidator:
    return AfterValidator(lambda words: words if language in LANGUAGES else ())


_OF_A_SECOND = "{second_messenger}"
"""An alias that a company does without where it has one messenger."""


def _as_the_company_has_them(language: Language) -> AfterValidator:
    """Each alias with the names of the profile, and none of what the company does not have."""

    def filled(words: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        tokens = (info.context or {}).get("tokens") or {}
        found: list[str] = []
        for word in words:
            if word != _OF_A_SECOND or not tokens or word[1:-1] in tokens:
                said = _fill_from_context(word, info, language)
                if "{" not in word or said not in (*found, *words):
                    found.append(said)
        return tuple(found)

    return AfterValidator(filled)


class Aliases(Record, InBoth[tuple[str, ...]]):
    """Other words that people use for a thing, for the search; `zh` may hold Latin names, `en` no Chinese."""

    zh: Annotated[
        tuple[Annotated[str, AfterValidator(_not_blank)], ...], _as_the_company_has_them("zh"), _if_published("zh")
    ] = ()
    en: Annotated[
        tuple[Annotated[str, AfterValidator(_english)], ...], _as_the_company_has_them("en"), _if_published("en")
    ] = ()


def _role(value: Any, info: ValidationInfo) -> Any:
    tokens = (info.context or {}).get("tokens")
    if not isinstance(value, str):
        raise ValueError("write the id of a role of the company profile, such as legal")
    if tokens is None:
        return {"same": value}
    roles = {name.removeprefix("role."): text for name, text in tokens.items() if name.startswith("role.")}
    if value not in roles and (of_the_name := _role_called(value, info)):
        raise ValueError(f"is what a role is called; write its id: {of_the_name}")
    if value not in roles:
        raise ValueError(f"unknown role '{value}'; {nearest(value, roles)}")
    return {"zh": roles[value].zh, "en": roles[value].en, "role": value}


class _Role(Text):
    role: str = ""


RoleName = Annotated[_Role, BeforeValidator(_role), WithJsonSchema({"type": "string"})]
"""In a data file the id of a role of the company profile; in the model its name, with the id: two roles may be called alike."""


class Review(Record):
    """Who answers for a thing, when it was last read through, and how long that holds."""

    owner: RoleName
    """The role that answers for it."""
    reviewed: Date
    """The day it was last read through and found right."""
    valid_for: WholeDays
    """How long that holds, counted from `reviewed`."""

    @property
    def due(self) -> date:
        """The day from which the review no longer holds."""
        return day_after(self.reviewed, self.valid_for)
