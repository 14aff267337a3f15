"""Linking entities to known actors, and their codes."""

from collections.abc import Callable

import pytest

from dateline import Analyser, Document
from dateline.model.entity import Entity

type Finder = Callable[..., Entity]


@pytest.fixture(scope="module")
def find(analyser: Analyser) -> Finder:
    """The entity of a text whose name, or an alias, is given."""

    def found(text: str, name: str, published: str | None = None) -> Entity:
        (analysis,) = analyser.document(Document("t", text, published=published))
        (entity,) = [e for e in analysis.entities if name in (e.name, *e.aliases)]
        return entity

    return found


def linked(entity: Entity) -> str | None:
    return entity.links.get("dateline")


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("Gunmen of the RSF looted shops in Khartoum, Sudan.", "RSF", "rapid-support-forces"),
        ("In Paris, the media watchdog RSF named Turkey.", "RSF", "reporters-without-borders"),
        ("The ADF raided a village in eastern Congo.", "ADF", "allied-democratic-forces"),
        ("Australia said the ADF would send two ships.", "ADF", "australian-defence-force"),
        ("Kurdish units of the SDF took a dam in Syria.", "SDF", "syrian-democratic-forces"),
        ("The ELN bombed a pipeline in Colombia.", "ELN", "eln-colombia"),
        ("Colombia's National Liberation Army fled.", "National Liberation Army", "eln-colombia"),
        ("Angola said the FNLA had split.", "FNLA", "fnla"),
    ],
)  # fmt: skip
def test_a_name_of_several_means_the_one_whose_country_is_told_of(
    find: Finder, text: str, name: str, actor: str
) -> None:
    assert linked(find(text, name)) == actor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The RSF praised the decision.", "RSF"),
        ("The National Liberation Army denied the report.", "National Liberation Army"),
        ("In Vietnam, the National Resistance Front held a congress.", "National Resistance Front"),
        ("The SDF fired on Tokyo's envoys in Syria and Japan.", "SDF"),
    ],
)
def test_where_several_fit_or_nothing_speaks_for_one_nobody_is_taken(
    find: Finder, text: str, name: str
) -> None:
    assert linked(find(text, name)) is None


def test_an_actor_is_not_met_before_it_was_there(find: Finder) -> None:
    text = "In eastern Congo, the M23 held the road to Goma."
    assert linked(find(text, "M23", published="2013-05-02")) == "m23"
    assert linked(find(text, "M23", published="1998-05-02")) is None


def test_a_leader_is_known_by_surname_in_their_term_only(find: Finder) -> None:
    text = "President Bush spoke about the United States and the war."
    assert linked(find(text, "Bush", published="1990-09-01")) == "george-h-w-bush"
    assert linked(find(text, "Bush", published="2004-09-01")) == "george-w-bush"
    assert linked(find(text, "Bush", published="2015-09-01")) is None


def test_a_namesake_of_a_leader_is_nobody_known(find: Finder) -> None:
    entity = find(
        "Paul Martin, a fisherman from Halifax in Canada, lost his boat.", "Paul Martin", "2004-09-01"
    )
    assert linked(entity) is None


def test_a_bare_surname_is_no_leader_out_of_office(find: Finder) -> None:
    text = "Clinton spoke to voters in Iowa, and thanked the United States."
    assert linked(find(text, "Clinton", published="1996-08-01")) == "bill-clinton"
    assert linked(find(text, "Clinton", published="2016-08-01")) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dora Clinton, a senator of the United States, met voters. Clinton then left.", "Dora Clinton"),
        ("The Border Safety Council (BBC) met in London. The BBC has nine members.", "BBC"),
    ],
)
def test_a_name_that_is_spelled_out_is_not_told_by_a_short_one(find: Finder, text: str, name: str) -> None:
    assert linked(find(text, name, published="1995-06-01")) is None


def test_the_sector_follows_the_day(find: Finder) -> None:
    text = "The Taliban closed the border, Afghan traders said."
    assert find(text, "Taliban", published="2012-06-01").sector == "REB"
    assert find(text, "Taliban", published="2023-06-01").sector == "GOV"


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("The Afghan army shelled the valley.", "The Afghan army", ("AFG", "MIL")),
        ("Two Taliban fighters were killed in Kunduz.", "Two Taliban fighters", ("AFG", "REB")),
        ("US-backed rebels took the town.", "US-backed rebels", (None, "REB")),
        ("Kenya's foreign minister flew to Juba.", "Kenya's foreign minister", ("KEN", "GOV")),
        ("Kenya's foreign minister Ama Otieno flew to Juba.", "Ama Otieno", ("KEN", "GOV")),
        ("A Hamas official denied it.", "A Hamas official", ("PSE", "REB")),
        ("Members of Boko Haram burned a school.", "Members of Boko Haram", ("NGA", "REB")),
        ("UN peacekeepers left the base.", "UN peacekeepers", ("UNO", "MIL")),
        ("A Reuters reporter was hurt.", "A Reuters reporter", (None, "JRN")),
        ("Survivors of Boko Haram reached Maiduguri.", "Survivors of Boko Haram", ("NGA", None)),
        ("Residents of Nairobi queued for water.", "Residents of Nairobi", ("KEN", "CVL")),
        ("Kampala police closed the road.", "Kampala police", ("UGA", "COP")),
        ("In Sudan, the army advanced.", "the army", ("SDN", "MIL")),
        ("In Sudan and Chad, the army advanced.", "the army", (None, "MIL")),
    ],
)
def test_codes_are_composed(find: Finder, text: str, name: str, codes: tuple[str | None, str | None]) -> None:
    entity = find(text, name, published="2015-03-01")
    assert (entity.country, entity.sector) == codes


@pytest.mark.parametrize("name", ["Twitter", "Reuters", "M23", "Boko Haram", "Telegram", "Anadolu"])
def test_outlets_platforms_and_groups_are_no_persons(find: Finder, name: str) -> None:
    assert find(f"The claim first appeared on {name}, and {name} repeated it.", name).type == "organization"


def test_an_unknown_group_stays_an_entity_of_its_own(find: Finder) -> None:
    entity = find("The Free Dunes Brigade took the well.", "Free Dunes Brigade")
    assert entity.links == {}
    assert entity.type == "organization"


def test_names_of_the_base_are_no_aliases_of_the_report(find: Finder) -> None:
    assert find("Somalia said that al-Shabaab had fled.", "al-Shabaab").aliases == ()
