"""The words by which people, organisations and places are recognised, typed and checked on loading."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from dateline.analysis.normalise import JOINER, normalise
from dateline.errors import LexiconError
from dateline.gazetteer.actors import Kind, Naming, known_actors
from dateline.gazetteer.index import load_gazetteer
from dateline.language import Language
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


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The tables of a language, read once. Raises LexiconError naming what a table lacks."""
    titles, people = _titles(language), _people(language)
    organisations, places = _organisations(language), _places(language)
    nations = _nations(language)
    names = language.table("given_names")
    acting = language.table("acting")
    verbs = _words(acting, "acting", "verbs")
    pronouns = language.table("pronouns")
    place_table, organisation_table = language.table("places"), language.table("organisations")
    labels: dict[str, Label] = {}
    labels.update(dict.fromkeys(places.nouns, Label.PLACE))
    labels.update(dict.fromkeys(organisations.nouns, Label.ORGANIZATION))
    labels.update(dict.fromkeys(people.groups, Label.GROUP))
    labels.update(dict.fromkeys(people.gender, Label.PERSON))
    labels.update(dict.fromkeys(people.plural, Label.GROUP))
    return Vocabulary(
        titles=titles,
        people=people,
        organisations=organisations,
        places=places,
        acting=Acting(
            verbs,
            verbs - _words(acting, "acting", "weak"),
            _words(acting, "acting", "nouns"),
            _words(acting, "acting", "toward"),
            _words(acting, "acting", "minded"),
            _words(acting, "acting", "placid"),
            _words(acting, "acting", "undergone"),
        ),
        given=GivenNames(
            {
                **dict.fromkeys(_words(names, "given_names", "either"), ""),
                **dict.fromkeys(_words(names, "given_names", "male"), "m"),
                **dict.fromkeys(_words(names, "given_names", "female"), "f"),
            },
            {k.lower(): frozenset(w.lower() for w in v) for k, v in names["short"].items()},
            _words(names, "given_names", "surnames", "well_known"),
            {k.lower(): frozenset(w.lower() for w in v) for k, v in names["leaders"].items()},
            _words(names, "given_names", "particles", "words"),
            _words(names, "given_names", "particles", "articles"),
            _words(names, "given_names", "particles", "suffixes"),
            {word: which for which, words in names["generations"].items() for word in words},
        ),
        pronouns={w: Pronoun(**features) for w, features in pronouns["words"].items()},
        empty_subject_verbs=_words(pronouns, "pronouns", "empty", "verbs"),
        member_words=_words(organisation_table, "organisations", "member_words"),
        organisations_of_people=_words(organisation_table, "organisations", "people"),
        after_place=_words(place_table, "places", "after_name"),
        place_parts=_words(place_table, "places", "parts"),
        called_after=_words(place_table, "places", "called_after"),
        locative=_words(place_table, "places", "prepositions", "strong"),
        locative_weak=_words(place_table, "places", "prepositions", "weak"),
        linking_of=_words(organisation_table, "organisations", "linking", "of"),
        linking_for=_words(organisation_table, "organisations", "linking", "purpose"),
        about=_words(organisation_table, "organisations", "linking", "about"),
        dealing=_words(acting, "acting", "prepositions", "to"),
        dealing_with=_words(acting, "acting", "prepositions", "beside"),
        ships=_words(organisation_table, "organisations", "known", "ships"),
        place_events=_words(place_table, "places", "events"),
        phrases=_phrases(
            [
                *organisations.known,
                *places.known,
                *(n for nation in nations for n in (*nation.names, *nation.seats)),
            ]
        ),
        things=_words(organisation_table, "organisations", "known", "things"),
        undertakings=_words(organisation_table, "organisations", "known", "undertakings"),
        papers=_words(organisation_table, "organisations", "known", "papers"),
        directions=_words(place_table, "places", "directions"),
        motion=_words(place_table, "places", "motion"),
        alias_cues=_by_last_word(language),
        place_verbs=_words(place_table, "places", "verbs"),
        pointing_places=_words(place_table, "places", "pointing"),
        states=_words(place_table, "places", "states"),
        nations={way: nation for nation in nations for n in nation.names for way in _spellings(n)},
        capitals={n.capital: n for n in nations if n.capital},
        seats={seat: n for n in nations for seat in n.seats},
        adjectives={a: n for n in nations for a in n.adjectives},
        nationals=_nationals(language, nations),
        descent=_descent(language, "ethnic", "faith", "politics"),
        creeds=_descent(language, "faith", "politics"),
        person_endings=tuple(sorted(_words(language.table("people"), "people", "persons", "endings"))),
        labels=labels,
    )


def _words(table: Mapping[str, Any], name: str, *path: str) -> frozenset[str]:
    """The list of words at a path of a table, in lower case."""
    found: Any = table
    for key in path:
        if not isinstance(found, Mapping) or key not in found:
            raise LexiconError(f"table {name}: {'.'.join(path)} is missing")
        found = found[key]
    if not isinstance(found, list) or not all(isinstance(w, str) for w in found):
        raise LexiconError(f"table {name}: {'.'.join(path)} is not a list of words")
    return frozenset(w.lower() for w in found)


def _by_last_word(language: Language) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The cues of aliases that are longer than a word, by their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    aliases = language.table("descriptions")["aliases"]
    for cue in aliases["cues"]:
        if len(cue) > 1 or cue[0] in (*aliases["phrase_ends"], *aliases["participles"]):
            found.setdefault(cue[-1], []).append(tuple(cue))
    return {last: tuple(cues) for last, cues in found.items()}


