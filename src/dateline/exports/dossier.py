"""A profile as a document: Markdown, or one self-contained HTML page."""

from dateline.exports.pages import Context, rendered, section, sources
from dateline.exports.pictures.locator import locator_svg
from dateline.language import Language, load_language
from dateline.queries.answer import Profile
from dateline.queries.citations import Citations
from dateline.queries.identity import headed
from dateline.queries.phrasing import Phrasing, phrasing
from dateline.queries.whereabouts import Spot, Why, coordinates


def profile_markdown(profile: Profile, language: Language | None = None) -> str:
    """The dossier in Markdown, the cited sentences as numbered notes at the end."""
    return rendered("profile.md.jinja", _context(profile, language))


def profile_html(profile: Profile, language: Language | None = None) -> str:
    """The dossier as one page without scripts or outside resources; every citation links to its sentence."""
    return rendered("profile.html.jinja", _context(profile, language))


def _map(profile: Profile, words: Phrasing) -> Context:
    """The picture of an actor's places, and the same as rows of a table."""
    texts = words.table["picture"]["spots"]
    title = texts["title"].format(name=profile.actor.entity.name)
    return {
        "title": title,
        "picture": locator_svg(profile.places, words, title),
        "caption": texts["caption"],
        "columns": [texts[key] for key in ("place", "point", "why")],
        "rows": [_spot(s, texts) for s in profile.places if s.why is not Why.NEARBY],
    }


def _spot(spot: Spot, texts: Context) -> tuple[str, str, str]:
    why = str(texts[spot.why.value])
    told = texts["counted"].format(count=spot.count, why=why) if spot.count else why
    return spot.name, coordinates(spot.geo), told


def _context(profile: Profile, language: Language | None) -> Context:
    language = language or load_language()
    words = phrasing(language)
    citations = Citations(words)
    page = words.table["page"]
    head = headed(profile.actor, profile.statements, language)
    named = citations.marks(e for s in head.named for e in s.evidence)
    sections = [
        section(words.heading(facet), [s for s in head.rest if s.facet == facet], citations, words)
        for facet in dict.fromkeys(s.facet for s in head.rest)
    ]
    mentioned = words.mentioned(profile.actor.mentions, len(profile.reports))
    return {
        "language": language.code,
        "title": head.identity.name,
        "notes": [*head.identity.notes(page["also_known_as"]), mentioned],
        "named": named,
        "map": _map(profile, words) if profile.places else None,
        "sections": sections,
        "nothing": words.nothing_on(profile.unanswered),
        "sources": sources(citations, words),
        "counted": citations.counted(),
        "page": page,
    }
