"""How certain a matter is presented, by whoever presents it."""

from enum import StrEnum


class Factuality(StrEnum):
    """FactBank's scale (Saurí & Pustejovsky 2009): certainty (CT, PR, PS, U) and polarity (+, -, u)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNKNOWN = "Uu"

    @property
    def polarity(self) -> str:
        """Whether a matter is held to be so ("+"), not to be so ("-") or neither ("u")."""
        return self.value[-1]

    @property
    def certainty(self) -> int:
        """3 for certain, 2 for probable, 1 for possible, 0 for unknown; either way."""
        return _CERTAINTY.get(self.value[:2], 0)


_CERTAINTY = {"CT": 3, "PR": 2, "PS": 1}