def _phrases(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Known names of several words as they are tokenised, by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(_tokenised(name))
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def _tokenised(name: str) -> list[str]:
    """A name in lower case cut as the parser cuts it: at hyphens, but not behind an article."""
    joined = normalise(name.title()).lower().replace("-", " - ")
    return joined.replace("'s ", " 's ").replace(JOINER, "-").split()


def _spellings(name: str) -> set[str]:
    """A name in lower case as tables write it and as its tokens are written, with a space between them."""
    return {name, " ".join(_tokenised(name)), name.replace("'", "’")}


def _titles(language: Language) -> Titles:
    table = language.table("titles")
    return Titles(
        address={k.lower(): v for k, v in table["address"].items()},
        ranks=_words(table, "titles", "ranks", "words"),
        offices=_words(table, "titles", "offices", "nouns"),
        before=_words(table, "titles", "offices", "before"),
        portfolios=_words(table, "titles", "offices", "portfolios"),
        abbreviations={k.lower(): v for k, v in table["abbreviations"].items()},
        past=_words(table, "titles", "offices", "past"),
    )


def _people(language: Language) -> People:
    people, titles = language.table("people"), language.table("titles")
    gender: dict[str, str] = {}
    for where, table, name in ((("persons",), people, "people"), (("kin",), people, "people")):
        for key, value in (("any", ""), ("male", "m"), ("female", "f")):
            gender.update(dict.fromkeys(_words(table, name, *where, key), value))
    offices = _words(titles, "titles", "offices", "nouns") | _words(titles, "titles", "ranks", "nouns")
    for noun in offices:
        gender.setdefault(noun, "")
    for key, value in (("male", "m"), ("female", "f")):
        gender.update(dict.fromkeys(_words(titles, "titles", "offices", key), value))
    kin = frozenset().union(*(_words(people, "people", "kin", k) for k in ("any", "male", "female")))
    return People(
        gender=gender,
        kin=kin,
        plural=_words(people, "people", "persons", "plural"),
        groups=_words(people, "people", "groups", "nouns"),
        age_heads=_words(people, "people", "ages", "heads"),
        age_units=_words(people, "people", "ages", "units"),
        amounts=_words(people, "people", "groups", "amounts"),
        sides=_words(people, "people", "groups", "sides"),
        sides_with=_words(people, "people", "groups", "sides_with"),
    )


def _organisations(language: Language) -> Kinds:
    table = language.table("organisations")
    known = dict.fromkeys(_words(table, "organisations", "known", "bodies"), Kind.STATE.value)
    unsure = set(_words(table, "organisations", "known", "unsure"))
    for written, naming, kind, _ in known_actors().listed():  # the surest come last
        for way in _spellings(written.lower()):
            known[way] = kind.value
            (unsure.add if naming is Naming.UNSURE else unsure.discard)(way)
    return Kinds(
        nouns=_words(table, "organisations", "nouns"),
        broad=_words(table, "organisations", "broad"),
        last=_words(table, "organisations", "name_words"),
        first=_words(table, "organisations", "name_words_first"),
        known=known,
        unsure=frozenset(unsure),
    )


def _places(language: Language) -> Kinds:
    table = language.table("places")
    return Kinds(
        nouns=_words(table, "places", "nouns"),
        broad=_words(table, "places", "broad"),
        last=_words(table, "places", "name_words"),
        first=_words(table, "places", "name_words_first"),
        known=dict.fromkeys(_words(table, "places", "known", "areas"), "area"),
    )


def _nations(language: Language) -> list[Nation]:
    table = language.table("nations")
    official: dict[str, list[str]] = defaultdict(list)
    for written, code in known_actors().nations():
        official[code].append(written)
    rows = [
        (code, row["name"], True, {**row, "also": [*row.get("also", []), *official[code]]})
        for code, row in table["nations"].items()
    ]
    rows += [(None, name, row.get("acts", False), row) for name, row in table["regions"].items()]
    return [_nation(code, name, acts, row) for code, name, acts, row in rows]


def _nation(code: str | None, name: str, acts: bool, row: Mapping[str, Any]) -> Nation:
    unknown = row.keys() - {"name", "also", "adjective", "people", "person", "capital", "seats", "acts"}
    if unknown:
        raise LexiconError(f"table nations: {name} has unknown fields {sorted(unknown)}")
    capital = row.get("capital")
    return Nation(
        name=name,
        code=code,
        acts=acts,
        names=_lower([name, *row.get("also", [])]),
        adjectives=_lower(row["adjective"]),
        capital=capital.lower() if capital else None,
        seats=_lower(row.get("seats", [])),
    )


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w.lower() for w in words)


def _nationals(language: Language, nations: Iterable[Nation]) -> dict[str, Nation]:
    """Nouns for the people of a nation, singular and plural: "afghan", "afghans", "spaniards"."""
    table = language.table("nations")
    found: dict[str, Nation] = {}
    by_name = {n.name: n for n in nations}
    for row in (*table["nations"].values(), *({**r, "name": n} for n, r in table["regions"].items())):
        nation = by_name[row["name"]]
        for adjective in nation.adjectives:
            found.setdefault(adjective, nation)
            found.setdefault(adjective + "s", nation)
        for noun in (*row.get("people", []), *row.get("person", [])):
            found[noun.lower()] = nation
    return found


def _descent(language: Language, *sorts: str) -> frozenset[str]:
    """Adjectives of descent, faith or politics, with their plurals."""
    table = language.table("nations")
    words = frozenset[str]().union(*(_words(table, "nations", "peoples", sort) for sort in sorts))
    return words | frozenset(w + "s" for w in words)
