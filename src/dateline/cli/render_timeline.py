"""How a timeline looks in a terminal: a column of dates, and beside it what happened."""

from rich.markup import escape
from rich.text import Text

from dateline.cli.render import Page
from dateline.exports.timelines import notes, title
from dateline.language import Language, load_language
from dateline.queries.phrasing import Phrasing, phrasing
from dateline.queries.timeline import Entry, Timeline

_GAP = 2


def show_timeline(timeline: Timeline, language: Language | None = None) -> None:
    """Prints a timeline, the undated entries after the dated ones, then the cited sentences."""
    words = phrasing(language or load_language())
    page, text = Page(words), words.table["timeline"]
    page.console.print(f"[bold]{escape(title(timeline, words))}[/bold]")
    page.console.print(Text(" · ".join(notes(timeline, words)), style="dim"))
    if not timeline.entries and not timeline.undated:
        page.console.print(f"\n  [dim]{page.text['nothing']}[/dim]")
    _rows(page, timeline.entries, [words.dates.label(e.edtf) for e in timeline.entries])
    if timeline.undated:
        page.console.print(f"\n[bold]{text['undated'].upper()}[/bold]")
        _rows(page, timeline.undated, [_reported(e, words) for e in timeline.undated])
    page.sources()


def _reported(entry: Entry, words: Phrasing) -> str:
    if entry.reported is None:
        return str(words.table["timeline"]["no_report_date"])
    return str(words.table["dates"]["label"]["reported"].format(date=entry.reported))


def _rows(page: Page, entries: tuple[Entry, ...], heads: list[str]) -> None:
    if entries:
        page.console.print()
    column = max(map(len, heads), default=0) + _GAP
    for entry, head in zip(entries, heads, strict=True):
        page.beside(Text(head.ljust(column), style="cyan" if entry.edtf else "dim"), _line(page, entry))


def _line(page: Page, entry: Entry) -> Text:
    line = page.told(entry.statement)
    page.mark(line, entry.statement)
    if entry.news:
        line.append(f" · {page.words.table['timeline'][entry.news.value]}", style="bold")
    return line
