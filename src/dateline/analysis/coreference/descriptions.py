"""Definite descriptions: "the group", "the ambassador", "the paper", "the capital".

A description is joined to an entity before it that is known to be such a thing, when it is the only
one; or the only one close by while the others are far.
"""

from itertools import takewhile

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.fitting import PEOPLE, Fitting
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


class Describer:
    """Finds what a description stands for among what came before."""

    def __init__(self, board: Board, parse: Parse, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse = parse
        self.words = words
        self.tables = tables
        self.topics = _topics(board, parse)
        self.last_title = max((i for i, s in enumerate(parse.sentences) if s.title), default=-1)
        self.fitting = Fitting(board, parse, words, tables)

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
        fitting = [c for c in seen if self.fitting.fits(facts, c)]
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
        near = [c for c in seen if c is not cluster and self.fitting.distance(facts, c) <= _NEAR]
        fits = [c for c in near if announces(facts, c, cluster)]
        return self.board.merge(fits[0], cluster) if len(fits) == 1 else cluster

    def _is_announced(self, facts: Facts, unnamed: Cluster, named: Cluster) -> bool:
        """Whether a movement without a name, the subject of the report's opening, gets its name here."""
        first = unnamed.members[0]
        several = unnamed.plural and "Number=Plur" in self.parse.morphs[first.head]  # "a gang" is one
        if unnamed.named or several or unnamed.person or first.definite or not facts.subject:
            return False
        if not first.subject or not self._is_opening(first) or facts.sentence == first.sentence:
            return False
        if first.noun not in self.tables.armed or self.fitting.kinds.is_of_state(named, facts.key.split()):
            return False
        if unnamed.nation is not None and named.nation is not None and unnamed.nation is not named.nation:
            return False
        return first.noun in self.fitting.kinds.of(named)

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
        if len(found) != 1 or found[0].named or not self.fitting.label_fits(facts, found[0]):
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

    # ------------------------------------------------------------------ the sole one
    def _sole(self, facts: Facts, fitting: list[Cluster]) -> Cluster | None:
        """The only one that fits; of several the one just spoken of, when the others are clearly further."""
        if not fitting:
            return None
        last = sorted(((self.fitting.distance(facts, c), i) for i, c in enumerate(fitting)))
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
        if facts.label not in PEOPLE:
            return None
        topics = [c for c in near if c in self.topics]
        if len(topics) == 1:
            return topics[0]
        told = sorted(((c.before(facts.position), i) for i, c in enumerate(near)), reverse=True)
        most, first = told[0]
        prevails = most >= _OFTEN and all(most >= _PREVAILS * other for other, _ in told[1:])
        return near[first] if prevails and near[first].named else None


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
