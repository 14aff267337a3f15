"""Short reports of ours, read in two orders: who must be one actor, and who must not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import Analyser, Document
from dateline.model.analysis import Analysis
from dateline.store import Ruling, Store, open_store

RULING = Ruling("ann", "2024-05-06", "the court papers")

type Text = tuple[str, str, str]
type Cluster = tuple[Text, ...]

TWO_COUNTRIES: Cluster = (
    ("one", "2023-03-01", "US senator John Vale met Ann Bello in Doha. Vale praised the Lake Front."),
    ("two", "2023-03-02", "British minister John Vale met Kim Ro in London. Vale was tired."),
)
SPELLINGS: Cluster = (
    ("one", "2021-09-01", "Ahmad Massoud met Jean Roy in Bazarak. Massoud wants talks."),
    ("two", "2021-09-02", "Ahmed Masood spoke to Jean Roy on Monday. Masood left."),
)
SURNAME: Cluster = (
    ("one", "2021-09-01", "President Samuel Okoro met Jean Roy in Tolan. Okoro wants talks."),
    ("two", "2021-09-03", "Jean Roy thanked President Okoro on Friday."),
    ("three", "2021-09-04", "Ann Okoro, a nurse, lives in Tolan."),
)
ACRONYM: Cluster = (
    ("one", "2022-01-05", "Fighters of the Democratic Lake Front shot Idris Kone in Tolan."),
    ("two", "2022-01-06", "The DLF denied that it shot Idris Kone."),
)
ALIAS: Cluster = (
    ("one", "2022-01-05", "Osman Bello, also known as Abu Karima, was arrested in Gao."),
    ("two", "2022-01-06", "Abu Karima was taken to Bamako."),
)
PRESIDENTS: Cluster = (
    ("one", "2018-05-01", "Samuel Okoro, the president of Kenya, met Jean Roy."),
    ("two", "2023-05-01", "Kim Bello, the president of Kenya, met Jean Roy."),
    ("three", "2018-06-01", "The president of Kenya arrived in Doha on Friday."),
    ("four", "2023-06-01", "The president of Kenya arrived in Lima on Friday."),
)
FORMER: Cluster = (
    ("one", "2018-05-01", "President Samuel Okoro met Jean Roy in Tolan."),
    ("two", "2023-05-01", "Samuel Okoro, the former president, met Kim Bello in Lima."),
)
ARMY: Cluster = (
    ("one", "2022-01-05", "The Malian army shelled Tolan on Monday."),
    ("two", "2022-01-06", "The Malian army left Gao on Tuesday."),
)


@pytest.fixture(scope="module")
def reader(analyser: Analyser) -> Callable[[Text], tuple[Document, list[Analysis]]]:
    def read(given: Text) -> tuple[Document, list[Analysis]]:
        name, published, text = given
        document = Document(name, text, published=published, outlet=name.title())
        return document, list(analyser.document(document))

    return read


type Reader = Callable[[Text], tuple[Document, list[Analysis]]]


def fill(store: Store, reader: Reader, cluster: Cluster) -> None:
    for given in cluster:
        with store.writer() as writer:
            writer.add(*reader(given))


def bearers(store: Store, *names: str) -> list[set[str]]:
    """For each name, in every actor that bears it: the reports that speak of that actor."""
    view = store.view()
    found = []
    for name in names:
        records = [m.actor for m in view.find_actors(name, limit=20) if m.score >= 0.99]
        found += [set(r.reports) for r in records]
    return found


@pytest.fixture(params=["as written", "backwards"])
def told(request: pytest.FixtureRequest, tmp_path: Path, reader: Reader) -> Callable[[Cluster], Store]:
    def told(cluster: Cluster) -> Store:
        store = open_store(tmp_path / "s.sqlite", create=True)
        fill(store, reader, cluster if request.param == "as written" else cluster[::-1])
        return store

    return told


type Told = Callable[[Cluster], Store]


def test_namesakes_of_two_countries(told: Told) -> None:
    found = bearers(told(TWO_COUNTRIES), "John Vale")
    assert sorted(map(sorted, found)) == [["one"], ["two"]]


def test_spellings_of_one_name(told: Told) -> None:
    assert bearers(told(SPELLINGS), "Ahmad Massoud") == [{"one", "two"}]


def test_a_surname_with_its_office_and_company(told: Told) -> None:
    store = told(SURNAME)
    assert bearers(store, "Samuel Okoro") == [{"one", "two"}]
    assert bearers(store, "Ann Okoro") == [{"three"}]


def test_an_acronym_in_company(told: Told) -> None:
    assert bearers(told(ACRONYM), "Democratic Lake Front") == [{"one", "two"}]


def test_an_alias_that_one_report_gives(told: Told) -> None:
    assert bearers(told(ALIAS), "Osman Bello") == [{"one", "two"}]


def test_the_president_of_two_years(told: Told) -> None:
    store = told(PRESIDENTS)
    assert bearers(store, "Samuel Okoro") == [{"one", "three"}]
    assert bearers(store, "Kim Bello") == [{"two", "four"}]


def test_the_former_president_is_the_president_of_then(told: Told) -> None:
    assert bearers(told(FORMER), "Samuel Okoro") == [{"one", "two"}]


def test_the_army_of_a_nation(told: Told) -> None:
    assert {"one", "two"} in bearers(told(ARMY), "Malian army")


def test_a_human_merge_survives_a_re_reading_of_the_same_documents(told: Told, reader: Reader) -> None:
    store = told(TWO_COUNTRIES)
    with store.writer() as writer:
        writer.merge("person:john-vale~usa", "person:john-vale~gbr", RULING)
    assert bearers(store, "John Vale") == [{"one", "two"}]
    for name in ("one", "two"):
        with store.writer() as writer:
            writer.forget(name)
    fill(store, reader, TWO_COUNTRIES)
    assert bearers(store, "John Vale") == [{"one", "two"}]
    (judgement,) = (j for js in store.view().judgements().values() for j in js if j.by == "ann")
    with store.writer() as writer:
        writer.undo(judgement.id, RULING)
    assert len(bearers(store, "John Vale")) == 2
