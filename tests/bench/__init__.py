"""Measurements of the handbook: `python -m tests.bench` runs them all and writes BENCHMARKS.md."""
