"""Wants that speech tells without a word of wanting: "leave our land", "we will not disarm"."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.wants.actors import ActorFinder
from dateline.analysis.wants.goals import Goal, GoalFinder
from dateline.analysis.wants.lexicon import Speech
from dateline.model.attribution import Act, Attribution, Kind
from dateline.model.entity import Participant
from dateline.model.factuality import Factuality
from dateline.model.want import WantKind

_SUBJECTS = ("nsubj", "nsubjpass")
_NEGATIVE = frozenset((Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT))
# acts that are wants themselves: what they carry is told as their goal
_WANTING = frozenset(
    (Act.PROMISE, Act.OFFER, Act.THREATEN, Act.HOPE, Act.AGREE, Act.DEMAND, Act.APPEAL, Act.ASK)
)
_SAID = frozenset((Factuality.CERTAIN, Factuality.PROBABLE))
_CLAUSES = frozenset(("ROOT", "ccomp", "conj", "parataxis"))
_COMMANDS = _CLAUSES | {"advcl", "dep", "csubj"}  # where a parser hangs an order before "he said"


@dataclass(frozen=True, slots=True)
class Told:
    """A want read off the form of a clause: who, how, what, of whom."""

    token: int
    actor: Participant
    kind: WantKind
    polarity: str
    goal: Goal
    toward: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeechReader:
    """Reads clauses that stand in what somebody says."""

    draft: Draft
    words: Speech
    goals: GoalFinder
    actors: ActorFinder

    def read(self, verb: int) -> Iterator[Told]:
        """The want that a verb's form tells, if any."""
        parse = self.draft.parse
        auxiliaries = {parse.lower[c]: c for c in parse.with_dep(verb, "aux")}
        subject = parse.child(verb, *_SUBJECTS)
        if subject is None and parse.deps[verb] == "conj":
            subject = self.actors.subject(verb)
        will = not self.words.will.isdisjoint(auxiliaries)
        obliged = not self.words.obligation.isdisjoint(auxiliaries)
        if subject is None:
            if parse.deps[verb] in _COMMANDS and not will and not obliged:
                yield from self._command(verb)
        elif will or obliged or not self.words.backshift.isdisjoint(auxiliaries):
            carrier = self.draft.carrier(parse.span(verb, verb + 1))
            if carrier is None or self._asked(verb) or parse.lemmas[verb] in self.words.not_aims:
                return
            if parse.tags[parse.left[verb]].startswith("W") or parse.deps[verb] not in _CLAUSES:
                return
            if self._open(verb):
                return
            if not parse.has(verb, "VerbForm=Inf") and len(auxiliaries) < 2:
                return  # "she'd gone"
            if obliged:
                yield from self._obligation(verb, subject, carrier, auxiliaries)
            elif carrier.act not in _WANTING and self._own(verb, subject, carrier, will=will):
                yield self._will(verb, subject)

    def _open(self, verb: int) -> bool:
        """An indirect question: "has not said whether it will leave"."""
        mark = self.draft.parse.child(verb, "mark")
        opening = self.goals.words.marks | self.goals.words.concessions
        return mark is not None and self.draft.parse.lower[mark] in opening

    # ---------------------------------------------------------------- "leave our land", "let us go"
    def _command(self, verb: int) -> Iterator[Told]:
        parse = self.draft.parse
        if parse.lemmas[verb] in self.words.not_commands or not self._bare(verb) or not self._opens(verb):
            return
        carrier = self.draft.carrier(parse.span(verb, verb + 1))
        if carrier is None or not carrier.source or not self._quoted(verb) or self._asked(verb):
            return
        speaker = Participant(carrier.source[0], carrier.source_entity)
        goal = Goal(verb, verb, self.goals.end(verb))
        if parse.lemmas[verb] in self.words.exhortation:
            deed = parse.child(verb, "ccomp")
            partner = None if deed is None else parse.child(deed, *_SUBJECTS)
            if deed is None or partner is None or parse.lower[partner] not in self.words.first_objects:
                return
            yield Told(verb, speaker, WantKind.APPEAL, "+", Goal(deed, deed, self.goals.end(deed)))
            return
        denied = parse.child(verb, "neg") is not None
        pleads = any(
            parse.lower[c] in self.words.courtesy or parse.lower[c] in self.words.first_objects
            for c in parse.children[verb]
        )
        kind = WantKind.APPEAL if pleads else WantKind.DEMAND
        yield Told(verb, speaker, kind, "-" if denied else "+", goal)

    def _bare(self, verb: int) -> bool:
        """A bare form, and where it stands in a row, the row begins with one, too."""
        parse = self.draft.parse
        while parse.has(verb, "VerbForm=Inf") and parse.child(verb, *_SUBJECTS) is None:
            if parse.deps[verb] != "conj":
                return all(parse.pos[c] != "PART" or parse.deps[c] != "aux" for c in parse.children[verb])
            verb = parse.heads[verb]
        return False

    def _opens(self, verb: int) -> bool:
        """Whether a verb opens its sentence or quotation, but for "please", "do not", "and"."""
        parse = self.draft.parse
        sentence = parse.sentences[parse.sentence_of[verb]]
        for token in range(verb - 1, sentence.start - 1, -1):
            if parse.words[token] == '"':
                return True
            if parse.deps[token] not in ("intj", "aux", "neg", "cc", "punct") and parse.pos[token] != "INTJ":
                return False
            if parse.deps[token] == "cc" and parse.deps[verb] != "conj":
                return False
        return True

    # ---------------------------------------------------------------- "we will never surrender"
    def _own(self, verb: int, subject: int, carrier: Attribution, *, will: bool) -> bool:
        """Whether the subject is whoever speaks: a first person, or told to be the source."""
        parse = self.draft.parse
        if parse.lower[subject] in self.words.first_person:
            return will and self._quoted(verb)
        if carrier.kind is Kind.DIRECT or carrier.source_entity is None:
            return False
        position = self.draft.mention_of(subject)
        return position is not None and self.draft.entity_of(position) == carrier.source_entity

    def _will(self, verb: int, subject: int) -> Told:
        denied = self.draft.factuality(verb) in _NEGATIVE
        return Told(
            verb,
            self.draft.participant(subject),
            WantKind.REFUSE if denied else WantKind.INTEND,
            "-" if denied else "+",
            Goal(verb, verb, self.goals.end(verb)),
        )

    # ---------------------------------------------------------------- "the army must withdraw"
    def _obligation(
        self, verb: int, subject: int, carrier: Attribution, auxiliaries: dict[str, int]
    ) -> Iterator[Told]:
        parse = self.draft.parse
        if carrier.source_entity is None or not carrier.source or not self.actors.is_somebody(subject):
            return
        if not self._is_said(carrier):
            return
        if parse.child(verb, "nsubjpass") is not None or len(auxiliaries) > 1:
            return
        position = self.draft.mention_of(subject)
        whose = None if position is None else self.draft.entity_of(position)
        if parse.has(subject, "Person=1") or whose == carrier.source_entity:
            return
        yield Told(
            verb,
            Participant(carrier.source[0], carrier.source_entity),
            WantKind.DEMAND,
            "-" if parse.child(verb, "neg") is not None else "+",
            Goal(verb, parse.left[subject], self.goals.end(verb), subject),
            (subject,),
        )

    def _is_said(self, carrier: Attribution) -> bool:
        """Whether the saying itself is told as a fact: not "asked her to say that they must go"."""
        tokens = [t for span in carrier.cue for t in self.draft.parse.tokens_in(span)]
        return all(self.draft.factuality(t) in _SAID for t in tokens)

    def _quoted(self, token: int) -> bool:
        """Whether a token stands in direct speech."""
        span, quotations = self.draft.parse.span(token, token + 1), self.draft.quotations
        at = bisect_right(quotations, span.start, key=lambda q: q.span.start) - 1
        number = at if at >= 0 else None
        while number is not None:
            if quotations[number].speech and quotations[number].inner.covers(span):
                return True
            number = quotations[number].parent
        return False

    def _asked(self, verb: int) -> bool:
        parse = self.draft.parse
        return "?" in parse.lower[verb : parse.sentences[parse.sentence_of[verb]].end]
