"""Finds what actors want, from the words that tell it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.analysis.clauses import is_relative
from dateline.analysis.draft import Draft
from dateline.analysis.factuality.lexicon import Modality, load_modality
from dateline.analysis.syntax import Parse
from dateline.analysis.wants.actors import ActorFinder
from dateline.analysis.wants.aims import Aims
from dateline.analysis.wants.goals import Goal, GoalFinder
from dateline.analysis.wants.holding import Holding
from dateline.analysis.wants.leanings import Leanings
from dateline.analysis.wants.lexicon import Cue, WantWords, load_wants
from dateline.analysis.wants.spans import Spans
from dateline.analysis.wants.speech import SpeechReader, Told
from dateline.analysis.wants.toward import Addressees
from dateline.analysis.wants.ultimatums import UltimatumReader
from dateline.model.attribution import Act, Attribution
from dateline.model.entity import Participant
from dateline.model.span import Span
from dateline.model.want import Want, WantKind

_KINDS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


def find_wants(draft: Draft) -> tuple[Want, ...]:
    """What the report says that somebody wants or does not want, in text order.

    A want is told only of a mention of somebody; one that is denied, doubted, over, or supposed is left
    out, and so is one that only stands inside another ("vowed to seek", of which the vow is told).
    Its `attribution` is the innermost one that carries the words that tell the want: the one who is
    said to want it is the actor, not a link of the chain.
    """
    finder = _Finder(draft, load_wants(draft.language), load_modality(draft.language))
    wants = sorted(finder.wants(), key=lambda w: (w.span.start, w.goal.start))
    return tuple(replace(w, id=draft.new_id("w", n)) for n, w in enumerate(wants, 1))


@dataclass
class _Finder:
    draft: Draft
    words: WantWords
    modality: Modality

    @cached_property
    def parse(self) -> Parse:
        return self.draft.parse

    @cached_property
    def goals(self) -> GoalFinder:
        return GoalFinder(self.parse, self.words.goal)

    @cached_property
    def actors(self) -> ActorFinder:
        return ActorFinder(
            self.draft, self.words.light, self.words.people, self.modality.negation.determiners
        )

    @cached_property
    def aims(self) -> Aims:
        return Aims(self.draft, self.words, self.actors)

    @cached_property
    def addressees(self) -> Addressees:
        return Addressees(self.parse, self.words.light, self.modality, self.actors)

    @cached_property
    def holding(self) -> Holding:
        return Holding(self.draft, self.words, self.modality)

    @cached_property
    def spans(self) -> Spans:
        return Spans(self.draft.text, self.parse, self.goals, self.modality)

    @cached_property
    def speech(self) -> SpeechReader:
        return SpeechReader(self.draft, self.words.speech, self.goals, self.actors)

    @cached_property
    def ultimatums(self) -> UltimatumReader:
        return UltimatumReader(self.draft, self.words, self.goals, self.actors)

    @cached_property
    def leanings(self) -> Leanings:
        return Leanings(self.draft, self.words.leaning.against, self.actors)

    def wants(self) -> Iterator[Want]:
        for token, pos in enumerate(self.parse.pos):
            yield from self._leaning(token)
            yield from self._pressed(token)
            kind = _KINDS.get(pos)
            if kind is None:
                continue
            found: list[Want] = []
            cues = self._cues(token, kind)
            for cue in cues:
                found = list(self._read(token, kind, cue))
                if found:
                    break
            if (
                kind == "v"
                and not found
                and not any(self._fits(token, kind, c) for c in cues if c.auxiliaries)
            ):
                found = [w for told in self.speech.read(token) if (w := self._spoken(told)) is not None]
            yield from found

    def _cues(self, token: int, kind: str) -> tuple[Cue, ...]:
        parse, cues = self.parse, self.words.cues
        lemma = parse.lemmas[token]
        if kind == "v":
            particle = parse.child(token, "prt")
            if particle is not None:
                return cues.get(("v", f"{lemma} {parse.lower[particle]}"), ())
            if self._adjectival(token):
                return cues["a", parse.lower[token]]
        return cues.get((kind, lemma), ())

    def _adjectival(self, verb: int) -> bool:
        """A participle that is an adjective of wanting ("determined to"), and no passive ("opposed by")."""
        parse = self.parse
        return (
            ("a", parse.lower[verb]) in self.words.cues
            and parse.has(verb, "VerbForm=Part")
            and parse.child(verb, "agent") is None
        )

    # ---------------------------------------------------------------- one cue
    def _read(self, token: int, kind: str, cue: Cue) -> Iterator[Want]:
        polarity = self.holding.polarity(token, cue)
        if polarity is None or not self._fits(token, kind, cue):
            return
        hosts = self._hosts(token, kind)
        for frame in cue.goal:
            goal = self.goals.find(hosts, cue, frame)
            if goal is not None and self.aims.is_goal(token, goal, frame, cue):
                toward, goal = self.addressees.of(hosts, cue, goal, frame)
                if cue.addressed and not toward:
                    return
                yield from self._told(token, kind, cue, goal, toward, polarity)
                return

    def _fits(self, token: int, kind: str, cue: Cue) -> bool:
        parse = self.parse
        auxiliaries = parse.with_dep(token, "aux") if cue.auxiliaries else []
        if cue.auxiliaries and not any(parse.lower[c] in cue.auxiliaries for c in auxiliaries):
            return False
        if any(parse.lemmas[c] in self.modality.grammar.perfect for c in auxiliaries):
            return False  # "would have liked"
        if kind == "v" and self._moved(token):
            return False
        if cue.progressive and not parse.has(token, "Aspect=Prog"):
            return False
        if kind == "n":
            whose = parse.child(token, "poss") is not None or self.actors.in_phrase(token)
            return (whose or not cue.phrase_only) and not self.actors.given_up(token)
        return not (cue.state and self.holding.past_perfect(token))

    def _moved(self, token: int) -> bool:
        """Whether what is wanted stands before the clause: "all that they ask for", "what they want"."""
        parse = self.parse
        subject = parse.child(token, "nsubj", "nsubjpass")
        if subject is not None and is_relative(parse, subject):
            return False
        return parse.deps[token] == "relcl" or parse.tags[parse.left[token]] in ("WP", "WRB")

    def _hosts(self, token: int, kind: str) -> tuple[int, ...]:
        """The cue, then the words that its clause may hang on instead."""
        parse = self.parse
        head, dep = parse.heads[token], parse.deps[token]
        if kind == "v" and dep != "acomp":
            return (token,)
        if dep in ("acomp", "attr", "oprd", "dobj"):
            return (token, head)
        if dep == "nsubj" and parse.lemmas[head] in self.modality.grammar.copulas:
            return (token, head)
        return (token,)

    # ---------------------------------------------------------------- the record
    def _told(
        self, token: int, kind: str, cue: Cue, goal: Goal, toward: list[int], polarity: str
    ) -> Iterator[Want]:
        heads = self._actors(token, kind)
        goal_span = self.spans.goal(goal)
        if not heads or goal_span is None:
            return
        participants = list(dict.fromkeys(self.actors.participant(h) for h in heads))
        others = tuple(self.actors.participant(t) for t in toward if t not in heads)
        carrier = self._carrier(token, kind)
        conditional = any(
            map(self.holding.conditional, (token, goal.head))
        ) or self.holding.condition_follows(goal.end)
        for actor in participants:
            yield Want(
                id="",
                actor=actor,
                kind=cue.kind,
                polarity=polarity,
                goal=goal_span,
                span=self.spans.evidence(token, goal_span, (actor, *others)),
                toward=others,
                conditional=conditional,
                attribution=carrier.id if carrier else None,
                factuality=self.holding.factuality(token),
                ready=cue.ready,
            )

    def _carrier(self, token: int, kind: str) -> Attribution | None:
        """Who tells the want. Whoever refuses another's offer is not the one who tells of it."""
        carrier = self.draft.carrier(self.parse.span(token, token + 1))
        while carrier is not None and kind == "n" and carrier.act is Act.REFUSE:
            carrier = self._by_id.get(carrier.parent or "")
        return carrier

    @cached_property
    def _by_id(self) -> dict[str, Attribution]:
        return {a.id: a for a in self.draft.attributions}

    def _spoken(self, told: Told) -> Want | None:
        goal = self.spans.goal(told.goal)
        carrier = self.draft.carrier(self.parse.span(told.token, told.token + 1))
        if goal is None:
            return None
        others = tuple(self.actors.participant(t) for t in told.toward)
        return Want(
            id="",
            actor=told.actor,
            kind=told.kind,
            polarity=told.polarity,
            goal=goal,
            span=self.spans.evidence(told.token, goal, (told.actor, *others)),
            toward=others,
            conditional=self.holding.hangs(told.token, told.goal),
            attribution=carrier.id if carrier else None,
        )

    def _pressed(self, token: int) -> Iterator[Want]:
        """What is demanded by a threat that lasts until it is done."""
        found = self.ultimatums.read(token)
        goal = None if found is None else self.spans.goal(found.goal)
        if found is None or goal is None or found.goal.subject is None:
            return
        whom = self.actors.participant(found.goal.subject)
        for actor in dict.fromkeys(self.actors.participant(t) for t in found.actors):
            yield self._plain(found.threat, actor, WantKind.DEMAND, goal, whom)

    def _leaning(self, token: int) -> Iterator[Want]:
        """What the prefix of an epithet says that its bearer is against."""
        leaning = self.leanings.read(token)
        goal = None if leaning is None else self.spans.goal(leaning.goal)
        if leaning is None or goal is None:
            return
        holder, against = map(self.actors.participant, (leaning.holder, leaning.against))
        if holder.entity is not None and holder.entity == against.entity:
            return
        yield self._plain(token, holder, WantKind.OPPOSE, goal, against)

    def _plain(self, token: int, actor: Participant, kind: WantKind, goal: Span, toward: Participant) -> Want:
        """A want without conditions, told by a token."""
        carrier = self.draft.carrier(self.parse.span(token, token + 1))
        return Want(
            id="",
            actor=actor,
            kind=kind,
            polarity="-" if kind is WantKind.OPPOSE else "+",
            goal=goal,
            span=self.spans.evidence(token, goal, (actor, toward)),
            toward=(toward,),
            attribution=carrier.id if carrier else None,
        )

    def _actors(self, token: int, kind: str) -> list[int]:
        if kind == "n":
            return self.actors.of_noun(token)
        if kind == "v" and not self._adjectival(token):
            return self.actors.of_verb(token)
        if kind == "v" and self.parse.deps[token] not in ("acomp", "oprd"):
            return [t for t in [self.actors.subject(token)] if t is not None and self.actors.is_somebody(t)]
        return self.actors.of_adjective(token)
