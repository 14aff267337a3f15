"""What a reader sees of an answer: who it is about in one line, nothing twice, nothing smoothed."""

from dataclasses import replace

import pytest

from dateline.language import load_language
from dateline.model.attribution import Act
from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.records import (
    ClaimRecord,
    Detail,
    EventVersion,
    Party,
    SearchHit,
    Standing,
    Toll,
    Weight,
)
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.queries.ask import ask
from dateline.queries.citations import Citations
from dateline.queries.event_phrasing import EventPhrasing
from dateline.queries.identity import headed, identity, telling_names
from dateline.queries.lines import lines
from dateline.queries.phrasing import phrasing
from dateline.queries.profile import profile
from tests.queries.test_events import FRONT, MOPTI, event
from tests.queries.view import HandmadeView, actor, evidence, link, relation, want

_FRONT, _MAIGA, _KONE = (
    Party("Azure Front", "front"),
    Party("Abdou Maiga", "maiga"),
    Party("Issa Kone", "kone"),
)
_ENGLISH = load_language("en")


def _view() -> HandmadeView:
    return HandmadeView(
        actors_=[
            actor("front", "Azure Front", "organization", "Front", "Azure Front of Mali", "AF"),
            actor("maiga", "Abdou Maiga", "person"),
            actor("kone", "Issa Kone", "person"),
        ]
    )


def _lines(view: HandmadeView, question: str) -> list[str]:
    citations = Citations(phrasing(_ENGLISH, view))
    return [citations.told(line) for line in lines(ask(view, question).statements)]


# ------------------------------------------------------------------ who it is about
def test_only_names_that_tell_more_than_the_name_stand_beside_it() -> None:
    aliases = ("Maiga", "Abdou  Maiga", "the Lion", "Lion", "Abdou Maiga Sr")
    entity = Entity("e", "Abdou Maiga", "person", aliases)
    assert telling_names(entity) == ("the Lion", "Abdou Maiga Sr")


def test_codes_are_told_in_words() -> None:
    rebels = identity(Entity("e", "Azure Front", "organization", country="MLI", sector="REB"), _ENGLISH)
    assert rebels.notes("also") == ["armed group", "Mali"]
    country = identity(Entity("e", "Mali", "place", country="MLI"), _ENGLISH)
    assert country.notes("also") == ["place"]


def test_a_name_that_the_head_tells_is_not_told_again_but_cited_there() -> None:
    view = _view()
    known = relation(RelationType.ALSO_KNOWN_AS, _FRONT, None, evidence("The AF, it is called."), value="AF")
    view.relations_ = [known, relation(RelationType.LEADS, _MAIGA, _FRONT, evidence("Maiga leads it."))]
    told = profile(view, view.actors_[0])
    head = headed(told.actor, told.statements, _ENGLISH)
    assert [s.alias for s in head.named] == ["AF"]
    assert [s.sentence for s in head.rest] == ["Abdou Maiga leads Azure Front"]


# ------------------------------------------------------------------ lines
def test_what_is_said_of_one_person_stands_in_one_line_with_whose_word_it_is() -> None:
    view = _view()
    said, told = evidence("Maiga, 41, the army says.", link("the army")), evidence("Its former chief.")
    over = relation(RelationType.HOLDS_ROLE, _KONE, _FRONT, told, value="chief", date="../..")
    view.relations_ = [
        relation(RelationType.LEADS, _MAIGA, _FRONT, evidence("Maiga leads the Azure Front.")),
        relation(RelationType.HAS_AGE, _MAIGA, None, said, value="41"),
        over,
    ]
    assert _lines(view, "Who are the Azure Front?") == [
        "Abdou Maiga: leads the Azure Front [1]; 41 years old, according to the army [2]",
        "Issa Kone: formerly chief of Azure Front [3]",
    ]
    found = lines(ask(view, "Who are the Azure Front?").statements)
    assert [(line.label, line.first) for line in found] == [("figure", True), ("former", True)]


def test_an_occupation_that_many_have_takes_an_article_and_a_high_office_none() -> None:
    view = _view()
    for value, told in (
        ("journalist", "a journalist"),
        ("engineer", "an engineer"),
        ("president", "president"),
    ):
        view.relations_ = [relation(RelationType.HOLDS_ROLE, _MAIGA, None, evidence("He is."), value=value)]
        assert _lines(view, "Who is Abdou Maiga?") == [f"Abdou Maiga is {told} [1]"]


