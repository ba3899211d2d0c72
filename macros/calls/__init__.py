"""The calls of pages; importing this package registers all of them."""

from . import cards, charts, comparison, data_files, inline, map_routes, maps, reference, sources, tables, timelines
from .registry import CALLS, parameters

__all__ = ["CALLS", "cards", "charts", "comparison", "data_files", "inline", "map_routes", "maps", "parameters",
           "reference", "sources", "tables", "timelines"]
