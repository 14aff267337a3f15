"""Who does what to whom in a clause: subjects and objects across control, coordination and relatives."""

from dateline.analysis.syntax import Parse

SUBJECTS = ("nsubj", "nsubjpass")
_GOVERNORS = -1
_STOP = ";"
_CONTROLLED = frozenset({"xcomp", "advcl", "conj", "pcomp", "acomp"})


def subject(parse: Parse, verb: int) -> int | None:
    """The token that heads a verb's subject: its own, or one it shares with the clause above.

    A relative pronoun gives the noun it stands for; a participle that modifies a noun gives the noun
    ("rebels led by …"); a coordinated or controlled verb that has none takes its governor's.
    """
    for _ in range(8):
        own = _own_subject(parse, verb)
        if own is not None:
            return antecedent(parse, own, verb)
        dep, head = parse.deps[verb], parse.heads[verb]
        if head == verb:
            return None
        if dep == "acl":
            return head
        if dep == "relcl":
            return None
        if dep not in _CONTROLLED:
            return None
        if dep == "xcomp" and (thing := parse.child(head, "dobj")) is not None:
            return thing
        if dep == "pcomp" and (found := _of_gerund(parse, head)) != _GOVERNORS:
            return found
        verb = head if dep != "pcomp" else parse.heads[head]
    return None


def _own_subject(parse: Parse, verb: int) -> int | None:
    """A clause's subject; where the parser gives it two with a semicolon between, the second."""
    found = parse.with_dep(verb, *SUBJECTS)
    while len(found) > 1 and any(parse.words[t] == _STOP for t in range(found[0], found[1])):
        found = found[1:]
    return found[0] if found else None


def _of_gerund(parse: Parse, preposition: int) -> int | None:
    """Whose doing a gerund behind a preposition is; _GOVERNORS when it is that of the verb above.

    "X's success in retaking the town" is X's; where the preposition is one of object control, the
    backing in "they accuse Y of backing Z" is Y's.
    """
    above = parse.heads[preposition]
    controls = parse.lower[preposition] in parse.object_control
    if parse.pos[above] == "PROPN" and controls:
        return above
    if parse.pos[above] in ("NOUN", "PROPN"):
        return parse.child(above, "poss")
    thing = parse.child(above, "dobj")
    return thing if controls and thing is not None and thing < preposition else _GOVERNORS


def antecedent(parse: Parse, token: int, clause: int) -> int:
    """What a relative pronoun stands for; any other token itself."""
    if not is_relative(parse, token):
        return token
    while parse.deps[clause] == "conj":
        clause = parse.heads[clause]
    return parse.heads[clause] if parse.deps[clause] == "relcl" else token


def is_relative(parse: Parse, token: int) -> bool:
    """Whether a token is a relative pronoun."""
    return parse.tags[token] in ("WDT", "WP") or parse.has(token, "PronType=Rel")


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is passive, or a participle that modifies the noun it would have as object."""
    if parse.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if parse.child(verb, "agent") is not None and parse.child(verb, "dobj", "aux") is None:
        return True
    participle = parse.has(verb, "Tense=Past") and parse.has(verb, "VerbForm=Part")
    if parse.deps[verb] == "acl":  # also where it is taken for a finite form
        return (
            parse.has(verb, "Tense=Past") and parse.child(verb, "nsubj") is None
        )  # "its claim that they fled"
    thing = parse.child(verb, "dobj")
    if parse.deps[verb] == "conj" and participle and parse.child(verb, "aux") is None:
        # also with a subject of its own: "and six wounded"
        return (thing is None or _is_bare(parse, thing)) and is_passive(parse, parse.heads[verb])
    return False


def _is_bare(parse: Parse, noun: int) -> bool:
    """Whether a noun only says as what: "surrounded and taken *prisoner*"."""
    return parse.tags[noun] == "NN" and not parse.children[noun]


def agents(parse: Parse, verb: int) -> list[int]:
    """Those by whom, for a passive: "led by A and B"."""
    return [
        member
        for by in parse.with_dep(verb, "agent")
        for head in parse.with_dep(by, "pobj")
        for member in parse.conjuncts(head)
    ]


def prepositional(parse: Parse, head: int, prepositions: frozenset[str] | tuple[str, ...]) -> list[int]:
    """Objects of a head's prepositions: "allied with A and B" gives A and B."""
    return [
        member
        for prep in parse.with_dep(head, "prep", "dative")
        if parse.lower[prep] in prepositions
        for thing in parse.with_dep(prep, "pobj")
        for member in parse.conjuncts(thing)
    ]


def is_subjunctive(parse: Parse, clause: int, governor: int) -> bool:
    """Whether a finite clause tells what is to be done: "that she go", "that the rebels leave".

    A plural shows it only by its present tense where the governing verb's past would have it in the past; a
    singular by the bare form.
    """
    doer = parse.child(clause, "nsubj", "nsubjpass")
    if doer is None or parse.child(clause, "aux") is not None:
        return False
    verb = parse.child(clause, "auxpass") or clause
    if parse.pos[verb] not in ("VERB", "AUX"):
        return False
    if parse.has(verb, "VerbForm=Inf"):
        return True
    alone = parse.tags[doer] in ("NN", "NNP") and parse.child(doer, "conj") is None
    return parse.tags[verb] == "VBP" and (alone or parse.tags[governor] == "VBD")
