"""Other names a report states: "also known as X", "formerly called X"."""

from dateline.analysis.clauses import is_passive, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.model.entity import Label
from dateline.model.relation import RelationType


def aliases(c: Collector, token: int) -> None:
    """Offers the other name that a passive verb of naming gives its subject."""
    parse, section = c.parse, c.lexicon.sections["aliases"]
    if parse.lemmas[token] not in section["participles"] or not is_passive(parse, token):
        return
    named = subject(parse, token)
    if named is None or c.label(named) in (None, Label.PLACE):
        return
    names = [
        t
        for prep in parse.with_dep(token, "prep")
        if parse.lower[prep] in section["as"]
        for t in parse.with_dep(prep, "pobj")
    ]
    names += parse.with_dep(token, "oprd")
    for name in names:
        if parse.pos[name] == "PROPN":
            end = parse.right[name]
            start = parse.left[name]
            while start < name and parse.pos[start] in ("DET", "PUNCT"):
                start += 1
            known = name if c.draft.mention_of(name) is not None else None
            c.offer(
                Offer(
                    RelationType.ALSO_KNOWN_AS,
                    named,
                    known,
                    value=c.words(start, end),
                    anchor=token,
                    words=(start, end - 1),
                )
            )
