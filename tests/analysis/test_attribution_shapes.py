"""Shapes in which somebody's word stands, one sentence of our own for each: source, cue and content."""

import pytest

from dateline import Analyser
from dateline.model.attribution import Act
from dateline.model.report import Document

type Triple = tuple[str, str, str]


def _read(analyser: Analyser, text: str, title: str | None = None) -> list[Triple]:
    """The outermost attributions of a text."""

    def part(spans: tuple[object, ...]) -> str:
        return " … ".join(s.of(text) for s in spans)  # type: ignore[attr-defined]

    document = Document("d", text, title=title)
    found = [a for r in analyser.document(document) for a in r.attributions if a.parent is None]
    return [(part(a.source), part(a.cue), part(a.content)) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The captain leaned on the rail and boomed: “Nobody boards this ship tonight.”",
            ("The captain", "boomed", "“Nobody boards this ship tonight.”"),
        ),
        ("“The ferry is ours,” the sergeant crowed.", ("the sergeant", "crowed", "“The ferry is ours,”")),
        (
            "Little surprises the engineer Ines Duarte: “We have mended this dam four times.”",
            ("Ines Duarte", ":", "“We have mended this dam four times.”"),
        ),
    ],
)
def test_a_speaker_whose_verb_is_in_no_lexicon(analyser: Analyser, text: str, expected: Triple) -> None:
    assert expected in _read(analyser, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Duarte: dam will hold another winter\n\nThe engineer Ines Duarte spoke on Monday.",
            ("Duarte", ":", "dam will hold another winter"),
        ),
        (
            "Diplomats: talks on the strait may resume\n\nThe talks were broken off in May.",
            ("Diplomats", ":", "talks on the strait may resume"),
        ),
    ],
)
def test_who_stands_before_the_colon_of_a_headline(analyser: Analyser, text: str, expected: Triple) -> None:
    assert _read(analyser, text, text.split("\n")[0])[0] == expected


@pytest.mark.parametrize("notice", ["Correction", "CLARIFICATION", "Update"])
def test_a_notice_is_nobody(analyser: Analyser, notice: str) -> None:
    text = f"{notice}: “The Long Bridge” was closed on Tuesday, not on Monday."
    assert not any(source.lower() == notice.lower() for source, _, _ in _read(analyser, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The raid drew criticism from the elders.",
            ("the elders", "drew criticism from", "The raid"),
        ),
        (
            "The general has won the support of two clans.",
            ("two clans", "has won … support of", "The general"),
        ),
        (
            "The envoy left the capital with a promise to return in May.",
            ("The envoy", "with … promise", "to return in May"),
        ),
    ],
)
def test_nouns_that_a_verb_only_carries(analyser: Analyser, text: str, expected: Triple) -> None:
    assert expected in _read(analyser, text)


def test_an_offer_that_somebody_gets_is_about_something_else(analyser: Analyser) -> None:
    assert _read(analyser, "The colonel got an offer from the rebels.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels vowed to hold the dam and burned their letters.",
            ("The rebels", "vowed", "to hold the dam"),
        ),
        (
            "“We never crossed the river,” the colonel said, but he denied that his men had fled.",
            ("he", "denied", "that his men had fled"),
        ),
        (
            "The editor faulted people trying to stir unrest, mocking “their love of fire.”",
            ("The editor", "faulted", "people trying to stir unrest"),
        ),
    ],
)
def test_where_a_content_ends(analyser: Analyser, text: str, expected: Triple) -> None:
    assert expected in _read(analyser, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy referred to the raid as “a lesson for all.”",
            ("The envoy", "referred to", "the raid as “a lesson for all.”"),
        ),
        (
            "The bishop railed at the guards for burning the boats.",
            ("The bishop", "railed at", "the guards for burning the boats"),
        ),
        (
            "The port, which the junta regards as a fortress, was shelled.",
            ("the junta", "regards", "The port … as a fortress"),
        ),
        (
            "The station quoted a miner as saying the shaft had flooded.",
            ("The station", "quoted", "a miner as saying the shaft had flooded"),
        ),
    ],
)
def test_what_somebody_is_taken_for(analyser: Analyser, text: str, expected: Triple) -> None:
    assert expected in _read(analyser, text)


def test_a_verb_that_carries_a_noun_is_part_of_its_cue(analyser: Analyser) -> None:
    text = "The clans voiced fears that the dam would burst."
    assert _read(analyser, text) == [("The clans", "voiced fears", "that the dam would burst")]


def test_a_promise_that_was_not_made_is_refused(analyser: Analyser) -> None:
    (report,) = analyser.document(Document("d", "The rebels made no promise to free the nurses."))
    assert [a.act for a in report.attributions] == [Act.REFUSE]


