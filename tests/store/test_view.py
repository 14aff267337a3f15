"""What a store answers: records merged across reports, each with its evidence."""

from itertools import permutations

import pytest

from dateline.model.attribution import Act
from dateline.model.entity import Form
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.store import Store, open_store
from tests.store.made import Made, fill, made

FRONT, AMAL = "organization:lake-front", "place:port-amal"


def holds(id_: str, text: str, words: str, factuality: Factuality = Factuality.CERTAIN, **about: str) -> Made:
    report = made(id_, text, **about)
    report.entity("Lake Front", "organization").entity("Port Amal", "place")
    return report.relation("Lake Front", RelationType.CONTROLS, "Port Amal", words, factuality=factuality)


def test_one_matter_of_two_reports_is_one_record(store: Store) -> None:
    fill(
        store,
        holds(
            "b", "Day two. The Lake Front holds Port Amal.", "holds", outlet="Post", published="2023-05-02"
        ),
        holds(
            "a",
            "Port Amal is in the hands of the Lake Front.",
            "hands",
            outlet="Herald",
            published="2023-05-01",
        ),
    )
    (record,) = store.view().relations()
    assert (record.subject.entity, record.object and record.object.entity) == (FRONT, AMAL)
    assert [e.outlet for e in record.evidence] == ["Herald", "Post"]
    assert record.evidence[1].text == "The Lake Front holds Port Amal."
    assert record.independent == 2
    assert record.disputed_by == ()


def test_evidence_covers_all_sentences_of_a_finding(store: Store) -> None:
    text = "It began early. The Lake Front came. It took Port Amal. Nobody resisted."
    report = made("one", text).entity("Lake Front", "organization")
    report.want("Lake Front", WantKind.INTEND, "came. It took Port Amal")
    fill(store, report)
    (record,) = store.view().wants(FRONT)
    (evidence,) = record.evidence
    assert evidence.text == "The Lake Front came. It took Port Amal."
    assert text[evidence.start : evidence.end] == evidence.text


def test_contrary_reports_dispute_each_other(store: Store) -> None:
    fill(
        store,
        holds("a", "The Lake Front holds Port Amal.", "holds"),
        holds("b", "The Lake Front does not hold Port Amal.", "hold", Factuality.CERTAIN_NOT),
    )
    so, not_so = store.view().relations(FRONT)
    assert {so.factuality, not_so.factuality} == {Factuality.CERTAIN, Factuality.CERTAIN_NOT}
    assert (so.disputed_by, not_so.disputed_by) == ((not_so.id,), (so.id,))


def test_a_record_is_as_certain_as_the_voice_nearest_to_an_outlet(store: Store) -> None:
    own = made("a", "The Lake Front says that it controls Port Amal.")
    own.entity("Lake Front", "organization").entity("Port Amal", "place")
    said = own.said("Lake Front", "says", "it controls Port Amal")
    own.relation("Lake Front", RelationType.CONTROLS, "Port Amal", "controls", attribution=said)
    reported = holds("b", "The Lake Front reportedly controls Port Amal.", "controls", Factuality.PROBABLE)
    fill(store, own, reported)
    (record,) = store.view().relations(AMAL)
    assert record.factuality is Factuality.PROBABLE
    assert record.independent == 2


def test_a_former_role_is_another_matter(store: Store) -> None:
    now = (
        made("a", "Ada Obi leads the Lake Front.")
        .entity("Ada Obi", "person")
        .entity("Lake Front", "organization")
    )
    once = (
        made("b", "Ada Obi led the Lake Front.")
        .entity("Ada Obi", "person")
        .entity("Lake Front", "organization")
    )
    now.relation("Ada Obi", RelationType.LEADS, "Lake Front", "leads")
    once.relation("Ada Obi", RelationType.LEADS, "Lake Front", "led", date="../..")
    fill(store, now, once)
    assert {r.date for r in store.view().relations()} == {None, "../.."}


def test_an_alliance_holds_both_ways(store: Store) -> None:
    def allied(id_: str, one: str, other: str) -> Made:
        report = made(id_, f"The {one} is allied with the {other}.")
        report.entity(one, "organization").entity(other, "organization")
        return report.relation(one, RelationType.ALLIED_WITH, other, "allied")

    fill(store, allied("a", "Lake Front", "Hill League"), allied("b", "Hill League", "Lake Front"))
    (record,) = store.view().relations()
    assert record.independent == 2


