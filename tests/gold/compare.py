"""Compare what a `.gold` file expects with an analysis in contract form.

`differences(gold, contract)` lists readable lines, none when all is as expected. Spans are compared by
the words they cover, so outer quotation marks, punctuation, spaces, a closing 's, and for names and
goals the opening article or "to", make no difference; everything else does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tests.gold.events import event_differences
from tests.gold.notation import (
    ANY,
    ANY_WANT,
    NONE,
    OPEN,
    Gold,
    GoldAttribution,
    GoldEntity,
    GoldRelation,
    GoldWant,
    NotAttribution,
    Pattern,
    Span,
)

type Record = dict[str, Any]
type Words = tuple[Span, ...]

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an"})
_OPENERS = _ARTICLES | {"that", "to", "for", "of", "as"}
_SYMMETRIC = frozenset({"allied_with", "fights", "kin_of"})


def differences(gold: Gold, contract: Record) -> list[str]:
    """Every way in which the analysis departs from the gold report."""
    return list(_Comparison(gold, contract).run())


class _Comparison:
    def __init__(self, gold: Gold, contract: Record) -> None:
        self.gold, self.text = gold, gold.text
        self.found = contract
        self.words = [match.span() for match in _WORD.finditer(gold.text)]
        self.word_starts = [start for start, _ in self.words]
        self.mention_at = dict(self._match_mentions())
        self.names_of_id = self._names_by_entity_id()
        self.pairs = self._match_attributions()
        self.id_of_label = self._attribution_ids()

    def run(self) -> Iterator[str]:
        yield from self._compare_mentions()
        yield from self._compare_entities()
        yield from self._compare_attributions()
        yield from self._compare_facts("relation", self.gold.relations, self._list("relations"))
        yield from self._compare_facts("want", self.gold.wants, self._list("wants"))
        yield from self._compare_forbidden()
        yield from event_differences(
            self.gold.events,
            self._list("events"),
            self.text,
            self.id_of_label,
            exhaustive="events" in self.gold.check,
        )

    def _list(self, key: str) -> list[Record]:
        return list(self.found.get(key) or [])

    # ── spans ──

    def _covered(self, spans: Iterable[Sequence[int]], skip: frozenset[str] = frozenset()) -> Words:
        """The words that `spans` cover, less a closing possessive and opening words in `skip`."""
        covered: list[Span] = []
        for start, end in spans:
            if end > start:
                stop = end - len(match[0]) if (match := _POSSESSIVE.search(self.text[start:end])) else end
                first = max(0, bisect_left(self.word_starts, start) - 1)
                last = bisect_left(self.word_starts, stop)
                covered += [word for word in self.words[first:last] if start < word[1] and word[0] < stop]
        covered = sorted(set(covered))
        while len(covered) > 1 and self._word(covered[0]) in skip:
            del covered[0]
        return tuple(covered)

    def _word(self, span: Span) -> str:
        return self.text[span[0] : span[1]].lower()

    def _name(self, span: Sequence[int]) -> Words:
        return self._covered([span], _ARTICLES)

    def _quote(self, spans: Iterable[Sequence[int]]) -> str:
        parts = [" ".join(self.text[start:end].split()) for start, end in spans]
        return " … ".join(f"“{part}”" for part in parts) or "(none)"

    # ── mentions and entities ──

    def _mentions(self) -> list[Record]:
        """The mentions found, without those that only say that an actor's name is a place's as well."""
        mentions = self._list("mentions")
        actors = {(m["start"], m["end"]) for m in mentions if m.get("label") == "organization"}
        return [m for m in mentions if m.get("label") != "place" or (m["start"], m["end"]) not in actors]

    def _match_mentions(self) -> Iterator[tuple[Span, Record]]:
        """Each marked mention with the predicted one it means: the same words, else the nearest nested."""
        predicted = [(self._name((m["start"], m["end"])), m) for m in self._mentions()]
        marks = sorted({span for spans in self.gold.mentions.values() for span in spans})
        exact = dict(predicted)
        left = []
        for span in marks:
            words = self._name(span)
            if words in exact:
                yield span, exact[words]
            else:
                left.append((span, set(words)))
        taken = {self._name(span) for span in marks}
        for span, wanted in left:
            nested = [
                (abs(len(words) - len(wanted)), position, mention)
                for position, (words, mention) in enumerate(predicted)
                if words not in taken and (wanted < set(words) or set(words) < wanted) and words
            ]
            if nested:
                yield span, min(nested, key=lambda item: item[:2])[2]

    def _names_by_entity_id(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = {}
        for name, spans in self.gold.mentions.items():
            for span in spans:
                entity = self.mention_at.get(span, {}).get("entity")
                if entity is not None and name != OPEN:
                    names.setdefault(entity, set()).add(name)
        return names

    def _ids_of_name(self, name: str) -> set[str]:
        return {entity for entity, names in self.names_of_id.items() if name in names}

    def _compare_mentions(self) -> Iterator[str]:
        check = "mentions" in self.gold.check
        if not ({"mentions", "entities"} & self.gold.check):
            return
        marked = set()
        for name, spans in self.gold.mentions.items():
            for span in spans:
                marked.add(self._name(span))
                mention = self.mention_at.get(span)
                if mention is None and name != OPEN:
                    yield f"missing mention {self._quote([span])} of {name}"
                elif check and mention and self._name((mention["start"], mention["end"])) != self._name(span):
                    found = self._quote([(mention["start"], mention["end"])])
                    yield f"mention {self._quote([span])}: found as {found}"
        if check:
            for mention in self._mentions():
                span = (mention["start"], mention["end"])
                if self._name(span) not in marked:
                    yield f"unexpected mention {self._quote([span])} at {span[0]}"

    def _compare_entities(self) -> Iterator[str]:
        if "entities" in self.gold.check:
            yield from self._compare_clusters()
        for entity in self.gold.entities:
            yield from self._compare_entity(entity)

    def _compare_clusters(self) -> Iterator[str]:
        for name, spans in self.gold.mentions.items():
            groups: dict[str | None, list[Span]] = {}
            for span in spans:
                if mention := self.mention_at.get(span):
                    groups.setdefault(mention.get("entity"), []).append(span)
            if name == OPEN:
                for entity, members in groups.items():
                    if others := self.names_of_id.get(entity or "", set()):
                        yield f"mention {self._quote(members)} must stay open, is linked to {sorted(others)}"
                continue
            if len(groups) > 1 or None in groups:
                shown = "; ".join(
                    f"{key or 'no entity'}: {self._quote(group)}" for key, group in groups.items()
                )
                yield f"entity {name} is torn apart: {shown}"
        for entity, names in self.names_of_id.items():
            if len(names) > 1:
                yield f"entities {', '.join(sorted(names))} are one ({entity})"
        yield from self._strangers()

    def _strangers(self) -> Iterator[str]:
        meant = {id(mention) for mention in self.mention_at.values()}
        for mention in self._mentions():
            names = self.names_of_id.get(mention.get("entity") or "")
            if names and id(mention) not in meant:
                span = (mention["start"], mention["end"])
                yield f"unexpected mention {self._quote([span])} at {span[0]} of {', '.join(sorted(names))}"

    def _compare_entity(self, expected: GoldEntity) -> Iterator[str]:
        ids = self._ids_of_name(expected.name)
        records = [entity for entity in self._list("entities") if entity["id"] in ids]
        if not records:
            yield f"no entity record for {expected.name}: {expected.line}"
        for record in records:
            for key, value in expected.attributes:
                if not _entity_has(record, key, value):
                    yield f"entity {expected.name}: {key} should be {value!r}, record is {_shown(record)}"

    # ── attributions ──

    def _match_attributions(self) -> list[tuple[GoldAttribution | None, Record | None]]:
        """Pair marked and predicted attributions: equal ones first, then those that share cue or content."""
        gold, found = list(self.gold.attributions), self._list("attributions")
        pairs: list[tuple[GoldAttribution | None, Record | None]] = []
        for fits in (self._equal_spans, self._same_cue, self._shared_content):
            for expected in list(gold):
                if record := next((r for r in found if fits(expected, r)), None):
                    pairs.append((expected, record))
                    gold.remove(expected)
                    found = [r for r in found if r is not record]
        return pairs + [(expected, None) for expected in gold] + [(None, record) for record in found]

    def _equal_spans(self, gold: GoldAttribution, record: Record) -> bool:
        return not list(self._span_differences(gold, record))

    def _same_cue(self, gold: GoldAttribution, record: Record) -> bool:
        share = set(self._covered(gold.content)) & set(self._covered(record["content"]))
        return bool(share) and self._cue_fits(gold, record)

    def _shared_content(self, gold: GoldAttribution, record: Record) -> bool:
        wanted, got = set(self._covered(gold.content)), set(self._covered(record["content"]))
        return 2 * len(wanted & got) > max(len(wanted), len(got))

    def _cue_fits(self, gold: GoldAttribution, record: Record) -> bool:
        """One cue lies in the other, and the predicted one keeps off the marked source and content."""
        wanted, got = set(self._covered(gold.cue)), set(self._covered(record["cue"]))
        if not wanted or not got:
            return wanted == got
        own = set(self._covered(gold.source)) | set(self._covered(gold.content, _OPENERS))
        own -= set(self._covered(gold.addressee))
        return (wanted <= got or got <= wanted) and not (got - wanted) & own

    def _said(self, gold: GoldAttribution, spans: Iterable[Sequence[int]]) -> Words:
        """The words of a content, less its opening word and whom it is put to."""
        addressed = set(self._covered(gold.addressee))
        words = [word for word in self._covered(spans, _OPENERS) if word not in addressed]
        while len(words) > 1 and self._word(words[0]) in _OPENERS:
            del words[0]
        return tuple(words)

    def _span_differences(self, gold: GoldAttribution, record: Record) -> Iterator[str]:
        wanted, got = (self._covered(spans, _ARTICLES) for spans in (gold.source, record["source"]))
        if wanted != got and not gold.floating:
            yield self._unlike("source", gold.source, record["source"])
        if not (gold.floating or self._cue_fits(gold, record)):
            yield self._unlike("cue", gold.cue, record["cue"])
        if self._said(gold, gold.content) != self._said(gold, record["content"]):
            yield self._unlike("content", gold.content, record["content"])

    def _unlike(self, part: str, wanted: Iterable[Sequence[int]], got: Iterable[Sequence[int]]) -> str:
        return f"{part} should be {self._quote(wanted)}, is {self._quote(got)}"

    def _attribution_ids(self) -> dict[str, str]:
        return {gold.label: record["id"] for gold, record in self.pairs if gold and record}

    def _compare_attributions(self) -> Iterator[str]:
        label_of_id = {identifier: label for label, identifier in self.id_of_label.items()}
        for gold, record in self.pairs:
            if gold and record:
                yield from self._compare_attribution(gold, record, label_of_id)
            elif gold and not gold.optional:
                yield f"missing attribution {gold.label}: {self._shown_gold(gold)}"
            elif record and self._counts(record):
                yield f"unexpected attribution {record['id']}: {self._shown_attribution(record)}"

    def _counts(self, record: Record) -> bool:
        if "attributions" in self.gold.check:
            return True
        return "quotations" in self.gold.check and record.get("kind") in ("direct", "mixed")

    def _compare_attribution(
        self, gold: GoldAttribution, record: Record, label_of_id: dict[str, str]
    ) -> Iterator[str]:
        prefix = f"attribution {gold.label}: "
        for difference in self._span_differences(gold, record):
            yield prefix + difference
        wanted, got = gold.source_entity, record.get("source_entity")
        names = self.names_of_id.get(got or "", set())
        if wanted in (NONE, OPEN) and got is not None:
            yield f"{prefix}source entity should be none, is {sorted(names) or got}"
        elif wanted not in (None, NONE, OPEN, *names):
            yield f"{prefix}source entity should be {wanted}, is {sorted(names) or got or 'none'}"
        for key, value in gold.attributes.items():
            got = record.get(key)
            if key == "parent":
                got = label_of_id.get(got, f"unmarked {got}") if got else NONE
                if value != OPEN and got != value:
                    yield f"{prefix}parent should be {value}, is {got}"
            elif not _same_value(value, got):
                yield f"{prefix}{key} should be {value!r}, is {got!r}"

    def _shown_gold(self, gold: GoldAttribution) -> str:
        return " | ".join(map(self._quote, (gold.source, gold.cue, gold.content)))

    def _shown_attribution(self, record: Record) -> str:
        return " | ".join(self._quote(record[part]) for part in ("source", "cue", "content"))

    # ── relations and wants ──

    def _compare_facts(
        self, what: str, expected: Sequence[GoldRelation | GoldWant], found: list[Record]
    ) -> Iterator[str]:
        left = list(found)
        missing: list[GoldRelation | GoldWant] = []
        for fact in expected:
            if record := next((r for r in left if not list(self._against(fact, r))), None):
                left = [r for r in left if r is not record]
            else:
                missing.append(fact)
        for fact in missing:
            near = [list(self._against(fact, r)) for r in left if self._near(fact, r)]
            near.sort(key=len)
            hint = f"   (nearest: {'; '.join(near[0])})" if near else ""
            yield f"missing {what}: {fact.line}{hint}"
        if f"{what}s" in self.gold.check:
            for record in left:
                if not any(not list(self._against(fact, record)) for fact in self.gold.allowed):
                    yield f"unexpected {what}: {self._shown_fact(record)}"

    def _near(self, fact: GoldRelation | GoldWant, record: Record) -> bool:
        kind = fact.type if isinstance(fact, GoldRelation) else fact.kind
        subject = fact.subject if isinstance(fact, GoldRelation) else fact.actor
        argument = record.get("subject") if "subject" in record else record.get("actor")
        return kind == (record.get("type") or record.get("kind")) or self._is(subject, argument)

    def _against(self, fact: Pattern, record: Record) -> Iterator[str]:
        """What keeps `record` from being `fact`."""
        if isinstance(fact, GoldRelation) and "subject" in record:
            yield from self._against_relation(fact, record)
        elif isinstance(fact, GoldWant) and "goal" in record:
            yield from self._against_want(fact, record)
        elif isinstance(fact, NotAttribution) and "cue" in record:
            yield from self._against_attribution(fact, record)
        else:
            yield "another kind of record"

    def _against_relation(self, fact: GoldRelation, record: Record) -> Iterator[str]:
        if fact.type != record["type"]:
            yield f"type {record['type']}"
        subject, object_ = record["subject"], record.get("object")
        straight = self._is(fact.subject, subject) and (fact.object is None or self._is(fact.object, object_))
        turned = fact.type in _SYMMETRIC and self._is(fact.subject, object_)
        turned = turned and (fact.object is None or self._is(fact.object, subject))
        if not straight and not turned:
            yield f"subject {self._shown_argument(subject)}, object {self._shown_argument(object_)}"
        if fact.value is not None and not _same_value(fact.value, record.get("value")):
            yield f"value {record.get('value')!r}"
        yield from self._against_attributes(fact.attributes, record)

    def _against_want(self, fact: GoldWant, record: Record) -> Iterator[str]:
        if fact.kind not in (ANY_WANT, record["kind"]):
            yield f"kind {record['kind']}"
        if not self._is(fact.actor, record["actor"]):
            yield f"actor {self._shown_argument(record['actor'])}"
        if fact.polarity not in (None, record["polarity"]):
            yield f"polarity {record['polarity']}"
        if fact.goal and self._covered(fact.goal, _OPENERS) != self._covered([record["goal"]], _OPENERS):
            yield f"goal {self._quote([record['goal']])}"
        yield from self._against_attributes(fact.attributes, record)

    def _against_attributes(self, attributes: dict[str, str], record: Record) -> Iterator[str]:
        for key, value in attributes.items():
            if key == "by":
                got = record.get("attribution")
                if got != (None if value == NONE else self.id_of_label.get(value, "?")):
                    yield f"attribution {self._shown_id(got)}"
            elif key == "toward":
                if not self._same_set(value, record.get("toward") or []):
                    yield f"toward {[self._shown_argument(one) for one in record.get('toward') or []]}"
            elif key == "conditional":
                if (value == "true") != bool(record.get("conditional")):
                    yield f"conditional {record.get('conditional')}"
            elif not _same_value(value, record.get("factuality" if key == "fact" else key)):
                yield f"{key} {record.get('factuality' if key == 'fact' else key)!r}"

    def _same_set(self, names: str, arguments: list[Record]) -> bool:
        wanted = [] if names == NONE else names.split(",")
        return len(wanted) == len(arguments) and all(
            any(self._is(name, argument) for argument in arguments) for name in wanted
        )

    def _against_attribution(self, fact: NotAttribution, record: Record) -> Iterator[str]:
        for key, value in fact.attributes.items():
            if key == "source":
                if not self._is(value, {"entity": record.get("source_entity"), "spans": record["source"]}):
                    yield "another source"
            elif key == "content":
                said = " ".join(" ".join(self.text[s:e] for s, e in record["content"]).split()).casefold()
                if value.casefold() not in said:
                    yield "another content"
            elif key == "parent":
                if record.get("parent") != (None if value == NONE else self.id_of_label.get(value, "?")):
                    yield "another parent"
            elif not _same_value(value, record.get(key)):
                yield f"another {key}"

    def _compare_forbidden(self) -> Iterator[str]:
        records = [*self._list("relations"), *self._list("wants"), *self._list("attributions")]
        for fact in self.gold.forbidden:
            for record in records:
                if not list(self._against(fact, record)):
                    shown = self._shown_attribution(record) if "cue" in record else self._shown_fact(record)
                    yield f"found what must not be: {fact.line}   ({shown})"

    # ── arguments ──

    def _is(self, name: str, argument: Record | None) -> bool:
        """Whether a participant stands for the marked entity `name`."""
        if name in (ANY, NONE):
            return (argument is None) == (name == NONE) or name == ANY
        if argument is None:
            return False
        if name in self.names_of_id.get(argument.get("entity") or "", set()):
            return True
        spans = argument.get("spans") or [(argument["start"], argument["end"])] if "start" in argument else []
        marked = {self._name(span) for span in self.gold.mentions.get(name, ())}
        return any(self._name(span) in marked for span in (argument.get("spans") or spans))

    def _shown_argument(self, argument: Record | None) -> str:
        if argument is None:
            return "none"
        names = "/".join(sorted(self.names_of_id.get(argument.get("entity") or "", set())))
        quoted = self._quote([(argument["start"], argument["end"])])
        return f"{names or argument.get('entity') or 'open'} {quoted}"

    def _shown_id(self, identifier: str | None) -> str:
        labels = [label for label, other in self.id_of_label.items() if other == identifier]
        return labels[0] if labels else str(identifier or NONE)

    def _shown_fact(self, record: Record) -> str:
        by = f"by={self._shown_id(record.get('attribution'))}"
        if "goal" in record:
            toward = ",".join(map(self._shown_argument, record.get("toward") or [])) or NONE
            conditional = " conditional" if record.get("conditional") else ""
            goal = self._quote([record["goal"]])
            head = f"{self._shown_argument(record['actor'])} {record['kind']} {record['polarity']} {goal}"
            return f"{head} toward={toward} {by}{conditional}"
        object_ = self._shown_argument(record["object"]) if record.get("object") else ""
        value = f'"{record["value"]}"' if record.get("value") is not None else ""
        head = " ".join(
            filter(None, (self._shown_argument(record["subject"]), record["type"], value, object_))
        )
        return f"{head} fact={record.get('factuality')} {by} date={record.get('date') or NONE}"


def _same_value(wanted: str, got: object) -> bool:
    if wanted == NONE:
        return got is None
    if got is None:
        return False
    return wanted == ANY or _plain(wanted) == _plain(str(got))


def _plain(value: str) -> str:
    words = value.casefold().replace("’", "'").split()
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return " ".join(words).strip("“”\"'.,;:")


def _entity_has(record: Record, key: str, value: str) -> bool:
    listed = {"alias": "aliases", "role": "roles"}.get(key)
    if listed:
        return any(_same_value(value, item) for item in record.get(listed) or [])
    return _same_value(value, record.get(key))


def _shown(record: Record) -> str:
    return ", ".join(f"{key}={value!r}" for key, value in record.items() if value not in (None, [], {}))
