"""Dates in words, with their uncertainty: "about 1996", "on 2021-08-19", "in the 1980s", "not given"."""

import re
from dataclasses import dataclass

from dateline.language import Table
from dateline.model.edtf import qualifier

_ROUND = re.compile(r"(\d{3}X|\d{2}XX)")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_UNKNOWN_PART = re.compile(r"(?:-XX)+$")
_TIME = re.compile(r"T(\d{2}:\d{2}).*|T.*")
_DAY = len("2021-08-15")


@dataclass(frozen=True)
class DateWords:
    """Writes EDTF dates in the words of a phrase table. Both methods take any EDTF date or interval."""

    table: Table

    def label(self, edtf: str | None) -> str:
        """The date by itself, as the head of a line: "2021-08-19", "about 1996", "until 2011"."""
        return self._written(edtf, self.table["label"])

    def in_sentence(self, edtf: str) -> str:
        """The date as an adverbial: "on 2021-08-19", "around 1996", "between 2021-08-15 and 2021-08-21"."""
        return self._written(edtf, self.table["sentence"])

    def _written(self, edtf: str | None, forms: Table) -> str:
        if not edtf or edtf == "../..":
            return str(forms["unknown"])
        first, slash, last = edtf.partition("/")
        if not slash or first == last:
            return self._single(first, forms)
        label = self.table["label"]
        first, last = ("" if part in ("", "..") else self._single(part, label) for part in (first, last))
        form = "span" if first and last else "since" if first else "until"
        return str(forms[form].format(first=first, last=last))

    def _single(self, edtf: str, forms: Table) -> str:
        date = self._bare(edtf, forms)
        told = forms["day" if len(date) >= _DAY and date[:4].isdigit() else "part"].format(date=date)
        match qualifier(edtf):
            case "~":
                return str(forms["about"].format(date=date))
            case "?":
                return str(forms["perhaps"].format(date=told))
            case "%":
                return str(forms["perhaps"].format(date=forms["about"].format(date=date)))
        return str(told)

    def _bare(self, edtf: str, forms: Table) -> str:
        """A date without its qualifier and unknown parts; decades and seasons in words."""
        date = _TIME.sub(lambda m: f" {m[1]}" if m[1] else "", edtf.rstrip("~?%"))
        date = _UNKNOWN_PART.sub("", date)
        if _ROUND.fullmatch(date):
            return str(forms["round"].format(year=date.replace("X", "0")))
        if season := _SEASON.fullmatch(date):
            return str(self.table["seasons"][int(season[2]) - 21]).format(year=season[1])
        return date
