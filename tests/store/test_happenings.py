"""What happened, across reports: one record a happening, and nothing joined that is told apart."""

from itertools import permutations

import pytest

from dateline.model.records import HappeningRecord, Standing
from dateline.store import Store
from tests.store.made import Made, fill, made

FERRY = "The ferry Halvard sank in Lofoten harbour. Divers searched the wreck while islanders lit candles."
AGAIN = (
    "Lofoten islanders asked why the ferry Halvard went down. The sinking left divers in the harbour wreck."
)
BRIDGE = "A bridge gave way in the Tarn gorge. Engineers blamed cables that lorries had overloaded for years."


def told(store: Store, family: str) -> list[HappeningRecord]:
    return [record for record in store.view().happenings() if record.family == family]


def reports_of(record: HappeningRecord) -> list[str]:
    return [telling.evidence.report for telling in record.tellings]


def sinking(id_: str, text: str, trigger: str, published: str = "2023-05-02", **more: object) -> Made:
    report = made(id_, text, outlet=id_.upper(), published=published)
    return report.happening("sinking", trigger, [], [], **more)


def test_a_verb_and_its_noun_in_two_reports_of_one_matter_are_one_happening(store: Store) -> None:
    fill(store, sinking("a", FERRY, "sank", date="2023-05-01"), sinking("b", AGAIN, "sinking"))
    (record,) = told(store, "sinking")
    assert reports_of(record) == ["a", "b"]
    assert (record.trigger, record.date, record.independent) == ("sank", "2023-05-01", 2)
    assert record.weight.standing is Standing.CORROBORATED
    assert [t.words for t in record.tellings] == ["sank", "sinking"]
    assert record.tellings[1].evidence.text == "The sinking left divers in the harbour wreck."


def test_the_same_word_in_another_matter_is_another_happening(store: Store) -> None:
    fill(store, sinking("a", FERRY, "sank"), sinking("b", BRIDGE, "gave way"))
    assert [reports_of(record) for record in told(store, "sinking")] == [["a"], ["b"]]


def test_the_same_words_weeks_later_are_another_happening(store: Store) -> None:
    fill(store, sinking("a", FERRY, "sank"), sinking("b", AGAIN, "sinking", published="2023-06-02"))
    assert len(told(store, "sinking")) == 2


@pytest.mark.parametrize(
    ("one", "other"), [({"date": "2023-05-01"}, {"date": "2023-04-20"})], ids=["days apart"]
)
def test_days_tell_happenings_of_one_matter_apart(
    one: dict[str, str], other: dict[str, str], store: Store
) -> None:
    fill(store, sinking("a", FERRY, "sank", **one), sinking("b", AGAIN, "sinking", **other))
    assert len(told(store, "sinking")) == 2


def arrest(id_: str, text: str, person: str) -> Made:
    report = made(id_, text, published="2023-05-02").entity(person, "person")
    return report.happening("arrest", "arrested", [], [person])


def test_two_persons_of_one_matter_are_two_happenings(store: Store) -> None:
    first = "Police arrested Mara Lindqvist over the ferry Halvard. Divers searched the Lofoten wreck."
    second = "Police arrested Otto Brandt over the ferry Halvard. Divers searched the Lofoten wreck."
    third = "Police arrested Ms Lindqvist over the ferry Halvard. Divers had searched the Lofoten wreck."
    fill(
        store,
        arrest("a", first, "Mara Lindqvist"),
        arrest("b", second, "Otto Brandt"),
        arrest("c", third, "Lindqvist"),
    )
    found = told(store, "arrest")
    assert [reports_of(record) for record in found] == [["a", "c"], ["b"]]
    assert [[p.name for p in record.objects] for record in found] == [["Mara Lindqvist"], ["Otto Brandt"]]


@pytest.mark.parametrize("factuality", ["CT-", "Uu", "PS+"])
def test_what_is_denied_or_only_expected_has_not_happened(factuality: str, store: Store) -> None:
    fill(store, sinking("a", FERRY, "sank", told=factuality))
    (record,) = told(store, "sinking")
    assert record.factuality.value == factuality


def test_who_denies_it_disputes_it(store: Store) -> None:
    fill(store, sinking("a", FERRY, "sank"), sinking("b", AGAIN, "sinking", told="CT-"))
    (record,) = told(store, "sinking")
    assert (record.factuality.value, record.disputed_by) == ("CT+", ("b",))
    assert record.weight.standing is Standing.DENIED
    assert [t.factuality.value for t in record.tellings] == ["CT+", "CT-"]
    assert record.independent == 1


