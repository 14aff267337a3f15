"""The nations: their names, adjectives, peoples, capitals and seats of government."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.analysis.mentions.vocabulary.entries import Nation
from dateline.analysis.mentions.vocabulary.tables import lower, words_at
from dateline.errors import LexiconError
from dateline.gazetteer.actors import known_actors
from dateline.language import Language


def nations(language: Language) -> list[Nation]:
    """Every country and region, with the official names that the known actors bring."""
    table = language.table("nations")
    official: dict[str, list[str]] = defaultdict(list)
    for written, code in known_actors().nations():
        official[code].append(written)
    rows = [
        (code, row["name"], True, {**row, "also": [*row.get("also", []), *official[code]]})
        for code, row in table["nations"].items()
    ]
    rows += [(None, name, row.get("acts", False), row) for name, row in table["regions"].items()]
    return [_nation(code, name, acts, row) for code, name, acts, row in rows]


def _nation(code: str | None, name: str, acts: bool, row: Mapping[str, Any]) -> Nation:
    unknown = row.keys() - {"name", "also", "adjective", "people", "person", "capital", "seats", "acts"}
    if unknown:
        raise LexiconError(f"table nations: {name} has unknown fields {sorted(unknown)}")
    capital = row.get("capital")
    return Nation(
        name=name,
        code=code,
        acts=acts,
        names=lower([name, *row.get("also", [])]),
        adjectives=lower(row["adjective"]),
        capital=capital.lower() if capital else None,
        seats=lower(row.get("seats", [])),
    )


def nationals(language: Language, nations: Iterable[Nation]) -> dict[str, Nation]:
    """Nouns for the people of a nation, singular and plural: "afghan", "afghans", "spaniards"."""
    table = language.table("nations")
    found: dict[str, Nation] = {}
    by_name = {n.name: n for n in nations}
    for row in (*table["nations"].values(), *({**r, "name": n} for n, r in table["regions"].items())):
        nation = by_name[row["name"]]
        for adjective in nation.adjectives:
            found.setdefault(adjective, nation)
            found.setdefault(adjective + "s", nation)
        for noun in (*row.get("people", []), *row.get("person", [])):
            found[noun.lower()] = nation
    return found


def descent(language: Language, *sorts: str) -> frozenset[str]:
    """Adjectives of descent, faith or politics, with their plurals."""
    words = frozenset[str]().union(*(words_at(language, "nations", "peoples", sort) for sort in sorts))
    return words | frozenset(w + "s" for w in words)
