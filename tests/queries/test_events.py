"""What happened is told as reports tell it: threats as threats, the denied as denied, numbers with bounds."""

from typing import Any

import pytest

from dateline.language import load_language
from dateline.model.attribution import Act
from dateline.model.event import SIZES
from dateline.model.factuality import Factuality
from dateline.model.records import EventParty, EventPlace, EventRecord, Evidence, Toll
from dateline.ontology import ontology
from dateline.queries.ask import ask
from dateline.queries.event_phrasing import EventPhrasing
from dateline.queries.phrasing import phrasing
from dateline.queries.profile import profile
from tests.queries.view import HandmadeView, actor, evidence, link

FRONT = EventParty("Azure Front", "front", None, "REB", "organization")
ARMY = EventParty("Hill Army", "army", None, "MIL", "organization")
FARMERS = EventParty("two farmers", None, None, "CVL", "unnamed")
MOPTI = EventPlace("Mopti", "mopti")
HIS_MEN = EventParty("his men", None, None, "REB", "unnamed")
SIX = EventParty("Six guards", None, None, "COP", "unnamed")
PROTESTERS = EventParty("Protesters", None, None, "CVL", "unnamed")
TOWN = EventParty("Mopti", "mopti", "MLI", None, "place")
TOLD = evidence("The Azure Front fought on in Mopti.")


def event(
    type_: str = "ASSAULT", *modes: str, pieces: tuple[Evidence, ...] = (TOLD,), **more: Any
) -> EventRecord:
    given: dict[str, Any] = {
        "actors": (FRONT,), "recipients": (ARMY,), "place": None, "date": None, "size": {},
        "trigger": "fought", "factuality": Factuality.CERTAIN,
    } | more  # fmt: skip
    key = f"{type_}-{'-'.join(modes)}-{given['trigger']}-{given['factuality']}"
    return EventRecord(id=key, type=type_, modes=modes, contexts=(), cameo=None, sentence=1, evidence=pieces,
                       independent=1, **given)  # fmt: skip


def toll(low: int | None, high: int | None, *, own: bool = False, piece: Evidence = TOLD) -> Toll:
    return Toll(low, high, own, piece)


def sentence(told: EventRecord) -> str:
    return EventPhrasing(phrasing(load_language("en"))).sentence(told)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (event(), "The Azure Front attacked Hill Army"),
        (event(recipients=()), "The Azure Front carried out an attack"),
        (event(actors=()), "Hill Army was attacked"),
        (event(actors=(), recipients=(FARMERS,)), "Two farmers were attacked"),
        (event(actors=(), recipients=()), "There was an attack"),
        (event(actors=(FRONT, ARMY), recipients=()), "The Azure Front and Hill Army fought"),
        (event(factuality=Factuality.CERTAIN_NOT), "The Azure Front did not attack Hill Army"),
        (event(actors=(), factuality=Factuality.CERTAIN_NOT), "Hill Army was not attacked"),
        (event(factuality=Factuality.PROBABLE), "The Azure Front probably attacked Hill Army"),
        (event(factuality=Factuality.UNKNOWN), "Not stated as a fact: the Azure Front attacked Hill Army"),
        (event("THREATEN", "violence"), "The Azure Front threatened Hill Army with violence"),
        (event("COERCE", "arrest"), "The Azure Front arrested Hill Army"),
        (event(actors=(HIS_MEN,)), "Hill Army was attacked"),
        (event("RETREAT", "withdraw", recipients=(), place=MOPTI), "The Azure Front withdrew (Mopti)"),
        (event(recipients=(SIX,), size={"dead": toll(6, 6)}), "The Azure Front killed six guards"),
        (event(recipients=(EventParty("17"), EventParty("at least 17 farmers"))),
         "The Azure Front attacked at least 17 farmers"),
        (event("SUPPORT", trigger="endorsed"), "The Azure Front expressed support for Hill Army"),
        (event("SUPPORT", trigger="signed"), "The Azure Front signed an agreement with Hill Army"),
        (event("SUPPORT", trigger="signed", factuality=Factuality.CERTAIN_NOT),
         "The Azure Front did not sign an agreement with Hill Army"),
        (event("SUPPORT", trigger="reached"), "The Azure Front reached an agreement with Hill Army"),
        (event("MOBILIZE"), "The Azure Front mobilised against Hill Army"),
        (event("MOBILIZE", recipients=(TOWN,)), "The Azure Front mobilised in or against Mopti"),
        (event(place=MOPTI, date="2024-03-01"), "The Azure Front attacked Hill Army in Mopti on 2024-03-01"),
        (event(date="199X"), "The Azure Front attacked Hill Army in the 1990s"),
        (event(date="2024-03-01/2024-03-04"),
         "The Azure Front attacked Hill Army between 2024-03-01 and 2024-03-04"),
        (event(recipients=(EventParty("them"),)), "The Azure Front carried out an attack"),
        (event(actors=(), recipients=(EventParty("no civilian", None, None, None, "unnamed"),),
               factuality=Factuality.CERTAIN_NOT, size={"dead": toll(0, 0, own=True)}),
         "No civilian was killed"),
    ],
)  # fmt: skip
def test_an_event_reads_as_what_it_is(told: EventRecord, said: str) -> None:
    assert sentence(told) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (3, None, "at least 3 dead"),
        (21, None, "at least 21 dead"),
        (141, None, "more than 140 dead"),
        (500_001, None, "more than 500,000 dead"),
        (1_235, None, "at least 1,235 dead"),
        (None, 2500, "up to 2,500 dead"),
        (12, 12, "12 dead"),
        (12, 15, "12 to 15 dead"),
        (0, 0, "no dead"),
    ],
)
def test_numbers_keep_their_bounds(low: int | None, high: int | None, said: str) -> None:
    assert sentence(event(size={"dead": toll(low, high)})).endswith(f": {said}")


