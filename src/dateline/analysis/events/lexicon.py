"""Trigger senses: the words that tell an event, with their frames and conditions."""

from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language, Table
from dateline.ontology import ontology

NOTHING = "NOTHING"  # the type of senses that tell no event: they win over the senses that would


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word tells when its conditions hold.

    `actor` and `recipient` are slots, tried in order: "subject", "object", "possessive", "compound",
    or a preposition. `conditions` maps a slot to the classes of which its filler must be one, `barred`
    to those it must not be. `particle` must stand with the verb. `embeds` are the slots whose event is
    what is asked, refused, threatened or promised. `counts` names the number its people give.
    """

    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    conditions: dict[str, frozenset[str]]
    barred: dict[str, frozenset[str]]
    particle: str | None
    embeds: bool
    symmetric: bool
    counts: str | None

    @property
    def weight(self) -> int:
        """How specific the sense is; the most specific one that holds wins."""
        return 2 * len(self.conditions) + len(self.barred) + 2 * bool(self.particle)


@dataclass(frozen=True, slots=True)
class TriggerLexicon:
    """Senses by lemma, most specific first; classes of nouns by lemma."""

    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    adjectives: dict[str, tuple[Sense, ...]]
    classes: dict[str, frozenset[str]]
    light: dict[str, str]


@cache
def trigger_lexicon(language: Language) -> TriggerLexicon:
    """The event words of a language pack. Raises LexiconError when an entry is malformed."""
    index: dict[str, dict[str, list[Sense]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for name in language.tables("events"):
        table = language.table(name)
        for entry in table.get("sense", ()):
            try:
                _add(index, entry, table["type"])
            except (KeyError, TypeError, ValueError) as error:
                raise LexiconError(
                    f"language table {language.code}/{name}.toml: {error!r} in {entry}"
                ) from None
    classes: dict[str, set[str]] = {}
    shared = language.table("events/classes")
    for name, words in shared["classes"].items():
        for word in words:
            classes.setdefault(word, set()).add(name)

    def ordered(senses: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
        return {w: tuple(sorted(s, key=lambda sense: -sense.weight)) for w, s in senses.items()}

    return TriggerLexicon(
        verbs=ordered(index["verbs"]),
        nouns=ordered(index["nouns"]),
        adjectives=ordered(index["adjectives"]),
        classes={word: frozenset(names) for word, names in classes.items()},
        light={verb: role for role, verbs in shared["light"].items() for verb in verbs},
    )


_FIELDS = {
    *(
        "verbs",
        "nouns",
        "adjectives",
        "modes",
        "contexts",
        "actor",
        "recipient",
        "where",
        "barred",
        "particle",
    ),
    *("embeds", "symmetric", "counts", "examples"),
}


def _add(index: dict[str, dict[str, list[Sense]]], entry: Table, event_type: str) -> None:
    if unknown := entry.keys() - _FIELDS:
        raise ValueError(f"unknown fields {sorted(unknown)}")
    if not entry["examples"]:
        raise ValueError("no example")
    modes = tuple(entry.get("modes", ()))
    if event_type != NOTHING and (wrong := set(modes) - ontology().types[event_type].modes.keys()):
        raise ValueError(f"{event_type} has no modes {sorted(wrong)}")
    for kind in index:
        for word in entry.get(kind, ()):
            sense = Sense(
                type=event_type,
                modes=modes,
                contexts=tuple(entry.get("contexts", ())),
                actor=tuple(entry.get("actor", _ACTOR[kind])),
                recipient=tuple(entry.get("recipient", _RECIPIENT[kind])),
                conditions={slot: frozenset(names) for slot, names in entry.get("where", {}).items()},
                barred={slot: frozenset(names) for slot, names in entry.get("barred", {}).items()},
                particle=entry.get("particle") if kind == "verbs" else None,
                embeds=bool(entry.get("embeds")),
                symmetric=bool(entry.get("symmetric")),
                counts=entry.get("counts"),
            )
            index[kind].setdefault(word, []).append(sense)


_ACTOR = {
    "verbs": ("subject",),
    "nouns": ("possessive", "by", "compound", "between"),
    "adjectives": ("by",),
}
_RECIPIENT = {
    "verbs": ("object",),
    "nouns": ("on", "against", "of"),
    "adjectives": ("subject",),
}
