"""All that the store knows of one actor."""

from dateline.language import load_language
from dateline.model.records import ActorRecord
from dateline.queries.answer import Profile
from dateline.queries.echoes import without_echoes
from dateline.queries.facets import Facets
from dateline.queries.news import News, news
from dateline.queries.passages import passage
from dateline.queries.phrasing import phrasing
from dateline.queries.recall import recalling
from dateline.queries.whereabouts import whereabouts
from dateline.store.view import View

_FACETS = ("who", "want", "wanted_of", "did", "done_to", "said", "said_of", "open")
_OF_PLACES = ("who", "happened", "want", "wanted_of", "did", "said", "said_of", "open")


def profile(
    view: View, actor: ActorRecord, *, since: str | None = None, language_code: str = "en"
) -> Profile:
    """A dossier: every facet (of an actor in very many reports, the newest findings), then its mentions.

    With `since` (EDTF), only what no report told before that day.
    """
    view = recalling(view)
    words = phrasing(load_language(language_code), view)
    asked = _OF_PLACES if actor.entity.type == "place" else _FACETS
    facets = Facets(view, words)
    found = [s for facet in asked for s in facets.of(facet, actor)]
    found += [passage("passage", hit, words) for hit in view.mentions(actor.entity.id)]
    statements = {
        (s.facet, s.record): s for s in found if since is None or news(s.evidence, since) is News.NEW
    }
    told = tuple(without_echoes(statements.values()))
    given = {facet for facet, _ in statements}
    expected = _OF_PLACES[:2] if actor.entity.type == "place" else _FACETS[:-1]
    unanswered = tuple(f for f in expected if f not in given)
    reports = {r.id: r for r in view.reports(actor.reports)}
    known = tuple(reports[i] for i in actor.reports if i in reports)
    return Profile(actor, told, unanswered, known, whereabouts(view, actor))
