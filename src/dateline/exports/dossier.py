"""A profile as a document: Markdown, or one self-contained HTML page."""

from dateline.exports.pages import Context, line, rendered, sources
from dateline.language import Language, load_language
from dateline.queries.answer import Profile
from dateline.queries.citations import Citations
from dateline.queries.phrasing import phrasing


def profile_markdown(profile: Profile, language: Language | None = None) -> str:
    """The dossier in Markdown, the cited sentences as numbered notes at the end."""
    return rendered("profile.md.jinja", _context(profile, language))


def profile_html(profile: Profile, language: Language | None = None) -> str:
    """The dossier as one page without scripts or outside resources; every citation links to its sentence."""
    return rendered("profile.html.jinja", _context(profile, language))


def _context(profile: Profile, language: Language | None) -> Context:
    language = language or load_language()
    words = phrasing(language)
    citations = Citations()
    page = words.table["page"]
    facets = [*dict.fromkeys(s.facet for s in profile.statements), *profile.unanswered]
    sections = [
        {
            "title": words.heading(facet),
            "lines": [line(s, citations, words) for s in profile.statements if s.facet == facet],
        }
        for facet in facets
    ]
    entity = profile.actor.entity
    also = f"{page['also_known_as']} {', '.join(entity.aliases)}" if entity.aliases else None
    mentioned = page["mentioned"].format(mentions=profile.actor.mentions, reports=len(profile.reports))
    return {
        "language": language.code,
        "title": entity.name,
        "notes": [note for note in (also, entity.type, entity.country, mentioned) if note],
        "sections": sections,
        "sources": sources(citations, words),
        "page": page,
    }
