"""How an account looks in a terminal: a table of versions, then what they amount to."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table as RichTable
from rich.text import Text

from dateline.cli.render import Page
from dateline.exports.accounts import COLUMNS
from dateline.language import Language, Table, load_language
from dateline.model.judgement import Judgement
from dateline.queries.account import Account
from dateline.queries.phrasing import phrasing

# Columns that are not broken into lines.
_WHOLE = ("published", "date")
_BETWEEN, _EDGES = 3, 2  # blanks between two columns, and at the edges
# A cell that would take more lines than this is read more easily in a list.
_LINES = 3


def show_account(
    account: Account, judgements: Sequence[Judgement] = (), language: Language | None = None
) -> None:
    """Prints an account: its sentence, its versions, its standing with reasons, what humans judged of it, the
    cited sentences.
    """
    language = language or load_language()
    page, text = Page(phrasing(language)), language.table("accounts")["table"]
    page.console.print(f"[bold]{escape(account.sentence)}[/bold]")
    if account.course:
        page.console.print(Text(account.course, style="dim"))
    _versions(page, account, text)
    page.console.print(f"[bold]{text['standing'].upper()}[/bold]: {escape(account.standing)}")
    for reason in account.reasons:
        page.indented(Text(f"· {reason}"))
    for made in judgements:
        said = text[f"judged_{made.decision.value}"].format(by=made.by, date=made.date, why=made.why)
        page.console.print(Text(f"{said} [{made.id}]", style="dim"))
    page.sources()


def _versions(page: Page, account: Account, text: Table) -> None:
    """The versions as a table, or one below the other where its cells would be torn apart."""
    shown = [c for c in COLUMNS if any(getattr(row, c) for row in account.rows)]
    widths = {c: _least(c, [text[c], *(getattr(row, c) for row in account.rows)]) for c in shown}
    number_width = len(str(len(account.rows))) + 2
    if number_width + _EDGES + sum(width + _BETWEEN for width in widths.values()) > page.console.width:
        page.console.print()
        for row in account.rows:
            told = " · ".join(f"{text[c]}: {getattr(row, c)}" for c in shown if getattr(row, c))
            number = Text(f"[{page.citations.number(row.evidence)}] ", style="cyan")
            page.indented(Text.assemble(number, (told, "dim" if row.reprint else "")))
        page.console.print()
        return
    table = RichTable(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for column in shown:
        table.add_column(text[column], min_width=widths[column], no_wrap=column in _WHOLE)
    for row in account.rows:
        number = Text(f"[{page.citations.number(row.evidence)}]", style="cyan")
        cells = (Text(getattr(row, column)) for column in shown)
        table.add_row(number, *cells, style="dim" if row.reprint else "")
    page.console.print(table)


def _least(column: str, cells: Sequence[str]) -> int:
    """The width that a column needs so that no word of it is torn apart, nor a cell over many lines."""
    if column in _WHOLE:
        return max(map(len, cells))
    words = (len(word) for cell in cells for word in cell.split())
    lines = (-(-len(cell) // _LINES) for cell in cells)
    return max(*words, *lines)


def show_events(asked: str, accounts: Sequence[Account], language: Language | None = None) -> None:
    """Prints which events some words may mean."""
    language = language or load_language()
    page, text = Page(phrasing(language)), language.table("accounts")["table"]
    page.console.print(escape(text["several" if accounts else "none"].format(words=asked)))
    for account in accounts:
        note = text["versions"].format(n=len(account.rows))
        page.beside(Text(f"{account.event.id}  ", style="cyan"), Text(f"{account.sentence} ({note})"))
