"""Which mentions stand for one entity."""

from dateline.analysis.draft import Draft
from dateline.model.entity import Entity


def resolve(draft: Draft) -> tuple[tuple[Entity, ...], tuple[str | None, ...]]:
    found: dict[str, Entity] = {}
    links = []
    for mention in draft.mentions:
        name = mention.span.of(draft.text)
        entity = found.setdefault(name, Entity(draft.new_id("e", len(found) + 1), name, mention.label))
        links.append(entity.id)
    return tuple(found.values()), tuple(links)
