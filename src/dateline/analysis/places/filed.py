"""The place a report was filed from: its dateline, which stands before the text that is parsed.

"SEVERN, Md. (AP) —" names two places, one inside the other. They are mentions of the report like any other:
entities of their own, or those that the text goes on to name, and evidence for where the others are.
"""

from dataclasses import dataclass, field

from dateline.analysis.datelines import dateline_places
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.vocabulary import Nation, Vocabulary
from dateline.analysis.places.clues import Clues
from dateline.analysis.places.spots import Toponym, nation_named
from dateline.analysis.places.words import PlaceWords
from dateline.gazetteer.index import Gazetteer
from dateline.gazetteer.keys import key
from dateline.model.entity import Entity, Form, Label, Mention

UNPARSED = -1  # the head of a mention that is no part of the parse
_SHORT = 3  # letters of a word in capitals that may be an abbreviation


@dataclass
class Dateline:
    """Adds the places of a report's dateline to its toponyms and clues."""

    draft: Draft
    vocabulary: Vocabulary
    words: PlaceWords
    gazetteer: Gazetteer
    toponyms: list[Toponym]
    clues: dict[str, Clues]
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> None:
        """The outer place first, so that the inner one is known to lie in it."""
        outer: Toponym | None = None
        for span, inside in reversed(dateline_places(self.draft.report)):
            toponym = self._toponym(span.of(self.draft.text))
            toponym.filed += 1
            clues = self.clues.setdefault(toponym.entity, Clues())
            if inside and outer is not None and outer is not toponym:
                clues.inside.add(outer.entity)
                self.clues[outer.entity].holds.add(toponym.entity)
            self.mentions.append(Mention(span, Label.PLACE, Form.NAME, UNPARSED, toponym.entity))
            outer = toponym

    def _toponym(self, text: str) -> Toponym:
        """The place of that name that the text speaks of, else a new one."""
        nation, name = nation_named(self.vocabulary, text), self._name(text)
        same = key(name)
        for toponym in self.toponyms:
            if (nation and toponym.nation is nation) or any(key(other) == same for other in toponym.names):
                return toponym
        return self._made(nation.name if nation else name, nation)

    def _made(self, name: str, nation: Nation | None) -> Toponym:
        number = len(self.draft.entities) + len(self.entities) + 1
        made = Toponym(self.draft.new_id("e", number), (name,), nation)
        self.toponyms.append(made)
        self.entities.append(Entity(made.entity, name, Label.PLACE))
        return made

    def _name(self, text: str) -> str:
        """A name as the rest of a report would write it: "Md." is Maryland, "CAIRO" Cairo."""
        code = self.words.abbreviations.get("".join(text.split()))
        unit = self.gazetteer.unit(code) if code is not None else None
        if unit is not None:
            return unit.name
        return " ".join(
            w.title() if w.isupper() and (len(w) > _SHORT or w.isalpha()) else w for w in text.split()
        )
