"""What an actor wants."""

from dateline.analysis.draft import Draft
from dateline.model.want import Want


def find_wants(draft: Draft) -> tuple[Want, ...]:
    return ()
