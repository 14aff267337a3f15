"""Events: PLOVER's coding rules, numbers, links between mentions, and sentences in which nothing happened."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import Analyser, Document
from dateline.analysis.draft import Draft
from dateline.model.entity import Participant

_NOTHING = tomllib.loads((Path(__file__).parent / "nothing_happened.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "sentence", [pytest.param(s, id=f"{domain}: {s}") for domain, found in _NOTHING.items() for s in found]
)
def test_nothing_happened(sentence: str, drafted: Callable[[str], Draft]) -> None:
    assert [(e.type, e.trigger.of(sentence)) for e in drafted(sentence).events] == []


def test_there_are_enough_sentences_in_which_nothing_happened() -> None:
    assert sum(len(found) for found in _NOTHING.values()) >= 60


def _told(draft: Draft) -> list[str]:
    """Every event as "TYPE mode…: actors > recipients"; articles left out."""

    def names(people: tuple[Participant, ...]) -> str:
        words = (p.span.of(draft.text) for p in people)
        return ", ".join(re.sub(r"^(the|a|an|its|their) ", "", w, flags=re.IGNORECASE) for w in words)

    return [
        f"{' '.join((e.type, *e.modes))}: {names(e.actors)} > {names(e.recipients)}".rstrip()
        for e in draft.events
    ]


@pytest.mark.parametrize(
    ("rule", "sentence", "expected"),
    [
        ("a retreat to come is conceded", "Uganda will withdraw from Ituri.", ["CONCEDE: Uganda > Ituri"]),
        ("so is a promised one", "The junta promised to release the monks.", ["CONCEDE: junta > monks"]),
        ("to agree to one is agreement", "The rebels agreed to free the nurses.", ["AGREE: rebels > nurses"]),
        ("aid to come is agreement", "Norway will send food to Yemen.", ["AGREE: Norway > Yemen"]),
        (
            "an attack that is threatened is a threat",
            "The militia threatened to attack the port.",
            ["THREATEN violence: militia > port"],
        ),
        (
            "an arrest that is threatened, too",
            "The government threatened to arrest the organisers.",
            ["THREATEN arrest: government > organisers"],
        ),
        (
            "what somebody must do is asked of them by who says so",
            "Chad said the rebels must disarm.",
            ["REQUEST yield: Chad > rebels"],
        ),
        (
            "what is asked for gives the mode",
            "The union urged the government to release the miners.",
            ["REQUEST yield: union > government"],
        ),
        (
            "what is refused gives the mode",
            "The envoy refused to meet the rebels.",
            ["REJECT meet: envoy > rebels"],
        ),
        (
            "a summons is an accusation",
            "Oslo summoned the Russian ambassador.",
            ["ACCUSE disapprove: Oslo > Russian ambassador"],
        ),
        ("captured fighters are abducted", "The army captured 40 rebels.", ["ASSAULT abduct: army > rebels"]),
        (
            "a sentence to prison is a conviction and an arrest",
            "A court sentenced the editor to ten years in prison.",
            ["SANCTION convict: court > editor", "COERCE arrest: court > editor"],
        ),
        (
            "the topic of a protest is no demand",
            "Thousands of students marched in Dhaka to demand new elections.",
            ["PROTEST demo: students >"],
        ),
        (
            "those who attack are not mobilised as well",
            "Troops deployed in Bria opened fire on the crowd.",
            ["ASSAULT firearms: Troops > crowd"],
        ),
        ("a demand that is withdrawn is conceded", "Ankara dropped its demand.", ["CONCEDE: Ankara >"]),
        (
            "aid that is stopped is a sanction",
            "Japan suspended aid to Myanmar.",
            ["SANCTION discontinue: Japan > Myanmar"],
        ),
        (
            "bats are a primitive means of beating",
            "Police beat the marchers with bats.",
            ["ASSAULT beat primitive: Police > marchers"],
        ),
        (
            "a joint exercise is cooperation",
            "India and Oman held joint military exercises.",
            ["COOPERATE: India, Oman >"],
        ),
        (
            "an exercise of one country is a show of force",
            "North Korea held military exercises.",
            ["MOBILIZE troops: North Korea >"],
        ),
        (
            "soldiers sent to help are aid",
            "Chile sent soldiers to help flood victims.",
            ["AID: Chile > flood victims"],
        ),
        (
            "a warrant for somebody abroad is a threat",
            "A court in Paris issued an arrest warrant for the fugitive general.",
            ["THREATEN arrest: court > fugitive general"],
        ),
        (
            "to bar somebody is to reject them",
            "Egypt barred the delegation from entering Gaza.",
            ["REJECT: Egypt > delegation"],
        ),
        (
            "to expel somebody is a sanction",
            "Poland expelled two Russian diplomats.",
            ["SANCTION expel: Poland > Russian diplomats"],
        ),
        (
            "a diplomatic protest is an accusation",
            "Seoul lodged a diplomatic protest with Tokyo.",
            ["ACCUSE disapprove: Seoul > Tokyo"],
        ),
        (
            "payment by order of a court is a sanction",
            "A court ordered the bank to pay damages to the victims.",
            ["SANCTION: court > bank"],
        ),
    ],
)
def test_coding_rules(rule: str, sentence: str, expected: list[str], drafted: Callable[[str], Draft]) -> None:
    assert _told(drafted(sentence)) == expected, rule


def test_what_did_not_happen_is_said_so(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("The rebels did not attack the convoy.")
    (event,) = draft.events
    assert (event.factuality.value, event.modes) == ("CT-", ("negation",))


def test_who_says_so_goes_with_the_event(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("A spokesman for the army said rebels killed two villagers.")
    (event,) = draft.events
    (attribution,) = draft.attributions
    assert event.attribution == attribution.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack killed two civilians and a soldier.", {"dead": (3, 3)}),
        ("Three people, including a child, were killed in the shelling.", {"dead": (3, 3)}),
        ("Gunmen killed at least three guards.", {"dead": (3, None)}),
        ("Shelling wounded more than a dozen residents.", {"injured": (13, None)}),
        ("The blast left seven people dead.", {"dead": (7, 7)}),
        ("Police arrested up to 2,500 demonstrators.", {"arrested": (None, 2500)}),
        ("Rebels abducted scores of villagers.", {"abducted": (40, None)}),
        ("Hundreds of thousands marched in Dakar.", {"participants": (200000, None)}),
        ("Gunmen killed three people, among them a child.", {"dead": (3, 3)}),
        ("A grenade wounded dozens.", {"injured": (24, None)}),
        ("Several others were hurt in the shelling.", {"injured": (3, None)}),
    ],
)
def test_numbers(
    text: str, expected: dict[str, tuple[int | None, int | None]], drafted: Callable[[str], Draft]
) -> None:
    events = drafted(text).events
    assert events
    assert {k: (c.low, c.high) for k, c in events[-1].size.items()} == expected


def test_killed_and_wounded_are_one_attack(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("Militants killed four soldiers and wounded nine near Mocha.")
    sizes = [{k: c.low for k, c in e.size.items()} for e in draft.events]
    assert sizes == [{"dead": 4, "injured": 9}] * 2


def test_the_wounded_have_a_number_of_their_own(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("At least three people were killed and more than a dozen wounded.")
    for event in draft.events:
        assert (event.size["dead"].low, event.size["injured"].low) == (3, 13)


@pytest.mark.parametrize(
    ("text", "dead", "injured"),
    [
        ("Two drivers were killed and 31 others injured in the attack.", 2, 31),
        ("Nine people were killed and scores more wounded when a bomb exploded in Zaria.", 9, 40),
        ("Four recruits were killed and six wounded in clashes near Beni.", 4, 6),
    ],
)
def test_the_second_harm_needs_no_auxiliary(
    text: str, dead: int, injured: int, drafted: Callable[[str], Draft]
) -> None:
    for event in drafted(text).events:
        assert (event.size["dead"].low, event.size["injured"].low) == (dead, injured)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A bomb killed 12 people in Zaria. Officials said the death toll had risen to 15.", 15),
        ("An air raid killed 20 villagers. Officials later corrected the toll to 12.", 12),
        ("A blast killed six guards. The clinic had put the toll at four.", 4),
    ],
)
def test_a_later_toll_replaces_the_earlier_one(text: str, dead: int, drafted: Callable[[str], Draft]) -> None:
    for event in drafted(text).events:
        assert event.size["dead"].low == dead


def test_a_reproach_is_not_to_the_victim(drafted: Callable[[str], Draft]) -> None:
    told = _told(drafted("The bishops condemned the killing of two nurses by the militia."))
    assert "ACCUSE disapprove: bishops > militia" in told
    told = _told(drafted("The bishops condemned the murder of the judge."))
    assert "ACCUSE disapprove: bishops >" in told


def test_who_carries_out_a_murder_is_no_victim(drafted: Callable[[str], Draft]) -> None:
    (event,) = drafted("Members of the brigade carried out the murder.").events
    assert [len(people) for people in (event.actors, event.recipients)] == [1, 0]


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("In 1996 the Taliban seized Kabul.", True),
        ("Rebels shelled the port on 2 March 2021.", True),
        ("Rebels shelled the port in July.", False),
        ("Rebels had shelled the port.", False),
    ],
)
def test_what_is_long_past_is_history(text: str, historical: bool, analyser: Analyser) -> None:
    (analysis,) = analyser.document(Document("t", text, published="2021-10-05"))
    (event,) = analysis.events
    assert ("historical" in event.modes) == historical


def test_a_toll_belongs_to_the_attack_told_before(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("Rebels attacked a market in Bria. Eleven people were killed.")
    attack, toll = draft.events
    assert attack.size["dead"].low == toll.size["dead"].low == 11


def test_the_attack_is_the_one_told_before(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("Rebels attacked a convoy near Kaya. The attack lasted an hour.")
    (event,) = draft.events
    assert [m.trigger.of(draft.text) for m in event.mentions] == ["attack"]


def test_the_attacks_are_not_the_one_attack(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("Rebels attacked a convoy near Kaya. The attacks on the villages lasted a week.")
    assert len(draft.events) == 2


def _words(draft: Draft) -> list[list[str]]:
    """The words that tell each event, first to last."""
    text = draft.text
    return [[e.trigger.of(text), *(m.trigger.of(text) for m in e.mentions)] for e in draft.events]


@pytest.mark.parametrize(
    ("why", "text", "expected"),
    [
        (
            "a noun points back",
            "Gunmen attacked a market in Djibo. Shops closed. The attack lasted an hour.",
            [["attacked", "attack"]],
        ),
        (
            "so does a wider one",
            "Rebels shelled Port Amal. The envoy condemned the attack.",
            [["shelled", "attack"]],
        ),
        (
            "a man is killed but once",
            "Gunmen killed Idris Kamal in Djibo. Mr Kamal was shot dead outside his house, and the governor "
            "mourned the killing of Mr Kamal.",
            [["killed", "shot", "killing"]],
        ),
        (
            "the same number of the same people",
            "Twelve miners were killed in Tarkwa. The 12 miners were killed before dawn.",
            [["killed", "killed"]],
        ),
        (
            "one deed by one word, of one actor to one recipient",
            "The Hill Army shelled the Lake Front. It rained. The Hill Army shelled the Lake Front at night.",
            [["shelled", "shelled"]],
        ),
        (
            "two talks are told, one of them twice",
            "The envoy met the Hill Army in Oslo. The meeting went well.",
            [["met", "meeting"]],
        ),
    ],
)
def test_words_for_one_event_are_one(
    why: str, text: str, expected: list[list[str]], drafted: Callable[[str], Draft]
) -> None:
    assert [words for words in _words(drafted(text)) if len(words) > 1] == expected, why


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("it says so itself", "Gunmen attacked a market in Djibo. A second attack followed."),
        ("another day", "Gunmen killed two miners on 3 May 2024. Two miners were killed on 9 May 2024."),
        ("another place", "Gunmen attacked a market in Djibo. The attack in Bobo-Dioulasso killed nobody."),
        ("other people", "Rebels killed the mayor of Goma. The killing of the bishop shocked the town."),
        ("another number", "Rebels killed three nurses. Rebels killed five nurses."),
        ("one was denied", "The army shelled Port Amal. The army did not shell Port Amal."),
        ("two accusations are two", "Chad accused Libya of lies. Chad accused Libya of theft."),
    ],
)
def test_words_for_two_events_stay_two(why: str, text: str, drafted: Callable[[str], Draft]) -> None:
    events = drafted(text).events
    assert len(events) > 1, why
    assert not any(e.mentions for e in events), why


def test_one_event_has_all_that_its_words_tell(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("A market was attacked on 3 May 2024. The attack in Djibo by the Lake Front lasted long.")
    (event,) = draft.events
    assert [p.span.of(draft.text) for p in event.actors] == ["Lake Front"]
    assert event.place is not None
    assert event.place.span.of(draft.text) == "Djibo"
    assert event.date is not None
    assert event.date[1] == "2024-05-03"


def test_each_word_has_its_speaker(drafted: Callable[[str], Draft]) -> None:
    draft = drafted("Gunmen attacked a market in Djibo. The mayor said the attack was cruel.")
    (event,) = draft.events
    (again,) = event.mentions
    said = next(a for a in draft.attributions if a.id == again.attribution)
    assert (event.attribution, [s.of(draft.text) for s in said.source]) == (None, ["The mayor"])


def test_what_a_listener_may_do_is_not_told(drafted: Callable[[str], Draft]) -> None:
    assert not drafted("“You can shoot me, I will stay here,” a woman said.").events


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version of this article said that a bomb had killed hotel guests.",
        "An earlier version of this article said that a bomb had killed hotel guests.",
    ],
)
def test_what_a_correction_takes_back_is_not_told(text: str, drafted: Callable[[str], Draft]) -> None:
    assert not drafted(text).events


@pytest.mark.parametrize(
    ("why", "text", "expected"),
    [
        ("whom help is sought against is no recipient", "Mr Hoti called for help against the Hill Army.",
         ["REQUEST assist: Mr Hoti >"]),
        ("nor whom arms are to fight", "Mr Hoti called for foreign support and arms to fight the rebels.",
         ["REQUEST assist: Mr Hoti >"]),
        ("nor the outlet that is spoken to", "Speaking to the Daily Clarion, Mr Hoti looked tired.", []),
        ("nor the one that is told", "Mr Hoti told Radio Sabel that he was tired.", []),
        ("who agrees not to attack threatens nobody", "The rebels agreed not to attack the port.",
         ["AGREE: rebels > port"]),
        ("a noun that its verb takes tells nothing more", "Norway provided aid to Malawi.",
         ["AID: Norway > Malawi"]),
        ("a threat to come is told by what is to come", "The junta will begin an offensive on Goma.",
         ["THREATEN violence: junta > Goma"]),
        ("a sanction is imposed by announcing it", "Denmark announced a suspension of aid to Chad.",
         ["SANCTION discontinue future: Denmark > Chad"]),
    ],
)  # fmt: skip
def test_who_is_meant_and_who_is_not(
    why: str, text: str, expected: list[str], drafted: Callable[[str], Draft]
) -> None:
    assert _told(drafted(text)) == expected, why
