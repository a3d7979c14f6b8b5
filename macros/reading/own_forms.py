"""The company's own forms: files that it must use, each with a few lines of data, in `forms/` of its layer.

They become templates without fields of ours: the file is offered as it is, byte for byte, and filled in where it names its places.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from ..model.languages import whole
from ..model.own_form import FORMATS, OwnForm
from .layer import places
from .loaded import Loaded
from .own import find
from .own.asking import asked
from .strays import is_stray

_SAID_BY = {"use_when": "summary", "recipients": "summary", "filing": "summary", "file_name": "title"}
"""What a template says and these few lines need not: what stands for it."""
_LAST = 900
"""Where they stand among the templates, unless they say otherwise."""


def completed(data: dict[str, Any], file: Path) -> dict[str, Any]:
    """The lines of an own form as a template has them.

    Args:
        data: what its file says.
        file: where that stands; without `file`, the form has its name.
    """
    found = [each.name for each in sorted(file.parent.glob(f"{file.stem}.*")) if each.suffix[1:] in FORMATS]
    # Where it is blank, that is said once, there.
    said = {
        key: data[by] if _is_said(whole(data[by])) else {"same": file.stem}
        for key, by in _SAID_BY.items()
        if by in data
    }
    return {"order": _LAST, "sections": [], "file": found[0] if found else f"{file.stem}.docx", **said, **data}


def _is_said(text: Any) -> bool:
    return isinstance(text, dict) and all(text.values())


def check(loaded: Loaded) -> dict[str, OwnForm]:
    """Read the files of all own forms, and let the scenarios to which they belong name them.

    Args:
        loaded: all records; what is wrong is among its faults.

    Returns:
        The forms by the id of the template.
    """
    forms = {}
    interface = loaded.records.get("interface.yml")
    own = {path: each for path, each in loaded.folder("templates").items() if each.file}
    for path, template in own.items():
        file = loaded.files[path].with_name(template.file)
        if not is_form(loaded.files[path]):
            loaded.fault(
                path, ("file",), f"stands here only for a form of the company's own; move it to {places.COMPANY}/forms/"
            )
        elif not file.is_file():
            others = [each for each in _beside(loaded.files[path]) if each != template.file]
            loaded.fault(
                path,
                ("file",),
                f"'{others[0]}' cannot be taken; save it as '{template.file}', or as .xlsx or .pdf"
                if others
                else f"'{template.file}' does not stand beside this file; put it there",
            )
        elif interface is not None:
            content = file.read_bytes()
            found = find(content, file.suffix[1:].lower())
            title = interface.texts["own_places"]
            fault = partial(loaded.fault, path)
            if found.unfit:
                fault(("file",), f"'{template.file}' {found.closed}; put the form itself in its place")
                continue
            forms[template.id] = asked(template, content, found, title, fault)
    for scenario_path, scenario in loaded.folder("scenarios").items():
        more = tuple(t.id for t in own.values() if scenario.id in t.belongs_to and t.id not in scenario.templates)
        if more:
            loaded.records[scenario_path] = scenario.model_copy(update={"templates": (*scenario.templates, *more)})
    named = {loaded.files[path].with_name(each.file) for path, each in own.items()}
    for path, each in own.items():
        others = [name for name in _beside(loaded.files[path]) if name != each.file]
        if others and loaded.files[path].with_name(each.file).is_file():
            loaded.fault(
                path,
                ("file",),
                f"'{others[0]}' stands beside '{each.file}', and one form has one file; give it another name, or delete it",
            )
    for file in _files(loaded.root):
        if file not in named and not file.with_suffix(".yml").is_file():
            place = file.relative_to(loaded.root).as_posix()
            loaded.faults.add(
                place,
                1,
                "file",
                f"nothing says what it is; `python -m macros new form {file.stem}` lays down {file.stem}.yml beside it, to be filled in",
            )
    return forms


def _beside(file: Path) -> list[str]:
    """Files of the same name as a form's data."""
    found = (each.name for each in file.parent.iterdir() if each.stem == file.stem and each.suffix != file.suffix)
    return sorted(each for each in found if not is_stray(PurePath(each)))


def is_form(file: Path) -> bool:
    """Whether the data of an own form stand in this file."""
    return file.parent.name == places.FORMS


def _files(root: Path) -> Iterator[Path]:
    """The files of the layer that may be forms."""
    folder = places.layer_of(root) / places.FORMS
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix != ".yml" and not is_stray(PurePath(file.name)):
            yield file
