"""How far the words of a description reach that say what somebody is."""

from dataclasses import dataclass

from dateline.analysis.relations.collector import Collector

_LONGEST = 16  # tokens behind the noun
_CLAUSES = ("relcl", "acl")
_YEAR = len("2011")
_STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "“", '"'})


@dataclass(frozen=True, slots=True)
class Wording:
    """The tokens `[start, end)` of a description, without an article that tells nothing."""

    start: int
    end: int


def wording(c: Collector, noun: int, head: int) -> Wording | None:
    """The words of a description by its noun; `head` is the noun, or the "one" of several.

    None where it tells nothing: of "a group" or "its ally" no reader learns anything.
    """
    parse, words = c.parse, c.lexicon.sections["kinds"]
    start = parse.left[noun] if head == noun else head
    end = reach(c, noun)
    owner = parse.child(noun, "poss")
    if owner is not None and parse.pos[owner] == "PRON":
        return None
    narrowed = end > noun + 1 or any(_narrows(c, t) for t in range(start, noun))
    lemma = parse.lemmas[noun]
    if lemma in words["owned"] and end == noun + 1 and owner is None:
        return None
    if lemma in words["vague"] and not narrowed and head == noun:
        return None
    if head == noun:
        idle = words["indefinite"] if _is_unique(c, noun, end) else words["determiners"]
        while start < noun and parse.lower[start] in idle:
            start += 1
    return Wording(start, end)


def _narrows(c: Collector, token: int) -> bool:
    if c.parse.lower[token] in c.lexicon.sections["kinds"]["idle"]:
        return False
    return c.parse.pos[token] not in ("DET", "PUNCT", "PRON", "ADV", "CCONJ", "PART")


def _is_unique(c: Collector, noun: int, end: int) -> bool:
    """Whether "the" tells something: of what there is one, or what is somebody's."""
    parse, words = c.parse, c.lexicon.sections["kinds"]
    tokens = range(parse.left[noun], noun)
    superlative = any(parse.has(t, "Degree=Sup") or parse.lower[t] in words["only"] for t in tokens)
    return superlative or parse.child(noun, "poss") is not None or end > noun + 1


def reach(c: Collector, noun: int) -> int:
    """Where the words that belong to a noun end: with its prepositions, or a short clause of what it does."""
    parse, end = c.parse, noun + 1
    for child in parse.children[noun]:
        if child < noun or parse.left[child] != end:
            continue
        allowed = (
            parse.deps[child] == "prep" and parse.lower[child] in c.lexicon.sections["kinds"]["prepositions"]
        )
        if not (allowed or (parse.deps[child] in _CLAUSES and _is_lasting(c, child))):
            break
        stop = _until(c, end, parse.right[child])
        if stop <= child + (1 if allowed else 0):
            break
        cut, end = stop < parse.right[child], stop
        if cut:
            break
    return end


def _until(c: Collector, start: int, stop: int) -> int:
    """Where words that go on are cut: at a comma, a pronoun's clause, or what another relation tells."""
    parse = c.parse
    for token in range(start, min(stop, start + _LONGEST)):
        clause = parse.deps[token] in _CLAUSES and not _is_lasting(c, token)
        if clause:
            return max(start, parse.left[token])
        if parse.words[token] in _STOPS and not _is_hyphen(c, token):
            return token
        if parse.has(token, "PronType=Prs"):
            return start
    return stop if stop - start <= _LONGEST else start


def _is_hyphen(c: Collector, token: int) -> bool:
    return c.parse.words[token] == "-" and c.parse.starts[token] == c.parse.ends[token - 1]


def _is_lasting(c: Collector, verb: int) -> bool:
    """Whether a clause tells what somebody is like, and not what once happened or what other finders tell."""
    parse = c.parse
    if parse.has(verb, "Tense=Past") and parse.child(verb, "aux", "auxpass") is None:
        return False
    helper = next((t for t in parse.with_dep(verb, "aux", "auxpass") if parse.has(t, "VerbForm=Fin")), verb)
    lasting = parse.has(helper, "Tense=Pres") or parse.has(verb, "VerbForm=Ger") or parse.tags[verb] == "VBG"
    passive = parse.child(verb, "auxpass") is not None
    span = parse.span(parse.left[verb], parse.right[verb])
    dated = any(len(date) > _YEAR for date in c.times_in(span))
    return lasting and not dated and not (passive and parse.lemmas[verb] in c.lexicon.frames)