def test_chains_run_from_the_outermost_speaker_inwards(store: Store) -> None:
    report = made("one", "Envoy Mbeki said that Ada Obi told him her Front hopes for a truce.")
    for name in ("Envoy Mbeki", "Ada Obi"):
        report.entity(name, "person")
    report.entity("Front", "organization")
    outer = report.said("Envoy Mbeki", "said", "Ada Obi told him her Front hopes for a truce")
    inner = report.said("Ada Obi", "told", "her Front hopes for a truce", parent=outer, hedge="reportedly")
    report.want("Front", WantKind.HOPE, "a truce", attribution=inner)
    fill(store, report)
    (want,) = store.view().wants()
    assert [(link.source, link.cue) for link in want.evidence[0].chain] == [
        ("Envoy Mbeki", "said"),
        ("Ada Obi", "told"),
    ]
    assert want.evidence[0].chain[1].entity == "person:ada-obi"
    assert want.factuality is Factuality.PROBABLE
    (claim,) = store.view().claims("person:ada-obi")
    assert [link.source for link in claim.evidence[0].chain] == ["Envoy Mbeki", "Ada Obi"]
    assert claim.content == "her Front hopes for a truce"


def test_claims_are_found_by_speaker_and_by_whom_they_are_about(store: Store) -> None:
    report = made("one", "Ada Obi said Port Amal fell. Ada Obi said rain fell. Lee Tan said Port Amal stood.")
    report.entity("Ada Obi", "person").entity("Lee Tan", "person").entity("Port Amal", "place")
    for source, content in (
        ("Ada Obi", "Port Amal fell"),
        ("Ada Obi", "rain fell"),
        ("Lee Tan", "Port Amal stood"),
    ):
        report.said(source, "said", content)
    fill(store, report)
    view = store.view()
    assert [c.content for c in view.claims("person:ada-obi")] == ["Port Amal fell", "rain fell"]
    assert [c.content for c in view.claims(about=AMAL)] == ["Port Amal fell", "Port Amal stood"]
    assert [c.content for c in view.claims("person:ada-obi", about=AMAL)] == ["Port Amal fell"]
    assert not list(view.claims("person:nobody"))


def test_a_claim_is_disputed_by_who_denies_it(store: Store) -> None:
    text = "Ada Obi denied a claim of Lee Tan that Port Amal fell. Kim Ro denied that Port Amal fell."
    report = (
        made("one", text).entity("Ada Obi", "person").entity("Lee Tan", "person").entity("Kim Ro", "person")
    )
    denial = report.said("Ada Obi", "denied", "a claim of Lee Tan that Port Amal fell", Act.DENY)
    report.said("Lee Tan", "claim", "Port Amal fell", parent=denial)
    report.said("Kim Ro", "denied", "Port Amal fell", Act.DENY)
    fill(store, report)
    by_speaker = {c.speaker.name: c for c in store.view().claims()}
    obi, tan, ro = (by_speaker[n] for n in ("Ada Obi", "Lee Tan", "Kim Ro"))
    assert set(tan.disputed_by) == {obi.id, ro.id}
    assert obi.disputed_by == ro.disputed_by == (tan.id,)
    assert obi.factuality is Factuality.CERTAIN_NOT
    # Asked for alone, a claim still says by whom it is disputed.
    (alone,) = store.view().claims("person:lee-tan")
    assert alone == tan


def test_what_a_pronoun_of_nobody_says_is_no_claim_and_yet_denies(store: Store) -> None:
    text = "Lee Tan said Port Amal fell. He denied that Port Amal fell. He said rain fell."
    report = made("one", text, outlet="Wire").entity("Lee Tan", "person")
    report.said("Lee Tan", "said", "Port Amal fell")
    report.said("He", "denied", "Port Amal fell", Act.DENY)
    report.said("He", "said", "rain fell")
    fill(store, report)
    view = store.view()
    (claim,) = view.claims()
    assert list(view.claims(limit=2)) == [claim]
    assert (claim.speaker.name, claim.disputed_by) == ("Lee Tan", ())
    assert "denied by a speaker whom the report does not name clearly (Wire)" in claim.weight.reasons


def test_a_pronoun_of_somebody_known_is_told_by_the_name(store: Store) -> None:
    text = "Lee Tan said Port Amal fell. Kim Ro was there. He denied that Port Amal fell."
    report = made("one", text, outlet="Wire").entity("Lee Tan", "person").entity("Kim Ro", "person")
    report.said("Lee Tan", "said", "Port Amal fell")
    kim = report.entities["Kim Ro"].id
    report.said("He", "denied", "Port Amal fell", Act.DENY, source_entity=kim)
    fill(store, report)
    (claim,) = store.view().claims("person:lee-tan")
    assert "denied by Kim Ro (Wire)" in claim.weight.reasons


