"""What the versions of a matter amount to: a standing, with the reasons for it in words.

Nothing here judges what is true. It counts who tells it independently, and sets beside it who says otherwise,
who took it back, and which numbers and doers cannot both be right.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations
from typing import Any

from dateline.accounts.cues import cues
from dateline.accounts.differences import conflicting_tolls, contradictions
from dateline.accounts.retractions import names, retracts, takes_back_itself
from dateline.accounts.voices import Voice, copies, only_speaker, sources, tellers
from dateline.language import load_language
from dateline.language.standalone import by_itself, within
from dateline.model.records import Detail, EventVersion, Evidence, Link, Standing, Toll, Weight

# Differences that make a matter disputed; the others are the drift of details between reports.
_DISPUTES = (Detail.WHETHER, Detail.ACTORS, Detail.TOLL)


def weigh(voices: Sequence[Voice], against: Sequence[Voice] = (), *, asserted: bool = True) -> Weight:
    """The weight of a matter by those who carry it and those who contradict it: of a relation, want or claim.

    What is `asserted` is denied by who contradicts it; what is itself a denial is disputed by them.
    """
    words = _Words()
    carrying = [v for v in voices if not retracts(v.evidence)]
    taken_back = [v for v in voices if v not in carrying]
    standing, reasons = _support(carrying, words)
    if taken_back and all(any(names(t, v) or _same_voice(t, v) for t in taken_back) for v in carrying):
        standing, reasons = Standing.RETRACTED, [*reasons, *words.taken_back(carrying, taken_back)]
    elif against:
        standing = Standing.DENIED if asserted else Standing.DISPUTED
        reasons = [*reasons, *words.each("denied" if asserted else "contradicted", against)]
    return Weight(standing, tuple(reasons), _first(v.evidence for v in voices))


@dataclass(frozen=True)
class Weighed:
    """The versions of an event, each with what it contradicts; who carries it, and what it amounts to."""

    versions: tuple[EventVersion, ...]
    weight: Weight
    carrying: tuple[EventVersion, ...]
    contradicted: frozenset[str]  # the ids of versions that contradict those that carry it


def weigh_event(versions: Sequence[EventVersion]) -> Weighed:
    """Weighs the versions of one event, which come in the order in which they were reported."""
    return _Scales(versions).weighed


class _Scales:
    def __init__(self, versions: Sequence[EventVersion]) -> None:
        self.versions = versions
        self.words = _Words()

    @cached_property
    def weighed(self) -> Weighed:
        carrying = self._carrying
        differs = {v.id: tuple(d for d in Detail if d in self._differs[v.id]) for v in self.versions}
        marked = tuple(replace(v, differs=differs[v.id]) for v in self.versions)
        ids = {v.id for v in carrying}
        against = {b.id for a, b, found in self._conflicts if a.id in ids and found & set(_DISPUTES)}
        return Weighed(marked, self._weight, tuple(v for v in marked if v.id in ids), frozenset(against))

    # ------------------------------------------------------------------ who says what
    @cached_property
    def _retractions(self) -> list[EventVersion]:
        return [v for v in self.versions if retracts(v.evidence[0])]

    @cached_property
    def _told(self) -> list[EventVersion]:
        return [v for v in self.versions if v not in self._retractions]

    @cached_property
    def _taken_back(self) -> list[EventVersion]:
        """The versions that a later sentence takes back: those of whom it names, else of its own voice."""
        found: set[str] = set()
        for gone in self._retractions:
            (voice,) = _voices([gone])
            earlier = [v for v in self._told if (v.published or "") <= (gone.published or "9999")]
            named = [v for v in earlier if names(voice, *_voices([v]))]
            found.update(v.id for v in named or [v for v in earlier if _same_voice(voice, *_voices([v]))])
        return [v for v in self._told if v.id in found]

    @cached_property
    def _standing_by(self) -> list[EventVersion]:
        """The versions that nobody has taken back; who only copied one that was taken back, goes with it."""
        gone = {voice.origin for voice in _voices(self._taken_back) if voice.speaker is None}
        return [v for v in self._told if v not in self._taken_back and _voices([v])[0].origin not in gone]

    @cached_property
    def _current(self) -> list[EventVersion]:
        """The versions that nobody has taken back or put right since."""
        return [v for v in self._standing_by if not any(_corrects(c, v) for c in self._standing_by)]

    @cached_property
    def _carrying(self) -> list[EventVersion]:
        """Those that tell it as those nearest to the outlets do: as having happened, if any of them does."""
        versions = self._standing_by or self._told or self.versions
        nearest = min(len(v.evidence[0].chain) for v in versions)
        polarities = {v.factuality.polarity for v in versions if len(v.evidence[0].chain) == nearest}
        polarity = next(p for p in "+-u" if p in polarities)
        return [v for v in versions if v.factuality.polarity == polarity]

    # ------------------------------------------------------------------ what contradicts what
    @cached_property
    def _conflicts(self) -> list[tuple[EventVersion, EventVersion, frozenset[Detail]]]:
        """Pairs, both ways round, of current versions that contradict each other."""
        return [
            (one, other, details)
            for one, other in permutations(self._current, 2)
            if (details := contradictions(one, other))
        ]

    @cached_property
    def _differs(self) -> dict[str, set[Detail]]:
        found: dict[str, set[Detail]] = defaultdict(set)
        for one, _, details in self._conflicts:
            found[one.id] |= details
        for version in self.versions:
            if version not in self._standing_by:
                found[version.id].add(Detail.RETRACTED)
            elif version not in self._current:
                found[version.id].add(Detail.CORRECTED)
        return found

    # ------------------------------------------------------------------ what it amounts to
    @cached_property
    def _weight(self) -> Weight:
        standing, reasons = _support(_voices(self._carrying), self.words)
        denials = [v for v in self._current if v.factuality.polarity == "-"]
        tellings = [v for v in self._current if v.factuality.polarity == "+"]
        if self._retractions and not self._standing_by:
            standing = Standing.RETRACTED
        elif denials and all(_denied(v, denials) for v in tellings):
            standing = Standing.DENIED
        elif any(details & set(_DISPUTES) for _, _, details in self._conflicts):
            standing = Standing.DISPUTED
        reasons += [*self._why(denials, tellings)]
        return Weight(standing, tuple(reasons), _first(v.evidence[0] for v in self.versions))

    def _why(self, denials: list[EventVersion], tellings: list[EventVersion]) -> Iterator[str]:
        words = self.words
        if denials:
            yield from words.each("denied", _voices(denials))
            if not tellings:
                yield words.reason("not_told")
        found = {d for _, _, details in self._conflicts for d in details}
        if Detail.ACTORS in found:
            yield words.reason("actors", values=words.doers(tellings))
        yield from self._tolls()
        if self._retractions:
            yield from words.taken_back(_voices(self._taken_back), _voices(self._retractions))
        correcting = [c for c in self._standing_by if any(_corrects(c, v) for v in self.versions)]
        yield from words.each("corrected", _voices(correcting))

    def _tolls(self) -> Iterator[str]:
        """The numbers that do not fit, and those that grew."""
        kinds = sorted({kind for v in self._current for kind in v.size})
        for kind in kinds:
            told = [v.size[kind] for v in self._current if kind in v.size]
            if len({(toll.low, toll.high) for toll in told}) > 1:
                clash = any(kind in conflicting_tolls(a, b) for a, b, _ in self._conflicts)
                yield self.words.tolls("toll" if clash else "grew", kind, told)


def _voices(versions: Iterable[EventVersion]) -> list[Voice]:
    return [Voice(e) for v in versions for e in v.evidence[:1]]


def _denied(telling: EventVersion, denials: Iterable[EventVersion]) -> bool:
    return any(Detail.WHETHER in contradictions(telling, d) for d in denials)


def _corrects(correction: EventVersion, version: EventVersion) -> bool:
    """Whether a later number of the same outlet, or speaker, is said to be put right."""
    if correction.id == version.id or not conflicting_or_other(correction, version):
        return False
    later = (version.published or "") <= (correction.published or "9999")
    said = correction.corrects or any(cues().corrects(e.text) for e in _all_evidence(correction))
    return later and said and _same_voice(*_voices([correction, version]))


def conflicting_or_other(one: EventVersion, other: EventVersion) -> bool:
    """Whether two versions give different numbers of one kind."""
    kinds = one.size.keys() & other.size.keys()
    return any((one.size[k].low, one.size[k].high) != (other.size[k].low, other.size[k].high) for k in kinds)


def _all_evidence(version: EventVersion) -> Iterator[Evidence]:
    yield from version.evidence
    yield from (toll.evidence for toll in version.size.values())


def _same_voice(one: Voice, other: Voice) -> bool:
    """Whether one and the same outlet, or a man it quotes, speaks in both."""
    if one.origin == other.origin:
        return True
    speakers = [v.speaker.entity for v in (one, other) if v.speaker is not None]
    if len(speakers) == 2:
        return speakers[0] is not None and speakers[0] == speakers[1]
    return one.evidence.outlet is not None and one.evidence.outlet == other.evidence.outlet


def _first(evidence: Iterable[Evidence]) -> str | None:
    return min((e.published for e in evidence if e.published), default=None)


def _support(voices: Sequence[Voice], words: "_Words") -> tuple[Standing, list[str]]:
    """Whether one tells it or several, who they are, and on whose word."""
    number = len(tellers(voices))
    reasons = [words.support(voices, number)] if voices else []
    speaker = only_speaker(voices)
    if number > 1 and speaker is not None:
        reasons.append(words.reason("one_word", speaker=words.speaker(speaker)))
    several = sources(voices) > 1
    return (Standing.CORROBORATED if several else Standing.REPORTED), reasons


class _Words:
    """Reasons as sentences of the language that dateline speaks."""

    @property
    def table(self) -> dict[str, Any]:
        table: dict[str, Any] = load_language().table("accounts")["reasons"]
        return table

    def reason(self, name: str, **values: object) -> str:
        return str(self.table[name]).format(**values)

    def each(self, name: str, voices: Iterable[Voice]) -> list[str]:
        """A reason a voice, each told once."""
        return list(dict.fromkeys(self._said(name, voice) for voice in voices))

    def taken_back(self, gone: Sequence[Voice], saying: Sequence[Voice]) -> list[str]:
        """Who took back what they told; where nobody is known to have told it, who says that it was."""
        own = [voice for voice in saying if takes_back_itself(voice)]
        if gone and not own:
            return self.each("retracted", gone)
        return [
            *self.each("retracted", own),
            *self.each("retraction_told", [voice for voice in saying if voice not in own]),
        ]

    def _said(self, name: str, voice: Voice) -> str:
        """A reason on the word of one voice; an outlet that speaks for itself is named once."""
        speaker, outlet = self.speaker(voice.speaker, voice.evidence), self.outlet(voice.evidence)
        own = f"{name}_by_outlet"
        return self.reason(
            own if speaker == outlet and own in self.table else name, speaker=speaker, outlet=outlet
        )

    def support(self, voices: Sequence[Voice], number: int) -> str:
        outlets = ", ".join(sorted({self.outlet(v.evidence) for v in voices}))
        told = self.reason("one" if number == 1 else "several", n=number, outlets=outlets)
        reprints = copies(voices)
        return (
            self.reason("reprint" if reprints == 1 else "reprints", told=told, n=reprints)
            if reprints
            else told
        )

    def outlet(self, evidence: Evidence) -> str:
        return evidence.outlet or str(self.table["unnamed_outlet"])

    def speaker(self, link: Link | None, evidence: Evidence | None = None) -> str:
        language = load_language()
        phrases = language.table("phrases")
        if link is not None and link.name == "":
            return str(phrases["source"]["unclear"])
        if link is not None:
            named = within(link.name or by_itself(link.source, phrases), language)
            return named or str(self.table["unnamed_speaker"])
        return self.outlet(evidence) if evidence else str(self.table["unnamed_speaker"])

    def doers(self, versions: Iterable[EventVersion]) -> str:
        return self._values(
            (", ".join(p.name for p in v.actors), v.evidence[0]) for v in versions if v.actors
        )

    def tolls(self, name: str, kind: str, tolls: Iterable[Toll]) -> str:
        phrases = load_language().table("phrases")["event"]
        values = self._values((bounds(toll, phrases["bounds"]), toll.evidence) for toll in tolls)
        return self.reason(name, kind=phrases["counted"][kind], values=values)

    def _values(self, told: Iterable[tuple[str, Evidence]]) -> str:
        """Each value once, with all who give it."""
        who: dict[str, list[str]] = defaultdict(list)
        for value, evidence in told:
            name = self.speaker(evidence.chain[-1] if evidence.chain else None, evidence)
            if name not in who[value]:
                who[value].append(name)
        return "; ".join(self.reason("value", value=v, who=", ".join(names)) for v, names in who.items())


def bounds(toll: Toll, words: dict[str, str]) -> str:
    """A number with its bounds, in the words of the table of phrases: "at least 3"."""
    if toll.high == 0:
        return words["none"]
    if toll.low == toll.high:
        return words["exact"].format(low=f"{toll.low:,}")
    if toll.high is None:
        return words["least"].format(low=f"{toll.low or 0:,}")
    if not toll.low:
        return words["most"].format(high=f"{toll.high:,}")
    return words["between"].format(low=f"{toll.low:,}", high=f"{toll.high:,}")
