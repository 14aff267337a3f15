"""Puts records into plain sentences with the language pack's templates. Nothing is added to what they say."""

import re

from dateline.language import Language
from dateline.model.factuality import Factuality
from dateline.model.records import RelationRecord
from dateline.model.relation import RelationType
from dateline.queries.names import Names
from dateline.queries.words import Words
from dateline.store.view import View

_CLAIM = "<claims>"
_DATE = "{date}"
_DESCRIBED = (
    RelationType.IS_A,
    RelationType.SPLIT_FROM,
    RelationType.GREW_FROM,
    RelationType.SUCCEEDS,
)
_VERB = re.compile(r"<(\w+)>")


class Phrasing(Words):
    """Sentences in one language."""

    # ------------------------------------------------------------------ sentences
    def relation(self, record: RelationRecord, subject_type: str | None) -> str:
        return capitalised(self._relation(record, subject_type, self._template(record)))

    def predicate(self, record: RelationRecord, subject_type: str | None) -> str | None:
        """A relation's sentence without its subject and copula: "son of …", "leads …"; None without such."""
        template = self._template(record)
        rest = template.removeprefix("{subject} ")
        if rest == template:
            return None
        told = self._relation(record, subject_type, rest)
        for copula, short in self.table["short"].items():
            if told.startswith(copula):
                return f"{short}{told.removeprefix(copula)}"
        return told

    def _template(self, record: RelationRecord) -> str:
        both, with_object, with_value = self._templates(record)
        if record.object is None:
            return str(with_value)
        if record.value is None or record.object.name.lower() in record.value.lower():
            return str(with_value if record.value else with_object)
        return str(both)

    def _templates(self, record: RelationRecord) -> tuple[str, str, str]:
        """The templates of a type: as a claim, as what others hold, as done on a day, or as plainly so."""
        kind, view = record.type.value, self.table["relation_view"]
        claimed = self.table["relation_claimed"].get(kind) if _own_claim(record) else None
        held = view.get(kind) if (record.value or "").partition(" ")[0] in view["participles"] else None
        dated = self.table["relation_dated"].get(kind) if record.date else None
        both, with_object, with_value = claimed or held or dated or self.table["relation"][kind]
        return both, with_object, with_value

    def _relation(self, record: RelationRecord, subject_type: str | None, template: str) -> str:
        over = record.date is not None and record.date.startswith("..")
        past = over or (record.date is not None and not record.date.endswith("/.."))
        form = self._form(record.subject.name, subject_type, past=past, factuality=record.factuality)
        told, timed = bool(_VERB.search(template)), _DATE in template
        verbs = self._with_verbs(template, form, record.factuality)
        if past and not over:
            verbs = verbs.replace(self.table["past"]["untimed"], "")
        sentence = verbs.format(
            subject=self.names.name(record.subject, record.evidence),
            object=self.names.name(record.object, record.evidence) if record.object else "",
            value=self._value(record),
            date=f" {self.dates.in_sentence(record.date)}" if timed and record.date else "",
        )
        doubt = "" if _CLAIM in template else self.reservation(record.factuality, told=told)
        return sentence.strip() + ("" if timed else self._dated(record.date)) + doubt

    def _value(self, record: RelationRecord) -> str:
        """The words of the report; an occupation that many have takes an article ("is a journalist")."""
        value = record.value or ""
        if record.type is RelationType.KIN_OF:
            return value.lower()
        if record.type in _DESCRIBED:
            return self.description(value)
        office = self.table["office"]
        alone = record.type is RelationType.HOLDS_ROLE and record.object is None and value.isalpha()
        if not alone or not value.islower() or value in office["unique"]:
            return value
        return f"{self.article(value)} {value}"

    def description(self, words: str) -> str:
        """What somebody is said to be, as it stands after "is": with an article where it needs one."""
        table, first = self.table["description"], words.partition(" ")[0]
        if not words:
            return ""
        if words.lower() in self.language.table("bodies")["traits"]["words"]:
            return str(table["after_is"].get(words.lower(), words))
        if first.lower() in table["begins"]:
            return words[:1].lower() + words[1:]
        owned = any(word.endswith(tuple(table["possessives"])) for word in words.split())
        return words if owned else f"{self.article(words)} {words}"

    def article(self, words: str) -> str:
        """The indefinite article before some words."""
        office, first = self.table["office"], re.split(r"\W", words.lower(), maxsplit=1)[0]
        vowel = words[0].lower() in office["vowels"] and first not in office["sounded_otherwise"]
        return str(office["before_vowel" if vowel else "article"])

    def _dated(self, date: str | None) -> str:
        """When a relation held, as far as an EDTF date tells: " (until 2011)", " (2001)"."""
        return "" if date in (None, "", "../..") else f" ({self.dates.label(date)})"

    # ------------------------------------------------------------------ verbs
    @property
    def clause_openers(self) -> tuple[str, ...]:
        """What a clause or an infinitive begins with."""
        return tuple(f"{opener} " for opener in self.table["want_extra"]["clause_openers"])

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
        return offset + self.names.plural(name, kind)

    def _verb(self, verb: str, form: int, factuality: Factuality) -> str:
        word = str(self.table["verbs"][verb][form])
        adverb = {Factuality.PROBABLE: "PR+", Factuality.POSSIBLE: "PS+"}.get(factuality)
        return f"{self.table['certainty'][adverb]} {word}" if adverb else word

    def reservation(self, factuality: Factuality, *, told: bool = False) -> str:
        """How certain a sentence is, after it; `told` where its verb tells as much as "probably" already."""
        if factuality is Factuality.CERTAIN or factuality is Factuality.CERTAIN_NOT:
            return ""
        if told and factuality in (Factuality.PROBABLE, Factuality.POSSIBLE):
            return ""
        return f" ({self.table['certainty'][factuality.value]})"


def phrasing(language: Language, view: View | None = None) -> Phrasing:
    """The phrases of a language pack; with a view, speakers are called by their actors' names."""
    return Phrasing(Names(language, view))


def _own_claim(record: RelationRecord) -> bool:
    """Whether only the one it is about says it, and nobody holds it to be so."""
    me, links = record.subject.entity, [e.chain[-1].entity if e.chain else None for e in record.evidence]
    return record.factuality is Factuality.UNKNOWN and me is not None and set(links) == {me}


def capitalised(sentence: str) -> str:
    """A sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


#: The order in which relations are told.
RELATION_ORDER = (
    RelationType.ALSO_KNOWN_AS,
    RelationType.IS_A,
    RelationType.FOUNDED,
    RelationType.SPLIT_FROM,
    RelationType.GREW_FROM,
    RelationType.SUCCEEDS,
    RelationType.DISSOLVED,
    RelationType.DESIGNATED,
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
