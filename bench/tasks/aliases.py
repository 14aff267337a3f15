"""re3d: names of one actor inside a sentence (IsSynonymOf pairs).

Predicted are the also_known_as relations and every two mentions of one entity in one sentence that are
worded differently. Precision is a lower bound: pronouns and other wordings of one entity are not annotated
as synonyms.
"""

import itertools
from collections.abc import Iterator, Sequence

from bench.contract import Span
from bench.errors import MISS, Error
from bench.metrics import Figures, rates
from bench.spans import Sentences, overlap
from bench.tasks import re3d
from bench.tasks.base import Case, Headline, Task
from bench.tasks.re3d import SYNONYM, Gold, Link, match_links


def _sorted_pairs(links: Sequence[Link]) -> set[tuple[Span, Span]]:
    return {(min(x.subject, x.object), max(x.subject, x.object)) for x in links if x.type == SYNONYM}


def _links(pairs: set[tuple[Span, Span]]) -> list[Link]:
    return [Link(SYNONYM, one, other) for one, other in sorted(pairs)]


def gold_pairs(case: Case[Gold]) -> list[Link]:
    """Each annotated pair once, whichever way round."""
    return _links(_sorted_pairs(case.gold.relations))


def predicted_pairs(case: Case[Gold]) -> list[Link]:
    """Stated synonyms, and mentions of one entity in one sentence."""
    pairs = _sorted_pairs(re3d.predicted_relations(case.analysis, case.text))
    sentences = Sentences(case.text)
    together: dict[tuple[str, int], list[Span]] = {}
    for mention in case.analysis.mentions:
        if mention.entity:
            together.setdefault((mention.entity, sentences.number(mention.span[0])), []).append(mention.span)
    for spans in together.values():
        for one, other in itertools.combinations(sorted(spans), 2):
            worded_alike = case.text[slice(*one)].lower() == case.text[slice(*other)].lower()
            if not worded_alike and not overlap(one, other):
                pairs.add((one, other))
    return _links(pairs)


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """`alias.p/r/f`; recall is the figure to read."""
    hits = gold = predicted = 0
    for case in cases:
        mine, theirs = gold_pairs(case), predicted_pairs(case)
        gold += len(mine)
        predicted += len(theirs)
        hits += len(match_links(mine, theirs))
    return rates("alias", hits, predicted, gold)


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Every missed pair, by whether its ends were seen at all."""
    for case in cases:
        mine = gold_pairs(case)
        found = {i for i, _ in match_links(mine, predicted_pairs(case))}
        spans = [mention.span for mention in case.analysis.mentions]
        for i, link in enumerate(mine):
            if i in found:
                continue
            unseen = sum(not any(overlap(end, span) for span in spans) for end in (link.subject, link.object))
            forms = sorted(re3d.form_of(case.text, end) for end in (link.subject, link.object))
            hull = (link.subject[0], max(link.subject[1], link.object[1]))
            yield Error(
                task=NAME,
                document=case.id,
                side=MISS,
                cause=f"{unseen} of 2 ends is no mention" if unseen else "not joined",
                kind=" + ".join(forms),
                detail="",
                start=hull[0],
                end=hull[1],
                gold=f"{case.text[slice(*link.subject)]} = {case.text[slice(*link.object)]}",
                predicted="",
                sentence=Sentences(case.text).around(hull),
            )


NAME = "aliases"
TASK = Task(
    name=NAME,
    title="aliases, re3d",
    folder=re3d.FOLDER,
    splits=re3d.SPLITS,
    found=lambda analysis: bool(analysis.relations) or any(item.entity for item in analysis.mentions),
    headlines=(
        Headline("alias.r", "alias recall", "none known"),
        Headline("alias.p", "alias precision (lower bound)", floor=False),
    ),
    read=re3d.read,
    score=score,
    oracle=re3d.oracle,
    errors=errors,
)
