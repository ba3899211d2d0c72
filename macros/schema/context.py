"""Rows of the tables on the wider context and the article checked."""

from __future__ import annotations

__all__: list[str] = []
