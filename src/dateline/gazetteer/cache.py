"""Indexes compiled once on a machine out of packaged data, and opened by all processes of a user.

A `Recipe` says what an index is made of and how. Its file carries a fingerprint of that in its name, so that
other data, or another builder, mean another file; it appears whole or not at all. Several processes may ask
at once: one builds while the others wait, and where the file system knows no locks each builds its own.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_cache_path

from dateline.errors import CacheError

if sys.platform != "win32":
    import fcntl

VARIABLE = "DATELINE_CACHE"
_KEPT = 8  # files of one recipe, the last used: other checkouts or versions may still use theirs

type Progress = Callable[[str, int, int], None]
"""Told while something is built: what is being done, how many steps are done, and of how many."""


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an index is made of, and how.

    `packages` are distributions whose version counts, `files` data and code whose content counts. `build`
    writes the index to a path that does not exist yet.
    """

    name: str
    build: Callable[[Path, Progress], None]
    packages: tuple[str, ...] = ()
    files: tuple[Path, ...] = field(default=())

    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change with everything the index is made of."""
        digest = blake2b(self.name.encode(), digest_size=8)
        for package in self.packages:
            digest.update(f"\0{package} {_version(package)}".encode())
        for file in sorted(self.files):
            content = file.read_bytes()
            digest.update(f"\0{file.name} {len(content)}\0".encode() + content)
        return digest.hexdigest()

    def path(self) -> Path:
        """Where its file is, or will be."""
        return cache_folder() / f"{self.name}-{self.fingerprint()}.index"


def built(recipe: Recipe, progress: Progress = silent) -> Path:
    """The file of a recipe, which is built now if it is not there yet. Raises CacheError."""
    path = recipe.path()
    if path.exists():
        with suppress(OSError):  # read-only, or swept away this moment
            path.touch()
        return path
    try:
        with _alone(path.with_name(f"{recipe.name}.lock")):
            if not path.exists():  # while we waited another process may have built it
                _build(recipe, path, progress)
    except OSError as error:
        raise CacheError(
            f"{path.parent}: the index of {recipe.name} cannot be kept there: {error}"
        ) from error
    return path


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError as error:
        raise CacheError(f"the package {package} is missing: its data are part of an index") from error


def _build(recipe: Recipe, path: Path, progress: Progress) -> None:
    """Writes beside the place of the file and moves it there: whoever is killed leaves only a stray part."""
    _sweep(recipe, path.parent)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        recipe.build(part, progress)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _sweep(recipe: Recipe, folder: Path) -> None:
    """Removes parts that nobody will finish, and all but the latest files of a recipe."""
    old = sorted(folder.glob(f"{recipe.name}-*.index"), key=lambda file: file.stat().st_mtime)
    for file in (*folder.glob(f"{recipe.name}-*.part*"), *old[: -_KEPT + 1]):
        with suppress(OSError):  # Windows keeps what is open
            file.unlink()


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Holds a lock that the system lets go of when the process ends, however it ends."""
    if sys.platform == "win32":
        yield
        return
    with lock.open("ab") as handle:
        with suppress(OSError):  # a network file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# ---------------------------------------------------------------- where


def cache_folder() -> Path:
    """The folder of the indexes, made if need be.

    `DATELINE_CACHE` names it; else it is the user's cache, or, where that cannot be written, a folder of the
    user's among the temporary files. Raises CacheError when the one that is named, or none, can be written.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not _usable(Path(named)):
            raise CacheError(f"{named}: cannot be written, but {VARIABLE} names it as the folder of indexes")
        return Path(named)
    for folder in (user_cache_path("dateline", appauthor=False), _temporary()):
        if _usable(folder):
            return folder
    raise CacheError(f"there is no folder for the indexes: name one that can be written in {VARIABLE}")


def passing_folder() -> Path | None:
    """The folder of the indexes where it is only one among the temporary files, which do not last."""
    folder = cache_folder()
    return folder if not os.environ.get(VARIABLE) and folder == _temporary() else None


def _temporary() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"dateline-{user}"


def _usable(folder: Path) -> bool:
    """Whether a folder is there, ours and can be written; it is made if need be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = not hasattr(os, "getuid") or folder.stat().st_uid in (os.getuid(), 0)
    except OSError:
        return False
    return ours and os.access(folder, os.W_OK | os.X_OK)
