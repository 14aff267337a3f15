"""Descriptions as they can be told away from their report."""

from dateline.language import Table


def by_itself(description: str, phrases: Table) -> str:
    """A description without a possessive that points into its report: "the embassy" for "his embassy".

    `phrases` is the language's table of phrases.
    """
    first, _, rest = description.partition(" ")
    if not rest[:1].islower() or first.lower() not in phrases["event"]["possessives_of_others"]:
        return description  # "His Majesty" is a name
    return f"{phrases['articles'][0]} {rest}"
