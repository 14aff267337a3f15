"""How an account looks in a terminal: a table of versions, then what they amount to."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dateline.cli.render import Page
from dateline.exports.accounts import COLUMNS
from dateline.language import Language, load_language
from dateline.model.judgement import Judgement
from dateline.queries.account import Account
from dateline.queries.phrasing import phrasing

# Columns that are not broken into lines.
_WHOLE = ("published", "date")


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
    shown = [c for c in COLUMNS if any(getattr(row, c) for row in account.rows)]
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for column in shown:
        table.add_column(text[column], no_wrap=column in _WHOLE, overflow="fold")
    for row in account.rows:
        number = page.citations.number(row.evidence)
        cells = (Text(getattr(row, column)) for column in shown)
        table.add_row(Text(f"[{number}]", style="cyan"), *cells, style="dim" if row.reprint else "")
    page.console.print(table)
    page.console.print(f"[bold]{text['standing'].upper()}[/bold]: {escape(account.standing)}")
    for reason in account.reasons:
        page.indented(Text(f"· {reason}"))
    for made in judgements:
        said = text[f"judged_{made.decision.value}"].format(by=made.by, date=made.date, why=made.why)
        page.console.print(Text(f"{said} [{made.id}]", style="dim"))
    page.sources()


def show_events(asked: str, accounts: Sequence[Account], language: Language | None = None) -> None:
    """Prints which events some words may mean."""
    language = language or load_language()
    page, text = Page(phrasing(language)), language.table("accounts")["table"]
    page.console.print(escape(text["several" if accounts else "none"].format(words=asked)))
    for account in accounts:
        note = text["versions"].format(n=len(account.rows))
        page.beside(Text(f"{account.event.id}  ", style="cyan"), Text(f"{account.sentence} ({note})"))
