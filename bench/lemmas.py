"""The baseline of event coreference: every verb and noun is an event, and those of one lemma are one.

The published same-stem baselines join gold mentions; this one is what it comes to for a system that has to
find its mentions in the text, through the same scorer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.data import Json
from bench.peers import bare_pipeline

type Lemmas = list[tuple[int, int, str]]


@dataclass
class LemmaStore:
    """Exports one record a lemma for the documents it is given; each text is parsed once."""

    _known: dict[str, Lemmas] = field(default_factory=dict)

    def export(self, documents: Sequence[Json]) -> list[Json]:
        self._parse([d for d in documents if d["id"] not in self._known])
        records: dict[str, list[Json]] = {}
        for document in documents:
            for start, end, lemma in self._known[document["id"]]:
                records.setdefault(lemma, []).append({"report": document["id"], "start": start, "end": end})
        return [{"id": lemma, "evidence": evidence} for lemma, evidence in records.items()]

    def _parse(self, documents: Sequence[Json]) -> None:
        if not documents:
            return
        pipeline = bare_pipeline()
        with pipeline.select_pipes(disable=[n for n in ("parser", "ner") if n in pipeline.pipe_names]):
            parsed = pipeline.pipe(d["text"] for d in documents)
            for document, doc in zip(documents, parsed, strict=True):
                self._known[document["id"]] = [
                    (t.idx, t.idx + len(t), t.lemma_.lower()) for t in doc if t.pos_ in ("VERB", "NOUN")
                ]
