"""Names of persons: full names and their variants, surnames, misspellings.

A variant is joined to a fuller name only when there is a sole candidate for it; two Petrovs leave a
bare "Petrov" to what the discourse says clearly, or open.
"""

from collections import defaultdict
from itertools import takewhile

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.deaths import said_dead
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.mentions.vocabulary import Vocabulary, alike
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

_LONG = 6  # letters of a part of a name that may be misspelled
_FAR = 8  # sentences in which another of a name would be meant as well
_OFTEN = 3  # mentions that make one of two of a name the one who is meant by it


class PersonNames:
    """Puts all names of persons on the board."""

    def __init__(self, board: Board, parse: Parse, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse = parse
        self.words = words
        self.tables = tables
        self.last_title = max((i for i, s in enumerate(parse.sentences) if s.title), default=-1)
        self._open: dict[str, int] = {}  # surname -> the last sentence where it was left open whose it is
        self._slips: dict[str, list[Cluster]] = {}
        self._by_shape: dict[tuple[str, int], list[str]] = defaultdict(list)

    def join(self) -> None:
        """Full names first, then the surnames that stand for them."""
        full: dict[str, Cluster] = {}
        short: list[Facts] = []
        for facts in self._names():
            key, generation = self._bare(facts), self._generation(facts)
            marked = f"{key} {generation}".rstrip()
            if marked in full:
                self.board.put(facts, full[marked])
            elif len(self._parts(key)) > 1:
                full[marked] = self.board.put(facts)
                full[marked].generation = generation
            else:
                short.append(facts)
        clusters = self._joined(full)
        for cluster in clusters:
            cluster.dead = said_dead(self.parse, self.tables, cluster)
        self._surnames(short, clusters)

    def _names(self) -> list[Facts]:
        return [f for f in self.board.facts if f.form is Form.NAME and f.label is Label.PERSON]

    def _bare(self, facts: Facts) -> str:
        """A person's name without particles at the front of parts and without generational suffixes."""
        given = self.words.given
        parts = facts.key.split()
        while len(parts) > 1 and parts[-1] in given.suffixes:
            parts.pop()
        return " ".join(parts)

    def _generation(self, facts: Facts) -> str:
        """Which of two of a name is meant: "the elder Massoud", "Okello Jr."; "" where it is not said."""
        generations, lower = self.words.given.generations, self.parse.lower
        last = facts.key.split()[-1]
        start = facts.name[0] if facts.name is not None else facts.start
        before = lower[start - 1] if start else ""
        return generations.get(last, "") or generations.get(before, "")

    def _parts(self, key: str) -> list[str]:
        given = self.words.given
        *front, last = key.split()
        small = given.particles | given.articles
        return [*(p for p in front if p not in small), last]  # at the end "Van" is a name

    def _joined(self, full: dict[str, Cluster]) -> list[Cluster]:
        """Full names that are variants of each other, longest first, joined when only one fits."""
        order = sorted(full, key=lambda k: (-len(k.split()), k))
        kept: list[Cluster] = []
        by_part: dict[str, list[str]] = defaultdict(list)  # variants share a part
        for key in order:
            parts = self._parts(self._unmarked(key))
            alike_keys = dict.fromkeys(k for part in parts for k in by_part[part])
            fits = [
                full[k]
                for k in alike_keys
                if self._variants(self._unmarked(k), self._unmarked(key))
                and not _other_generation(full[k].generation, full[key].generation)
            ]
            if len({id(c) for c in fits}) == 1 and not _gender_clash(fits[0], full[key]):
                self.board.merge(fits[0], full[key])
                continue
            kept.append(full[key])
            for part in parts:
                by_part[part].append(key)
        return kept

    def _unmarked(self, key: str) -> str:
        """A full name without the word for its bearer's generation."""
        name, _, last = key.rpartition(" ")
        return name if last in self.words.given.generations.values() else key

    def _variants(self, longer: str, shorter: str) -> bool:
        """Whether the shorter full name is the longer less initials, particles or a part at one end."""
        a, b = self._parts(longer), self._parts(shorter)
        if a == b:
            return True
        if len(b) < 2:
            return a[-1:] == b
        if self._spelled_alike(a, b):
            return True
        if len(a) == len(b):
            return a[1:] == b[1:] and (self._short_of(a[0], b[0]) or self._short_of(b[0], a[0]))
        if a[-len(b) :] == b or a[: len(b)] == b:
            return True
        core = [a[0], *(p for p in a[1:-1] if len(p) > 1), a[-1]]
        return core == b or core == [b[0], *(p for p in b[1:-1] if len(p) > 1), b[-1]]

    def _short_of(self, short: str, name: str) -> bool:
        return name in self.words.given.short.get(short, ()) or (len(short) == 1 and name.startswith(short))

    def _spelled_alike(self, a: list[str], b: list[str]) -> bool:
        """Full names of as many parts, all but one equal and that one a letter or two off."""
        if len(a) != len(b):
            return False
        different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return len(different) == 1 and alike(*different[0])

    # ------------------------------------------------------------------ surnames
    def _surnames(self, short: list[Facts], clusters: list[Cluster]) -> None:
        by_part: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            for key in sorted(cluster.keys):
                self._index(key, cluster, by_part)
        loose: dict[tuple[str, str], Cluster] = {}
        for facts in short:
            key = self._bare(facts)
            parts = self._parts(key)
            candidates = by_part.get(key) or by_part.get(parts[-1]) or self._misspelled(parts[-1], by_part)
            fitting = [c for c in candidates if not _gender_unlike(c, facts) and self._may_lead(c, facts)]
            generation = self._generation(facts)
            if generation:
                fitting = [c for c in fitting if c.generation == generation]
            alone = (parts[-1], generation)
            if alone in loose and not _gender_unlike(loose[alone], facts):
                fitting.append(loose[alone])  # "President Okoro", whose wife is the one named in full
            chosen = self._chosen(facts, fitting)
            if chosen is not None:
                self.board.put(facts, chosen)
            elif not fitting:
                loose[alone] = self.board.put(facts)
            else:
                self.board.put(facts)  # two persons of that name: nobody can tell, so nobody is told
                self._open[facts.key] = facts.sentence

    def _may_lead(self, cluster: Cluster, facts: Facts) -> bool:
        """Whether a person may be the leader told by office and surname: not all of that surname are."""
        given = self.words.given
        known = given.leaders.get(self._parts(facts.key)[-1])
        offices = self.words.titles.offices
        if known is None or not any(w.lower() in offices for w in facts.title):
            return True
        return any(p in known for k in cluster.keys for p in k.split()) or any(
            w.lower() in offices for m in cluster.members for w in m.title
        )

    def _index(self, key: str, cluster: Cluster, by_part: dict[str, list[Cluster]]) -> None:
        parts = self._parts(key)
        for part in (parts[-1], parts[0], " ".join(key.split()[1:]), *parts[1:-1][-1:]):
            if part and len(part) > 1 and cluster not in by_part[part]:
                by_part[part].append(cluster)

    def _misspelled(self, part: str, by_part: dict[str, list[Cluster]]) -> list[Cluster]:
        if len(part) < _LONG or part in self.words.given.gender:
            return []
        if part in self._slips:
            return self._slips[part]
        found: list[Cluster] = []
        for known in self._like_shaped(part, by_part):
            if alike(known, part):
                clusters = by_part[known]
                last = (c for c in clusters if any(self._parts(k)[-1] == known for k in c.keys))
                found += [c for c in last if c not in found]
        self._slips[part] = found
        return found

    def _like_shaped(self, part: str, by_part: dict[str, list[Cluster]]) -> list[str]:
        """The longer parts of names with the first letter and about the length of one, in their order."""
        if not self._by_shape:
            for known in by_part:
                if len(known) >= _LONG:
                    self._by_shape[known[0], len(known)].append(known)
        return [k for size in range(-2, 3) for k in self._by_shape.get((part[0], len(part) + size), ())]

    def _chosen(self, facts: Facts, candidates: list[Cluster]) -> Cluster | None:
        """The sole candidate; of several, the only living one that the last paragraphs speak of."""
        name = self._parts(facts.key)[-1]
        surname = [c for c in candidates if any(self._parts(k)[-1] == name for k in c.keys)]
        if surname:
            candidates = surname
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        before = [(c, c.last_before(facts.position)) for c in candidates]
        spoken = [(c, m) for c, m in before if m is not None and m.sentence >= facts.sentence - 6]
        living = [(c, m) for c, m in spoken if not c.dead]
        if facts.title and len(living) == 1 and all(c.dead for c, _ in before if c is not living[0][0]):
            return living[0][0]
        if len(living) == 1 and facts.subject and all(c.dead for c, _ in before if c is not living[0][0]):
            return living[0][0]
        leading = self._leading(facts, candidates)
        if leading is not None:
            return leading
        introduced = [(c, m) for c, m in before if m is not None]
        if len(introduced) == 1:
            return introduced[0][0]
        near = [(c, m) for c, m in spoken if m.sentence >= facts.sentence - 2]
        far = [c for c, m in introduced if m.sentence >= facts.sentence - _FAR]
        left_open = self._open.get(facts.key, -_FAR) >= facts.sentence - _FAR
        if len(near) == 1 and len(far) == 1 and not left_open:
            return near[0][0]
        return self._usual(facts, candidates)

    def _usual(self, facts: Facts, candidates: list[Cluster]) -> Cluster | None:
        """The only one whom the report calls by the surname alone, unless another was named just now."""
        called = [c for c in candidates if any(m.key == facts.key and not m.title for m in c.members)]
        if len(called) != 1 or called[0].before(facts.position) < _OFTEN:
            return None
        others = (c.last_before(facts.position) for c in candidates if c is not called[0])
        just_now = any(m is not None and m.sentence >= facts.sentence - 1 for m in others)
        return None if just_now else called[0]

    def _leading(self, facts: Facts, candidates: list[Cluster]) -> Cluster | None:
        """The one that the report is about: alone in the title, or named often and the rest once."""
        titled = [c for c in candidates if self._titled(c)]
        if len(titled) == 1:
            return titled[0]
        before = [c.before(facts.position) for c in candidates]
        most = max(before)
        if most >= _OFTEN and sorted(before)[-2] <= 1:
            return candidates[before.index(most)]
        return None

    def _titled(self, cluster: Cluster) -> bool:
        """Whether a title names an entity."""
        sentences = self.parse.sentences
        early = takewhile(lambda m: m.sentence <= self.last_title, cluster.members)
        return any(sentences[m.sentence].title for m in early)


def _gender_unlike(cluster: Cluster, facts: Facts) -> bool:
    return bool(cluster.gender and facts.gender and cluster.gender != facts.gender)


def _other_generation(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _gender_clash(a: Cluster, b: Cluster) -> bool:
    return bool(a.gender and b.gender and a.gender != b.gender)
