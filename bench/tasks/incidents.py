"""MUC-4: incident templates (Latin America, 1989-90, texts in upper case) from contract events.

How events become incidents stands in `muc_incidents`. Templates and incidents of one type are aligned one
to one. `slots` scores the type and four roles (individual and organised perpetrators, targets, victims),
`slots_merged` the type with all actors and all recipients. Optional templates and fills cost nothing when
they are missing. dead and injured: the total, where the key gives exact numbers; date: the exact day, where
the key has one; country and place. Not comparable with the 1992 scorer, roughly with GTT's (no instruments
here).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.contract import empty_line
from bench.data import Json
from bench.matching import assign
from bench.metrics import Figures, rates
from bench.tasks.base import Case, Headline, Task
from bench.tasks.muc_incidents import Incident, Party, incidents, same_country, same_name

ROLES = ("perp_ind", "perp_org", "target", "victim")
ANY_ROLES = ("perp_any", "target_any")
SIZES = {"dead": "DEATH", "injured": "INJURY"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KIND = re.compile(r"\s*\([A-Z ]*\)?")


@dataclass(frozen=True, slots=True)
class Fill:
    """One gold filler: its alternative names, and whether it may be left out."""

    names: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Template:
    types: tuple[str, ...]
    optional: bool
    roles: Mapping[str, tuple[Fill, ...]]
    dates: frozenset[str]
    countries: frozenset[str]
    units: tuple[str, ...]
    sizes: Mapping[str, int]

    @property
    def days(self) -> set[str]:
        """The exact days among the dates."""
        return {date for date in self.dates if _DAY.fullmatch(date)}


type Gold = tuple[Template, ...]


def exact_total(template: Json, effect: str) -> int | None:
    """How many victims suffered just this effect; None unless each has one exact number."""
    alone = [item["victim"] for item in template["effects"] if item["effect"] == [effect]]
    if not alone or None in alone:
        return None
    total = 0
    for victim in set(alone):
        numbers = [item for item in template["human_target_numbers"] if item["victim"] == victim]
        if len(numbers) != 1 or numbers[0]["low"] is None or numbers[0]["low"] != numbers[0]["high"]:
            return None
        total += numbers[0]["low"]
    return total


def _template(item: Json) -> Template:
    def fills(name: str) -> tuple[Fill, ...]:
        return tuple(Fill(tuple(fill["names"]), bool(fill.get("optional"))) for fill in item[name])

    roles = {
        "perp_ind": fills("perp_individuals"),
        "perp_org": fills("perp_orgs"),
        "target": fills("targets"),
        "victim": fills("victims"),
    }
    roles["perp_any"] = roles["perp_ind"] + roles["perp_org"]
    roles["target_any"] = roles["target"] + roles["victim"]
    return Template(
        types=tuple(item["type"]),
        optional=bool(item.get("optional")),
        roles=roles,
        dates=frozenset(item["date"]),
        countries=frozenset(name for place in item["location"] for name in re.split(r"\s+-\s+", place[0])),
        units=tuple(_KIND.sub("", unit) for place in item["location"] for unit in place),
        sizes={
            name: total for name, effect in SIZES.items() if (total := exact_total(item, effect)) is not None
        },
    )


def read(row: Json) -> Gold:
    """The templates of a row."""
    return tuple(_template(item) for item in row["templates"])


# ---------------------------------------------------------------- scoring


def _parties(incident: Incident, role: str) -> Sequence[Party]:
    match role:
        case "perp_org":
            return [party for party in incident.actors if party.type == "organization"]
        case "perp_ind":
            return [party for party in incident.actors if party.type != "organization"]
        case "victim":
            return [party for party in incident.recipients if party.is_human]
        case "target":
            return [party for party in incident.recipients if not party.is_human]
        case "perp_any":
            return incident.actors
        case _:
            return incident.recipients


def _fill_pairs(gold: Sequence[Fill], predicted: Sequence[Party]) -> list[tuple[int, int]]:
    return assign(
        {
            (i, j): 1.0
            for i, fill in enumerate(gold)
            for j, party in enumerate(predicted)
            if any(same_name(one, other) for one in fill.names for other in party.names)
        }
    )


def _alignment(gold: Gold, predicted: Sequence[Incident]) -> dict[int, int]:
    """Templates with incidents of an allowed type, so that the most fillers agree."""
    weights: dict[tuple[int, int], float] = {}
    for i, template in enumerate(gold):
        for j, incident in enumerate(predicted):
            if incident.type in template.types:
                agreeing = sum(
                    len(_fill_pairs(template.roles[role], _parties(incident, role))) for role in ANY_ROLES
                )
                same_date = 0.5 if incident.dates & template.dates else 0.0
                weights[i, j] = 1 + agreeing + same_date + (0.0 if template.optional else 0.1)
    return dict(assign(weights))


class _Tally(Counter[tuple[str, str]]):
    """Counts by slot: gold, predicted, hits and gold hits (required fills that were met)."""

    def slot(self, name: str, *, gold: int, predicted: int, hits: int, gold_hits: int) -> None:
        self[name, "gold"] += gold
        self[name, "predicted"] += predicted
        self[name, "hits"] += hits
        self[name, "gold hits"] += gold_hits

    def simple(self, name: str, *, told: bool, right: bool) -> None:
        self.slot(name, gold=1, predicted=int(told), hits=int(told and right), gold_hits=int(told and right))

    def rates(self, name: str, slots: Sequence[str]) -> Figures:
        gold, predicted, hits, gold_hits = (
            sum(self[slot, what] for slot in slots) for what in ("gold", "predicted", "hits", "gold hits")
        )
        return rates(name, hits, predicted, gold, gold_hits=gold_hits)


def _count_slots(template: Template, incident: Incident | None, tally: _Tally) -> None:
    required, met = int(not template.optional), int(incident is not None)
    tally.slot("type", gold=required, predicted=met, hits=met, gold_hits=required * met)
    for role in ROLES + ANY_ROLES:
        gold, parties = template.roles[role], _parties(incident, role) if incident else ()
        pairs = _fill_pairs(gold, parties)
        needed = sum(not fill.optional for fill in gold)
        needed_met = sum(not gold[i].optional for i, _ in pairs)
        tally.slot(
            role,
            gold=required * needed,
            predicted=len(parties),
            hits=len(pairs),
            gold_hits=required * needed_met,
        )


def _count_circumstances(template: Template, incident: Incident | None, tally: _Tally) -> None:
    for name, total in template.sizes.items():
        size = incident.sizes.get(name) if incident else None
        told = {size.low, size.high} - {None} if size else set()
        tally.simple(name, told=bool(told), right=total in told)
    if template.days:
        dates = {date.strip("~?%") for date in incident.dates} if incident else set()
        tally.simple("date", told=bool(dates), right=bool(dates & template.days))
    if template.units:
        countries, places = (incident.countries, incident.places) if incident else (set[str](), set[str]())
        named = any(same_country(one, other) for one in countries for other in template.countries)
        tally.simple("country", told=bool(countries), right=named)
        placed = any(same_name(unit, place) for unit in template.units for place in places)
        tally.simple("place", told=bool(places), right=placed)


def _count_case(case: Case[Gold], tally: _Tally) -> None:
    predicted = incidents(case.analysis, case.text)
    needed = any(not template.optional for template in case.gold)
    relevant = (
        needed or not case.gold
    )  # a text with optional templates alone is neither relevant nor irrelevant
    told = bool(predicted)
    tally.slot(
        "relevant",
        gold=int(needed),
        predicted=int(told and relevant),
        hits=int(told and needed),
        gold_hits=int(told and needed),
    )
    alignment = _alignment(case.gold, predicted)
    for i, template in enumerate(case.gold):
        incident = predicted[alignment[i]] if i in alignment else None
        if incident is not None or not template.optional:
            _count_slots(template, incident, tally)
            _count_circumstances(template, incident, tally)
    for j in set(range(len(predicted))) - set(alignment.values()):
        tally["type", "predicted"] += 1
        for role in ROLES + ANY_ROLES:
            tally[role, "predicted"] += len(_parties(predicted[j], role))


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Rates of relevant documents, types, slots, roles and circumstances."""
    tally = _Tally()
    for case in cases:
        _count_case(case, tally)
    figures: Figures = {
        **tally.rates("relevant_documents", ["relevant"]),
        **tally.rates("type", ["type"]),
        **tally.rates("slots", ["type", *ROLES]),
        **tally.rates("slots_merged", ["type", *ANY_ROLES]),
    }
    for role in ROLES + ANY_ROLES:
        figures |= tally.rates(f"by_role.{role}", [role])
    for name in (*SIZES, "date", "country", "place"):
        figures |= tally.rates(name, [name])
    return figures


