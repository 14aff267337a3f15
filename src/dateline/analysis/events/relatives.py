"""What a relative clause is about where the parser hangs it on the nearest name."""

from dateline.analysis.clauses import antecedent
from dateline.analysis.draft import Draft
from dateline.model.entity import Form

_COMMA = ","
_OF_THINGS = "WDT"  # the tag of "which", "that"
_UPWARD = ("pobj", "prep", "appos", "conj", "compound")


def meant_by(draft: Draft, pronoun: int, clause: int) -> int:
    """What a relative pronoun stands for; a token that is none stands for itself.

    A clause without a comma tells which one is meant, and a name needs no telling: "a *raid* in Kivu, Congo
    which killed nine" is about the raid. Who is meant by "who" has a name all the same.
    """
    parse, noun = draft.parse, antecedent(draft.parse, pronoun, clause)
    position = draft.mention_of(noun)
    if noun == pronoun or position is None or draft.mentions[position].form is not Form.NAME:
        return noun
    if parse.words[pronoun - 1] == _COMMA or parse.tags[pronoun] != _OF_THINGS:
        return noun
    above = noun
    while parse.deps[above] in _UPWARD and parse.heads[above] != above:
        above = parse.heads[above]
        if parse.pos[above] == "NOUN":
            return above
    return noun
