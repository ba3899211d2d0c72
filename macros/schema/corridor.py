"""Rows of the tables on the Middle Corridor."""

from __future__ import annotations

__all__: list[str] = []
