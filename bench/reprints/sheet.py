"""`python -m bench reprints`: how well reprints and derived passages are found, as they arrive."""

import argparse
import json
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.reprints.corpus import MadeText, corpus
from dateline import Analysis, Document
from dateline.model.attribution import Act, Attribution, Kind
from dateline.model.report import Part, Passage, Report
from dateline.model.span import Span
from dateline.store import open_store
from dateline.store.view import View

STORIES = 60
FLOOR = 0.98


@dataclass(slots=True)
class Count:
    """True and false positives and negatives of one question."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0


@dataclass(slots=True)
class Scores:
    """`reprints` counts reports, `passages` paragraphs; `missed` reprints by what was done to them."""

    reprints: Count = field(default_factory=Count)
    passages: Count = field(default_factory=Count)
    reports: int = 0
    missed: Counter[str] = field(default_factory=Counter)


def measure(stories: int, seed: int = 1) -> Scores:
    """Reads a corpus into a store in an order that is nobody's; compares what it says with what was made."""
    made = list(corpus(stories, seed))
    random.Random(seed).shuffle(made)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.sqlite", create=True) as store:
        with store.writer() as writer:
            for text in made:
                document, analysis = _unread(text)
                writer.add(document, [analysis])
        return _scored(made, store.view())


def _unread(made: MadeText) -> tuple[Document, Analysis]:
    """A report in which every paragraph is a claim, and nothing else is found."""
    document = Document(made.id, made.text, outlet=made.outlet, published=made.published, title=made.title)
    spans = [Span(*m.span()) for m in re.finditer(r"[^\n]+", made.text)]
    parts = (Part.TITLE, *(Part.BODY for _ in spans[1:]))
    passages = tuple(Passage(span, part) for span, part in zip(spans, parts, strict=True))
    report = Report("r1", document, Span(0, len(made.text)), passages, title=made.title)
    said = tuple(
        Attribution(f"a{n}", (), None, (), (span,), Kind.INDIRECT, Act.ASSERT)
        for n, span in enumerate(spans[1:])
    )
    return document, Analysis(report, attributions=said, sentences=tuple(spans))


def _scored(made: Sequence[MadeText], view: View) -> Scores:
    scores = Scores(reports=len(made))
    records = {record.id: record for record in view.reports()}
    origins = {(e.report, e.start): e.origin for claim in view.claims() for e in claim.evidence}
    for text in made:
        origin = records[text.id].reprint_of
        right = text.reprints is not None and origin is not None and origin.startswith(f"{text.reprints}-")
        scores.reprints.found += right
        scores.reprints.wrong += origin is not None and not right
        scores.reprints.missed += text.reprints is not None and not right
        if text.reprints is not None and not right:
            scores.missed.update(text.how)
        for gold, found in _paragraphs(text, origins):
            scores.passages.found += gold is not None and found == gold
            scores.passages.wrong += found is not None and found != gold
            scores.passages.missed += gold is not None and found != gold
    return scores


def _paragraphs(
    made: MadeText, origins: Mapping[tuple[str, int], str]
) -> Iterator[tuple[str | None, str | None]]:
    """(the story a paragraph was taken from, the one it is said to be taken from), None for its own.

    Formulas of the house are nobody's, and left out.
    """
    at = len(made.title) + 2
    wire = made.id.endswith("-wire")
    for paragraph in made.paragraphs:
        gold = None if paragraph.story is None or wire else str(paragraph.story)
        origin = origins[made.id, at]
        if not paragraph.formula:
            yield gold, None if origin == made.id else origin.partition("-")[0]
        at += len(paragraph.text) + 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench reprints",
        description="Reprints and derived passages found in a made-up corpus: what papers do to wire "
        "stories, and others' reports on the same events, with the same names, numbers and quotations.",
    )
    parser.add_argument("--stories", type=int, default=STORIES, help="wire stories, some eleven reports each")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another corpus")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def _table(scores: Scores) -> Table:
    table = Table(title=f"reprints among {scores.reports} made reports", title_justify="left")
    for name in ("", "precision", "recall", "found", "wrong", "missed"):
        table.add_column(name, justify="right" if name else "left")
    for name, count in (("reprints", scores.reprints), ("passages", scores.passages)):
        shares = f"{count.precision:.4f}", f"{count.recall:.4f}"
        table.add_row(name, *shares, *map(str, (count.found, count.wrong, count.missed)))
    return table


def main(argv: Sequence[str]) -> int:
    """Exit code: 0 done, 1 a figure is below FLOOR."""
    arguments = _parser().parse_args(argv)
    scores = measure(arguments.stories, arguments.seed)
    if arguments.json:
        print(json.dumps(asdict(scores), indent=1))
    else:
        Console().print(_table(scores))
        if scores.missed:
            print(
                "missed, by what was done:", ", ".join(f"{way} {n}" for way, n in scores.missed.most_common())
            )
    counts = scores.reprints, scores.passages
    return int(any(min(c.precision, c.recall) < FLOOR for c in counts))
