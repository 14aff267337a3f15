"""What the stages found put together: the analysis that readers and the store get."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.analysis.draft import Draft
from dateline.model.analysis import Analysis
from dateline.model.entity import Entity, Form, Label, Mention


def finished(draft: Draft) -> Analysis:
    """The analysis of a draft that all stages have filled."""
    return Analysis(
        report=draft.report,
        mentions=tuple(sorted(_mentions(draft), key=lambda m: (m.span.start, -m.span.end))),
        entities=tuple(_entities(draft)),
        times=draft.times,
        attributions=draft.attributions,
        events=draft.events,
        happenings=draft.happenings,
        relations=draft.relations,
        wants=draft.wants,
        sentences=tuple(draft.parse.span(s.start, s.end) for s in draft.parse.sentences),
    )


def _mentions(draft: Draft) -> Iterator[Mention]:
    """The mentions with their entities. Places are listed where they are named, or speak.

    "The city" serves the stages, which know what it stands for. "Mexican" tells whose officials they are,
    not where something is: to readers it is a nationality, a group.
    """
    sources = {span for attribution in draft.attributions for span in attribution.source}
    for position, mention in enumerate(draft.mentions):
        described = mention.label is Label.PLACE and mention.form is Form.NOMINAL
        if not described or mention.span in sources:
            label = Label.GROUP if mention.form is Form.ADJECTIVE else mention.label
            yield replace(mention, label=label, entity=draft.entity_of(position))
    yield from draft.toponyms


def _entities(draft: Draft) -> Iterator[Entity]:
    """The entities with their codes and points; a place's country is the one it lies in."""
    geos = draft.geos or {}
    for entity, standing in zip(draft.entities, draft.standings, strict=True):
        geo, country = geos.get(entity.id), standing.country
        if geo is not None and entity.type == Label.PLACE:
            country = geo.country
        yield replace(entity, country=country, sector=standing.sector, links=standing.links, geo=geo)