def test_a_description_that_points_into_its_report_is_told_without_that(store: Store) -> None:
    report = made("one", "Lee Tan said Port Amal fell. Its mayor denied that Port Amal fell.", outlet="Wire")
    report.entity("Lee Tan", "person")
    report.said("Lee Tan", "said", "Port Amal fell")
    report.said("Its mayor", "denied", "Port Amal fell", Act.DENY)
    fill(store, report)
    (claim,) = store.view().claims("person:lee-tan")
    assert "denied by the mayor (Wire)" in claim.weight.reasons


def test_wants_for_and_against_dispute_each_other(store: Store) -> None:
    report = made("one", "The Lake Front wants a truce with Lunia, others say it wants no truce.")
    report.entity("Lake Front", "organization").entity("Lunia", "place")
    report.want("Lake Front", WantKind.HOPE, "a truce", "Lunia")
    report.want("Lake Front", WantKind.HOPE, "truce", "Lunia", polarity="-")
    fill(store, report)
    one, other = store.view().wants(FRONT, toward="place:lunia")
    assert (one.disputed_by, other.disputed_by) == ((other.id,), (one.id,))
    assert not list(store.view().wants("place:lunia"))


def test_described_sources_of_different_reports_stay_apart(store: Store) -> None:
    def told(id_: str, text: str) -> Made:
        report = made(id_, text).entity("one resident", "unnamed", form=Form.NOMINAL)
        report.said("one resident", "said", "shells fell")
        return report

    fill(
        store,
        told("a", "On Monday one resident said shells fell."),
        told("b", "Far away one resident said shells fell."),
    )
    assert [c.independent for c in store.view().claims()] == [1, 1]
    assert len(list(store.view().actors())) == 2


STORY = (
    "The Lake Front entered Port Amal before dawn on Friday, residents reached by telephone said, and met "
    "little resistance from the garrison, which had withdrawn across the river two days before. Shops stayed "
    "shut and the bridges were closed to traffic. Aid groups asked all sides to let the wounded leave the "
    "town by boat, as the road to the airport was cut. The Lake Front holds Port Amal."
)


def test_copies_of_one_story_count_once(store: Store) -> None:
    first = holds("z", STORY, "holds", outlet="Wire", published="2023-05-01")
    copy = holds(
        "a",
        "From our correspondents. " + STORY[:330] + STORY[-33:],
        "holds",
        outlet="Gazette",
        published="2023-05-02",
    )
    other = holds("b", "The Lake Front holds Port Amal, our reporter saw.", "holds", outlet="Post")
    fill(store, copy, other, first)
    view = store.view()
    assert {r.id: r.reprint_of for r in view.reports()} == {"z": None, "a": "z", "b": None}
    (record,) = view.relations()
    assert (len(record.evidence), record.independent) == (3, 2)
    assert {e.report: e.origin for e in record.evidence} == {"z": "z", "a": "z", "b": "b"}
    with store.writer() as writer:
        writer.forget("z")
    assert {r.id: r.reprint_of for r in store.view().reports()} == {"a": None, "b": None}


def test_what_a_described_source_says_is_one_claim_in_copies(store: Store) -> None:
    def told(id_: str, outlet: str) -> Made:
        report = made(id_, STORY, outlet=outlet).entity("Aid groups", "unnamed", form=Form.NOMINAL)
        report.said("Aid groups", "asked", "let the wounded leave", Act.ASK)
        return report

    fill(store, told("a", "Wire"), told("b", "Gazette"))
    (claim,) = store.view().claims()
    assert (len(claim.evidence), claim.independent) == (2, 1)


def test_actors_are_found_by_name_alias_part_and_spelling(store: Store) -> None:
    report = made("one", "The Democratic Lake Front (DLF) met Idriss Obi and Ada Obi near Hodeida.")
    report.entity("Democratic Lake Front", "organization", "DLF").entity("Idriss Obi", "person")
    report.entity("Ada Obi", "person").entity("Hodeida", "place")
    fill(store, report)
    view = store.view()

    def found(name: str) -> list[str]:
        return [m.actor.entity.name for m in view.find_actors(name)]

    assert found("the democratic lake front") == found("DLF") == ["Democratic Lake Front"]
    assert view.find_actors("dlf")[0].score == 1.0
    assert found("Lake Front") == ["Democratic Lake Front"]
    assert view.find_actors("Lake Front")[0].score < 1.0
    assert sorted(found("Obi")) == ["Ada Obi", "Idriss Obi"]
    assert found("Mr Idriss Obi")[0] == "Idriss Obi"
    assert found("Idris Obi")[0] == "Idriss Obi"
    assert found("Hodeidah") == ["Hodeida"]
    assert found("Hodéïda") == ["Hodeida"]
    assert found("Reykjavik") == found("") == found("…") == []
    assert len(view.find_actors("Obi", limit=1)) == 1


