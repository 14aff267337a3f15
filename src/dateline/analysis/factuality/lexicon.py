"""The table `modality` of a language pack, typed and checked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.analysis.factuality.scale import Signature, Value, of
from dateline.errors import LexiconError
from dateline.language import Language, Table
from dateline.model.factuality import Factuality

CLASSES = {"verbs": "v", "nouns": "n", "adjectives": "a"}
type Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """What a modal verb makes of its clause; `perfect` with a perfect participle, `reported` in a content."""

    ability: bool
    plain: Signature
    perfect: Signature
    reported: Signature


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that deny their clause or noun; the fields are those of the table's section."""

    particles: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    additive: frozenset[str]
    phrase_nouns: frozenset[str]
    contrast: frozenset[str]
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Auxiliaries and copulas, by lemma."""

    perfect: frozenset[str]
    support: frozenset[str]
    copulas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words that mark a dependent clause, or tell what one is."""

    conditions: frozenset[str]
    inversion: frozenset[str]
    temporal: frozenset[str]
    results: frozenset[str]
    perception: frozenset[str]
    condition_nouns: frozenset[str]
    unspecific: frozenset[str]
    any: frozenset[str]
    indefinite: frozenset[str]
    requests: frozenset[str]
    mandates: frozenset[str]
    exhortation: frozenset[str]


@dataclass(frozen=True, slots=True)
class Modality:
    """All words of a language that change factuality. `embeddings` goes by (class v/n/a, lemma, frame)."""

    grammar: Grammar
    auxiliaries: dict[str, Auxiliary]
    negation: Negation
    adverbs: dict[str, Value]
    adjectives: dict[str, Value]
    prepositions: dict[str, Value]
    clauses: Clauses
    happening: frozenset[str]
    performing: frozenset[str]
    containing: frozenset[str]
    containers: frozenset[str]
    sayings: frozenset[str]
    embeddings: dict[Key, Signature]
    embedders: frozenset[tuple[str, str]] = field(default_factory=frozenset)


@cache
def load_modality(language: Language) -> Modality:
    """Raises LexiconError when the table is missing, says something twice, or names an unknown value."""
    table = language.table("modality")
    try:
        embeddings = _embeddings(table["embedding"])
        return Modality(
            grammar=Grammar(**_sets(table["grammar"])),
            auxiliaries=dict(_auxiliaries(table["auxiliary"])),
            negation=Negation(**_sets(table["negation"])),
            adverbs=dict(_values(table["adverb"])),
            adjectives=dict(_values(table["adjective"])),
            prepositions=dict(_values(table["preposition"])),
            clauses=Clauses(**_sets(table["clause"])),
            happening=frozenset(table["occurrence"]["subject"]) | set(table["occurrence"]["subject_phrases"]),
            performing=frozenset(table["occurrence"]["object"]),
            containing=frozenset(table["occurrence"]["containing"]),
            containers=frozenset(table["occurrence"]["containers"]),
            sayings=frozenset(table["occurrence"]["sayings"]),
            embeddings=embeddings,
            embedders=frozenset((kind, lemma) for kind, lemma, _ in embeddings),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"language table {language.code}/modality.toml: {error!r}") from None


def _sets(section: Table) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in section.items() if name != "examples"}


def _values(entries: list[Table]) -> Iterable[tuple[str, Value]]:
    for entry in entries:
        for word in entry["words"]:
            yield word, _value(entry["value"])


def _auxiliaries(entries: list[Table]) -> Iterable[tuple[str, Auxiliary]]:
    for entry in entries:
        plain = Signature(_value(entry["holds"]), _value(entry["denied"]))
        auxiliary = Auxiliary(
            entry.get("ability", False),
            plain,
            _variant(entry, "perfect", plain),
            _variant(entry, "reported", plain),
        )
        for word in entry["words"]:
            yield word, auxiliary


def _variant(entry: Table, name: str, plain: Signature) -> Signature:
    holds, denied = entry.get(name), entry.get(f"denied_{name}")
    return Signature(_value(holds) if holds else plain.holds, _value(denied) if denied else plain.denied)


def _embeddings(entries: list[Table]) -> dict[Key, Signature]:
    found: dict[Key, Signature] = {}
    for entry in entries:
        past = entry.get("past_holds")
        signature = Signature(_value(entry["holds"]), _value(entry["denied"]), _value(past) if past else None)
        for key in _keys(entry):
            if found.setdefault(key, signature) != signature:
                raise ValueError(f"{key} stands twice, again in {entry['name']!r}")
    return found


def _keys(entry: Table) -> Iterable[Key]:
    for section, kind in CLASSES.items():
        for word in entry.get(section, ()):
            lemma, _, frames = word.partition("/")
            for frame in frames.split(",") if frames else entry["frames"]:
                yield kind, lemma, frame


def _value(name: Any) -> Value:
    return of(Factuality(name))
