"""What the reports say is not known of an actor: their own sentences, as they stand."""

from collections.abc import Iterator
from functools import cache
from re import Pattern

from dateline.language import Language
from dateline.language.runs import runs
from dateline.model.records import ActorRecord
from dateline.queries.answer import Statement
from dateline.queries.passages import passage
from dateline.queries.phrasing import Phrasing
from dateline.store.view import View

_SENTENCES = 200  # so many of the sentences that mention an actor are looked through


def open_points(view: View, actor: ActorRecord, phrasing: Phrasing) -> Iterator[Statement]:
    """Sentences that mention an actor and say that something is unclear, unknown or unconfirmed."""
    cues = _cues(phrasing.language)
    for hit in view.mentions(actor.entity.id, _SENTENCES):
        if cues.search(hit.evidence.text):
            yield passage("open", hit, phrasing)


@cache
def _cues(language: Language) -> Pattern[str]:
    return runs(language.table("open")["cues"])
