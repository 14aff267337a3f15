"""Sayings that have not happened: supposed or only possible ones, and what somebody asks for or refuses."""

from dateline.analysis.attribution.reading import Reading
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable
from dateline.model.attribution import Act

# What such an act is about has yet to be done, or never will be.
_YET = frozenset(
    {
        Act.ASK, Act.DEMAND, Act.APPEAL, Act.PROMISE, Act.OFFER, Act.THREATEN, Act.REFUSE, Act.HOPE,
        Act.AGREE, Act.ESTIMATE, Act.WARN,
    }
)  # fmt: skip
_BELOW = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "pcomp", "prep"})


def drop_unsaid(parse: Parse, table: CueTable, readings: list[Reading]) -> list[Reading]:
    """Leaves them out: "if he says so", "may say", "did they say so?" make nobody say anything.

    Of infinitives below another's word only those in its content go: "asked them to say that it is over" is
    said by whoever asked.
    """
    anchors = {r.anchor: r for r in readings if r.content}
    nested = _nested([r for r in readings if r.content])
    return [r for r in readings if not _is_unsaid(parse, table, anchors, r, r.anchor in nested)]


def _is_unsaid(
    parse: Parse, table: CueTable, anchors: dict[int, Reading], reading: Reading, is_nested: bool
) -> bool:
    if is_nested:
        return _asked_for(parse, anchors, reading) or _supposed(parse, table, reading)
    if reading.quotes or parse.pos[reading.anchor] != "VERB":
        return False
    return _supposed(parse, table, reading) or _only_possible(parse, table, reading)


def _only_possible(parse: Parse, table: CueTable, reading: Reading) -> bool:
    """ "may say", "did they say …?": nothing tells that it was said."""
    verb = reading.anchor
    aux = parse.with_dep(verb, "aux", "auxpass")
    if any(parse.lower[a] in table.words["possibilities"] for a in aux) and parse.child(verb, "neg") is None:
        return True
    return _is_asked(parse, reading, aux)


def _is_asked(parse: Parse, reading: Reading, aux: list[int]) -> bool:
    """Whether the saying itself is what a question asks: its auxiliary stands before its subject."""
    sentence = parse.sentences[parse.sentence_of[reading.anchor]]
    if reading.source is None or not any(a < min(reading.source.tokens) for a in aux):
        return False
    return any(parse.words[t] == "?" for t in range(reading.anchor, sentence.end))


def _nested(readings: list[Reading]) -> set[int]:
    """The anchors that stand in the content of another reading."""
    anchors = {r.anchor for r in readings}
    return {t for r in readings for t in r.content & anchors if t != r.anchor}


def _asked_for(parse: Parse, anchors: dict[int, Reading], reading: Reading) -> bool:
    """An infinitive under a word of asking, wishing, promising or refusing, or how it would be done.

    "refused to endanger them by naming the bridge" names nothing.
    """
    at = reading.anchor
    if parse.pos[at] == "ADJ" or (parse.tags[at] == "VBG" and parse.deps[at] == "pcomp"):
        at = parse.heads[at]
    if parse.deps[at] == "prep":
        at = parse.heads[at]
    if not _is_infinitive(parse, at):
        return False
    while parse.heads[at] != at and parse.deps[at] in _BELOW:
        at = parse.heads[at]
        above = anchors.get(at)
        if above is not None:
            return above.act in _YET and reading.anchor in above.content
        if parse.pos[at] in ("VERB", "AUX") and not _is_infinitive(parse, at):
            return any(
                other.act in _YET and reading.anchor in other.content
                for child in parse.children[at]
                if (other := anchors.get(child)) is not None
            )
    return False


def _is_infinitive(parse: Parse, verb: int) -> bool:
    """A "to" infinitive that tells no past, by itself or by what it is coordinated with."""
    while parse.deps[verb] == "conj" and parse.has(verb, "VerbForm=Inf"):
        if parse.with_dep(verb, "aux"):
            break
        verb = parse.heads[verb]
    aux = parse.with_dep(verb, "aux")
    return any(parse.tags[a] == "TO" for a in aux) and len(aux) == 1


def _supposed(parse: Parse, table: CueTable, reading: Reading) -> bool:
    """A saying in an if-clause or an indirect question: "has not said whether he agreed to talk"."""
    verb = reading.anchor
    while parse.deps[verb] == "conj":
        verb = parse.heads[verb]
    if parse.deps[verb] not in ("advcl", "ccomp"):
        return False
    return any(parse.lower[m] in table.words["suppositions"] for m in parse.with_dep(verb, "mark"))
