"""Short names in brackets behind long ones, and names in quotation marks there: "the Lake Front (LF)"."""

from collections.abc import Iterator

from dateline.analysis.relations.collector import Collector, Offer
from dateline.model.entity import Form
from dateline.model.relation import RelationType

_SHORTEST = 2  # letters of an acronym
_LONGEST_NAME = 9  # tokens of a name before its acronym
_LONGEST_ASIDE = 24  # tokens in brackets


def bracketed(c: Collector, token: int) -> None:
    """Offers a short name in brackets behind the long one whose letters it takes, or the other way round.

    A name in quotation marks there says what the name before means: "Harakat al-Raml ("Sand Movement")".
    """
    parse = c.parse
    last = min(token + _LONGEST_ASIDE, len(parse))
    close = next((t for t in range(token + 2, last) if parse.words[t] == ")"), None)
    if close is None or token == 0:
        return
    first = token + 2 if parse.pos[token + 1] == "DET" and token + 2 < close else token + 1
    end = token - 1 if parse.tags[token - 1] == "POS" else token
    inside = parse.words[first:close]
    for start, head in _names_before(c, end):
        outside = parse.words[start:end]
        if abbreviates(inside, outside) or abbreviates(outside, inside):
            _offer(c, head, first, close)
            return
    quoted = _quoted(c, first, close)
    if quoted is not None and c.is_name(end - 1):
        _offer(c, end - 1, *quoted)


def _offer(c: Collector, named: int, start: int, end: int) -> None:
    head = c.parse.head_of(start, end)
    known = c.mention(head)
    c.offer(
        Offer(
            RelationType.ALSO_KNOWN_AS,
            named,
            head if known is not None and known.form is Form.NAME else None,
            value=c.words(start, end),
            anchor=start,
            words=(start, end - 1),
        )
    )


def _quoted(c: Collector, start: int, end: int) -> tuple[int, int] | None:
    """The tokens between the first quotation marks, if they are written like a name."""
    words = c.parse.words
    marks = [t for t in range(start, end) if words[t] in ('"', "''", "``")]
    inner = [t for t in range(marks[0], marks[-1]) if t not in marks] if len(marks) > 1 else []
    if not inner or inner[-1] - inner[0] + 1 != len(inner):
        return None
    return (
        (inner[0], inner[-1] + 1) if words[inner[0]][0].isupper() and words[inner[-1]][0].isupper() else None
    )


def _names_before(c: Collector, end: int) -> Iterator[tuple[int, int]]:
    """First token and head of the names that end right before a token, or begin shortly before it.

    A long name may be read as two ("al-Qaeda" and "Iraq"); it then goes by the first. None reaches over
    other brackets.
    """
    parse = c.parse
    for head in range(end - 1, max(end - _LONGEST_NAME, -1), -1):
        if parse.words[head] in ("(", ")"):
            return
        mention = c.mention(head)
        if mention is not None and mention.form is Form.NAME:
            yield parse.tokens_in(mention.span).start, head


def abbreviates(short: list[str], long: list[str]) -> bool:
    """Whether one word is made of letters of the others in their order, at least two of them initials."""
    if len(short) != 1 or len(long) < _SHORTEST:
        return False
    letters = [ch for ch in short[0] if ch.isalpha()]
    capitals = [ch.lower() for ch in letters if ch.isupper()]
    if len(capitals) < _SHORTEST or not all(ch.isupper() for ch in letters[:_SHORTEST]):
        return False
    words = [part.lower() for word in long for part in word.split("-") if part[:1].isalpha()]
    return any(_spells(capitals, words[at:]) for at in range(max(1, len(words) - 1)))


def _spells(letters: list[str], words: list[str]) -> bool:
    """Whether letters run through words, beginning with the first word, two of them at beginnings.

    Words may be passed over ("Armed Forces Lake Command" is also AFLACOM): of all ways to run through
    them, the one with most beginnings counts.
    """
    if not words or not letters or words[0][0] != letters[0]:
        return False
    reached = {0: 0}  # letters taken so far -> most of them at beginnings of words
    for word in words:
        for taken, begun in sorted(reached.items()):
            at = taken
            for place, letter in enumerate(word):
                if at == len(letters) or (place == 0 and letter != letters[at]):
                    break
                if letter == letters[at]:
                    at += 1
                    reached[at] = max(reached.get(at, 0), begun + 1)
    return reached.get(len(letters), 0) >= _SHORTEST
