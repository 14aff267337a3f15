"""Other people's tools on the same data, where they are installed (the `bench` extra): never dependencies
of dateline.

Each peer answers in contract lines and goes through the same scorers.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from bench.contract import empty_line
from bench.data import Json
from bench.runner import Outcome, Predictions, chosen_tasks, outcomes

FOLDS = 5
_LABELS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_TIMES = {"DATE": "DATE", "TIME": "TIME"}


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool, the tasks it can try, and the modules it needs."""

    name: str
    tasks: tuple[str, ...]
    modules: tuple[str, ...]
    system: Callable[[Sequence[Json]], list[Json]]

    @property
    def installed(self) -> bool:
        """Whether every module it needs can be imported."""
        return all(find_spec(module) is not None for module in self.modules)


def bare_pipeline() -> Language:
    """The spaCy pipeline that dateline itself parses with."""
    from dateline.analysis.spacy_model import (
        load_model,
    )  # here: a scoreboard of another system needs no dateline

    return load_model(None)


# ---------------------------------------------------------------- textacy


def _quotations(doc: Doc) -> Iterator[Any]:
    from textacy.extract.triples import direct_quotations

    try:
        yield from list(direct_quotations(doc))
    except ValueError:
        return  # one quotation mark too many and textacy gives up the whole text


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def textacy_quotations(rows: Sequence[Json]) -> list[Json]:
    """textacy's direct quotations, by paragraph, so that an unclosed quotation costs one paragraph only."""
    nlp = bare_pipeline()
    lines: list[Json] = []
    for row in rows:
        line = empty_line(row["id"])
        starts, paragraphs = zip(*_paragraphs(row["text"]), strict=True)
        for offset, doc in zip(starts, nlp.pipe(paragraphs), strict=True):
            for found in _quotations(doc):
                line["attributions"].append(
                    {
                        "source": _token_span(found.speaker, offset),
                        "cue": _token_span(found.cue, offset),
                        "content": [[offset + found.content.start_char, offset + found.content.end_char]],
                    }
                )
        lines.append(line)
    return lines


def _token_span(tokens: Sequence[Any], offset: int) -> list[list[int]]:
    return [[offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])]] if tokens else []


# ---------------------------------------------------------------- spaCy


def spacy_names(rows: Sequence[Json]) -> list[Json]:
    """Names and dates as the bare pipeline labels them; mentions worded alike are one entity."""
    nlp = bare_pipeline()
    lines: list[Json] = []
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        line = empty_line(row["id"])
        entities: dict[str, str] = {}
        for name in doc.ents:
            where = {"start": name.start_char, "end": name.end_char}
            if name.label_ in _LABELS:
                key = name.text.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
                identifier = entities.setdefault(key, f"e{len(entities)}")
                line["mentions"].append({**where, "label": _LABELS[name.label_], "entity": identifier})
            elif name.label_ in _TIMES:
                line["times"].append({**where, "type": _TIMES[name.label_], "value": None})
        line["entities"] = [{"id": identifier, "name": key} for key, identifier in entities.items()]
        lines.append(line)
    return lines


# ---------------------------------------------------------------- scikit-learn


def linear_svm(rows: Sequence[Json]) -> list[Json]:
    """PLV types by TF-IDF of words and pairs of words and a linear SVM, each fifth predicted from the other
    four.

    It is given the marked pair, which dateline has to find.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LinearSVC(random_state=0))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    guesses = cross_val_predict(model, [row["text"] for row in rows], [row["root"] for row in rows], cv=folds)
    return [_pair_event(row, str(guess)) for row, guess in zip(rows, guesses, strict=True)]


def _pair_event(row: Json, root: str) -> Json:
    def ends(span: list[int] | None) -> list[Json]:
        return [{"start": span[0], "end": span[1], "entity": None}] if span else []

    event = {
        "type": root,
        "trigger": [0, 1],
        "actors": ends(row["source"]),
        "recipients": ends(row["target"]),
    }
    return {**empty_line(row["id"]), "events": [event]}


PEERS = (
    Peer("textacy", ("attribution",), ("textacy",), textacy_quotations),
    Peer("spaCy NER", ("entities", "aliases", "coreference", "times", "places"), ("spacy",), spacy_names),
    Peer("TF-IDF + SVM", ("event_types",), ("sklearn",), linear_svm),
)


def peer_outcomes(task_names: Sequence[str], limit: int | None) -> Iterator[tuple[str, Outcome]]:
    """(peer, outcome) for every installed peer of the tasks."""
    for peer in PEERS:
        names = [name for name in peer.tasks if name in task_names]
        if names and peer.installed:
            for outcome in outcomes(chosen_tasks(names), Predictions(peer.system, limit)):
                yield peer.name, outcome
