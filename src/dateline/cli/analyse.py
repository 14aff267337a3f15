"""`dateline analyse`: a stateless filter, contract JSON Lines in, contract JSON Lines out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import typer

from dateline.cli.options import ModelOption
from dateline.cli.progress import ensure_indexes
from dateline.errors import InputError, LanguageError, TooLargeError, UsageError
from dateline.exports.contract import to_contract
from dateline.model.analysis import Problem
from dateline.readers.jsonl import id_of, parse_line
from dateline.readers.records import ReadOptions
from dateline.readers.sources import Source

if TYPE_CHECKING:
    from dateline.analysis.pipeline import Analyser

_CODES: dict[type[InputError], str] = {LanguageError: "language", TooLargeError: "too-large"}


def analyse(model: ModelOption = None) -> None:
    """Analyse documents from standard input, without a store: one JSON object a line in, one a line out.

    \b
    In, with "text" alone required:
      {"id", "text", "title", "outlet", "url", "published", "retrieved",
       "language"}
    Out, in the order of the input, with offsets into the text:
      {"format", "id", "reports", "mentions", "entities", "times", "attributions",
       "events", "relations", "wants", "problems"}

    \b
    Examples:
      dateline analyse < documents.jsonl > findings.jsonl
      echo '{"text": "The envoy said the rebels want talks."}' | dateline analyse

    Every line is answered as soon as it is done; a bad line is answered with its problem, and the exit code
    is 1.
    """
    if sys.stdin is None:
        raise UsageError("standard input is closed, and documents are read from there")
    # Not above: commands that ask a store must not wait until the language model's library is imported.
    from dateline.analysis.pipeline import Analyser
    from dateline.cli.actors import say_problems

    say_problems()
    ensure_indexes()
    analyser = Analyser(model)
    analyser.pipeline  # noqa: B018  a missing model is said before the first line is read
    if sys.stdin.isatty():
        print("type one JSON object a line; Ctrl-D ends", file=sys.stderr)
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
