"""What every template of the handbook can use, beside what is handed to it."""

from __future__ import annotations

import functools
from datetime import date
from itertools import groupby
from typing import Any

from .. import addresses
from ..downloads import WRITERS, file_languages, qr
from ..downloads.letter import Letter
from ..downloads.measures import in_pairs, letters
from ..downloads.naming import file_name
from ..model.handbook import Handbook
from ..model.languages import LANGUAGES, Language
from ..model.reviewing import by_owner, turns
from ..model.signs import SIGNS
from ..model.things import BY_FOLDER
from ..model.working_days import free_times, table_of
from ..wording import Wording
from .alphabet import by_letter
from .calling import Calls
from .emergencies import dialable
from .news import News
from .reading_times import description_of, reading_time_of, title_of
from .script_data import working_hours
from .script_words import script_words
from .steps import steps_of
from .tables import groups


def offered(handbook: Handbook, language: Language, today: date, sizes: dict[str, int]) -> dict[str, Any]:
    """By the names that templates call them.

    Args:
        handbook: the model.
        language: what the templates are rendered in.
        today: the day against which reviews are held.
        sizes: bytes of each download by its address.
    """
    both_wordings = {each: Wording(handbook, each) for each in LANGUAGES}
    wording = both_wordings[language]
    return {
        "handbook": handbook,
        "language": language,
        "languages": LANGUAGES,
        "other_languages": LANGUAGES.others(language),
        "file_languages": file_languages(language),
        "t": wording.text,
        "dialable": functools.partial(dialable, company=handbook.company),
        "calls": Calls(handbook, language),
        "wording": wording,
        "both_wordings": both_wordings,
        "signs": SIGNS[language],
        "signs_of": SIGNS,
        "at": addresses,
        "kinds_by_folder": BY_FOLDER,
        "sizes": sizes,
        "file_name": file_name,
        "file_formats": tuple(WRITERS),
        "in_pairs": in_pairs,
        "working_hours": working_hours(handbook.company, wording, today),
        "days_off_of": functools.partial(table_of, today=today),
        "free_times": free_times,
        "turns_of": functools.cache(lambda: turns(handbook, today)),
        "turns_by_owner": by_owner,
        "script_words": script_words(handbook, language),
        "title_of": title_of,
        "description_of": description_of,
        "by_letter": by_letter,
        "groups_of": groups,
        "steps_of": steps_of,
        "reading_time_of": reading_time_of,
        "today": today,
        "news": News(handbook, language),
        "letters_in": letters,
        "qr_of": qr.in_page,
        "letter_of": lambda template: [
            (signing, list(paragraphs))
            for signing, paragraphs in groupby(
                Letter(template, language, handbook, filled=True).paragraphs(), lambda each: each.kind == "right"
            )
        ],
        "format_bytes": lambda number: f"{max(1, round(number / 1024))}\N{NO-BREAK SPACE}KB",
    }
