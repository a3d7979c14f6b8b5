"""Tests that share what is dear to make run in one process; together with some versions of pytest, xdist groups nothing."""

from __future__ import annotations

import os

import pytest


@pytest.mark.xdist_group("tried")
def test_the_mark_of_a_group_reaches_the_scheduler(request: pytest.FixtureRequest):
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("the tests run in one process")
    assert request.node.nodeid.endswith("@tried")
