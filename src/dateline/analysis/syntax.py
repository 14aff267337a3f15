"""The parse as the stages see it: plain columns, one entry a token, free of any parser's types.

Labels of parts of speech are Universal Dependencies'; dependency labels are ClearNLP's (nsubj, dobj,
ccomp, …), the house's dependency vocabulary. Plain lists keep the stages fast and let tests build a
parse by hand without a model.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A named span as the model gives it, in tokens `[start, end)`. Trust the span more than the label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[start, end)`; `paragraph` numbers the paragraph (line) of the report it stands in."""

    start: int
    end: int
    paragraph: int
    title: bool = False

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.start, self.end))


@dataclass(frozen=True, slots=True)
class Parse:
    """Token columns of one report, all of one length.

    `starts`/`ends` are code-point offsets into the document's text. `words` are the normalised
    surface forms, `lower` the same in lower case, `lemmas` lower-cased lemmas, `tags` the model's own
    fine-grained tags, `morphs` UD feature strings ("Number=Plur|Tense=Past"). `heads` are token
    numbers (a root is its own head); `left`/`right` the first token and one past the last token of
    each token's subtree. `object_control` are the language's prepositions behind which a gerund is the
    object's doing ("accuse them of looting").
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    morphs: list[str]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    object_control: frozenset[str] = frozenset()
    sentence_of: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for number, sentence in enumerate(self.sentences):
            self.sentence_of.extend([number] * (sentence.end - sentence.start))
        count = len(self.words)
        self.children.extend([] for _ in range(count))
        self.left.extend(range(count))
        self.right.extend(range(1, count + 1))
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)
        for token in range(count):
            self._widen(token)

    def _widen(self, token: int) -> None:
        """Carries a token's position up its heads, as far as it still changes an edge."""
        left, right, heads = self.left, self.right, self.heads
        at = heads[token]
        while True:
            changed = False
            if token < left[at]:
                left[at], changed = token, True
            if token >= right[at]:
                right[at], changed = token + 1, True
            if not changed or heads[at] == at:
                return
            at = heads[at]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Offsets of the tokens `[start, end)` (at least one)."""
        return Span(self.starts[start], self.ends[end - 1])

    def subtree(self, token: int) -> range:
        """The tokens from the first to the last of a subtree."""
        return range(self.left[token], self.right[token])

    def child(self, token: int, *deps: str) -> int | None:
        """The first child with one of these labels."""
        return next((c for c in self.children[token] if self.deps[c] in deps), None)

    def with_dep(self, token: int, *deps: str) -> list[int]:
        """All children with one of these labels, in text order."""
        return [c for c in self.children[token] if self.deps[c] in deps]

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def root(self, token: int) -> int:
        """The root of the token's sentence tree."""
        while self.heads[token] != token:
            token = self.heads[token]
        return token

    def head_of(self, start: int, end: int) -> int:
        """The token of `[start, end)` whose own head lies outside; the last such, names end on it."""
        best = end - 1
        for token in range(start, end):
            head = self.heads[token]
            if head == token or not start <= head < end:
                best = token
                if self.deps[token] not in ("punct", "det", "case"):
                    return token
        return best

    def has(self, token: int, feature: str) -> bool:
        """Whether a token carries a UD feature, given as "Tense=Past"."""
        return feature in self.morphs[token]

    def text(self, start: int, end: int) -> str:
        """Normalised words of `[start, end)` joined by single blanks; for comparing, not for display."""
        return " ".join(self.words[start:end])

    def tokens_in(self, span: Span) -> range:
        """The tokens that stand wholly or partly in a span."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def conjuncts(self, token: int) -> list[int]:
        """The token and what is coordinated with it, first to last ("A, B and C" from A)."""
        found = [token]
        for member in found:
            found.extend(c for c in self.children[member] if self.deps[c] == "conj")
        return found
