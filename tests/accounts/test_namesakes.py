"""Namesakes, spellings, acronyms, offices, known actors, places: one actor or two, and why."""

from dataclasses import dataclass, field, replace

import pytest

from dateline.accounts.evidence import ENOUGH
from dateline.accounts.identity import Identity, Seen, identify
from dateline.accounts.resolve import Block, Resolution, judgement_id, resolve
from dateline.accounts.traits import NOTHING, Office, Spot, Traits
from dateline.language.folding import folder
from dateline.model.entity import Entity
from dateline.model.judgement import MACHINE, Bearer, Decision, Judgement

ENGLISH = folder("en")
TRIPOLI, NORTH_TRIPOLI = Spot("LBY", None, (32.9, 13.2)), Spot("LBN", None, (34.4, 35.8))


@dataclass
class Company:
    """`pairs` of identities, by their numbers, that are shown in the same company."""

    pairs: set[frozenset[int]] = field(default_factory=set)
    met_: set[frozenset[int]] = field(default_factory=set)

    def met(self, one: int, others: frozenset[int]) -> bool:
        return any(frozenset((one, i)) in self.met_ for i in others)

    def shared(self, one: int, others: frozenset[int]) -> bool:
        return any(frozenset((one, i)) in self.pairs for i in others)


def pairs(*given: tuple[int, int]) -> Company:
    return Company({frozenset(pair) for pair in given})


def who(
    name: str,
    type_: str = "person",
    traits: Traits = NOTHING,
    *,
    aliases: tuple[str, ...] = (),
    local: str = "x",
) -> Identity:
    return identify(Seen(Entity("e1", name, type_, aliases, traits.country), True, local, traits), ENGLISH)


def described(name: str, country: str, month: str | None) -> Identity:
    entity = Entity("e1", name, "unnamed", country=country)
    return identify(Seen(entity, False, f"{name}{month}", month=month), ENGLISH)


def decided(
    *given: Identity, company: Company | None = None, judged: tuple[Judgement, ...] = ()
) -> Resolution:
    """Surnames and descriptions are of different reports."""
    identities = {i: replace(x, local=x.local and f"r{i}") for i, x in enumerate(given)}
    return resolve(Block(identities, {}, judged), company or Company())


def actors(*given: Identity, company: Company | None = None, judged: tuple[Judgement, ...] = ()) -> list[str]:
    return [v.actor for _, v in sorted(decided(*given, company=company, judged=judged).verdicts.items())]


def office(title: str, of: str, year: int, *, over: bool = False) -> Traits:
    return Traits(offices=(Office(title, of, year, over),))


# ---------------------------------------------------------------------- namesakes
def test_two_of_one_name_and_two_countries_are_two() -> None:
    one, other = actors(who("John Vale", traits=Traits("USA")), who("John Vale", traits=Traits("GBR")))
    assert (one, other) == ("person:john-vale~usa", "person:john-vale~gbr")


def test_of_one_name_and_one_country_are_one() -> None:
    assert (
        len(
            set(
                actors(
                    who("John Vale", traits=Traits("USA")), who("John Vale", traits=Traits("USA", born=1950))
                )
            )
        )
        == 1
    )


def test_ages_a_generation_apart_are_two() -> None:
    assert (
        len(
            set(
                actors(who("John Vale", traits=Traits(born=1950)), who("John Vale", traits=Traits(born=1981)))
            )
        )
        == 2
    )


def test_an_age_told_in_another_month_is_the_same() -> None:
    assert (
        len(
            set(
                actors(who("John Vale", traits=Traits(born=1950)), who("John Vale", traits=Traits(born=1951)))
            )
        )
        == 1
    )


def test_the_same_office_outweighs_another_country() -> None:
    envoy = office("envoy to Lunia", "united nations", 2021)
    one, other = replace(envoy, country="SWE"), replace(envoy, country="NOR")
    assert len(set(actors(who("John Vale", traits=one), who("John Vale", traits=other)))) == 1


def test_a_bare_name_of_two_stays_open() -> None:
    usa, gbr, bare = actors(
        who("John Vale", traits=Traits("USA")), who("John Vale", traits=Traits("GBR")), who("John Vale")
    )
    assert len({usa, gbr, bare}) == 3
    assert bare == "person:john-vale"


def test_a_bare_name_is_the_one_that_nearly_all_reports_mean() -> None:
    given = [who("John Vale", traits=Traits("USA")), who("John Vale", traits=Traits("GBR")), who("John Vale")]
    found = resolve(Block(dict(enumerate(given)), {0: 10, 1: 2, 2: 30}), Company()).verdicts
    assert found[2].actor == found[0].actor != found[1].actor
    assert found[2].open  # more reports of the other may change it


