"""What a content stream names -> the same in final inks: states, shadings, patterns, forms, drawings.

Only what the pressed stream still names is kept: colour spaces that nothing uses, states that change nothing and the
like are left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from book.press.colours import Paint, Palette
from book.press.geometry import IDENTITY, Box, Matrix, common, joined, moved, scale_of
from book.press.marks import Clear, Marks
from book.press.objects import number, parse, written
from book.press.walk import Names, State, Walk
from book.printed import Colour
from book.sheets import Form, Placed, Resources

LEVEL = 6
"""Of deflate: higher ones take longer for nothing."""


class PressedDrawing(msgspec.Struct, frozen=True):
    """A shared drawing in final inks: its new key, and what it paints in its own units."""

    key: str
    box: Box
    marks: Marks


DrawingAt = Callable[[str, float], PressedDrawing]
"""A shared drawing by its key, and by how long its unit is in the units of the walk."""


class Tools(msgspec.Struct, frozen=True):
    """What pressing needs beside the stream. `masks` is the palette of luminosity masks; `flat`: no transparency groups
    are written (PDF/X-1a)."""

    palette: Palette
    masks: Palette
    drawing: DrawingAt
    flat: bool = False


class PressedNames(Names):
    """The names of one stream."""

    def __init__(self, resources: Resources, tools: Tools, palette: Palette) -> None:
        super().__init__()
        self._resources = resources
        self._tools = tools
        self._palette = palette
        self._parsed: dict[str, Mapping[str, object]] = {}
        self._shadings: dict[str, tuple[str, Paint]] = {}
        self._pictures: dict[str, Placed] = {}
        self._drawings: dict[str, str] = {}
        self._forms: dict[str, Form] = {}
        self._patterns: dict[str, Form] = {}

    def resources(self) -> Resources:
        """What the pressed stream names."""
        shadings = {name: text for name, (text, _) in self._shadings.items()}
        return Resources(
            self.states, shadings, self._pictures, self._drawings, self._forms, self._patterns, self.spots
        )

    # --- states ---

    def state(self, name: str) -> Mapping[str, object]:
        if name not in self._parsed:
            entries = parse(self._resources.states.get(name, "<<>>"))
            self._parsed[name] = entries if isinstance(entries, dict) else {}
        return self._parsed[name]

    def keep(self, name: str, entries: Mapping[str, object], walk: Walk) -> None:
        mask = entries.get("SMask")
        if isinstance(mask, dict):
            form = str(mask.get("G", "")).removeprefix("{form:").removesuffix("}")
            luminous = mask.get("S") == "/Luminosity"
            if luminous:
                mask.pop("TR", None)
            self._form(form, walk, self._tools.masks if luminous else self._tools.palette, "DeviceGray" * luminous)
        self.states[name] = written(dict(entries))

    # --- forms and patterns ---

    def draw(self, name: str, walk: Walk) -> tuple[str, Placed | None]:
        placed = self._resources.pictures.get(name)
        if placed is not None:
            self._pictures[name] = placed
        elif name in self._resources.drawings:
            pressed = self._tools.drawing(self._resources.drawings[name], scale_of(walk.now.ctm))
            name = f"D{pressed.key[:16]}"  # it may stand here in two sizes, with other overprint
            self._drawings[name] = pressed.key
            walk.marks.add(pressed.marks, walk.now.ctm)
            _note_clear(walk, pressed.box)
        else:
            self._form(name, walk, self._palette, "")
        return name, placed

    def _form(self, name: str, walk: Walk, palette: Palette, mask_space: str) -> None:
        form = self._resources.forms.get(name)
        if form is None:
            return
        entries = parse(f"<<{form.entries}>>")
        marks = Marks() if mask_space else walk.marks
        before = len(marks.clear)
        pressed = self._pressed(form, entries, walk, palette, marks)
        group = entries.get("Group")
        if isinstance(group, dict):
            if not mask_space:
                _note_clear(walk, _box(entries.get("BBox")))
            space = mask_space or "DeviceCMYK"
            if self._tools.flat and not mask_space and len(marks.clear) == before:
                del entries["Group"]  # an opaque group with opaque things in it is the things themselves
            else:
                group["CS"] = f"/{space}"
                walk.marks.groups.append(f"luminosity:{space}" if mask_space else space)
        self._forms[name] = msgspec.structs.replace(pressed, entries=written(entries)[2:-2])

    def pattern(self, name: str, walk: Walk) -> None:
        pattern = self._resources.patterns.get(name)
        if pattern is None or name in self._patterns:
            return
        entries = parse(f"<<{pattern.entries}>>")
        marks = Marks()
        pressed = self._pressed(pattern, entries, walk, self._palette, marks)
        for mark in marks.marks:  # a tile stands in every place of what it fills
            mark.box = walk.now.clip
        walk.marks.marks += marks.marks
        walk.marks.clear += marks.clear
        walk.marks.groups += marks.groups
        self._patterns[name] = pressed

    def _pressed(self, form: Form, entries: dict[str, Any], walk: Walk, palette: Palette, marks: Marks) -> Form:
        names = PressedNames(form.resources, self._tools, palette)
        ctm = joined(_matrix(entries.get("Matrix")), walk.now.ctm)
        clip = common(walk.now.clip, moved(_box(entries.get("BBox")), ctm)) or walk.now.clip
        inner = Walk(palette, names, walk.thresholds, marks, ctm, clip)
        if "Group" not in entries:
            _inherit(inner.now, walk.now)
        content = zlib.compress(inner.run(zlib.decompress(form.content)), LEVEL)
        return Form(content, form.entries, names.resources())

    # --- shadings ---

    def shading(self, name: str) -> Paint | None:
        """The shading's darkest colour, as a paint."""
        if name not in self._shadings:
            shading = parse(self._resources.shadings.get(name, "null"))
            if not isinstance(shading, dict):
                return None
            space = shading.get("ColorSpace", "/DeviceRGB")
            colours: list[tuple[float, ...]] = []
            source = str(space[0] if isinstance(space, list) and space else space)[1:]
            shading["Function"] = self._function(shading.get("Function"), source, colours)
            grey = source == "DeviceGray" or self._palette is self._tools.masks
            shading["ColorSpace"] = "/DeviceGray" if grey else "/DeviceCMYK"
            darkest = tuple(map(min if grey else max, zip(*colours, strict=False))) if colours else ()
            paint = Paint(Colour("DeviceGray" if grey else "DeviceCMYK", darkest), b"", b"")
            self._shadings[name] = written(shading), paint
        return self._shadings[name][1]

    def _function(self, function: Any, space: str, colours: list[tuple[float, ...]]) -> Any:
        """A function of colours (types 2 and 3; ISO 32000-1, 7.10) with its ends in final inks."""
        if isinstance(function, list):
            return [self._function(one, space, colours) for one in function]
        if not isinstance(function, dict):
            return function
        function = dict(function)
        if "Functions" in function:
            function["Functions"] = [self._function(one, space, colours) for one in function["Functions"]]
        for end, otherwise in (("C0", 0.0), ("C1", 1.0)):
            if function.get("FunctionType") == 2.0:
                values = [value for value in function.get(end, [otherwise]) if isinstance(value, float)]
                inks = tuple(values) if space == "DeviceGray" else self._palette.inks(space, values)
                function[end] = list(inks)
                colours.append(inks)
        return function


