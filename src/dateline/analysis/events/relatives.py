"""What a relative clause is about where the parser hangs it on the nearest name."""

from collections.abc import Iterator

from dateline.analysis.clauses import antecedent
from dateline.analysis.draft import Draft
from dateline.model.entity import Form

_COMMA = ","
_OF_THINGS = "WDT"  # the tag of "which", "that"
_OF_PERSONS = "WP"  # that of "who", "whom"
_UPWARD = ("pobj", "prep", "appos", "conj", "compound")


def meant_by(draft: Draft, pronoun: int, clause: int) -> int:
    """What a relative pronoun stands for; a token that is none stands for itself.

    A clause without a comma tells which one is meant, and a name needs no telling: "a *raid* in Kivu, Congo
    which killed nine" is about the raid. Who is meant by "who" has a name all the same, and is no thing: "the
    *driver* of the van, who was arrested".
    """
    parse, noun = draft.parse, antecedent(draft.parse, pronoun, clause)
    position = draft.mention_of(noun)
    if noun != pronoun and position is None and parse.tags[pronoun] == _OF_PERSONS:
        return next((t for t in _above(draft, noun) if draft.mention_of(t) is not None), noun)
    if noun == pronoun or position is None or draft.mentions[position].form is not Form.NAME:
        return noun
    if parse.words[pronoun - 1] == _COMMA or parse.tags[pronoun] != _OF_THINGS:
        return noun
    return next((t for t in _above(draft, noun) if parse.pos[t] == "NOUN"), noun)


def _above(draft: Draft, noun: int) -> Iterator[int]:
    """What a noun hangs on, as far as it is a part of a noun phrase."""
    parse, above = draft.parse, noun
    while parse.deps[above] in _UPWARD and parse.heads[above] != above:
        above = parse.heads[above]
        yield above
