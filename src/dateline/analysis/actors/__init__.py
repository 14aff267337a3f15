"""Who the entities of a report are: known actors, and their codes of country and sector."""

from dateline.analysis.actors.stage import find_standings

__all__ = ["find_standings"]
