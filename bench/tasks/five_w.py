"""Giveme5W1H: who did what, when and where, by the report's main event.

The set gives phrases, several coders' each, without offsets. The main event is the predicted one whose
actors the report mentions most (the earliest of equals). An answer is right when it shares at least half of
the smaller side's content words with one of the gold phrases. Rates are over reports that have a gold
answer, so no answer is a wrong one. The set's machine-made dates are not used.
"""

import re
from collections import Counter
from collections.abc import Sequence

from bench.contract import Analysis, Event, empty_line
from bench.data import Json
from bench.metrics import Figures, ratio
from bench.tasks.base import Case, Headline, Task

QUESTIONS = ("who", "what", "when", "where")
_WORD = re.compile(r"\w+")
_FUNCTION_WORD = re.compile(
    "the|an?|of|in|on|at|to|by|for|from|and|or|is|are|was|were|be|been|has|have|had|with|his|her"
)

type Gold = dict[str, tuple[str, ...]]


def read(row: Json) -> Gold:
    """The gold phrases to each question."""
    return {
        question: tuple(item["text"] for item in row["answers"].get(question, []) if item.get("text"))
        for question in QUESTIONS
    }


def _content_words(phrase: str) -> set[str]:
    words = {word.lower() for word in _WORD.findall(phrase)}
    return {word for word in words if not _FUNCTION_WORD.fullmatch(word)} or words


def agrees(answer: str, phrase: str) -> bool:
    """Whether half of the smaller side's content words are shared."""
    mine, theirs = _content_words(answer), _content_words(phrase)
    return bool(mine and theirs) and len(mine & theirs) * 2 >= min(len(mine), len(theirs))


def main_event(analysis: Analysis) -> Event | None:
    """The event of the most mentioned actors."""
    mentions = Counter(item.entity for item in analysis.mentions if item.entity)
    return max(
        analysis.events,
        key=lambda event: sum(mentions[item.entity] for item in event.actors if item.entity),
        default=None,
    )


def answers(case: Case[Gold]) -> dict[str, str]:
    """What the main event answers, question by question; an empty string where it says nothing."""
    event = main_event(case.analysis)
    if event is None:
        return dict.fromkeys(QUESTIONS, "")
    text = case.text
    what = [event.trigger] if event.trigger else []
    return {
        "who": " ".join(text[slice(*item.span)] for item in event.actors),
        "what": " ".join(text[slice(*span)] for span in [*what, *(item.span for item in event.recipients)]),
        "when": text[slice(*event.date_span)] if event.date_span else "",
        "where": text[slice(*event.place.span)] if event.place else "",
    }


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Share of right answers by question, and their mean."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for case in cases:
        given = answers(case)
        for question in QUESTIONS:
            if case.gold[question]:
                asked[question] += 1
                right[question] += any(agrees(given[question], phrase) for phrase in case.gold[question])
    figures: Figures = {question: ratio(right[question], asked[question]) for question in QUESTIONS}
    figures["mean"] = ratio(right.total(), asked.total())
    return figures


def oracle(row: Json) -> Json:
    """Gold as a contract line; the phrases are put behind the text, since not all stand in it."""
    text, spans = row["text"], {}
    for question, phrases in read(row).items():
        if phrases:
            text += f" {phrases[0]}"
            spans[question] = (len(text) - len(phrases[0]), len(text))

    def end(question: str) -> Json | None:
        if question not in spans:
            return None
        return {"start": spans[question][0], "end": spans[question][1], "entity": None}

    when = end("when")
    event = {
        "type": "ASSAULT",
        "trigger": spans.get("what"),
        "actors": [end("who")] if "who" in spans else [],
        "place": end("where"),
        "date": {**when, "edtf": None} if when else None,
    }
    return {**empty_line(row["id"]), "events": [event], "text": text}


TASK = Task(
    name="five_w",
    title="who, what, when, where, Giveme5W1H",
    folder="w5h1",
    splits=("dev",),
    found=lambda analysis: bool(analysis.events),
    headlines=(
        Headline("mean", "right answers", "human-rated precision .82 [M], not comparable"),
        Headline("who", "who"),
        Headline("what", "what"),
        Headline("when", "when"),
        Headline("where", "where"),
    ),
    read=read,
    score=score,
    oracle=oracle,
    referee=False,
)
