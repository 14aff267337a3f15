"""Answers a question from a view of the store."""

from collections import Counter
from dataclasses import dataclass

from dateline.language import Language, load_language
from dateline.model.records import ActorMatch, ActorRecord
from dateline.queries.answer import Answer, Statement
from dateline.queries.confirm import confirm
from dateline.queries.facets import Facets
from dateline.queries.passages import passages
from dateline.queries.phrasing import phrasing
from dateline.queries.question import Clause, QuestionGrammar, question_grammar
from dateline.store.view import View

_SURE = 0.85  # a spelling this close is taken for the name
_MARGIN = 0.08  # unless another name is about as close


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
            found = passages(self.view, words, phrasing(self.language), self.options.most)
            return self._answer(question, None, ("passage",), found)
        if clauses[0].statement is not None:
            found = confirm(self.view, clauses[0].statement, self.grammar, phrasing(self.language))
            return self._answer(question, None, ("confirmed",), found)
        return self._about_actors(question, clauses)

    def _about_actors(self, question: str, clauses: tuple[Clause, ...]) -> Answer:
        facets = Facets(self.view, phrasing(self.language))
        statements: list[Statement] = []
        asked = tuple(dict.fromkeys(f for clause in clauses for f in clause.facets))
        first: ActorRecord | None = None
        for clause in clauses:
            subject, candidates = self.find(clause.subject or "")
            if subject is None:
                return Answer(question, None, asked, (), asked, clause.subject, tuple(candidates))
            other = None
            if clause.other:
                other, candidates = self.find(clause.other)
                if other is None:
                    return Answer(question, subject, asked, (), asked, clause.other, tuple(candidates))
            first = first or subject
            for facet in clause.facets:
                statements += facets.of(facet, subject, other)
        return self._answer(question, first, asked, statements)

    def find(self, name: str) -> tuple[ActorRecord | None, list[ActorMatch]]:
        """The one actor a name means, or None with the candidates.

        Words before the name are dropped one by one while nothing fits ("the anti-Taliban Northern
        Alliance").
        """
        words = name.split()
        candidates: list[ActorMatch] = []
        for start in range(len(words)):
            matches = self.view.find_actors(" ".join(words[start:]))
            candidates = candidates or matches
            if matches and matches[0].score >= _SURE:
                rivals = [m for m in matches[1:] if matches[0].score - m.score < _MARGIN]
                return (None, [matches[0], *rivals]) if rivals else (matches[0].actor, [])
        return None, candidates

    def _answer(
        self, question: str, subject: ActorRecord | None, facets: tuple[str, ...], found: list[Statement]
    ) -> Answer:
        counts: Counter[str] = Counter()
        kept: list[Statement] = []
        for statement in {(s.facet, s.record): s for s in found}.values():
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
