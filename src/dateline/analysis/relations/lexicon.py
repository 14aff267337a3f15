"""The words of `relations.toml`, checked and indexed."""

from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language, Table
from dateline.model.relation import RelationType


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb says of its subject and object; `objects` are "dobj" or prepositions."""

    relation: RelationType
    objects: tuple[str, ...]
    object_labels: frozenset[str]
    subject_labels: frozenset[str]
    passive: bool


@dataclass(frozen=True, slots=True)
class Hyphened:
    """What "X-backed Y" says; `forward`: the relation runs from X to Y."""

    relation: RelationType
    forward: bool


@dataclass(frozen=True, slots=True)
class RelationLexicon:
    """Lookup tables by lower-cased lemma."""

    leading: frozenset[str]
    belonging: frozenset[str]
    offices: frozenset[str]
    kin: frozenset[str]
    frames: dict[str, tuple[Frame, ...]]
    bonds: dict[str, RelationType]
    hyphened: dict[str, Hyphened]
    roles: Table
    sections: Table


@cache
def relation_lexicon(language: Language) -> RelationLexicon:
    """The relation words of a language pack. Raises LexiconError when they are malformed."""
    table, titles, people = (language.table(name) for name in ("relations", "titles", "people"))
    try:
        roles = {k: frozenset(v) for k, v in table["roles"].items() if k != "examples"}
        frames: dict[str, tuple[Frame, ...]] = {}
        for entry in table["frame"]:
            frame = Frame(
                RelationType(entry["relation"]),
                tuple(entry["object"]),
                frozenset(entry["object_label"]),
                frozenset(entry.get("subject_label", ("person", "organization", "group"))),
                bool(entry.get("passive")),
            )
            for verb in entry["verbs"]:
                frames[verb] = (*frames.get(verb, ()), frame)
        return RelationLexicon(
            leading=roles["leading"],
            belonging=roles["belonging"],
            offices=frozenset(titles["offices"]["nouns"]) | roles["offices"] | roles["leading"],
            kin=frozenset(word for words in people["kin"].values() for word in words),
            frames=frames,
            bonds={
                word: RelationType(name)
                for name, words in table["bonds"].items()
                if name not in ("prepositions", "examples")
                for word in words
            },
            hyphened={
                word: Hyphened(RelationType(entry["relation"]), entry["forward"])
                for entry in table["hyphened"]
                for word in entry["participles"]
            },
            roles=roles,
            sections={
                name: {k: v for k, v in section.items() if k != "examples"}
                for name, section in table.items()
                if isinstance(section, dict)
            },
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"language table {language.code}/relations.toml: {error!r}") from None