def test_namesakes_kept_apart_are_a_judgement_in_words() -> None:
    found = decided(who("John Vale", traits=Traits("USA")), who("John Vale", traits=Traits("GBR")))
    (judgement,) = found.judgements
    assert judgement.decision is Decision.SPLIT
    assert judgement.by == MACHINE
    assert judgement.why == "two bear the name: one of GBR, one of USA"
    assert {f.name for f in judgement.features} == {"same_name", "other_country"}
    assert judgement.score < ENOUGH


# ---------------------------------------------------------------------- known actors and places
def test_two_names_of_one_known_actor_are_one() -> None:
    link = Traits(links=(("dateline", "hill-league"),))
    assert len(set(actors(who("Hill League", "organization", link), who("Old Band", "group", link)))) == 1


def test_two_known_actors_of_one_name_are_two() -> None:
    one, other = (Traits(links=(("dateline", slug),)) for slug in ("popular-front-a", "popular-front-b"))
    assert actors(who("Popular Front", "organization", one), who("Popular Front", "organization", other)) == [
        "organization:popular-front~popular-front-a",
        "organization:popular-front~popular-front-b",
    ]


def test_a_surname_of_a_known_actor_needs_no_company() -> None:
    link = Traits(links=(("dateline", "ann-bello"),))
    assert len(set(actors(who("Ann Bello", traits=link), who("Bello", traits=link), who("Dan Bello")))) == 2


def test_towns_of_one_name_in_two_countries_are_two() -> None:
    places = [who("Tripoli", "place", Traits(spot=s)) for s in (TRIPOLI, NORTH_TRIPOLI)]
    assert len(set(actors(*places))) == 2


def test_a_town_that_two_gazetteers_put_a_little_apart_is_one() -> None:
    near = replace(TRIPOLI, point=(32.8, 13.3))
    assert len(set(actors(*(who("Tripoli", "place", Traits(spot=s)) for s in (TRIPOLI, near))))) == 1


# ---------------------------------------------------------------------- spellings and acronyms
SPELLINGS = [("Ahmad Massoud", "Ahmed Masood"), ("Volodymyr Zelensky", "Volodymyr Zelenskyy")]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_a_name_in_one_company_are_one(one: str, other: str) -> None:
    assert len(set(actors(who(one), who(other), company=pairs((0, 1))))) == 1
    assert len(set(actors(who(one), who(other)))) == 2


def test_an_initial_between_two_names_is_no_other_name() -> None:
    assert len(set(actors(who("Raj Kumar"), who("Raj K. Kumar"), company=pairs((0, 1))))) == 1


def test_father_and_son_share_names_and_company() -> None:
    assert len(set(actors(who("Ahmad Kone"), who("Ahmad Shah Kone"), company=pairs((0, 1))))) == 2


def test_the_army_of_a_nation_is_one() -> None:
    army = identify(Seen(Entity("e1", "the Malian army", "organization", country="MLI"), False, "x"), ENGLISH)
    other = identify(Seen(Entity("e1", "Malian army", "organization", country="MLI"), False, "y"), ENGLISH)
    assert len(set(actors(army, other))) == 1


def test_spellings_are_one_by_the_office_too() -> None:
    general = office("governor", "KEN", 2020)
    assert len(set(actors(who("Mohamed Bello", traits=general), who("Muhammad Bello", traits=general)))) == 1


def test_spellings_of_two_countries_are_two() -> None:
    one, other = who("Mohamed Bello", traits=Traits("NGA")), who("Muhammad Bello", traits=Traits("SDN"))
    assert len(set(actors(one, other, company=pairs((0, 1))))) == 2


def test_brothers_met_in_one_report_are_no_spellings() -> None:
    company = Company({frozenset((0, 1))}, {frozenset((0, 1))})
    assert len(set(actors(who("Mohamed Bello"), who("Muhammad Bello"), company=company))) == 2


def test_an_acronym_in_company_is_the_only_name_it_fits() -> None:
    short, long = who("DLF", "organization"), who("Democratic Lake Front", "organization")
    assert len(set(actors(short, long, company=pairs((0, 1))))) == 1
    assert len(set(actors(short, long))) == 2
    third = who("Darran Liberation Forces", "organization")
    assert len(set(actors(short, long, third, company=pairs((0, 1), (0, 2))))) == 3


def test_small_words_have_no_letter() -> None:
    short, long = who("MHL", "organization"), who("Movement of the Hill League", "organization")
    assert len(set(actors(short, long, company=pairs((0, 1))))) == 1


# ---------------------------------------------------------------------- surnames and offices
def test_a_surname_with_the_office_is_whoever_holds_it() -> None:
    president = who("Samuel Okoro", traits=office("president", "KEN", 2020))
    minister = who("Ann Okoro", traits=office("foreign minister", "KEN", 2020))
    bare = who("Okoro", traits=office("president", "KEN", 2020))
    found = actors(president, minister, bare)
    assert found[2] == found[0] != found[1]