# ---------------------------------------------------------------- gold as prediction

_PERFECT = {
    "ATTACK": ("ASSAULT", [], "did"),
    "BOMBING": ("ASSAULT", ["explosives"], "did"),
    "KIDNAPPING": ("ASSAULT", ["abduct"], "did"),
    "ARSON": ("ASSAULT", ["destroy"], "burn"),
    "ROBBERY": ("COERCE", ["seize"], "rob"),
    "FORCED WORK STOPPAGE": ("PROTEST", ["strike"], "did"),
}
_ENTITY_TYPES = {
    "perp_ind": "unnamed",
    "perp_org": "organization",
    "victim": "person",
    "target": "organization",
}


class _Oracle:
    """Writes gold as a contract line.  Some types rest on a trigger word: those are put behind the text."""

    def __init__(self, row: Json) -> None:
        self.row = row
        self.text: str = row["text"]
        self.line = empty_line(row["id"])

    def participant(self, names: Sequence[str], entity_type: str, geo: Json | None = None) -> Json:
        identifier = f"e{len(self.line['entities'])}"
        entity = {
            "id": identifier,
            "name": names[0],
            "aliases": list(names[1:]),
            "type": entity_type,
            "geo": geo,
        }
        self.line["entities"].append(entity)
        return {"start": 0, "end": 1, "entity": identifier}

    def event(self, item: Json) -> Json:
        template = _template(item)
        plover_type, modes, word = _PERFECT[template.types[0]]
        self.text += f" {word}"
        parties = {
            role: [self.participant(fill.names, _ENTITY_TYPES[role]) for fill in template.roles[role]]
            for role in ROLES
        }
        day = next((date for date in item["date"] if date in template.days), None)
        return {
            "type": plover_type,
            "modes": modes,
            "trigger": [len(self.text) - len(word), len(self.text)],
            "actors": parties["perp_ind"] + parties["perp_org"],
            "recipients": parties["victim"] + parties["target"],
            "place": self.place(item),
            "date": {"start": 0, "end": 1, "edtf": day} if day else None,
            "size": {name: {"low": total, "high": total} for name, total in template.sizes.items()},
            "factuality": "CT+",
        }

    def place(self, item: Json) -> Json | None:
        if not item["location"]:
            return None
        first = item["location"][0]
        country = re.split(r"\s+-\s+", first[0])[0]
        return self.participant([_KIND.sub("", first[-1])], "place", {"country": country})

    def written(self) -> Json:
        self.line["events"] = [self.event(item) for item in self.row["templates"]]
        return {**self.line, "text": self.text}


def oracle(row: Json) -> Json:
    """Gold as a contract line, with the longer `text` it speaks about."""
    return _Oracle(row).written()


TASK = Task(
    name="incidents",
    title="incident templates, MUC-4",
    folder="muc4",
    splits=("dev", "tst1", "tst2"),
    found=lambda analysis: bool(analysis.events),
    headlines=(
        Headline("slots.f", "type and roles F", "GTT on tst3/tst4 .443 / .572 [C]"),
        Headline("type.f", "type F", "GTT on tst3/tst4 .708 / .721 [C]"),
        Headline("slots_merged.f", "type, actors, recipients F"),
        Headline("dead.f", "dead F"),
        Headline("date.f", "date F"),
        Headline("country.f", "country F"),
    ),
    read=read,
    score=score,
    oracle=oracle,
)
