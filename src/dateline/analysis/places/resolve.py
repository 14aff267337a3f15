"""Every place of a report put on the map, all of them together: what one is tells where the others are.

First each is weighed by itself; those that are all but certain become anchors, which then speak for the
countries and provinces that the report tells of, and for what lies near them. Twice is enough: nothing
moves after that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dateline.analysis.places.around import Anchors, Surroundings
from dateline.analysis.places.clues import Clues
from dateline.analysis.places.home import home_country, is_named_after
from dateline.analysis.places.spots import Toponym
from dateline.analysis.places.weigh import COUNTRY, UNLISTED, best, fit, namesake
from dateline.analysis.places.words import PlaceWords
from dateline.gazetteer.index import Gazetteer
from dateline.gazetteer.place import Match, Naming, Place
from dateline.gazetteer.prior import prior
from dateline.model.report import Report

ENOUGH = 0.5  # how probable a place must be to be given at all
_ANCHOR = 0.75
_ROUNDS = 2
_OFTEN = 4  # mentions of a place after which more of them say no more
_HOME = 1.5  # mentions of a country that its outlets' reports are worth
_LOCAL = 0.35  # of what size is worth, where the paper itself is named after the place
_CERTAIN = 12.0  # an abbreviation of the tables, or a nation's very name, means what it says
_MOST = 60  # candidates


@dataclass(frozen=True, slots=True)
class Resolved:
    """The place that a toponym most probably is."""

    place: Place
    probability: float


@dataclass(slots=True)
class _Candidates:
    toponym: Toponym
    places: list[Place]
    priors: list[float]
    best: Resolved | None = None


@dataclass
class Resolver:
    """Resolves the toponyms of one report."""

    report: Report
    gazetteer: Gazetteer
    words: PlaceWords
    toponyms: list[Toponym]
    clues: Mapping[str, Clues]
    _of: dict[str, _Candidates] = field(default_factory=dict)

    def resolve(self) -> dict[str, Resolved]:
        """By entity, for those that are probable enough."""
        self._of = {t.entity: c for t in self.toponyms if (c := self._candidates(t)) is not None}
        worth = {t.entity: min(t.told, _OFTEN) ** 0.5 for t in self.toponyms}
        anchors = Anchors({}, worth)
        for _ in range(_ROUNDS + 1):
            decided = {e: self._weighed(c, anchors) for e, c in self._of.items()}
            for entity, resolved in decided.items():
                self._of[entity].best = resolved
            anchors = Anchors({e: r.place for e, r in decided.items() if r.probability >= _ANCHOR}, worth)
        return {e: c.best for e, c in self._of.items() if c.best and c.best.probability >= ENOUGH}

    # ------------------------------------------------------------------ candidates
    def _candidates(self, toponym: Toponym) -> _Candidates | None:
        matches: dict[int, tuple[float, Place]] = {}
        nation = self._nation(toponym)
        if nation is not None and any(self._only(name, nation) for name in toponym.names):
            return _Candidates(toponym, [nation], [_CERTAIN])
        for name in toponym.names:
            unit = self._short_form(name)
            if unit is not None:
                matches[unit.id] = _CERTAIN, unit
                continue
            weight = _LOCAL if is_named_after(self.report, name) else 1.0
            for match in self.gazetteer.lookup(name):
                self._consider(match, weight, matches)
        if nation is not None:
            self._consider(Match(nation, Naming.NAME), 1.0, matches)
        if not matches:
            return None
        ranked = sorted(matches.values(), key=lambda item: (-item[0], item[1].id))[:_MOST]
        return _Candidates(toponym, [place for _, place in ranked], [score for score, _ in ranked])

    def _only(self, name: str, nation: Place) -> bool:
        """Whether a name of several words is a nation's, and no other place's: "Democratic Republic of …"."""
        own = {m.place.id for m in self.gazetteer.lookup(name) if m.naming < Naming.PART}
        return " " in name and own == {nation.id}

    @staticmethod
    def _consider(match: Match, weight: float, matches: dict[int, tuple[float, Place]]) -> None:
        score = weight * sum(reason.weight for reason in prior(match))
        place = match.place
        if place.id not in matches or matches[place.id][0] < score:
            matches[place.id] = score, place

    def _nation(self, toponym: Toponym) -> Place | None:
        nation = toponym.nation
        return None if nation is None or nation.code is None else self.gazetteer.unit(nation.code)

    def _short_form(self, name: str) -> Place | None:
        """The province of an abbreviation: "Calif."."""
        code = self.words.abbreviations.get("".join(name.split()))
        return self.gazetteer.unit(code) if code is not None else None

    # ------------------------------------------------------------------ weighing
    def _weighed(self, candidates: _Candidates, anchors: Anchors) -> Resolved:
        entity = candidates.toponym.entity
        around = Surroundings(anchors, entity, self._shares(anchors.told_without(entity)))
        clues = self.clues.get(entity) or Clues()
        scores = [
            score
            + sum(reason.weight for reason in fit(place, clues, around, self.gazetteer))
            + sum(reason.weight for reason in namesake(place, candidates.places, around))
            for place, score in zip(candidates.places, candidates.priors, strict=True)
        ]
        unlisted = UNLISTED + COUNTRY * max(around.countries.values(), default=0.0)
        at, probability = best(candidates.places, scores, unlisted)
        return Resolved(candidates.places[at], probability)

    def _shares(self, told: Mapping[str, float]) -> dict[str, float]:
        countries = dict(told)
        if self._home is not None:
            code = self._home.countries[0]
            countries[code] = countries.get(code, 0.0) + _HOME
        whole = sum(countries.values())
        return {country: worth / whole for country, worth in countries.items()} if whole else {}

    @cached_property
    def _home(self) -> Place | None:
        return home_country(self.report, self.gazetteer)
