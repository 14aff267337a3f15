"""Whether a report says that somebody is dead: a bare surname then rather means the living one."""

from dateline.analysis.coreference.clusters import Cluster
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.syntax import Parse


def said_dead(parse: Parse, tables: Descriptions, cluster: Cluster) -> bool:
    """Whether the report says of a person, by one of their names, that they were killed or died."""
    heads = [facts.head for facts in cluster.members]
    return any(_told_dead(parse, tables, head) or _called_dead(parse, tables, head) for head in heads)


def _told_dead(parse: Parse, tables: Descriptions, head: int) -> bool:
    """ "X was killed", "X died"."""
    verb = parse.heads[head]
    if parse.lemmas[verb] not in tables.death_verbs:
        return False
    if parse.deps[head] == "nsubjpass":
        return True
    past = parse.deps[head] == "nsubj" and "Tense=Past" in parse.morphs[verb]
    return past and parse.lemmas[verb] in tables.dying and _intransitive(parse, verb)


def _called_dead(parse: Parse, tables: Descriptions, head: int) -> bool:
    """ "X, who was killed", "X, killed in 1998", "the late X"."""
    for child in parse.children[head]:
        if child < head and parse.lower[child] in tables.death_words:
            return True
        if parse.deps[child] not in ("relcl", "acl") or parse.lemmas[child] not in tables.death_verbs:
            continue
        if parse.tags[child] == "VBN" or parse.child(child, "nsubjpass") is not None:
            return True
    return False


def _intransitive(parse: Parse, verb: int) -> bool:
    return not any(parse.deps[c] == "dobj" for c in parse.children[verb])
