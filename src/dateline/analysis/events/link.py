"""Events that are one matter: who takes part in one of them takes part in the other."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.analysis.clauses import SUBJECTS, antecedent, is_passive, subject
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found, is_as_sure, is_harm, joined_modes, lend
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.people import may_be_same
from dateline.analysis.events.recall import recall
from dateline.analysis.events.relatives import meant_by
from dateline.analysis.events.tolls import Tolls

_DEPTH = 6  # words between a verb of result and the harm that it names
_OUTCOME = frozenset(
    ("acl", "amod", "oprd", "ccomp", "xcomp", "pcomp", "dobj", "pobj", "prep", "conj", "advcl", "nsubj")
)
_SIDES = 2
_NUMBERS = ("NUM", "DET", "ADJ")  # parts of speech of those who are only counted


def link(draft: Draft, found: list[Found], lexicon: TriggerLexicon) -> list[Found]:
    """The same events, with participants that another mention of the same matter gives.

    "An attack by rebels killed two": the killers are the attackers; "killed in an attack by rebels"
    likewise; "the attack" further on is the one that was told before.
    """
    by_token = {f.trigger: f for f in found}
    recall(draft, by_token, lexicon)
    told = list(_of_relatives(draft, by_token))
    for deed, _ in told:
        by_token[deed] = replace(by_token[deed], actors=())
    pairs = [*_pairs(draft, by_token, lexicon), *told]
    for deed, whole in (*pairs, *_beside(draft, by_token, pairs)):
        _share(draft, by_token, deed, whole)
    Tolls(draft, lexicon, by_token).join()
    return [by_token[t] for t in sorted(by_token)]


def _pairs(draft: Draft, by_token: dict[int, Found], lexicon: TriggerLexicon) -> Iterator[tuple[int, int]]:
    """A deed and the event it is part of: its subject, or what it happened in."""
    parse = draft.parse
    for token, found in by_token.items():
        if is_harm(found):
            yield from ((token, t) for t in _causes(draft, token, lexicon) if t in by_token and t != token)
        if found.kind != "verbs":
            continue
        doer = _doer(draft, found)
        if doer is not None and doer in by_token:
            yield token, doer
        for child in parse.children[token]:
            if parse.child(child, "neg") is not None:
                continue  # "died, not in the attack, but of his illness"
            if parse.deps[child] in ("prep", "agent") and parse.lower[child] in lexicon.within:
                yield from ((token, t) for t in _wholes(draft, token, child) if t in by_token)
            elif parse.deps[child] in ("advcl", "conj") and child in by_token:
                yield from _clauses(by_token, token, child)


def _doer(draft: Draft, found: Found) -> int | None:
    """The subject of a verb in the active; a harm's also where it shares that of the verb before it."""
    parse, verb = draft.parse, found.trigger
    if is_passive(parse, verb):
        return None
    own = parse.child(verb, *SUBJECTS)
    if own is not None:
        return meant_by(draft, own, verb)
    return subject(parse, verb) if is_harm(found) else None


def _of_relatives(draft: Draft, by_token: dict[int, Found]) -> Iterator[tuple[int, int]]:
    """A harm hung on the main verb, and the attack of the relative clause before it that did it.

    "Police seek a man with a bag that *exploded*, *wounding* two": the police wounded nobody.
    """
    parse = draft.parse
    for token, harm in by_token.items():
        head = parse.heads[token]
        if not is_harm(harm) or parse.deps[token] != "advcl" or parse.tags[token] != "VBG":
            continue
        if head in by_token or head > token:
            continue
        attacks = [
            t
            for t in range(head + 1, token)
            if t in by_token and parse.deps[t] == "relcl" and by_token[t].sense.type == harm.sense.type
        ]
        if attacks:
            yield token, attacks[-1]


def _wholes(draft: Draft, deed: int, preposition: int) -> Iterator[int]:
    """What a deed happened in: "in *an attack*", "the attack in which", "as a result of *the attack*"."""
    parse = draft.parse
    for thing in parse.with_dep(preposition, "pobj"):
        yield antecedent(parse, thing, deed)
        for inner in parse.with_dep(thing, "prep"):
            yield from parse.with_dep(inner, "pobj")


