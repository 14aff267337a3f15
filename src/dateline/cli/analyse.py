"""`dateline analyse`: a stateless filter, contract JSON Lines in, contract JSON Lines out."""

import json
import sys
from typing import Annotated, Any

import typer

from dateline.analysis.pipeline import Analyser
from dateline.exports.contract import to_contract
from dateline.model.analysis import Problem
from dateline.model.report import Document

_FIELDS = ("title", "outlet", "url", "published", "retrieved", "language")


def analyse(
    model: Annotated[
        str | None, typer.Option(help="Another installed spaCy pipeline, by name or path.")
    ] = None,
) -> None:
    """Analyse documents from standard input: one JSON object a line in, one a line out.

    In: {"id", "text", "published"?, "retrieved"?, "outlet"?, "title"?, "url"?, "language"?}.
    Every line is answered, in order; a bad line is answered with its problem and exit code 1.
    """
    analyser = Analyser(model)
    analyser.pipeline  # noqa: B018  a missing model is said before the first line is read
    skipped = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        answer, good = _answer(analyser, line, number)
        skipped += not good
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    raise typer.Exit(1 if skipped else 0)


def _answer(analyser: Analyser, line: bytes, number: int) -> tuple[dict[str, Any], bool]:
    try:
        record = json.loads(line)
        given = {k: record[k] for k in _FIELDS if record.get(k)}
        document = Document(id=str(record["id"]), text=str(record["text"]), **given)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"line {number}: not a document: {error}", file=sys.stderr)
        return to_contract(f"line-{number}", [], [Problem("bad-line", str(error))]), False
    return to_contract(document.id, analyser.document(document)), True
