"""A page in Markdown becomes the markup of a book."""

from __future__ import annotations

import pytest

from macros.published.book_markup import Pages


def body(items: list[str]) -> str:
    listed = "\n".join(f"- {item}" for item in items)
    return Pages((), "/").page(f"# A page\n\n{listed}\n\nSource: <https://handbook.example.com/>\n", ())


@pytest.mark.parametrize(
    ("name", "count"), [("对外发新闻稿", 3), ("Receiving visitors", 3), ("Asking suppliers for quotations", 2)]
)
def test_many_names_stand_in_as_many_columns_as_hold_them(name: str, count: int):
    assert body([f"[{name}](https://a.example/)"] * 8).startswith(f"#names({count}, [")


@pytest.mark.parametrize(
    "items",
    [
        ["[Minutes](https://a.example/)"] * 7,
        ["[Minutes](https://a.example/), kept here"] * 8,
        ["[Minutes](https://a.example/)", "Nothing else"] * 4,
        ["[Minutes](https://a.example/)\n\n    More"] * 8,
    ],
)
def test_a_list_that_is_short_or_says_more_stays_one(items: list[str]):
    assert body(items).startswith("#list([")
