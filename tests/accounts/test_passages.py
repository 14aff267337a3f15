"""Which passages reports have in common, and from whom each is taken."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.accounts.fingerprint import fingerprint
from dateline.accounts.passages import Loan, derive, own_words, passage_origin, rank, shared_passages
from dateline.language import load_language
from dateline.language.quotes import marks
from dateline.model.report import Document, Report
from dateline.model.span import Span

QUOTES = marks(load_language("en"))

LEAD = (
    "Fishermen from three villages on the lake blocked the road to the border on Tuesday, stopping dozens "
    "of lorries that carry timber and cement to the capital."
)
MIDDLE = (
    "The blockade began before dawn, when men with boats on trailers drew them across both lanes near the "
    "customs post and lit fires of old tyres."
)
END = "A spokesman for the port authority said the road would be cleared by force unless the men went home."
OTHER = (
    "Tuesday found no lorry moving at the frontier: crews from the shore settlements had parked their boats "
    "there in the night, and smoke from burning rubber hung over the customs house."
)


def taken(one: str, other: str) -> list[str]:
    """The passages of the first text that the second has, too."""
    prints = [fingerprint(text, [Span(0, len(text))], QUOTES) for text in (one, other)]
    shared = prints[0].hashes & prints[1].hashes
    return [span.of(one) for span in shared_passages(prints[0], shared)]


def words(text: str) -> str:
    """A passage runs from its first word to its last."""
    return text.strip(".“")


def test_a_paragraph_that_two_reports_share_is_found_whole() -> None:
    assert taken(f"{OTHER}\n{MIDDLE}\n", f"{LEAD}\n{MIDDLE}\n{END}") == [words(MIDDLE)]


def test_paragraphs_in_another_order_are_found_each() -> None:
    found = taken(f"{END}\n{LEAD}\n{MIDDLE}", f"{LEAD}\n{MIDDLE}\n{END}")
    assert sum(map(len, found)) > 0.95 * len(LEAD + MIDDLE + END)


def test_an_edited_passage_is_still_one() -> None:
    edited = MIDDLE.replace("before dawn", "early in the morning").replace("tyres", "tires")
    assert taken(f"{LEAD}\n{edited}", f"{LEAD}\n{MIDDLE}") == [words(f"{LEAD}\n{edited}")]


def test_the_same_matter_in_other_words_is_no_shared_passage() -> None:
    assert taken(OTHER, f"{LEAD}\n{MIDDLE}\n{END}") == []


def test_a_quotation_that_two_reporters_heard_is_no_proof_of_copying() -> None:
    said = "“We have asked for our nets for two years and nobody in the capital has ever answered a letter”"
    assert taken(f"{said}, a fisherman told this newspaper.", f"{OTHER} {said}, said one of them.") == []


def test_a_quotation_with_the_words_around_it_is_taken() -> None:
    told = (
        "“We have asked for our nets for two years,” said Juma Bel, who owns four boats and has not been "
        "out on the water since the patrols of the new coast guard began in March."
    )
    assert taken(f"{OTHER} {told}", f"{LEAD}\n{told}") == [words(told)]


def test_long_names_and_formulas_are_no_passage() -> None:
    office = "the United Nations Office for the Coordination of Humanitarian Affairs said on Tuesday"
    assert taken(f"{OTHER} Wells failed, {office}.", f"{LEAD} Boats sank, {office}.") == []


def loan(source: int, start: int, end: int) -> Loan:
    return Loan(source, f"2 2023-05-0{source} {source}", Span(start, end))


def test_each_passage_is_the_first_reports_that_has_it() -> None:
    found = derive(100, [loan(2, 0, 60), loan(1, 40, 90)])
    assert found.passages == ((Span(0, 40), 2), (Span(40, 90), 1))
    assert (found.origin, found.share) == (1, 0.9)


def test_a_report_is_a_reprint_only_of_one_that_has_most_of_it() -> None:
    assert derive(100, [loan(1, 0, 30), loan(2, 30, 60), loan(3, 60, 90)]).origin is None
    assert derive(100, []).share == 0


LOANS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 90), st.integers(1, 10)).map(
        lambda x: loan(x[0], x[1], x[1] + x[2])
    )
)


@given(LOANS, st.randoms())
def test_what_is_taken_from_whom_does_not_hang_on_the_order(loans: list[Loan], order: object) -> None:
    mixed = list(loans)
    order.shuffle(mixed)  # type: ignore[attr-defined]
    found = derive(100, loans)
    assert found == derive(100, mixed)
    assert all(a.end <= b.start for (a, _), (b, _) in zip(found.passages, found.passages[1:], strict=False))
    covered = {i for span, _ in found.passages for i in range(*span)}
    assert covered == {i for x in loans for i in range(*x.span)}


def test_a_place_belongs_to_the_passage_that_holds_most_of_it() -> None:
    passages = [(Span(0, 50), 7), (Span(50, 80), 8)]
    assert passage_origin(Span(40, 55), passages) == 7
    assert passage_origin(Span(70, 100), passages) is None
    assert passage_origin(Span(75, 84), passages) == 8


def test_what_a_reprint_adds_at_length_is_its_own() -> None:
    added = " ".join(["word"] * 45)
    text = f"{LEAD} {added} {END}"
    passages = [Span(0, len(LEAD)), Span(len(text) - len(END), len(text))]
    assert own_words(Span(len(LEAD) + 5, len(LEAD) + 30), Span(0, len(text)), passages, text)
    short = f"{LEAD} Changed a little. {END}"
    passages = [Span(0, len(LEAD)), Span(len(short) - len(END), len(short))]
    assert not own_words(Span(len(LEAD) + 1, len(LEAD) + 17), Span(0, len(short)), passages, short)


def test_an_agency_ranks_before_those_who_credit_it_and_these_before_others() -> None:
    report = Report("r1", Document("d", ""), Span(0, 0), ())
    credited = Report("r1", Document("d", ""), Span(0, 0), (), agency="Reuters")
    own = rank(credited, "2023-05-03", "Reuters", "c")
    copied = rank(credited, "2023-05-02", "Lake Post", "b")
    uncredited = rank(report, "2023-05-01", "Hill News", "a")
    assert own < copied < uncredited < rank(report, None, None, "a")
