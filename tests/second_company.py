"""A second company that shares nothing with the sample's: other names, tools, numbers, places, currency, two offices."""

from __future__ import annotations

import email
import email.policy
import gzip
import html
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.commands import company
from macros.model.phones import written
from tests.conftest import ROOT, program

SAMPLE: dict[str, Any] = yaml.safe_load((ROOT / "docs/sample/company.yml").read_text(encoding="utf-8"))


def _other(sample: dict[str, Any]) -> dict[str, Any]:
    """The sample company's profile with every value another one."""
    departments = {
        each: {"zh": f"云帆{n}部", "en": f"Yunfan Unit {n}"} for n, each in enumerate(sample["departments"], 1)
    }
    roles = {}
    for n, (each, role) in enumerate(sample["roles"].items(), 1):
        ways = {
            "phone": f"+41 44 668 {n:02d} 07",
            "mail": f"{each}@yunfan.test",
            "messenger": {"zh": f"“云帆{n}”群", "en": f"the group “Yunfan {n}”"},
        }
        kept = {way: value for way, value in ways.items() if way in role}
        roles[each] = {"name": {"zh": f"云帆{n}岗", "en": f"Yunfan officer {n}"}, **kept}
        if "department" in role:
            roles[each]["department"] = role["department"]
    hours = {"start": "08:15", "end": "17:10", "break_start": "11:45", "break_end": "12:20"}
    days = ["mon", "tue", "wed", "thu", "fri"]
    return {
        "name": {"zh": "云帆制造有限公司", "en": "Yunfan Works Ltd"},
        "short_name": {"zh": "云帆", "en": "Yunfan"},
        "site": {"address": "https://guide.yunfan.test/staff/", "languages": ["zh", "en"]},
        "tools": {
            "messenger": {"zh": "云帆通", "en": "Yunfan Talk"},
            "second_messenger": {"zh": "云帆信", "en": "Yunfan Post"},
            "mail": {"zh": "云帆邮箱", "en": "Yunfan mail"},
            "meeting": {"zh": "云帆会", "en": "Yunfan Meet"},
            "phone": {"zh": "云帆座机", "en": "Yunfan desk phone"},
            "storage": {"zh": "云帆库", "en": "the Yunfan library"},
        },
        "departments": departments,
        "roles": roles,
        "working_hours": {"days": days, **hours, "time_zone": "Europe/Zurich", "country": "CH", "subdivision": "ZH"},
        "offices": {
            "munich": {
                "name": {"zh": "慕尼黑办公室", "en": "Munich office"},
                "working_hours": {
                    "days": days[:],
                    **hours,
                    "time_zone": "Europe/Berlin",
                    "country": "DE",
                    "subdivision": "BY",
                },
            }
        },
        "feedback_mail": "guide@yunfan.test",
        "mail_domain": "yunfan.test",
        "emergency": {"ambulance": "144", "fire": "118", "police": "117"},
        "currency": {"zh": "瑞郎", "en": "CHF"},
        "first_in_crisis": sample["first_in_crisis"],
        "document_control": {
            "pattern": "YF-{audience}-{number}",
            "audiences": {"internal": "N", "external": "A"},
            "digits": 4,
        },
    }


def lay_down(root: Path) -> None:
    """Make a copy of the project that company's."""
    company.lay_down(root)
    profile = yaml.safe_dump(_other(SAMPLE), allow_unicode=True, sort_keys=False)
    (root / "docs/company/company.yml").write_text(profile, encoding="utf-8")


_WORDS = {
    *("company mail", "desk extension and work mobile", "分机和工作手机", "企业邮箱"),
    *(
        "general manager",
        "总经理",
        "duty manager",
        "值班经理",
        "reception",
        "前台",
        "recruiter",
        "招聘专员",
        "buyer",
        "采购专员",
    ),
    *("行政专员", "office administrator", "press officer", "媒体专员", "head of finance", "head of production"),
}
"""What the sample's profile says and any company may: words, posts of anybody's, that name nothing of the sample's own."""


