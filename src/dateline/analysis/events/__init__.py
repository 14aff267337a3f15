"""What happened: PLOVER events with roles, numbers and factuality.

Triggers come from the language's event tables; the sense whose conditions hold gives type and roles;
PLOVER's rules settle what a threat, a request or a promise is; numbers and places are tied on.
"""

from dataclasses import replace

from dateline.analysis.draft import Draft
from dateline.analysis.events.background import is_history
from dateline.analysis.events.code import Coded, code
from dateline.analysis.events.counts import sizes
from dateline.analysis.events.find import Finder
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import trigger_lexicon
from dateline.analysis.events.link import link
from dateline.analysis.events.recall import is_attribute, is_definite
from dateline.analysis.events.same import Unite
from dateline.analysis.events.setting import Dates, place_of
from dateline.analysis.events.slots import speakers
from dateline.analysis.events.told import Told
from dateline.model.entity import Participant
from dateline.model.event import Count, Event
from dateline.model.factuality import Factuality
from dateline.ontology import HISTORICAL, ontology


def find_events(draft: Draft) -> tuple[Event, ...]:
    """The events a report tells, in order of the first words that tell them."""
    finder = Finder(draft, trigger_lexicon(draft.language))
    found = link(draft, finder.found(), finder.lexicon)
    coded = code(finder, found, ontology())
    numbers = sizes(draft, coded, finder.lexicon)
    dates = Dates(draft, of_deeds=True)
    by_token = {f.trigger: f for f in found}
    every = [
        Told(_event(finder, c, size, dates, [by_token[t] for t in c.found.part_of if t in by_token]), c)
        for c, size in zip(coded, numbers, strict=True)
    ]
    told = [t for t in every if _is_told(draft, t.event, t.coded)]
    events = Unite(draft, finder.lexicon).events(told)
    return tuple(
        replace(_in_its_time(draft, event), id=draft.new_id("v", number))
        for number, event in enumerate(events, 1)
    )


def _in_its_time(draft: Draft, event: Event) -> Event:
    """The event, marked as history where it was long over when it was told."""
    if event.date is None or not is_history(draft.report, event.date[1]):
        return event
    return replace(event, modes=(*event.modes, HISTORICAL))


def _is_told(draft: Draft, event: Event, coded: Coded) -> bool:
    """Whether a report tells an event, and not only has a word for its kind ("violence is no answer").

    A noun tells one if anything is said about it: who, whom, where, when, how many, or which ("the attack").
    What a listener may do ("you can hit me") is granted, not told, and what a correction says that an
    earlier version told is taken back.
    """
    if _is_taken_back(draft, coded.trigger):
        return False
    addressed = [draft.parse.has(t, "Person=2") for t in coded.found.actors]
    if addressed and all(addressed) and event.factuality not in _SETTLED:
        return False
    harmful = ontology().types[coded.type].quad == _HARMFUL
    if harmful and (_is_habit(draft, coded.trigger) or _is_kind(draft, coded.trigger)):
        return False
    if is_attribute(draft, coded.found) and _is_of_a_kind(draft, coded.found):
        return False
    if coded.found.kind != "nouns" or coded.trigger != coded.found.trigger:
        return True
    if event.actors or event.recipients or event.place or event.date or event.size:
        return True
    return any(draft.parse.deps[c] in _POINTING for c in draft.parse.children[coded.trigger])


def _is_habit(draft: Draft, token: int) -> bool:
    """Whether a deed is what some do now and again: "militias who *raid* farms"."""
    parse = draft.parse
    return (
        parse.deps[token] == "relcl"
        and parse.tags[token] in ("VBP", "VBZ")
        and parse.child(token, "aux", "auxpass") is None
        and parse.has(parse.heads[token], "Number=Plur")
    )


