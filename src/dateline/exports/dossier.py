"""A profile as a document: Markdown, or one self-contained HTML page."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.language import Language, load_language
from dateline.queries.answer import Profile
from dateline.queries.citations import Citations, origin
from dateline.queries.phrasing import phrasing


def profile_markdown(profile: Profile, language: Language | None = None) -> str:
    """The dossier in Markdown, the cited sentences as numbered notes at the end."""
    return _environment().get_template("profile.md.jinja").render(_context(profile, language))


def profile_html(profile: Profile, language: Language | None = None) -> str:
    """The dossier as one page without scripts or outside resources; every citation links to its sentence."""
    return _environment().get_template("profile.html.jinja").render(_context(profile, language))


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dateline.exports"),
        autoescape=lambda name: bool(name and name.endswith(".html.jinja")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _context(profile: Profile, language: Language | None) -> dict[str, Any]:
    language = language or load_language()
    words = phrasing(language)
    citations = Citations()
    page = words.table["page"]
    facets = [*dict.fromkeys(s.facet for s in profile.statements), *profile.unanswered]
    sections = [
        {
            "title": words.heading(facet),
            "lines": [
                {
                    "sentence": s.sentence,
                    "voices": [
                        (v.label, sorted({citations.number(e) for e in v.evidence})) for v in s.voices
                    ],
                    "certain": s.factuality.value == "CT+",
                    "disputed": bool(s.disputed_by),
                }
                for s in profile.statements
                if s.facet == facet
            ],
        }
        for facet in facets
    ]
    entity = profile.actor.entity
    return {
        "language": language.code,
        "entity": entity,
        "notes": [n for n in (entity.type, entity.country) if n],
        "mentioned": page["mentioned"].format(mentions=profile.actor.mentions, reports=len(profile.reports)),
        "sections": sections,
        "sources": [
            {
                "number": number,
                "where": origin(evidence, page["unknown_outlet"]),
                "url": evidence.url if (evidence.url or "").startswith(("https://", "http://")) else None,
                "text": " ".join(evidence.text.split()),
            }
            for number, evidence in citations.cited()
        ],
        "page": page,
    }
