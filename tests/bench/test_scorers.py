"""Small cases whose figures are worked out by hand."""

from typing import Any

import pytest

from bench.contract import empty_line
from bench.data import Json
from bench.metrics import Figures
from bench.system import analyses
from bench.tasks import TASKS
from tests.bench.small_cases import (
    actors_row,
    arguments_row,
    at,
    attribution_row,
    coreference_row,
    event_type_rows,
    five_w_row,
    incidents_row,
    places_row,
    re3d_row,
    snippet_rows,
    times_row,
    where,
)


def score(name: str, rows: list[Json], **lists: list[Any]) -> Figures:
    """The figures of one line with these lists for the first row, and nothing for the others."""
    task = next(task for task in TASKS if task.name == name)
    line = {**empty_line(rows[0]["id"]), **lists}
    return task.figures(rows, analyses(rows, [line]))


def test_attribution_counts_contents_words_sources_and_nesting() -> None:
    row = attribution_row()
    text = row["text"]
    found = score(
        "attribution",
        [row],
        attributions=[
            {  # 4 words where gold has 4: found; the source is wrong
                "id": "a1",
                "source": [at(text, "a driver")],
                "cue": [at(text, "said")],
                "content": [at(text, "the road was open")],
                "kind": "indirect",
                "parent": None,
            },
            {  # 2 of 5 words: F = 2 * 2 / (2 + 5) = .571, found
                "id": "a2",
                "source": [at(text, "a driver")],
                "cue": [at(text, "insisted")],
                "content": [at(text, "the convoy")],
                "kind": "mixed",
                "parent": None,
            },
            {  # 1 of 4 words: F = 2 * 1 / (1 + 4) = .4, not found
                "id": "a3",
                "source": [],
                "cue": [],
                "content": [at(text, "shelling")],
                "parent": None,
            },
            {  # nested: only `with_nested` sees it
                "id": "a4",
                "source": [at(text, "the ministry")],
                "cue": [at(text, "According to")],
                "content": [at(text, "“two bridges” were lost")],
                "parent": "a1",
            },
        ],
    )

    assert found["attribution.p"] == pytest.approx(2 / 3)
    assert found["attribution.r"] == pytest.approx(2 / 4)
    assert found["attribution.f"] == pytest.approx(4 / 7)
    assert found["content_token.p"] == pytest.approx((4 + 2 + 1) / (4 + 2 + 1))
    assert found["content_token.r"] == pytest.approx((4 + 2 + 1) / (4 + 5 + 4 + 4))
    assert found["source_overlap"] == pytest.approx(1 / 2)
    assert found["cue_overlap"] == 1.0
    assert found["kind_field_agrees"] == pytest.approx(1 / 2)  # "the convoy" lies in a direct content
    assert found["with_nested.p"] == pytest.approx(3 / 4)
    assert found["direct.f"] == 1.0
    assert found["indirect.p"] == pytest.approx(1 / 2)
    assert found["mixed.r"] == 0.0


def test_entities_forgive_articles_but_not_types() -> None:
    row = re3d_row()
    text = row["text"]
    found = score(
        "entities",
        [row],
        mentions=[
            {**where(text, "Northern Front"), "label": "group"},  # exact once the article is off
            {**where(text, "Keita"), "label": "person"},  # overlap only
            {**where(text, "Gao"), "label": "person"},  # the span alone is right
        ],
        times=[{**where(text, "Friday"), "type": "DATE"}],  # overlap only: "On" is no article
    )

    assert found["entity_exact.p"] == pytest.approx(1 / 4)
    assert found["entity_exact.r"] == pytest.approx(1 / 6)
    assert found["entity_overlap.p"] == pytest.approx(3 / 4)
    assert found["span_exact.p"] == pytest.approx(2 / 4)
    assert found["span_overlap.r"] == pytest.approx(4 / 6)
    assert found["by_type.Organisation.exact_f"] == pytest.approx(2 * 1 * (1 / 3) / (1 + 1 / 3))


def test_relations_hold_the_direction_unless_symmetric() -> None:
    row = re3d_row()
    text = row["text"]

    def link(name: str, subject: str, target: str) -> Json:
        return {"type": name, "subject": where(text, subject), "object": where(text, target)}

    found = score(
        "relations",
        [row],
        relations=[
            link("leads", "Northern Front", "Keita"),  # the wrong way round
            link("fights", "the army", "Northern Front"),  # symmetric: right
            link("allied_with", "the army", "Gao"),  # right ends, wrong type
        ],
        events=[
            {
                "type": "ASSAULT",
                "trigger": at(text, "attacked"),
                "actors": [where(text, "Northern Front")],
                "recipients": [where(text, "the army")],
                "factuality": "CT-",
            }
        ],
    )

    assert found["relations.p"] == pytest.approx(1 / 3)
    assert found["relations.r"] == pytest.approx(1 / 4)
    assert found["relation_pairs_untyped_r"] == pytest.approx(3 / 4)
    assert found["relations_and_events.p"] == pytest.approx(1 / 3)  # the denied attack adds nothing


