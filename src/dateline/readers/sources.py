"""Where bytes come from: files, folders, standard input."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from dateline.errors import TooLargeError


@dataclass(frozen=True)
class Source:
    """An open input. `origin` names it in messages; `suffix` is its name's ending, "" when it has none."""

    origin: str
    suffix: str
    stream: BufferedReader

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


def files_of(folder: Path) -> Iterator[Path]:
    """The files below a folder in a fixed order; hidden ones, and those in hidden folders, are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path
