"""The words of a store that tell happenings, as they are compared, a matter at a time.

Sayings are among them: of them the cues of attributions are the words, and no copy is stored.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.accounts.sketch import period
from dateline.accounts.stories import Topic, stories, together
from dateline.accounts.strands import Bag, Nearness, nearness
from dateline.accounts.told import SAYING, Told, name_words
from dateline.language.folding import fold
from dateline.language.stemming import stemmer
from dateline.model.attribution import Act
from dateline.model.edtf import is_edtf
from dateline.model.entity import Form, Label
from dateline.model.factuality import Factuality
from dateline.store import schema as t
from dateline.store.dialect import chunks
from dateline.store.evidence import Place, Quoter

# So many reports are read at once, whole matters at a time.
_AT_ONCE = 500
_LAST = "9999"
# What is in somebody's mind has not been said.
_MINDED = frozenset({Act.BELIEVE, Act.HOPE, Act.ESTIMATE})


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes part: the words, and the entity they stand for."""

    object: bool
    start: int
    end: int
    entity_id: int | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells a happening; the fields are those of the table of happenings."""

    report_id: int
    trigger_start: int
    trigger_end: int
    start: int
    end: int
    family: str
    factuality: str
    place: tuple[int, int, int | None] | None
    date: str | None
    attribution_id: int | None
    event_id: int | None
    parties: tuple[Taker, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Stories of a store that tell of one event, mostly one story: the words of their reports."""

    words: list[Word]
    story_of: Mapping[int, int]


def matters(connection: Connection) -> Iterator[Matter]:
    """All matters, some at a time."""
    story_of = _stories(connection)
    for reports in _several(_matters(connection, story_of)):
        yield Matter(_words(connection, reports), {report: story_of[report] for report in reports})


def compared(connection: Connection, matter: Matter, quoter: Quoter) -> list[Told]:
    """The words of a matter as accounts compares them; the quoter has loaded their reports."""
    people = _People.of(connection, (p.entity_id for word in matter.words for p in word.parties))
    accounts = _accounts(connection, (word.event_id for word in matter.words))
    return [
        Told(
            _order(word, quoter),
            matter.story_of[word.report_id],
            word.report_id,
            word.family,
            _stem(word, quoter),
            word.start,
            people.of_word(word, quoter),
            period(word.date),
            accounts.get(word.event_id or 0),
        )
        for word in matter.words
    ]


def _order(word: Word, quoter: Quoter) -> tuple[str, str, int]:
    source = quoter.sources[word.report_id]
    return source.published or _LAST, source.id, word.trigger_start


def nearnesses(connection: Connection, matter: Matter, quoter: Quoter) -> dict[int, Nearness]:
    """How near the reports of each story are to each other, by story."""
    members: dict[int, list[int]] = defaultdict(list)
    for report in sorted({w.report_id for w in matter.words}, key=lambda key: quoter.sources[key].id):
        members[matter.story_of[report]].append(report)
    names = _names(connection, quoter, matter.story_of)
    bags = {
        report: Bag.of(
            quoter.words(report, *(source := quoter.sources[report]).bounds), names[report], source.language
        )
        for some in members.values()
        for report in some
    }
    return {story: nearness(some, bags) for story, some in members.items()}


def strands(connection: Connection) -> Iterator[Mapping[int, int]]:
    """Of each story: report -> its strand, a number that no other strand has, in any story."""
    for matter in matters(connection):
        quoter = Quoter(connection)
        quoter.load(Place(w.report_id, w.start, w.end, w.attribution_id) for w in matter.words)
        near = nearnesses(connection, matter, quoter)
        members: dict[int, dict[int, int]] = defaultdict(dict)
        for report, story in matter.story_of.items():
            told = near[story].strand if story in near else {}
            members[story][report] = told.get(report, story)
        yield from members.values()


# ---------------------------------------------------------------------- matters
def _stories(connection: Connection) -> dict[int, int]:
    """Report -> its story, by the key of a report."""
    r, d = t.reports.c, t.documents.c
    query = select(r.id, r.public_id, r.published, r.start, r.end, d.text, d.language).join(
        t.documents, r.document_id == d.id
    )
    topics = {
        row.id: Topic.of(row.public_id, row.text[row.start : row.end], row.published, row.language)
        for row in connection.execute(query)
    }
    return {key: min(story) for story in stories(topics) for key in story}


def _matters(connection: Connection, story_of: Mapping[int, int]) -> list[set[int]]:
    """The reports by what they tell: stories, those put together that tell of one event."""
    c = t.events.c
    first: dict[str, int] = {}
    told = connection.execute(select(c.account, c.report_id).distinct().order_by(c.report_id))
    pairs = [(first.setdefault(row.account, row.report_id), row.report_id) for row in told]
    found = together([*story_of.items(), *pairs])
    return sorted({id(m): m for m in found.values()}.values(), key=min)


