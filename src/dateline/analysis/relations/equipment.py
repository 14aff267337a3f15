"""What arms and gear an actor is said to have."""

from dateline.analysis.clauses import is_passive, subject
from dateline.analysis.relations.collector import Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.predication import NOUNS
from dateline.model.relation import RelationType


def equipment(c: Collector, token: int) -> None:
    """Offers arms and gear: had or seized by an actor, or that it is armed with."""
    parse, section = c.parse, c.lexicon.sections["equipment"]
    if parse.pos[token] not in NOUNS or parse.deps[token] == "conj":
        return  # a conjunct is told with the phrase it is coordinated in
    noun = _whole(c, token)
    head, dep = parse.heads[noun], parse.deps[noun]
    holder, verb = None, head
    if dep == "dobj" and parse.lemmas[head] in section["having"]:
        holder = c.actor(subject(parse, head), head)
    elif dep == "pobj" and parse.lower[head] in section["with"]:
        verb = parse.heads[head]
        if parse.lemmas[verb] in section["armed"] and is_passive(parse, verb):
            holder = c.actor(subject(parse, verb), verb)
    if holder is not None and c.label(holder) in BODIES:
        start, end = _phrase(c, noun)
        words = (start, end - 1)
        value = c.words(start, end)
        c.offer(Offer(RelationType.HAS_EQUIPMENT, holder, value=value, anchor=verb, words=words))


def armed(c: Collector, token: int) -> None:
    """Offers how well a body is said to be armed: "the rebels are poorly armed"."""
    parse, section = c.parse, c.lexicon.sections["equipment"]
    how = [t for t in parse.with_dep(token, "advmod") if parse.lower[t] in section["how"]]
    told = parse.deps[token] in ("acomp", "oprd") or parse.child(token, "auxpass") is not None
    holder = c.actor(subject(parse, token), token) if how and told else None
    if holder is not None and c.label(holder) in BODIES and how[0] < token:
        value, words = c.words(how[0], token + 1), (how[0], token)
        c.offer(Offer(RelationType.HAS_EQUIPMENT, holder, value=value, anchor=token, words=words))


def _whole(c: Collector, token: int) -> int:
    """The head of "dozens of tanks", "billions of pounds' worth of equipment"."""
    parse = c.parse
    for _ in range(3):
        preposition = parse.heads[token]
        if parse.deps[token] != "pobj" or parse.lower[preposition] not in c.lexicon.sections["places"]["of"]:
            break
        if c.mention(parse.heads[preposition]) is not None:
            break
        token = parse.heads[preposition]
    return token


def _phrase(c: Collector, noun: int) -> tuple[int, int]:
    """The tokens of a phrase without its article and without relative clauses and other long tails."""
    parse = c.parse
    start, end = parse.left[noun], max(parse.right[t] for t in parse.conjuncts(noun))
    for member in parse.conjuncts(noun):
        for child in parse.children[member]:
            aside = parse.deps[child] in ("relcl", "advcl") or parse.words[child] in ("(", "-", "–", "—", ";")
            tail = parse.lower[child] in c.lexicon.sections["equipment"]["tails"]
            aside = aside or (parse.deps[child] == "prep" and not tail)
            if child > member and aside:
                end = min(end, parse.left[child])
    while end - 1 > noun and parse.pos[end - 1] in ("PUNCT", "CCONJ"):
        end -= 1
    return (start + 1 if parse.pos[start] == "DET" and start < noun else start), end
