"""Descriptions that name nothing but a country's office: "the Kenyan president", "the president of Kenya"."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Offices:
    """`titles`: folded name of an office -> its usual one; `nations`: folded names and adjectives."""

    titles: Mapping[str, str] = field(default_factory=dict)
    nations: frozenset[str] = frozenset()

    @staticmethod
    def of(
        table: Mapping[str, Iterable[str]], nations: Iterable[str], fold: Callable[[str], str]
    ) -> "Offices":
        titles = {fold(name): usual for usual, more in table.items() for name in (usual, *more)}
        return Offices(titles, frozenset(nations))

    def usual(self, title: str) -> str:
        """One name for an office that has several; any other title as it is."""
        return self.titles.get(title, title)

    def described(self, words: Sequence[str], empty: Collection[str]) -> str | None:
        """The office, where the words are its title, a nation and `empty` words only."""
        kept = list(words)
        while kept and kept[0] in empty:
            del kept[0]
        for size in range(len(kept) - 1, 0, -1):
            before, after = " ".join(kept[:size]), " ".join(kept[-size:])
            if before in self.titles and self._nation(kept[size:], empty):
                return self.titles[before]
            if after in self.titles and self._nation(kept[:-size], empty):
                return self.titles[after]
        return None

    def _nation(self, words: Sequence[str], empty: Collection[str]) -> bool:
        kept = list(words)
        while kept and kept[0] in empty:
            del kept[0]
        return " ".join(kept) in self.nations
