"""The one model-dependent stage: text to token columns."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IDX,
    IS_SPACE,
    LEMMA,
    LENGTH,
    MORPH,
    POS,
    SENT_START,
    TAG,
)
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from dateline.analysis.normalise import JOINER
from dateline.analysis.readable import readable
from dateline.analysis.syntax import Name, Parse, Sentence
from dateline.language import load_language
from dateline.model.report import Part, Report
from dateline.segment.wrapping import paragraphs

_ATTRIBUTES = [IDX, LENGTH, LEMMA, POS, TAG, DEP, HEAD, MORPH, SENT_START, ENT_IOB, ENT_TYPE, IS_SPACE]
_BREAKS = str.maketrans(dict.fromkeys("\r\n\x85\u2028\u2029", " "))
_LONGEST = 4_000  # characters the model gets at once; longer lines are cut at a blank
_BATCH = 32  # lines in the model at once: with _LONGEST, what bounds its memory (some 0.5 GB)
_INSIDE, _BEGIN = 1, 3  # values of ENT_IOB
_MASK = (1 << 64) - 1  # string hashes are unsigned, heads and sentence starts signed


class _Row(NamedTuple):
    """One token as the model's array gives it, in the order of _ATTRIBUTES."""

    idx: int
    length: int
    lemma: int
    pos: int
    tag: int
    dep: int
    head: int
    morph: int
    sent_start: int
    iob: int
    ent: int
    is_space: int


@dataclass(slots=True)
class _Columns:
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)


def parse(report: Report, pipeline: Pipeline) -> Parse:
    """Token columns of a report's title and body; every line is parsed by itself, wrapped ones as one.

    The model never sees a line break: it takes one for the end of nothing, and joins a heading to the
    paragraph below. Parsing line by line is also faster than parsing whole reports.
    """
    lines = list(_lines(report))
    columns = _Columns()
    texts = [
        t.translate(_BREAKS) for t in readable(report, [(start, end) for start, end, _, _ in lines], pipeline)
    ]
    for (start, _, paragraph, title), doc in zip(lines, pipeline.pipe(texts, batch_size=_BATCH), strict=True):
        _append(columns, doc, offset=start, paragraph=paragraph, title=title)
    return Parse(
        starts=columns.starts,
        ends=columns.ends,
        words=columns.words,
        lower=[w.lower() for w in columns.words],
        lemmas=columns.lemmas,
        pos=columns.pos,
        tags=columns.tags,
        deps=columns.deps,
        heads=columns.heads,
        morphs=columns.morphs,
        sentences=tuple(columns.sentences),
        names=tuple(columns.names),
        object_control=frozenset(load_language(pipeline.lang).table("grammar")["object_control"]),
    )


def _lines(report: Report) -> Iterator[tuple[int, int, int, bool]]:
    """Start, end, paragraph number and whether it is the title, for each line to be parsed."""
    paragraph = 0
    for passage in report.body():
        title = passage.part is Part.TITLE
        for line in paragraphs(report.text, passage.span.start, passage.span.end):
            decks = _decks(report.text, line.start, line.end) if title else [(line.start, line.end)]
            for deck in decks:
                for start, end in _pieces(report.text, *deck):
                    yield start, end, paragraph, title
            paragraph += 1


def _decks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a headline between semicolons: each is a sentence, which the model does not see."""
    while (cut := text.find("; ", start, end)) != -1:
        yield start, cut + 1
        start = cut + 2
    if text[start:end].strip():
        yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = max(text.rfind(". ", start, start + _LONGEST) + 1, text.rfind(" ", start, start + _LONGEST))
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _append(columns: _Columns, doc: Doc, *, offset: int, paragraph: int, title: bool) -> None:
    """Adds a parsed line. Blank tokens are left out, and what hangs on one is handed to its head."""
    rows = [_Row(*row) for row in doc.to_array(_ATTRIBUTES).astype("int64").tolist()]
    strings, text = doc.vocab.strings, doc.text
    at = base = len(columns.words)
    number: list[int | None] = []
    for row in rows:
        number.append(None if row.is_space else at)
        at += not row.is_space
    sentence_start, name = base, None
    for i, row in enumerate(rows):
        token = number[i]
        if token is None:
            continue
        if row.sent_start == 1 and token > sentence_start:
            columns.sentences.append(Sentence(sentence_start, token, paragraph, title))
            sentence_start = token
        if name is not None and row.iob != _INSIDE:
            columns.names.append(Name(name[0], token, name[1]))
            name = None
        if row.iob == _BEGIN:
            name = (token, strings[row.ent & _MASK])
        columns.starts.append(offset + row.idx)
        columns.ends.append(offset + row.idx + row.length)
        columns.words.append(text[row.idx : row.idx + row.length].replace(JOINER, "-"))
        columns.lemmas.append(strings[row.lemma & _MASK].lower().replace(JOINER, "-"))
        columns.pos.append(strings[row.pos & _MASK])
        columns.tags.append(strings[row.tag & _MASK])
        columns.deps.append(strings[row.dep & _MASK])
        columns.morphs.append(strings[row.morph & _MASK])
        columns.heads.append(_head(i, rows, number))
    if name is not None:
        columns.names.append(Name(name[0], at, name[1]))
    if at > sentence_start:
        columns.sentences.append(Sentence(sentence_start, at, paragraph, title))


def _head(i: int, rows: list[_Row], number: list[int | None]) -> int:
    """The number of the nearest head that is no blank; the token's own when there is none."""
    target = i + rows[i].head
    while number[target] is None and rows[target].head:
        target += rows[target].head
    head = number[target]
    own = number[i]
    assert own is not None
    return own if head is None else head
