"""The notation of a `.gold` file: header, text with inline marks, facts.

The notation is described for writers in docs/howto/add-a-gold-report.md. `parse_gold` turns a file's
text into a `Gold`, in which every mark has become offsets `[start, end)` into the unmarked report.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from tests.gold.events import ROLES as EVENT_ROLES
from tests.gold.events import GoldEvent, read_event

LAYERS = frozenset({"attributions", "quotations", "relations", "wants", "entities", "mentions", "events"})
METADATA = frozenset({"published", "retrieved", "outlet", "title", "url"})
ROLES = frozenset({"source", "cue", "content", "addressee", "goal"}) | EVENT_ROLES
RELATION_TYPES = frozenset(RelationType)
WANT_KINDS = frozenset(WantKind)
OPEN = "?"  # a mention whose entity must be left open: [they|=?]
NONE = "none"
ANY = "*"
ANY_WANT = "wants"  # a want whose kind is a matter of taste

ATTRIBUTION_KEYS = frozenset({"act", "kind", "hedge", "medium", "when", "parent", "source"})
RELATION_KEYS = frozenset({"fact", "by", "date", "object", "value"})
WANT_KEYS = frozenset({"toward", "by", "conditional"})
ENTITY_KEYS = frozenset({"type", "name", "alias", "role", "country", "sector"})
NOT_ATTRIBUTION_KEYS = ATTRIBUTION_KEYS | {"content"}

Span = tuple[int, int]


class GoldError(ValueError):
    """The file does not follow the notation; the message names the line or the place in the text."""


@dataclass(frozen=True)
class GoldAttribution:
    """One attribution: its marked parts and the attributes that are to be compared."""

    label: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    addressee: tuple[Span, ...]
    source_entity: str | None
    attributes: dict[str, str]
    optional: bool
    floating: bool


@dataclass(frozen=True)
class GoldRelation:
    """One relation line; a field that is None was not written and matches anything."""

    subject: str
    type: str
    object: str | None
    value: str | None
    attributes: dict[str, str]
    line: str


@dataclass(frozen=True)
class GoldWant:
    """One wants line; `goal` is the marked text, or () where the line names none."""

    actor: str
    kind: str
    polarity: str | None
    goal: tuple[Span, ...]
    attributes: dict[str, str]
    line: str


@dataclass(frozen=True)
class GoldEntity:
    """What an entity line says about the record of a marked entity: (key, value) pairs."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: str


@dataclass(frozen=True)
class NotAttribution:
    """An attribution that must not be found."""

    attributes: dict[str, str]
    line: str


type Pattern = GoldRelation | GoldWant | NotAttribution


@dataclass
class Gold:
    """A parsed file: the report and everything expected of its analysis.

    `open` says why the analysis does not give all of it yet; empty, it does.
    """

    covers: str
    check: frozenset[str]
    metadata: dict[str, str]
    text: str
    open: str = ""
    mentions: dict[str, list[Span]] = field(default_factory=dict)
    attributions: list[GoldAttribution] = field(default_factory=list)
    relations: list[GoldRelation] = field(default_factory=list)
    wants: list[GoldWant] = field(default_factory=list)
    entities: list[GoldEntity] = field(default_factory=list)
    events: list[GoldEvent] = field(default_factory=list)
    allowed: list[Pattern] = field(default_factory=list)
    forbidden: list[Pattern] = field(default_factory=list)

    def document(self, identifier: str) -> dict[str, str]:
        """The report as one input line of the contract."""
        return {"id": identifier, "text": self.text, **self.metadata}


def parse_gold(raw: str) -> Gold:
    """Parse the text of a `.gold` file; raise `GoldError` on anything the notation does not know."""
    header, body, facts = _sections(raw)
    covers, why, check, metadata = _parse_header(header)
    text, marks = parse_marks(body)
    gold = Gold(covers, check, metadata, text, why, mentions=marks.mentions)
    lines = _FactLines(facts, marks)
    gold.relations, gold.wants, gold.entities = lines.relations, lines.wants, lines.entities
    gold.allowed, gold.forbidden, gold.events = lines.allowed, lines.forbidden, lines.events
    gold.attributions = list(_attributions(marks, lines.attribution_attributes))
    _check_labels(gold)
    return gold


