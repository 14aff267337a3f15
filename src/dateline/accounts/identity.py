"""An entity of a report as far as it can be compared: its folded name, its traits, where it may be met."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from dateline.accounts.traits import NOTHING, Office, Traits
from dateline.language.folding import Folder, initials
from dateline.model.entity import Entity, Label
from dateline.model.judgement import Bearer

# Two spellings of one name part: "Mohammed", "Mohammad". Below it, other people's names begin.
_SAME_SPELLING = 85.0

NATION = "nation"
# Stands before what tells namesakes apart in an actor's id: "person:ann-bello~ken".
MARK = "~"
_LAND = (Label.PLACE, Label.ORGANIZATION)
# Reports differ on which of the two a movement or a people is.
_BODIES = (Label.ORGANIZATION, Label.GROUP)
# Shorter names are initials of too many others.
_SHORTEST_ACRONYM = 3


LINKED = "link|"  # how the blocks begin in which those of one identifier meet


@dataclass(frozen=True, slots=True)
class Identity:
    """What is compared of an entity. All keys are folded.

    `kind` is the entity's type (of an organisation and a group the former), or NATION: a country is a place
    in one report and acts in the next. `aliases` are the other names that may tell that an entity named so
    elsewhere is the same one. `local` is set, to something unique, where the name alone proves nothing beyond
    its report: descriptions, and persons of whom only a surname is known (`surname` then holds it). `holds`
    is the office by which alone somebody is described ("the president of Kenya"). `label` is given by a
    human, see Bearer.
    """

    kind: str
    key: str
    aliases: tuple[str, ...] = ()
    local: str | None = None
    surname: str | None = None
    holds: Office | None = None
    label: str | None = None
    traits: Traits = NOTHING
    # What names are compared by: `spelling` is that of the name, or of the surname where there is no more.
    spelling: str = ""
    acronyms: tuple[str, ...] = ()

    @property
    def bearer(self) -> Bearer:
        return Bearer(self.kind, self.key, self.label)

    @property
    def shared(self) -> bool:
        """Whether its name, or what is known of it, means the same one in any report."""
        return self.local is None or self.label is not None or bool(self.traits.links)

    @property
    def actor(self) -> str:
        """The id of the actor that this identity makes when nothing joins it."""
        slug = slug_of(self.bearer)
        return slug if self.shared else f"{slug}@{self.local}"

    @property
    def is_person(self) -> bool:
        return self.kind == Label.PERSON

    @property
    def last_part(self) -> str:
        return self.spelling.rsplit(" ", 1)[-1]

    def blocks(self) -> frozenset[str]:
        """Where other identities could be met that are the same actor."""
        blocks = {f"{LINKED}{scheme}|{value}" for scheme, value in self.traits.links}
        if self.shared or self.surname is not None:
            blocks |= {block_of(self.kind, k) for k in (self.key, *self.aliases)}
            blocks |= {f"acronym|{a}" for a in self.acronyms}
            blocks |= {f"office|{o.title}|{o.of}|{o.year}" for o in self.posts()}
            if self.is_person and self.holds is None:
                blocks.add(f"surname|{self.last_part}")
        return frozenset(blocks)

    def posts(self) -> tuple[Office, ...]:
        """The offices by which it could be called in its report's year without its name."""
        offices = self.traits.offices if self.holds is None else (self.holds,)
        return tuple(o for o in offices if o.of and o.year and not o.over)


def block_of(kind: str, key: str) -> str:
    """The block where all that are called so are met."""
    return f"{kind}|{key}"


