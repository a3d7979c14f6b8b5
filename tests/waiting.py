"""Waiting for what a page only promises: `wait_for_function` takes a promise for a yes before it is kept."""

from __future__ import annotations

import time


def wait_for_promise(page, expression: str, arg=None, seconds: float = 60) -> None:
    """Ask until a function of the page, which may be asynchronous, answers with something true.

    Args:
        page: the page that is asked.
        expression: JavaScript, a function or what gives a promise.
        arg: handed to the function.
        seconds: how long to go on asking.

    Raises:
        AssertionError: it never did.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(50)
