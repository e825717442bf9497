"""Words on sheets and flat plans as outlines: no font has to be embedded, and any script of the book can be shown."""

from __future__ import annotations

import functools

import uharfbuzz

from book.impose.operators import number

MM = 72 / 25.4


class Lettering:
    """Sets short lines in one font of the book."""

    def __init__(self, font: bytes) -> None:
        face = uharfbuzz.Face(font)
        self._font = uharfbuzz.Font(face)
        self._units = face.upem
        self._functions = _functions()

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - lives as long as one command
    def width(self, words: str, size: float) -> float:
        """Width in points of a line in `size` points."""
        return float(sum(position.x_advance for _, position in self._shaped(words)) * size / self._units)

    def line(self, words: str, x: float, y: float, size: float) -> str:
        """Operators that fill the words' outlines from the point (x, y) on, in points; the colour is the caller's."""
        scale = size / self._units
        pen = _Pen(x, y, scale)
        for glyph, position in self._shaped(words):
            self._font.draw_glyph(glyph, self._functions, pen)
            pen.x += position.x_advance * scale
        return "\n".join([*pen.operators, "f"]) if pen.operators else ""

    def fitting(self, words: str, size: float, room: float) -> str:
        """The words, cut short with an ellipsis where they are wider than `room` points."""
        if self.width(words, size) <= room:
            return words
        while words and self.width(words + "…", size) > room:
            words = words[:-1].rstrip()
        return words + "…" if words else ""

    def _shaped(self, words: str) -> list[tuple[int, uharfbuzz.GlyphPosition]]:
        if not words:
            return []
        buffer = uharfbuzz.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer)
        return [(info.codepoint, place) for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)]


class _Pen:
    """Takes down outlines as path operators."""

    def __init__(self, x: float, y: float, scale: float) -> None:
        self.x, self.y, self.scale = x, y, scale
        self.operators: list[str] = []
        self.at = (0.0, 0.0)

    def put(self, operator: str, *points: tuple[float, float]) -> None:
        placed = [value for x, y in points for value in (self.x + x * self.scale, self.y + y * self.scale)]
        self.operators.append(" ".join([*map(number, placed), operator]))
        if points:
            self.at = points[-1]


def _functions() -> uharfbuzz.DrawFuncs:
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.put("m", (x, y)))
    functions.set_line_to_func(lambda x, y, pen: pen.put("l", (x, y)))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.put("c", (a, b), (c, d), (x, y)))
    functions.set_quadratic_to_func(_quadratic)
    functions.set_close_path_func(lambda pen: pen.put("h"))
    return functions


def _quadratic(a: float, b: float, x: float, y: float, pen: _Pen) -> None:
    """PDF has cubic curves only."""
    x0, y0 = pen.at
    first = (x0 + 2 * (a - x0) / 3, y0 + 2 * (b - y0) / 3)
    second = (x + 2 * (a - x) / 3, y + 2 * (b - y) / 3)
    pen.put("c", first, second, (x, y))
