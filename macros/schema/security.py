"""Rows of the tables on counterterrorism and security."""

from __future__ import annotations

__all__: list[str] = []
