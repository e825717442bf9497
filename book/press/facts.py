"""What was painted on a page -> PrintedPage: texts with their words and sources, lines, areas, pictures.

The walk knows where a text begins; which words stand there, how wide they are and which line of the sources they come
from is known from the layout (TextFact).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from book.findings import Span, place_of
from book.press.geometry import Box, around, common
from book.press.marks import Mark, Marks
from book.printed import Colour, PrintedPage, PrintedPath, PrintedPicture, PrintedText, Transparency
from book.sheets import PageFact, Placed, Plate, TextFact

POINTS = 72 / 25.4
"""Points in a millimetre."""
_NEAR = 0.06
"""mm: how far a text may begin from where the layout has it."""
_APART = 0.2
"""mm between paths that are told apart."""
_MOST = 120
"""Characters of a run that are told."""


class Words:
    """The texts of a page by where they begin."""

    def __init__(self, texts: Iterable[TextFact]) -> None:
        self._by_left: dict[int, list[TextFact]] = {}
        for text in texts:
            self._by_left.setdefault(round(text.x0 * 10), []).append(text)

    def at(self, x: float, y: float) -> TextFact | None:
        """The text whose baseline begins at x, y (mm)."""
        left = round(x * 10)
        for near in (left, left - 1, left + 1):
            for text in self._by_left.get(near, ()):
                if text.top - _NEAR <= y <= text.bottom + _NEAR and abs(text.x0 - x) < _NEAR:
                    return text
        return None


def printed_page(fact: PageFact, marks: Marks, plates: Mapping[Placed, Plate], about: PrintedPage) -> PrintedPage:
    """The facts of one page over `about`, which says which page it is. Marks are in mm from the upper left corner."""
    import msgspec

    words = Words(fact.texts)
    texts = _texts([mark for mark in marks.marks if mark.kind == "text"], words)
    paths = _paths([mark for mark in marks.marks if mark.kind in ("area", "line")])
    pictures = tuple(_picture(mark, plates) for mark in marks.marks if mark.kind == "picture")
    source = next((text.span for text in texts if text.span.path), Span())
    return msgspec.structs.replace(
        about,
        texts=tuple(texts),
        paths=tuple(paths),
        pictures=pictures,
        spaces=_spaces(marks.marks, pictures),
        transparency=tuple(Transparency(clear.kind, clear.detail, clear.box, source) for clear in marks.clear),
        groups=tuple(dict.fromkeys(marks.groups)),
        source=source,
    )


def _texts(marks: Sequence[Mark], words: Words) -> list[PrintedText]:
    """Runs of the same look and source as one."""
    runs: list[tuple[Mark, Box, str, list[str]]] = []
    for mark in marks:
        text = words.at(*mark.start)
        source = text.source if text else ""
        box = (text.x0, text.top, text.x1, text.bottom) if text else mark.box
        last = runs[-1] if runs else None
        if last is not None and last[2] == source and _alike(last[0], mark):
            runs[-1] = (last[0], around(last[1], box), source, last[3])
        else:
            runs.append((mark, box, source, []))
        if text:
            runs[-1][3].append(text.text)
    return [_text(*run) for run in runs]


def _alike(one: Mark, other: Mark) -> bool:
    return (
        one.fill is other.fill and one.stroke is other.stroke and abs(one.size - other.size) < 0.01
        and one.overprint == other.overprint and one.alpha == other.alpha
    )  # fmt: skip


def _text(mark: Mark, box: Box, source: str, said: list[str]) -> PrintedText:
    return PrintedText(
        box,
        round(mark.size * POINTS, 2),
        " ".join(said)[:_MOST],
        mark.fill.colour if mark.fill else None,
        mark.stroke.colour if mark.stroke else None,
        mark.overprint,
        mark.overprint,
        int(mark.overprint),
        mark.alpha,
        place_of(source),
    )


def _paths(marks: Sequence[Mark]) -> list[PrintedPath]:
    """Paths that look alike and touch as one; areas also have their smallest side."""
    found: list[PrintedPath] = []
    last: dict[tuple[object, ...], int] = {}
    for mark in marks:
        paint = mark.stroke or mark.fill
        assert paint is not None
        size = round(mark.size * POINTS, 3)
        line = mark.kind == "line"
        key = (line, id(paint), size if line else 0, mark.overprint, mark.alpha)
        at = last.get(key)
        known = found[at] if at is not None and _touch(found[at].box, mark.box) else None
        path = PrintedPath(
            around(known.box, mark.box) if known else mark.box,
            line,
            paint.colour,
            size if line else 0.0,
            0.0 if line else min(size, known.thin) if known else size,
            mark.overprint,
            int(mark.overprint),
            mark.alpha,
            known.count + 1 if known else 1,
        )
        if known and at is not None:
            found[at] = path
        else:
            last[key] = len(found)
            found.append(path)
    return found


def _touch(one: Box, other: Box) -> bool:
    x0, y0, x1, y1 = other
    return common(one, (x0 - _APART, y0 - _APART, x1 + _APART, y1 + _APART)) is not None


def _picture(mark: Mark, plates: Mapping[Placed, Plate]) -> PrintedPicture:
    placed = mark.placed
    assert placed is not None
    plate = plates[placed]
    inches = [max(side, 1e-6) / 25.4 for side in mark.sides]
    return PrintedPicture(
        mark.box,
        plate.width,
        plate.height,
        round(min(plate.width / inches[0], plate.height / inches[1]), 1),
        plate.bits,
        Colour(plate.space),
        filter=plate.filter,
        ink=plate.ink,
        name=placed.path,
        span=placed.span,
    )


def _spaces(
    marks: Sequence[Mark], pictures: Sequence[PrintedPicture]
) -> tuple[tuple[Colour, Box | None, Span], ...]:
    """Every colour space on the page once, where it is met first."""
    found: dict[tuple[object, ...], tuple[Colour, Box | None, Span]] = {}
    for mark in marks:
        for paint in (mark.fill, mark.stroke):
            if paint is not None and not paint.pattern:
                colour = paint.colour
                found.setdefault((colour.space, colour.inks), (colour, mark.box, Span()))
    for picture in pictures:
        found.setdefault((picture.colour.space, ()), (picture.colour, picture.box, picture.span))
    return tuple(found.values())
