"""The line that `dateline analyse` writes for a document."""

from dateline import Analyser, Document
from dateline.exports.contract import to_contract


def test_what_plover_has_no_type_for_is_a_happening(analyser: Analyser) -> None:
    text = "A bus overturned near Gulu. Rebels attacked the camp."
    line = to_contract("d-1", analyser.document(Document(id="d-1", text=text)))

    told = {text[slice(*h["trigger"])]: h for h in line["happenings"]}
    assert told["overturned"]["event"] is None
    assert told["overturned"]["place"]["start"] == text.index("Gulu")
    assert told["attacked"]["event"] == line["events"][0]["id"]
    assert [text[s["start"] : s["end"]] for s in told["attacked"]["subjects"]] == ["Rebels"]
