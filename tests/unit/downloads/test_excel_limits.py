"""What Excel allows."""

import pytest

from macros.downloads.excel.limits import in_running_line, length


@pytest.mark.parametrize("limit", [-5, 0, 1, 2, 3, 8])
@pytest.mark.parametrize("text", ["", "a", "A&B & Co", "&" * 40, "𠮷" * 9])
def test_a_line_at_the_edge_of_the_paper_never_takes_more_than_its_room_nor_half_of_a_sign(text: str, limit: int):
    shown = in_running_line(text, limit)
    assert length(shown) <= max(limit, 0) and shown.count("&") % 2 == 0


def test_what_fits_is_left_as_it_is_but_for_its_signs():
    assert in_running_line("A&B", 4) == "A&&B"
    assert in_running_line("Complaint record", 10) == "Complaint…"
