"""Names of one entity: variants of persons' names, acronyms, short forms, misspellings.

A variant is joined to a fuller name only when there is a sole candidate for it; two Petrovs leave a
bare "Petrov" to what the discourse says clearly, or open.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.mentions.names import is_acronym
from dateline.analysis.mentions.vocabulary import Nation, Vocabulary, alike
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

_OFTEN = 3  # mentions that make one of two of a name the one who is meant by it


class NameMatcher:
    """Puts all named mentions of a report on the board."""

    def __init__(self, board: Board, parse: Parse, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse = parse
        self.words = words
        self.tables = tables
        self.names = [f for f in board.facts if f.form is Form.NAME]
        self.last_title = max((i for i, s in enumerate(parse.sentences) if s.title), default=-1)
        self.keys_of: dict[int, list[str]] = {}
        self._slips: dict[str, list[Cluster]] = {}

    def match(self) -> None:
        persons = [f for f in self.names if f.label is Label.PERSON]
        others = [f for f in self.names if f.label is not Label.PERSON]
        self._persons(persons)
        self._others(others)

    # ------------------------------------------------------------------ persons
    def _persons(self, names: list[Facts]) -> None:
        full: dict[str, Cluster] = {}
        short: list[Facts] = []
        for facts in names:
            key = self._bare(facts)
            if key in full:
                self.board.put(facts, full[key])
            elif len(self._parts(key)) > 1:
                full[key] = self.board.put(facts)
            else:
                short.append(facts)
        clusters = self._joined(full)
        for cluster in clusters:
            cluster.dead = self._dead(cluster)
        self._surnames(short, clusters)

    def _bare(self, facts: Facts) -> str:
        """A person's name without particles at the front of parts and without generational suffixes."""
        given = self.words.given
        parts = facts.key.split()
        while len(parts) > 1 and parts[-1] in given.suffixes:
            parts.pop()
        return " ".join(parts)

    def _parts(self, key: str) -> list[str]:
        given = self.words.given
        parts = key.split()
        return [p for p in parts if p not in given.particles and p not in given.articles] or parts

    def _joined(self, full: dict[str, Cluster]) -> list[Cluster]:
        """Full names that are variants of each other, longest first, joined when only one fits."""
        order = sorted(full, key=lambda k: (-len(k.split()), k))
        kept: list[Cluster] = []
        by_part: dict[str, list[str]] = defaultdict(list)  # variants share a part
        for key in order:
            parts = self._parts(key)
            alike_keys = dict.fromkeys(k for part in parts for k in by_part[part])
            fits = [full[k] for k in alike_keys if self._variants(k, key)]
            if len({id(c) for c in fits}) == 1 and not _gender_clash(fits[0], full[key]):
                self.board.merge(fits[0], full[key])
                continue
            kept.append(full[key])
            for part in parts:
                by_part[part].append(key)
        return kept

    def _variants(self, longer: str, shorter: str) -> bool:
        """Whether the shorter full name is the longer less initials, particles or a part at one end."""
        a, b = self._parts(longer), self._parts(shorter)
        if a == b:
            return True
        if len(b) < 2:
            return a[-1:] == b or False
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

    def _dead(self, cluster: Cluster) -> bool:
        """Whether the report says of this person by this name that they were killed or died."""
        return any(self._said_dead(facts.head) or self._called_dead(facts.head) for facts in cluster.members)

    def _said_dead(self, head: int) -> bool:
        """ "X was killed", "X died"."""
        parse, verb, tables = self.parse, self.parse.heads[head], self.tables
        if parse.lemmas[verb] not in tables.death_verbs:
            return False
        if parse.deps[head] == "nsubjpass":
            return True
        past = parse.deps[head] == "nsubj" and "Tense=Past" in parse.morphs[verb]
        return past and parse.lemmas[verb] in tables.dying and _intransitive(parse, verb)

    def _called_dead(self, head: int) -> bool:
        """ "X, who was killed", "X, killed in 1998", "the late X"."""
        parse, tables = self.parse, self.tables
        for child in parse.children[head]:
            if child < head and parse.lower[child] in tables.death_words:
                return True
            if parse.deps[child] not in ("relcl", "acl") or parse.lemmas[child] not in tables.death_verbs:
                continue
            if parse.tags[child] == "VBN" or parse.child(child, "nsubjpass") is not None:
                return True
        return False

    def _surnames(self, short: list[Facts], clusters: list[Cluster]) -> None:
        by_part: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            for key in sorted(cluster.keys):
                self._index(key, cluster, by_part)
        loose: dict[str, Cluster] = {}
        for facts in short:
            key = self._bare(facts)
            parts = self._parts(key)
            candidates = by_part.get(key) or by_part.get(parts[-1]) or self._misspelled(parts[-1], by_part)
            fitting = [c for c in candidates if not _gender_unlike(c, facts) and self._may_lead(c, facts)]
            chosen = self._chosen(facts, fitting)
            if chosen is not None:
                self.board.put(facts, chosen)
            elif parts[-1] in loose and not fitting:
                self.board.put(facts, loose[parts[-1]])
            elif not fitting:
                loose[parts[-1]] = self.board.put(facts)
            else:
                self.board.put(facts)  # two persons of that name: nobody can tell, so nobody is told

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
        if len(part) < 6 or part in self.words.given.gender:
            return []
        if part in self._slips:
            return self._slips[part]
        found: list[Cluster] = []
        for known, clusters in by_part.items():
            if len(known) > 5 and alike(known, part):
                last = (c for c in clusters if any(self._parts(k)[-1] == known for k in c.keys))
                found += [c for c in last if c not in found]
        self._slips[part] = found
        return found

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
        far = [c for c, m in introduced if m.sentence >= facts.sentence - 8]
        if len(near) == 1 and len(far) == 1:
            return near[0][0]
        return None

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

    # ------------------------------------------------------------------ organisations, places, groups
    def _others(self, names: list[Facts]) -> None:
        by_key: dict[str, Cluster] = {}
        for facts in names:
            key = self._canonical(facts)
            if key in by_key:
                self.board.put(facts, by_key[key])
            else:
                by_key[key] = self.board.put(facts)
                by_key[key].is_nation = key.startswith("nation:")
        self._adjectives(by_key)
        for key, cluster in by_key.items():
            self.keys_of.setdefault(id(cluster), []).append(key)
        self._acronyms(by_key)
        self._shortened(by_key)
        self._misspelled_names(by_key)

    def _adjectives(self, by_key: dict[str, Cluster]) -> None:
        """ "Chadian" stands for Chad."""
        for facts in self.board.facts:
            if facts.form is Form.ADJECTIVE and facts.nation is not None:
                key = f"nation:{facts.nation.name}"
                by_key[key] = self.board.put(facts, by_key.get(key))
                by_key[key].is_nation = True

    def _canonical(self, facts: Facts) -> str:
        """What two names must share to be one: the nation for a nation and its government, else the key."""
        if facts.name is None:
            return facts.key
        text = " ".join(self.parse.lower[facts.name[0] : facts.name[1]])
        nation = self._nation_named(text, facts)
        if nation is not None:
            return f"nation:{nation.name}"
        if facts.label is Label.GROUP:
            people = self.words.nationals.get(text)
            return f"people:{people.name if people else facts.key.removesuffix('s')}"
        return self._folded(facts.key)

    def _folded(self, key: str) -> str:
        """A key with the usual spelling of every word ("al qaida" -> "al qaeda")."""
        spellings = self.tables.spellings
        return " ".join(spellings.get(word, word) for word in key.removesuffix("'s").split(" "))

    def _nation_named(self, text: str, facts: Facts) -> Nation | None:
        words = self.words
        if text in words.nations:
            return words.nations[text]
        if facts.label is Label.ORGANIZATION:
            return words.capitals.get(text) or words.seats.get(text)
        return None

    def _acronyms(self, by_key: dict[str, Cluster]) -> None:
        """ "KDL" joins the one long name whose initials it is."""
        long: dict[str, list[Cluster]] = defaultdict(list)
        for key, cluster in by_key.items():
            if " " in key and not cluster.is_nation:
                for initials in self._initials(cluster):
                    long[initials].append(cluster)
        for key, cluster in list(by_key.items()):
            if " " in key or cluster.is_nation or cluster.label is Label.PLACE:
                continue
            first = cluster.members[0]
            if first.name is None or not is_acronym(self.parse.words[first.name[1] - 1]):
                continue
            letters = key.replace("'", "")
            fits = long[letters] or (long[letters.rstrip("s")] if len(letters) > 3 else [])
            self._join_sole(by_key, key, fits)

    def _initials(self, cluster: Cluster) -> set[str]:
        """What the names of an entity abbreviate to, with and without their small words."""
        found = set[str]()
        for facts in cluster.members:
            if facts.name is None:
                continue
            span = self.parse.words[facts.name[0] : facts.name[1]]
            found.add("".join(p[0] for w in span for p in w.split("-") if p[:1].isupper()).lower())
            found.add("".join(p[0] for w in span for p in w.split("-") if p[:1].isalnum()).lower())
        return found

    def _join_sole(self, by_key: dict[str, Cluster], key: str, fits: Iterable[Cluster]) -> bool:
        sole = {id(c): c for c in fits if c is not by_key[key]}
        if len(sole) != 1:
            return False
        target = next(iter(sole.values()))
        old = by_key[key]
        self.board.merge(target, old)
        moved = self.keys_of.pop(id(old))
        by_key.update(dict.fromkeys(moved, target))
        self.keys_of[id(target)] += moved
        return True

    def _shortened(self, by_key: dict[str, Cluster]) -> None:
        """ "the Alliance" joins the one "Northern Alliance", "High Court" the one "Kenyan High Court"."""
        by_edge: dict[str, list[str]] = defaultdict(list)
        for key in by_key:
            for edge in {key.split(" ", 1)[0], key.rsplit(" ", 1)[-1]}:
                by_edge[edge].append(key)
        for key in sorted(by_key, key=lambda k: (-len(k), k)):
            cluster = by_key[key]
            if cluster.is_nation or key.startswith("people:") or cluster.label is Label.GROUP:
                continue
            if not self._may_be_short(key, cluster):
                continue
            longer = dict.fromkeys(by_edge[key.rsplit(" ", 1)[-1]] + by_edge[key.split(" ", 1)[0]])
            fits = [by_key[k] for k in longer if self._short_for(key, k, cluster, by_key[k])]
            self._join_sole(by_key, key, fits)

    def _may_be_short(self, key: str, cluster: Cluster) -> bool:
        return (key not in self.words.organisations.known and key not in self.words.places.known) or len(
            key
        ) < 4

    def _short_for(self, key: str, longer: str, cluster: Cluster, other: Cluster) -> bool:
        if cluster is other or other.is_nation or longer.startswith("people:") or len(longer) <= len(key):
            return False
        place = cluster.label is Label.PLACE
        if place != (other.label is Label.PLACE):
            return False
        a, b = longer.split(), key.split()
        if place:
            return (
                a[: len(b)] == b
                and len(a) == len(b) + 1
                and a[-1] in self.words.places.last
                and a[-1]
                not in (
                    "airport",
                    "camp",
                    "prison",
                    "base",
                    "bridge",
                    "port",
                    "hotel",
                    "hospital",
                    "market",
                    "mosque",
                    "station",
                    "border",
                    "road",
                    "street",
                    "square",
                    "university",
                )
            )
        if a[-len(b) :] == b:
            return True
        return a[: len(b)] == b and (
            len(b) > 1
            or b[0] in self.words.organisations.last
            or (len(a) == 2 and a[1] in self.words.organisations.last and self._proper(b[0]))
        )

    def _proper(self, word: str) -> bool:
        """A word that is a name by itself, not an adjective of one ("Wagner" Group, not "Syrian" Army)."""
        words = self.words
        return (
            word not in words.nationals
            and word not in words.nations
            and word not in words.descent
            and word not in words.capitals
        )

    def _misspelled_names(self, by_key: dict[str, Cluster]) -> None:
        """A name a letter or two off the one other name of its kind ("Tajikstan")."""
        plain = {k: c for k, c in by_key.items() if len(k) > 5 and not k.startswith("people:")}
        by_shape: dict[tuple[str, int], list[str]] = defaultdict(list)
        for key, cluster in plain.items():
            if not cluster.is_nation:
                by_shape[key[0], len(key)].append(key)
        for key, cluster in plain.items():
            if by_key.get(key) is not cluster or cluster.is_nation or len(cluster.members) > 3:
                continue
            nation = self.words.nation_alike(key)
            if nation is not None:
                self._as_nation(by_key, key, nation)
                continue
            near = (k for size in range(-2, 3) for k in by_shape[key[0], len(key) + size])
            fits = [by_key[k] for k in near if k != key and alike(k, key)]
            self._join_sole(by_key, key, [c for c in fits if _may_take(c, cluster)])

    def _as_nation(self, by_key: dict[str, Cluster], key: str, nation: Nation) -> None:
        full = f"nation:{nation.name}"
        cluster = by_key[key]
        if full in by_key:
            self.board.merge(by_key[full], cluster)
            by_key[key] = by_key[full]
            self.keys_of[id(by_key[full])] += self.keys_of.pop(id(cluster))
        else:
            by_key[full] = cluster
            self.keys_of[id(cluster)].append(full)
            cluster.is_nation = True
        by_key[full].nation = nation


def _may_take(cluster: Cluster, other: Cluster) -> bool:
    """Whether a name may be the one that another, as often or less often written, is a slip for."""
    same_kind = (cluster.label is Label.PLACE) == (other.label is Label.PLACE)
    return same_kind and not cluster.is_nation and len(cluster.members) >= len(other.members)


def _intransitive(parse: Parse, verb: int) -> bool:
    return not any(parse.deps[c] == "dobj" for c in parse.children[verb])


def _gender_unlike(cluster: Cluster, facts: Facts) -> bool:
    return bool(cluster.gender and facts.gender and cluster.gender != facts.gender)


def _gender_clash(a: Cluster, b: Cluster) -> bool:
    return bool(a.gender and b.gender and a.gender != b.gender)
