"""Growth with the store: what adding, `ask`, `profile` and search take at 1 k, 10 k and 100 k reports.

Times are processor times of this process, so that other work on the machine does not count."""

import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import batched
from math import log2
from pathlib import Path
from typing import NamedTuple

from bench.speed.generator import MadeReport, made_report
from bench.speed.renaming import renamed
from dateline import Analyser, Analysis, Document
from dateline.queries.ask import ask
from dateline.queries.profile import profile
from dateline.store.opening import Store, open_store
from dateline.store.view import View

type Piece = tuple[Document, tuple[Analysis, ...]]
type Tell = Callable[[int], None]

_QUESTIONS = (
    "Who are the {group} Front and what do they want?",
    "Who is {leader}?",
    "What does {rival} want?",
)
_BATCH = 1000  # reports that are settled together …
_AT_ONCE = 100  # … and written together
_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b")
_SINGLES = 30


class Spread(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float


class Filling(NamedTuple):
    """Seconds to write some documents, and to settle what they are."""

    written: float
    settled: float

    @property
    def all(self) -> float:
        return self.written + self.settled


@dataclass(frozen=True, slots=True)
class StoreCost:
    """A store of some size. `written` and `settled` are milliseconds a report, since the size before.

    `total` is the seconds from the first report on, `against_n_log_n` that over n log n, the first size
    being 1. `one_p50` is what adding one report alone takes, settled at once (median); it and all latencies
    are in milliseconds.
    """

    reports: int
    written: float
    settled: float
    total: float
    against_n_log_n: float
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

    def analysed(self, made: MadeReport) -> Piece:
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


def _fill(store: Store, pieces: Sequence[Piece]) -> Filling:
    """Adds the documents, and settles who is who."""
    started = time.process_time()
    writer = store.writer()
    for some in batched(pieces, _AT_ONCE):
        writer.add_all(some)
    written = time.process_time()
    writer.settle()
    return Filling(written - started, time.process_time() - written)


def by_size(
    analyser: Analyser, sizes: Sequence[int], questions: int = 20, tell: Tell = lambda _: None
) -> Iterator[StoreCost]:
    """One store that grows from size to size, asked at each; `tell` is told how many reports it has."""
    maker = _Maker(analyser)
    have, total, unit = 0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.db", create=True) as store:
        for size in sizes:
            singles = min(_SINGLES, (size - have) // 2)
            runs: list[Filling] = []
            for some in batched(range(have, size - singles), _BATCH):
                runs.append(_fill(store, [maker.analysed(made_report(number)) for number in some]))
                tell(some[-1] + 1)
            alone = [_fill(store, [maker.analysed(made_report(n))]) for n in range(size - singles, size)]
            total += sum(run.all for run in (*runs, *alone))
            unit = unit or total / (size * log2(size))
            view = store.view()
            added = size - singles - have
            yield StoreCost(
                reports=size,
                written=1000 * sum(run.written for run in runs) / added,
                settled=1000 * sum(run.settled for run in runs) / added,
                total=total,
                against_n_log_n=total / (size * log2(size)) / unit,
                one_p50=1000 * _percentile([one.all for one in alone], 0.5),
                megabytes=sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6,
                ask=_spread(_latencies(partial(_ask, view), questions)),
                profile=_spread(_latencies(partial(_profile, view), questions)),
                search=_spread(_latencies(partial(_search, view), questions)),
            )
            have = size
