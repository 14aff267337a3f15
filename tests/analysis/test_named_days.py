"""Named days: their dates against published calendars."""

from datetime import date

import pytest

from dateline.analysis.times.named_days import first_days, is_rule


@pytest.mark.parametrize(
    ("rule", "year", "days"),
    [
        ("easter+0", 2024, [date(2024, 3, 31)]),
        ("easter-2", 2019, [date(2019, 4, 19)]),
        ("pascha+0", 2024, [date(2024, 5, 5)]),
        ("11-W4#4", 2023, [date(2023, 11, 23)]),
        ("05-W1#-1", 2023, [date(2023, 5, 29)]),
        ("12-25", 2020, [date(2020, 12, 25)]),
        ("02-29", 2021, []),
        ("2001-09-11", 2022, [date(2001, 9, 11)]),
        ("hijri 10-01", 2000, [date(2000, 1, 8), date(2000, 12, 28)]),
    ],
)
def test_named_days(rule: str, year: int, days: list[date]) -> None:
    assert first_days(rule, year) == days


@pytest.mark.parametrize(
    ("rule", "announced"),
    [
        ("hijri 10-01", date(2021, 5, 13)),
        ("hijri 12-10", date(2022, 7, 9)),
        ("hijri 09", date(2023, 3, 23)),
        ("hijri 01-10", date(2019, 9, 10)),
    ],
)
def test_islamic_days_are_at_most_two_days_off_what_was_announced(rule: str, announced: date) -> None:
    (day,) = first_days(rule, announced.year)
    assert abs((day - announced).days) <= 2


@pytest.mark.parametrize("text", ["", "easter", "hijri", "13", "12-25-1", "11-W8#1"])
def test_what_is_no_rule(text: str) -> None:
    assert not is_rule(text)
