"""Other names put into an analysis: one analysis of a pattern serves all reports made from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any


def renamed[T](found: T, old: Mapping[str, str], new: Mapping[str, str]) -> T:
    """A finding (frozen dataclasses, tuples, strings) with other names of the same length put in."""
    swaps = {
        before: after
        for kind in old
        for before, after in zip(old[kind].split(), new[kind].split(), strict=True)
    }
    result: T = _replaced(found, _Swap(re.compile(rf"\b(?:{'|'.join(map(re.escape, swaps))})\b"), swaps))
    return result


@dataclass(frozen=True, slots=True)
class _Swap:
    """All names at once, so that a name that comes in is not taken for one that goes out."""

    pattern: re.Pattern[str]
    names: Mapping[str, str]

    def of(self, text: str) -> str:
        return self.pattern.sub(lambda match: self.names[match.group()], text)


def _replaced(value: Any, swap: _Swap) -> Any:
    """The value with names swapped; the very same object where it holds none."""
    if type(value) is str:  # members of enumerations are strings, too, and stay
        return swap.of(value)
    if isinstance(value, tuple):
        parts = [_replaced(part, swap) for part in value]
        if all(new is old or new == old for new, old in zip(parts, value, strict=True)):
            return value
        return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
    if is_dataclass(value) and not isinstance(value, type):
        old = {column.name: getattr(value, column.name) for column in fields(value) if column.init}
        changed = {name: new for name, part in old.items() if (new := _replaced(part, swap)) != part}
        return replace(value, **changed) if changed else value
    return value
