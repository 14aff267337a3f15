"""Where bytes come from: files, folders, standard input."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import cast

from dateline.errors import TooLargeError
from dateline.readers.records import Skipped


@dataclass(frozen=True)
class Source:
    """An open input. `origin` names it in messages; `suffix` is its name's ending, "" when it has none.

    `within` is how many archives and messages it is packed in.
    """

    origin: str
    suffix: str
    stream: BufferedReader
    within: int = 0

    def part(self, name: str, suffix: str, stream: BufferedReader) -> "Source":
        """A file that is packed in this one."""
        return Source(f"{self.origin}/{name}", suffix.lower(), stream, self.within + 1)

    def head(self, size: int = 4096) -> bytes:
        """The first bytes, without taking them from the stream."""
        return self.stream.peek(size)[:size]

    def read(self, limit: int) -> bytes:
        """All bytes. Raises TooLargeError when there are more than `limit`."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise TooLargeError(f"larger than the limit of {limit:,} bytes")
        return data

    def lines(self, limit: int) -> Iterator[bytes | None]:
        """The lines, break included; None for one longer than `limit`, which is passed over."""
        while line := self.stream.readline(limit + 1):
            if len(line) <= limit or line.endswith(b"\n"):
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = self.stream.readline(limit)
            yield None


def in_memory(data: bytes) -> BufferedReader:
    """Some bytes as a stream whose head can be looked at."""
    return cast(BufferedReader, BufferedReader(BytesIO(data)))


def files_of(folder: Path) -> Iterator[Path | Skipped]:
    """The files below a folder in a fixed order, and what there is of it that cannot be read as one.

    Hidden files, and those in hidden folders, are left out.
    """
    closed: list[OSError] = []
    found = []
    for parent, folders, files in folder.walk(on_error=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if (parent / name).is_symlink()]
        found += [parent / name for name in (*files, *linked) if not name.startswith(".")]
    for path in sorted(found):
        yield path if path.is_file() else Skipped(str(path), _kind(path), note=True)
    for error in closed:
        yield Skipped(str(error.filename), error.strerror or str(error))


def _kind(path: Path) -> str:
    """What a path is that is no file."""
    if path.is_dir():
        return "a link to a folder, which is not followed; name the folder itself"
    return "neither a file nor a folder" if path.exists() else "a link that leads nowhere"
