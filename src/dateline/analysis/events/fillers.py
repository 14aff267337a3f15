"""What fills a slot: what it is, whether it can act, be hit or be counted."""

from dataclasses import dataclass

from dateline.analysis.attribution.circumstance import is_press
from dateline.analysis.draft import Draft
from dateline.analysis.events.lexicon import PRESS, TriggerLexicon
from dateline.analysis.events.nouns import is_agent_noun, is_nominal
from dateline.analysis.quantities import Numerals, numerals
from dateline.language.cues import cues
from dateline.model.entity import Label


@dataclass(frozen=True, slots=True)
class Fillers:
    """Judges tokens that fill the slots of triggers."""

    draft: Draft
    lexicon: TriggerLexicon

    @property
    def numerals(self) -> Numerals:
        return numerals(self.draft.language)

    # ------------------------------------------------------------------ what it is
    def is_one(self, token: int, names: frozenset[str]) -> bool:
        token = self.whole(token)
        if self.classes(token) & names:
            return True
        parse = self.draft.parse
        return f"={parse.lemmas[token]}" in names or f"={parse.lower[token]}" in names

    def classes(self, token: int) -> frozenset[str]:
        """What a filler is: its mention's label and form, "someone" for those who act, its noun's classes."""
        position = self.draft.mention_of(token)
        parse, known = self.draft.parse, self.lexicon.classes
        names = set(known.get(parse.lemmas[token], ()))
        for before in parse.with_dep(token, "compound", "amod"):
            names.update(known.get(f"{parse.lower[before]} {parse.lemmas[token]}", ()))
        if position is not None:
            mention = self.draft.mentions[position]
            names |= {mention.label.value, mention.form.value}
            if mention.label.value != "place":
                names.add("someone")
            if is_press(self.draft, cues(self.draft.language), token):
                names.add(PRESS)
        if parse.pos[token] == "NUM" or self.is_number_of_people(token):
            names |= {"number", "someone"}
        if self.is_unlisted_person(token):
            names.add("someone")
        return frozenset(names or {"thing"})

    def is_number_of_people(self, token: int) -> bool:
        """Whether a word that is no mention stands for so many people: "wounded *dozens*", "86 *others*"."""
        parse, words = self.draft.parse, self.numerals
        if self.draft.mention_of(token) is not None or parse.child(token, "prep") is not None:
            return False
        if parse.deps[token] == "det":
            return parse.lower[token] in words.articles  # "one was killed and *another* wounded"
        if words.is_amount(parse.lower[token]):
            alone = parse.pos[token] in ("ADJ", "DET", "PRON")  # "several were hurt"
            return alone or parse.has(token, "Number=Plur") or parse.lower[token] != parse.lemmas[token]
        return parse.lemmas[token] in self.lexicon.anybody and any(
            words.is_amount(parse.lower[c]) for c in parse.with_dep(token, "nummod", "amod", "det")
        )

    def is_unlisted_person(self, token: int) -> bool:
        """Whether a word is people by its form alone: "two *shoppers*", "the *displaced*"."""
        if self.draft.mention_of(token) is not None:
            return False
        return is_agent_noun(self.draft.parse, self.lexicon, token) or is_nominal(
            self.draft.parse, self.lexicon, token
        )

    def people(self, token: int) -> int:
        """Those that an amount is of: "villagers" for "dozens of villagers".

        Nine of *the* hostages are not the hostages; they are who the number stands for.
        """
        thing = self.whole(token)
        return token if self._is_known(thing) else thing

    def whole(self, token: int) -> int:
        """What an amount is of, also where it is a part of those who are known: "nine of *the hostages*"."""
        parse = self.draft.parse
        if self.draft.mention_of(token) is not None:
            return token
        for prep in parse.with_dep(token, "prep"):
            amount = self.numerals.is_amount(parse.lower[token]) or parse.pos[token] in ("DET", "PRON")
            if amount and parse.lower[prep] in self.numerals.partitive:
                return parse.child(prep, "pobj") or token
        return token

    def _is_known(self, token: int) -> bool:
        parse = self.draft.parse
        return parse.child(token, "poss") is not None or any(
            parse.has(c, "Definite=Def") for c in parse.with_dep(token, "det")
        )

    # ------------------------------------------------------------------ what it can do
    def can_take_part(self, token: int, counting: bool) -> bool:
        return (
            self.suffers(token)
            or (counting and self.is_counted(token))
            or self.draft.parse.pos[token] == "NUM"
            or self.numerals.is_amount(self.draft.parse.lower[token])
            or self.suffers(self.whole(token))
        )

    def is_counted(self, token: int) -> bool:
        """Whether a noun that is no mention stands for people where people are counted: "six Jesuits"."""
        parse = self.draft.parse
        return (
            parse.pos[token] in ("PROPN", "NUM")
            or (parse.pos[token] == "NOUN" and parse.child(token, "nummod") is not None)
            or self.is_number_of_people(token)
        )

    def acts(self, token: int) -> bool:
        """Whether somebody can be the one who does it: a mention that is no thing, or a noun for people."""
        classes = self.lexicon.classes.get(self.draft.parse.lemmas[token], frozenset())
        position = self.draft.mention_of(token)
        if position is None:
            return bool(classes & self.lexicon.actors) or self.is_unlisted_person(token)
        if self.draft.mentions[position].label is Label.ORGANIZATION:
            return True  # a ministry or an embassy is a building only where it is a place
        return not classes & self.lexicon.things or bool(classes & self.lexicon.actors)

    def suffers(self, token: int) -> bool:
        """Whether it can be done to them: mentions, and buildings, vehicles and the like."""
        if self.draft.mention_of(token) is not None:
            return True
        classes = self.lexicon.classes.get(self.draft.parse.lemmas[token], frozenset())
        return bool(classes & self.lexicon.targets) or self.is_unlisted_person(token)
