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
from ..model.template import Template
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
    own: _Own = {
        path: (template, loaded.files[path].with_name(template.file))
        for path, template in loaded.folder("templates").items()
        if template.file
    }
    forms = {
        template.id: form for path, (template, file) in own.items() if (form := _read(loaded, path, template, file))
    }
    _let_scenarios_name(loaded, own)
    _check_one_file_each(loaded, own)
    _check_each_is_described(loaded, own)
    return forms


_Own = dict[str, tuple[Template, Path]]
"""The templates with a file of the company's own, and that file, by the path of their data."""


def _read(loaded: Loaded, path: str, template: Template, file: Path) -> OwnForm | None:
    """What can be filled in in the file of a form; none where it cannot be taken, which is then a fault."""
    fault = partial(loaded.fault, path)
    if not is_form(loaded.files[path]):
        fault(("file",), f"stands here only for a form of the company's own; move it to {places.COMPANY}/forms/")
        return None
    if not file.is_file():
        others = [each for each in _beside(loaded.files[path]) if each != file.name]
        fault(
            ("file",),
            f"'{others[0]}' cannot be taken; save it as '{file.name}', or as .xlsx or .pdf"
            if others
            else f"'{file.name}' does not stand beside this file; put it there",
        )
        return None
    interface = loaded.records.get("interface.yml")
    if interface is None:
        return None
    content = file.read_bytes()
    found = find(content, file.suffix[1:].lower())
    if found.unfit:
        fault(("file",), f"'{file.name}' {found.closed}; put the form itself in its place")
        return None
    return asked(template, content, found, interface.texts["own_places"], fault)


def _let_scenarios_name(loaded: Loaded, own: _Own) -> None:
    """Own forms say to which scenarios they belong; other templates are named by these."""
    for path, scenario in loaded.folder("scenarios").items():
        more = tuple(t.id for t, _ in own.values() if scenario.id in t.belongs_to and t.id not in scenario.templates)
        if more:
            loaded.records[path] = scenario.model_copy(update={"templates": (*scenario.templates, *more)})


def _check_one_file_each(loaded: Loaded, own: _Own) -> None:
    for path, (_, file) in own.items():
        others = [name for name in _beside(loaded.files[path]) if name != file.name]
        if others and file.is_file():
            loaded.fault(
                path,
                ("file",),
                f"'{others[0]}' stands beside '{file.name}', and one form has one file; give it another name, or delete it",
            )


def _check_each_is_described(loaded: Loaded, own: _Own) -> None:
    named = {file for _, file in own.values()}
    for file in _files(loaded.root):
        if file not in named and not file.with_suffix(".yml").is_file():
            place = file.relative_to(loaded.root).as_posix()
            loaded.faults.add(
                place,
                1,
                "file",
                f"nothing says what it is; `python -m macros new form {file.stem}` lays down {file.stem}.yml beside it, to be filled in",
            )


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
