"""How and when something was said: the medium, the time of speaking, the reporter's hedge."""

from bisect import bisect_left

from dateline.analysis.attribution.reading import Reading, descendants
from dateline.analysis.draft import Draft
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable, Frame
from dateline.model.span import Span


def medium(draft: Draft, table: CueTable, reading: Reading) -> str | None:
    """What it was said to or in, as the text puts it: "Reuters", "op-ed", "Twitter"."""
    parse = draft.parse
    quoting = _quoting_outlet(draft, reading)
    if quoting is not None:
        return _name(draft, quoting)
    for verb in _verbs(parse, table, reading):
        for child in parse.children[verb]:
            if child in reading.content:
                continue
            dep = parse.deps[child]
            found = None
            if dep in ("dobj", "dative") and parse.pos[child] != "ADP" and verb == reading.anchor:
                found = _outlet(draft, table, child)
            elif dep in ("prep", "dative") and parse.lower[child] in table.words["media_prepositions"]:
                found = _published_in(draft, table, child)
            spoken = reading.source is not None and found in reading.source.tokens
            if found is not None and found not in reading.content and not spoken:
                return _name(draft, found)
    return None


def _quoting_outlet(draft: Draft, reading: Reading) -> int | None:
    """Who passes a saying on: "was quoted by the agency as saying"."""
    parse = draft.parse
    if parse.deps[reading.anchor] != "pcomp":
        return None
    agent = parse.child(parse.heads[parse.heads[reading.anchor]], "agent")
    return parse.child(agent, "pobj") if agent is not None else None


def _published_in(draft: Draft, table: CueTable, prep: int) -> int | None:
    """The medium behind a preposition: "in an op-ed", "on Twitter", "to Reuters"."""
    goal = draft.parse.child(prep, "pobj")
    if goal is None:
        return None
    known = is_medium(draft.parse, table, goal) or _is_outlet(draft, table, goal)
    return goal if known else None


def is_medium(parse: Parse, table: CueTable, token: int) -> bool:
    """Whether a noun, with what a hyphen joins to it, is something that words are published in."""
    media = table.words["media"]
    return parse.lemmas[token] in media or _hyphenated(parse, token) in media


def _hyphenated(parse: Parse, token: int) -> str:
    start = token
    while start > 1 and parse.words[start - 1] == "-":
        start -= 2
    return "".join(parse.lower[start : token + 1])


def _verbs(parse: Parse, table: CueTable, reading: Reading) -> list[int]:
    """The cue and the participles beside it: "Speaking to the paper, he said …"."""
    speaking = table.words["speaking"]
    beside = parse.with_dep(reading.anchor, "advcl")
    return [
        reading.anchor,
        *(c for c in beside if parse.lemmas[c] in speaking and c not in reading.content),
    ]


def is_press(draft: Draft, table: CueTable, token: int) -> bool:
    """Whether a noun is for those who are told things in public: an outlet, journalists."""
    return draft.parse.lemmas[token] in table.words["audiences"] or _is_outlet(draft, table, token)


def _outlet(draft: Draft, table: CueTable, token: int) -> int | None:
    parse = draft.parse
    known = parse.lemmas[token] in table.words["audiences"] or is_medium(parse, table, token)
    if known or _is_outlet(draft, table, token):
        return token
    return None


def _is_outlet(draft: Draft, table: CueTable, token: int) -> bool:
    """A name that ends in, or is, what outlets are called: "Sky News", "the Daily Mail"."""
    parse = draft.parse
    if parse.pos[token] != "PROPN":
        return False
    words = {parse.lower[t] for t in descendants(parse, token)}
    return bool(words & table.words["outlets"])


def _name(draft: Draft, head: int) -> str:
    """The words of a medium: the mention it is, or the noun with its compounds."""
    parse = draft.parse
    position = draft.mention_of(head)
    if position is not None and parse.pos[head] == "PROPN":
        return draft.mentions[position].span.of(draft.text)
    start = head
    while start > 0 and parse.heads[start - 1] == head and parse.deps[start - 1] in ("compound", "punct"):
        start -= 1
    for token in range(start, head):
        if parse.deps[token] == "det":
            start = token + 1
    return parse.span(start, head + 1).of(draft.text)


def when(draft: Draft, table: CueTable, reading: Reading) -> str | None:
    """The time of speaking: EDTF when the times stage knows it, else the words."""
    parse = draft.parse
    sentence = parse.sentences[parse.sentence_of[reading.anchor]]
    span = parse.span(sentence.start, sentence.end)
    first = bisect_left(draft.times, span.start, key=lambda t: t.span.start)
    for time in draft.times[first:]:
        if time.span.start >= span.end:
            break
        tokens = parse.tokens_in(time.span)
        if time.type not in ("DATE", "TIME") or not tokens or any(t in reading.content for t in tokens):
            continue
        if _is_of(parse, table, reading, parse.head_of(tokens[0], tokens[-1] + 1)):
            return time.edtf or time.span.of(draft.text)
    return None


def _is_of(parse: Parse, table: CueTable, reading: Reading, token: int) -> bool:
    """Whether a time hangs on the cue itself or on its medium: "said on Monday", "in a speech on Monday"."""
    if reading.anchor < token <= reading.anchor + 2 and parse.heads[token] not in reading.cue:
        between = range(reading.anchor + 1, token)
        return all(parse.pos[t] == "ADP" for t in between)
    for above in parse.ancestors(token):
        if above == reading.anchor:
            return True
        named = parse.pos[above] == "PROPN" and parse.deps[above] == "pobj"
        if not (parse.pos[above] == "ADP" or named or is_medium(parse, table, above)):
            return False
    return False


def hedge(draft: Draft, table: CueTable, reading: Reading) -> str | None:
    """The words by which the reporter keeps a distance: "reportedly", "is said to"."""
    parse = draft.parse
    token = reading.hedge
    if token is None:
        token = next(
            (
                c
                for c in parse.children[reading.anchor]
                if parse.lower[c] in table.adverbs and c not in reading.content
            ),
            None,
        )
    if token is not None:
        return parse.span(token, token + 1).of(draft.text)
    passed_on = reading.frame in (Frame.PASSIVE_TO, Frame.CLAUSE)
    if (
        passed_on
        and reading.source is None
        and parse.child(reading.anchor, "auxpass", "nsubjpass") is not None
    ):
        return Span(parse.starts[min(reading.cue)], parse.ends[max(reading.cue)]).of(draft.text)
    return None
