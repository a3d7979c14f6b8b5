"""Word and Excel files, printed as an office program prints them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import program


def print_all(files: list[Path], folder: Path) -> None:
    """Print Word and Excel files into a folder, as PDF of the same name."""
    command = [program("soffice"), f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    run = [*command, "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(run, check=True, capture_output=True, timeout=1_200)


def text_of(printed: Path | bytes, *options: str) -> str:
    """The text of a PDF, a form feed after each page; with `-raw` in the order in which it was written."""
    at_hand = isinstance(printed, bytes)
    run = [program("pdftotext"), *options, "-" if at_hand else str(printed), "-"]
    return subprocess.run(run, input=printed if at_hand else None, check=True, capture_output=True).stdout.decode()
