"""Where the data of the base lie: our own files, the user's, and what was imported."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from dateline.errors import LexiconError
from dateline.gazetteer.actors.entries import Loaded, read_files
from dateline.gazetteer.cache import VARIABLE as CACHE_VARIABLE

VARIABLE = "DATELINE_ACTORS"
_KNOWN = Path(__file__).parent / "known"


def our_files() -> tuple[Path, ...]:
    """The files that dateline brings along."""
    return tuple(sorted(_KNOWN.glob("*.toml")))


def user_file() -> Path:
    """Where the user's own actors stand when no other place is named."""
    return user_config_path("dateline", appauthor=False) / "actors.toml"


def user_files() -> tuple[Path, ...]:
    """The user's files: those that DATELINE_ACTORS names, else the usual one if it is there.

    Raises LexiconError when one that is named does not exist.
    """
    named = os.environ.get(VARIABLE)
    if named is None:
        return (user_file(),) if user_file().is_file() else ()
    paths = tuple(Path(part) for part in named.split(os.pathsep) if part)
    for path in paths:
        if not path.is_file():
            raise LexiconError(f"{path}: there is no such file, but {VARIABLE} names it")
    return paths


def all_files() -> tuple[Path, ...]:
    """Ours, then the user's, whose entries replace ours of the same id."""
    return (*our_files(), *user_files())


def load() -> Loaded:
    """The entries of all files. Raises LexiconError when a file is none of actors."""
    return read_files(all_files())


def load_users() -> Loaded:
    """The entries of the user's files alone. Raises LexiconError when a file is none of actors."""
    return read_files(user_files())


def imported_file() -> Path:
    """Where an imported dump is kept: it took long, so it does not lie in a cache, unless one is named."""
    named = os.environ.get(CACHE_VARIABLE)
    folder = Path(named) if named else user_data_path("dateline", appauthor=False)
    return folder / "actors-imported.index"
