"""Where the handbook's sources stand: in `docs/data`, `docs/zh` and `docs/en`, and over those the company's layer.

The layer is `docs/company`, which `python -m macros company` lays down and no release writes to; where there is none, or a part of it
is missing, that of the sample company stands in, `docs/sample`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from ...model.languages import ALL, LANGUAGES
from ..strays import is_stray
from . import renames as renaming
from .renames import Renames

DATA, COMPANY, SAMPLE = "docs/data", "docs/company", "docs/sample"
LAYERS = (f"{COMPANY}/", f"{SAMPLE}/")
PROFILE, CONTACTS = "company.yml", "contacts"
"""What the handbook has none of, and each layer has: the company's profile, and who handles what."""
FORMS = "forms"
"""Files that the company must use, each beside the data that make it a template."""
BRAND = "brand"
"""Logo, favicon and letterhead; see `reading/brand.py`."""
CHANGES = "changes.yml"
"""What differs from the handbook; see `changes`."""
LAST_UPDATE = "last-update.yml"
"""What there was of the handbook when the company last looked; `python -m macros update` writes it."""
RELEASED = "released.yml"
"""The facts of the last releases; `python -m macros released` writes it, among the data or into the company's layer."""
TRANSLATED = "page-fingerprints.yml"
"""How pages read when both languages last agreed: the handbook's among its data, the company's at the head of its layer."""
_READ = (CONTACTS, "data")
"""The folders of a layer that hold data."""
_FOLDERS = (*_READ, FORMS, BRAND, *ALL)
"""All that a layer may have."""
_ENDINGS = (".yml", ".yaml", ".md", ".csv", ".svg", ".png", ".jpg", ".docx", ".xlsx", ".pdf")
"""How files of a layer end, and no folder does."""


def is_own(name: str) -> bool:
    """Whether a data file, by its name below `docs/data`, is one that only a layer has."""
    return name == PROFILE or name.startswith(f"{CONTACTS}/")


def released(root: Path) -> Path:
    """Where the facts of the last releases are kept: a company keeps those of its own handbook."""
    return root / COMPANY / RELEASED if (root / COMPANY).is_dir() else root / DATA / RELEASED


def data_files(root: Path) -> dict[str, Path]:
    """Every data file by its name, which is its path below `docs/data` or, in a layer, below its `data`.

    A file of the layer takes the place of the handbook's file of that name.
    """
    found = dict(_below(root / DATA))
    sample, company = (dict(_of_layer(root / layer)) for layer in (SAMPLE, COMPANY))
    for part in (PROFILE, f"{CONTACTS}/"):
        if not any(name.startswith(part) for name in company):
            company |= {name: file for name, file in sample.items() if name.startswith(part)}
    if not (root / COMPANY).is_dir():
        company = sample
    parts = own_parts(root).keys() & found.keys()  # come into the handbook's own file
    company = renames(root).files(company, root / COMPANY)
    return dict(sorted({**found, **{name: file for name, file in company.items() if name not in parts}}.items()))


def renames(root: Path) -> Renames:
    """What the handbook calls otherwise than it did."""
    return renaming.read(root / DATA, root / COMPANY)


def layer_of(root: Path) -> Path:
    """The folder of the layer in use."""
    return root / (COMPANY if (root / COMPANY).is_dir() else SAMPLE)


def sample_contacts(root: Path) -> dict[str, Path]:
    """The sample company's contacts by name."""
    return {name: file for name, file in _of_layer(root / SAMPLE).items() if name.startswith(f"{CONTACTS}/")}


def pages(root: Path) -> dict[str, Path]:
    """Every page by its source below `docs/`, such as `zh/channels/email.md`: the layer's instead of the handbook's."""
    found = {}
    for folder in (root / "docs", layer_of(root)):
        for language in LANGUAGES:
            for name, file in _below(folder / language).items():
                if name.endswith(".md") and not is_stray(PurePath(name)):
                    found[f"{language}/{name}"] = file
    return dict(sorted(renames(root).files(found, root / COMPANY).items()))


def beside_pages(root: Path) -> dict[str, Path]:
    """Pictures and documents beside the layer's pages, by their place below `docs/`, such as `zh/reference/floor-3.png`: one that lies
    with one language alone is there for the other too."""
    found: dict[str, dict[str, Path]] = {
        language: {
            name: file
            for name, file in _below(layer_of(root) / language).items()
            if not name.endswith((".md", ".yml", ".yaml")) and not is_stray(PurePath(name))
        }
        for language in ALL
    }
    anywhere = {name: file for files in found.values() for name, file in files.items()}
    return {
        f"{language}/{name}": file
        for language in LANGUAGES
        for name, file in sorted({**anywhere, **found[language]}.items())
    }