def literals() -> Iterator[tuple[str, re.Pattern[str]]]:
    """What only the sample company's profile can have said: for each the value, and how it is found in a text."""
    for part in ("name", "short_name"):
        yield from _both(SAMPLE[part])
    for tool in SAMPLE["tools"].values():
        yield from _both(tool)
    for department in SAMPLE["departments"].values():
        yield from _exactly(department["zh"])  # in English they are words such as Sales
    for role in SAMPLE["roles"].values():
        yield from _both(role["name"])
        if "messenger" in role:
            yield from _both(role["messenger"])
        if "phone" in role:
            for shown in {role["phone"], *written(role["phone"]).model_dump().values()}:
                yield shown, re.compile(r"[\s\-]?".join(re.escape(sign) for sign in re.sub(r"[\s-]", "", shown)))
    yield "154 5555", re.compile(r"(?:\+86[\s\-]?)?154[\s\-]?5555")
    yield from _exactly(SAMPLE["feedback_mail"])
    yield from _exactly(SAMPLE["site"]["address"].rstrip("/"))
    yield f"@{SAMPLE['mail_domain']}", re.compile(rf"[@.]{re.escape(SAMPLE['mail_domain'])}\b")
    yield SAMPLE["currency"]["zh"], re.compile(rf"\d[万亿]?{SAMPLE['currency']['zh']}|（{SAMPLE['currency']['zh']}")
    yield SAMPLE["currency"]["en"], re.compile(rf"\b{SAMPLE['currency']['en']} ?\d|\({SAMPLE['currency']['en']}\)")
    hours = SAMPLE["working_hours"]
    yield from _exactly(f"{hours['start']}–{hours['end']}")
    yield from _exactly(hours["time_zone"])
    for audience in SAMPLE["document_control"]["audiences"].values():
        start = SAMPLE["document_control"]["pattern"].format(audience=audience, number="")
        yield start, re.compile(rf"\b{re.escape(start)}\d")


def _both(text: dict[str, str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for value in text.values():
        yield from _exactly(value)


def _exactly(value: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if value not in _WORDS:
        yield value, re.compile(rf"(?<![A-Za-z]){re.escape(value)}(?![A-Za-z])", re.IGNORECASE)


def texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """What a published file says, with its name; of an archive, what each file in it says."""
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                yield from texts(f"{name}/{part}", archive.read(part))
    elif content[:5] == b"%PDF-":
        for tool, given in (("pdftotext", ["-raw", "-", "-"]), ("pdfinfo", ["-"])):
            run = subprocess.run([program(tool), *given], input=content, capture_output=True, check=True)
            yield name, _joined(run.stdout.decode("utf-8"))
    else:
        try:
            said = content.decode("utf-8")
        except UnicodeDecodeError:
            return  # a picture or a font
        if name.endswith(".eml"):
            letter = email.message_from_bytes(content, policy=email.policy.default)
            parts = (part.get_content() for part in letter.walk() if part.get_content_maintype() == "text")
            said = "\n".join([*map(str, letter.values()), *parts])
        if name.endswith((".ics", ".vcf")):
            said = re.sub(r"\r?\n[ \t]", "", said).replace("\\,", ",")
        if "\\u" in said:
            said = re.sub(r"\\u([0-9a-f]{4})", lambda mark: chr(int(mark[1], 16)), said)
        said = re.sub(r' data-words="[^"]*"', "", said)  # what people may type
        if name.endswith((".html", ".xhtml")):
            yield name, _joined(html.unescape(re.sub(r"<[^>]*>", " ", said)))
        elif name.endswith(".xml"):  # of Word and Excel, which cut a text wherever they like
            yield name, _joined(html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(w:p|si|c)>", " ", said))))
        yield name, html.unescape(said)


def _joined(said: str) -> str:
    """A text whose lines were broken where its page ends."""
    return re.sub(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])", "", said).replace("\n", " ")


NAMED_ANYWHERE = (
    *("docs/data/browsers.yml", "docs/zh/about/assistants.md", "docs/en/about/assistants.md"),
    "docs/data/working-abroad.yml: Asia/Shanghai",
)
"""Where products are named whatever a company uses, the browsers and assistants that messengers bring, and the clock of China, which is a
place like others to companies elsewhere."""
