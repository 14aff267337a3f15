"""The Python API: what may be imported from `dateline`, and what importing it costs."""

import subprocess
import sys
from pathlib import Path

import pytest

import dateline

PUBLIC = {
    "Analyser", "Analysis", "Document", "ReadOptions", "ReadResult", "Report", "Store", "View",
    "analyse", "ask", "export", "network", "open_store", "profile", "read", "timeline",
}  # fmt: skip


def test_the_public_names_are_these() -> None:
    assert set(dateline.__all__) == set(dir(dateline)) == PUBLIC
    assert all(getattr(dateline, name) is not None for name in PUBLIC)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="rumour"):
        dateline.rumour  # noqa: B018


def test_asking_a_store_does_not_import_the_language_models_library() -> None:
    code = "import sys, dateline.cli; print([m for m in ('spacy', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_verbs_work_together(tmp_path: Path, analyser: dateline.Analyser) -> None:
    document = dateline.Document("one", "Mayor Ann Bello leads the Lake Front, she said.")
    page = tmp_path / "page.txt"
    page.write_text(document.text * 3)
    with dateline.open_store(tmp_path / "store.sqlite", create=True) as store:
        result = dateline.read(store, page, tmp_path / "missing.txt", analyser=analyser)
        assert (result.documents, len(result.skipped)) == (1, 1)
        view = store.view()
        assert any("Bello" in e["name"] for e in dateline.export(view, "entities"))
        answer = dateline.ask(view, "Who is Ann Bello?")
        assert answer.subject is not None
        assert dateline.profile(view, answer.subject) is not None
    (findings,) = dateline.analyse([document], analyser)
    assert isinstance(findings, tuple)
