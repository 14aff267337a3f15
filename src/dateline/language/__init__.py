"""Language packs: one folder a language, holding its words as data (TOML) with example sentences.

A pack is only data. What its tables mean is said, and checked on loading, by the room that uses
them: `Language.table("cues")` gives the parsed `cues.toml` and nothing more.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import LexiconError

type Table = dict[str, Any]


@dataclass(frozen=True)
class Language:
    """A language pack, by ISO 639-1 code. Tables are parsed once, when first asked for."""

    code: str
    _tables: dict[str, Table] = field(default_factory=dict, repr=False, compare=False)

    def __hash__(self) -> int:
        return hash(self.code)

    def table(self, name: str) -> Table:
        """The table `name`. Raises LexiconError when the pack lacks it or it is not TOML."""
        if name not in self._tables:
            path = files("dateline.language") / self.code / f"{name}.toml"
            try:
                self._tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
            except FileNotFoundError:
                raise LexiconError(f"language pack {self.code!r} has no table {name!r}") from None
            except tomllib.TOMLDecodeError as error:
                raise LexiconError(f"language table {self.code}/{name}.toml: {error}") from None
        return self._tables[name]

    def tables(self, folder: str) -> tuple[str, ...]:
        """The names of all tables in a folder of the pack ("events" gives "events/aid", …)."""
        root = files("dateline.language") / self.code / folder
        names = (p.name.removesuffix(".toml") for p in root.iterdir() if p.name.endswith(".toml"))
        return tuple(f"{folder}/{name}" for name in sorted(names))


@cache
def languages() -> tuple[str, ...]:
    """The codes of the packs that are installed."""
    root = files("dateline.language")
    return tuple(sorted(d.name for d in root.iterdir() if d.is_dir() and len(d.name) == 2))


def language_of(code: str | None) -> Language:
    """The pack for a text in a language; English where there is none for it, or it is not known."""
    short = (code or "en")[:2].lower()
    return load_language(short if short in languages() else "en")


@cache
def load_language(code: str = "en") -> Language:
    """The pack for an ISO 639-1 code. Raises LexiconError when there is none."""
    if code not in languages():
        raise LexiconError(f"no language pack {code!r}; there are: {', '.join(languages())}")
    return Language(code)