def _inherit(inner: State, outer: State) -> None:
    """A form that is no group is painted as the page goes on (ISO 32000-1, 8.10.1)."""
    inner.fill_alpha = inner.has_fill_alpha = outer.fill_alpha
    inner.stroke_alpha = inner.has_stroke_alpha = outer.has_stroke_alpha
    inner.blend, inner.masked = outer.blend, outer.masked


def _note_clear(walk: Walk, box: Box) -> None:
    """What is drawn here as a whole (a group, a shared drawing) is not opaque, where the page around it is not."""
    now = walk.now
    for kind, detail, present in (
        ("alpha", number(now.fill_alpha), now.fill_alpha < 1),
        ("softmask", now.masked, bool(now.masked)),
        ("blend", now.blend, now.blend != "Normal"),
    ):
        if present:
            walk.marks.clear.append(Clear(kind, detail, common(moved(box, now.ctm), now.clip)))


def _matrix(value: Any) -> Matrix:
    if isinstance(value, list) and len(value) == 6 and all(isinstance(one, float) for one in value):
        a, b, c, d, e, f = value
        return a, b, c, d, e, f
    return IDENTITY


def _box(value: Any) -> Box:
    if isinstance(value, list) and len(value) == 4 and all(isinstance(one, float) for one in value):
        x0, y0, x1, y1 = value
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return -1e9, -1e9, 1e9, 1e9
