"""One pass over the text of a block: quotes, dashes, no-break spaces, per language, idempotent.

Only marks and spaces change, never a letter or a digit. U+00A0 is the only special space (some fonts lack U+202F);
U+2011 is not used (Source Serif 4 lacks it). Every pattern replaces its first group and looks at the rest.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from book.language import quotes
from book.language.passage import MASK, Passage
from book.language.rules import Rules, TypographyForms

NBSP = "\u00a0"
_UPPER = "A-ZÀ-ÖØ-ÞЀ-ЯҒҚҢҮҰҺӘӨĞŞŪİ"
_LOWER = "a-zß-öø-ÿа-џғқңүұһәөğşūı"
_CAPITAL = rf"(?:Дж|[{_UPPER}])\."
_INITIAL = rf"(?<![\w-]){_CAPITAL}"
_OPENING = '«“„‘"('
_NUMBER = r"\d{1,9}(?:[.,]\d{1,9})?"

_SPACES = re.compile("[\u2009\u202f\u2007\u2060]")
_HYPHEN = re.compile("\u2011")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_RANGE = re.compile(
    rf"(?<![\w№§+/.,()–—-])(?<!\d\s)(?<![№§+/)]\s)(?P<a>{_NUMBER})(?P<dash>[-–—])(?P<b>{_NUMBER})"
    r"(?![\d/]|[.,–—-]\d|[A-Za-z])"
)
_YEARS = re.compile(r"(?<![\w.,/-])(?P<a>\d{4})(?P<dash>\s+[-–]\s+)(?P<b>\d{4})(?![\w/]|[.,-]\d)")
_ROMAN = re.compile(r"(?<![\w-])[IVXLC]+([-—])[IVXLC]+(?![\w-])")
_DASH_FIRST = re.compile(r"^[-–—]{1,3}(\s+)(?=\S)")
_DASH_SPACED = re.compile(r"(?<=\S)(\s+[-–—]{1,3})(?=\s)")
_DASH_TIGHT = re.compile(r"(?<=[\w,.!?”’…])(—)(?=[\w“‘])")
_GLUED = re.compile(rf"{_INITIAL}()(?=[{_UPPER}]\.\s*[{_UPPER}][{_LOWER}]|[{_UPPER}][{_LOWER}]{{2,}})")
_GLUED_AFTER = re.compile(rf"[{_LOWER}]\s+[{_UPPER}]\.()(?=[{_UPPER}]\.(?![{_UPPER}]))")
_INITIALS = re.compile(rf"{_INITIAL}(\s+)(?={_CAPITAL})")
_INITIAL_SURNAME = re.compile(rf"{_INITIAL}(\s+)(?=[{_UPPER}][{_LOWER}])")
_SURNAME_INITIALS = re.compile(
    rf"(?<!\w)[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?(\s+)(?={_INITIAL}\s*{_CAPITAL}(?!\s*[{_UPPER}][{_LOWER}]))"
)
_SIGN_NUMBER = re.compile(r"[№§](\s*)(?=\d)")
_LONG_NUMBER = re.compile(
    rf"(?<![\w№§+/.,-])(?<![№§+]\s)(?<!\d\s)(?P<n>[1-9]\d{{4,14}}|[1-9]\d{{0,2}}(?:\s\d{{3}})+)"
    rf"(?=(?:,\d+)?\s+[{_LOWER}])"
)
_CODES = re.compile(r"(?:индекс\w*|код\w*|тел\.?|телефон\w*|isbn|issn|б[си]н|иин|жсн)[:\s№]*$", re.IGNORECASE)


def typography_nodes(rules: Rules, nodes: Sequence[str]) -> list[str]:
    """The text nodes of one block, in order, each with its marks and spaces set; as many as were given."""
    forms = rules.typography
    passage = Passage(nodes)
    passage.hide_addresses()
    passage.replace(_SPACES, lambda match: "" if match.group() == "\u2060" else NBSP)
    passage.replace(_HYPHEN, "-")
    passage.replace(_ELLIPSIS, "…")
    passage.edit(quotes.apostrophes(passage.text, forms.single_quotes))
    passage.edit(quotes.edits(passage.text, rules.quotes))
    _dashes(passage, forms)
    _names(passage, forms)
    passage.replace(_SIGN_NUMBER, NBSP)
    present = {"0" if any(map(str.isdigit, passage.text)) else "", "." if "." in passage.text else "", ""}
    for needs, pattern in _bindings(rules):
        if needs in present:
            passage.replace(pattern, NBSP)
    if forms.group_digits and "0" in present:
        passage.replace(_LONG_NUMBER, _grouped)
    passage.show_addresses()
    return passage.nodes()


def typography(rules: Rules, text: str) -> str:
    return typography_nodes(rules, [text])[0]


def _dashes(passage: Passage, forms: TypographyForms) -> None:
    for pattern in (_YEARS, _RANGE):
        passage.edit(
            [
                (*match.span("dash"), "–")
                for match in pattern.finditer(passage.text)
                if _ascending(match["a"], match["b"]) and not _CODES.search(passage.text[: match.start()][-24:])
            ]
        )
    passage.replace(_ROMAN, "–")
    passage.replace(_DASH_SPACED, NBSP + forms.dash)
    if forms.tight_dash:
        passage.replace(_DASH_TIGHT, f"{NBSP}{forms.dash} ")
    passage.replace(_DASH_FIRST, NBSP)


def _ascending(first: str, last: str) -> bool:
    """A range goes up, and its ends are of about the same length; else it is a telephone or the number of a law."""
    a, b = (float(text.replace(",", ".")) for text in (first, last))
    if first.startswith("0") and not first.startswith("0,"):
        return False
    if len(first) == 4 and len(last) == 2 and first.isdigit() and last.isdigit():
        return b > a % 100
    if (len(first), len(last)) == (3, 4):
        return False
    return b > a and len(str(int(b))) - len(str(int(a))) <= 1


def _names(passage: Passage, forms: TypographyForms) -> None:
    if forms.glue_initials:
        for glued in (_GLUED, _GLUED_AFTER):
            passage.replace(glued, NBSP)
    for pattern in (_SURNAME_INITIALS, _INITIALS, _INITIAL_SURNAME):
        passage.replace(pattern, NBSP)


def _grouped(match: re.Match[str]) -> str | None:
    if _CODES.search(match.string[: match.start()][-24:]):
        return None
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", NBSP, re.sub(r"\s", "", match["n"]))


def _any(words: str | Iterable[str]) -> str:
    """One of the words; the longest first, so that none is taken for a part of another."""
    words = words.split() if isinstance(words, str) else words
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@functools.cache
def _bindings(rules: Rules) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a language binds by a no-break space, compiled from its data.

    Each with what a text must have for it to be worth a try: "0" a digit, "." a full stop, "" nothing.
    """
    forms = rules.typography
    out: list[tuple[str, str]] = []
    if forms.after_number:
        out.append((".", rf"(?:\d|(?<!\w)[IVXLC]+)(\s+|(?<=\d))(?={_any(forms.after_number)}\.)"))
    if forms.after_year:
        out.append(("0", rf"(?<!\d)\d{{4}}(\s+)(?={_any(forms.after_year)})"))
    if forms.units:
        out.append(("0", rf"\d(\s+)(?={_any(forms.units)}(?!\w))"))
    if forms.months:
        out.append(("0", rf"(?<!\d)\d{{1,2}}(\s+)(?={_any(forms.months)})"))
        if forms.month_first:
            out.append(("0", rf"(?<!\w){_any(forms.months)}(\s+)(?=\d{{1,2}}(?!\d))"))
    for run in forms.runs:
        letters = run.split()
        alone = rf"(?<![\w.])(?<![{''.join(letters)}]\.{NBSP})"  # not inside a longer run: "т.т. т." stays so
        for at, _ in enumerate(pairwise(letters)):
            head = "".join(rf"{re.escape(letter)}\.\s*" for letter in letters[:at])
            tail = "".join(rf"\s*{re.escape(letter)}\." for letter in letters[at + 2 :])
            out.append((".", rf"{alone}{head}{letters[at]}\.(\s*)(?={letters[at + 1]}\.{tail}(?!\w))"))
    if forms.before_next:
        out.append(("", rf"(?i:(?<![\w-]){_any(forms.before_next)})(\s+)(?=[\w{_OPENING}{MASK}№])"))
    if forms.after_previous:
        out.append(("", rf"(?<=[\w»”“’)])(\s+)(?={_any(forms.after_previous)}(?![\w-]))"))
    if forms.abbreviations_before_next:
        stop = r"\.?" if not forms.glue_initials else r"\."
        word = rf"(?<![\w-])(?<!\d\s){_any(forms.abbreviations_before_next)}{stop}"
        out.append(("." if forms.glue_initials else "", rf"{word}(\s+)(?=[{_UPPER}{_OPENING}]|\d)"))
    if forms.abbreviations_after_previous:
        out.append((".", rf"(?<=[\w»”)])(\s+)(?={_any(forms.abbreviations_after_previous)}\.)"))
    return tuple((needs, re.compile(pattern)) for needs, pattern in out)
