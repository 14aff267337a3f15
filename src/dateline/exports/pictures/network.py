"""A network as a picture: the actor in the middle, its neighbours around it, a line a tie."""

from collections import defaultdict
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from dateline.exports.pictures.svg import Sheet, fitted, width_of
from dateline.queries.network import Network, Tie
from dateline.queries.phrasing import Phrasing
from dateline.queries.ties import TieKind

type Point = tuple[float, float]

_WIDTH = 960.0
_MOST = 24  # neighbours in the picture; the table has all
_LABEL = 200.0  # the room for a name on either side
_LEGEND = 56.0
_HUB, _LINE = 9.0, 14.0  # the dot in the middle; the height of its name
_FAR = 60.0  # a name farther from its dot would not seem to be its name
_WIDEST = 6  # pixels
_GAP = 5.0  # pixels between two lines that join the same two actors
#: Colours that people who see few colours can tell apart (after Okabe and Ito), with the hostile ones warm.
COLOURS = {
    TieKind.LEADS: "#1c1f23",
    TieKind.MEMBER: "#6b7280",
    TieKind.ALLIED: "#007f5f",
    TieKind.SUPPORTS: "#3aa17e",
    TieKind.COOPERATES: "#0b5cad",
    TieKind.TALKS: "#56a4e0",
    TieKind.ACCUSES: "#b08900",
    TieKind.THREATENS: "#e08a00",
    TieKind.OPPOSES: "#c2607f",
    TieKind.ATTACKS: "#8c1d12",
    TieKind.FIGHTS: "#c22f1f",
}


def network_svg(network: Network, words: Phrasing, title: str) -> str:
    """The picture of a network; "" when the actor has no ties."""
    return _Picture.of(network, words, title).drawn() if network.ties else ""


