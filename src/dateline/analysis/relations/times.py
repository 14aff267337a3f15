"""When a relation holds, as EDTF: "until 2011" is "../2011"."""

from dateline.analysis.relations.collector import OVER, Collector
from dateline.model.factuality import Factuality

_YEAR = len("2011")
_TIMED = ("prep", "npadvmod", "advmod")


def interval(c: Collector, verb: int) -> str | None:
    """The stretch of time that hangs on a predicate as an end or a beginning; None when none does."""
    parse, words = c.parse, c.lexicon.sections["time"]
    begin = end = start = None
    for child in parse.with_dep(verb, "prep", "mark"):
        date = date_below(c, child)
        if date is None:
            continue
        if parse.lower[child] in words["until"]:
            end = date
        elif parse.lower[child] in words["since"] and "/" not in date:
            begin = date
        elif parse.lower[child] in words["from"] and "/" not in date:
            start = date  # "from 2004 until 2011"; "from a year ago" alone may compare
    begin = begin or (start if end else None)
    if begin is None and end is None:
        return None
    return f"{begin or '..'}/{end or '..'}"


def at(c: Collector, verb: int) -> str | None:
    """The date of a past predicate: its interval, else a time that hangs on it."""
    found = interval(c, verb)
    if found is not None:
        return found
    return next((date for t in c.parse.with_dep(verb, *_TIMED) if (date := date_below(c, t))), None)


def past_year(c: Collector, noun: int) -> str | None:
    """The year of which a noun's clause tells as of the past: "back in 1996, the front in Gao held …"."""
    parse = c.parse
    verb = next((t for t in parse.ancestors(noun) if parse.pos[t] in ("VERB", "AUX")), None)
    if verb is None or not is_past(c, verb):
        return None
    beside = parse.with_dep(verb, *_TIMED) + [
        t for t in parse.with_dep(verb, "advcl") if parse.pos[t] == "ADV"
    ]
    years = (date for t in beside if (date := date_below(c, t)) and len(date) == _YEAR)
    return next(years, None)


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


def is_told_as_done(c: Collector, verb: int) -> bool:
    """Whether a verb tells what has happened: a past, a perfect, or a participle that says it of a noun."""
    parse = c.parse
    if parse.pos[verb] not in ("VERB", "AUX") or not parse.has(verb, "Tense=Past"):
        return False
    helpers = parse.with_dep(verb, "aux", "auxpass")
    bare = not helpers or any(parse.has(t, "VerbForm=Fin") and parse.tags[t] != "MD" for t in helpers)
    return bare and c.draft.factuality(verb) not in (Factuality.UNKNOWN, Factuality.CERTAIN_UNKNOWN)


def date_below(c: Collector, token: int) -> str | None:
    """EDTF of the first time in a token's phrase; a bare year counts as one."""
    parse = c.parse
    dates = c.times_in(parse.span(parse.left[token], parse.right[token]))
    if dates:
        return dates[0]
    thing = parse.child(token, "pobj", "pcomp")
    if thing is None or parse.children[thing]:
        return None
    word = parse.words[thing]
    return word if len(word) == 4 and word.isdigit() and word[0] in "12" else None


def is_past(c: Collector, verb: int) -> bool:
    """Whether a predicate is put behind us, by its tense or a word ("previously", "until")."""
    parse = c.parse
    if any(parse.lower[t] in c.lexicon.roles["past_adverbs"] for t in parse.with_dep(verb, "advmod")):
        return True
    finite = _finite(c, told_before(c, verb))
    return (
        parse.has(finite, "VerbForm=Fin") and parse.has(finite, "Tense=Past") and not is_backshifted(c, verb)
    )


def _finite(c: Collector, verb: int) -> int:
    """The word of a clause that carries the tense."""
    parse = c.parse
    helpers = parse.with_dep(verb, "aux", "auxpass")
    return next((t for t in helpers if parse.has(t, "VerbForm=Fin")), verb)


def is_sequel(c: Collector, verb: int) -> bool:
    """Whether a gerund tells what came before or after another deed: "before leading X"."""
    before = c.parse.heads[verb]
    return c.parse.deps[verb] == "pcomp" and c.parse.lower[before] in c.lexicon.sections["time"]["sequence"]


def told_before(c: Collector, verb: int) -> int:
    """The verb whose tense and certainty count: of "before leading X", the one before which it was.

    The parser may hang that on what somebody was only trained or sent to do; it is told of the training,
    whereas in "hoped to study before leading X" nobody has led.
    """
    parse = c.parse
    if not is_sequel(c, verb):
        return verb
    verb = parse.heads[parse.heads[verb]]
    for _ in range(4):
        if parse.has(_finite(c, verb), "VerbForm=Fin"):
            break
        prepared = parse.lemmas[parse.heads[verb]] in c.lexicon.sections["time"]["preparing"]
        if not (parse.deps[verb] == "conj" or (parse.deps[verb] == "xcomp" and prepared)):
            break
        verb = parse.heads[verb]
    return verb
