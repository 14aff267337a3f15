"""What an actor wants."""

from dateline.analysis.wants.find import find_wants

__all__ = ["find_wants"]
