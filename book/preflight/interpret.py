"""A page's content stream, walked with its forms, patterns, masks and Type3 characters: what is painted, where, how.

It follows ISO 32000-1, 8 and 9, as far as the checks ask: clipping by boxes, colours, overprint, transparency, sizes.
Nothing is rendered and no picture is decoded.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from book.preflight import bounds, placing, showing
from book.preflight.collecting import Found
from book.preflight.fonts import Face
from book.preflight.lexer import Name, Operands, operators
from book.preflight.objects import (
    Dictionary,
    Key,
    TooMuch,
    decoded,
    dictionary,
    filters,
    get,
    key,
    name,
    number,
    numbers,
)
from book.preflight.spaces import PATTERN, UNKNOWN, Space, device, space
from book.preflight.state import IDENTITY, Matrix, Point, State, bounds_of, common, moved, rectangle, scale, times
from book.printed import Box, Colour, PrintedPath

Caches = dict[tuple[str, Any], Any]


class Enough(Exception):
    """The page holds more than is looked at."""


def matrix_of(value: Any) -> Matrix:
    found = numbers(value)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else IDENTITY


class Interpreter:
    """Walks the streams of one page. `caches` serve all pages of a file."""

    def __init__(self, found: Found, media: Box, caches: Caches) -> None:
        self.found, self.caches = found, caches
        self.state: State = State(IDENTITY, media)
        self.resources: Dictionary = {}
        self._stack: list[State] = []
        self._left = bounds.OPERATORS
        self._active: list[Key] = []
        self._depth = 0
        self._points: list[Point] = []
        self._parts: list[tuple[int, bool]] = []
        """Where each part of the path begins among the points, and whether it is all straight."""
        self._here: Point = (0.0, 0.0)
        self._clips = False
        self.matrix = self.line_matrix = IDENTITY
        self.silent = 0
        """In masks and Type3 characters: colours are told, but nothing is placed."""
        self._plain = 0
        """In uncoloured patterns and characters: colour operators mean nothing."""
        self._seen: set[Any] = set()
        self._lenient = 0

    # --- streams ---

    def run(self, data: bytes, resources: Dictionary) -> None:
        """Walks one stream; the state comes back as it was."""
        before, state, stack = self.resources, self.state, self._stack
        self.resources, self._stack = resources, []
        self.state = state.kept()
        try:
            for word, operands in operators(data):
                self._left -= 1
                if self._left < 0:
                    raise Enough
                act = _ACTS.get(word)
                if act is None:
                    self._unknown(word)
                else:
                    try:
                        act(self, operands)
                    except (IndexError, TypeError, ValueError, OverflowError, KeyError):
                        self._points, self._parts = [], []  # an operator without what it needs is passed over
        finally:
            self.resources, self.state, self._stack = before, state, stack

    def stream(self, value: Any, resources: Dictionary) -> None:
        """Walks a form's, pattern's or character's stream, unless it is inside itself."""
        mark = key(value)
        if self._depth >= bounds.FORM_DEPTH or (mark is not None and mark in self._active):
            self.damage("has a form that shows itself" if mark in self._active else "has forms too deep in each other")
            return
        self._left -= bounds.STREAM
        for one in filters(value):
            self.found.filters[one] = None
        try:
            data = self.cached("data", value, lambda: decoded(value))
        except TooMuch:
            self.damage(f"has a stream that inflates beyond all measure{bounds.NOT_READ}")
            return
        self._depth += 1
        self._active.append(mark or (-1, self._depth))
        points, parts, matrices = self._points, self._parts, (self.matrix, self.line_matrix)
        self._points, self._parts = [], []
        try:
            self.run(data, resources)
        finally:
            self._points, self._parts = points, parts
            self.matrix, self.line_matrix = matrices
            self._active.pop()
            self._depth -= 1

    def cached(self, kind: str, value: Any, make: Callable[[], Any]) -> Any:
        """What is made from an object of the file, once; small streams alone are kept."""
        mark = key(value)
        if mark is None:
            return make()
        if (kind, mark) not in self.caches:
            made = make()
            if isinstance(made, bytes) and len(made) > 20_000:
                return made
            if len(self.caches) > 5_000:
                self.caches.clear()
            self.caches[kind, mark] = made
        return self.caches[kind, mark]

    def damage(self, what: str) -> None:
        if len(self.found.damage) < 20:
            self.found.damage[f"it {what}"] = None

    def _unknown(self, word: str) -> None:
        """BX and EX hold what a program may pass over (ISO 32000-1, 7.8.2)."""
        self._lenient += {"BX": 1, "EX": -1}.get(word, 0)
        if word not in _SILENT and self._lenient <= 0:
            self.damage(f"has words that mean nothing among its operators ({word[:20]})")

    def resource(self, kind: str, word: Any) -> Any:
        """What a name stands for in this stream; None, and damage, where it stands for nothing."""
        self._left -= bounds.NAMED
        value = get(get(self.resources, "/" + kind), f"/{word}")
        if value is None:
            self.damage(f"names {str(word)[:40]} ({kind}), which it does not have")
        return value

    def form(self, form: Any, box: Box | None = None) -> None:
        """A form that is shown by Do; its bounding box clips."""
        group = dictionary(form, "/Group")
        see_through = name(get(group, "/S")) == "Transparency"
        resources = get(form, "/Resources")
        state, self.state = self.state, self.state.of_form(matrix_of(get(form, "/Matrix")), see_through)
        try:
            edges = numbers(get(form, "/BBox"))
            clip: Box | None = self.state.clip
            if len(edges) == 4:
                clip = common(rectangle(self.state.ctm, *edges), self.state.clip)
            if see_through:
                self.found.groups[group_space(group, resources)] = None
                self.found.see_through("group", "form", self.found.place(clip) if clip else None)
            if clip is not None:
                self.state.clip = clip
                self.stream(form, resources if isinstance(resources, dict) else self.resources)
        finally:
            self.state = state

    def mask(self, mask: Dictionary) -> str:
        """A soft mask: its kind. Its group is looked at, too."""
        form, kind = get(mask, "/G"), name(get(mask, "/S"))
        if isinstance(form, dict):
            group = dictionary(form, "/Group")
            found = group_space(group, get(form, "/Resources"))
            self.found.groups[f"luminosity:{found}" if kind == "Luminosity" else found] = None
            if key(form) not in self._seen:
                self._seen.add(key(form))
                self.silently(lambda: self.form(form))
        return kind or "mask"

    def silently(self, what: Callable[[], None]) -> None:
        self.silent += 1
        try:
            what()
        finally:
            self.silent -= 1

    # --- colours ---

    def space_named(self, word: Any) -> Space:
        declared = get(get(self.resources, "/ColorSpace"), f"/{word}")
        found: Space = (
            space(Name(word) if declared is None else declared, self.resources)
        )
        if found is UNKNOWN:
            self.damage(f"names the colour space {str(word)[:40]}, which it does not have")
        return found

    def set_space(self, stroke: bool, found: Space) -> None:
        self.set_colour(stroke, found, found.colour())

    def set_colour(self, stroke: bool, found: Space, colour: Colour, pattern: Any = None) -> None:
        if self._plain:
            return
        state = self.state
        if stroke:
            state.stroke_space, state.stroke, state.stroke_pattern = found, colour, pattern
        else:
            state.fill_space, state.fill, state.fill_pattern = found, colour, pattern

    def set_values(self, stroke: bool, operands: Operands) -> None:
        """sc, scn and their sisters: values, or a pattern with the values of its colour."""
        found = self.state.stroke_space if stroke else self.state.fill_space
        if operands and isinstance(operands[-1], Name):
            self._set_pattern(stroke, found, operands)
        elif found is not UNKNOWN:
            self.set_colour(stroke, found, found.colour(tuple(float(value) for value in operands[:64])))

    def _set_pattern(self, stroke: bool, found: Space, operands: Operands) -> None:
        pattern = self.resource("Pattern", operands[-1])
        if not isinstance(pattern, dict):
            return
        if get(pattern, "/PatternType") == 2:
            shade = space(get(get(pattern, "/Shading"), "/ColorSpace"), self.resources)
            self.set_colour(stroke, found, Colour("Pattern", base=shade.name, inks=()), (shade, None))
        elif get(pattern, "/PaintType") == 2 and isinstance(found.below, Space):
            values = tuple(float(value) for value in operands[:-1][:64])
            self.set_colour(stroke, found, found.below.colour(values), (found.below, None))
        else:
            self.set_colour(stroke, found, Colour("Pattern"), (PATTERN, pattern))

    def painted(self, stroke: bool, box: Box) -> None:
        """Something is painted within `box` (points) in the colour that holds: its space, and what is not opaque."""
        state, found = self.state, self.found
        here, pattern = (
            (state.stroke_space, state.stroke_pattern) if stroke else (state.fill_space, state.fill_pattern)
        )
        place = found.place(box)
        if isinstance(pattern, tuple):
            here = pattern[0]
            if pattern[1] is not None:
                self._tile(pattern[1], box)
        if here is not UNKNOWN:
            found.space(here, place)
        alpha = state.alpha_stroke if stroke else state.alpha
        if alpha < 1:
            found.see_through("alpha", f"{alpha:.2f}", place)
        self.blended(place)

    def blended(self, place: Box) -> None:
        if self.state.blend not in ("Normal", "Compatible"):
            self.found.see_through("blend", self.state.blend, place)
        if self.state.mask:
            self.found.see_through("softmask", self.state.mask, place)

    def _tile(self, pattern: Dictionary, box: Box) -> None:
        """One cell of a tiling pattern, laid where it is first used."""
        mark = key(pattern)
        if mark in self._seen or not isinstance(pattern, dict):
            return
        self._seen.add(mark)
        edges = numbers(get(pattern, "/BBox"))
        if len(edges) != 4:
            return
        matrix = matrix_of(get(pattern, "/Matrix"))
        cell = rectangle(matrix, *edges)
        matrix = times(matrix, (1.0, 0.0, 0.0, 1.0, box[0] - cell[0], box[1] - cell[1]))
        resources = get(pattern, "/Resources")
        state, self.state = self.state, State(matrix, common(rectangle(matrix, *edges), box) or box)
        try:
            self.stream(pattern, resources if isinstance(resources, dict) else self.resources)
        finally:
            self.state = state

    # --- paths ---

    def point(self, x: float, y: float, start: bool = False, straight: bool = True) -> None:
        if start or not self._parts:
            self._parts.append((len(self._points), True))
        if not straight:
            self._parts[-1] = (self._parts[-1][0], False)
        self._here = (x, y)
        if len(self._points) < bounds.OPERANDS:
            self._points.append(moved(self.state.ctm, x, y))

    def box(self, x: float, y: float, width: float, height: float) -> None:
        for at, corner in enumerate(((x, y), (x + width, y), (x + width, y + height), (x, y + height))):
            self.point(*corner, start=at == 0)

    def clip(self) -> None:
        self._clips = True

    def paint(self, fill: bool, stroke: bool) -> None:
        """Ends the path: fills it, draws it, or takes it as the clip."""
        points, parts, clips = self._points, self._parts, self._clips
        self._points, self._parts, self._clips = [], [], False
        state = self.state
        box = bounds_of(points) if points else None
        if fill or stroke:
            # Crop marks at all corners may be one path: each is looked at where it stands.
            apart = "All" in (state.stroke_space if stroke else state.fill_space).inks
            for own, its_parts in _apart(points, parts) if apart else [(points, parts)]:
                if own and fill:
                    self._filled(own, its_parts)
                if own and stroke:
                    self._drawn(own)
        if clips:
            left = common(box, state.clip) if box is not None else None
            state.clip = left if left is not None else (0.0, 0.0, -1.0, -1.0)

    def _drawn(self, points: list[Point]) -> None:
        state, found = self.state, self.found
        width = state.line * scale(state.ctm)
        x0, y0, x1, y1 = bounds_of(points)
        seen = common((x0 - width / 2, y0 - width / 2, x1 + width / 2, y1 + width / 2), state.clip)
        if seen is None:
            return
        self.painted(True, seen)
        if not self.silent:
            found.path(PrintedPath(
                found.place(seen), True, state.stroke, round(width, 3), 0.0, state.overprint_stroke, state.mode,
                state.alpha_stroke,
            ))  # fmt: skip

    def _filled(self, points: list[Point], parts: list[tuple[int, bool]]) -> None:
        state = self.state
        seen = common(bounds_of(points), state.clip)
        if seen is None:
            return
        self.painted(False, seen)
        if self.silent or (isinstance(state.fill_pattern, tuple) and state.fill_pattern[1] is not None):
            return
        thin = placing.thin(points, parts, state.clip)
        self.found.path(PrintedPath(
            self.found.place(seen), False, state.fill, 0.0, thin, state.overprint, state.mode, state.alpha
        ))  # fmt: skip

    def shade(self, word: Any) -> None:
        shading = self.resource("Shading", word)
        found = space(get(shading, "/ColorSpace"), self.resources)
        state = self.state
        if found is UNKNOWN or state.clip[0] > state.clip[2]:
            return
        place = self.found.place(state.clip)
        self.found.space(found, place)
        if state.alpha < 1:
            self.found.see_through("alpha", f"{state.alpha:.2f}", place)
        self.blended(place)
        if not self.silent:
            colour = Colour("Pattern", base=found.name)
            self.found.path(
                PrintedPath(place, False, colour, 0.0, 0.0, state.overprint, state.mode, state.alpha)
            )

    # --- the rest ---

    def show(self, word: Any) -> None:
        thing = self.resource("XObject", word)
        kind = name(get(thing, "/Subtype"))
        if kind == "Image":
            placing.picture(self, thing, str(word))
        elif kind == "Form":
            self.form(thing)

    def face(self, font: Any) -> Face | None:
        if not isinstance(font, dict):
            return None
        found: Face = self.cached("face", font, lambda: Face(font))
        return found

    def character(self, face: Face, proc: Any, matrix: Matrix) -> None:
        """A character of a Type3 font: its colours and pictures are looked at once."""
        mark = ("proc", key(proc))
        if mark in self._seen or not isinstance(proc, dict):
            return
        self._seen.add(mark)
        resources = face.resources if isinstance(face.resources, dict) else self.resources
        state, self.state = self.state, self.state.kept()
        self.state.ctm, plain = matrix, self._plain
        try:
            self.silently(lambda: self.stream(proc, resources))
        finally:
            self.state, self._plain = state, plain

    def uncoloured(self) -> None:
        self._plain = 1

    def states(self, word: Any) -> None:
        """gs: the entries of an ExtGState that the checks ask for."""
        entries = self.resource("ExtGState", word)
        state = self.state
        stroke, fill, mode = get(entries, "/OP"), get(entries, "/op"), get(entries, "/OPM")
        if isinstance(stroke, bool) or hasattr(stroke, "value"):
            state.overprint_stroke = _truth(stroke)
            if fill is None:
                state.overprint = state.overprint_stroke
        if fill is not None:
            state.overprint = _truth(fill)
        if mode is not None:
            state.mode = int(number(mode) or 0)
        for entry, attribute in (("/ca", "alpha"), ("/CA", "alpha_stroke"), ("/LW", "line")):
            value = number(get(entries, entry))
            if value is not None:
                setattr(state, attribute, value)
        blend = get(entries, "/BM")
        if blend is not None:
            state.blend = name(blend[0] if isinstance(blend, list) and blend else blend)
        mask = get(entries, "/SMask")
        if mask is not None:
            state.mask = self.mask(mask) if isinstance(mask, dict) else ""
        font = get(entries, "/Font")
        if isinstance(font, list) and len(font) == 2:
            state.face, state.size = self.face(placing.of(font[0])), number(font[1]) or 0.0

    def save(self) -> None:
        if len(self._stack) < bounds.STATE_DEPTH:
            self._stack.append(self.state.kept())

    def restore(self) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def concatenate(self, values: Operands) -> None:
        found = numbers_of(values)
        if len(found) == 6:
            ctm = times((found[0], found[1], found[2], found[3], found[4], found[5]), self.state.ctm)
            if all(math.isfinite(value) and abs(value) < 1e12 for value in ctm):
                self.state.ctm = ctm


