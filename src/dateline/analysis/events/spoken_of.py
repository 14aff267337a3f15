"""Whom a request, refusal or promise is to or about, where no slot names them."""

from dateline.analysis.clauses import SUBJECTS, prepositional
from dateline.analysis.draft import Draft
from dateline.analysis.events.found import Found
from dateline.analysis.events.lexicon import TriggerLexicon
from dateline.model.entity import Form

_CONTENT = ("xcomp", "ccomp", "dobj", "prep", "acl", "pcomp", "pobj", "advcl", "conj", "attr", "relcl")
_CONTENT_DEEP = (*_CONTENT, "nsubj", "dative", "amod", "agent")
_DEPTH = 6
_SENT, _LEFT = "MOBILIZE", "withdraw"  # the type and the mode of those that move people


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
            if not _is_beside(draft, lexicon, c)
        ]
        for token in level:
            if parse.deps[token] in ("dobj", "dative", "nsubj", "pobj") and _is_concerned(
                draft, token, found
            ):
                head = parse.heads[token]
                if parse.deps[token] != "pobj" or parse.lower[head] in lexicon.toward:
                    return tuple(t for t in parse.conjuncts(token) if draft.mention_of(t) is not None)
    return ()


def _is_beside(draft: Draft, lexicon: TriggerLexicon, token: int) -> bool:
    """Whether words tell of another matter than the content: "but *Chad has yet to reply*", "*if he goes*".

    Or only where and when it was said: "pledged aid *at a meeting* in Lima".
    """
    parse = draft.parse
    if parse.deps[token] == "prep":
        return parse.lower[token] in lexicon.located and parse.lower[token] not in lexicon.toward
    if parse.deps[token] == "advcl":
        return parse.child(token, "mark") is not None
    return parse.deps[token] == "conj" and parse.child(token, *SUBJECTS) is not None


def _is_moved(draft: Draft, token: int, found: Found) -> bool:
    """Whether somebody is only sent or called back: "agreed to send *200 soldiers*"."""
    parse, inner = draft.parse, found.inner
    if inner is None or parse.heads[token] != inner.trigger or parse.deps[token] != "dobj":
        return False
    return inner.sense.type == _SENT or _LEFT in inner.modes


def _is_concerned(draft: Draft, token: int, found: Found) -> bool:
    position = draft.mention_of(token)
    if position is None or draft.mentions[position].form is Form.PRONOUN or _is_moved(draft, token, found):
        return False
    entity = draft.entity_of(position)
    own = {draft.entity_of(p) for t in found.actors if (p := draft.mention_of(t)) is not None}
    return entity is None or entity not in own
