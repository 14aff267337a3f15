"""Time expressions: where they stand, what they mean, and what is none."""

import re
from itertools import pairwise

import pytest

from dateline import Analyser
from dateline.analysis.draft import Draft
from dateline.analysis.parse import parse
from dateline.analysis.syntax import Parse, Sentence
from dateline.analysis.times import find_times
from dateline.analysis.times.table import time_table
from dateline.language import load_language
from dateline.model.edtf import is_edtf
from dateline.model.report import Document, Report
from dateline.model.span import Span
from dateline.model.time import Time
from dateline.segment import segment

WRITTEN = "2022-05-18"  # a Wednesday
EXAMPLES = [e for shape in time_table(load_language("en")).shapes for e in shape.examples]


def times(analyser: Analyser, text: str, published: str | None = WRITTEN) -> list[tuple[str, Time]]:
    (report,) = segment(Document("d", text, published=published), analyser.language)
    found = find_times(Draft(report, analyser.language, parse(report, analyser.pipeline)))
    assert list(found) == sorted(found, key=lambda t: t.span)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(t.edtf is None or is_edtf(t.edtf) for t in found)
    return [(t.span.of(text), t) for t in found]


def values(
    analyser: Analyser, text: str, published: str | None = WRITTEN
) -> dict[str, tuple[str, str | None]]:
    return {words: (t.value, t.edtf) for words, t in times(analyser, text, published)}


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_shape_finds_what_its_example_marks(analyser: Analyser, example: str) -> None:
    wanted = re.findall(r"\[(.+?)\]", example)
    assert [words for words, _ in times(analyser, re.sub(r"[\[\]]", "", example))] == wanted


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("The truce of 3 May 2021 failed.", "3 May 2021", "2021-05-03", "2021-05-03"),
        ("The truce of March 1996 failed.", "March 1996", "1996-03", "1996-03"),
        ("He was born in 1967.", "1967", "1967", "1967"),
        ("The war of the 1980s is over.", "the 1980s", "198", "198X"),
        ("It was built in the 19th century.", "the 19th century", "18", "18XX"),
        ("It began in the summer of 2014.", "the summer of 2014", "2014-SU", "2014-22"),
        ("Shells fell on Monday.", "Monday", "2022-05-16", "2022-05-16"),
        ("Shells fell on Wednesday.", "Wednesday", "2022-05-18", "2022-05-18"),
        ("Shells fell last Wednesday.", "last Wednesday", "2022-05-11", "2022-05-11"),
        ("The envoys will meet on Friday.", "Friday", "2022-05-20", "2022-05-20"),
        ("Shells fell on Friday.", "Friday", "2022-05-13", "2022-05-13"),
        ("He resigned yesterday.", "yesterday", "2022-05-17", "2022-05-17"),
        ("The court will rule tomorrow.", "tomorrow", "2022-05-19", "2022-05-19"),
        ("They fled last week.", "last week", "2022-W19", "2022-05-09/2022-05-15"),
        ("They fled last month.", "last month", "2022-04", "2022-04"),
        ("They fled last year.", "last year", "2021", "2021"),
        ("They fled in January.", "January", "2022-01", "2022-01"),
        ("They fled in December.", "December", "2021-12", "2021-12"),
        ("The bridge fell on April 2.", "April 2", "2022-04-02", "2022-04-02"),
        ("They fled two weeks ago.", "two weeks ago", "2022-W18", "2022-05-02/2022-05-08"),
        ("They fled three years ago.", "three years ago", "2019", "2019~"),
        ("They fled four days ago.", "four days ago", "2022-05-14", "2022-05-14"),
        ("The siege lasted twenty-five days.", "twenty-five days", "P25D", None),
        ("The siege lasted two and a half years.", "two and a half years", "P2Y6M", None),
        ("The siege lasted several months.", "several months", "PXM", None),
        ("A 48-hour truce was agreed.", "48-hour", "PT48H", None),
        ("They march every Friday.", "every Friday", "XXXX-WXX-5", None),
        ("It began at 5 a.m. on Monday.", "5 a.m. on Monday", "2022-05-16T05:00", "2022-05-16"),
        (
            "He fled two days prior to the 9/11 attacks.",
            "two days prior to the 9/11 attacks",
            "2001-09-09",
            "2001-09-09",
        ),
        ("The valley was poor at the turn of the millennium.", "the turn of the millennium", "2000", "2000~"),
        ("They met on Orthodox Easter 2022.", "Orthodox Easter 2022", "2022-04-24", "2022-04-24"),
        ("They met on Eid al-Fitr 2021.", "Eid al-Fitr 2021", "2021-05-13", "2021-05-13~"),
        ("The truce of Ramadan 2021 held.", "Ramadan 2021", "2021-04", "2021-04-13~/2021-05-12~"),
        ("The truce held over Christmas.", "Christmas", "2021-12-25", "2021-12-25"),
        ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996"),
        ("It ended in two thousand and four.", "two thousand and four", "2004", "2004"),
        ("It ended on 26 October 2008.[1] Nobody came.", "26 October 2008", "2008-10-26", "2008-10-26"),
        ("It fell in the first half of 2015.", "the first half of 2015", "2015-H1", "2015-01/2015-06"),
        ("The envoys are due to meet on Sunday.", "Sunday", "2022-05-22", "2022-05-22"),
        ("The envoys meet on Sunday in Muscat.", "Sunday", "2022-05-22", "2022-05-22"),
        ("The unions planned a march on Friday.", "Friday", "2022-05-20", "2022-05-20"),
        ("Aid could come as early as Friday.", "Friday", "2022-05-20", "2022-05-20"),
        ("The pass is closed in winter.", "winter", "XXXX-WI", None),
        ("They left on February 29.", "February 29", "XXXX-02-29", None),
        ("The army will be gone by year's end.", "year's end", "2022", "2022"),
        ("Shells fell on the night of 14 May.", "the night of 14 May", "2022-05-14TNI", "2022-05-14"),
        ("It was signed on 25/04/2021.", "25/04/2021", "2021-04-25", "2021-04-25"),
        ("The strike came Monday night.", "Monday night", "2022-05-16TNI", "2022-05-16"),
    ],
)
def test_values(analyser: Analyser, text: str, words: str, value: str, edtf: str | None) -> None:
    assert values(analyser, text) == {words: (value, edtf)}


