"""Coreference: every example of the tables, and links that must or must not be made."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Analyser
from dateline.analysis.coreference import resolve
from dateline.analysis.draft import Draft
from dateline.language import load_language
from dateline.model.entity import Entity
from tests.analysis.who import resolved

Drafted = Callable[[str], Draft]


@pytest.fixture(scope="module")
def drafted(analyser: Analyser) -> Drafted:
    return lambda text: resolved(analyser, text)


def examples(key: str) -> Iterator[tuple[str, str, str]]:
    yield from load_language("en").table("descriptions")[key]


def at(draft: Draft, words: str) -> str | None:
    """The entity of the mention of exactly these words, else of the first that begins or ends with them."""
    start = draft.text.index(words)
    return _linked(draft, start, start + len(words))


def _linked(draft: Draft, start: int, end: int) -> str | None:
    spans = [m.span for m in draft.mentions]
    for fits in ((start, end), (start, None), (None, end)):
        for i, span in enumerate(spans):
            if fits[0] in (None, span.start) and fits[1] in (None, span.end):
                return draft.entity_of(i)
    raise AssertionError(f"no mention at {draft.text[start:end]!r} in {draft.text!r}")


def entity(draft: Draft, words: str) -> Entity:
    found = at(draft, words)
    assert found is not None
    return draft.entity(found)


@pytest.mark.parametrize(("text", "first", "second"), list(examples("examples")))
def test_examples_of_the_table(drafted: Drafted, text: str, first: str, second: str) -> None:
    draft = drafted(text)
    assert at(draft, first) == at(draft, second) is not None


@pytest.mark.parametrize(("text", "first", "second"), list(examples("apart")))
def test_examples_that_are_apart(drafted: Drafted, text: str, first: str, second: str) -> None:
    draft = drafted(text)
    assert at(draft, first) != at(draft, second)


@pytest.mark.parametrize(
    "text",
    [
        # names
        "[General Paul Odera] arrived. [Odera] was tired.",
        "[Joseph K. Odera] arrived. [Joseph Odera] was tired.",
        "[Joseph Odera Jr.] arrived. Joseph Odera Sr. stayed. [Odera Jr.] was tired.",
        "The elder [Odera] arrived. Odera was there. The elder [Odera] was tired.",
        "[Mohammed al-Rawi] arrived. [Rawi] was tired.",
        "The [Kivu Peace Council] met. The [KPC] adjourned.",
        "The [Selva Liberation Front] met. The [Front] split.",
        "[Uzbekistan] closed its side. [Uzbekstan] gave no reason.",
        "[Dmitri Orlov] spoke. [Dmitry Orlov] left.",
        "[Moscow] denied it. [Russia] then sent envoys.",
        "[Chad] agreed. [Chadian] officers arrived.",
        # stated
        "[Ali Hamud], better known as [Abu Zeid], was seen in Tawila.",
        "The [Sons of the River] (officially the [River Defence Party]) met.",
        "[Mira Sol], [the governor], resigned.",
        "[The governor], [Mira Sol], resigned.",
        "[The UN envoy] arrived in Sirte. [Envoy Kari Lie] met both sides.",
        # descriptions
        "[Hamas] rejected the plan. [The group] gave no reason.",
        "[Ghana] closed the border. [The country] has few guards there.",
        "Rebels seized [Moundou] at dawn. By noon they had left [the town].",
        "[Ambassador Lena Roth] spoke to us. [The diplomat] was calm.",
        # pronouns
        "[Lena Roth] said [she] was calm.",
        "[Lena Roth] was calm. [She] had slept well.",
        "[Peter Aduba] met Lena Roth. [He] was late.",
        "[The ministry] said [it] had no news.",
        "[Protesters] said [they] would return.",
        "[Lena Roth] hurt [herself].",
        "In [its] report, [the commission] blamed both sides.",
        "Omar Saad, who saw the raid, ran. “[My cousin] fell,” he said. “[He] was hit.”",
        "Yemen's [Ansar] movement freed six. [Ansar] gave no names.",
        "Troops engaged [the attackers] and killed two of [them].",
        "[The Red Star Army] attacked Tabel. [The force] then left.",
    ],
)
def test_links(drafted: Drafted, text: str) -> None:
    draft, marks = _marked(drafted, text)
    assert marks[0] is not None
    assert marks[0] == marks[1], draft.entities


@pytest.mark.parametrize(
    "text",
    [
        "[Omar Saad] and Karim Saad left. [Saad] is wanted.",
        "[Omar Saad] said Karim Haddad was late. Later [he] left.",
        "[The group] sought peace with [Hamas].",
        "[Lena Roth] said of the mayor: “[He] is lying.”",
        "[Niger] closed its border. [Nigeria] did not.",
        "[Iran] and [Iraq] agreed.",
        "[Ahmad Zia] met [Ahmad Shah Zia].",
        "Two [men] fled. Two [men] were shot.",
        "[Peter Aduba] told [him] to leave.",
        "[Peter Aduba] is not [the governor].",
        "Anna Weil said “[I] am tired” and [she] left.",
        "[Pablo Okello Sr.] founded the party. [Pablo Okello Jr.] leads it.",
        "The elder [Okello] died in May. [Okello] wants talks.",
        "[Pablo Okello] wants talks. The elder [Okello] never did.",
        "[Salai Mang] taught physics. Later [Salai Van] came.",
        "[A cousin] wants [him] to come.",
        "[The Red Star Army] fled, said the commander of [the armed forces].",
        "The separatists struck [Wagner] mercenaries. [The rebels] gave no number.",
    ],
)
def test_no_links(drafted: Drafted, text: str) -> None:
    draft, marks = _marked(drafted, text)
    assert marks[0] is None or marks[0] != marks[1], draft.entities


def _marked(drafted: Drafted, text: str) -> tuple[Draft, list[str | None]]:
    """The draft of a text with two stretches in brackets, and the entities they stand for."""
    draft = drafted(text.replace("[", "").replace("]", ""))
    pieces = [(m.start() - 2 * i, len(m.group(1))) for i, m in enumerate(re.finditer(r"\[(.*?)\]", text))]
    return draft, [_linked(draft, start, start + length) for start, length in pieces]


def test_the_dead_do_not_speak(drafted: Drafted) -> None:
    draft = drafted(
        "Yusuf Adan, son of the rebel founder Omar Adan, who was killed in 1998, spoke in Baidoa. "
        "Mr Adan asked for food."
    )
    assert at(draft, "Mr Adan") == at(draft, "Yusuf Adan")


def test_entities_carry_what_the_text_gives(drafted: Drafted) -> None:
    draft = drafted(
        "Vice President Ines Duarte of Angola met Russian envoy Oleg Belov. Duarte thanked him. "
        "One protester shouted."
    )
    duarte, belov = entity(draft, "Vice President Ines"), entity(draft, "envoy Oleg")
    assert (duarte.name, duarte.type, duarte.aliases, duarte.roles) == (
        "Ines Duarte",
        "person",
        ("Duarte",),
        ("Vice President",),
    )
    assert (belov.name, belov.country, belov.roles) == ("Oleg Belov", "RUS", ("envoy",))
    assert entity(draft, "protester").type == "unnamed"


def test_a_nation_is_one_entity_with_its_seats(drafted: Drafted) -> None:
    draft = drafted("The Kremlin denied it. Moscow blamed NATO. Russian forces advanced.")
    russia = entity(draft, "Kremlin")
    assert (russia.name, russia.country, set(russia.aliases)) == ("Russia", "RUS", {"Kremlin", "Moscow"})
    assert entity(draft, "Russian").id == russia.id


def test_every_mention_but_a_pronoun_has_an_entity(drafted: Drafted) -> None:
    draft = drafted("Residents of Gao told the army they had seen rebels. We saw them, it is said.")
    for position, mention in enumerate(draft.mentions):
        assert mention.form == "pronoun" or draft.entity_of(position) is not None


@given(text=st.text(alphabet="AbcK .,'’()-[]\n\"Mr1ué 的", max_size=60))
def test_any_text_gives_whole_entities(drafted: Drafted, text: str) -> None:
    draft = drafted(text) if text.strip() else None
    for one in draft.entities if draft else ():
        assert one.name.strip(), text


def test_first_and_second_persons_stay_open_here(drafted: Drafted) -> None:
    draft = drafted("Ana Weil left. I saw you and we spoke.")
    _, links = resolve(draft)
    open_ones = {draft.mentions[i].span.of(draft.text) for i, link in enumerate(links) if link is None}
    assert open_ones == {"I", "you", "we"}
