"""Events in a store: kept whole, merged only where they must be one, disputed by who denies them."""

from dataclasses import replace

from dateline.model.event import EventMention
from dateline.model.factuality import Factuality
from dateline.model.records import Detail, Standing
from dateline.store import Store
from tests.store.made import Made, fill, made

FRONT, AMAL = "organization:lake-front", "place:port-amal"


def shelling(id_: str, text: str, trigger: str, **more: object) -> Made:
    report = made(id_, text, outlet=id_.upper(), published="2023-05-02")
    report.entity("Lake Front", "organization").entity("Hill Army", "organization")
    report.entity("Port Amal", "place")
    given: dict[str, object] = {"place": "Port Amal", "date": "2023-05-01"} | more
    return report.event("ASSAULT", trigger, ["Lake Front"], ["Hill Army"], **given)


def test_all_of_an_event_comes_back(store: Store) -> None:
    text = "Ada Obi said the Lake Front shelled the Hill Army in Port Amal. At least 30 soldiers died."
    report = made("one", text, published="2023-05-02").entity("Ada Obi", "person")
    report.entity("Lake Front", "organization").entity("Hill Army", "organization").entity(
        "Port Amal", "place"
    )
    said = report.said("Ada Obi", "said", "the Lake Front shelled the Hill Army in Port Amal")
    report.event(
        "ASSAULT", "shelled", ["Lake Front"], ["Hill Army"],
        modes=("heavy-weapons",), contexts=("military",), cameo="194", place="Port Amal", date="2023-05-01",
        size={"dead": (30, None, "At least 30")}, attribution=said,
    )  # fmt: skip
    fill(store, report)
    (event,) = store.view().events()
    assert (event.type, event.modes, event.contexts, event.cameo) == (
        "ASSAULT", ("heavy-weapons",), ("military",), "194",
    )  # fmt: skip
    assert [(p.name, p.entity) for p in event.actors] == [("Lake Front", FRONT)]
    assert [p.name for p in event.recipients] == ["Hill Army"]
    assert event.place is not None
    assert (event.place.name, event.date, event.trigger, event.sentence) == (
        "Port Amal", "2023-05-01", "shelled", 1,
    )  # fmt: skip
    toll = event.size["dead"]
    assert (toll.low, toll.high, toll.of_recipients) == (30, None, False)
    # The number stands elsewhere, and on the outlet's own word.
    assert (toll.evidence.text, toll.evidence.chain) == ("At least 30 soldiers died.", ())
    assert [e.text for e in event.evidence] == [text[:63], toll.evidence.text]
    assert [link.source for link in event.evidence[0].chain] == ["Ada Obi"]


def test_events_are_found_by_actor_recipient_and_place(store: Store) -> None:
    fill(store, shelling("a", "The Lake Front shelled the Hill Army in Port Amal.", "shelled"))
    view = store.view()
    assert len(list(view.events(FRONT))) == 1
    assert len(list(view.events(as_recipient="organization:hill-army", place=AMAL))) == 1
    assert not list(view.events(as_recipient=FRONT))
    assert not list(view.events(FRONT, as_recipient=FRONT))
    assert not list(view.events(place="place:nowhere"))
    assert len(list(view.events(limit=1))) == 1


def test_reports_of_one_day_place_and_pair_are_one_event(store: Store) -> None:
    fill(
        store,
        shelling("a", "The Lake Front shelled the Hill Army in Port Amal.", "shelled", modes=("aerial",)),
        shelling("b", "In Port Amal, the Hill Army was hit by the Lake Front.", "hit"),
    )
    (event,) = store.view().events()
    assert (event.independent, len(event.evidence), event.modes) == (2, 2, ("aerial",))


def test_events_that_nothing_holds_together_stay_apart(store: Store) -> None:
    lacking: list[dict[str, str | None]] = [
        {"date": "2023-04-10"},
        {"date": "2023-04-20"},
        {"place": None, "date": "2023-03"},
    ]
    for number, more in enumerate(lacking):
        text = f"The Lake Front shelled the Hill Army in Port Amal. It is report {number}."
        fill(store, shelling(f"r{number}", text, "shelled", **more))
    assert [e.independent for e in store.view().events()] == [1] * 3


def test_a_toll_that_grows_is_told_by_its_latest_report(store: Store) -> None:
    for id_, number in (("a", 12), ("b", 14)):
        text = f"The Lake Front shelled the Hill Army in Port Amal, killing {number}."
        report = shelling(id_, text, "shelled", size={"dead": (number, number, str(number))})
        report.document = replace(report.document, published=f"2023-05-0{2 + (id_ == 'b')}")
        fill(store, report)
    (event,) = store.view().events()
    assert event.size["dead"].low == 14
    assert [v.size["dead"].low for v in event.versions] == [12, 14]
    assert (event.weight.standing, event.weight.first_reported) == (Standing.CORROBORATED, "2023-05-02")


