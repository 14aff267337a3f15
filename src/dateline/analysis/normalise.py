"""Makes a text easier for the parser, one character for one, so that every offset holds."""

import re

_FORMS = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f", " "
        ),
        **dict.fromkeys("\u205f\u3000\t\v\f\u200b\u2060\ufeff\u00ad", " "),
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒", "-"),
        **dict.fromkeys("–―", "—"),
    }
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DOUBLED = re.compile(r"''|``")
# The Arabic article in its written forms, and its kin, before a name: "al-Burhan", "Deir ez-Zor".
_ARTICLE = re.compile(
    r"\b([AaEeUu][lnrtdsz]|[Aa]sh|[Aa]dh|[Ee]sh|[Ii]l|[Uu]l|[Uu]d|[Bb]in|[Bb]el)-(?=[^\W\d_a-z])"
)
JOINER = "\u02bc"  # stands for the hyphen of such a name, so that the parser takes the name for one word


def normalise(text: str) -> str:
    """The text with typographic variants unified; same length, same line breaks.

    Doubled single quotes, as some archives print them, become one double quote and one blank, the
    blank on the side where there already is one. The hyphen of an articled name ("al-Burhan") becomes
    JOINER: a parser that splits there loses the name and often the clause around it.
    """
    text = _CONTROL.sub(" ", text.translate(_FORMS))
    if "''" in text or "``" in text:
        text = _DOUBLED.sub(_as_double, text)
    return _ARTICLE.sub(rf"\1{JOINER}", text) if "-" in text else text


def _as_double(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    opens = match.group() == "``" or not before or before.isspace() or before in "([—"
    return ' "' if opens else '" '
