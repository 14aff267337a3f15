"""Words per second and peak memory of `analyse` against the bare spaCy pipeline.

Both run in one process on the same texts, whole documents each, by turns; the ratio is the median over the
rounds, so that a machine that slows down slows both.  Times are processor
times of this process: run with one thread (OMP_NUM_THREADS=1).
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import data
from bench.speed.memory import peak_megabytes, reset_peak
from dateline import Analyser, Document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_SETS = (("polnear", "dev"), ("re3d", "dev"), ("wikievents", "dev"), ("timex", "timebank"))


@dataclass(frozen=True, slots=True)
class Throughput:
    """Words per processor second are medians, as is `ratio`: analyse's speed over the bare pipeline's."""

    words: int
    rounds: int
    analyse_words_s: float
    bare_words_s: float
    ratio: float
    analyse_peak_mb: float
    bare_peak_mb: float


def benchmark_texts(words: int) -> list[str]:
    """About so many words of development texts, some of each set; samples/ where there are none."""
    if data.benchmarks_folder() is None:
        paths = sorted(SAMPLES.glob("*.txt"))
        return _first_words([path.read_text(encoding="utf-8") for path in paths] * 50, words)
    texts: list[str] = []
    for folder, split in _SETS:
        rows = data.sample(data.load(folder, split), 200)
        texts += _first_words([row["text"] for row in rows], words // len(_SETS))
    return texts


def _first_words(texts: Sequence[str], words: int) -> list[str]:
    chosen: list[str] = []
    left = words
    for text in texts:
        if left <= 0:
            break
        chosen.append(text)
        left -= len(text.split())
    return chosen


def run_analyse(analyser: Analyser, texts: Sequence[str]) -> None:
    """Everything that `analyse` does but reading and writing JSON."""
    for number, text in enumerate(texts):
        analyser.document(Document(id=str(number), text=text))


def run_bare(analyser: Analyser, texts: Sequence[str]) -> None:
    """The same model over the same texts, nothing else."""
    for _ in analyser.pipeline.pipe(texts):
        pass


def _seconds(
    run: Callable[[Analyser, Sequence[str]], None], analyser: Analyser, texts: Sequence[str]
) -> float:
    started = time.process_time()
    run(analyser, texts)
    return time.process_time() - started


def measure(analyser: Analyser, texts: Sequence[str], rounds: int) -> Throughput:
    """Alternating rounds, after one unmeasured pass of each over the first texts."""
    for run in (run_bare, run_analyse):
        run(analyser, texts[:3])
    words = sum(len(text.split()) for text in texts)
    analyse: list[float] = []
    bare: list[float] = []
    peaks = {"analyse": 0.0, "bare": 0.0}
    for _ in range(rounds):
        for name, run, times in (("bare", run_bare, bare), ("analyse", run_analyse, analyse)):
            reset_peak()
            times.append(_seconds(run, analyser, texts))
            peaks[name] = max(peaks[name], peak_megabytes())
    return Throughput(
        words=words,
        rounds=rounds,
        analyse_words_s=words / median(analyse),
        bare_words_s=words / median(bare),
        ratio=median(one / other for one, other in zip(bare, analyse, strict=True)),
        analyse_peak_mb=peaks["analyse"],
        bare_peak_mb=peaks["bare"],
    )
