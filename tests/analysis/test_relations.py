"""Who an actor is: what a reader may be told, and what would mislead."""

import pytest

from dateline import Analyser, Document
from dateline.analysis.relations.lexicon import relation_lexicon
from dateline.errors import LexiconError
from dateline.language import Language, load_language
from dateline.model.analysis import Analysis
from dateline.model.factuality import Factuality
from dateline.model.relation import Relation


@pytest.fixture
def read(analyser: Analyser) -> "Reader":
    return Reader(analyser)


class Reader:
    """Reads a text as one report and shows its relations in words."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser

    def analysis(self, text: str) -> Analysis:
        return self.analyser.document(Document("x", text))[0]

    def __call__(self, text: str) -> list[str]:
        """Every relation as "subject | type | object | value", parts that are not told left out."""
        return [_shown(r, text) for r in self.analysis(text).relations]

    def one(self, text: str, kind: str) -> Relation:
        (found,) = [r for r in self.analysis(text).relations if r.type.value == kind]
        return found


def _shown(relation: Relation, text: str) -> str:
    thing = relation.object.span.of(text) if relation.object else None
    parts = [relation.subject.span.of(text), relation.type.value, thing, relation.value]
    return " | ".join(part for part in parts if part)


# ---------------------------------------------------------------- offices
@pytest.mark.parametrize(
    "text",
    [
        "Abdou Maiga declared himself president of Mali.",
        "Abdou Maiga, the self-styled president of Mali, fled.",
        "Abdou Maiga, who calls himself the legitimate president of Mali, fled.",
    ],
)
def test_an_office_that_is_only_claimed_is_not_told_as_a_fact(read: Reader, text: str) -> None:
    roles = [r for r in read.analysis(text).relations if r.type.value in ("holds_role", "leads")]
    assert all(r.factuality is Factuality.UNKNOWN for r in roles)


@pytest.mark.parametrize(
    "text",
    [
        "Abdou Maiga wants to become president of Mali.",
        "Abdou Maiga is unfit to be commander in chief.",
        "If Abdou Maiga is elected president, the front will fight on.",
        "She spoke of Abdou Maiga being a founder of the front.",
        "He was the fifth governor killed this year.",
        "An unnamed officer, a spokesman for the army, denied it.",
        "Abdou Maiga is a leader.",
    ],
)
def test_no_office_is_told_where_none_is_said_to_be_held(read: Reader, text: str) -> None:
    assert not [line for line in read(text) if "holds_role" in line or "leads" in line]


def test_only_the_head_of_the_whole_leads_it(read: Reader) -> None:
    assert "Abdou Maiga | leads | Azure Front | leader" in read(
        "Abdou Maiga is the leader of the Azure Front."
    )
    for lesser in ("a commander of", "the deputy leader of", "a regional commander of"):
        assert not any("| leads |" in line for line in read(f"Abdou Maiga is {lesser} the Azure Front."))
    assert not any("| leads |" in line for line in read("Azure Front commander Abdou Maiga fled."))


def test_an_office_to_another_is_its_senders(read: Reader) -> None:
    found = read("Ebba Lund, Sweden's envoy to Mali, left.")
    assert "Ebba Lund | holds_role | Sweden | envoy to Mali" in found


def test_where_an_office_is_exercised_is_not_whose_it_is(read: Reader) -> None:
    found = read("Ebba Lund, the ambassador in Bamako, left.")
    assert not any("holds_role | Bamako" in line for line in found)


def test_a_title_is_told_once_a_report(read: Reader) -> None:
    text = "Governor Abdou Maiga fled. Hours later Governor Abdou Maiga was seen in Gao."
    assert len([line for line in read(text) if "holds_role" in line]) == 1


def test_an_ordinal_owner_is_not_governed(read: Reader) -> None:
    assert not any("| Mali |" in line for line in read("Awa Keita is Mali's first woman governor."))


# ---------------------------------------------------------------- when
@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Back in 1996, the Azure Front in Herat gave spies a base.", "located_in", "1996"),
        ("On Monday the Azure Front in Herat released two drivers.", "located_in", None),
        ("Abdou Maiga, a former governor, fled.", "holds_role", "../.."),
        ("Abdou Maiga, who led the Azure Front until 2011, fled.", "leads", "../2011"),
        ("Abdou Maiga has led the Azure Front since 2019.", "leads", "2019/.."),
        ("Abdou Maiga led the Azure Front from 2004 until 2011.", "leads", "2004/2011"),
        ("Abdou Maiga leads the Azure Front.", "leads", None),
        ("The Azure Front was allied with Rwanda.", "allied_with", "../.."),
        ("Oumar Ba said the Azure Front was based in Gao.", "based_in", None),
    ],
)
def test_what_is_over_has_an_end(read: Reader, text: str, kind: str, date: str | None) -> None:
    assert read.one(text, kind).date == date


# ---------------------------------------------------------------- certainty and source
def test_what_is_denied_is_told_as_denied(read: Reader) -> None:
    found = read.one("The Azure Front is not allied with Rwanda.", "allied_with")
    assert found.factuality is Factuality.CERTAIN_NOT


def test_what_is_said_is_carried_by_who_says_it(read: Reader) -> None:
    text = "Rwanda backs the Azure Front, the minister said."
    analysis = read.analysis(text)
    (found,) = [r for r in analysis.relations if r.type.value == "supports"]
    (said,) = [a for a in analysis.attributions if a.id == found.attribution]
    assert [span.of(text) for span in said.source] == ["the minister"]


def test_an_age_beside_a_name_is_certain_whatever_is_denied(read: Reader) -> None:
    found = read.one("The army never arrested Abdou Maiga, 45, a farmer.", "has_age")
    assert found.factuality is Factuality.CERTAIN


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The group's leader is believed to be Adam's daughter, Yara Bel.",
            "Yara Bel | leads | The group | leader",
        ),
        (
            "Kofi Bado is an ally of Abdou Maiga and a former teacher.",
            "Kofi Bado | allied_with | Abdou Maiga",
        ),
    ],
)
def test_who_is_what_to_whom(read: Reader, text: str, line: str) -> None:
    assert line in read(text)


def test_nobody_is_the_ally_of_what_he_was(read: Reader) -> None:
    found = read("Kofi Bado is an ally of Abdou Maiga and a former teacher.")
    assert [line for line in found if "allied_with" in line and "teacher" in line] == []


def test_a_former_office_behind_a_present_one_is_over(read: Reader) -> None:
    text = "Kofi Bado, an opposition leader and former deputy prosecutor, left."
    over = {r.value: r.date for r in read.analysis(text).relations}
    assert over == {"opposition leader": None, "deputy prosecutor": "../.."}


def test_who_a_body_is_holds_whatever_is_denied(read: Reader) -> None:
    found = read.one("The union's armed wing, the Sand Guard, is not involved in the battle.", "part_of")
    assert found.factuality is Factuality.CERTAIN


def test_a_bound_told_by_a_negation_holds(read: Reader) -> None:
    found = read.one("The number of soldiers does not exceed 2,500.", "has_strength")
    assert (found.value, found.factuality) == ("does not exceed 2,500", Factuality.CERTAIN)


@pytest.mark.parametrize("value", ["at least 5,000 fighters", "no more than 400 men", "some 300 fighters"])
def test_a_strength_keeps_its_bound(read: Reader, value: str) -> None:
    assert read.one(f"The Azure Front has {value}.", "has_strength").value == value


# ---------------------------------------------------------------- bonds
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The Rwanda-backed Azure Front withdrew.", "Rwanda | supports | Azure Front"),
        ("The Azure Front, backed by Rwanda, withdrew.", "Rwanda | supports | Azure Front"),
        ("The Sahel Alliance includes the Azure Front.", "Azure Front | part_of | Sahel Alliance"),
        ("The army helped the Azure Front to defeat Boko Haram.", "The army | fights | Boko Haram"),
    ],
)
def test_the_direction_of_a_bond(read: Reader, text: str, line: str) -> None:
    assert line.lower() in [found.lower().replace("| the ", "| ") for found in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Malian army attacked the shopkeepers.",
        'Abdou Maiga\'s "war" on the Azure Front is a sham.',
        "The Green Party opposed the Liberal Party.",
    ],
)
def test_who_does_not_fight_is_not_told_to(read: Reader, text: str) -> None:
    assert not any("fights" in line for line in read(text))


def test_they_is_nobody_until_it_is_known_who(read: Reader) -> None:
    assert read("They fight the Azure Front.") == []


def test_the_name_in_the_sentence_stands_for_the_pronoun(read: Reader) -> None:
    found = read("The Azure Front lost its war against Boko Haram.")
    assert not any(line.startswith("its ") for line in found)


# ---------------------------------------------------------------- places
@pytest.mark.parametrize(
    "text",
    [
        "Abdou Maiga lives near Nairobi.",
        "Protests against the Azure Front in Mopti grew.",
        "Shells fell on Goma, Gao and Mali.",
        "Mali and Chad met in Doha.",
        "He is a leader of Al-Shabaab in Somalia, Abdou Maiga.",
    ],
)
def test_who_is_not_said_to_be_in_a_place_is_not_put_there(read: Reader, text: str) -> None:
    assert not [line for line in read(text) if "located_in" in line and not line.startswith("Al-Shabaab")]


# ---------------------------------------------------------------- names
def test_an_acronym_in_brackets_is_another_name(read: Reader) -> None:
    assert "Kivu Defence League | also_known_as | KDL | KDL" in read(
        "The Kivu Defence League (KDL) withdrew."
    )
    assert not any("also_known_as" in line for line in read("The Kivu Defence League (below) withdrew."))


def test_a_host_is_no_alias(read: Reader) -> None:
    assert not any("also_known_as" in line for line in read("The academy named Awa Keita as the host."))


# ---------------------------------------------------------------- the records
def test_evidence_and_ids_follow_the_text(read: Reader) -> None:
    text = (
        "Governor Abdou Maiga, 45, whose brother leads the Azure Front, fled to Doha. "
        "The front, armed with mortars, controls Timbuktu in Mali."
    )
    relations = read.analysis(text).relations
    assert [r.id for r in relations] == [f"r1x{n}" for n in range(1, len(relations) + 1)]
    assert [r.span for r in relations] == sorted(r.span for r in relations)
    for relation in relations:
        ends = [relation.subject.span] + ([relation.object.span] if relation.object else [])
        assert all(relation.span.covers(end) for end in ends)
        assert relation.value is None or relation.value in " ".join(relation.span.of(text).split())


def test_a_table_without_its_words_is_refused(analyser: Analyser) -> None:
    relation_lexicon(analyser.language)  # loads the other tables
    tables = {**load_language("en")._tables, "relations": {"roles": {"leading": ["leader"]}}}
    with pytest.raises(LexiconError, match="relations"):
        relation_lexicon(Language("xx", tables))


def test_kin_named_only_from_the_speakers_side_are_not_told(read: Reader) -> None:
    assert read("“My father would not yield,” said Omar Keita.") == []
    assert read("Omar Keita’s father fled.") == ["Omar Keita’s father | kin_of | Omar Keita | father"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Azure Front broke its alliance with the Red League.", "../.."),
        ("The alliance between the Azure Front and the Red League has collapsed.", "../.."),
        ("The Azure Front threatened to end its alliance with the Red League.", None),
        ("The Azure Front has not ended its alliance with the Red League.", None),
    ],
)
def test_what_was_broken_off_is_over(read: Reader, text: str, date: str | None) -> None:
    assert read.one(text, "allied_with").date == date


def test_who_strikes_together_does_not_strike_each_other(read: Reader) -> None:
    told = read("The Azure Front and the Red League launched an offensive.")
    assert not [line for line in told if "| fights |" in line]