def test_aliases_come_from_relations_and_shared_entities() -> None:
    row = re3d_row()
    text = row["text"]
    found = score(
        "aliases",
        [row],
        mentions=[
            {**where(text, "Northern Front"), "label": "group", "entity": "e1"},
            {**where(text, "NF"), "label": "group", "entity": "e1"},
            {**where(text, "the army"), "label": "group", "entity": "e1"},
        ],
    )

    assert found["alias.r"] == 1.0
    assert found["alias.p"] == pytest.approx(1 / 3)


def test_times_want_the_span_and_the_value() -> None:
    row = times_row()
    text = row["text"]
    found = score(
        "times",
        [row],
        times=[
            {**where(text, "3 May 2014"), "type": "DATE", "value": "2014-05-03"},
            {**where(text, "for two weeks"), "type": "DATE", "value": "P2W"},
            {**where(text, "before"), "type": "DATE", "value": "PAST_REF"},
        ],
    )

    assert found["strict.p"] == pytest.approx(2 / 3)
    assert found["relaxed.r"] == pytest.approx(3 / 4)
    assert found["type_f"] == pytest.approx(4 / 7)
    assert found["value_f"] == pytest.approx(
        2 * (2 / 2) * (2 / 3) / (2 / 2 + 2 / 3)
    )  # "before" has no gold value
    assert found["value_accuracy"] == 1.0


def test_places_are_right_within_161_kilometres() -> None:
    row = places_row()
    text = row["text"]
    found = score(
        "places",
        [row],
        mentions=[
            {**where(text, "Goma"), "label": "place", "entity": "near"},
            {**where(text, "Kinshasa"), "label": "place", "entity": "far"},
            {**where(text, "Bukavu"), "label": "place", "entity": "nowhere"},
            {**where(text, "Congolese officials"), "label": "group", "entity": None},
        ],
        entities=[
            {"id": "near", "name": "Goma", "type": "place", "geo": {"lat": -2.5, "lon": 28.86}},  # 100 km off
            {"id": "far", "name": "Kinshasa", "type": "place", "geo": {"lat": -4.32, "lon": 25.0}},
            {"id": "nowhere", "name": "Bukavu", "type": "place", "geo": None},
        ],
    )

    assert found["tag_exact.p"] == 1.0
    assert found["tag_exact.r"] == pytest.approx(3 / 4)
    assert found["tag_exact_with_groups.p"] == pytest.approx(3 / 4)
    assert found["any_label_r"] == 1.0
    assert found["literal_r"] == 1.0
    assert found["acc161_matched"] == pytest.approx(1 / 2)
    assert found["acc161_all"] == pytest.approx(1 / 3)
    assert found["end_to_end.p"] == pytest.approx(1 / 2)
    assert found["end_to_end.r"] == pytest.approx(1 / 3)


def test_event_types_judge_the_event_of_the_marked_pair() -> None:
    rows = event_type_rows()
    text = rows[0]["text"]
    found = score(
        "event_types",
        rows,
        events=[
            {
                "type": "AID",
                "actors": [where(text, "Freedonia")],
                "recipients": [where(text, "the insurgents")],
            },
            {
                "type": "REJECT",
                "actors": [where(text, "Ruritania")],
                "recipients": [where(text, "Freedonia")],
            },
        ],
    )

    assert found["accuracy"] == 0.0
    assert found["quad_accuracy"] == pytest.approx(1 / 2)  # REJECT, too, is verbal conflict
    assert found["any_event"] == pytest.approx(1 / 2)
    assert found["pair_found"] == pytest.approx(1 / 2)


def test_actors_are_counted_once_however_many_events_they_have() -> None:
    row = actors_row()
    text = row["text"]
    event = {"type": "ASSAULT", "actors": [where(text, "Gunmen")], "recipients": [where(text, "militiamen")]}

    found = score("actors", [row], events=[event, event])

    assert found["source.p"] == 1.0
    assert found["source.r"] == pytest.approx(1 / 2)
    assert found["target.f"] == 0.0
    assert found["either.r"] == pytest.approx(2 / 3)


def test_snippets_take_the_weightiest_class_and_skip_what_plover_cannot_say() -> None:
    found = score(
        "snippets",
        snippet_rows(),
        events=[{"type": "PROTEST", "modes": ["demo"]}, {"type": "ASSAULT", "modes": ["drone"]}],
    )

    assert found["accuracy"] == pytest.approx(1 / 2)
    assert found["macro_f"] == pytest.approx(1 / 2)
    assert found["any_class"] == pytest.approx(1 / 2)


