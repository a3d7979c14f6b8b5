"""The pages to which the handbook's own templates lead by their address are there, and the headings that they name."""

from __future__ import annotations

from ...errors import Faults
from ...model.languages import LANGUAGES
from ...reading.layer import changes
from ...reading.loaded import Loaded

PAGES: dict[str, tuple[str, ...]] = {
    "index": (),
    "about/changes": (),
    "about/offline": (),
    "about/reviews": (),
    "channels/index": (),
    "checklists/index": (),
    "choose": (),
    "choose/all": (),
    "contacts/index": (),
    "guide/external/index": (),
    "guide/index": (),
    "guide/internal/index": (),
    "my/index": (),
    "onboarding/index": (),
    "onboarding/practice": (),
    "onboarding/practice/external": (),
    "onboarding/practice/internal": (),
    "reference/confidentiality": (),
    "reference/controlled-forms": (),
    "reference/glossary": (),
    "reference/phrases": (),
    "reference/response-times": (),
    "scenarios/index": ("table",),
    "search": (),
    "templates/index": (),
}
"""Pages by their place below `docs/zh`, each with the ids of the headings that a template names."""
MAY_GO = {page for page in PAGES if page.startswith(("about/reviews", "reference/", "onboarding/practice"))}
"""Those that a company can leave out: what leads there asks whether they are there (`Handbook.has`)."""


def check(loaded: Loaded) -> None:
    """Report such pages that neither language has, and headings that a page lacks."""
    left_out = loaded.laid.gone.get("pages", {})
    for page, headings in PAGES.items():
        if page in left_out and page in MAY_GO:
            continue
        sources = [f"{language}/{page}.md" for language in LANGUAGES]
        files = [loaded.pages[source] for source in sources if source in loaded.pages]
        if not files and left_out.get(page, -1) >= 0:
            made = changes.read(loaded.root, Faults())
            path, line = made.place("leave_out", left_out[page])
            message = f"'{page}' cannot be left out, since pages of every kind lead there; delete this line"
            if "*" in made.leave_out[left_out[page]]:
                message = (
                    f"'{page}' cannot be left out, since pages of every kind lead there; name the others one by one"
                )
            loaded.faults.add(path, line, f"leave_out[{left_out[page]}]", message)
        elif not files:
            loaded.faults.add(
                f"docs/zh/{page}.md",
                1,
                "file",
                "is missing; the handbook's own templates lead there, so restore it in both languages",
            )
        for file in files:
            text = file.read_text(encoding="utf-8", errors="replace") if headings else ""
            for heading in headings if text else ():
                if f"{{#{heading}}}" not in text:
                    path = file.relative_to(loaded.root).as_posix()
                    loaded.faults.add(
                        path,
                        1,
                        "heading",
                        f"lacks {{#{heading}}}, to which the handbook's own templates lead; restore that id",
                    )
