"""Macros of terms, phrases, names and sentences."""

from __future__ import annotations

from markupsafe import Markup

from ...model.languages import LANGUAGES
from ..escaping import in_markdown
from .subject import Subject


class Words(Subject):
    """One method a macro."""

    def term(self, id: str, text: str = "") -> str:
        """A glossary term in running text, with its definition on hover and focus; `text` replaces its name."""
        terms = {term.id: term for term in self.page.handbook.glossary.terms}
        found = terms[self.page.known("glossary term", id, terms)]
        self.page.terms += 1
        return self.page.show("term", term=found, text=str(text), number=self.page.terms).strip()

    def glossary(self) -> str:
        """The whole glossary."""
        return self.page.show("glossary")

    def phrases(self, occasion: str) -> str:
        """The phrases for one occasion."""
        occasions = {found.id: found for found in self.page.handbook.phrases.occasions}
        found = occasions[self.page.known("occasion", occasion, occasions)]
        return self.page.show("phrases", occasion=found)

    def phrase_filter(self) -> str:
        """A choice of occasion and tone, above the phrases of a page; needs a script."""
        return self.page.show("phrase-filter")

    def never_say(self) -> str:
        """What never to say, why, and what to say instead."""
        return self.page.show("never-say")

    def naming_rule(self, id: str) -> str:
        """A rule for names with good and bad ones: `mail-subjects` or `file-names`."""
        rules = {"mail-subjects": self.page.handbook.mail_subjects, "file-names": self.page.handbook.file_names}
        return self.page.show("naming-rule", rule=rules[self.page.known("naming rule", id, rules)])

    def feedback(self, *, start: bool = False) -> str:
        """What readers do to tell the editors something: write to the profile's address or fill in its form, with the link;
        `start` begins a sentence with it."""
        company, wording = self.page.handbook.company, self.page.wording
        shown = wording.text("feedback_form") if company.feedback_form else company.feedback_mail
        way = "feedback_by_form" if company.feedback_form else "feedback_by_mail"
        place = "\ue000"  # no sign of any text
        said = wording.text(way, to=place)
        link = Markup('<a href="{}">{}</a>').format(company.feedback_address, shown)
        return in_markdown(said[:1].upper() + said[1:] if start else said).replace(place, link)

    def in_both_languages(self, text: str, otherwise: str = "") -> str:
        """Words that are true where the handbook is published in both languages; `otherwise` where it is in one alone."""
        return Markup(otherwise if LANGUAGES.alone else text)

    def with_offices(self, text: str, otherwise: str = "") -> str:
        """Words that are true where the company has several offices; `otherwise` where it has one."""
        return Markup(text if self.page.handbook.company.offices else otherwise)

    def say(self, id: str) -> str:
        """A sentence whose wording is the same everywhere."""
        sentences = {sentence.id: sentence for sentence in self.page.handbook.sentences.sentences}
        return sentences[self.page.known("sentence", id, sentences)].text[self.page.language]
