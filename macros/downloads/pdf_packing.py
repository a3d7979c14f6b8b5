"""A typeset PDF as it is published."""

from __future__ import annotations

import io

import pikepdf


def packed(pdf: pikepdf.Pdf) -> bytes:
    """The document with its objects in streams, under its title; the same bytes for the same document."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = True
    # It says what nothing says as well, and poppler takes it for an error.
    if "/Suspects" in pdf.Root.MarkInfo:
        del pdf.Root.MarkInfo.Suspects
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()
