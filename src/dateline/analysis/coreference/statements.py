"""What the text itself says to be the same: titles, stated aliases, appositions, "X is the Y"."""

from dateline.analysis.coreference.aliases import Aliases
from dateline.analysis.coreference.equations import Equations
from dateline.analysis.coreference.pairs import Pairs
from dateline.analysis.coreference.titles import Titles


def join_stated(pairs: Pairs) -> None:
    """Joins what the text says is one, and notes what names are called."""
    Titles(pairs).read()
    Aliases(pairs).read()
    Equations(pairs).read()
