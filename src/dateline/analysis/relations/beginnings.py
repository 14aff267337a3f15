"""Where a body comes from: founded when and by whom, parted from or grown out of another, dissolved."""

from collections.abc import Iterator

from dateline.analysis.clauses import agents, is_passive, prepositional, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.owners import owners
from dateline.analysis.relations.predication import NOUNS, holdings
from dateline.analysis.relations.times import at, date_below, is_told_as_done
from dateline.model.entity import Label
from dateline.model.relation import RelationType

_LONGEST = 14  # tokens of what for, or as what, a body was founded


def founding(c: Collector, token: int) -> None:
    """Offers that a body was founded, with its founders, the date, and what for."""
    parse, words = c.parse, c.lexicon.sections["founding"]
    if not is_told_as_done(c, token):
        return
    particle = any(parse.lower[t] in words["particles"] for t in parse.with_dep(token, "prt"))
    if parse.lemmas[token] in words["up"] and not particle:
        return
    passive = is_passive(parse, token)
    body = subject(parse, token) if passive else parse.child(token, "dobj")
    if body is None or parse.lemmas[body] in words["passing"]:
        return
    if not passive and (c.label(body) is Label.PLACE or c.is_nation(body)):
        return  # "created a zone in Lebanon"
    founders = [c.meant(t) for t in (agents(parse, token) if passive else _doers(c, token))]
    for named in _meant(c, body):
        _offer_founding(c, named, token, [t for t in founders if c.label(t) is not None], at(c, token))


def _doers(c: Collector, verb: int) -> list[int]:
    doer = subject(c.parse, verb)
    return [] if doer is None else c.members(doer)


def _offer_founding(c: Collector, body: int, verb: int, founders: list[int], date: str | None) -> None:
    told = _what_for(c, verb)
    if not founders and date is None and told is None:
        return
    value = c.words(told[0], told[1]) if told else None
    words = (verb, told[1] - 1) if told else (verb,)
    each: list[int | None] = [*founders] or [None]
    for founder in each:
        c.offer(Offer(RelationType.FOUNDED, body, founder, value, anchor=verb, words=words, date=date))


def _what_for(c: Collector, verb: int) -> tuple[int, int] | None:
    """The tokens of "as a student club" or "to protect herders"."""
    parse, words = c.parse, c.lexicon.sections["founding"]
    as_what = [t for t in parse.with_dep(verb, "prep") if parse.lower[t] in words["as"]]
    aims = [
        t
        for t in parse.with_dep(verb, "advcl", "xcomp")
        if t > verb and parse.pos[parse.left[t]] == "PART" and parse.has(t, "VerbForm=Inf")
    ]
    for told in (*as_what, *aims):
        start, end = parse.left[told], parse.right[told]
        stop = next((t for t in range(start, end) if parse.words[t] in (",", ";")), end)
        if stop - start <= _LONGEST and not any(parse.has(t, "PronType=Prs") for t in range(start, stop)):
            return start, stop
    return None


def arising(c: Collector, token: int) -> None:
    """Offers when a body came up: "the front emerged in 2012"."""
    parse, words = c.parse, c.lexicon.sections["founding"]
    body, date = subject(parse, token), at(c, token)
    as_what = any(parse.lower[t] in words["as"] for t in parse.with_dep(token, "prep"))
    if body is None or date is None or as_what or is_passive(parse, token) or not is_told_as_done(c, token):
        return
    for named in _meant(c, body):
        c.offer(Offer(RelationType.FOUNDED, named, anchor=token, words=(token,), date=date))


def foundation(c: Collector, token: int) -> None:
    """Offers the date that a noun for a beginning has: "since its founding in 1964"."""
    parse, words = c.parse, c.lexicon.sections["founding"]
    dated = [t for t in parse.with_dep(token, "prep") if parse.lower[t] in words["in"]]
    date = next((d for t in dated if (d := date_below(c, t))), None)
    if parse.pos[token] not in NOUNS or date is None:
        return
    bodies = parse.with_dep(token, "poss") or prepositional(parse, token, words["of"])
    for body in bodies[:1]:
        if _is_named_body(c, body):
            c.offer(Offer(RelationType.FOUNDED, body, anchor=token, words=(token,), date=date))


def ending(c: Collector, token: int) -> None:
    """Offers that a body was dissolved, or dissolved itself."""
    parse = c.parse
    thing = parse.child(token, "dobj")
    done_to = thing if thing is not None and parse.pos[thing] != "PRON" else subject(parse, token)
    if done_to is None or not is_told_as_done(c, token) or not _is_named_body(c, done_to):
        return
    if not c.is_name(done_to) or c.is_nation(done_to):
        return
    by = agents(parse, token) if is_passive(parse, token) else _doers(c, token)
    doers: list[int | None] = [t for t in by if t != done_to and c.label(t) is not None]
    for doer in doers or [None]:
        c.offer(Offer(RelationType.DISSOLVED, done_to, doer, anchor=token, words=(token,), date=at(c, token)))


