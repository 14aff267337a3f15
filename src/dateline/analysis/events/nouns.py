"""Words that stand for people by their form alone, though no list has them."""

from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.analysis.syntax import Parse

_FILLING = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj")


def is_agent_noun(parse: Parse, lexicon: TriggerLexicon, token: int) -> bool:
    """Whether a noun is of those who do something, by its ending: "shopper", "lender"; not "container"."""
    lemma = parse.lemmas[token]
    return (
        parse.pos[token] == "NOUN"
        and parse.deps[token] in _FILLING
        and lemma.endswith(lexicon.agent_endings)
        and lemma not in lexicon.no_agents
    )


def is_nominal(parse: Parse, lexicon: TriggerLexicon, token: int) -> bool:
    """Whether an adjective or participle with its article stands for people: "the *displaced*", "the *poor*".

    Participles are those of verbs that count whom they are done to.
    """
    if parse.deps[token] not in _FILLING or parse.pos[token] not in ("ADJ", "VERB", "NOUN"):
        return False
    if not any(parse.has(c, "Definite=Def") for c in parse.with_dep(token, "det")):
        return False
    if parse.lower[token] in lexicon.people_adjectives:
        return True
    return parse.tags[token] == "VBN" and any(
        sense.counts is not None for sense in lexicon.senses["verbs"].get(lexicon.lemma(parse, token), ())
    )
