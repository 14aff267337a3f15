"""The stages in their order, and the plain function that runs them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.language import Language as Pipeline

from dateline.analysis.attribution import attribute
from dateline.analysis.coreference import resolve
from dateline.analysis.draft import Draft
from dateline.analysis.events import find_events
from dateline.analysis.factuality import judge
from dateline.analysis.mentions import find_mentions
from dateline.analysis.parse import parse
from dateline.analysis.places import locate
from dateline.analysis.quotations import find_quotations
from dateline.analysis.relations import find_relations
from dateline.analysis.spacy_model import load_model
from dateline.analysis.speakers import find_speakers
from dateline.analysis.times import find_times
from dateline.analysis.wants import find_wants
from dateline.language import Language, load_language
from dateline.model.analysis import Analysis
from dateline.model.entity import Entity, Form, Label, Mention
from dateline.model.place import Geo
from dateline.model.report import Document, Report
from dateline.segment import segment


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the analysis: `run` reads a draft and returns the values of the fields it `gives`."""

    name: str
    gives: tuple[str, ...]
    run: Callable[[Draft], tuple[Any, ...]]
    needs: tuple[str, ...] = ()


STAGES = (
    Stage("quotations", ("quotations",), lambda d: (find_quotations(d),)),
    Stage("times", ("times",), lambda d: (find_times(d),)),
    Stage("mentions", ("mentions",), lambda d: (find_mentions(d),), ("times", "quotations")),
    Stage("coreference", ("entities", "links"), resolve, ("mentions",)),
    Stage("places", ("geos", "toponyms"), locate, ("entities", "links")),
    Stage("attribution", ("attributions",), lambda d: (attribute(d),), ("quotations", "links")),
    Stage("speakers", ("speakers",), lambda d: (find_speakers(d),), ("attributions",)),
    Stage("factuality", ("factualities",), lambda d: (judge(d),), ("attributions",)),
    Stage("events", ("events",), lambda d: (find_events(d),), ("speakers", "factualities")),
    Stage("relations", ("relations",), lambda d: (find_relations(d),), ("speakers", "factualities")),
    Stage("wants", ("wants",), lambda d: (find_wants(d),), ("speakers", "factualities")),
)


@dataclass(frozen=True)
class Analyser:
    """A loaded model and language pack, ready to analyse any number of reports.

    `model` is the name or path of a spaCy pipeline; None takes dateline's own, after checking it.
    Raises ModelError or LexiconError on the first use when one of them cannot be had.
    """

    model: str | None = None
    language_code: str = "en"
    _loaded: list[Pipeline] = field(default_factory=list, repr=False, compare=False)

    @property
    def pipeline(self) -> Pipeline:
        if not self._loaded:
            self._loaded.append(load_model(self.model))
        return self._loaded[0]

    @property
    def language(self) -> Language:
        return load_language(self.language_code)

    def document(self, document: Document) -> tuple[Analysis, ...]:
        """One analysis for every report that stands in a document, in text order."""
        return tuple(self.report(report) for report in segment(document, self.language))

    def report(self, report: Report) -> Analysis:
        """All that one report says."""
        draft = Draft(report, self.language, parse(report, self.pipeline))
        for stage in STAGES:
            draft = replace(draft, **dict(zip(stage.gives, stage.run(draft), strict=True)))
        return _finished(draft)


def _finished(draft: Draft) -> Analysis:
    mentions = [replace(m, entity=draft.entity_of(i)) for i, m in enumerate(draft.mentions)]
    sources = {span for attribution in draft.attributions for span in attribution.source}
    listed = [m for m in mentions if _is_named(m) or m.span in sources]
    mentions = sorted([*listed, *draft.toponyms], key=lambda m: (m.span.start, -m.span.end))
    return Analysis(
        report=draft.report,
        mentions=tuple(mentions),
        entities=tuple(_located(entity, draft.geos or {}) for entity in draft.entities),
        times=draft.times,
        attributions=draft.attributions,
        events=draft.events,
        relations=draft.relations,
        wants=draft.wants,
        sentences=tuple(draft.parse.span(s.start, s.end) for s in draft.parse.sentences),
    )


def _is_named(mention: Mention) -> bool:
    """Places are listed where they are named, or speak; "the city" only serves the stages."""
    return mention.label is not Label.PLACE or mention.form is not Form.NOMINAL


def _located(entity: Entity, geos: dict[str, Geo]) -> Entity:
    """An entity with its point, if it has one; a place's country is the one it lies in."""
    geo = geos.get(entity.id)
    if geo is None:
        return entity
    country = geo.country if entity.type == Label.PLACE else entity.country
    return replace(entity, geo=geo, country=country)
