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
