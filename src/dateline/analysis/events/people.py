"""Whether participants of two events are the same."""

from dateline.analysis.draft import Draft


def identities(draft: Draft, tokens: tuple[int, ...]) -> set[str | int]:
    """Participants by entity, or by token where no entity is known."""
    found: set[str | int] = set()
    for token in tokens:
        position = draft.mention_of(token)
        found.add((draft.entity_of(position) if position is not None else None) or token)
    return found


def may_be_same(draft: Draft, ones: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Whether some of these may be among those: one entity, or people that go by one noun."""
    if identities(draft, ones) & identities(draft, others):
        return True
    lemmas = draft.parse.lemmas
    return bool({lemmas[t].lower() for t in ones} & {lemmas[t].lower() for t in others})
