"""Where a content begins and ends: the sentence around a cue that stands in its middle or at its end."""

from dateline.analysis.attribution.reading import Reading, descendants
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable, Frame

_LOOSE = frozenset({"punct", "cc", "mark"})


def complete(parse: Parse, table: CueTable, reading: Reading) -> None:
    """Adds to a clausal content what the parser hung on the cue instead, and finds it for an aside."""
    if reading.frame in (Frame.QUOTE, "") and not reading.content:
        _aside(parse, table, reading)
    elif reading.frame == Frame.CLAUSE:
        if max(reading.content) < reading.anchor:
            _from_start(parse, reading)
        elif _is_medial(parse, reading):
            _from_start(parse, reading)
        else:
            _tail(parse, table, reading)


def _clause(parse: Parse, reading: Reading) -> set[int]:
    """The cue's own clause: all below the anchor that is not content."""
    return descendants(parse, reading.anchor) - reading.content


def _aside(parse: Parse, table: CueTable, reading: Reading) -> None:
    """ "The bridge is gone, he says": the cue hangs on the verb of its own content."""
    anchor = reading.anchor
    head, dep = parse.heads[anchor], parse.deps[anchor]
    if head == anchor or parse.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return
    mark = parse.child(anchor, "mark")
    as_ = mark is not None and parse.lower[mark] in table.words["aside_openers"]
    if dep not in ("parataxis", "ccomp") and not (dep == "advcl" and as_):
        return
    if reading.source is None or (dep == "ccomp" and mark is not None):
        return
    own = descendants(parse, anchor)
    if not _set_off(parse, own):
        return
    if as_ and mark is not None:
        reading.cue.add(mark)
    reading.content = {t for t in descendants(parse, head) - own}
    reading.frame = Frame.CLAUSE
    _from_start(parse, reading)


def _set_off(parse: Parse, clause: set[int]) -> bool:
    """Whether punctuation parts a clause from its surroundings."""
    first = min(clause)
    return parse.pos[first] == "PUNCT" or first == 0 or parse.pos[first - 1] == "PUNCT"


def _from_start(parse: Parse, reading: Reading) -> None:
    """A content whose cue comes later begins with its sentence, preposed adverbials included."""
    anchor = reading.anchor
    if parse.deps[anchor] not in ("ROOT", "conj", "parataxis", "ccomp", "advcl", "dep"):
        return
    sentence = parse.sentences[parse.sentence_of[anchor]]
    if parse.deps[anchor] == "conj" and min(reading.content) > sentence.start:
        return
    source = reading.source.tokens if reading.source else frozenset()
    before = (
        min([anchor, *reading.cue, *(t for t in source if t > max(x for x in reading.content if x < anchor))])
        if any(x < anchor for x in reading.content)
        else min([anchor, *reading.cue, *source])
    )
    if parse.root(anchor) == anchor or parse.deps[anchor] in ("parataxis", "ccomp", "advcl"):
        reading.content |= set(range(sentence.start, before))
    reading.content -= reading.cue


def _is_medial(parse: Parse, reading: Reading) -> bool:
    """ "In winter, she said, the road is closed": the clause of saying stands between commas."""
    if parse.root(reading.anchor) != reading.anchor or reading.source is None:
        return False
    clause = {reading.anchor, *reading.cue, *reading.source.tokens}
    first, last = min(clause), max(clause)
    after = [t for t in reading.content if t > last]
    sentence = parse.sentences[parse.sentence_of[reading.anchor]]
    if first <= sentence.start + 1 or not after:
        return False
    return parse.words[first - 1] == "," and parse.words[min(after) - 1] == "," and min(after) - last <= 2


def _tail(parse: Parse, table: CueTable, reading: Reading) -> None:
    """Adverbial clauses behind the content belong to it: "said it would strike if provoked"."""
    end = max(reading.content) + 1
    for child in parse.children[reading.anchor]:
        if child < end or parse.deps[child] != "advcl":
            continue
        mark = parse.child(child, "mark", "advmod")
        if mark is not None and parse.lower[mark] in table.words["content_conjunctions"]:
            reading.content |= descendants(parse, child)
