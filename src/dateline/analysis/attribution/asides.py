"""Cues that tell of the whole clause around them: "reportedly", "according to the police"."""

from dateline.analysis.attribution.reading import Reading, descendants
from dateline.analysis.attribution.sources import phrase
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable
from dateline.model.attribution import Act

_COPULAS = frozenset({"AUX", "VERB"})


class Asides:
    """Reads the adverbs and prepositions of one parse."""

    def __init__(self, parse: Parse, table: CueTable) -> None:
        self.parse, self.table = parse, table

    # ------------------------------------------------------------------ adverbs
    def adverb(self, token: int) -> Reading | None:
        """ "reportedly", "allegedly": a source that is not told; the clause it stands in is the content."""
        parse = self.parse
        entry = self.table.adverbs.get(parse.lower[token])
        if entry is None or parse.pos[token] not in ("ADV", "ADJ"):
            return None
        head = parse.heads[token]
        if head == token:
            return None
        content = descendants(parse, head) - {token}
        for child in parse.children[head]:
            if parse.deps[child] in ("mark", "cc") or (
                parse.deps[child] == "conj" and parse.child(child, "nsubj", "nsubjpass") is not None
            ):
                content -= descendants(parse, child)
        for other in [t for t in content if parse.deps[t] in ("relcl", "appos")]:
            below = descendants(parse, other)
            if token not in below and head not in below and self._set_off(min(below)):
                content -= below
        return Reading(token, entry, entry.act, {token}, content, frame="adverb", hedge=token)

    def _set_off(self, token: int) -> bool:
        """Behind a comma or dash: an addition that the reporter vouches for."""
        return token > 0 and self.parse.pos[token - 1] == "PUNCT"

    # ------------------------------------------------------------------ prepositions
    def preposition(self, token: int) -> Reading | None:
        """ "according to the police": the object is the source, the clause around it the content."""
        parse = self.parse
        entry = self.table.prepositions.get(parse.lower[token])
        if entry is None:
            return None
        cue, at = {token}, token
        if entry.particle is not None:
            second = next((c for c in parse.children[token] if parse.lower[c] == entry.particle), None)
            if second is None:
                if token + 1 >= len(parse) or parse.lower[token + 1] != entry.particle:
                    return None
                second = token + 1
            cue, at = {token, second}, second
        who = parse.child(at, "pobj", "pcomp")
        if who is None:
            who = parse.child(token, "pobj")
        if who is None:
            return None
        owner = self._owner(who, entry) if self._set_apart(token) else None
        if owner is not None:
            cue |= {
                who,
                *(c for c in range(token, who) if parse.deps[c] in ("det", "amod") and parse.heads[c] == who),
            }
            who = owner
        elif not self._suits(token, who, entry):
            return None
        inside = descendants(parse, token)
        content = self._around(token, inside)
        source = phrase(parse, who, cue)
        reading = Reading(token, entry, entry.act, cue, content - cue, frame="preposition")
        reading.source = source
        return reading

    def _set_apart(self, token: int) -> bool:
        """Whether a phrase begins its sentence or stands behind a comma, and another mark ends it."""
        parse, end = self.parse, self.parse.right[token]
        begins = self._opens(token) or parse.pos[token - 1] in ("PUNCT", "CCONJ", "SCONJ")
        return begins and end < len(parse) and parse.pos[end] == "PUNCT"

    def _owner(self, thing: int, entry: Cue) -> int | None:
        """Whose view it is: "in her words", "in the view of the army"."""
        parse = self.parse
        if entry.owned is None or parse.lemmas[thing] not in self.table.words[entry.owned]:
            return None
        owner = parse.child(thing, "poss")
        if owner is None:
            of = next(
                (p for p in parse.with_dep(thing, "prep") if parse.lower[p] in self.table.words["owners"]),
                None,
            )
            owner = parse.child(of, "pobj") if of is not None else None
        return owner

    def _suits(self, token: int, who: int, entry: Cue) -> bool:
        """Whether a preposition that is no cue by itself has one source and tells of a whole clause."""
        if entry.of is entry.opens is entry.owned is None:
            return True
        parse, words = self.parse, self.table.words
        verb = parse.heads[token]
        if parse.pos[verb] not in _COPULAS or (entry.act is Act.ANNOUNCE and self._is_past(verb)):
            return False
        if entry.opens is not None and parse.lemmas[who] in words[entry.opens] and self._opens(token):
            return True
        one = parse.child(who, "det", "poss") is not None and parse.has(who, "Number=Sing")
        return one and entry.of is not None and parse.lemmas[who] in words[entry.of]

    def _is_past(self, verb: int) -> bool:
        """Whether a clause tells what has been done: no rule says so."""
        finite = self.parse.child(verb, "aux", "auxpass")
        return self.parse.tags[verb if finite is None else finite] == "VBD"

    def _opens(self, token: int) -> bool:
        return self.parse.sentences[self.parse.sentence_of[token]].start == token

    def _around(self, token: int, inside: set[int]) -> set[int]:
        """The whole sentence when the phrase opens or ends it, else the clause it stands in."""
        parse = self.parse
        sentence = parse.sentences[parse.sentence_of[token]]
        words = [t for t in sentence if parse.pos[t] not in ("PUNCT", "SPACE")]
        rest = set(sentence) - inside
        if words and (words[0] in inside or words[-1] in inside):
            return rest
        for above in parse.ancestors(token):
            if (
                parse.pos[above] in ("VERB", "AUX")
                and parse.child(above, "nsubj", "nsubjpass", "expl") is not None
            ):
                return descendants(parse, above) - inside
        return rest
