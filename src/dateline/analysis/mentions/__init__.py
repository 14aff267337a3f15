"""Mentions of persons, organisations, places and groups of people."""

from dateline.analysis.mentions.find import find_mentions

__all__ = ["find_mentions"]
