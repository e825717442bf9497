"""What the other rooms hold of a language: one frozen object, made of this room's functions and its rules."""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from book.language import collation, dates, hyphenation, names
from book.language.pseudo import TAG as PSEUDO
from book.language.rules import Rules
from book.language.scripts import TABLES, Rewriter, table
from book.model import DateRange, PartialDate

if TYPE_CHECKING:
    from book.language.numbers import Number, Page

Form = Literal["long", "short"]


class Tongue(msgspec.Struct, frozen=True, eq=False):
    """A language. Cheap to make; ICU and Babel are loaded by the methods that need them. Made by `tongue()`."""

    rules: Rules

    @property
    def lang(self) -> str:
        return self.rules.lang

    @property
    def native_name(self) -> str:
        return self.rules.native_name

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        return self.rules.direction

    @property
    def quotes(self) -> tuple[str, str, str, str]:
        """Outer opening and closing, inner opening and closing."""
        return self.rules.quotes

    # --- order -------------------------------------------------------------------------------------------------------

    def sort_key(self, text: str) -> bytes:
        """Word by word; punctuation counts for nothing; "Surname, Given" sorts by the surname, then the given name."""
        return collation.sort_key(self.lang, self.rules.order, text)

    def letter(self, text: str) -> str:
        """The letter head of an index; "#" for what begins with no letter. Not always one of `alphabet`."""
        return collation.letter(self._heads, text)

    @property
    def _heads(self) -> collation.Heads:
        rules = self.rules
        return collation.Heads(self.lang, rules.other_alphabets, rules.order, rules.alphabet if rules.order else ())

    @property
    def alphabet(self) -> tuple[str, ...]:
        """The letter heads of the language's own script, in order."""
        return self.rules.alphabet or collation.alphabet(self.lang)

    def letter_position(self, letter: str) -> float:
        """Where a letter head's thumb tab stands, from 0 (top) to 1; "#" at the top, foreign letters at the end."""
        if letter == collation.OTHER:
            return 0.0
        heads = self.alphabet
        return heads.index(letter) / max(1, len(heads) - 1) if letter in heads else 1.0

    # --- text --------------------------------------------------------------------------------------------------------

    def typography(self, text: str) -> str:
        """Quotes, dashes and no-break spaces of a text that is a block by itself."""
        from book.language import typography

        return typography.typography(self.rules, text)

    def typography_nodes(self, nodes: Sequence[str]) -> list[str]:
        """The same for the text nodes of one block, so that quotes may open in one node and close in another."""
        from book.language import typography

        return typography.typography_nodes(self.rules, nodes)

    def upper(self, text: str) -> str:
        """Capitals."""
        for letter, capital in self.rules.capitals.items():
            text = text.replace(letter, capital)
        return text.upper() if self.rules.unicode_case else collation.upper(self.lang, text)

    def small_capitals(self, text: str) -> str:
        """What is set in small capitals throughout: as capitals, where the fonts would make others of it."""
        return self.upper(text) if self.rules.capitals else text

    @property
    def small_letters(self) -> dict[str, str]:
        """Those of capitals for which they are not Unicode's (İ: i)."""
        return {capital: letter for letter, capital in self.rules.capitals.items()}

    def whole_words(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of the words that must never be hyphenated: abbreviations, words with two capitals."""
        return hyphenation.whole_words(text)

    def protected(self, word: str) -> bool:
        """Whether a word must never be hyphenated."""
        return hyphenation.protected(word)

    @property
    def hyphenation_file(self) -> Path | None:
        """Patterns of our own for Pyphen; None: Pyphen's own, if it has any."""
        return hyphenation.hyphenation_file(self.lang)

    def hyphenation_patterns(self, exceptions: Iterable[str] = ()) -> tuple[str, ...]:
        """More patterns: all of those of a language in another script, and the book's exceptions."""
        small = str.maketrans(self.small_letters)
        words = (word.translate(small) for word in exceptions)
        own: tuple[str, ...] = ()
        if self.rules.table:
            from book.language import latin_hyphenation

            own = latin_hyphenation.patterns(table(self.rules.table))
        return (*own, *hyphenation.exception_patterns(words))

    # --- dates -------------------------------------------------------------------------------------------------------

    def date(self, value: PartialDate | None, form: Form = "long") -> str:
        """ "" for an unknown date."""
        return self.typography(dates.date(self.rules, value, form))

    def date_range(self, value: DateRange, form: Form = "long") -> str:
        return self.typography(dates.date_range(self.rules, value, form))

    def when(self, value: PartialDate | DateRange | None, form: Form = "long") -> str:
        """Either of the two above."""
        return self.date_range(value, form) if isinstance(value, DateRange) else self.date(value, form)

    def life(self, born: PartialDate | None, died: PartialDate | None) -> str:
        """The years of a life: "1893–1932"; "" when nothing is known."""
        return self.typography(dates.life(self.rules, born, died))

    def century(self, value: int, form: Form = "long") -> str:
        from book.language import numbers

        return self.typography(numbers.century(self.rules.numbers, value, form == "short"))

    # --- numbers -----------------------------------------------------------------------------------------------------

    def number(self, value: Number, decimals: int | None = None) -> str:
        """ "" for what is no number (NaN, infinity)."""
        from book.language import numbers

        return numbers.number(self.rules.numbers, value, decimals)

    def ordinal(self, value: int) -> str:
        from book.language import numbers

        return numbers.ordinal(self.rules.numbers, value)

    def plural(self, value: Number, forms: Mapping[str, str]) -> str:
        """The form for a number, from CLDR's categories (one, few, many, other) to words."""
        from book.language import numbers

        return numbers.plural(self.lang, value, forms)

    def list_of(self, items: Sequence[str]) -> str:
        """ "a, b and c"."""
        from book.language import numbers

        return numbers.list_of(self.rules.lists, items)

    def pages(self, ranges: Iterable[Page | tuple[Page, Page]]) -> str:
        """ "87–89, 91"."""
        from book.language import numbers

        return numbers.pages(ranges)

    def page_ranges(self, pages: Iterable[int]) -> tuple[tuple[int, int], ...]:
        """(first, last) of every run of pages without a gap."""
        from book.language import numbers

        return numbers.page_ranges(pages)

    # --- names -------------------------------------------------------------------------------------------------------

    def full_name(self, surname: str, given: str, patronymic: str = "") -> str:
        """In the order of running text."""
        return names.full_name(self.rules.name_order, surname, given, patronymic)

    def index_name(self, surname: str, given: str, patronymic: str = "") -> str:
        """ "Surname, Given Patronymic"."""
        return names.index_name(surname, given, patronymic)

    def initials(self, given: str, surname: str) -> str:
        """At most two capitals for a monogram."""
        return names.initials(self.upper, given, surname)


@functools.cache
def tongue(lang: str, script_table: str = "") -> Tongue:
    """The language of a tag as in book.yaml. Without a module: CLDR's rules; unknown to CLDR: neutral ones. A language
    in another script (kk-Latn) has its own rules, rewritten by `script_table` or by the first of its tables."""
    if lang == PSEUDO:
        return Tongue(msgspec.structs.replace(_rules("en"), lang=lang))
    if lang in TABLES:
        return Tongue(_rewritten(lang, script_table or TABLES[lang][0]))
    return Tongue(_rules(lang))


def _rewritten(lang: str, name: str) -> Rules:
    """The rules of the language's own script in another: words by the table; order, letters and capitals from it."""
    found = _rules(lang.partition("-")[0])
    rewriter = Rewriter(lang, name, {})
    rules = rewriter.data(found)
    units = " ".join((rules.typography.units, *rewriter.table.units.values()))
    return msgspec.structs.replace(
        rules,
        lang=lang,
        typography=msgspec.structs.replace(rules.typography, units=units),
        table=name,
        alphabet=rewriter.table.alphabet,
        order=rewriter.table.collation,
        capitals=rewriter.table.capitals,
        unicode_case=True,
        other_alphabets=(found.lang,),
    )


def _rules(lang: str) -> Rules:
    """The module's rules for a language, with or without a region (en-GB), but not in another script (kk-Latn)."""
    # The tag comes from book.yaml: only a plain language code can name a module, and only one that lies here.
    match = re.fullmatch(r"([a-z]{2,3})(?:-(?:[A-Z]{2}|\d{3}))?", lang)
    if match and Path(__file__).with_name(f"{match[1]}.py").is_file():
        module = importlib.import_module(f"book.language.{match[1]}")
        found = getattr(module, "RULES", None)
        if isinstance(found, Rules):
            return found if found.lang == lang else msgspec.structs.replace(found, lang=lang)
    from book.language import default

    return default.rules(lang)
