"""Rules for a language that has no module here: from CLDR where it knows, else signs that need no words.

The only module of the house, beside numbers.py (plural rules), that reads Babel's data.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from book.language.rules import DateForms, LifeForms, NumberForms, Precisions, Rules, TypographyForms

if TYPE_CHECKING:
    from babel import Locale

_RTL = frozenset({"ar", "az-Arab", "fa", "he", "kk-Arab", "ug", "ur", "yi"})
_ISO: Precisions = ("{year}", "{year}-{mm}", "{year}-{mm}-{dd}")
_FIELDS = {"y": "{year}", "d": "{day}", "dd": "{dd}", "M": "{m}", "MM": "{mm}", "MMMM": "{of}", "LLLL": "{month}"}


def _locale(lang: str) -> Locale | None:
    """Babel's locale, unless it is of another script than asked for (it answers kk-Latn with Cyrillic)."""
    from babel import Locale

    try:
        found = Locale.parse(lang.replace("-", "_"), resolve_likely_subtags=False)
        script = re.search(r"[-_]([A-Za-z]{4})(?![A-Za-z])", lang)
        wide = found.months["format"]["wide"][1]
    except Exception:  # Babel raises many kinds on a malformed tag; all mean "unknown"
        return None
    if script and script[1].title() == "Latn" and not wide.isascii() and not re.search("[a-z]", wide.lower()):
        return None
    return found


def _pattern(cldr: str) -> str:
    """A CLDR date pattern ("d. MMMM y 'г'.") as one of ours; fields that we do not know are left out."""

    def field(match: re.Match[str]) -> str:
        if match["quoted"] is not None:
            return match["quoted"].replace("{", "").replace("}", "") or "'"
        letter = match["field"]
        return _FIELDS.get(letter, _FIELDS["y"] if letter[0] == "y" else "")

    return re.sub(r"'(?P<quoted>[^']*)'|(?P<field>([A-Za-z])\3*)", field, cldr).strip()


def _forms(plain: Precisions) -> DateForms:
    def signed(sign: str) -> Precisions:
        year, month, day = (sign.format(pattern) for pattern in plain)
        return (year, month, day)

    signs = {
        "": "{}",
        "about": "≈\u00a0{}",
        "before": "<\u00a0{}",
        "after": ">\u00a0{}",
        "since": "{}\u00a0–",
        "until": "–\u00a0{}",
        "about-since": "≈\u00a0{}\u00a0–",
        "about-until": "–\u00a0≈\u00a0{}",
    }
    # A range within a year or a month is written as two dates: CLDR's intervals differ too much to be cut up here.
    return DateForms(single={key: signed(sign) for key, sign in signs.items()}, months="", days="", across="")


def _numbers(locale: Locale | None) -> NumberForms:
    if locale is None:
        return NumberForms()
    found: Mapping[str, Any] = locale.number_symbols
    symbols = found.get("latn", found)
    group = str(symbols.get("group", "\u00a0")).replace("\u202f", "\u00a0")
    return NumberForms(decimal=str(symbols.get("decimal", ".")), group=group, group_from=4)


def _lists(locale: Locale | None) -> tuple[str, str, str]:
    found = locale.list_patterns.get("standard") if locale is not None else None
    if not found:
        return ("{0}, {1}", "{0}, {1}", "{0}, {1}")
    return (str(found["2"]), str(found["middle"]), str(found["end"]))


@functools.cache
def rules(lang: str) -> Rules:
    """Rules for any tag, well formed or not; never raises."""
    locale = _locale(lang)
    months: dict[str, tuple[str, ...]] = {}
    plain = _ISO
    if locale is not None:
        for case, context in (("of", "format"), ("month", "stand-alone")):
            names = locale.months[context]["wide"]
            months[case] = tuple(str(names[number]) for number in range(1, 13))
        skeleton = locale.datetime_skeletons.get("yMMMM")
        month_year = _pattern(str(skeleton.pattern)) if skeleton is not None else _ISO[1]
        plain = ("{year}", month_year, _pattern(str(locale.date_formats["long"].pattern)))
    direction: Literal["ltr", "rtl"] = "ltr"
    if lang in _RTL or (locale is not None and locale.text_direction == "rtl"):
        direction = "rtl"
    return Rules(
        lang=lang,
        native_name=(locale.get_language_name() if locale is not None else None) or lang,
        quotes=("“", "”", "‘", "’"),
        months=months,
        long_dates=_forms(plain),
        short_dates=_forms(_ISO),
        life=LifeForms(
            born={
                "": "*\u00a0{year}",
                "about": "*\u00a0≈\u00a0{year}",
                "before": "*\u00a0<\u00a0{year}",
                "after": "*\u00a0>\u00a0{year}",
            },
            died={
                "": "†\u00a0{year}",
                "about": "†\u00a0≈\u00a0{year}",
                "before": "†\u00a0<\u00a0{year}",
                "after": "†\u00a0>\u00a0{year}",
            },
        ),
        lists=_lists(locale),
        numbers=_numbers(locale),
        typography=TypographyForms(dash="–", glue_initials=False, group_digits=False, units="km m cm mm kg g % °C"),
        direction=direction,
        other_alphabets=("en", "ru"),
        unicode_case=False,
        name_order="{given} {patronymic} {surname}",
    )
