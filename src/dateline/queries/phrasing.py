"""Puts records into plain sentences with the language pack's templates. Nothing is added to what they say."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from dateline.language import Language, Table
from dateline.model.attribution import Act
from dateline.model.factuality import Factuality
from dateline.model.records import ClaimRecord, Evidence, Link, Party, RelationRecord, WantRecord
from dateline.model.relation import RelationType
from dateline.model.want import WantKind
from dateline.queries.answer import Statement, Voice
from dateline.queries.dates import DateWords
from dateline.store.view import View

_PLAIN_ACTS = {Act.ASSERT, Act.ANNOUNCE, Act.WARN, Act.ACCUSE, Act.THREATEN, Act.PROMISE, Act.ESTIMATE}
_NEGATIVE_KINDS = {WantKind.REFUSE, WantKind.OPPOSE}
_FEW_WORDS = 10
_VERB = re.compile(r"<(\w+)>")


@dataclass(frozen=True)
class Phrasing:
    """Sentences in one language. `named` gives an actor's name by its id, None when it has none."""

    table: Table
    standings: Table
    named: Callable[[str], str | None] = field(default=lambda _: None, compare=False)

    @property
    def dates(self) -> DateWords:
        return DateWords(self.table["dates"])

    # ------------------------------------------------------------------ sentences
    def relation(self, record: RelationRecord, subject_type: str | None) -> str:
        both, with_object, with_value = self.table["relation"][record.type.value]
        if record.object is None:
            template = with_value
        elif record.value is None or record.object.name.lower() in record.value.lower():
            template = with_value if record.value else with_object
        else:
            template = both
        past = record.date is not None and record.date.startswith("..")
        form = self._form(record.subject.name, subject_type, past=past, factuality=record.factuality)
        told = bool(_VERB.search(template))
        template = self._with_verbs(template, form, record.factuality)
        sentence = template.format(
            subject=self.name(record.subject, record.evidence),
            object=self.name(record.object, record.evidence) if record.object else "",
            value=record.value.lower()
            if record.value and record.type is RelationType.KIN_OF
            else record.value,
        )
        return (
            capitalised(sentence) + self._dated(record.date) + self._reservation(record.factuality, told=told)
        )

    def _dated(self, date: str | None) -> str:
        """When a relation held, as far as an EDTF date tells: " (until 2011)", " (2001)"."""
        return "" if date in (None, "", "../..") else f" ({self.dates.label(date)})"

    def want(self, record: WantRecord, actor_type: str | None) -> str:
        negative = record.polarity == "-" and record.kind not in _NEGATIVE_KINDS
        forms = self.table["want_not" if negative else "want"][record.kind.value]
        extra = self.table["want_extra"]
        goal = " ".join(record.goal.split())
        clause = goal.lower().startswith(self._clause_openers)
        plural = self.plural(record.actor.name, actor_type)
        others = [self.name(p, record.evidence) for p in record.toward if p.name.lower() not in goal.lower()]
        verb = forms[plural + 2 * clause]
        if self._infinitive(goal) and (asking := self.table["want_of"].get(record.kind.value)):
            verb = asking[plural]
            goal = f"{', '.join(others) or extra['others']} {self._negated(goal) if negative else goal}"
            others = []
        parts = [self.name(record.actor, record.evidence), verb.format(goal=goal)]
        notes = [extra["toward"].format(toward=", ".join(others))] if others else []
        if record.conditional:
            notes.append(extra["conditional"])
        if notes:
            parts.append(f"({'; '.join(notes)})")
        return capitalised(" ".join(parts)) + self._reservation(record.factuality, told=False)

    def _infinitive(self, goal: str) -> bool:
        return goal.lower().startswith(
            tuple(f"{opener} " for opener in self.table["want_extra"]["infinitive"])
        )

    def _negated(self, goal: str) -> str:
        """An infinitive with its negation, unless the goal has one."""
        no = str(self.table["want_extra"]["not"])
        return goal if goal.lower().startswith(f"{no} ") else f"{no} {goal}"

    def claim(self, record: ClaimRecord) -> str:
        content = " ".join(record.content.split())
        form = "indirect"
        if record.kind == "direct" and record.act not in _PLAIN_ACTS:
            form, content = (
                "clause",
                "“" + content.strip("“”\"'‘’ ") + "”",
            )  # a denial is no quotation of its content
        elif record.kind == "direct":
            form, content = "direct", content.strip("“”\"'‘’ ")
        elif content.lower().startswith(self._clause_openers):
            form = "clause"
        said = self.table["said"][record.act.value]
        # What is denied, offered or refused in a few words is a thing, where an assertion is a sentence.
        if form == "indirect" and len(content.split()) <= _FEW_WORDS:
            of_thing = self.table["said_of_thing"].get(record.act.value)
            form, said = ("clause", of_thing) if of_thing else (form, said)
        return capitalised(
            self.table["claim"][form].format(
                speaker=self.name(record.speaker, record.evidence) + self._circumstances(record),
                said=said,
                content=content,
            )
        )

    def heading(self, facet: str) -> str:
        return str(self.table["facet"][facet])

    def verdict(self, key: str, count: int = 0) -> str:
        return str(self.table["verdict"][key]).format(count=count)

    def standing(self, statement: Statement) -> str:
        """How a statement stands, in a word: "corroborated (3 independent)"."""
        return str(self.standings[statement.standing.value]).format(n=statement.independent)

    # ------------------------------------------------------------------ names and verbs
    @property
    def _clause_openers(self) -> tuple[str, ...]:
        return tuple(f"{opener} " for opener in self.table["want_extra"]["clause_openers"])

    def name(self, party: Party, evidence: Iterable[Evidence]) -> str:
        """A name with the article that the reports themselves give it."""
        name = party.name
        for article in self.table["articles"]:
            with_article = f"{article} {name}"
            pattern = re.compile(rf"\b(?i:{re.escape(with_article)})\b(?!\s+[A-Z])")
            if any(pattern.search(e.text) for e in evidence):
                return with_article
        return name

    def plural(self, name: str, kind: str | None) -> bool:
        """Whether a verb after a name is in the plural."""
        words = self._head(name.lower().split())
        if kind == "group" or (words and words[-1] in self.table["plural_words"]):
            return True
        if kind == "unnamed" and words:
            return words[-1].endswith(self.table["plural_ending"]) and not words[-1].endswith("ss")
        return False

    def _head(self, words: list[str]) -> list[str]:
        """A noun phrase up to its head: what a preposition adds is left out."""
        for position, word in enumerate(words):
            if position and word in self.table["prepositions"]:
                return words[:position]
        return words

    def conjugated(self, template: str, many: bool, factuality: Factuality) -> str:
        """A sentence with its verbs in the past."""
        return self._with_verbs(template, (4 if factuality.polarity == "-" else 2) + many, factuality)

    def _with_verbs(self, template: str, form: int, factuality: Factuality) -> str:
        return _VERB.sub(lambda m: self._verb(m.group(1), form, factuality), template)

    def adverb(self, factuality: Factuality) -> str | None:
        """What a verb is qualified with: "probably", "possibly"."""
        key = {
            Factuality.PROBABLE: "PR+",
            Factuality.PROBABLE_NOT: "PR+",
            Factuality.POSSIBLE: "PS+",
            Factuality.POSSIBLE_NOT: "PS+",
        }.get(factuality)
        return str(self.table["certainty"][key]) if key else None

    def _form(self, name: str, kind: str | None, *, past: bool, factuality: Factuality) -> int:
        offset = 4 if factuality.polarity == "-" else 2 if past else 0
        return offset + self.plural(name, kind)

    def _verb(self, verb: str, form: int, factuality: Factuality) -> str:
        word = str(self.table["verbs"][verb][form])
        adverb = {Factuality.PROBABLE: "PR+", Factuality.POSSIBLE: "PS+"}.get(factuality)
        return f"{self.table['certainty'][adverb]} {word}" if adverb else word

    def _reservation(self, factuality: Factuality, *, told: bool) -> str:
        if factuality is Factuality.CERTAIN or factuality is Factuality.CERTAIN_NOT:
            return ""
        if told and factuality in (Factuality.PROBABLE, Factuality.POSSIBLE):
            return ""
        return f" ({self.table['certainty'][factuality.value]})"

    # ------------------------------------------------------------------ on whose word
    def voices(
        self, evidence: Iterable[Evidence], *, about: str | None = None, without_last: bool = False
    ) -> tuple[Voice, ...]:
        """The evidence grouped by chain, the outlets' own voice first.

        What an actor says of itself (`about`) is marked as its own claim.
        `without_last` leaves the innermost speaker out of the label, for sentences that name it.
        """
        groups: dict[tuple[str, ...], list[Evidence]] = {}
        for piece in evidence:
            groups.setdefault(tuple(self.speaker(link) for link in piece.chain), []).append(piece)
        voices = [
            Voice(names, self._label(pieces[0].chain[: -1 if without_last else None], about), tuple(pieces))
            for names, pieces in groups.items()
        ]
        return tuple(sorted(voices, key=lambda v: bool(v.names)))

    def speaker(self, link: Link) -> str:
        """A speaker's name where it is known, else the words of the report, else that there is none."""
        name = self.named(link.entity) if link.entity else None
        return name or link.source or link.hedge or str(self.table["source"]["reportedly"])

    def _label(self, chain: tuple[Link, ...], about: str | None) -> str:
        labels = []
        for link in chain:
            own = self.table["source"]["own_claim"] if link.entity and link.entity == about else ""
            notes = ", ".join(note for note in (own, self._notes(link)) if note)
            labels.append(self.speaker(link) + (f" ({notes})" if notes else ""))
        return str(self.table["source"]["citing"]).join(labels)

    def _circumstances(self, record: ClaimRecord) -> str:
        """Medium, time and hedge of an utterance, when all reports of it agree on them."""
        notes = {self._notes(e.chain[-1]) for e in record.evidence if e.chain}
        return f" ({notes.pop()})" if len(notes) == 1 and notes != {""} else ""

    def _notes(self, link: Link) -> str:
        hedge = link.hedge if link.source else None
        return ", ".join(note for note in (link.medium, link.when, hedge) if note)