def test_a_sentence_in_quotation_marks_is_somebodys_word(analyser: Analyser) -> None:
    text = "Snow fell on Tuesday. “The rebels have taken the pass and we cannot get through.” It grew dark."
    found = _read(analyser, text)
    assert ("", "", "“The rebels have taken the pass and we cannot get through.”") in found


def test_a_signature_below_a_quotation(analyser: Analyser) -> None:
    text = "“We will mend the bridge before the winter comes.”\n\n— Ines Duarte"
    assert _read(analyser, text) == [
        ("Ines Duarte", "—", "“We will mend the bridge before the winter comes.”")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the eyes of the elders, the truce is dead.", ("the elders", "In the eyes", "the truce is dead")),
        (
            "Under the accord, both armies must withdraw.",
            ("the accord", "Under", "both armies must withdraw"),
        ),
        (
            "In polls, most villagers are wary of the plan.",
            ("polls", "In", "most villagers are wary of the plan"),
        ),
    ],
)
def test_whose_view_a_clause_is(analyser: Analyser, text: str, expected: Triple) -> None:
    assert expected in _read(analyser, text)


def test_what_was_done_under_a_deal_is_told_by_the_reporter(analyser: Analyser) -> None:
    assert _read(analyser, "Under the truce, the army freed nine miners.") == []


def test_who_is_not_ready_refuses(analyser: Analyser) -> None:
    (report,) = analyser.document(Document("d", "The rebels are not ready to lay down their arms."))
    assert [a.act for a in report.attributions] == [Act.REFUSE]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled a militia called Dawn Brigade.",
        "Keita was announced on Monday.",
        "The siege to which Duarte referred lasted nine weeks.",
    ],
)
def test_names_and_bare_pronouns_are_nobodys_word(analyser: Analyser, text: str) -> None:
    assert _read(analyser, text) == []


def test_a_name_that_somebody_gives_is_a_judgement(analyser: Analyser) -> None:
    text = "The minister called the militia a gang, and Keita was denounced by the elders."
    assert [(source, content) for source, _, content in _read(analyser, text)] == [
        ("The minister", "the militia a gang"),
        ("the elders", "Keita"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The general responded on Friday to accusations that his men burned the mill.",
            ("The general", "responded … to", "accusations that his men burned the mill"),
        ),
        (
            "The council says in a statement that the mill is safe.",
            ("The council", "says", "that the mill is safe"),
        ),
        (
            "A survey shows the party losing the coast.",
            ("A survey", "shows", "the party losing the coast"),
        ),
        (
            "The clinic put the toll at nine, and the shelling put the harbour at risk.",
            ("The clinic", "put", "the toll at nine"),
        ),
    ],
)
def test_one_saying_is_one_attribution(analyser: Analyser, text: str, expected: Triple) -> None:
    assert _read(analyser, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry sent an aide to deny that the depot had burned.",
            ("an aide", "to deny", "that the depot had burned"),
        ),
        (
            "The silence left many villagers wondering who would pay.",
            ("many villagers", "wondering", "who would pay"),
        ),
        (
            "The elders doubted the census, with forty families saying they had never been counted.",
            ("forty families", "saying", "they had never been counted"),
        ),
        (
            "Fishermen waiting at the gate say the harbour is mined.",
            ("Fishermen waiting at the gate", "say", "the harbour is mined"),
        ),
        (
            "The judge ended the hearing with a look at the mill, adding that nobody would be charged.",
            ("The judge", "adding", "that nobody would be charged"),
        ),
    ],
)
def test_who_acts_beside_the_subject_speaks(analyser: Analyser, text: str, expected: Triple) -> None:
    assert expected in _read(analyser, text)


def test_an_answer_is_no_second_half_of_the_question(analyser: Analyser) -> None:
    text = "The envoy asked again. “Who gave the order?” She answered, “Nobody told us anything about it.”"
    assert _read(analyser, text)[-1] == ("She", "answered", "“Nobody told us anything about it.”")


def test_a_quotation_that_its_own_sentence_introduces_is_not_the_last_speakers(analyser: Analyser) -> None:
    text = "The envoy said the road was open. His visit was greeted with a placard: “We want our sons back.”"
    assert _read(analyser, text)[-1] == ("", "", "“We want our sons back.”")


def test_that_said_is_nobodys_word(analyser: Analyser) -> None:
    text = "That said, the envoy believes the truce will hold."
    assert _read(analyser, text) == [("the envoy", "believes", "the truce will hold")]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The council has said the dam is safe and denied that the mill had burned.",
            ["the dam is safe", "that the mill had burned"],
        ),
        (
            "The king said the talks would fail but did not suggest that war was near.",
            ["the talks would fail", "that war was near"],
        ),
        ("The minister denounced what he called a farce.", ["what he called a farce"]),
        ("The court ordered a review of the decree, which bars miners.", ["a review of the decree"]),
        ("The union urged the army to leave the harbour, which it took.", ["the army to leave the harbour"]),
    ],
)
def test_what_is_no_longer_content(analyser: Analyser, text: str, contents: list[str]) -> None:
    assert [content for _, _, content in _read(analyser, text)] == contents


