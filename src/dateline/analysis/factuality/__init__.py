"""How certain each clause is presented."""

from dateline.analysis.factuality.judge import judge

__all__ = ["judge"]
