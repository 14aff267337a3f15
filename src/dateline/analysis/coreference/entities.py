"""Clusters made into entities: their names, types, aliases, roles and the countries the grammar tells."""

from collections import Counter

from dateline.analysis.coreference.clusters import Cluster
from dateline.analysis.coreference.facts import Facts
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.names import is_acronym
from dateline.model.entity import Entity, Form, Label

UNNAMED = "unnamed"
_LONGEST = 6  # tokens of a phrase after a description that its entity's name keeps


def entity(draft: Draft, cluster: Cluster, number: int) -> Entity:
    """The entity of a cluster; its name is the fullest good name, or the fullest description."""
    names = Counter(_written(draft, m) for m in cluster.members if m.form is Form.NAME)
    named = bool(names) or cluster.is_nation
    name = _best_name(cluster, names) if named else _description(draft, cluster)
    return Entity(
        id=draft.new_id("e", number),
        name=name,
        type=_type(cluster),
        aliases=tuple(n for n in names if n.lower() != name.lower()),
        country=cluster.nation.code if cluster.nation is not None else None,
        roles=tuple(cluster.roles),
    )


def _written(draft: Draft, facts: Facts) -> str:
    """A name as the text has it, without title, article and possessive, on one line."""
    start, end = facts.name or (facts.start, facts.end)
    last = min(draft.parse.ends[end - 1], draft.mentions[facts.position].span.end)
    return " ".join(draft.text[draft.parse.starts[start] : last].split())


def _best_name(cluster: Cluster, names: Counter[str]) -> str:
    if cluster.is_nation and cluster.nation is not None:
        return cluster.nation.name
    order = list(names)
    if cluster.label is Label.PERSON:
        return max(order, key=lambda n: (len(n.split()) > 1, len(n.split()), names[n], -order.index(n)))
    spelled = [n for n in order if not is_acronym(n)] or order
    most = max(names[n] for n in spelled)
    frequent = [n for n in spelled if names[n] * 2 >= most or len(n.split()) > 1]
    longest = [n for n in frequent if len(n.split()) > 1] or frequent
    return max(longest, key=lambda n: (names[n], len(n), -order.index(n)))


def _description(draft: Draft, cluster: Cluster) -> str:
    described = [m for m in cluster.members if m.form is Form.NOMINAL]
    fullest = max(described, key=lambda m: (len(m.modifiers), not m.definite, -m.position))
    span = draft.parse.span(*_phrase(draft, fullest))
    return " ".join(span.of(draft.text).split())


def _phrase(draft: Draft, facts: Facts) -> tuple[int, int]:
    """A description's tokens with its number and the short phrase after it ("two men from Gao").

    A phrase of time tells when something was: "lawmakers *on Saturday* urged …".
    """
    parse, start, end = draft.parse, facts.start, facts.end
    number = parse.child(facts.head, "nummod")
    if number is not None and parse.left[number] < start:
        start = parse.left[number]
    while start > parse.left[facts.head] and parse.deps[start - 1] in ("nummod", "quantmod", "det"):
        start -= 1
    for child in parse.children[facts.head]:
        if child == end and parse.deps[child] in ("prep", "amod") and parse.right[child] - end <= _LONGEST:
            phrase = range(end, parse.right[child])
            timed = not draft.time_tokens.isdisjoint(phrase)
            if not timed and not any(parse.pos[t] in ("VERB", "AUX", "PUNCT") for t in phrase):
                end = parse.right[child]
    return start, end


def _type(cluster: Cluster) -> str:
    label = cluster.label
    if not cluster.named and not cluster.is_nation and label in (Label.PERSON, Label.GROUP):
        return UNNAMED
    return label.value