def test_a_name_has_the_article_that_most_sentences_give_it() -> None:
    view = _view()
    sentences = ["The Azure Front left.", "Soldiers met the Azure Front.", "Azure Front fighters came."]
    view.sentences = [evidence(text) for text in sentences]
    view.mentioning = {"front": [SearchHit(e, 0.0) for e in view.sentences]}
    view.wants_ = [want(_FRONT, WantKind.DEMAND, "talks", evidence("It demands talks."))]
    assert _lines(view, "What does the Azure Front want?") == ["The Azure Front demands talks [1]"]


# ------------------------------------------------------------------ nothing twice
def test_a_demand_is_not_told_again_as_an_event_and_its_sentence_not_as_a_passage() -> None:
    view = _view()
    words = evidence("The Azure Front demanded talks.")
    view.wants_ = [want(_FRONT, WantKind.DEMAND, "talks", words)]
    view.events_ = [event("REQUEST", recipients=(), pieces=(words,))]
    view.mentioning = {"front": [SearchHit(words, 0.0)]}
    assert [s.facet for s in profile(view, view.actors_[0]).statements] == ["want"]


def test_who_only_passes_on_what_is_told_is_named_in_its_chain_and_not_again() -> None:
    view = _view()
    army = Party("the army", None)
    text = "The army says the Front claims that the town is quiet."
    inner = evidence(text, link("the army"), link("Azure Front"))
    outer = evidence(text, link("the army"))
    view.claims_ = [
        _claim("inner", "that the town is quiet", _FRONT, inner),
        _claim("outer", "the Front claims that the town is quiet", army, outer),
    ]
    told = profile(view, view.actors_[0]).statements
    assert [s.text for s in told] == ["Azure Front said that the town is quiet — the army"]


def _claim(key: str, content: str, speaker: Party, piece: object, act: Act = Act.ASSERT) -> ClaimRecord:
    return ClaimRecord(key, content, "indirect", act, speaker, ("front",), (piece,), 1, Factuality.UNKNOWN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("act", "content", "said"),
    [
        (Act.APPEAL, "Mali to open the road", "Azure Front called on Mali to open the road"),
        (Act.APPEAL, "a return to talks", "Azure Front called for a return to talks"),
        (Act.DENY, "any blockade", "Azure Front denied any blockade"),
    ],
)
def test_what_is_asked_of_others_is_told_without_a_colon(act: Act, content: str, said: str) -> None:
    view = _view()
    view.claims_ = [_claim("c", content, _FRONT, evidence("It said so."), act)]
    assert [s.text for s in ask(view, "What did the Azure Front say?").statements] == [said]


@pytest.mark.parametrize(
    ("kind", "speakers"), [("organization", ["Azure Front", "Abdou Maiga"]), ("place", ["Azure Front"])]
)
def test_who_leads_a_body_speaks_for_it_after_itself_but_not_for_a_place(
    kind: str, speakers: list[str]
) -> None:
    view = _view()
    view.actors_[0] = actor("front", "Azure Front", kind)
    view.relations_ = [relation(RelationType.LEADS, _MAIGA, _FRONT, evidence("Maiga leads it."))]
    view.claims_ = [
        _claim("his", "that the town is his", _MAIGA, evidence("Maiga said that the town is his.")),
        _claim("theirs", "that the road is open", _FRONT, evidence("The Front said that the road is open.")),
        _claim("kones", "that the sun is out", _KONE, evidence("Kone said that the sun is out.")),
    ]
    told = ask(view, "What did the Azure Front say?").statements
    assert [s.sentence.split(" said")[0] for s in told if s.facet == "said"] == speakers


# ------------------------------------------------------------------ what is open, and how it stands
def test_what_the_reports_call_unclear_is_told_as_open_in_their_own_words() -> None:
    view = _view()
    unclear = evidence("It is unclear how many men the Azure Front has.")
    view.mentioning = {"front": [SearchHit(unclear, 0.0), SearchHit(evidence("The Front left."), 0.0)]}
    answer = ask(view, "Who are the Azure Front?")
    assert [(s.facet, s.sentence) for s in answer.statements] == [("open", unclear.text)]
    assert "open" not in answer.unanswered


def test_what_is_disputed_says_by_whom() -> None:
    words, view = phrasing(_ENGLISH), _view()
    weight = Weight(Standing.DISPUTED, ("told by One", "contradicted by the army (Two)"))
    view.events_ = [event("ASSAULT", weight=weight)]
    (statement,) = ask(view, "What did the Azure Front do?").statements
    assert words.mark(statement) == "disputed: contradicted by the army (Two)"
    several = replace(statement, weight=Weight(Standing.CORROBORATED, ("told by 2",)), independent=2)
    assert words.mark(several) == "corroborated (2 independent)"
    assert words.mark(replace(statement, weight=Weight())) == ""