def test_numbers_of_one_day_that_do_not_fit_are_disputed(store: Store) -> None:
    for id_, number in (("a", 12), ("b", 14)):
        text = f"The Lake Front shelled the Hill Army in Port Amal, killing {number}."
        fill(store, shelling(id_, text, "shelled", size={"dead": (number, number, str(number))}))
    (event,) = store.view().events()
    assert event.weight.standing is Standing.DISPUTED
    assert "how many dead: 12 (A); 14 (B)" in event.weight.reasons
    assert [v.differs for v in event.versions] == [(Detail.TOLL,)] * 2


def test_a_reprint_does_not_count_twice(store: Store) -> None:
    story = (
        "The Lake Front shelled the Hill Army near the old customs house before dawn, residents reached by "
        "telephone said, and met little resistance from the garrison, which had withdrawn across the river "
        "two days before. Shops stayed shut and the bridges were closed to traffic. Port Amal was quiet."
    )
    for id_ in ("a", "b"):
        fill(store, shelling(id_, story, "shelled", place=None, date=None))
    (event,) = store.view().events()
    assert (event.independent, len(event.evidence)) == (1, 2)


def test_a_denial_is_a_version_of_what_it_denies_unless_it_was_elsewhere(store: Store) -> None:
    denied = Factuality.CERTAIN_NOT
    fill(
        store,
        shelling("a", "The Lake Front shelled the Hill Army in Port Amal.", "shelled"),
        shelling("b", "The Lake Front did not shell the Hill Army. Port Amal was quiet.", "shell",
                 factuality=denied, place=None, date=None),
        shelling("c", "The Lake Front never shelled the Hill Army in Port Amal before May.", "shelled",
                 factuality=denied, date="2023-04-01"),
    )  # fmt: skip
    told, before = sorted(store.view().events(), key=lambda e: -len(e.versions))
    assert (told.weight.standing, told.factuality) == (Standing.DENIED, Factuality.CERTAIN)
    assert [v.report for v in told.versions] == ["a", "b"]
    assert told.disputed_by == (told.versions[1].id,)
    assert [e.report for e in told.evidence] == ["a"]  # who denies it bears nothing out
    assert (before.factuality, before.disputed_by) == (denied, ())
    # Asked for by place, an event still says who denies it.
    assert [len(e.versions) for e in store.view().events(place=AMAL) if e.id == told.id] == [2]


def test_an_event_is_found_by_its_id(store: Store) -> None:
    fill(store, shelling("a", "The Lake Front shelled the Hill Army in Port Amal.", "shelled"))
    (event,) = store.view().events()
    assert store.view().account(event.id) == event
    assert store.view().account("nothing") is None


def test_whose_number_it_is(store: Store) -> None:
    text = "The Lake Front killed 12 young soldiers. The Lake Front took part with 40 men, hurting villagers."
    report = made("one", text).entity("Lake Front", "organization")
    report.event("ASSAULT", "killed", ["Lake Front"], ["soldiers"], size={"dead": (12, 12, "12")})
    report.event("ASSAULT", "hurting", [], ["villagers"], size={"participants": (40, 40, "40")})
    fill(store, report)
    killed, hurt = store.view().events()
    assert killed.size["dead"].of_recipients
    assert not hurt.size["participants"].of_recipients


def test_who_was_killed_is_told_before_who_was_hurt(store: Store) -> None:
    report = made("one", "The Lake Front killed 23 herders and injured another 15.").entity(
        "Lake Front", "organization"
    )
    size = {"dead": (23, 23, "23"), "injured": (15, 15, "15")}
    report.event("ASSAULT", "killed", ["Lake Front"], ["23 herders"], size=size)
    report.event("ASSAULT", "injured", ["Lake Front"], ["another 15"], size=size)
    fill(store, report)
    (told,) = store.view().events()
    assert [p.name for p in told.recipients] == ["23 herders"]
    assert told.size["dead"].of_recipients
    assert not told.size["injured"].of_recipients


def test_every_sentence_that_tells_an_event_is_evidence(store: Store) -> None:
    text = (
        "The Lake Front shelled the Hill Army in Port Amal. Nothing moved. Ada Obi said the attack was cruel."
    )
    report = made("one", text, published="2023-05-02").entity("Lake Front", "organization")
    said = report.entity("Ada Obi", "person").said("Ada Obi", "said", "the attack was cruel")
    again = EventMention(report.span("attack"), Factuality.CERTAIN, said)
    report.event("ASSAULT", "shelled", ["Lake Front"], ["Hill Army"], mentions=(again,))
    fill(store, report)
    (event,) = store.view().events()
    assert (event.trigger, event.sentence, event.independent) == ("shelled", 1, 1)
    assert [(e.text, [link.source for link in e.chain]) for e in event.evidence] == [
        ("The Lake Front shelled the Hill Army in Port Amal.", []),
        ("Ada Obi said the attack was cruel.", ["Ada Obi"]),
    ]


def test_events_go_with_their_document(store: Store) -> None:
    fill(store, shelling("a", "The Lake Front shelled the Hill Army in Port Amal.", "shelled"))
    with store.writer() as writer:
        writer.forget("a")
    assert not list(store.view().events())
