"""Events told falsely once: numbers of others, harm that nobody did, parts for the whole, wrong days."""

from collections.abc import Callable

import pytest

from dateline.analysis.draft import Draft
from dateline.model.entity import Participant
from dateline.model.event import Event
from dateline.model.span import Span

type Read = Callable[[str], Draft]


def _event(draft: Draft, trigger: str) -> Event:
    """The event that a word tells."""
    found = [e for e in draft.events if e.trigger.of(draft.text) == trigger]
    assert found, [e.trigger.of(draft.text) for e in draft.events]
    return found[0]


def _sizes(draft: Draft, trigger: str) -> dict[str, tuple[int | None, int | None]]:
    return {kind: (count.low, count.high) for kind, count in _event(draft, trigger).size.items()}


def _words(draft: Draft, people: tuple[Participant, ...]) -> list[str]:
    return [person.span.of(draft.text) for person in people]


# ---------------------------------------------------------------------- numbers
@pytest.mark.parametrize(
    ("sentence", "trigger", "sizes"),
    [
        ("The blast left ten dead and thirty injured.", "blast", {"dead": (10, 10), "injured": (30, 30)}),
        (
            "An ambush left three guards dead and five others hurt.",
            "ambush",
            {"dead": (3, 3), "injured": (5, 5)},
        ),
        (
            "The raid left 200 dead and more than 90 wounded.",
            "left",
            {"dead": (200, 200)},
        ),
        ("The gun battle left two marines dead.", "battle", {"dead": (2, 2)}),
        ("Troops shot dead two smugglers on Tuesday.", "shot", {"dead": (2, 2)}),
        ("The sect beheaded two Danes, Jon Holm and Per Dahl.", "beheaded", {"dead": (2, 2)}),
        ("In March 2024 four boys were detained by a patrol.", "detained", {"arrested": (4, 4)}),
        ("Several thousand people gathered outside the court.", "gathered", {"participants": (3000, None)}),
        ("The bishop led demonstrations in Oran.", "demonstrations", {}),
        ("The rebels killed nine villagers and seized the port.", "seized", {}),
        (
            "A raid on the camp killed six. An earlier count put the death toll at four.",
            "raid",
            {"dead": (6, 6)},
        ),
    ],
)
def test_numbers(
    sentence: str, trigger: str, sizes: dict[str, tuple[int | None, int | None]], drafted: Read
) -> None:
    assert _sizes(drafted(sentence), trigger) == sizes


def test_a_feared_harm_is_no_toll_of_an_attack_that_is_certain(drafted: Read) -> None:
    draft = drafted("Gunmen attacked a village near Mopti on Monday. Residents fear that dozens were killed.")
    assert _sizes(draft, "attacked") == {}
    assert _words(draft, _event(draft, "attacked").recipients) == ["a village"]
    assert _sizes(draft, "killed") == {"dead": (24, None)}


def test_a_told_harm_is_the_toll_of_the_attack(drafted: Read) -> None:
    draft = drafted("Gunmen attacked a village near Mopti on Monday. Eleven farmers were killed.")
    assert _sizes(draft, "attacked") == {"dead": (11, 11)}


# ---------------------------------------------------------------------- harm that nobody did
@pytest.mark.parametrize(
    "sentence",
    [
        "Food poisoning killed two pupils in Kano.",
        "Twelve people were killed when a coach fell into a ravine.",
        "A bus plunged into a ravine near Cusco, killing 37 people and injuring 26.",
        "A lorry ran off the road, killing three.",
        "Tropical Storm Odette left 11 people dead.",
        "The ministry is engaged in a dialogue with the miners about dust.",
        "The warden said the prisoner had shot himself.",
    ],
)
def test_nobody_attacked(sentence: str, drafted: Read) -> None:
    assert [e.trigger.of(sentence) for e in drafted(sentence).events if e.type == "ASSAULT"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine people were killed when a shell fell on the market.",
        "Twelve people were killed when the town fell to the rebels.",
        "A gunman ran through the hall, killing three.",
        "Rebels shot down a plane, which crashed into a hill, killing all 20 on board.",
        "The bomber killed himself and four porters.",
    ],
)
def test_somebody_attacked(sentence: str, drafted: Read) -> None:
    assert any(e.type == "ASSAULT" and "dead" in e.size for e in drafted(sentence).events)


