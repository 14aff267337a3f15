"""The stage: all mentions of a report in text order."""

from collections.abc import Iterator

from dateline.analysis.datelines import dateline_places
from dateline.analysis.draft import Draft
from dateline.analysis.mentions.labels import label_names
from dateline.analysis.mentions.metonyms import government
from dateline.analysis.mentions.names import Name, covered, find_names
from dateline.analysis.mentions.nominals import Nominal, find_nominals
from dateline.analysis.mentions.pronouns import find_pronouns
from dateline.analysis.mentions.vocabulary import Vocabulary, vocabulary
from dateline.analysis.syntax import Parse
from dateline.model.entity import Form, Label, Mention
from dateline.model.span import Span


def find_mentions(draft: Draft) -> tuple[Mention, ...]:
    """Names (with the title before a person's), noun phrases and pronouns that refer to somebody.

    A name's span holds neither article nor possessive; a noun phrase's reaches from its first modifier to
    its head or the end of a short of-phrase. Mentions nest ("the [Malian] army" has the army's alone, but
    "residents of Gao" also has Gao's). A plural of persons is a group. A country or capital that acts is
    an organisation. The head of a place's name is the noun that heads its phrase, though it is not part
    of the name ("Tete province").
    """
    parse, words = draft.parse, vocabulary(draft.language)
    taken = _times(draft)
    names = find_names(parse, words, taken)
    filed_from = frozenset(span.of(draft.text).lower() for span, _ in dateline_places(draft.report))
    labels = label_names(parse, words, names, filed_from)
    heads = {
        i: t for i, n in enumerate(names) if labels[i] is Label.PLACE and (t := _type_noun(parse, words, n))
    }
    nominals = find_nominals(parse, words, covered(names) | taken | set(heads.values()), taken)
    found = [
        mention
        for i, name in enumerate(names)
        if (mention := _name(parse, words, name, labels[i], heads.get(i))) is not None
    ]
    found += [_noun_phrase(parse, n) for n in _placed(parse, words, nominals, found)]
    spoken = covered(names)
    found += _adjectives(parse, words, spoken, {n.end: n for n in names})
    found += [
        Mention(parse.span(token, token + 1), label, Form.PRONOUN, token)
        for token, label in find_pronouns(parse, words, spoken)
    ]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _type_noun(parse: Parse, words: Vocabulary, name: Name) -> int | None:
    """The noun right after a place's name that heads its phrase: "Tete province", "Sake north of Goma"."""
    after = name.end
    if after >= len(parse) or not parse.words[after].islower():
        return None
    if parse.lower[after] not in words.after_place and parse.lower[after] not in words.directions:
        return None
    head = parse.head_of(name.start, name.end)
    return after if parse.heads[head] == after and parse.deps[head] in ("compound", "nmod", "amod") else None


def _times(draft: Draft) -> frozenset[int]:
    return frozenset(token for time in draft.times for token in draft.parse.tokens_in(time.span))


def _placed(
    parse: Parse, words: Vocabulary, nominals: list[Nominal], names: list[Mention]
) -> Iterator[Nominal]:
    """The noun phrases, less those for places with neither a name inside nor one just before."""
    places = [m for m in names if m.label is Label.PLACE]
    inside = {m.head for m in places}
    sentences = {parse.sentence_of[m.head] for m in names if m.label in (Label.PLACE, Label.ORGANIZATION)}
    for nominal in nominals:
        if nominal.label is not Label.PLACE or any(t in inside for t in range(nominal.start, nominal.end)):
            yield nominal
        elif parse.lemmas[nominal.head] in words.pointing_places and _pointed_at(parse, nominal):
            at = parse.sentence_of[nominal.head]
            if any(at - gone in sentences for gone in range(3)):
                yield nominal


def _pointed_at(parse: Parse, nominal: Nominal) -> bool:
    return any(
        "Definite=Def" in parse.morphs[t] or "PronType=Dem" in parse.morphs[t]
        for t in range(nominal.start, nominal.head)
    )


def _adjectives(
    parse: Parse, words: Vocabulary, spoken: set[int], names: dict[int, Name]
) -> Iterator[Mention]:
    """Adjectives of nations before a noun: "Chadian officials" mentions Chad."""
    for token, word in enumerate(parse.lower):
        nation = words.adjectives.get(word)
        if nation is None or nation.code is None or not parse.words[token][0].isupper():
            continue
        if token in spoken and (token + 1 not in names or names[token + 1].start != token):
            continue
        if parse.deps[token] in ("amod", "compound", "nmod") and parse.heads[token] > token:
            yield Mention(parse.span(token, token + 1), Label.PLACE, Form.ADJECTIVE, token)


def _noun_phrase(parse: Parse, nominal: Nominal) -> Mention:
    return Mention(parse.span(nominal.start, nominal.end), nominal.label, Form.NOMINAL, nominal.head)


def _name(parse: Parse, words: Vocabulary, name: Name, label: Label, head: int | None) -> Mention | None:
    own = parse.head_of(name.start, name.end)
    head = own if head is None else head
    text = " ".join(parse.lower[name.start : name.end])
    if label is Label.GROUP and (text in words.nationals or text in words.descent):
        return _people(parse, name, head)
    if label is not Label.PERSON and _called_after(parse, words, name, own):
        return None
    if label is Label.PLACE and government(parse, words, name) is not None:
        label = Label.ORGANIZATION
    elif label is Label.ORGANIZATION and text in words.seats and government(parse, words, name) is None:
        label = Label.PLACE
    start = name.title if label is Label.PERSON else name.start
    return Mention(_clean(parse, start, name.end), label, Form.NAME, head)


def _called_after(parse: Parse, words: Vocabulary, name: Name, head: int) -> bool:
    """No place, but what is called after one: "West Nile virus", "Spanish Flu"."""
    if parse.lower[name.end - 1] in words.called_after:
        return True
    return parse.deps[head] in ("compound", "nmod") and parse.lemmas[parse.heads[head]] in words.called_after


def _clean(parse: Parse, start: int, end: int) -> Span:
    """The span of a name without what the tokeniser left on its end: "Saad,[1]", "Saad(Arabic"."""
    span = parse.span(start, end)
    last = parse.words[end - 1]
    cut = min((i for i in map(last.find, "[(,;") if i > 0), default=len(last))
    return Span(span.start, parse.starts[end - 1] + cut)


def _people(parse: Parse, name: Name, head: int) -> Mention | None:
    """A noun for a people ("the Danes"); an adjective is left to its noun."""
    if parse.deps[head] in ("amod", "compound", "nmod") and parse.heads[head] >= name.end:
        return None
    return Mention(parse.span(name.start, name.end), Label.GROUP, Form.NAME, head)
