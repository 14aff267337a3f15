"""The lines of a report as the parser gets them: characters unified, capitals read."""

from collections.abc import Iterable
from functools import lru_cache

from spacy.language import Language as Pipeline

from dateline.analysis.normalise import normalise
from dateline.analysis.truecase import IsWord, casing_of, explained, is_shouted, truecase
from dateline.errors import LexiconError
from dateline.language import load_language
from dateline.model.report import Report


def readable(report: Report, lines: Iterable[tuple[int, int]], pipeline: Pipeline) -> list[str]:
    """The normalised lines `[start, end)` of a report, each as long as it was.

    A line in capitals is truecased if the model brings a dictionary and the language pack a table of
    casing; the acronyms that the report explains in brackets stay as they are.
    """
    texts = [normalise(report.text[start:end]) for start, end in lines]
    shouted = [is_shouted(text) for text in texts]
    if not any(shouted):
        return texts
    is_word = _dictionary(pipeline)
    if is_word is None:
        return texts
    try:
        casing = casing_of(load_language(pipeline.lang))
    except LexiconError:
        return texts
    kept = [word for text in texts for word in explained(text)]
    return [
        truecase(text, casing, is_word, kept) if shout else text
        for text, shout in zip(texts, shouted, strict=True)
    ]


class Words:
    """What the model's lemmatiser knows as words: its index of lemmas, its endings and its exceptions."""

    def __init__(self, pipeline: Pipeline) -> None:
        lookups = pipeline.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self._index = {name: frozenset(lookups.get_table("lemma_index")[name]) for name in _CLASSES}
        self._exceptions = {name: lookups.get_table("lemma_exc")[name] for name in _CLASSES}
        self._rules = {name: lookups.get_table("lemma_rules").get(name, []) for name in _CLASSES}
        self._function = pipeline.Defaults.stop_words

    def __call__(self, word: str, *, noun_only: bool = False) -> bool:
        if word in self._function:
            return not noun_only
        classes = {name for name in _CLASSES if self._is(word, name)}
        return classes == {"noun"} if noun_only else bool(classes)

    def _is(self, word: str, name: str) -> bool:
        index = self._index[name]
        return (
            word in index
            or word in self._exceptions[name]
            or any(
                word.endswith(ending) and word[: len(word) - len(ending)] + new in index
                for ending, new in self._rules[name]
            )
        )


_CLASSES = ("noun", "verb", "adj", "adv")


@lru_cache(maxsize=4)
def _dictionary(pipeline: Pipeline) -> IsWord | None:
    """The model's dictionary; None when it has none."""
    try:
        return Words(pipeline)
    except (KeyError, AttributeError):
        return None
