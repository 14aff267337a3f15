"""Puts utterances into plain sentences: in a report's own words where these make one, else by a template."""

import re
from dataclasses import dataclass

from dateline.language import Table
from dateline.model.attribution import Act
from dateline.model.records import ClaimRecord, Evidence, Link
from dateline.queries.phrasing import Phrasing, capitalised

_PLAIN_ACTS = {Act.ASSERT, Act.ANNOUNCE, Act.WARN, Act.ACCUSE, Act.THREATEN, Act.PROMISE, Act.ESTIMATE}
# Acts that anything may be filed under, and whose template says little where the content is no sentence.
_LOOSE_ACTS = {Act.ASSERT, Act.BELIEVE, Act.AGREE}
_FEW_WORDS = 10
_NEAR = 60  # so many characters of a content tell where it stands
_MARKS = "“”\"'‘’` "
_ASKED = re.compile(r"[A-Z]\S*(?: \S+){0,5}? (?:not )?to [a-z]+")  # "Russia to tell them …"
_BEFORE_QUOTE = re.compile(r",(?=[”\"])")
_INNER_MARK = re.compile(r",?[\"”’'`]{1,2} [\"“‘'`]{1,2}(?=\w)")  # "… the border,” “No one …"
_GAP = r"\s+(?:[\w’'-]+\s+){0,4}?"  # what may stand between the parts of a verb


