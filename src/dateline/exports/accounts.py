"""An account as JSON or Markdown."""

from dateline.exports.evidence import Json
from dateline.exports.pages import rendered, sources
from dateline.exports.records import event_json
from dateline.language import Language, load_language
from dateline.queries.account import Account
from dateline.queries.citations import Citations
from dateline.queries.phrasing import phrasing

#: The columns of the table, by the name of the row's field; those that no row fills are left out.
COLUMNS = ("outlet", "published", "says", "actors", "recipients", "place", "date", "toll", "differs")


def account_json(account: Account) -> Json:
    """The event as `dateline export events` gives it, with its sentence."""
    return {"sentence": account.sentence, **event_json(account.event)}


def account_markdown(account: Account, language: Language | None = None) -> str:
    """The table, the standing with its reasons, and the cited sentences as numbered notes."""
    language = language or load_language()
    words, text = phrasing(language), language.table("accounts")["table"]
    citations = Citations(words)
    shown = [c for c in COLUMNS if any(getattr(row, c) for row in account.rows)]
    rows = [
        [f"[^{citations.number(row.evidence)}]", *(getattr(row, c).replace("|", "\\|") for c in shown)]
        for row in account.rows
    ]
    return rendered(
        "account.md.jinja",
        {
            "title": account.sentence,
            "course": account.course,
            "heads": ["", *(text[c] for c in shown)],
            "rows": rows,
            "standing": f"**{text['standing']}**: {account.standing}",
            "reasons": account.reasons,
            "sources": sources(citations, words),
        },
    )
