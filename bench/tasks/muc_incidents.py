"""From contract events to MUC-4 incidents.

ASSAULT with abduct is KIDNAPPING; with explosives or suicide-attack, or a bombing word, BOMBING; with
destroy and a burning word ARSON; any other ATTACK. COERCE seize with a robbing word is ROBBERY, PROTEST
strike or obstruct FORCED WORK STOPPAGE. Other events, denied ones and those of other days (historical,
future, hypothetical) are dropped. Events of one type in one text that share a recipient, or that bring no
party of their own and no conflicting date or place, are one incident.
"""

import re
from dataclasses import dataclass, field, replace

from bench.contract import Analysis, Count, Event, Participant

_NOT_NOW = frozenset({"historical", "future", "hypothetical", "negation"})
_BOMB = re.compile(r"bomb|dynamit|explo|blew|blast")
_FIRE = re.compile(r"burn|fire|arson|torch|ablaze")
_ROB = re.compile(r"rob|steal|stole|loot|heist|holdup")
_LEADING = re.compile(
    r"(?:the|an?|some|this|that|these|those|his|her|their|its|several|other"
    r"|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+",
    re.IGNORECASE,
)
_BEFORE_MODIFIER = re.compile(r"\s(?:OF|IN|FROM|FOR|AT|ON|WHO|WHICH|THAT|WITH|BY)\s")
_COUNTRIES = {
    "EL SALVADOR": ("SV", "SLV"),
    "COLOMBIA": ("CO", "COL"),
    "PERU": ("PE", "PER"),
    "GUATEMALA": ("GT", "GTM", "GUATAMALA"),
    "CHILE": ("CL", "CHL"),
    "HONDURAS": ("HN", "HND"),
    "BOLIVIA": ("BO", "BOL"),
    "ECUADOR": ("EC", "ECU"),
    "ARGENTINA": ("AR", "ARG"),
    "PANAMA": ("PA", "PAN"),
    "NICARAGUA": ("NI", "NIC"),
    "BRAZIL": ("BR", "BRA"),
    "JAMAICA": ("JM", "JAM"),
    "SPAIN": ("ES", "ESP"),
    "UNITED STATES": ("US", "USA"),
    "VENEZUELA": ("VE", "VEN"),
    "MEXICO": ("MX", "MEX"),
    "COSTA RICA": ("CR", "CRI"),
    "URUGUAY": ("UY", "URY"),
    "PARAGUAY": ("PY", "PRY"),
    "CUBA": ("CU", "CUB"),
}
_COUNTRY_OF_CODE = {code: name for name, codes in _COUNTRIES.items() for code in codes}


@dataclass(frozen=True, slots=True)
class Party:
    """A participant by its wording and its entity's names."""

    names: tuple[str, ...]
    type: str | None
    entity: str | None

    @property
    def is_human(self) -> bool:
        """A person, a group of people or somebody unnamed."""
        return self.type in ("person", "group", "unnamed")


@dataclass(frozen=True, slots=True)
class Incident:
    type: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    dates: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    sizes: dict[str, Count] = field(default_factory=dict)


def _normal(name: str) -> str:
    words = " ".join(re.sub(r"[^\w\s]", " ", name).upper().split())
    while (leading := _LEADING.match(words)) is not None:
        words = words[leading.end() :]
    return words


def _head_word(name: str) -> str:
    words = _BEFORE_MODIFIER.split(name, maxsplit=1)[0].split()
    return words[-1] if words else ""


def same_name(one: str, other: str) -> bool:
    """Equal, or the words of one within those of the other with heads that agree."""
    one, other = _normal(one), _normal(other)
    if not one or not other:
        return False
    if one == other:
        return True
    words, others = set(one.split()), set(other.split())
    head, other_head = _head_word(one), _head_word(other)
    if words <= others and (head == other_head or (head in others and len(words) > 1)):
        return True
    return others <= words and (head == other_head or (other_head in words and len(others) > 1))


