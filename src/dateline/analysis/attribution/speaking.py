"""Who a source is: the person behind a pronoun, and the entity of a phrase that speaks."""

from dataclasses import replace

from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.draft import Draft
from dateline.analysis.speakers import find_speakers
from dateline.model.attribution import Attribution
from dateline.model.entity import Label


def person(draft: Draft, source: Source) -> Source:
    """A relative "who" that the parser hung on a place or thing speaks of the person before it:
    "a doctor at the hospital, who asked …"."""
    parse, noun = draft.parse, source.refers
    if source.refers == source.head or parse.tags[source.head] != "WP" or _can_speak(draft, noun):
        return source
    while parse.deps[noun] == "pobj":
        noun = parse.heads[parse.heads[noun]]
        if _can_speak(draft, noun):
            tokens = frozenset(t for t in range(parse.left[noun], min(source.head, parse.right[noun])))
            return Source(source.head, tokens | {source.head}, noun)
    return source


def _can_speak(draft: Draft, token: int) -> bool:
    position = draft.mention_of(token)
    return position is not None and draft.mentions[position].label in (Label.PERSON, Label.GROUP)


def entity_of(draft: Draft, source: Source) -> str | None:
    """The one entity that a source is; None for several: "a fisherman and a retired judge"."""
    first = _entity_at(draft, source.refers)
    for other in draft.parse.conjuncts(source.refers)[1:]:
        if other in source.tokens and _is_another(draft, first, other):
            return None
    return first


def _is_another(draft: Draft, first: str | None, token: int) -> bool:
    """Whether a coordinated noun names somebody else, and not one more office of the same person."""
    parse, found = draft.parse, _entity_at(draft, token)
    if found is not None:
        return found != first
    if parse.pos[token] != "NOUN" or parse.has(token, "Number=Plur"):
        return True
    return parse.child(token, "det", "nummod", "poss") is not None


def _entity_at(draft: Draft, head: int) -> str | None:
    """The entity of a noun phrase: of its head, or of the name beside it ("the spokesman Jane Doe")."""
    parse = draft.parse
    beside = parse.with_dep(head, "appos", "compound")
    if parse.deps[head] in ("compound", "appos"):
        beside.append(parse.heads[head])
    for token in (head, *(t for t in beside if parse.pos[t] == "PROPN")):
        position = draft.mention_of(token)
        if position is not None and (token == head or draft.mentions[position].label is Label.PERSON):
            return draft.entity_of(position)
    return None


def with_first_person(
    draft: Draft, found: tuple[Attribution, ...], readings: list[Reading]
) -> tuple[Attribution, ...]:
    """Fills in who *I* and *we* are where they are sources themselves: "“We demand peace,” they said"."""
    heads = {a.id: r.source.refers for a, r in zip(found, readings, strict=True) if r.source is not None}
    if not any(draft.parse.has(head, "Person=1") for head in heads.values()):
        return found
    speakers = find_speakers(replace(draft, attributions=found))
    entities = {draft.mentions[position].head: entity for position, entity in speakers.items()}
    return tuple(
        a if a.source_entity is not None else replace(a, source_entity=entities.get(heads.get(a.id, -1)))
        for a in found
    )
