"""What several exports tell in the same fields: who somebody is, and where a place is."""

from typing import Any

from dateline.model.entity import Entity
from dateline.model.place import Geo

type Json = dict[str, Any]


def entity_fields(entity: Entity) -> Json:
    """An entity, as the contract has it."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "country": entity.country,
        "sector": entity.sector,
        "roles": list(entity.roles),
        "links": dict(entity.links),
        "geo": geo_fields(entity.geo),
    }


def geo_fields(geo: Geo | None) -> Json | None:
    """A point on the map: degrees WGS 84, the country by its ISO 3166-1 alpha-3 code."""
    if geo is None:
        return None
    return {
        "lat": geo.lat,
        "lon": geo.lon,
        "country": geo.country,
        "admin1": geo.admin1,
        "feature": geo.feature,
        "geonameid": geo.geonameid,
    }
