"""All that the store knows of one actor."""

from dateline.language import load_language
from dateline.model.records import ActorRecord
from dateline.queries.answer import Profile, Statement
from dateline.queries.echoes import without_echoes
from dateline.queries.facets import Facets
from dateline.queries.passages import passage
from dateline.queries.phrasing import phrasing
from dateline.queries.whereabouts import whereabouts
from dateline.store.view import View

PROFILE_FACETS = ("who", "want", "wanted_of", "did", "done_to", "said", "said_of", "open")


def profile(view: View, actor: ActorRecord, *, language_code: str = "en") -> Profile:
    """A dossier: every facet (of an actor in very many reports, the newest findings), then its mentions."""
    words = phrasing(load_language(language_code), view)
    facets = Facets(view, words)
    statements: dict[tuple[str, str], Statement] = {}
    unanswered = []
    for facet in PROFILE_FACETS:
        found = facets.of(facet, actor)
        statements |= {(s.facet, s.record): s for s in found}
        if not found and facet != "open":
            unanswered.append(facet)
    mentions = [passage("passage", hit, words) for hit in view.mentions(actor.entity.id)]
    statements |= {(s.facet, s.record): s for s in mentions}
    reports = tuple(view.reports(actor.reports))
    return Profile(
        actor,
        tuple(without_echoes(statements.values())),
        tuple(unanswered),
        reports,
        whereabouts(view, actor),
    )
