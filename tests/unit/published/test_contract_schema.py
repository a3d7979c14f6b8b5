"""The schema of `handbook.json`: what is always there has to be there."""

from __future__ import annotations

import json

from macros.published.contract_schema import schema_json


def test_only_what_may_be_nothing_may_be_missing():
    """Whoever reads the file need not ask for what each thing has."""
    schema = json.loads(schema_json())
    may_be_missing = {
        (name, key)
        for name, part in {"": schema, **schema["$defs"]}.items()
        for key, value in part.get("properties", {}).items()
        if key not in part.get("required", ()) and {"type": "null"} not in value.get("anyOf", ())
    }
    assert {key for _, key in may_be_missing} == {"from"}, "which is the handbook where it is not said"