def _is_kind(draft: Draft, token: int) -> bool:
    """Whether a noun means any of a kind: "the number of *raids*", "a halt to raids", "constant raids"."""
    parse, lexicon = draft.parse, trigger_lexicon(draft.language)
    if parse.has(token, "Number=Plur") and any(
        parse.lower[c] in lexicon.habitual for c in parse.with_dep(token, "amod")
    ):
        return True
    preposition = parse.heads[token]
    if parse.deps[token] != "pobj":
        return False
    of = parse.heads[preposition]
    beside = [t for t in parse.with_dep(of, "dobj") if t < preposition]  # "put a *stop* to the raids"
    if any(parse.lemmas[t] in lexicon.measures and is_definite(draft, t) for t in (of, *beside)):
        return True
    ends = [t for t in (of, *beside) if parse.lemmas[t] in lexicon.endings and parse.pos[t] == "NOUN"]
    return any(not (is_definite(draft, t) and is_definite(draft, token)) for t in ends)


def _is_of_a_kind(draft: Draft, found: Found) -> bool:
    """Whether a participle says of what kind things are, and of none that it was done: "for stolen cars"."""
    parse, noun = draft.parse, draft.parse.heads[found.trigger]
    return (
        found.sense.counts != "injured"
        and parse.has(noun, "Number=Plur")
        and parse.deps[noun] == "pobj"
        and parse.left[noun] == parse.heads[noun] + 1
        and parse.child(noun, *_POINTING) is None
    )


def _is_taken_back(draft: Draft, trigger: int) -> bool:
    """Whether an event stands in the words of a version of the report that is no more."""
    parse, lexicon = draft.parse, trigger_lexicon(draft.language)
    heads = speakers(draft, trigger)
    if any(parse.lemmas[t] in lexicon.corrections for t in heads):
        return True
    versions = (t for t in heads if parse.lemmas[t] in lexicon.versions)
    return any(parse.lower[c] in lexicon.replaced for t in versions for c in parse.children[t])


def _event(finder: Finder, coded: Coded, size: dict[str, Count], dates: Dates, wholes: list[Found]) -> Event:
    """The event of a trigger; `wholes` are the events that it was part of."""
    draft, found, parse = finder.draft, coded.found, finder.draft.parse
    span = parse.span(coded.trigger, coded.trigger + 1)
    carrier = draft.carrier(span)
    return Event(
        id="",
        type=coded.type,
        modes=coded.modes,
        contexts=coded.contexts,
        cameo=ontology().cameo_code(coded.type, coded.modes),
        trigger=span,
        actors=tuple(_participant(finder, t, found.words) for t in found.actors),
        recipients=tuple(_participant(finder, t, found.words) for t in found.recipients),
        place=place_of(draft, found) or next(filter(None, (place_of(draft, w) for w in wholes)), None),
        date=dates.of(coded.trigger)
        or next(filter(None, map(dates.of, (*found.part_of, *found.parts))), None),
        factuality=coded.factuality(draft),
        size=size,
        attribution=carrier.id if carrier else None,
    )


def _participant(finder: Finder, head: int, words: tuple[int, ...]) -> Participant:
    """A participant; of a thing that is no mention, the noun with the words before it, not the trigger's.

    A part of those who are known is told with them: "nine of the hostages".
    """
    draft = finder.draft
    if draft.mention_of(head) is not None:
        return draft.participant(head)
    parse = draft.parse
    start = min(
        (c for c in parse.children[head] if parse.deps[c] in _BEFORE and c not in words), default=head
    )
    whole = finder.fillers.whole(head)
    position = draft.mention_of(whole)
    last = whole if position is None else parse.tokens_in(draft.mentions[position].span).stop - 1
    return Participant(parse.span(min(start, head), max(last, head) + 1))


_SETTLED = (Factuality.CERTAIN, Factuality.CERTAIN_NOT)
_HARMFUL = 4  # the quad class of material conflict
_POINTING = ("det", "poss", "nummod")
_BEFORE = ("det", "poss", "compound", "amod", "nummod", "nmod")
