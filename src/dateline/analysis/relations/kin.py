"""Kinship: "Y is the son of X", "X's brother Y", "Y, whose father …"."""

from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.owners import Tie, owners
from dateline.analysis.relations.predication import NOUNS, Holding, holdings
from dateline.model.entity import Label
from dateline.model.relation import RelationType


def kin(c: Collector, token: int) -> None:
    """Offers kinship of those a noun for kin is said of, or of the one it speaks of itself."""
    parse = c.parse
    if parse.pos[token] not in NOUNS or parse.words[token + 1 : token + 2] == ["-"]:
        return
    found = [h for h in holdings(c, token) if c.label(h.holder) is Label.PERSON]
    if parse.deps[token] == "conj" and parse.child(token, "poss") is not None:
        found = [h for h in found if parse.heads[h.holder] == token]  # "X and his wife, Y": X is no wife
    if not found and c.label(token) is Label.PERSON:
        found = [Holding(token, parse.left[token])]
    for holding in found:
        if _is_speakers_own(c, token, holding.holder):
            continue
        for other in _relatives(c, token, holding.holder):
            if c.label(other) is Label.PERSON and (c.is_named(other) or c.is_named(holding.holder)):
                c.offer(
                    Offer(
                        RelationType.KIN_OF,
                        holding.holder,
                        other,
                        value=parse.words[token],
                        anchor=holding.anchor,
                        words=(token,),
                        certainty=holding.certainty,
                    )
                )


def _is_speakers_own(c: Collector, token: int, holder: int) -> bool:
    """Whether nobody is named but as "my father", which says nothing to whoever reads it elsewhere."""
    owner = c.parse.child(token, "poss")
    if owner is None or holder != token or c.is_named(token):
        return False
    return c.parse.has(owner, "Person=1")


def _relatives(c: Collector, token: int, holder: int) -> list[int]:
    parse = c.parse
    for owner in parse.with_dep(token, "poss"):
        if parse.tags[owner] == "WP$":
            clause = next((a for a in parse.ancestors(token) if parse.deps[a] == "relcl"), None)
            return [] if clause is None else [parse.heads[clause]]
    found = owners(c, token, holder, token, c.lexicon.sections["kin"]["of"])
    return [c.named_beside(owner.token) for owner in found if owner.tie is not Tie.WITHIN]
