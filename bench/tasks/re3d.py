"""re3d (Syria and Iraq): what its three tasks share, namely the gold and the way to its types.

Origin: dstl/re3d, relationship and entity extraction evaluation dataset, 2017.
"""

import re
from dataclasses import dataclass

from bench.contract import Analysis, Relation, Span, empty_line
from bench.data import Json
from bench.matching import Pair, assign
from bench.spans import overlap

FOLDER = "re3d"
SPLITS = ("dev",)
TYPES = ("Person", "Organisation", "Location", "Temporal")
LABELS = {"person": "Person", "organization": "Organisation", "group": "Organisation", "place": "Location"}
RELATIONS = {
    "fights": "FightingAgainst",
    "allied_with": "AlliesOf",
    "supports": "Likes",
    "member_of": "BelongsTo",
    "part_of": "BelongsTo",
    "leads": "InChargeOf",
    "controls": "InChargeOf",
    "holds_role": "InChargeOf",
    "located_in": "CoLocated",
    "based_in": "CoLocated",
    "also_known_as": "IsSynonymOf",
    "has_strength": "HasAttrOf",
    "has_equipment": "HasAttrOf",
    "has_age": "HasAttrOf",
    "of_nationality": "HasAttrOf",
    "of_ethnicity": "HasAttrOf",
}
SYNONYM = "IsSynonymOf"
SYMMETRIC = frozenset({"FightingAgainst", "AlliesOf", "CoLocated", "CommWith", SYNONYM, "Apart"})

_KEYWORDS = {
    "FightingAgainst": "fights",
    "AlliesOf": "allied_with",
    "Likes": "supports",
    "BelongsTo": "member_of",
    "InChargeOf": "leads",
    "CoLocated": "located_in",
    SYNONYM: "also_known_as",
    "HasAttrOf": "has_strength",
}
_EVENTS = {"CommWith": "CONSULT", "Dislikes": "ACCUSE"}
_MENTIONS = {"Person": "person", "Organisation": "organization", "Location": "place"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A span with a re3d type."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two spans; `cue` is the annotated wording, where there is one."""

    type: str
    subject: Span
    object: Span
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    entities: tuple[Typed, ...]
    relations: tuple[Link, ...]


def read(row: Json) -> Gold:
    """Entities of the four scored types, and all relations."""
    return Gold(
        tuple(
            Typed((item["start"], item["end"]), item["type"])
            for item in row["entities"]
            if item["type"] in TYPES
        ),
        tuple(
            Link(item["type"], tuple(item["subject"]), tuple(item["object"]), item.get("cue") or "")
            for item in row["relations"]
        ),
    )


def predicted_entities(analysis: Analysis) -> list[Typed]:
    """Mentions and times as re3d entities."""
    mentions = [Typed(item.span, LABELS[item.label]) for item in analysis.mentions if item.label in LABELS]
    return mentions + [Typed(item.span, "Temporal") for item in analysis.times]


def _object_span(relation: Relation, text: str) -> Span | None:
    """The object's span, or that of the value's wording inside the relation's evidence."""
    if relation.object is not None:
        return relation.object.span
    if not relation.value or relation.span is None:
        return None
    start, end = relation.span
    at = text.find(relation.value, start, end)
    return (at, at + len(relation.value)) if at >= 0 else relation.span


def predicted_relations(analysis: Analysis, text: str) -> list[Link]:
    """The contract's relations as re3d relations; types that re3d does not have are left out."""
    links: list[Link] = []
    for relation in analysis.relations:
        name = RELATIONS.get((relation.type or "").removeprefix("former_"))
        target = _object_span(relation, text)
        if name is not None and target is not None:
            links.append(Link(name, relation.subject.span, target, relation.type or ""))
    return links


def _shared(gold: Link, predicted: Link) -> int:
    straight = min(overlap(gold.subject, predicted.subject), overlap(gold.object, predicted.object))
    if gold.type not in SYMMETRIC:
        return straight
    return max(
        straight, min(overlap(gold.subject, predicted.object), overlap(gold.object, predicted.subject))
    )


def match_links(gold: list[Link], predicted: list[Link]) -> list[Pair]:
    """One-to-one pairs of equal type whose ends both overlap (either way round if symmetric)."""
    weights = {
        (i, j): 1 + shared / 1000
        for i, link in enumerate(gold)
        for j, other in enumerate(predicted)
        if link.type == other.type and (shared := _shared(link, other))
    }
    return assign(weights)


def oracle(row: Json) -> Json:
    """Gold as a contract line."""

    def end(span: list[int]) -> Json:
        return {"start": span[0], "end": span[1], "entity": None}

    line = empty_line(row["id"])
    for item in row["entities"]:
        where = {"start": item["start"], "end": item["end"]}
        if item["type"] in _MENTIONS:
            line["mentions"].append({**where, "label": _MENTIONS[item["type"]], "entity": None})
        elif item["type"] == "Temporal":
            line["times"].append({**where, "type": "DATE", "value": ""})
    for item in row["relations"]:
        ends = (end(item["subject"]), end(item["object"]))
        if item["type"] in _KEYWORDS:
            line["relations"].append({"type": _KEYWORDS[item["type"]], "subject": ends[0], "object": ends[1]})
        elif item["type"] in _EVENTS:
            event = {"type": _EVENTS[item["type"]], "trigger": item["subject"]}
            line["events"].append({**event, "actors": [ends[0]], "recipients": [ends[1]]})
    return line


# ---------------------------------------------------------------- for the error listings

_PRONOUN = re.compile(
    "i|me|my|mine|we|us|ours?|yours?|you|he|him|his|she|hers?|its?|they|them|theirs?|who|whom|whose|which|that|this"
    "|these|those|(?:him|her|it)self|(?:them|our)selves|ones?|others|some|many|both|all",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an"})


def form_of(text: str, span: Span) -> str:
    """pronoun, name (some word but an article is capitalised) or nominal."""
    words: list[str] = re.findall(r"\w+", text[span[0] : span[1]])
    telling = [word for word in words if not _PRONOUN.fullmatch(word)]
    if not telling:
        return "pronoun"
    named = any(word[0].isupper() and word.lower() not in _ARTICLES for word in telling)
    return "name" if named else "nominal"
