"""Whether a text is in a language that dateline has a pack for."""

import re
import unicodedata

from dateline.errors import LanguageError
from dateline.language import load_language

_SAMPLE = 3000  # characters
_SHORT = 80  # letters; of less text nothing certain can be said
_MARGIN = 0.3  # log-likelihood a character by which another language must win; real ones do by more than 1
_LETTER = re.compile(r"[^\W\d_]")
_NAMES = {"english": "en", "eng": "en"}


def check_language(text: str, wanted: str, declared: str | None = None) -> str:
    """The language of a text: as declared (a BCP 47 tag or "English"), else as identified.

    Short texts pass, unless they are in another script. Raises LanguageError, naming the language, when it
    is not the `wanted` one.
    """
    found = _code(declared) if declared else identify(text, wanted)
    if found != wanted:
        how = "declared as" if declared else "seems to be"
        raise LanguageError(f"language {how} {(declared or found)!r}; only {wanted!r} can be read")
    return found


def identify(text: str, wanted: str) -> str:
    """The language of a text by its letters; `wanted` unless another one is clearly likelier."""
    sample = text[:_SAMPLE].lower()
    letters = _LETTER.findall(sample)
    script = load_language(wanted).table("grammar")["script"]
    own = sum(unicodedata.name(letter, "").startswith(script) for letter in letters)
    if len(letters) < _SHORT and own * 2 >= len(letters):
        return wanted
    import py3langid  # here, not above: loading its model takes a second

    ranked = py3langid.rank(sample)
    best, score = ranked[0]
    margin = (score - dict(ranked)[wanted]) / len(sample)
    return wanted if margin < _MARGIN else str(best)


def _code(tag: str) -> str:
    word = tag.strip().lower()
    return _NAMES.get(word, re.split(r"[-_]", word, maxsplit=1)[0])
