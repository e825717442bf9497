"""Painting a line of text: the glyphs of the layout that measured it, read as blocks of memory.

WeasyPrint shapes every line once more to paint it, a justified one with Pango's letter spacing on its spaces, which
makes an item of each word and each space. Here the shaped line is kept, and its spaces are widened as Pango does it.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.draw import text as draw_text
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi

slow_draw = draw_text.draw_first_line
slow_spacing = inline.add_word_spacing
slow_reactivate = line_break.Layout.reactivate
_GLYPH = 5
"""PangoGlyphInfo is five integers: glyph, width, x and y offset, attributes."""
_SPACE = re.compile(" |\u00a0".encode())
_BREAKING = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
"""Tabs and forced breaks: WeasyPrint's own business."""
_UNIT = 1024
"""Pango's units in a pixel."""


def reactivate(layout: Any, style: Any) -> None:
    """What was shaped to measure a line is what is painted, but for tabs and lines that WeasyPrint itself spaces."""
    if layout.justification_spacing and not _kept(layout):
        layout.set_text(layout.text, justify=True)


def _kept(layout: Any) -> bool:
    return bool(layout.__dict__.get("_kept", False))


def spacing(context: Any, box: Any, extra: float, advance: float) -> Any:
    """Widens the spaces of a justified line; a plain run of text keeps the layout that measured it."""
    if type(box) is not inline.boxes.TextBox or not _plain(box):
        return slow_spacing(context, box, extra, advance)
    box.justification_spacing = extra
    box.position_x += advance
    spaces = inline.count_expandable_spaces(box)
    if spaces > 0:
        layout = line_break.Layout.__new__(line_break.Layout)
        layout.__dict__.update(box.pango_layout.__dict__)
        layout.justification_spacing = extra
        layout._kept = True
        box.pango_layout = layout
        box.width += extra * spaces
        advance += extra * spaces
    return advance


def _plain(box: Any) -> bool:
    """The line has no spacing but that of its justification, and neither begins nor ends with a space."""
    style = box.style
    text = box.text
    layout = box.pango_layout
    return bool(
        text
        and text == layout.text
        and not layout.justification_spacing
        and style["letter_spacing"] == "normal"
        and not style["word_spacing"]
        and style["overflow_wrap"] == "normal"
        and style["text_decoration_line"] == "none"
        and text[0] not in " \u00a0"
        and text[-1] not in " \u00a0"
        and not _BREAKING.search(text)
    )


