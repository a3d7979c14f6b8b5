"""Good subjects of mails keep the rule that the handbook gives for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model.languages import LANGUAGES
from macros.reading.loading import handbook_of
from tests.unit.sound import sound

MOST = {"zh": 20, "en": 60}
LABEL = re.compile(r"^(?:【[^】]*】|\[[^\]]*\]) *")


def subjects() -> Iterator[tuple[str, str, str]]:
    handbook = handbook_of(sound())
    for language in LANGUAGES:
        for pair in handbook.mail_subjects.pairs:
            yield pair.id, language, pair.good[language]
        for scenario in handbook.scenarios:
            if scenario.example.subject:
                yield scenario.id, language, scenario.example.subject[language]


def test_the_matter_of_a_good_subject_is_as_short_as_the_rule_says():
    rule = handbook_of(sound()).mail_subjects.parts[0].explanation
    assert "20个字以内" in rule.zh and "60 characters" in rule.en
    found = list(subjects())
    matters = [(id, language, LABEL.sub("", text).split("+")[0].strip()) for id, language, text in found]
    assert len(found) > 60 and not [each for each in matters if len(each[2]) > MOST[each[1]]]
