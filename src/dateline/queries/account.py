"""One event in all its versions: who tells what, where they differ, and what it amounts to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.language import Table, load_language
from dateline.language.folding import fold
from dateline.language.stemming import Stemmer, stemmer
from dateline.model.records import ActorMatch, Detail, EventParty, EventRecord, EventVersion, Evidence
from dateline.queries.event_phrasing import EventPhrasing
from dateline.queries.phrasing import Phrasing, phrasing
from dateline.queries.tolls import TollPhrasing
from dateline.store.view import View

#: How many findings are read at the most to find an event by words, the newest.
MOST = 2_000
# So many events are named when words fit several.
_NAMED = 10
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Row:
    """One version of an event in words, as a table shows it; a cell is "" where the version does not say.

    `reprint` tells that it is a copy of a version above it. `evidence` is the sentence it stands in.
    """

    outlet: str
    published: str
    says: str
    actors: str
    recipients: str
    place: str
    date: str
    toll: str
    differs: str
    reprint: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Account:
    """An event, its sentence, its versions as rows (the first reported first), and its standing in words."""

    event: EventRecord
    sentence: str
    rows: tuple[Row, ...]
    standing: str
    reasons: tuple[str, ...]
    course: str


def account(view: View, event: EventRecord, *, language_code: str = "en") -> Account:
    """All that reports say of an event."""
    language = load_language(language_code)
    words, table = phrasing(language, view), language.table("accounts")
    events = EventPhrasing(words)
    rows = _Rows(table, words)
    published = [v.published for v in event.versions if v.published]
    course = ""
    if published:
        course = str(table["table"]["first"]).format(date=min(published), latest=max(published))
    return Account(
        event,
        events.sentence(event),
        tuple(rows.of(event)),
        str(table["standing"][event.weight.standing]).format(n=event.independent),
        event.weight.reasons,
        course,
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    table: Table
    words: Phrasing

    def of(self, event: EventRecord) -> Iterator[Row]:
        """The rows of an event: what a report tells by several words on one person's word has one."""
        origins: set[str] = set()
        told: dict[tuple[object, ...], list[EventVersion]] = {}
        for version in event.versions:
            key = version.report, version.evidence[0].chain, version.factuality.polarity
            told.setdefault(key, []).append(version)
        for versions in told.values():
            yield self._row(versions, reprint=self._is_reprint(versions[0], origins))

    @staticmethod
    def _is_reprint(version: EventVersion, origins: set[str]) -> bool:
        origin = version.evidence[0].origin or version.report
        known = origin in origins and origin != version.report
        origins.add(origin)
        return known

    def _row(self, versions: list[EventVersion], *, reprint: bool) -> Row:
        evidence = versions[0].evidence[0]
        text = self.table["table"]
        outlet = evidence.outlet or str(self.table["reasons"]["unnamed_outlet"])
        (voice,) = self.words.voices((evidence,))
        return Row(
            f"{outlet} ({text['reprint']})" if reprint else outlet,
            evidence.published or "",
            voice.label or str(text["own_voice"]),
            _names(p for v in versions for p in v.actors),
            _names(p for v in versions for p in v.recipients),
            next((v.place.name for v in versions if v.place), ""),
            next((v.date for v in versions if v.date), ""),
            _once(
                TollPhrasing(self.words).count(toll, kind) for v in versions for kind, toll in v.size.items()
            ),
            _once(words for v in versions for words in self._differs(v)),
            reprint,
            evidence,
        )

    def _differs(self, version: EventVersion) -> Iterator[str]:
        words = self.table["differs"]
        if version.factuality.polarity != "+":
            yield str(words["denied" if version.factuality.polarity == "-" else "open"])
        for detail in version.differs:
            if detail != Detail.WHETHER or version.factuality.polarity == "+":
                yield str(words[detail])


def _names(parties: Iterable[EventParty]) -> str:
    return _once(p.name for p in parties)


def _once(told: Iterable[str]) -> str:
    """Each only once, however it is capitalised."""
    found: dict[str, str] = {}
    for words in told:
        found.setdefault(words.lower(), words)
    return ", ".join(found.values())


# ---------------------------------------------------------------------- finding
def find_events(view: View, asked: str, *, language_code: str = "en") -> list[EventRecord]:
    """The events that an id or words ("attack Jalalabad") mean, at most a few: those of most versions first.

    Words that are a name stand for the actor or place; every other content word must be told of the event, in
    whatever form: by its trigger, its type, or the sentences that bear it out.
    """
    exact = view.account(asked.strip())
    if exact is not None:
        return [exact]
    names, words = _sorted_out(view, asked.split(), stemmer(language_code))
    events = _events_of(view, names)
    fitting = [e for e in events if words <= _told(e, stemmer(language_code))]
    by_words = [e for e in fitting if words & _triggers(e, stemmer(language_code))] or fitting
    return sorted(by_words, key=lambda e: (-len(e.versions), e.evidence[0].published or "", e.id))[:_NAMED]


def _sorted_out(view: View, words: list[str], stems: Stemmer) -> tuple[list[ActorMatch], frozenset[str]]:
    """The names among some words, the longest runs first, and the stems of the others."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length])
            found = [m for m in view.find_actors(run) if m.score >= _SURE] if stems.stems(run) else []
            if found:
                before, after = words[:start], words[start + length :]
                names, rest = _sorted_out(view, [*before, *after], stems)
                return [found[0], *names], rest
    return [], stems.stems(" ".join(words))


def _events_of(view: View, names: list[ActorMatch]) -> list[EventRecord]:
    """The events in which all who are named take part, or which happened there."""
    if not names:
        return list(view.events(limit=MOST))
    common: dict[str, EventRecord] | None = None
    for match in names:
        me = match.actor.entity.id
        theirs = {
            e.id: e
            for events in (
                view.events(me, limit=MOST),
                view.events(as_recipient=me, limit=MOST),
                view.events(place=me, limit=MOST),
            )
            for e in events
        }
        common = theirs if common is None else {k: e for k, e in theirs.items() if k in common}
    return list((common or {}).values())


def _told(event: EventRecord, stems: Stemmer) -> frozenset[str]:
    pieces = [e.text for v in event.versions for e in v.evidence]
    return stems.stems(" ".join([event.type, *event.modes, *pieces]))


def _triggers(event: EventRecord, stems: Stemmer) -> frozenset[str]:
    return frozenset(
        stems.stem(fold(w)) for w in (event.type, *event.modes, *(v.trigger for v in event.versions))
    )
