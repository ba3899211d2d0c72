"""Rows of the tables on the countries."""

from __future__ import annotations

__all__: list[str] = []
