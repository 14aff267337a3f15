"""What a store knows is decided by what was read, not by the order, nor by how much came at a time."""

import json
import random
from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path

import pytest

from bench.reprints.corpus import corpus
from dateline import Analyser, Document
from dateline.exports.records import KINDS, export
from dateline.model.analysis import Analysis
from dateline.readers import read
from dateline.store import Store, open_store

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
STORIES = 1

type Read = tuple[Document, tuple[Analysis, ...]]


def sampled() -> Iterator[Document]:
    return (found for found in read(SAMPLES) if isinstance(found, Document))


def reprinted() -> Iterator[Document]:
    for made in corpus(STORIES):
        yield Document(made.id, made.text, made.title, made.outlet, published=made.published)


@pytest.fixture(scope="module", params=[sampled, reprinted], ids=["samples", "reprints"])
def reports(request: pytest.FixtureRequest, analyser: Analyser) -> list[Read]:
    return [(document, analyser.document(document)) for document in request.param()]


@pytest.fixture(scope="module")
def known(reports: list[Read], tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a store knows that has read all reports in one go."""
    with open_store(tmp_path_factory.mktemp("order") / "store.sqlite", create=True) as store:
        fill(store, reports, at_once=len(reports))
        return everything(store)


def fill(store: Store, reports: Iterable[Read], *, at_once: int) -> None:
    for some in batched(reports, at_once):
        with store.writer() as writer:
            writer.add_all(some)


def everything(store: Store) -> str:
    """All records of all kinds, as they are exported."""
    return "\n".join(json.dumps(record) for kind in KINDS for record in export(store.view(), kind))


@pytest.mark.parametrize(("seed", "at_once"), [(1, 1), (2, 3)])
def test_any_order_and_any_number_at_a_time_gives_the_same(
    reports: list[Read], known: str, tmp_path: Path, seed: int, at_once: int
) -> None:
    shuffled = random.Random(seed).sample(reports, len(reports))
    with open_store(tmp_path / "store.sqlite", create=True) as store:
        fill(store, shuffled, at_once=at_once)
        assert everything(store) == known


def test_what_is_forgotten_was_never_read_and_can_be_read_again(
    reports: list[Read], known: str, tmp_path: Path
) -> None:
    gone = random.Random(4).sample(reports, 4)
    with open_store(tmp_path / "without.sqlite", create=True) as store:
        fill(store, [found for found in reports if found not in gone], at_once=len(reports))
        without = everything(store)
    with open_store(tmp_path / "all.sqlite", create=True) as store:
        fill(store, reports, at_once=len(reports))
        for document, _ in gone:
            with store.writer() as writer:
                assert writer.forget(document.id)
        assert everything(store) == without
        fill(store, gone, at_once=1)
        assert everything(store) == known
