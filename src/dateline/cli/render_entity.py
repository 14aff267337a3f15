"""How the reasons for who is who look in a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from dateline.cli.layout import indented
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
    console.print(Text.assemble((actor.entity.name, "bold"), f" · {actor.entity.id}"))
    console.print(Text("\nDESCRIBED AS", style="bold"))
    for identity in identities:
        indented(console, _identity(identity))
    if judgements:
        console.print(Text("\nJUDGEMENTS", style="bold"))
    for judgement in judgements:
        indented(console, _judgement(judgement))


def _identity(identity: IdentityRecord) -> Text:
    """The names, what is told of them, then why they are the actor's and where they stand."""
    names = ", ".join(dict.fromkeys((identity.name, *identity.aliases)))
    told = f" ({'; '.join(identity.told)})" if identity.told else ""
    why = f" · {identity.why} ({identity.score:.2f}) · in {_some(identity.reports)}"
    return Text.assemble("· ", (names, "bold"), told, (why, "dim"))


def _judgement(judgement: Judgement) -> Text:
    features = "; ".join(f"{f.name} {f.score:+.2f}" for f in judgement.features)
    by = ", ".join(filter(None, (judgement.by, judgement.date, f"{judgement.score:.2f}")))
    why = f" · {judgement.why}" + (f" ({features})" if features else "")
    return Text.assemble("· ", (judgement.id, "cyan"), f" {_said(judgement)} · {by}", (why, "dim"))


def show_judgement(judgement: Judgement, *, undone: bool = False) -> None:
    """Prints one judgement in a sentence."""
    said = _said(judgement)
    print(f"taken back: {said}" if undone else f"judgement {judgement.id}: {said}")


def _said(judgement: Judgement) -> str:
    one, other = _bearer(judgement.one), _bearer(judgement.other)
    return f"{one} and {other} are {_WORDS[judgement.decision]}"


def _bearer(bearer: Bearer) -> str:
    return bearer.key if bearer.label is None else f"{bearer.key} [{bearer.label.removeprefix('~')}]"


def _some(reports: Sequence[str]) -> str:
    rest = len(reports) - _SHOWN
    return ", ".join(reports[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
