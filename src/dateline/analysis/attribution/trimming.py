"""What stands in the subtree of a content but belongs to the saying of it, or to another saying."""

from dateline.analysis.attribution.reading import descendants
from dateline.analysis.syntax import Parse
from dateline.language.cues import CueTable

_TIMES = frozenset({"DATE", "TIME"})
_FINITE = frozenset({"VBD", "VBZ"})
_PERFECT = frozenset({("VBN", False), ("VBD", False)})  # "has said …, and denied …"
_WH = frozenset({"WDT", "WP", "WRB", "WP$"})


class Trimmer:
    """Takes such parts off clausal contents of one parse.

    `reattached` maps the head of a clause that was taken off to the cue whose source speaks in it; `times`
    holds the tokens of dates and times of day, `actors` the head tokens of those who can speak.
    """

    def __init__(self, parse: Parse, table: CueTable, actors: frozenset[int]) -> None:
        self.parse, self.table, self.actors = parse, table, actors
        self.reattached: dict[int, int] = {}
        self.times = {t for n in parse.names if n.label in _TIMES for t in range(n.start, n.end)}

    def trim(self, token: int, content: set[int]) -> None:
        """Takes off a clausal content what belongs to the act of saying itself."""
        self._part_finite(token, content)
        self._part_verb(token, content)
        self._part(token, content)
        self._part_comment(token, content)
        self._part_aside(token, content)
        self._part_contrast(token, content)
        self._part_other(token, content)
        self._part_remark(token, content)
        self._part_time(token, content)

    def trim_addition(self, token: int, content: set[int]) -> None:
        """Takes off a thing or deed what is only added behind a comma: "banned the march, which …"."""
        parse = self.parse
        for child in sorted(content):
            if child <= token or parse.deps[child] != "relcl" or not self.comma_before(parse.left[child]):
                continue
            below = descendants(parse, child)
            if max(content) <= max(below) + 1 and min(below) > min(content):
                content -= below
                return

    def _part(self, token: int, content: set[int]) -> None:
        """A participle of saying that ends the content: "said …, citing …" speaks on for the source."""
        parse = self.parse
        for child in sorted(content):
            if child <= token or parse.tags[child] != "VBG" or parse.lemmas[child] not in self.table.verbs:
                continue
            whole = parse.heads[child] if parse.deps[child] == "pcomp" else child
            if parse.deps[child] in ("advcl", "pcomp") and self.comma_before(parse.left[whole]):
                self._cut(token, whole, content)
                if whole in self.reattached:
                    self.reattached.setdefault(child, token)

    def _part_verb(self, token: int, content: set[int]) -> None:
        """A verb of saying in the form of the cue itself: "says it lost a jet and accuses its neighbour"."""
        parse = self.parse
        for child in sorted(content):
            if child < token or parse.deps[child] != "conj" or not self._says(child):
                continue
            head = parse.heads[child]
            if head not in content:
                continue
            if self._is_of(token, child, head) or self._is_foreign(token, head):
                self._cut(token, child, content)
                content -= {c for c in parse.children[head] if head < c < child and parse.deps[c] == "cc"}

    def _part_finite(self, token: int, content: set[int]) -> None:
        """A finite verb coordinated with an infinitive or gerund: "vowed to fight and burned the letter"."""
        parse = self.parse
        for child in sorted(content):
            if child < token or parse.deps[child] != "conj" or parse.tags[child] not in (*_FINITE, "VBP"):
                continue
            head = parse.heads[child]
            if parse.tags[child] == "VBP" and parse.tags[head] != "VBG":
                continue
            bare = head in content and self._is_bare(head)
            if bare and parse.child(child, "nsubj", "nsubjpass", "aux") is None and head > token:
                self._cut(token, child, content)
                content -= {c for c in parse.children[head] if head < c < child and parse.deps[c] == "cc"}

    def _is_bare(self, verb: int) -> bool:
        """An infinitive or gerund that nothing finite stands before."""
        parse = self.parse
        aux = parse.with_dep(verb, "aux", "auxpass")
        infinitive = any(parse.tags[a] == "TO" for a in aux)
        return infinitive or (
            parse.tags[verb] == "VBG" and not aux and parse.deps[verb] in ("xcomp", "pcomp")
        )

    def _is_of(self, token: int, verb: int, head: int) -> bool:
        """Whether a verb has the form of the cue and not of the verb that the parser joins it to."""
        own, form = self._form(token), self._form(verb)
        perfect = own[1] and self.parse.tags[token] == "VBN"
        return form != self._form(head) and (form == own or (perfect and form in _PERFECT))

    def _is_foreign(self, token: int, head: int) -> bool:
        """Whether the cue's subject can speak and that of a verb in its content cannot."""
        parse = self.parse
        own, other = (parse.child(v, "nsubj", "nsubjpass") for v in (token, head))
        if own is None or other is None or parse.pos[other] == "PRON":
            return False
        return own in self.actors and other not in self.actors

    def _says(self, verb: int) -> bool:
        """Whether a verb is a cue with a complement and no subject of its own."""
        parse = self.parse
        if parse.lemmas[verb] not in self.table.verbs or parse.child(verb, "nsubj", "nsubjpass") is not None:
            return False
        return parse.child(verb, "ccomp", "xcomp", "dobj", "prep") is not None

    def _form(self, verb: int) -> tuple[str, bool]:
        """Tense and person of a finite verb, and whether an auxiliary carries them; "did" only denies."""
        aux = self.parse.child(verb, "aux", "auxpass")
        if aux is not None and self.parse.lemmas[aux] == "do":
            return (self.parse.tags[aux], False)
        return (self.parse.tags[verb if aux is None else aux], aux is not None)

    def _part_comment(self, token: int, content: set[int]) -> None:
        """A comment on the content behind a comma: "says he holds the town, a claim that …"."""
        parse = self.parse
        for child in sorted(content):
            if child > token and parse.lemmas[child] in self.table.nouns and is_comment(parse, child):
                self._cut(token, child, content)

    def _part_aside(self, token: int, content: set[int]) -> None:
        """ "… denied that he fled, as a newspaper had alleged": the aside is the reporter's."""
        parse = self.parse
        for child in sorted(content):
            if child <= token or parse.deps[child] != "advcl" or parse.lemmas[child] not in self.table.verbs:
                continue
            mark = parse.child(child, "mark")
            if mark is None or parse.lower[mark] not in self.table.words["aside_openers"]:
                continue
            if self.comma_before(parse.left[child]) and parse.child(child, "ccomp", "dobj", "xcomp") is None:
                below = descendants(parse, child)
                if max(content) <= max(below) + 1:
                    content -= below

    def _part_contrast(self, token: int, content: set[int]) -> None:
        """ "… said it would hold, while another warned that …": that is the other's word."""
        parse = self.parse
        for child in sorted(content):
            if child <= token or parse.deps[child] != "advcl" or parse.lemmas[child] not in self.table.verbs:
                continue
            mark = parse.child(child, "mark")
            if mark is None or parse.lower[mark] not in self.table.words["contrasts"]:
                continue
            below = descendants(parse, child)
            own = parse.child(child, "nsubj", "nsubjpass") is not None
            apart = self.comma_before(min(below)) or self._is_told_beside(token, child)
            if own and apart and max(content) <= max(below) + 1:
                content -= below

    def _part_other(self, token: int, content: set[int]) -> None:
        """ "… said they had won and a rival said they had not": a second speaker, told in the cue's tense."""
        parse = self.parse
        for child in sorted(content):
            if child <= token or parse.deps[child] != "conj" or parse.heads[child] not in content:
                continue
            head = parse.heads[child]
            if not self._is_told_beside(token, child) or self._form(head) == self._form(token):
                continue
            below = descendants(parse, child)
            if max(content) <= max(below) + 1:
                content -= below | {
                    c for c in parse.children[head] if head < c < child and parse.deps[c] == "cc"
                }

    def _is_told_beside(self, token: int, verb: int) -> bool:
        """Whether a clause has a speaker of its own who says something in the tense of the cue."""
        parse = self.parse
        if parse.lemmas[verb] not in self.table.verbs or self._form(verb) != self._form(token):
            return False
        who = parse.child(verb, "nsubj", "nsubjpass")
        return who is not None and parse.child(verb, "ccomp", "xcomp", "dobj", "prep") is not None

    def _part_remark(self, token: int, content: set[int]) -> None:
        """ "… signed the law, which critics say is void": a remark at the end is the critics' word."""
        parse = self.parse
        for child in sorted(content):
            if child <= token or parse.deps[child] != "relcl" or parse.lemmas[child] not in self.table.verbs:
                continue
            below, who = descendants(parse, child), parse.child(child, "nsubj")
            if who is None or parse.tags[who] in _WH or parse.child(child, "ccomp") is None:
                continue
            if self.comma_before(min(below)) and max(content) <= max(below) + 1:
                content -= below

    def _part_time(self, token: int, content: set[int]) -> None:
        """A time between cue and content: "said on Monday it would …"."""
        parse, at = self.parse, token + 1
        if at not in content or min(content) != at:
            return
        if parse.pos[at] == "ADP" and at + 1 in self.times:
            at += 1
        end = at
        while end in self.times:
            end += 1
        if end > at and end in content and parse.pos[end] in ("PRON", "DET", "PROPN", "NOUN"):
            content -= set(range(token + 1, end))

    def _cut(self, token: int, child: int, content: set[int]) -> None:
        """Takes a clause off the end of a content; what it says is the cue's own source's."""
        below = descendants(self.parse, child)
        if max(content) <= max(below) + 1:
            content -= below
            self.reattached.setdefault(child, token)

    def comma_before(self, token: int) -> bool:
        """Whether a comma stands before a token, closing quotation marks in between left aside."""
        words = self.parse.words
        if token > 1 and self.parse.pos[token - 1] == "PUNCT" and words[token - 1] != ",":
            token -= 1
        return token > 0 and words[token - 1] == ","


def is_comment(parse: Parse, noun: int) -> bool:
    """Whether a noun behind a comma comments on what stands before it: "…, a claim that nobody confirmed".

    The parser calls it an apposition, an adverbial, or one more object.
    """
    first = parse.left[noun]
    if first == 0 or parse.words[first - 1] != "," or parse.deps[noun] not in ("appos", "npadvmod", "dobj"):
        return False
    return parse.deps[noun] != "dobj" or parse.child(parse.heads[noun], "dobj", "attr") != noun
