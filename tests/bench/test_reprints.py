"""The made-up corpus is what it says, and a slice of it is held to the floor."""

from bench.reprints.corpus import MadeText, corpus
from bench.reprints.sheet import FLOOR, Count, measure


def made() -> list[MadeText]:
    return list(corpus(3))


def test_the_same_number_gives_the_same_corpus() -> None:
    assert made() == made()
    assert made() != list(corpus(3, seed=2))
    assert len({text.id for text in made()}) == len(made())


def test_most_of_a_reprint_is_the_agencys_and_nothing_of_others_reports_but_one_paragraph() -> None:
    for text in made():
        words = {p: len(p.text.split()) for p in text.paragraphs}
        taken = sum(n for p, n in words.items() if p.story is not None)
        if text.reprints is not None:
            assert taken >= 0.6 * sum(words.values())
        elif text.id.endswith("wire"):
            assert taken == sum(words.values())
        else:
            assert sum(p.story is not None for p in text.paragraphs) == text.id.endswith("own-0")


def test_others_tell_the_same_facts() -> None:
    wire, *_, other = [text for text in made() if not text.id.startswith(("1-", "2-"))]
    shared = set(wire.text.split()) & set(other.text.split())
    assert sum(word[0].isupper() for word in shared) >= 4


def test_precision_and_recall_are_counted_as_usual() -> None:
    count = Count(found=6, wrong=2, missed=4)
    assert (count.precision, count.recall) == (0.75, 0.6)


def test_a_slice_keeps_the_floor() -> None:
    scores = measure(9)
    assert min(scores.reprints.precision, scores.reprints.recall) >= FLOOR
    assert min(scores.passages.precision, scores.passages.recall) >= 0.95
