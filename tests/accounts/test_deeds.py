"""Which events of one report are one deed."""

from dataclasses import replace

from dateline.accounts.deeds import deeds
from dateline.model.entity import Participant
from dateline.model.event import Count, Event
from dateline.model.factuality import Factuality
from dateline.model.span import Span

KEITA, LINDQVIST, SESAY = (Participant(Span(n, n + 1), f"e{n}") for n in range(3))
NAMED = {"e0", "e1", "e2"}
THE_TWO = Participant(Span(5, 6), "e5")
DANGA, TOLAN = (Participant(Span(n, n + 1), f"e{n}") for n in (7, 8))
MEETING = Event(
    "v1", "CONSULT", (), (), None, Span(0, 3), (KEITA, LINDQVIST), (), None, None, Factuality("CT+")
)
TALKS = replace(MEETING, id="v2", actors=(LINDQVIST, KEITA))


def groups(*events: Event, head: tuple[str, ...] = ()) -> list[int]:
    return deeds(events, lambda event: [frozenset({str(p.entity)}) for p in event.recipients], head, NAMED)


def test_a_meeting_of_the_same_two_is_one() -> None:
    assert groups(MEETING, TALKS) == [0, 0]


def test_a_meeting_with_another_is_another() -> None:
    assert groups(MEETING, replace(TALKS, actors=(KEITA, SESAY))) == [0, 1]


def test_meetings_at_two_places_are_two() -> None:
    assert groups(replace(MEETING, place=DANGA), replace(TALKS, place=TOLAN)) == [0, 1]
    assert groups(replace(MEETING, place=DANGA), TALKS) == [0, 0]


def test_a_meeting_to_come_is_not_the_one_that_was() -> None:
    assert groups(MEETING, replace(TALKS, factuality=Factuality("CTu"))) == [0, 1]


def test_the_head_of_a_report_tells_one_thing_in_several_sentences() -> None:
    talks = replace(TALKS, actors=(), place=DANGA)
    assert groups(MEETING, talks, head=("v1", "v2")) == [0, 0]
    assert groups(MEETING, talks, head=("v1",)) == [0, 1]
    assert groups(MEETING, replace(talks, actors=(THE_TWO,)), head=("v1", "v2")) == [0, 0]


def test_the_head_of_a_report_may_tell_two_things_of_one_type() -> None:
    shelling = replace(MEETING, type="ASSAULT", actors=(KEITA,), recipients=(SESAY,))
    bombing = replace(shelling, id="v2", actors=(), recipients=(LINDQVIST,))
    assert groups(shelling, bombing, head=("v1", "v2")) == [0, 1]
    assert groups(shelling, replace(bombing, recipients=()), head=("v1", "v2")) == [0, 0]


def test_the_protest_that_a_report_tells_first_is_the_one_it_goes_on_about() -> None:
    march = replace(MEETING, type="PROTEST", actors=(SESAY,), modes=("demo",), place=DANGA)
    protest = replace(march, id="v2", place=None)
    assert groups(march, protest, head=("v1",)) == [0, 0]
    assert groups(march, protest) == [0, 1]
    assert groups(march, replace(protest, place=TOLAN), head=("v1",)) == [0, 1]
    assert groups(march, replace(protest, modes=("obstruct",)), head=("v1",)) == [0, 1]
    assert groups(march, replace(protest, actors=(KEITA,)), head=("v1",)) == [0, 1]


def test_a_headline_leaves_out_that_there_were_at_least_so_many_dead() -> None:
    headline = replace(MEETING, type="ASSAULT", actors=(), recipients=(KEITA,), size={"dead": dead(9, 9)})
    body = replace(headline, id="v2", recipients=(SESAY,), size={"dead": dead(9, None)})
    assert groups(headline, body, head=("v1",)) == [0, 0]
    assert groups(headline, body) == [0, 1]
    assert groups(headline, replace(body, size={"dead": dead(8, None)}), head=("v1",)) == [0, 1]
    assert groups(replace(headline, place=DANGA), replace(body, place=TOLAN), head=("v1",)) == [0, 1]


def dead(low: int, high: int | None) -> Count:
    return Count(low, high, Span(low, low + (high or 0)))
