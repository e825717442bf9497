"""Page boxes -> content streams. Private parts of WeasyPrint 70: Stream, page.paint.

WeasyPrint's own write_pdf subsets fonts and writes a file for every document (22 ms a unit). Here a page is painted
into a bare stream; pictures and drawings are only named, fonts are joined once for the whole book at assembly.
"""

from __future__ import annotations

import contextlib
import logging
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf.stream import Stream

from book.findings import Span, place_of
from book.sheets import Form, Placed, Resources
from book.typeset.fonts import FontShelf

PX = 0.75
"""Points in a CSS pixel."""
_NO_NUMBER = re.compile(rb"(?<!\S)[+-]?(?:nan|inf)(?!\S)")
"""As Python writes what is none: readers of PDF take it for an operator."""
_LEVEL = 6
_QUICK = 1
"""For a stream that the press is to read and write anew."""


def alternative(element: Any) -> str:
    """The words for a picture or a drawing, for those who don't see it."""
    words: str = element.get("alt", "") or element.get("aria-label", "")
    return words


class PageStream(Stream):  # type: ignore[misc]
    """A content stream that takes its fonts from the shelf."""

    def __init__(self, shelf: FontShelf, *args: Any, **kwargs: Any) -> None:
        self._shelf = shelf
        self.place = Span()
        """Where the sources ask for what is being drawn."""
        super().__init__(*args, **kwargs)

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        return self._shelf.face(pango_font)

    @contextlib.contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """A picture without words for it is an ornament: an artifact, which no reader reads out."""
        self.place = place_of(box.element.get("data-src", "")) if box.element is not None else Span()
        ornament = tag == "Figure" and box.element is not None and not alternative(box.element)
        with self.artifact() if ornament else super().marked(box, tag):
            yield

    def clone(self, **kwargs: Any) -> Any:
        resources = kwargs.pop("resources", self._resources)
        return PageStream(
            self._shelf, self._fonts, self.page_rectangle, resources, self._images, self._tags, self._color_profiles,
            self._output_intent, compress=False, **kwargs,
        )  # fmt: skip


def new_stream(shelf: FontShelf, rectangle: tuple[float, ...], tags: dict[Any, Any] | None, cmyk: bool) -> PageStream:
    """An empty stream with resources of its own."""
    resources = pydyf.Dictionary(
        {name: pydyf.Dictionary() for name in ("ExtGState", "XObject", "Pattern", "Shading", "ColorSpace")}
    )
    return PageStream(shelf, {}, rectangle, resources, {}, tags, {}, "device-cmyk" if cmyk else None, compress=False)


def content(stream: PageStream) -> bytes:
    """The stream's operators, deflated."""
    level = _QUICK if stream._output_intent else _LEVEL
    data = b"\n".join(map(pydyf._to_bytes, stream.stream))
    if _NO_NUMBER.search(data):
        logging.getLogger("weasyprint").warning("Failed to place something: a size or a place is no number")
        data = _NO_NUMBER.sub(b"0", data)
    return zlib.compress(data, level)


def resources(stream: PageStream) -> Resources:
    """What the stream names, as data."""
    held = stream._resources
    pictures: dict[str, Placed] = {}
    drawings: dict[str, str] = {}
    forms: dict[str, Form] = {}
    for name, thing in held["XObject"].items():
        if isinstance(thing, Placed):
            pictures[name] = thing
        elif isinstance(thing, str):
            drawings[name] = thing
        else:
            forms[name] = _form(thing)
    return Resources(
        {name: _state(state) for name, state in held["ExtGState"].items()},
        {name: shading.data.decode("latin-1") for name, shading in held["Shading"].items()},
        pictures,
        drawings,
        forms,
        {name: _form(pattern) for name, pattern in held["Pattern"].items()},
    )


def _form(stream: PageStream) -> Form:
    entries = pydyf.Dictionary({key: value for key, value in stream.extra.items() if key != "Resources"})
    return Form(content(stream), entries.data.decode("latin-1")[2:-2], resources(stream))


def _state(state: Any) -> str:
    if "SMask" in state and "G" in state["SMask"]:
        mask = pydyf.Dictionary(state["SMask"])
        mask["G"] = f"{{form:{mask['G'].id}}}"
        state = pydyf.Dictionary({**state, "SMask": mask})
    return str(state.data.decode("latin-1"))


class PlacedPicture:
    """Stands for a picture in WeasyPrint's layout: it has a size and says where it was put, and is never decoded."""

    def __init__(self, path: str, width: int, height: int) -> None:
        self.path = path
        self.width = width
        self.height = height
        self.ratio = width / height

    def get_intrinsic_size(self, resolution: float, font_size: float) -> tuple[float, float, float]:
        return self.width / resolution, self.height / resolution, self.ratio

    def draw(self, stream: PageStream, width: float, height: float, style: Any) -> None:
        """Names the picture in the stream. Its size on paper is the transformation at this place."""
        (a, b, _), (c, d, _), _ = stream.ctm
        wide, high = width * (a * a + b * b) ** 0.5, height * (c * c + d * d) ** 0.5
        placed = Placed(self.path, round(wide, 2), round(high, 2), stream.place)
        names = stream._resources["XObject"]
        name = f"P{len(names)}"
        names[name] = placed
        stream.transform(width, 0, 0, -height, 0, height)
        stream.draw_x_object(name)


class PlacedDrawing:
    """Stands for an SVG drawing that many pages share: a form XObject, painted once in the book."""

    def __init__(self, key: str, width: float, height: float) -> None:
        self.key = key
        self.width = width
        self.height = height
        self.ratio = width / height

    def get_intrinsic_size(self, resolution: float, font_size: float) -> tuple[float, float, float]:
        return self.width, self.height, self.ratio

    def draw(self, stream: PageStream, width: float, height: float, style: Any) -> None:
        name = f"D{self.key[:16]}"
        stream._resources["XObject"][name] = self.key
        stream.transform(width / self.width, 0, 0, height / self.height)
        stream.draw_x_object(name)
