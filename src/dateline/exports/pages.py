"""What the documents share: the templates, the sections of statements, the numbered sources at the end."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.model.factuality import Factuality
from dateline.model.records import Evidence, Standing
from dateline.queries.answer import Statement
from dateline.queries.citations import Citations, origin
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
        "voices": [(v.label, sorted({citations.number(e) for e in v.evidence})) for v in statement.voices],
        "certain": statement.factuality is Factuality.CERTAIN,
        "disputed": bool(statement.disputed_by),
        "marked": statement.standing is not Standing.REPORTED,
        "standing": words.standing(statement),
    }


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
