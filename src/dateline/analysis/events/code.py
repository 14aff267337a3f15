"""From triggers to coded events: PLOVER's rules for what is asked, threatened, promised or to come."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.analysis.draft import Draft
from dateline.analysis.events.find import Found
from dateline.model.factuality import Factuality
from dateline.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with its final type and modes; `found` is its own trigger, `inner` what it speaks about."""

    found: Found
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    inner: Found | None = None


def code(draft: Draft, found: list[Found], ontology: Ontology) -> list[Coded]:
    """Types and modes by PLOVER's rules; an event that another one speaks about is taken into that one."""
    taken = {f.inner.trigger for f in found if f.inner is not None}
    return [coded for f in found if f.trigger not in taken for coded in _coded(draft, f, f.inner, ontology)]


def _coded(draft: Draft, found: Found, inner: Found | None, ontology: Ontology) -> Iterator[Coded]:
    sense, rules = found.sense, ontology.rules
    kind, modes = sense.type, sense.modes
    if inner is not None:
        content = inner.sense
        if kind in ("REQUEST", "REJECT") and not modes:
            mode = rules.asked.get(content.type, "change")
            modes = (mode,) if mode in ontology.types[kind].modes else modes
        elif kind == "THREATEN":
            table = rules.threatened.get(content.type, {})
            mode = next((table[m] for m in content.modes if m in table), table.get("", ""))
            modes = (mode,) if mode else modes
        elif kind == "AGREE":
            kind = rules.future.get(content.type, "AGREE")
            modes = () if kind == "AGREE" else _threat(content.type, content.modes, kind, ontology)
    elif draft.factuality(found.trigger) is Factuality.CERTAIN_UNKNOWN and kind in rules.future:
        modes = _threat(kind, modes, rules.future[kind], ontology)
        kind = rules.future[kind]
    contexts = tuple(dict.fromkeys((*sense.contexts, *(inner.sense.contexts if inner else ()))))
    yield Coded(found, kind, modes, contexts, inner)


def _threat(content: str, modes: tuple[str, ...], kind: str, ontology: Ontology) -> tuple[str, ...]:
    if kind != "THREATEN":
        return ()
    table = ontology.rules.threatened.get(content, {})
    mode = next((table[m] for m in modes if m in table), table.get("", ""))
    return (mode,) if mode else ()
