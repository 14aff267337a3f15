"""The stage: all mentions of a report in text order."""

from dateline.analysis.draft import Draft
from dateline.analysis.mentions.labels import label_names
from dateline.analysis.mentions.metonyms import government
from dateline.analysis.mentions.names import Name, covered, find_names
from dateline.analysis.mentions.nominals import Nominal, find_nominals
from dateline.analysis.mentions.pronouns import find_pronouns
from dateline.analysis.mentions.vocabulary import Vocabulary, vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label, Mention


def find_mentions(draft: Draft) -> tuple[Mention, ...]:
    """Names (with the title before a person's), noun phrases and pronouns that refer to somebody.

    A name's span holds neither article nor possessive; a noun phrase's reaches from its first modifier to
    its head or the end of a short of-phrase. Mentions nest ("the [Malian] army" has the army's alone, but
    "residents of Gao" also has Gao's). A plural of persons is a group. A country or capital that acts is
    an organisation.
    """
    parse, words = draft.parse, vocabulary(draft.language)
    taken = _times(draft)
    names = find_names(parse, words, taken)
    labels = label_names(parse, words, names)
    nominals = find_nominals(parse, words, covered(names) | taken)
    found = [_noun_phrase(parse, n) for n in nominals]
    found += [
        mention
        for name, label in zip(names, labels, strict=True)
        if (mention := _name(parse, words, name, label)) is not None
    ]
    spoken = covered(names)
    found += [
        Mention(parse.span(token, token + 1), label, Form.PRONOUN, token)
        for token, label in find_pronouns(parse, words, spoken)
    ]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _times(draft: Draft) -> frozenset[int]:
    return frozenset(token for time in draft.times for token in draft.parse.tokens_in(time.span))


def _noun_phrase(parse: Parse, nominal: Nominal) -> Mention:
    return Mention(parse.span(nominal.start, nominal.end), nominal.label, Form.NOMINAL, nominal.head)


def _name(parse: Parse, words: Vocabulary, name: Name, label: Label) -> Mention | None:
    head = parse.head_of(name.start, name.end)
    text = " ".join(parse.lower[name.start : name.end])
    if label is Label.GROUP and (text in words.nationals or text in words.descent):
        return _people(parse, name, head, text, words)
    if label is Label.PLACE and government(parse, words, name) is not None:
        label = Label.ORGANIZATION
    elif label is Label.ORGANIZATION and text in words.seats and government(parse, words, name) is None:
        label = Label.PLACE
    start = name.title if label is Label.PERSON else name.start
    return Mention(parse.span(start, name.end), label, Form.NAME, head)


def _people(parse: Parse, name: Name, head: int, text: str, words: Vocabulary) -> Mention | None:
    """A demonym: a noun for a people, a person of that people, or an adjective (left to its noun)."""
    if parse.deps[head] in ("amod", "compound", "nmod") and parse.heads[head] >= name.end:
        return None
    plural = text.endswith("s") or "Number=Plur" in parse.morphs[head]
    label = Label.GROUP if plural or parse.child(head, "det") is None else Label.GROUP
    return Mention(parse.span(name.start, name.end), label, Form.NAME, head)
