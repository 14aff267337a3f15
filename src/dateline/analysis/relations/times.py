"""When a relation holds, as EDTF: "until 2011" is "../2011"."""

from dateline.analysis.relations.collector import OVER, Collector

_TIMED = ("prep", "npadvmod", "advmod")


def interval(c: Collector, verb: int) -> str | None:
    """The stretch of time that hangs on a predicate as an end or a beginning; None when none does."""
    parse, words = c.parse, c.lexicon.sections["time"]
    begin = end = None
    for child in parse.with_dep(verb, "prep", "mark"):
        date = _date_below(c, child)
        if date is None:
            continue
        if parse.lower[child] in words["until"]:
            end = date
        elif parse.lower[child] in words["since"] and "/" not in date:
            begin = date
    if begin is None and end is None:
        return None
    return f"{begin or '..'}/{end or '..'}"


def at(c: Collector, verb: int) -> str | None:
    """The date of a past predicate: its interval, else a time that hangs on it."""
    found = interval(c, verb)
    if found is not None:
        return found
    return next((date for t in c.parse.with_dep(verb, *_TIMED) if (date := _date_below(c, t))), None)


def ended(when: str) -> bool:
    """Whether an EDTF interval has an end."""
    return not when.endswith("/..") or when == OVER


def is_backshifted(c: Collector, verb: int) -> bool:
    """Whether a past tense may be due to being reported: "he said the front was based in …"."""
    parse = c.parse
    if c.draft.carrier(parse.span(verb, verb + 1)) is not None:
        return True
    chain = [verb, *parse.ancestors(verb)]
    return any(parse.deps[t] == "ccomp" and parse.has(parse.heads[t], "Tense=Past") for t in chain)


def _date_below(c: Collector, token: int) -> str | None:
    """EDTF of the first time in a token's phrase; a bare year counts as one."""
    parse = c.parse
    phrase = parse.span(parse.left[token], parse.right[token])
    for time in c.draft.times:
        if time.edtf is not None and phrase.covers(time.span):
            return time.edtf
    thing = parse.child(token, "pobj", "pcomp")
    if thing is None or parse.children[thing]:
        return None
    word = parse.words[thing]
    return word if len(word) == 4 and word.isdigit() and word[0] in "12" else None
