"""What each record may hold.

The modules of models do without `from __future__ import annotations`: pydantic would compile each of a
thousand annotations from its text.
"""

from .columns import Column, choices, row_model
from .core import KINDS, Claim, Fact, PageHead, Row, Source
from .kinds import KINDS_OF_ROWS
from .periods import Period
from .proof import CitationFields, Dataset, Derived, Record, Searched
from .settings import RedirectsFile, Search, SearchFile, Settings, SiteFile, known, settings
from .table_head import Equal, TableHead, named
from .units import UnitsFile

__all__ = ["KINDS", "KINDS_OF_ROWS", "CitationFields", "Claim", "Column", "Dataset", "Derived", "Equal", "Fact",
           "PageHead", "Period", "Record", "RedirectsFile", "Row", "Search", "SearchFile", "Searched", "Settings",
           "SiteFile", "Source", "TableHead", "UnitsFile", "choices", "known", "named", "row_model", "settings"]
