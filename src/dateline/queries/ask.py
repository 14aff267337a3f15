"""Answers a question from a view of the store."""

from collections import Counter
from dataclasses import dataclass

from dateline.language import Language, load_language
from dateline.model.records import ActorRecord
from dateline.queries.answer import Answer, Statement
from dateline.queries.confirm import confirm
from dateline.queries.echoes import without_echoes
from dateline.queries.event_facets import EventFacets
from dateline.queries.facets import PLACED, Facets
from dateline.queries.find import find_actor, find_place
from dateline.queries.passages import passages
from dateline.queries.phrasing import phrasing
from dateline.queries.question import Clause, QuestionGrammar, question_grammar
from dateline.queries.when import spoken_of, whose
from dateline.store.view import View

# So few events are followed by the sentences that mention the place.
_FEW = 4


@dataclass(frozen=True, slots=True)
class AskOptions:
    """`most` statements a facet are given at the most; the rest are counted in `Answer.omitted`."""

    most: int = 12
    language_code: str = "en"


def ask(view: View, question: str, options: AskOptions | None = None) -> Answer:
    """Answers a question in plain words. Every statement of the answer carries its evidence.

    A question that no pattern fits falls back to full-text search; an ambiguous or unknown name gives
    an answer without statements that lists the candidates.
    """
    options = options or AskOptions()
    language = load_language(options.language_code)
    return _Asking(view, language, options, question_grammar(language)).answer(question)


@dataclass(frozen=True, slots=True)
class _Asking:
    view: View
    language: Language
    options: AskOptions
    grammar: QuestionGrammar

    def answer(self, question: str) -> Answer:
        clauses = self.grammar.read(question)
        if not clauses:
            words = self.grammar.content_words(question)
            found = passages(self.view, words, phrasing(self.language, self.view), self.options.most)
            return self._answer(question, None, ("passage",), found)
        if clauses[0].facets == ("when",):
            return self._when(question, clauses[0].statement or "")
        if clauses[0].statement is not None:
            found = confirm(self.view, clauses[0].statement, self.grammar, phrasing(self.language, self.view))
            return self._answer(question, None, ("confirmed",), found)
        return self._about_actors(question, clauses)

    def _about_actors(self, question: str, clauses: tuple[Clause, ...]) -> Answer:
        facets = Facets(self.view, phrasing(self.language, self.view))
        statements: list[Statement] = []
        asked = tuple(dict.fromkeys(f for clause in clauses for f in clause.facets))
        first: ActorRecord | None = None
        for clause in clauses:
            if clause.subject is None or clause.facets[0] in PLACED:
                placed = self._placed(question, clause, facets)
                if isinstance(placed, Answer):
                    return placed
                statements += placed
                continue
            at_place = clause.facets == ("happened",)
            subject, candidates = (find_place if at_place else find_actor)(self.view, clause.subject)
            if subject is None:
                return Answer(question, None, asked, (), asked, clause.subject, tuple(candidates))
            other = None
            if clause.other:
                other, candidates = find_actor(self.view, clause.other)
                if other is None:
                    return Answer(question, subject, asked, (), asked, clause.other, tuple(candidates))
            first = first or subject
            for facet in clause.facets:
                statements += facets.of(facet, subject, other)
            if "who" in clause.facets:
                statements += facets.of("open", subject)
            if at_place and len(statements) < _FEW:
                asked = ("happened", "passage")
                statements += passages(self.view, [subject.entity.name], facets.phrasing, self.options.most)
        told_open = ("open",) if any(s.facet == "open" for s in statements) else ()
        return self._answer(question, first, (*asked, *told_open), statements)

    def _placed(self, question: str, clause: Clause, facets: Facets) -> Answer | list[Statement]:
        """What happened at a place, or anywhere; an answer with candidates if the place is unclear."""
        place, candidates = find_place(self.view, clause.subject) if clause.subject else (None, [])
        if clause.subject and place is None:
            return Answer(question, None, clause.facets, (), clause.facets, clause.subject, tuple(candidates))
        return [s for facet in clause.facets for s in facets.at(facet, place)]

    def _when(self, question: str, statement: str) -> Answer:
        words = phrasing(self.language, self.view)
        actor, rest = whose(self.view, statement, self.grammar)
        if actor is None:
            found = passages(self.view, self.grammar.content_words(statement), words, self.options.most)
            return self._answer(question, None, ("when", "passage"), found)
        events = spoken_of(self.view, actor, rest, self.grammar)
        return self._answer(question, actor, ("when",), list(EventFacets(self.view, words).dated(events)))

    def _answer(
        self, question: str, subject: ActorRecord | None, facets: tuple[str, ...], found: list[Statement]
    ) -> Answer:
        counts: Counter[str] = Counter()
        kept: list[Statement] = []
        for statement in without_echoes({(s.facet, s.record): s for s in found}.values()):
            counts[statement.facet] += 1
            if counts[statement.facet] <= self.options.most:
                kept.append(statement)
        return Answer(
            question=question,
            subject=subject,
            facets=facets,
            statements=tuple(kept),
            unanswered=tuple(f for f in facets if not counts[f]),
            omitted=tuple((f, n - self.options.most) for f, n in counts.items() if n > self.options.most),
        )
