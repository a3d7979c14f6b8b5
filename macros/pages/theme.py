"""Where the theme lies: the templates, styles and icons that the handbook's own stand beside."""

from __future__ import annotations

from pathlib import Path

import material

TEMPLATES = Path(material.__file__).parent / "templates"
