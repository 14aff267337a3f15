"""XML, as readers of feeds and of Word documents need it."""

from typing import Any

from dateline.errors import UnreadableError


def parse_xml(data: bytes) -> Any:
    """The root of an XML text, mended where it is broken; nothing outside it is fetched.

    Raises UnreadableError when it is no XML at all.
    """
    from lxml import etree  # here, not above: other formats need it not

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"not XML: {error}") from error
    if root is None:
        raise UnreadableError("not XML")
    return root


def local_name(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