def test_without_a_publication_date_relative_times_have_no_edtf(analyser: Analyser) -> None:
    text = "On Wednesday the army left. It came back last week. The pact of 9 September 2001 still holds."
    assert values(analyser, text, None) == {
        "Wednesday": ("XXXX-WXX-3", None),
        "last week": ("XXXX-WXX", None),
        "9 September 2001": ("2001-09-09", "2001-09-09"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Minister Theresa May left the talks.",
        "A 32-year-old farmer was shot.",
        "She is 19 years old.",
        "About 2000 soldiers crossed the river.",
        "You may march, he said, but second thoughts are welcome.",
        "Shares rose to $12.45 each.",
        "The 6-year-old boy was freed.",
        "They joined the March of the Widows.",
        "The bill of 03/04 was paid.",
    ],
)
def test_what_is_no_time(analyser: Analyser, text: str) -> None:
    assert times(analyser, text) == []


def test_both_ends_of_a_range_have_its_month_and_year(analyser: Analyser) -> None:
    assert values(analyser, "They met from 6-7 January 2016.") == {
        "6": ("2016-01-06", "2016-01-06"),
        "7 January 2016": ("2016-01-07", "2016-01-07"),
    }


def test_later_days_count_from_the_day_told_of(analyser: Analyser) -> None:
    found = values(analyser, "The rebels took the port on 3 March 2019. Two days later they left.")
    assert found["Two days later"] == ("2019-03-05", "2019-03-05")


