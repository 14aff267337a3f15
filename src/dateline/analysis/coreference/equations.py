"""Descriptions that the text puts beside a name, or equates with it."""

from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.pairs import Pairs, add_role, same_kind
from dateline.model.entity import Form, Label

_FARTHEST = 14  # words between a name and what it is said to be


class Equations:
    """Joins a name and what it is said to be: "the envoy, Kari Lie", "Ama is the mayor"."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self.parse = pairs.parse
        self.words = pairs.words

    def read(self) -> None:
        self._appositions()
        self._between_commas()
        self._named_by_of()
        self._before_articles()
        self._copulas()

    def _appositions(self) -> None:
        parse = self.parse
        for facts in self.pairs.board.facts:
            if facts.form in (Form.PRONOUN, Form.ADJECTIVE) or parse.deps[facts.head] != "appos":
                continue
            owner = self._apposed_to(facts)
            if owner is None or owner is facts or self.pairs.by_head.get(facts.head) is not facts:
                continue
            if self._apposed(owner, facts):
                self._describe(owner, facts)

    def _apposed_to(self, facts: Facts) -> Facts | None:
        """The mention an apposition hangs on, else the one of its kind that ends at the comma before it."""
        owner = self.pairs.by_head.get(self.parse.heads[facts.head])
        if owner is not None and same_kind(owner, facts):
            return owner
        return self.pairs.before(facts.start - 1, facts) or owner

    def _apposed(self, owner: Facts, facts: Facts) -> bool:
        if owner.form is Form.NAME and facts.form is Form.NAME:
            return False
        if not same_kind(owner, facts) or owner.number != facts.number:
            return False
        far = owner.form is Form.NAME and facts.start - owner.end > _FARTHEST
        if owner.end > facts.start or far:
            return False
        return not self._listed(owner, facts)

    def _listed(self, owner: Facts, facts: Facts) -> bool:
        """ "Ama, the mayor and a driver": a list, not one person."""
        parse = self.parse
        if facts.form is Form.NOMINAL and owner.form is Form.NOMINAL and not owner.definite:
            return True
        return any(
            parse.deps[c] == "conj"
            and self.pairs.by_head.get(c) is not None
            and self.pairs.by_head[c].form is Form.NAME
            for c in parse.children[facts.head]
        )

    def _describe(self, a: Facts, b: Facts) -> None:
        """Joins a name and its description, and notes the description as a role."""
        self.pairs.join(a, b)
        for facts in (a, b):
            cluster = self.pairs.board.cluster(facts)
            if cluster is not None and facts.form is Form.NOMINAL and self._is_role(facts):
                add_role(cluster, self._role(facts))

    def _is_role(self, facts: Facts) -> bool:
        """Kin and places are told by relations, not by roles."""
        return facts.label is not Label.PLACE and facts.noun not in self.words.people.kin

    def _role(self, facts: Facts) -> str:
        parse, start = self.parse, facts.start
        while start < facts.head and (parse.pos[start] == "DET" or parse.tags[start] in ("PRP$", "POS")):
            start += 1
        return " ".join(parse.span(start, facts.end).of(self.pairs.text).split())

    # ------------------------------------------------------------------ between commas, after "of"
    def _between_commas(self) -> None:
        """ "the envoy, Kari Lie, said" and "Kari Lie, the envoy, said", however they were parsed."""
        for facts in self.pairs.board.facts:
            if facts.form not in (Form.NAME, Form.NOMINAL) or facts.label is not Label.PERSON:
                continue
            before = self._past_comma(facts)
            if before is None or before.form is facts.form or before.number != facts.number:
                continue
            cluster = self.pairs.board.cluster(before)
            if cluster is not None and cluster is self.pairs.board.cluster(facts):
                continue
            nominal = facts if facts.form is Form.NOMINAL else before
            if self.parse.tags[nominal.start - 1] == "WP$":
                continue
            points = nominal.definite or nominal is before or self._an(nominal)
            if points and self._stands_alone(before, facts):
                self._describe(before, facts)

    def _past_comma(self, facts: Facts) -> Facts | None:
        """The person named or described right before the comma before a mention (and its article)."""
        words, start = self.parse.words, facts.start
        if start > 2 and self.parse.pos[start - 1] == "DET":
            start -= 1
        if start < 2 or words[start - 1] != ",":
            return None
        return self.pairs.before(start - 1, facts) or self._around(start - 2, facts)

    def _around(self, token: int, facts: Facts) -> Facts | None:
        """The description whose prepositional phrase ends at a token: "the envoy to Mali"."""
        parse = self.parse
        while parse.deps[token] in ("pobj", "prep", "compound", "det", "nmod", "amod"):
            token = parse.heads[token]
        found = self.pairs.by_head.get(token)
        return found if found is not None and found.end <= facts.start and same_kind(found, facts) else None

    def _an(self, facts: Facts) -> bool:
        return self.parse.pos[facts.start] == "DET" or facts.noun in self.words.titles.offices

    def _stands_alone(self, before: Facts, facts: Facts) -> bool:
        """Whether a pair between commas is a name and its description, no part of a list."""
        words, pos = self.parse.words, self.parse.pos
        after = words[facts.end] if facts.end < len(words) else "."
        if facts.end < len(words) and pos[facts.end] == "CCONJ":
            return False
        if before.start > 1 and words[before.start - 1] == "," and before.start - 1 in self.pairs.ending:
            return False
        return after in (",", ".", ")", ";", '"', "-", "—") or pos[min(facts.end, len(pos) - 1)] in (
            "VERB",
            "AUX",
            "ADP",
            "PRON",
        )

    def _named_by_of(self) -> None:
        """ "the province of Tete": the name after "of" is the place's own."""
        parse = self.parse
        for facts in self.pairs.board.facts:
            if facts.form is not Form.NOMINAL or facts.label is not Label.PLACE or facts.number != "s":
                continue
            if facts.noun not in self.words.after_place or facts.noun in self.words.places.broad:
                continue
            preposition = parse.child(facts.head, "prep")
            if preposition != facts.head + 1 or parse.lower[preposition] not in self.words.linking_of:
                continue
            named = self.pairs.by_head.get(parse.child(preposition, "pobj") or -1)
            if named is not None and named.form is Form.NAME and named.label is Label.PLACE:
                self.pairs.join(named, facts)

    def _before_articles(self) -> None:
        """ "Tuareg group the Sand Front": a body described without an article, then named with one."""
        parse = self.parse
        for facts in self.pairs.board.facts:
            article = facts.start - 1
            if facts.form is not Form.NAME or facts.label is Label.PERSON or article < 1:
                continue
            if "Definite=Def" not in parse.morphs[article]:
                continue
            told = self.pairs.before(article, facts)
            if told is None or told.form is not Form.NOMINAL or told.number != "s":
                continue
            if told.label is Label.ORGANIZATION and parse.pos[told.start] != "DET" and not told.definite:
                self.pairs.join(facts, told)

    # ------------------------------------------------------------------ X is the Y
    def _copulas(self) -> None:
        """ "Ama is the mayor" and "The mayor is Ama"."""
        parse = self.parse
        for facts in self.pairs.board.facts:
            if facts.form in (Form.PRONOUN, Form.ADJECTIVE) or parse.deps[facts.head] != "attr":
                continue
            verb = parse.heads[facts.head]
            subject = parse.child(verb, "nsubj")
            owner = self.pairs.by_head.get(subject) if subject is not None else None
            if owner is None or self.pairs.by_head.get(facts.head) is not facts or not self._plainly_is(verb):
                continue
            if self._equated(owner, facts):
                self._describe(owner, facts)

    def _equated(self, owner: Facts, facts: Facts) -> bool:
        if not same_kind(owner, facts) or owner.number != facts.number:
            return False
        if owner.form is Form.NAME:
            return facts.form is Form.NOMINAL
        return facts.form is Form.NAME and owner.definite

    def _plainly_is(self, verb: int) -> bool:
        """ "is" or "was", not negated, not modal, not asked, not in a condition."""
        parse = self.parse
        if parse.lemmas[verb] != "be" or parse.deps[verb] not in ("ROOT", "relcl", "conj"):
            return False
        return not any(
            parse.deps[c] == "neg" or parse.tags[c] == "MD" or parse.lower[c] == "?"
            for c in parse.children[verb]
        )
