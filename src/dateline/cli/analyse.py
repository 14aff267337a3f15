"""`dateline analyse`: a stateless filter, contract JSON Lines in, contract JSON Lines out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.errors import InputError, LanguageError, TooLargeError
from dateline.exports.contract import to_contract
from dateline.model.analysis import Problem
from dateline.readers.jsonl import id_of, parse_line
from dateline.readers.records import ReadOptions
from dateline.readers.sources import Source

if TYPE_CHECKING:
    from dateline.analysis.pipeline import Analyser

_CODES: dict[type[InputError], str] = {LanguageError: "language", TooLargeError: "too-large"}


def analyse(
    model: Annotated[
        str | None, typer.Option(help="Another installed spaCy pipeline, by name or path.")
    ] = None,
) -> None:
    """Analyse documents from standard input: one JSON object a line in, one a line out.

    In: {"id", "text", "published"?, "retrieved"?, "outlet"?, "title"?, "url"?, "language"?}.
    Every line is answered, in order; a bad line is answered with its problem and exit code 1.
    """
    # Not above: commands that ask a store must not wait until the language model's library is imported.
    from dateline.analysis.pipeline import Analyser

    analyser = Analyser(model)
    analyser.pipeline  # noqa: B018  a missing model is said before the first line is read
    options, failed = ReadOptions(), 0
    lines = Source("-", "", sys.stdin.buffer).lines(options.max_bytes)  # type: ignore[arg-type]
    for number, line in enumerate(lines, 1):
        if line is not None and not line.strip():
            continue
        answer, good = _answer(analyser, line, number, options)
        failed += not good
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    raise typer.Exit(1 if failed else 0)


def _answer(
    analyser: Analyser, line: bytes | None, number: int, options: ReadOptions
) -> tuple[dict[str, Any], bool]:
    """The answer to one line, and whether the line was a document. None is a line beyond the size limit."""
    try:
        if line is None:
            raise TooLargeError(f"larger than the limit of {options.max_bytes:,} bytes")
        parsed = parse_line(line, options)
    except InputError as error:
        print(f"line {number}: {error}", file=sys.stderr)
        problem = Problem(_CODES.get(type(error), "bad-line"), str(error))
        return to_contract((line and id_of(line)) or f"line-{number}", [], [problem]), False
    for problem in parsed.problems:
        print(f"line {number}: {problem.message}", file=sys.stderr)
    document = parsed.document
    return to_contract(document.id, analyser.document(document), parsed.problems), True
