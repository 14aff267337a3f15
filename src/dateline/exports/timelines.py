"""A timeline as JSON, Markdown, one self-contained HTML page, or a picture alone."""

from dateline.exports.answers import statement_json
from dateline.exports.evidence import Json
from dateline.exports.pages import Context, line, outlets, rendered, sources
from dateline.exports.pictures.timeline import timeline_svg
from dateline.language import Language, load_language
from dateline.queries.citations import Citations
from dateline.queries.phrasing import Phrasing, phrasing
from dateline.queries.timeline import Entry, Timeline


def timeline_json(timeline: Timeline) -> Json:
    """The entries, each a statement with its date; field by field in docs/contract.md."""
    subject = timeline.subject.entity if timeline.subject else None
    return {
        "subject": subject and {"entity": subject.id, "name": subject.name},
        "from": timeline.options.start,
        "to": timeline.options.end,
        "since": timeline.options.since,
        "entries": [_entry_json(e) for e in (*timeline.entries, *timeline.undated)],
        "omitted": timeline.omitted + timeline.outside,
    }


def _entry_json(entry: Entry) -> Json:
    return {
        "date": entry.edtf,
        "first": entry.first and entry.first.isoformat(),
        "last": entry.last and entry.last.isoformat(),
        "certainty": entry.certainty.value,
        "reported": entry.reported,
        "news": entry.news and entry.news.value,
        **statement_json(entry.statement),
    }


def timeline_markdown(timeline: Timeline, language: Language | None = None) -> str:
    """A list in order of time, the cited sentences as numbered notes at the end."""
    return rendered("timeline.md.jinja", _context(timeline, language))


def timeline_html(timeline: Timeline, language: Language | None = None) -> str:
    """The picture, the same as a table, and the cited sentences; no scripts, no outside resources."""
    return rendered("timeline.html.jinja", _context(timeline, language))


def timeline_picture(timeline: Timeline, language: Language | None = None) -> str:
    """The picture alone, as an SVG document; "" when no entry has a date."""
    words = phrasing(language or load_language())
    return timeline_svg(timeline, words, title(timeline, words))


def title(timeline: Timeline, words: Phrasing) -> str:
    """What the timeline is of."""
    name = timeline.subject.entity.name if timeline.subject else None
    forms = words.table["timeline"]
    return str(forms["title"].format(name=name) if name else forms["title_of_all"])


def notes(timeline: Timeline, words: Phrasing) -> list[str]:
    """What was asked for, and what is left out."""
    forms, options = words.table["timeline"], timeline.options
    asked = (("from", options.start), ("to", options.end), ("since", options.since))
    told = [forms[key].format(date=words.dates.label(date)) for key, date in asked if date]
    told.append(forms["count"].format(dated=len(timeline.entries), undated=len(timeline.undated)))
    left = timeline.omitted + timeline.outside
    told.append(forms["unmarked"])
    return [*told, *([forms["omitted"].format(count=left)] if left else [])]


def _context(timeline: Timeline, language: Language | None) -> Context:
    language = language or load_language()
    words = phrasing(language)
    citations = Citations(words)
    rows = [[_row(e, citations, words) for e in part] for part in (timeline.entries, timeline.undated)]
    return {
        "language": language.code,
        "title": title(timeline, words),
        "notes": notes(timeline, words),
        "picture": timeline_picture(timeline, language),
        "dated": rows[0],
        "undated": rows[1],
        "sources": sources(citations, words),
        "counted": citations.counted(),
        "page": words.table["page"],
        "text": words.table["timeline"],
    }


def _row(entry: Entry, citations: Citations, words: Phrasing) -> Context:
    told = line(entry.statement, citations, words)
    told["voices"] = [
        (label or outlets(voice.evidence, words), marks)
        for (label, marks), voice in zip(told["voices"], entry.statement.voices, strict=True)
    ]
    return {
        **told,
        "date": words.dates.label(entry.edtf),
        "reported": entry.reported or words.table["timeline"]["no_report_date"],
        "news": entry.news and words.table["timeline"][entry.news.value],
    }
