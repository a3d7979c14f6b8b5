"""Measurements of the handbook, one a file: `python -m tests.bench` runs them all and writes BENCHMARKS.md.

Each has a function that takes a `Setting` and returns a `Section`; `__main__.py` lists them.
"""
