"""Other names a report states: "also known as X", "formerly called X", "the Lake Front (LF)"."""

from collections.abc import Iterator

from dateline.analysis.clauses import is_passive, prepositional, subject
from dateline.analysis.relations.collector import OVER, Collector, Offer
from dateline.model.entity import Form, Label
from dateline.model.relation import RelationType

_SHORTEST = 2  # letters of an acronym
_LONGEST_NAME = 9  # tokens of a name before its acronym


def aliases(c: Collector, token: int) -> None:
    """Offers the other name that a passive verb of naming gives its subject."""
    parse, section = c.parse, c.lexicon.sections["aliases"]
    if parse.pos[token] != "VERB" or not is_passive(parse, token):
        return
    named = subject(parse, token)
    if named is None or c.label(named) is None:
        return
    names = prepositional(parse, token, section["as"]) if parse.lemmas[token] in section["known"] else []
    if c.label(named) is not Label.PERSON:  # "a man called X": X is his only name
        names += parse.with_dep(token, "oprd")
    over = any(parse.lower[t] in c.lexicon.roles["past_adverbs"] for t in parse.with_dep(token, "advmod"))
    for name in names:
        if parse.pos[name] == "PROPN" and parse.lemmas[name] not in c.lexicon.offices:
            _offer(c, named, name, token, OVER if over else None)


def _offer(c: Collector, named: int, name: int, anchor: int, date: str | None) -> None:
    parse = c.parse
    mention = c.mention(name)
    if mention is not None:
        tokens = parse.tokens_in(mention.span)
        start, end = tokens.start, tokens.stop
    else:
        start, end = parse.left[name], name + 1
        while start < name and parse.pos[start] in ("DET", "PUNCT"):
            start += 1
    c.offer(
        Offer(
            RelationType.ALSO_KNOWN_AS,
            named,
            None if mention is None else name,
            value=c.words(start, end),
            anchor=anchor,
            words=(start, end - 1),
            date=date,
        )
    )


def bracketed(c: Collector, token: int) -> None:
    """Offers a short name in brackets behind the long one whose letters it takes, or the other way round."""
    parse = c.parse
    close = next((t for t in range(token + 2, min(token + 10, len(parse))) if parse.words[t] == ")"), None)
    if close is None:
        return
    first = token + 2 if parse.pos[token + 1] == "DET" and token + 2 < close else token + 1
    inside = parse.words[first:close]
    end = token - 1 if parse.tags[token - 1] == "POS" else token
    for long in _names_before(c, end):
        outside = parse.words[long[0] : end]
        if not (_abbreviates(inside, outside) or _abbreviates(outside, inside)):
            continue
        head = parse.head_of(first, close)
        known = c.mention(head)
        c.offer(
            Offer(
                RelationType.ALSO_KNOWN_AS,
                long[1],
                head if known is not None and known.form is Form.NAME else None,
                value=c.words(first, close),
                anchor=long[1],
                words=(first, close - 1),
            )
        )
        return


def _names_before(c: Collector, end: int) -> Iterator[tuple[int, int]]:
    """First token and head of the names that end right before a token, or begin shortly before it.

    A long name may be read as two ("al-Qaeda" and "Iraq"); it then goes by the first.
    """
    parse = c.parse
    for head in range(end - 1, max(end - _LONGEST_NAME, -1), -1):
        mention = c.mention(head)
        if mention is not None and mention.form is Form.NAME:
            yield parse.tokens_in(mention.span).start, head


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Whether one word is made of the first letters of the others, in their order."""
    if len(short) != 1 or len(long) < _SHORTEST:
        return False
    letters = [ch for ch in short[0] if ch.isalpha()]
    if len(letters) < _SHORTEST or not all(ch.isupper() for ch in letters[:_SHORTEST]):
        return False
    initials = [
        part[0].lower() for word in long for part in word.replace("-", " ").split() if part[0].isalpha()
    ]
    wanted = [ch.lower() for ch in letters if ch.isupper()]
    at = 0
    for letter in initials:
        if at < len(wanted) and letter == wanted[at]:
            at += 1
    return bool(initials) and wanted[0] == initials[0] and at == len(wanted)
