"""A profile as a document: Markdown, or one self-contained HTML page."""

from dateline.exports.pages import Context, rendered, section, sources
from dateline.language import Language, load_language
from dateline.queries.answer import Profile
from dateline.queries.citations import Citations
from dateline.queries.identity import headed
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
    head = headed(profile.actor, profile.statements, language)
    named = sorted({citations.number(e) for s in head.named for e in s.evidence})
    sections = [
        section(words.heading(facet), [s for s in head.rest if s.facet == facet], citations, words)
        for facet in dict.fromkeys(s.facet for s in head.rest)
    ]
    mentioned = page["mentioned"].format(mentions=profile.actor.mentions, reports=len(profile.reports))
    return {
        "language": language.code,
        "title": head.identity.name,
        "notes": [*head.identity.notes(page["also_known_as"]), mentioned],
        "named": named,
        "sections": sections,
        "nothing": words.nothing_on(profile.unanswered),
        "sources": sources(citations, words),
        "counted": citations.counted(words),
        "page": page,
    }
