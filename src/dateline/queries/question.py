"""Reads a question: which facets of whom it asks for. The patterns are the language pack's."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.errors import LexiconError
from dateline.language import Language, Table
from dateline.language.calendar import Calendar, calendar_of
from dateline.queries.question_dates import dated

_FRAGMENT = re.compile(r"@(\w+)@")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked: facets of a subject, of or about `other`, or whether a statement holds.

    `date` (EDTF) is the time asked for, `types` the PLOVER types of the events.
    """

    facets: tuple[str, ...]
    subject: str | None = None
    other: str | None = None
    statement: str | None = None
    date: str | None = None
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pattern:
    facets: tuple[str, ...]
    match: re.Pattern[str]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionGrammar:
    """A language's question patterns, compiled. Raises LexiconError when one is no regular expression."""

    patterns: tuple[_Pattern, ...]
    lead_in: re.Pattern[str]
    joiner: re.Pattern[str]
    pronouns: frozenset[str]
    fillers: frozenset[str]
    stopwords: frozenset[str]
    reservations: frozenset[str]
    calendar: Calendar
    days_ago: dict[str, int]

    def read(self, question: str, today: date | None = None) -> tuple[Clause, ...]:
        """The clauses of a question; none when no pattern fits any part of it.

        "Yesterday" is a date only where `today` is given.
        """
        text = " ".join(question.split()).rstrip("?!. ").replace("’", "'")
        text = self.lead_in.sub("", text)
        clauses: list[Clause] = []
        for part in self.joiner.split(text):
            clause = self._clause(part.strip(" ,;"), clauses[-1] if clauses else None, today)
            if clause is not None:
                clauses.append(clause)
        return tuple(clauses)

    def _clause(self, text: str, before: Clause | None, today: date | None) -> Clause | None:
        for pattern in self.patterns:
            match = pattern.match.fullmatch(text)
            if match is None:
                continue
            groups = match.groupdict()
            asked = groups.get("date")
            date = (self.day(asked, today) or dated(asked, self.calendar)) if asked else None
            if asked and date is None:
                continue  # "in Area 2001": no date after all
            subject = next((v for k, v in groups.items() if k.startswith("subject") and v), None)
            if subject and date is None and (date := dated(subject, self.calendar)):
                subject = None  # "in 2012" is a time, not a place
            if subject and subject.lower() in self.pronouns:
                subject = before.subject if before else None
                if subject is None:
                    return None
            return Clause(
                pattern.facets,
                self.bare(subject) if subject else None,
                self.bare(groups["other"]) if groups.get("other") else None,
                groups.get("statement"),
                date,
                pattern.types,
            )
        return None

    def day(self, word: str, today: date | None) -> str | None:
        """The day that a word like "yesterday" means (EDTF); None for other words, and without `today`."""
        ago = self.days_ago.get(word.lower())
        return None if ago is None or today is None else (today - timedelta(days=ago)).isoformat()

    def bare(self, name: str) -> str:
        """A name without the articles and titles before it."""
        words = name.split()
        while len(words) > 1 and words[0].lower().rstrip(".") in self.fillers:
            words = words[1:]
        return " ".join(words)

    def content_words(self, statement: str) -> list[str]:
        """The words of a statement that carry its matter."""
        words = re.findall(r"[\w'-]+", statement)
        return [w for w in words if w.lower() not in self.stopwords]


def _pattern(entry: Table, fragments: Table) -> _Pattern:
    match = str(entry["match"])
    for _ in range(3):  # a fragment may hold another, and that a third
        match = _FRAGMENT.sub(lambda m: str(fragments[m[1]]), match)
    return _Pattern(tuple(entry["facets"]), re.compile(match, re.IGNORECASE), tuple(entry.get("types", ())))


@cache
def question_grammar(language: Language) -> QuestionGrammar:
    """The question patterns of a language pack. Raises LexiconError when they are malformed."""
    table = language.table("questions")
    try:
        return QuestionGrammar(
            patterns=tuple(_pattern(p, table["fragments"]) for p in table["pattern"]),
            calendar=calendar_of(language),
            days_ago={str(word): int(ago) for word, ago in table["days_ago"].items()},
            lead_in=re.compile(table["lead_in"], re.IGNORECASE),
            joiner=re.compile(table["joiner"], re.IGNORECASE),
            pronouns=frozenset(table["pronouns"]),
            fillers=frozenset(table["fillers"]),
            stopwords=frozenset(table["stopwords"]),
            reservations=frozenset(table["reservations"]),
        )
    except (re.error, KeyError, TypeError) as error:
        raise LexiconError(f"language table {language.code}/questions.toml: {error!r}") from None
