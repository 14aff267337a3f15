"""Where the places of a report are: found in the gazetteer, and told apart by all that the report says."""

from dateline.analysis.places.stage import locate

__all__ = ["locate"]