def test_sentences_are_found_by_words_whatever_the_words_are(store: Store) -> None:
    report = made("one", "Rebels in Côte Sud left. Ada Obi said rebels stay in the hills.").entity(
        "Ada Obi", "person"
    )
    report.said("Ada Obi", "said", "rebels stay in the hills")
    fill(store, report)
    view = store.view()
    assert [h.evidence.text for h in view.search("cote rebels")] == ["Rebels in Côte Sud left."]
    (hit,) = view.search("hills")
    assert [link.source for link in hit.evidence.chain] == ["Ada Obi"]
    assert len(view.search("hills cote", any_word=True)) == 2
    for odd in ('"', "a OR", "NEAR(", "*", "rebels -left", "words:rebels", "\0", "\ud800", ""):
        assert isinstance(view.search(odd), list)


def test_mentions_stand_in_order_of_date(store: Store) -> None:
    late = made("a", "Ada Obi left. Rain fell.", published="2023-05-09").entity("Ada Obi", "person")
    early = made("b", "Ada Obi came. Ada Obi spoke.", published="2023-05-01").entity("Ada Obi", "person")
    undated = made("c", "Who is Ada Obi.").entity("Ada Obi", "person")
    fill(store, undated, late, early)
    texts = [h.evidence.text for h in store.view().mentions("person:ada-obi")]
    assert texts == ["Ada Obi came.", "Ada Obi spoke.", "Ada Obi left.", "Who is Ada Obi."]
    assert len(store.view().mentions("person:ada-obi", limit=2)) == 2


def test_a_limit_leaves_what_most_stories_carry_or_the_newest_say(store: Store) -> None:
    for number, content in enumerate(("rain fell", "Port Amal fell", "Port Amal fell", "shells fell")):
        report = made(
            f"r{number}", f"Ada Obi said {content}. Day {number}.", published=f"2023-05-0{number + 1}"
        )
        report.entity("Ada Obi", "person").said("Ada Obi", "said", content)
        fill(store, report.want("Ada Obi", WantKind.HOPE, content))
    view = store.view()
    assert [(c.content, c.independent) for c in view.claims("person:ada-obi", limit=1)] == [
        ("Port Amal fell", 2)
    ]
    assert [w.goal for w in view.wants("person:ada-obi", limit=1)] == ["shells fell"]
    assert len(list(view.claims("person:ada-obi"))) == 3


def test_unknown_ids_yield_nothing(store: Store) -> None:
    view = store.view()
    assert view.actor("x") is None
    assert view.report("x") is None
    assert not [*view.relations("x"), *view.wants("x", toward="y"), *view.claims("x"), *view.mentions("x")]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_reading_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: tuple[int, ...]
) -> None:
    reports = _four_reports()
    with open_store(tmp_path_factory.mktemp("order") / "a.sqlite", create=True) as store:
        for i in order:
            fill(store, reports[i])  # settled after each, so that every step decides something
        view = store.view()
        names = {a.entity.id: (a.entity.name, a.reports) for a in view.actors()}
        wants = [(w.actor.entity, w.independent) for w in view.wants()]
    assert names["organization:democratic-militia"] == ("Lake Front", ("a", "b", "c"))
    assert names["person:ada-obi"] == ("Ada Obi", ("a", "b"))
    assert [n for n in names if n.startswith("person:obi@")] == ["person:obi@d/r1e1"]
    assert wants == [("organization:democratic-militia", 3)]


def _four_reports() -> list[Made]:
    full = made("a", "Ada Obi of the Lake Front, also called the Democratic Militia, wants a truce.")
    full.entity("Ada Obi", "person").entity("Lake Front", "organization", "Democratic Militia")
    full.want("Lake Front", WantKind.HOPE, "a truce")
    surname = made("b", "Obi says the Lake Front wants a truce soon.")
    surname.entity("Obi", "person").entity("Lake Front", "organization").want(
        "Lake Front", WantKind.HOPE, "a truce"
    )
    alias = made("c", "The Democratic Militia wants a truce now.").entity(
        "Democratic Militia", "organization"
    )
    alias.want("Democratic Militia", WantKind.HOPE, "a truce")
    elsewhere = made("d", "Obi won the chess match.").entity("Obi", "person")
    return [full, surname, alias, elsewhere]
