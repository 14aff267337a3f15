"""The words by which people, organisations and places are recognised, typed and checked on loading."""

from dateline.analysis.mentions.vocabulary.entries import Nation, Pronoun, Vocabulary, alike
from dateline.analysis.mentions.vocabulary.load import vocabulary

__all__ = ["Nation", "Pronoun", "Vocabulary", "alike", "vocabulary"]
