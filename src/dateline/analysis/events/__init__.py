"""What happened: PLOVER events with roles, numbers and factuality.

Triggers come from the language's event tables; the sense whose conditions hold gives type and roles;
PLOVER's rules settle what a threat, a request or a promise is; numbers and places are tied on.
"""

from dateline.analysis.draft import Draft
from dateline.analysis.events.code import Coded, code
from dateline.analysis.events.counts import sizes
from dateline.analysis.events.find import Finder
from dateline.analysis.events.lexicon import trigger_lexicon
from dateline.analysis.events.link import link
from dateline.analysis.events.setting import date_of, place_of
from dateline.model.event import Event
from dateline.ontology import ontology


def find_events(draft: Draft) -> tuple[Event, ...]:
    """The events a report tells, in text order, one a trigger."""
    finder = Finder(draft, trigger_lexicon(draft.language))
    found = link(draft, finder.found(), finder.lexicon)
    coded = code(finder, found, ontology())
    return tuple(_event(draft, number, c) for number, c in enumerate(coded, 1))


def _event(draft: Draft, number: int, coded: Coded) -> Event:
    found, parse = coded.found, draft.parse
    span = parse.span(coded.trigger, coded.trigger + 1)
    carrier = draft.carrier(span)
    return Event(
        id=draft.new_id("v", number),
        type=coded.type,
        modes=coded.modes,
        contexts=coded.contexts,
        cameo=ontology().cameo_code(coded.type, coded.modes),
        trigger=span,
        actors=tuple(draft.participant(t) for t in found.actors),
        recipients=tuple(draft.participant(t) for t in found.recipients),
        place=place_of(draft, found),
        date=date_of(draft, coded.trigger),
        factuality=draft.factuality(coded.trigger),
        size=sizes(draft, found),
        attribution=carrier.id if carrier else None,
    )
