"""Every error is listed once, with a cause that tells what to mend."""

import csv
import json
from pathlib import Path
from typing import Any

from bench.contract import empty_line
from bench.data import Json
from bench.errors import Error, summarise, write_errors
from bench.system import analyses
from bench.tasks import TASKS
from tests.bench.small_cases import ROWS, at, attribution_row, re3d_row, where


def listed(name: str, row: Json, **lists: list[Any]) -> list[Error]:
    task = next(task for task in TASKS if task.name == name)
    return task.listed_errors([row], analyses([row], [{**empty_line(row["id"]), **lists}]))


def causes(errors: list[Error]) -> list[tuple[str, str]]:
    return sorted((error.side, error.cause) for error in errors)


def test_attribution_errors_name_the_cue_and_the_cause() -> None:
    row = attribution_row()
    text = row["text"]
    found = listed(
        "attribution",
        row,
        attributions=[
            {
                "id": "a1",
                "source": [at(text, "a driver")],
                "cue": [at(text, "said")],
                "content": [at(text, "the road was open")],
            },
            {
                "id": "a2",
                "source": [at(text, "a driver")],
                "cue": [at(text, "insisted")],
                "content": [at(text, "the convoy")],
                "parent": "a1",
            },
            {"id": "a3", "source": [], "cue": [at(text, "feared")], "content": [at(text, "shelling")]},
        ],
    )

    assert causes(found) == [
        ("miss", "boundary: content too short"),
        ("miss", "cue never taken"),
        ("miss", "cue not taken here"),
        ("wrong part", "source wrong"),
    ]
    details = {error.cause: error.detail for error in found}
    assert (details["cue never taken"], details["cue not taken here"]) == ("according", "insisted")


def test_a_gold_content_that_was_taken_as_nested_says_so() -> None:
    row = attribution_row()
    text = row["text"]
    outer = {"id": "a1", "source": [], "cue": [], "content": [at(text, "the road was open")]}
    inner = {
        "id": "a2",
        "source": [],
        "cue": [],
        "content": [at(text, "“two bridges” were lost")],
        "parent": "a1",
    }

    found = listed("attribution", row, attributions=[outer, inner])

    assert ("miss", "taken as nested") in causes(found)


def test_entity_errors_tell_labels_boundaries_and_forms() -> None:
    row = re3d_row()
    text = row["text"]
    found = listed(
        "entities",
        row,
        mentions=[
            {**where(text, "Gao"), "label": "person"},
            {**where(text, "Keita"), "label": "person"},
            {**where(text, "who"), "label": "person"},
            {**where(text, "Northern Front"), "label": "group"},
        ],
    )

    assert causes(found) == [
        ("false alarm", "spurious"),
        ("miss", "missing"),
        ("miss", "missing"),
        ("miss", "missing"),
        ("miss", "wrong label: Person"),
        ("wrong part", "boundary: too short"),
    ]
    kinds = {error.kind for error in found}
    assert {"Person, pronoun", "Organisation, nominal", "Organisation, name", "Temporal, name"} <= kinds


def test_relation_errors_tell_unseen_ends_from_unseen_relations() -> None:
    row = re3d_row()
    text = row["text"]
    seen = ["Keita", "Northern Front", "NF", "the army"]
    turned = {"type": "leads", "subject": where(text, "Northern Front"), "object": where(text, "Keita")}

    found = listed(
        "relations",
        row,
        mentions=[{**where(text, phrase), "label": "group"} for phrase in seen],
        relations=[turned],
    )

    assert causes(found) == [
        ("false alarm", "second over one gold"),
        ("miss", "1 of 2 ends is no mention"),
        ("miss", "not related"),
        ("miss", "not related"),
        ("miss", "other way round"),
    ]


def test_a_perfect_system_has_no_errors() -> None:
    for task in TASKS:
        rows = ROWS[task.name]
        lines = [task.oracle(row) for row in rows]
        texts = [dict(row, text=line.pop("text", row["text"])) for row, line in zip(rows, lines, strict=True)]
        assert task.listed_errors(texts, analyses(texts, lines)) == []


def test_errors_are_written_and_summed_up(tmp_path: Path) -> None:
    errors = listed("attribution", attribution_row())
    write_errors(errors, tmp_path / "errors.tsv")
    write_errors(errors, tmp_path / "errors.jsonl")

    with (tmp_path / "errors.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    lines = [
        json.loads(line) for line in (tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines()
    ]

    assert len(rows) == len(lines) == 4
    assert rows[0]["sentence"] == "The governor of Marib said the road was open."
    assert [line["cause"] for line in lines] == [row["cause"] for row in rows]
    assert {(group.kind, group.count) for group in summarise(errors)} == {
        ("indirect", 2),
        ("direct", 1),
        ("mixed", 1),
    }
