"""Reports whose analysis is made by hand, so that the store is tested without a model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.model.analysis import Analysis
from dateline.model.attribution import Act, Attribution, Kind
from dateline.model.entity import Entity, Form, Label, Mention, Participant
from dateline.model.event import Count, Event
from dateline.model.factuality import Factuality
from dateline.model.happening import Happening
from dateline.model.relation import Relation, RelationType
from dateline.model.report import Document, Part, Passage, Report
from dateline.model.span import Span
from dateline.model.want import Want, WantKind
from dateline.store import Store, Writer

_LABELS = {"unnamed": Label.GROUP}


@dataclass
class Made:
    """A document with one report, and what is to be found in it. Words are looked up in the text.

    Entities are told by the name they are given; `said` gives the id that others name as `attribution`.
    Further fields of what is made may be given by name.
    """

    document: Document
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    wants: list[Want] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)

    def entity(self, name: str, type_: str, *aliases: str, form: Form = Form.NAME) -> Made:
        entity = Entity(f"r1e{len(self.entities) + 1}", name, type_, aliases)
        self.entities[name] = entity
        label = _LABELS.get(type_) or Label(type_)
        for words in (name, *aliases):
            for found in re.finditer(re.escape(words), self.document.text):
                self.mentions.append(Mention(Span(*found.span()), label, form, 0, entity.id))
        return self

    def called(self, name: str, words: str) -> Made:
        """A noun phrase, where it stands first, by which the report means somebody it names."""
        entity = self.entities[name]
        self.mentions.append(Mention(self.span(words), Label(entity.type), Form.NOMINAL, 0, entity.id))
        return self

    def said(self, source: str, cue: str, content: str, act: Act = Act.ASSERT, **more: Any) -> str:
        entity = self.entities.get(source)
        key = f"r1a{len(self.attributions) + 1}"
        spans = [() if not words else (self.span(words),) for words in (source, cue, content)]
        plain = Attribution(
            key, spans[0], entity.id if entity else None, spans[1], spans[2], Kind.INDIRECT, act
        )
        self.attributions.append(replace(plain, **more))
        return key

    def relation(
        self, subject: str, type_: RelationType, object_: str | None, words: str, **more: Any
    ) -> Made:
        key = f"r1x{len(self.relations) + 1}"
        sides = self._who(subject), None if object_ is None else self._who(object_)
        plain = Relation(key, type_, *sides, None, self.span(words), Factuality.CERTAIN)
        self.relations.append(replace(plain, **more))
        return self

    def want(self, actor: str, kind: WantKind, goal: str, *toward: str, **more: Any) -> Made:
        key, span = f"r1w{len(self.wants) + 1}", self.span(goal)
        plain = Want(key, self._who(actor), kind, "+", span, span, tuple(map(self._who, toward)))
        self.wants.append(replace(plain, **more))
        return self

    def event(self, type_: str, trigger: str, actors: list[str], recipients: list[str], **more: Any) -> Made:
        """`place` is told by its words, `date` as EDTF, `size` as kind -> (low, high, words)."""
        place, date, size = more.pop("place", None), more.pop("date", None), more.pop("size", {})
        plain = Event(
            f"r1v{len(self.events) + 1}",
            type_,
            (),
            (),
            None,
            self.span(trigger),
            tuple(map(self._who, actors)),
            tuple(map(self._who, recipients)),
            self._who(place) if place else None,
            (self.span(trigger), date) if date else None,
            Factuality.CERTAIN,
            {kind: Count(low, high, self.span(words)) for kind, (low, high, words) in size.items()},
        )
        self.events.append(replace(plain, **more))
        return self

    def happening(
        self, family: str, trigger: str, subjects: list[str], objects: list[str], **more: Any
    ) -> Made:
        """`place` and `date` as for an event, `told` the factuality."""
        place, date = more.pop("place", None), more.pop("date", None)
        plain = Happening(
            self.span(trigger),
            family,
            Factuality(more.pop("told", "CT+")),
            tuple(map(self._who, subjects)),
            tuple(map(self._who, objects)),
            self._who(place) if place else None,
            (self.span(trigger), date) if date else None,
        )
        self.happenings.append(replace(plain, **more))
        return self

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def _who(self, words: str) -> Participant:
        entity = self.entities.get(words)
        return Participant(self.span(words), entity.id if entity else None)

    @property
    def analysis(self) -> Analysis:
        text = self.document.text
        whole = Span(0, len(text))
        document = self.document
        report = Report("r1", document, whole, (Passage(whole, Part.BODY),), outlet=document.outlet)
        sentences = tuple(Span(*m.span()) for m in re.finditer(r"\S[^.]*\.?", text))
        return Analysis(
            report,
            tuple(self.mentions),
            tuple(self.entities.values()),
            attributions=tuple(self.attributions),
            relations=tuple(self.relations),
            wants=tuple(self.wants),
            events=tuple(self.events),
            happenings=tuple(self.happenings),
            sentences=sentences,
        )

    def into(self, writer: Writer) -> None:
        writer.add(self.document, [self.analysis])


def made(
    id_: str, text: str, *, outlet: str | None = None, published: str | None = None, url: str | None = None
) -> Made:
    return Made(Document(id_, text, outlet=outlet, published=published, url=url))


def fill(store: Store, *reports: Made) -> None:
    with store.writer() as writer:
        for report in reports:
            report.into(writer)
