"""Which characters are Chinese; `overrides/shared/han.js` says the same to scripts."""

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Them, as they stand within the brackets of a pattern: 〇, the unified ones with all their extensions, those kept for compatibility.

Punctuation is none of them. From Unicode 17, blocks “CJK Unified Ideographs” and “CJK Compatibility Ideographs”."""
