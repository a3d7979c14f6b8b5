"""Macros of the templates."""

from __future__ import annotations

from ...errors import nearest
from ...model.template import Template
from ...model.template_groups import by_group
from ..arguments import MacroError
from .subject import Subject


class Forms(Subject):
    """One method a macro."""

    def template_cards(self, audience: str = "") -> str:
        """Templates as cards, all or those for one audience."""
        self.page.among("audience", audience, ("internal", "external"))
        chosen = tuple(t for t in self.page.handbook.templates if audience in ("", t.audience))
        return self.page.show("template-cards", templates=chosen)

    def template_gallery(self) -> str:
        """All templates with a small picture each, with filters; at the end all in one archive."""
        return self.page.show(
            "template-gallery", groups=by_group(self.page.handbook.templates, self.page.handbook.scenarios)
        )

    def controlled_forms(self) -> str:
        """The register of all controlled forms, with its Excel file."""
        return self.page.show("controlled-forms")

    def template_buttons(self, id: str) -> str:
        """The download buttons of a template."""
        return self.page.show("template-buttons", template=self._template(id))

    def fill_link(self, id: str, values: dict[str, str], text: str = "") -> str:
        """A link that opens a template's form with values by field; `text` replaces the template's title."""
        template = self._template(id)
        fields = {field.id: field for field in template.fields}
        if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
            raise MacroError(f'values={values!r}: write them by field, such as {{"{next(iter(fields))}": "…"}}')
        for field_id, value in values.items():
            field = fields[self.page.known("field", field_id, fields)]
            options = [option.id for option in getattr(field, "options", ())]
            if options and value not in options:
                raise MacroError(f"unknown option '{value}' of '{field_id}'; {nearest(value, options)}")
            if not options and not field.kind.is_words:
                raise MacroError(f"'{field_id}' is {field.type}; only words and choices can be filled in by a link")
        return self.page.show("fill-link", template=template, given=tuple(values.items()), text=text).strip()

    def template_page(self, id: str) -> str:
        """Everything on a template: what it is for, the form, how to fill it in, an example filled in, downloads."""
        return self.page.show("template-page", template=self._template(id))

    def _template(self, given: str) -> Template:
        return self.page.handbook.template[self.page.known("template", given, self.page.handbook.template)]
