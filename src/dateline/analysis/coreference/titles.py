"""What stands before and after names: titles, deeds, nouns that say what their bearer is."""

from dateline.analysis.coreference.clusters import Cluster
from dateline.analysis.coreference.facts import Facts, is_backing
from dateline.analysis.coreference.pairs import Pairs, add_role
from dateline.model.entity import Form, Label


class Titles:
    """Notes what names are called, and joins names with the nouns that follow them."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self.parse = pairs.parse
        self.words = pairs.words
        self.tables = pairs.tables

    def read(self) -> None:
        self._titles()
        self._followers()

    def _titles(self) -> None:
        for facts in self.pairs.board.facts:
            cluster = self.pairs.board.cluster(facts)
            if cluster is None or facts.form is not Form.NAME or facts.label is not Label.PERSON:
                continue
            lower = [w.lower() for w in facts.title]
            offices = [w for w in lower if w not in self.words.titles.address]
            if offices:
                titles = self.words.titles
                short = titles.abbreviations
                cluster.nouns.update(short.get(w, w) for w in lower if short.get(w, w) in self.words.labels)
                whole = all(w in titles.before and w not in titles.offices for w in offices)
                add_role(
                    cluster, " ".join(t for t in facts.title if whole or t.lower() not in titles.address)
                )
            self._deeds(facts, cluster)
            self._compound_noun(facts, cluster)

    def _deeds(self, facts: Facts, cluster: Cluster) -> None:
        """ "Omar Saad, who leads the union": what somebody does says what they are."""
        parse = self.parse
        for token in (facts.head, *parse.with_dep(facts.head, "appos")):
            for verb in parse.with_dep(token, "relcl"):
                subject, doer = parse.child(verb, "nsubj"), self.tables.doers.get(parse.lemmas[verb])
                who = subject is not None and parse.tags[subject] == "WP"
                if doer is not None and who and "Tense=Past" not in parse.morphs[verb]:
                    cluster.nouns.add(doer)

    def _compound_noun(self, facts: Facts, cluster: Cluster) -> None:
        """ "businessman Omar Saad": a noun before a name says what its bearer is."""
        parse = self.parse
        at = facts.start - 1
        if at < 0 or parse.pos[at] not in ("NOUN", "PROPN") or parse.heads[at] < facts.start:
            return
        lemma = parse.lemmas[at]
        if self.words.noun_label(lemma) is Label.PERSON and parse.heads[at] < facts.end:
            cluster.nouns.add(lemma)
            cluster.gender = cluster.gender or self.words.people.gender.get(lemma, "")
            if lemma not in self.words.people.kin:
                add_role(cluster, parse.words[at])

    def _followers(self) -> None:
        """Nouns that a name stands before: "Wafa party lawmakers" have a party, "M23 rebels" are the M23."""
        parse, tables = self.parse, self.tables
        for facts in self.pairs.board.facts:
            noun = facts.end
            if facts.form is not Form.NAME or facts.label is Label.PERSON or noun >= len(parse):
                continue
            if parse.pos[noun] != "NOUN" or parse.heads[facts.head] != noun:
                continue
            cluster, lemma = self.pairs.board.cluster(facts), parse.lemmas[noun]
            if cluster is None or facts.label is Label.PLACE:
                continue
            if self.words.noun_label(lemma) is Label.ORGANIZATION:
                cluster.nouns.add(lemma)
            group = self.pairs.by_head.get(noun)
            if group is None or group.form is not Form.NOMINAL or lemma not in tables.whole:
                continue
            alone = all(self._says_nothing(t, facts.start) for t in range(group.start, facts.start))
            if alone and parse.child(noun, "nummod") is None and group.end == noun + 1:
                self.pairs.join(facts, group)

    def _says_nothing(self, token: int, name: int) -> bool:
        """An article, a nation, or what only tells who backs: "*Congo's* M23 rebels", "*Rwanda-backed*"."""
        parse = self.parse
        if parse.pos[token] == "DET" or parse.deps[token] == "case":
            return True
        if parse.deps[token] == "poss" and parse.lower[token] in self.words.nations:
            return True
        return any(is_backing(parse, t) for t in range(token - 2, token + 1) if t >= 0 and t + 2 < name)
