"""How certain each clause is presented."""

from dateline.analysis.draft import Draft
from dateline.model.factuality import Factuality


def judge(draft: Draft) -> dict[int, Factuality]:
    return {}
