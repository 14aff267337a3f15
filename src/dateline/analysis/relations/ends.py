"""Who the tokens stand for that a relation may be told of."""

from dataclasses import dataclass
from functools import cached_property

from dateline.analysis.clauses import antecedent
from dateline.analysis.draft import Draft
from dateline.analysis.relations.lexicon import RelationLexicon
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label, Mention

ACTORS = frozenset({Label.PERSON, Label.ORGANIZATION, Label.GROUP})
BODIES = frozenset({Label.ORGANIZATION, Label.GROUP})


@dataclass
class Ends:
    """What a draft knows of those a token may stand for."""

    draft: Draft
    lexicon: RelationLexicon

    @property
    def parse(self) -> Parse:
        return self.draft.parse

    def mention(self, token: int) -> Mention | None:
        """The mention that a token heads."""
        position = self.draft.mention_of(token)
        return None if position is None else self.draft.mentions[position]

    def label(self, token: int | None) -> Label | None:
        """What the mention headed by a token is; None when none is."""
        mention = None if token is None else self.mention(token)
        return None if mention is None else mention.label

    def is_name(self, token: int) -> bool:
        mention = self.mention(token)
        return mention is not None and mention.form is Form.NAME

    def is_named(self, token: int) -> bool:
        """Whether a token stands for somebody whose name the report gives."""
        if self.is_name(token):
            return True
        position = self.draft.mention_of(token)
        return position is not None and self.draft.entity_of(position) in self._named

    def is_known(self, token: int) -> bool:
        """Whether a token heads a mention, and neither a pronoun that might be anybody nor "any force"."""
        position = self.draft.mention_of(token)
        nobody = self.lexicon.sections["nobody"]["determiners"]
        if position is None or any(self.parse.lower[t] in nobody for t in self.parse.with_dep(token, "det")):
            return False
        pronoun = self.draft.mentions[position].form is Form.PRONOUN
        return not pronoun or self.draft.entity_of(position) is not None

    def is_nation(self, token: int) -> bool:
        """Whether a token is the name of a country, which is not in a place as people are."""
        position = self.draft.mention_of(token)
        if position is None:
            return False
        mention, entity = self.draft.mentions[position], self.draft.entity_of(position)
        names = [mention.span.of(self.draft.text)] + ([self.draft.entity(entity).name] if entity else [])
        return mention.form is not Form.ADJECTIVE and any(n.lower() in self.lexicon.nations for n in names)

    def is_adjective(self, token: int) -> bool:
        """Whether a token is the adjective of a nation ("Malian")."""
        mention = self.mention(token)
        return mention is not None and mention.form is Form.ADJECTIVE

    def is_several(self, token: int) -> bool:
        """Whether a token is a common noun for several: "groups", which have members but no parts."""
        return "Number=Plur" in self.parse.morphs[token] and not self.is_name(token)

    def has_members(self, token: int) -> bool:
        """Whether a token stands for a body, or for several of a kind that its words narrow down.

        "Exiled officers" has members that are told apart, "the dead" or bare "officers" tells nothing.
        """
        if self.label(token) is Label.ORGANIZATION and not self.is_several(token):
            return True
        position = self.draft.mention_of(token)
        entity = None if position is None else self.draft.entity_of(position)
        return self._is_kind(token) or entity in self._of_a_kind

    def _is_kind(self, noun: int) -> bool:
        parse, lexicon = self.parse, self.lexicon
        kinds = lexicon.offices | lexicon.belonging | lexicon.sections["membership"]["nouns"]
        narrowed = parse.child(noun, "amod", "compound", "nmod", "prep", "relcl", "acl", "poss") is not None
        return self.label(noun) is Label.GROUP and parse.lemmas[noun] in kinds and narrowed

    @cached_property
    def _of_a_kind(self) -> frozenset[str | None]:
        """The entities that some description says to be several of a kind that its words narrow down."""
        found: set[str | None] = set()
        for position, mention in enumerate(self.draft.mentions):
            entity = self.draft.entity_of(position)
            if entity is not None and entity not in found and mention.form is Form.NOMINAL:
                words = self.parse.tokens_in(mention.span)
                if self._is_kind(self.parse.head_of(words.start, words.stop)):
                    found.add(entity)
        return frozenset(found)

    def is_medium(self, token: int) -> bool:
        """Whether a token names an outlet or a platform."""
        mention = self.mention(token)
        return mention is not None and mention.span.of(self.draft.text).lower() in self.lexicon.media

    def acts(self, token: int) -> bool:
        """Whether a token stands for an actor; a country does, also where it is labelled a place."""
        label = self.label(token)
        return label in ACTORS or (
            label is Label.PLACE and (self.is_nation(token) or self.is_adjective(token))
        )

    def fits(self, token: int, labels: frozenset[str]) -> bool:
        """Whether a token's mention has one of these labels; a country counts as organisation, too."""
        label = self.label(token)
        return label in labels or (
            label is Label.PLACE and Label.ORGANIZATION in labels and self.is_nation(token)
        )

    def is_armed(self, token: int) -> bool:
        """Whether a token stands for a body that may fight: by its noun, or a name of no outlet."""
        mention = self.mention(token)
        if mention is None or mention.label is Label.PERSON or not self.acts(token):
            return False
        if self.is_named(token) or self.is_adjective(token):
            return not self.is_medium(token)
        return self.parse.lemmas[token] in self.lexicon.sections["armed"]["nouns"]

    def actor(self, token: int | None, clause: int | None = None) -> int | None:
        """The token if it heads a mention of an actor (a relative pronoun: the noun it stands for)."""
        if token is None:
            return None
        if clause is not None:
            token = antecedent(self.parse, token, clause)
        if self.mention(token) is None and self.parse.deps[token] == "appos":
            token = self.parse.heads[token]  # "Lund, a former teacher who …"
        return token if self.label(token) in ACTORS else None

    def meant(self, token: int) -> int:
        """The token, or the name in apposition where only that is a mention: "former leader Omar Saad"."""
        return token if self.mention(token) is not None else self.named_beside(token)

    def named_beside(self, token: int) -> int:
        """The name in apposition to a description, else its own token: "the tycoon Omar Saad"."""
        if self.is_name(token):
            return token
        parse = self.parse
        behind = [t for t in parse.with_dep(parse.heads[token], "pobj") if parse.left[t] == token + 1]
        return next((t for t in (*parse.with_dep(token, "appos"), *behind) if self.is_name(t)), token)

    def members(self, token: int) -> list[int]:
        """The token and what is coordinated with it, also where a list is read as an apposition.

        In "A, B and C" the parser often takes B, with C, for a description of A.
        """
        parse = self.parse
        found = parse.conjuncts(token)
        for other in parse.with_dep(token, "appos"):
            if (
                self.is_name(token)
                and parse.child(other, "conj") is not None
                and self.mention(other) is not None
            ):
                found.extend(parse.conjuncts(other))
        return found

    @cached_property
    def _named(self) -> frozenset[str | None]:
        draft = self.draft
        named = (draft.entity_of(i) for i, m in enumerate(draft.mentions) if m.form is Form.NAME)
        return frozenset(entity for entity in named if entity is not None)
