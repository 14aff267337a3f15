"""The stage: where a report's places are, and which names of actors are names of places as well."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import vocabulary
from dateline.analysis.places.clues import ClueReader
from dateline.analysis.places.filed import Dateline
from dateline.analysis.places.resolve import Resolver
from dateline.analysis.places.spots import Role, Toponym, find_toponyms
from dateline.analysis.places.words import place_words
from dateline.gazetteer.index import load_gazetteer
from dateline.gazetteer.place import Place
from dateline.model.entity import Entity, Form, Label, Mention
from dateline.model.place import Geo


def locate(draft: Draft) -> tuple[tuple[Entity, ...], dict[str, Geo], tuple[Mention, ...]]:
    """All entities, those of the dateline too; where they are, by their ids; further mentions of places.

    A place that is not probable enough is left out. A country that acts ("France refused") is an
    organisation by its role and a place by its name: a second mention says the latter. The dateline is
    not parsed; its mentions are added here.
    """
    vocabulary_, words, gazetteer = vocabulary(draft.language), place_words(draft.language), load_gazetteer()
    toponyms = find_toponyms(draft, vocabulary_)
    clues = ClueReader(draft.parse, vocabulary_, words, toponyms).read()
    dateline = Dateline(draft, vocabulary_, words, gazetteer, toponyms, clues)
    dateline.read()
    resolved = Resolver(draft.report, gazetteer, words, toponyms, clues).resolve()
    peoples = {toponym.entity for toponym in toponyms if toponym.is_people}
    geos = {entity: geo(one.place) for entity, one in resolved.items() if entity not in peoples}
    entities = (*draft.entities, *dateline.entities)
    return entities, geos, (*_doubled(draft, toponyms, geos), *dateline.mentions)


def _doubled(draft: Draft, toponyms: Iterable[Toponym], geos: Mapping[str, Geo]) -> Iterator[Mention]:
    for toponym in toponyms:
        for spot in toponym.spots:
            if spot.role is Role.ACTOR and toponym.entity in geos:
                span = draft.parse.span(spot.start, spot.end)
                yield Mention(span, Label.PLACE, Form.NAME, spot.head, toponym.entity)


def geo(place: Place) -> Geo:
    """A place of the gazetteer as a point on the map."""
    return Geo(
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        feature=place.code,
        geonameid=place.geonameid,
    )
