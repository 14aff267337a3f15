"""The words of `relations.toml` and `bodies.toml`, checked and indexed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.analysis.mentions.vocabulary import vocabulary
from dateline.errors import LexiconError
from dateline.language import Language, Table
from dateline.model.entity import Label
from dateline.model.relation import RelationType


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb says of its subject and object; `objects` are "dobj" or prepositions.

    `armed`: both ends must be able to fight. `back`: the relation runs from object to subject. `state`:
    in the past tense it is over. `passive`, `perfect`, `lasting`: only such a verb says it, or one with the
    `particle`, or one that goes with a clause of one of the verbs `beside`. `several`: what the others are
    members of may be a plural description. `value`: the word for who does it.
    """

    relation: RelationType
    objects: tuple[str, ...]
    object_labels: frozenset[str]
    subject_labels: frozenset[str]
    passive: bool = False
    armed: bool = False
    back: bool = False
    state: bool = False
    perfect: bool = False
    lasting: bool = False
    several: bool = False
    particle: str = ""
    value: str | None = None
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Nominal:
    """What a noun for a bond says: "X's war against Y". `verbs` give it a subject ("X wages war on Y").

    `joint`: prepositions after which both sides stand ("between X and Y"); `doers`: those after which the
    doer stands ("support from X"); `giving`: verbs that give it to their object ("X provides
    Y with support"); `breaking`: verbs whose object is over ("broke its pact with Y"), `failing`: those whose
    subject is ("the pact collapsed").
    """

    relation: RelationType
    objects: tuple[str, ...]
    object_labels: frozenset[str]
    verbs: frozenset[str]
    joint: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    armed: bool = False
    giving: frozenset[str] = frozenset()
    breaking: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hyphened:
    """What "X-backed Y" says; `forward`: the relation runs from X to Y."""

    relation: RelationType
    forward: bool


@dataclass(frozen=True, slots=True)
class RelationLexicon:
    """Lookup tables by lower-cased lemma. `nations` are names, `nationals` their adjectives.

    `participles` are those of the verbs by which a body is designated something.
    """

    leading: frozenset[str]
    belonging: frozenset[str]
    offices: frozenset[str]
    kin: frozenset[str]
    frames: Mapping[str, tuple[Frame, ...]]
    nominals: Mapping[str, tuple[Nominal, ...]]
    bonds: Mapping[str, RelationType]
    hyphened: Mapping[str, Hyphened]
    roles: Mapping[str, frozenset[str]]
    sections: Mapping[str, Mapping[str, frozenset[str]]]
    lowest_age: int
    highest_age: int
    nations: frozenset[str]
    nationals: frozenset[str]
    peoples: frozenset[str]
    media: frozenset[str]
    state_offices: frozenset[str]
    strong: tuple[str, ...]
    bodies: frozenset[str]
    participles: Mapping[str, str]


@cache
def relation_lexicon(language: Language) -> RelationLexicon:
    """The relation words of a language pack. Raises LexiconError when they are malformed."""
    try:
        return _lexicon(language)
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"language table {language.code}/relations.toml: {error!r}") from None


def _lexicon(language: Language) -> RelationLexicon:
    table, words = {**language.table("relations"), **language.table("bodies")}, vocabulary(language)
    designation = table["designation"]
    roles = _sets(table["roles"])
    sections = {name: _sets(section) for name, section in table.items() if isinstance(section, dict)}
    nations = language.table("nations")
    return RelationLexicon(
        leading=roles["leading"],
        belonging=roles["belonging"],
        offices=words.titles.offices | roles["offices"] | roles["leading"],
        kin=words.people.kin,
        frames=_by_word((_frame(entry), entry["verbs"]) for entry in table["frame"]),
        nominals=_by_word((_nominal(entry), entry["nouns"]) for entry in table["nominal"]),
        bonds={
            word: RelationType(name)
            for name, listed in table["bonds"].items()
            if name not in ("prepositions", "examples")
            for word in listed
        },
        hyphened={
            word: Hyphened(RelationType(entry["relation"]), entry["forward"])
            for entry in table["hyphened"]
            for word in entry["participles"]
        },
        roles=roles,
        sections=sections,
        lowest_age=table["age"]["lowest"],
        highest_age=table["age"]["highest"],
        nations=frozenset(words.nations),
        nationals=frozenset(words.adjectives),
        peoples=frozenset(w.lower() for w in nations["peoples"]["ethnic"]),
        media=frozenset(
            n for n, sort in words.organisations.known.items() if sort in ("newspaper", "online", "platform")
        ),
        state_offices=words.titles.offices - words.titles.ranks,
        bodies=words.organisations.last,
        strong=tuple(table["strength"]["strong"]),
        participles={**designation["acts"], **designation["views"]},
    )


def _sets(section: Table) -> dict[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in section.items() if k != "examples" and isinstance(v, list)}


def _by_word[T](entries: Iterable[tuple[T, list[str]]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for entry, listed in entries:
        for word in listed:
            found[word] = (*found.get(word, ()), entry)
    return found


_ACTORS = ("person", "organization", "group")


def _frame(entry: Table) -> Frame:
    return Frame(
        RelationType(entry["relation"]),
        tuple(entry["object"]),
        _labels(entry["object_label"]),
        _labels(entry.get("subject_label", _ACTORS)),
        bool(entry.get("passive")),
        bool(entry.get("armed")),
        bool(entry.get("back")),
        bool(entry.get("state")),
        bool(entry.get("perfect")),
        bool(entry.get("lasting")),
        bool(entry.get("several")),
        entry.get("particle", ""),
        entry.get("value"),
        frozenset(entry.get("beside", ())),
    )


def _nominal(entry: Table) -> Nominal:
    return Nominal(
        RelationType(entry["relation"]),
        tuple(entry["object"]),
        _labels(entry.get("object_label", _ACTORS)),
        frozenset(entry["verbs"]),
        tuple(entry.get("joint", ())),
        tuple(entry.get("by", ())),
        bool(entry.get("armed")),
        frozenset(entry.get("with", ())),
        frozenset(entry.get("breaking", ())),
        frozenset(entry.get("failing", ())),
    )


def _labels(names: Iterable[str]) -> frozenset[str]:
    return frozenset(Label(name) for name in names)