def _sections(raw: str) -> tuple[list[str], str, list[str]]:
    lines = raw.splitlines()
    bars = [number for number, line in enumerate(lines) if line.strip() == "---"]
    if not bars:
        raise GoldError("no line '---' after the header")
    first, last = bars[0], bars[-1]
    end = last if last > first else len(lines)
    body = "\n".join(lines[first + 1 : end]).strip("\n")
    return lines[:first], body, lines[end + 1 :]


def _parse_header(lines: list[str]) -> tuple[str, str, frozenset[str], dict[str, str]]:
    covers, why, check, metadata = "", "", frozenset[str](), dict[str, str]()
    for line in filter(_is_content, lines):
        key, colon, value = line.partition(":")
        key, value = key.strip(), value.strip()
        if not colon:
            raise GoldError(f"header line without a colon: {line!r}")
        if key == "covers":
            covers = value
        elif key == "open":
            why = value
        elif key == "check":
            check = frozenset(value.split())
            if unknown := check - LAYERS:
                raise GoldError(f"unknown layer {sorted(unknown)}; known: {sorted(LAYERS)}")
        elif key in METADATA:
            metadata[key] = value
        else:
            raise GoldError(f"unknown header {key!r}")
    if not covers:
        raise GoldError("the header needs a line 'covers: …'")
    return covers, why, check, metadata


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


# ── marks ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Marks:
    """All marks of a text: parts by (role, label), mentions by entity, and which entity a span carries."""

    parts: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    mentions: dict[str, list[Span]] = field(default_factory=dict)
    entity_at: dict[Span, str] = field(default_factory=dict)

    def add(self, span: Span, labels: list[str]) -> None:
        """File one bracket's span under each of its labels."""
        for label in labels:
            if label.startswith("="):
                self.mentions.setdefault(label[1:], []).append(span)
                self.entity_at[span] = label[1:]
            else:
                role, _, number = label.partition(":")
                self.parts.setdefault((role, number), []).append(span)


_LABEL = re.compile(
    r"=(\?|[a-z][a-z0-9_]*)|(source|cue|content|addressee|goal|trigger|actor|recipient|place):([0-9]+[a-z]?)"
)


def parse_marks(marked: str) -> tuple[str, Marks]:
    """Take the marks out of `marked`: the plain text, and the marks with offsets into it.

    `[words|labels]` may nest; `\\[`, `\\]`, `\\|` and `\\\\` stand for the characters themselves.
    """
    plain: list[str] = []
    starts: list[int] = []
    marks = Marks()
    position = 0
    while position < len(marked):
        character = marked[position]
        if character == "\\" and marked[position + 1 : position + 2] in ("[", "]", "|", "\\"):
            plain.append(marked[position + 1])
            position += 2
            continue
        if character == "[":
            starts.append(len(plain))
        elif character == "|" and starts:
            closing = marked.find("]", position)
            if closing < 0:
                raise GoldError(f"no ']' after the label near {_near(marked, position)}")
            span = (starts.pop(), len(plain))
            marks.add(span, _labels(marked[position + 1 : closing], span, _near(marked, position)))
            position = closing
        elif character == "]":
            raise GoldError(
                f"']' without a label near {_near(marked, position)}; write \\] for the character"
            )
        else:
            plain.append(character)
        position += 1
    if starts:
        raise GoldError(f"'[' never closed near {''.join(plain)[starts[-1] :][:40]!r}")
    for spans in (*marks.parts.values(), *marks.mentions.values()):
        spans.sort()
    return "".join(plain), marks


