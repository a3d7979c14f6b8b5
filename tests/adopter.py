"""What someone does who takes the handbook over: changes the profile, adds a scenario and a channel, lets a review lapse."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import yaml

from tests.conftest import mkdocs

SCENARIO, CHANNEL, LAPSED = "site-visit", "notice-board", "email"
"""The ids of the new scenario and the new channel, and of the channel whose review has lapsed."""
CASE = f"""
  - id: a-way-in
    scenario: {SCENARIO}
    situation: {{zh: 客人已经到了门口。, en: The guests are at the gate.}}
    choices:
      - {{id: meet-them, text: {{zh: 去接, en: Meet them}}, right: true, because: {{zh: 他们在等。, en: They are waiting.}}}}
      - {{id: send-a-message, text: {{zh: 发消息, en: Send a message}}, because: {{zh: 没人看。, en: Nobody reads it.}}}}
      - {{id: wait-inside, text: {{zh: 在里面等, en: Wait inside}}, because: {{zh: 门锁着。, en: The door is locked.}}}}
"""
"""A case to practise the new scenario."""
LAPSED_ON = "2025-03-31"

PROFILE = {
    'name: {zh: 示例科技有限公司, en: "Example Technology Co., Ltd."}': "name: {zh: 云帆制造有限公司, en: Yunfan Works Ltd}",
    "messenger: {zh: 企业微信, en: WeCom}": "messenger: {zh: 飞书, en: Feishu}",
    "feedback_mail: handbook@example.com": "feedback_mail: guide@adopter.test",
    'phone: "+86 10 5555 0100"': 'phone: "+86 21 6666 0100"',
    'start: "09:00"': 'start: "08:15"',
    "short_name: {zh: 示例科技, en: Example Tech}": "short_name: {zh: 云帆, en: Yunfan}",
}
"""Lines of the company profile, as they are and as the adopter has them."""

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path fill="#9b1c1c" d="M0 0h120v40H0z"/></svg>'

BLANK = re.compile(r'(?m)^ *(?:zh|en|owner|reviewed): *(?:#.*)?$|\{zh: "", en: ""\}')
TO_WRITE = re.compile(r'\{\{ to_write\(".*?"\) \}\}')


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the project's own commands in a copy of it."""
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"},
        timeout=300,
    )


def files_of(root: Path, kind: str, new_id: str) -> list[Path]:
    """Data and both pages of a scenario or channel."""
    return [
        root / "docs" / "data" / f"{kind}s" / f"{new_id}.yml",
        *(root / "docs" / language / f"{kind}s" / f"{new_id}.md" for language in ("zh", "en")),
    ]


def fill_in(root: Path, kind: str, new_id: str, title: dict[str, str]) -> None:
    """Fill in every blank that the pattern has left."""
    data, *pages = files_of(root, kind, new_id)
    text = data.read_text(encoding="utf-8")
    name = "title" if kind == "scenario" else "name"
    text = text.replace(f'{name}: {{zh: "", en: ""}}', f"{name}: {{zh: {title['zh']}, en: {title['en']}}}")
    text = text.replace('{zh: "", en: ""}', f"{{zh: 写给{title['zh']}的话, en: Words on the {title['en'].lower()}}}")
    text = re.sub(r"(?m)^( +zh:) *$", rf"\1 关于{title['zh']}的一句话", text)
    text = re.sub(r"(?m)^( +en:) *$", rf"\1 A sentence on the {title['en'].lower()}", text)
    text = text.replace("owner:  ", "owner: administration  ")
    data.write_text(text.replace("reviewed:  ", f"reviewed: {date.today()}  "), encoding="utf-8")
    for page in pages:
        words = "这一段已经写好。" if page.parts[-3] == "zh" else "This passage has been written."
        page.write_text(TO_WRITE.sub(words, page.read_text(encoding="utf-8")), encoding="utf-8")


def adopt(root: Path) -> None:
    """Change a copy of the small sources at `root`, and make its site in `root/site`."""
    profile = root / "docs" / "sample" / "company.yml"
    text = profile.read_text(encoding="utf-8")
    for line, changed in PROFILE.items():
        assert text.count(f"\n{line}\n") + text.count(f" {line}\n") == 1, line
        text = text.replace(line, changed)
    profile.write_text(text, encoding="utf-8")
    (root / "docs" / "sample" / "brand" / "logo.svg").write_text(LOGO, encoding="utf-8")
    lapsed = files_of(root, "channel", LAPSED)[0]
    text = re.sub(r"(?m)^reviewed: .*$", "reviewed: 2024-03-31", lapsed.read_text(encoding="utf-8"))
    lapsed.write_text(re.sub(r"(?m)^valid_for: .*$", "valid_for: P1Y", text), encoding="utf-8")
    for kind, new_id, title in (
        ("scenario", SCENARIO, {"zh": "现场参观", "en": "Site tour"}),
        ("channel", CHANNEL, {"zh": "公告栏", "en": "Notice board"}),
    ):
        laid = command(root, "new", kind, new_id)
        assert laid.returncode == 0, laid.stderr
        fill_in(root, kind, new_id, title)
    practice = root / "docs" / "data" / "practice.yml"
    data = yaml.safe_load(practice.read_text(encoding="utf-8"))
    data["questions"] += yaml.safe_load(CASE)
    practice.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    built = mkdocs("build", "--strict", root=root)
    assert built.returncode == 0, built.stdout + built.stderr
