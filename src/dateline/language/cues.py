"""The cue lexicon: which words report that somebody says, wants or believes something, and how.

`cues.toml` of a language pack holds one entry a cue, in a section for its part of speech:

    [verbs]
    accuse = { act = "accuse", takes = ["object+of"], examples = ["[Rebels|source] [accused|cue] …"] }

`takes` lists the complements that hold the content (see `Frame`); the key may carry a particle ("point out").
Every example is marked inline and run by a test.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from dateline.errors import LexiconError
from dateline.language import Language
from dateline.model.attribution import Act

_KEYS = frozenset({"act", "acts", "takes", "examples", "also", "of", "opens", "owned"})


class Frame(StrEnum):
    """What a cue's complement looks like; `object+of`, `prep:for` carry a preposition of the language."""

    CLAUSE = "clause"  # says (that) it rained, asks whether it rained
    QUOTE = "quote"  # "It rained," she says
    TO = "to"  # vows to fight: the source's own action
    OTHER_TO = "other-to"  # urges them to leave: somebody else's action, named in the content
    TOLD_TO = "told-to"  # tells them to leave: somebody else's, the addressee left out
    GERUND = "gerund"  # denies losing the town
    OBJECT = "object"  # denies the attack
    PREDICATE = "predicate"  # calls the vote a sham
    PASSIVE_TO = "passive-to"  # is expected to win, is accused of treason


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry. `frames` holds plain frames; `preps` the prepositions whose complement is the content;
    `joined` those that carry on an object ("blame X for Y"), and `bound` says that
    the object alone is no content; `acts` the acts of frames that differ; `of` the list of words that a
    preposition's single object must be of, `opens` of any object where the phrase opens its sentence,
    `owned` the list of those whose owner is the source."""

    lemma: str
    particle: str | None
    act: Act
    frames: frozenset[Frame]
    preps: frozenset[str]
    joined: frozenset[str]
    bound: bool
    acts: Mapping[str, Act]
    examples: tuple[str, ...]
    of: str | None = None
    opens: str | None = None
    owned: str | None = None

    def act_of(self, frame: str) -> Act:
        return self.acts.get(frame, self.act)


@dataclass(frozen=True)
class Markers:
    """Closed sets of words that attribution goes by."""

    raw: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.raw[name]


@dataclass(frozen=True)
class CueTable:
    """All cues of a language: lemma -> entries, by part of speech; entries with a particle come first."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Cue, ...]]
    adverbs: Mapping[str, Cue]
    prepositions: Mapping[str, Cue]
    words: Markers

    @cached_property
    def controllers(self) -> frozenset[str]:
        """Lemmas of verbs whose object does what their infinitive says: urge, tell, order."""
        frames = {Frame.OTHER_TO, Frame.TOLD_TO}
        return frozenset(k for k, v in self.verbs.items() if any(c.frames & frames for c in v))

    @cached_property
    def carriers(self) -> Mapping[str, frozenset[str]]:
        """Verb lemma -> prepositions that carry its object on: accuse of, blame for."""
        return {k: frozenset().union(*(c.joined for c in v)) for k, v in self.verbs.items()}

    def entries(self) -> Iterator[Cue]:
        """Every entry once."""
        seen: set[int] = set()
        for table in (self.verbs, self.nouns, self.adjectives):
            for several in table.values():
                for cue in several:
                    if id(cue) not in seen:
                        seen.add(id(cue))
                        yield cue
        yield from self.adverbs.values()
        yield from self.prepositions.values()


@cache
def cues(language: Language) -> CueTable:
    """The cue lexicon of a language. Raises LexiconError naming the entry that is malformed."""
    table = language.table("cues")
    words = {name: frozenset(values) for name, values in table.get("words", {}).items()}
    return CueTable(
        verbs=_section(table, "verbs"),
        nouns=_section(table, "nouns"),
        adjectives=_section(table, "adjectives"),
        adverbs={k: v[0] for k, v in _section(table, "adverbs").items()},
        prepositions={k: v[0] for k, v in _section(table, "prepositions").items()},
        words=Markers(words),
    )


def _section(table: Mapping[str, Any], name: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for key, raw in table.get(name, {}).items():
        try:
            cue = _cue(key, raw)
        except (KeyError, ValueError, TypeError) as error:
            raise LexiconError(f"cues.toml [{name}] {key}: {error}") from None
        for lemma in (cue.lemma, *raw.get("also", ())):
            found.setdefault(lemma, []).append(cue)
    return {k: tuple(sorted(v, key=lambda c: c.particle is None)) for k, v in found.items()}


def _cue(key: str, raw: Mapping[str, Any]) -> Cue:
    unknown = raw.keys() - _KEYS
    if unknown:
        raise ValueError(f"unknown key {', '.join(sorted(unknown))}")
    if not raw.get("examples"):
        raise ValueError("has no examples")
    lemma, _, particle = key.partition(" ")
    frames, preps, joined = set(), set(), set()
    bound = False
    for take in raw.get("takes", ()):
        if take.startswith("prep:"):
            preps.add(take[5:])
        elif take.startswith(("object+", "object=")):
            frames.add(Frame.OBJECT)
            joined.add(take[7:])
            bound = bound or take[6] == "="
        else:
            frames.add(Frame(take))
    return Cue(
        lemma=lemma,
        particle=particle or None,
        act=Act(raw["act"]),
        frames=frozenset(frames),
        preps=frozenset(preps),
        joined=frozenset(joined),
        bound=bound,
        acts={k: Act(v) for k, v in raw.get("acts", {}).items()},
        examples=tuple(raw["examples"]),
        of=raw.get("of"),
        opens=raw.get("opens"),
        owned=raw.get("owned"),
    )
