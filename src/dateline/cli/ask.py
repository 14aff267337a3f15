"""`dateline ask`: a question in plain words, an answer with its evidence."""

import json
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_STORE, DataFormat, StoreOption, dated, today
from dateline.cli.render import show_answer
from dateline.errors import UsageError
from dateline.exports.answers import answer_json
from dateline.queries.ask import AskOptions
from dateline.queries.ask import ask as ask_view
from dateline.store import open_store


def ask(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="The question, in quotation marks.", show_default=False)
    ],
    store: StoreOption = DEFAULT_STORE,
    output: Annotated[
        DataFormat, typer.Option("--format", help="How to print the answer.")
    ] = DataFormat.TEXT,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what reports of this day or later tell.")
    ] = None,
    most: Annotated[int, typer.Option(metavar="N", help="At most so many statements a heading.", min=1)] = 12,
) -> None:
    """Answer a question from the reports that were read.

    \b
    Questions it understands:
      Who are the Arakan Army and what do they want?
      Who is Min Aung Hlaing?            Who leads the Arakan Army?
      What does the UN want from Rwanda? What did Kagame say about the DRC?
      How strong is M23?                 Who is M23 fighting?
      What happened in Goma?             What did the Arakan Army do?
      Who was killed by whom?            How many were killed in Goma?
      What was done to Goma?             When did M23 take Goma?
      Is it confirmed that Goma fell?    Where is the Arakan Army based?
      Who first reported that Goma fell? Who arrested Colonel Okello?
      Who was the FDLR allied with in 2001?
      What happened in Goma on 20 November 2012?
      What has changed since 1 May 2022?
      What happened in Goma yesterday?
      How have M23's demands changed?

    Anything else is looked up word by word in the sentences of the reports. Every line ends with who
    says so and the number of the sentence it rests on; the sentences are printed below.

    \b
    Examples:
      dateline ask "Who leads the Arakan Army?"
      dateline ask "What did the Arakan Army do?" --since 2024-01-10
      dateline ask "Who is M23 fighting?" --format json

    With --since, a day, month, year or "yesterday", each line is marked as new or told again.
    """
    if not any(character.isalnum() for character in question):
        raise UsageError('the question is empty; ask for example: dateline ask "Who leads M23?"')
    options = AskOptions(most=most, since=dated(since), today=today())
    with open_store(store) as opened:
        answer = ask_view(opened.view(), question, options)
        if output is DataFormat.JSON:
            typer.echo(json.dumps(answer_json(answer), ensure_ascii=False))
        else:
            show_answer(answer)
