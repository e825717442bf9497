"""Breaking lines with less shaping.

WeasyPrint shapes the line once more for the next word, and for each place at which that word can be divided, to see
that it does not fit. The draft of the line has shaped the text after the break already: what is too wide even without
the space before it needs no trial.
"""

from __future__ import annotations

import bisect
import itertools
import sys
from math import inf
from typing import Any

import pyphen
from weasyprint.layout.percent import percentage
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

_NAME = "split_first_line"
original = line_break.split_first_line
slow_code = original.__code__
RATIO = 2.5
"""WeasyPrint shapes four times as much text as a line is long to find where the first line ends; two and a half times
is enough for any face that can be read, and where it is not, all of the text is taken, as before."""
_ODD = set("\xad\n\t\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
"""Soft hyphens, tabs and forced breaks are WeasyPrint's own business."""


def code(wanted: bool) -> Any:
    """split_first_line with a shorter draft of the line, for the cases that split() leaves to it."""
    if not wanted or slow_code.co_consts.count(4) != 1:
        return slow_code
    return slow_code.replace(co_consts=tuple(RATIO if constant == 4 else constant for constant in slow_code.co_consts))


def split_first_line(
    text: str, style: Any, context: Any, max_width: Any, justification_spacing: float, is_line_start: bool = True,
    minimum: bool = False,
) -> Any:  # fmt: skip
    """WeasyPrint's own way, but for its one mistake: a text of which all but the space at its end fits in the line is
    taken for one that cannot be broken, and ends after its first word."""
    made = original(text, style, context, max_width, justification_spacing, is_line_start, minimum)
    _, length, resume, *_ = made
    bare = text.rstrip(" ")
    if resume is None or bare == text or " " in text.encode()[:length].decode() or " " not in bare:
        return made
    _, _, rest, width, *_ = original(bare, style, context, max_width, justification_spacing, is_line_start, minimum)
    if rest is not None or width > max_width:
        return made
    layout = line_break.create_layout(text, style, context, None, justification_spacing)
    line, _ = layout.get_first_line()
    return line_break.first_line_metrics(line, text, layout, None, True, style)


slow_split = split_first_line


def mend() -> None:
    """Puts it in the place of WeasyPrint's, with or without the quick ways."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint.") and getattr(module, _NAME, None) is original:
            setattr(module, _NAME, slow_split)


def split(
    text: str, style: Any, context: Any, max_width: Any, justification_spacing: float, is_line_start: bool = True,
    minimum: bool = False,
) -> Any:  # fmt: skip
    """Fits as much as possible in a line, as split_first_line() does it."""
    if (
        not text
        or max_width is None
        or max_width == inf
        or max_width >= 2**21
        or justification_spacing
        or style["white_space"] != "normal"
        or style["letter_spacing"] != "normal"
        or style["word_spacing"]
        or style["direction"] != "ltr"
        or not style["font_size"]
        or style["font_size"] * RATIO > max_width
        or not _ODD.isdisjoint(text)
    ):
        return slow_split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
    whole = text
    short = text[: int(max_width / style["font_size"] * RATIO)]
    layout = line_break.create_layout(short, style, context, max_width, 0)
    line, resume = layout.get_first_line()
    if resume is None and short != text:
        short = text
        layout.set_text(text)
        line, resume = layout.get_first_line()
    encoded = short.encode()
    first = encoded[:resume].decode()
    attributes = None
    if first != short:
        attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)[len(first) + 1 : len(short)]
        stop = line_break.get_next_break_point(attributes)
        if stop is not None:
            text = short
    width, _ = line_break.line_size(line, style)
    if resume is None and width <= max_width:
        return line_break.first_line_metrics(line, text, layout, resume, True, style)
    if width > max_width or attributes is None or not first.endswith(" "):
        return slow_split(whole, style, context, max_width, justification_spacing, is_line_start, minimum)

    second = text.encode()[resume:].decode()
    room = max_width - width
    reach = _Reach(layout)
    word = second[:stop].rstrip(" ")
    if not word:
        return line_break.first_line_metrics(line, text, layout, resume, True, style)
    if second[stop or -1] == " " and not reach.beyond(word, room):
        layout.set_text(first + word)
        line, resume = layout.get_first_line()
        if resume is None:
            return line_break.first_line_metrics(line, text, layout, len((first + word).encode()) + 1, True, style)
        room = max_width - line_break.line_size(line, style)[0]

    made = _divided(first, second, room, reach, style, context, max_width)
    if made is not None:
        layout, line, resume = made
        if line_break.line_size(line, style)[0] > max_width:
            return slow_split(whole, style, context, max_width, justification_spacing, is_line_start, minimum)
    return line_break.first_line_metrics(
        line, text, layout, resume, True, style, made is not None, style["hyphenate_character"]
    )


def _divided(
    first: str, second: str, room: float, reach: _Reach, style: Any, context: Any, max_width: float
) -> tuple[Any, Any, int] | None:
    """The line with the longest part of a word that fits after it: its layout, its line, where the next line begins."""
    hyphen = style["hyphenate_character"]
    parts = _parts(second, room, style, context, max_width)
    room -= _hyphen_width(style, context) if len(parts) > 1 else 0
    for part in parts:
        last = part == parts[-1]
        if not last and reach.beyond(part, room):
            continue
        layout = line_break.create_layout(first + part + hyphen, style, context, max_width, 0)
        line, index = layout.get_first_line()
        width, _ = line_break.line_size(line, style)
        if index is None and (width <= max_width or last):
            return layout, line, len((first + part).encode())
    return None


def _parts(second: str, room: float, style: Any, context: Any, max_width: float) -> list[str]:
    """The beginnings of the next line that may end this one with a hyphen, the longest first."""
    lang = style["lang"] and pyphen.language_fallback(style["lang"])
    if style["hyphens"] != "auto" or not lang:
        return []
    total, left, right = style["hyphenate_limit_chars"]
    rest = second
    stop = line_break.get_next_break_point_from_text(second, lang)
    if stop:
        rest = rest[:stop]
    zone = percentage(style["hyphenate_limit_zone"], style, max_width)
    at = 0
    while rest and (found := line_break.get_next_word_boundaries(rest, lang)):
        begin, end = found
        if end - begin >= total and (room > zone or room < 0):
            key = (lang, left, right, total)
            dictionary = context.dictionaries.get(key)
            if dictionary is None:
                dictionary = context.dictionaries[key] = pyphen.Pyphen(lang=lang, left=left, right=right)
            before = second[: at + begin]
            return [before + start for start, _ in dictionary.iterate(rest[begin:end])]
        rest = rest[end:]
        at += end
    return []


def _hyphen_width(style: Any, context: Any) -> float:
    """Width of the hyphen (px), once for a pen; 0 where WeasyPrint made the layout."""
    character = style["hyphenate_character"]
    pen = style.__dict__.get("_pen")
    if pen is None:
        return 0
    if character not in pen.hyphens:
        layout = line_break.create_layout(character, style, context, None, 0)
        pen.hyphens[character] = line_break.line_size(layout.get_first_line()[0], style)[0]
    return float(pen.hyphens[character])


class _Reach:
    """How far the beginnings of a layout's second line reach, as they are shaped there."""

    def __init__(self, layout: Any) -> None:
        self._line = pango.pango_layout_get_line_readonly(layout.layout, 1)
        self._ends: list[int] | None = None
        self._widths: list[int] = []

    def beyond(self, text: str, room: float) -> bool:
        """`text`, a beginning of the line, is wider than the room for it. The space before it is left out of account:
        what shaping may do otherwise at its end is less than that."""
        if self._ends is None:
            self._ends = self._measure()
        count = len(text.encode())
        at = bisect.bisect_left(self._ends, count)
        return bool(0 < at <= len(self._widths)) and self._widths[at - 1] * FROM_UNITS > room

    def _measure(self) -> list[int]:
        """The byte at which each glyph begins, and how far the glyphs reach (Pango units)."""
        places: list[int] = []
        widths: list[int] = []
        run = self._line.runs[0] if self._line.runs != ffi.NULL else ffi.NULL
        while run != ffi.NULL:
            item, strings = run.data.item, run.data.glyphs
            if item.analysis.level % 2:
                break
            count = strings.num_glyphs
            begin = item.offset - self._line.start_index
            clusters = memoryview(ffi.buffer(strings.log_clusters, count * 4)).cast("i").tolist()
            places += [begin + cluster for cluster in clusters]
            widths += memoryview(ffi.buffer(strings.glyphs, count * 20)).cast("i").tolist()[1::5]
            run = run.next
        self._widths = list(itertools.accumulate(widths))
        return places
