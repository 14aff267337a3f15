"""How answers and profiles look in a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from dateline.cli.layout import indented
from dateline.language import Language, load_language
from dateline.model.records import ActorMatch, ActorRecord, Standing
from dateline.queries.answer import Answer, Profile, Statement
from dateline.queries.citations import Citations, origin
from dateline.queries.identity import headed, identity
from dateline.queries.lines import Line, lines
from dateline.queries.phrasing import Phrasing, phrasing

_WIDEST = 110


def show_answer(answer: Answer, language: Language | None = None) -> None:
    """Prints an answer: headings, one line a statement, the cited sentences."""
    page = Page(phrasing(language or load_language()))
    statements = page.title(answer.subject, answer.statements) if answer.subject else answer.statements
    if answer.asked_name is not None:
        page.candidates(answer.asked_name, answer.candidates)
        return
    if not answer.understood:
        page.console.print(Text(page.words.help_with_questions(), style="dim"))
    page.facets(answer.facets, statements, dict(answer.omitted))
    page.sources()


def show_profile(profile: Profile, language: Language | None = None) -> None:
    """Prints a profile in the same way; what it has nothing on is named in one line."""
    page = Page(phrasing(language or load_language()))
    statements = page.title(profile.actor, profile.statements)
    page.facets(dict.fromkeys(s.facet for s in statements), statements, {})
    if nothing := page.words.nothing_on(profile.unanswered):
        page.console.print()
        page.indented(Text(nothing, style="dim"))
    page.sources()


def show_candidates(name: str, candidates: Sequence[ActorMatch], language: Language | None = None) -> None:
    """Prints whom a name may mean."""
    Page(phrasing(language or load_language())).candidates(name, candidates)


class Page:
    def __init__(self, words: Phrasing) -> None:
        self.words = words
        self.text = words.table["page"]
        self.citations = Citations(words)
        self.console = Console(highlight=False)
        self.console.width = min(self.console.width, _WIDEST)

    def title(self, actor: ActorRecord, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """Prints who the actor is; gives the statements that this has not told."""
        head = headed(actor, statements, self.words.language)
        line = Text(head.identity.name, style="bold")
        marks = self.citations.marks(e for s in head.named for e in s.evidence)
        for note in head.identity.notes(self.text["also_known_as"]):
            line.append(f" · {note}", style="not bold")
        line.append(f" {marks}" if marks.numbers else "", style="cyan not bold")
        self.console.print(line, soft_wrap=False)
        return head.rest

    def facets(self, facets: Iterable[str], statements: Sequence[Statement], omitted: dict[str, int]) -> None:
        for facet in facets:
            self.console.print(f"\n[bold]{self.words.heading(facet).upper()}[/bold]")
            told = lines(s for s in statements if s.facet == facet)
            for line in told:
                self.line(line)
            if not told:
                self.console.print(f"  [dim]{self.text['nothing']}[/dim]")
            if omitted.get(facet):
                self.console.print(f"  [dim]{escape(self.text['more'].format(count=omitted[facet]))}[/dim]")

    def line(self, line: Line) -> None:
        """A line, after it how it stands, unless one source reports it and nobody says otherwise."""
        if line.first:
            self.console.print(f"  [dim]·[/dim] {self.words.table['group'][line.label]}:")
        told = self._styled(self.citations.told(line), certain=line.certain)
        if line.lead is None:
            self.mark(told, line.statements[0])
        self.indented(Text.assemble("· ", told), 4 if line.label else 2)

    def mark(self, line: Text, statement: Statement) -> None:
        """Adds to a line how its statement stands."""
        if mark := self.words.mark(statement):
            good = statement.standing is Standing.CORROBORATED
            line.append(f" · {mark}", style="green" if good else "yellow")
        if news := self.words.news(statement):
            line.append(f" · {news}", style="bold")

    def told(self, statement: Statement) -> Text:
        """A statement with its voices and citations; in italics when it is not told as certain."""
        return self._styled(self.citations.line(statement), certain=statement.certain)

    def _styled(self, told: str, *, certain: bool) -> Text:
        line = Text(told)
        if not certain:
            line.stylize("italic")
        line.highlight_regex(r"\[\d+\]", "cyan")
        return line

    def beside(self, head: Text, line: Text) -> None:
        """A line beside a head of fixed width; what follows its first row is indented to the same column."""
        for number, part in enumerate(line.wrap(self.console, self.console.width - 2 - len(head))):
            part.rstrip()
            start = Text(" " * len(head)) if number else head
            self.console.print(Text.assemble("  ", start, part), soft_wrap=True)

    def indented(self, line: Text, by: int = 2) -> None:
        indented(self.console, line, by)

    def sources(self) -> None:
        cited = self.citations.cited()
        if not cited:
            return
        self.console.print(f"\n[bold]{self.text['sources'].upper()}[/bold]")
        for number, evidence in cited:
            where = origin(evidence, self.text["unknown_outlet"])
            sentence = " ".join(evidence.text.split())
            self.indented(Text.assemble((f"[{number}] ", "cyan"), (where, "bold"), f": {sentence}"))
        self.console.print(f"\n  [dim]{self.citations.counted()}[/dim]")

    def candidates(self, name: str, candidates: Sequence[ActorMatch]) -> None:
        key = "ambiguous_name" if candidates else "unknown_name"
        self.console.print(Text(self.text[key].format(name=name)))
        for match in candidates:
            actor, who = match.actor, identity(match.actor.entity, self.words.language)
            notes = (
                *who.notes(self.text["also_known_as"]),
                self.words.mentioned(actor.mentions, len(actor.reports)),
            )
            told = Text(who.name, style="bold").append(f" · {' · '.join(notes)}", style="not bold")
            self.indented(Text.assemble("· ", told))
            self.console.print(Text(f"    {actor.entity.id}", style="dim"), soft_wrap=True)
        if candidates:
            self.console.print(Text(self.text["ask_again"]))