def slug_of(bearer: Bearer) -> str:
    """A readable id: "person:ann-bello"; with what a human called it apart, "person:ann-bello~the-elder"."""
    label = "" if bearer.label is None else MARK + "-".join(bearer.label.casefold().split())
    return f"{bearer.kind}:{bearer.key.replace(' ', '-')}{label}"


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity in its report: whether the report names it at all, a word unique to it, what is told of it.

    `month` is that of publication, "2021-03", where it is known.
    """

    entity: Entity
    named: bool
    local: str
    traits: Traits = NOTHING
    label: str | None = None
    month: str | None = None


def identify(seen: Seen, folder: Folder) -> Identity:
    """The identity of one report's entity."""
    entity, traits = seen.entity, seen.traits
    key = folder.name(entity.name, entity.type)
    if not seen.named or not key:
        return _described(seen, key, folder)
    kind = Label.ORGANIZATION.value if entity.type in _BODIES else entity.type
    if entity.type == Label.PERSON and " " not in key:
        spelling = folder.spelling(key)
        return Identity(kind, key, (), seen.local, key, None, seen.label, traits, spelling)
    nation = folder.nation(key, entity.country) if entity.type in _LAND else None
    if nation is not None:
        return Identity(NATION, nation)
    names = {folder.name(a, entity.type): a for a in (*entity.aliases, entity.name)}
    aliases = tuple(sorted(n for n in names if _tells(n, key, names, entity.type)))
    spelling = folder.spelling(key) if entity.type == Label.PERSON else ""
    acronyms = _acronyms(entity, key, folder) if entity.type in _BODIES else ()
    return Identity(kind, key, aliases, None, None, None, seen.label, traits, spelling, acronyms)


def _described(seen: Seen, key: str, folder: Folder) -> Identity:
    """Whoever is described only.

    A nation's army is the same in all reports, the holder of a singular office in those of one month.
    """
    if seen.entity.type == Label.ORGANIZATION and (organ := folder.organ(seen.entity.name)) is not None:
        return Identity(Label.ORGANIZATION, organ, traits=seen.traits)
    title = folder.office(seen.entity.name) if seen.entity.country and seen.month else None
    if title is None or seen.label is not None:
        return Identity(seen.entity.type, key, local=seen.local, label=seen.label, traits=seen.traits)
    country, month = seen.entity.country or "", seen.month or ""
    office = Office(title, country, int(month[:4]))
    return Identity(Label.PERSON, f"{title} {country.lower()} {month}", holds=office)


def _acronyms(entity: Entity, key: str, folder: Folder) -> tuple[str, ...]:
    """What it could be called for short, or its name where that looks like an acronym."""
    letters = entity.name.replace(".", "")
    if letters.isupper() and letters.isalpha():
        return (letters.casefold(),) if len(letters) >= _SHORTEST_ACRONYM else ()
    telling = " ".join(w for w in key.split() if w not in folder.small)
    return tuple(sorted({i for i in (initials(key), initials(telling)) if len(i) >= _SHORTEST_ACRONYM}))


def _tells(alias: str, key: str, names: Mapping[str, str], entity_type: str) -> bool:
    """Whether an alias is distinctive: another name, a spelling or an acronym, not a mere shortening.

    A shortening is a name of its own when there is an acronym for it. `names` maps every name of the
    entity, folded, to how it is written.
    """
    if alias in (key, ""):
        return False
    if entity_type == Label.PERSON:
        return " " in alias and _another_name(alias, key)
    if " " not in alias:
        return _acronym(alias, names)
    return not set(alias.split()) <= set(key.split()) or initials(alias) in names


def _acronym(alias: str, names: Mapping[str, str]) -> bool:
    """In capitals and made of letters of a name ("OCHA", "ISIS"), but no word of it ("UN" in "UN Women")."""
    others = [n for n in names if n != alias]
    if not names[alias].isupper() or len(alias) < 2 or any(alias in n.split() for n in others):
        return False
    return any(n[0] == alias[0] and _subsequence(alias, n) for n in others if n)


def _subsequence(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _another_name(alias: str, key: str) -> bool:
    """A second name shares nothing with the first, or all but the spelling; kin share a surname."""
    return not set(alias.split()) & set(key.split()) or fuzz.ratio(alias, key) >= _SAME_SPELLING
