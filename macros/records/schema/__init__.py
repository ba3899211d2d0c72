"""What each record may hold.

The modules of models do without `from __future__ import annotations`: pydantic would compile each of a
thousand annotations from its text.
"""

import gc
import re
from types import ModuleType

gc.disable()  # a hundred models come into being here, and stay: looking for garbage finds none
from . import amendment, context, corridor, countries, geo, minerals, security, shared, shelf  # noqa: E402
from .core import KINDS, CitationFields, Claim, Fact, PageHead, Record, Row, Source, TableHead  # noqa: E402
from .types import Period  # noqa: E402
from .units import UNITS  # noqa: E402

gc.enable()

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
