"""All names of a report, found in steps: each adds to what the earlier ones have left."""

from dateline.analysis.mentions.names.acronyms import LongForms
from dateline.analysis.mentions.names.completing import Completing
from dateline.analysis.mentions.names.cutting import Cutting
from dateline.analysis.mentions.names.found import Found
from dateline.analysis.mentions.names.headlines import Headlines
from dateline.analysis.mentions.names.missed import Missed
from dateline.analysis.mentions.names.model import FromModel
from dateline.analysis.mentions.names.name import Name, shouting
from dateline.analysis.mentions.names.tables import FromTables
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse


def find_names(parse: Parse, words: Vocabulary, taken: frozenset[int]) -> list[Name]:
    """All names in text order, without overlaps. `taken` are tokens of times and the like."""
    found = Found(parse, words, taken, shouting(parse))
    cuts, completing = Cutting(found), Completing(found)
    FromTables(found).find()
    FromModel(found, cuts, completing).find()
    LongForms(found).find()
    Missed(found, cuts, completing).find()
    Headlines(found).check()
    return sorted(found.names, key=lambda name: name.start)