def same_country(one: str, other: str) -> bool:
    """Equal, whether written as a name or as an ISO 3166 code."""
    return _COUNTRY_OF_CODE.get(one.upper(), one.upper()) == _COUNTRY_OF_CODE.get(
        other.upper(), other.upper()
    )


def incident_type(event: Event, text: str) -> str | None:
    """The MUC-4 type of an event, None where it is no incident."""
    if (event.factuality or "").endswith("-") or event.modes & _NOT_NOW:
        return None
    word = text[slice(*event.trigger)].lower() if event.trigger else ""
    match event.type:
        case "ASSAULT":
            return _assault_type(event, word)
        case "COERCE" if "seize" in event.modes and _ROB.search(word):
            return "ROBBERY"
        case "PROTEST" if event.modes & {"strike", "obstruct"}:
            return "FORCED WORK STOPPAGE"
    return None


def _assault_type(event: Event, word: str) -> str:
    if "abduct" in event.modes:
        return "KIDNAPPING"
    if event.modes & {"explosives", "suicide-attack"} or _BOMB.search(word):
        return "BOMBING"
    return "ARSON" if "destroy" in event.modes and _FIRE.search(word) else "ATTACK"


def _party(participant: Participant, analysis: Analysis, text: str) -> Party:
    wording = text[slice(*participant.span)]
    entity = analysis.entities.get(participant.entity or "")
    if entity is None:
        return Party((wording,), None, participant.entity)
    names = (wording, entity.name, *entity.aliases)
    return Party(tuple(name for name in names if name), entity.type, participant.entity)


def _incident(event: Event, kind: str, analysis: Analysis, text: str) -> Incident:
    place = event.place
    entity = analysis.entities.get(place.entity or "") if place else None
    country = entity.geo.country if entity and entity.geo else None
    return Incident(
        type=kind,
        actors=tuple(_party(item, analysis, text) for item in event.actors),
        recipients=tuple(_party(item, analysis, text) for item in event.recipients),
        dates=frozenset({event.date} if event.date else ()),
        places=frozenset(_party(place, analysis, text).names if place else ()),
        countries=frozenset({country} if country else ()),
        sizes={name: size for name in ("dead", "injured") if (size := event.size.get(name)) is not None},
    )


def _entities(parties: tuple[Party, ...]) -> set[str]:
    return {party.entity for party in parties if party.entity}


def _belongs(new: Incident, old: Incident) -> bool:
    if old.type != new.type or (new.dates and old.dates and not new.dates & old.dates):
        return False
    if _entities(new.recipients) & _entities(old.recipients):
        return True
    bare = not _entities(new.actors + new.recipients)
    return bare and not (new.places and old.places and not new.places & old.places)


def _united(old: tuple[Party, ...], new: tuple[Party, ...]) -> tuple[Party, ...]:
    entities, wordings = _entities(old), {_normal(party.names[0]) for party in old}
    added = (
        party for party in new if party.entity not in entities and _normal(party.names[0]) not in wordings
    )
    return old + tuple(added)


def _merge(old: Incident, new: Incident) -> Incident:
    sizes = dict(old.sizes)
    for name, size in new.sizes.items():
        if name not in sizes or (size.low or 0) > (sizes[name].low or 0):
            sizes[name] = size
    return replace(
        old,
        actors=_united(old.actors, new.actors),
        recipients=_united(old.recipients, new.recipients),
        dates=old.dates | new.dates,
        places=old.places | new.places,
        countries=old.countries | new.countries,
        sizes=sizes,
    )


def incidents(analysis: Analysis, text: str) -> list[Incident]:
    """The incidents of one text, in the order in which they are first told."""
    found: list[Incident] = []
    for event in analysis.events:
        kind = incident_type(event, text)
        if kind is None:
            continue
        new = _incident(event, kind, analysis, text)
        place = next((number for number, old in enumerate(found) if _belongs(new, old)), None)
        if place is None:
            found.append(new)
        else:
            found[place] = _merge(found[place], new)
    return found
