"""Across documents: records are traced to gold mentions by their evidence."""

import importlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import cross, cross_entities, data
from bench.data import Json
from tests.bench.small_cases import at, where

FIRST = "A truck bomb struck the customs house. The blast killed a clerk."
SECOND = "The customs house bombing shocked the port. Dockers marched on Sunday."


def rows() -> list[Json]:
    def mention(text: str, word: str, chain: str) -> Json:
        return {**where(text, word), "chain": chain}

    return [
        {
            "id": "d1",
            "topic": "1",
            "text": FIRST,
            "events": [mention(FIRST, "struck", "bombing"), mention(FIRST, "blast", "bombing")],
        },
        {
            "id": "d2",
            "topic": "1",
            "text": SECOND,
            "events": [mention(SECOND, "bombing", "bombing"), mention(SECOND, "marched", "march")],
        },
    ]


def evidence(document: str, text: str, phrase: str) -> Json:
    start, end = at(text, phrase)
    return {"report": "any", "url": f"bench:{document}", "start": start, "end": end}


def test_records_that_hold_every_mention_of_an_event_are_perfect() -> None:
    records = [
        {
            "id": "e1",
            "evidence": [
                evidence("d1", FIRST, "struck"),
                evidence("d1", FIRST, "blast"),
                evidence("d2", SECOND, "bombing"),
            ],
        },
        {
            "id": "e2",
            "trigger": "marched",
            "evidence": [evidence("d2", SECOND, "Dockers marched on Sunday.")],
        },
    ]

    found = cross.score(rows(), lambda documents: records)

    assert found["topic"]["conll"] == found["pooled"]["conll"] == 1.0
    assert found["pooled"]["covered"] == 1.0


def test_no_records_leave_every_mention_alone() -> None:
    found = cross.score(rows(), lambda documents: [])

    assert found["pooled"] == found["singletons"]
    assert found["pooled"]["muc"] == found["pooled"]["covered"] == 0.0
    # B³: each mention's precision 1; recall 1/3 for the three of the bombing, 1 for the march.
    assert found["pooled"]["b3"] == pytest.approx(2 * 1 * 0.5 / (1 + 0.5))


def test_the_tightest_record_takes_a_mention_and_triggers_narrow_the_evidence() -> None:
    sentence = evidence("d1", FIRST, "A truck bomb struck the customs house.")
    records = [
        {"id": "wide", "evidence": [sentence]},
        {"id": "narrow", "trigger": "Struck", "evidence": [sentence]},
        {
            "id": "elsewhere",
            "trigger": "killed",
            "evidence": [evidence("d1", FIRST, "The blast killed a clerk.")],
        },
    ]

    _, predicted = cross.clusterings(rows(), records)

    assert predicted["d1", 0] == ("record", "narrow")
    assert predicted["d1", 1] == ("d1", 1)  # "killed" is no part of "blast"


def test_it_agrees_with_the_referee(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(shared / "score"))
    referee = importlib.import_module("score.ecb")
    some = data.load("ecb", "dev", 60)
    records = spoilt(referee.gold_records(some))

    ours = cross.score(some, lambda documents: records)["pooled"]
    theirs = referee.score_store(some, records=records)["pooled"]

    assert {name: round(ours[name] or 0, 3) for name in theirs} == {
        name: pytest.approx(value, abs=0.001) for name, value in theirs.items()
    }


def spoilt(records: Sequence[Json]) -> list[Json]:
    """Every third record split in two, every fourth put together with the one before."""
    changed: list[Json] = []
    for number, record in enumerate(records):
        pieces = record["evidence"]
        if number % 4 == 3:
            changed[-1] = {**changed[-1], "evidence": changed[-1]["evidence"] + pieces}
        elif number % 3 == 2:
            changed.append({**record, "evidence": pieces[::2]})
            changed.append({**record, "id": f"{record['id']}-b", "evidence": pieces[1::2]})
        else:
            changed.append(record)
    return changed


WHO = "General Ann Bello left the port. Bello said so."
WHOM = "Ms Bello was in Tolan. Tolan is quiet."


def peopled() -> list[Json]:
    def mention(text: str, words: str, chain: str, type_: str) -> Json:
        return {**where(text, words), "chain": chain, "type": type_}

    first = [mention(WHO, "Ann Bello", "bello", "HUMAN"), mention(WHO, "the port", "port", "LOC")]
    second = [mention(WHOM, "Bello", "bello", "HUMAN"), mention(WHOM, "Tolan", "tolan", "LOC")]
    return [
        {"id": "d1", "topic": "1", "text": WHO, "events": [], "entities": first},
        {"id": "d2", "topic": "1", "text": WHOM, "events": [], "entities": second},
    ]


def exported(document: str, text: str, words: str, entity: str | None) -> Json:
    start, end = at(text, words)
    return {"url": f"bench:{document}", "start": start, "end": end, "figure": entity}


def test_mentions_of_one_actor_in_two_documents_are_one() -> None:
    mentions = [
        exported("d1", WHO, "General Ann Bello", "person:ann-bello"),
        exported("d1", WHO, "the port", "place:port"),
        exported("d2", WHOM, "Ms Bello", "person:ann-bello"),
        exported("d2", WHOM, "Tolan", None),
    ]
    found = cross_entities.score(peopled(), lambda documents: mentions)
    assert found["pooled"]["conll"] == found["topic"]["conll"] == pytest.approx(1.0)
    assert found["pooled"]["covered"] == pytest.approx(0.75)
    assert cross.as_table(found).row_count == len(found)
    words = found["equal words, pooled"]["conll"]
    assert words is not None
    assert words < 1.0
