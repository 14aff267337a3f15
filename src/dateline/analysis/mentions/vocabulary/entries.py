"""What a vocabulary holds: words by what they are to names, and the nations."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from dateline.gazetteer.index import load_gazetteer
from dateline.model.entity import Label


@dataclass(frozen=True, slots=True)
class Nation:
    """A country, or a region with an adjective of its own. `code` is ISO 3166-1 alpha-3 or None.

    `acts`: its name stands for its government where it does what only the willing do.
    """

    name: str
    code: str | None
    acts: bool
    names: frozenset[str]
    adjectives: frozenset[str]
    capital: str | None = None
    seats: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Number "s", "p" or ""; gender "m", "f", "n" or ""; grammatical person 1 to 3."""

    number: str
    gender: str
    person: int
    reflexive: bool = False


@dataclass(frozen=True, slots=True)
class Titles:
    """Words before names. Keys and members are in lower case."""

    address: Mapping[str, str]
    ranks: frozenset[str]
    offices: frozenset[str]
    before: frozenset[str]
    portfolios: frozenset[str]
    abbreviations: Mapping[str, str]
    past: frozenset[str]

    def is_title(self, word: str) -> bool:
        return word in self.address or word in self.ranks or word in self.offices


@dataclass(frozen=True, slots=True)
class People:
    """Nouns for people, in lower case: `gender` of the nouns that tell one, "" for the others."""

    gender: Mapping[str, str]
    kin: frozenset[str]
    plural: frozenset[str]
    groups: frozenset[str]
    age_heads: frozenset[str]
    age_units: frozenset[str]
    amounts: frozenset[str]
    fronts: frozenset[str]
    sides: frozenset[str]
    sides_with: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Words of one label: nouns, the broad ones among them, words in names, known names (lower case)."""

    nouns: frozenset[str]
    broad: frozenset[str]
    last: frozenset[str]
    first: frozenset[str]
    known: Mapping[str, str]
    unsure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Acting:
    """What only those with a will do, as verbs and nouns (lemmas)."""

    verbs: frozenset[str]
    strong: frozenset[str]
    nouns: frozenset[str]
    toward: frozenset[str]
    minded: frozenset[str]
    placid: frozenset[str]
    undergone: frozenset[str]


@dataclass(frozen=True, slots=True)
class GivenNames:
    gender: Mapping[str, str]
    short: Mapping[str, frozenset[str]]
    well_known: frozenset[str]
    leaders: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    articles: frozenset[str]
    suffixes: frozenset[str]
    credits: frozenset[str]
    generations: Mapping[str, str]


@dataclass(frozen=True)
class Vocabulary:
    """Everything of a language pack that tells who is who. Words are in lower case unless said."""

    titles: Titles
    people: People
    organisations: Kinds
    places: Kinds
    acting: Acting
    given: GivenNames
    pronouns: Mapping[str, Pronoun]
    empty_subject_verbs: frozenset[str]
    member_words: frozenset[str]
    organisations_of_people: frozenset[str]
    after_place: frozenset[str]
    place_parts: frozenset[str]
    called_after: frozenset[str]
    locative: frozenset[str]
    locative_weak: frozenset[str]
    linking_of: frozenset[str]
    linking_for: frozenset[str]
    about: frozenset[str]
    dealing: frozenset[str]
    dealing_with: frozenset[str]
    things: frozenset[str]
    undertakings: frozenset[str]
    papers: frozenset[str]
    ships: frozenset[str]
    place_events: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    directions: frozenset[str]
    place_verbs: frozenset[str]
    motion: frozenset[str]
    alias_cues: Mapping[str, tuple[tuple[str, ...], ...]]
    states: frozenset[str]
    pointing_places: frozenset[str]
    nations: Mapping[str, Nation]
    capitals: Mapping[str, Nation]
    seats: Mapping[str, Nation]
    adjectives: Mapping[str, Nation]
    nationals: Mapping[str, Nation]
    descent: frozenset[str]
    creeds: frozenset[str]
    person_endings: tuple[str, ...] = ()
    labels: Mapping[str, Label] = field(default_factory=dict)

    def nation_alike(self, name: str) -> Nation | None:
        """The one nation whose name is a slip of the pen away from a long single word."""
        if " " in name or len(name) < 7 or name in self.nations or name in self.nationals:
            return None
        if name in self.capitals or name in self.places.known or name in self.organisations.known:
            return None
        if load_gazetteer().known(name):
            return None
        found = {n.name: n for known, n in self.nations.items() if alike(known, name)}
        return next(iter(found.values())) if len(found) == 1 else None

    def noun_label(self, lemma: str) -> Label | None:
        """What a common noun in the singular refers to, if it is one of ours."""
        found = self.labels.get(lemma)
        if found is None and "-" in lemma:
            found = self.labels.get(lemma.rsplit("-", 1)[1])
        if found is None and lemma.endswith(self.person_endings):
            return Label.PERSON
        return found


def alike(a: str, b: str) -> bool:
    """One slip of the pen apart, two in a long word; the first letter is never the slip."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 2 or min(len(a), len(b)) < 5:
        return False
    allowed = 1 if min(len(a), len(b)) < 9 else 2
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed
