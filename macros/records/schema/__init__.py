"""What each record may hold.

The modules of models do without `from __future__ import annotations`: pydantic would compile each of a
thousand annotations from its text.
"""

from .columns import Column, Equal, TableHead, named, row_model
from .core import KINDS, CitationFields, Claim, Fact, PageHead, Record, Row, Source
from .kinds import KINDS_OF_ROWS
from .types import Period
from .units import UNITS

__all__ = ["KINDS", "KINDS_OF_ROWS", "UNITS", "CitationFields", "Claim", "Column", "Equal", "Fact", "PageHead",
           "Period", "Record", "Row", "Source", "TableHead", "named", "row_model"]
