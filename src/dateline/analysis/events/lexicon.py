"""Trigger senses: the words that tell an event, with their frames and conditions.

The format of the tables is described in docs/howto/add-an-event-type.md.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.analysis.syntax import Parse
from dateline.errors import LexiconError
from dateline.language import Language, Table
from dateline.model.event import SIZES
from dateline.ontology import ontology

NOTHING = "NOTHING"  # the type of senses that tell no event: they win over the senses that would
CONTENT = "content"  # the slot of what is asked, refused, threatened or promised
PRESS = "press"  # the class of outlets, and of nouns for those who work for them
KINDS = ("verbs", "nouns", "adjectives")
_WORD = re.compile(r"[^\s-]+")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word tells when its conditions hold.

    `expression` are the further words of an expression ("fire" of "open fire"). `actor` and `recipient`
    are slots, tried in order. `where` maps a slot to the classes of which a filler must be one, `barred`
    to those no filler may be; a class "=word" stands for the word itself. `needs` are slots that must be
    filled, `lacks` slots that must not. `voice` is "active", "passive" or None. `embeds`: the event it
    speaks of is asked, refused, threatened or promised, and not told by itself. `counts` names the
    number its people give. `also` are types, with modes, of which the same deed is an event too.
    `harm`: it only says that an attack had victims. `own`: only what the actor says of himself tells the
    event; readiness to fight is a threat only from those who declare it.
    """

    type: str
    expression: tuple[str, ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    where: dict[str, frozenset[str]]
    barred: dict[str, frozenset[str]]
    needs: tuple[str, ...]
    lacks: tuple[str, ...]
    voice: str | None
    embeds: bool
    symmetric: bool
    counts: str | None
    also: tuple[tuple[str, ...], ...] = ()
    own: bool = False
    harm: bool = False

    @property
    def weight(self) -> int:
        """How specific the sense is; of the senses that hold, the most specific one wins."""
        conditions = 2 * (len(self.where) + len(self.needs) + bool(self.voice)) + len(self.barred)
        conditions += 4 * (CONTENT in self.where)
        return 4 * len(self.expression) + conditions + len(self.lacks) + 4 * (self.type == NOTHING)


@dataclass(frozen=True, slots=True)
class TriggerLexicon:
    """Senses by kind and first word, most specific first; classes of nouns by lemma.

    `light` maps a light verb, alone or with its particle or preposition, to what its subject is to the
    noun it takes: "actor" or "recipient". `led` are the participles of "US-led". Of the prepositions, `by`
    names agents, after `object_control` the governor's object acts ("accused X of …"), `within` joins a
    deed to the event it was part of ("killed in an attack"), `with_means` names the means, `on_missions` the
    errand it is done on, `located` where things are, `origin` where somebody is from,
    `toward` those whom a promise is about, `addressing` those to whom something asked or
    refused would be done. `enders` are verbs that end what they govern, `endings` nouns that do, `quelling`
    those that put it down by force, `answering` those by which, with a preposition, one deed answers
    another, `obliging` auxiliaries that say what ought to be done. `things` are classes that never act,
    `actors` those that do even where they are no mention, `targets` those that can be hit, `sites` those of
    them that name what is hit right before a noun, `anaphors` nouns that point back, with types,
    `whatever` those of them that say nothing of how, `another` words beside one that say it is a further
    event, `anybody` nouns that tell not who people are.
    Nouns with one of the `agent_endings` are people, but for `no_agents`; so are `people_adjectives` with
    an article.
    `corrections` head a note that takes something back, `versions` with a word of `replaced` are what it
    takes back.
    `harmless` are classes of causes that nobody answers for, `mishaps` verbs for such, `falling` those
    that are where a vehicle or a building does them. Of a vehicle `travelling` are verbs that only say where
    it went, `colliding` those of violence that need be none; `off_course` are the prepositions of what it ran
    into or left, `courses` what it should be on, or not run into. `elsewhere` maps words to the field (sport,
    screen) in which event words are figures of speech, `unless` are classes of
    those who take no part in such. `tolls` are nouns for the number of the dead, `rising` verbs that put a
    later number in its place, `resulting` verbs for what an attack leads to, `apart` words that turn to
    another matter, `parts` prepositions of those counted already, `wars` what has more dead than one attack,
    `raiders` those who may have fallen in an attack of their own. `lemmas` mend the model's where it has a
    wrong one. `suffered` are the prepositions for which the subject of "suffer" stands.
    `both` are words beside a noun that means two, `pairs` nouns for two.
    `times_of` are parts of a time ("the early hours of Monday"), `occurring` verbs that only say that
    something was ("the attack, which took place on Monday"), `witnessing` those whose object was then ("the
    town saw clashes on Monday"), `amid` the prepositions of what was then, too. `struck` are nouns for what
    an attack was on, whoever says so ("was the target of an attack"), `measures` nouns for how often events
    of a kind are, `habitual` adjectives for what is done again and again.
    `instruments` maps a type to words, and each word to the mode that it gives.
    """

    senses: dict[str, dict[str, tuple[Sense, ...]]]
    classes: dict[str, frozenset[str]]
    light: dict[str, str]
    led: frozenset[str]
    by: frozenset[str]
    toward: frozenset[str]
    addressing: frozenset[str]
    object_control: frozenset[str]
    within: frozenset[str]
    with_means: frozenset[str]
    on_missions: frozenset[str]
    located: frozenset[str]
    origin: frozenset[str]
    enders: frozenset[str]
    endings: frozenset[str]
    quelling: frozenset[str]
    answering: frozenset[str]
    obliging: frozenset[str]
    things: frozenset[str]
    targets: frozenset[str]
    sites: frozenset[str]
    actors: frozenset[str]
    anaphors: dict[str, frozenset[str]]
    another: frozenset[str]
    whatever: frozenset[str]
    anybody: frozenset[str]
    agent_endings: tuple[str, ...]
    no_agents: frozenset[str]
    people_adjectives: frozenset[str]
    corrections: frozenset[str]
    versions: frozenset[str]
    replaced: frozenset[str]
    harmless: frozenset[str]
    mishaps: frozenset[str]
    falling: frozenset[str]
    travelling: frozenset[str]
    colliding: frozenset[str]
    off_course: frozenset[str]
    courses: frozenset[str]
    elsewhere: dict[str, str]
    unless: frozenset[str]
    tolls: frozenset[str]
    rising: frozenset[str]
    resulting: frozenset[str]
    apart: frozenset[str]
    parts: frozenset[str]
    wars: frozenset[str]
    raiders: frozenset[str]
    lemmas: dict[str, str]
    suffered: frozenset[str]
    amid: frozenset[str]
    times_of: frozenset[str]
    both: frozenset[str]
    pairs: frozenset[str]
    occurring: frozenset[str]
    witnessing: frozenset[str]
    struck: frozenset[str]
    measures: frozenset[str]
    habitual: frozenset[str]
    instruments: dict[str, dict[str, str]]

    def lemma(self, parse: Parse, verb: int) -> str:
        """A verb's lemma, mended where the model's is known to be wrong."""
        return self.lemmas.get(parse.lower[verb]) or parse.lemmas[verb]

    def phrasal(self, parse: Parse, verb: int) -> str:
        """A verb's lemma with its particle: "carry out"."""
        particle, lemma = parse.child(verb, "prt"), self.lemma(parse, verb)
        return lemma if particle is None else f"{lemma} {parse.lower[particle]}"


@cache
def trigger_lexicon(language: Language) -> TriggerLexicon:
    """The event words of a language pack. Raises LexiconError when an entry is malformed."""
    index: dict[str, dict[str, list[Sense]]] = {kind: {} for kind in KINDS}
    classes: dict[str, set[str]] = {}
    for name in language.tables("events"):
        table = language.table(name)
        for class_name, words in table.get("classes", {}).items():
            for word in words:
                classes.setdefault(word, set()).add(class_name)
    known = {*_LABELS, *(c for names in classes.values() for c in names)}
    for name in language.tables("events"):
        table = language.table(name)
        for entry in table.get("sense", ()):
            try:
                _add(index, entry, table["type"], known)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise LexiconError(
                    f"language table {language.code}/{name}.toml: {error!r} in {entry}"
                ) from None
    shared = language.table("events/classes")
    try:
        return TriggerLexicon(
            senses={kind: _ordered(words) for kind, words in index.items()},
            classes={word: frozenset(names) for word, names in classes.items()},
            light={verb: role for role, verbs in shared["light"].items() for verb in verbs},
            led=frozenset(shared["led"]["words"]),
            enders=frozenset(shared["enders"]["verbs"]),
            endings=frozenset(shared["enders"]["nouns"]),
            quelling=frozenset(shared["quelling"]["verbs"]),
            answering=frozenset(shared["answering"]["verbs"]),
            obliging=frozenset(shared["obligation"]["words"]),
            things=frozenset(shared["roles"]["things"]),
            targets=frozenset(shared["roles"]["targets"]),
            sites=frozenset(shared["roles"]["sites"]),
            actors=frozenset(shared["roles"]["actors"]),
            anaphors=_by_word(shared["anaphors"]["nouns"]),
            another=frozenset(shared["anaphors"]["words"]["another"]),
            whatever=frozenset(shared["anaphors"]["words"]["whatever"]),
            anybody=frozenset(shared["anaphors"]["words"]["anybody"]),
            agent_endings=tuple(shared["unlisted"]["endings"]),
            no_agents=frozenset(shared["unlisted"]["things"]),
            people_adjectives=frozenset(shared["unlisted"]["adjectives"]),
            corrections=frozenset(shared["corrections"]["headings"]),
            versions=frozenset(shared["corrections"]["nouns"]),
            replaced=frozenset(shared["corrections"]["earlier"]),
            harmless=frozenset(shared["harmless"]["classes"]),
            mishaps=frozenset(shared["harmless"]["verbs"]),
            falling=frozenset(shared["harmless"]["falling"]),
            travelling=frozenset(shared["harmless"]["travelling"]),
            colliding=frozenset(shared["harmless"]["colliding"]),
            off_course=frozenset(shared["harmless"]["off_course"]),
            courses=frozenset(shared["harmless"]["courses"]),
            elsewhere={
                word: name
                for name, words in shared["elsewhere"].items()
                if name != "unless"
                for word in words
            },
            unless=frozenset(shared["elsewhere"]["unless"]),
            tolls=frozenset(shared["tolls"]["nouns"]),
            rising=frozenset(shared["tolls"]["rising"]),
            resulting=frozenset(shared["tolls"]["resulting"]),
            apart=frozenset(shared["tolls"]["apart"]),
            parts=frozenset(shared["tolls"]["parts"]),
            wars=frozenset(shared["tolls"]["wars"]),
            raiders=frozenset(shared["tolls"]["raiders"]),
            lemmas=shared["lemmas"],
            times_of=frozenset(shared["whole"]["parts"]),
            both=frozenset(shared["counting"]["both"]),
            pairs=frozenset(shared["counting"]["pairs"]),
            occurring=frozenset(shared["whole"]["occurring"]),
            witnessing=frozenset(shared["whole"]["witnessing"]),
            struck=frozenset(shared["struck"]["nouns"]),
            measures=frozenset(shared["struck"]["measures"]),
            habitual=frozenset(shared["struck"]["habitual"]),
            **{name: frozenset(shared["prepositions"][name]) for name in _PREPOSITIONS},
            instruments={
                event_type: {word: mode for mode, words in modes.items() for word in words}
                for event_type, modes in shared["instruments"].items()
            },
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"language table {language.code}/events/classes.toml: {error!r}") from None


def _by_word(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Word -> the keys it stands under."""
    return {
        word: frozenset(key for key, words in table.items() if word in words)
        for words in table.values()
        for word in words
    }


def _ordered(senses: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {word: tuple(sorted(found, key=lambda s: -s.weight)) for word, found in senses.items()}


_PREPOSITIONS = (
    *("toward", "addressing", "by", "object_control", "within", "with_means", "on_missions"),
    *("located", "origin", "suffered", "amid"),
)

# What a filler can be besides the classes of its noun: see Fillers.classes.
_LABELS = ("person", "organization", "group", "place", "someone", "thing", "number", "name", "pronoun")
_FIELDS = {
    *(*KINDS, "modes", "contexts", "actor", "recipient", "where", "barred", "needs", "lacks", "voice"),
    *("embeds", "symmetric", "counts", "also", "own", "harm", "examples", "never"),
}


def _add(index: dict[str, dict[str, list[Sense]]], entry: Table, event_type: str, known: set[str]) -> None:
    _check(entry, event_type, known)
    for kind in KINDS:
        for words in entry.get(kind, ()):
            first, *rest = _WORD.findall(words.lower())
            sense = Sense(
                type=event_type,
                expression=tuple(rest),
                modes=tuple(entry.get("modes", ())),
                contexts=tuple(entry.get("contexts", ())),
                actor=tuple(entry.get("actor", _ACTOR[kind])),
                recipient=tuple(entry.get("recipient", _RECIPIENT[kind])),
                where=_classes(entry.get("where", {})),
                barred=_classes(entry.get("barred", {})),
                needs=tuple(entry.get("needs", ())),
                lacks=tuple(entry.get("lacks", ())),
                voice=entry.get("voice"),
                embeds=bool(entry.get("embeds")),
                symmetric=bool(entry.get("symmetric")),
                counts=entry.get("counts"),
                own=bool(entry.get("own")),
                harm=bool(entry.get("harm")),
                also=tuple(tuple(words.split()) for words in entry.get("also", ())),
            )
            index[kind].setdefault(first, []).append(sense)


def _classes(conditions: dict[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {slot: frozenset(names) for slot, names in conditions.items()}


def _check(entry: Table, event_type: str, known: set[str]) -> None:
    """Raises ValueError or KeyError, saying what is wrong with an entry."""
    if unknown := entry.keys() - _FIELDS:
        raise ValueError(f"unknown fields {sorted(unknown)}")
    if not any(entry.get(kind) for kind in KINDS):
        raise ValueError("no verbs, nouns or adjectives")
    if not entry["examples"]:
        raise ValueError("no example")
    for field in (*KINDS, "modes", "contexts", "actor", "recipient", "needs", "lacks", "examples", "never"):
        if not isinstance(entry.get(field, []), list):
            raise ValueError(f"{field} is no list")
    for kind, *modes in (words.split() for words in entry.get("also", ())):
        if not set(modes) <= ontology().types[kind].modes.keys():
            raise ValueError(f"{kind} has no modes {modes}")
    if entry.get("voice") not in (None, "active", "passive"):
        raise ValueError("voice is active or passive")
    if entry.get("counts") not in (None, *SIZES):
        raise ValueError(f"counts is one of {SIZES}")
    plover = ontology()
    if event_type != NOTHING and (
        wrong := set(entry.get("modes", ())) - plover.types[event_type].modes.keys()
    ):
        raise ValueError(f"{event_type} has no modes {sorted(wrong)}")
    if wrong := set(entry.get("contexts", ())) - plover.contexts.keys():
        raise ValueError(f"there are no contexts {sorted(wrong)}")
    for slot, names in (*entry.get("where", {}).items(), *entry.get("barred", {}).items()):
        of = plover.types.keys() if slot == CONTENT else known
        if wrong := {n for n in names if not n.startswith("=")} - of:
            raise ValueError(f"there are no classes {sorted(wrong)}")


_ACTOR = {
    "verbs": ("subject",),
    "nouns": ("by", "possessive", "compound", "between"),
    "adjectives": ("by",),
}
_RECIPIENT = {
    "verbs": ("object",),
    "nouns": ("on", "against", "of"),
    "adjectives": ("subject",),
}
