"""Lengths of units -> page numbers, sides and blanks. Pure; imports model only.

Folios: front matter is numbered in roman figures from i, the rest in arabic figures from 1. A recto is an odd page. The
front matter ends on a verso, so that page 1 is a recto.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def paginate(plans: Sequence[UnitPlan], lengths: Mapping[str, int]) -> Pagination:
    """Page numbers for units of these lengths in pages, in the order of `plans`."""
    leaves: list[Leaf] = []
    starts: dict[str, int] = {}
    first_arabic = 0
    previous: UnitPlan | None = None
    for plan in plans:
        start = opening(plan, len(leaves), previous)
        front = plan.matter == "front"
        if not front and (previous is None or previous.matter == "front"):
            first_arabic = start
        while len(leaves) < start:
            in_front = front or len(leaves) < first_arabic
            leaves.append(Leaf("", 0, _label(len(leaves), first_arabic, in_front), side_of(len(leaves))))
        starts[plan.id] = start
        for index in range(lengths[plan.id]):
            position = len(leaves)
            leaves.append(Leaf(plan.id, index, _label(position, first_arabic, front), side_of(position), plan.folio))
        previous = plan
    return Pagination(tuple(leaves), starts)


def _label(position: int, first_arabic: int, front: bool) -> str:
    return roman(position + 1) if front else str(position - first_arabic + 1)