def _apart(points: list[Point], parts: list[tuple[int, bool]]) -> list[tuple[list[Point], list[tuple[int, bool]]]]:
    """Each part of a path by itself."""
    ends = [start for start, _ in parts[1:]] + [len(points)]
    return [(points[start:end], [(0, straight)]) for (start, straight), end in zip(parts, ends, strict=True)]


def _truth(value: Any) -> bool:
    return bool(getattr(value, "value", value))


def numbers_of(values: Operands) -> tuple[float, ...]:
    return tuple(value for value in values if isinstance(value, float))


def group_space(group: Dictionary, resources: Any) -> str:
    """The space of a transparency group; "none" where it inherits that of what it is shown on."""
    found = get(group, "/CS")
    if found is None:
        return "none"
    here = space(found, resources if isinstance(resources, dict) else {})
    return f"ICCBased {here.base}".rstrip() if here.name == "ICCBased" else here.name or "unknown"


def _device(stroke: bool, components: int) -> Callable[[Interpreter, Operands], None]:
    plain = device(components)

    def act(it: Interpreter, values: Operands) -> None:
        found = plain if not get(it.resources, "/ColorSpace") else space(Name(plain.name), it.resources)
        it.set_colour(stroke, found, found.colour(tuple(float(value) for value in values[:components])))

    return act


