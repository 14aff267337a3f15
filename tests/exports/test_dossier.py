"""A dossier on paper or in a browser holds every statement, its speakers and the sentences it rests on."""

import re
from html.parser import HTMLParser

from dateline.exports.answers import answer_json, profile_json
from dateline.exports.dossier import profile_html, profile_markdown
from dateline.model.records import Party
from dateline.model.relation import RelationType
from dateline.queries.ask import ask
from dateline.queries.profile import profile
from tests.queries.view import HandmadeView, actor, evidence, link, relation

_SENTENCE = "The army says <Azure> Front & allies have up to 900 men."


def _view() -> HandmadeView:
    front = Party("<Azure> Front", "front")
    return HandmadeView(
        actors_=[actor("front", "<Azure> Front", "organization", "AF")],
        relations_=[
            relation(
                RelationType.HAS_STRENGTH,
                front,
                None,
                evidence(_SENTENCE, link("the army")),
                value="up to 900 men",
            )
        ],
    )


class HtmlPage(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.outside: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value and value.startswith("#"):
                self.targets.append(value[1:])
            if name == "src" or tag in ("link", "script"):
                self.outside.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_escapes_text_and_links_every_citation_to_its_sentence() -> None:
    view = _view()
    page = HtmlPage(profile_html(profile(view, view.actors_[0])))
    text = " ".join(" ".join(page.words).split())
    assert "Strength of <Azure> Front: up to 900 men" in text
    assert "— the army" in text
    assert _SENTENCE in text
    assert page.targets == ["s1"]
    assert page.ids == ["s1"]
    assert page.outside == []


def test_markdown_numbers_its_notes() -> None:
    view = _view()
    text = profile_markdown(profile(view, view.actors_[0]))
    assert "- Strength of <Azure> Front: up to 900 men — the army [^1]" in text
    assert f"[^1]: Hill Post, 2024-03-02: {_SENTENCE}" in text
    assert not re.search(r"\n\n\n", text)


def test_json_has_every_field_of_the_contract() -> None:
    view = _view()
    form = answer_json(ask(view, "How strong is AF?"))
    assert {"question", "subject", "facets", "answers", "unanswered"} <= form.keys()
    assert form["subject"] == {"entity": "front", "name": "<Azure> Front"}
    (answer,) = form["answers"]
    assert answer["according_to"] == ["the army"]
    assert answer["record"].startswith("relation:")
    assert answer.keys() == {
        "facet", "text", "factuality", "according_to", "record", "evidence", "independent", "disputed_by",
        "standing", "reasons", "first_reported",
    }  # fmt: skip
    (piece,) = answer["evidence"]
    assert {"report", "outlet", "url", "published", "start", "end", "text", "chain", "origin"} == piece.keys()
    assert {"source", "entity", "cue", "act", "medium", "when"} <= piece["chain"][0].keys()
    assert profile_json(profile(view, view.actors_[0]))["answers"][0]["text"] == answer["text"]
