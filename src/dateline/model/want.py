"""What an actor wants."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.entity import Participant
from dateline.model.factuality import Factuality
from dateline.model.span import Span


class WantKind(StrEnum):
    """How the want is put."""

    DEMAND = "demand"
    APPEAL = "appeal"
    OFFER = "offer"
    PROMISE = "promise"
    INTEND = "intend"
    HOPE = "hope"
    REFUSE = "refuse"
    OPPOSE = "oppose"


@dataclass(frozen=True, slots=True)
class Want:
    """`actor` wants (`polarity` "+") or does not want ("-") what `goal` says, of `toward`.

    `span` is the whole evidence; `conditional` is True when the want hangs on an if, `ready` when the actor
    would only let it come about ("is open to talks"), the weakest intention; `factuality` says how
    certain it is that the actor wants so: CT+, or PR+ ("is believed to want"). Less is no want.
    """

    id: str
    actor: Participant
    kind: WantKind
    polarity: str
    goal: Span
    span: Span
    toward: tuple[Participant, ...] = ()
    conditional: bool = False
    attribution: str | None = None
    factuality: Factuality = Factuality.CERTAIN
    ready: bool = False
