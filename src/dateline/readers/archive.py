"""ZIP archives: every file in them is read as if it lay in a folder."""

import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import PurePosixPath
from typing import IO, Any, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from dateline.errors import UnreadableError
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sources import Source

# What archives raise. RuntimeError: a password; NotImplementedError: a rare compression.
ARCHIVE_FAULTS = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


def read_archive(source: Source, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The files of an archive, in the order of their names; hidden ones are left out, as in a folder.

    Raises InputError when it cannot be read.
    """
    stream = source.stream if source.stream.seekable() else BytesIO(source.read(options.max_bytes))
    try:
        archive = ZipFile(stream)
    except ARCHIVE_FAULTS as error:
        raise UnreadableError(f"a damaged ZIP archive: {error}") from error
    with archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not _is_hidden(m)]
        if not members:
            yield Skipped(source.origin, "no file in it")
        for member in sorted(members, key=lambda m: m.filename):
            path = PurePosixPath(member.filename)
            yield source.part(str(path), path.suffix, packed(archive, member))


def _is_hidden(member: ZipInfo) -> bool:
    """Whether a file, or a folder it is in, is hidden or of those that macOS adds."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(member.filename).parts)


def packed(archive: ZipFile, member: ZipInfo) -> BufferedReader:
    """The bytes of a file in an archive. Reading raises UnreadableError where it is damaged or locked."""
    return cast(BufferedReader, BufferedReader(_Packed(archive, member)))


class _Packed(RawIOBase):
    def __init__(self, archive: ZipFile, member: ZipInfo) -> None:
        self._archive, self._member = archive, member
        self._stream: IO[bytes] | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            self._stream = self._stream or self._archive.open(self._member)
            data = self._stream.read(len(buffer))
        except ARCHIVE_FAULTS as error:
            raise UnreadableError(f"cannot be taken out of its archive: {error}") from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if self._stream is not None:
            self._stream.close()
        super().close()
