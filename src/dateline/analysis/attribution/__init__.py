"""Who says, wants or believes what: source, cue and content of every attribution in a report.

The work goes from cue words outwards. `verbs` (with `clausal`, `objects`, `acts`), `nouns`, `adjectives`
and `asides` read a cue and its complements off the parse, `sources` finds whose words they are; `labels`,
`quoting`, `unlisted` and `runs` join quotations to cues, names and earlier speakers; `finishing` turns
readings into offsets (`extents`), entities (`speaking`), circumstances (`circumstance`) and nesting.
"""

from dateline.analysis.attribution.stage import attribute

__all__ = ["attribute"]
