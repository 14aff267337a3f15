"""Analyses documents on this machine: in this process, or in several with one model each.

Results come in the order of the documents, however many processes work and whichever is first.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process

from dateline.analysis.pipeline import Analyser
from dateline.errors import FatalError
from dateline.model.analysis import Analysis
from dateline.model.report import Document

# Documents given out ahead, for each process: none should wait, and memory should stay small.
_AHEAD = 4
# Where the caller leaves it open: a process more costs some seconds to start and 0.5 GB to keep.
_FEW, _MOST_JOBS = 40, 4


@dataclass(frozen=True, slots=True)
class Failure:
    """A document whose analysis broke off, with a reason that can be shown."""

    reason: str


type Result = tuple[Analysis, ...] | Failure


def analyse_all[T](
    items: Iterable[tuple[T, Document | None]], analyser: Analyser, jobs: int | None = 1
) -> Iterator[tuple[T, Result | None]]:
    """Every item, in order, with the analyses of its document; None where it brings no document.

    With more than one job, so many processes analyse, each with a model of its own. With None, this process
    analyses the first 40 documents, and as many processes as there are cores, at most 4, what comes after.
    Raises FatalError when the model cannot be had, or when a process dies.
    """
    if jobs is None:
        return _growing(items, analyser)
    return _in_pool(items, analyser, jobs) if jobs > 1 else _here(items, analyser)


def _here[T](
    items: Iterable[tuple[T, Document | None]], analyser: Analyser
) -> Iterator[tuple[T, Result | None]]:
    for item, document in items:
        yield item, None if document is None else _analyse(analyser, document)


def _growing[T](
    items: Iterable[tuple[T, Document | None]], analyser: Analyser
) -> Iterator[tuple[T, Result | None]]:
    left, count = iter(items), 0
    for item, document in left:
        yield item, None if document is None else _analyse(analyser, document)
        count += document is not None
        if count == _FEW:
            break
    yield from analyse_all(left, analyser, min(_cores(), _MOST_JOBS))


def _cores() -> int:
    """The cores this process may use, which in a container can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_pool[T](
    items: Iterable[tuple[T, Document | None]], analyser: Analyser, jobs: int
) -> Iterator[tuple[T, Result | None]]:
    # Each process reads its own documents; threads inside it would only be in each other's way.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    waiting: deque[tuple[T, Future[Result] | None]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (analyser.model, analyser.language_code))
    try:
        for item, document in items:
            waiting.append((item, None if document is None else pool.submit(_work, document)))
            if len(waiting) >= jobs * _AHEAD:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result[T](item: T, future: Future[Result] | None) -> tuple[T, Result | None]:
    try:
        return item, None if future is None else future.result()
    except BrokenProcessPool as error:
        raise FatalError(
            "a process that analysed documents died, perhaps for want of memory. What was read until then is "
            "in the store: start again to go on, with fewer --jobs"
        ) from error


def _analyse(analyser: Analyser, document: Document) -> Result:
    try:
        return analyser.document(document)
    except FatalError:
        raise
    except Exception as error:  # noqa: BLE001  one document must not end a run of thousands; it is named
        return Failure(f"the analysis broke off ({type(error).__name__}: {error})")


class _Worker:
    """What a worker process keeps between documents."""

    analyser: Analyser | None = None


def _start(model: str | None, language_code: str) -> None:
    """Sets a worker process up; the model is loaded with its first document, where errors can be told."""
    # Ctrl-C reaches the whole group: workers just end, and the parent says what there is to say.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.analyser = Analyser(model, language_code)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(document: Document) -> Result:
    assert _Worker.analyser is not None
    return _analyse(_Worker.analyser, document)
