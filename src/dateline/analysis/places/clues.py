"""What the words around a name say of where it is: what it is, what it lies in, how far from another."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.places.spots import Role, Spot, Toponym
from dateline.analysis.places.words import PlaceWords
from dateline.analysis.syntax import Parse

_FAR = 12  # tokens between a name and the phrase that says how far it is
_GAP = 4  # words between an adjective, or the name of what it lies in, and a name


@dataclass(frozen=True, slots=True)
class Distance:
    """A place is so far (km, None: near, or not said) in a direction (degrees, None: any) from another."""

    other: str
    kilometres: float | None
    bearing: float | None


@dataclass(slots=True)
class Clues:
    """What a report says of one place. `inside` are entities, `units` codes of provinces that it lies in.

    `holds` are entities of places that lie in it.
    """

    kinds: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    distances: list[Distance] = field(default_factory=list)
    holds: set[str] = field(default_factory=set)


@dataclass
class ClueReader:
    """Reads the clues of all places of a report."""

    parse: Parse
    vocabulary: Vocabulary
    words: PlaceWords
    toponyms: list[Toponym]

    def __post_init__(self) -> None:
        self._found = {toponym.entity: Clues() for toponym in self.toponyms}
        self._starting: dict[int, tuple[Spot, str]] = {}
        for toponym in self.toponyms:
            for spot in toponym.spots:
                self._starting[spot.start] = spot, toponym.entity
        self._listed = frozenset(self._lists())

    def read(self) -> dict[str, Clues]:
        """Clues by entity."""
        found = self._found
        for toponym in self.toponyms:
            clues = found[toponym.entity]
            for spot in toponym.spots:
                if spot.role is not Role.ADJECTIVE:
                    self._kind(spot, clues)
                    self._behind(spot, toponym.entity, clues)
                    self._distance(spot, toponym.entity, clues)
        for toponym in self.toponyms:
            for spot in toponym.spots:
                self._before(spot, toponym.entity, found)
        return found

    def _lists(self) -> Iterator[int]:
        """Where names in lists begin: "Mexico, China, Japan and Brazil" says nothing of what lies in what."""
        parse, count = self.parse, len(self.parse)
        at = 0
        for start in sorted(self._starting):
            if start < at:
                continue
            names, joined, at = [start], False, self._starting[start][0].end
            while not joined and at < count:
                follower = at + (parse.words[at] == ",")
                joined = follower < count and parse.pos[follower] == "CCONJ"
                follower += joined
                if follower == at or follower not in self._starting:
                    break
                names.append(follower)
                at = self._starting[follower][0].end
            if joined and len(names) > 2 and names[-1] > start:
                yield from names

    # ------------------------------------------------------------------ what it is
    def _kind(self, spot: Spot, clues: Clues) -> None:
        """ "Tete province", "the city of Kut", "the town Kut", "Kut, a city"."""
        parse, kinds = self.parse, self.words.kinds
        nouns = [spot.head] if spot.head >= spot.end else []
        if spot.end < len(parse) and parse.heads[spot.head] == spot.end:
            nouns.append(spot.end)
        governor = parse.heads[spot.head]
        if parse.deps[spot.head] == "pobj" and parse.lower[governor] in self.vocabulary.linking_of:
            nouns.append(parse.heads[governor])
        elif parse.deps[spot.head] == "appos":
            nouns.append(governor)
        nouns += [child for child in parse.children[spot.head] if parse.deps[child] == "appos"]
        own = kinds.get(parse.lower[spot.end - 1]) if spot.end - spot.start > 1 else None
        if own is not None and own[0] in "PA":  # "New York City", "Nyanza Province"
            clues.kinds.add(own)
        for noun in nouns:
            kind = kinds.get(parse.lower[noun]) or kinds.get(parse.lemmas[noun])
            if kind is not None and not spot.start <= noun < spot.end:
                clues.kinds.add(kind)

    # ------------------------------------------------------------------ what it lies in
    def _behind(self, spot: Spot, entity: str, clues: Clues) -> None:
        """ "Paris, Texas"; "Paris (Texas)"; "Jalalabad, in eastern Nangarhar"; "Birmingham, Ala."."""
        parse = self.parse
        if spot.end >= len(parse) or spot.start in self._listed:
            return
        mark = parse.words[spot.end] in (",", "(")
        at = spot.end + mark
        unit = self._abbreviation(at) if mark else None
        if unit is not None:
            clues.units.add(unit)
            return
        if at < len(parse) and parse.lower[at] in self.words.containing:
            at = self._skip(at + 1)
        elif not mark:
            return
        other = self._starting.get(at)
        if other is not None and other[1] != entity and other[0].role is Role.PLACE:
            clues.inside.add(other[1])
            self._found[other[1]].holds.add(entity)

    def _skip(self, at: int) -> int:
        parse = self.parse
        while (
            at < len(parse)
            and at not in self._starting
            and (parse.lower[at] in self.words.between or parse.lower[at] in self.vocabulary.place_parts)
        ):
            at += 1
        return at

    def _abbreviation(self, at: int) -> str | None:
        parse, forms = self.parse, self.words.abbreviations
        for length in (3, 2, 1):
            if at + length <= len(parse):
                text = "".join(parse.words[at : at + length])
                unit = forms.get(text) or forms.get(text + ".")
                if unit is not None:
                    return unit
        return None

    def _before(self, spot: Spot, entity: str, found: dict[str, Clues]) -> None:
        """ "the Afghan city of Jalalabad", "Afghanistan's Panjshir Valley"."""
        parse = self.parse
        owner = spot.end < len(parse) and parse.tags[spot.end] == "POS"
        if spot.role is not Role.ADJECTIVE and not owner:
            return
        at = spot.end + owner
        for _ in range(_GAP):
            other = self._starting.get(at)
            if other is not None:
                if other[1] != entity and other[0].role is Role.PLACE:
                    found[other[1]].inside.add(entity)
                return
            if at >= len(parse) or not self._passed_over(at):
                return
            at += 1

    def _passed_over(self, at: int) -> bool:
        parse = self.parse
        word = parse.lower[at]
        return (
            word in self.words.kinds
            or word in self.words.distance_between
            or word in self.vocabulary.place_parts
            or (parse.pos[at] == "ADJ" and parse.words[at].islower())
        )

    # ------------------------------------------------------------------ how far from another
    def _distance(self, spot: Spot, entity: str, clues: Clues) -> None:
        """ "X, some 70 miles north of the capital Kabul", "X, near Kabul"."""
        parse, words = self.parse, self.words
        sentence = parse.sentences[parse.sentence_of[spot.start]]
        for at in range(spot.end, min(spot.end + _FAR, sentence.end - 1)):
            if at in self._starting or parse.pos[at] == "VERB":
                return
            bearing = words.bearings.get(parse.lower[at])
            towards = bearing is not None and parse.lower[at + 1] in words.distance_of
            if not towards and parse.lower[at] not in words.near:
                continue
            target = at + 1 + towards
            while target not in self._starting and self._between(target, sentence.end):
                target += 1
            other = self._starting.get(target)
            if other is not None and other[1] != entity:
                far = next(self._length(range(spot.end, at)), None)
                clues.distances.append(Distance(other[1], far, bearing if towards else None))
            return

    def _between(self, at: int, end: int) -> bool:
        return at < end and self.parse.lower[at] in self.words.distance_between

    def _length(self, tokens: range) -> Iterator[float]:
        """Kilometres that these tokens tell."""
        parse = self.parse
        for token in tokens:
            unit = self.words.units.get(parse.lower[token])
            number = parse.words[token - 1].replace(",", "")
            if unit is not None and number.replace(".", "", 1).isdigit():
                yield float(number) * unit
