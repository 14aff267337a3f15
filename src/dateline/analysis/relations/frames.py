"""Verbs that tie a subject and an object: lead, join, back, fight, control, be based in."""

from dataclasses import replace

from dateline.analysis.clauses import agents, is_passive, prepositional, subject
from dateline.analysis.relations.collector import OVER, Collector, Offer
from dateline.analysis.relations.ends import BODIES
from dateline.analysis.relations.lexicon import Frame
from dateline.analysis.relations.nominals import doers
from dateline.analysis.relations.times import at, ended, interval, is_past, is_sequel, told_before
from dateline.model.entity import Label
from dateline.model.relation import RelationType


def frames(c: Collector, token: int) -> None:
    """Offers what a verb's frames say."""
    if c.parse.pos[token] not in ("VERB", "AUX", "ADJ") and not _is_misread(c, token):
        return
    for frame in c.lexicon.frames.get(c.parse.lemmas[token], ()):
        _offer(c, token, frame)


def _is_misread(c: Collector, token: int) -> bool:
    """Whether a verb is read as part, or as helper, of the name behind it: "to [defeat] Daesh"."""
    parse = c.parse
    name = parse.heads[token]
    attached = parse.deps[token] in ("compound", "aux") and name == token + 1
    if not attached or not c.is_name(name) or token == 0:
        return False
    return parse.words[token].islower() and parse.pos[token - 1] in ("PART", "CCONJ", "AUX")


def _offer(c: Collector, verb: int, frame: Frame) -> None:
    first, second = _ends(c, verb, frame)
    date = _date(c, verb, frame)
    certainty = c.draft.factuality(told_before(c, verb)) if is_sequel(c, verb) else None
    for doer in first:
        if not c.fits(doer, frame.subject_labels):
            continue
        for thing in second:
            if not c.fits(thing, frame.object_labels):
                continue
            if frame.armed and not (c.is_armed(doer) and c.is_armed(thing)):
                continue
            if frame.relation is RelationType.CONTROLS and _is_part(c, thing):
                continue  # who holds eastern Libya does not hold Libya
            ends = (thing, doer) if frame.back else (doer, thing)
            if frame.relation is RelationType.PART_OF and c.is_several(ends[1]):
                continue
            if frame.relation is RelationType.LEADS and c.is_several(doer):
                continue  # "led by men who fought"
            if frame.several and not c.has_members(ends[1]):
                continue
            offer = Offer(frame.relation, *ends, frame.value, anchor=verb, words=(verb,), date=date)
            c.offer(replace(offer, certainty=certainty))


def _ends(c: Collector, verb: int, frame: Frame) -> tuple[list[int], list[int]]:
    """Who does it, and to whom."""
    parse = c.parse
    if _is_misread(c, verb):
        name = parse.heads[verb]
        return _subjects(c, name), [name]
    passive = is_passive(parse, verb)
    if not _is_meant(c, verb, frame):
        return [], []
    if "dobj" in frame.objects and passive:
        done_to = _done_to(c, verb)
        return [c.meant(t) for t in agents(parse, verb)], [] if done_to is None else c.members(done_to)
    if frame.passive and not passive:
        return [], []
    return _subjects(c, verb), _objects(c, verb, frame)


def _done_to(c: Collector, verb: int) -> int | None:
    """What a passive is said of; behind an object, "led by X" is said of that."""
    parse, above = c.parse, c.parse.heads[verb]
    near = _right_before(c, verb)
    if near is not None:
        return near
    if parse.deps[verb] == "acl" and _is_read_as_noun(c, above):
        return above - 1
    thing = parse.child(above, "dobj") if parse.deps[verb] == "advcl" else None
    if thing is not None and above < thing < verb and parse.child(verb, "nsubj", "nsubjpass") is None:
        return thing
    return subject(parse, verb)


def _right_before(c: Collector, verb: int) -> int | None:
    """The body named right before a comma and a participle: "the enemy of the front, led by X"."""
    parse = c.parse
    if parse.deps[verb] != "acl" or verb < 2 or parse.words[verb - 1] != ",":
        return None
    named, above = verb - 2, parse.heads[verb]
    inside = above < named < parse.right[above] and c.is_name(named)
    return named if inside and c.label(named) in BODIES else None


def _is_read_as_noun(c: Collector, deed: int) -> bool:
    """Whether a verb is read as a noun that the name before it is part of: "only Gao resists, led by X"."""
    parse, name = c.parse, deed - 1
    compound = name >= 0 and parse.deps[name] == "compound" and parse.heads[name] == deed
    return compound and c.label(name) is Label.PLACE and c.mention(deed) is None


def _is_meant(c: Collector, verb: int, frame: Frame) -> bool:
    """Whether a verb has the form, the particle and the neighbours that its frame asks for."""
    parse = c.parse
    if frame.perfect and not _is_perfect(c, verb):
        return False
    if frame.lasting and not _is_lasting(c, verb):
        return False
    if frame.particle and not any(parse.lower[t] == frame.particle for t in parse.with_dep(verb, "prt")):
        return False
    beside = parse.deps[verb] in ("advcl", "acl") and parse.lemmas[parse.heads[verb]] in frame.beside
    return beside or not frame.beside