@dataclass(frozen=True)
class ClaimPhrasing:
    """Sentences about utterances, in the words of a phrasing."""

    words: Phrasing

    @property
    def table(self) -> Table:
        return self.words.table

    def sentence(self, record: ClaimRecord) -> str:
        """Who said what, with medium, time and hedge where all reports of it agree on them."""
        speaker = self._speaker(record)
        content = " ".join(record.content.split())
        if verb := self._own_verb(record, content):
            told = f"{verb} {content}"
            speaker += "," if "," in record.speaker.name else ""  # "the minister, who left, said …"
            return capitalised(f"{speaker} “{told}”" if record.kind == "direct" else f"{speaker} {told}")
        form, said, content = self._rendering(record, content)
        return capitalised(self.table["claim"][form].format(speaker=speaker, said=said, content=content))

    def tellable(self, record: ClaimRecord) -> bool:
        """Whether an utterance can be told well: by somebody, saying something, and not of oneself again."""
        name = record.speaker.name.lower()
        content = " ".join(record.content.split())
        nobody = (*self.table["event"]["pronouns"], *self.table["claim"]["anybody"])
        if not name or name in nobody or content.strip(_MARKS).lower() in nobody:
            return False
        if all(_told_of_oneself(e) for e in record.evidence):
            return False
        return bool(self._own_verb(record, content)) or not self._hollow(record, content)

    # ------------------------------------------------------------------ parts
    def _speaker(self, record: ClaimRecord) -> str:
        name = self.words.names.name(record.speaker, record.evidence)
        first, _, last = name.rpartition(" ")
        bare = first if first and last.lower() in self.table["claim"]["relatives"] else name
        notes = {self.words.notes(e.chain[-1]) for e in record.evidence if e.chain}
        return bare + (f" ({notes.pop()})" if len(notes) == 1 and notes != {""} else "")

    def _own_verb(self, record: ClaimRecord, content: str) -> str | None:
        """The verb of the report, with all from it to the content, where the two make a sentence.

        "had not publicly announced", "has long accused", "resisted"; None for what is no finite verb of the
        speaker ("opposed to", "saying", "their belief in"), and for words in quotation marks of their own.
        """
        evidence = record.evidence[0]
        if not evidence.chain or (record.kind == "direct" and _quoted(record, content)):
            return None
        link, text = evidence.chain[-1], " ".join(evidence.text.split())
        if not link.cue[:1].isalnum() or not link.source:
            return None  # a colon is no verb
        forms = self.table["claim"]
        before = "|".join(map(re.escape, forms["before_verb"]))
        verb = _GAP.join(map(re.escape, link.cue.split()))
        found = re.search(rf"((?:\b(?:{before})\s+)*\b{verb})\s+{re.escape(content[:_NEAR])}", text)
        if found is None or not self._finite(found[1], text[: found.start()], link):
            return None
        return str(found[1])

    def _finite(self, verb: str, before: str, link: Link) -> bool:
        """Whether words are a finite verb that follows its subject."""
        forms = self.table["claim"]
        first, *rest = verb.lower().split()
        if first in forms["auxiliaries"]:
            return True
        if first in forms["not_finite"] or first.endswith(tuple(forms["not_finite_endings"])):
            return False
        if rest and rest[-1] in forms["adjective_prepositions"] and first in forms["adjectives"]:
            return False
        subject = link.source.split()[-1].lower()
        if subject.endswith(tuple(forms["possessives"])) or subject in forms["possessive_words"]:
            return False  # "their belief in"
        # Away from its subject a verb must show by its form that it is no infinitive, "had to go and show".
        before = before.rstrip(" ,").lower()
        second = before.endswith(tuple(f" {word}" for word in forms["and"]))
        return (
            before.endswith(subject)
            or first.endswith(tuple(forms["past_endings"]))
            or (second and first.endswith(forms["present_ending"]))
        )

    def _hollow(self, record: ClaimRecord, content: str) -> bool:
        """Whether a template would make an utterance of what is none: "to remember the teenager"."""
        link = record.evidence[0].chain[-1] if record.evidence[0].chain else None
        if link is None or record.act not in _LOOSE_ACTS:
            return False
        forms = self.table["claim"]
        first, *rest = link.cue.lower().split() or [""]
        if record.kind == "direct":
            return not _quoted(record, content)
        opener = content.split(" ", 1)[0].lower()
        if first in forms["infinitive"] or opener in forms["fragment_openers"]:
            return True
        if content.lower().startswith(self.words.clause_openers) or first in forms["of_sources"]:
            return False
        after = f"{link.cue} {content[:_NEAR]}" in " ".join(record.evidence[0].text.split())
        speaking = first.endswith(tuple(forms["not_finite_endings"]))  # "saying it would help"
        return bool(rest and rest[-1] in forms["adjective_prepositions"]) or (after and not speaking)

    def _rendering(self, record: ClaimRecord, content: str) -> tuple[str, str, str]:
        """How an utterance is put: the form of the sentence, its verb, its content."""
        act, said = record.act.value, str(self.table["said"][record.act.value])
        if record.kind == "direct":
            words = _INNER_MARK.sub(" … ", _BEFORE_QUOTE.sub("", content.strip(_MARKS).rstrip(",")))
            # A denial is no quotation of what it denies.
            return ("direct", said, words) if record.act in _PLAIN_ACTS else ("clause", said, f"“{words}”")
        if content.lower().startswith(self.words.clause_openers):
            return "clause", said, content
        asked = self.table["said_of_others"].get(act)
        if asked and _ASKED.match(content):
            return "clause", asked, content
        # What is denied, offered or refused in a few words is a thing, where an assertion is a sentence.
        thing = self.table["said_of_thing"].get(act)
        if thing and len(content.split()) <= _FEW_WORDS:
            return "clause", thing, content
        if act in self.table["claim"]["without_colon"]:
            return "clause", said, content
        return "indirect", said, content


def _quoted(record: ClaimRecord, content: str) -> bool:
    """Whether words have quotation marks of their own, or are all that somebody is quoted with."""
    return content[:1] in _MARKS or len(record.evidence[0].chain) < 2


def _told_of_oneself(evidence: Evidence) -> bool:
    """Whether somebody only says of himself that he says it: "I think", in a quotation of his."""
    chain = evidence.chain
    return len(chain) > 1 and chain[-1].entity is not None and chain[-1].entity == chain[-2].entity
