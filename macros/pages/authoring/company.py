"""The names of the company profile, as pages write them."""

from __future__ import annotations

from ...errors import nearest
from ...model.base import Text
from ...model.languages import ALL, Language
from ..arguments import MacroError
from ..escaping import in_markdown
from .place import Place


class Company:
    """`{{ company.messenger }}` and the other names of the company profile, in the language of the page."""

    def __init__(self, page: Place):
        self._page = page

    @property
    def _tokens(self) -> dict[str, Text]:
        return self._page.handbook.tokens

    def __getattr__(self, name: str) -> str | _Group:
        if name.startswith("_"):
            raise AttributeError(name)
        if name in ("dept", "role"):
            return _Group(self, name)
        return self.called(name, self._page.language)

    def called(self, name: str, language: Language) -> str:
        """A name of the profile in a language."""
        if name not in self._tokens:
            raise MacroError(f"the company profile has no '{name}'; {nearest(name, self._tokens)}")
        said = self._tokens[name][language]
        return (" " if said.startswith(" ") else "") + in_markdown(said)  # which leaves no blank at the beginning


class _Group:
    """`{{ company.role.legal }}`: the departments or roles of the profile; `legal_en` in that language, whatever the page's."""

    def __init__(self, company: Company, kind: str):
        self._company, self._kind = company, kind

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        for language in ALL:
            if name.endswith(f"_{language}"):
                return self._company.called(f"{self._kind}.{name.removesuffix(f'_{language}')}", language)
        return str(getattr(self._company, f"{self._kind}.{name}"))
