"""`python -m bench.without FILE ARGS…`: `dateline ARGS`, as if some words of happenings were in no table.

Words that somebody chose because a development split lacked them flatter it. FILE names them (TOML): `verbs`,
`nouns` and `adjectives` of families, and `readings`, family -> the words that may tell it. An example:

    python -m bench cross --store-cmd 'python -m bench.store_round happenings bench/read_off_development.toml'
"""

import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.cli import main as dateline
from dateline.language import load_language

_KINDS = ("verbs", "nouns", "adjectives")


def forget(words: Mapping[str, Any], code: str = "en") -> None:
    """Takes words out of the tables of happenings that this process uses; before they are first used."""
    language = load_language(code)
    for name in language.tables("happenings"):
        for family in language.table(name).get("families", {}).values():
            for kind in family.keys() & set(_KINDS):
                family[kind] = [word for word in family[kind] if word not in words.get(kind, ())]
    table = language.table("happenings/readings")
    for meanings in (table["verbs"], table["general"]):
        for word, families in meanings.items():
            meanings[word] = [f for f in families if word not in words.get("readings", {}).get(f, ())]


def main(argv: Sequence[str] | None = None) -> None:
    """Ends the process with the exit code of the command."""
    file, *arguments = sys.argv[1:] if argv is None else argv
    forget(tomllib.loads(Path(file).read_text(encoding="utf-8")))
    sys.argv = ["dateline", *arguments]
    dateline()


if __name__ == "__main__":
    main()
