"""A story falls into strands where it tells of two look-alikes."""

from dateline.accounts.strands import Bag, nearness

HARBOUR = "A fire burned the warehouse {} in Skagen. Skagen firemen pumped harbour water, owner Lund wept."
HILL = "A fire burned the chapel {} in Ordino. Ordino shepherds carried snow, the priest Casals prayed."
WHEN = ("at dawn", "overnight", "by noon", "yesterday")


def bags(*texts: str) -> dict[int, Bag]:
    return {
        number: Bag.of(text, [name for name in ("Skagen", "Lund", "Ordino", "Casals") if name in text])
        for number, text in enumerate(texts)
    }


def test_look_alikes_of_one_week_are_two_strands() -> None:
    texts = [fire.format(when) for fire in (HARBOUR, HILL) for when in WHEN]
    found = nearness(range(8), bags(*texts))
    assert len({found.strand[number] for number in range(4)}) == 1
    assert len({found.strand[number] for number in range(4, 8)}) == 1
    assert found.strand[0] != found.strand[4]
    assert found.likeness(0, 1) > found.likeness(0, 4)


def test_reports_of_one_fire_are_one_strand() -> None:
    found = nearness(range(4), bags(*(HARBOUR.format(when) for when in WHEN)))
    assert len(set(found.strand.values())) == 1
    assert found.likeness(2, 2) == 1.0


def test_of_two_reports_alone_nobody_knows_how_alike_they_should_be() -> None:
    found = nearness(range(2), bags(HARBOUR.format(WHEN[0]), HILL.format(WHEN[1])))
    assert len(set(found.strand.values())) == 1