def _causes(draft: Draft, harm: int, lexicon: TriggerLexicon) -> Iterator[int]:
    """What a verb says led to a harm: "*the attack* left two hurt", "*ambushed* them, leaving two dead"."""
    parse, verb = draft.parse, harm
    for _ in range(_DEPTH):
        if parse.pos[verb] == "VERB" and lexicon.lemma(parse, verb) in lexicon.resulting:
            break
        if parse.deps[verb] not in _OUTCOME:
            return
        verb = parse.heads[verb]
    else:
        return
    if parse.deps[verb] in ("advcl", "acl"):
        yield parse.heads[verb]
    cause = subject(parse, verb)
    if cause is not None:
        yield cause


def _beside(
    draft: Draft, by_token: dict[int, Found], pairs: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The harms beside one that was done in the attack, and are told with it.

    Before it: "two were *killed* and six wounded in an attack"; after it, with no words of their own for
    when or by what: "exploded, killing two and *wounding* six".
    """
    parse, deeds = draft.parse, {deed for deed, _ in pairs}
    for deed, whole in pairs:
        if is_harm(by_token[deed]):
            yield from ((c, whole) for c in _sharing(draft, by_token, deed) if c not in deeds)
        other = parse.heads[deed]
        if (
            parse.deps[deed] == "conj"
            and other in by_token
            and whole > deed
            and other not in deeds
            and is_harm(by_token[deed])
            and is_harm(by_token[other])
        ):
            yield other, whole


def _sharing(draft: Draft, by_token: dict[int, Found], deed: int) -> list[int]:
    """The harms coordinated with one before them that say nothing else of how they came about."""
    parse = draft.parse
    own = ("aux", "auxpass", "prep", "agent", "advcl", "mark", "nsubj")
    beside = parse.with_dep(deed, "conj")
    return [c for c in beside if c in by_token and is_harm(by_token[c]) and parse.child(c, *own) is None]


def _clauses(by_token: dict[int, Found], upper: int, lower: int) -> Iterator[tuple[int, int]]:
    """Of two clauses, the harm and the attack that did it: "attacked the base, killing two"."""
    one, other = by_token[upper], by_token[lower]
    if is_harm(one) and not is_harm(other) and other.sense.counts is None:
        yield upper, lower
    elif is_harm(other) and not is_harm(one) and one.sense.counts is None:
        yield lower, upper


def _doers(draft: Draft, harm: Found, whole: Found) -> tuple[int, ...]:
    """Who did a harm that was done in an event: its actors.

    In fighting of several sides these are the others, where the victims are of one of them ("two rebels were
    killed in a battle between soldiers and rebels"); else nobody says who it was.
    """
    if not whole.sense.symmetric or len(whole.actors) < _SIDES:
        return whole.actors
    lemmas = {draft.parse.lemmas[t] for t in harm.recipients}
    others = tuple(t for t in whole.actors if draft.parse.lemmas[t] not in lemmas)
    return others if len(others) < len(whole.actors) else ()


def _share(draft: Draft, by_token: dict[int, Found], deed: int, whole: int) -> None:
    """Gives a deed and the event it is part of what the other tells; who fell on the attackers' side, not."""
    inner, outer = by_token[deed], by_token[whole]
    if inner.sense.type != outer.sense.type:
        return
    suffering = is_harm(inner)
    actors = inner.actors or _doers(draft, inner, outer)
    own_side = may_be_same(draft, actors, inner.recipients)
    modes = joined_modes(inner, outer) if suffering else inner.modes
    if own_side or (suffering and not inner.recipients):
        actors = tuple(t for t in inner.actors if t not in inner.recipients)
    by_token[deed] = replace(inner, actors=actors, modes=modes, part_of=(*inner.part_of, whole))
    if outer.sense.symmetric or own_side or not is_as_sure(draft, deed, whole):
        return
    parse = draft.parse
    named = tuple(  # "another 15" are no target, "two of the guards" are
        t for t in inner.recipients if parse.pos[t] not in _NUMBERS or parse.child(t, "prep") is not None
    )
    parts = (*outer.parts, *((deed,) if suffering and deed > whole else ()))
    by_token[whole] = replace(outer, actors=outer.actors or actors, parts=parts)
    if suffering or not outer.recipients:
        by_token[whole] = lend(by_token[whole], named)
