"""Those who are named by what they belong to: "fighters of X", "X militants", "a member of X"."""

from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.owners import Tie, owners
from dateline.analysis.relations.predication import NOUNS, holdings
from dateline.model.entity import Form, Label
from dateline.model.relation import RelationType

_SAID = ("appos", "attr", "oprd", "compound", "nmod")


def membership(c: Collector, token: int) -> None:
    """Offers that the people a noun speaks of belong to the body it is joined with."""
    mention = c.mention(token)
    if mention is None or c.parse.pos[token] not in NOUNS or mention.form is not Form.NOMINAL:
        return
    if mention.label not in (Label.GROUP, Label.PERSON):
        return
    if c.parse.deps[token] in _SAID or holdings(c, token):
        return  # told of somebody else: an office
    for owner in owners(c, token, token, token, c.lexicon.sections["membership"]["prepositions"]):
        if owner.tie is Tie.COMPOUND and c.label(owner.token) is Label.GROUP:
            continue  # "Bedouin gunmen": a people has no members
        if owner.tie is not Tie.WITHIN and c.label(owner.token) in BODIES and not c.is_nation(owner.token):
            words = (token, owner.token if owner.preposition is None else owner.preposition)
            c.offer(Offer(RelationType.MEMBER_OF, token, owner.token, anchor=words[-1], words=words))
