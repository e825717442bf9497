"""Dates as an encyclopedia knows them, in the words of a language. Whatever is not known is not printed."""

from __future__ import annotations

from book.language.rules import DateForms, LifeForms, Rules
from book.model import DateRange, PartialDate


def _known(date: PartialDate | None) -> PartialDate | None:
    return date if date is not None and date.year else None


def _precision(date: PartialDate) -> int:
    """0 a year, 1 a month, 2 a day. A month or a day out of range is taken as not known."""
    if not 1 <= date.month <= 12:
        return 0
    return 2 if 1 <= date.day <= 31 else 1


def _fields(rules: Rules, date: PartialDate, suffix: str = "") -> dict[str, str]:
    fields = {
        "year": str(date.year),
        "m": str(date.month),
        "mm": f"{date.month:02d}",
        "day": str(date.day),
        "dd": f"{date.day:02d}",
    }
    if _precision(date):
        fields |= {case: names[date.month - 1] for case, names in rules.months.items()}
    return {name + suffix: value for name, value in fields.items()}


def _forms(rules: Rules, form: str) -> DateForms:
    return rules.short_dates if form == "short" else rules.long_dates


def _single(rules: Rules, forms: DateForms, date: PartialDate, modifier: str) -> str:
    pattern = forms.single[modifier][_precision(date)]
    return pattern.format_map(_fields(rules, date))


def date(rules: Rules, value: PartialDate | None, form: str = "long") -> str:
    """ "" for an unknown date."""
    known = _known(value)
    return "" if known is None else _single(rules, _forms(rules, form), known, known.modifier)


def date_range(rules: Rules, value: DateRange, form: str = "long") -> str:
    """One end unknown or open: "since", "until"; both: as short as they allow."""
    forms = _forms(rules, form)
    start, end = _known(value.start), _known(value.end)
    if start is None or end is None:
        return _open(rules, forms, start, end)
    if start.modifier not in ("", "about") or end.modifier not in ("", start.modifier):
        return rules.range_dash.join(_single(rules, forms, part, part.modifier) for part in (start, end))
    return _closed(rules, forms, start, end)


def _open(rules: Rules, forms: DateForms, start: PartialDate | None, end: PartialDate | None) -> str:
    for known, word in ((start, "since"), (end, "until")):
        if known is not None:
            key = {"": word, "about": f"about-{word}"}.get(known.modifier, known.modifier)
            return _single(rules, forms, known, key)
    return ""


def _closed(rules: Rules, forms: DateForms, start: PartialDate, end: PartialDate) -> str:
    """Both ends known, and both exact or both about as exact as the first says."""
    precisions = {_precision(start), _precision(end)}
    first = _single(rules, forms, start, start.modifier)
    if precisions == {0}:
        return first if start.year == end.year else f"{first}–{end.year}"
    last = _single(rules, forms, end, "")
    if first == last:
        return first
    same_year, same_month = start.year == end.year, (start.year, start.month) == (end.year, end.month)
    pattern = ""
    if precisions == {1} and same_year:
        pattern = forms.months
    elif precisions == {2} and same_year:
        pattern = forms.days if same_month else forms.across
    if pattern and not start.modifier:
        return pattern.format_map(_fields(rules, start) | _fields(rules, end, "2"))
    return f"{first}{rules.range_dash}{last}"


def life(rules: Rules, born: PartialDate | None, died: PartialDate | None) -> str:
    """The years of a life, for the line under a name."""
    forms: LifeForms = rules.life
    first, last = _known(born), _known(died)
    if first is not None and last is not None:
        years = [PartialDate(year=part.year, modifier=part.modifier) for part in (first, last)]
        texts = [_single(rules, rules.long_dates, year, year.modifier) for year in years]
        tight = first.modifier in ("", "about") and not last.modifier
        return ("–" if tight else rules.range_dash).join(texts)
    if first is not None:
        return forms.born[first.modifier].format(year=first.year)
    if last is not None:
        return forms.died[last.modifier].format(year=last.year)
    return ""
