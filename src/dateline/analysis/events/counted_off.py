"""Who "the two men", "both leaders", "the pair" are: the two who were named just before.

Such words say how many are meant. Going back from them, sentence by sentence, it is those persons named who
are as many, no more and no fewer; where a sentence brings more than that it stays open.
"""

from dateline.analysis.draft import Draft
from dateline.analysis.events.fillers import Fillers
from dateline.analysis.events.recall import is_definite
from dateline.model.entity import Form, Label

# So many sentences back, and so many people at most: of more nobody counts who was named.
_BACK, _MOST = 5, 4
_TWO = 2
_PEOPLE = (Label.PERSON, Label.GROUP)
_BODIES = frozenset(("unit", "body", "territory", "player"))  # classes of what is no person: "the two sides"


def named_before(fillers: Fillers, token: int) -> tuple[int, ...]:
    """The heads of the last names of those that a noun counts off; the noun itself where that is open."""
    number = _number(fillers, token)
    if number is None:
        return (token,)
    draft = fillers.draft
    found: dict[str, int] = {}
    for sentence in range(draft.parse.sentence_of[token], draft.parse.sentence_of[token] - _BACK, -1):
        if sentence < 0:
            break
        for position, mention in enumerate(draft.mentions):
            if _is_person_in(draft, position, sentence) and mention.head < token:
                entity = draft.entity_of(position)
                found[entity or ""] = max(mention.head, found.get(entity or "", -1))
        if len(found) >= number:
            break
    return tuple(sorted(found.values())) if len(found) == number and "" not in found else (token,)


def _is_person_in(draft: Draft, position: int, sentence: int) -> bool:
    mention = draft.mentions[position]
    named = mention.label is Label.PERSON and mention.form is Form.NAME
    return named and draft.parse.sentence_of[mention.head] == sentence


def _number(fillers: Fillers, token: int) -> int | None:
    """How many persons, two at least, a definite noun says that it means."""
    draft, lexicon = fillers.draft, fillers.lexicon
    parse, position = draft.parse, draft.mention_of(token)
    if position is not None and draft.mentions[position].form is not Form.NOMINAL:
        return None
    if any(parse.lower[c] in lexicon.both for c in parse.children[token]):
        return _TWO
    if not is_definite(draft, token):
        return None
    if parse.lemmas[token] in lexicon.pairs:
        return _TWO
    if position is None or draft.mentions[position].label not in _PEOPLE or fillers.classes(token) & _BODIES:
        return None
    told = fillers.numerals.of_phrase(parse, token)
    exact = told is not None and told.low == told.high and _TWO <= (told.low or 0) <= _MOST
    return told.low if told is not None and exact else None
