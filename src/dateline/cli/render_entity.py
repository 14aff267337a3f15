"""How the reasons for who is who look in a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dateline.model.judgement import Bearer, Decision, Judgement
from dateline.model.records import ActorRecord, IdentityRecord

# Ids of reports that are written out.
_SHOWN = 3
_WORDS = {Decision.MERGE: "one actor", Decision.SPLIT: "two actors"}


def show_entity(
    actor: ActorRecord, identities: Sequence[IdentityRecord], judgements: Sequence[Judgement]
) -> None:
    """Prints an actor's names, the identities that make it with the reason for each, and the judgements."""
    console = Console(highlight=False)
    console.print(f"[bold]{escape(actor.entity.name)}[/bold] · {escape(actor.entity.id)}")
    table = _table("described as", "told of it", "reports", "is this actor because", "score")
    for identity in identities:
        names = ", ".join(dict.fromkeys((identity.name, *identity.aliases)))
        table.add_row(
            escape(names),
            escape("; ".join(identity.told)),
            escape(_some(identity.reports)),
            escape(identity.why),
            f"{identity.score:.2f}",
        )
    console.print(table)
    if not judgements:
        return
    table = _table("judgement", "says of", "that they are", "by", "date", "score", "because")
    for judgement in judgements:
        table.add_row(*map(escape, _row(judgement)))
    console.print(table)


def show_judgement(judgement: Judgement, *, undone: bool = False) -> None:
    """Prints one judgement in a sentence."""
    one, other = _bearer(judgement.one), _bearer(judgement.other)
    said = f"{one} and {other} are {_WORDS[judgement.decision]}"
    print(f"taken back: {said}" if undone else f"judgement {judgement.id}: {said}")


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _row(judgement: Judgement) -> tuple[str, ...]:
    features = "; ".join(f"{f.name} {f.score:+.2f}" for f in judgement.features)
    return (
        judgement.id,
        f"{_bearer(judgement.one)} / {_bearer(judgement.other)}",
        _WORDS[judgement.decision],
        judgement.by,
        judgement.date or "",
        f"{judgement.score:.2f}",
        judgement.why + (f" ({features})" if features else ""),
    )


def _bearer(bearer: Bearer) -> str:
    return bearer.key if bearer.label is None else f"{bearer.key} [{bearer.label.removeprefix('~')}]"


def _some(reports: Sequence[str]) -> str:
    rest = len(reports) - _SHOWN
    return ", ".join(reports[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
