"""The JSON Schema of the public contract, made from its model, for the languages in which this handbook is published."""

from __future__ import annotations

from typing import Any

from pydantic import create_model

from ..model.languages import ALL, LANGUAGES, only_published
from ..model.things import KNOWN, WITH_PAGES
from .contract_parts import Contract, ThingPart
from .contract_words import as_json


def schema_json() -> bytes:
    """The JSON Schema of the contract."""
    others: dict[str, Any] = {kind.folder: (list[ThingPart], ...) for kind in WITH_PAGES if kind.name not in KNOWN}
    whole: Any = create_model("Contract", __base__=Contract, **others)
    schema: dict[str, Any] = _published_schema(whole.model_json_schema())
    return as_json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _published_schema(schema: Any) -> Any:
    """A schema that knows the languages of this site only."""
    if isinstance(schema, dict):
        return {key: _published_schema(part) for key, part in only_published(schema).items()}
    if isinstance(schema, list):
        off = set(ALL) - set(LANGUAGES)
        return [
            _published_schema(each) for each in schema if not (isinstance(each, str) and off & set(each.split("-")))
        ]
    return schema
