"""Interviews whose paragraphs are marked "Q:" and "A:": the answers are the interviewed person's word."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.analysis.attribution.reading import Reading, Source
from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable, Frame
from dateline.model.attribution import Act
from dateline.model.entity import Form, Label

_STOPS = (":", ".", ")")
_LEAST = 2  # questions, and answers, that make an interview
_ASKED, _ANSWERED, _OVER = "question_labels", "answer_labels", "notices"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph with a label: its first token, the first one behind the label, and what it opens."""

    start: int
    first: int
    opens: str


def answered(draft: Draft, table: CueTable) -> list[Reading]:
    """A reading for every answer, to the next label; without a source where nobody says whose it is."""
    turns = list(_turns(draft, table))
    opened = [turn.opens for turn in turns]
    if min(opened.count(_ASKED), opened.count(_ANSWERED)) < _LEAST:
        return []
    source = _interviewed(draft, table, next(t.start for t in turns if t.opens != _OVER))
    ends = [turn.start for turn in turns[1:]]
    ends.append(_end_of_last(draft, turns[-1], source))
    return [
        Reading(
            turn.start,
            None,
            Act.ASSERT,
            set(range(turn.start, turn.first)),
            set(range(turn.first, end)),
            source,
            frame=Frame.QUOTE,
        )
        for turn, end in zip(turns, ends, strict=True)
        if turn.opens == _ANSWERED and turn.first < end
    ]


def _end_of_last(draft: Draft, turn: _Turn, source: Source | None) -> int:
    """Where the last answer ends: where the reporter goes on, if a later paragraph names who answered.

    Nobody calls himself by his name; from the first paragraph without "I" or "we" on it is the reporter's.
    """
    parse = draft.parse
    position = None if source is None else draft.mention_of(source.head)
    entity = None if position is None else draft.entity_of(position)
    number = parse.sentence_of[turn.first] if turn.first < len(parse) else len(parse.sentences)
    later: dict[int, list[int]] = {}
    for sentence in parse.sentences[number:]:
        if sentence.paragraph != parse.sentences[number].paragraph:
            later.setdefault(sentence.paragraph, []).extend(sentence)
    if entity is None or not _is_named(draft, entity, {t for tokens in later.values() for t in tokens}):
        return len(parse)
    own = (tokens[0] for tokens in later.values() if not any(parse.has(t, "Person=1") for t in tokens))
    return next(own, len(parse))


def _is_named(draft: Draft, entity: str, within: set[int]) -> bool:
    return any(
        mention.head in within and mention.form is Form.NAME and draft.entity_of(position) == entity
        for position, mention in enumerate(draft.mentions)
    )


def _turns(draft: Draft, table: CueTable) -> Iterator[_Turn]:
    """The paragraphs that begin with a label of a question, an answer, or of something else."""
    parse, paragraph = draft.parse, -1
    for sentence in parse.sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph, start = sentence.paragraph, sentence.start
        label = parse.lower[start].rstrip("".join(_STOPS))
        whole = label == parse.lower[start]  # the stop is a token of its own
        if whole and parse.words[start + 1 : start + 2] not in ([stop] for stop in _STOPS):
            continue
        opens = next((o for o in (_ASKED, _ANSWERED, _OVER) if label in table.words[o]), None)
        if opens is not None:
            yield _Turn(start, start + 1 + whole, opens)


def _interviewed(draft: Draft, table: CueTable, before: int) -> Source | None:
    """The one person named before the first label, or the one of several who is told to speak there."""
    named: dict[str, int] = {}
    for position, mention in enumerate(draft.mentions):
        entity = draft.entity_of(position)
        if mention.head < before and mention.label is Label.PERSON and mention.form is Form.NAME and entity:
            named.setdefault(entity, position)
    people = named.keys() if len(named) < _LEAST else named.keys() & _speaking(draft, table, before)
    if len(people) != 1:
        return None
    mention = draft.mentions[named[next(iter(people))]]
    return Source(mention.head, frozenset(draft.parse.tokens_in(mention.span)), mention.head)


def _speaking(draft: Draft, table: CueTable, before: int) -> set[str]:
    """The people who are subjects of a word of speaking before a token: "she *spoke* to us in Erbil"."""
    parse, verbs = draft.parse, table.words["interview_verbs"]
    return {
        entity
        for position, mention in enumerate(draft.mentions)
        if mention.head < before
        and parse.deps[mention.head] == "nsubj"
        and parse.lemmas[parse.heads[mention.head]] in verbs
        and (entity := draft.entity_of(position)) is not None
    }