@dataclass(frozen=True)
class _Picture:
    sheet: Sheet
    network: Network
    words: Phrasing
    places: dict[str, Point]

    @staticmethod
    def of(network: Network, words: Phrasing, title: str) -> "_Picture":
        shown = [a.entity.id for a in network.neighbours[:_MOST]]
        height = max(320.0, 150 + 26.0 * len(shown)) + _LEGEND
        told = words.table["picture"]["network"].format(count=len(shown))
        return _Picture(Sheet(_WIDTH, height, title, told), network, words, _placed(network, shown, height))

    def drawn(self) -> str:
        between: dict[frozenset[str], list[Tie]] = defaultdict(list)
        for tie in self.network.ties:
            if tie.source in self.places and tie.target in self.places:
                between[frozenset((tie.source, tie.target))].append(tie)
        for ties in between.values():
            for position, tie in enumerate(ties):
                self._tie(tie, (position - (len(ties) - 1) / 2) * _GAP)
        for actor in (*self.network.neighbours[:_MOST], self.network.subject):
            self._node(actor.entity.id, actor.entity.name)
        self._legend({tie.kind for ties in between.values() for tie in ties})
        return self.sheet.svg()

    def _tie(self, tie: Tie, offset: float) -> None:
        start, end = (self.places[i] for i in (tie.source, tie.target))
        if start > end:
            offset = -offset  # lines of both directions keep to their own side
        start, end = _shifted(start, end, offset)
        mine = self.network.subject.entity.id in (tie.source, tie.target)
        width, opacity = (min(1 + tie.weight, _WIDEST), "1") if mine else (1, "0.35")
        look = {"stroke": COLOURS[tie.kind], "stroke_width": str(width), "stroke_opacity": opacity}
        told = f"{self.words.table['network']['kind'][tie.kind.value]}: {tie.statements[0].text}"
        dashed = ("dashed",) if tie.claimed else ()
        self.sheet.path((start, end), "edge", *dashed, title=told, **look)
        if not tie.kind.mutual:
            self._arrow(start, end, 4.0 + width, fill=COLOURS[tie.kind], fill_opacity=opacity)

    def _arrow(self, start: Point, end: Point, half: float, **look: str) -> None:
        """A point two thirds along the line, where others do not hide it; `half` as wide as it is long."""
        length = hypot(end[0] - start[0], end[1] - start[1]) or 1
        along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
        tip = (start[0] + (end[0] - start[0]) * 0.66, start[1] + (end[1] - start[1]) * 0.66)
        back = (tip[0] - along[0] * 2 * half, tip[1] - along[1] * 2 * half)
        wings = [(back[0] - along[1] * w, back[1] + along[0] * w) for w in (half, -half)]
        self.sheet.path((tip, *wings, tip), **look)

    def _node(self, actor_id: str, name: str) -> None:
        x, y = self.places[actor_id]
        if actor_id == self.network.subject.entity.id:
            self.sheet.circle((x, y), _HUB, "mark", title=name)
            label = fitted(name, 260)
            at = (x, self._clear_of_lines(width_of(label) * 1.06 / 2))
            self.sheet.text(at, label, "strong", "halo", anchor="middle")
            return
        self.sheet.circle((x, y), 5.5, "node", title=name)
        right = x >= _WIDTH / 2
        at = (x + 11, y + 4) if right else (x - 11, y + 4)
        self.sheet.text(at, fitted(name, _LABEL - 20), "halo", anchor="start" if right else "end")

    def _clear_of_lines(self, half: float) -> float:
        """The base line of the name in the middle, `half` as wide: where no line crosses it, if near."""
        x, y = self.places[self.network.subject.entity.id]
        ends = [(px - x, py - y) for px, py in self.places.values() if (px, py) != (x, y)]
        reach = {  # how far above and below the middle there are lines within the width of the name
            side: max(
                (min(1.0, half / max(abs(dx), 1)) * abs(dy) for dx, dy in ends if dy * side >= 0), default=0
            )
            for side in (-1, 1)
        }
        side = min(reach, key=lambda s: reach[s])
        away = reach[side] if _HUB < reach[side] <= _FAR else _HUB
        return y - away - _LINE / 2 if side < 0 else y + away + _LINE

    def _legend(self, kinds: set[TieKind]) -> None:
        table = self.words.table["network"]["kind"]
        x, y = 20.0, self.sheet.height - 32
        for kind in TieKind:
            if kind in kinds:
                room = 44 + width_of(table[kind.value], 11)
                if x + room > _WIDTH:
                    x, y = 20.0, y + 18
                self.sheet.line((x, y - 4), (x + 22, y - 4), stroke=COLOURS[kind], stroke_width="3")
                self.sheet.text((x + 28, y), table[kind.value], "soft", "small")
                x += room
        self.sheet.text((20, self.sheet.height - 8), self.words.table["picture"]["claimed"], "soft", "small")


def _placed(network: Network, shown: list[str], height: float) -> dict[str, Point]:
    """The actor in the middle; the others around it by their closest tie, so that kinds stand together."""
    centre = (_WIDTH / 2, (height - _LEGEND) / 2 + 6)
    radii = (_WIDTH / 2 - _LABEL, (height - _LEGEND) / 2 - 40)
    closest = {
        i: min(list(TieKind).index(t.kind) for t in network.of_subject() if i in (t.source, t.target))
        for i in shown
    }
    places = {network.subject.entity.id: centre}
    for position, actor_id in enumerate(sorted(shown, key=lambda i: (closest[i], shown.index(i)))):
        # Half a step from the vertical, where labels of both sides would meet.
        angle = -pi / 2 + 2 * pi * (position + 0.5) / len(shown)
        places[actor_id] = (centre[0] + radii[0] * cos(angle), centre[1] + radii[1] * sin(angle))
    return places


def _shifted(start: Point, end: Point, offset: float) -> tuple[Point, Point]:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    dx, dy = -(end[1] - start[1]) / length * offset, (end[0] - start[0]) / length * offset
    return (start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)
