"""What a human judges on who is who holds, whatever is read, read again or forgotten, and can be undone."""

from dataclasses import replace

import pytest

from dateline.errors import UsageError
from dateline.model.judgement import MACHINE, Decision
from dateline.model.relation import RelationType
from dateline.store import Ruling, Store
from tests.store.made import Made, fill, made

RULING = Ruling("ann", "2024-05-06", "she knows them")


def report(id_: str, name: str, *others: str, published: str | None = "2024-01-02") -> Made:
    text = f"{name} spoke. " + " ".join(f"{other} listened." for other in others)
    given = made(id_, text, published=published).entity(name, "person")
    for other in others:
        given.entity(other, "person")
    return given


def again(id_: str, name: str) -> Made:
    """Another version of a report, told a little otherwise."""
    return made(id_, f"{name} spoke again.", published="2024-01-03").entity(name, "person")


def vale(id_: str, country: str) -> Made:
    given = report(id_, "John Vale")
    given.entities["John Vale"] = replace(given.entities["John Vale"], country=country)
    return given


def actors(store: Store) -> dict[str, set[str]]:
    """Actor id -> the reports that speak of it."""
    return {a.entity.id: set(a.reports) for a in store.view().actors()}


def test_two_names_that_a_human_merged_are_one_actor(store: Store) -> None:
    fill(store, report("one", "Osman Bello"), report("two", "Abu Karima"))
    with store.writer() as writer:
        writer.merge("person:osman-bello", "person:abu-karima", RULING)
    assert actors(store) == {"person:abu-karima": {"one", "two"}}
    (actor,) = store.view().actors()
    assert {actor.entity.name, *actor.entity.aliases} == {"Osman Bello", "Abu Karima"}


def test_a_merge_survives_a_re_reading_and_a_new_report(store: Store) -> None:
    fill(store, report("one", "Osman Bello"), report("two", "Abu Karima"))
    with store.writer() as writer:
        writer.merge("person:osman-bello", "person:abu-karima", RULING)
    fill(store, again("one", "Osman Bello"), report("three", "Abu Karima", "Ann Okoro"))
    assert actors(store)["person:abu-karima"] == {"one", "two", "three"}


def test_a_merge_survives_forgetting_both(store: Store) -> None:
    both = report("one", "Osman Bello"), report("two", "Abu Karima")
    fill(store, *both)
    with store.writer() as writer:
        writer.merge("person:osman-bello", "person:abu-karima", RULING)
        writer.forget("one")
        writer.forget("two")
    assert not actors(store)
    fill(store, *both)
    assert len(actors(store)) == 1


def test_a_merge_says_who_when_and_why(store: Store) -> None:
    fill(store, report("one", "Osman Bello"), report("two", "Abu Karima"))
    with store.writer() as writer:
        made_ = writer.merge("person:osman-bello", "person:abu-karima", RULING)
    (found,) = store.view().judgements("person:abu-karima")["person:abu-karima"]
    assert found == made_
    assert (found.by, found.date, found.why, found.score) == ("ann", "2024-05-06", "she knows them", 1.0)
    assert {i.why for i in store.view().identities("person:abu-karima")} == {"she knows them"}


def test_an_undone_merge_leaves_two(store: Store) -> None:
    fill(store, report("one", "Osman Bello"), report("two", "Abu Karima"))
    before = actors(store)
    with store.writer() as writer:
        judgement = writer.merge("person:osman-bello", "person:abu-karima", RULING)
    with store.writer() as writer:
        writer.undo(judgement.id, RULING)
    assert actors(store) == before
    assert not store.view().judgements()
    with store.writer() as writer:
        assert writer.undo(judgement.id, RULING) is None


def test_reports_that_mean_another_are_split_off_and_stay_so(store: Store) -> None:
    fill(store, *(report(i, "John Vale") for i in ("one", "two", "three")))
    with store.writer() as writer:
        writer.split_reports("person:john-vale", ["two"], "John Vale the poet", RULING)
    split = {"person:john-vale": {"one", "three"}, "person:john-vale~john-vale-the-poet": {"two"}}
    assert actors(store) == split
    fill(store, again("two", "John Vale"))
    assert actors(store) == split
    names = {a.entity.id: a.entity.name for a in store.view().actors()}
    assert names["person:john-vale~john-vale-the-poet"] == "John Vale the poet"


def test_an_undone_split_leaves_one(store: Store) -> None:
    fill(store, report("one", "John Vale"), report("two", "John Vale"))
    with store.writer() as writer:
        judgement = writer.split_reports("person:john-vale", ["two"], None, RULING)
    assert len(actors(store)) == 2
    with store.writer() as writer:
        writer.undo(judgement.id, RULING)
    assert actors(store) == {"person:john-vale": {"one", "two"}}


def test_a_later_split_of_the_same_reports_counts(store: Store) -> None:
    fill(store, *(report(i, "John Vale") for i in ("one", "two", "three")))
    with store.writer() as writer:
        writer.split_reports("person:john-vale", ["two"], "the poet", RULING)
    with store.writer() as writer:
        writer.split_reports("person:john-vale", ["three"], "the poet", replace(RULING, day="2024-05-07"))
    assert actors(store) == {"person:john-vale": {"one"}, "person:john-vale~the-poet": {"two", "three"}}


def test_a_name_that_is_another_s_is_split_off(store: Store) -> None:
    alias = made("one", "Osman Bello, known as Abu Karima, spoke.").entity(
        "Osman Bello", "person", "Abu Karima"
    )
    fill(store, alias, report("two", "Abu Karima"))
    assert len(actors(store)) == 1
    with store.writer() as writer:
        writer.split_names("person:abu-karima", "Osman Bello", "Abu Karima", RULING)
    assert actors(store) == {"person:osman-bello": {"one"}, "person:abu-karima": {"two"}}


