"""Which known actor an entity is: by name, type, day, countries told of, and what else is said of it.

Every piece of evidence has a weight; an actor is taken when it weighs enough and clearly more than any other.
Where two fit alike, or too little speaks for the one, nobody is taken: a gap misleads nobody.
"""

from collections import Counter

from dateline.analysis.actors.described import Described
from dateline.analysis.actors.setting import Setting
from dateline.gazetteer.actors import Actor, Kind, KnownActors, Match, Naming
from dateline.model.edtf import extent
from dateline.model.entity import Label
from dateline.ontology.codes import WORLD

_BODIES = frozenset((Label.ORGANIZATION, Label.GROUP))
_AT_HOME_ANYWHERE = frozenset((Kind.INTERNATIONAL, Kind.AGENCY, Kind.BROADCASTER))
_OFFICES = frozenset(("GOV", "ELI", "LEG", "MIL", "PTY", "OPP", "REL"))

_NAME = {Naming.FULL: 1.5, Naming.ACRONYM: 0.5, Naming.GENERIC: 0.5, Naming.UNSURE: 0.0, Naming.SURNAME: 0.0}
_LONG = 0.5  # a full name of several words
_HOME, _MET = 2.0, 1.5  # the report tells of its country, or of one where it is met
_ANYWHERE = 1.0  # the report need not tell of its country, and nobody else has its name
_SECOND_NAME = 2.0  # the report also calls it by another of its names
_SAID = 1.5  # words said of it tell its sector
_OFFICE = 1.5  # an office is told
_IN_OFFICE = 1.0  # and, or, one was held on the day
_WELL_KNOWN = 1.5  # reports use the surname without more, because everybody knows whose it is
_ANOTHER = -5.0  # out of office, a surname is as likely somebody else's
_OTHER_CALLING = -2.0  # what is told is no office
_NOT_YET = -5.0  # it did not exist on the day
_ENOUGH = {True: 3.5, False: 1.5}  # for persons, for bodies
_CLEARLY = 1.0


def identify(described: Described, setting: Setting, known: KnownActors) -> Actor | None:
    """The known actor that an entity of a report is; None when none is, or nobody can tell."""
    person = described.entity.type == Label.PERSON
    if not described.named or not (person or described.entity.type in _BODIES):
        return None
    matches = _of_the_name(described, _matches(described.names, person, known), known)
    best = Counter(ways[0].naming for ways in matches.values())
    weights = sorted(
        (
            (_weight(ways, described, setting) + _anywhere(ways[0], best), ways[0].actor)
            for ways in matches.values()
        ),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    if not weights or weights[0][0] < _ENOUGH[person]:
        return None
    if len(weights) > 1 and weights[0][0] - weights[1][0] < _CLEARLY:
        return None
    return weights[0][1]


def sure(actor: Actor, described: Described, known: KnownActors) -> bool:
    """Whether a name alone tells the actor, so that it may speak for whom the others are."""
    ways = _matches(described.names, actor.kind is Kind.PERSON, known).get(actor.id, [])
    return any(way.naming is Naming.FULL for way in ways)


def nation(described: Described, known: KnownActors) -> Actor | None:
    """The country that an entity is: it has its name and its code."""
    entity = described.entity
    if entity.country is None or entity.type == Label.PERSON:
        return None
    own = (m.actor for m in known.named(entity.name) if m.naming is Naming.FULL)
    return next((a for a in own if a.kind is Kind.NATION and a.country == entity.country), None)


def _matches(names: tuple[str, ...], person: bool, known: KnownActors) -> dict[str, list[Match]]:
    """The actors that the names may mean, by id, with how each name names them, the surest first.

    Whose name the report spells out is not told by an acronym or surname: "Ash Carter" is no other Carter.
    """
    found: dict[str, list[Match]] = {}
    spelled: set[str] = set()  # of whom a name of several words is told
    for name in dict.fromkeys(names):
        for match in known.named(name, person):
            if _fits(match.actor, person) and (match.actor.listed or name == names[0]):
                found.setdefault(match.actor.id, []).append(match)
                spelled |= {match.actor.id} if " " in name else set()
    if any(" " in name for name in names):
        found = {i: ways for i, ways in found.items() if i in spelled or ways[0].naming is Naming.FULL}
    return {i: sorted(ways, key=lambda way: way.naming) for i, ways in found.items()}


def _fits(actor: Actor, person: bool) -> bool:
    return actor.kind is not Kind.NATION and (actor.kind is Kind.PERSON) == person


def _of_the_name(
    described: Described, matches: dict[str, list[Match]], known: KnownActors
) -> dict[str, list[Match]]:
    """Only whom the usual name fully names, if anybody; an alias never speaks against it."""
    person = described.entity.type == Label.PERSON
    usual = known.named(described.entity.name, person)
    own = {m.actor.id for m in usual if m.naming is Naming.FULL} & matches.keys()
    return {i: ways for i, ways in matches.items() if i in own} if own else matches


def _weight(ways: list[Match], described: Described, setting: Setting) -> float:
    actor = ways[0].actor
    # Tables that hold everybody have namesakes for many: their names prove little by themselves.
    naming = ways[0].naming if actor.listed else max(ways[0].naming, Naming.GENERIC)
    weight = _NAME[naming] + _country(actor, setting)
    if naming is Naming.FULL and any(" " in name for name in described.names):
        weight += _LONG
    if len(ways) > 1 and actor.kind is not Kind.PERSON:
        weight += _SECOND_NAME
    if actor.kind is Kind.PERSON:
        return weight + _person(actor, naming, described, setting)
    if actor.sector in described.sectors:
        weight += _SAID
    return weight + (_NOT_YET if _begins_later(actor, setting) else 0.0)


def _country(actor: Actor, setting: Setting) -> float:
    """What the countries told of say for an actor. One of many countries is at home in each of them."""
    if actor.country in setting.countries:
        return _HOME
    if any(country in setting.countries for country in actor.also_in):
        return _HOME if actor.country in WORLD else _MET
    return 0.0


def _anywhere(match: Match, namings: Counter[Naming]) -> float:
    """Agencies and bodies of the world are met anywhere; it proves nothing where another is called so."""
    actor = match.actor
    alone = sum(n for naming, n in namings.items() if naming <= match.naming) == 1
    return _ANYWHERE if alone and actor.kind in _AT_HOME_ANYWHERE and not actor.also_in else 0.0


def _person(actor: Actor, naming: Naming, described: Described, setting: Setting) -> float:
    in_office = setting.day is not None and bool(actor.offices(setting.day))
    if naming is Naming.SURNAME and setting.day is not None and not in_office:
        return _ANOTHER
    weight = _IN_OFFICE if in_office else 0.0
    weight += _WELL_KNOWN if described.well_known and (in_office or naming is Naming.FULL) else 0.0
    if described.sectors & _OFFICES:
        return weight + _OFFICE
    return weight + (_OTHER_CALLING if described.sectors else 0.0)


def _begins_later(actor: Actor, setting: Setting) -> bool:
    start = extent(actor.active)[0] if actor.active else None
    return start is not None and setting.day is not None and setting.day < start