def test_a_happening_that_plover_has_a_type_for_points_to_the_event(store: Store) -> None:
    report = made("a", "The Lake Front shelled the Hill Army.", published="2023-05-02")
    report.entity("Lake Front", "organization").entity("Hill Army", "organization")
    report.event("ASSAULT", "shelled", ["Lake Front"], ["Hill Army"])
    report.happening("bombing", "shelled", ["Lake Front"], ["Hill Army"], event="r1v1")
    fill(store, report)
    (record,) = told(store, "bombing")
    assert record.events == tuple(e.id for e in store.view().events())


def test_the_order_in_which_reports_come_changes_nothing(store: Store) -> None:
    given = [
        sinking("a", FERRY, "sank", date="2023-05-01"),
        sinking("b", AGAIN, "sinking"),
        sinking("c", BRIDGE, "gave way"),
    ]
    seen = set()
    for some in permutations(given):
        fill(store, *some)
        seen.add(tuple(store.view().happenings()))
        with store.writer() as writer:
            for report in some:
                writer.forget(report.document.id)
    assert len(seen) == 1


def test_forgetting_a_report_takes_back_what_only_it_told(store: Store) -> None:
    fill(store, sinking("a", FERRY, "sank"), sinking("b", AGAIN, "sinking"))
    with store.writer() as writer:
        writer.forget("a")
    (record,) = told(store, "sinking")
    assert (reports_of(record), record.independent) == (["b"], 1)


def accident(id_: str, text: str, family: str, trigger: str) -> Made:
    return made(id_, text, published="2023-05-02").happening(family, trigger, [], [])


@pytest.mark.parametrize(
    ("family", "trigger", "together"),
    [("accident", "accident", True), ("~plough", "ploughed", True), ("~march", "marched", False)],
)
def test_a_word_that_leaves_open_what_it_was_joins_what_the_story_tells(
    family: str, trigger: str, *, together: bool, store: Store
) -> None:
    crash = "A crash blocked the Tarn gorge road. Engineers towed the lorry as villagers watched."
    other = f"Villagers say the Tarn gorge lorry {trigger} there. Engineers towed it off the gorge road."
    fill(store, accident("a", crash, "crash", "crash"), accident("b", other, family, trigger))
    found = [(record.family, reports_of(record)) for record in store.view().happenings()]
    assert (("crash", ["a", "b"]) in found) is together


def says(id_: str, text: str, speaker: str, published: str = "2023-05-02") -> Made:
    report = made(id_, text, published=published).entity(speaker, "person")
    content = text.partition(" that ")[2].partition(".")[0]
    report.said(speaker, "said", content)
    return report


def test_what_one_speaker_tells_in_a_story_is_one_saying_and_anothers_is_another(store: Store) -> None:
    lena = "Lena Voss said that the ferry Halvard was overloaded. Divers searched the Lofoten wreck."
    again = "Ms Voss said that the ferry Halvard was old. Divers had searched the Lofoten wreck."
    other = "Karl Brekke said that the ferry Halvard was sound. Divers searched the Lofoten wreck again."
    fill(
        store,
        says("a", lena, "Lena Voss"),
        says("b", again, "Voss"),
        says("c", other, "Karl Brekke"),
    )
    found = told(store, "saying")
    assert [reports_of(record) for record in found] == [["a", "b"], ["c"]]
    assert [record.trigger for record in found] == ["said", "said"]
    assert [[p.name for p in record.subjects] for record in found] == [["Lena Voss"], ["Karl Brekke"]]
    assert all(not t.evidence.chain for record in found for t in record.tellings)


def test_what_is_said_weeks_later_is_another_saying(store: Store) -> None:
    text = "Lena Voss said that the ferry Halvard was overloaded. Divers searched the Lofoten wreck."
    fill(store, says("a", text, "Lena Voss"), says("b", text.replace("was", "is"), "Lena Voss", "2023-06-20"))
    assert len(told(store, "saying")) == 2


def test_who_takes_part_is_told_by_one_report(store: Store) -> None:
    """Who arrested in one report, and who was arrested in another, may be two matters."""
    one = made("a", "Captain Ruud made an arrest over the ferry Halvard. Divers searched the Lofoten wreck.")
    one.entity("Captain Ruud", "person").happening("arrest", "arrest", ["Captain Ruud"], [])
    other = made("b", "The sheriff arrested Otto Brandt over the ferry Halvard in the Lofoten harbour wreck.")
    other.entity("Otto Brandt", "person")
    other.happening("arrest", "arrested", ["The sheriff"], ["Otto Brandt"])
    fill(store, one, other)
    records = [r for r in told(store, "arrest") if "b" in reports_of(r)]
    assert [([p.name for p in r.subjects], [p.name for p in r.objects]) for r in records] == [
        (["The sheriff"], ["Otto Brandt"])
    ]
