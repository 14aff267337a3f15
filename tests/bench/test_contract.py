"""What a system writes is read leniently where it may err, and never beyond its text."""

from bench.contract import read_analysis


def test_spans_outside_the_text_are_dropped_and_counted() -> None:
    line = {
        "id": "1",
        "mentions": [
            {"start": 0, "end": 4, "label": "place"},
            {"start": 4, "end": 99, "label": "place"},
            {"start": 3, "end": 3, "label": "place"},
        ],
        "attributions": [{"source": [[0, 4], [8, 2]], "cue": [], "content": [[5, 9]]}],
    }

    analysis = read_analysis(line, "Gaza was calm.")

    assert [mention.span for mention in analysis.mentions] == [(0, 4)]
    assert analysis.attributions[0].source == ((0, 4),)
    assert analysis.attributions[0].content == ((5, 9),)
    assert analysis.bad_spans == 3


def test_lists_that_are_null_or_absent_are_empty() -> None:
    analysis = read_analysis({"id": "1", "events": None}, "Quiet.")

    assert analysis.events == ()
    assert analysis.mentions == ()


def test_an_event_keeps_what_is_said_of_it() -> None:
    event = {
        "type": "ASSAULT",
        "modes": ["aerial"],
        "trigger": [5, 8],
        "actors": [{"start": 0, "end": 4, "entity": "e1"}],
        "date": {"start": 13, "end": 18, "edtf": "2020-01-03"},
        "size": {"dead": {"low": 2, "high": 3, "start": 9, "end": 12}, "injured": None},
        "factuality": "PR+",
    }

    [read] = read_analysis({"id": "1", "events": [event]}, "Jets hit two today.").events

    assert read.trigger == (5, 8)
    assert read.actors[0].entity == "e1"
    assert (read.date, read.date_span) == ("2020-01-03", (13, 18))
    assert (read.size["dead"].low, read.size["dead"].high) == (2, 3)
    assert "injured" not in read.size
