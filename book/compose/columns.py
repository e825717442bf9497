"""Places the lines of an index in columns and pages before anything is set: CSS columns are dear (their time grows
faster than their length), and a page that is a unit of its own is set again only when its own numbers change.

Heights are points, estimated a little too high, so that no column overflows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from book.compose.metrics import MM, lines
from book.model import Struct

LINE = 10.5
MOST_LINES = 12
"""A longer entry goes on in a second item, so that columns can break inside it."""


class Locator(Struct, frozen=True):
    """A page of an entry, by anchor; with `end` the pages up to another anchor; `bold` where the book says most."""

    anchor: str
    end: str = ""
    bold: bool = False


class Item(Struct, frozen=True):
    """A line or more in a column. `kind`: group and head (small heads), entry, sub (one under the entry before it), on
    (an entry's further pages), again (what the column before has begun, said once more at the top of the next)."""

    kind: Literal["group", "head", "entry", "sub", "on", "again"]
    text: str
    locators: tuple[Locator, ...] = ()
    see: str = ""
    more: str = ""
    """Set in italics after the text (the region of a resort)."""


class Sheet(Struct, frozen=True):
    """A page of an index: its columns, and what its running head says."""

    columns: tuple[tuple[Item, ...], ...]
    first: str = ""
    last: str = ""


class Shape(Struct, frozen=True):
    """The columns of a page: how many, how wide; what heads and groups take, in a column and at its top. `carried`:
    heads that are cut by the end of a column are said again."""

    count: int
    measure: float
    head: float
    head_top: float
    group: float = 0.0
    group_top: float = 0.0
    carried: bool = False


INDEX = Shape(3, 43 * MM, 31.5, 15.75)
FINDER = Shape(2, 68 * MM, 21.0, 10.5, 31.5, 21.0, carried=True)
FULL = 532.0
OPENING = 462.0
"""Height of the columns on a page, and on the first one under its title."""


_AGAIN = "n" * 14
"""As long as "(continued)" in any language, which is said behind an item of the kind `again`."""


def _label(locator: Locator, digits: str) -> str:
    return f"{digits}–{digits}" if locator.end else digits


def item_lines(item: Item, shape: Shape, digits: str) -> int:
    """Lines of an entry; `digits` is as long as the longest page number."""
    words = item.text + (f" {item.more}" if item.more else "") + (f", {'0000'} {item.see}" if item.see else "")
    words = ", ".join(([words] if words else []) + [_label(locator, digits) for locator in item.locators])
    if item.kind == "again":
        return lines(f"{words} {_AGAIN}", "serif-bold", 9, shape.measure, hang=9)
    indent = 0
    if item.kind == "sub":
        words, indent = f"– {words}", 9
    return lines(words, "serif", 8.2 * 1.005, shape.measure - indent, hang=9)


def _split(item: Item, shape: Shape, digits: str) -> list[Item]:
    """An entry with very many pages as several items of at most MOST_LINES lines."""
    if item.kind in ("head", "group") or item_lines(item, shape, digits) <= MOST_LINES:
        return [item]
    room = max(1, int(shape.measure / (8.2 * 0.5 * (len(digits) + 2))) * (MOST_LINES - 2))
    parts = [item.locators[at : at + room] for at in range(0, len(item.locators), room)]
    first = Item(item.kind, item.text, parts[0] if parts else (), item.see, item.more)
    return [first, *(Item("on", "", part) for part in parts[1:])]


def _height(item: Item, shape: Shape, top: bool, digits: str) -> float:
    if item.kind == "head":
        return (shape.head_top if top else shape.head) + LINE * (_head_lines(item, shape) - 1)
    if item.kind == "group":
        return (shape.group_top if top else shape.group) + 15.75 * (_head_lines(item, shape) - 1)
    return item_lines(item, shape, digits) * LINE


def _head_lines(item: Item, shape: Shape) -> int:
    size = 15 if item.kind == "group" or shape.count == 3 else 9
    return lines(item.text, "display-bold" if size == 15 else "serif-bold", size, shape.measure)


def _again(items: Sequence[Item], at: int, shape: Shape) -> Item | None:
    """What is said again at the top of a column that begins with this item: the entry that it belongs to, or its
    head."""
    kind = items[at].kind
    if not at or kind in ("head", "group") or (kind == "entry" and not shape.carried):
        return None
    wanted = "head" if kind == "entry" else "entry"
    begun = next((item for item in reversed(items[:at]) if item.kind == wanted), None)
    return Item("again", begun.text) if begun is not None else None


def _column(
    items: Sequence[Item], heights: Sequence[tuple[float, float]], start: int, room: float, used: float
) -> int:
    """The item after the last that fits in a column of `room` points, of which so many are `used`; a head stays with
    what follows it, an entry with the first that stands under it."""
    at = start
    while at < len(items):
        height = heights[at][0 if at == start else 1]
        if used + height > room and at > start:
            break
        used += height
        at += 1
    while at < len(items) and at - 1 > start and (items[at - 1].kind in ("head", "group") or _first_sub(items, at)):
        at -= 1
    return at


def _first_sub(items: Sequence[Item], at: int) -> bool:
    """Whether a column that ends before `at` would part an entry from its first sub-entry."""
    return items[at].kind == "sub" and items[at - 1].kind in ("entry", "on")


class _Places:
    """Items on their way into columns of one shape."""

    def __init__(self, items: Sequence[Item], shape: Shape, digits: str) -> None:
        self.items = items
        self.shape = shape
        self.heights = [(_height(item, shape, True, digits), _height(item, shape, False, digits)) for item in items]
        self._digits = digits

    def again(self, at: int) -> tuple[Item, ...]:
        """What is said again above this item, at the top of a column."""
        begun = _again(self.items, at, self.shape) if at < len(self.items) else None
        return (begun,) if begun is not None else ()

    def page(self, start: int, room: float) -> list[int]:
        """Where each column of a page ends."""
        ends = []
        for _ in range(self.shape.count):
            used = sum(item_lines(item, self.shape, self._digits) * LINE for item in self.again(start))
            start = _column(self.items, self.heights, start, room, used)
            ends.append(start)
        return ends


def place(items: Sequence[Item], shape: Shape, digits: str = "000") -> tuple[Sheet, ...]:
    """All items in columns on pages; the columns of the last page are about equally long."""
    whole = [part for item in items for part in _split(item, shape, digits)]
    places = _Places(whole, shape, digits)
    sheets: list[Sheet] = []
    start = 0
    while start < len(whole):
        room = FULL if sheets else OPENING
        ends = places.page(start, room)
        if ends[-1] >= len(whole):
            low = max(LINE * 4, sum(height for _, height in places.heights[start:]) / shape.count - 3 * LINE)
            while low < room and places.page(start, low)[-1] < len(whole):
                low += LINE / 2
            ends = places.page(start, min(low, room))
        columns = tuple(
            (*places.again(begin), *whole[begin:end]) if begin < end else ()
            for begin, end in zip([start, *ends[:-1]], ends, strict=True)
        )
        entries = [item.text for item in whole[start : ends[-1]] if item.kind == "entry"]
        sheets.append(Sheet(columns, entries[0] if entries else "", entries[-1] if entries else ""))
        start = ends[-1]
    return tuple(sheets)
