"""What `{token}` in a data text, and `{{ company.token }}` on a page, stand for: the names of the company profile."""

from __future__ import annotations

from .base import Record, Text
from .company import Company
from .phones import written
from .signs import SIGNS
from .site import Emergency

_MOBILE_IN_CHINA = "+86 154 5555 0100"
"""A number that nobody has been given."""


class TokenWords(Record):
    """`docs/data/tokens.yml`: the handbook's own words around the company's names. No token stands in them."""

    by_office: Text
    """What stands behind a time of head office's where there are other offices too, as a remark."""
    either_messenger: Text
    """Both messengers of a company that has two, `[one]` and `[other]`."""


def tokens_of(company: Company, words: TokenWords) -> dict[str, Text]:
    """Each token and what it stands for."""
    hours, first = company.working_hours, company.roles[company.first_in_crisis]
    start = _start_of(written(first.phone or ""))
    return {
        "company": company.name,
        "company_short": company.short_name,
        "company_zh": _alike(company.name.zh),
        "company_en": _alike(company.name.en),
        **company.products(),
        "messengers": _messengers(company, words),
        "mail": company.tools.mail,
        "phone_tool": company.tools.phone,
        "storage": company.tools.storage,
        "feedback": _alike(company.feedback_form or company.feedback_mail or ""),
        **({"feedback_mail": _alike(company.feedback_mail)} if company.feedback_mail else {}),
        **{service: company.number_of(service) for service in Emergency.model_fields},
        "currency": company.currency,
        "mail_domain": _alike(company.mail_domain),
        "work_start": _alike(hours.start),
        "work_end": _alike(hours.end),
        "by_office": _behind(_alike(""), words.by_office) if company.offices else _alike(""),
        "time_zone": _alike(hours.time_zone),
        "crisis_role": first.name,
        "crisis_phone": written(first.phone or ""),
        "phone_start": start,
        "mobile_start": _start_of(written(_MOBILE_IN_CHINA)) if (first.phone or "").startswith("+86") else start,
        "phone_start_zh": _alike(start.zh),
        "phone_start_en": _alike(start.en),
        **{f"dept.{name}": text for name, text in company.departments.items()},
        **{f"role.{name}": role.name for name, role in company.roles.items()},
        **{f"call.{name}": _with_number(company, name) for name in company.roles},
    }


def _alike(value: str) -> Text:
    return Text.model_construct(zh=value, en=value)


def _behind(word: Text, remark: Text) -> Text:
    """A word with a remark behind it, in the signs of each language."""
    (zh, zh_end), (en, en_end) = SIGNS["zh"].remark, SIGNS["en"].remark
    return Text.model_construct(zh=f"{word.zh}{zh}{remark.zh}{zh_end}", en=f"{word.en}{en}{remark.en}{en_end}")


def _start_of(number: Text) -> Text:
    """What the company's numbers have in common, for those of examples: all but the last group."""
    return Text.model_construct(zh=number.zh.rpartition(" ")[0], en=number.en.rpartition(" ")[0])


def _messengers(company: Company, words: TokenWords) -> Text:
    """Both messengers, or the one there is."""
    one, other, said = company.tools.messenger, company.tools.second_messenger, words.either_messenger
    if other is None:
        return one
    return Text.model_construct(
        zh=said.zh.replace("[one]", one.zh).replace("[other]", other.zh),
        en=said.en.replace("[one]", one.en).replace("[other]", other.en),
    )


def _with_number(company: Company, role: str) -> Text:
    """A role with its number, which pages turn into one to be dialled; without one, the role alone."""
    name, phone = company.roles[role].name, company.address_of(role, "phone")
    return _behind(name, phone) if phone else name