def test_a_dateline_without_a_year_dates_nothing(analyser: Analyser) -> None:
    text = "KABUL, Aug 3 (AFP) — Shells fell on the city on Monday."
    assert values(analyser, text, None) == {"Aug 3": ("XXXX-08-03", None), "Monday": ("XXXX-WXX-1", None)}


def test_a_chronicle_in_a_report_counts_last_week_from_the_report(analyser: Analyser) -> None:
    text = (
        "In 1991 the war began. In 1992 the city was besieged, and in 1993 it starved. In 1994 a truce came. "
        "In 1995 it was broken. In 1996 the guns fell silent. Last week they spoke again."
    )
    assert values(analyser, text)["Last week"][0] == "2022-W19"


def test_a_comparison_within_a_quarter_is_with_that_quarter(analyser: Analyser) -> None:
    found = values(
        analyser, "Oil income fell in the first quarter of 2022. It had been twice that a year earlier."
    )
    assert found["a year earlier"] == ("2021-Q1", "2021-01/2021-03")


def test_what_is_told_of_vaguely_makes_no_exact_day(analyser: Analyser) -> None:
    found = values(analyser, "The rebels took the port in March 2019. Two days later they left.")
    assert found["Two days later"] == ("XXXX-XX-XX", None)


def test_the_day_in_a_dateline_is_a_time_and_dates_the_report(analyser: Analyser) -> None:
    text = "KABUL, Aug 3, 2021 (AFP) — Shells fell on the city on Monday."
    (report,) = segment(Document("d", text), analyser.language)
    assert report.published == "2021-08-03"
    assert values(analyser, text, None) == {
        "Aug 3, 2021": ("2021-08-03", "2021-08-03"),
        "Monday": ("2021-08-02", "2021-08-02"),
    }


def test_a_chronicle_goes_on_into_the_next_year(analyser: Analyser) -> None:
    text = (
        "In 1991 the war began. In 1992 the city was besieged, and in 1993 it starved. In 1994 a truce came. "
        "In 1995 it was broken. In November 1996 the guns fell silent. In January the last soldiers left."
    )
    assert values(analyser, text)["January"] == ("1997-01", "1997-01")


def test_a_chronicle_dates_by_the_year_it_named_last(analyser: Analyser) -> None:
    text = (
        "In 1991 the war began. In 1992 the city was besieged, and in 1993 it starved. In 1994 a truce came. "
        "In 1995 it was broken. In 1996 the guns fell silent. On 4 June the last soldiers left."
    )
    assert values(analyser, text)["4 June"] == ("1996-06-04", "1996-06-04")


def test_long_tables_of_numbers_hold_no_times(analyser: Analyser) -> None:
    language = analyser.language

    def table_of(count: int) -> None:
        numbers = ["12"] * count
        parse = Parse(
            starts=[3 * i for i in range(count)],
            ends=[3 * i + 2 for i in range(count)],
            words=numbers,
            lower=numbers,
            lemmas=numbers,
            pos=["NUM"] * count,
            tags=["CD"] * count,
            deps=["ROOT"] * count,
            heads=list(range(count)),
            morphs=[""] * count,
            sentences=(Sentence(0, count, 0),),
            names=(),
        )
        text = "12 " * count
        report = Report("r", Document("d", text), Span(0, len(text)), ())
        assert find_times(Draft(report, language, parse)) == ()

    table_of(20_000)


def test_impossible_dates_are_none(analyser: Analyser) -> None:
    assert values(analyser, "The order of 31 June 2021 is a forgery.") == {}


def test_a_clock_time_is_of_the_day_told_of(analyser: Analyser) -> None:
    found = values(analyser, "The market burned on Monday. The first shell fell at 9 a.m.")
    assert found["9 a.m."][1] == found["Monday"][1]


def test_what_is_told_in_the_present_of_a_day_just_gone_was_this_year(analyser: Analyser) -> None:
    assert values(analyser, "We condemn the raid on 2 April.")["2 April"] == ("2022-04-02", "2022-04-02")
