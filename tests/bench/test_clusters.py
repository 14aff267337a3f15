"""Stories and accounts, counted by hand."""

from collections.abc import Sequence

import pytest

from bench import clusters
from bench.data import Json


def row(name: str, story: str, published: str) -> Json:
    return {"id": name, "cluster": story, "published": published, "text": "A ferry sank."}


ROWS = [
    row("f1", "ferry", "2024-05-02"),
    row("f2", "ferry", "2024-05-02"),
    row("f3", "ferry", "2024-05-03"),
    row("f4", "ferry", "2024-05-03"),
    row("m1", "mine", "2024-05-02"),
    row("m2", "mine", "2024-05-04"),
]


def version(document: str, dead: int | None = None, *differs: str) -> Json:
    return {
        "evidence": [{"report": "x", "url": f"bench:{document}", "start": 0, "end": 5}],
        "size": {} if dead is None else {"dead": {"low": dead, "high": dead}},
        "differs": list(differs),
    }


def record(kind: str, *versions: Json) -> Json:
    return {"id": kind, "type": kind, "versions": list(versions)}


SANK = record("ASSAULT", version("f1", 7), version("f2", 9), version("f3", 9))
BLAMED = record("ACCUSE", version("f1", None, "actors"), version("f2", None, "actors"))
DUG = record("AID", version("m1"), version("m2"))
ALONE = record("CONSULT", version("f1", 1), version("f1", 2))
BOTH = record("REQUEST", version("f3"), version("m2"))


def export(documents: Sequence[Json]) -> list[Json]:
    """What a store with these documents gives: the records of them, and one that mixes two stories."""
    names = {d["id"] for d in documents}
    everything = [BLAMED, SANK, DUG, ALONE, BOTH]
    told = [
        {**r, "versions": [v for v in r["versions"] if v["evidence"][0]["url"][6:] in names]}
        for r in everything
    ]
    return [r for r in told if r["versions"]]


def test_a_story_in_a_store_of_its_own() -> None:
    ferry = clusters.score(ROWS, export)["ferry"]

    assert (ferry.reports, ferry.held, ferry.told, ferry.main) == (4, 0.75, 0.75, "ASSAULT")
    assert (ferry.several, ferry.mixed, ferry.tolls, ferry.blame) == (2, 0, 1, 1)


def test_over_all_reports_and_in_one_store() -> None:
    found = clusters.score(ROWS, export)

    assert found["mine"].held == 1.0
    assert found["all"].held == pytest.approx(5 / 6)
    assert (found["all"].several, found["all"].mixed) == (3, 0)
    assert found["pooled"].held == pytest.approx(5 / 6)
    assert (found["pooled"].several, found["pooled"].mixed) == (4, 1)


def test_one_report_that_says_two_things_lays_nothing_side_by_side() -> None:
    (alone,) = clusters.accounts([ALONE], ["f1"])

    assert not alone.tolls


def test_nothing_found_is_nothing_held() -> None:
    found = clusters.score(ROWS, lambda documents: [])

    assert (found["pooled"].held, found["pooled"].told, found["ferry"].main) == (0.0, 0.0, "")


def test_one_record_tells_what_readers_say_happened() -> None:
    answered = [{**row, "answers": {"what": [{"text": "the ferry sinks"}]}} for row in ROWS]
    sinking = {
        "evidence": [
            {"report": "f1", "text": "sank"},
            {"report": "f2", "text": "sinking"},
            {"report": "f3", "text": "sailed"},
            {"report": "m1", "text": "sinks"},
        ]
    }
    rescue = record("AID", {"trigger": "sinking", "evidence": [{"report": "f4"}]})
    assert clusters.given_by_readers(answered, [sinking, rescue]) == {"ferry": 0.5, "mine": 0.5}
