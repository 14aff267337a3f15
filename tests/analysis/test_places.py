"""Where the places of a report are: told apart by what it says, left out where it does not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Analyser, Document
from dateline.analysis.places.resolve import ENOUGH
from dateline.analysis.places.weigh import COUNTRY, UNLISTED, best
from dateline.gazetteer.place import Place
from dateline.gazetteer.prior import prominence
from dateline.language import load_language
from dateline.model.analysis import Analysis
from dateline.model.entity import Entity, Label


def _analysed(analyser: Analyser, text: str, url: str | None = None) -> Analysis:
    (analysis,) = analyser.document(Document(id="t", text=text, url=url))
    return analysis


def _entity(analysis: Analysis, name: str) -> Entity:
    text = analysis.report.text
    ids = {m.entity for m in analysis.mentions if m.span.of(text) == name and m.label is Label.PLACE}
    (entity,) = [entity for entity in analysis.entities if entity.id in ids]
    return entity


EXAMPLES = load_language("en").table("toponyms")["examples"]


@pytest.mark.parametrize(("text", "name", "country"), EXAMPLES, ids=lambda part: part[:40])
def test_examples_of_the_table(analyser: Analyser, text: str, name: str, country: str) -> None:
    entity = _entity(_analysed(analyser, text), name)
    assert entity.country == country
    assert entity.geo is not None
    assert entity.geo.country == country


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        ("Shells fell on Jalalabad, in eastern Nangarhar, on Friday.", "Jalalabad", (34.4, 70.5)),
        ("They reached the Panjshir Valley, 60 miles north of Kabul.", "Panjshir Valley", (35.4, 69.5)),
        ("The Hindu Kush lies behind the town of Charikar in Afghanistan.", "Hindu Kush", (35.5, 70.5)),
        ("Officials in Moscow, Kyiv and Minsk met.", "Moscow", (55.8, 37.6)),
        ("Yemen's port of Hodeidah was hit.", "Hodeidah", (14.8, 43.0)),
        ("Police in Nashville and Memphis looked for him in Athens, Tennessee.", "Athens", (35.4, -84.6)),
        ("The Donbas front moved near Bakhmut.", "Donbas", (48.3, 38.2)),
    ],
)
def test_a_place_is_found(analyser: Analyser, text: str, name: str, near: tuple[float, float]) -> None:
    geo = _entity(_analysed(analyser, text), name).geo
    assert geo is not None
    assert abs(geo.lat - near[0]) < 1
    assert abs(geo.lon - near[1]) < 1


def test_a_name_of_many_places_stays_open_where_nothing_tells_which(analyser: Analyser) -> None:
    assert _entity(_analysed(analyser, "He drove to Springfield on Monday."), "Springfield").geo is None


def test_a_disputed_place_is_given_to_nobody(analyser: Analyser) -> None:
    entity = _entity(_analysed(analyser, "Troops crossed into Kashmir at dawn."), "Kashmir")
    assert entity.geo is not None
    assert entity.country is None


def test_the_outlets_country_helps(analyser: Analyser) -> None:
    text = "A man was arrested in Hamilton on Monday, the police of Waikato said."
    entity = _entity(_analysed(analyser, text, url="https://www.example.co.nz/news/1"), "Hamilton")
    assert entity.country == "NZL"


def test_a_country_that_acts_is_an_organisation_and_a_place(analyser: Analyser) -> None:
    text = "Norway refused to sign the treaty."
    analysis = _analysed(analyser, text)
    mentions = [m for m in analysis.mentions if m.span.of(text) == "Norway"]
    assert {m.label for m in mentions} == {Label.ORGANIZATION, Label.PLACE}
    assert len({m.entity for m in mentions}) == 1
    geo = _entity(analysis, "Norway").geo
    assert geo is not None
    assert geo.country == "NOR"


def test_a_capital_that_acts_is_not_put_where_the_state_is(analyser: Analyser) -> None:
    analysis = _analysed(analyser, "Oslo refused to sign. The treaty lay in Oslo for weeks.")
    geo = _entity(analysis, "Oslo").geo
    assert geo is not None
    assert geo.feature == "PPLC"


_NAMES = st.sampled_from(
    ["Jackson", "Chad", "Paris", "Jordan", "Georgia", "Madison", "London", "Kut", "Saad"]
)
_SENTENCES = st.sampled_from(
    [
        "General {0} {1} said so.",
        "{0} {1}, 34, was arrested in {2}.",
        "President {0} met {1} in {2}.",
        "{0} refused.",
        "Mr {1} of {0}, {2}, left.",
    ]
)


@given(sentences=st.lists(_SENTENCES, min_size=1, max_size=3), names=st.tuples(_NAMES, _NAMES, _NAMES))
def test_nobody_is_a_point_on_the_map(
    analyser: Analyser, sentences: list[str], names: tuple[str, ...]
) -> None:
    analysis = _analysed(analyser, " ".join(sentence.format(*names) for sentence in sentences))
    for entity in analysis.entities:
        assert entity.geo is None or entity.type != Label.PERSON


@pytest.mark.parametrize("text", ["Doctors in Goma feared Kivu fever.", "The Spanish Flu reached Goma."])
def test_what_is_called_after_a_place_is_none(analyser: Analyser, text: str) -> None:
    places = [m.span.of(text) for m in _analysed(analyser, text).mentions if m.label is Label.PLACE]
    assert places == ["Goma"]


OFFICIAL = {
    "Traders left the People's Republic of China on Sunday.": "CHN",
    "The People’s Republic of China and the Republic of Korea signed a treaty.": "CHN KOR",
    "The Democratic People's Republic of Korea tested a rocket.": "PRK",
    "They fled from the Democratic Republic of the Congo into the Republic of the Congo.": "COD COG",
    "The Lao People's Democratic Republic closed a bridge.": "LAO",
    "The Republic of China, which is also called Taiwan, protested.": "TWN",
    "Mutinies broke out in Equatorial Guinea, Papua New Guinea and Guinea-Bissau.": "GNQ PNG GNB",
    "Refugees from South Sudan crossed into Sudan and Niger, not into Nigeria.": "SSD SDN NER NGA",
}


@pytest.mark.parametrize(("text", "countries"), OFFICIAL.items(), ids=lambda part: str(part)[:40])
def test_no_state_is_read_out_of_the_name_of_another(analyser: Analyser, text: str, countries: str) -> None:
    analysis = _analysed(analyser, text)
    assert {e.geo.country for e in analysis.entities if e.geo is not None} == set(countries.split())
    assert {e.country for e in analysis.entities if e.country is not None} == set(countries.split())


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The governor of New Mexico resigned.", "USA"),
        ("A Niger Delta commander laid down his arms.", "NGA"),
        ("The Papua New Guinea police went on strike.", "PNG"),
    ],
)
def test_who_is_of_a_place_is_not_of_the_nation_inside_its_name(
    analyser: Analyser, text: str, country: str
) -> None:
    assert {e.country for e in _analysed(analyser, text).entities} == {country}


def test_the_dateline_is_a_place_of_the_report(analyser: Analyser) -> None:
    text = "SEVERN, Md. (AP) — A man was arrested in Severn on Monday, the police said."
    analysis = _analysed(analyser, text)
    places = [m for m in analysis.mentions if m.label is Label.PLACE]
    assert [m.span.of(text) for m in places] == ["SEVERN", "Md.", "Severn"]
    assert places[0].entity == places[2].entity
    points = {e.id: e.geo for e in analysis.entities}
    severn, maryland = points[places[0].entity or ""], points[places[1].entity or ""]
    assert severn is not None
    assert maryland is not None
    assert severn.admin1 == maryland.admin1 == "Maryland"


def test_a_dateline_alone_is_an_entity_with_a_point(analyser: Analyser) -> None:
    analysis = _analysed(analyser, "KABUL, Afghanistan (Reuters) - The airport reopened.")
    named = {e.name: e.geo for e in analysis.entities if e.type == Label.PLACE}
    assert named["Kabul"] is not None
    assert named["Kabul"].country == "AFG"


def test_a_list_of_places_says_nothing_of_what_lies_in_what(analyser: Analyser) -> None:
    analysis = _analysed(analyser, "Cases were found in Mexico, China, Japan and Brazil.")
    assert _entity(analysis, "China").country == "CHN"


def test_a_state_named_like_a_far_country_is_meant_where_only_its_own_country_is_told_of(
    analyser: Analyser,
) -> None:
    text = (
        "The court in Georgia released him. Police in Atlanta and Chicago and the FBI in Washington helped."
    )
    assert _entity(_analysed(analyser, text), "Georgia").country == "USA"


def test_a_city_and_its_state_of_one_name_are_two(analyser: Analyser) -> None:
    geo = _entity(_analysed(analyser, "Protesters marched through New York City."), "New York City").geo
    assert geo is not None
    assert geo.feature == "PPL"


def test_a_hamlet_at_the_other_end_of_the_world_is_not_meant() -> None:
    hamlet = Place(1, "Old Wharf", -30.7, 121.5, "P", "PPL", ("AUS",), population=900)
    town = Place(2, "Old Wharf", -32.1, 118.5, "P", "PPL", ("AUS",), population=900_000)
    unlisted = UNLISTED + COUNTRY  # the report tells of one country only, and it is another
    _, probability = best([hamlet], [prominence(hamlet)], unlisted)
    assert probability < ENOUGH
    _, probability = best([town], [prominence(town)], unlisted)
    assert probability > ENOUGH


def test_a_name_goes_on_over_its_particles(analyser: Analyser) -> None:
    analysis = _analysed(analyser, "Floods hit the state of Rio Grande do Sul in Brazil.")
    geo = _entity(analysis, "Rio Grande do Sul").geo
    assert geo is not None
    assert geo.country == "BRA"
