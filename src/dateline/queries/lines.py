"""How statements become the lines of an answer: what is said of one person stands in one line."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.queries.answer import Statement


@dataclass(frozen=True, slots=True)
class Line:
    """One line. With a `lead`, several statements about somebody are told after the name, in short.

    `label` names what the line is about ("leading figures"), a key of the phrases; None needs no label.
    `first` is true of the first of the lines that share a label.
    """

    statements: tuple[Statement, ...]
    lead: str | None = None
    label: str | None = None
    first: bool = False

    @property
    def certain(self) -> bool:
        """Whether all of it is told as certain."""
        return all(s.certain for s in self.statements)


def lines(statements: Iterable[Statement]) -> list[Line]:
    """The lines of one facet, each where its first statement stands."""
    together: dict[str, list[Statement]] = {}
    order: list[str | Statement] = []
    for statement in statements:
        key = statement.lead and f"{statement.about}"
        if key is None:
            order.append(statement)
        elif key in together:
            together[key].append(statement)
        else:
            together[key] = [statement]
            order.append(key)
    told = [_line(together[o]) if isinstance(o, str) else Line((o,)) for o in order]
    labels = [line.label for line in told]
    return [
        replace(line, first=line.label is not None and labels.index(line.label) == number)
        for number, line in enumerate(told)
    ]


def _line(statements: list[Statement]) -> Line:
    first = statements[0]
    if len(statements) == 1 and first.group is None:
        return Line((first,))
    return Line(tuple(statements), first.lead, first.group)
