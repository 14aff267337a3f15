"""Mentions: every example of the tables, what names are, and who counts as somebody."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Analyser
from dateline.analysis.draft import Draft
from dateline.language import load_language
from dateline.model.entity import Form, Label, Mention
from tests.analysis.who import resolved

Drafted = Callable[[str], Draft]
TABLES = ("titles", "people", "organisations", "places", "pronouns", "acting")


@pytest.fixture(scope="module")
def drafted(analyser: Analyser) -> Drafted:
    return lambda text: resolved(analyser, text)


def examples() -> Iterator[tuple[str, str, str, str]]:
    for table in TABLES:
        for text, words, label in load_language("en").table(table)["examples"]:
            yield table, text, words, label


def found(draft: Draft, form: Form | None = None) -> dict[str, str]:
    return {m.span.of(draft.text): m.label.value for m in draft.mentions if form in (None, m.form)}


@pytest.mark.parametrize(("table", "text", "words", "label"), list(examples()))
def test_examples_of_the_tables(drafted: Drafted, table: str, text: str, words: str, label: str) -> None:
    assert found(drafted(text)).get(words) == label


def test_examples_of_the_nations(drafted: Drafted) -> None:
    table = load_language("en").table("nations")["examples"]
    for text, words, code in (*table["adjective"], *table["people"]):
        draft = drafted(text)
        countries = {
            m.span.of(text): draft.entity(e).country
            for i, m in enumerate(draft.mentions)
            if (e := draft.entity_of(i)) is not None
        }
        assert countries.get(words) == code, text


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Boko Haram raided the fish market at Baga.", "Boko Haram", "organization"),
        ("M23 fighters left Goma on foot.", "M23", "organization"),
        ("Snow closed the passes of the Hindu Kush.", "Hindu Kush", "place"),
        ("He wrote on Twitter that he was safe.", "Twitter", "organization"),
        ("Shelling resumed in Lyman, Ukraine, after dark.", "Lyman", "place"),
        ("The siege of Kobbur lasted three weeks.", "Kobbur", "place"),
        ("Warlord Tsegaye Moru signed first.", "Warlord Tsegaye Moru", "person"),
        ("Secretary of Defense Lena Ortiz flew to Doha.", "Secretary of Defense Lena Ortiz", "person"),
        ("Kenya's High Court ruled on Monday.", "High Court", "organization"),
        ("The anti-Junta Kachin League met.", "Kachin League", "organization"),
        (
            "The Front for the Liberation of the Selva attacked.",
            "Front for the Liberation of the Selva",
            "organization",
        ),
        (
            "The Islamic State of Iraq and the Levant fled.",
            "Islamic State of Iraq and the Levant",
            "organization",
        ),
        ("The Guardians of the Dawn Coast (GDC) denied it.", "Guardians of the Dawn Coast", "organization"),
        ("Fighting spread to Tete province.", "Tete", "place"),
        ("The enemy has left.", "The enemy", "group"),
        ("He joined the Afghans.", "Afghans", "group"),
    ],
)
def test_labels_of_conflict_names(drafted: Drafted, text: str, words: str, label: str) -> None:
    assert found(drafted(text)).get(words) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Moscow accused Kyiv of sabotage.", "Moscow", Label.ORGANIZATION),
        ("Moscow, which sent envoys, wants a deal.", "Moscow", Label.ORGANIZATION),
        ("They met in Moscow.", "Moscow", Label.PLACE),
        ("The Kremlin warned of consequences.", "Kremlin", Label.ORGANIZATION),
        ("They dined in the Kremlin.", "Kremlin", Label.PLACE),
        ("Chad condemned the raid.", "Chad", Label.ORGANIZATION),
        ("Refugees walked into Chad.", "Chad", Label.PLACE),
        ("Talks with Turkey will resume.", "Turkey", Label.ORGANIZATION),
        ("Heavy rain fell in Turkey.", "Turkey", Label.PLACE),
    ],
)
def test_a_country_that_acts_is_an_organisation(drafted: Drafted, text: str, name: str, label: Label) -> None:
    draft = drafted(text)
    (mention,) = [m for m in draft.mentions if m.span.of(text) == name]
    assert mention.label is label


@pytest.mark.parametrize(
    ("text", "no_mention"),
    [
        ("It is clear that it rained.", "It"),
        ("Troops came in a Humvee.", "Humvee"),
        ("A number of villagers left.", "A number"),
        ("They bought a house.", "a house"),
        ("He arrived in August.", "August"),
        ("Chad came at the head of a coalition.", "the head of a coalition"),
    ],
)
def test_what_is_nobody(drafted: Drafted, text: str, no_mention: str) -> None:
    draft = drafted(text)
    assert no_mention not in found(draft)
    assert draft.mentions or text.startswith("It"), "the rest of the sentence has mentions"


def test_a_name_takes_its_title_and_leaves_article_and_possessive(drafted: Drafted) -> None:
    names = found(drafted("The Arab League thanked Col. Amin Farah's brother."), Form.NAME)
    assert set(names) == {"Arab League", "Col. Amin Farah"}


def test_the_head_of_a_place_is_what_governs_it(drafted: Drafted) -> None:
    draft = drafted("Rebels seized Tete province.")
    (mention,) = [m for m in draft.mentions if m.label is Label.PLACE]
    assert mention.span.of(draft.text) == "Tete"
    assert draft.parse.words[mention.head] == "province"


def test_the_report_as_a_whole_decides(drafted: Drafted) -> None:
    draft = drafted("Rosa Kerbal, the mayor, left.\n\nKerbal later returned. Police said Kerbal was unhurt.")
    labels = [m.label for m in draft.mentions if m.span.of(draft.text) == "Kerbal"]
    assert labels == [Label.PERSON, Label.PERSON]


@given(text=st.text(alphabet="AbcK .,'’()-[]\n\"Mr1ué 的", max_size=60))
def test_any_text_gives_mentions_that_slice(drafted: Drafted, text: str) -> None:
    draft = drafted(text) if text.strip() else None
    for mention in draft.mentions if draft else ():
        _check(draft.text if draft else "", mention)
    if draft:
        assert list(draft.mentions) == sorted(draft.mentions, key=lambda m: (m.span.start, -m.span.end))


def _check(text: str, mention: Mention) -> None:
    words = mention.span.of(text)
    assert words
    assert words == words.strip()
