"""dateline reads reports about conflicts and says who the actors are, what they want, and on whose word.

    from dateline import ask, open_store, read

    with open_store("reports.sqlite", create=True) as store:
        read(store, "pages/", "more.jsonl")
        answer = ask(store.view(), "Who are the Red Guard and what do they want?")

`analyse` gives the findings of one document without a store. Of a view, `profile` gives all that is known of
one actor, `timeline` what happened when, `network` who stands how to whom, and `export` records for other
programs. Errors are told in dateline.errors.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.analysis.pipeline import Analyser
    from dateline.exports.records import export
    from dateline.model.analysis import Analysis
    from dateline.model.report import Document, Report
    from dateline.queries.ask import ask
    from dateline.queries.network import network
    from dateline.queries.profile import profile
    from dateline.queries.timeline import timeline
    from dateline.readers.records import ReadOptions
    from dateline.runtime.reading import ReadResult, analyse, read
    from dateline.store.opening import Store, open_store
    from dateline.store.view import View

# Imported when first used: whoever asks a store need not wait for the language model's library.
_HOMES = {
    "Analyser": "dateline.analysis.pipeline",
    "Analysis": "dateline.model.analysis",
    "Document": "dateline.model.report",
    "ReadOptions": "dateline.readers.records",
    "ReadResult": "dateline.runtime.reading",
    "Report": "dateline.model.report",
    "Store": "dateline.store.opening",
    "View": "dateline.store.view",
    "analyse": "dateline.runtime.reading",
    "ask": "dateline.queries.ask",
    "export": "dateline.exports.records",
    "network": "dateline.queries.network",
    "open_store": "dateline.store.opening",
    "profile": "dateline.queries.profile",
    "read": "dateline.runtime.reading",
    "timeline": "dateline.queries.timeline",
}

__all__ = [
    "Analyser",
    "Analysis",
    "Document",
    "ReadOptions",
    "ReadResult",
    "Report",
    "Store",
    "View",
    "analyse",
    "ask",
    "export",
    "network",
    "open_store",
    "profile",
    "read",
    "timeline",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