# ---------------------------------------------------------------------- who
@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        ("Nine of the 30 pupils have been released.", "released", [], ["Nine of the 30 pupils"]),
        ("Some of the rebels attacked the town.", "attacked", ["Some of the rebels"], ["the town"]),
        ("Farmers fled the valley on Monday.", "fled", [], ["Farmers"]),
        ("Families fled the rebels.", "fled", ["the rebels"], ["Families"]),
        (
            "The general called it an attempt by smugglers to overthrow him.",
            "overthrow",
            ["smugglers"],
            ["him"],
        ),
        ("Benin praised the efforts of Oman and Qatar to mediate.", "mediate", ["Oman", "Qatar"], []),
        ("Police say nine smugglers killed", "killed", [], ["smugglers"]),
        (
            "“We will not negotiate with a gang of smugglers.”",
            "negotiate",
            ["We"],
            ["a gang of smugglers"],
        ),
        ("Norway agreed to send 90 engineers and 200 soldiers.", "agreed", ["Norway"], []),
        ("The rebels refused to withdraw their guns from Tessit.", "refused", ["The rebels"], []),
        ("It clashed with the Chadian army.", "clashed", [], ["the Chadian army"]),
        ("Fatah has accepted a plan, but Israel has yet to reply.", "accepted", ["Fatah"], []),
        ("Donors pledged a loan at a conference in Lima.", "pledged", ["Donors"], []),
        (
            "Oslo has denied that its army backs the rebels and has offered to help the refugees.",
            "offered",
            ["Oslo"],
            ["the refugees"],
        ),
        (
            "The league met the miners, whom it accuses of theft.",
            "accuses",
            ["it"],
            ["the miners"],
        ),
        ("Soldiers chased the smugglers and shot two of them.", "shot", ["Soldiers"], ["them"]),
    ],
)
def test_who(sentence: str, trigger: str, actors: list[str], recipients: list[str], drafted: Read) -> None:
    draft = drafted(sentence)
    event = _event(draft, trigger)
    assert (_words(draft, event.actors), _words(draft, event.recipients)) == (actors, recipients)


def test_a_place_before_those_who_attack_does_not_attack(drafted: Read) -> None:
    draft = drafted("Togo gang attacks worry traders.")
    assert "Togo" not in _words(draft, _event(draft, "attacks").actors)


def test_soldiers_who_turn_back_buses_do_not_withdraw(drafted: Read) -> None:
    assert [e.type for e in drafted("Soldiers at roadblocks turned back buses.").events] != ["RETREAT"]


# ---------------------------------------------------------------------- where and when
def test_who_is_from_somewhere_was_not_hurt_there(drafted: Read) -> None:
    assert _event(drafted("A peacekeeper from Ghana was wounded on Sunday."), "wounded").place is None


@pytest.mark.parametrize(
    ("sentence", "trigger", "place"),
    [
        ("The attack was condemned in Geneva.", "attack", None),
        ("The firm closed its office in Pemba after militants raided the camp.", "raided", "the camp"),
        ("Police put down a protest in Sfax.", "protest", "Sfax"),
        ("The attack killed nine people in Sfax.", "attack", "Sfax"),
    ],
)
def test_where(sentence: str, trigger: str, place: str | None, drafted: Read) -> None:
    found = _event(drafted(sentence), trigger).place
    assert (found and found.span.of(sentence)) == place


def test_a_deed_joined_with_a_subject_of_its_own_was_elsewhere(drafted: Read) -> None:
    draft = drafted("Forty Iranians were killed in the raid, and two people were killed in Israel.")
    assert draft.events[0].place is None


@pytest.mark.parametrize(
    ("sentence", "trigger", "date"),
    [
        (
            "Iran cut ties with Oman in July 2025 and expelled its envoys in March 2026.",
            "expelled",
            "2026-03",
        ),
        ("The deputy was killed in May 2025, and an aide was arrested.", "arrested", None),
        ("In May 2025 the deputy was killed and an aide was arrested.", "arrested", "2025-05"),
        ("The attack was condemned by the council in May 2025.", "attack", None),
        ("The toll of the shelling rose to seven in May 2025.", "shelling", None),
        ("Police were sent in May 2025 after the killing of a judge.", "killing", None),
        ("The attack killed nine people in May 2025.", "attack", "2025-05"),
        ("The village saw fierce clashes in May 2025.", "clashes", "2025-05"),
        ("The army launched an offensive in May 2025.", "offensive", "2025-05"),
        ("The villa was the target of an attack in May 2025.", "attack", "2025-05"),
    ],
)
def test_when(sentence: str, trigger: str, date: str | None, drafted: Read) -> None:
    found = _event(drafted(sentence), trigger).date
    assert (found[1] if found else None) == date


