"""Accidents and disasters, each with what every report says of it first, side by side.

PLOVER has no type for what happens without anybody's will, so these are no events: they are happenings
(docs/adr/0073) of few families, and only such as several origins tell at their head. Nothing is read out of
the sentences: each report is given in its own words, its toll with them (docs/adr/0084 says why).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.accounts.voices import Voice, tellers
from dateline.language.folding import fold
from dateline.model.records import Evidence, HappeningRecord, HappeningTelling
from dateline.store.view import View

#: The families of happenings that nobody wills.
FAMILIES = frozenset(
    {
        "crash",
        "sinking",
        "collapse",
        "fire",
        "earthquake",
        "tsunami",
        "eruption",
        "flood",
        "storm",
        "landslide",
    }
)
# The families of what comes of them. A sentence that tells both says most; where none does it is not shown:
# who is "under fire" is near no blaze.
_HARM = frozenset(
    {"death", "injury", "damage", "rescue", "evacuation", "entrapment", "disruption", "disappearance"}
)
# What somebody wills: the fire of a sentence that tells of a shooting, too, is no blaze.
_WILLED = frozenset(
    {
        *("shooting", "stabbing", "bombing", "attack", "battle", "violence", "invasion", "siege", "raid"),
        *("abduction", "arson", "vandalism", "protest", "crackdown", "revenge", "downing", "dismissal"),
    }
)
# So many sentences that tell anything are the head of a report.
_HEAD = 3
# So many who tell it independently are needed.
_SEVERAL = 2

type Place = tuple[str, int]  # a report and where a sentence of it begins


@dataclass(frozen=True, slots=True)
class Accident:
    """`families` are what kinds of thing the reports call it, the most told first; `date` is EDTF.

    `sentences` are one a report, in order of publication: of its head the first that tells it, with the harm
    done where one does. `independent` is how many tell it by themselves, `harmful` whether any tells harm.
    """

    id: str
    families: tuple[str, ...]
    date: str | None
    sentences: tuple[Evidence, ...]
    independent: int
    harmful: bool


def accidents(view: View, words: str = "") -> tuple[Accident, ...]:
    """The accidents of a store in which all of some words stand, the latest first."""
    gathered = _Gathered.of(view.happenings())
    asked = frozenset(fold(words).split())
    found = (gathered.accident(records) for records in gathered.together())
    kept = [a for a in found if a.harmful and a.independent >= _SEVERAL and asked <= _said(a)]
    return tuple(sorted(kept, key=_published, reverse=True))


def _said(accident: Accident) -> frozenset[str]:
    return frozenset(word for e in accident.sentences for word in fold(e.text).split())


def _published(accident: Accident) -> tuple[str, str]:
    return max(e.published or "" for e in accident.sentences), accident.id


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What may be accidents; of each report where its head ends; which sentences tell harm, which deeds."""

    records: list[HappeningRecord]
    head: dict[str, int]
    harm: frozenset[Place]
    willed: frozenset[Place]

    @staticmethod
    def of(happenings: Iterable[HappeningRecord]) -> "_Gathered":
        records: list[HappeningRecord] = []
        sentences: dict[str, set[int]] = defaultdict(set)
        told: dict[str, set[Place]] = defaultdict(set)
        for record in happenings:
            for place in map(_place, record.tellings):
                sentences[place[0]].add(place[1])
                told[record.family].add(place)
            # What is an event of PLOVER's somebody did.
            if record.family in FAMILIES and record.factuality.polarity == "+" and not record.events:
                records.append(record)
        head = {report: sorted(starts)[:_HEAD][-1] for report, starts in sentences.items()}
        harm, willed = (frozenset[Place]().union(*(told[f] for f in some)) for some in (_HARM, _WILLED))
        return _Gathered(records, head, harm, willed)

    def together(self) -> Iterator[list[HappeningRecord]]:
        """The records by what is one accident: a ship collides and sinks, in the same reports."""
        told = {
            record.id: frozenset(t.evidence.report for t in self._first(record)) for record in self.records
        }
        groups: list[list[HappeningRecord]] = []
        for record in sorted(self.records, key=lambda r: (-len(told[r.id]), r.id)):
            mine = told[record.id]
            same = (g for g in groups if _one_accident(record, mine, g[0], told[g[0].id]))
            group = next(same, None)
            if group is not None:
                group.append(record)
            elif mine:
                groups.append([record])
        yield from groups

    def accident(self, records: Sequence[HappeningRecord]) -> Accident:
        by_report: dict[str, list[Evidence]] = defaultdict(list)
        for telling in (t for record in records for t in self._first(record)):
            by_report[telling.evidence.report].append(telling.evidence)
        sentences = [min(some, key=self._worth) for some in by_report.values()]
        return Accident(
            records[0].id,
            tuple(dict.fromkeys(record.family for record in records)),
            next((record.date for record in records if record.date), None),
            tuple(sorted(sentences, key=lambda e: (e.published or "9", e.report))),
            len(tellers(map(Voice, sentences))),
            any((e.report, e.start) in self.harm for e in sentences),
        )

    def _first(self, record: HappeningRecord) -> list[HappeningTelling]:
        """Those that tell it at the head of their report, as having happened."""
        return [
            t
            for t in record.tellings
            if t.factuality.polarity == "+"
            and _place(t)[1] <= self.head[t.evidence.report]
            and _place(t) not in self.willed
        ]

    def _worth(self, evidence: Evidence) -> tuple[bool, int]:
        return (evidence.report, evidence.start) not in self.harm, evidence.start


def _place(telling: HappeningTelling) -> Place:
    return telling.evidence.report, telling.evidence.start


def _one_accident(
    one: HappeningRecord, mine: frozenset[str], other: HappeningRecord, theirs: frozenset[str]
) -> bool:
    """Whether two records of different families are told by the same reports, at least half of the fewer."""
    shared = len(mine & theirs)
    return one.family != other.family and shared > 0 and 2 * shared >= min(len(mine), len(theirs))
