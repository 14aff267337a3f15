"""The stages in their order, and the plain function that runs them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.language import Language as Pipeline

from dateline.analysis.actors import find_standings
from dateline.analysis.attribution import attribute
from dateline.analysis.collecting import uncollected
from dateline.analysis.coreference import resolve
from dateline.analysis.draft import Draft
from dateline.analysis.events import find_events
from dateline.analysis.factuality import judge
from dateline.analysis.finish import finished
from dateline.analysis.happenings import find_happenings
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
    Stage("places", ("entities", "geos", "toponyms"), locate, ("entities", "links")),
    Stage("actors", ("standings",), lambda d: (find_standings(d),), ("links",)),
    Stage("attribution", ("attributions",), lambda d: (attribute(d),), ("quotations", "links")),
    Stage("speakers", ("speakers",), lambda d: (find_speakers(d),), ("attributions",)),
    Stage("factuality", ("factualities",), lambda d: (judge(d),), ("attributions",)),
    Stage("events", ("events",), lambda d: (find_events(d),), ("speakers", "factualities")),
    Stage("happenings", ("happenings",), lambda d: (find_happenings(d),), ("events",)),
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
        with uncollected():
            for stage in STAGES:
                draft = replace(draft, **dict(zip(stage.gives, stage.run(draft), strict=True)))
            return finished(draft)
