"""Drafts of short texts, for the stages' tests."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline import Analyser, Document
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.pipeline import STAGES
from dateline.segment import segment


@pytest.fixture(scope="session")
def drafted(analyser: Analyser) -> Callable[[str], Draft]:
    """The draft of a text after all stages; texts of one report only."""

    def draft_of(text: str) -> Draft:
        (report,) = segment(Document(id="t", text=text), analyser.language)
        draft = Draft(report, analyser.language, parse(report, analyser.pipeline))
        for stage in STAGES:
            draft = replace(draft, **dict(zip(stage.gives, stage.run(draft), strict=True)))
        return draft

    return draft_of
