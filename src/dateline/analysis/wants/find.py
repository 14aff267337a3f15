"""Finds what actors want, from the words that tell it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.analysis.clauses import is_relative
from dateline.analysis.draft import Draft
from dateline.analysis.factuality.conditions import is_conditional
from dateline.analysis.factuality.lexicon import Modality, load_modality
from dateline.analysis.syntax import Parse
from dateline.analysis.wants.actors import ActorFinder
from dateline.analysis.wants.goals import ACCUSATIVE, FINITE, INFINITIVE, OBJECT, Goal, GoalFinder
from dateline.analysis.wants.lexicon import Cue, WantWords, load_wants
from dateline.analysis.wants.speech import SpeechReader, Told
from dateline.model.attribution import Act, Attribution
from dateline.model.entity import Participant
from dateline.model.factuality import Factuality
from dateline.model.span import Span, hull
from dateline.model.want import Want, WantKind

_KINDS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_NEGATIVE = frozenset((Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT))
_HELD = frozenset((Factuality.CERTAIN, Factuality.PROBABLE, Factuality.CERTAIN_UNKNOWN))
# "pursue insurgents", "oppose the rebels" tell what is done to somebody, not what is wanted
_ANSWERS = frozenset((WantKind.REFUSE, WantKind.OPPOSE))
_OWN_DEEDS = frozenset((WantKind.INTEND, WantKind.REFUSE, WantKind.OPPOSE))
# a footnote's mark that the parser left on the last word
_NOTE = re.compile(r"[.,;:]?\[\w*\]?$")
_QUOTE = '"'
_SUBJECT, _OBJECT, _DATIVE = "subject", "object", "dative"


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
        return ActorFinder(self.draft, self.words.light, self.words.people)

    @cached_property
    def speech(self) -> SpeechReader:
        return SpeechReader(self.draft, self.words.speech, self.goals, self.actors)

    def wants(self) -> Iterator[Want]:
        for token, pos in enumerate(self.parse.pos):
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
        polarity = self._polarity(token, cue)
        if polarity is None or not self._fits(token, kind, cue):
            return
        hosts = self._hosts(token, kind)
        for frame in cue.goal:
            goal = self.goals.find(hosts, cue, frame)
            if goal is not None and self._is_goal(goal, frame, cue):
                toward, goal = self._toward(hosts, cue, goal, frame)
                if cue.addressed and not toward:
                    return
                yield from self._told(token, kind, cue, goal, toward, polarity)
                return

    def _fits(self, token: int, kind: str, cue: Cue) -> bool:
        parse = self.parse
        if cue.auxiliaries and not any(
            parse.lower[c] in cue.auxiliaries for c in parse.with_dep(token, "aux")
        ):
            return False
        if kind == "v" and self._moved(token):
            return False
        if cue.progressive and not parse.has(token, "Aspect=Prog"):
            return False
        if kind == "n":
            whose = parse.child(token, "poss") is not None or self.actors.in_phrase(token)
            return (whose or not cue.phrase_only) and not self.actors.given_up(token)
        return not (cue.state and self._past_perfect(token))

    def _moved(self, token: int) -> bool:
        """Whether what is wanted stands before the clause: "all that they ask for", "what they want"."""
        parse = self.parse
        subject = parse.child(token, "nsubj", "nsubjpass")
        if subject is not None and is_relative(parse, subject):
            return False
        return parse.deps[token] == "relcl" or parse.tags[parse.left[token]].startswith("W")

    def _past_perfect(self, token: int) -> bool:
        """Over by then: "had hoped", "is said to have planned"."""
        parse, perfect = self.parse, self.modality.grammar.perfect
        auxiliaries = parse.with_dep(token, "aux")
        infinitive = any(parse.pos[c] == "PART" for c in auxiliaries)
        return any(
            parse.lemmas[c] in perfect and (infinitive or parse.has(c, "Tense=Past")) for c in auxiliaries
        )

    def _polarity(self, token: int, cue: Cue) -> str | None:
        """The want's polarity; None when the word is not held to be so."""
        value = self.draft.factuality(token)
        if value in _NEGATIVE:
            return cue.denied
        if cue.denied_only:
            return None
        if value in _HELD:
            nested = value is Factuality.CERTAIN_UNKNOWN and self.parse.deps[token] in (
                "xcomp",
                "advcl",
                "acl",
            )
            return None if nested else cue.polarity
        if cue.auxiliaries:
            return cue.polarity if not self._supposed(token) else None
        if self.parse.pos[token] == "NOUN" and self._given(token):
            return cue.polarity
        return cue.polarity if self._conditional(token) and not self._supposed(token) else None

    def _given(self, noun: int) -> bool:
        """Told as known: "the army's offer", "rejected a demand by the union"."""
        parse = self.parse
        if parse.child(noun, "poss") is not None:
            return True
        verb = parse.heads[noun]
        kinds = {cue.kind for cue in self.words.cues.get(("v", parse.lemmas[verb]), ())}
        return parse.deps[noun] == "dobj" and not kinds.isdisjoint(_ANSWERS) and self._is_told(verb)

    def _is_told(self, token: int) -> bool:
        return self.draft.factuality(token) in _HELD

    def _supposed(self, token: int) -> bool:
        """Whether a clause is itself only supposed or asked."""
        parse = self.parse
        if "?" in parse.lower[token : parse.sentences[parse.sentence_of[token]].end]:
            return True
        return is_conditional(parse, self.modality.clauses, token) or parse.deps[token] in ("xcomp", "advcl")

    def _conditional(self, token: int) -> bool:
        """Whether an if-clause hangs on a token or on the words it completes."""
        parse, clauses = self.parse, self.modality.clauses
        while True:
            for child in parse.children[token]:
                if parse.deps[child] == "advcl" and is_conditional(parse, clauses, child):
                    return True
                if (
                    parse.lower[child] in self.words.goal.conditions
                    and parse.child(child, "advcl") is not None
                ):
                    return True
            if parse.deps[token] not in ("acomp", "attr", "xcomp", "oprd"):
                return False
            token = parse.heads[token]

    def _condition_follows(self, end: int) -> bool:
        """Whether a condition begins right behind a goal, whatever the parser hangs it on."""
        parse = self.parse
        if end < len(parse) and parse.lower[end] == ",":
            end += 1
        if end >= len(parse):
            return False
        noun = parse.child(end, "pobj")
        if noun is not None and parse.lemmas[noun] in self.words.goal.condition_nouns:
            return True
        return parse.deps[end] == "mark" and parse.lower[end] in self.modality.clauses.conditions

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

    def _is_goal(self, goal: Goal, frame: str, cue: Cue) -> bool:
        """A goal is a deed, a thing or somebody in general ("more doctors"), nobody in particular."""
        said = (
            self.parse.pos[goal.head] == "VERB" and self.parse.lemmas[goal.head] in self.words.goal.formulas
        )
        if said or self._is_time(goal.head):
            return False
        if frame == FINITE and cue.kind is WantKind.PROMISE:
            return self._to_come(goal.head)
        if frame in (INFINITIVE, ACCUSATIVE) or goal.subject is not None:
            return True
        if not self.actors.is_somebody(goal.head):
            return True
        if frame == OBJECT and cue.kind in _OWN_DEEDS:
            return False
        parse = self.parse
        articles = parse.with_dep(goal.head, "det")
        if parse.pos[goal.head] != "NOUN":  # "a free Tibet"
            return any(parse.has(c, "Definite=Ind") for c in articles)
        definite = any(parse.has(c, "Definite=Def") for c in articles)
        return not definite and parse.child(goal.head, "poss") is None

    def _is_time(self, token: int) -> bool:
        span = self.parse.span(token, token + 1)
        return any(t.span.covers(span) for t in self.draft.times)

    def _to_come(self, verb: int) -> bool:
        speech = self.words.speech
        return any(
            self.parse.lower[c] in speech.will or self.parse.lower[c] in speech.backshift
            for c in self.parse.with_dep(verb, "aux")
        )

    # ---------------------------------------------------------------- of whom
    def _toward(self, hosts: tuple[int, ...], cue: Cue, goal: Goal, frame: str) -> tuple[list[int], Goal]:
        """The heads of those of whom it is wanted, and the goal without the words for them."""
        parse = self.parse
        for place in cue.toward:
            if place == _SUBJECT:
                found = goal.subject
            elif place == _OBJECT:
                found = parse.child(hosts[0], "dobj") if frame != OBJECT else None
                found = goal.subject if found is None else found
            elif place == _DATIVE:
                found = self._dative(hosts[0])
            else:
                found, goal = self._after(place, hosts[0], goal)
            if found is not None and self.draft.mention_of(found) is not None:
                return [t for t in parse.conjuncts(found) if self.draft.mention_of(t) is not None], goal
        return [], goal

    def _dative(self, token: int) -> int | None:
        parse = self.parse
        dative = parse.child(token, "dative")
        if dative is None or parse.pos[dative] != "ADP":
            return dative
        return parse.child(dative, "pobj")

    def _after(self, preposition: str, token: int, goal: Goal) -> tuple[int | None, Goal]:
        parse = self.parse
        for prep in (*parse.with_dep(token, "prep"), *parse.with_dep(goal.head, "prep")):
            thing = parse.child(prep, "pobj")
            if parse.lower[prep] != preposition or thing is None or self.draft.mention_of(thing) is None:
                continue
            if parse.heads[prep] != goal.head:
                return thing, goal
            if (
                preposition in self.words.light.sources
                and goal.head < prep
                and parse.pos[goal.head] == "NOUN"
            ):
                return thing, replace(goal, end=min(goal.end, prep))
        return None, goal

    # ---------------------------------------------------------------- the record
    def _told(
        self, token: int, kind: str, cue: Cue, goal: Goal, toward: list[int], polarity: str
    ) -> Iterator[Want]:
        heads = self._actors(token, kind)
        goal_span = self._span(goal)
        if not heads or goal_span is None:
            return
        participants = list(dict.fromkeys(self.actors.participant(h) for h in heads))
        others = tuple(self.actors.participant(t) for t in toward if t not in heads)
        carrier = self._carrier(token, kind)
        conditional = any(map(self._conditional, (token, goal.head))) or self._condition_follows(goal.end)
        for actor in participants:
            yield Want(
                id="",
                actor=actor,
                kind=cue.kind,
                polarity=polarity,
                goal=goal_span,
                span=self._evidence(token, goal_span, (actor, *others)),
                toward=others,
                conditional=conditional,
                attribution=carrier.id if carrier else None,
            )

    def _carrier(self, token: int, kind: str) -> Attribution | None:
        """Who tells the want. Whoever refuses another's offer is not the one who tells of it."""
        carrier = self.draft.carrier(self.parse.span(token, token + 1))
        while carrier is not None and kind == "n" and carrier.act is Act.REFUSE:
            parent = carrier.parent
            carrier = next((a for a in self.draft.attributions if a.id == parent), None)
        return carrier

    def _spoken(self, told: Told) -> Want | None:
        goal = self._span(told.goal)
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
            span=self._evidence(told.token, goal, (told.actor, *others)),
            toward=others,
            conditional=self._conditional(told.token) or self._condition_follows(told.goal.end),
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

    def _span(self, goal: Goal) -> Span | None:
        """The goal's offsets, without marks that only open or only close in it."""
        words, start, end = self.parse.words, goal.start, goal.end
        if end < len(words) - 1 and words[end] == "-" and self.parse.starts[end] == self.parse.ends[end - 1]:
            end = self.goals.end(end + 1)  # "re-open" comes in three pieces
        if words[start] in self.modality.negation.determiners:
            start += 1  # "wants no war": the polarity says it
        quotes = [t for t in range(start, end) if words[t] == _QUOTE]
        if len(quotes) % 2:
            start, end = self._balanced(start, end, quotes[-1])
        while end > start and self.parse.pos[end - 1] == "PUNCT" and words[end - 1] != _QUOTE:
            end -= 1
        while start < end and words[start] in (",", "-", "—"):
            start += 1
        if start >= end:
            return None
        span = self.parse.span(start, end)
        note = _NOTE.search(span.of(self.draft.text))
        return Span(span.start, span.start + note.start()) if note and note.start() else span

    def _balanced(self, start: int, end: int, quote: int) -> tuple[int, int]:
        """A goal's bounds without half a quotation: with its closing mark, or without the mark."""
        parse = self.parse
        opens = quote + 1 < len(parse) and parse.starts[quote + 1] == parse.ends[quote]
        for after in (end, end + 1):
            if opens and after < len(parse) and parse.words[after] == _QUOTE:
                return start, after + 1
            if parse.pos[min(after, len(parse) - 1)] != "PUNCT":
                break
        if opens:
            return (start, end) if quote > start else (start + 1, end)
        return start, quote

    def _evidence(self, token: int, goal: Span, others: tuple[Participant, ...]) -> Span:
        """From the first to the last word that tells the want, within its sentence."""
        sentence = self.parse.sentences[self.parse.sentence_of[token]]
        bounds = self.parse.span(sentence.start, sentence.end)
        inside = [p.span for p in others if bounds.covers(p.span)]
        return hull([self.parse.span(token, token + 1), goal, *inside])
