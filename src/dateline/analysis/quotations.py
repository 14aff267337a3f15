"""Stretches in quotation marks."""

from dateline.analysis.draft import Draft
from dateline.model.attribution import Quotation


def find_quotations(draft: Draft) -> tuple[Quotation, ...]:
    return ()
