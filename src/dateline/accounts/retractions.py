"""Who takes back what: sentences that say so, and whose tellings are gone with them."""

import re

from dateline.accounts.cues import cues
from dateline.accounts.voices import Voice
from dateline.model.records import Evidence

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the", "a", "an"})


def retracts(evidence: Evidence) -> bool:
    """Whether a sentence says that what it tells was taken back.

    The word for taking back is an event, too ("the ministry *withdrew* its claim"): that one is told.
    """
    found = cues().retraction.search(evidence.text)
    if found is None or evidence.trigger is None:
        return found is not None
    return not found.start() <= evidence.trigger[0] - evidence.start < found.end()


def names(retraction: Voice, told: Voice) -> bool:
    """Whether a sentence says of the outlet, or a speaker, of another that they take back what they told.

    "The Hill Post has retracted its report that …": who does it stands before the word for it. An outlet
    takes back what it told on others' word, too, and whoever quoted it has told it on its word.
    """
    found = cues().retraction.search(retraction.evidence.text)
    before = _words(retraction.evidence.text[: found.start()]) if found is not None else ""
    tellers = (told.evidence.outlet, *(link.source for link in told.evidence.chain))
    return any(_words(name) in before for name in tellers if name)


def takes_back_itself(retraction: Voice) -> bool:
    """Whether an outlet, or whoever it quotes, takes back what they told; else it tells of others who do."""
    speaker, outlet = retraction.speaker, retraction.evidence.outlet
    if speaker is None:
        return outlet is None or _words(outlet) in _words(retraction.evidence.text)
    return names(retraction, retraction)


def _words(text: str) -> str:
    """A text for comparing: its words between blanks, in lower case, without articles."""
    words = (word for word in _WORD.findall(text.lower()) if word not in _ARTICLES)
    return f" {' '.join(words)} "
