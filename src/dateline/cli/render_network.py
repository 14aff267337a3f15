"""How a network looks in a terminal: a heading a kind of tie, a line a tie."""

from rich.markup import escape
from rich.text import Text

from dateline.cli.render import Page
from dateline.exports.networks import by_kind, notes, row, title
from dateline.language import Language, load_language
from dateline.queries.network import Network, Tie
from dateline.queries.phrasing import phrasing
from dateline.queries.ties import TieKind


def show_network(network: Network, language: Language | None = None) -> None:
    """Prints the ties of the actor by kind, then the cited sentences."""
    words = phrasing(language or load_language())
    page = Page(words)
    page.console.print(f"[bold]{escape(title(network, words))}[/bold]")
    page.console.print(Text(" · ".join(notes(network, words)), style="dim"))
    ties = by_kind(network.of_subject())
    for kind in TieKind:
        some = [t for t in ties if t.kind is kind]
        if some:
            heading = words.table["network"]["heading"][kind.value]
            page.console.print(f"\n[bold]{heading.upper()}[/bold]")
            for tie in some:
                page.indented(_line(page, network, tie))
    if not ties:
        page.console.print(f"\n  [dim]{page.text['nothing']}[/dim]")
    page.sources()


def _line(page: Page, network: Network, tie: Tie) -> Text:
    forms = page.words.table["network"]
    told = row(network, tie, page.citations, page.words)
    me = network.subject.entity.id
    other = told["target"] if tie.source == me or tie.kind.mutual else told["source"]
    toward = "" if tie.kind.mutual else forms["outwards" if tie.source == me else "inwards"]
    line = Text.assemble("· ", toward, (other, "bold"))
    counted = forms["independent"].format(count=tie.weight)
    line.append("".join(f" · {note}" for note in (told["when"], counted) if note))
    if tie.claimed:
        line.append(f" · {forms['claimed']} — {'; '.join(told['voices'])}", style="italic")
    line.append(f" {told['marks']}", style="cyan")
    return line
