"""What the documents share: the templates, the sections of statements, the numbered sources at the end."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.model.records import Evidence
from dateline.queries.answer import Statement
from dateline.queries.citations import Citations, origin
from dateline.queries.lines import lines
from dateline.queries.phrasing import Phrasing

type Context = dict[str, Any]


def rendered(template: str, context: Context) -> str:
    """A template of exports/templates with its context; what is missing in it is an error."""
    return _environment().get_template(template).render(context)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dateline.exports"),
        autoescape=lambda name: bool(name and name.endswith(".html.jinja")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def line(statement: Statement, citations: Citations, words: Phrasing) -> Context:
    """A statement as templates take it: its sentence, its voices with their citations, how it stands."""
    return {
        "sentence": statement.sentence,
        "voices": [(v.label, citations.marks(v.evidence)) for v in statement.voices],
        "also": words.table["page"]["also_said"],
        "certain": statement.certain,
        "lead": None,
        "label": None,
        "mark": words.mark(statement),
        "standing": words.mark(statement) or words.standing(statement),
    }


def section(title: str, statements: Iterable[Statement], citations: Citations, words: Phrasing) -> Context:
    """A heading with the lines of its statements; what is told of one person stands in one line."""
    told = []
    for one in lines(statements):
        parts = [
            {
                "short": s.short,
                "source": words.according_to(s),
                "marks": citations.marks(s.evidence),
                "mark": words.short_mark(s),
            }
            for s in one.statements
        ]
        told.append(
            {
                **line(one.statements[0], citations, words),
                "lead": one.lead,
                "label": one.label and words.table["group"][one.label],
                "first": one.first,
                "parts": parts,
                "certain": one.certain,
                "mark": words.mark(one.statements[0]) if one.lead is None else "",
            }
        )
    return {"title": title, "lines": told}


def outlets(evidence: tuple[Evidence, ...], words: Phrasing) -> str:
    """The outlets that tell something in their own voice."""
    unknown = words.table["page"]["unknown_outlet"]
    return str(words.table["event"]["comma"]).join(dict.fromkeys(e.outlet or unknown for e in evidence))


def sources(citations: Citations, words: Phrasing) -> list[Context]:
    """The cited sentences, to be listed at the end of a document."""
    unknown = words.table["page"]["unknown_outlet"]
    return [
        {
            "number": number,
            "where": origin(evidence, unknown),
            "url": evidence.url if (evidence.url or "").startswith(("https://", "http://")) else None,
            "text": " ".join(evidence.text.split()),
        }
        for number, evidence in citations.cited()
    ]
