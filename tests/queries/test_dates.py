"""Dates are written so that nobody reads more certainty out of them than they have."""

from datetime import date

import pytest

from dateline.language import load_language
from dateline.model.edtf import extent
from dateline.queries.dates import DateWords

_WORDS = DateWords(load_language("en").table("phrases")["dates"])


@pytest.mark.parametrize(
    ("edtf", "label", "sentence"),
    [
        ("2021-08-19", "2021-08-19", "on 2021-08-19"),
        ("2021-08-19T14:30Z", "2021-08-19 14:30", "on 2021-08-19 14:30"),
        ("2021-08", "2021-08", "in 2021-08"),
        ("2021-XX", "2021", "in 2021"),
        ("198X", "1980s", "in the 1980s"),
        ("2021-24", "winter 2021", "in winter 2021"),
        ("1996~", "about 1996", "around 1996"),
        ("2004-05-06?", "perhaps 2004-05-06", "perhaps on 2004-05-06"),
        ("2004%", "perhaps about 2004", "perhaps around 2004"),
        ("2021-08-15/2021-08-21", "2021-08-15 to 2021-08-21", "between 2021-08-15 and 2021-08-21"),
        ("../2011", "until 2011", "until 2011"),
        ("2014/..", "since 2014", "since 2014"),
        ("../..", "date not given", "at a time that is not given"),
    ],
)
def test_a_date_in_words(edtf: str, label: str, sentence: str) -> None:
    assert (_WORDS.label(edtf), _WORDS.in_sentence(edtf)) == (label, sentence)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-08-19", "2021-08-19", "2021-08-19"),
        ("2021-08-19T14:30", "2021-08-19", "2021-08-19"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-12~", "2021-12-01", "2021-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2021-08-15/2021-08-21", "2021-08-15", "2021-08-21"),
        ("../2011", None, "2011-12-31"),
        ("2014/..", "2014-01-01", None),
        ("2021-02-30", None, None),
    ],
)
def test_the_days_a_date_may_mean(edtf: str, first: str | None, last: str | None) -> None:
    ends = tuple(day and date.fromisoformat(day) for day in (first, last))
    assert extent(edtf) == ends
