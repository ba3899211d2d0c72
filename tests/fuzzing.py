"""How many examples the property tests try: few and always the same ones, or by `FUZZ=100` a hundred times as many."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

__all__ = ["FACTOR", "tries"]

FACTOR = int(os.environ.get("FUZZ", "1"))


def tries(examples: int, factor: int = FACTOR) -> settings:
    """So many examples, the same at each run, or `factor` times as many that differ."""
    return settings(max_examples=examples * factor, derandomize=factor == 1, deadline=None, database=None,
                    print_blob=True, suppress_health_check=list(HealthCheck))
