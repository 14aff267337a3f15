"""A timeline as a picture: one row an entry, its date, its place on the axis, its sentence."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.exports.pictures.scale import Piece, Scale, scale
from dateline.exports.pictures.svg import Sheet, fitted, width_of
from dateline.model.records import Standing
from dateline.queries.phrasing import Phrasing
from dateline.queries.timeline import Certainty, Entry, Timeline

_WIDTH = 960.0
_DATES = 175.0  # the column of dates, then the axis, then the sentences
_AXIS = 330.0
_ROW = 24.0
_TOP = 46.0
_BOTTOM = 40.0
_OPEN_END = timedelta(days=30)  # how far beyond what is known an open end reaches
_POINT = 6.0  # pixels
_FALLEN = (Standing.DENIED, Standing.RETRACTED)
_YEARS = 3 * 365
_MONTHS = 90
_LEGEND = (("day", ("mark",)), ("about", ("mark", "hollow", "dashed")), ("denied", ("grey",)))


def timeline_svg(timeline: Timeline, words: Phrasing, title: str) -> str:
    """The dated entries of a timeline, from top to bottom. "" when there are none."""
    if not timeline.entries:
        return ""
    return _Picture.of(timeline, words, title).drawn()


@dataclass(frozen=True)
class _Picture:
    sheet: Sheet
    entries: tuple[Entry, ...]
    words: Phrasing
    scale: Scale

    @staticmethod
    def of(timeline: Timeline, words: Phrasing, title: str) -> "_Picture":
        entries = timeline.entries
        height = _TOP + _ROW * len(entries) + _BOTTOM
        told = words.table["picture"]["timeline"].format(count=len(entries))
        axis = scale((_ends(e) for e in entries), _DATES, _DATES + _AXIS)
        return _Picture(Sheet(_WIDTH, height, title, told), entries, words, axis)

    def drawn(self) -> str:
        self._axis()
        for row, entry in enumerate(self.entries):
            self._row(entry, _TOP + _ROW * (row + 0.5))
        self._legend(_TOP + _ROW * len(self.entries) + 26)
        return self.sheet.svg()

    def _axis(self) -> None:
        bottom = _TOP + _ROW * len(self.entries)
        taken = 0.0
        for piece in self.scale.pieces:
            self.sheet.line((piece.left, _TOP - 8), (piece.right, _TOP - 8), "axis")
            for x, day in ((piece.left, piece.first), (piece.right, piece.last)):
                self.sheet.line((x, _TOP - 8), (x, bottom), "rule")
                label = _tick(piece, day)
                start = min(max(x - width_of(label, 11) / 2, taken), _DATES + _AXIS - 20)
                if start <= x:
                    self.sheet.text((start, _TOP - 16), label, "soft", "small")
                    taken = start + width_of(label, 11) + 8
        for left, right in self.scale.cuts:
            middle = (left + right) / 2
            for x in (middle - 4, middle + 2):
                self.sheet.line((x - 3, _TOP - 3), (x + 3, _TOP - 13), "axis")

    def _row(self, entry: Entry, y: float) -> None:
        sheet, label = self.sheet, self.words.dates.label(entry.edtf)
        sheet.text((_DATES - 16, y + 4), fitted(label, _DATES - 20), "soft", anchor="end")
        sheet.line((_DATES, y), (_DATES + _AXIS, y), "rule")
        self._mark(entry, y)
        room = _WIDTH - _DATES - _AXIS - 24
        sentence = entry.statement.sentence
        if entry.statement.voices and all(voice.names for voice in entry.statement.voices):
            sentence = self.words.table["picture"]["said"].format(sentence=sentence)
        tone = ("soft",) if _denied(entry) else ()
        sheet.text((_DATES + _AXIS + 18, y + 4), fitted(sentence, room), *tone)

    def _mark(self, entry: Entry, y: float) -> None:
        colour = "grey" if _denied(entry) else "mark"
        unsure = ("hollow", "dashed") if entry.certainty in (Certainty.ABOUT, Certainty.PERHAPS) else ()
        title = f"{self.words.dates.label(entry.edtf)}: {entry.statement.text}"
        first, last = _ends(entry)
        left, right = self.scale.x(first), self.scale.x(last)
        if right - left < 8:
            self.sheet.circle(((left + right) / 2, y), 5, colour, *unsure, title=title)
        else:
            pale = () if unsure else ("pale",)
            outline = _bar(left, right, y, open_left=entry.first is None, open_right=entry.last is None)
            self.sheet.path(outline, colour, *pale, *unsure, title=title)

    def _legend(self, y: float) -> None:
        texts, x = self.words.table["picture"]["marks"], _DATES
        for key, classes in _LEGEND:
            self.sheet.circle((x + 5, y - 4), 5, *classes)
            self.sheet.text((x + 16, y), texts[key], "soft", "small")
            x += 34 + width_of(texts[key], 11)
        for key in ("period", "open"):
            self.sheet.path(_bar(x, x + 22, y - 4, open_right=key == "open"), "mark", "pale")
            self.sheet.text((x + 28, y), texts[key], "soft", "small")
            x += 46 + width_of(texts[key], 11)


def _bar(
    left: float, right: float, y: float, *, open_left: bool = False, open_right: bool = False
) -> list[tuple[float, float]]:
    """The outline of a period, with a point at an end that is not known."""
    start, end = left + _POINT * open_left, right - _POINT * open_right
    corners = [
        (start, y - 5),
        (end, y - 5),
        (right, y),
        (end, y + 5),
        (start, y + 5),
        (left, y),
        (start, y - 5),
    ]
    return [at for at, after in zip(corners, [*corners[1:], None], strict=True) if at != after]


def _ends(entry: Entry) -> tuple[date, date]:
    """The first and last day to draw; an open end reaches a little beyond the other."""
    if entry.first is not None:
        return entry.first, entry.last or entry.first + _OPEN_END
    if entry.last is None:
        raise ValueError("an entry without a date has no place on an axis")
    return entry.last - _OPEN_END, entry.last


def _tick(piece: Piece, day: float) -> str:
    """A day of the axis, as finely as the piece allows."""
    length = piece.last - piece.first
    text = date.fromordinal(max(1, round(day))).isoformat()
    return text[:4] if length > _YEARS else text[:7] if length > _MONTHS else text


def _denied(entry: Entry) -> bool:
    return entry.statement.factuality.polarity == "-" or entry.statement.standing in _FALLEN
