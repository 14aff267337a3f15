"""Where the time goes: processor seconds of each stage over the same texts."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline import Analyser, Document
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.pipeline import STAGES
from dateline.exports.contract import to_contract
from dateline.segment import segment


@dataclass(frozen=True, slots=True)
class StageCost:
    name: str
    seconds: float
    share: float


class _Clock:
    """Adds up the time between its ticks."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._last = time.process_time()

    def tick(self, name: str) -> None:
        now = time.process_time()
        self.seconds[name] += now - self._last  # type: ignore[assignment]  # a Counter adds floats as well
        self._last = time.process_time()


def profile(analyser: Analyser, texts: Sequence[str]) -> list[StageCost]:
    """Cost by stage in the order of the pipeline, with segmenting, parsing and writing the contract."""
    clock = _Clock()
    for number, text in enumerate(texts):
        document = Document(id=str(number), text=text)
        reports = segment(document, analyser.language)
        clock.tick("segment")
        for report in reports:
            draft = Draft(report, analyser.language, parse(report, analyser.pipeline))
            clock.tick("parse")
            for stage in STAGES:
                draft = replace(draft, **dict(zip(stage.gives, stage.run(draft), strict=True)))
                clock.tick(stage.name)
        analyses = analyser.document(document)
        clock.tick("(second pass, not counted)")
        to_contract(document.id, analyses)
        clock.tick("write contract")
    clock.seconds.pop("(second pass, not counted)", None)
    total = sum(clock.seconds.values())
    return [StageCost(name, seconds, seconds / total) for name, seconds in clock.seconds.items()]
