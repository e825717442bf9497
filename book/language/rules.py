"""The shape of a language's rules: data that a native editor can correct without reading any code.

One module per language (kk.py, ru.py, en.py) holds one `RULES`; default.py makes one from CLDR for any other language.

Date patterns are format strings. They may name:
    {year} {day}          plain numbers          {dd} {mm}   two digits
    {month} {of} {to} ... the month in a case of `Rules.months` (each case lists twelve names)
and in patterns of ranges {day2}, {month2}, {of2}, ... for the second date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

Modifier = Literal["", "about", "before", "after"]

Precisions = tuple[str, str, str]
"""Patterns for a year alone, for a month of a year, for a day."""


class DateForms(msgspec.Struct, frozen=True, eq=False):
    """One way of writing dates: the long one for text, or the short one for tables.

    `single` has a key for each modifier ("", about, before, after) and for open ranges (since, until, about-since,
    about-until). `months`, `days`, `across` are ranges within a year, within a month, from month to month of a year.
    """

    single: Mapping[str, Precisions]
    months: str
    days: str
    across: str


class LifeForms(msgspec.Struct, frozen=True, eq=False):
    """How a life of which one end is unknown is told: per modifier, with {year}. No word may show the sex."""

    born: Mapping[str, str]
    died: Mapping[str, str]


class NumberForms(msgspec.Struct, frozen=True, eq=False):
    """`group_from`: how many digits the whole part needs before it is set in groups of three."""

    decimal: str = "."
    group: str = "\u00a0"
    group_from: int = 5
    ordinals: tuple[tuple[str, str], ...] = (("", "."),)
    """(regular expression on the digits, what follows them): the first that matches at the end is used."""
    century: tuple[str, str] = ("{roman}", "{roman}")
    """Long and short, with {roman} or {ordinal}."""


class TypographyForms(msgspec.Struct, frozen=True, eq=False):
    """What is bound by a no-break space, and what replaces what. Words are parted by spaces and matched whole.

    `before_next`: words that hold on to the next word, in either case (prepositions, conjunctions).
    `after_previous`: words that hold on to the one before (particles).
    `abbreviations_before_next`: with their full stop, before a capital, a quote or a digit ("им.", "проф.").
    `abbreviations_after_previous`: with their full stop, after any word ("Алматы қ.").
    `runs`: abbreviations of several letters with full stops; the letters, without full stops ("т е").
    `after_number`: abbreviations bound to a number or a Roman numeral before them ("г.", "ғ."), with the full stop.
    `after_year`: stems of words bound to a year before them ("жыл", "год").
    `months`: stems of month names; bound to a day before them, and to one after them where `month_first`.
    """

    dash: str = "—"
    tight_dash: bool = False
    """A dash typed between words without spaces is set like the others."""
    glue_initials: bool = True
    """Spaces are put between initials typed without any ("А.Б.Ахметов")."""
    single_quotes: bool = False
    """Straight single quotes may be quotes, and apostrophes may end a word."""
    group_digits: bool = True
    before_next: str = ""
    after_previous: str = ""
    abbreviations_before_next: str = ""
    abbreviations_after_previous: str = ""
    runs: tuple[str, ...] = ()
    after_number: str = ""
    after_year: str = ""
    units: str = ""
    months: tuple[str, ...] = ()
    month_first: bool = False


class Rules(msgspec.Struct, frozen=True, eq=False):
    """Everything that the house knows about one language."""

    lang: str
    native_name: str
    quotes: tuple[str, str, str, str]
    """Outer opening, outer closing, inner opening, inner closing."""
    months: Mapping[str, tuple[str, ...]]
    """Case -> twelve names. "month" stands alone; the other cases are named by the patterns below."""
    long_dates: DateForms
    short_dates: DateForms
    life: LifeForms
    lists: tuple[str, str, str]
    """Two items, all but the last of more, the last: with {0} and {1}."""
    numbers: NumberForms = NumberForms()
    typography: TypographyForms = TypographyForms()
    direction: Literal["ltr", "rtl"] = "ltr"
    spine: Literal["down", "up"] = "down"
    """How the spine of a book reads: from head to tail (down) or from tail to head (up).

    ISO 6357 and the interstate standard GOST 7.84-2002 (Kazakhstan voted for it) ask for "down": it can be read when
    the book lies on its back. Soviet books read "up", and many publishers of Russian books still do: book.yaml may say
    so (cover: reads)."""
    alphabet: tuple[str, ...] = ()
    """Letter heads of an index in order; empty: as ICU says."""
    table: str = ""
    """Of a language in another script: the table by which it is written (scripts.py)."""
    order: str = ""
    """Rules of collation for ICU, where CLDR has none for the language in its script."""
    capitals: Mapping[str, str] = {}
    """Capitals that are not Unicode's (i: İ)."""
    other_alphabets: tuple[str, ...] = ()
    """Languages whose letters head the words of other scripts in this language's indexes, after its own."""
    name_order: str = "{given} {patronymic} {surname}"
    unicode_case: bool = True
    """Capitals follow Unicode's default rules; else ICU is asked."""
    range_dash: str = " – "
    """Between two dates one of which is more than a year."""
