"""The site as the tests of all engines see it: each page listens for script errors, which not every driver tells."""

from __future__ import annotations

import shutil
from pathlib import Path

LISTENER = """<script>
for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, (event) => {
  if (event.target !== window) return;
  const before = JSON.parse(sessionStorage.getItem("faults") || "[]");
  const fault = location.pathname + ": " + (event.message || event.reason);
  sessionStorage.setItem("faults", JSON.stringify([...before, fault]));
});
</script>"""


def listening(site: Path, folder: Path) -> Path:
    """A copy of a site whose pages note what goes wrong in their scripts."""
    shutil.copytree(site, folder, copy_function=linked)
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.unlink()
        page.write_text(text.replace("<head>", f"<head>{LISTENER}", 1), encoding="utf-8")
    return folder


def linked(source: str, target: str) -> None:
    """The same file by another name, where the file system can, so that a copy of the downloads takes no room."""
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copy(source, target)
