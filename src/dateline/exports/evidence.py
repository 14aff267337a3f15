"""Evidence as JSON: the one form in which every export and answer gives it (docs/contract.md)."""

from typing import Any

from dateline.model.records import Evidence, Link

type Json = dict[str, Any]


def evidence_json(evidence: Evidence) -> Json:
    """A quoted sentence with its offsets, and the chain of speakers, outermost first."""
    return {
        "report": evidence.report,
        "outlet": evidence.outlet,
        "url": evidence.url,
        "published": evidence.published,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "chain": [link_json(link) for link in evidence.chain],
        "origin": evidence.origin or evidence.report,
    }


def link_json(link: Link) -> Json:
    """One speaker of a chain."""
    return {
        "source": link.source,
        "entity": link.entity,
        "cue": link.cue,
        "act": link.act.value,
        "medium": link.medium,
        "when": link.when,
        "hedge": link.hedge,
    }
