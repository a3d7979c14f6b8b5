"""What the search knows: the terms that tell pages apart, how characters are read, and one form for what means the same."""

from __future__ import annotations

import re

import pytest

from macros.search.body import MANY_NAMES, MOST, telling_terms
from macros.search.characters import common_readings, packed, readings, simplified, simplified_in
from macros.search.folding import normal
from macros.search.pages import page_of
from macros.search.whole_text import whole_text


def unpacked(texts: list[str], told: list[str] | None = None) -> dict[str, str]:
    """The terms that tell these pages apart, one by one: the numbers of each."""
    packed = telling_terms(texts, told or [""] * len(texts), [0] * len(texts))
    terms = [sign + rest for sign, joined in packed.items() for rest in joined.split(",")]
    return {term: numbers for term, _, numbers in (each.partition(" ") for each in terms)}


def test_terms_on_few_pages_tell_them_apart_with_their_distances_in_base_36():
    texts = ["budget", *["other"] * 40, "budget 预算", "预算"]
    found = unpacked(texts)
    assert found["budget"] == "0 15" and found["预算"] == "15 1"
    assert "other" not in found, "what stands on most pages tells nothing"


def test_pairs_with_a_character_that_only_joins_tell_nothing():
    assert unpacked(["合同的条款", "x1", "y1", "z1"]) == {
        "合同": "0",
        "条款": "0",
        "x1": "1",
        "y1": "2",
        "z1": "3",
    }
    assert unpacked(["a b", "", ""]) == {}, "one letter is no word"


def test_what_the_index_says_of_a_page_otherwise_is_not_said_again():
    assert unpacked(["budget plan", "x2", "y2"], ["budget", "", ""]) == {"plan": "0", "x2": "1", "y2": "2"}


def test_a_page_keeps_its_most_telling_terms():
    many = " ".join(f"word{number}" for number in range(MOST + 5))
    found = unpacked([f"{many} {many} often often often often", "x2", "y2"])
    assert sum(numbers == "0" for numbers in found.values()) == MOST and "often" in found


def test_what_has_many_names_keeps_no_words_of_its_page():
    texts = ["budget", "tender", "other"]
    assert telling_terms(texts, [""] * 3, [MANY_NAMES, MANY_NAMES - 1, MANY_NAMES]) == {"t": "ender 1"}


def test_characters_are_found_by_how_they_are_read():
    assert readings("长城璟") == {"chang": "长", "jing": "璟"}, "what the commonest reading of the commonest lacks"
    assert readings("越呈行") == {"hang": "行"}, "a second reading that only a dictionary has is no reading"
    assert all(syllable.isascii() and syllable.isalpha() for syllable in readings("绿行为"))


def test_the_commonest_characters_are_told_by_how_many_are_read_alike():
    """`sounds.js` takes the characters from GB/T 2312, in whose order these stand."""
    runs = re.findall(r"([a-z]+)(\d+)", common_readings())
    assert runs[0] == ("a", "2") and runs[-1][0] == "zuo", "啊阿 … 座"
    assert sum(int(count) for _, count in runs) == 3755
    assert "lv" in {syllable for syllable, _ in runs}


def test_traditional_characters_have_their_simplified_ones():
    pairs = simplified()
    assert pairs["會"] == "会" and pairs["議"] == "议" and "会" not in pairs
    assert simplified_in("开会") == {"會": "会", "開": "开"}, "those of a text alone"
    assert pairs["帐"] == pairs["帳"] == pairs["賬"] == "账", "what is written in its place as well"
    assert packed({"電": "电", "話": "话"}) == "ttn -2h6,n5h 4h4", "as `folding.test.mjs` reads it"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("E-Mail", "email"),
        ("Ａ１", "a1"),
        ("manager’s", "manager"),
        ("co-worker's", "coworker"),
        ("a - b", "a - b"),
        ("-a", "-a"),
        ("ﬁle", "file"),
        ("e‑mail", "email"),
    ],
)
def test_what_means_the_same_has_one_form(text: str, folded: str):
    assert normal(text) == folded


def test_the_text_of_pages_reads_as_what_somebody_copies():
    page = page_of(
        "T",
        "D",
        "<h1>T</h1><p>写在<code>a</code>，<b>改一句</b>。</p><ul><li>one<ul><li>two</li></ul></li></ul><p hidden>no</p>"
        '<button>no</button><table><tr><td>a</td><td>b</td></tr></table><p class="without-script">no</p>',
    )
    assert page.prose == "写在a，改一句。 one two a b"
    assert page.text == "T 写在 a ， 改一句 。 one two no a b no", "of words alone, all that could be read"


def test_the_whole_text_has_the_pages_of_one_language():
    pages = {address: page_of(address, "", f"<p>{address}开会</p>") for address in ("guide/", "en/guide/", "search/")}
    pages["empty/"] = page_of("empty", "", "")
    found = whole_text(pages, "zh")
    assert found["pages"] == [("guide/", "guide/", "guide/开会")]
    assert found["simple"] == packed({"會": "会", "開": "开"})