def test_who_has_a_view_of_somebody_is_its_source(analyser: Analyser) -> None:
    assert _read(analyser, "The miners have a low opinion of the governor.") == [
        ("The miners", "have … opinion of", "the governor")
    ]
    ((source, _, content),) = _read(analyser, "The governor has the support of the miners.")
    assert (source, content) == ("the miners", "The governor")


@pytest.mark.parametrize(
    "text",
    [
        "As the rebels hold the town, the market is shut.",
        "The singer has an offer to publish the letters.",
        "The rebels will not leave, whatever the governor says.",
        "Another chief, Omar Saad, also called Ibn Nur, was killed in 2023.",
        "The council dismissed the harbour master.",
    ],
)
def test_nobody_says_it(analyser: Analyser, text: str) -> None:
    assert _read(analyser, text) == []


def test_a_semicolon_parts_two_views(analyser: Analyser) -> None:
    found = _read(analyser, "Chad considers the front a nuisance; Lagos sees it as a partner.")
    assert found == [("Chad", "considers", "the front a nuisance"), ("Lagos", "sees", "it as a partner")]


def test_what_two_agreed_on_is_denied_and_not_one_of_them(analyser: Analyser) -> None:
    found = _read(analyser, "He reached a deal with the union, which the union denied.")
    assert found == [("the union", "denied", "a deal with the union")]


def test_an_attitude_that_nobody_is_named_for(analyser: Analyser) -> None:
    assert _read(analyser, "There is growing concern over the dam.") == [("", "concern over", "the dam")]
    assert _read(analyser, "The party hopes to win support for the truce.")[0][0] == "The party"


_INTERVIEW = """“No deal”: an interview with the harbour master

Ines Duarte has run the port of Velha since 2019. She spoke to us in her office.

Q: Who closed the port?

A: The navy did. The admiral threatened my crew.

They burned a boat.

Q: Will it open again?

A: Not this year.

Interview: Jo Banks"""


def test_answers_are_the_word_of_the_person_interviewed(analyser: Analyser) -> None:
    answers = [t for t in _read(analyser, _INTERVIEW) if t[1] == "A"]
    assert answers == [
        ("Ines Duarte", "A", "The navy did. The admiral threatened my crew.\n\nThey burned a boat"),
        ("Ines Duarte", "A", "Not this year"),
    ]


def test_the_last_answer_ends_where_the_reporter_goes_on(analyser: Analyser) -> None:
    text = _INTERVIEW.replace(
        "Interview: Jo Banks", "We hope.\n\nThe navy denies it.\n\nDuarte left for Tema."
    )
    last = [t for t in _read(analyser, text) if t[1] == "A"][-1]
    assert last[2] == "Not this year.\n\nWe hope"


def test_a_transcript_calls_its_speakers_mr(analyser: Analyser) -> None:
    text = (
        "The spokesman Omar Saad met the press on Monday.\n\nMR. SAAD: Two ships of the navy collided.\n\n"
        "QUESTION: Was anybody hurt?\n\nMR. SAAD: We do not know that yet."
    )
    found = [(source, content) for source, cue, content in _read(analyser, text) if cue == ":"]
    assert ("SAAD", "Two ships of the navy collided") in found
    assert ("SAAD", "We do not know that yet") in found


def test_answers_of_one_of_several_are_nobodys(analyser: Analyser) -> None:
    text = _INTERVIEW.replace("has run", "and Rui Lopes have run").replace("She spoke", "We met")
    assert {t[0] for t in _read(analyser, text) if t[1] == "A"} == {""}


def test_one_question_is_no_interview(analyser: Analyser) -> None:
    text = "A: The navy closed the port of Velha in May.\n\nQ: Who closed the port?"
    assert [t for t in _read(analyser, text) if t[1] == "A"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some in Chad suspect that Keita wants another term.",
            ("Some in Chad", "suspect", "that Keita wants another term"),
        ),
        (
            "The envoy urged Chad, Mali and Niger in particular to help the refugees.",
            ("The envoy", "urged", "Chad, Mali and Niger … to help the refugees"),
        ),
    ],
)
def test_what_the_parser_hides(analyser: Analyser, text: str, expected: Triple) -> None:
    assert expected in _read(analyser, text)


def test_who_is_believed_hurt_believes_nothing(analyser: Analyser) -> None:
    assert {source for source, _, _ in _read(analyser, "Rebel chief believed wounded")} == {""}
