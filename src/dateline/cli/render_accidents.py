"""How accidents look in a terminal: what, when, by how many told; below it a sentence of each report."""

from collections.abc import Sequence

from rich.text import Text

from dateline.cli.render import Page
from dateline.language import Language, load_language
from dateline.queries.accidents import Accident
from dateline.queries.citations import origin
from dateline.queries.phrasing import phrasing


def show_accidents(accidents: Sequence[Accident], language: Language | None = None) -> None:
    """Prints each accident with its sentences, in order of publication."""
    language = language or load_language()
    page, text = Page(phrasing(language)), language.table("accidents")
    page.console.print(f"[bold]{text['title']}[/bold]")
    if not accidents:
        page.console.print(f"\n  [dim]{text['nothing']}[/dim]")
    for accident in accidents:
        called = ", ".join(text["families"][family] for family in accident.families)
        date = accident.date and page.words.dates.label(accident.date)
        told = text["told"].format(sources=accident.independent, reports=len(accident.sentences))
        page.console.print()
        head = " · ".join(part for part in (date, told) if part)
        page.console.print(Text.assemble((called, "bold"), (f" · {head}", "dim")))
        for evidence in accident.sentences:
            where = origin(evidence, page.text["unknown_outlet"])
            page.indented(Text.assemble("· ", (where, "bold"), f": {' '.join(evidence.text.split())}"))
