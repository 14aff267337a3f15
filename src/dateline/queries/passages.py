"""Full-text answers: the sentences that speak of what was asked, with their speakers."""

from dateline.model.factuality import Factuality
from dateline.model.records import SearchHit
from dateline.queries.answer import Statement
from dateline.queries.phrasing import Phrasing
from dateline.store.view import View


def passages(view: View, words: list[str], phrasing: Phrasing, limit: int) -> list[Statement]:
    """Sentences that contain all the words, best first; when there are none, those that contain any."""
    if not words:
        return []
    text = " ".join(words)
    hits = view.search(text, limit) or view.search(text, limit, any_word=True)
    return [passage("passage", hit, phrasing) for hit in hits]


def passage(facet: str, hit: SearchHit, phrasing: Phrasing) -> Statement:
    """One sentence as it stands, as a statement."""
    evidence = hit.evidence
    return Statement(
        facet=facet,
        sentence=" ".join(evidence.text.split()),
        voices=phrasing.voices((evidence,)),
        factuality=Factuality.UNKNOWN if evidence.chain else Factuality.CERTAIN,
        record=f"passage:{evidence.report}:{evidence.start}",
        about=None,
        independent=1,
    )
