"""The stage: known actors found among the entities of a report, then the codes of all of them."""

from dateline.analysis.actors.codes import Coder
from dateline.analysis.actors.described import Described, describe
from dateline.analysis.actors.identify import identify, nation, sure
from dateline.analysis.actors.setting import Setting, setting_of
from dateline.analysis.draft import Draft
from dateline.gazetteer.actors import Actor, KnownActors, known_actors
from dateline.model.entity import Standing


def find_standings(draft: Draft) -> tuple[Standing, ...]:
    """The standing of every entity of a draft, in their order."""
    records, setting = describe(draft), setting_of(draft)
    actors = _identified(records, setting, known_actors())
    return Coder(draft, setting, records, actors).all()


def _identified(records: list[Described], setting: Setting, known: KnownActors) -> list[Actor | None]:
    """The actors that entities are; whose name alone tells come first, and say where the report plays."""
    found: list[Actor | None] = [nation(r, known) or identify(r, setting, known) for r in records]
    setting.hears_of(
        actor for actor, r in zip(found, records, strict=True) if actor is not None and sure(actor, r, known)
    )
    return [actor or identify(r, setting, known) for actor, r in zip(found, records, strict=True)]
