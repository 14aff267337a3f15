"""Who carries a matter: origins, and the speakers on whose word reports of different origins rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.records import Evidence, Link
from dateline.model.records import origins as evidence_origins


@dataclass(frozen=True, slots=True)
class Voice:
    """One sentence that carries a matter."""

    evidence: Evidence

    @property
    def origin(self) -> str:
        """Whom the sentence is taken from."""
        return self.evidence.origin or self.evidence.report

    @property
    def speaker(self) -> Link | None:
        """Who says it in the end; None, where it is the outlet."""
        return self.evidence.chain[-1] if self.evidence.chain else None


def tellers(voices: Iterable[Voice]) -> frozenset[str]:
    """Who tells a matter independently: the origins, of which those of one outlet are one."""
    given = list(voices)
    outlets = {v.evidence.report: v.evidence.outlet for v in given if v.evidence.outlet}
    found = evidence_origins(v.evidence for v in given)
    return frozenset(outlets.get(origin, origin) for origin in found)


def copies(voices: Iterable[Voice]) -> int:
    """How many of the reports only carry what another tells."""
    return len({v.evidence.report for v in voices if v.evidence.origin not in ("", v.evidence.report)})


def sources(voices: Sequence[Voice]) -> int:
    """How many carry a matter by themselves: who tells it, of whom those that quote one man are one.

    An outlet that tells it in its own voice is a source of its own, whomever else it quotes.
    """
    outlets = {v.evidence.report: v.evidence.outlet for v in voices if v.evidence.outlet}
    told: dict[str, set[str]] = {}
    for voice in voices:
        teller = outlets.get(voice.origin, voice.origin)
        speaker = voice.speaker
        told.setdefault(teller, set()).add((speaker.entity if speaker else None) or teller)
    own = {teller for teller, by in told.items() if teller in by}
    quoted = {frozenset(by) for teller, by in told.items() if teller not in own}
    return len(own) + len(quoted)


def only_speaker(voices: Iterable[Voice]) -> Link | None:
    """The one man on whose word all of several origins tell it; None where there is no such."""
    speakers = [v.speaker for v in voices]
    names = {s.entity if s is not None else None for s in speakers}
    return speakers[0] if len(names) == 1 and None not in names else None
