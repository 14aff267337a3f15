"""Drafts as they stand after coreference: what the tests of who is who look at."""

from dataclasses import replace

from dateline import Analyser, Document
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.pipeline import STAGES
from dateline.segment import segment


def resolved(analyser: Analyser, text: str) -> Draft:
    """The draft of a text of one report after all stages up to coreference."""
    (report,) = segment(Document(id="t", text=text), analyser.language)
    draft = Draft(report, analyser.language, parse(report, analyser.pipeline))
    for stage in STAGES:
        draft = replace(draft, **dict(zip(stage.gives, stage.run(draft), strict=True)))
        if stage.name == "coreference":
            break
    return draft
