"""Distances and bearings on the globe."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0

type Point = tuple[float, float]


def kilometres(one: Point, other: Point) -> float:
    """Great-circle distance of two (latitude, longitude) points in degrees (haversine)."""
    lat, other_lat = radians(one[0]), radians(other[0])
    across = radians(other[1] - one[1])
    chord = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def bearing(one: Point, other: Point) -> float:
    """In which direction the other point lies: degrees from north, clockwise, 0 to 360."""
    lat, other_lat = radians(one[0]), radians(other[0])
    across = radians(other[1] - one[1])
    east = sin(across) * cos(other_lat)
    north = cos(lat) * sin(other_lat) - sin(lat) * cos(other_lat) * cos(across)
    return degrees(atan2(east, north)) % 360
