"""Who speaks each quotation, as far as pronouns need to know it before attribution has looked."""

from dateline.analysis.coreference.facts import Facts
from dateline.analysis.coreference.tables import Descriptions
from dateline.analysis.draft import Draft


def quoters(draft: Draft, facts: list[Facts], tables: Descriptions) -> dict[int, Facts]:
    """For every quotation the mention that is subject of a verb of speaking next to it, if one is."""
    parse = draft.parse
    by_sentence: dict[int, list[Facts]] = {}
    for f in facts:
        if f.quote < 0 and f.subject and parse.lemmas[parse.heads[f.head]] in tables.speech_verbs:
            by_sentence.setdefault(f.sentence, []).append(f)
    found: dict[int, Facts] = {}
    for number, quotation in enumerate(draft.quotations):
        tokens = parse.tokens_in(quotation.span)
        if not tokens:
            continue
        near = [
            f
            for s in {parse.sentence_of[tokens.start], parse.sentence_of[tokens.stop - 1]}
            for f in by_sentence.get(s, [])
        ]
        if not near and _goes_on(draft, number) and number - 1 in found:
            found[number] = found[number - 1]
        elif near:
            found[number] = min(
                near, key=lambda f: min(abs(f.head - tokens.start), abs(f.head - tokens.stop))
            )
    return found


def _goes_on(draft: Draft, number: int) -> bool:
    """Whether a quotation continues the one before: of the same paragraph, with at most a cue between."""
    if number == 0:
        return False
    before, span = draft.quotations[number - 1].span, draft.quotations[number].span
    between = draft.text[before.end : span.start]
    return before.end <= span.start and "\n" not in between and len(between.split()) <= 6
