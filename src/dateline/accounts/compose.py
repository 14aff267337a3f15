"""One record for all versions of an event: whose words it is told in, and what they amount to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.accounts.voices import Voice, tellers
from dateline.accounts.weigh import weigh_event
from dateline.model.factuality import Factuality
from dateline.model.records import EventParty, EventRecord, EventVersion, Evidence, Toll

_LAST = "9999"


def compose(account: str, type_: str, versions: Iterable[EventVersion]) -> EventRecord:
    """The record of an account.

    It is told in the words of the version that stands nearest to the outlets and tells most; what that
    leaves open is filled from others: who did it to whom only from those that stand as near. Versions that
    contradict it, or were taken back, are kept in `versions` and are no evidence for it.
    """
    weighed = weigh_event(sorted(versions, key=_reported))
    carrying = weighed.carrying
    first = carrying[0]
    chosen = _chosen(carrying)
    near = [v for v in carrying if len(v.evidence[0].chain) <= len(chosen.evidence[0].chain)]
    recipients = next((v.recipients for v in (chosen, *near) if v.recipients), ())
    size = _size(carrying, recipients)
    return EventRecord(
        account,
        type_,
        tuple(dict.fromkeys(m for v in (chosen, *carrying) for m in v.modes)),
        tuple(dict.fromkeys(c for v in (chosen, *carrying) for c in v.contexts)),
        chosen.cameo,
        next((v.actors for v in (chosen, *near) if v.actors), ()),
        recipients,
        next((v.place for v in (chosen, *near, *carrying) if v.place), None),
        next((v.date for v in (chosen, *near, *carrying) if v.date), None),
        size,
        first.trigger,
        first.sentence,
        _evidence(carrying, size),
        len(tellers(Voice(v.evidence[0]) for v in carrying)),
        _factuality(carrying),
        tuple(sorted(weighed.contradicted)),
        weighed.weight,
        weighed.versions,
    )


def _reported(version: EventVersion) -> tuple[str, str, int, str]:
    """In the order in which they were reported, those without a date last."""
    evidence = version.evidence[0]
    return evidence.published or _LAST, evidence.report, evidence.start, version.id


def _chosen(versions: Sequence[EventVersion]) -> EventVersion:
    """The nearest to the outlets, the most certain, the one that tells most, a killing before a wounding.

    Of equals it is the first.
    """

    def key(version: EventVersion) -> tuple[int, int, int, bool]:
        details = (version.actors, version.recipients, version.place, version.date, version.size)
        # Who did it with whom tells as much as who did it to whom.
        together = len(version.actors) > 1 and not version.recipients
        told, dead = sum(map(bool, details)) + together, version.size.get("dead")
        kills = dead is not None and dead.of_recipients
        return len(version.evidence[0].chain), -version.factuality.certainty, -told, not kills

    return min(versions, key=key)


def _factuality(carrying: Sequence[EventVersion]) -> Factuality:
    """As certain as those say who stand nearest to the outlets: what a man says of himself proves little."""
    nearest = min(len(v.evidence[0].chain) for v in carrying)
    said = (v.factuality for v in carrying if len(v.evidence[0].chain) == nearest)
    return max(said, key=lambda f: f.certainty)


def _size(carrying: Sequence[EventVersion], recipients: tuple[EventParty, ...]) -> dict[str, Toll]:
    """The numbers of the latest report, of one day the higher: tolls grow.

    They count the recipients only where the version that gives them has the same.
    """
    found: dict[str, Toll] = {}
    for version in carrying:
        for kind, toll in version.size.items():
            counted = toll.of_recipients and version.recipients == recipients
            best = found.get(kind)
            if best is None or (*_latest(toll), counted) >= (*_latest(best), best.of_recipients):
                found[kind] = replace(toll, of_recipients=counted)
    return found


def _latest(toll: Toll) -> tuple[str, int]:
    return toll.evidence.published or "", toll.low or toll.high or 0


def _evidence(carrying: Sequence[EventVersion], size: dict[str, Toll]) -> tuple[Evidence, ...]:
    """Each sentence once, however many of its words tell the event."""
    told = (e for v in carrying for e in v.evidence)
    numbers = (toll.evidence for toll in size.values())
    found: dict[tuple[object, ...], Evidence] = {}
    for piece in (*told, *numbers):
        found.setdefault((piece.report, piece.start, piece.end, piece.chain), piece)
    return tuple(found.values())
