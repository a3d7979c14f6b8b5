"""What day it is: one answer for a build and for every command."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


class NoDay(Exception):
    """What was given for today is no day. The text says what to do."""


def today() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH, by which a build can be repeated to the byte.

    Raises:
        NoDay: that is set to something else.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is '{epoch}', which is no day; set it to seconds since 1970, such as 1795564800, or to nothing"
        raise NoDay(message) from None
