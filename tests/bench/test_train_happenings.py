"""Learning what speaks for one happening: on a small corpus of our own, marked by hand."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from bench import data, train_happenings
from bench.data import Json
from bench.train_happenings import Pairs, clusters, crossed, fitted, gold_chains, pairs, words
from dateline.accounts.pairs import FEATURES, WEIGHTS
from dateline.store import Store, open_store
from tests.bench.small_cases import where
from tests.store.made import fill, made

# A sinking and a fire, each told in two reports; the last tells of a drill, too.
TEXTS = {
    "1_a": "The ferry Halvard sank in Lofoten harbour. Divers searched the wreck by candle light.",
    "1_b": "Lofoten islanders asked why the ferry Halvard went down. The sinking left a harbour wreck.",
    "2_a": "The mill of Tarn burned overnight. Bakers watched the fire eat flour and oak wheel.",
    "2_b": "Bakers of Tarn mourn mill, flour, wheel. The fire began overnight; the drill fire was small.",
}
# Document -> the words that are marked, with their chain.
GOLD = {
    "1_a": [("sank", "sinking"), ("searched", "search")],
    "1_b": [("sinking", "sinking")],
    "2_a": [("burned", "fire"), ("fire", "fire")],
    "2_b": [("fire", "fire"), ("drill fire", "drill")],
}
FAMILIES = {"sank": "sinking", "sinking": "sinking", "burned": "fire", "fire": "fire", "drill fire": "fire"}


def corpus() -> list[Json]:
    return [
        {
            "id": name,
            "topic": name[0],
            "text": text,
            "events": [{**where(text, told), "chain": f"{name[0]}:{chain}"} for told, chain in GOLD[name]],
            "entities": [],
        }
        for name, text in TEXTS.items()
    ]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A store of the corpus, whose words are the marked ones but "searched"."""
    path = tmp_path / "store.sqlite"
    with open_store(path, create=True) as store:
        _fill(store)
    return path


def _fill(store: Store) -> None:
    for name, text in TEXTS.items():
        report = made(name, text, url=f"bench:{name}", published="2023-05-02")
        for told, _ in GOLD[name]:
            if told in FAMILIES:
                report.happening(FAMILIES[told], told, [], [])
        fill(store, report)


def by_id() -> dict[str, Json]:
    return {row["id"]: row for row in corpus()}


def test_pairs_are_those_of_one_family_in_one_story_and_are_one_where_their_chain_is(filled: Path) -> None:
    given = pairs(words(filled), by_id())
    assert given.features.shape == (1 + 6, len(FEATURES))
    assert Counter(zip(given.topics, given.same, strict=True)) == {
        ("1", 1.0): 1,
        ("2", 1.0): 3,
        ("2", 0.0): 3,
    }
    # Each word of the fire is paired with three others: a pair of them counts for less than the ferry's.
    assert set(given.counts[given.topics == "1"]) == {0.5}
    assert set(given.counts[given.topics == "2"]) == {0.25}


def test_a_mention_is_what_the_word_that_fits_it_best_tells(filled: Path) -> None:
    chains = [chain for found in words(filled) for chain in gold_chains(found, by_id()).values()]
    assert Counter(chains) == {"1:sinking": 2, "2:fire": 3, "2:drill": 1}


def test_what_goes_with_one_happening_speaks_for_it_and_what_does_not_against() -> None:
    names = list(FEATURES)
    speaks, denies = names.index("same_word"), names.index("other_person")
    features = np.zeros((40, len(names)))
    features[:, names.index("any")] = 1
    features[:20, speaks] = features[20:, denies] = 1
    same = np.array([1.0] * 19 + [0.0] + [0.0] * 19 + [1.0])
    given = Pairs(features, same, np.ones(40), np.array(["1"] * 20 + ["2"] * 20))
    weights = fitted(given)
    assert weights["same_word"] > 1 > 0 > -1 > weights["other_person"]
    assert weights["same_strand"] == 0.0, "nothing is learnt of what is never seen"
    assert fitted(given) == weights


def test_weights_decide_what_is_one(filled: Path) -> None:
    rows, some = corpus(), words(filled)
    apart = clusters(some, rows, {"any": -5.0})
    assert len(set(apart.values())) == len(apart)
    together = clusters(some, rows, {"any": 5.0})
    assert together["1_a", 0] == together["1_b", 0]
    assert len({together[key] for key in together if key[0].startswith("2")}) == 1
    assert together["1_a", 0] != together["2_a", 0]
    assert together["1_a", 1] == ("1_a", 1), "a mention without a word stands alone"


def test_each_topic_is_judged_by_what_the_others_taught(filled: Path) -> None:
    rows, some = corpus(), words(filled)
    given = pairs(some, by_id())
    assert set(given.without({"2"}).topics) == {"1"}
    # All is one in the first topic and nothing in the second: learnt crosswise it is the other way round.
    given.same[:] = given.topics == "1"
    found = crossed(some, rows, given)
    assert found["1_a", 0] != found["1_b", 0]
    assert found["2_a", 0] == found["2_a", 1]


def test_it_prints_the_weights_beside_those_in_use(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(data, "load", lambda *_: corpus())
    assert train_happenings.main(["--store", str(filled)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "7 pairs, 4 of them one happening"
    assert [line.split()[0] for line in lines[1:10]] == list(WEIGHTS)
    assert f"(in use {WEIGHTS['any']:5.2f})" in lines[1]
    assert [line[:12] for line in lines[10:]] == ["other topics", "all topics  "]


def test_a_new_store_is_filled_with_the_texts(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    train_happenings.fill(path, corpus()[:1])
    with open_store(path) as store:
        assert [report.url for report in store.view().reports()] == ["bench:1_a"]
