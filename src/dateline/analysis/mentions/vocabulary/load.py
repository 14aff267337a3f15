"""Fills a vocabulary from the tables of a language."""

from functools import cache

from dateline.analysis.mentions.vocabulary.entries import (
    Acting,
    GivenNames,
    Kinds,
    People,
    Pronoun,
    Titles,
    Vocabulary,
)
from dateline.analysis.mentions.vocabulary.nations import descent, nationals, nations
from dateline.analysis.mentions.vocabulary.tables import lower, phrases, spellings, words_at
from dateline.gazetteer.actors import Kind, Naming, known_actors
from dateline.language import Language
from dateline.model.entity import Label


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The tables of a language, read once. Raises LexiconError naming what a table lacks."""
    titles, people = _titles(language), _people(language)
    organisations, places = _organisations(language), _places(language)
    every_nation = nations(language)
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
        acting=_acting(language),
        given=_given_names(language),
        pronouns={w: Pronoun(**features) for w, features in language.table("pronouns")["words"].items()},
        empty_subject_verbs=words_at(language, "pronouns", "empty", "verbs"),
        member_words=words_at(language, "organisations", "member_words"),
        organisations_of_people=words_at(language, "organisations", "people"),
        after_place=words_at(language, "places", "after_name"),
        place_parts=words_at(language, "places", "parts"),
        called_after=words_at(language, "places", "called_after"),
        locative=words_at(language, "places", "prepositions", "strong"),
        locative_weak=words_at(language, "places", "prepositions", "weak"),
        linking_of=words_at(language, "organisations", "linking", "of"),
        linking_for=words_at(language, "organisations", "linking", "purpose"),
        about=words_at(language, "organisations", "linking", "about"),
        dealing=words_at(language, "acting", "prepositions", "to"),
        dealing_with=words_at(language, "acting", "prepositions", "beside"),
        ships=words_at(language, "organisations", "known", "ships"),
        place_events=words_at(language, "places", "events"),
        phrases=phrases(
            [
                *organisations.known,
                *places.known,
                *(n for nation in every_nation for n in (*nation.names, *nation.seats)),
            ]
        ),
        things=words_at(language, "organisations", "known", "things"),
        undertakings=words_at(language, "organisations", "known", "undertakings"),
        papers=words_at(language, "organisations", "known", "papers"),
        directions=words_at(language, "places", "directions"),
        motion=words_at(language, "places", "motion"),
        alias_cues=_by_last_word(language),
        place_verbs=words_at(language, "places", "verbs"),
        pointing_places=words_at(language, "places", "pointing"),
        states=words_at(language, "places", "states"),
        nations={way: nation for nation in every_nation for n in nation.names for way in spellings(n)},
        capitals={n.capital: n for n in every_nation if n.capital},
        seats={seat: n for n in every_nation for seat in n.seats},
        adjectives={a: n for n in every_nation for a in n.adjectives},
        nationals=nationals(language, every_nation),
        descent=descent(language, "ethnic", "faith", "politics"),
        creeds=descent(language, "faith", "politics"),
        person_endings=tuple(sorted(words_at(language, "people", "persons", "endings"))),
        labels=labels,
    )


def _acting(language: Language) -> Acting:
    verbs = words_at(language, "acting", "verbs")
    return Acting(
        verbs=verbs,
        strong=verbs - words_at(language, "acting", "weak"),
        **{
            field: words_at(language, "acting", field)
            for field in ("nouns", "toward", "minded", "placid", "undergone")
        },
    )


def _given_names(language: Language) -> GivenNames:
    def words(*path: str) -> frozenset[str]:
        return words_at(language, "given_names", *path)

    table = language.table("given_names")
    return GivenNames(
        gender={
            **dict.fromkeys(words("either"), ""),
            **dict.fromkeys(words("male"), "m"),
            **dict.fromkeys(words("female"), "f"),
        },
        short={name.lower(): lower(shorts) for name, shorts in table["short"].items()},
        well_known=words("surnames", "well_known"),
        leaders={name.lower(): lower(given) for name, given in table["leaders"].items()},
        particles=words("particles", "words"),
        articles=words("particles", "articles"),
        suffixes=words("particles", "suffixes"),
        credits=words("particles", "credits"),
        generations={word: which for which, every in table["generations"].items() for word in every},
    )


def _by_last_word(language: Language) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The cues of aliases that are longer than a word, by their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    aliases = language.table("descriptions")["aliases"]
    for cue in aliases["cues"]:
        if len(cue) > 1 or cue[0] in (*aliases["phrase_ends"], *aliases["participles"]):
            found.setdefault(cue[-1], []).append(tuple(cue))
    return {last: tuple(cues) for last, cues in found.items()}


def _titles(language: Language) -> Titles:
    table = language.table("titles")
    return Titles(
        address={k.lower(): v for k, v in table["address"].items()},
        ranks=words_at(language, "titles", "ranks", "words"),
        offices=words_at(language, "titles", "offices", "nouns"),
        before=words_at(language, "titles", "offices", "before"),
        portfolios=words_at(language, "titles", "offices", "portfolios"),
        abbreviations={k.lower(): v for k, v in table["abbreviations"].items()},
        past=words_at(language, "titles", "offices", "past"),
    )


def _people(language: Language) -> People:
    gender: dict[str, str] = {}
    for who in ("persons", "kin"):
        for key, value in (("any", ""), ("male", "m"), ("female", "f")):
            gender.update(dict.fromkeys(words_at(language, "people", who, key), value))
    offices = words_at(language, "titles", "offices", "nouns") | words_at(
        language, "titles", "ranks", "nouns"
    )
    for noun in offices:
        gender.setdefault(noun, "")
    for key, value in (("male", "m"), ("female", "f")):
        gender.update(dict.fromkeys(words_at(language, "titles", "offices", key), value))
    kin = frozenset().union(*(words_at(language, "people", "kin", k) for k in ("any", "male", "female")))
    return People(
        gender=gender,
        kin=kin,
        plural=words_at(language, "people", "persons", "plural"),
        groups=words_at(language, "people", "groups", "nouns"),
        age_heads=words_at(language, "people", "ages", "heads"),
        age_units=words_at(language, "people", "ages", "units"),
        amounts=words_at(language, "people", "groups", "amounts"),
        fronts=words_at(language, "people", "persons", "fronts"),
        sides=words_at(language, "people", "groups", "sides"),
        sides_with=words_at(language, "people", "groups", "sides_with"),
    )


def _organisations(language: Language) -> Kinds:
    known = dict.fromkeys(words_at(language, "organisations", "known", "bodies"), Kind.STATE.value)
    unsure = set(words_at(language, "organisations", "known", "unsure"))
    for written, naming, kind, _ in known_actors().listed():  # the surest come last
        for way in spellings(written.lower()):
            known[way] = kind.value
            (unsure.add if naming is Naming.UNSURE else unsure.discard)(way)
    return Kinds(
        nouns=words_at(language, "organisations", "nouns"),
        broad=words_at(language, "organisations", "broad"),
        last=words_at(language, "organisations", "name_words"),
        first=words_at(language, "organisations", "name_words_first"),
        known=known,
        unsure=frozenset(unsure),
    )


def _places(language: Language) -> Kinds:
    return Kinds(
        nouns=words_at(language, "places", "nouns"),
        broad=words_at(language, "places", "broad"),
        last=words_at(language, "places", "name_words"),
        first=words_at(language, "places", "name_words_first"),
        known=dict.fromkeys(words_at(language, "places", "known", "areas"), "area"),
    )
