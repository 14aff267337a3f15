"""Whom a request, refusal or promise is to or about, where no slot names them."""

from dateline.analysis.clauses import SUBJECTS, prepositional
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.model.entity import Form

_CONTENT = ("xcomp", "ccomp", "dobj", "prep", "acl", "pcomp", "pobj", "advcl", "conj", "attr", "relcl")
_CONTENT_DEEP = (*_CONTENT, "nsubj", "dative", "amod", "agent")
_DEPTH = 6


def asked(draft: Draft, lexicon: TriggerLexicon, found: Found) -> tuple[int, ...]:
    """Who is to do what is asked or refused: the subject of its clause, or whom it would be done with.

    "demanded that *the junta* yield", "called for *Chad* to act", "refused to talk to *the envoy*",
    "refused to lift the ban on *the union*".
    """
    parse, words = draft.parse, found.words
    below = [*words, *(p for w in words for p in parse.with_dep(w, "prep"))]
    clauses = [c for w in below for c in parse.with_dep(w, "xcomp", "ccomp", "pcomp")]
    doings = [c for c in clauses if parse.deps[c] == "xcomp"]
    things = [t for w in (*words, *doings) for t in parse.with_dep(w, "dobj", "nsubjpass")]
    people = [t for c in clauses for t in parse.with_dep(c, *SUBJECTS)]
    people += [t for d in doings for t in parse.with_dep(d, "dobj", "dative")]
    people += [t for w in (*doings, *things) for t in prepositional(parse, w, lexicon.addressing)]
    for token in people:
        if token not in found.actors and _is_concerned(draft, token, found):
            return tuple(t for t in parse.conjuncts(token) if draft.mention_of(t) is not None)
    return ()


def concerned(draft: Draft, lexicon: TriggerLexicon, found: Found) -> tuple[int, ...]:
    """Whom a speech act is about where its content is no event: "agreed to build a port in Kenya".

    The nearest mention below the content that is an object, or follows a preposition of `toward`.
    """
    parse = draft.parse
    level = list(found.words)
    for _ in range(_DEPTH):
        level = [
            c
            for t in level
            for c in parse.children[t]
            if c > found.trigger and parse.deps[c] in _CONTENT_DEEP and c not in found.actors
        ]
        for token in level:
            if parse.deps[token] in ("dobj", "dative", "nsubj", "pobj") and _is_concerned(
                draft, token, found
            ):
                head = parse.heads[token]
                if parse.deps[token] != "pobj" or parse.lower[head] in lexicon.toward:
                    return tuple(t for t in parse.conjuncts(token) if draft.mention_of(t) is not None)
    return ()


def _is_concerned(draft: Draft, token: int, found: Found) -> bool:
    position = draft.mention_of(token)
    if position is None or draft.mentions[position].form is Form.PRONOUN:
        return False
    entity = draft.entity_of(position)
    own = {draft.entity_of(p) for t in found.actors if (p := draft.mention_of(t)) is not None}
    return entity is None or entity not in own
