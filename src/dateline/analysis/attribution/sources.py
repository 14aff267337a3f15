"""Whose words they are: the noun phrase that a cue has for its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from dateline.analysis.attribution.reading import Source, descendants
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable

_SHARING = frozenset({"conj", "xcomp", "ccomp", "advcl", "dep", "acomp", "attr", "oprd", "parataxis", "acl"})
# On the way up from the noun that a clause hangs on: "his way of saying", "took the lead in saying".
_THROUGH = frozenset({"dobj", "pobj", "prep", "nsubj"})
_DESCRIBING = frozenset({"VBG", "VBN", "JJ"})
_NAMES = frozenset({"PROPN", "INTJ", "X"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_DASHES = frozenset({"—", "–", "-", "--"})
_LONGEST = 12  # tokens of a relative clause that is still part of a speaker's description
_FARTHEST = 8  # steps up the tree


@dataclass(frozen=True)
class Control:
    """Who acts in a clause that names nobody.

    `other` holds the lemmas of verbs whose object acts ("urged them to leave", "sent them to ask"), `carried`
    the prepositions behind the object of a verb ("accused them of leaving"), `leaving` those of verbs whose
    object is left doing something ("left them wondering"), `beside` the prepositions of those who do
    something beside the subject ("…, with many saying").
    """

    other: frozenset[str]
    carried: Mapping[str, frozenset[str]]
    leaving: frozenset[str]
    beside: frozenset[str]

    @classmethod
    def of(cls, table: CueTable) -> Self:
        words = table.words
        others = table.controllers | words["causing"]
        return cls(others, table.carriers, words["leaving"], words["companions"])


def subject(parse: Parse, verb: int, control: Control) -> int | None:
    """The token that heads a verb's logical subject, looked for up the tree when the verb has none.

    A participle or infinitive shares the subject of the clause it hangs on ("he left, saying …"), or that
    clause's object where the verb asks somebody to act; one that modifies a noun has the noun for its subject
    ("a letter saying …"), or whoever the noun belongs to ("his way of saying …").
    """
    at = verb
    for _ in range(_FARTHEST):
        own = _own(parse, at)
        if own is not None:
            return own
        head, dep = parse.heads[at], parse.deps[at]
        if head == at:
            return None
        if dep in ("acl", "relcl"):
            if parse.pos[head] not in _NOMINAL:
                return None
            if dep == "relcl" or not _is_infinitive(parse, at):
                return head
        thing = parse.child(head, "dobj")
        controlled = dep in ("xcomp", "ccomp") or (dep == "advcl" and _is_infinitive(parse, at))
        if controlled and parse.lemmas[head] in control.other and thing is not None and thing < at:
            return thing
        other = _left_doing(parse, at, control)
        if other is not None:
            return other
        if dep == "pcomp":
            at, head = head, parse.heads[head]
            thing = parse.child(head, "dobj", "nsubjpass")
            carried = control.carried.get(parse.lemmas[head], frozenset())
            if thing is not None and thing < at and parse.lower[at] in carried:
                return thing
        elif dep not in _SHARING and (at == verb or dep not in _THROUGH):
            return None
        owner = parse.child(head, "poss") if parse.pos[head] in ("NOUN", "PROPN") else None
        if owner is not None:
            return owner
        at = head
    return None


def _left_doing(parse: Parse, participle: int, control: Control) -> int | None:
    """Who does what a participle tells: "left the miners wondering …", "…, with many saying that …"."""
    head = parse.heads[participle]
    if parse.tags[participle] != "VBG" or parse.deps[participle] not in ("advcl", "xcomp", "ccomp"):
        return None
    thing = parse.child(head, "dobj")
    if thing is not None and thing < participle and parse.lemmas[head] in control.leaving:
        return thing
    who = next((t for t in parse.ancestors(parse.left[participle] - 1) if parse.deps[t] == "pobj"), None)
    if who is None or parse.right[who] != parse.left[participle]:
        return None
    prep = parse.heads[who]
    set_off = prep > 0 and parse.pos[prep - 1] == "PUNCT"
    return who if set_off and parse.lower[prep] in control.beside else None


def beside(parse: Parse, verb: int, first: int) -> Source | None:
    """The speaker of a finite verb that the parser has given another clause, or missed.

    Of "those waiting at the gate say …" it makes a clause "those waiting", of an unknown name an adverb.
    `first` is the first token of the verb's group.
    """
    for clause in parse.with_dep(verb, "ccomp"):
        who = parse.child(clause, "nsubj")
        source = _of_clause(parse, clause, who, first) if clause < verb and who is not None else None
        if source is not None:
            return source
    named = _between_commas(parse, first)
    if named is not None:
        return named
    start = first
    while start > 0 and parse.words[start - 1][:1].isupper() and parse.pos[start - 1] in _NAMES:
        start -= 1
    opens = start == 0 or parse.pos[start - 1] in ("PUNCT", "CCONJ", "SCONJ")
    opens = opens or parse.sentence_of[start - 1] != parse.sentence_of[verb]
    return Source(first - 1, frozenset(range(start, first)), first - 1) if start < first and opens else None


def _of_clause(parse: Parse, clause: int, who: int, first: int) -> Source | None:
    """The subject of a clause that only describes it: "those waiting …", "Keita, whose men had fled, …"."""
    if parse.child(clause, "mark", "aux", "auxpass") is not None:
        return None
    if parse.tags[clause] in _DESCRIBING and parse.right[clause] == first:
        return Source(who, frozenset(descendants(parse, clause)), who)
    after = who + 1
    described = parse.words[after] == "," and parse.tags[after + 1] in _RELATIVE
    return Source(who, frozenset(range(parse.left[who], after)), who) if described else None


def _between_commas(parse: Parse, first: int) -> Source | None:
    """A name that the parser set beside the noun before: "in a speech, Ada Obi, a judge, said …"."""
    if first < 2 or parse.words[first - 1] != ",":
        return None
    for token in parse.ancestors(first - 1):
        if parse.right[token] == first and parse.deps[token] == "appos" and parse.pos[token] == "PROPN":
            start = parse.left[token]
            apart = start > 0 and parse.words[start - 1] == ","
            return Source(token, frozenset(range(start, first - 1)), token) if apart else None
    return None


def _own(parse: Parse, verb: int) -> int | None:
    """The subject that hangs on a verb, or on its auxiliary."""
    for token in (verb, *parse.with_dep(verb, "auxpass", "aux")):
        own = parse.child(token, "nsubj", "nsubjpass")
        if own is not None:
            return own
    return None


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tags[a] == "TO" for a in parse.with_dep(verb, "aux"))


def phrase(parse: Parse, head: int, without: set[int]) -> Source | None:
    """The full noun phrase of a head, less what belongs to the cue and its content.

    A relative pronoun is given with its antecedent.
    """
    if parse.tags[head] in _RELATIVE:
        return _relative(parse, head)
    tokens = descendants(parse, head)
    tokens = _before_clause(parse, head, tokens, without) - _digression(parse, head)
    tokens -= _place_before_dash(parse, tokens)
    if head not in tokens:
        head = parse.head_of(min(tokens), max(tokens) + 1) if tokens else head
    return Source(head, frozenset(tokens), head) if tokens else None


def _relative(parse: Parse, pronoun: int) -> Source | None:
    clause = next((a for a in parse.ancestors(pronoun) if parse.deps[a] == "relcl"), None)
    if clause is None:
        return None
    antecedent = parse.heads[clause]
    tokens = {t for t in descendants(parse, antecedent) if t < pronoun}
    tokens -= descendants(parse, clause)
    while tokens and parse.pos[max(tokens)] in ("PUNCT", "ADP"):
        tokens.discard(max(tokens))
    return Source(pronoun, frozenset(tokens | {pronoun}), antecedent)


def _place_before_dash(parse: Parse, tokens: set[int]) -> set[int]:
    """A dateline that the parser took for part of the speaker: "GOMA — The governor said"."""
    dash = next((t for t in sorted(tokens) if parse.words[t] in _DASHES), None)
    if dash is None:
        return set()
    before = {t for t in tokens if t <= dash}
    words = [parse.words[t] for t in before if parse.pos[t] not in ("PUNCT", "NUM")]
    return before if words and all(w.isupper() for w in words) else set()


def _digression(parse: Parse, head: int) -> set[int]:
    """A long relative clause behind a comma, which tells a story of its own."""
    for child in parse.with_dep(head, "relcl"):
        below = descendants(parse, child)
        if len(below) > _LONGEST and parse.pos[min(below) - 1] == "PUNCT":
            return below
    return set()


def _before_clause(parse: Parse, head: int, tokens: set[int], without: set[int]) -> set[int]:
    """Cuts off, with everything behind it, a clause of the phrase that holds the cue itself."""
    if not tokens & without:
        return tokens
    for child in parse.children[head]:
        below = descendants(parse, child)
        if below & without:
            tokens = tokens - below
            tokens = {t for t in tokens if t <= max(head, child)}
    return {t for t in tokens if t not in without}
