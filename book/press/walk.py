"""One walk over a content stream: its colours in the edition's inks, black overprinting, and what it paints.

A state (colour, alpha, overprint) is written only where something is painted with it that was not so set before. So
most of what the typesetting engine says is left out, and what it takes for granted (black at the start of a page, which
would be DeviceGray) is said.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping

import msgspec

from book.press.colours import Paint, Palette
from book.press.geometry import EVERYWHERE, IDENTITY, Box, Matrix, common, joined, moved, scale_of
from book.press.marks import Clear, Mark, Marks
from book.press.objects import number
from book.press.stream import instructions
from book.sheets import Placed

OVERPRINT, KNOCKOUT = "OP", "KO"
_SPACES = (b"DeviceGray", b"DeviceRGB", b"DeviceCMYK")


class Thresholds(msgspec.Struct, frozen=True):
    """Below these, in the units of the walk, 100 % black text and lines overprint."""

    text: float
    line: float


class State(msgspec.Struct):
    """The graphics state: what is asked for, and (`has_`) what has been written; None where that is not known."""

    ctm: Matrix
    fill: Paint
    stroke: Paint
    clip: Box = EVERYWHERE
    fill_space: bytes = b"DeviceGray"
    stroke_space: bytes = b"DeviceGray"
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    masked: str = ""
    width: float = 1.0
    size: float = 0.0
    mode: int = 0
    leading: float = 0.0
    has_fill: Paint | None = None
    has_stroke: Paint | None = None
    has_fill_alpha: float = 1.0
    has_stroke_alpha: float = 1.0
    has_overprint: bool = False


class Names:
    """What the walk asks of the resources of the stream, and what the pressed stream names in the end."""

    def __init__(self) -> None:
        self.states: dict[str, str] = {}
        self.spots: dict[str, str] = {}

    def state(self, name: str) -> Mapping[str, object]:
        """The entries of a graphics state."""
        raise NotImplementedError

    def keep(self, name: str, entries: Mapping[str, object], walk: Walk) -> None:
        """A state that is written as it is named; a mask in it is pressed."""
        raise NotImplementedError

    def pattern(self, name: str, walk: Walk) -> None:
        raise NotImplementedError

    def shading(self, name: str) -> Paint | None:
        raise NotImplementedError

    def draw(self, name: str, walk: Walk) -> tuple[str, Placed | None]:
        """Presses a form or a drawing and adds what it paints to the walk. Its new name, and the picture that it is."""
        raise NotImplementedError


class Walk:
    """Walks one stream. `ctm` leads from its space to that in which marks and thresholds are measured."""

    def __init__(
        self, palette: Palette, names: Names, thresholds: Thresholds, marks: Marks, ctm: Matrix = IDENTITY,
        clip: Box = EVERYWHERE,
    ) -> None:  # fmt: skip
        self.palette = palette
        self.names = names
        self.thresholds = thresholds
        self.marks = marks
        self.now = State(ctm, palette.default, palette.default, clip)
        self._stack: list[State] = []
        self._out: list[bytes] = []
        self._path: list[tuple[float, float]] = []
        self._path_at = -1
        self._moved = False
        self._clipping = False
        self._line: Matrix = IDENTITY
        self._text: Matrix = IDENTITY

    def run(self, data: bytes) -> bytes:
        """The stream in final inks."""
        out = self._out
        for operands, written in instructions(data):
            act = _ACTS.get(operands[-1])
            if act is None or act(self, operands):
                out.append(written)
        return b"\n".join(filter(None, out))

    # --- states ---

    def _save(self, operands: list[bytes]) -> bool:
        self._stack.append(copy.copy(self.now))
        return True

    def _restore(self, operands: list[bytes]) -> bool:
        if not self._stack:
            return False
        self.now = self._stack.pop()
        return True

    def _transform(self, operands: list[bytes]) -> bool:
        self.now.ctm = joined(_numbers(operands, 6), self.now.ctm)
        return True

    def _state(self, operands: list[bytes]) -> bool:
        """Alpha is asked for, and written where it matters; everything else of a state is written where it stands."""
        now = self.now
        name = operands[0][1:].decode("latin-1")
        entries = dict(self.names.state(name))
        fill, stroke = entries.pop("ca", None), entries.pop("CA", None)
        if isinstance(fill, float):
            now.fill_alpha = fill
        if isinstance(stroke, float):
            now.stroke_alpha = stroke
        entries = {entry: value for entry, value in entries.items() if not self._is_idle(entry, value)}
        if entries:
            self._note_transparency(entries)
            self.names.keep(name, entries, self)
        return bool(entries)

    def _is_idle(self, entry: str, value: object) -> bool:
        """Whether an entry changes nothing, or only what the press decides itself."""
        if entry == "SMask":
            return value == "/None" and not self.now.masked
        if entry == "BM":
            return value in ("/Normal", "/Compatible") and self.now.blend == "Normal"
        return entry in ("Type", "OP", "op", "OPM") or (entry == "AIS" and value == "false")

    def _note_transparency(self, entries: Mapping[str, object]) -> None:
        mask, blend = entries.get("SMask"), entries.get("BM")
        if isinstance(mask, dict):
            self.now.masked = str(mask.get("S", "/Luminosity"))[1:]
        elif mask == "/None":
            self.now.masked = ""
        if blend is not None:
            first = blend[0] if isinstance(blend, list) and blend else blend
            self.now.blend = str(first).lstrip("/").replace("Compatible", "Normal")

    def _set_width(self, operands: list[bytes]) -> bool:
        (self.now.width,) = _numbers(operands, 1)
        return True

    # --- colours ---

    def _fill_space(self, operands: list[bytes]) -> bool:
        self.now.fill_space = space = operands[0][1:]
        self.now.fill = self._initial(space)
        return False

    def _stroke_space(self, operands: list[bytes]) -> bool:
        self.now.stroke_space = space = operands[0][1:]
        self.now.stroke = self._initial(space)
        return False

    def _initial(self, space: bytes) -> Paint:
        """What a colour space begins with: black (ISO 32000-1, 8.6.8)."""
        if space == b"DeviceCMYK":
            return self.palette.paint(space, [b"0", b"0", b"0", b"1"])
        return self.palette.default

    def _fill_colour(self, operands: list[bytes]) -> bool:
        self.now.fill = self.palette.paint(self.now.fill_space, operands[:-1])
        return False

    def _stroke_colour(self, operands: list[bytes]) -> bool:
        self.now.stroke = self.palette.paint(self.now.stroke_space, operands[:-1])
        return False

    def _device(self, operands: list[bytes]) -> bool:
        """g, rg, k and G, RG, K: space and colour at once."""
        at = {b"g": 0, b"rg": 1, b"k": 2}[operands[-1].lower()]
        if operands[-1].islower():
            self.now.fill_space = _SPACES[at]
            return self._fill_colour(operands)
        self.now.stroke_space = _SPACES[at]
        return self._stroke_colour(operands)

    def _ready(self, fill: bool, stroke: bool, overprint: bool) -> bytes:
        """What must be written before something is painted."""
        now = self.now
        said: list[bytes] = []
        if fill and now.fill is not now.has_fill:
            now.has_fill = now.fill
            said.append(now.fill.fill)
            self._named(now.fill)
        if stroke and now.stroke is not now.has_stroke:
            now.has_stroke = now.stroke
            said.append(now.stroke.stroke)
            self._named(now.stroke)
        return b"\n".join(said + self._settled(fill, stroke, overprint))

    def _settled(self, fill: bool, stroke: bool, overprint: bool) -> list[bytes]:
        """Overprint and alpha, where they are not so yet."""
        now = self.now
        said = []
        if now.has_overprint != overprint:
            now.has_overprint = overprint
            said.append(self._own_state(OVERPRINT if overprint else KNOCKOUT))
        if fill and now.fill_alpha != now.has_fill_alpha:
            now.has_fill_alpha = now.fill_alpha
            said.append(self._own_state(f"a{number(now.fill_alpha)}"))
        if stroke and now.stroke_alpha != now.has_stroke_alpha:
            now.has_stroke_alpha = now.stroke_alpha
            said.append(self._own_state(f"A{number(now.stroke_alpha)}"))
        return said

    def _own_state(self, name: str) -> bytes:
        if name == OVERPRINT:
            entries = "<</OP true /op true /OPM 1>>"
        elif name == KNOCKOUT:
            entries = "<</OP false /op false /OPM 0>>"
        else:
            entries = f"<</{'ca' if name[0] == 'a' else 'CA'} {name[1:]}>>"
        self.names.states[name] = entries
        return f"/{name} gs".encode()

    def _named(self, paint: Paint) -> None:
        if paint.spot:
            self.names.spots[self.palette.spot_name(paint.spot)] = paint.spot
        elif paint.pattern:
            self.names.pattern(paint.pattern, self)

    # --- paths ---

    def _begin(self) -> None:
        if self._path_at < 0:
            self._path_at = len(self._out)
            self._out.append(b"")  # for the state, which must stand before the path

    def _points(self, operands: list[bytes]) -> bool:
        self._begin()
        moves = operands[-1] == b"m"
        if moves and self._moved and self._path:
            self._path.pop()  # nothing was drawn from there: drawings begin every path at their origin
        self._moved = moves
        values = _numbers(operands, len(operands) - 1)
        self._path += zip(values[::2], values[1::2], strict=False)
        return True

    def _rectangle(self, operands: list[bytes]) -> bool:
        self._begin()
        x, y, wide, high = _numbers(operands, 4)
        self._path += ((x, y), (x + wide, y + high))
        return True

    def _clip(self, operands: list[bytes]) -> bool:
        self._clipping = True
        return True

    def _extent(self) -> Box:
        """The box round the path, in the walk's space."""
        if not self._path:
            return 0.0, 0.0, 0.0, 0.0
        xs, ys = [x for x, _ in self._path], [y for _, y in self._path]
        return moved((min(xs), min(ys), max(xs), max(ys)), self.now.ctm)

    def _end_path(self, operands: list[bytes]) -> bool:
        if self._clipping:
            box = self._extent()
            self.now.clip = common(self.now.clip, box) or (box[0], box[1], box[0], box[1])
        self._path, self._path_at, self._moved, self._clipping = [], -1, False, False
        return True

    def _paint(self, operands: list[bytes]) -> bool:
        """Areas and lines: f, S, B and their kin."""
        now = self.now
        fill, stroke = _PAINTS[operands[-1]]
        box = self._extent()
        width = now.width * scale_of(now.ctm)
        thin = min(box[2] - box[0], box[3] - box[1])
        over = (not fill or self._overprints(now.fill, thin < self.thresholds.line)) and (
            not stroke or self._overprints(now.stroke, width < self.thresholds.line)
        )
        self._begin()
        self._out[self._path_at] = self._ready(fill, stroke, over)
        if fill and (seen := common(box, now.clip)):
            self._mark(Mark("area", seen, now.fill, None, thin, over, now.fill_alpha))
        if stroke:
            half = width / 2
            wide = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
            if seen := common(wide, now.clip):
                self._mark(Mark("line", seen, None, now.stroke, width, over, now.stroke_alpha))
        return self._end_path(operands)

    def _overprints(self, paint: Paint, small: bool) -> bool:
        """White never does: it would be nothing at all. Black does where it is small."""
        if paint.white or paint.overprint == "never":
            return False
        return paint.overprint == "always" or (paint.black and small)

    def _mark(self, mark: Mark) -> None:
        self.marks.marks.append(mark)
        now = self.now
        if mark.alpha < 1:
            self.marks.clear.append(Clear("alpha", number(mark.alpha), mark.box))
        if now.masked:
            self.marks.clear.append(Clear("softmask", now.masked, mark.box))
        if now.blend != "Normal":
            self.marks.clear.append(Clear("blend", now.blend, mark.box))

    # --- text ---

    def _begin_text(self, operands: list[bytes]) -> bool:
        self._line = self._text = IDENTITY
        return True

    def _font(self, operands: list[bytes]) -> bool:
        (self.now.size,) = _numbers(operands[1:], 1)
        return True

    def _matrix(self, operands: list[bytes]) -> bool:
        a, b, c, d, e, f = _numbers(operands, 6)
        self._line = self._text = (a, b, c, d, e, f)
        return True

    def _move(self, operands: list[bytes]) -> bool:
        x, y = _numbers(operands, 2)
        if operands[-1] == b"TD":
            self.now.leading = -y
        self._line = self._text = joined((1, 0, 0, 1, x, y), self._line)
        return True

    def _leading(self, operands: list[bytes]) -> bool:
        (self.now.leading,) = _numbers(operands, 1)
        return True

    def _next_line(self, operands: list[bytes]) -> bool:
        self._line = self._text = joined((1, 0, 0, 1, 0, -self.now.leading), self._line)
        return True

    def _mode(self, operands: list[bytes]) -> bool:
        (mode,) = _numbers(operands, 1)
        self.now.mode = int(mode)
        return True

    def _show(self, operands: list[bytes]) -> bool:
        now = self.now
        if operands[-1] in (b"'", b'"'):
            self._next_line(operands)
        matrix = joined(self._text, now.ctm)
        _, _, c, d, x, y = matrix
        size = abs(now.size) * (c * c + d * d) ** 0.5
        mode = now.mode & 3
        fill, stroke = mode in (0, 2), mode in (1, 2)
        if not fill and not stroke:
            return True
        over = (not fill or self._overprints(now.fill, size < self.thresholds.text)) and (
            not stroke or self._overprints(now.stroke, size < self.thresholds.text)
        )
        if said := self._ready(fill, stroke, over):
            self._out.append(said)
        half_ems = operands[0].count(b">") + len(operands[0]) // 6  # widths are not known here: facts knows most better
        extent = moved((0, -0.25 * now.size, 0.5 * now.size * half_ems, 0.75 * now.size), matrix)
        seen = common(extent, now.clip)
        if seen is not None:
            alpha = now.fill_alpha if fill else now.stroke_alpha
            paints = (now.fill if fill else None), (now.stroke if stroke else None)
            self._mark(Mark("text", seen, *paints, size, over, alpha, (x, y)))
        return True

    # --- pictures, forms, shadings ---

    def _draw(self, operands: list[bytes]) -> bool:
        """A picture, a form or a drawing: nothing overprints into it from outside."""
        now = self.now
        self._out += self._settled(True, False, False)  # its colours are its own
        name, placed = self.names.draw(operands[0][1:].decode("latin-1"), self)
        self._out.append(f"/{name} Do".encode("latin-1"))
        box = moved((0, 0, 1, 1), now.ctm)
        if placed is not None and common(box, now.clip):
            a, b, c, d, _, _ = now.ctm
            sides = ((a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5)
            self._mark(Mark("picture", box, None, alpha=now.fill_alpha, placed=placed, sides=sides))
        return False

    def _shade(self, operands: list[bytes]) -> bool:
        paint = self.names.shading(operands[0][1:].decode("latin-1"))
        if paint is None:
            return False
        self._out += self._settled(True, False, False)
        self._mark(Mark("shading", self.now.clip, paint, alpha=self.now.fill_alpha))
        return True

    def _inline(self, operands: list[bytes]) -> bool:
        """An image in the stream itself, as the typesetting engine never writes it: told as it is."""
        if said := self._ready(True, False, False):
            self._out.append(said)
        self._mark(Mark("image", moved((0, 0, 1, 1), self.now.ctm), self.now.fill))
        return True


def _numbers(operands: list[bytes], count: int) -> list[float]:
    """The first operands as numbers; 0 for what is missing or none."""
    try:
        values = [float(operand) for operand in operands[:count]]
    except ValueError:
        return [0.0] * count
    return values


_PAINTS = {
    b"f": (True, False), b"F": (True, False), b"f*": (True, False), b"S": (False, True), b"s": (False, True),
    b"B": (True, True), b"B*": (True, True), b"b": (True, True), b"b*": (True, True),
}  # fmt: skip
"""Operator -> whether it fills, whether it strokes."""

_ACTS: dict[bytes, Callable[[Walk, list[bytes]], bool]] = {
    b"q": Walk._save, b"Q": Walk._restore, b"cm": Walk._transform, b"gs": Walk._state, b"w": Walk._set_width,
    b"cs": Walk._fill_space, b"CS": Walk._stroke_space, b"scn": Walk._fill_colour, b"SCN": Walk._stroke_colour,
    b"sc": Walk._fill_colour, b"SC": Walk._stroke_colour, b"g": Walk._device, b"rg": Walk._device, b"k": Walk._device,
    b"G": Walk._device, b"RG": Walk._device, b"K": Walk._device, b"m": Walk._points, b"l": Walk._points,
    b"c": Walk._points, b"v": Walk._points, b"y": Walk._points, b"re": Walk._rectangle, b"W": Walk._clip,
    b"W*": Walk._clip, b"n": Walk._end_path, b"BT": Walk._begin_text, b"Tf": Walk._font, b"Tm": Walk._matrix,
    b"Td": Walk._move, b"TD": Walk._move, b"TL": Walk._leading, b"T*": Walk._next_line, b"Tr": Walk._mode,
    b"Tj": Walk._show, b"TJ": Walk._show, b"'": Walk._show, b'"': Walk._show, b"Do": Walk._draw, b"sh": Walk._shade,
    b"EI": Walk._inline, **dict.fromkeys(_PAINTS, Walk._paint),
}  # fmt: skip
"""Operator -> what the walk does; it says whether the operator is written. Others are written as they are."""
