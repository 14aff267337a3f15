"""Mentions of persons, organisations, places and groups."""

from dateline.analysis.draft import Draft
from dateline.model.entity import Form, Label, Mention

_LABELS = {
    "PERSON": Label.PERSON,
    "ORG": Label.ORGANIZATION,
    "GPE": Label.PLACE,
    "LOC": Label.PLACE,
    "NORP": Label.GROUP,
}


def find_mentions(draft: Draft) -> tuple[Mention, ...]:
    parse = draft.parse
    return tuple(
        Mention(parse.span(n.start, n.end), _LABELS[n.label], Form.NAME, parse.head_of(n.start, n.end))
        for n in parse.names
        if n.label in _LABELS
    )
