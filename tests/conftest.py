"""What every test may use: hypothesis profiles, the folder of shared material, the one loaded model."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dateline import Analyser, Document
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.pipeline import STAGES
from dateline.segment import segment

# "ci" repeats itself exactly and never fails for being slow; "dev" looks for new counterexamples each time.
settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("dev", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared` of benchmarks and seeds; a test that needs it is skipped where it is absent."""
    if not _SHARED.is_dir():
        pytest.skip("needs ../shared beside the checkout (benchmarks and seeds, not part of the repository)")
    return _SHARED


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """dateline's own model and English, loaded once a session."""
    return Analyser()


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
