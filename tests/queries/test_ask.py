"""Answers say what the records say, on whose word, and no more."""

from dataclasses import replace
from datetime import date

from dateline.language import load_language
from dateline.model.attribution import Act
from dateline.model.factuality import Factuality
from dateline.model.records import ClaimRecord, Party
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.queries.ask import AskOptions, ask
from dateline.queries.question import question_grammar
from tests.queries.view import HandmadeView, actor, evidence, link, relation, want

FRONT = Party("Azure Front", "front")
MAIGA = Party("Abdou Maiga", "maiga")


def _view() -> HandmadeView:
    return HandmadeView(
        actors_=[
            actor("front", "Azure Front", "organization", "Harakat Azraq"),
            actor("maiga", "Abdou Maiga", "person"),
            actor("omar", "Omar Maiga", "person"),
        ],
        relations_=[
            relation(RelationType.LEADS, MAIGA, FRONT, evidence("Abdou Maiga leads the Azure Front.")),
            relation(
                RelationType.HAS_STRENGTH,
                FRONT,
                None,
                evidence("The army says the Azure Front has up to 900 men.", link("the army")),
                value="up to 900 men",
            ),
        ],
        wants_=[
            want(
                FRONT,
                WantKind.HOPE,
                "to end the siege",
                evidence(
                    "The envoy said a rebel hoped to end the siege.",
                    link("the envoy"),
                    link("a rebel", Act.HOPE),
                ),
            ),
            want(
                MAIGA, WantKind.REFUSE, "talks with the junta", evidence("Maiga refused talks."), polarity="-"
            ),
        ],
    )


def test_who_and_what_are_answered_for_the_actor_and_its_leader() -> None:
    answer = ask(_view(), "Who are the Azure Front and what do they want?")
    assert answer.party == FRONT
    assert [(s.facet, s.text) for s in answer.statements] == [
        ("who", "Abdou Maiga leads the Azure Front"),
        ("who", "Strength of the Azure Front: up to 900 men — the army"),
        ("want", "Azure Front hopes to end the siege — the envoy, citing a rebel"),
        ("want", "Abdou Maiga refuses talks with the junta"),
    ]
    assert answer.unanswered == ()


def test_an_alias_and_words_before_the_name_find_the_actor() -> None:
    for name in ("Harakat Azraq", "the anti-junta Azure Front"):
        answer = ask(_view(), f"Who leads {name}?")
        assert [s.sentence for s in answer.statements] == ["Abdou Maiga leads the Azure Front"]


def test_a_name_that_may_mean_two_lists_both_and_answers_nothing() -> None:
    answer = ask(_view(), "Who is Maiga?")
    assert answer.statements == ()
    assert {m.actor.entity.name for m in answer.candidates} == {"Abdou Maiga", "Omar Maiga"}


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    answer = ask(_view(), "What does the Crimson League want?")
    assert (answer.asked_name, answer.candidates, answer.unanswered) == ("Crimson League", (), ("want",))


def test_what_is_not_in_the_store_is_listed_as_unanswered() -> None:
    assert ask(_view(), "Where is the Azure Front based?").unanswered == ("where",)


def test_denied_and_doubtful_relations_read_as_such() -> None:
    view = _view()
    sentence = evidence("Abdou Maiga does not lead the Azure Front.")
    for factuality, text in {
        Factuality.CERTAIN_NOT: "Abdou Maiga does not lead the Azure Front",
        Factuality.PROBABLE: "Abdou Maiga probably leads the Azure Front",
        Factuality.UNKNOWN: "Abdou Maiga leads the Azure Front (unconfirmed)",
    }.items():
        view.relations_ = [relation(RelationType.LEADS, MAIGA, FRONT, sentence, factuality=factuality)]
        assert [s.sentence for s in ask(view, "Who leads the Azure Front?").statements] == [text]


def test_an_office_that_is_over_is_told_as_former() -> None:
    view = _view()
    view.relations_ = [
        relation(
            RelationType.HOLDS_ROLE,
            MAIGA,
            None,
            evidence("Maiga, a former mayor."),
            value="mayor",
            date="../..",
        )
    ]
    assert [s.sentence for s in ask(view, "Who is Abdou Maiga?").statements] == [
        "Abdou Maiga was formerly mayor"
    ]


def test_a_free_question_gives_passages_with_their_speakers() -> None:
    view = HandmadeView(
        sentences=[evidence("The bridge at Mopti is closed, the mayor said.", link("the mayor"))]
    )
    answer = ask(view, "Why the bridge at Mopti?")
    assert [(s.facet, s.voices[0].names) for s in answer.statements] == [("passage", ("the mayor",))]


def test_confirmation_tells_own_voice_from_attribution_denial_and_reserve() -> None:
    view = HandmadeView(
        sentences=[
            evidence("Rebels captured Mopti on Friday.", report="d1"),
            evidence("Rebels captured Mopti, a spokesman said.", link("a spokesman"), report="d2"),
            evidence("The army denied that rebels captured Mopti.", link("the army", Act.DENY), report="d3"),
            evidence("It is unclear whether rebels captured Mopti.", report="d4"),
        ]
    )
    answer = ask(view, "Is it confirmed that rebels captured Mopti?")
    assert {s.record: [e.report for e in s.evidence] for s in answer.statements} == {
        "verdict:own_voice": ["d1"],
        "verdict:attributed": ["d2"],
        "verdict:denied": ["d3"],
        "verdict:reserved": ["d4"],
    }


def test_long_answers_are_cut_and_say_how_much_is_left() -> None:
    answer = ask(_view(), "Who are the Azure Front?", AskOptions(most=1))
    assert len(answer.statements) == 1
    assert dict(answer.omitted) == {"who": 1}