def _labels(raw: str, span: Span, near: str) -> list[str]:
    labels = raw.split()
    if not labels or span[0] == span[1]:
        raise GoldError(f"empty mark or label near {near}")
    for label in labels:
        if not _LABEL.fullmatch(label):
            raise GoldError(f"label {label!r} near {near} is none of =name, =?, {', '.join(sorted(ROLES))}:N")
    return labels


def _near(marked: str, position: int) -> str:
    return repr(marked[max(0, position - 30) : position + 20])


# ── facts ──────────────────────────────────────────────────────────────────────────────────────────


class _FactLines:
    """The facts section, line by line."""

    def __init__(self, lines: list[str], marks: Marks) -> None:
        self.marks = marks
        self.attribution_attributes: dict[str, dict[str, str]] = {}
        self.relations: list[GoldRelation] = []
        self.wants: list[GoldWant] = []
        self.entities: list[GoldEntity] = []
        self.events: list[GoldEvent] = []
        self.allowed: list[Pattern] = []
        self.forbidden: list[Pattern] = []
        for line in filter(_is_content, lines):
            self._read(line.strip())

    def _read(self, line: str) -> None:
        if numbered := re.fullmatch(r"([0-9]+[a-z]?):(.*)", line):
            self._read_attribution(numbered[1], numbered[2], line)
        elif line.startswith("not:"):
            self.forbidden.append(self._pattern(line[4:], line))
        elif line.startswith("may:"):
            self.allowed.append(self._pattern(line[4:], line))
        elif line.startswith("event "):
            try:
                self.events.append(read_event(line, self.marks.parts))
            except ValueError as error:
                raise GoldError(str(error)) from None
        elif line.startswith("entity "):
            self.entities.append(self._entity(line))
        else:
            fact = self._pattern(line, line)
            if isinstance(fact, GoldRelation):
                self.relations.append(fact)
            elif isinstance(fact, GoldWant):
                self.wants.append(fact)
            else:
                raise GoldError(f"an attribution is marked in the text, not written as a fact: {line!r}")

    def _read_attribution(self, label: str, rest: str, line: str) -> None:
        attributes = dict(_key_values(rest, ATTRIBUTION_KEYS, line, flags={"optional", "floating"}))
        self.attribution_attributes.setdefault(label, {}).update(attributes)

    def _entity(self, line: str) -> GoldEntity:
        _, name, rest = (line + " ").split(" ", 2)
        self._known(name, line)
        return GoldEntity(name, tuple(_key_values(rest, ENTITY_KEYS, line)), line)

    def _pattern(self, raw: str, line: str) -> Pattern:
        words = _words(raw, line)
        if words[:1] == ["attribution"]:
            return NotAttribution(dict(_pairs(words[1:], NOT_ATTRIBUTION_KEYS, line)), line)
        if len(words) < 2:
            raise GoldError(f"a fact needs at least a subject and a type: {line!r}")
        self._known(words[0], line)
        if words[1] in RELATION_TYPES:
            return self._relation(raw, words, line)
        if words[1] in WANT_KINDS or words[1] == ANY_WANT:
            return self._want(words, line)
        raise GoldError(f"{words[1]!r} is neither a relation type nor a kind of want: {line!r}")

    def _relation(self, raw: str, words: list[str], line: str) -> GoldRelation:
        quoted = set(re.findall(r'"([^"]*)"', raw))
        value: str | None = None
        object_: str | None = None
        rest: list[str] = []
        for word in words[2:]:
            if "=" in word and word not in quoted:
                rest.append(word)
            elif word in quoted:
                value = word
            else:
                self._known(word, line)
                object_ = word
        attributes = dict(_pairs(rest, RELATION_KEYS, line))
        object_ = attributes.pop("object", object_)
        value = attributes.pop("value", value)
        return GoldRelation(words[0], words[1], object_, value, attributes, line)

    def _want(self, words: list[str], line: str) -> GoldWant:
        polarity: str | None = None
        goal: tuple[Span, ...] = ()
        rest: list[str] = []
        for word in words[2:]:
            if word in ("+", "-"):
                polarity = word
            elif word.startswith("goal:"):
                goal = tuple(self.marks.parts.get(("goal", word[5:]), ()))
                if not goal:
                    raise GoldError(f"{word} is not marked in the text: {line!r}")
            else:
                rest.append(word)
        attributes = dict(_pairs(rest, WANT_KEYS, line, flags={"conditional"}))
        for name in attributes.get("toward", NONE).split(","):
            self._known(name, line)
        return GoldWant(words[0], words[1], polarity, goal, attributes, line)

    def _known(self, name: str, line: str) -> None:
        if name not in (ANY, NONE) and name not in self.marks.mentions:
            raise GoldError(f"entity {name!r} is not marked in the text: {line!r}")


