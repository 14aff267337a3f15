"""Which reports tell of one matter."""

from itertools import permutations

from dateline.accounts.stories import Topic, stories

FERRY = (
    "The ferry Halvard sank in Lofoten harbour. Divers searched the wreck.",
    "Why did the ferry Halvard sink? Divers are still at the Lofoten wreck.",
)
QUARRY = (
    "A quarry wall in Tarn buried two lorries. Geologists had warned the owners.",
    "The owners of the Tarn quarry knew what geologists wrote of the wall that buried lorries.",
)


def topics(*texts: str, published: str | None = None) -> dict[int, Topic]:
    return {n: Topic.of(f"report {n}", text, published) for n, text in enumerate(texts)}


def test_reports_that_share_telling_words_are_one_story() -> None:
    assert set(stories(topics(*FERRY, *QUARRY))) == {frozenset({0, 1}), frozenset({2, 3})}


def test_words_that_any_report_may_have_make_no_story() -> None:
    one = "Officials told reporters on Monday that many people had left the area after the statement."
    other = "Many people asked officials in the area on Monday about the statement, reporters said."
    assert len(stories(topics(one, other))) == 2


def test_days_that_are_far_apart_are_two_stories_and_an_undated_report_may_be_of_any_day() -> None:
    early, late = Topic.of("a", FERRY[0], "2023-05-01"), Topic.of("b", FERRY[1], "2023-05-20")
    assert len(stories({1: early, 2: late})) == 2
    assert len(stories({1: early, 2: Topic.of("b", FERRY[1], "2023-05-05")})) == 1
    assert len(stories({1: early, 2: Topic.of("b", FERRY[1], None)})) == 1


def test_the_order_of_reports_changes_nothing() -> None:
    given = topics(*FERRY, *QUARRY)
    assert len({frozenset(stories(dict(some))) for some in permutations(given.items())}) == 1


def test_no_reports_make_no_stories() -> None:
    assert stories({}) == []
    assert stories({7: Topic.of("a", "", None)}) == [frozenset({7})]
