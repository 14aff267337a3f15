"""Who an actor is: offices, memberships, kin, alliances, strength and the rest of the contract's relations.

Every finder looks at one token that may say something (an office, a verb, a number) and offers what it
finds; the collector resolves participants, settles certainty and source, and drops repetitions. Finders
are looked up by the token's lemma, so that most tokens cost one look into a dict.
"""

from collections.abc import Callable, Iterable
from functools import cache

from dateline.analysis.draft import Draft
from dateline.analysis.relations.acronyms import bracketed
from dateline.analysis.relations.aliases import aliases, between, formerly, renamed
from dateline.analysis.relations.among import among
from dateline.analysis.relations.attributes import age, ethnicity, nationality
from dateline.analysis.relations.beginnings import (
    arising,
    ending,
    foundation,
    founding,
    growing,
    merger,
    offshoot,
    replacing,
    splitting,
)
from dateline.analysis.relations.bonds import bond, hyphened, including, stronghold, under
from dateline.analysis.relations.collector import Collector
from dateline.analysis.relations.designations import designation
from dateline.analysis.relations.equipment import armed, equipment
from dateline.analysis.relations.frames import frames
from dateline.analysis.relations.kin import kin
from dateline.analysis.relations.kinds import kind, trait
from dateline.analysis.relations.lexicon import RelationLexicon, relation_lexicon
from dateline.analysis.relations.membership import membership
from dateline.analysis.relations.nominals import nominals
from dateline.analysis.relations.places import apposed, containment, part_of_place, residents
from dateline.analysis.relations.roles import role
from dateline.analysis.relations.strength import put, strength, strong
from dateline.analysis.relations.whereabouts import stays, whereabouts
from dateline.language import Language
from dateline.model.relation import Relation

type Finder = Callable[[Collector, int], None]


def find_relations(draft: Draft) -> tuple[Relation, ...]:
    """The relations a report states, in text order, each once a sentence."""
    collector = Collector(draft, relation_lexicon(draft.language))
    index = _finders(draft.language)
    parse = draft.parse
    for token, (lemma, lower, pos) in enumerate(zip(parse.lemmas, parse.lower, parse.pos, strict=True)):
        found = index.get(lemma, ())
        if lower != lemma:
            found = (*found, *(f for f in index.get(lower, ()) if f not in found))
        for finder in found:
            finder(collector, token)
        if lower == ",":
            apposed(collector, token)
        if pos == "NUM":
            age(collector, token)
            strength(collector, token)
        if lower.endswith(collector.lexicon.strong):
            strong(collector, token)
    return collector.relations()


@cache
def _finders(language: Language) -> dict[str, tuple[Finder, ...]]:
    """Which finders have something to say about a lemma or a lower-cased word."""
    lexicon = relation_lexicon(language)
    sections = lexicon.sections
    doing = sections["whereabouts"]
    there = doing["staying"] | doing["going"] | doing["entering"] | doing["carrying"] | doing["speaking"]
    words: list[tuple[Finder, Iterable[str]]] = [
        (role, lexicon.offices | lexicon.belonging),
        (membership, lexicon.belonging | sections["membership"]["nouns"]),
        (bond, lexicon.bonds),
        (among, sections["among"]["words"]),
        (including, sections["including"]["words"]),
        (stronghold, sections["stronghold"]["nouns"]),
        (under, sections["under"]["nouns"]),
        (hyphened, lexicon.hyphened),
        (kin, lexicon.kin),
        (nationality, lexicon.nationals),
        (ethnicity, lexicon.peoples),
        (frames, lexicon.frames),
        (nominals, lexicon.nominals),
        (equipment, sections["equipment"]["nouns"]),
        (armed, sections["equipment"]["armed_forms"]),
        (containment, sections["places"]["within"]),
        (residents, sections["places"]["residents"]),
        (stays, sections["stays"]["nouns"]),
        (part_of_place, sections["places"]["divisions"]),
        (whereabouts, there),
        (aliases, sections["aliases"]["participles"]),
        (between, sections["aliases"]["between"]),
        (renamed, sections["aliases"]["renaming"] | sections["aliases"]["changing"]),
        (put, sections["strength"]["putting"]),
        (formerly, lexicon.roles["past_adverbs"]),
        (bracketed, sections["aliases"]["brackets"]),
        *_of_bodies(lexicon),
    ]
    index: dict[str, tuple[Finder, ...]] = {}
    for finder, listed in words:
        for word in listed:
            index[word] = (*index.get(word, ()), finder)
    return index


def _of_bodies(lexicon: RelationLexicon) -> list[tuple[Finder, Iterable[str]]]:
    """The finders of what a body is and where it comes from."""
    kinds, split, grown = (lexicon.sections[name] for name in ("kinds", "splitting", "growing"))
    founded, later = lexicon.sections["founding"], lexicon.sections["succeeding"]
    return [
        (kind, kinds["bodies"] | kinds["places"] | kinds["persons"]),
        (trait, {word.rpartition("-")[2] for word in lexicon.sections["traits"]["words"]}),
        (founding, founded["verbs"]),
        (arising, founded["arising"]),
        (foundation, founded["nouns"]),
        (ending, lexicon.sections["ending"]["verbs"]),
        (splitting, split["verbs"]),
        (growing, grown["verbs"]),
        (replacing, later["verbs"]),
        (offshoot, split["nouns"] | split["modifiers"] | later["nouns"]),
        (merger, grown["merging"]),
        (designation, lexicon.participles),
    ]
