"""Text operators (ISO 32000-1, 9.4): where each run of text stands, how large and in which colour."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from book.preflight.fonts import Face
from book.preflight.lexer import Operands
from book.preflight.state import IDENTITY, Matrix, common, rectangle, times
from book.printed import PrintedText

if TYPE_CHECKING:
    from book.preflight.interpret import Interpreter

ASCENT, DESCENT = 0.72, -0.22
"""Of a run, in parts of its size: a font's own say where its tallest accent ends, not where ink stands."""


def _begin(it: Interpreter, o: Operands) -> None:
    it.matrix = it.line_matrix = IDENTITY


def _next(it: Interpreter, x: float, y: float) -> None:
    it.line_matrix = times((1.0, 0.0, 0.0, 1.0, x, y), it.line_matrix)
    it.matrix = it.line_matrix


def _move_leading(it: Interpreter, o: Operands) -> None:
    it.state.leading = -o[1]
    _next(it, o[0], o[1])


def _matrix(it: Interpreter, o: Operands) -> None:
    it.matrix = it.line_matrix = (o[0], o[1], o[2], o[3], o[4], o[5])


def _font(it: Interpreter, o: Operands) -> None:
    it.state.face = it.face(it.resource("Font", o[0]))
    it.state.size = o[1]


def _set(attribute: str, factor: float = 1.0) -> Callable[[Interpreter, Operands], None]:
    def act(it: Interpreter, o: Operands) -> None:
        setattr(it.state, attribute, float(o[0]) * factor)

    return act


def _render(it: Interpreter, o: Operands) -> None:
    it.state.render = int(o[0])


def _spaced(it: Interpreter, o: Operands) -> None:
    it.state.words, it.state.between = float(o[0]), float(o[1])
    _line(it, o[2:])


def _line(it: Interpreter, o: Operands) -> None:
    _next(it, 0, -it.state.leading)
    show(it, [o[0]])


def show(it: Interpreter, pieces: list[Any]) -> None:
    """Tj and TJ: strings and the gaps between them."""
    state, face = it.state, it.state.face
    if face is None:
        return
    width, letters = 0.0, []
    for piece in pieces:
        if isinstance(piece, bytes):
            codes = face.codes(piece)
            width += _advance(it, face, codes)
            letters.append(face.letters(codes))
        elif isinstance(piece, float):
            width -= piece / 1000 * state.size * state.stretch
            if piece < -250:
                letters.append(" ")
    if state.render not in (3, 7) and state.size:
        _run(it, face, width, "".join(letters))
        if face.procs:
            _draw(it, face, pieces)
    it.matrix = times((1.0, 0.0, 0.0, 1.0, width, 0.0), it.matrix)


def _advance(it: Interpreter, face: Face, codes: list[int]) -> float:
    state = it.state
    width = sum(face.width(code) for code in codes) * state.size + len(codes) * state.between
    if state.words and not face.composite:
        width += codes.count(32) * state.words
    return width * state.stretch


def _run(it: Interpreter, face: Face, width: float, letters: str) -> None:
    state, found = it.state, it.found
    matrix = times(it.matrix, state.ctm)
    low, high = DESCENT * state.size + state.rise, ASCENT * state.size + state.rise
    if not all(math.isfinite(value) and abs(value) < 1e12 for value in (*matrix, width, low, high)):
        return
    box = common(rectangle(matrix, 0, low, width, high), state.clip)
    if box is None:
        return
    found.fonts[face.facts] = None
    fills, strokes = state.render in (0, 2, 4, 6), state.render in (1, 2, 5, 6)
    if fills:
        it.painted(False, box)
    if strokes:
        it.painted(True, box)
    # Spaces print nothing: they are no text that could be wrong.
    if it.silent or (letters and not letters.strip()):
        return
    found.text(PrintedText(
        found.place(box), round(_size(face, state.size, matrix), 2), letters, state.fill if fills else None,
        state.stroke if strokes else None, state.overprint, state.overprint_stroke, state.mode, state.alpha,
    ))  # fmt: skip


def _size(face: Face, size: float, matrix: Matrix) -> float:
    """The size on paper. A Type3 font may be drawn in units of its own."""
    own = abs(face.matrix[3]) * 1000 if face.facts.kind == "Type3" and abs(face.matrix[3]) < 0.1 else 1.0
    return abs(size) * own * math.hypot(matrix[2], matrix[3])


def _draw(it: Interpreter, face: Face, pieces: list[Any]) -> None:
    """The characters of a Type3 font."""
    state = it.state
    size, across = state.size, state.size * state.stretch
    sized: Matrix = (across, 0.0, 0.0, size, 0.0, state.rise)
    matrix = times(times(face.matrix, sized), times(it.matrix, state.ctm))
    for piece in pieces:
        for code in dict.fromkeys(piece) if isinstance(piece, bytes) else ():
            it.character(face, face.procs.get(code), matrix)


def _array(it: Interpreter, o: Operands) -> None:
    show(it, o[0] if isinstance(o[0], list) else [])


ACTS: dict[str, Callable[[Interpreter, Operands], None]] = {
    "BT": _begin,
    "Tc": _set("between"),
    "Tw": _set("words"),
    "Tz": _set("stretch", 0.01),
    "TL": _set("leading"),
    "Ts": _set("rise"),
    "Tr": _render,
    "Tf": _font,
    "Td": lambda it, o: _next(it, o[0], o[1]),
    "TD": _move_leading,
    "Tm": _matrix,
    "T*": lambda it, o: _next(it, 0, -it.state.leading),
    "Tj": lambda it, o: show(it, [o[0]]),
    "TJ": _array,
    "'": _line,
    '"': _spaced,
}

