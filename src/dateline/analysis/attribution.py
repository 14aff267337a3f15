"""Who says what."""

from dateline.analysis.draft import Draft
from dateline.model.attribution import Attribution


def attribute(draft: Draft) -> tuple[Attribution, ...]:
    return ()
