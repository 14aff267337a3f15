"""From triggers to coded events: PLOVER's rules for what is asked, threatened, promised, ended or to come."""

from dataclasses import dataclass, replace

from dateline.analysis.draft import Draft
from dateline.analysis.events.find import Finder
from dateline.analysis.events.found import Found
from dateline.analysis.events.people import identities
from dateline.analysis.events.setting import is_place
from dateline.analysis.events.slots import speakers
from dateline.analysis.events.spoken_of import asked, concerned
from dateline.model.factuality import Factuality
from dateline.ontology import Ontology

_TO_COME = (Factuality.CERTAIN_UNKNOWN, Factuality.UNKNOWN)
_PURPOSE = ("advcl", "relcl")  # "called to congratulate him" is no promise to do so
_SPOKEN_TO = ("REQUEST", "REJECT")  # who is only spoken of is no recipient of these
_TOPICS = ("REQUEST", "ACCUSE", "REJECT", "SUPPORT")
_PREVENTING = ("COERCE", "SANCTION")
_UNDER = ("advcl", "xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "conj")
_MARKS = {
    Factuality.CERTAIN_UNKNOWN: "future",
    Factuality.UNKNOWN: "hypothetical",
    Factuality.CERTAIN_NOT: "negation",
    Factuality.PROBABLE_NOT: "negation",
    Factuality.POSSIBLE_NOT: "negation",
}
_TURNED = {
    Factuality.CERTAIN_NOT: Factuality.CERTAIN,
    Factuality.PROBABLE_NOT: Factuality.PROBABLE,
    Factuality.POSSIBLE_NOT: Factuality.POSSIBLE,
}
_NOT = tuple(_TURNED)
_HARMFUL = 4  # the quad class of material conflict


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with its final type and modes; `trigger` is the token that tells it.

    `turned`: the deed did not happen, and it is the refusal of it, which did, that is coded.
    """

    found: Found
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    trigger: int
    turned: bool = False

    def factuality(self, draft: Draft) -> Factuality:
        """How certain the event is, by whoever tells it."""
        value = draft.factuality(self.trigger)
        return _TURNED.get(value, value) if self.turned else value


def code(finder: Finder, found: list[Found], ontology: Ontology) -> list[Coded]:
    """Types and modes by PLOVER's rules, in text order.

    An event that another one speaks about (asks for, threatens, agrees to, ends) is taken into that one.
    """
    by_token = {f.trigger: f for f in found}
    found = [_blaming(finder, f, by_token, ontology) for f in found]
    taken = {f.inner.trigger for f in found if f.inner is not None}
    taken |= {t for f in found if _prevents(finder, f) for t in _objects(finder, f)}
    coded = []
    for event in found:
        if event.trigger in taken or _is_put_off(finder, event, ontology):
            continue
        ender = _ender(finder, event)
        if ender is None:
            coded.append(_coded(finder, event, ontology))
        elif ender not in by_token and ontology.rules.ending(event.sense.type, event.modes):
            coded.append(_ended(finder, event, ender, ontology))
    coded += [also for event in coded for also in _also(event)]
    return sorted(_kept(finder.draft, coded), key=lambda c: c.trigger)


def _blaming(finder: Finder, found: Found, by_token: dict[int, Found], ontology: Ontology) -> Found:
    """A reproach is to who did a deed, not to who suffered it: "condemned the killing of the judge"."""
    if found.sense.type != "ACCUSE" or found.kind != "verbs":
        return found
    deeds = [by_token[t] for t in _objects(finder, found) if t in by_token]
    deeds = [d for d in deeds if ontology.types[d.sense.type].quad == _HARMFUL]
    suffering = {t for deed in deeds for t in deed.recipients}
    if not suffering & set(found.recipients):
        return found
    blamed = [t for deed in deeds for t in deed.actors if t not in found.actors]
    others = [t for t in found.recipients if t not in suffering and t not in blamed]
    return replace(found, recipients=(*others, *blamed))


def _prevents(finder: Finder, found: Found) -> bool:
    """Whether what a verb is done to is not told besides: "suspended the talks", "banned a protest".

    A protest that is suppressed took place.
    """
    if found.kind != "verbs":
        return False
    verb = finder.lexicon.lemma(finder.draft.parse, found.trigger)
    preventing = found.sense.type in _PREVENTING and verb not in finder.lexicon.quelling
    return preventing or finder.is_ender(found.trigger)


def _objects(finder: Finder, found: Found) -> list[int]:
    return finder.draft.parse.with_dep(found.trigger, "dobj", "nsubjpass")


# ---------------------------------------------------------------------- one deed, several events, and none
def _also(event: Coded) -> list[Coded]:
    """The further types of a deed: to be convicted and jailed is SANCTION and COERCE."""
    sense = event.found.sense
    if event.type != sense.type:
        return []
    return [replace(event, type=kind, modes=tuple(modes)) for kind, *modes in sense.also]


def _kept(draft: Draft, coded: list[Coded]) -> list[Coded]:
    """PLOVER codes neither the topic of a protest nor the deployment of those who then attack."""
    parse = draft.parse
    by_token = {c.trigger: c for c in coded}
    kept = []
    for event in coded:
        if event.type in _TOPICS and _is_topic(draft, event, by_token, _UNDER):
            continue
        if draft.factuality(event.trigger) is Factuality.UNKNOWN and _is_topic(
            draft, event, by_token, (*_UNDER, "ccomp")
        ):
            continue
        if event.type == "MOBILIZE" and any(
            other.type == "ASSAULT"
            and parse.sentence_of[other.trigger] == parse.sentence_of[event.trigger]
            and draft.factuality(other.trigger) is Factuality.CERTAIN
            and (not event.found.actors or _share_actor(draft, event, other))
            for other in coded
        ):
            continue
        kept.append(event)
    return kept


def _is_topic(draft: Draft, event: Coded, by_token: dict[int, Coded], under: tuple[str, ...]) -> bool:
    """Whether an event is what a protest is for: "marched to *demand*", "demanding that he *resign*"."""
    parse, token = draft.parse, event.trigger
    while parse.deps[token] in under and parse.heads[token] != token:
        token = parse.heads[token]
        if token in by_token:
            return by_token[token].type == "PROTEST"
    return False


def _share_actor(draft: Draft, one: Coded, other: Coded) -> bool:
    return bool(identities(draft, one.found.actors) & identities(draft, other.found.actors))


# ---------------------------------------------------------------------- what is spoken of
def _coded(finder: Finder, found: Found, ontology: Ontology) -> Coded:
    draft, sense, rules, inner = finder.draft, found.sense, ontology.rules, found.inner
    kind, modes, actors, recipients = sense.type, found.modes, found.actors, found.recipients
    turned = False
    if inner is not None:
        content = inner.sense
        if kind in ("REQUEST", "REJECT"):
            mode = rules.asked.get(content.type, "" if modes else "change")
            modes = _known((mode,), kind, ontology) or modes
            recipients = recipients or _others(draft, actors, *_meant(draft, kind, inner))
        elif kind == "THREATEN":
            modes = _threat(content.type, inner.modes, ontology) or modes
            recipients = recipients or _others(draft, actors, inner.recipients, inner.actors)
        elif kind == "AGREE":
            # What is agreed on with somebody is no threat, whatever it is; nor is "agreed not to attack".
            harmless = recipients or draft.parse.child(inner.trigger, "neg") is not None
            kind = "AGREE" if harmless else rules.agreed.get(content.type, "AGREE")
            modes = _threat(content.type, inner.modes, ontology) if kind == "THREATEN" else ()
            recipients = recipients or _others(draft, actors, inner.recipients, inner.actors)
    elif _is_obliged(finder, found) and kind in rules.refused and found.actors:
        if speakers := _speakers(finder, found):
            modes = _known((rules.asked.get(kind, ""),), "REQUEST", ontology)
            kind, actors, recipients = "REQUEST", speakers, _others(draft, speakers, actors)
    elif (
        (value := draft.factuality(found.trigger)) in _TO_COME
        and kind in rules.future
        and found.actors
        and draft.parse.deps[found.trigger] not in _PURPOSE
        and (rules.future[kind] != "THREATEN" or _is_ahead(draft, found))
    ):
        modes = _threat(kind, modes, ontology) if rules.future[kind] == "THREATEN" else ()
        kind = rules.future[kind]
    elif (
        value in _NOT
        and kind in rules.refused
        and found.kind == "verbs"
        and (kind in rules.withheld or _is_unwilling(draft, found))
    ):
        modes = _known((rules.asked.get(kind, ""),), "REJECT", ontology)
        kind, turned = "REJECT", True
        if sense.symmetric:  # "we will not talk *to you*" is our refusal, not yours
            subjects = set(map(finder.fillers.people, finder.slots(found.trigger)["subject"]))
            recipients = tuple(t for t in actors if t not in subjects)
            actors = tuple(t for t in actors if t in subjects)
    if not recipients and sense.embeds and not sense.symmetric:
        of = asked if kind in _SPOKEN_TO else concerned
        recipients = of(draft, finder.lexicon, found)
    modes = (*modes, *_auxiliary(draft, found, kind, ontology))
    contexts = tuple(dict.fromkeys((*sense.contexts, *(inner.sense.contexts if inner else ()))))
    return Coded(
        replace(found, actors=actors, recipients=recipients), kind, modes, contexts, found.trigger, turned
    )


def _is_ahead(draft: Draft, found: Found) -> bool:
    """Whether a deed will come; announced by a noun, it is done by announcing it: "announced sanctions"."""
    parse = draft.parse
    if draft.factuality(found.trigger) is not Factuality.CERTAIN_UNKNOWN:
        return False
    return found.kind == "verbs" or parse.child(parse.heads[found.trigger], "aux") is not None


def _meant(draft: Draft, kind: str, inner: Found) -> tuple[tuple[int, ...], ...]:
    """Whom a request or refusal may be to, as the event it is about tells.

    Who is asked is who is to do it, never whom it would be done to: "support against the militia", "arms to
    fight the militia". What is to be left is nobody: "refused to pull troops out of the valley".
    """
    if kind == "REJECT":
        left = inner.sense.type == "RETREAT"
        return inner.actors, tuple(t for t in inner.recipients if not (left and is_place(draft, t)))
    return () if inner.sense.type == "ASSAULT" and inner.sense.symmetric else (inner.actors,)


def _is_obliged(finder: Finder, found: Found) -> bool:
    """Whether a verb is something that its actor must or should do yet."""
    parse = finder.draft.parse
    return (
        found.kind == "verbs"
        and finder.draft.factuality(found.trigger) in _TO_COME
        and any(parse.lower[c] in finder.lexicon.obliging for c in parse.with_dep(found.trigger, "aux"))
    )


def _speakers(finder: Finder, found: Found) -> tuple[int, ...]:
    """Those in whose words an event stands, where they can act."""
    return tuple(t for t in speakers(finder.draft, found.trigger) if finder.fillers.acts(t))


def _auxiliary(draft: Draft, found: Found, kind: str, ontology: Ontology) -> tuple[str, ...]:
    """PLOVER's marks on what did not, or not yet, happen, unless the type says so already."""
    if kind != found.sense.type:
        return ()
    value = draft.factuality(found.trigger)
    mark = _MARKS.get(value)
    return (mark,) if mark in ontology.auxiliary else ()


def _others(draft: Draft, actors: tuple[int, ...], *candidates: tuple[int, ...]) -> tuple[int, ...]:
    """The first of these groups that has anybody who is no actor."""
    acting = identities(draft, actors)
    for group in candidates:
        others = tuple(t for t in group if not identities(draft, (t,)) & acting)
        if any(draft.parse.pos[t] != "PRON" or identities(draft, (t,)) != {t} for t in others):
            return others  # a pronoun that stands for nobody tells nobody
    return ()


def _known(modes: tuple[str, ...], kind: str, ontology: Ontology) -> tuple[str, ...]:
    return tuple(m for m in modes if m in ontology.types[kind].modes)


def _threat(content: str, modes: tuple[str, ...], ontology: Ontology) -> tuple[str, ...]:
    table = ontology.rules.threatened.get(content, {})
    mode = next((table[m] for m in modes if m in table), table.get("", ""))
    return (mode,) if mode else ()


def _is_unwilling(draft: Draft, found: Found) -> bool:
    """Whether a negated verb says that its actor will not, rather than that something did not happen."""
    parse = draft.parse
    return any(parse.tags[c] == "MD" for c in parse.with_dep(found.trigger, "aux"))


# ---------------------------------------------------------------------- what is ended
def _ender(finder: Finder, found: Found) -> int | None:
    """The passive verb after an event that ends it: "the talks were suspended"."""
    parse, token = finder.draft.parse, found.trigger
    head = parse.heads[token]
    return head if parse.deps[token] == "nsubjpass" and finder.is_ender(head) else None


def _is_put_off(finder: Finder, found: Found, ontology: Ontology) -> bool:
    """Whether a concession is what a verb ends: "suspended *the release* of prisoners" frees nobody."""
    parse, token = finder.draft.parse, found.trigger
    put_off = parse.deps[token] in ("dobj", "nsubjpass") and finder.is_ender(parse.heads[token])
    return put_off and not ontology.rules.ending(found.sense.type, found.modes)


def _ended(finder: Finder, found: Found, ender: int, ontology: Ontology) -> Coded:
    kind, *modes = ontology.rules.ending(found.sense.type, found.modes)
    actors = tuple(t for t in finder.slots(ender)["subject"] if finder.fillers.acts(t))
    recipients = _others(finder.draft, actors, found.recipients, found.actors)
    changed = replace(found, actors=actors, recipients=recipients)
    return Coded(changed, kind, tuple(modes), found.sense.contexts, ender)
