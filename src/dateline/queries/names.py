"""What actors and speakers are called in a sentence: the name, its article, whether it is a plural."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.language import Language, Table
from dateline.language.standalone import by_itself, within
from dateline.model.records import Evidence, Link, Party
from dateline.store.view import View

_SHARE = 0.4  # so many of the sentences that name an actor must give it an article
_MENTIONS = 40
_BARE = ("person", "unnamed")


#: A name, bare and as sentences use it, and whether any sentence does use it.
type _Known = tuple[str, str, bool]


@dataclass(frozen=True)
class Names:
    """Names in one language; with a view, actors have the names and articles that its reports give them."""

    language: Language
    view: View | None = field(default=None, compare=False)
    _known: dict[str, _Known | None] = field(default_factory=dict, compare=False)

    @property
    def table(self) -> Table:
        return self.language.table("phrases")

    def name(self, party: Party, evidence: Iterable[Evidence]) -> str:
        """A name with the article that the reports give it, or, where they do not use it, the evidence."""
        alone = self._by_itself(party.name)
        if alone != party.name:
            return alone
        known = self._actor(party.entity) if party.entity else None
        if known is not None and known[0] == party.name and known[2]:
            return known[1]
        return self._with_article(within(party.name, self.language), [e.text for e in evidence], 0)

    def bare(self, link: Link) -> str:
        """A speaker's name where it is known, else the words of the report, else that there is none."""
        known = self._actor(link.entity) if link.entity else None
        if known is not None:
            return self._by_itself(known[0])
        if link.source:
            unclear = self._is_pronoun(link.source)
            return str(self.table["source"]["unclear"]) if unclear else self._by_itself(link.source)
        hedge = link.hedge or ""
        return hedge if hedge.endswith(self.table["source"]["adverb"]) else self.table["source"]["reportedly"]

    def _by_itself(self, description: str) -> str:
        return by_itself(description, self.table)

    def _is_pronoun(self, words: str) -> bool:
        return words.lower() in self.table["event"]["pronouns"]

    def speaker(self, link: Link) -> str:
        """The same as it stands in a sentence: with the article, without the capital of a description."""
        known = self._actor(link.entity) if link.entity else None
        if known is not None:
            return self._by_itself(known[1])
        return within(self.bare(link), self.language)

    def plural(self, name: str, kind: str | None) -> bool:
        """Whether a verb after a name is in the plural."""
        words = self._head(name.lower().split())
        if kind == "group" or (words and words[-1] in self.table["plural_words"]):
            return True
        if kind in (None, "unnamed") and words:
            if self._several(name.lower().split()[-1]):
                return True  # "nine", "more than 20"
            return words[-1].endswith(tuple(self.table["plural_endings"])) and not words[-1].endswith("ss")
        return False

    def _several(self, word: str) -> bool:
        """Whether a word is a number of more than one."""
        number = int(word) if word.isdecimal() else self.language.table("numbers")["units"].get(word, 0)
        return int(number) > 1

    def _head(self, words: list[str]) -> list[str]:
        """A noun phrase up to its head: what a preposition adds is left out."""
        for position, word in enumerate(words):
            if position and word in self.table["prepositions"]:
                return words[:position]
        return words

    def _actor(self, actor_id: str) -> _Known | None:
        """An actor's name, None when it has none."""
        if self.view is None:
            return None
        if actor_id not in self._known:
            self._known[actor_id] = self._read(self.view, actor_id)
        return self._known[actor_id]

    def _read(self, view: View, actor_id: str) -> _Known | None:
        entity = view.entities([actor_id]).get(actor_id)
        if entity is None or entity.type == "unnamed":
            return None
        name = entity.name
        if entity.type in _BARE:
            return name, name, True
        naming = [text for text in view.naming(actor_id, _MENTIONS) if name in text]
        return name, self._with_article(name, naming, _SHARE), bool(naming)

    def _with_article(self, name: str, sentences: list[str], share: float) -> str:
        if name in self.table["named_with_article"]:
            return f"{self.table['articles'][0]} {name}"
        traits = "|".join(map(re.escape, self.language.table("bodies")["traits"]["words"]))
        for article in self.table["articles"]:
            with_article = f"{article} {name}"
            told = rf"{re.escape(article)} (?:(?:{traits}) )?{re.escape(name)}"  # "the ruling Azure Front"
            pattern = re.compile(rf"\b(?i:{told})\b(?!\s+[A-Z])")
            found = sum(bool(pattern.search(text)) for text in sentences)
            if found and found >= share * len(sentences):
                return with_article
        return name
