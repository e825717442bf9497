"""The outline (bookmarks) as a PDF tree (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from book.assemble.writer import PdfWriter, text


def write_outline(writer: PdfWriter, places: Sequence[tuple[int, str, str]]) -> int:
    """Writes the tree of (level, label, destination) entries, a level at most one deeper than the entry before counts
    as such; returns the root's number. Only the first level is open."""
    root = writer.reserve()
    numbers = [writer.reserve() for _ in places]
    parents: list[int] = []
    children: dict[int, list[int]] = {}
    trail: list[tuple[int, int]] = []
    for at, (level, _, _) in enumerate(places):
        while trail and trail[-1][0] >= level:
            trail.pop()
        parents.append(trail[-1][1] if trail else -1)
        children.setdefault(parents[-1], []).append(at)
        trail.append((level, at))
    for at, (_, label, target) in enumerate(places):
        siblings = children[parents[at]]
        place = bisect.bisect_left(siblings, at)
        entries = (
            f"/Title {text(label)} /Parent {numbers[parents[at]] if parents[at] >= 0 else root} 0 R /Dest {target}"
        )
        if place:
            entries += f" /Prev {numbers[siblings[place - 1]]} 0 R"
        if place + 1 < len(siblings):
            entries += f" /Next {numbers[siblings[place + 1]]} 0 R"
        if below := children.get(at):
            entries += f" /First {numbers[below[0]]} 0 R /Last {numbers[below[-1]]} 0 R /Count -{len(below)}"
        writer.put(f"<<{entries}>>", numbers[at])
    top = children.get(-1, [])
    ends = f"/First {numbers[top[0]]} 0 R /Last {numbers[top[-1]]} 0 R " if top else ""
    writer.put(f"<</Type /Outlines {ends}/Count {len(top)}>>", root)
    return root
