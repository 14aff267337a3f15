"""Where a content begins and ends: the sentence around a cue that stands in its middle or at its end."""

from dateline.analysis.attribution.reading import Reading, Source, descendants
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable, Frame


def complete(parse: Parse, table: CueTable, reading: Reading) -> None:
    """Adds to a clausal content what the parser hung on the cue instead, and finds it for an aside."""
    if reading.frame in (Frame.QUOTE, "") and not reading.content:
        _aside(parse, table, reading)
    elif reading.frame in (Frame.TO, Frame.OTHER_TO):
        _tail(parse, table, reading)
    elif reading.frame == Frame.CLAUSE and reading.content:
        if max(reading.content) < reading.anchor or _is_medial(parse, reading):
            _from_start(parse, reading)
        else:
            _tail(parse, table, reading)
        find_speaker(parse, reading)


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
    if reading.entry is None or Frame.CLAUSE not in reading.entry.frames:
        return
    if reading.source is None or (dep == "ccomp" and mark is not None):
        return
    own = descendants(parse, anchor)
    if not _set_off(parse, own):
        return
    if parse.tags[reading.source.refers] == "DT":
        return  # "that said, …"
    if as_ and _has_object(parse, table, anchor):
        return  # "as the rebels hold the town, …" tells when, or why
    if as_ and parse.has(reading.source.refers, "Person=2"):
        return  # "as you know" only addresses the hearer
    if as_ and mark is not None:
        reading.cue.add(mark)
    said = _said(parse, table, head, anchor) if as_ else head
    reading.content = descendants(parse, said) - own
    reading.frame = Frame.CLAUSE
    if parse.root(anchor) == said:
        _from_start(parse, reading)


def _has_object(parse: Parse, table: CueTable, cue: int) -> bool:
    """Whether a cue has an object of its own that nothing is told to."""
    thing = parse.child(cue, "dobj")
    return (
        thing is not None
        and thing > cue
        and parse.pos[thing] == "NOUN"
        and parse.lemmas[thing] not in table.words["audiences"]
    )


def _said(parse: Parse, table: CueTable, head: int, anchor: int) -> int:
    """What "as … alleged" is about: under another cue its content, not the saying of it."""
    if parse.lemmas[head] in table.verbs:
        for clause in parse.with_dep(head, "ccomp"):
            if clause < anchor:
                return clause
    return head


def find_speaker(parse: Parse, reading: Reading) -> None:
    """ "The ferry sank, two fishermen said": takes out of the content a speaker that the parse put there."""
    anchor = reading.anchor
    if (
        reading.source is not None
        or not reading.content
        or max(reading.content) > anchor
        or _is_passive(parse, anchor)
    ):
        return
    comma = next((t for t in range(anchor - 1, min(reading.content), -1) if parse.words[t] == ","), None)
    if comma is None:
        return
    phrase = [t for t in range(comma + 1, min(reading.cue)) if parse.deps[t] != "advmod"]
    if not phrase or any(_is_clausal(parse, t) for t in phrase):
        return
    heads = [t for t in phrase if parse.pos[t] in ("NOUN", "PROPN", "PRON")]
    if heads:
        head = next((t for t in heads if parse.heads[t] not in phrase), heads[-1])
        reading.source = Source(head, frozenset(phrase), head)
        reading.content -= set(range(comma, anchor))


def _is_clausal(parse: Parse, token: int) -> bool:
    return parse.pos[token] in ("AUX", "PUNCT", "SCONJ") or (
        parse.pos[token] == "VERB" and parse.deps[token] not in ("amod", "acl")
    )


def _is_passive(parse: Parse, verb: int) -> bool:
    return parse.child(verb, "auxpass", "nsubjpass") is not None


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
    for child in parse.with_dep(reading.anchor, "conj"):
        if child >= end and _goes_on(parse, table, reading, child):
            reading.content |= set(range(end, parse.right[child]))
            end = max(reading.content) + 1
    for child in parse.children[reading.anchor]:
        if child < end or parse.deps[child] != "advcl":
            continue
        mark = parse.child(child, "mark", "advmod")
        if mark is not None and parse.lower[mark] in table.words["content_conjunctions"]:
            reading.content |= descendants(parse, child)


def _goes_on(parse: Parse, table: CueTable, reading: Reading, clause: int) -> bool:
    """Whether a clause that the parser coordinated with the cue itself goes on with what is said.

    It opens like a content ("said that he left and that …"), or tells in a past report what is to come:
    "said the bridge fell, but it would be rebuilt".
    """
    if parse.lower[parse.left[clause]] in table.words["clause_openers"]:
        return True
    if reading.frame != Frame.CLAUSE or parse.child(clause, "nsubj", "nsubjpass", "expl") is None:
        return False
    return _tense(parse, reading.anchor) == "VBD" and _tense(parse, clause) == "MD"


def _tense(parse: Parse, verb: int) -> str:
    """The tag of a verb's finite part."""
    aux = parse.child(verb, "aux", "auxpass")
    return parse.tags[verb if aux is None else aux]
