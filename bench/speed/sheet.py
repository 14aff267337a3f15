"""`python -m bench speed`: measures, prints and, if asked, writes the figures into docs/benchmarks.md."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench import docs
from bench.speed.growth import LengthCost, by_length
from bench.speed.stages import StageCost, profile
from bench.speed.store import StoreCost, by_size
from bench.speed.throughput import Throughput, benchmark_texts, measure
from dateline import Analyser

LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000)
SIZES = (1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Part:
    """One table of the sheet: a title, a head, rows of text, and a remark below."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remark: str = ""


def throughput_part(found: Throughput) -> Part:
    """Words per second and memory against the bare pipeline."""
    return Part(
        "analyse against the bare spaCy pipeline",
        ("", "words per CPU second", "peak memory, MB"),
        (
            ("bare pipeline", f"{found.bare_words_s:,.0f}", f"{found.bare_peak_mb:,.0f}"),
            ("analyse", f"{found.analyse_words_s:,.0f}", f"{found.analyse_peak_mb:,.0f}"),
        ),
        f"analyse runs at {found.ratio:.2f} of the bare pipeline's speed (median of {found.rounds} rounds by "
        f"turns over {found.words:,} words, one process, one thread).",
    )


def stages_part(found: Sequence[StageCost]) -> Part:
    """Cost by stage."""
    rows = tuple((cost.name, f"{cost.seconds:.2f}", f"{cost.share:.1%}") for cost in found)
    return Part("cost by stage", ("stage", "CPU seconds", "share"), rows)


def length_part(found: Sequence[LengthCost]) -> Part:
    """Growth with the length of a document."""
    rows = tuple(
        (f"{cost.words:,}", f"{cost.seconds:.1f}", f"{cost.words_s:,.0f}", f"{cost.against_first:.2f}")
        for cost in found
    )
    head = ("words in one document", "CPU seconds", "words/s", "time for a word, against the shortest")
    return Part("growth with the length of a document", head, rows)


def growth_part(found: Sequence[StoreCost]) -> Part:
    """What adding reports takes, the larger the store."""
    rows = tuple(
        (
            f"{cost.reports:,}",
            f"{cost.written:.1f}",
            f"{cost.settled:.1f}",
            f"{cost.total:,.0f}",
            f"{cost.against_n_log_n:.2f}",
            f"{cost.one_p50:,.0f}",
            f"{cost.one_p50 / found[0].one_p50:.2f}",
            f"{cost.megabytes:,.0f}",
        )
        for cost in found
    )
    head = (
        "reports",
        "writing, ms a report",
        "settling, ms a report",
        "all so far, CPU s",
        "against n log n",
        "one more, ms",
        "against the first size",
        "store, MB",
    )
    return Part(
        "growth with the store: adding",
        head,
        rows,
        "Made reports of some 120 words in the proportions of news: famous and new actors, three reports a "
        "story, every seventh a reprint. They are settled a thousand at a time; the last thirty of each size "
        "one by one (median). Times are processor times of the process, which other work on the machine "
        "disturbs least; the analysis itself is left out. Against n log n: 1 or less is no faster growth.",
    )


def store_part(found: Sequence[StoreCost]) -> Part:
    """What questions take, the larger the store."""
    rows = tuple(
        (
            f"{cost.reports:,}",
            *(f"{s.p50:,.0f} / {s.p95:,.0f}" for s in (cost.ask, cost.profile, cost.search)),
        )
        for cost in found
    )
    head = ("reports", *(f"{what} p50 / p95, ms" for what in ("ask", "profile", "search")))
    return Part("growth with the store: asking", head, rows, "The same stores; processor times.")


def as_table(part: Part) -> Table:
    """A part for the terminal."""
    table = Table(title=part.title, title_justify="left", caption=part.remark or None, caption_justify="left")
    for number, name in enumerate(part.head):
        table.add_column(name, justify="right" if number else "left")
    for row in part.rows:
        table.add_row(*row)
    return table


def as_markdown(parts: Sequence[Part]) -> str:
    """All parts for the page."""
    pieces = []
    for part in parts:
        table = docs.markdown_table(part.head, part.rows, right=tuple(range(1, len(part.head))))
        remark = f"\n\n{part.remark}" if part.remark else ""
        pieces.append(f"### {part.title[0].upper()}{part.title[1:]}\n\n{table}{remark}")
    return "\n\n".join([*pieces, f"Measured on {docs.machine()}."])


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench speed", description="Speed, memory and growth of dateline."
    )
    parser.add_argument(
        "--words",
        type=int,
        default=20_000,
        help="size of the text that is analysed by turns; 0: only the growth with the store is measured",
    )
    parser.add_argument("--rounds", type=int, default=5, help="alternating rounds")
    parser.add_argument(
        "--lengths", type=_numbers, default=LENGTHS, metavar="N,N…", help="words of one document"
    )
    parser.add_argument("--store", type=_numbers, default=SIZES, metavar="N,N…", help="reports in the store")
    parser.add_argument("--write-docs", action="store_true", help="write the figures into docs/benchmarks.md")
    return parser


def main(argv: Sequence[str]) -> int:
    """Exit code 0; every part is printed as soon as it is measured."""
    arguments = _parser().parse_args(argv)
    analyser = Analyser()
    console = Console()
    sections: dict[str, list[Part]] = {}

    def show(part: Part, section: str = "speed") -> None:
        sections.setdefault(section, []).append(part)
        console.print(as_table(part))

    if arguments.words:
        texts = benchmark_texts(arguments.words)
        show(throughput_part(measure(analyser, texts, arguments.rounds)))
        show(stages_part(profile(analyser, texts)))
        show(length_part(list(by_length(analyser, sorted(arguments.lengths)))))
    if arguments.store:
        sizes = sorted(arguments.store)
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("filling a store", total=sizes[-1])
            costs = list(by_size(analyser, sizes, tell=lambda have: progress.update(task, completed=have)))
        show(growth_part(costs), "growth")
        show(store_part(costs), "growth")
    if arguments.write_docs:
        for section, parts in sections.items():
            docs.write_section(section, as_markdown(parts))
    return 0
