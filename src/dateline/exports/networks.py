"""A network as JSON, GraphML, one self-contained HTML page, or a picture alone."""

from xml.etree import ElementTree as ET

from dateline.exports.answers import statement_json
from dateline.exports.evidence import Json
from dateline.exports.pages import Context, outlets, rendered, sources
from dateline.exports.pictures.network import network_svg
from dateline.exports.pictures.svg import printable
from dateline.language import Language, load_language
from dateline.model.records import ActorRecord
from dateline.queries.citations import Citations
from dateline.queries.network import Network, Tie
from dateline.queries.phrasing import Phrasing, phrasing
from dateline.queries.ties import TieKind

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_FIELDS = {
    "node": {"name": "string", "type": "string", "country": "string"},
    "edge": {"kind": "string", "mutual": "boolean", "weight": "int", "first": "string", "last": "string",
             "claimed": "boolean", "told": "string"},
}  # fmt: skip


def network_json(network: Network) -> Json:
    """Nodes and ties, each tie with its statements; field by field in docs/contract.md."""
    return {
        "subject": {"entity": network.subject.entity.id, "name": network.subject.entity.name},
        "as_of": network.options.as_of,
        "nodes": [_node(a) for a in (network.subject, *network.neighbours)],
        "ties": [
            {
                **_tie(tie),
                "source": tie.source,
                "target": tie.target,
                "answers": [statement_json(s) for s in tie.statements],
            }
            for tie in network.ties
        ],
        "omitted": network.omitted,
    }


def _node(actor: ActorRecord) -> Json:
    entity = actor.entity
    return {"entity": entity.id, "name": entity.name, "type": entity.type, "country": entity.country}


def _tie(tie: Tie) -> Json:
    return {
        "kind": tie.kind.value,
        "mutual": tie.kind.mutual,
        "weight": tie.weight,
        "first": tie.first and tie.first.isoformat(),
        "last": tie.last and tie.last.isoformat(),
        "claimed": tie.claimed,
    }


def network_graphml(network: Network) -> str:
    """The network for graph programs (GraphML 1.0); `told` is one sentence that bears a tie out."""
    root = ET.Element("graphml", {"xmlns": _GRAPHML})
    for kind, fields in _FIELDS.items():
        for name, form in fields.items():
            about = {"id": f"{kind}.{name}", "for": kind, "attr.name": name, "attr.type": form}
            ET.SubElement(root, "key", about)
    graph = ET.SubElement(root, "graph", {"edgedefault": "directed"})
    for actor in (network.subject, *network.neighbours):
        _filled(ET.SubElement(graph, "node", {"id": actor.entity.id}), "node", _node(actor))
    for tie in network.ties:
        edge = ET.SubElement(graph, "edge", {"source": tie.source, "target": tie.target})
        if tie.kind.mutual:
            edge.set("directed", "false")
        _filled(edge, "edge", {**_tie(tie), "told": tie.statements[0].text})
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _filled(element: ET.Element, kind: str, values: Json) -> None:
    for name in _FIELDS[kind]:
        value = values[name]
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(element, "data", {"key": f"{kind}.{name}"}).text = printable(text)


def network_html(network: Network, language: Language | None = None) -> str:
    """The picture, the same as a table, and the cited sentences; no scripts, no outside resources."""
    language = language or load_language()
    words = phrasing(language)
    citations = Citations(words)
    rows = [row(network, tie, citations, words) for tie in by_kind(network.of_subject())]
    others = tuple(t for t in network.ties if t not in network.of_subject())
    among = [row(network, tie, citations, words) for tie in by_kind(others)]
    return rendered(
        "network.html.jinja",
        {
            "language": language.code,
            "title": title(network, words),
            "notes": notes(network, words),
            "picture": network_picture(network, language),
            "rows": rows,
            "among": among,
            "sources": sources(citations, words),
            "counted": citations.counted(),
            "page": words.table["page"],
            "text": words.table["network"],
        },
    )


def network_picture(network: Network, language: Language | None = None) -> str:
    """The picture alone, as an SVG document; "" when the actor has no ties."""
    words = phrasing(language or load_language())
    return network_svg(network, words, title(network, words))


def title(network: Network, words: Phrasing) -> str:
    """What the network is of."""
    return str(words.table["network"]["title"].format(name=network.subject.entity.name))


def notes(network: Network, words: Phrasing) -> list[str]:
    """What was asked for, how much was found, what is left out."""
    forms = words.table["network"]
    as_of = network.options.as_of
    told = [forms["as_of"].format(date=words.dates.label(as_of))] if as_of else []
    others = len(network.neighbours)
    told.append(forms["count"][others != 1].format(count=others))
    return [*told, *([forms["omitted"].format(count=network.omitted)] if network.omitted else [])]


def by_kind(ties: tuple[Tie, ...]) -> list[Tie]:
    """Ties from the closest to the most hostile kind, the weightiest of each first."""
    return sorted(ties, key=lambda t: list(TieKind).index(t.kind))


def row(network: Network, tie: Tie, citations: Citations, words: Phrasing) -> Context:
    """A tie as a line of a table: who, how, to whom, when, by how many, on whose word."""
    names = {a.entity.id: a.entity.name for a in (network.subject, *network.neighbours)}
    forms = words.table["network"]
    source, target = tie.source, tie.target
    if tie.kind.mutual and target == network.subject.entity.id:
        source, target = target, source
    voices = {
        v.label or outlets(v.evidence, words): None for statement in tie.statements for v in statement.voices
    }
    return {
        "source": names[source],
        "target": names[target],
        "kind": forms["kind"][tie.kind.value],
        "when": when(tie, words),
        "weight": tie.weight,
        "claimed": tie.claimed,
        "voices": list(voices),
        "marks": citations.marks(e for statement in tie.statements for e in statement.evidence),
        "told": [s.sentence for s in tie.statements],
    }


def when(tie: Tie, words: Phrasing) -> str:
    """The time of a tie, "" where no report dates it."""
    ends = tuple(dict.fromkeys(day.isoformat() if day else ".." for day in (tie.first, tie.last)))
    return "" if ends == ("..",) else words.dates.label("/".join(ends))
