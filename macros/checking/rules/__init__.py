"""Rules beyond types, one file a rule: `check(loaded)` reports its faults. This index is the list."""

from . import (
    answer_times,
    cast,
    checklist_items,
    chooser_cover,
    chooser_sense,
    clocks,
    copies,
    directions,
    file_names,
    fingerprints,
    hand_overs,
    icons,
    ids,
    interface,
    kinds,
    named_pages,
    overdue_rows,
    pages,
    placeholders,
    prefills,
    product_names,
    references,
    standing_pages,
    terms,
    unique,
)

ALL = (ids, kinds, unique, references, named_pages, answer_times, chooser_cover, chooser_sense, clocks, icons, interface,
       file_names, hand_overs, prefills, product_names, cast, checklist_items, copies, terms, pages, standing_pages,
       overdue_rows, fingerprints, directions, placeholders)
