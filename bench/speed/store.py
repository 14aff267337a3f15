"""Growth with the store: what adding, `ask`, `profile` and search take at 1 k, 10 k and 100 k reports.

Times are processor times of this process, so that other work on the machine does not count."""

import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.speed.generator import MadeReport, made_report
from bench.speed.renaming import renamed
from dateline import Analyser, Analysis, Document
from dateline.queries.ask import ask
from dateline.queries.profile import profile
from dateline.store.opening import Store, open_store
from dateline.store.view import View

_QUESTIONS = (
    "Who are the {group} Front and what do they want?",
    "Who is {leader}?",
    "What does {rival} want?",
)
_BATCH = 1000
_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b")
_SINGLES = 30


class Spread(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class StoreCost:
    """Filling is in reports a second; `one_p50` is what adding one report alone takes, settled at once.

    Latencies are in milliseconds.
    """

    reports: int
    added_s: float
    one_p50: float
    megabytes: float
    ask: Spread
    profile: Spread
    search: Spread


class _Maker:
    """Analyses each pattern once and puts other names into the result."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._first: dict[int, tuple[MadeReport, tuple[Analysis, ...]]] = {}

    def analysed(self, made: MadeReport) -> tuple[Document, tuple[Analysis, ...]]:
        """The report as a document, and what analysing it finds, its days as far off as they were."""
        document = Document(
            id=made.id, text=made.text, outlet=made.outlet, published=made.published, title=made.title
        )
        if made.pattern not in self._first:
            self._first[made.pattern] = (made, self._analyser.document(document))
        first, analyses = self._first[made.pattern]
        later = date.fromisoformat(made.published) - date.fromisoformat(first.published)
        return document, tuple(
            readdressed(postponed(renamed(found, first.names, made.names), later), document)
            for found in analyses
        )


def postponed(analysis: Analysis, later: timedelta) -> Analysis:
    """The analysis with all days of its times, events and relations moved."""

    def moved(edtf: str) -> str:
        return _DAY.sub(lambda day: (date.fromisoformat(day[0]) + later).isoformat(), edtf)

    return replace(
        analysis,
        times=tuple(replace(x, value=moved(x.value), edtf=moved(x.edtf or "")) for x in analysis.times),
        events=tuple(replace(x, date=x.date and (x.date[0], moved(x.date[1]))) for x in analysis.events),
        relations=tuple(replace(x, date=x.date and moved(x.date)) for x in analysis.relations),
    )


def readdressed(analysis: Analysis, document: Document) -> Analysis:
    """The analysis as one of another document."""
    report = replace(
        analysis.report,
        document=document,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
    )
    return replace(analysis, report=report)


def _percentile(milliseconds: Sequence[float], share: float) -> float:
    ranked = sorted(milliseconds)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def _spread(milliseconds: Sequence[float]) -> Spread:
    return Spread(_percentile(milliseconds, 0.5), _percentile(milliseconds, 0.95))


def _latencies(run: Callable[[int], object], times: int) -> list[float]:
    """Milliseconds of each of so many runs, which are told their number."""
    found: list[float] = []
    for number in range(times):
        started = time.process_time()
        run(number)
        found.append(1000 * (time.process_time() - started))
    return found


def _ask(view: View, number: int) -> None:
    names = made_report(number * 7).names
    ask(view, _QUESTIONS[number % len(_QUESTIONS)].format(**names))


def _search(view: View, number: int) -> None:
    names = made_report(number * 7).names
    view.search(f"{names['group']} {names['people']}")


def _profile(view: View, number: int) -> None:
    for match in view.find_actors(made_report(number * 7).names["leader"])[:1]:
        profile(view, match.actor)


def _fill(store: Store, pieces: Sequence[tuple[Document, tuple[Analysis, ...]]]) -> float:
    """Seconds to add the documents and to settle who is who."""
    started = time.process_time()
    with store.writer() as writer:
        for document, analyses in pieces:
            writer.add(document, analyses)
    return time.process_time() - started


def by_size(analyser: Analyser, sizes: Sequence[int], questions: int = 20) -> Iterator[StoreCost]:
    """One store that grows from size to size, asked at each."""
    maker = _Maker(analyser)
    have = 0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.db", create=True) as store:
        for size in sizes:
            seconds = 0.0
            singles = min(_SINGLES, (size - have) // 2)
            for start in range(have, size - singles, _BATCH):
                batch = range(start, min(start + _BATCH, size - singles))
                seconds += _fill(store, [maker.analysed(made_report(number)) for number in batch])
            one = [1000 * _fill(store, [maker.analysed(made_report(n))]) for n in range(size - singles, size)]
            view = store.view()
            asked = _latencies(partial(_ask, view), questions)
            profiled = _latencies(partial(_profile, view), questions)
            searched = _latencies(partial(_search, view), questions)
            yield StoreCost(
                reports=size,
                added_s=(size - have - singles) / seconds,
                one_p50=_percentile(one, 0.5),
                megabytes=sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6,
                ask=_spread(asked),
                profile=_spread(profiled),
                search=_spread(searched),
            )
            have = size
