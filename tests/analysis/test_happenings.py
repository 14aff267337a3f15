"""What happened beyond PLOVER's types: by whom, to whom, how certain, and what tells nothing."""

from collections.abc import Callable

import pytest

from dateline import Analyser, Document
from dateline.analysis.draft import Draft
from dateline.model.happening import Happening

type Drafted = Callable[[str], Draft]


def _of(draft: Draft, family: str) -> Happening:
    (found,) = [h for h in draft.happenings if h.family == family]
    return found


def _words(draft: Draft, some: tuple[object, ...]) -> list[str]:
    return [p.span.of(draft.text) for p in some]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "family", "subjects", "objects"),
    [
        ("Mara Lindqvist bought the mill.", "acquisition", ["Mara Lindqvist"], ["mill"]),
        ("The mill was bought by Mara Lindqvist.", "acquisition", ["Mara Lindqvist"], ["mill"]),
        ("The resignation of Otto Brandt came on Friday.", "resignation", [], ["Otto Brandt"]),
        ("Brandt's resignation came on Friday.", "resignation", ["Brandt"], []),
        ("A ferry sank off Lisbon on 3 May 2023.", "sinking", ["ferry"], []),
    ],
)
def test_who_takes_part(
    text: str, family: str, subjects: list[str], objects: list[str], drafted: Drafted
) -> None:
    draft = drafted(text)
    found = _of(draft, family)
    assert [w.removeprefix("A ").removeprefix("the ") for w in _words(draft, found.subjects)] == subjects
    assert [w.removeprefix("the ") for w in _words(draft, found.objects)] == objects


def test_where_and_when(drafted: Drafted) -> None:
    draft = drafted("A ferry sank off Lisbon on 3 May 2023.")
    found = _of(draft, "sinking")
    assert found.place is not None
    assert found.place.span.of(draft.text) == "Lisbon"
    assert found.date is not None
    assert found.date[1] == "2023-05-03"


@pytest.mark.parametrize(
    ("text", "family", "factuality"),
    [
        ("The premier resigned on Friday.", "resignation", "CT+"),
        ("The premier did not resign.", "resignation", "CT-"),
        ("There was no explosion at the plant.", "explosion", "CT-"),
        ("The club may sell the stadium.", "sale", "PS+"),
        ("The bank wants to buy the mill.", "acquisition", "Uu"),
        ("The mayor denied that the bridge had collapsed.", "collapse", "CT-"),
    ],
)
def test_what_is_denied_or_planned_has_not_happened(
    text: str, family: str, factuality: str, drafted: Drafted
) -> None:
    assert _of(drafted(text), family).factuality.value == factuality


def test_an_event_of_plover_is_pointed_to(drafted: Drafted) -> None:
    draft = drafted("Soldiers shelled the port of Varna. The old singer died at home.")
    assert _of(draft, "bombing").event in [e.id for e in draft.events]
    assert _of(draft, "death").event is None


def test_a_name_of_an_event_is_told_as_a_whole(drafted: Drafted) -> None:
    draft = drafted("Thousands of fans came to Madrid for the World Cup in June.")
    assert "World Cup" in [h.trigger.of(draft.text) for h in draft.happenings]


@pytest.mark.parametrize(
    "text",
    [
        "The fire department has a new roof.",
        "Rescue workers have been tired for days.",
        "He said he had been ill.",
    ],
)
def test_words_that_tell_nothing(text: str, drafted: Drafted) -> None:
    assert not drafted(text).happenings


def test_a_heart_attack_is_no_attack(drafted: Drafted) -> None:
    assert [h.family for h in drafted("The skipper had a heart attack.").happenings] == ["illness"]


def test_a_verb_of_several_senses_is_not_the_noun_that_is_spelt_like_it(
    drafted: Callable[[str], Draft],
) -> None:
    draft = drafted("The owners fired the coach. A fire gutted the mill.")
    told = {(h.trigger.of(draft.text), h.family) for h in draft.happenings}
    assert {("fired", "~fire"), ("fire", "fire")} <= told


@pytest.mark.parametrize(
    ("title", "word", "family"),
    [
        ("Heikki Ostman Dies", "Dies", "death"),
        ("Judge Karin Holt Steps Down", "Steps", "resignation"),
        ("Ferry Runs Aground Off Bergen", "Runs", "sinking"),
        ("Two Paintings Stolen From Turku Museum", "Stolen", "theft"),
    ],
)
def test_verbs_of_headlines_that_look_like_names(
    title: str, word: str, family: str, analyser: Analyser
) -> None:
    text = f"{title}\n\nNeighbours were sad to hear it."
    (analysis,) = analyser.document(Document("x", text))
    assert (word, family) in [(h.trigger.of(text), h.family) for h in analysis.happenings]


def test_a_name_that_ends_like_a_verb_stays_a_name(analyser: Analyser) -> None:
    text = "Portrait of Mona Falls\n\nMona Falls has a kiln in Turku."
    (analysis,) = analyser.document(Document("x", text))
    assert "Falls" not in [h.trigger.of(text) for h in analysis.happenings]
