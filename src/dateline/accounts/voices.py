"""Who carries a matter: origins, and the speakers on whose word reports of different origins rest."""

from collections.abc import Iterable
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


def origins(voices: Iterable[Voice]) -> int:
    return len(evidence_origins(v.evidence for v in voices))


def sources(voices: Iterable[Voice]) -> int:
    """How many carry a matter by themselves: origins, of which those that quote one man are one.

    An outlet that tells it in its own voice is a source of its own, whomever else it quotes.
    """
    by_origin: dict[str, set[str]] = {}
    for voice in voices:
        speaker = voice.speaker
        told = voice.origin if speaker is None or speaker.entity is None else speaker.entity
        by_origin.setdefault(voice.origin, set()).add(told)
    own = {origin for origin, told in by_origin.items() if origin in told}
    quoted = {frozenset(told) for origin, told in by_origin.items() if origin not in own}
    return len(own) + len(quoted)


def only_speaker(voices: Iterable[Voice]) -> Link | None:
    """The one man on whose word all of several origins tell it; None where there is no such."""
    speakers = [v.speaker for v in voices]
    names = {s.entity if s is not None else None for s in speakers}
    return speakers[0] if len(names) == 1 and None not in names else None
