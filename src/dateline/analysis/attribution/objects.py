"""Objects and phrases that a verbal cue takes: "denied the attack", "called for a truce"."""

from dateline.analysis.attribution.complement import TO, WH, Complement, shape
from dateline.analysis.attribution.reading import descendants
from dateline.analysis.attribution.trimming import Trimmer
from dateline.analysis.syntax import Parse
from dateline.language.cues import Cue, CueTable, Frame
from dateline.model.attribution import Act

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_ADDRESSED = frozenset({Frame.TOLD_TO, Frame.OTHER_TO})
_JUDGING = frozenset({Act.ACCUSE, Act.AGREE, Act.ASSERT})
_OBJECTS = frozenset({Frame.OBJECT, Frame.PREDICATE})


class Objects:
    """Finds the objects and prepositional phrases of one parse that the lexicon lets a verb take."""

    def __init__(self, parse: Parse, table: CueTable, trimmer: Trimmer) -> None:
        self.parse, self.table, self.trimmer = parse, table, trimmer

    def find(self, token: int, entry: Cue) -> list[Complement]:
        """The objects and predicates of an active verb, in text order."""
        found: list[Complement] = []
        for child in self.parse.children[token]:
            if Frame.PREDICATE in entry.frames and self._is_predicate(child):
                found.append(Complement(Frame.PREDICATE, child, descendants(self.parse, child)))
            elif self._is_free_relative(token, child, entry):
                found.append(Complement(Frame.OBJECT, child, descendants(self.parse, child)))
            elif (
                self.parse.deps[child] == "dobj"
                and entry.frames & _OBJECTS
                and self._is_content(token, child)
                and not self._is_sent_away(token, child, entry)
            ):
                content = self._phrase(child)
                if self.parse.pos[child] != "PRON":
                    content |= self._tail(token, max(content))
                content |= self._carried_on(token, max(content), entry)
                found.append(Complement(Frame.OBJECT, child, content))
                if Frame.PREDICATE in entry.frames and self._has_predicate(child):
                    found.append(Complement(Frame.PREDICATE, child, descendants(self.parse, child)))
        return self._plausible(entry, found)

    def _is_free_relative(self, token: int, clause: int, entry: Cue) -> bool:
        """A clause that stands for a thing: "denounced what he called a farce"."""
        parse = self.parse
        if parse.deps[clause] != "ccomp" or Frame.OBJECT not in entry.frames or Frame.CLAUSE in entry.frames:
            return False
        return clause > token and parse.tags[parse.left[clause]] == "WP"

    def _is_predicate(self, child: int) -> bool:
        """Whether a child says what something is called; the parser also makes it govern its own subject."""
        parse, dep = self.parse, self.parse.deps[child]
        if dep == "dative":
            return parse.pos[child] != "ADP"
        if dep == "xcomp":
            return parse.pos[child] in _NOMINAL and parse.child(child, "dobj") is not None
        return dep == "oprd"

    def _has_predicate(self, noun: int) -> bool:
        """Whether the parser took a predicate for a part of the object: "called the vote “a sham”"."""
        parse = self.parse
        later = [c for c in parse.with_dep(noun, "appos", "amod") if c > noun]
        return any(not self.trimmer.comma_before(parse.left[c]) for c in later)

    def _plausible(self, entry: Cue, found: list[Complement]) -> list[Complement]:
        """Without a predicate no predication; a second object behind a comma is a comment on the first."""
        objects = [c for c in found if c.frame == Frame.OBJECT]
        if not objects and all(self._is_own_name(c) for c in found):
            return []
        second = objects[1].head if len(objects) > 1 else None
        if second is not None and self.trimmer.comma_before(self.parse.left[second]):
            found = [c for c in found if c.head != second]
        if Frame.OBJECT in entry.frames or second is not None:
            return found
        return found if any(c.frame == Frame.PREDICATE for c in found) else []

    def _is_own_name(self, found: Complement) -> bool:
        """A name that is nobody's judgement: "Omar Saad, also called *Abu Nur*"."""
        parse, verb = self.parse, self.parse.heads[found.head]
        if parse.deps[found.head] != "oprd" or parse.pos[found.head] != "PROPN":
            return False
        first = verb
        while first > 0 and parse.pos[first - 1] == "ADV":
            first -= 1
        return parse.child(verb, "dobj") is None and first > 0 and parse.pos[first - 1] == "PUNCT"

    def _phrase(self, head: int) -> set[int]:
        """A noun phrase less what is only added to it behind a comma: the reporter vouches for that."""
        parse = self.parse
        content = descendants(parse, head)
        for child in parse.children[head]:
            if parse.deps[child] == "relcl" and parse.pos[parse.left[child] - 1] == "PUNCT":
                below = descendants(parse, child)
                if max(below) >= max(content) - 1:
                    content -= below
        return content - self._circumstances(head, content)

    def _circumstances(self, head: int, content: set[int]) -> set[int]:
        """A clause behind a noun that tells what else happens: "rejected the truce as shelling went on"."""
        parse, words = self.parse, self.table.words["circumstances"]
        for token in sorted(content):
            if token <= head or parse.lower[token] not in words:
                continue
            clause = parse.heads[token]
            if parse.deps[token] == "mark" and parse.deps[clause] == "advcl":
                if parse.child(clause, "nsubj", "nsubjpass") is not None and parse.left[clause] == token:
                    return {t for t in content if t >= token}
            elif parse.deps[token] == "prep" and parse.child(token, "pcomp") is not None and clause == head:
                return {t for t in content if t >= token}
        return set()

    def _tail(self, token: int, last: int) -> set[int]:
        """Phrases right behind an object: the parser hangs many on the verb that describe the object."""
        parse = self.parse
        tail: set[int] = set()
        for child in parse.children[token]:
            if parse.left[child] != last + 1:
                continue
            purpose = parse.deps[child] in ("xcomp", "advcl", "ccomp") and shape(parse, child) == TO
            if purpose or (parse.deps[child] == "prep" and not self._is_circumstance(child)):
                tail |= descendants(parse, child)
                last = max(tail)
        return tail

    def _is_when(self, noun: int) -> bool:
        """A time that nothing more is told of: "has called for months …"."""
        return noun in self.trimmer.times and self.parse.child(noun, "relcl", "acl", "prep", "poss") is None

    def _is_relative(self, token: int, goal: int) -> bool:
        """A bare pronoun of a relative clause: "the raid to which he referred" tells nothing of the raid."""
        return self.parse.deps[token] == "relcl" and self.parse.tags[goal] in WH

    def _is_circumstance(self, prep: int) -> bool:
        """A phrase of time or medium, which belongs to the saying: "on Monday", "in an interview"."""
        parse = self.parse
        goal = parse.child(prep, "pobj", "pcomp")
        if goal is None or goal in self.trimmer.times or parse.pos[goal] == "VERB":
            return True
        return parse.lemmas[goal] in self.table.words["media"]

    def _is_content(self, token: int, thing: int) -> bool:
        """An object that says something: no pronoun of a relative clause."""
        relative = self.parse.deps[token] == "relcl" and thing < token
        return self.parse.tags[thing] not in WH and not relative

    def _is_sent_away(self, token: int, thing: int, entry: Cue) -> bool:
        """Somebody who is dismissed from office, and not as what he is called."""
        parse = self.parse
        roles = (p for p in parse.with_dep(token, "prep") if parse.lower[p] in self.table.words["roles"])
        return entry.act == Act.DENY and thing in self.trimmer.actors and next(roles, None) is None

    def prepositional(self, token: int, entry: Cue, joined: bool) -> list[Complement]:
        parse = self.parse
        found: list[Complement] = []
        for child in (*parse.children[token], *self._behind_others(token, entry)):
            word = parse.lower[child]
            if parse.deps[child] in ("prep", "dative"):
                goal = parse.child(child, "pobj", "pcomp")
                if goal is not None and self._is_relative(token, goal):
                    continue
                if word in entry.preps and not joined and goal is not None and not self._is_when(goal):
                    content = self._phrase(goal) if parse.deps[goal] == "pobj" else descendants(parse, goal)
                    content |= self._action(token, max(content), Frame.OTHER_TO in entry.frames)
                    content |= self._carried_on(token, max(content), entry)
                    found.append(Complement(f"prep:{word}", goal, content, (child,)))
                elif joined and word in entry.joined and parse.children[child]:
                    found.append(Complement(f"object+{word}", child, descendants(parse, child)))
            elif parse.deps[child] in ("advcl", "ccomp", "xcomp") and not joined:
                mark = parse.child(child, "mark")
                if mark is not None and parse.lower[mark] in entry.preps and shape(parse, child) == TO:
                    content = descendants(parse, child) - {mark}
                    found.append(Complement(f"prep:{parse.lower[mark]}", child, content, (mark,)))
        return found

    def _carried_on(self, token: int, last: int, entry: Cue) -> set[int]:
        """What somebody is taken for or judged for: "referred to it as a trap", "railed at him for it"."""
        parse, words = self.parse, self.table.words
        found: set[int] = set()
        for child in parse.with_dep(token, "prep"):
            if parse.left[child] != last + 1 or child in found:
                continue
            likened = parse.lower[child] in words["roles"]
            blamed = parse.lower[child] in words["reasons"] and parse.child(child, "pcomp") is not None
            if likened or (blamed and entry.act in _JUDGING):
                found |= descendants(parse, child)
                last = max(found)
        return found

    def _behind_others(self, token: int, entry: Cue) -> list[int]:
        """Prepositions that the parser hung on a particle or on who is told: "reminded voters of it"."""
        if entry.particle is not None:
            own = (c for c in self.parse.children[token] if self.parse.lower[c] == entry.particle)
            return [p for c in own for p in self.parse.with_dep(c, "prep")]
        thing = self.parse.child(token, "dobj")
        if thing is None or not entry.frames & _ADDRESSED or entry.frames & {Frame.OBJECT, Frame.QUOTE}:
            return []
        return self.parse.with_dep(thing, "prep")

    def _action(self, token: int, last: int, anywhere: bool) -> set[int]:
        """What somebody named by a preposition is to do: "called on both sides to stop"."""
        parse = self.parse
        for child in parse.with_dep(token, "xcomp", "advcl", "ccomp"):
            if child > last and shape(parse, child) == TO and (anywhere or parse.left[child] == last + 1):
                return descendants(parse, child)
        return set()
