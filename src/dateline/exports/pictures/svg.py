"""A sheet to draw on: the few shapes the pictures need, as SVG 1.1 that stands alone or inside a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

# Colours follow the page that a picture stands in; alone, it brings its own.
_STYLE = """
text { font: 13px system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: var(--ink, #1c1f23); }
.soft { fill: var(--soft, #5a626b); } .small { font-size: 11px; } .strong { font-weight: 600; }
.halo { paint-order: stroke; stroke: var(--paper, #fff); stroke-width: 3px; stroke-linejoin: round; }
.rule { stroke: var(--line, #d9dde2); fill: none; } .axis { stroke: var(--soft, #5a626b); fill: none; }
.mark { fill: var(--mark, #0b5cad); stroke: var(--mark, #0b5cad); } .hollow { fill: var(--paper, #fff); }
.pale { fill-opacity: .25; stroke-opacity: .7; } .paper { fill: var(--paper, #fff); }
.grey { fill: #8a929b; stroke: #8a929b; } .dashed { stroke-dasharray: 4 3; }
.edge { fill: none; } .node { fill: var(--paper, #fff); stroke: var(--ink, #1c1f23); }
"""
_NOT_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The widths of characters, in units of the size of the type, in a sans serif face on the wide side.
_NARROW, _WIDE = frozenset("fijlrtI.,:;'’!|()[] -"), frozenset("mwMW%@—…")
_SHARES = {"narrow": 0.36, "wide": 0.9, "capital": 0.7, "ideograph": 1.0, "other": 0.61}
_IDEOGRAPHS = "\u2e80"  # and what comes after it


@dataclass
class Sheet:
    """A drawing of `width` by `height` pixels. `title` and `description` tell it to whoever cannot see it."""

    width: float
    height: float
    title: str
    description: str
    _root: ET.Element = field(init=False)

    def __post_init__(self) -> None:
        size = {"width": number(self.width), "height": number(self.height)}
        box = f"0 0 {size['width']} {size['height']}"
        self._root = ET.Element(
            "svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": box, **size, "role": "img"}
        )
        ET.SubElement(self._root, "title").text = self.title
        ET.SubElement(self._root, "desc").text = self.description
        ET.SubElement(self._root, "style").text = _STYLE
        self.rect((0, 0), (self.width, self.height), "paper")

    def text(self, at: tuple[float, float], words: str, *classes: str, anchor: str = "start") -> None:
        """Words with their base line at a point; `anchor` is start, middle or end."""
        where = {"x": number(at[0]), "y": number(at[1])}
        more = {} if anchor == "start" else {"text-anchor": anchor}
        element = self._add("text", {**where, **more}, classes)
        element.text = printable(words)

    def line(self, start: tuple[float, float], end: tuple[float, float], *classes: str, **more: str) -> None:
        ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
        self._add("line", {**{k: number(v) for k, v in ends.items()}, **_attributes(more)}, classes)

    def rect(
        self, at: tuple[float, float], size: tuple[float, float], *classes: str, title: str = ""
    ) -> None:
        box = {"x": at[0], "y": at[1], "width": size[0], "height": size[1]}
        element = self._add("rect", {k: number(v) for k, v in box.items()}, classes)
        _name(element, title)

    def circle(self, at: tuple[float, float], radius: float, *classes: str, title: str = "") -> None:
        place = {"cx": at[0], "cy": at[1], "r": radius}
        element = self._add("circle", {k: number(v) for k, v in place.items()}, classes)
        _name(element, title)

    def path(
        self, points: Sequence[tuple[float, float]], *classes: str, title: str = "", **more: str
    ) -> None:
        """A line through some points."""
        drawn = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        element = self._add("path", {"d": drawn, **_attributes(more)}, classes)
        _name(element, title)

    def svg(self) -> str:
        """The picture as text, without an XML declaration."""
        return ET.tostring(self._root, encoding="unicode")

    def _add(self, tag: str, attributes: dict[str, str], classes: Sequence[str]) -> ET.Element:
        named = {"class": " ".join(classes)} if classes else {}
        return ET.SubElement(self._root, tag, {**named, **attributes})


def fitted(words: str, width: float, size: float = 13) -> str:
    """Words cut with an ellipsis so that they take about `width` pixels at the most."""
    if width_of(words, size) <= width:
        return words
    most = len(words)
    while most > 1 and width_of(words[:most] + "…", size) > width:
        most -= 1
    return words[:most].rstrip() + "…"


def width_of(words: str, size: float = 13) -> float:
    """About how many pixels words take."""
    return size * sum(_SHARES[_breadth(character)] for character in words)


def _breadth(character: str) -> str:
    if character in _NARROW:
        return "narrow"
    if character in _WIDE:
        return "wide"
    if character >= _IDEOGRAPHS:
        return "ideograph"
    return "capital" if character.isupper() else "other"


def number(value: float) -> str:
    """A coordinate, short and the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def printable(words: str) -> str:
    """Words without what XML cannot hold (control characters, lone surrogates)."""
    return _NOT_XML.sub("\ufffd", words)


def _attributes(given: dict[str, str]) -> dict[str, str]:
    return {key.replace("_", "-"): value for key, value in given.items()}


def _name(element: ET.Element, title: str) -> None:
    if title:
        ET.SubElement(element, "title").text = printable(title)
