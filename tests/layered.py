"""A layer of a company's own with twelve changes, each of another kind."""

from __future__ import annotations

import re
from pathlib import Path

from macros.commands import changes_file, company, new, replace

BLANK = re.compile(r'\{zh: "", en: ""\}')
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>\n'
TERM = """\
  - id: night-train
    term: {zh: 夜车, en: Night train}
    definition: {zh: 下班以后才发出的一批货。, en: Goods that leave after working hours.}
    aliases: {zh: [夜班车], en: [late lorry]}
"""


def fill_in(file: Path) -> None:
    """Write something different into each blank."""
    number = iter(range(1000))

    def words(_: re.Match[str]) -> str:
        nth = next(number)
        return f"{{zh: 参观的第{nth}件事, en: Thing {nth} of the visit}}"

    text = BLANK.sub(words, file.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^( +zh:) *$", r"\1 客人来参观时用。", text)
    text = re.sub(r"(?m)^( +en:) *$", r"\1 For visitors on site.", text)
    text = text.replace("owner:  ", "owner: administration  ").replace("reviewed:  ", "reviewed: 2026-03-31  ")
    file.write_text(text, encoding="utf-8")


def edit(file: Path, old: str, to: str) -> None:
    """Replace what stands there once or first."""
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, to, 1), encoding="utf-8")


def add(file: Path, more: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")


def adopt(root: Path) -> None:
    """Twelve changes, all of them in the layer."""
    company.lay_down(root)
    own = root / "docs/company"
    edit(own / "company.yml", "name: {zh: 示例科技有限公司", "name: {zh: 云帆制造有限公司")  # 1
    edit(own / "company.yml", "messenger: {zh: 企业微信, en: WeCom}", "messenger: {zh: 飞书, en: Feishu}")  # 2
    edit(own / "company.yml", 'start: "09:00"', 'start: "08:15"')  # 3
    edit(own / "company.yml", '# brand: {colour: "#1d5a8c"}', 'brand: {colour: "#0b6b3a"}')  # 4
    (own / "brand/logo.svg").write_text(LOGO, encoding="utf-8")  # 5
    edit(own / "contacts/lost-property.yml", "order: ", "order: 9")  # 6
    edit(own / "changes.yml", "\n# leave_out:", "\nleave_out:\n  - scenarios/media-public-relations\n#")  # 7
    changes_file.set_values(root, {"response-times/times/email/normal/answer_within": "PT8H"})  # 8
    replace.replace(root, "data/scenarios/absence.yml")  # 9
    edit(own / "data/scenarios/absence.yml", "\norder: 10\n", "\norder: 77\n")
    for file in replace.replace(root, "channels/phone.md"):  # 10
        add(file, "\n<!-- ours -->\n")
    (own / "data/glossary.yml").write_text(f"terms:\n{TERM}", encoding="utf-8")  # 11
    (checklist,) = new.lay_down(root, "checklist", "site-visit")  # 12
    fill_in(checklist)