def test_a_machine_s_judgement_is_undone_by_judging_the_contrary(store: Store) -> None:
    alias = made("one", "Osman Bello, known as Abu Karima, spoke.").entity(
        "Osman Bello", "person", "Abu Karima"
    )
    fill(store, alias, report("two", "Abu Karima", published="2024-03-04"))
    (machine,) = store.view().judgements("person:abu-karima")["person:abu-karima"]
    assert (machine.by, machine.decision, machine.date) == (MACHINE, Decision.MERGE, "2024-03-04")
    with store.writer() as writer:
        writer.undo(machine.id, RULING)
    assert len(actors(store)) == 2


def test_a_namesake_merged_with_another_name_keeps_the_other_namesake_out(store: Store) -> None:
    fill(store, vale("one", "USA"), vale("two", "GBR"), report("three", "Jack Hill"))
    with store.writer() as writer:
        writer.merge("person:john-vale~usa", "person:jack-hill", RULING)
    merged = {"person:jack-hill": {"one", "three"}, "person:john-vale~gbr": {"two"}}
    assert actors(store) == merged
    fill(store, vale("four", "USA"))
    assert actors(store)["person:jack-hill"] == {"one", "three", "four"}


def test_whoever_is_nearly_always_meant_keeps_the_id_when_a_namesake_turns_up(store: Store) -> None:
    fill(store, *(vale(f"usa-{n}", "USA") for n in range(5)))
    assert actors(store).keys() == {"person:john-vale"}
    fill(store, vale("one", "GBR"), report("bare", "John Vale"))
    known = {"usa-0", "usa-1", "usa-2", "usa-3", "usa-4", "bare"}
    assert actors(store) == {"person:john-vale": known, "person:john-vale~gbr": {"one"}}
    fill(store, vale("two", "GBR"))
    mixed = {"person:john-vale~usa": known - {"bare"}, "person:john-vale~gbr": {"one", "two"}}
    assert actors(store) == {**mixed, "person:john-vale": {"bare"}}


def test_a_merge_of_whoever_is_nearly_always_meant_holds_when_others_are_as_often(store: Store) -> None:
    fill(store, *(vale(f"usa-{n}", "USA") for n in range(5)), vale("one", "GBR"), report("hill", "Jack Hill"))
    with store.writer() as writer:
        writer.merge("person:john-vale", "person:jack-hill", RULING)
    fill(store, *(vale(f"gbr-{n}", "GBR") for n in range(5)), vale("usa-5", "USA"))
    merged = {"hill", *(f"usa-{n}" for n in range(6))}
    assert actors(store)["person:jack-hill"] == merged
    assert actors(store)["person:john-vale~gbr"] == {"one", *(f"gbr-{n}" for n in range(5))}


def test_a_surname_in_one_report_is_whom_a_human_says(store: Store) -> None:
    fill(store, report("one", "Ann Bello"), report("two", "Dan Bello"), report("three", "Bello"))
    surname = next(a for a, reports in actors(store).items() if reports == {"three"})
    with store.writer() as writer:
        writer.merge(surname, "person:ann-bello", RULING)
    assert {"one", "three"} in actors(store).values()
    fill(store, again("three", "Bello"), report("four", "Bello"))
    assert {"one", "three"} in actors(store).values()


def test_the_same_in_whatever_order_it_is_read(
    store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from dateline.store import open_store

    given = [
        report("one", "John Vale", "Ann Okoro"),
        report("two", "Jon Vale"),
        report("three", "Vale", "Ann Okoro"),
    ]
    fill(store, *given)
    path = tmp_path_factory.mktemp("other") / "s.sqlite"
    with open_store(path, create=True) as other:
        for one in reversed(given):
            fill(other, one)
        assert actors(other) == actors(store)
        assert other.view().judgements() == store.view().judgements()


@pytest.mark.parametrize(
    ("judge", "said"),
    [
        (lambda w: w.merge("person:john-vale", "person:nobody", RULING), "no actor person:nobody"),
        (lambda w: w.merge("person:john-vale", "person:john-vale", RULING), "one actor already"),
        (lambda w: w.split_reports("person:john-vale", ["nine"], None, RULING), "nine does not speak"),
        (lambda w: w.split_reports("person:john-vale", ["one"], None, RULING), "no other report"),
        (lambda w: w.split_names("person:john-vale", "John Vale", "Jack", RULING), "no report calls"),
        (lambda w: w.split_names("person:john-vale", "John Vale", "john vale", RULING), "one name"),
    ],
)
def test_what_cannot_be_judged_is_said_and_nothing_is_kept(store: Store, judge: object, said: str) -> None:
    fill(store, report("one", "John Vale"))
    assert callable(judge)
    with pytest.raises(UsageError, match=said), store.writer() as writer:
        judge(writer)
    assert not store.view().judgements()


def test_kin_tell_a_surname(store: Store) -> None:
    def brother(id_: str, name: str) -> Made:
        given = (
            made(id_, f"{name} is a brother of Idris Kone.")
            .entity(name, "person")
            .entity("Idris Kone", "person")
        )
        return given.relation(name, RelationType.KIN_OF, "Idris Kone", "brother", value="brother")

    fill(store, brother("one", "Samuel Okoro"), brother("two", "Okoro"))
    assert {"one", "two"} in actors(store).values()
