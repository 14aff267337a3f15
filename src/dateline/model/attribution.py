"""Who says what: source, cue, content."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.span import Span


class Act(StrEnum):
    """What the source does with the content."""

    ASSERT = "assert"
    DENY = "deny"
    ASK = "ask"
    DEMAND = "demand"
    APPEAL = "appeal"
    PROMISE = "promise"
    OFFER = "offer"
    THREATEN = "threaten"
    WARN = "warn"
    ACCUSE = "accuse"
    AGREE = "agree"
    REFUSE = "refuse"
    HOPE = "hope"
    BELIEVE = "believe"
    ESTIMATE = "estimate"
    ANNOUNCE = "announce"


class Kind(StrEnum):
    """How the content is rendered: all of it in quotation marks, none of it, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: `span` with the marks, `inner` without.

    `speech` is False for scare quotes, titles and nicknames. `parent` is the index, in the report's
    quotations, of the quotation it stands in.
    """

    span: Span
    inner: Span
    speech: bool
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying (or believing, wanting, …): who, by which words, what.

    The spans of a part stand in text order; a part may be discontinuous, `source` may be empty.
    `parent` names the attribution whose content this one stands in. `hedge` holds the words by which
    the reporter keeps a distance ("reportedly"); `medium` what it was said to or in ("Reuters",
    "op-ed"); `when` the time of speaking, EDTF if it is known, else the words.
    """

    id: str
    source: tuple[Span, ...]
    source_entity: str | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind
    act: Act
    hedge: str | None = None
    medium: str | None = None
    when: str | None = None
    parent: str | None = None
