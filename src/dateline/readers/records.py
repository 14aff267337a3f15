"""What a reader is given and what it gives."""

from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.model.edtf import is_edtf

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. Raises UsageError when a date is not EDTF or the limit is not positive.

    `published`, `retrieved` (EDTF) and `outlet` hold for inputs that do not say it of themselves.
    `max_bytes` is the most that one document may take; `language` the one it must be in.
    """

    published: str | None = None
    retrieved: str | None = None
    outlet: str | None = None
    max_bytes: int = 20 * _MEGABYTE
    language: str = "en"

    def __post_init__(self) -> None:
        for name, value in (("published", self.published), ("retrieved", self.retrieved)):
            if value is not None and not is_edtf(value):
                raise UsageError(f"{name}: not a date in EDTF, such as 2021-08-21: {value!r}")
        if self.max_bytes <= 0:
            raise UsageError(f"the size limit must be positive, not {self.max_bytes}")


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and why. `origin` is where it stands: a path, or `path:line`.

    `note` marks what is worth a note and is no failure: a file of a folder that is of no kind dateline
    reads, or a field of metadata that was left out of a document that was read.
    """

    origin: str
    reason: str
    note: bool = False