def _is_lasting(c: Collector, verb: int) -> bool:
    """Whether a passive tells how things stand ("is joined by"), and not of an occasion ("at a dinner")."""
    parse, occasions = c.parse, c.lexicon.sections["time"]["occasions"]
    helpers = parse.with_dep(verb, "aux", "auxpass")
    present = any(parse.has(t, "VerbForm=Fin") and parse.has(t, "Tense=Pres") for t in helpers)
    return present and not any(parse.lower[t] in occasions for t in parse.with_dep(verb, "prep"))


def _is_perfect(c: Collector, verb: int) -> bool:
    """Whether what was done still shows: a present perfect ("has seized the town")."""
    parse = c.parse
    helpers = [t for t in parse.with_dep(verb, "aux") if parse.has(t, "Tense=Pres")]
    return parse.has(verb, "Tense=Past") and any(parse.has(t, "VerbForm=Fin") for t in helpers)


def _subjects(c: Collector, verb: int) -> list[int]:
    """Those who do it; of an effort or a plan, those whose it is ("X's efforts to defeat Y")."""
    parse = c.parse
    doer = subject(parse, verb)
    if doer is None:
        return []
    deed = _deed(c, doer)
    if deed is not None:
        return doers(c, deed, frozenset(), tuple(c.lexicon.sections["undertakings"]["by"]))
    if parse.lemmas[doer] in c.lexicon.sections["undertakings"]["nouns"]:
        section = c.lexicon.sections["undertakings"]
        return _helped(c, doer) or doers(c, doer, section["verbs"], tuple(section["by"]))
    found = c.members(_thing_meant(c, verb, doer))
    while parse.deps[verb] == "conj" and parse.child(verb, "nsubj") is None:
        verb = parse.heads[verb]
    above = parse.heads[verb]
    helped = parse.deps[verb] == "xcomp" and parse.heads[doer] == above and parse.deps[doer] == "dobj"
    if helped and parse.lemmas[above] in c.lexicon.sections["undertakings"]["helping"]:
        helper = subject(parse, above)
        found += [] if helper is None else c.members(helper)
    return found


def _thing_meant(c: Collector, verb: int, doer: int) -> int:
    """Who does it; of "the front, led by X, which holds Gao" the front, whatever the parser hangs it on."""
    parse = c.parse
    relative = parse.child(verb, "nsubj") if parse.deps[verb] == "relcl" else None
    of_things = relative is not None and parse.lower[relative] in c.lexicon.sections["relatives"]["things"]
    if not of_things or c.label(doer) is not Label.PERSON:
        return doer
    return next((t for t in parse.ancestors(doer) if c.label(t) in BODIES), verb)


def _is_part(c: Collector, place: int) -> bool:
    """Whether only a part of a place is meant: "eastern Libya"."""
    parse, parts = c.parse, c.lexicon.sections["relatives"]["parts"]
    return any(parse.lower[t] in parts for t in parse.with_dep(place, "amod", "compound"))


def _deed(c: Collector, noun: int) -> int | None:
    """The hostile deed that a noun is, or counts: "X's [strikes] killed Y", "a series of [strikes]"."""
    parse, undertakings = c.parse, c.lexicon.sections["undertakings"]["nouns"]
    for deed in (noun, *prepositional(parse, noun, c.lexicon.sections["places"]["of"])):
        told = c.lexicon.nominals.get(parse.lemmas[deed], ()) if c.mention(deed) is None else ()
        if parse.lemmas[deed] not in undertakings and any(e.relation is RelationType.FIGHTS for e in told):
            return deed
    return None


def _helped(c: Collector, effort: int) -> list[int]:
    """Both sides of "X supports Y in its efforts to …"."""
    parse, preposition = c.parse, c.parse.heads[effort]
    verb = parse.heads[preposition]
    own = parse.child(effort, "poss")
    if parse.deps[effort] != "pobj" or own is None or c.is_name(own):
        return []
    if parse.lemmas[verb] not in c.lexicon.sections["undertakings"]["helping"]:
        return []
    helper, helped = subject(parse, verb), parse.child(verb, "dobj")
    return [t for side in (helper, helped) if side is not None for t in c.members(side)]


def _objects(c: Collector, verb: int, frame: Frame) -> list[int]:
    parse = c.parse
    things = prepositional(parse, verb, frame.objects)
    if "by" in frame.objects:
        things += agents(parse, verb)
    if "dobj" in frame.objects:
        for thing in parse.with_dep(verb, "dobj"):
            things += c.members(thing)
        for thing in parse.with_dep(verb, "xcomp", "ccomp", "oprd"):
            if thing == verb + 1 and c.is_name(thing):  # a name of capitals, read as a verb
                things.append(thing)
    return things


def _date(c: Collector, verb: int, frame: Frame) -> str | None:
    """When a state held that the text puts in the past; what is still so has its beginning at most."""
    when = interval(c, verb)
    if when is not None and ended(when):
        return when
    if frame.state and is_past(c, verb):
        return at(c, verb) or OVER
    return when
