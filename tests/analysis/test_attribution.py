"""Who says what, in sentences of our own: parts, kinds, runs, nesting, circumstances."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import Analyser
from dateline.model.analysis import Analysis
from dateline.model.attribution import Act, Attribution, Kind
from dateline.model.report import Document

WORDS = [
    *(
        "he",
        "said",
        "told",
        "that",
        "the",
        "army",
        "we",
        "I",
        "according",
        "to",
        "denied",
        "claims",
        "who",
        "and",
    ),
    *("reportedly", "Reuters", "mayor", "asked", "hopes", "as", "“", "”", '"', "'", ",", ".", ":", "—", "\n"),
]

type Read = Callable[[str], list[Attribution]]


@pytest.fixture
def read(analyser: Analyser) -> Read:
    return lambda text: [a for r in analyser.document(Document("d", text)) for a in r.attributions]


def _part(text: str, spans: tuple[object, ...]) -> str:
    return " … ".join(s.of(text) for s in spans)  # type: ignore[attr-defined]


def _outer(found: list[Attribution]) -> list[Attribution]:
    return [a for a in found if a.parent is None]


def _triples(text: str, found: list[Attribution]) -> list[tuple[str, str, str]]:
    return [(_part(text, a.source), _part(text, a.cue), _part(text, a.content)) for a in found]


# ---------------------------------------------------------------- parts
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The bridge is gone, the mayor said.", "the mayor", "The bridge is gone"),
        ("In winter, the mayor said, the pass is closed.", "the mayor", "In winter … the pass is closed"),
        ("“The pass,” the guide said, “is closed.”", "the guide", "“The pass,” … “is closed.”"),
        ("“We are leaving,” said Amina Sow, a nurse.", "Amina Sow, a nurse", "“We are leaving,”"),
        ("According to two doctors, nine people died.", "two doctors", "nine people died"),
        ("“We saw it. Nobody fired back.” He paused.", "", ""),
    ],
)
def test_source_and_content_wherever_the_cue_stands(read: Read, text: str, source: str, content: str) -> None:
    found = _outer(read(text))
    if not content:
        assert not any(a.source for a in found)
        return
    assert [(_part(text, a.source), _part(text, a.content)) for a in found] == [(source, content)]


def test_several_clauses_under_one_cue_are_one_content(read: Read) -> None:
    text = "The envoy said that the road was open and that buses were waiting."
    (found,) = _outer(read(text))
    assert _part(text, found.content) == "that the road was open and that buses were waiting"


def test_a_second_verb_of_saying_has_the_subject_of_the_first(read: Read) -> None:
    text = "Lima says forty soldiers were killed and accuses the rebels of using mines."
    found = _outer(read(text))
    assert [_part(text, a.source) for a in found] == ["Lima", "Lima"]
    assert [a.act for a in found] == [Act.ASSERT, Act.ACCUSE]


def test_a_relative_pronoun_is_given_with_whom_it_stands_for(read: Read) -> None:
    text = "Colonel Ibrahim Keita, who denied that his men had fled, was sacked."
    (found,) = _outer(read(text))
    assert [s.of(text) for s in found.source] == ["Colonel Ibrahim Keita", "who"]
    assert found.act is Act.DENY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The dam will hold,” the engineer said.", Kind.DIRECT),
        ("The engineer said the dam would hold.", Kind.INDIRECT),
        ("The engineer said the dam was “as sound as a rock” and would hold.", Kind.MIXED),
    ],
)
def test_kind_follows_the_marks(read: Read, text: str, kind: Kind) -> None:
    assert [a.kind for a in _outer(read(text))] == [kind]


# ---------------------------------------------------------------- never the wrong speaker
def test_the_speaker_of_a_quotation_is_not_somebody_inside_it(read: Read) -> None:
    text = (
        "“My commander will soon be back, God willing,” one deserter wrapped in a blanket told the station."
    )
    (found,) = [a for a in _outer(read(text)) if a.kind is Kind.DIRECT]
    assert _part(text, found.source) == "one deserter wrapped in a blanket"


def test_a_verb_inside_a_quotation_takes_nothing_from_outside(read: Read) -> None:
    text = "“If they insist on war, then they better read our history,” he was quoted as saying."
    outer = _outer(read(text))
    assert [(_part(text, a.source), _part(text, a.content)) for a in outer] == [
        ("he", "“If they insist on war, then they better read our history,”")
    ]


def test_a_quotation_behind_another_speaker_is_not_given_to_the_first(read: Read) -> None:
    text = "“We held the hill,” the captain said. The mayor denied it. “There was no fight,” the mayor said."
    found = [a for a in _outer(read(text)) if a.kind is Kind.DIRECT]
    assert [_part(text, a.source) for a in found] == ["the captain", "the mayor"]


def test_an_attack_on_a_town_is_no_statement_about_it(read: Read) -> None:
    assert read("The rebels attacked the town and slammed the gate.") == []


def test_a_hope_to_reach_an_agreement_is_no_agreement(read: Read) -> None:
    text = "The rebels hope to reach an agreement to share the dam."
    assert Act.AGREE not in {a.act for a in read(text)}


def test_silence_is_no_denial(read: Read) -> None:
    assert Act.DENY not in {a.act for a in read("The army has not commented on the report.")}


def test_a_report_that_calls_for_something_is_not_the_speaker(read: Read) -> None:
    text = "A doctor at the hospital, who asked not to be named, said nine people died."
    assert {_part(text, a.source).split(",")[0] for a in _outer(read(text))} <= {
        "A doctor at the hospital",
        "A doctor at the hospital … who",
    }


def test_another_speaker_behind_a_semicolon_or_while_is_heard_for_himself(read: Read) -> None:
    text = "According to the mayor, the dam held; farmers say it broke."
    assert [_part(text, a.source) for a in _outer(read(text))] == ["the mayor", "farmers"]
    text = "One envoy said the truce would hold, while another warned that it was dead."
    assert [_part(text, a.source) for a in _outer(read(text))] == ["One envoy", "another"]


def test_a_comment_behind_the_content_is_not_said_by_the_source(read: Read) -> None:
    text = "The warlord says he holds the airport, a claim that no witness has confirmed."
    (found,) = _outer(read(text))
    assert _part(text, found.content) == "he holds the airport"


def test_nobody_believing_something_is_a_denial(read: Read) -> None:
    (found,) = _outer(read("Nobody in the valley believes that the truce will hold."))
    assert found.act is Act.DENY


# ---------------------------------------------------------------- what was never said
@pytest.mark.parametrize(
    "text",
    [
        "If the warlord says that the pass is open, the convoy will leave.",
        "The general may say that the bridge is safe.",
        "Did the mayor say that the wells were poisoned?",
    ],
)
def test_a_saying_that_is_only_supposed_possible_or_asked_about_is_none(read: Read, text: str) -> None:
    assert _outer(read(text)) == []


def test_what_may_not_be_said_and_what_is_quoted_is_kept(read: Read) -> None:
    assert len(_outer(read("The clerk may not say how many rifles were sold."))) == 1
    assert len(_outer(read("“If he says so, it is true,” the nurse said."))) == 1


def test_how_a_refused_thing_would_be_done_is_not_said(read: Read) -> None:
    text = "The captain refused to endanger his men by naming the bridge."
    assert [_part(text, a.cue) for a in read(text)] == ["refused"]


# ---------------------------------------------------------------- where another begins to speak
def test_a_second_speaker_in_the_tense_of_the_first_is_heard_for_himself(read: Read) -> None:
    text = "One envoy said the dam is safe and two farmers said it has burst."
    assert [_part(text, a.source) for a in _outer(read(text))] == ["One envoy", "two farmers"]


def test_a_remark_of_critics_at_the_end_is_theirs(read: Read) -> None:
    text = "The mayor said the army had bought two boats, which critics say cannot float."
    found = {_part(text, a.source): _part(text, a.content) for a in _outer(read(text))}
    assert found["The mayor"] == "the army had bought two boats"
    assert "critics" in found


def test_what_a_survey_finds_is_its_word(read: Read) -> None:
    text = "In a survey by the university, most farmers backed the truce."
    (found,) = _outer(read(text))
    assert _part(text, found.source) == "a survey by the university"


# ---------------------------------------------------------------- runs of quotations
def test_a_quotation_goes_on_behind_its_cue(read: Read) -> None:
    text = "“The well is dry,” the farmer said. “We walk to the river now.”"
    (found,) = _outer(read(text))
    assert _part(text, found.content) == "“The well is dry,” … “We walk to the river now.”"


def test_a_paragraph_of_nothing_but_a_quotation_goes_on_with_the_speaker(read: Read) -> None:
    text = "“The well is dry,” the farmer said.\n\n“We walk to the river now.”"
    (found,) = _outer(read(text))
    assert len(found.content) == 2


def test_a_quotation_behind_reported_speech_has_its_speaker(read: Read) -> None:
    text = "The minister called for a truce. “We have buried enough of our sons.”"
    found = {_part(text, a.content): _part(text, a.source) for a in _outer(read(text))}
    assert found["“We have buried enough of our sons.”"] == "The minister"


def test_a_colon_introduces_the_next_paragraph(read: Read) -> None:
    text = "The priest said:\n\n“They came at night. We hid in the crypt.”"
    (found,) = _outer(read(text))
    assert _part(text, found.source) == "The priest"
    assert found.kind is Kind.DIRECT


def test_speakers_of_a_transcript(read: Read) -> None:
    text = (
        "Deputies meet\n\nTwo deputies met in a studio on Sunday and drank tea.\n\n"
        "KONE: Will the army leave?\n\nDIOP: It will leave when the guns are silent.\n\n"
        "KONE: And the prisoners?\n\nDIOP: They will be home by spring."
    )
    assert [_part(text, a.source) for a in _outer(read(text))] == ["KONE", "DIOP", "KONE", "DIOP"]


# ---------------------------------------------------------------- nesting
def test_a_chain_of_speakers(read: Read) -> None:
    text = (
        "The envoy said on Sunday that a rebel leader had asked Oslo to tell the army "
        "that the rebels hope to talk."
    )
    found = {a.id: a for a in read(text)}
    hope = next(a for a in found.values() if a.act is Act.HOPE)
    chain, at = [], hope
    while True:
        chain.append(_part(text, at.source))
        if at.parent is None:
            break
        at = found[at.parent]
    assert chain[0] == "the rebels"
    assert chain[-2:] == ["a rebel leader", "The envoy"]


def test_parents_are_earlier_attributions_whose_content_holds_the_cue(read: Read) -> None:
    text = (
        "“He told me ‘run’ and I think we must,” she said. Officials say the rebels claim they want peace, "
        "but doubt that they mean it, according to two aides."
    )
    found = {a.id: a for a in read(text)}
    for attribution in found.values():
        if attribution.parent is not None and attribution.cue:
            outer = found[attribution.parent]
            assert any(c.covers(attribution.cue[-1]) for c in outer.content)


# ---------------------------------------------------------------- circumstances
@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The general told Reuters that the port was mined.", "Reuters"),
        ("The general wrote on Telegram that the port was mined.", "Telegram"),
        ("Speaking to The New York Times, the general said the port was mined.", "New York Times"),
        ("In an op-ed on Monday, the general argued that the port should be mined.", "op-ed"),
        ("The general told his men that the port was mined.", None),
    ],
)
def test_medium(read: Read, text: str, medium: str | None) -> None:
    assert [a.medium for a in _outer(read(text))] == [medium]


def test_the_time_of_speaking_is_not_a_time_that_is_spoken_of(read: Read) -> None:
    (found,) = _outer(read("After the garrison fled on Sunday, the mayor said the town was safe."))
    assert found.when is None


def test_hedges_of_the_reporter(read: Read) -> None:
    text = "Former officials have reportedly suggested that the garrison is small."
    (found,) = _outer(read(text))
    assert (found.hedge, _part(text, found.source)) == ("reportedly", "Former officials")


def test_an_adverb_alone_has_a_content_and_no_source(read: Read) -> None:
    text = "The colonel, who was born in Bamako, has reportedly fled."
    (found,) = _outer(read(text))
    assert found.source == ()
    assert "born" not in _part(text, found.content)


# ---------------------------------------------------------------- any text
@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
def test_spans_slice_and_ids_are_unique_on_any_text(analyser: Analyser, words: list[str]) -> None:
    text = " ".join(words)
    reports: tuple[Analysis, ...] = analyser.document(Document("d", text))
    for report in reports:
        ids = {a.id for a in report.attributions}
        assert len(ids) == len(report.attributions)
        for attribution in report.attributions:
            assert attribution.content
            assert attribution.parent is None or attribution.parent in ids - {attribution.id}
            for span in (*attribution.source, *attribution.cue, *attribution.content):
                assert text[span.start : span.end].strip()


def test_parents_never_run_in_a_circle(analyser: Analyser) -> None:
    text = (
        "He said she said “they said ‘we said so’ and he agreed,” she said, he said, "
        "according to them, he said."
    )
    (report,) = analyser.document(Document("d", text))
    parents = {a.id: a.parent for a in report.attributions}
    for at in parents:
        seen = set()
        here: str | None = at
        while here is not None:
            assert here not in seen
            seen.add(here)
            here = parents[here]


# ---------------------------------------------------------------- sayings that have not happened
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Aylin Kaya said the governor asked Chad to tell the herders that the clan hopes for rain.", "Chad"),
        ("The envoy urged the king to announce that the border is open.", "the king"),
        ("Mediators called on the colonel to admit that the convoy was his.", "the colonel"),
        ("The envoy said the road would close if the colonel admits that the convoy was his.", "the colonel"),
    ],
)
def test_who_is_only_to_say_so_is_no_link_of_the_chain(read: Read, text: str, speaker: str) -> None:
    found = read(text)
    assert found
    assert speaker not in {_part(text, a.source) for a in found}
    ids = {a.id for a in found}
    assert all(a.parent is None or a.parent in ids for a in found)


def test_a_wish_behind_a_saying_asked_for_is_told_by_whoever_asks(read: Read) -> None:
    text = "The governor asked Chad to tell the herders that the clan hopes to cross the river."
    found = {_part(text, a.source): a for a in read(text)}
    assert found["the clan"].parent == found["The governor"].id


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The minister has not said whether the base will close.", Act.REFUSE),
        ("The minister did not say where the pilots are held.", Act.REFUSE),
        ("The minister did not say that the base was empty.", Act.DENY),
        ("The minister said whether the base would close.", Act.ASSERT),
        ("The queen insisted that the king go.", Act.DEMAND),
        ("The queen insisted that the king had gone.", Act.ASSERT),
        ("The duke voted against the new border.", Act.REFUSE),
    ],
)
def test_silence_denies_nothing(read: Read, text: str, act: Act) -> None:
    (found,) = read(text)
    assert found.act is act


def test_several_speakers_are_no_one_entity(read: Read) -> None:
    text = "A fisherman and a retired judge said the ferry sank."
    (found,) = read(text)
    assert _part(text, found.source) == "A fisherman and a retired judge"
    assert found.source_entity is None


def test_two_offices_of_one_speaker_are_one_entity(read: Read) -> None:
    (found,) = read("The founder and leader of the brigade said the ferry sank.")
    assert found.source_entity is not None


def test_as_you_know_makes_nobody_a_source(read: Read) -> None:
    assert read("As you know, the road to the port is closed.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Army rejects truce as fighting flares", "truce"),
        ("The mayor demanded a full inquiry as crowds gathered outside.", "a full inquiry"),
        ("The rebels condemned the raid while mediators met in Doha.", "the raid"),
        (
            "The mayor said the gates stay shut while crowds gather.",
            "the gates stay shut while crowds gather",
        ),
    ],
)
def test_what_else_happens_is_no_part_of_an_object(read: Read, text: str, content: str) -> None:
    assert content in [_part(text, a.content) for a in read(text)]
