"""Names of organisations, places and groups: nations, acronyms, short forms, misspellings.

As with persons, a short or odd name is joined to another only when there is a sole candidate for it.
"""

from collections import defaultdict
from collections.abc import Iterable

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.mentions.names import is_acronym
from dateline.analysis.mentions.vocabulary import Nation, Vocabulary, alike
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label


class CollectiveNames:
    """Puts all names but those of persons on the board."""

    def __init__(self, board: Board, parse: Parse, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse = parse
        self.words = words
        self.tables = tables
        self.by_key: dict[str, Cluster] = {}
        self.keys_of: dict[int, list[str]] = {}

    def join(self) -> None:
        """Equal names first, then those that abbreviate, shorten or misspell another."""
        for facts in self.board.facts:
            if facts.form is Form.NAME and facts.label is not Label.PERSON:
                self._equal(facts)
        self._adjectives()
        for key, cluster in self.by_key.items():
            self.keys_of.setdefault(id(cluster), []).append(key)
        self._acronyms()
        self._shortened()
        self._misspelled()

    def _equal(self, facts: Facts) -> None:
        key = self._canonical(facts)
        if key in self.by_key:
            self.board.put(facts, self.by_key[key])
        else:
            self.by_key[key] = self.board.put(facts)
            self.by_key[key].is_nation = key.startswith("nation:")

    def _adjectives(self) -> None:
        """ "Chadian" stands for Chad."""
        for facts in self.board.facts:
            if facts.form is Form.ADJECTIVE and facts.nation is not None:
                key = f"nation:{facts.nation.name}"
                self.by_key[key] = self.board.put(facts, self.by_key.get(key))
                self.by_key[key].is_nation = True

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

    # ------------------------------------------------------------------ acronyms and short forms
    def _acronyms(self) -> None:
        """ "KDL" joins the one long name whose initials it is."""
        long: dict[str, list[Cluster]] = defaultdict(list)
        for key, cluster in self.by_key.items():
            if " " in key and not cluster.is_nation:
                for initials in self._initials(cluster):
                    long[initials].append(cluster)
        for key, cluster in list(self.by_key.items()):
            if " " in key or cluster.is_nation or cluster.label is Label.PLACE:
                continue
            first = cluster.members[0]
            if first.name is None or not is_acronym(self.parse.words[first.name[1] - 1]):
                continue
            letters = key.replace("'", "")
            fits = long[letters] or (long[letters.rstrip("s")] if len(letters) > 3 else [])
            self._join_sole(key, fits)

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

    def _join_sole(self, key: str, fits: Iterable[Cluster]) -> bool:
        sole = {id(c): c for c in fits if c is not self.by_key[key]}
        if len(sole) != 1:
            return False
        target = next(iter(sole.values()))
        old = self.by_key[key]
        self.board.merge(target, old)
        moved = self.keys_of.pop(id(old))
        self.by_key.update(dict.fromkeys(moved, target))
        self.keys_of[id(target)] += moved
        return True

    def _shortened(self) -> None:
        """ "the Alliance" joins the one "Northern Alliance", "High Court" the one "Kenyan High Court"."""
        by_edge: dict[str, list[str]] = defaultdict(list)
        for key in self.by_key:
            for edge in {key.split(" ", 1)[0], key.rsplit(" ", 1)[-1]}:
                by_edge[edge].append(key)
        for key in sorted(self.by_key, key=lambda k: (-len(k), k)):
            cluster = self.by_key[key]
            if cluster.is_nation or key.startswith("people:") or cluster.label is Label.GROUP:
                continue
            if not self._may_be_short(key, cluster):
                continue
            longer = dict.fromkeys(by_edge[key.rsplit(" ", 1)[-1]] + by_edge[key.split(" ", 1)[0]])
            fits = [self.by_key[k] for k in longer if self._short_for(key, k, cluster, self.by_key[k])]
            self._join_sole(key, fits)

    def _may_be_short(self, key: str, cluster: Cluster) -> bool:
        if key in self.tables.organs and all(self._opens(facts) for facts in cluster.members):
            return False  # "Army accuses rebels": the state's, written large as every first word is
        return (key not in self.words.organisations.known and key not in self.words.places.known) or len(
            key
        ) < 4

    def _opens(self, facts: Facts) -> bool:
        return facts.start == self.parse.sentences[facts.sentence].start

    def _short_for(self, key: str, longer: str, cluster: Cluster, other: Cluster) -> bool:
        if cluster is other or other.is_nation or longer.startswith("people:") or len(longer) <= len(key):
            return False
        place = cluster.label is Label.PLACE
        if place != (other.label is Label.PLACE):
            return False
        return self._short_place(longer, key) if place else self._short_body(longer, key)

    def _short_place(self, longer: str, key: str) -> bool:
        """ "Helmand" is Helmand province, "Mazar" is not Mazar airport."""
        *front, last = longer.split()
        return front == key.split() and last in self.words.places.last and last not in self.tables.sites

    def _short_body(self, longer: str, key: str) -> bool:
        """ "Alliance" is the Northern Alliance, "Wagner" the Wagner Group."""
        a, b = longer.split(), key.split()
        if a[-len(b) :] == b:
            return True
        last = self.words.organisations.last
        grouped = len(a) == 2 and a[1] in last and self._proper(b[0])
        return a[: len(b)] == b and (len(b) > 1 or b[0] in last or grouped)

    def _proper(self, word: str) -> bool:
        """A word that is a name by itself, not an adjective of one ("Wagner" Group, not "Syrian" Army)."""
        words = self.words
        return (
            word not in words.nationals
            and word not in words.nations
            and word not in words.descent
            and word not in words.capitals
        )

    # ------------------------------------------------------------------ misspellings
    def _misspelled(self) -> None:
        """A name a letter or two off the one other name of its kind ("Tajikstan")."""
        plain = {k: c for k, c in self.by_key.items() if len(k) > 5 and not k.startswith("people:")}
        by_shape: dict[tuple[str, int], list[str]] = defaultdict(list)
        for key, cluster in plain.items():
            if not cluster.is_nation:
                by_shape[key[0], len(key)].append(key)
        for key, cluster in plain.items():
            if self.by_key.get(key) is not cluster or cluster.is_nation or len(cluster.members) > 3:
                continue
            nation = self.words.nation_alike(key)
            if nation is not None:
                self._as_nation(key, nation)
                continue
            near = (k for size in range(-2, 3) for k in by_shape[key[0], len(key) + size])
            fits = [self.by_key[k] for k in near if k != key and alike(k, key)]
            self._join_sole(key, [c for c in fits if _may_take(c, cluster)])

    def _as_nation(self, key: str, nation: Nation) -> None:
        full = f"nation:{nation.name}"
        cluster = self.by_key[key]
        if full in self.by_key:
            self.board.merge(self.by_key[full], cluster)
            self.by_key[key] = self.by_key[full]
            self.keys_of[id(self.by_key[full])] += self.keys_of.pop(id(cluster))
        else:
            self.by_key[full] = cluster
            self.keys_of[id(cluster)].append(full)
            cluster.is_nation = True
        self.by_key[full].nation = nation


def _may_take(cluster: Cluster, other: Cluster) -> bool:
    """Whether a name may be the one that another, as often or less often written, is a slip for."""
    same_kind = (cluster.label is Label.PLACE) == (other.label is Label.PLACE)
    return same_kind and not cluster.is_nation and len(cluster.members) >= len(other.members)
