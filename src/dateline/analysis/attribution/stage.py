"""The stage: all attributions of a report, outermost and nested, in text order."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dateline.analysis.attribution.blocks import Blocks
from dateline.analysis.attribution.circumstance import hedge, medium, when
from dateline.analysis.attribution.contents import complete
from dateline.analysis.attribution.labels import labelled, signed
from dateline.analysis.attribution.quoting import Quoting
from dateline.analysis.attribution.reading import Reading, Source, descendants, ranges
from dateline.analysis.attribution.runs import Runs
from dateline.analysis.attribution.sources import Control
from dateline.analysis.attribution.unsaid import drop_unsaid
from dateline.analysis.attribution.verbs import Verbs
from dateline.analysis.attribution.words import Words
from dateline.analysis.draft import Draft
from dateline.analysis.speakers import find_speakers
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable, Frame, cues
from dateline.model.attribution import Attribution, Kind, Quotation
from dateline.model.entity import Label
from dateline.model.span import Span

_DIRECT = 0.95  # share of quoted letters from which a content counts as direct
_EDGE = frozenset((",", ";", ":", "—", "-", "–", ".", "(", ")"))
_MARKS = frozenset(('"', "'", "`", "''", "``"))


def attribute(draft: Draft) -> tuple[Attribution, ...]:
    """Every attribution of a report, ordered by where it begins; `parent` gives the nesting."""
    table = cues(draft.language)
    blocks = Blocks(draft)
    control = Control(table.controllers, table.carriers)
    readings = _read(draft, table, control)
    _clip(blocks, readings)
    quoting = Quoting(draft, blocks, readings, control)
    quoting.run()
    readings += signed(draft, blocks, quoting.owner)
    Runs(draft, blocks, readings, quoting.owner).run()
    readings += labelled(draft, table, blocks)
    readings = drop_unsaid(draft.parse, table, _settle(draft.parse, readings))
    return _finish(draft, table, readings)


def _read(draft: Draft, table: CueTable, control: Control) -> list[Reading]:
    """One reading for every word that serves as a cue here."""
    parse = draft.parse
    actors = frozenset(m.head for m in draft.mentions)
    verbs, words = Verbs(parse, table, control, actors), Words(parse, table, control, actors)
    found: list[Reading] = []
    for token, pos in enumerate(parse.pos):
        reading = None
        if parse.lower[token] in table.prepositions:
            reading = words.preposition(token)
        if reading is None and parse.lower[token] in table.adjectives:
            reading = words.adjective(token)
        if reading is None and pos == "VERB" and parse.lemmas[token] in table.verbs:
            reading = verbs.read(token)
        if reading is None and pos in ("NOUN", "PROPN") and parse.lemmas[token] in table.nouns:
            reading = words.noun(token)
        if reading is None and parse.lower[token] in table.adverbs:
            reading = words.adverb(token)
        if reading is not None:
            complete(parse, table, reading)
            found.append(reading)
    _reattach(parse, verbs.trimmer.reattached, found)
    return found


def _reattach(parse: Parse, reattached: dict[int, int], readings: list[Reading]) -> None:
    """A clause that was given to an outer cue is nobody else's content."""
    clauses = set(reattached)
    for reading in readings:
        for clause in reading.content & clauses:
            below = descendants(parse, clause)
            if reading.anchor != reattached[clause] and reading.anchor not in below:
                reading.content -= below


def _clip(blocks: Blocks, readings: list[Reading]) -> None:
    """Nothing that is said inside a quotation of its own reaches out of it, and no speaker into one."""
    for reading in readings:
        block = blocks.whole_at(reading.anchor)
        if block is not None:
            reading.content &= set(block.tokens)
            if reading.content and reading.frame == Frame.CLAUSE and not reading.content - reading.cue:
                reading.content = set()
        elif reading.source is not None and blocks.whole_at(reading.source.refers) is not None:
            reading.source = None


def _settle(parse: Parse, readings: list[Reading]) -> list[Reading]:
    """Drops readings that came to nothing and those that only repeat another."""
    _set_apart(parse, readings)
    for reading in readings:
        _stop_at_semicolon(parse, reading)
    kept = [r for r in readings if any(parse.pos[t] != "PUNCT" for t in r.content)]
    anchors = {r.anchor for r in kept}
    return [r for r in kept if not (r.frame == "adverb" and _hedges_a_cue(parse, r, anchors))]


def _stop_at_semicolon(parse: Parse, reading: Reading) -> None:
    """What is reported ends where the sentence begins anew: "it fell, he says; others deny it"."""
    if reading.quotes or reading.frame not in (Frame.CLAUSE, "preposition"):
        return
    for token in sorted(t for t in reading.content if parse.words[t] == ";"):
        if token > reading.anchor:
            reading.content = {t for t in reading.content if t < token}
            return
        reading.content = {t for t in reading.content if t > token}


def _set_apart(parse: Parse, readings: list[Reading]) -> None:
    """An aside about a whole statement is no part of what is stated: "said it fell, according to …"."""
    asides: dict[int, list[Reading]] = {}
    for reading in readings:
        if reading.frame == "preposition" and reading.content and reading.source is not None:
            asides.setdefault(parse.sentence_of[reading.anchor], []).append(reading)
    for reading in readings:
        for aside in asides.get(parse.sentence_of[reading.anchor], ()):
            if aside is not reading and reading.anchor in aside.content and aside.source is not None:
                reading.content -= {*aside.cue, *aside.source.tokens}


