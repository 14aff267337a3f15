"""Giveme5W1H: who did what, when and where, by the report's main event.

The set gives phrases, several coders' each, without offsets. The main event is the event or happening told in
that one of the first three sentences which has most words of the report's title (the earliest of equals).
`what` is the stretch from its trigger to the last of those it was done to, or its place; `when` and `where`
are its own date and place, else the first ones of its sentence, else of the report. An answer is right when
it shares at least half of the smaller side's content words with one of the gold phrases. Rates are over
reports that have a gold answer, so no answer is a wrong one. The set's machine-made dates are not used.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.contract import Analysis, Participant, Span, empty_line
from bench.data import Json
from bench.metrics import Figures, ratio
from bench.spans import Sentences
from bench.tasks.base import Case, Headline, Task

QUESTIONS = ("who", "what", "when", "where")
_WORD = re.compile(r"\w+")
_FUNCTION_WORD = re.compile(
    "the|an?|of|in|on|at|to|by|for|from|and|or|is|are|was|were|be|been|has|have|had|with|his|her"
)
_TIMES = ("DATE", "TIME")
_OPENING = 3  # sentences in which a report tells what it is about

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


@dataclass(frozen=True, slots=True)
class Told:
    """An event or happening as the questions ask for it."""

    trigger: Span
    doers: tuple[Participant, ...]
    others: tuple[Participant, ...]
    place: Participant | None
    date: Span | None


def _told(analysis: Analysis) -> list[Told]:
    """What an analysis says happened, in text order; an event before the happening of its word."""
    found = [
        Told(e.trigger, e.actors, e.recipients, e.place, e.date_span) for e in analysis.events if e.trigger
    ]
    taken = {told.trigger for told in found}
    found += [
        Told(h.trigger, h.subjects, h.objects, h.place, h.date_span)
        for h in analysis.happenings
        if h.trigger and h.trigger not in taken
    ]
    return sorted(found, key=lambda told: told.trigger)


def main_event(analysis: Analysis, text: str) -> Told | None:
    """What is told in the opening sentence most like the title, the earliest of equals."""
    title, sentences, told = _content_words(analysis.title or ""), Sentences(text), _told(analysis)
    opening = [one for one in told if sentences.number(one.trigger[0]) < _OPENING]
    return max(
        opening or told[:1],
        key=lambda told: len(title & _content_words(sentences.around(told.trigger))),
        default=None,
    )


def _in_sentence(text: str, told: Told, spans: Iterable[Span]) -> Span | None:
    """The first of the spans that stands in the sentence of an event, else the first of all."""
    sentences, ordered = Sentences(text), sorted(spans)
    own = sentences.number(told.trigger[0])
    return next((span for span in ordered if sentences.number(span[0]) == own), next(iter(ordered), None))


def _stretch(told: Told) -> Span:
    """From the trigger to the last words of those it was done to, or its place, behind it."""
    ends = [item.span[1] for item in (*told.others, *([told.place] if told.place else []))]
    return (told.trigger[0], max([told.trigger[1], *ends]))


def answers(case: Case[Gold]) -> dict[str, str]:
    """What the main event answers, question by question; an empty string where it says nothing."""
    analysis, text = case.analysis, case.text
    told = main_event(analysis, text)
    if told is None:
        return dict.fromkeys(QUESTIONS, "")
    times = (time.span for time in analysis.times if time.type in _TIMES)
    places = (mention.span for mention in analysis.mentions if mention.label == "place")
    when = told.date or _in_sentence(text, told, times)
    where = told.place.span if told.place else _in_sentence(text, told, places)
    return {
        "who": " ".join(text[slice(*item.span)] for item in told.doers or told.others),
        "what": text[slice(*_stretch(told))],
        "when": text[slice(*when)] if when else "",
        "where": text[slice(*where)] if where else "",
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
