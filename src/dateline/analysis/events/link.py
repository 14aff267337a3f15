"""Events that are one matter: who takes part in one of them takes part in the other."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.analysis.clauses import SUBJECTS, antecedent, is_passive
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.events.relatives import meant_by

_NEAR = 10  # sentences back in which "the attack" looks for the attack
_TOLL_NEAR = 2  # sentences after an attack in which its victims may be told
_STEM = 5  # letters that "bombing" and "bombard", "abduction" and "abduct" share
LEAST_STEM = 4
_SIDES = 2
_SUFFERING = frozenset(("dead", "injured"))


def link(draft: Draft, found: list[Found], lexicon: TriggerLexicon) -> list[Found]:
    """The same events, with participants that another mention of the same matter gives.

    "An attack by rebels killed two": the killers are the attackers; "killed in an attack by rebels"
    likewise; "the attack" further on is the one that was told before.
    """
    by_token = {f.trigger: f for f in found}
    told = list(_of_relatives(draft, by_token))
    for deed, _ in told:
        by_token[deed] = replace(by_token[deed], actors=())
    pairs = [*_pairs(draft, by_token, lexicon), *told]
    for deed, whole in (*pairs, *_beside(draft, by_token, pairs)):
        _share(draft, by_token, deed, whole)
    _recall(draft, by_token, lexicon)
    _tolls(draft, by_token)
    return [by_token[t] for t in sorted(by_token)]


def _pairs(draft: Draft, by_token: dict[int, Found], lexicon: TriggerLexicon) -> Iterator[tuple[int, int]]:
    """A deed and the event it is part of: its subject, or what it happened in."""
    parse = draft.parse
    for token, found in by_token.items():
        if found.kind != "verbs":
            continue
        passive = is_passive(parse, token)
        for child in parse.children[token]:
            if parse.deps[child] in SUBJECTS and not passive:
                whole = meant_by(draft, child, token)
                if whole in by_token:
                    yield token, whole
            elif parse.deps[child] in ("prep", "agent") and parse.lower[child] in lexicon.within:
                yield from ((token, t) for t in _wholes(draft, token, child) if t in by_token)
            elif parse.deps[child] in ("advcl", "conj") and child in by_token:
                yield from _clauses(by_token, token, child)


def _of_relatives(draft: Draft, by_token: dict[int, Found]) -> Iterator[tuple[int, int]]:
    """A harm hung on the main verb, and the attack of the relative clause before it that did it.

    "Police seek a man with a bag that *exploded*, *wounding* two": the police wounded nobody.
    """
    parse = draft.parse
    for token, harm in by_token.items():
        head = parse.heads[token]
        if harm.sense.counts not in _SUFFERING or parse.deps[token] != "advcl" or parse.tags[token] != "VBG":
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


def _beside(
    draft: Draft, by_token: dict[int, Found], pairs: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The harms told before one that names the attack: "two were *killed* and six wounded in an attack"."""
    parse, deeds = draft.parse, {deed for deed, _ in pairs}
    for deed, whole in pairs:
        other = parse.heads[deed]
        if (
            parse.deps[deed] == "conj"
            and other in by_token
            and whole > deed
            and other not in deeds
            and {by_token[deed].sense.counts, by_token[other].sense.counts} <= _SUFFERING
        ):
            yield other, whole


def _clauses(by_token: dict[int, Found], upper: int, lower: int) -> Iterator[tuple[int, int]]:
    """Of two clauses, the harm and the attack that did it: "attacked the base, killing two"."""
    one, other = by_token[upper].sense, by_token[lower].sense
    if one.counts in _SUFFERING and other.counts is None:
        yield upper, lower
    elif other.counts in _SUFFERING and one.counts is None:
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
    inner, outer = by_token[deed], by_token[whole]
    if inner.sense.type != outer.sense.type:
        return
    suffering = inner.sense.counts in _SUFFERING
    own = inner.actors or _doers(draft, inner, outer)
    actors = () if set(own) & set(inner.recipients) else own
    modes = _joined(inner, outer) if suffering else inner.modes
    by_token[deed] = replace(inner, actors=actors, modes=modes, part_of=(*inner.part_of, whole))
    if outer.sense.symmetric:
        return
    named = tuple(t for t in inner.recipients if draft.parse.pos[t] != "NUM")  # "another 15" are no target
    recipients = tuple(dict.fromkeys((*outer.recipients, *(named if suffering else ()))))
    by_token[whole] = replace(
        outer,
        actors=outer.actors or actors,
        recipients=recipients or named,
        parts=(*outer.parts, *((deed,) if suffering and deed > whole else ())),
    )


