"""Which plates a page needs: the inks that anything on it is painted with, read off its operators."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"'}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_DEPTH = 12
"""Forms within forms; ours have two."""


def plates(page: pikepdf.Page) -> tuple[str, ...]:
    """The plates of a page in printing order: process inks, then spot inks by name. Colours that are no inks (RGB) and
    pictures in CMYK count for all four process plates."""
    found = set(_painted(page.obj, page.obj.get("/Resources", Dictionary()), 0))
    return (*(ink for ink in PROCESS if ink in found), *sorted(found - {*PROCESS}))


def plates_of(file: BinaryIO) -> tuple[str, ...]:
    """The plates of all pages of a PDF together."""
    with pikepdf.Pdf.open(file) as pdf:
        found = {ink for page in pdf.pages for ink in plates(page)}
    return (*(ink for ink in PROCESS if ink in found), *sorted(found - {*PROCESS}))


def _painted(stream: Object, resources: Object, depth: int) -> Iterator[str]:
    fill, stroke = {"Black"}, {"Black"}
    kept: list[tuple[set[str], set[str]]] = []
    space = {"f": "/DeviceGray", "s": "/DeviceGray"}
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        operands = list(instruction.operands)
        if operator == "q":
            kept.append((fill, stroke))
        elif operator == "Q" and kept:
            fill, stroke = kept.pop()
        elif operator in ("cs", "CS"):
            space["f" if operator == "cs" else "s"] = str(operands[0])
        elif operator in ("g", "rg", "k", "sc", "scn"):
            fill = set(_inks(operator, operands, space["f"], resources))
        elif operator in ("G", "RG", "K", "SC", "SCN"):
            stroke = set(_inks(operator.lower(), operands, space["s"], resources))
        elif operator in ("Do", "sh"):
            kind = "/XObject" if operator == "Do" else "/Shading"
            thing = resources.get(kind, Dictionary()).get(str(operands[0]))
            if thing is not None and depth < _DEPTH:
                yield from _thing(thing, resources, depth, fill)
        if operator in _FILLS:
            yield from fill
        if operator in _STROKES:
            yield from stroke


def _inks(operator: str, operands: list[Object], space: str, resources: Object) -> Iterator[str]:
    if operands and isinstance(operands[-1], Name):
        yield from PROCESS  # a pattern: whatever is in it
        return
    values = [float(value) for value in operands]
    kind = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}.get(operator, space)
    if kind == "/DeviceGray":
        yield from ("Black",) if values and values[0] < 1 else ()
    elif kind == "/DeviceCMYK":
        yield from (ink for ink, value in zip(PROCESS, values, strict=False) if value > 0)
    elif any(values) or kind == "/DeviceRGB":
        yield from _space(resources.get("/ColorSpace", Dictionary()).get(kind))


def _space(space: Object | None) -> tuple[str, ...]:
    """The plates of a colour space."""
    if isinstance(space, Array) and len(space) > 1:
        if space[0] == Name.Separation:
            return PROCESS if space[1] == Name.All else (str(space[1])[1:],)
        if space[0] == Name.DeviceN:
            return tuple(str(name)[1:] for name in space[1].as_list())
    if space in (Name.DeviceGray, Name.CalGray):
        return ("Black",)
    return PROCESS


def _thing(thing: Object, resources: Object, depth: int, fill: set[str]) -> Iterator[str]:
    if thing.get("/Subtype") == Name.Form:
        yield from _painted(thing, thing.get("/Resources", resources), depth + 1)
    elif thing.get("/ImageMask"):
        yield from fill
    else:
        yield from _space(thing.get("/ColorSpace"))