def test_those_who_died_were_killed_and_one_named_death_needs_no_number() -> None:
    assert sentence(event(size={"dead": toll(1, 1, own=True)})) == "The Azure Front killed Hill Army"


@pytest.mark.parametrize(
    ("named", "size", "said"),
    [
        ("At least nine porters", {"dead": toll(9, None)}, "The Azure Front killed at least nine porters"),
        ("More than 20", {"injured": toll(21, None, own=True)},
         "The Azure Front injured more than 20"),
        ("More than 20", {"injured": toll(21, None)}, "The Azure Front injured more than 20"),
        ("Twenty", {"dead": toll(9, None), "injured": toll(20, 20)},
         "The Azure Front carried out an attack: at least 9 dead, 20 injured"),
        ("President Tamm", {"dead": toll(3, 3), "injured": toll(1, 1, own=True)},
         "The Azure Front injured President Tamm: 3 dead"),
    ],
)  # fmt: skip
def test_the_dead_come_before_the_injured_and_are_counted_once(
    named: str, size: dict[str, Toll], said: str
) -> None:
    people = EventParty(named, None, None, "CVL", "unnamed")
    assert sentence(event(recipients=(people,), size=size)) == said


@pytest.mark.parametrize("name", ["three herdsmen", "more than 12 million", "two policewomen"])
def test_many_take_a_verb_in_the_plural(name: str) -> None:
    some = EventParty(name, None, None, "CVL", "unnamed")
    assert " were attacked" in sentence(event(actors=(), recipients=(some,)))


def test_a_number_is_many() -> None:
    nine = EventParty("nine", None, None, "CVL", "unnamed")
    assert sentence(event(actors=(), recipients=(nine,), size={"dead": toll(9, 9)})) == "Nine were killed"
    more = EventParty("More than 20", None, None, "CVL", "unnamed")
    assert sentence(event(actors=(), recipients=(more,))) == "More than 20 were attacked"


def test_every_type_and_mode_can_be_told_on_both_sides_and_denied() -> None:
    words = EventPhrasing(phrasing(load_language("en")))
    for name, entry in ontology().types.items():
        for modes in ((), *((mode,) for mode in entry.modes)):
            for actors, recipients in (((FRONT,), (ARMY,)), ((FRONT,), ()), ((), (ARMY,)), ((), ())):
                so = event(name, *modes, actors=actors, recipients=recipients)
                told = words.sentence(so)
                denied = words.sentence(
                    event(
                        name, *modes, actors=actors, recipients=recipients, factuality=Factuality.CERTAIN_NOT
                    )
                )
                assert not set("{}[]<>|") & set(told + denied)
                assert told != denied


def test_every_form_in_the_table_belongs_to_a_type_or_mode_and_every_size_has_a_word() -> None:
    table = EventPhrasing(phrasing(load_language("en"))).table
    types = ontology().types
    for name in table["form"]:
        kind, _, mode = name.partition(".")
        assert kind in types
        assert mode in ("", "killed", "injured", *types[kind].modes, *table["told_by_trigger"].get(kind, {}))
    assert set(table["counted"]) == set(SIZES)


def view(*events: EventRecord) -> HandmadeView:
    people = [
        actor("front", "Azure Front", "organization"),
        actor("army", "Hill Army", "organization"),
        actor("mopti", "Mopti", "place"),
    ]
    return HandmadeView(actors_=people, events_=list(events))


