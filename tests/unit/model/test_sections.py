"""Other words of a section are also those of its page, and stand once."""

import pytest
from pydantic import ValidationError

from macros.model.sections import WithSections

SECTION = {"heading": "limits", "zh": ("购物卡",), "en": ("gift card",)}


def _read(**sections: object) -> WithSections:
    return WithSections.model_validate({"aliases": {"zh": ("请客",), "en": ("a meal",)}, **sections})


def test_a_page_has_the_words_of_its_sections_behind_its_own() -> None:
    read = _read(section_aliases=(SECTION,))
    assert (read.aliases.zh, read.aliases.en) == (("请客", "购物卡"), ("a meal", "gift card"))
    assert _read().aliases.en == ("a meal",)


@pytest.mark.parametrize("more", [{"heading": "steps", "zh": ("购物卡",)}, {"heading": "steps", "zh": ("请客",)}])
def test_a_word_stands_in_one_place(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="is an alias of the page and of a section of it, or of two"):
        _read(section_aliases=(SECTION, more))