def _curve(it: Interpreter, o: Operands) -> None:
    for at in range(0, len(o) - 1, 2):
        it.point(o[at], o[at + 1], straight=False)


def _inline(it: Interpreter, o: Operands) -> None:
    placing.inline(it, o[0])


def _line_width(it: Interpreter, o: Operands) -> None:
    it.state.line = abs(float(o[0]))


def _nothing(it: Interpreter, o: Operands) -> None:
    it.paint(False, False)


_SILENT = frozenset(
    ("h i ri J j M d d0 BMC BDC EMC MP DP BX EX ID EI BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' " + '"').split()
)
"""Operators that paint nothing, or that `showing` knows (ISO 32000-1, table 51)."""

_ACTS: dict[str, Callable[[Interpreter, Operands], None]] = {
    "q": lambda it, o: it.save(),
    "Q": lambda it, o: it.restore(),
    "cm": lambda it, o: it.concatenate(o),
    "w": _line_width,
    "gs": lambda it, o: it.states(o[0]),
    "m": lambda it, o: it.point(o[0], o[1], start=True),
    "l": lambda it, o: it.point(o[0], o[1]),
    "c": _curve,
    "v": _curve,
    "y": _curve,
    "re": lambda it, o: it.box(o[0], o[1], o[2], o[3]),
    "W": lambda it, o: it.clip(),
    "W*": lambda it, o: it.clip(),
    "n": _nothing,
    "S": lambda it, o: it.paint(False, True),
    "s": lambda it, o: it.paint(False, True),
    "f": lambda it, o: it.paint(True, False),
    "F": lambda it, o: it.paint(True, False),
    "f*": lambda it, o: it.paint(True, False),
    "B": lambda it, o: it.paint(True, True),
    "B*": lambda it, o: it.paint(True, True),
    "b": lambda it, o: it.paint(True, True),
    "b*": lambda it, o: it.paint(True, True),
    "CS": lambda it, o: it.set_space(True, it.space_named(o[0])),
    "cs": lambda it, o: it.set_space(False, it.space_named(o[0])),
    "SC": lambda it, o: it.set_values(True, o),
    "SCN": lambda it, o: it.set_values(True, o),
    "sc": lambda it, o: it.set_values(False, o),
    "scn": lambda it, o: it.set_values(False, o),
    "G": _device(True, 1),
    "g": _device(False, 1),
    "RG": _device(True, 3),
    "rg": _device(False, 3),
    "K": _device(True, 4),
    "k": _device(False, 4),
    "sh": lambda it, o: it.shade(o[0]),
    "Do": lambda it, o: it.show(o[0]),
    "BI": _inline,
    "d1": lambda it, o: it.uncoloured(),
    **showing.ACTS,
}