def test_a_sentence_that_shares_half_a_short_statement_does_not_confirm_it() -> None:
    view = HandmadeView(
        sentences=[evidence("Mopti lies on the Bani."), evidence("The first rains have fallen.")]
    )
    answer = ask(view, "Is it confirmed that Mopti has fallen?")
    assert (answer.statements, answer.unanswered) == ((), ("confirmed",))


def test_one_office_in_other_words_and_the_unnamed_members_are_not_told() -> None:
    view = _view()
    kone = Party("Issa Kone", "kone")
    view.actors_ += [actor("kone", "Issa Kone", "person"), actor("some", "some fighters", "unnamed")]
    view.relations_ = [
        relation(RelationType.HOLDS_ROLE, kone, FRONT, evidence("Kone, its spokesman."), value="spokesman"),
        relation(
            RelationType.MEMBER_OF, Party("some fighters", "some"), FRONT, evidence("Some fighters of it.")
        ),
        relation(RelationType.LOCATED_IN, MAIGA, FRONT, evidence("Maiga is with the Front.")),
    ]
    fuller = relation(RelationType.HOLDS_ROLE, kone, None, evidence("Kone is spokesman."), value="spokesman")
    view.relations_.append(replace(fuller, id="bare"))
    told = [s.sentence for s in ask(view, "Who are the Azure Front?").statements]
    assert told == ["Issa Kone is spokesman of Azure Front"]


def test_a_wish_is_not_told_again_as_what_was_said() -> None:
    view = _view()
    words = evidence("The Azure Front demands talks with the junta.", link("Azure Front", Act.DEMAND))
    view.wants_ = [want(FRONT, WantKind.DEMAND, "talks with the junta", words)]
    view.claims_ = [
        ClaimRecord(act.value, content, "indirect", act, FRONT, (), (words,), 1, Factuality.UNKNOWN)
        for act, content in ((Act.DEMAND, "talks with the junta"), (Act.ASSERT, "the town is quiet"))
    ]
    said = [s.sentence for s in ask(view, "Tell me about the Azure Front").statements if s.facet == "said"]
    assert said == ["The Azure Front said: the town is quiet"]
    alone = ask(view, "What did the Azure Front say?")
    assert [s.sentence for s in alone.statements][:1] == ["The Azure Front demanded talks with the junta"]


def test_an_appeal_names_whom_it_is_to_before_what_it_is_for() -> None:
    view = _view()
    plea = want(
        FRONT, WantKind.APPEAL, "to open the road", evidence("It appealed to Omar Maiga to open the road.")
    )
    view.wants_ = [replace(plea, toward=(Party("Omar Maiga", "omar"),)), replace(plea, id="second")]
    assert [s.sentence for s in ask(view, "What does the Azure Front want?").statements] == [
        "Azure Front calls on Omar Maiga to open the road",
        "Azure Front calls on others to open the road",
    ]


def test_confirmation_hears_each_speaker_of_a_sentence_by_himself() -> None:
    text = "Rebels say Mopti has fallen; the army denies it"
    view = HandmadeView(
        sentences=[evidence(text, link("the army", Act.DENY))],
        sayings_=[
            (evidence(text, link("Rebels")), "Mopti has fallen"),
            (evidence(text, link("the army")), "it"),
        ],
    )
    answer = ask(view, "Is it confirmed that Mopti has fallen?")
    assert [(s.record, s.voices[0].names) for s in answer.statements] == [("verdict:attributed", ("Rebels",))]


def test_a_denial_is_not_told_as_a_quotation_of_what_is_denied() -> None:
    text = "“I cannot say that Mopti has fallen,” Maiga said."
    content = "“that Mopti has fallen”"
    denied = Factuality.CERTAIN_NOT
    record = ClaimRecord("c", content, "direct", Act.DENY, MAIGA, (), (evidence(text),), 1, denied)
    view = _view()
    view.claims_ = [record]
    (statement,) = ask(view, "What did Abdou Maiga say?").statements
    assert statement.sentence.startswith("Abdou Maiga denied “that Mopti has fallen”")


def test_since_a_day_only_what_its_reports_tell_is_given_new_or_told_again() -> None:
    view = _view()
    old = replace(evidence("Abdou Maiga, the mayor."), published="2024-03-01")
    late = replace(evidence("Maiga, who leads the front.", report="d2"), published="2024-04-02")
    again = replace(evidence("Abdou Maiga leads the Azure Front.", report="d1"), published="2024-03-01")
    strength = replace(evidence("The Azure Front has 900 men.", report="d3"), published="2024-04-01")
    view.relations_ = [
        relation(RelationType.HOLDS_ROLE, MAIGA, None, old, value="mayor"),
        relation(RelationType.LEADS, MAIGA, FRONT, again, late),
        relation(RelationType.HAS_STRENGTH, FRONT, None, strength, value="900 men"),
    ]
    answer = ask(view, "Who are the Azure Front?", AskOptions(since="2024-04"))
    assert [(s.sentence, s.news) for s in answer.statements] == [
        ("Abdou Maiga leads the Azure Front", "more"),
        ("Strength of the Azure Front: 900 men", "new"),
    ]


def test_yesterday_is_counted_from_the_day_of_the_question() -> None:
    read = question_grammar(load_language()).read
    today = date(2024, 3, 1)
    assert [c.date for c in read("What happened in Gao yesterday?", today)] == ["2024-02-29"]
    assert [c.date for c in read("What has changed since yesterday?", today)] == ["2024-02-29"]
    assert [c.date for c in read("What happened yesterday?", today)] == ["2024-02-29"]
    assert [c.date for c in read("What happened in Gao yesterday?")] == []
