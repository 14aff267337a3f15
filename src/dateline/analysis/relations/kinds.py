"""What sort of actor somebody is, in the report's words: "a left-wing armed group", "the ruling party"."""

from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.predication import NOUNS, Holding, holdings
from dateline.analysis.relations.times import at, is_past
from dateline.analysis.relations.wording import Wording, wording
from dateline.model.entity import Label
from dateline.model.factuality import Factuality
from dateline.model.relation import RelationType

_BEFORE = ("compound", "amod", "nmod")
_OPEN = (Factuality.UNKNOWN, Factuality.CERTAIN_UNKNOWN)


def kind(c: Collector, token: int) -> None:
    """Offers what the noun of a description says of a named actor."""
    parse = c.parse
    if parse.pos[token] not in NOUNS or c.is_name(token) or not parse.words[token].islower():
        return
    noun = _one_of(c, token) if "Number=Plur" in parse.morphs[token] else token
    if noun is None:
        return
    described = [*holdings(c, noun), *_titled(c, noun)]
    found = [
        h
        for h in described
        if c.is_named(h.holder) and _may_be(c, token, h.holder) and not _is_designated(c, noun, h)
    ]
    told = wording(c, token, noun) if found else None
    if told is None:
        return
    for holding in found:
        _offer(c, told, holding)


def _one_of(c: Collector, token: int) -> int | None:
    """The "one" of "one of the largest groups"."""
    parse, words = c.parse, c.lexicon.sections["kinds"]
    preposition = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.lower[preposition] not in words["of"]:
        return None
    one = parse.heads[preposition]
    return one if parse.lower[one] in words["one"] else None


def _titled(c: Collector, noun: int) -> list[Holding]:
    """The body a noun stands before as a title: "the rebel group M23"."""
    parse, head = c.parse, c.parse.heads[noun]
    before = parse.deps[noun] in _BEFORE and head == noun + 1
    return [Holding(head, noun)] if before and c.is_name(head) and c.label(head) in BODIES else []


def _may_be(c: Collector, noun: int, holder: int) -> bool:
    """Whether somebody of a holder's sort is called by such a noun."""
    words, lemma, label = c.lexicon.sections["kinds"], c.parse.lemmas[noun], c.label(holder)
    if label is Label.PERSON:
        return lemma in words["persons"]
    if label is Label.PLACE or c.is_nation(holder):
        return lemma in words["places"]
    return label in BODIES and lemma in words["bodies"]


def _is_designated(c: Collector, noun: int, holding: Holding) -> bool:
    """Whether a noun is read as apposition, and is what somebody makes of its holder: "listed X a group"."""
    parse = c.parse
    verb = parse.heads[holding.holder]
    behind = parse.deps[noun] == "appos" and parse.words[noun - 1] != ","
    return behind and parse.lemmas[verb] in c.lexicon.participles


def _offer(c: Collector, told: Wording, holding: Holding) -> None:
    if holding.certainty is None and c.draft.factuality(holding.anchor) in _OPEN:
        return
    past = c.lexicon.roles["past"]  # "a former colony" is still that
    is_former = any(c.parse.lower[t] in past for t in range(told.start, told.end))
    c.offer(
        Offer(
            RelationType.IS_A,
            holding.holder,
            value=c.words(told.start, told.end),
            anchor=holding.anchor,
            words=(told.start, told.end - 1),
            date=None if is_former else holding.date or _then(c, holding.anchor),
            certainty=holding.certainty,
        )
    )


def _then(c: Collector, anchor: int) -> str | None:
    """When somebody was, or became, what a past clause says, if it tells: "became a republic in 1921"."""
    verb = c.parse.pos[anchor] in ("VERB", "AUX")
    return at(c, anchor) if verb and is_past(c, anchor) else None


def trait(c: Collector, token: int) -> None:
    """Offers the persuasion that an adjective before a body's name tells: "the Islamist front X"."""
    parse, head = c.parse, c.parse.heads[token]
    start = token - 2 if token > 1 and parse.words[token - 1] == "-" else token
    word = "".join(parse.lower[start : token + 1])
    if parse.deps[token] not in _BEFORE or head < token or word not in c.lexicon.sections["traits"]["words"]:
        return
    mention = c.mention(head)
    if mention is None or not c.is_name(head) or c.label(head) not in BODIES:
        return
    if parse.child(token, "advmod") is not None or _is_some_of(c, head):
        return
    if start < parse.tokens_in(mention.span).start or _is_added(c, head, start, token):
        words = (start, token)
        c.offer(Offer(RelationType.IS_A, head, value=c.words(start, token + 1), anchor=token, words=words))


def _is_some_of(c: Collector, head: int) -> bool:
    """Whether an adjective picks some of a people or a party: "centrist Democrats"."""
    article = c.parse.child(head, "det")
    definite = article is not None and "Definite=Def" in c.parse.morphs[article]
    return "Number=Plur" in c.parse.morphs[head] and not definite


def _is_added(c: Collector, head: int, start: int, token: int) -> bool:
    """Whether a name is said elsewhere without the adjective it begins with here ("Islamist Ennahda")."""
    mention, position = c.mention(head), c.draft.mention_of(head)
    entity = None if position is None else c.draft.entity_of(position)
    if mention is None or entity is None or c.parse.tokens_in(mention.span).start != start:
        return False
    rest = c.words(token + 1, c.parse.tokens_in(mention.span).stop)
    known = c.draft.entity(entity)
    return rest in (known.name, *known.aliases)
