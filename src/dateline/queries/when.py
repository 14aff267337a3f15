"""When did somebody do something? Finds the events that a statement speaks of."""

import re
from collections.abc import Iterator

from dateline.model.records import ActorRecord, EventRecord
from dateline.queries.event_facets import MOST
from dateline.queries.question import QuestionGrammar
from dateline.store.view import View

_SURE = 0.99  # a name at the head of a statement must be the actor's own, since anything may follow it
_STEM = 4


def whose(view: View, statement: str, grammar: QuestionGrammar) -> tuple[ActorRecord | None, list[str]]:
    """Whom a statement begins with, and its further words; (None, []) when with nobody known.

    The longest run of first words that is somebody's name is taken for the name.
    """
    words = statement.split()
    for end in range(len(words), 0, -1):
        name = grammar.bare(" ".join(words[:end]))
        matches = view.find_actors(name, 2)
        if matches and matches[0].score >= _SURE and (len(matches) < 2 or matches[1].score < _SURE):
            return matches[0].actor, words[end:]
    return None, []


def spoken_of(
    view: View, actor: ActorRecord, words: list[str], grammar: QuestionGrammar
) -> list[EventRecord]:
    """The events of an actor that further words of a statement fit: its verb, then what it is about.

    Only events whose sentences hold all words but the verb are taken; where the verb is the trigger of
    some, only those.
    """
    content = grammar.content_words(" ".join(words))
    if not content:
        return []
    verb, matter = content[0], content[1:]
    events = [e for e in _all(view, actor) if all(_holds(e, word) for word in matter)]
    named = [e for e in events if _stem(verb) == _stem(e.trigger)]
    # Of another verb alone, it takes a date to be an answer at all.
    return named or [e for e in events if matter or e.date is not None]


def _all(view: View, actor: ActorRecord) -> Iterator[EventRecord]:
    me = actor.entity.id
    events = (*view.events(me, limit=MOST), *view.events(as_recipient=me, limit=MOST))
    yield from {e.id: e for e in events}.values()


def _holds(event: EventRecord, word: str) -> bool:
    told = " ".join(
        [p.name for p in (*event.actors, *event.recipients)]
        + [event.place.name if event.place else ""]
        + [e.text for e in event.evidence]
    )
    return _stem(word) in {_stem(w) for w in re.findall(r"[\w'-]+", told)}


def _stem(word: str) -> str:
    return word.lower()[:_STEM]
