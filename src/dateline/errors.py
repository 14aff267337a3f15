"""Every error dateline raises on purpose.

DatelineError
├── InputError          one input is bad: it is skipped and named, the run goes on
│   ├── UnreadableError     bytes that no reader can turn into text
│   ├── TooLargeError       an input beyond the size limit
│   └── LanguageError       a text in a language dateline has no pack for
└── FatalError          the run cannot go on: nothing more is written (exit code 2)
    ├── UsageError          the caller asked for something that does not exist
    ├── ModelError          the language model is missing or not the one it claims to be
    ├── LexiconError        a language table is missing or malformed
    ├── CacheError          an index of places or actors can neither be found nor built
    └── StoreError          the store cannot be opened, or was made by another version
"""


class DatelineError(Exception):
    """Root of the tree."""


class InputError(DatelineError):
    """One input is bad; skip it, name it, keep the rest."""


class UnreadableError(InputError):
    """Bytes that no reader can turn into text."""


class TooLargeError(InputError):
    """An input beyond the size limit."""


class LanguageError(InputError):
    """A text in a language dateline has no pack for."""


class FatalError(DatelineError):
    """The run cannot go on."""


class UsageError(FatalError):
    """The caller asked for something that does not exist."""


class ModelError(FatalError):
    """The language model is missing or is not the one it claims to be."""


class LexiconError(FatalError):
    """A language table is missing or malformed."""


class CacheError(FatalError):
    """An index of places or actors can neither be found nor built."""


class StoreError(FatalError):
    """The store cannot be opened, or was made by another version."""
