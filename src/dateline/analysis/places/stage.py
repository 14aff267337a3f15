"""The stage: the coordinates of a report's places."""

from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import vocabulary
from dateline.analysis.places.clues import ClueReader
from dateline.analysis.places.resolve import Resolver
from dateline.analysis.places.spots import find_toponyms
from dateline.analysis.places.words import place_words
from dateline.gazetteer.index import load_gazetteer
from dateline.gazetteer.place import Place
from dateline.model.place import Geo


def locate(draft: Draft) -> dict[str, Geo]:
    """Where the entities of a report are, by their ids; what is not probable enough is left out."""
    words = vocabulary(draft.language)
    toponyms = find_toponyms(draft, words)
    clues = ClueReader(draft.parse, words, place_words(draft.language), toponyms).read()
    resolved = Resolver(draft.report, load_gazetteer(), toponyms, clues).resolve()
    return {entity: geo(one.place) for entity, one in resolved.items()}


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
