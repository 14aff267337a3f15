"""How answers and profiles look in a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from dateline.language import Language, load_language
from dateline.model.entity import Entity
from dateline.model.factuality import Factuality
from dateline.model.records import ActorMatch
from dateline.queries.answer import Answer, Profile, Statement
from dateline.queries.citations import Citations, origin
from dateline.queries.phrasing import Phrasing, phrasing

_WIDEST = 110


def show_answer(answer: Answer, language: Language | None = None) -> None:
    """Prints an answer: headings, one line a statement, the cited sentences."""
    page = Page(phrasing(language or load_language()))
    if answer.subject:
        page.title(answer.subject.entity)
    if answer.asked_name is not None:
        page.candidates(answer.asked_name, answer.candidates)
        return
    page.facets(answer.facets, answer.statements, dict(answer.omitted))
    page.sources()


def show_profile(profile: Profile, language: Language | None = None) -> None:
    """Prints a profile in the same way."""
    page = Page(phrasing(language or load_language()))
    page.title(profile.actor.entity)
    facets = tuple(dict.fromkeys(s.facet for s in profile.statements)) + profile.unanswered
    page.facets(facets, profile.statements, {})
    page.sources()


def show_candidates(name: str, candidates: Sequence[ActorMatch], language: Language | None = None) -> None:
    """Prints whom a name may mean."""
    Page(phrasing(language or load_language())).candidates(name, candidates)


class Page:
    def __init__(self, words: Phrasing) -> None:
        self.words = words
        self.text = words.table["page"]
        self.citations = Citations()
        self.console = Console(highlight=False)
        self.console.width = min(self.console.width, _WIDEST)

    def title(self, entity: Entity) -> None:
        notes = [f"{self.text['also_known_as']} {', '.join(entity.aliases)}"] if entity.aliases else []
        notes += [n for n in (entity.type, entity.country) if n]
        self.console.print(f"[bold]{escape(entity.name)}[/bold]", *(f"· {escape(n)}" for n in notes))

    def facets(self, facets: Iterable[str], statements: Sequence[Statement], omitted: dict[str, int]) -> None:
        for facet in facets:
            self.console.print(f"\n[bold]{self.words.heading(facet).upper()}[/bold]")
            lines = [s for s in statements if s.facet == facet]
            for statement in lines:
                self.statement(statement)
            if not lines:
                self.console.print(f"  [dim]{self.text['nothing']}[/dim]")
            if omitted.get(facet):
                self.console.print(f"  [dim]{escape(self.text['more'].format(count=omitted[facet]))}[/dim]")

    def statement(self, statement: Statement) -> None:
        line = self.told(statement)
        if statement.disputed_by:
            line.append(f" ({self.text['disputed']})", style="yellow")
        self.indented(Text.assemble("· ", line))

    def told(self, statement: Statement) -> Text:
        """A statement with its voices and citations; in italics when it is not told as certain."""
        line = Text(self.citations.line(statement))
        if statement.factuality is not Factuality.CERTAIN:
            line.stylize("italic")
        line.highlight_regex(r"\[\d+\]", "cyan")
        return line

    def beside(self, head: Text, line: Text) -> None:
        """A line beside a head of fixed width; what follows its first row is indented to the same column."""
        for number, part in enumerate(line.wrap(self.console, self.console.width - 2 - len(head))):
            part.rstrip()
            start = Text(" " * len(head)) if number else head
            self.console.print(Text.assemble("  ", start, part), soft_wrap=True)

    def indented(self, line: Text) -> None:
        """A line with a hanging indent and no blanks at its ends, so that it can be copied."""
        for number, part in enumerate(line.wrap(self.console, self.console.width - 4)):
            part.rstrip()
            self.console.print(Text.assemble("    " if number else "  ", part), soft_wrap=True)

    def sources(self) -> None:
        cited = self.citations.cited()
        if not cited:
            return
        self.console.print(f"\n[bold]{self.text['sources'].upper()}[/bold]")
        for number, evidence in cited:
            where = origin(evidence, self.text["unknown_outlet"])
            sentence = " ".join(evidence.text.split())
            self.indented(Text.assemble((f"[{number}] ", "cyan"), (where, "bold"), f": {sentence}"))

    def candidates(self, name: str, candidates: Sequence[ActorMatch]) -> None:
        key = "ambiguous_name" if candidates else "unknown_name"
        self.console.print(escape(self.text[key].format(name=name)))
        for match in candidates:
            actor = match.actor
            note = self.text["mentioned"].format(mentions=actor.mentions, reports=len(actor.reports))
            self.console.print(f"  · [bold]{escape(actor.entity.name)}[/bold] ({actor.entity.type}, {note})")
