"""Lengths of units -> page numbers, sides and blanks. Pure; imports model only.

Folios: front matter is numbered in roman figures from i, the rest in arabic figures from 1. A recto is an odd page. The
front matter ends on a verso, so that page 1 is a recto. Pages that bring the book to a whole number of printer's sheets
stand at its end alone, before what the designer put on its last page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from book.model import Side, UnitPlan


class Leaf(msgspec.Struct, frozen=True, array_like=True):
    """One page of the book. `unit` is empty for a blank; `index` counts the unit's pages from 0; `label` is the folio's
    text whether it is printed or not; `folio` says in which figures it is printed."""

    unit: str
    index: int
    label: str
    side: Side
    folio: Literal["arabic", "roman", "none"] = "none"


class Pagination(msgspec.Struct, frozen=True, array_like=True):
    """The pages of the book in order, and for each unit the position of its first page."""

    leaves: tuple[Leaf, ...]
    starts: dict[str, int]

    def label(self, unit: str, index: int) -> str:
        return self.leaves[self.starts[unit] + index].label


_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
          (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def roman(number: int) -> str:
    """Lower-case roman figures: 4 -> iv."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def side_of(position: int) -> Side:
    """The side of the page at this position, from 0: the first page of a book is a recto."""
    return "verso" if position % 2 else "recto"


def opening(plan: UnitPlan, position: int, previous: UnitPlan | None) -> int:
    """The position of the unit's first page when everything before it ends at `position`: a blank is left where it must
    open on the other side, or where the front matter ends on a recto."""
    begins_body = plan.matter != "front" and (previous is None or previous.matter == "front")
    if plan.opens == "recto" or begins_body:
        return position + position % 2
    if plan.opens == "verso":
        return position + 1 - position % 2
    return position


class Ending(msgspec.Struct, frozen=True):
    """How the book ends: the number of pages is brought to a multiple of `multiple`. `fill` gives the unit of one page
    that is printed on a side that would be left over; a side without one stays blank. Pages after the last unit are
    for the printer: there are none without `trailing`."""

    multiple: int = 1
    fill: dict[Side, str] = {}
    trailing: bool = False

    @property
    def whole(self) -> int:
        """A leaf has two pages."""
        return self.multiple if self.multiple % 2 == 0 else 2 * self.multiple


PLAIN = Ending()


def openings(
    plans: Sequence[UnitPlan], length: Callable[[UnitPlan], int], ending: Ending = PLAIN
) -> Iterator[tuple[UnitPlan, int]]:
    """Each unit with the position of its first page. `length` is asked of a unit when its turn has come; of the units
    that end the book all together."""
    position = 0
    previous: UnitPlan | None = None
    for at, plan in enumerate(plans):
        if plan.last and (previous is None or not previous.last):
            start = _closing(plans[at:], length, position, previous, ending)
        else:
            start = opening(plan, position, previous)
        yield plan, start
        position = start + length(plan)
        previous = plan


def _closing(
    plans: Sequence[UnitPlan], length: Callable[[UnitPlan], int], position: int, previous: UnitPlan | None,
    ending: Ending,
) -> int:  # fmt: skip
    """Where the units that end the book begin: as soon as their end falls on the last page of a sheet, or on the page
    before it where they open on the last recto."""
    first, whole = plans[0], ending.whole
    lengths = [length(plan) for plan in plans]
    for start in range(position, position + 2 * whole):
        end, before = start + lengths[0], first
        for plan, pages in zip(plans[1:], lengths[1:], strict=True):
            end, before = opening(plan, end, before) + pages, plan
        left = -end % whole
        if left == 0 if first.last == "page" else start % 2 == 0 and left <= 1:
            return start
    return opening(first, position, previous)


def paginate(plans: Sequence[UnitPlan], lengths: Mapping[str, int], ending: Ending = PLAIN) -> Pagination:
    """Page numbers for units of these lengths in pages, in the order of `plans`."""
    leaves: list[Leaf] = []
    starts: dict[str, int] = {}
    first_arabic = 0
    previous: UnitPlan | None = None

    def fill(end: int, printed: bool, front: bool) -> None:
        while len(leaves) < end:
            position = len(leaves)
            side = side_of(position)
            label = _label(position, first_arabic, front or position < first_arabic)
            unit = ending.fill.get(side, "") if printed else ""
            starts.setdefault(unit, position)
            leaves.append(Leaf(unit, 0, label, side, "arabic" if unit else "none"))

    for plan, start in openings(plans, lambda plan: lengths[plan.id], ending):
        front = plan.matter == "front"
        if not front and (previous is None or previous.matter == "front"):
            first_arabic = start
        fill(start, bool(plan.last) and (previous is None or not previous.last), front)
        starts[plan.id] = start
        for index in range(lengths[plan.id]):
            position = len(leaves)
            leaves.append(Leaf(plan.id, index, _label(position, first_arabic, front), side_of(position), plan.folio))
        previous = plan
    if ending.trailing:
        closed = previous is not None and bool(previous.last)
        fill(len(leaves) + -len(leaves) % ending.whole, not closed, first_arabic == 0 and _all_front(plans))
    starts.pop("", None)
    return Pagination(tuple(leaves), starts)


def _all_front(plans: Sequence[UnitPlan]) -> bool:
    return all(plan.matter == "front" for plan in plans)


def _label(position: int, first_arabic: int, front: bool) -> str:
    return roman(position + 1) if front else str(position - first_arabic + 1)
