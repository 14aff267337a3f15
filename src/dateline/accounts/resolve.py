"""Which entities of different reports are one actor.

The result is a function of the set of identities alone, never of the order in which they were read, and
of each block (identities that could possibly touch) by itself, so that adding a report means resolving
only the blocks it touches. Where two readings are possible nothing is joined: a gap misleads nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from dateline.language.folding import Folder, initials
from dateline.model.entity import Entity, Label

# Two spellings of one name part: "Mohammed", "Mohammad". Below it, other people's names begin.
_SAME_SPELLING = 85.0

NATION = "nation"
_LAND = (Label.PLACE, Label.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Identity:
    """An entity as far as its name goes. All keys are folded.

    `kind` is the entity's type, or NATION: a country is a place in one report and acts in the next.
    `links` are the aliases that may tell that an entity named so elsewhere is the same one. `local` is
    set, to something unique, where the name alone proves nothing beyond its report: descriptions, and
    persons of whom only a surname is known (`surname` then holds it).
    """

    kind: str
    key: str
    links: tuple[str, ...] = ()
    local: str | None = None
    surname: str | None = None

    @property
    def actor(self) -> str:
        """The id of the actor that this identity makes when nothing joins it."""
        slug = f"{self.kind}:{self.key.replace(' ', '-')}"
        return slug if self.local is None else f"{slug}@{self.local}"

    def blocks(self) -> frozenset[str]:
        """Where other identities could be met that are the same actor."""
        keys = () if self.local is not None else (self.key, *self.links)
        blocks = {f"{self.kind}|{k}" for k in keys}
        if self.surname is not None:
            blocks.add(f"surname|{self.surname}")
        elif self.kind == Label.PERSON and self.local is None:
            blocks.add(f"surname|{_surname(self.key)}")
        return frozenset(blocks)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The actor an identity belongs to, and why in words that can be shown."""

    actor: str
    why: str


def identify(entity: Entity, named: bool, local: str, folder: Folder) -> Identity:
    """The identity of one report's entity.

    `named` says whether the report calls it by a name at all; `local` is unique to the entity.
    """
    key = folder.name(entity.name, entity.type)
    if not named or not key:
        return Identity(entity.type, key, local=local)
    if entity.type == Label.PERSON and " " not in key:
        return Identity(entity.type, key, local=local, surname=key)
    nation = folder.nation(key, entity.country) if entity.type in _LAND else None
    if nation is not None:
        return Identity(NATION, nation)
    names = {folder.name(a, entity.type): a for a in (*entity.aliases, entity.name)}
    return Identity(entity.type, key, tuple(sorted(n for n in names if _tells(n, key, names, entity.type))))


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


def _surname(key: str) -> str:
    return key.rsplit(" ", 1)[-1]


type Company = Callable[[int, frozenset[int]], bool]


def resolve(identities: dict[int, Identity], company: Company) -> dict[int, Verdict]:
    """The actor of every identity of one or more whole blocks.

    Named alike and of one type: joined. Named as an alias that exactly one other actor bears: joined. A
    bare surname: joined when exactly one person in the store bears it and `company(surname's identity,
    that person's identities)` says that the reports speak of somebody else in common, too.
    """
    groups = _Groups()
    for identity in identities.values():
        if identity.local is None:
            groups.add((identity.kind, identity.key))
    for named, claimant in sorted(_sole_claims(identities.values())):
        groups.join(named, claimant)
    verdicts = {i: _verdict(x, groups) for i, x in identities.items()}
    verdicts.update(_surnames(identities, verdicts, company))
    return verdicts


type _Name = tuple[str, str]


def _sole_claims(identities: Iterable[Identity]) -> list[tuple[_Name, _Name]]:
    """(name, the one other name that has it as an alias)."""
    claims: dict[_Name, set[_Name]] = defaultdict(set)
    names: set[_Name] = set()
    for identity in identities:
        if identity.local is None:
            name = (identity.kind, identity.key)
            names.add(name)
            for link in identity.links:
                claims[identity.kind, link].add(name)
    return [(n, min(others)) for n, c in claims.items() if n in names and len(others := c - {n}) == 1]


def _verdict(identity: Identity, groups: "_Groups") -> Verdict:
    if identity.local is not None:
        return Verdict(identity.actor, "not a name that reports share")
    own = (identity.kind, identity.key)
    members = groups.members(own)
    first = min(members)
    actor = Identity(*first).actor
    if len(members) == 1:
        return Verdict(actor, f"same name: {identity.key}")
    others = ", ".join(sorted(key for _, key in members if key != identity.key))
    return Verdict(actor, f"a report gives one name as the alias of the other: {identity.key} = {others}")


def _surnames(
    identities: dict[int, Identity], verdicts: dict[int, Verdict], company: Company
) -> dict[int, Verdict]:
    bearers: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for i, identity in identities.items():
        if identity.kind == Label.PERSON and identity.local is None:
            bearers[_surname(identity.key)][verdicts[i].actor].add(i)
    found = {}
    for i, identity in identities.items():
        if identity.surname is None or len(candidates := bearers[identity.surname]) != 1:
            continue
        ((actor, members),) = candidates.items()
        if company(i, frozenset(members)):
            found[i] = Verdict(actor, f"the only person called {identity.surname}, and in the same company")
    return found


class _Groups:
    """Union-find over names."""

    def __init__(self) -> None:
        self._members: dict[_Name, set[_Name]] = {}

    def add(self, name: _Name) -> None:
        self._members.setdefault(name, {name})

    def join(self, one: _Name, other: _Name) -> None:
        together = self._members[one] | self._members[other]
        for name in together:
            self._members[name] = together

    def members(self, name: _Name) -> set[_Name]:
        return self._members[name]