def splitting(c: Collector, token: int) -> None:
    """Offers from whom a body parted: "split from X", "broke away from X in 1996"."""
    words = c.lexicon.sections["splitting"]
    for whole in _from(c, token, words["prepositions"]):
        _offer_origin(c, RelationType.SPLIT_FROM, token, subject(c.parse, token), whole)


def growing(c: Collector, token: int) -> None:
    """Offers out of what a body grew: "grew out of X", "was formed from X"."""
    words = c.lexicon.sections["growing"]
    for before in _from(c, token, words["prepositions"]):
        _offer_origin(c, RelationType.GREW_FROM, token, subject(c.parse, token), before)


def replacing(c: Collector, token: int) -> None:
    """Offers whose place a body took: "X, which replaced Y"."""
    parse = c.parse
    pairs: list[tuple[int | None, int | None]]
    if is_passive(parse, token):
        done_to = subject(parse, token)
        pairs = [(t, done_to) for t in agents(parse, token)]
    else:
        pairs = [(subject(parse, token), t) for t in parse.with_dep(token, "dobj")]
    for body, before in pairs:
        if before is not None and c.is_named(before):
            _offer_origin(c, RelationType.SUCCEEDS, token, body, before)


def _from(c: Collector, verb: int, prepositions: frozenset[str]) -> Iterator[int]:
    """The bodies behind a verb's prepositions, also two of them ("out of X", "away from X")."""
    parse = c.parse
    for first in parse.with_dep(verb, "prep", "prt", "advmod"):
        for second in (first, *parse.with_dep(first, "prep", "pobj")):
            if parse.lower[first] in prepositions or parse.lower[second] in prepositions:
                for thing in parse.with_dep(second, "pobj"):
                    yield from (t for t in _bodies(c, thing) if c.label(t) in BODIES)


def _bodies(c: Collector, thing: int) -> list[int]:
    """A noun phrase and its conjuncts; of what is left of a body ("the remnants of X"), the body."""
    words = c.lexicon.sections["growing"]
    if c.parse.lemmas[thing] in words["leavings"]:
        return prepositional(c.parse, thing, words["of"])
    return c.parse.conjuncts(thing)


def _offer_origin(c: Collector, kind: RelationType, verb: int, body: int | None, other: int) -> None:
    if body is None or not is_told_as_done(c, verb):
        return
    for one in _meant(c, body):
        if c.is_known(other):
            c.offer(Offer(kind, one, other, anchor=verb, words=(verb,), date=at(c, verb)))


def offshoot(c: Collector, token: int) -> None:
    """Offers what a noun says of a body: "an offshoot of X", "the successor to X"."""
    parse, split, later = c.parse, c.lexicon.sections["splitting"], c.lexicon.sections["succeeding"]
    noun = token
    if parse.lower[token] in split["modifiers"] and parse.deps[token] in ("compound", "amod", "nmod"):
        noun = parse.heads[token]
    if parse.pos[noun] not in (*NOUNS, "ADJ"):
        return
    splits = parse.lower[token] in split["modifiers"] or parse.lemmas[token] in split["nouns"]
    kind, words = (RelationType.SPLIT_FROM, split) if splits else (RelationType.SUCCEEDS, later)
    for holding in holdings(c, noun):
        if not _is_named_body(c, holding.holder):
            continue
        start = token if noun != token else noun
        for owner in owners(c, noun, holding.holder, start, words["of"]):
            if c.label(owner.token) in BODIES:
                c.offer(
                    Offer(
                        kind,
                        holding.holder,
                        owner.token,
                        c.words(start, noun + 1),
                        anchor=holding.anchor,
                        words=(start, noun),
                        certainty=holding.certainty,
                    )
                )


def merger(c: Collector, token: int) -> None:
    """Offers of what a body was made: "formed by the merger of X and Y"."""
    parse, words = c.parse, c.lexicon.sections["growing"]
    above = parse.heads[token]
    verb = parse.heads[above] if parse.deps[token] == "pobj" else above
    parts = [t for t in prepositional(parse, token, words["of"]) if c.label(t) in BODIES]
    if len(parts) < 2:
        return
    if parse.lemmas[verb] in c.lexicon.sections["founding"]["verbs"]:
        bodies, anchor = [subject(parse, verb)], verb
    else:
        bodies, anchor = [h.holder for h in holdings(c, token)], token
    for body in bodies:
        date = at(c, verb) if anchor == verb else None
        for named in [] if body is None else _meant(c, body):
            for part in parts:
                c.offer(Offer(RelationType.GREW_FROM, named, part, anchor=anchor, words=(token,), date=date))


def _meant(c: Collector, token: int) -> list[int]:
    """The named bodies a noun phrase stands for: itself, or whom it is said of ("X, a group formed …")."""
    named = [t for t in c.members(token) if _is_named_body(c, t)]
    if named or c.parse.pos[token] not in NOUNS:
        return named
    return [h.holder for h in holdings(c, token) if _is_named_body(c, h.holder)]


def _is_named_body(c: Collector, token: int) -> bool:
    """Whether a token stands for a body, or a state, that has a name."""
    body = c.label(token) in BODIES or (c.label(token) is Label.PLACE and c.is_nation(token))
    return body and c.is_known(token) and c.is_named(token)
