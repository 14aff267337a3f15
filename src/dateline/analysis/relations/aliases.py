"""Other names a report states: "also known as X", "formerly called X", "alias X", "the Y, formerly the X"."""

from dateline.analysis.clauses import is_passive, prepositional, subject
from dateline.analysis.relations.collector import OVER, Collector, Offer
from dateline.analysis.relations.times import is_told_as_done
from dateline.model.entity import Form, Label
from dateline.model.relation import RelationType

_LONGEST_TAIL = 4  # tokens of "of Kivu"


def aliases(c: Collector, token: int) -> None:
    """Offers the other name that a passive verb of naming gives its subject."""
    parse, section = c.parse, c.lexicon.sections["aliases"]
    named = _named(c, token)
    if parse.pos[token] != "VERB" or named is None:
        return
    names = _after_as(c, token) if parse.lemmas[token] in section["known"] else []
    if c.label(named) is not Label.PERSON:  # "a man called X": X is his only name
        names += parse.with_dep(token, "oprd")
    over = any(parse.lower[t] in c.lexicon.roles["past_adverbs"] for t in parse.with_dep(token, "advmod"))
    for name in names:
        if parse.pos[name] == "PROPN" and parse.lemmas[name] not in c.lexicon.offices:
            offer_alias(c, named, name, token, OVER if over else None)


def _named(c: Collector, verb: int) -> int | None:
    """Whom a verb of naming names: who stands before the bracket it opens, else its subject.

    Where the parser hangs an aside elsewhere, it is who stands before the comma.
    """
    parse = c.parse
    start = min([verb, *parse.with_dep(verb, "advmod")]) - 1
    before = start - 1 if start > 0 and parse.words[start] in ("(", ",") else None
    beside = before if before is not None and c.is_name(before) else None
    if beside is not None and parse.words[start] == "(":
        return beside
    done_to = subject(parse, verb) if is_passive(parse, verb) else None
    if done_to is not None and c.mention(done_to) is not None:
        return done_to
    return beside if parse.with_dep(verb, "advmod") else None


def _after_as(c: Collector, verb: int) -> list[int]:
    parse = c.parse
    as_ = [t for t in parse.with_dep(verb, "prep") if parse.lower[t] in c.lexicon.sections["aliases"]["as"]]
    return [t for prep in as_ for t in parse.with_dep(prep, "pobj")]


def between(c: Collector, token: int) -> None:
    """Offers the name behind "alias": "Samir Qadri, alias Abu Nidal"."""
    parse = c.parse
    before = token - 2 if token > 1 and parse.words[token - 1] in (",", "(") else token - 1
    after = next((t for t in range(token + 1, min(token + 5, len(parse))) if c.mention(t) is not None), None)
    if before >= 0 and after is not None and c.is_name(before) and parse.pos[token + 1] == "PROPN":
        end = parse.tokens_in(c.draft.mentions[c.draft.mention_of(after) or 0].span).stop
        value = c.words(token + 1, end)
        words = (token, end - 1)
        c.offer(Offer(RelationType.ALSO_KNOWN_AS, before, value=value, anchor=token, words=words))


def formerly(c: Collector, token: int) -> None:
    """Offers a name that is given up: "the Sand Front, formerly the Desert Guard"."""
    parse = c.parse
    for name in (parse.heads[token], *parse.with_dep(parse.heads[token], "appos")):
        named = parse.heads[name]
        bodies = c.label(named) not in (None, Label.PERSON) and c.label(name) is not Label.PERSON
        if parse.deps[name] == "appos" and parse.pos[name] == "PROPN" and named < token < name and bodies:
            offer_alias(c, named, name, token, OVER)


def renamed(c: Collector, token: int) -> None:
    """Offers a new name: "renamed itself X", "was renamed X", "changed its name to X"."""
    parse, section = c.parse, c.lexicon.sections["aliases"]
    names = parse.with_dep(token, "oprd", "dobj", "attr", "appos")
    if parse.lemmas[token] in section["changing"]:
        named = [t for t in parse.with_dep(token, "dobj") if parse.lemmas[t] in section["names"]]
        names = (
            [t for name in (token, *named) for t in prepositional(parse, name, section["to"])]
            if named
            else []
        )
    else:
        names += _after_as(c, token)
    itself = any(parse.lower[t] in c.lexicon.roles["reflexive"] for t in parse.with_dep(token, "dobj"))
    own = itself or is_passive(parse, token) or parse.lemmas[token] in section["changing"]
    whom = subject(parse, token)
    if not own or whom is None or not is_told_as_done(c, token) or not c.is_named(whom):
        return
    for name in names:
        if parse.pos[name] == "PROPN" and c.label(name) is not Label.PERSON:
            offer_alias(c, whom, name, token, None)


def offer_alias(c: Collector, named: int, name: int, anchor: int, date: str | None) -> None:
    """Offers a name by its head, in the words of its mention, or of its phrase where it is none."""
    parse = c.parse
    mention = c.mention(name)
    if mention is not None:
        tokens = parse.tokens_in(mention.span)
        start, end = tokens.start, tokens.stop
        tail = parse.right[name]
        if end < tail <= end + _LONGEST_TAIL and parse.lower[end] in c.lexicon.sections["places"]["of"]:
            end = tail  # "the Lion of Kivu"
    else:
        start, end = parse.left[name], name + 1
        while start < name and parse.pos[start] in ("DET", "PUNCT", "ADV"):
            start += 1
    c.offer(
        Offer(
            RelationType.ALSO_KNOWN_AS,
            named,
            name if mention is not None and mention.form is Form.NAME else None,
            value=c.words(start, end),
            anchor=anchor,
            words=(start, end - 1),
            date=date,
        )
    )
