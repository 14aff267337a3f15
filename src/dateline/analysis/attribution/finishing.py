"""From readings in tokens to attributions in offsets, with their circumstances and their nesting."""

from dateline.analysis.attribution.circumstance import hedge, medium, when
from dateline.analysis.attribution.extents import cue_spans, kind_of, source_spans, spans_of, with_mark
from dateline.analysis.attribution.reading import Reading
from dateline.analysis.attribution.speaking import entity_of, person, with_first_person
from dateline.analysis.draft import Draft
from dateline.language.cues import CueTable
from dateline.model.attribution import Attribution


def finish(draft: Draft, table: CueTable, readings: list[Reading]) -> tuple[Attribution, ...]:
    """The attributions that readings tell of, in text order."""
    readings.sort(key=lambda r: (min(r.content | r.cue), -max(r.content)))
    ids = {id(r): draft.new_id("a", n) for n, r in enumerate(readings, 1)}
    parents = _parents(readings)
    for reading in readings:
        if reading.source is not None:
            reading.source = person(draft, reading.source)
    found = []
    for number, reading in enumerate(readings):
        content = tuple(with_mark(draft, span) for span in spans_of(draft, reading.content))
        source = reading.source
        parent = parents[number]
        found.append(
            Attribution(
                id=ids[id(reading)],
                source=source_spans(draft, source) if source else (),
                source_entity=entity_of(draft, source) if source else None,
                cue=cue_spans(draft, reading),
                content=content,
                kind=kind_of(draft, content),
                act=reading.act,
                hedge=hedge(draft, table, reading),
                medium=medium(draft, table, reading) if reading.entry else None,
                when=when(draft, table, reading) if reading.entry else None,
                parent=ids[id(readings[parent])] if parent is not None else None,
            )
        )
    return with_first_person(draft, tuple(found), readings)


def _parents(readings: list[Reading]) -> list[int | None]:
    """For each reading the one with the smallest content that holds its anchor."""
    anchors: dict[int, list[int]] = {}
    for number, reading in enumerate(readings):
        anchors.setdefault(reading.anchor, []).append(number)
    parents: list[int | None] = [None] * len(readings)
    known = set(anchors)
    for other, outer in enumerate(readings):
        for token in outer.content & known:
            for number in anchors[token]:
                reading, best = readings[number], parents[number]
                if number == other or _is_within(outer, reading):
                    continue
                if best is None or len(outer.content) < len(readings[best].content):
                    parents[number] = other
    return parents


def _is_within(outer: Reading, inner: Reading) -> bool:
    """Whether of two readings that hold each other's cue the outer one is rather the inner."""
    return outer.anchor in inner.content and len(outer.content) <= len(inner.content)
