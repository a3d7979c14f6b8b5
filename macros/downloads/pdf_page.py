"""What a printed form or letter says and asks: the data that is typeset."""

from __future__ import annotations

from typing import Any

from ..model.fields import AnyColumn
from ..model.fields.families import ChoiceColumn
from ..model.template import FormField, Section, TableField
from . import logo
from .form import Form
from .measures import fits_half, in_pairs, is_wide
from .outline import about
from .pdf_inputs import Input, Inputs, joined, whole_help
from .pdf_letter import LetterText

_LINES_BESIDE = 2
"""How many lines of boxes may stand beside another answer."""


class Page:
    """The data for `form.typ` or `letter.typ`, and the inputs by their names."""

    def __init__(self, form: Form):
        self._form, self._says = form, Inputs(form)
        self._letters = [LetterText(form, language) for language in form.languages] if form.template.is_letter else []
        self.data = self._page()

    @property
    def inputs(self) -> dict[str, Input]:
        """The places to type in, by their names."""
        return self._says.asked | {name: asked for each in self._letters for name, asked in each.says.asked.items()}

    def _page(self) -> dict[str, Any]:
        template, handbook = self._form.template, self._form.handbook
        return {
            "lang": self._form.main_language,
            "landscape": is_wide(template) and not template.is_letter,
            "letters": [each.data for each in self._letters],
            "document_title": joined(self._says.text(template.title)),
            "author": joined(self._says.text(handbook.company.name)),
            "company": self._says.text(handbook.company.name),
            "logo": self._logo(),
            "colour": handbook.company.colour,
            "title": self._says.text(template.title),
            "mark": self._form.mark,
            "box": [[self._says.lone(field) for field in fields] for fields in in_pairs(template.box)],
            "page": self._says.words("form_page"),
            "outer_numbers": self._form.numbered_as_official,
            "sections": [
                {
                    "title": self._says.text(section.title) if self._is_headed(section) else None,
                    "parts": self._parts(section),
                }
                for section in self._sections()
            ],
            "signatures": self._says.words("form_signatures"),
            "signs": [
                {
                    "label": self._says.text(field.label),
                    "date": self._says.words("form_sign_date"),
                    "seal": self._says.words("form_sign_seal") if sign.seal else [],
                }
                for sign, field in template.signed
            ],
            "inside": {"title": self._says.words("letter_inside"), "note": self._says.words("letter_inside_note")},
            "guide": {
                "title": self._says.words("letter_guide" if template.is_letter else "form_how"),
                "note": self._says.words("form_guide_note"),
                "rows": [*self._about(), *(row for field in template.fields for row in self._guided(field))],
            },
        }

    def _logo(self) -> dict[str, Any] | None:
        """The company's logo, how large it stands in the head, and what is said of it to those who do not see it."""
        handbook = self._form.handbook
        if handbook.brand.logo is None:
            return None
        width, height = logo.size(handbook.brand.logo)
        said = self._form.say(handbook.company.short_name)
        return {**logo.as_data(handbook.brand.logo), "width": width, "height": height, "alt": said}

    def _sections(self) -> tuple[Section, ...]:
        """What is filled in beside labels: all of a form, and of a letter what is kept and not sent."""
        template = self._form.template
        if not template.is_letter:
            return template.below_box
        aside = tuple(field for field in template.fields if field.id in template.aside)
        title = self._form.handbook.interface.texts["letter_aside"]
        return (Section(id="aside", title=title, fields=aside),) if aside else ()

    def _about(self) -> list[dict[str, Any]]:
        """What the guide says of the whole form."""
        return [
            {"label": self._says.words(key), "text": self._says.text(text), "level": 0}
            for key, text in about(self._form.template)
        ]

    def _guided(self, field: FormField | AnyColumn, level: int = 1) -> list[dict[str, Any]]:
        """What the guide says of a field and, below it, of its columns."""
        own: dict[str, Any] = {
            "label": self._says.text(field.label),
            "text": self._says.in_each(lambda language, wording: whole_help(field, language, wording)),
            "level": level,
        }
        template = self._form.template
        if template.is_letter and isinstance(field, ChoiceColumn) and getattr(field, "id", "") not in template.aside:
            # Elsewhere they stand beside the place to write in.
            own["offered"] = self._says.in_each(
                lambda language, _: " / ".join(each.label[language] for each in field.options)
            )
        columns = field.columns if isinstance(field, TableField) else ()
        return [own, *(row for column in columns for row in self._guided(column, level + 1))]

    def _is_headed(self, section: Section) -> bool:
        """Whether the heading of a section says what the title does not; a list has nothing else than what its title says."""
        return not self._form.template.as_list and section.title != self._form.template.title

    def _parts(self, section: Section) -> list[dict[str, Any]]:
        """Tables, and between them rows of one field or of two narrow ones."""
        parts: list[dict[str, Any]] = []
        may_join = False
        for field in section.fields:
            if isinstance(field, TableField):
                labelled = self._is_headed(section) and self._says.text(field.label) != self._says.text(section.title)
                parts.append({"kind": "table", "table": self._says.table(field, labelled=labelled)})
                may_join = False
                continue
            if not parts or parts[-1]["kind"] == "table":
                parts.append({"kind": "rows", "rows": []})
            rows, narrow = parts[-1]["rows"], fits_half(field) and self._says.takes_lines(field) <= _LINES_BESIDE
            if not (narrow and may_join):
                rows.append([])
            rows[-1].append(self._says.lone(field, boxed=True))
            may_join = narrow and not may_join
        return parts
