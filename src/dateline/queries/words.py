"""The words around an answer's sentences: headings, marks of standing, and on whose word something is."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.language import Language, Table
from dateline.model.records import Evidence, Link, Standing
from dateline.queries.answer import Statement, Voice
from dateline.queries.dates import DateWords
from dateline.queries.names import Names


@dataclass(frozen=True)
class Words:
    """The words of one language, with the names by which its actors are called."""

    names: Names

    @property
    def language(self) -> Language:
        return self.names.language

    @property
    def table(self) -> Table:
        return self.language.table("phrases")

    @property
    def dates(self) -> DateWords:
        return DateWords(self.table["dates"])

    # ------------------------------------------------------------------ headings and notes
    def heading(self, facet: str) -> str:
        return str(self.table["facet"][facet])

    def help_with_questions(self) -> str:
        """That a question was not understood, with some that would be."""
        examples = "” · “".join(self.table["page"]["examples"])
        return str(self.table["page"]["not_understood"]).format(examples=examples)

    def nothing_on(self, facets: Iterable[str]) -> str:
        """That nothing was found on some facets; "" without any."""
        headings = [self.heading(f) for f in facets]
        told = ", ".join(h[:1].lower() + h[1:] for h in headings)
        return str(self.table["page"]["nothing_on"]).format(facets=told) if told else ""

    def mentioned(self, mentions: int, reports: int) -> str:
        """How often somebody is mentioned: "mentioned once in 1 report"."""
        page = self.table["page"]
        times = page["times"][mentions != 1].format(count=mentions)
        return str(page["mentioned"][reports != 1]).format(times=times, reports=reports)

    def first_told(self, evidence: tuple[Evidence, ...]) -> str:
        """Who told something first, and when."""
        unknown = self.table["page"]["unknown_outlet"]
        outlets = dict.fromkeys(e.outlet or unknown for e in evidence)
        told = self.table["verdict"]["first"].format(
            outlets=self.table["event"]["comma"].join(outlets), date=evidence[0].published
        )
        return str(told)

    def verdict(self, key: str, count: int = 0) -> str:
        return str(self.table["verdict"][key]).format(count=count)

    def according_to(self, statement: Statement) -> str:
        """Whose word a statement is, after it: ", according to the army"; "" for an outlet's own."""
        labels = [v.label for v in statement.voices]
        if "" in labels or not labels:
            return ""
        return str(self.table["page"]["according_to"].format(speaker="; ".join(labels)))

    def short_mark(self, statement: Statement) -> str:
        """How a statement stands, and whether it is new, in a list: " (3 independent, new)"."""
        mark = self.mark(statement)
        if statement.standing is Standing.CORROBORATED:
            mark = str(self.table["page"]["independent"]).format(count=statement.independent)
        marks = [m for m in (mark, self.news(statement)) if m]
        return f" ({', '.join(marks)})" if marks else ""

    def news(self, statement: Statement) -> str:
        """Whether a statement is new or told again, where that was asked for; else ""."""
        return str(self.table["timeline"][statement.news.value]) if statement.news else ""

    def mark(self, statement: Statement) -> str:
        """How a statement stands, with who contradicts it or took it back; "" when one source reports it."""
        if statement.standing is Standing.REPORTED:
            return ""
        standing = self.standing(statement)
        against = statement.weight.reasons[1:] if statement.standing is not Standing.CORROBORATED else ()
        if against and against[0].startswith(standing):  # "denied by the army" says that it is denied
            return "; ".join(against)
        return ": ".join(part for part in (standing, "; ".join(against)) if part)

    def standing(self, statement: Statement) -> str:
        """How a statement stands, in a word: "corroborated (3 independent)"."""
        return str(self.language.table("accounts")["standing"][statement.standing.value]).format(
            n=statement.independent
        )

    # ------------------------------------------------------------------ on whose word
    def voices(
        self, evidence: Iterable[Evidence], *, about: str | None = None, without_last: bool = False
    ) -> tuple[Voice, ...]:
        """The evidence grouped by chain, the outlets' own voice first.

        What an actor says of itself (`about`) is marked as its own claim.
        `without_last` leaves the innermost speaker out of the label, for sentences that name it.
        """
        groups: dict[tuple[str, ...], list[Evidence]] = {}
        for piece in evidence:
            groups.setdefault(tuple(self.names.bare(link) for link in piece.chain), []).append(piece)
        voices = [
            Voice(names, self._label(pieces[0].chain[: -1 if without_last else None], about), tuple(pieces))
            for names, pieces in groups.items()
        ]
        return tuple(sorted(voices, key=lambda v: bool(v.names)))

    def _label(self, chain: tuple[Link, ...], about: str | None) -> str:
        labels = []
        for link in chain:
            own = self.table["source"]["own_claim"] if link.entity and link.entity == about else ""
            notes = ", ".join(note for note in (own, self.notes(link)) if note)
            labels.append(self.names.speaker(link) + (f" ({notes})" if notes else ""))
        return str(self.table["source"]["citing"]).join(labels)

    def notes(self, link: Link) -> str:
        """Medium, time and hedge of what a speaker says."""
        hedge = link.hedge if link.source else None
        return ", ".join(note for note in (link.medium, link.when, hedge) if note)
