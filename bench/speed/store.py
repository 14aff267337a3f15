"""Growth with the store: how long `ask` and `profile` take at 1 k, 10 k and 100 k reports."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.speed.generator import MadeReport, made_report, renamed
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


@dataclass(frozen=True, slots=True)
class StoreCost:
    """Filling is in reports a second; latencies of the queries are in milliseconds."""

    reports: int
    added_s: float
    megabytes: float
    ask_p50: float
    ask_p95: float
    profile_p50: float
    profile_p95: float


class _Maker:
    """Analyses each pattern once and puts other names into the result."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._first: dict[int, tuple[MadeReport, tuple[Analysis, ...]]] = {}

    def analysed(self, made: MadeReport) -> tuple[Document, tuple[Analysis, ...]]:
        """The report as a document, and what analysing it finds (dates aside, which stay the pattern's)."""
        document = Document(
            id=made.id, text=made.text, outlet=made.outlet, published=made.published, title=made.title
        )
        if made.pattern not in self._first:
            self._first[made.pattern] = (made, self._analyser.document(document))
        first, analyses = self._first[made.pattern]
        return document, tuple(
            readdressed(renamed(found, first.names, made.names), document) for found in analyses
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


def _latencies(run: Callable[[int], object], times: int) -> list[float]:
    """Milliseconds of each of so many runs, which are told their number."""
    found: list[float] = []
    for number in range(times):
        started = time.perf_counter()
        run(number)
        found.append(1000 * (time.perf_counter() - started))
    return found


def _ask(view: View, number: int) -> None:
    names = made_report(number * 7).names
    ask(view, _QUESTIONS[number % len(_QUESTIONS)].format(**names))


def _profile(view: View, number: int) -> None:
    for match in view.find_actors(made_report(number * 7).names["leader"])[:1]:
        profile(view, match.actor)


def _fill(store: Store, pieces: Sequence[tuple[Document, tuple[Analysis, ...]]]) -> float:
    """Seconds to add the documents and to settle who is who."""
    started = time.perf_counter()
    with store.writer() as writer:
        for document, analyses in pieces:
            writer.add(document, analyses)
    return time.perf_counter() - started


def by_size(analyser: Analyser, sizes: Sequence[int], questions: int = 20) -> Iterator[StoreCost]:
    """One store that grows from size to size, asked at each."""
    maker = _Maker(analyser)
    have = 0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.db", create=True) as store:
        for size in sizes:
            seconds = 0.0
            for start in range(have, size, _BATCH):
                batch = range(start, min(start + _BATCH, size))
                seconds += _fill(store, [maker.analysed(made_report(number)) for number in batch])
            view = store.view()
            asked = _latencies(partial(_ask, view), questions)
            profiled = _latencies(partial(_profile, view), questions)
            yield StoreCost(
                reports=size,
                added_s=(size - have) / seconds,
                megabytes=sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6,
                ask_p50=_percentile(asked, 0.5),
                ask_p95=_percentile(asked, 0.95),
                profile_p50=_percentile(profiled, 0.5),
                profile_p95=_percentile(profiled, 0.95),
            )
            have = size
