"""Descriptions as they can be told away from their report."""

from dateline.language import Language, Table


def by_itself(description: str, phrases: Table) -> str:
    """A description without a possessive that points into its report: "the embassy" for "his embassy".

    `phrases` is the language's table of phrases.
    """
    first, _, rest = description.partition(" ")
    if not rest[:1].islower() or first.lower() not in phrases["event"]["possessives_of_others"]:
        return description  # "His Majesty" is a name
    return f"{phrases['articles'][0]} {rest}"


def within(name: str, language: Language) -> str:
    """A description without the capital that it has at the start of a report's sentence: "the rebels"."""
    phrases, first = language.table("phrases"), name.split(" ", 1)[0].lower()
    bounds = (str(form).split("{", 1)[0] for form in phrases["event"]["bounds"].values())
    starts = first in phrases["determiners"] or first in language.table("numbers")["units"]
    bounded = name.lower().startswith(tuple(b for b in bounds if b.endswith(" ")))
    return name[:1].lower() + name[1:] if " " in name and (starts or bounded) else name