def _joined(inner: Found, outer: Found) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*inner.modes, *outer.modes)))


def _tolls(draft: Draft, by_token: dict[int, Found]) -> None:
    """Those whose harm is told, with no word of who did it, are victims of the attack just told."""
    parse = draft.parse
    tokens = sorted(by_token)
    for i, token in enumerate(tokens):
        harm = by_token[token]
        if harm.sense.counts not in _SUFFERING or harm.actors or not harm.recipients or harm.part_of:
            continue
        if not _is_plain(draft, harm):
            continue
        for other in reversed(tokens[:i]):
            attack = by_token[other]
            gap = parse.sentence_of[token] - parse.sentence_of[other]
            if gap > _TOLL_NEAR:
                break
            if attack.sense.type == harm.sense.type and attack.sense.counts is None:
                if gap and not attack.sense.symmetric:
                    recipients = tuple(dict.fromkeys((*attack.recipients, *harm.recipients)))
                    by_token[other] = replace(attack, recipients=recipients)
                break


def _is_plain(draft: Draft, harm: Found) -> bool:
    """Whether a harm is told as done, and with no cause of its own ("the bomb had killed two guests")."""
    parse, token = draft.parse, harm.trigger
    cause = parse.child(token, "nsubj")
    if (
        cause is not None
        and cause not in harm.recipients
        and cause not in harm.counted
        and harm.kind == "verbs"
    ):
        return False
    nobody = any(parse.has(c, "PronType=Neg") for t in harm.recipients for c in parse.with_dep(t, "det"))
    return not nobody and draft.factuality(token).value.endswith("+")


def _recall(draft: Draft, by_token: dict[int, Found], lexicon: TriggerLexicon) -> None:
    """Gives "the attack" the participants of the attack before it, if it names none of its own."""
    parse = draft.parse
    before: list[int] = []
    for token in sorted(by_token):
        found = by_token[token]
        if found.kind == "nouns" and not (found.actors or found.recipients) and is_definite(draft, token):
            sentence = parse.sentence_of[token]
            for other in reversed(before):
                if sentence - parse.sentence_of[other] > _NEAR:
                    break
                known = by_token[other]
                one_number = parse.has(token, "Number=Plur") == parse.has(other, "Number=Plur")
                if (
                    one_number
                    and is_word_for(draft, found, known, lexicon)
                    and (known.actors or known.recipients)
                ):
                    by_token[token] = replace(
                        found, actors=known.actors, recipients=known.recipients, modes=_joined(found, known)
                    )
                    break
        before.append(token)


def is_word_for(
    draft: Draft, found: Found, known: Found, lexicon: TriggerLexicon, *, wider: bool = True
) -> bool:
    """Whether a word can mean an event told before: of its type, told by the same word or a `wider` one."""
    if known.sense.type != found.sense.type:
        return False
    word, before = draft.parse.lemmas[found.trigger], draft.parse.lemmas[known.trigger]
    if is_one_stem(word, before):
        return True
    return (
        wider
        and known.sense.type in lexicon.anaphors.get(word, ())
        and (not found.modes or not known.modes or bool(set(found.modes) & set(known.modes)))
    )


def is_one_stem(word: str, other: str) -> bool:
    """Whether two words are likely of one stem: "bomb" and "bombing", "meet" and "meeting"."""
    length = min(_STEM, len(word), len(other))
    return length >= LEAST_STEM and word[:length] == other[:length]


def is_definite(draft: Draft, token: int) -> bool:
    """Whether a noun is a known one: "the attack", "this attack"."""
    parse = draft.parse
    return any(
        parse.deps[c] == "det" and (parse.has(c, "Definite=Def") or parse.has(c, "PronType=Dem"))
        for c in parse.children[token]
    )