def phrasing(language: Language, view: View | None = None) -> Phrasing:
    """The phrases of a language pack; with a view, speakers are called by their actors' names."""
    standings = language.table("accounts")["standing"]
    if view is None:
        return Phrasing(language.table("phrases"), standings)

    @cache
    def named(actor_id: str) -> str | None:
        actor = view.actor(actor_id)
        return actor.entity.name if actor is not None and actor.entity.type != "unnamed" else None

    return Phrasing(language.table("phrases"), standings, named)


def capitalised(sentence: str) -> str:
    """A sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


#: The order in which relations are told.
RELATION_ORDER = (
    RelationType.ALSO_KNOWN_AS,
    RelationType.HOLDS_ROLE,
    RelationType.LEADS,
    RelationType.MEMBER_OF,
    RelationType.PART_OF,
    RelationType.KIN_OF,
    RelationType.HAS_AGE,
    RelationType.OF_NATIONALITY,
    RelationType.OF_ETHNICITY,
    RelationType.BORN_IN,
    RelationType.BASED_IN,
    RelationType.LOCATED_IN,
    RelationType.CONTROLS,
    RelationType.HAS_STRENGTH,
    RelationType.HAS_EQUIPMENT,
    RelationType.ALLIED_WITH,
    RelationType.SUPPORTS,
    RelationType.FIGHTS,
)
