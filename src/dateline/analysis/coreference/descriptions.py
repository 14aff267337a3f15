"""Definite descriptions: "the group", "the ambassador", "the paper", "the capital".

A description is joined to an entity before it that is known to be such a thing, when it is the only
one; or the only one close by while the others are far.
"""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts, is_backing
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "attr", "dobj", "ROOT", "conj"))
_NEAR = 2  # sentences
_GAP = 2  # sentences between the nearest and the next
_FAR = 8
_OFTEN = 3  # mentions of what a text is about, at least
_PREVAILS = 3  # times as many mentions as any other
_LONGEST_ORGAN = 3  # words of the name of a state's army, court or ministry
_REACH = 80  # sentences back that are looked through
_PEOPLE = (Label.ORGANIZATION, Label.GROUP)


class Describer:
    """Finds what a description stands for among what came before."""

    def __init__(self, board: Board, parse: Parse, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse = parse
        self.words = words
        self.tables = tables
        self.topics = _topics(board, parse)
        self.last_title = max((i for i, s in enumerate(parse.sentences) if s.title), default=-1)
        self._by_token = {
            f.start: c for f in board.facts if f.form is Form.NAME and (c := board.cluster(f)) is not None
        }
        self._kinds: dict[int, tuple[tuple[int, bool], frozenset[str]]] = {}

    def place(self, facts: Facts, seen: list[Cluster]) -> Cluster:
        """Joins a description to the sole entity it fits, else starts one of its own."""
        chosen = self._chosen(facts, seen)
        return self.board.put(facts, chosen)

    def again(self, facts: Facts, cluster: Cluster, seen: list[Cluster]) -> Cluster:
        """A description that opens a cluster, its other name following, may point back: joins the two."""
        chosen = self._chosen(facts, [c for c in seen if c is not cluster])
        if chosen is None or (chosen.named and cluster.named and self._is_its_name(facts, cluster)):
            return cluster
        return self.board.merge(chosen, cluster)

    def _is_its_name(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether the name is a person's or stands right behind, so that the description only introduces it.

        "The armed group Sand Front" is the Sand Front, whatever group was spoken of before; only what is
        "known as" the Sand Front may be that.
        """
        return cluster.person or any(
            m.form is Form.NAME and m.name is not None and facts.head < m.name[0] <= facts.end + 1
            for m in cluster.beside(facts)
        )

    def _chosen(self, facts: Facts, seen: list[Cluster]) -> Cluster | None:
        same = self._repeated(facts, seen) or self._of_the_title(facts, seen)
        if same is not None or not facts.definite:
            return same
        if self._possessed(facts) or not facts.modifiers.isdisjoint(self.tables.news):
            return None
        fitting = [c for c in seen if self._fits(facts, c)]
        if any(c.is_nation for c in fitting):
            fitting = self._nations_told(facts, fitting)
        apt = [c for c in fitting if self._apt(facts, c)]
        return self._sole(facts, apt or fitting)

    def _nations_told(self, facts: Facts, fitting: list[Cluster]) -> list[Cluster]:
        """ "The country": whose capital the sentence names, whom its paragraph tells of, or the title.

        A nation of the title counts only where the opening sentence tells of no other.
        """
        parse, sentences = self.parse, self.parse.sentences
        nations = [c for c in fitting if c.is_nation and c.nation is not None]
        within = parse.lower[sentences[facts.sentence].start : facts.head]
        seated = [c for c in nations if c.nation is not None and c.nation.capital in within]
        if len(seated) == 1 and facts.noun in self.words.states:
            return seated
        if len(nations) < 2:
            return fitting
        paragraph = sentences[facts.sentence].paragraph
        near = [c for c in nations if self._paragraph(c, facts) == paragraph]
        opening = [c for c in nations if self._in_title(c) or self._opens(c)]
        titled = [c for c in opening if self._in_title(c)]
        chosen = near or (titled if len(opening) == 1 else [])
        return chosen or [c for c in fitting if c not in nations]

    def _paragraph(self, cluster: Cluster, facts: Facts) -> int:
        """The paragraph of the last mention before another mention; -1 when there is none."""
        last = cluster.last_before(facts.position)
        return self.parse.sentences[last.sentence].paragraph if last is not None else -1

    def _opens(self, cluster: Cluster) -> bool:
        """Whether a cluster is mentioned in the sentence right after the title."""
        sentences = self.parse.sentences
        early = takewhile(lambda m: m.sentence <= self.last_title + 1, cluster.members)
        return any(m.sentence > 0 and sentences[m.sentence - 1].title for m in early)

    def _in_title(self, cluster: Cluster) -> bool:
        return self.parse.sentences[cluster.members[0].sentence].title

    def introduced(self, facts: Facts, cluster: Cluster, seen: list[Cluster]) -> Cluster:
        """A name may be that of whom a description announced just before: joins the two.

        "The envoy arrived on Monday. Ambassador Lie said …", "An armed group said … The Sand Front said …";
        only of a sole such person or body nearby.
        """
        if cluster.person and not cluster.nouns:
            return cluster
        announces = self._is_holder if cluster.person else self._is_announced
        near = [c for c in seen if c is not cluster and self._distance(facts, c) <= _NEAR]
        fits = [c for c in near if announces(facts, c, cluster)]
        return self.board.merge(fits[0], cluster) if len(fits) == 1 else cluster

    def _is_announced(self, facts: Facts, unnamed: Cluster, named: Cluster) -> bool:
        """Whether a movement without a name, the subject of the report's opening, gets its name here."""
        first = unnamed.members[0]
        if unnamed.named or unnamed.plural or unnamed.person or first.definite or not facts.subject:
            return False
        if not first.subject or not self._is_opening(first) or facts.sentence == first.sentence:
            return False
        if first.noun not in self.tables.armed or self._of_state(named, facts.key.split()):
            return False
        if unnamed.nation is not None and named.nation is not None and unnamed.nation is not named.nation:
            return False
        return first.noun in self._kinds_of(named)

    def _is_opening(self, facts: Facts) -> bool:
        """Whether a mention stands in the title or in the first sentence of the text."""
        titles = takewhile(lambda sentence: sentence.title, self.parse.sentences)
        return facts.sentence <= sum(1 for _ in titles)

    def _is_holder(self, facts: Facts, unnamed: Cluster, named: Cluster) -> bool:
        if unnamed.named or not unnamed.person or unnamed.plural or not unnamed.nouns & named.nouns:
            return False
        if unnamed.gender and named.gender and unnamed.gender != named.gender:
            return False
        return unnamed.nation is None or named.nation is None or unnamed.nation is named.nation

    def _apt(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether the noun was used before, or an adjective is known to fit ("the Islamist group")."""
        if facts.noun in cluster.nouns and not cluster.named:
            return True
        return any(
            key in self.tables.qualities.get(word, ()) for word in facts.modifiers for key in cluster.keys
        )

    # ------------------------------------------------------------------ the same words again
    def _repeated(self, facts: Facts, seen: list[Cluster]) -> Cluster | None:
        """A description in the same words as one before, when these words single something out."""
        if not facts.modifiers or not self._singles_out(facts):
            return None
        pointed, loose = ((facts.noun, facts.modifiers, facts.number, known) for known in (True, False))
        found = [c for c in seen if pointed in c.described or (not facts.definite and loose in c.described)]
        return found[0] if len(found) == 1 else None

    def _of_the_title(self, facts: Facts, seen: list[Cluster]) -> Cluster | None:
        """Whom the title spoke of without a name, told anew where the report begins.

        "Driver held after crash" — "A driver was held …": the sole one of the same noun, in the opening
        sentence, which has it once itself.
        """
        sentences = self.parse.sentences
        if facts.definite or facts.sentence == 0 or sentences[facts.sentence].title:
            return None
        if not sentences[facts.sentence - 1].title:
            return None
        if sum(f.noun == facts.noun for f in self.board.facts if f.sentence == facts.sentence) > 1:
            return None
        found = [c for c in seen if facts.noun in c.nouns and self._in_title(c)]
        if len(found) != 1 or found[0].named or not self._label_fits(facts, found[0]):
            return None
        return found[0] if self._no_other(facts, found[0]) else None

    def _no_other(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether gender, nation and number are no other's; "two men" are not "three men"."""
        if facts.gender and cluster.gender and facts.gender != cluster.gender:
            return False
        if facts.nation is not None and cluster.nation is not None and facts.nation is not cluster.nation:
            return False
        told = {w for w in cluster.modifiers if w.isdigit()}
        return not told or not (mine := {w for w in facts.modifiers if w.isdigit()}) or told == mine

    def _singles_out(self, facts: Facts) -> bool:
        """ "the Malian army" twice is one; "two men" twice are not."""
        if any(w.isdigit() for w in facts.modifiers):
            return False
        if facts.definite:
            return not self._possessed(facts)
        return facts.nation is not None and facts.label is Label.ORGANIZATION

    def _possessed(self, facts: Facts) -> bool:
        parse = self.parse
        return any(parse.deps[c] == "poss" and parse.pos[c] == "PRON" for c in parse.children[facts.head])

    # ------------------------------------------------------------------ what fits
    def _fits(self, facts: Facts, cluster: Cluster) -> bool:
        if not self._is_such(facts, cluster) or not self._label_fits(facts, cluster):
            return False
        if self._named_below(facts, cluster) or self._is_possessor(facts, cluster):
            return False
        if facts.label is Label.PERSON and (
            facts.gender and cluster.gender and facts.gender != cluster.gender
        ):
            return False
        if facts.nation is not None and cluster.nation is not None and facts.nation is not cluster.nation:
            return False
        return self._modifiers_fit(facts, cluster)

    def _named_below(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether the name follows in the clause of which the description is subject: then it is another's.

        "The group sought peace with the Front" (Chomsky's Principle C).
        """
        if not facts.subject:
            return False
        parse = self.parse
        clause = parse.subtree(parse.heads[facts.head])
        return any(
            m.form is Form.NAME and facts.head < m.head and m.head in clause for m in cluster.beside(facts)
        )

    def _is_possessor(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether it is whose the cluster is: in "the Sand Front, the movement's armed wing" two bodies."""
        if self.parse.deps[facts.head] != "poss":
            return False
        owned = self.parse.heads[facts.head]
        return any(
            m.head == owned or owned in self.parse.with_dep(m.head, "appos") for m in cluster.beside(facts)
        )

    def _is_such(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether an entity is known to be what a description says."""
        noun = facts.noun
        if noun in cluster.nouns or noun in self._kinds_of(cluster):
            return True
        nameless = not cluster.named and not cluster.person
        if nameless and any(noun in self.tables.same.get(n, ()) for n in cluster.nouns):
            return True
        if facts.label is Label.GROUP and not cluster.named and cluster.plural and noun in self.tables.armed:
            return not cluster.nouns.isdisjoint(self.tables.armed)
        offices = cluster.nouns if facts.nation is None else cluster.nouns - self.tables.commanding
        return cluster.person and any(noun in self.tables.persons.get(n, ()) for n in offices)

    def _label_fits(self, facts: Facts, cluster: Cluster) -> bool:
        if facts.label is Label.PERSON:
            return cluster.person and facts.number == "s" and not cluster.plural
        if facts.label in _PEOPLE:
            if cluster.person:
                return False
            if facts.label is Label.GROUP and not cluster.named:
                return cluster.plural
            if facts.number == "s" and cluster.plural and not cluster.named:
                return False
            if facts.label is Label.ORGANIZATION and facts.number == "p" and not cluster.plural:
                return facts.noun in self.words.organisations_of_people
            state = cluster.is_nation and facts.noun in self.words.states
            return state or cluster.labels[Label.ORGANIZATION] + cluster.labels[Label.GROUP] > 0
        return cluster.labels[Label.PLACE] > 0 or cluster.is_nation

    def _modifiers_fit(self, facts: Facts, cluster: Cluster) -> bool:
        """New modifiers must not single out something else: names and numbers never are news."""
        parse = self.parse
        known = cluster.modifiers | {w for k in cluster.keys for w in k.split()}
        if facts.noun in self.words.titles.ranks and not self._same_rank(facts, cluster):
            return False
        for token in range(facts.start, facts.end):
            word = parse.lower[token]
            if token == facts.head or word not in facts.modifiers or word in known:
                continue
            if parse.words[token][0].isupper() and not self._explained(facts, token, cluster):
                return False
            if parse.pos[token] == "NUM" or word in self.words.place_parts:
                return False
            if not cluster.named and parse.pos[token] in ("NOUN", "PROPN", "ADJ"):
                return False
        return True

    def _same_rank(self, facts: Facts, cluster: Cluster) -> bool:
        """Whether a rank agrees with the one told before a name: no major general is "the senior general"."""
        titles = self.words.titles
        for member in cluster.members:
            told = {w.lower() for w in member.title}
            if facts.noun in told:
                higher = facts.modifiers & (titles.before | titles.ranks)
                return higher <= told
        return True

    def _explained(self, facts: Facts, token: int, cluster: Cluster) -> bool:
        """A capitalised modifier that is no news: faith, politics, its own nation, whom it leads."""
        word = self.parse.lower[token]
        if cluster.named and not cluster.is_nation and is_backing(self.parse, token):
            return True  # "the Iran-backed group"
        named = self._by_token.get(token)
        if named is not None and any(
            self.board.cluster(other) is named
            for m in cluster.members
            if m.form is Form.NOMINAL
            for other in self._inside(m)
        ):
            return True
        nation = self.words.adjectives.get(word) or self.words.nations.get(word)
        if nation is not None and nation.code is None and cluster.is_nation:
            return True  # "the West African nation"
        if nation is not None and cluster.nation is None and cluster.person:
            return self._distance(facts, cluster) <= 1
        if nation is not None:
            return cluster.nation is nation
        return word in self.words.creeds

    def _inside(self, facts: Facts) -> Iterator[Facts]:
        """The mentions within the words of one, itself among them."""
        every, at = self.board.facts, facts.position
        while at > 0 and every[at - 1].start >= facts.start:
            at -= 1
        while at < len(every) and every[at].start < facts.end:
            if every[at].end <= facts.end:
                yield every[at]
            at += 1

    def _kinds_of(self, cluster: Cluster) -> frozenset[str]:
        """The nouns for a named entity, worked out again when it got another name."""
        known = self._kinds.get(id(cluster))
        if known is not None and known[0] == (len(cluster.keys), cluster.is_nation):
            return known[1]
        found = frozenset(self._nouns(cluster))
        self._kinds[id(cluster)] = (len(cluster.keys), cluster.is_nation), found
        return found

    def _nouns(self, cluster: Cluster) -> set[str]:
        """The nouns for a named entity: by its sort when it is well known, by the words of its name."""
        kinds, nouns = self.tables.kinds, set[str]()
        known = self.words.organisations.known
        for key in cluster.keys:
            sort = known.get(key) or known.get(key.replace(" ", "-"))
            if sort is not None:
                nouns |= kinds[sort]
            if key in self.words.capitals and not cluster.is_nation:
                nouns |= kinds["capital"]
            parts = key.split()
            if len(parts) > 1 and not cluster.person:
                barred = frozenset() if self._of_state(cluster, parts) else self.tables.organs
                for part in (parts[-1], parts[0], *self._before_of(parts)):
                    nouns |= self.tables.by_word.get(part, frozenset()) - barred
                    if self.words.labels.get(part) in (*_PEOPLE, Label.PLACE) and part not in barred:
                        nouns.add(part)
        if cluster.is_nation and cluster.nation is not None and cluster.nation.code is not None:
            nouns |= kinds["nation"]
        if (
            cluster.label is Label.PLACE
            and not cluster.is_nation
            and any(map(self._plain_place, cluster.keys))
        ):
            nouns |= kinds["settlement"]
        if any(self._titled(m) for m in cluster.members):
            nouns |= kinds["newspaper"]
        return nouns

    def _before_of(self, parts: list[str]) -> list[str]:
        """What a name says its bearer is before "of" or "for": "United Party of Togo"."""
        linking = self.words.linking_of | self.words.linking_for
        return [a for a, b in pairwise(parts) if b in linking][:1]

    def _of_state(self, cluster: Cluster, parts: list[str]) -> bool:
        """Whether a name is that of a state's own organ: "Malian Army", not "Free Syrian Army"."""
        if cluster.nation is None or len(parts) > _LONGEST_ORGAN:
            return False
        return any(
            " ".join(parts[:size]) in known
            for size in (1, 2)
            for known in (self.words.adjectives, self.words.nations)
        )

    def _plain_place(self, key: str) -> bool:
        """A place's name that does not say what it is, nor is known for an area: likely a town's."""
        words, parts = self.words, key.split()
        if key in words.places.known or key in words.nations or key in words.capitals:
            return False
        return parts[-1] not in words.places.last and parts[0] not in words.places.first

    def _titled(self, facts: Facts) -> bool:
        """A name with an article of its own in the middle of a sentence is a paper's: "told The Reporter"."""
        parse, article = self.parse, facts.start - 1
        if facts.form is not Form.NAME or facts.label is not Label.ORGANIZATION or article < 0:
            return False
        inside = parse.sentences[facts.sentence].start < article and not parse.sentences[facts.sentence].title
        return inside and parse.pos[article] == "DET" and parse.words[article][0].isupper()

    # ------------------------------------------------------------------ the sole one
    def _sole(self, facts: Facts, fitting: list[Cluster]) -> Cluster | None:
        """The only one that fits; of several the one just spoken of, when the others are clearly further."""
        if not fitting:
            return None
        last = sorted(((self._distance(facts, c), i) for i, c in enumerate(fitting)))
        nearest, first = last[0]
        if len(fitting) == 1:
            return fitting[0] if nearest <= _FAR or self._lasting(facts, fitting[0]) else None
        following = last[1][0]
        if following - nearest >= _GAP and following > 2 * nearest and nearest <= _NEAR:
            return fitting[first]
        return self._topic(facts, [fitting[i] for d, i in last if d <= nearest + _GAP])

    def _lasting(self, facts: Facts, cluster: Cluster) -> bool:
        """A description that holds through a report: a person's, or a word of the name itself."""
        return facts.label is not Label.PLACE or any(facts.noun in key.split() for key in cluster.keys)

    def _topic(self, facts: Facts, near: list[Cluster]) -> Cluster | None:
        """Of several close by, the one that the title, or most of the text so far, is about; no person."""
        if facts.label not in _PEOPLE:
            return None
        topics = [c for c in near if c in self.topics]
        if len(topics) == 1:
            return topics[0]
        told = sorted(((c.before(facts.position), i) for i, c in enumerate(near)), reverse=True)
        most, first = told[0]
        prevails = most >= _OFTEN and all(most >= _PREVAILS * other for other, _ in told[1:])
        return near[first] if prevails and near[first].named else None

    def _distance(self, facts: Facts, cluster: Cluster) -> int:
        before = cluster.backwards(facts, _REACH)
        last = next((m for m in before if m.form is not Form.ADJECTIVE), None)
        return facts.sentence - last.sentence if last is not None else 10_000


def _topics(board: Board, parse: Parse) -> list[Cluster]:
    """The named entities that are arguments of the title's verb: what the report is about."""
    found: list[Cluster] = []
    for facts in board.facts:
        if not parse.sentences[facts.sentence].title or parse.deps[facts.head] not in _ARGUMENTS:
            continue
        cluster = board.cluster(facts)
        if cluster is not None and cluster.named and cluster not in found:
            found.append(cluster)
    return found
