"""Calls that draw the numbers of a table."""

from . import bars, lines

__all__ = ["bars", "lines"]