def practice(root: Path) -> str:
    """The file into which a case of the practice is written: the company's where there is its layer."""
    return f"{COMPANY if (root / COMPANY).is_dir() else 'docs'}/data/practice.yml"


def own_parts(root: Path) -> dict[str, Path]:
    """Files of the layer whose entries come into the handbook's file of the same name, by that name."""
    files = _of_layer(layer_of(root))
    return {name: file for name, file in files.items() if "/" not in name and name.endswith(".yml") and name != PROFILE}


def wanted(root: Path, name: str) -> str:
    """Where a data file that is missing belongs, below the project's root."""
    if not is_own(name):
        return f"{DATA}/{name}"
    return f"{layer_of(root).relative_to(root).as_posix()}/{name}"


def to_write(root: Path, name: str) -> str:
    """Where whoever works on this handbook writes a file that is not there yet, such as `data/cast.yml` or `zh/guide/scope.md`: a
    company in its layer, which alone no release overwrites."""
    return f"{COMPANY if (root / COMPANY).is_dir() else 'docs'}/{name}"


def is_ours_to_change(root: Path, path: str) -> bool:
    """Whether whoever works on this handbook writes in a file, by its path below the project's root: a company in its layer alone."""
    return path.startswith(f"{COMPANY}/") or not (root / COMPANY).is_dir()


def path_of(root: Path, name: str) -> str:
    """Where a data file stands, below the project's root; of one that is missing, where it belongs."""
    file = data_files(root).get(name)
    return file.relative_to(root).as_posix() if file else wanted(root, name)


def misplaced(root: Path) -> Iterator[tuple[str, str]]:
    """Data files that stand where nobody reads them, below the project's root, each with what to do."""
    for name, file in _below(root / DATA).items():
        if is_own(name) and not is_stray(PurePath(name)):
            yield (
                file.relative_to(root).as_posix(),
                f"is the company's own; `python -m macros company` moves it into {COMPANY}/",
            )
    for file in sorted((root / COMPANY).rglob("*")):
        if message := _is_no_file(file):
            yield file.relative_to(root).as_posix(), message
    for name, file in _below(root / COMPANY).items():
        top = name.partition("/")[0]
        if (
            name == top
            and name.endswith(".yml")
            and name not in (PROFILE, CHANGES, LAST_UPDATE, RELEASED, TRANSLATED)
            and not is_stray(PurePath(name))
        ):
            yield (
                file.relative_to(root).as_posix(),
                f"data of the company's own stand in {COMPANY}/data/; move it there",
            )
        elif name in _FOLDERS:
            yield (
                file.relative_to(root).as_posix(),
                "is a file, where a folder is to stand; rename it, make the folder, and put into it what belongs there",
            )
        elif top not in (name, *_FOLDERS) and name.endswith((".yml", ".yaml", ".md")):
            yield (
                file.relative_to(root).as_posix(),
                f"nobody reads the folder '{top}'; data stand in {COMPANY}/data/, pages in {COMPANY}/zh/ and {COMPANY}/en/",
            )


def _is_no_file(file: Path) -> str:
    """Why nobody reads what looks as though it were read; blank where it is, or does not look so."""
    if file.is_symlink() and file.is_dir():
        return "is a link to a folder, and nobody looks into it; put the folder itself here"
    if file.suffix.lower() not in _ENDINGS or file.is_file():
        return ""
    if file.is_dir():
        return "is a folder, where a file is to stand; rename it, or take it away"
    return "is a link that leads nowhere; put the file itself here"


def _below(folder: Path) -> dict[str, Path]:
    return {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}


def _of_layer(folder: Path) -> dict[str, Path]:
    """A layer's data files by name."""
    files = _below(folder)
    found = {
        name.removeprefix("data/"): file
        for name, file in files.items()
        if name == PROFILE or name.startswith(tuple(f"{each}/" for each in _READ))
    }
    forms = {name: file for name, file in files.items() if name.startswith(f"{FORMS}/") and name.endswith(".yml")}
    return found | {f"templates/{name.removeprefix(f'{FORMS}/')}": file for name, file in forms.items()}