# ------------------------------------------------------------------ tolls
def _version(key: str, toll: tuple[int, int | None], outlet: str, *chain: str) -> EventVersion:
    told = replace(evidence("They fought.", *map(link, chain), report=key), outlet=outlet)
    return EventVersion(
        id=key, modes=(), contexts=(), cameo=None, actors=(FRONT,), recipients=(), place=None, date=None,
        size={"dead": Toll(*toll, False, told)}, trigger="fought", sentence=1, factuality=Factuality.CERTAIN,
        evidence=(told,), origin=key,
    )  # fmt: skip


def test_numbers_that_differ_stand_side_by_side_with_their_sources() -> None:
    versions = (
        _version("a", (3, 3), "One"),
        _version("b", (3, 3), "Two"),
        _version("c", (3, 3), "Three"),
        _version("d", (5, None), "Four", "a hospital source"),
    )
    told = event("ASSAULT", recipients=(), size=versions[0].size, versions=versions)
    assert EventPhrasing(phrasing(_ENGLISH)).sentence(told) == (
        "The Azure Front carried out an attack: "
        "3 dead (One, Two, 1 other) or at least 5 dead (a hospital source, via Four)"
    )


def test_a_number_that_was_put_right_is_not_told_any_more() -> None:
    wrong = replace(_version("a", (9, 9), "One"), differs=(Detail.CORRECTED,))
    right = _version("b", (3, 3), "One")
    told = event("ASSAULT", recipients=(), size=right.size, versions=(wrong, right))
    assert EventPhrasing(phrasing(_ENGLISH)).sentence(told).endswith(": 3 dead")


def test_who_did_it_is_left_open_where_that_is_disputed() -> None:
    version = replace(_version("a", (3, 3), "One"), differs=(Detail.ACTORS,))
    told = event("ASSAULT", "firearms", versions=(version,))
    assert EventPhrasing(phrasing(_ENGLISH)).sentence(told) == "Hill Army was shot at: 3 dead"


# ------------------------------------------------------------------ narrower questions
@pytest.mark.parametrize(("question", "found"), [("in 2001", 1), ("in 2021", 0), ("as of 2001-05-03", 1)])
def test_who_was_allied_at_a_time(question: str, found: int) -> None:
    view = _view()
    view.relations_ = [relation(RelationType.ALLIED_WITH, _FRONT, _MAIGA, evidence("In 2001."), date="2001")]
    assert len(ask(view, f"Who was the Azure Front allied with {question}?").statements) == found


def test_events_are_narrowed_to_their_kind_their_time_and_whom_they_were_done_to() -> None:
    view = _view()
    kone = replace(FRONT, name="Issa Kone", entity="kone")
    view.events_ = [
        event("ASSAULT", date="2012-11-20", trigger="one"),
        event("COERCE", date="2013", trigger="two", recipients=(kone,)),
    ]
    asked = {
        "Whom did the Azure Front attack?": ["one"],
        "What did the Azure Front do in 2013?": ["two"],
        "What did the Azure Front do to Issa Kone?": ["two"],
        "Who arrested Issa Kone?": ["two"],
        "What did the Azure Front do in 1990?": [],
    }
    for question, triggers in asked.items():
        records = [s.record for s in ask(view, question).statements]
        assert [r.split("-")[2] for r in records] == triggers, question


def test_what_changed_is_what_nobody_told_before() -> None:
    view = _view()
    old, new = Weight(first_reported="2024-03-02"), Weight(first_reported="2024-03-09")
    later = replace(evidence("It wants talks."), published="2024-03-09")
    view.wants_ = [
        replace(want(_FRONT, WantKind.DEMAND, "talks", later), weight=new),
        replace(want(_FRONT, WantKind.DEMAND, "money", evidence("It wants money.")), weight=old),
    ]
    view.events_ = [event("ASSAULT", pieces=(later,), weight=new), event("PROTEST", weight=old)]
    answer = ask(view, "What has changed about the Azure Front since 5 March 2024?")
    assert [s.sentence for s in answer.statements] == [
        "2024-03-09: Azure Front attacked Hill Army",
        "2024-03-09: Azure Front demands talks",
    ]