# ---------------------------------------------------------------------- what did not happen, or not yet
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A single clash could set off a war.", {"clash": "Uu"}),
        ("Any attack on the port would have consequences.", {"attack": "Uu"}),
        ("A raid that killed nine people could lead to war.", {"raid": "CT+", "killed": "CT+"}),
        ("The next round of talks with the rebels is planned for May.", {"talks": "Uu"}),
        ("There will be no amnesty for the smugglers.", {"amnesty": "CT-"}),
        ("The plan would have included the kidnapping of an envoy.", {"kidnapping": "Uu"}),
        ("Chad has suspended the release of 18 prisoners.", {}),
        (
            "The group had planned to block roads, cut the power supply and seize the ministry.",
            {"block": "Uu", "cut": "Uu", "seize": "Uu"},
        ),
        ("Minsk denied the allegations.", {"allegations": "CT+"}),
    ],
)
def test_what_did_not_happen(sentence: str, told: dict[str, str], drafted: Read) -> None:
    assert {e.trigger.of(sentence): e.factuality.value for e in drafted(sentence).events} == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The party leader wants to speak.",
        "A car stands in the yard, with 23 holes in its doors.",
        "The ministry did not respond to a request for comment.",
        "The internationally recognised government sat in Aden.",
        "The minister called the speech reckless sabre-rattling.",
        "“Why would Togo want a port?” she asked.",
        "“We need the port,” the mayor told Radio Lome.",
        "The marshals stood by.",
    ],
)
def test_nothing_is_told(sentence: str, drafted: Read) -> None:
    assert [(e.type, e.trigger.of(sentence)) for e in drafted(sentence).events] == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The bloc condemned the coup, demanded a vote and said its leaders would meet the envoy.",
            ("demanded", "REQUEST", (), []),
        ),
        (
            "Oslo said the militia was to blame for the blast.",
            ("was", "ACCUSE", ("allege",), ["the militia"]),
        ),
        ("Norway has agreed to send 200 soldiers.", ("agreed", "AGREE", (), [])),
        ("Mali and Chad have been discussing a French plan to end the war.", ("end", "CONCEDE", (), [])),
    ],
)
def test_what_it_was(sentence: str, told: tuple[str, str, tuple[str, ...], list[str]], drafted: Read) -> None:
    trigger, kind, modes, recipients = told
    draft = drafted(sentence)
    event = _event(draft, trigger)
    assert (event.type, _words(draft, event.recipients)) == (kind, recipients)
    assert set(modes) <= set(event.modes)


def test_reports_that_are_rejected_are_no_demand_that_is_refused(drafted: Read) -> None:
    (event,) = drafted("The general rejected reports that his men had surrendered.").events
    assert (event.type, event.factuality.value) == ("CONCEDE", "Uu")


# ---------------------------------------------------------------------- what is told of somebody else
def test_a_war_has_more_dead_than_the_attack_before_it(drafted: Read) -> None:
    draft = drafted("The army bombed the port of Velha. More than 1,000 people were killed in the war.")
    assert _sizes(draft, "bombed") == {}


def test_militants_who_were_killed_are_no_victims_of_an_attack_by_nobody_knows_whom(drafted: Read) -> None:
    draft = drafted("Police confirmed the attack on Velha. Three gang members were killed.")
    assert _words(draft, _event(draft, "attack").recipients) == ["Velha"]


def test_who_calls_for_a_deed_does_not_do_it(drafted: Read) -> None:
    draft = drafted("Several people gathered outside the court. “Free the bishop,” they chanted.")
    assert [_words(draft, e.actors) for e in draft.events if e.type == "RETREAT"] in ([], [[]])


def test_him_is_not_who_urged_him(drafted: Read) -> None:
    draft = drafted("Anna Holm has spoken with Ali Keita and urged him to stop the raids.")
    (him,) = _event(draft, "urged").recipients
    assert him.entity is not None
    assert draft.entity(him.entity).name == "Ali Keita"


def test_the_operation_is_not_one_that_did_not_take_place(drafted: Read) -> None:
    draft = drafted("The gang has not attacked the port since May. The operation angered the mayor.")
    assert [m for e in draft.events if e.factuality.value == "CT-" for m in e.mentions] == []


def test_who_is_met_is_not_who_comes_along(drafted: Read) -> None:
    draft = drafted("The envoy met rebels with two aides.")
    assert _words(draft, _event(draft, "met").actors) == ["The envoy", "rebels"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("Kenya drone attack kills nine in Lamu.", "attack", []),
        ("The Chad bombing killed three.", "bombing", []),
        ("A Kenya attack on Mogadishu killed three.", "attack", ["Kenya"]),
        ("A Kenyan airstrike killed three in Gedo.", "airstrike", ["Kenyan"]),
        ("A US airstrike killed three in Gedo.", "airstrike", ["US"]),
    ],
)
def test_harm_named_after_a_country_is_where_it_was(
    sentence: str, trigger: str, actors: list[str], drafted: Read
) -> None:
    event = _event(drafted(sentence), trigger)
    assert [p.span.of(sentence) for p in event.actors] == actors
    assert "Chad" not in [p.span.of(sentence) for p in event.recipients]


@pytest.mark.parametrize(
    ("sentence", "trigger", "accuser"),
    [
        ("The army accused the rebels of a massacre in Tabel.", "massacre", True),
        ("The army accused the rebels of a raid on a farm.", "raid", True),
        ("The army accused the rebels of the massacre in Tabel.", "massacre", False),
        ("The union denounced a raid on a farm.", "raid", False),
    ],
)
def test_what_somebody_is_accused_of_is_the_accusers_word(
    sentence: str, trigger: str, accuser: bool, drafted: Read
) -> None:
    draft = drafted(sentence)
    says = {a.id: _words_of(a.source, draft.text) for a in draft.attributions}
    assert says.get(_event(draft, trigger).attribution or "") == (["The army"] if accuser else None)


def _words_of(spans: tuple[Span, ...], text: str) -> list[str]:
    return [span.of(text) for span in spans]