def test_incidents_merge_align_and_leave_optional_fills_free() -> None:
    row = incidents_row()
    text = row["text"]
    mayor = {**where(text, "MAYOR LUIS ORTEGA"), "entity": "e1"}
    found = score(
        "incidents",
        [row],
        entities=[
            {"id": "e1", "name": "LUIS ORTEGA", "type": "person"},
            {
                "id": "e2",
                "name": "SAN TELMO",
                "type": "place",
                "geo": {"lat": None, "lon": None, "country": "PE"},
            },
        ],
        events=[
            {
                "type": "ASSAULT",
                "modes": ["abduct"],
                "trigger": at(text, "KIDNAPPED"),
                "actors": [{**where(text, "GUERRILLAS OF THE RED DAWN"), "entity": None}],
                "recipients": [mayor],
                "place": {**where(text, "SAN TELMO"), "entity": "e2"},
            },
            {"type": "ASSAULT", "modes": ["abduct"], "recipients": [mayor]},  # the same incident again
            {"type": "ASSAULT", "modes": ["firearms"], "recipients": [where(text, "THREE GUARDS")]},
        ],
    )

    # 1 of 2 templates has an incident of its type; of 2 predicted incidents 1 is aligned.
    assert found["type.p"] == pytest.approx(1 / 2)
    assert found["type.r"] == pytest.approx(1 / 2)
    # hits: type, guerrillas, mayor; predicted: 2 types and 3 parties; gold: 2 types, 1 perpetrator, 2 victims
    assert found["slots.p"] == pytest.approx(3 / 5)
    assert found["slots.r"] == pytest.approx(3 / 5)
    assert found["country.f"] == 1.0
    assert found["place.f"] == 1.0
    assert found["dead.r"] == 0.0
    assert found["date.r"] == 0.0


def test_arguments_want_the_role_and_the_head() -> None:
    row = arguments_row()
    text = row["text"]
    found = score(
        "arguments",
        [row],
        events=[
            {
                "type": "ASSAULT",
                "trigger": at(text, "shelled"),
                "actors": [where(text, "Militants")],
                "recipients": [where(text, "Port Amal")],  # a place, not a recipient
            },
            {"type": "COERCE", "trigger": at(text, "wounded")},  # the wrong type
            {"type": "ASSAULT", "trigger": at(text, "fell")},  # over a trigger that is not scored
        ],
    )

    assert found["trigger_typed.p"] == pytest.approx(1 / 2)
    assert found["trigger_typed.r"] == pytest.approx(1 / 2)
    assert found["trigger_untyped.f"] == 1.0
    assert found["arguments_on_matched.p"] == pytest.approx(1 / 2)
    assert found["arguments_on_matched.r"] == pytest.approx(1 / 3)
    assert found["arguments_end_to_end.r"] == pytest.approx(1 / 4)


def test_coreference_leaves_uncovered_mentions_alone() -> None:
    row = coreference_row()
    text = row["text"]
    found = score(
        "coreference",
        [row],
        mentions=[
            {**where(text, "Amal Haddad"), "label": "person", "entity": "a"},
            {**where(text, "Haddad", 1), "label": "person", "entity": "a"},
            {**where(text, "Omar"), "label": "person", "entity": "a"},
        ],
        events=[{"type": "CONSULT", "trigger": at(text, "met")}],
    )

    # gold {Amal Haddad, Haddad, she} {Omar, him}; predicted {Amal Haddad, Haddad, Omar} {she} {him}
    muc = 2 * (1 / 2) * (1 / 3) / (1 / 2 + 1 / 3)
    precision = (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5
    recall = (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5
    b3 = 2 * precision * recall / (precision + recall)
    aligned = 2 * 2 / (3 + 3) + 2 * 1 / (2 + 1)
    ceafe = 2 * (aligned / 3) * (aligned / 2) / (aligned / 3 + aligned / 2)
    assert found["covered"] == pytest.approx(3 / 5)
    assert found["entities_in_document.muc"] == pytest.approx(muc)
    assert found["entities_in_document.b3"] == pytest.approx(b3)
    assert found["entities_in_document.ceafe"] == pytest.approx(ceafe)
    assert found["entities_in_document.conll"] == pytest.approx((muc + b3 + ceafe) / 3)
    assert found["trigger_r"] == pytest.approx(1 / 2)


def test_five_w_reads_the_main_event() -> None:
    row = five_w_row()
    text = row["text"]
    found = score(
        "five_w",
        [row],
        events=[
            {
                "type": "PROTEST",
                "trigger": at(text, "blocked"),
                "actors": [where(text, "Dockers")],
                "recipients": [],
                "date": {**where(text, "on Tuesday"), "edtf": None},
            }
        ],
    )

    assert found["who"] == found["what"] == found["when"] == 1.0
    assert found["where"] == 0.0
    assert found["mean"] == pytest.approx(3 / 4)


def test_five_w_takes_what_is_told_in_the_words_of_the_title() -> None:
    row = five_w_row()
    row["text"] = text = "Rain fell on Monday. Dockers blocked the port of Vela on Tuesday."
    found = score(
        "five_w",
        [row],
        reports=[{"title": "Dockers close Vela's port"}],
        times=[{**where(text, word), "type": "DATE", "value": None} for word in ("Monday", "Tuesday")],
        mentions=[{**where(text, "Vela"), "label": "place", "entity": None}],
        happenings=[
            {"family": "~fall", "trigger": at(text, "fell"), "subjects": [where(text, "Rain")]},
            {
                "family": "~block",
                "trigger": at(text, "blocked"),
                "subjects": [where(text, "Dockers")],
                "objects": [where(text, "the port of Vela")],
            },
        ],
    )

    assert found["who"] == found["what"] == found["when"] == found["where"] == 1.0
