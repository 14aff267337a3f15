"""Who the first person of a quotation is."""

from dateline.analysis.draft import Draft


def find_speakers(draft: Draft) -> dict[int, str]:
    return {}
