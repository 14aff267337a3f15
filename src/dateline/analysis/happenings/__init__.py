"""What happened, beyond PLOVER's types: deaths, accidents, elections, launches; see docs/adr/0073.

Every verb that tells an occurrence and every noun of the tables is one. Who takes part, where, when and how
certain is taken from the stages before.
"""

from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import trigger_lexicon
from dateline.analysis.events.setting import Dates, place_near
from dateline.analysis.events.slots import Slots
from dateline.analysis.happenings.lexicon import happening_lexicon
from dateline.analysis.happenings.words import Reader, Word
from dateline.model.entity import Participant
from dateline.model.happening import Happening
from dateline.model.span import Span

_SUBJECTS = {"verbs": ("subject",), "nouns": ("by", "possessive", "subject"), "adjectives": ("subject",)}
_OBJECTS = {"verbs": ("object",), "nouns": ("of", "against", "on", "compound"), "adjectives": ()}


def find_happenings(draft: Draft) -> tuple[Happening, ...]:
    """The happenings a report tells, in text order, one a word."""
    reader = Reader(draft, happening_lexicon(draft.language))
    dates, events = Dates(draft), _events(draft)
    return tuple(_happening(draft, word, dates, events) for word in reader.words())


def _happening(draft: Draft, word: Word, dates: Dates, events: dict[Span, str]) -> Happening:
    span = draft.parse.span(word.start, word.token + 1)
    slots = Slots(draft, word.token, word.kind, trigger_lexicon(draft.language))
    subjects = _first(slots, _SUBJECTS[word.kind])
    objects = [t for t in _first(slots, _OBJECTS[word.kind]) if t not in subjects]
    carrier = draft.carrier(span)
    return Happening(
        trigger=span,
        family=word.family,
        factuality=draft.factuality(word.token),
        subjects=_participants(draft, subjects),
        objects=_participants(draft, objects),
        place=place_near(draft, word.token, (*subjects, *objects), objects),
        date=dates.of(word.token),
        attribution=carrier.id if carrier else None,
        event=events.get(span),
    )


def _first(slots: Slots, names: tuple[str, ...]) -> list[int]:
    """The fillers of the first slot that has any."""
    return next((found for name in names if (found := slots[name])), [])


def _participants(draft: Draft, heads: list[int]) -> tuple[Participant, ...]:
    return tuple(draft.participant(head) for head in heads)


def _events(draft: Draft) -> dict[Span, str]:
    """The PLOVER events by the words that tell them."""
    found: dict[Span, str] = {}
    for event in draft.events:
        for span in (event.trigger, *(m.trigger for m in event.mentions)):
            found.setdefault(span, event.id)
    return found
