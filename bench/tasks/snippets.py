"""CASE 2021, task 2: the ACLED-like class of a conflict snippet, from PLOVER type and modes.

Classes that PLOVER cannot tell apart are merged; those it cannot express (changes of territory, new
headquarters, organised crime, disasters …) are left out. Every event is mapped by the first rule that fits;
the snippet takes the class that comes first in CLASSES. No class is wrong. Not comparable with weighted F
over the original classes.
"""

from collections.abc import Iterator, Sequence

from bench.contract import Event, empty_line
from bench.data import Json
from bench.errors import MISS, WRONG, Error
from bench.metrics import Figures, classification, ratio
from bench.tasks.base import Case, Headline, Task

CLASSES = (
    "SUIC_BOMB",
    "CHEM_WEAP",
    "AIR_STRIKE",
    "ART_MISS_ATTACK",
    "EXPLOSIVE",
    "ABDUCT_DISSAP",
    "SEX_VIOL",
    "FORCE_AGAINST_PROTEST",
    "ARMED_CLASH",
    "VIOL_DEMONSTR",
    "PROTEST",
    "PROPERTY_DISTRUCT",
    "ATTACK",
    "DISR_WEAP",
    "ARREST",
    "NON_VIOL_TERRIT_TRANSFER",
    "AGREEMENT",
    "ATTRIB",
    "DIPLO",
)
MERGED = {
    "GRENADE": "EXPLOSIVE",
    "REM_EXPLOS": "EXPLOSIVE",
    "PEACE_PROTEST": "PROTEST",
    "PROTEST_WITH_INTER": "PROTEST",
    "MOB_VIOL": "ATTACK",
}
# (type, mode) -> class; modes are tried in this order, "" stands for no telling mode.
ASSAULT_MODES = {
    "suicide-attack": "SUIC_BOMB",
    "unconventional": "CHEM_WEAP",
    "aerial": "AIR_STRIKE",
    "drone": "AIR_STRIKE",
    "heavy-weapons": "ART_MISS_ATTACK",
    "explosives": "EXPLOSIVE",
    "abduct": "ABDUCT_DISSAP",
    "sexual": "SEX_VIOL",
    "crowd-control": "FORCE_AGAINST_PROTEST",
    "destroy": "PROPERTY_DISTRUCT",
}
OTHER_MODES = {
    "PROTEST": {"riot": "VIOL_DEMONSTR", "vandalize": "PROPERTY_DISTRUCT", "": "PROTEST"},
    "COERCE": {"arrest": "ARREST", "deport": "ARREST", "seize": "DISR_WEAP"},
    "RETREAT": {"ceasefire": "AGREEMENT", "disarm": "DISR_WEAP", "withdraw": "NON_VIOL_TERRIT_TRANSFER"},
    "AGREE": {"": "AGREEMENT"},
    "COOPERATE": {"": "AGREEMENT"},
    "ACCUSE": {"": "ATTRIB"},
    "CONSULT": {"": "DIPLO"},
    "SUPPORT": {"": "DIPLO"},
}
_PERFECT = {
    "SUIC_BOMB": ("ASSAULT", "suicide-attack"),
    "CHEM_WEAP": ("ASSAULT", "unconventional"),
    "AIR_STRIKE": ("ASSAULT", "aerial"),
    "ART_MISS_ATTACK": ("ASSAULT", "heavy-weapons"),
    "EXPLOSIVE": ("ASSAULT", "explosives"),
    "ABDUCT_DISSAP": ("ASSAULT", "abduct"),
    "SEX_VIOL": ("ASSAULT", "sexual"),
    "FORCE_AGAINST_PROTEST": ("ASSAULT", "crowd-control"),
    "ARMED_CLASH": ("ASSAULT", ""),
    "VIOL_DEMONSTR": ("PROTEST", "riot"),
    "PROTEST": ("PROTEST", "demo"),
    "PROPERTY_DISTRUCT": ("ASSAULT", "destroy"),
    "ATTACK": ("ASSAULT", "beat"),
    "DISR_WEAP": ("COERCE", "seize"),
    "ARREST": ("COERCE", "arrest"),
    "NON_VIOL_TERRIT_TRANSFER": ("RETREAT", "withdraw"),
    "AGREEMENT": ("AGREE", ""),
    "ATTRIB": ("ACCUSE", "allege"),
    "DIPLO": ("CONSULT", ""),
}

type Gold = str | None


def read(row: Json) -> Gold:
    """The class, None where PLOVER cannot express it."""
    name = MERGED.get(row["type"], row["type"])
    return name if name in CLASSES else None


def class_of(event: Event) -> str | None:
    """The class of one event."""
    if event.type == "ASSAULT":
        return _assault_class(event)
    modes = OTHER_MODES.get(event.type or "", {})
    return next((name for mode, name in modes.items() if mode in event.modes), modes.get(""))


def _assault_class(event: Event) -> str:
    told = next((name for mode, name in ASSAULT_MODES.items() if mode in event.modes), None)
    if told is not None:
        return told
    mutual = (len(event.actors) > 1 and not event.recipients) or "sideAB" in event.modes
    bare = not event.modes and not event.recipients
    return "ARMED_CLASH" if mutual or bare else "ATTACK"


def snippet_class(events: Sequence[Event]) -> str | None:
    """The weightiest class of a snippet's events."""
    found = {class_of(event) for event in events}
    return next((name for name in CLASSES if name in found), None)


def score(cases: Sequence[Case[Gold]]) -> Figures:
    """Accuracy, macro-F and weighted F over the merged classes."""
    pairs = [(case.gold, snippet_class(case.analysis.events)) for case in cases if case.gold is not None]
    return {
        **classification(pairs, CLASSES),
        "any_class": ratio(sum(guess is not None for _, guess in pairs), len(pairs)),
    }


def oracle(row: Json) -> Json:
    """Gold as a contract line."""
    line = empty_line(row["id"])
    name = read(row)
    if name is not None:
        plover_type, mode = _PERFECT[name]
        line["events"] = [{"type": plover_type, "modes": [mode] if mode else [], "trigger": [0, 1]}]
    return line


def errors(cases: Sequence[Case[Gold]]) -> Iterator[Error]:
    """Every snippet of the wrong class."""
    for case in cases:
        guess = snippet_class(case.analysis.events)
        if case.gold is None or guess == case.gold:
            continue
        triggers = [case.text[slice(*event.trigger)] for event in case.analysis.events if event.trigger]
        yield Error(
            task=NAME,
            document=case.id,
            side=WRONG if guess else MISS,
            cause=f"taken for {guess}" if guess else "no class",
            kind=case.gold,
            detail=", ".join(triggers).lower()[:40],
            start=0,
            end=len(case.text),
            gold=case.gold,
            predicted=guess or "",
            sentence=" ".join(case.text.split()),
        )


NAME = "snippets"
TASK = Task(
    name=NAME,
    title="event type of snippets, CASE 2021",
    folder="casetype",
    splits=("dev",),
    found=lambda analysis: bool(analysis.events),
    headlines=(
        Headline("accuracy", "accuracy", "none comparable"),
        Headline("macro_f", "macro-F", "none comparable"),
        Headline("weighted_f", "weighted F", "over 25 classes .839 [A], not comparable"),
    ),
    read=read,
    score=score,
    oracle=oracle,
    errors=errors,
)