def _several(found: Iterable[set[int]]) -> Iterator[list[int]]:
    """Matters put together until they are worth a query."""
    gathered: list[int] = []
    for matter in found:
        gathered += sorted(matter)
        if len(gathered) >= _AT_ONCE:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


# ------------------------------------------------------------------------ words
def _words(connection: Connection, reports: Sequence[int]) -> list[Word]:
    parties: dict[tuple[int, int], list[Taker]] = defaultdict(list)
    p, h = t.happening_parties.c, t.happenings.c
    found: dict[tuple[int, int], Word] = {}
    for some in chunks(reports):
        for row in connection.execute(select(t.happening_parties).where(p.report_id.in_(some))):
            taker = Taker(row.object, row.start, row.end, row.entity_id)
            parties[row.report_id, row.trigger_start].append(taker)
        for row in connection.execute(select(t.happenings).where(h.report_id.in_(some))):
            key = (row.report_id, row.trigger_start)
            found[key] = _word(row, tuple(parties[key]))
        for word in _sayings(connection, some):
            found.setdefault((word.report_id, word.trigger_start), word)
    return list(found.values())


def _word(row: Row[Any], parties: tuple[Taker, ...]) -> Word:
    place = None if row.place_start is None else (row.place_start, row.place_end, row.place_entity)
    return Word(
        row.report_id,
        row.trigger_start,
        row.trigger_end,
        row.start,
        row.end,
        row.family,
        row.factuality,
        place,
        row.date,
        row.attribution_id,
        row.event_id,
        parties,
    )


def _sayings(connection: Connection, reports: Sequence[int]) -> Iterator[Word]:
    """What is said, by whom, and on whose word; the carrier of a saying is who passes it on."""
    a = t.attributions.c
    for row in connection.execute(select(t.attributions).where(a.report_id.in_(reports)).order_by(a.id)):
        if not row.cue or not row.source or Act(row.act) in _MINDED:
            continue
        (start, end), (first, _), (_, last) = row.cue[0], row.source[0], row.source[-1]
        yield Word(
            row.report_id,
            start,
            end,
            row.start,
            row.end,
            SAYING,
            Factuality.CERTAIN.value,
            None,
            row.said if row.said and is_edtf(row.said) else None,
            row.parent_id,
            None,
            (Taker(False, first, last, row.source_entity),),
        )


def _stem(word: Word, quoter: Quoter) -> str:
    """The stem of a word; of several ("stepped down") that of the first."""
    written = fold(quoter.words(word.report_id, word.trigger_start, word.trigger_end)).split()
    return stemmer(quoter.sources[word.report_id].language).stem(written[0]) if written else ""


# ------------------------------------------------------------------------- names
@dataclass(frozen=True, slots=True)
class _People:
    """Entity -> its id and the words of its name: of persons that are named, and of all that may speak."""

    persons: dict[int, frozenset[str]]
    speakers: dict[int, frozenset[str]]

    @staticmethod
    def of(connection: Connection, entities: Iterable[int | None]) -> "_People":
        e, i = t.entities.c, t.identities.c
        described = select(e.id, i.actor, i.key, i.kind, i.local, i.surname)
        query = described.join(t.identities, e.identity_id == i.id)
        persons: dict[int, frozenset[str]] = {}
        speakers: dict[int, frozenset[str]] = {}
        for some in chunks(key for key in entities if key is not None):
            for row in connection.execute(query.where(e.id.in_(some))):
                speakers[row.id] = name_words(row.key) | ({row.actor} if row.actor else frozenset())
                if row.kind == Label.PERSON and (row.local is None or row.surname is not None):
                    persons[row.id] = speakers[row.id]
        return _People(persons, speakers)

    def of_word(self, word: Word, quoter: Quoter) -> frozenset[str]:
        """The persons are those it was done to, or who did or suffered it; of a saying who says it."""
        if word.family == SAYING:
            (speaker,) = word.parties
            known = self.speakers.get(speaker.entity_id or 0)
            return known or name_words(fold(quoter.words(word.report_id, speaker.start, speaker.end)))
        concerned = [p for p in word.parties if p.object] or word.parties
        return frozenset[str]().union(*(self.persons.get(p.entity_id or 0, frozenset()) for p in concerned))


def _names(connection: Connection, quoter: Quoter, reports: Iterable[int]) -> dict[int, list[str]]:
    """What the names in some reports are."""
    m = t.mentions.c
    found: dict[int, list[str]] = defaultdict(list)
    query = select(m.report_id, m.start, m.end).where(m.form == Form.NAME)
    for some in chunks(reports):
        for row in connection.execute(query.where(m.report_id.in_(some))):
            if row.report_id in quoter.sources:
                found[row.report_id].append(quoter.words(row.report_id, row.start, row.end))
    return found


def _accounts(connection: Connection, events: Iterable[int | None]) -> dict[int, str]:
    c = t.events.c
    return {
        row.id: row.account
        for some in chunks(key for key in events if key is not None)
        for row in connection.execute(select(c.id, c.account).where(c.id.in_(some)))
        if row.account is not None
    }
