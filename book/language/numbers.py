"""Numbers, plurals, lists and page numbers as a language prints them."""

from __future__ import annotations

import decimal
import functools
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from book.language.rules import NumberForms

Number = int | float | Decimal
Page = int | str
"""A printed page number: 87, or a label such as "xii"."""


def number(forms: NumberForms, value: Number, decimals: int | None = None) -> str:
    """`decimals` None keeps the value's own; halves are rounded away from zero, as readers of statistics expect."""
    if isinstance(value, bool) or not math.isfinite(value):
        return ""
    exact = Decimal(str(value))
    if decimals is not None:
        with decimal.localcontext() as context:
            context.prec = 400
            exact = exact.quantize(Decimal(1).scaleb(-max(0, decimals)), rounding=decimal.ROUND_HALF_UP)
    elif isinstance(value, float) and exact == exact.to_integral_value():
        exact = exact.to_integral_value()
    whole, _, fraction = f"{exact.copy_abs():f}".partition(".")
    if len(whole) >= forms.group_from:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", forms.group, whole)
    # U+2212, not a hyphen; nothing before a zero that a negative number was rounded to
    sign = "\u2212" if exact < 0 and re.search("[1-9]", whole + fraction) else ""
    return sign + whole + (forms.decimal + fraction if fraction else "")


def ordinal(forms: NumberForms, value: int) -> str:
    for pattern, ending in forms.ordinals:
        if re.search(rf"(?:{pattern})$", str(value)):
            return f"{value}{ending}"
    return str(value)


def roman(value: int) -> str:
    """Capital Roman numerals from 1 to 3999; other numbers stay as they are."""
    if not 0 < value < 4000:
        return str(value)
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    out = []
    for worth, sign in signs:
        count, value = divmod(value, worth)
        out.append(sign * count)
    return "".join(out)


def century(forms: NumberForms, value: int, short: bool = False) -> str:
    return forms.century[1 if short else 0].format(roman=roman(value), ordinal=ordinal(forms, value))


@functools.cache
def _plural_rule(lang: str) -> Callable[[Number], str]:
    from babel import Locale

    try:
        return Locale.parse(lang.replace("-", "_")).plural_form
    except Exception:  # an unknown or malformed tag
        return Locale.parse("en").plural_form


def plural(lang: str, value: Number, forms: Mapping[str, str]) -> str:
    """The form for a number, by CLDR's categories (one, few, many, other); "other" stands in for a missing one."""
    category = _plural_rule(lang)(value if value >= 0 else -value)
    return forms.get(category) or forms.get("other") or next(iter(forms.values()), "")


def list_of(patterns: tuple[str, str, str], items: Sequence[str]) -> str:
    two, middle, end = patterns
    if len(items) < 2:
        return "".join(items)
    if len(items) == 2:
        return two.format(*items)
    head = functools.reduce(middle.format, items[:-1])
    return end.format(head, items[-1])


def page_ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """(first, last) of every run of pages without a gap, in order, each page once."""
    runs: list[tuple[int, int]] = []
    for page in sorted(set(numbers)):
        if runs and page == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], page)
        else:
            runs.append((page, page))
    return tuple(runs)


def pages(ranges: Iterable[Page | tuple[Page, Page]]) -> str:
    """ "87–89, 91": single pages or (first, last), in the order given. The same in all our languages."""
    out = []
    for item in ranges:
        first, last = item if isinstance(item, tuple) else (item, item)
        out.append(str(first) if first == last else f"{first}–{last}")
    return ", ".join(out)
