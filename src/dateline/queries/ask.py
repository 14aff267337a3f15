"""Answers a question from a view of the store."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from dateline.language import Language, load_language
from dateline.model.records import ActorMatch, ActorRecord
from dateline.queries.answer import Answer, Statement
from dateline.queries.changes import changes
from dateline.queries.confirm import confirm, first_told
from dateline.queries.echoes import without_echoes
from dateline.queries.event_facets import EventFacets
from dateline.queries.facets import PLACED, Facets
from dateline.queries.find import find_actor, find_place
from dateline.queries.narrowing import Narrowing
from dateline.queries.news import news
from dateline.queries.passages import passages
from dateline.queries.phrasing import phrasing
from dateline.queries.question import Clause, QuestionGrammar, question_grammar
from dateline.queries.when import spoken_of, whose
from dateline.store.view import View

# So few events are followed by the sentences that mention the place.
_FEW = 4
# Who asks who somebody is and what they want is told what others want of them, too.
_WHOLE = frozenset(("who", "want"))
_UNASKED = ("wanted_of", "open")
_OF_STATEMENTS = {"confirmed": confirm, "first_told": first_told}


@dataclass(frozen=True, slots=True)
class AskOptions:
    """`most` statements a facet are given at the most; the rest are counted in `Answer.omitted`.

    With `since` (EDTF), only what reports of that day or later tell, each marked with its `news`. `today` is
    what "yesterday" in a question counts from; without it, the word is none.
    """

    most: int = 12
    since: str | None = None
    today: date | None = None
    language_code: str = "en"


def ask(view: View, question: str, options: AskOptions | None = None) -> Answer:
    """Answers a question in plain words. Every statement of the answer carries its evidence.

    A question that no pattern fits falls back to full-text search (`Answer.understood` is False); an
    ambiguous or unknown name gives an answer without statements that lists the candidates.
    """
    options = options or AskOptions()
    language = load_language(options.language_code)
    return _Asking(view, language, options, question_grammar(language)).answer(question)


class _UnclearNameError(Exception):
    """A name in a question means nobody, or may mean several."""

    def __init__(self, name: str, candidates: list[ActorMatch]) -> None:
        super().__init__(name)
        self.name, self.candidates = name, tuple(candidates)


@dataclass(frozen=True, slots=True)
class _Asking:
    view: View
    language: Language
    options: AskOptions
    grammar: QuestionGrammar

    def answer(self, question: str) -> Answer:
        clauses = self.grammar.read(question, self.options.today)
        words = phrasing(self.language, self.view)
        if not clauses:
            found = passages(self.view, self.grammar.content_words(question), words, self.options.most)
            return replace(self._answer(question, None, ("passage",), found), understood=False)
        facet, statement = clauses[0].facets[0], clauses[0].statement or ""
        if facet == "when":
            return self._when(question, statement)
        if facet == "first_told":
            return self._answer(
                question, None, (facet,), first_told(self.view, statement, self.grammar, words)
            )
        if facet == "confirmed":
            return self._answer(question, None, (facet,), confirm(self.view, statement, self.grammar, words))
        asked = tuple(dict.fromkeys(f for clause in clauses for f in clause.facets))
        try:
            return self._about_actors(question, clauses, asked)
        except _UnclearNameError as unclear:
            return Answer(question, None, asked, (), asked, unclear.name, unclear.candidates)

    def _about_actors(self, question: str, clauses: tuple[Clause, ...], asked: tuple[str, ...]) -> Answer:
        facets = Facets(self.view, phrasing(self.language, self.view))
        statements: list[Statement] = []
        first: ActorRecord | None = None
        for clause in clauses:
            subject = self._subject(clause)
            first = first or (subject if clause.facets[0] not in PLACED - {"happened"} else None)
            found = self._of(clause, subject, facets)
            if (
                clause.facets == ("happened",)
                and subject is not None
                and not clause.date
                and len(found) < _FEW
            ):
                asked = (*asked, "passage")
                found += passages(self.view, [subject.entity.name], facets.phrasing, self.options.most)
            statements += found
        if set(asked) >= _WHOLE and first is not None:
            statements += facets.of("wanted_of", first)
        # What is open or wanted of them is told where something is, and not missed where nothing is.
        given = {s.facet for s in statements}
        more = tuple(f for f in _UNASKED if f in given and f not in asked)
        return self._answer(question, first, (*asked, *more), statements)

    def _subject(self, clause: Clause) -> ActorRecord | None:
        """Whom or where a clause asks about. Raises _UnclearNameError for a name that does not tell."""
        if clause.subject is None:
            return None
        find = find_place if clause.facets[0] in PLACED else find_actor
        subject, candidates = find(self.view, clause.subject)
        if subject is None:
            raise _UnclearNameError(clause.subject, candidates)
        return subject

    def _of(self, clause: Clause, subject: ActorRecord | None, facets: Facets) -> list[Statement]:
        """The statements that a clause asks for."""
        if clause.facets == ("changed",):
            return changes(self.view, subject, clause.date or "", self.options.language_code)
        narrow = Narrowing(self._other(clause), clause.date, clause.types)
        if subject is None or clause.facets[0] in PLACED:
            return [s for facet in clause.facets for s in facets.at(facet, subject, narrow)]
        wanted = (*clause.facets, "open") if "who" in clause.facets else clause.facets
        return [s for facet in wanted for s in facets.of(facet, subject, narrow)]

    def _other(self, clause: Clause) -> ActorRecord | None:
        if clause.other is None:
            return None
        other, candidates = find_actor(self.view, clause.other)
        if other is None:
            raise _UnclearNameError(clause.other, candidates)
        return other

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
        told = without_echoes({(s.facet, s.record): s for s in self._since(found)}.values())
        for statement in told:
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

    def _since(self, found: list[Statement]) -> list[Statement]:
        """What the reports since the day asked for tell, marked as new or told again."""
        if self.options.since is None:
            return found
        marked = [replace(s, news=news(s.evidence, self.options.since)) for s in found]
        return [s for s in marked if s.news]
