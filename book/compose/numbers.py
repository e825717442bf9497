"""Page numbers of an index entry: labels -> ranges, the main pages in bold."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from book.compose.columns import Locator
from book.compose.rich import UNKNOWN_PAGE, Rich

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def ordinal(label: str) -> tuple[int, int]:
    """A page label's place in the book: roman pages before arabic ones."""
    if label.isdecimal():
        return (1, int(label))
    digits = [_ROMAN.get(letter, 0) for letter in label.lower()]
    following = [*digits[1:], 0]
    return (0, sum(-one if one < after else one for one, after in zip(digits, following, strict=True)))


def numbers(locators: Sequence[Locator], rich: Rich) -> Markup:
    """Page numbers of an entry: consecutive pages as a range, each page once, the main pages in bold."""
    pages: dict[tuple[int, int], tuple[str, bool, str]] = {}
    unknown: list[Markup] = []
    for locator in locators:
        begin, end = rich.page(locator.anchor), rich.page(locator.end or locator.anchor)
        if UNKNOWN_PAGE in (begin, end):
            if not rich.pages:
                unknown.append(_bold(f"{begin}–{end}" if locator.end else begin, locator.bold))
            continue
        matter, first = ordinal(begin)
        last = ordinal(end)[1] if ordinal(end)[0] == matter else first
        for number in range(first, max(first, last) + 1):
            old = pages.get((matter, number))
            label = begin if number == first else end if number == last else str(number)
            if old is None or (locator.bold and not old[1]):
                pages[matter, number] = (label, locator.bold, locator.anchor)
    return Markup(", ").join([*_runs(pages, rich), *unknown])


def _bold(words: str | Markup, bold: bool) -> Markup:
    return Markup("<b>{}</b>").format(words) if bold else escape(words)


def _runs(pages: dict[tuple[int, int], tuple[str, bool, str]], rich: Rich) -> list[Markup]:
    out: list[Markup] = []
    run: list[tuple[str, bool, str]] = []
    before = (-1, -1)
    for place in [*sorted(pages), (9, 0)]:
        page = pages.get(place)
        if run and (page is None or page[1] != run[-1][1] or place != (before[0], before[1] + 1)):
            words: str | Markup = run[0][0]
            if len(run) > 1:
                words = Markup('<span class="nobr">{}–{}</span>').format(run[0][0], run[-1][0])
            out.append(_bold(rich.linked(run[0][2], words), run[0][1]))
            run = []
        if page:
            run.append(page)
        before = place
    return out
