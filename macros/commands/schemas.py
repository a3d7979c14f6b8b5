"""What editors complete, explain and underline while someone types: the JSON Schema of each data file, made from the model.

They stand in `.cache/schemas/`; `.vscode/settings.json` and `.idea/jsonSchemas.xml` say which belongs to which files.
"""

from __future__ import annotations

import ast
import functools
import json
import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .. import model
from ..model.template import Template
from ..reading.layer.renames import BASED_ON
from ..reading.loading import FILES, FOLDERS

FOLDER = ".cache/schemas"
FORM_SCHEMA, CHANGES = "own-form", "changes"
"""Of the lines beside a form of the company's own, and of what differs with the company."""
_SAID_BY_THE_FILE = ("order", "sections", "use_when", "recipients", "filing", "file_name", "audience")
_TEXT = {
    "description": "两种语言都写：{zh: …, en: …}；名字一样的写{same: …} · in both languages; a name that both share as {same: …}",
    "anyOf": [
        {
            "type": "object",
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        },
        {
            "type": "object",
            "properties": {"same": {"type": "string"}},
            "additionalProperties": False,
            "required": ["same"],
        },
    ],
}
_BY_PATH = {"type": "object", "description": "只改一个值：左边是一路的id · single values, by the path of their ids"}
_PATTERNS = {"type": "array", "items": {"type": "string"}, "description": "不要的 · what the company does without"}


def write(root: Path) -> None:
    """Write the schemas, where they are not there as they should be."""
    for name, schema in schemas().items():
        file = root / FOLDER / f"{name}.json"
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")


def schemas() -> dict[str, dict[str, Any]]:
    """Each schema by its name: that of the file or the folder."""
    found = {
        name.removesuffix(".yml"): _schema(record, is_whole=name == "company.yml") for name, record in FILES.items()
    }
    found |= {name: _schema(record, is_whole=True) for name, record in FOLDERS.items()}
    own_form = _schema(Template, is_whole=True)
    own_form["required"] = [key for key in own_form["required"] if key not in _SAID_BY_THE_FILE]
    changes = {"leave_out": _PATTERNS, "set": _BY_PATH}
    return {
        **found,
        FORM_SCHEMA: own_form,
        CHANGES: {**_HEAD, "type": "object", "properties": changes, "additionalProperties": False},
    }


_HEAD = {"$schema": "http://json-schema.org/draft-07/schema#"}


def _schema(record: type[BaseModel], *, is_whole: bool) -> dict[str, Any]:
    """The schema of a file.

    Args:
        record: what it holds.
        is_whole: whether it must hold all of it; of lists such as the glossary a company writes its own entries only.
    """
    made = record.model_json_schema()
    parts = {name: _as_written(name, part) for name, part in made.pop("$defs", {}).items()}
    whole = _as_written(record.__name__, made)
    whole["properties"] = {**whole["properties"], BASED_ON: {"type": "string"}}
    if not is_whole:
        whole.pop("required", None)
    return {**_HEAD, **whole, "$defs": parts}


def _as_written(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """A part as people write it, with what the model says of each key."""
    properties = part.get("properties", {})
    if set(properties) == {"zh", "en"} and properties["zh"].get("type") == "string":
        return _TEXT
    if set(properties) == {"cells"}:
        return {"type": "object"}
    for key, said in _said_of(name).items():
        if key in properties:
            properties[key] = _described(properties[key], said)
    by_id = {key: value for key, value in part.items() if key != "title"}
    return {"anyOf": [{"type": "string"}, by_id]} if "at" in properties and part.get("required") == ["at"] else by_id


def _described(value: dict[str, Any], said: str) -> dict[str, Any]:
    """A value with a description; what stands beside a reference older editors pass over."""
    kept = {key: each for key, each in value.items() if key not in ("title", "description")}
    return {"description": said, "allOf": [kept]} if "$ref" in kept else {**kept, "description": said}


@functools.cache
def _docstrings() -> dict[str, dict[str, str]]:
    """What stands under each field, by record and field."""
    found: dict[str, dict[str, str]] = {}
    for file in Path(model.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                for field, below in zip(node.body, node.body[1:], strict=False):
                    if (
                        isinstance(field, ast.AnnAssign)
                        and isinstance(field.target, ast.Name)
                        and (text := _text_of(below))
                    ):
                        found.setdefault(node.name, {})[field.target.id] = re.sub(r"\s+", " ", text)
    return found


def _said_of(record: str) -> dict[str, str]:
    return {**_docstrings().get("Review", {}), **_docstrings().get(record, {})}


def _text_of(node: ast.stmt) -> str:
    """What a statement says that is only a text; a blank for others."""
    said = node.value.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) else None
    return said if isinstance(said, str) else ""
