"""All that one report was found to say."""

from dataclasses import dataclass

from dateline.model.attribution import Attribution
from dateline.model.entity import Entity, Mention
from dateline.model.event import Event
from dateline.model.happening import Happening
from dateline.model.relation import Relation
from dateline.model.report import Report
from dateline.model.span import Span
from dateline.model.time import Time
from dateline.model.want import Want


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or analysed, named instead of hidden."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """The findings of one report. Ids are unique within the report's document."""

    report: Report
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    wants: tuple[Want, ...] = ()
    sentences: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    happenings: tuple[Happening, ...] = ()
