"""Which reports are copies of one story."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.accounts.fingerprint import copies, originals, shingles

STORY = " ".join(
    f"On day {n} the council of {town} voted by {n + 3} to {n} for reopening the {thing}, officials said."
    for n, (town, thing) in enumerate(
        [
            ("Amal", "ferry"),
            ("Lowmere", "mill"),
            ("Harun", "bridge"),
            ("Sidi", "school"),
            ("Tell", "quarry"),
            ("Oskar", "railway"),
            ("Wadi", "well"),
            ("Pont", "market"),
        ]
    )
)


def copy(one: str, other: str) -> bool:
    a, b = shingles(one), shingles(other)
    return copies(len(a & b), len(a), len(b))


def test_layout_case_and_punctuation_make_no_other_story() -> None:
    assert copy(STORY, STORY.upper().replace(", ", " —\n"))


def test_a_story_that_was_cut_and_given_a_new_top_is_a_copy() -> None:
    assert copy(STORY, "Our correspondent writes from the capital. " + STORY[: len(STORY) * 2 // 3])


def test_other_words_make_another_story_even_on_the_same_matter() -> None:
    assert not copy(STORY, STORY.replace("voted by", "passed with").replace("officials", "councillors"))


def test_a_shared_quotation_does_not_make_a_copy() -> None:
    quotation = STORY[:120]
    other = (
        "Elsewhere nothing was decided at all, said people who had waited in the rain for the result. " * 3
    )
    assert not copy(STORY, other + quotation)


def test_short_texts_are_copies_only_when_equal() -> None:
    assert copy("Ferries run again.", "FERRIES run again!")
    assert not copy("Ferries run again.", "Ferries run again today.")
    assert not copy("", "")


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8))
def test_the_first_of_a_cluster_does_not_hang_on_the_order_of_pairs(pairs: list[tuple[int, int]]) -> None:
    reports = {i: (f"2023-05-{9 - i:02}", str(i)) for i in range(7)}
    first = originals(reports, pairs)
    assert first == originals(reports, [(b, a) for a, b in reversed(pairs)])
    assert all(first[a] == first[b] for a, b in pairs)
    assert all(reports[first[i]] <= reports[i] for i in reports)
