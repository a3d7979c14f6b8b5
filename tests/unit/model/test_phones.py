"""Telephone numbers, as each language's readers write them."""

import re

import pytest

from macros.model.company import PHONE
from macros.model.phones import dialled, written


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


@pytest.mark.parametrize("number", ["+86 10 5555 0100 转 801", "+86 10 5555 0100分机801", "+86 10 5555 0100 ext. 801"])
def test_an_extension_is_written_as_each_language_says_it_and_not_dialled(number: str):
    assert re.fullmatch(PHONE, number)
    assert (written(number).zh, written(number).en) == ("010-5555 0100转801", "+86 10 5555 0100 ext. 801")
    assert dialled(written(number).en) == dialled(written(number).zh.replace("010-", "+86 10 ")) == "+861055550100"


@pytest.mark.parametrize(
    "number", ["+86 10 5555 0100 转", "转801", "+86 10 5555 0100 内线801", "+86 10 5555 0100 转801转2"]
)
def test_other_letters_are_no_part_of_a_number(number: str):
    assert not re.fullmatch(PHONE, number)


@pytest.mark.parametrize(
    "number, dials",
    [
        ("+86 10 5555 0100", "+861055550100"),
        ("+49 (0)89 5555-0003", "+498955550003"),
        ("+44 (20) 5555 0100", "+442055550100"),
        ("(010) 5555 0100", "01055550100"),
        ("010-5555 (0) 100", "01055550100"),
    ],
)
def test_a_zero_that_is_dialled_only_at_home_is_not_dialled_with_the_country(number: str, dials: str):
    assert dialled(number) == dials


@pytest.mark.parametrize(
    "number, dials",
    [
        ("+86 10 5555 0100/0101", "+861055550100"),
        ("010-5555 0100 / 010-5555 0101", "01055550100"),
        ("+86 10 5555 0100, +86 10 5555 0101", "+861055550100"),
        ("+86 10 5555 0100 转 8033", "+861055550100"),
        ("+1 202 555 0100 ext. 5", "+12025550100"),
        ("+1 202 555 0100 x5", "+12025550100"),
        ("分机8033", "8033"),
        ("8033/8034", "8033"),
        ("+49 89/5555 0003", "+498955550003"),
        ("089/5555 0003", "08955550003"),
        ("reception", ""),
    ],
)
def test_of_several_numbers_the_first_is_dialled_and_no_extension_glued_to_it(number: str, dials: str):
    assert dialled(number) == dials
