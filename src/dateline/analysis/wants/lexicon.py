"""The table `wants` of a language pack, typed and checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language, Table
from dateline.model.want import WantKind

CLASSES = {"verbs": "v", "nouns": "n", "adjectives": "a"}
PREPOSITION = "@"


@dataclass(frozen=True, slots=True)
class Cue:
    """How one word tells a want: the fields of a `[[cue]]` entry, for one word."""

    kind: WantKind
    polarity: str
    goal: tuple[str, ...]
    toward: tuple[str, ...]
    denied: str | None
    denied_only: bool
    state: bool
    phrase_only: bool
    addressed: bool
    progressive: bool
    ready: bool
    auxiliaries: frozenset[str]
    excluded: frozenset[str]


@dataclass(frozen=True, slots=True)
class Light:
    """Words around a noun that tell whose want it is."""

    verbs: frozenset[str]
    ends: frozenset[str]
    phrase_prepositions: frozenset[str]
    phrase_nouns: frozenset[str]
    by: frozenset[str]
    manner: frozenset[str]
    sources: frozenset[str]
    recipients: frozenset[str]
    given: frozenset[str]
    documents: frozenset[str]
    authors: frozenset[str]
    conveying: frozenset[str]
    messages: frozenset[str]
    addressing: frozenset[str]
    telling: frozenset[str]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words by which direct speech tells a will without naming it."""

    first_person: frozenset[str]
    will: frozenset[str]
    backshift: frozenset[str]
    not_aims: frozenset[str]
    obligation: frozenset[str]
    not_commands: frozenset[str]
    courtesy: frozenset[str]
    exhortation: frozenset[str]
    first_objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoalWords:
    """What is no goal, and what ends the words for one."""

    empty: frozenset[str]
    formulas: frozenset[str]
    unnamed: frozenset[str]
    silences: frozenset[str]
    courtesies: frozenset[str]
    away: frozenset[str]
    marks: frozenset[str]
    limits: frozenset[str]
    bygone: frozenset[str]
    conditions: frozenset[str]
    condition_nouns: frozenset[str]
    concessions: frozenset[str]


@dataclass(frozen=True, slots=True)
class People:
    """Plural nouns of people, by the word and by its ending; `things` end so, too."""

    words: frozenset[str]
    endings: tuple[str, ...]
    things: frozenset[str]

    def holds(self, noun: str) -> bool:
        """Whether a plural noun in lower case names people."""
        return noun in self.words or (noun.endswith(self.endings) and noun not in self.things)


@dataclass(frozen=True, slots=True)
class LeaningWords:
    """Prefixes of epithets that tell whom somebody is against."""

    against: frozenset[str]


@dataclass(frozen=True, slots=True)
class UltimatumWords:
    """What ties a threat to what somebody else is to do, and the verbs (lemmas) that threaten."""

    marks: frozenset[str]
    vowing: frozenset[str]
    hostile: frozenset[str]
    withheld: frozenset[str]


@dataclass(frozen=True, slots=True)
class WantWords:
    """All words of a language that tell wants; `cues` goes by class v/n/a and lemma."""

    cues: dict[tuple[str, str], tuple[Cue, ...]]
    light: Light
    people: People
    speech: Speech
    goal: GoalWords
    leaning: LeaningWords
    ultimatum: UltimatumWords


@cache
def load_wants(language: Language) -> WantWords:
    """Raises LexiconError when the table is missing or an entry is not as it should be."""
    table = language.table("wants")
    try:
        return WantWords(
            cues=_cues(table["cue"]),
            light=Light(**_sets(table["light"])),
            people=_people(table["people"]),
            speech=Speech(**_sets(table["speech"])),
            goal=GoalWords(**_sets(table["goal"])),
            leaning=LeaningWords(**_sets(table["leaning"])),
            ultimatum=UltimatumWords(**_sets(table["ultimatum"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"language table {language.code}/wants.toml: {error!r}") from None


def _sets(section: Table) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in section.items() if name != "examples"}


def _people(section: Table) -> People:
    return People(frozenset(section["words"]), tuple(section["endings"]), frozenset(section["things"]))


def _cues(entries: list[Table]) -> dict[tuple[str, str], tuple[Cue, ...]]:
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for entry in entries:
        for kind, lemma, frames in _words(entry):
            found[kind, lemma] = (*found.get((kind, lemma), ()), _cue(entry, frames))
    return found


def _words(entry: Table) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    for section, kind in CLASSES.items():
        for word in entry.get(section, ()):
            lemma, _, frames = word.partition("/")
            yield kind, lemma, tuple(frames.split(",")) if frames else tuple(entry["goal"])


def _cue(entry: Table, frames: tuple[str, ...]) -> Cue:
    denied_only = entry.get("denied_only")
    return Cue(
        kind=WantKind(entry["kind"]),
        polarity=entry.get("polarity", "+"),
        goal=frames,
        toward=tuple(entry["toward"]),
        denied=denied_only or entry.get("denied"),
        denied_only=denied_only is not None,
        state=entry.get("state", False),
        addressed=entry.get("addressed", False),
        phrase_only=entry.get("phrase_only", False),
        progressive=entry.get("progressive", False),
        ready=entry.get("ready", False),
        auxiliaries=frozenset(entry.get("with", ())),
        excluded=frozenset(entry.get("excluded", ())),
    )
