"""How hard Hypothesis tries."""

from __future__ import annotations

import importlib.util

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Few examples, which cost little and are always the same; in a sweep many, and new ones each time."""
    if importlib.util.find_spec("hypothesis") is None:
        return  # the tests are skipped, and say so
    from hypothesis import HealthCheck, settings

    sweep = config.getoption("--sweep")
    settings.register_profile(
        "handbook",
        max_examples=1500 if sweep else 25,
        derandomize=not sweep,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("handbook")
