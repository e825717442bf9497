"""Dates as an encyclopedia knows them: 1893, 1978-09, 1880-11-12, about 1880, before 1880, after 1915, unknown;
from-to as 1945/1975, 1944/ (since), /1922 (until). Words -> values, and back."""

from __future__ import annotations

import calendar
import re

from book.findings import Span
from book.model import DateRange, PartialDate

DATE_PATTERN = r"(?:(?:about|before|after) )?[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
"""Without "unknown" and without ranges; also used in the JSON Schemas."""

NOWHERE = Span()

_DATE = re.compile(r"(?:(about|before|after) +)?([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


class DateFault(ValueError):
    """Words that are no date. `code` is that of the finding."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def parse_date(words: str, span: Span = NOWHERE) -> PartialDate:
    """One date; raises DateFault."""
    words = " ".join(words.split())
    if words == "unknown":
        return PartialDate(span=span)
    found = _DATE.fullmatch(words)
    if not found:
        dotted = _DOTTED.fullmatch(words)
        hint = f"write {dotted[3]}-{dotted[2]:0>2}-{dotted[1]:0>2}" if dotted else ""
        raise DateFault("S050", f'"{words[:40]}" is not a date', hint)
    modifier, year, month, day = found[1] or "", int(found[2]), int(found[3] or 0), int(found[4] or 0)
    if year == 0 or (found[3] and not 1 <= month <= 12):
        raise DateFault("S051", f'"{words}" is impossible: there is no such {"month" if year else "year"}')
    if found[4] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise DateFault("S051", f'"{words}" is impossible: that month has no day {day}')
    return PartialDate(year, month, day, modifier, span)  # type: ignore[arg-type]


def parse_date_or_range(words: str, span: Span = NOWHERE) -> PartialDate | DateRange:
    """One date, or two with a slash of which one may be missing; raises DateFault."""
    if "/" not in words:
        return parse_date(words, span)
    first, _, last = (part.strip() for part in words.partition("/"))
    if not (first or last) or "/" in last or "unknown" in (first, last):
        raise DateFault("S050", f'"{words[:40]}" is not a span of time', "write 1945/1975, 1944/ or /1922")
    start = parse_date(first, span) if first else None
    end = parse_date(last, span) if last else None
    if start and end and end.latest < start.earliest:
        raise DateFault("S052", f"{first}/{last} ends before it begins")
    return DateRange(start, end, span)


def format_date(date: PartialDate | DateRange | None) -> str:
    """The words from which the same date is read."""
    if date is None:
        return ""
    if isinstance(date, DateRange):
        return f"{format_date(date.start)}/{format_date(date.end)}"
    if not date.year:
        return "unknown"
    words = f"{date.year:04}"
    if date.month:
        words += f"-{date.month:02}"
    if date.day:
        words += f"-{date.day:02}"
    return f"{date.modifier} {words}" if date.modifier else words
