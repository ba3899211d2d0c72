"""Rows of the tables on critical minerals."""

from __future__ import annotations

__all__: list[str] = []