def told(view: HandmadeView, question: str) -> list[str]:
    return [s.text for s in ask(view, question).statements if s.facet != "passage"]


def test_what_an_actor_did_what_was_done_to_it_and_what_happened_at_a_place() -> None:
    store = view(event(place=MOPTI), event("CONSULT", actors=(ARMY,), recipients=(FRONT,), trigger="met"))
    assert told(store, "What did the Azure Front do?") == ["The Azure Front attacked Hill Army in Mopti"]
    assert told(store, "What was done to the Azure Front?") == [
        "Hill Army met or talked with the Azure Front"
    ]
    assert told(store, "What happened in Mopti?") == ["The Azure Front attacked Hill Army in Mopti"]
    dossier = profile(store, store.actors_[0])
    assert {"did", "done_to"} <= {s.facet for s in dossier.statements}


def test_what_happened_comes_before_what_is_denied_or_open() -> None:
    store = view(
        event(factuality=Factuality.UNKNOWN),
        event(factuality=Factuality.CERTAIN_NOT),
        event("COERCE", "arrest"),
    )
    assert told(store, "What did the Azure Front do?") == [
        "The Azure Front arrested Hill Army",
        "The Azure Front did not attack Hill Army",
        "Not stated as a fact: the Azure Front attacked Hill Army",
    ]


def test_who_was_killed_by_whom() -> None:
    store = view(event(place=MOPTI, size={"dead": toll(1, 1, own=True)}), event(trigger="hit"))
    for question in (
        "Who was killed by whom?",
        "Who was killed in Mopti?",
        "Who was killed by the Azure Front?",
        "Who killed Hill Army?",
    ):
        assert told(store, question) == ["The Azure Front killed Hill Army in Mopti"]


def test_how_many_is_answered_number_by_number_each_on_its_own_word() -> None:
    doctor = evidence("A doctor said nine had died.", link("a doctor"))
    mayor = evidence("The mayor said at least 20 were dead.", link("the mayor"), report="d2")
    store = view(
        event(place=MOPTI, size={"dead": toll(9, 9, piece=doctor)}),
        event(place=MOPTI, trigger="raid", size={"dead": toll(20, None, piece=mayor)}),
        event(trigger="denied", size={"dead": toll(4, 4)}, factuality=Factuality.CERTAIN_NOT, place=MOPTI),
    )
    answer = ask(store, "How many were killed in Mopti, according to whom?")
    assert [(s.sentence.split(":")[0], s.voices[0].names) for s in answer.statements] == [
        ("at least 20 dead", ("the mayor",)),
        ("9 dead", ("a doctor",)),
    ]
    assert told(store, "How many were arrested in Mopti?") == []


def test_when_gives_the_events_date_or_says_that_only_the_report_is_dated() -> None:
    store = view(
        event("RETREAT", "withdraw", trigger="left", date="2024-02-28"),
        event(pieces=(evidence("The Azure Front attacked Hill Army."),), trigger="attacked"),
    )
    assert told(store, "When did the Azure Front attack Hill Army?") == [
        "The Azure Front attacked Hill Army (the date is not given; the report is of 2024-03-02)"
    ]
    assert told(store, "When did the Azure Front leave?") == [
        "The Azure Front withdrew from Hill Army on 2024-02-28"
    ]


def test_an_event_on_somebodys_word_names_the_speaker() -> None:
    piece = evidence("The army denies it.", link("the army", Act.DENY))
    store = view(event(pieces=(piece,), factuality=Factuality.CERTAIN_NOT))
    assert told(store, "What did the Azure Front do?") == ["Azure Front did not attack Hill Army — the army"]


@pytest.mark.parametrize(
    ("idle", "telling"),
    [
        (event("REQUEST", recipients=()), event("REQUEST", "meet", recipients=())),
        (event("ACCUSE", "allege", recipients=()), event("ACCUSE", "allege")),
        (event("COERCE", "seize", recipients=()), event("COERCE", "arrest", recipients=())),
        (event("COOPERATE", recipients=()), event("COOPERATE", actors=(FRONT, ARMY), recipients=())),
        (event("AGREE", factuality=Factuality.UNKNOWN), event("AGREE")),
        (
            event("PROTEST", actors=(PROTESTERS,), recipients=()),
            event("PROTEST", actors=(PROTESTERS,), recipients=(), place=MOPTI),
        ),
        (event(recipients=(), factuality=Factuality.UNKNOWN), event(factuality=Factuality.UNKNOWN)),
    ],
)
def test_what_would_tell_a_reader_nothing_is_left_out(idle: EventRecord, telling: EventRecord) -> None:
    words = EventPhrasing(phrasing(load_language("en")))
    assert words.empty(idle)
    assert not words.empty(telling)
