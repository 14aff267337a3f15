"""Which mentions stand for one entity."""

from dateline.analysis.coreference.resolve import resolve

__all__ = ["resolve"]
