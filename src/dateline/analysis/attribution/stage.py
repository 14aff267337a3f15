"""The stage: all attributions of a report, outermost and nested, in text order."""

from dateline.analysis.attribution.adjectives import Adjectives
from dateline.analysis.attribution.asides import Asides
from dateline.analysis.attribution.blocks import Blocks
from dateline.analysis.attribution.contents import complete
from dateline.analysis.attribution.finishing import finish
from dateline.analysis.attribution.interviews import answered
from dateline.analysis.attribution.labels import labelled, signed
from dateline.analysis.attribution.nouns import Nouns
from dateline.analysis.attribution.quoting import Quoting
from dateline.analysis.attribution.reading import Reading, descendants
from dateline.analysis.attribution.runs import Runs
from dateline.analysis.attribution.sources import Control
from dateline.analysis.attribution.unsaid import drop_unsaid
from dateline.analysis.attribution.verbs import Verbs
from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable, Frame, cues
from dateline.model.attribution import Attribution


def attribute(draft: Draft) -> tuple[Attribution, ...]:
    """Every attribution of a report, ordered by where it begins; `parent` gives the nesting."""
    table = cues(draft.language)
    blocks = Blocks(draft)
    readings = _read(draft, table)
    _clip(blocks, readings)
    readings += labelled(draft, table, blocks)
    readings += answered(draft, table)
    quoting = Quoting(draft, blocks, table, readings)
    quoting.run()
    readings += signed(draft, blocks, quoting.owner)
    runs = Runs(draft, blocks, readings, quoting.owner)
    runs.run()
    runs.unowned()
    readings = drop_unsaid(draft.parse, table, _settle(draft.parse, readings))
    return finish(draft, table, readings)


def _read(draft: Draft, table: CueTable) -> list[Reading]:
    """One reading for every word that serves as a cue here."""
    parse = draft.parse
    actors = frozenset(m.head for m in draft.mentions)
    control = Control.of(table)
    verbs, nouns = Verbs(parse, table, control, actors), Nouns(parse, table, control, actors)
    adjectives, asides = Adjectives(parse, table, control), Asides(parse, table)
    found: list[Reading] = []
    for token, pos in enumerate(parse.pos):
        reading = None
        if parse.lower[token] in table.prepositions:
            reading = asides.preposition(token)
        if reading is None and parse.lower[token] in table.adjectives:
            reading = adjectives.read(token)
        if reading is None and pos == "VERB" and parse.lemmas[token] in table.verbs:
            reading = verbs.read(token)
        if reading is None and pos in ("NOUN", "PROPN") and parse.lemmas[token] in table.nouns:
            reading = nouns.read(token)
        if reading is None and parse.lower[token] in table.adverbs:
            reading = asides.adverb(token)
        if reading is not None:
            complete(parse, table, reading)
            found.append(reading)
    _reattach(parse, verbs.trimmer.reattached, found)
    return _without_media(parse, _without_carriers(parse, found))


def _without_carriers(parse: Parse, readings: list[Reading]) -> list[Reading]:
    """A verb that only carries a noun of saying is part of the noun's cue: "voiced fears that …"."""
    carried = {t for r in readings if parse.pos[r.anchor] == "NOUN" for t in r.cue if t != r.anchor}
    return [r for r in readings if r.anchor not in carried or parse.pos[r.anchor] != "VERB"]


def _without_media(parse: Parse, readings: list[Reading]) -> list[Reading]:
    """A noun that tells where a verb's clause was said adds no saying: "said in a statement that …"."""
    verbs: dict[int, list[Reading]] = {}  # by the sentences that their contents stand in
    for reading in readings:
        if parse.pos[reading.anchor] == "VERB":
            for sentence in {parse.sentence_of[t] for t in reading.content}:
                verbs.setdefault(sentence, []).append(reading)

    def repeats(noun: Reading) -> bool:
        beside = verbs.get(parse.sentence_of[min(noun.content)], ())
        return any(noun.content <= v.content and noun.anchor not in v.content for v in beside)

    nouns = [r for r in readings if r.content and parse.pos[r.anchor] == "NOUN" and r.frame == Frame.CLAUSE]
    dropped = {id(r) for r in nouns if repeats(r)}
    return [r for r in readings if id(r) not in dropped]


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
        elif reading.source is not None and _is_quoted(blocks, reading.source.refers):
            reading.source = None
        inner = blocks.inside.get(reading.anchor)
        if inner is not None and reading.content - reading.cue:
            start = blocks.by_number[inner].start
            reading.content = {t for t in reading.content if t >= start}


def _is_quoted(blocks: Blocks, token: int) -> bool:
    """Whether a token stands in speech, be it only an address: "“Captain,” Okoro said"."""
    number = blocks.inside.get(token)
    address = number is not None and blocks.by_number[number].last == ","
    return address or blocks.whole_at(token) is not None


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
