"""What every test may use: hypothesis profiles and the folder of shared material."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dateline import Analyser

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