def test_the_former_president_is_the_president() -> None:
    president = who("Okoro", traits=office("president", "", 2020))
    former = who("Samuel Okoro", traits=office("president", "KEN", 2023, over=True))
    assert len(set(actors(president, former))) == 1


def test_two_of_a_surname_in_the_same_company_stay_open() -> None:
    found = actors(who("Samuel Okoro"), who("Ann Okoro"), who("Okoro"), company=pairs((0, 2), (1, 2)))
    assert len(set(found)) == 3


def test_a_surname_in_a_report_of_its_bearer_was_told_apart_there() -> None:
    company = Company({frozenset((0, 1))}, {frozenset((0, 1))})
    assert len(set(actors(who("Samuel Okoro"), who("Okoro"), company=company))) == 2


def test_the_president_of_two_years_are_two_people() -> None:
    first = who("Samuel Okoro", traits=office("president", "KEN", 2018))
    second = who("Ann Bello", traits=office("president", "KEN", 2023))
    then, now = (
        described("the Kenyan president", "KEN", "2018-05"),
        described("the president of Kenya", "KEN", "2023-02"),
    )
    found = actors(first, second, then, now)
    assert found[2] == found[0]
    assert found[3] == found[1]
    assert found[0] != found[1]


def test_the_president_in_the_year_of_a_change_stays_open() -> None:
    old = who("Samuel Okoro", traits=office("president", "KEN", 2022))
    new = who("Ann Bello", traits=office("president", "KEN", 2022))
    found = actors(old, new, described("the Kenyan president", "KEN", "2022-05"))
    assert len(set(found)) == 3


def test_the_president_of_one_month_is_one_and_of_no_date_nobody() -> None:
    may = (
        described("the Kenyan president", "KEN", "2022-05"),
        described("Kenya's president", "KEN", "2022-05"),
    )
    assert len(set(actors(*may))) == 1
    undated = described("the Kenyan president", "KEN", None), described("the Kenyan president", "KEN", None)
    assert len(set(actors(*undated))) == 2


def test_the_general_and_the_gang_leader_of_one_name_are_two() -> None:
    given = (
        who("Omar Hill", traits=office("gang leader", "", 2022)),
        who("Omar Hill", traits=office("brigadier general", "", 2022)),
        who("Omar Hill", traits=office("spokesman", "army", 2022)),
        who("Omar Hill", traits=office("bandit commander", "", 2022)),
    )
    found = actors(*given)
    assert found[0] == found[3] == "person:omar-hill~crime"
    assert found[1] == found[2] == "person:omar-hill~state"


@pytest.mark.parametrize("other", [("police officer", True), ("commander", False), ("rebel leader", False)])
def test_who_left_the_police_and_who_leads_rebels_may_be_anybody(other: tuple[str, bool]) -> None:
    title, over = other
    given = (
        who("Omar Hill", traits=office("gang leader", "", 2022)),
        who("Omar Hill", traits=office(title, "", 2022, over=over)),
    )
    assert len(set(actors(*given))) == 1


@pytest.mark.parametrize("name", ['Omar "Lion" Hill', "Omar “the Lion” Hill", "Omar ‘Lion’ Hill"])
def test_a_nickname_is_no_part_of_a_name(name: str) -> None:
    assert actors(who(name), who("Omar Hill")) == ["person:omar-hill"] * 2


# ---------------------------------------------------------------------- humans
def human(decision: Decision, one: Bearer, other: Bearer) -> Judgement:
    return Judgement(judgement_id(decision, one, other, "ann"), decision, one, other, "ann", 1.0, "she knows")


def test_a_human_merge_outranks_the_machine() -> None:
    given = who("John Vale", traits=Traits("USA")), who("Jack Hill", traits=Traits("GBR"))
    judged = human(Decision.MERGE, Bearer("person", "john vale"), Bearer("person", "jack hill"))
    found = decided(*given, judged=(judged,)).verdicts
    assert found[0].actor == found[1].actor
    assert found[0].why == "she knows"


def test_a_human_split_outranks_the_machine() -> None:
    given = who("Osman Bello", aliases=("Abu Karima",)), who("Abu Karima")
    assert len(set(actors(*given))) == 1
    judged = human(Decision.SPLIT, Bearer("person", "osman bello"), Bearer("person", "abu karima"))
    assert len(set(actors(*given, judged=(judged,)))) == 2


def test_who_got_a_label_is_another() -> None:
    plain, labelled = who("John Vale"), replace(who("John Vale"), label="the younger")
    assert actors(plain, labelled) == ["person:john-vale", "person:john-vale~the-younger"]


def test_a_surname_that_a_human_knew() -> None:
    judged = human(Decision.MERGE, Bearer("person", "bello"), Bearer("person", "ann bello"))
    found = actors(who("Ann Bello"), who("Dan Bello"), who("Bello"), judged=(judged,))
    assert found[2] == found[0]
