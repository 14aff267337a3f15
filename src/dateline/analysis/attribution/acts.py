"""What a source does by a cue: the lexicon's act, turned by a negation, a mandate, a claim as its object."""

from dateline.analysis.attribution.complement import WH, Complement
from dateline.analysis.clauses import is_subjunctive
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable, Frame
from dateline.model.attribution import Act

_MANDATE = "mandate"  # key of the act of a clause that tells what is to be done
_NEGATED_KEY = "negated"  # key of the act of a noun behind "no": "made no secret of"
_UTTERED = frozenset({Act.ASSERT, Act.ANNOUNCE, Act.AGREE, Act.PROMISE})
_ASSERTING = frozenset({Act.ASSERT, Act.ACCUSE, Act.BELIEVE, Act.ESTIMATE})
# What is not said, believed or agreed to …
_NEGATED = {
    Act.ASSERT: Act.DENY,
    Act.ANNOUNCE: Act.DENY,
    Act.BELIEVE: Act.DENY,
    Act.ESTIMATE: Act.DENY,
    Act.AGREE: Act.REFUSE,
    Act.PROMISE: Act.REFUSE,
}
# What leaves nothing when it is not done.
_UNDONE = frozenset({Act.ACCUSE, Act.THREATEN, Act.DEMAND, Act.APPEAL, Act.WARN, Act.OFFER})
_MINDED = frozenset({Act.BELIEVE, Act.ASSERT, Act.ESTIMATE})
# … and what is not talked about: silence denies nothing.
_SILENT = {
    Act.ASSERT: Act.REFUSE,
    Act.ANNOUNCE: Act.REFUSE,
    Act.AGREE: Act.REFUSE,
    Act.PROMISE: Act.REFUSE,
    Act.BELIEVE: Act.DENY,
}


def act_of(parse: Parse, table: CueTable, token: int, entry: Cue, found: list[Complement]) -> Act:
    """The act of a verb with the complements found for it."""
    frame = found[0].frame if found else Frame.QUOTE
    act = entry.act_of(frame)
    if frame == Frame.CLAUSE and _MANDATE in entry.acts and is_subjunctive(parse, found[0].head, token):
        act = entry.acts[_MANDATE]  # "insists that he go"
    if is_negated(parse, table, token):
        if frame in (Frame.CLAUSE, Frame.TO) and _is_open(parse, table, found[0].head):
            return Act.REFUSE if act in _UTTERED else act  # "has not said whether" keeps silent
        clausal = frame in (Frame.CLAUSE, Frame.TO, Frame.OTHER_TO, Frame.QUOTE)
        return _NEGATED.get(act, act) if clausal else _SILENT.get(act, act)
    if act is Act.REFUSE and frame == Frame.OBJECT and _is_claim(parse, table, found[0].head):
        return Act.DENY
    return act


def negated(act: Act) -> Act | None:
    """The act of not doing this; None where nothing is left of it, as of a threat."""
    return None if act in _UNDONE else _NEGATED.get(act, act)


def unwilling(act: Act) -> Act | None:
    """The same of a state of mind, where doubt denies nothing: "not ready to talk", "not sure that …"."""
    return act if act in _MINDED else negated(act)


def act_of_noun(
    parse: Parse, table: CueTable, token: int, entry: Cue, frame: str, carrier: int | None
) -> Act | None:
    """The act of a noun: "made no promise" refuses, "made no mention" is silent, "made no threat" is none."""
    act = entry.act_of(frame)
    if not (nothing(parse, table, token) or (carrier is not None and is_negated(parse, table, carrier))):
        return act
    if _NEGATED_KEY in entry.acts:
        return entry.acts[_NEGATED_KEY]
    if act in _UTTERED and frame not in (Frame.CLAUSE, Frame.TO):
        return _SILENT[act]
    return negated(act)


def nothing(parse: Parse, table: CueTable, noun: int) -> set[int]:
    """The words that say that there is none of it: "no promise"."""
    return {c for c in parse.with_dep(noun, "det", "neg") if parse.lower[c] in table.words["nobody"]}


def _is_open(parse: Parse, table: CueTable, clause: int) -> bool:
    """An indirect question: "whether it holds", "where he is"."""
    mark = parse.child(clause, "mark")
    if mark is not None:
        return parse.lower[mark] in table.words["suppositions"]
    return parse.tags[parse.left[clause]] in WH


def is_negated(parse: Parse, table: CueTable, token: int) -> bool:
    """Denied by its own word or by its subject: "did not say", "no one believes"."""
    if parse.child(token, "neg") is not None:
        return True
    who, none = parse.child(token, "nsubj"), table.words["nobody"]
    if who is None:
        return False
    return parse.lower[who] in none or any(parse.lower[c] in none for c in parse.with_dep(who, "det"))


def _is_claim(parse: Parse, table: CueTable, thing: int) -> bool:
    """A noun of asserting: to reject a claim is to deny it, to reject an offer to refuse it."""
    return any(c.act in _ASSERTING for c in table.nouns.get(parse.lemmas[thing], ()))
