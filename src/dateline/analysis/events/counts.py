"""How many people an event is said to have killed, hurt, taken or brought together."""

from dateline.analysis.draft import Draft
from dateline.analysis.events.find import Found
from dateline.analysis.quantities import numerals
from dateline.model.event import Count


def sizes(draft: Draft, found: Found) -> dict[str, Count]:
    """The number its sense counts, summed over the recipients that are numbered."""
    if found.sense.counts is None:
        return {}
    words, parse = numerals(draft.language), draft.parse
    low: int | None = 0
    high: int | None = 0
    spans: list[tuple[int, int]] = []
    for head in found.recipients or found.actors:
        number = parse.child(head, "nummod")
        quantity = words.quantity(parse, head if number is None else number)
        if quantity is None:
            continue
        low = None if low is None or quantity.low is None else low + quantity.low
        high = None if high is None or quantity.high is None else high + quantity.high
        spans.append((quantity.start, quantity.end))
    if not spans:
        return {}
    span = parse.span(min(s for s, _ in spans), max(e for _, e in spans))
    return {found.sense.counts: Count(low, high, span)}
