"""Whether the two languages of a page still agree: a recorded fingerprint of each, compared with what stands there.

A fingerprint and not a file's date, because a fresh clone gives every file the same date.
"""

from __future__ import annotations

from pathlib import Path

from ..errors import Faults
from ..model.languages import LANGUAGES
from ..reading import agreed, source
from ..reading.agreed import RECORD
from ..reading.fingerprints import fingerprint_of
from ..reading.layer.own import as_read
from ..reading.writing import dumped, write
from .prose import Page

_HEAD = """\
# Written by `python -m macros translated`: how each page read in both languages when they last agreed. Not edited by hand.
"""


def notices(root: Path, pages: list[Page]) -> list[str]:
    """What an editor should look at: pages of which one language changed and the other did not, or that are new."""
    if LANGUAGES.alone:
        return []
    writes, found = agreed.in_use(root), []
    written, now = agreed.read(root, Faults(), writes), _fingerprints(root, pages)
    recorded = {**agreed.read(root, Faults()), **written}
    files = {page.source: page.path for page in pages}
    for page, prints in now.items():
        known = recorded.get(page)
        changed = [language for language in LANGUAGES if known and prints.get(language) != known.get(language)]
        record = f"then record it: python -m macros translated {page}"
        at = {language: files.get(f"{language}/{page}", f"docs/{language}/{page}") for language in LANGUAGES}
        if known is None:
            found.append(f"{at['zh']}:1: is not recorded yet; see that {at['en']} says the same, {record}")
        elif len(changed) == 1:
            other = next(language for language in LANGUAGES if language != changed[0])
            found.append(
                f"{at[changed[0]]}:1: was changed since both languages last agreed, "
                f"{at[other]} was not; bring it up to date, {record}"
            )
        elif changed:
            found.append(
                f"{at['zh']}:1: both languages were changed since they last agreed; "
                f"see that they say the same, {record}"
            )
    for page in written.keys() - now.keys():
        found.append(f"{writes}:1: {page} is recorded but gone; forget it: python -m macros translated {page}")
    return sorted(found)


def record(root: Path, pages: list[Page], chosen: list[str]) -> list[str]:
    """Record that both languages agree as they stand: for the chosen pages, or for all where none is chosen.

    In a company's layer, only what the handbook's record does not say already.

    Returns:
        The pages recorded or forgotten.

    Raises:
        KeyError: for a chosen page that neither stands in `docs/` nor in the record.
        ValueError: where the record cannot be read; it says why.
    """
    faults, writes = Faults(), agreed.in_use(root)
    recorded, now = agreed.read(root, faults, writes), _fingerprints(root, pages)
    known = agreed.read(root, faults) if writes != RECORD else {}
    # An entry that is about to be written anew may be wrong.
    wrong = [fault for fault in faults if not fault.field.endswith(".md") or (chosen and fault.field not in chosen)]
    if wrong:
        raise ValueError("\n".join(map(str, wrong)))
    for page in chosen:
        if page not in now and page not in recorded:
            raise KeyError(page)
    done = chosen or sorted(page for page in now if now[page] != known.get(page))
    for page in (*done, *(() if chosen else tuple(recorded))):
        if page in now and now[page] != known.get(page):
            recorded[page] = now[page]
        else:
            recorded.pop(page, None)
    write(root / writes, _HEAD + dumped(recorded, sort_keys=True))
    return done


def _fingerprints(root: Path, pages: list[Page]) -> dict[str, dict[str, str]]:
    """Of each page as it was written, whatever a company leaves out of it, and whatever its own is based on."""
    found: dict[str, dict[str, str]] = {}
    for page in pages:
        text = source.decode(root / page.path, root, Faults()) or ""
        of_page = found.setdefault(page.in_either_language, {})
        of_page[page.source.partition("/")[0]] = fingerprint_of(as_read(text))
    return found
