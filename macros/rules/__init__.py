"""Rules beyond types, one file a rule: `check(loaded)` reports its faults. This index is the list."""

from . import (answer_times, chooser_cover, chooser_sense, clocks, file_names, icons, ids, interface, overdue_rows,
               pages, product_names, references, search_pages, unique)

ALL = (ids, unique, references, search_pages, answer_times, chooser_cover, chooser_sense, clocks, icons, interface,
       file_names, product_names, pages, overdue_rows)