def draw(stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
    """Paints a line of text."""
    if overflow == "ellipsis" or ellipsis != "none" or not box.text.strip() or box.style["font_size"] < 1e-6:
        return _slowly(stream, box, overflow, ellipsis, matrix)
    layout = box.pango_layout
    line, _ = layout.get_first_line()
    runs = []
    run = line.runs[0]
    known = None
    while run != ffi.NULL:
        item = run.data
        strings = item.glyphs
        block = memoryview(ffi.buffer(strings.glyphs, strings.num_glyphs * _GLYPH * 4)).cast("i").tolist()
        if item.item.analysis.font != known:
            known = item.item.analysis.font
            font, size = stream.add_font(known)
        # Emoji, raised glyphs, what runs from right to left and characters that the font lacks are WeasyPrint's own
        # business.
        if font.bitmap or font.svg or font.png or font.colr or any(block[3::_GLYPH]) or item.item.analysis.level % 2:
            return _slowly(stream, box, overflow, ellipsis, matrix)
        glyphs = block[::_GLYPH]
        if max(glyphs) not in font.widths or min(glyphs) < 0:
            return _slowly(stream, box, overflow, ellipsis, matrix)
        runs.append((item, known, font, size, glyphs, block[1::_GLYPH], block[2::_GLYPH]))
        run = run.next
    encoded = layout.text.encode()
    extra = int(layout.justification_spacing * TO_UNITS) if _kept(layout) else 0
    spaces = [match.start() for match in _SPACE.finditer(encoded)] if extra else []
    stream.set_text_matrix(*matrix.values)
    shown: list[str] = []
    previous = None
    for item, pango_font, font, size, glyphs, widths, offsets in runs:
        if pango_font != previous:
            previous = pango_font
            if shown:
                stream.show_text("".join(shown))
            shown = []
            stream.set_font_size(font.hash, size)
        _learn(font, item, glyphs, encoded)
        pieces = _pieces(font, size)
        line_pieces = [pieces[one] for one in zip(glyphs, widths, offsets, strict=True)]
        begin, end = item.item.offset, item.item.offset + item.item.length
        own = [at for at in spaces if begin <= at < end]
        shown += _widened(line_pieces, pieces, item, own, extra, glyphs, widths, offsets) if own else _run(line_pieces)
    stream.show_text("".join(shown))
    return []


def _slowly(stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
    layout = box.pango_layout
    if layout.__dict__.pop("_kept", False):
        layout.set_text(layout.text, justify=True)
    return slow_draw(stream, box, overflow, ellipsis, matrix)


def _learn(font: Any, item: Any, glyphs: list[int], encoded: bytes) -> None:
    """Notes the characters of glyphs that the unit has not used so far."""
    known = font.to_unicode
    new = set(glyphs).difference(known)
    if new:
        count = len(glyphs)
        clusters = item.glyphs.log_clusters
        begin = item.item.offset
        for at in sorted(map(glyphs.index, new)):
            end = item.item.length if at == count - 1 else clusters[at + 1]
            known[glyphs[at]] = encoded[begin + clusters[at] : begin + end].decode()


class _Pieces(dict[tuple[int, int, int], str]):
    """What a glyph of this width and offset is in the strings of TJ, in one font and size."""

    def __init__(self, font: Any, size: float) -> None:
        super().__init__()
        self._widths = font.widths
        self._size = size

    def __missing__(self, key: tuple[int, int, int]) -> str:
        glyph, width, x_offset = key
        offset = x_offset / self._size
        kerning = self._widths[glyph] + offset - width * 1000 * FROM_UNITS / self._size
        text = f">{-offset}<{glyph:04x}" if offset else f"{glyph:04x}"
        if kerning:
            text += f">{int(kerning)}<"
        self[key] = text
        return text


def _pieces(font: Any, size: float) -> _Pieces:
    kept = font.__dict__.setdefault("_pieces", {})
    pieces = kept.get(size)
    if pieces is None:
        pieces = kept[size] = _Pieces(font, size)
    return pieces  # type: ignore[no-any-return]


def _run(pieces: list[str]) -> list[str]:
    """The glyphs of a run between angle brackets."""
    last = pieces[-1]
    return ["<", *pieces[:-1], last[:-1]] if last[-1] == "<" else ["<", *pieces, ">"]


def _widened(
    line: list[str], pieces: _Pieces, item: Any, spaces: list[int], extra: int,
    glyphs: list[int], widths: list[int], offsets: list[int],
) -> list[str]:  # fmt: skip
    """The same with wider spaces: Pango makes a run of each word and of spaces in a row, and puts half of what it adds
    before a space (pango-layout.c, distribute_letter_spacing)."""
    count = len(glyphs)
    clusters = ffi.buffer(item.glyphs.log_clusters, count * 4)
    places = dict(zip(memoryview(clusters).cast("i"), range(count), strict=True))
    before = int(extra / 2)
    if extra % _UNIT == 0:
        before = (before + _UNIT // 2) // _UNIT * _UNIT
    shown: list[str] = []
    done = 0
    base = item.item.offset
    for space in spaces:
        at = places[space - base]
        wide = pieces[glyphs[at], widths[at] + extra, offsets[at] + before]
        if at > done:
            shown += _run(line[done:at])
        elif done and shown:
            # Spaces in a row are one run.
            last = shown.pop()
            shown.append(last.removesuffix(">") if last == ">" else last + "<")
            shown += [wide[:-1]] if wide[-1] == "<" else [wide, ">"]
            done = at + 1
            continue
        shown += _run([wide])
        done = at + 1
    return shown + _run(line[done:]) if done < count else shown
