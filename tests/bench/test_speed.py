"""The made reports repeat themselves, and the sheet measures what it says."""

from bench.docs import markdown_table
from bench.speed.generator import long_text, made_report
from bench.speed.growth import by_length
from bench.speed.indexes import measure_indexes
from bench.speed.renaming import renamed
from bench.speed.stages import profile
from bench.speed.store import by_size
from bench.speed.throughput import measure
from dateline import Analyser, Document
from dateline.analysis.pipeline import STAGES


def test_a_made_report_is_the_same_each_time_and_unlike_the_next() -> None:
    assert made_report(7) == made_report(7)
    assert made_report(7).text != made_report(8).text
    assert 80 <= len(made_report(7).text.split()) <= 200


def test_names_of_one_length_let_one_analysis_serve_many_reports() -> None:
    one, other = made_report(3, patterns=5), made_report(8, patterns=5)

    assert one.names != other.names
    assert renamed(one.text, one.names, other.names) == other.text


def test_a_renamed_analysis_is_the_analysis_of_the_renamed_text(analyser: Analyser) -> None:
    one, other = made_report(3, patterns=5), made_report(8, patterns=5)
    [found] = analyser.document(Document(id="1", text=one.text))

    moved = renamed(found, one.names, other.names)

    assert moved.report.text == other.text
    assert [mention.span for mention in moved.mentions] == [mention.span for mention in found.mentions]
    assert any(other.names["group"] in entity.name for entity in moved.entities)
    assert not any(one.names["group"] in entity.name for entity in moved.entities)


def test_a_long_text_has_the_words_asked_for() -> None:
    assert 1_000 <= len(long_text(1_000).split()) < 1_300


def test_throughput_compares_both_on_the_same_words(analyser: Analyser) -> None:
    found = measure(analyser, [long_text(300)], rounds=1)

    assert found.words >= 300
    assert abs(found.ratio - found.analyse_words_s / found.bare_words_s) < 1e-9
    assert found.analyse_peak_mb > 100


def test_every_stage_has_its_cost(analyser: Analyser) -> None:
    costs = profile(analyser, [long_text(300)])

    assert {stage.name for stage in STAGES} < {cost.name for cost in costs}
    assert abs(sum(cost.share for cost in costs) - 1) < 1e-9
    assert max(costs, key=lambda cost: cost.seconds).name == "parse"


def test_time_for_a_word_does_not_grow_with_the_document(analyser: Analyser) -> None:
    short, long = by_length(analyser, [1_000, 8_000])

    assert short.against_first == 1.0
    assert long.against_first < 2.5  # a stage that looks back over everything would be near 8


def test_a_growing_store_is_asked_at_each_size(analyser: Analyser) -> None:
    found = list(by_size(analyser, [5, 12], questions=3))

    assert [cost.reports for cost in found] == [5, 12]
    assert all(0 < s.p50 <= s.p95 for cost in found for s in (cost.ask, cost.profile, cost.search))


def test_a_bar_in_a_cell_does_not_break_the_table() -> None:
    assert (
        markdown_table(("a", "b"), [("x|y", "1")], right=(1,)) == "| a | b |\n| --- | ---: |\n| x\\|y | 1 |"
    )


def test_the_indexes_are_measured_each_by_itself() -> None:
    costs = measure_indexes(["Kabul and Herat were calm. Kabul is the capital."])
    assert [(cost.index, cost.names) for cost in costs] == [("places", 2), ("actors", 2)]
    assert all(cost.lookup_p95_us >= cost.lookup_us > 0 for cost in costs)
