"""PLOVER 2.0 as data: event types with modes and scores, contexts, and the CAMEO map both ways.

One file a type in `types/`. The definitions are ours; names, numbers and the mapping are facts of the
PLOVER manual (2024 draft) and its CAMEO table (2021). Where these contradict each other, docs/adr says
what was decided.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

HISTORICAL = "historical"  # the mode of an event that was long over when it was told


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type is done; `score` on the conflict-cooperation scale, -10 to 10."""

    name: str
    score: float
    definition: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type. `quad` 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."""

    name: str
    quad: int
    score: float
    recipient_required: bool
    definition: str
    applies: tuple[str, ...]
    instead: dict[str, str]
    modes: dict[str, Mode]


@dataclass(frozen=True, slots=True)
class Coding:
    """What a CAMEO code is in PLOVER."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """PLOVER's rules for what has not happened and for speech about events.

    `future` maps a type to the one of an announcement of it, `agreed` to the one of agreeing to it; `asked` a
    type to the mode of asking for it or refusing it; `threatened` a type to modes by the mode of what is
    threatened, "" for any; `ended` a type, or a type and mode, to the type and modes of ending it. `refused`
    are the types that are REJECT when their actor will not, `withheld` those that are when their actor did
    not.
    """

    future: dict[str, str]
    agreed: dict[str, str]
    asked: dict[str, str]
    threatened: dict[str, dict[str, str]]
    ended: dict[str, tuple[str, ...]]
    refused: frozenset[str]
    withheld: frozenset[str]

    def ending(self, event_type: str, modes: Iterable[str]) -> tuple[str, ...]:
        """Type and modes of ending an event; empty where ending it is no event."""
        keys = (*(f"{event_type} {mode}" for mode in modes), event_type)
        return next((self.ended[key] for key in keys if key in self.ended), ())


@dataclass(frozen=True, slots=True)
class Ontology:
    """The whole of it."""

    types: dict[str, EventType]
    contexts: dict[str, str]
    cameo: dict[str, Coding]
    rules: "Rules"
    auxiliary: dict[str, str]
    _codes: dict[str, str]
    _mode_codes: dict[str, str]

    def score(self, event_type: str, modes: Iterable[str] = ()) -> float:
        """The score of an event: its most extreme mode's, else its type's; auxiliary modes have none.

        Raises KeyError for an unknown name.
        """
        entry = self.types[event_type]
        scores = [entry.modes[m].score for m in modes if m not in self.auxiliary]
        return max(scores, key=abs) if scores else entry.score

    def cameo_code(self, event_type: str, modes: Iterable[str] = ()) -> str:
        """The CAMEO code for an event, by its first mode that has one, else by its type."""
        for mode in modes:
            if code := self._mode_codes.get(f"{event_type} {mode}"):
                return code
        return self._codes[event_type]


@cache
def ontology() -> Ontology:
    """PLOVER as dateline reads it."""
    root = files("dateline.ontology")
    types = {}
    for path in sorted((root / "types").iterdir(), key=lambda p: p.name):
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
        modes = {name: Mode(name, **mode) for name, mode in entry.pop("modes", {}).items()}
        types[entry["name"]] = EventType(**{**entry, "applies": tuple(entry["applies"])}, modes=modes)
    cameo = tomllib.loads((root / "cameo.toml").read_text(encoding="utf-8"))
    codes = {
        code: Coding(c["type"], c.get("mode"), tuple(c.get("contexts", ())))
        for code, c in cameo["codes"].items()
    }
    contexts = tomllib.loads((root / "contexts.toml").read_text(encoding="utf-8"))["contexts"]
    rules = _rules(tomllib.loads((root / "rules.toml").read_text(encoding="utf-8")))
    auxiliary = tomllib.loads((root / "contexts.toml").read_text(encoding="utf-8"))["auxiliary"]
    return Ontology(types, contexts, codes, rules, auxiliary, cameo["types"], cameo["modes"])


def _rules(table: dict[str, Any]) -> Rules:
    return Rules(
        future=table["future"],
        agreed=table["agreed"],
        asked=table["asked"],
        threatened=table["threatened"],
        ended={kind: tuple(words.split()) for kind, words in table["ended"].items()},
        refused=frozenset(table["refused"]["types"]),
        withheld=frozenset(table["refused"]["plain"]),
    )