def test_who_reported_it_first_is_the_earliest_dated_report() -> None:
    view = _view()
    days = {"d1": "2024-03-04", "d2": "2024-03-02", "d3": None}
    told = {r: evidence("Rebels captured Mopti.", report=r) for r in days}
    view.sentences = [replace(told[r], published=day, outlet=r) for r, day in days.items()]
    (first,) = ask(view, "Who first reported that rebels captured Mopti?").statements
    assert first.sentence == "First reported on 2024-03-02, by d2"
    assert [e.report for e in first.evidence] == ["d2"]


def test_how_wants_changed_is_told_in_the_order_of_reports() -> None:
    view = _view()
    view.wants_ = [
        replace(want(_FRONT, WantKind.DEMAND, goal, evidence("It wants.")), weight=Weight(first_reported=day))
        for goal, day in (("money", "2024-03-09"), ("talks", "2024-03-02"))
    ]
    answer = ask(view, "How have the Azure Front's demands changed?")
    assert [s.sentence for s in answer.statements] == [
        "2024-03-02: Azure Front demands talks",
        "2024-03-09: Azure Front demands money",
    ]


def test_a_question_that_is_not_understood_says_so() -> None:
    assert not ask(_view(), "Why the bridge?").understood
    assert ask(_view(), "Who is Abdou Maiga?").understood


# ------------------------------------------------------------------ dossiers
def test_a_dossier_since_a_day_holds_only_what_nobody_told_before() -> None:
    view = _view()
    later = replace(evidence("It wants talks.", report="d2"), published="2024-03-09")
    view.wants_ = [
        want(_FRONT, WantKind.DEMAND, "talks", later),
        want(_FRONT, WantKind.DEMAND, "money", evidence("It wants money.")),
        want(_FRONT, WantKind.DEMAND, "arms", evidence("It wants arms."), later),
    ]
    told = profile(view, view.actors_[0], since="2024-03-05").statements
    assert [s.matter for s in told] == ["talks"]


def test_the_dossier_of_a_place_tells_what_happened_there() -> None:
    view = _view()
    view.actors_.append(actor("mopti", "Mopti", "place"))
    view.events_ = [event("ASSAULT", "firearms", place=MOPTI)]
    found = profile(view, view.actors_[-1])
    assert [s.facet for s in found.statements] == ["happened"]
    assert found.unanswered == ("who",)


def test_a_sentence_that_two_reports_have_word_for_word_is_quoted_once() -> None:
    view = _view()
    pieces = [evidence("The Azure Front left.", report=report) for report in ("d1", "d2")]
    view.mentioning = {"front": [SearchHit(e, 0.0) for e in pieces]}
    assert [s.facet for s in profile(view, view.actors_[0]).statements] == ["passage"]


# ------------------------------------------------------------------ citations
def test_of_many_sentences_some_of_every_origin_are_cited_and_the_rest_counted() -> None:
    same = [replace(evidence("It fell on Monday.", report="a"), start=n) for n in (0, 50, 90)]
    told = [evidence(f"It fell, one of {n} said.", report="a") for n in range(9)]
    other = evidence("The town fell.", report="b")
    citations = Citations(phrasing(_ENGLISH))
    assert str(citations.marks(same)) == "[1]"  # a sentence that a report repeats word for word
    marks = citations.marks([*told, other])
    assert marks.more == "and 4 more"
    assert other in [piece for number, piece in citations.cited() if number in marks.numbers]
    assert citations.counted() == "2 reports, 2 independent origins"


def test_who_says_what_an_outlet_says_too_stands_behind_it() -> None:
    view = _view()
    told = evidence("Maiga leads the Front.", report="a")
    said = evidence("Kone said that Maiga leads the Front.", link("Issa Kone"), report="b")
    view.relations_ = [relation(RelationType.LEADS, _MAIGA, _FRONT, told, said)]
    assert _lines(view, "Who leads the Azure Front?") == [
        "Abdou Maiga leads Azure Front [1] — also: Issa Kone [2]"
    ]


def test_who_speaks_for_an_actor_is_no_other_who_speaks_about_it() -> None:
    view = _view()
    view.relations_ = [relation(RelationType.LEADS, _MAIGA, _FRONT, evidence("Maiga leads the Front."))]
    said = evidence("Maiga said the Front would fight on.", link("Abdou Maiga"))
    other = evidence("Kone said the Front would give up.", link("Issa Kone"))
    view.claims_ = [
        _claim("c1", "the Front would fight on", _MAIGA, said),
        _claim("c2", "the Front would give up", _KONE, other),
    ]
    told = {(s.facet, s.record) for s in profile(view, view.actors_[0]).statements}
    assert {("said", "claim:c1"), ("said_of", "claim:c2")} <= told
    assert ("said_of", "claim:c1") not in told
