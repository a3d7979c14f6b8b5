"""Rules beyond types, one file a rule: `check(loaded)` reports its faults. This index is the list."""

from . import answer_times, ids, pages, references, unique

ALL = (ids, unique, references, answer_times, pages)
