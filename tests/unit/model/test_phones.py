"""Telephone numbers, as each language's readers write them."""

import pytest

from macros.model.phones import written


@pytest.mark.parametrize(
    "number, zh",
    [
        ("+86 10 5555 0100", "010-5555 0100"),
        ("+86 571 5555 0163", "0571-5555 0163"),
        ("+86 139 5555 0142", "139 5555 0142"),
        ("+49 30 5555 0100", "+49 30 5555 0100"),
        ("010-5555 0100", "010-5555 0100"),
    ],
)
def test_numbers_in_china_lose_their_country_for_readers_of_chinese_only(number: str, zh: str):
    assert written(number).zh == zh
    assert written(number).en == number