def _words(raw: str, line: str) -> list[str]:
    lexer = shlex.shlex(raw, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.quotes, lexer.commenters, lexer.escape = True, '"', "", ""
    try:
        return list(lexer)
    except ValueError as error:
        raise GoldError(f"{error}: {line!r}") from error


def _key_values(
    raw: str, known: frozenset[str], line: str, flags: set[str] | None = None
) -> Iterator[tuple[str, str]]:
    return _pairs(_words(raw, line), known, line, flags)


def _pairs(
    words: list[str], known: frozenset[str], line: str, flags: set[str] | None = None
) -> Iterator[tuple[str, str]]:
    for word in words:
        key, equals, value = word.partition("=")
        if not equals and key in (flags or ()):
            yield key, "true"
        elif not equals or key not in known:
            raise GoldError(f"{word!r} is not understood in {line!r}; known keys: {sorted(known)}")
        else:
            yield key, value


# ── attributions ───────────────────────────────────────────────────────────────────────────────────


def _attributions(marks: Marks, attributes: dict[str, dict[str, str]]) -> Iterator[GoldAttribution]:
    others = {"goal"} | EVENT_ROLES
    labels = sorted({number for role, number in marks.parts if role not in others}, key=_natural)
    if unmarked := set(attributes) - set(labels):
        raise GoldError(f"facts about attributions that are not marked: {sorted(unmarked)}")
    for label in labels:
        source, cue, content, addressee = (
            tuple(marks.parts.get((role, label), ())) for role in ("source", "cue", "content", "addressee")
        )
        if not content:
            raise GoldError(f"attribution {label} has no content")
        entity = next((marks.entity_at[span] for span in source if span in marks.entity_at), None)
        own = dict(attributes.get(label, {}))
        entity = own.pop("source", entity)
        if entity not in (None, NONE, *marks.mentions):
            raise GoldError(f"attribution {label}: entity {entity!r} is not marked in the text")
        optional = own.pop("optional", None) is not None
        floating = own.pop("floating", None) is not None
        own.setdefault("parent", _enclosing(label, (cue or content)[0], marks))
        yield GoldAttribution(label, source, cue, content, addressee, entity, own, optional, floating)


def _natural(label: str) -> tuple[int, str]:
    digits = re.match(r"[0-9]+", label)
    return (int(digits[0]) if digits else 0, label)


def _enclosing(label: str, span: Span, marks: Marks) -> str:
    """The label of the innermost other content that encloses `span`: the parent of attribution `label`."""
    around = [
        (end - start, other)
        for (role, other), spans in marks.parts.items()
        if role == "content" and other != label
        for start, end in spans
        if start <= span[0] and span[1] <= end
    ]
    return min(around)[1] if around else NONE


def _check_labels(gold: Gold) -> None:
    labels = {attribution.label for attribution in gold.attributions} | {NONE, OPEN, ANY}
    for attribution in gold.attributions:
        if attribution.attributes["parent"] not in labels:
            raise GoldError(
                f"attribution {attribution.label}: no attribution {attribution.attributes['parent']}"
            )
    facts: list[Pattern] = [*gold.relations, *gold.wants, *gold.allowed, *gold.forbidden]
    for fact in facts:
        if (by := fact.attributes.get("by", NONE)) not in labels:
            raise GoldError(f"by={by}: no such attribution: {fact.line!r}")
