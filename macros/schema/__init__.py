"""What each record may hold."""

import re
from types import ModuleType

from . import amendment, context, corridor, countries, geo, minerals, security, shared, shelf
from .core import KINDS, CitationFields, Claim, Fact, PageHead, Record, Row, Source, TableHead
from .types import Period
from .units import UNITS

__all__ = ["KINDS", "ROWS", "UNITS", "CitationFields", "Claim", "Fact", "PageHead", "Period",
           "Record", "Row", "Source", "TableHead"]

_MODULES = (shared, geo, amendment, countries, corridor, minerals, security, context, shelf)


def _rows(module: ModuleType) -> dict[str, type[Row]]:
    """The rows of a module by the name that a table file calls them: `ExtraDuty`, extra-duty."""
    models = (getattr(module, name) for name in module.__all__)
    return {re.sub(r"(?<!^)(?=[A-Z])", "-", model.__name__).lower(): model for model in models
            if isinstance(model, type) and issubclass(model, Row)}


# what a table file may say under `rows_are`
ROWS: dict[str, type[Row]] = {name: model for module in _MODULES
                              for name, model in _rows(module).items()}
