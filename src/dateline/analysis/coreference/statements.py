"""What the text itself says to be the same: stated aliases, appositions, "X is the Y", titles."""

from collections.abc import Iterator

from dateline.analysis.coreference.clusters import Board, Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.names import is_acronym
from dateline.analysis.mentions.vocabulary import Vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


class Statements:
    """Joins what the text says is one."""

    def __init__(self, board: Board, draft: Draft, words: Vocabulary, tables: Descriptions) -> None:
        self.board = board
        self.parse: Parse = draft.parse
        self.text = draft.text
        self.words = words
        self.tables = tables
        self.starting: dict[int, Facts] = {}
        self.ending: dict[int, list[Facts]] = {}
        self.by_head: dict[int, Facts] = {}
        for facts in board.facts:
            if facts.form in (Form.PRONOUN, Form.ADJECTIVE):
                continue
            self.starting.setdefault(facts.start, facts)
            self.ending.setdefault(facts.end, []).append(facts)
            if facts.form is Form.NAME or facts.head not in self.by_head:
                self.by_head[facts.head] = facts

    def read(self) -> None:
        self._titles()
        self._followers()
        self._brackets()
        self._aliases()
        self._appositions()
        self._between_commas()
        self._named_by_of()
        self._copulas()

    # ------------------------------------------------------------------ titles
    def _titles(self) -> None:
        for facts in self.board.facts:
            cluster = self.board.cluster(facts)
            if cluster is None or facts.form is not Form.NAME or facts.label is not Label.PERSON:
                continue
            lower = [w.lower() for w in facts.title]
            offices = [w for w in lower if w not in self.words.titles.address]
            if offices:
                titles = self.words.titles
                short = titles.abbreviations
                cluster.nouns.update(short.get(w, w) for w in lower if short.get(w, w) in self.words.labels)
                whole = all(w in titles.before and w not in titles.offices for w in offices)
                _add_role(
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
                _add_role(cluster, parse.words[at])

    def _followers(self) -> None:
        """Nouns that a name stands before: "Wafa party lawmakers" have a party, "M23 rebels" are the M23."""
        parse, tables = self.parse, self.tables
        for facts in self.board.facts:
            noun = facts.end
            if facts.form is not Form.NAME or facts.label is Label.PERSON or noun >= len(parse):
                continue
            if parse.pos[noun] != "NOUN" or parse.heads[facts.head] != noun:
                continue
            cluster, lemma = self.board.cluster(facts), parse.lemmas[noun]
            if cluster is None or facts.label is Label.PLACE:
                continue
            if self.words.noun_label(lemma) is Label.ORGANIZATION:
                cluster.nouns.add(lemma)
            group = self.by_head.get(noun)
            if group is None or group.form is not Form.NOMINAL or lemma not in tables.whole:
                continue
            alone = all(t >= facts.start or parse.pos[t] == "DET" for t in range(group.start, noun))
            if alone and parse.child(noun, "nummod") is None and group.end == noun + 1:
                self._join(facts, group)

    # ------------------------------------------------------------------ brackets
    def _brackets(self) -> None:
        """ "Kivu Defence League (KDL)" and "KDL (Kivu Defence League)"."""
        words = self.parse.words
        for facts in list(self.starting.values()):
            if facts.form is not Form.NAME or facts.start < 2 or words[facts.start - 1] not in _OPEN:
                continue
            if facts.end >= len(words) or words[facts.end] not in _CLOSE:
                continue
            possessive = self.parse.tags[facts.start - 2] == "POS"
            other = self._before(facts.start - (2 if possessive else 1), facts)
            if other is None or other.sentence != facts.sentence:
                continue
            if self._acronym_pair(other, facts) or self._acronym_pair(facts, other):
                self._join(other, facts)

    def _acronym_pair(self, long: Facts, short: Facts) -> bool:
        parse = self.parse
        acronym = parse.words[short.end - 1]
        if short.end - short.start != 1 or not is_acronym(acronym):
            return False
        letters = [c for c in acronym.lower() if c.isalpha()]
        text = " ".join(parse.lower[long.start : long.end])
        at = 0
        for letter in letters[:-1] if letters[-1] == "s" and len(letters) > 3 else letters:
            at = text.find(letter, at) + 1
            if at == 0:
                return long.label is short.label is Label.ORGANIZATION and long.end - long.start >= len(
                    letters
                )
        return long.end - long.start > 1

    def _join(self, a: Facts, b: Facts) -> None:
        first, second = self.board.cluster(a), self.board.cluster(b)
        if first is None:
            first = self.board.put(a)
        if second is None:
            self.board.put(b, first)
        elif not _clash(first, second):
            self.board.merge(first, second)

    # ------------------------------------------------------------------ aliases in words
    def _aliases(self) -> None:
        for start, end, enclosed in self._cues():
            other = self._alias_after(end)
            owner = self._owner_before(start, other)
            if other is None or owner is None or owner is other:
                continue
            if enclosed and not self._enclosed(start, other.end):
                continue
            if _same_kind(owner, other):
                self._join(owner, other)

    def _cues(self) -> Iterator[tuple[int, int, bool]]:
        lower, starts = self.parse.lower, self.tables.cue_starts
        token, count = 0, len(lower)
        while token < count:
            if lower[token] in starts:
                cue = next((c for c in self.tables.cues if tuple(lower[token : token + len(c)]) == c), None)
                if cue is not None:
                    start = self._cue_start(token, cue)
                    if start is not None:
                        yield start, token + len(cue), cue in self.tables.enclosed
                    token += len(cue)
                    continue
            token += 1

    def _cue_start(self, token: int, cue: tuple[str, ...]) -> int | None:
        """Where a cue begins: its phrase may ("known by its initials"); None when it is no cue after all."""
        parse, tables = self.parse, self.tables
        if cue[0] in tables.phrase_ends:
            floor = max(parse.sentences[parse.sentence_of[token]].start, token - 5)
            begins = (at for at in range(token - 1, floor, -1) if parse.lower[at] in tables.phrase_begins)
            return next(begins, None)
        if len(cue) == 1 and cue[0] in tables.participles and parse.tags[token] != "VBN":
            return None
        return token

    def _alias_after(self, token: int) -> Facts | None:
        parse = self.parse
        stop = min(token + 4, len(parse))
        while token < stop:
            facts = self.starting.get(token)
            if facts is not None and facts.form is Form.NAME:
                return facts
            if parse.pos[token] not in ("DET", "PUNCT"):
                return None
            token += 1
        return None

    def _owner_before(self, token: int, other: Facts | None) -> Facts | None:
        """The mention that ends right before a cue, past commas, brackets, "is" and "who is"."""
        parse = self.parse
        for at in range(token, max(token - 6, 0), -1):
            facts = self._before(at, other)
            if facts is not None:
                return facts
            if parse.words[at - 1] in _CLOSE:
                return self._owner_before(self._opening(at - 1), other) if token - at < 2 else None
            if parse.pos[at - 1] not in ("PUNCT", "AUX", "ADV", "PRON", "PART"):
                return None
        return None

    def _opening(self, close: int) -> int:
        """The bracket that opens what one closes, within the sentence; the closing one when there is none."""
        parse = self.parse
        floor = parse.sentences[parse.sentence_of[close]].start
        for at in range(close, floor, -1):
            if any(c in parse.words[at] for c in _OPEN):
                return at if parse.words[at][0] in _OPEN else at + 1  # "Saad(Arabic" is one token
        return close

    def _before(self, end: int, like: Facts | None) -> Facts | None:
        """The longest mention that ends at a token, of the same kind as another if one is given."""
        fits = [f for f in self.ending.get(end, ()) if like is None or _same_kind(f, like)]
        return min(fits, key=lambda f: (like is not None and f.number != like.number, f.start), default=None)

    def _enclosed(self, start: int, end: int) -> bool:
        words = self.parse.words
        before = words[start - 1] if start else ""
        after = words[end] if end < len(words) else "."
        return before in (",", "(", "-", "—") and after in (",", ")", ".", "-", "—", ";")

    # ------------------------------------------------------------------ appositions
    def _appositions(self) -> None:
        parse = self.parse
        for facts in self.board.facts:
            if facts.form in (Form.PRONOUN, Form.ADJECTIVE) or parse.deps[facts.head] != "appos":
                continue
            owner = self._apposed_to(facts)
            if owner is None or owner is facts or self.by_head.get(facts.head) is not facts:
                continue
            if self._apposed(owner, facts):
                self._describe(owner, facts)

    def _apposed_to(self, facts: Facts) -> Facts | None:
        """The mention an apposition hangs on, else the one of its kind that ends at the comma before it."""
        owner = self.by_head.get(self.parse.heads[facts.head])
        if owner is not None and _same_kind(owner, facts):
            return owner
        return self._before(facts.start - 1, facts) or owner

    def _apposed(self, owner: Facts, facts: Facts) -> bool:
        if owner.form is Form.NAME and facts.form is Form.NAME:
            return False
        if not _same_kind(owner, facts) or owner.number != facts.number:
            return False
        if owner.end > facts.start or (
            facts.start - owner.end > 4
            and owner.form is Form.NAME
            and facts.form is not Form.NAME
            and facts.start - owner.end > 14
        ):
            return False
        return not self._listed(owner, facts)

    def _listed(self, owner: Facts, facts: Facts) -> bool:
        """ "Ama, the mayor and a driver": a list, not one person."""
        parse = self.parse
        if facts.form is Form.NOMINAL and owner.form is Form.NOMINAL and not owner.definite:
            return True
        return any(
            parse.deps[c] == "conj" and self.by_head.get(c) is not None and self.by_head[c].form is Form.NAME
            for c in parse.children[facts.head]
        )

    def _describe(self, a: Facts, b: Facts) -> None:
        """Joins a name and its description, and notes the description as a role."""
        self._join(a, b)
        for facts in (a, b):
            cluster = self.board.cluster(facts)
            if cluster is not None and facts.form is Form.NOMINAL and self._is_role(facts):
                _add_role(cluster, self._role(facts))

    def _is_role(self, facts: Facts) -> bool:
        """Kin and places are told by relations, not by roles."""
        return facts.label is not Label.PLACE and facts.noun not in self.words.people.kin

    def _role(self, facts: Facts) -> str:
        parse, start = self.parse, facts.start
        while start < facts.head and (parse.pos[start] == "DET" or parse.tags[start] in ("PRP$", "POS")):
            start += 1
        return " ".join(parse.span(start, facts.end).of(self.text).split())

    def _between_commas(self) -> None:
        """ "the envoy, Kari Lie, said" and "Kari Lie, the envoy, said", however they were parsed."""
        for facts in self.board.facts:
            if facts.form not in (Form.NAME, Form.NOMINAL) or facts.label is not Label.PERSON:
                continue
            before = self._past_comma(facts)
            if before is None or before.form is facts.form or before.number != facts.number:
                continue
            cluster = self.board.cluster(before)
            if cluster is not None and cluster is self.board.cluster(facts):
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
        return self._before(start - 1, facts) or self._around(start - 2, facts)

    def _around(self, token: int, facts: Facts) -> Facts | None:
        """The description whose prepositional phrase ends at a token: "the envoy to Mali"."""
        parse = self.parse
        while parse.deps[token] in ("pobj", "prep", "compound", "det", "nmod", "amod"):
            token = parse.heads[token]
        found = self.by_head.get(token)
        return found if found is not None and found.end <= facts.start and _same_kind(found, facts) else None

    def _an(self, facts: Facts) -> bool:
        return self.parse.pos[facts.start] == "DET" or facts.noun in self.words.titles.offices

    def _stands_alone(self, before: Facts, facts: Facts) -> bool:
        """Whether a pair between commas is a name and its description, no part of a list."""
        words, pos = self.parse.words, self.parse.pos
        after = words[facts.end] if facts.end < len(words) else "."
        if facts.end < len(words) and pos[facts.end] == "CCONJ":
            return False
        if before.start > 1 and words[before.start - 1] == "," and before.start - 1 in self.ending:
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
        for facts in self.board.facts:
            if facts.form is not Form.NOMINAL or facts.label is not Label.PLACE or facts.number != "s":
                continue
            if facts.noun not in self.words.after_place or facts.noun in self.words.places.broad:
                continue
            preposition = parse.child(facts.head, "prep")
            if preposition != facts.head + 1 or parse.lower[preposition] not in self.words.linking_of:
                continue
            named = self.by_head.get(parse.child(preposition, "pobj") or -1)
            if named is not None and named.form is Form.NAME and named.label is Label.PLACE:
                self._join(named, facts)

    # ------------------------------------------------------------------ X is the Y
    def _copulas(self) -> None:
        """ "Ama is the mayor" and "The mayor is Ama"."""
        parse = self.parse
        for facts in self.board.facts:
            if facts.form in (Form.PRONOUN, Form.ADJECTIVE) or parse.deps[facts.head] != "attr":
                continue
            verb = parse.heads[facts.head]
            subject = parse.child(verb, "nsubj")
            owner = self.by_head.get(subject) if subject is not None else None
            if owner is None or self.by_head.get(facts.head) is not facts or not self._plainly_is(verb):
                continue
            if self._equated(owner, facts):
                self._describe(owner, facts)

    def _equated(self, owner: Facts, facts: Facts) -> bool:
        if not _same_kind(owner, facts) or owner.number != facts.number:
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


def _add_role(cluster: Cluster, role: str) -> None:
    role = role.strip()
    if role and role not in cluster.roles:
        cluster.roles.append(role)


def _same_kind(a: Facts, b: Facts) -> bool:
    people = (Label.ORGANIZATION, Label.GROUP)
    return a.label is b.label or (a.label in people and b.label in people)


def _clash(a: Cluster, b: Cluster) -> bool:
    """Two clusters that cannot be one: two full names of persons, two nations, two genders."""
    if a is b:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return True
    return a.is_nation and b.is_nation
