"""Whether an expression looks ahead: what the verb it belongs to says of its time."""

from dateline.analysis.syntax import Parse
from dateline.analysis.times.scan import Found
from dateline.analysis.times.table import TimeTable

_VERBS = ("VERB", "AUX")


def is_ahead(found: Found, parse: Parse, table: TimeTable) -> bool:
    """Whether the verb an expression belongs to is in the future, is planned, or sets a date.

    "will meet on Monday", "are due to meet Monday", "planned a march for Monday", "the talks open Monday".
    """
    if any(tuple(parse.lower[max(0, found.start - len(w)) : found.start]) == w for w in table.ahead_of):
        return True
    token = parse.head_of(found.start, found.end)
    for verb in (token, *parse.ancestors(token)):
        if parse.pos[verb] not in _VERBS or _is_later(parse, verb, token):
            continue
        if any(parse.lower[c] in table.future for c in parse.with_dep(verb, "aux")):
            return True
        if _is_planned(parse, verb, table) or parse.lemmas[verb] in table.scheduled:
            return True
        if _is_timetable(parse, verb, token, table):
            return True
        if parse.deps[verb] != "xcomp":
            return False
    return False


def _is_planned(parse: Parse, verb: int, table: TimeTable) -> bool:
    """An infinitive under a word of planning: "is set to resume"."""
    if not any(parse.lower[c] in table.infinitive for c in parse.with_dep(verb, "aux")):
        return False
    head = parse.heads[verb]
    return parse.lemmas[head] in table.planned or parse.lower[head] in table.planned


def _is_timetable(parse: Parse, verb: int, token: int, table: TimeTable) -> bool:
    """A present tense that sets a date: "the envoys meet on Monday", "they are leaving Monday"."""
    if parse.lemmas[verb] in table.present or parse.sentences[parse.sentence_of[verb]].title:
        return False
    if parse.deps[verb] in ("ccomp", "advcl", "relcl") and parse.heads[verb] < verb < token:
        return False
    auxiliaries = parse.with_dep(verb, "aux", "auxpass")
    if auxiliaries:
        ing = parse.has(verb, "Aspect=Prog")
        return ing and all(parse.has(c, "Tense=Pres") for c in auxiliaries)
    return parse.has(verb, "Tense=Pres") and parse.has(verb, "VerbForm=Fin")


def _is_later(parse: Parse, verb: int, token: int) -> bool:
    """Whether a verb's clause only begins behind an expression that the parser has hung on it.

    "He said on Monday they would leave": Monday is the day of saying.
    """
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return (
        parse.deps[verb] == "ccomp" and parse.heads[verb] < token and subject is not None and subject > token
    )