def _hedges_a_cue(parse: Parse, reading: Reading, anchors: set[int]) -> bool:
    """An adverb beside a cue is that cue's hedge, not an attribution of its own."""
    return parse.heads[reading.anchor] in anchors


def _finish(draft: Draft, table: CueTable, readings: list[Reading]) -> tuple[Attribution, ...]:
    readings.sort(key=lambda r: (min(r.content | r.cue), -max(r.content)))
    ids = {id(r): draft.new_id("a", n) for n, r in enumerate(readings, 1)}
    parents = _parents(readings)
    for reading in readings:
        if reading.source is not None:
            reading.source = _person(draft, reading.source)
    found = []
    for number, reading in enumerate(readings):
        content = tuple(_with_mark(draft, span) for span in _spans(draft, reading.content))
        source = reading.source
        parent = parents[number]
        found.append(
            Attribution(
                id=ids[id(reading)],
                source=_source(draft, source) if source else (),
                source_entity=_entity(draft, source) if source else None,
                cue=_cue(draft, reading),
                content=content,
                kind=_kind(draft, content),
                act=reading.act,
                hedge=hedge(draft, table, reading),
                medium=medium(draft, table, reading) if reading.entry else None,
                when=when(draft, table, reading) if reading.entry else None,
                parent=ids[id(readings[parent])] if parent is not None else None,
            )
        )
    return _with_first_person(draft, tuple(found), readings)


def _with_first_person(
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


def _person(draft: Draft, source: Source) -> Source:
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


def _source(draft: Draft, source: Source) -> tuple[Span, ...]:
    """The phrase; a relative pronoun stands by itself, beside its antecedent."""
    if source.refers == source.head:
        return _spans(draft, source.tokens, _EDGE | _MARKS)
    return (*_spans(draft, source.tokens - {source.head}, _EDGE | _MARKS), *_spans(draft, {source.head}))


def _cue(draft: Draft, reading: Reading) -> tuple[Span, ...]:
    return _spans(draft, reading.cue) or tuple(draft.parse.span(t, t + 1) for t in sorted(reading.cue))


def _entity(draft: Draft, source: Source) -> str | None:
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


def _parents(readings: list[Reading]) -> list[int | None]:
    """For each reading the one with the smallest content that holds its anchor."""
    anchors: dict[int, list[int]] = {}
    for number, reading in enumerate(readings):
        anchors.setdefault(reading.anchor, []).append(number)
    parents: list[int | None] = [None] * len(readings)
    known = set(anchors)
    for other, outer in enumerate(readings):
        for token in outer.content & known:
            for number in anchors[token]:
                reading, best = readings[number], parents[number]
                if number == other or _is_within(outer, reading):
                    continue
                if best is None or len(outer.content) < len(readings[best].content):
                    parents[number] = other
    return parents


def _is_within(outer: Reading, inner: Reading) -> bool:
    """Whether of two readings that hold each other's cue the outer one is rather the inner."""
    return outer.anchor in inner.content and len(outer.content) <= len(inner.content)


def _spans(
    draft: Draft, tokens: "set[int] | frozenset[int]", edge: frozenset[str] = _EDGE
) -> tuple[Span, ...]:
    """Offsets of a set of tokens, punctuation at the edges of every run left out unless it is quoted."""
    parse = draft.parse
    found: list[Span] = []
    for start, end in ranges(tokens):
        while start < end and parse.words[start] in edge:
            start += 1
        while end > start and (parse.words[end - 1] in edge or parse.pos[end - 1] == "CCONJ"):
            end -= 1
        if start < end and not all(parse.pos[t] == "PUNCT" for t in range(start, end)):
            found.append(parse.span(start, end))
    return tuple(found)


def _kind(draft: Draft, content: tuple[Span, ...]) -> Kind:
    """Direct, mixed or indirect, by the share of the content's letters in quotation marks."""
    inside = total = 0
    for span in content:
        total += span.end - span.start
        inside += sum(min(span.end, q.span.end) - max(span.start, q.span.start) for q in _quoted(draft, span))
    if inside == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if inside >= _DIRECT * total else Kind.MIXED


def _with_mark(draft: Draft, span: Span) -> Span:
    """A span that ends with the last word of a quotation that it opens takes in the closing mark."""
    for quotation in _quoted(draft, span):
        ends = quotation.inner.end - 1 <= span.end < quotation.span.end
        if quotation.span.start >= span.start and ends:
            return Span(span.start, quotation.span.end)
    return span


def _quoted(draft: Draft, span: Span) -> Iterator[Quotation]:
    """The outermost quotations that share letters with a span."""
    quotations = draft.quotations
    at = bisect_right(quotations, span.start, key=lambda q: q.span.start) - 1
    while at > 0 and quotations[at].parent is not None:
        at -= 1
    for quotation in quotations[max(at, 0) :]:
        if quotation.span.start >= span.end:
            return
        if quotation.parent is None and quotation.span.overlaps(span):
            yield quotation
