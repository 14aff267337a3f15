"""Who says, wants or believes what: source, cue and content of every attribution in a report.

The work goes from cue words outwards. `frames` reads a cue and its complements off the parse, `sources`
finds whose words they are, `quoting` joins quotations to cues and carries speakers through runs of them,
`circumstance` adds medium, time and hedge, and `nesting` says which attribution stands in which.
"""

from dateline.analysis.attribution.stage import attribute

__all__ = ["attribute"]
