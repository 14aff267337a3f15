"""Names in the text: the model's, cleaned and completed, those of the tables, and those that both missed."""

from dateline.analysis.mentions.names.find import find_names
from dateline.analysis.mentions.names.name import Name, covered, is_acronym, without_article

__all__ = ["Name", "covered", "find_names", "is_acronym", "without_article"]
