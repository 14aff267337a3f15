"""News feeds, RSS and Atom: one document an entry, as far as the feed tells it."""

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError, UnreadableError
from dateline.model.report import Document
from dateline.readers.days import day_of
from dateline.readers.identity import content_id
from dateline.readers.language_check import check_language
from dateline.readers.records import ReadOptions, Skipped
from dateline.readers.sources import Source
from dateline.readers.xml import local_name, parse_xml

# What an entry calls its parts, the fullest or surest name first, in RSS 1.0, RSS 2.0 and Atom.
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "updated")
_AUTHORS = ("creator", "author")
_KEYS = ("guid", "id")
_ENTRIES = ("item", "entry")
_ROOTS = ("rss", "RDF", "feed")
_BLOCKS = ("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr", "figcaption")
_MARKUP = re.compile(r"<[a-zA-Z/]|&\w+;")


def read_feed(source: Source, options: ReadOptions) -> Iterator[Document | Skipped]:
    """The entries of a feed. An entry without text, or in another language, is skipped by its number.

    The feed's own name is the outlet. An entry's id hangs on its guid or address, so that a story which the
    outlet changes takes the place of its old version. Raises UnreadableError when it is no feed.
    """
    root = parse_xml(source.read(options.max_bytes))
    if local_name(root) not in _ROOTS:
        raise UnreadableError("neither an RSS nor an Atom feed")
    entries = [element for element in root.iter() if local_name(element) in _ENTRIES]
    channel = root if local_name(root) == "feed" else _channel(root)
    outlet = _words(channel, ("title",)) or options.outlet
    for number, entry in enumerate(entries, 1):
        origin = f"{source.origin}:{number}"
        try:
            yield _document(entry, outlet, options, origin)
        except InputError as error:
            yield Skipped(origin, str(error))


def _channel(root: Any) -> Any:
    return next((e for e in root if local_name(e) == "channel"), root)


def _document(entry: Any, outlet: str | None, options: ReadOptions, origin: str) -> Document:
    title, text = _words(entry, ("title",)), _words(entry, _TEXTS)
    if text is None:
        title, text = None, title
    if text is None:
        raise UnreadableError("no text in it")
    url = _link(entry)
    return Document(
        id=content_id(_words(entry, _KEYS) or url or text, outlet),
        text=text,
        title=title,
        outlet=outlet,
        authors=tuple(filter(None, (_person(e) for e in entry if local_name(e) in _AUTHORS))),
        url=url,
        published=day_of(_words(entry, _DAYS)) or options.published,
        retrieved=options.retrieved,
        language=check_language(text, options.language),
        origin=origin,
    )


def _words(parent: Any, names: tuple[str, ...]) -> str | None:
    """The words of the first child that has one of some names and any words, the names in order."""
    for name in names:
        for child in parent:
            if local_name(child) == name and (words := _plain("".join(child.itertext()))):
                return words
    return None


def _plain(text: str) -> str:
    """Text without the HTML that feeds carry in it; a block of it is a line."""
    if not _MARKUP.search(text):
        return text.strip()
    from lxml import etree, html

    try:
        tree = html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, ValueError):
        return text.strip()
    for element in tree.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def _link(entry: Any) -> str | None:
    """The address of an entry: Atom's alternate link, RSS's link, or a guid that is one."""
    links = [e for e in entry if local_name(e) == "link"]
    found = [e.get("href") for e in links if e.get("rel", "alternate") == "alternate"]
    told = [*found, *(e.text for e in links), *(e.text for e in entry if local_name(e) == "guid")]
    addresses = ((address or "").strip() for address in told)
    return next((a for a in addresses if a.startswith(("http://", "https://"))), None)


def _person(element: Any) -> str | None:
    """A name: Atom puts it into an element of its own."""
    return _words(element, ("name",)) or _plain(element.text or "") or None
