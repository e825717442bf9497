"""What is on a page, read from WeasyPrint's box tree (private, version 70): anchors, links, tags, lines of text.

One walk a page, about 0.2 ms. Judging is left to checks/layout.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from book.sheets import Link, PageFact, Resources, Sheet, Tagged, TextFact
from book.typeset.paint import alternative

PX = 0.75
_MM = 25.4 / 96
BOOK = "book:"


def page_rectangle(page: Any) -> tuple[float, float, float, float]:
    """The page with its bleed, in px: x, y, width, height."""
    bleed = page.bleed
    return (
        -bleed["left"],
        -bleed["top"],
        page.width + bleed["left"] + bleed["right"],
        page.height + bleed["top"] + bleed["bottom"],
    )


def sheet(page: Any, content: bytes, resources: Resources, tags: dict[Any, Any] | None) -> Sheet:
    """The page as data, with places in points from its lower left corner."""
    height = page.height

    def point(x: float, y: float) -> tuple[float, float]:
        return round(x * PX, 2), round((height - y) * PX, 2)

    links = []
    for kind, target, (x0, y0, x1, y1), _ in page.links:
        if kind == "external" and x1 > x0:
            links.append(Link(target, *point(x0, y1), *point(x1, y0)))
    return Sheet(
        content,
        resources,
        {name: point(area[0], area[1]) for name, area in page.anchors.items()},
        tuple(links),
        _tags(page._page_box, tags) if tags is not None else (),
        (round(page.width * PX, 3), round(height * PX, 3)),
    )


# --- the structure tree ----------------------------------------------------------------------------------------------

_TAGS = {"h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "p": "P", "li": "LI", "td": "TD", "th": "TH", "dt": "P"}


def _tags(root: Any, marks: dict[Any, Any]) -> tuple[Tagged, ...]:
    """Marked contents of a page, gathered by the nearest element with a meaning, in reading order."""
    gathered: list[tuple[str, str, Any, list[int]]] = []

    def visit(box: Any, tag: str, alt: str, owner: Any) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        element: Any = getattr(box, "element", None)
        name = element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""
        if name in ("img", "svg"):
            tag, alt, owner = "Figure", alternative(element), element
        elif name in _TAGS:
            tag, alt, owner = _TAGS[name], "", element
        mark = marks.get(box)
        if mark is not None:
            if gathered and gathered[-1][2] is owner and owner is not None:
                gathered[-1][3].append(mark["mcid"])
            else:
                gathered.append((tag, alt, owner, [mark["mcid"]]))
        for child in box.all_children() if hasattr(box, "all_children") else ():
            visit(child, tag, alt, owner)

    visit(root, "P", "", None)
    return tuple(Tagged(tag, alt, tuple(sorted(ids))) for tag, alt, _, ids in gathered)


# --- lines of text ---------------------------------------------------------------------------------------------------


class _Where:
    """What a box inherits on the way down: zone, source, and the edges of its block (px)."""

    __slots__ = ("left", "right", "source", "zone")

    def __init__(self, zone: str, source: str, left: float, right: float) -> None:
        self.zone = zone
        self.source = source
        self.left = left
        self.right = right


def page_fact(page: Any, index: int, covered: Any) -> PageFact:
    """The facts of one page. `covered(family, text)` gives the characters that the family's fonts lack."""
    root = page._page_box
    texts: list[TextFact] = []
    calls: list[str] = []
    notes: list[str] = []

    def visit(box: Any, where: _Where) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        element = getattr(box, "element", None)
        source = where.source
        if element is not None:
            source = element.get("data-src") or source
            tag = box.element_tag
            if tag.endswith("::footnote-call") and not isinstance(box, boxes.TextBox):
                calls.append(element.get("data-src") or element.get("id") or source)
        zone = where.zone
        left, right = where.left, where.right
        if isinstance(box, boxes.FootnoteAreaBox):
            zone = "note"
            notes.extend(child.element.get("data-src") or child.element.get("id") or "" for child in box.children)
        elif isinstance(box, boxes.MarginBox):
            zone = "margin"
        elif zone == "body" and box.is_absolutely_positioned():
            zone = "aside"
        if isinstance(box, boxes.TextBox):
            _add_text(texts, box, _Where(zone, source, left, right), covered)
            return
        if isinstance(box, (boxes.BlockContainerBox, boxes.TableCellBox)) and not isinstance(box, boxes.LineBox):
            left = box.content_box_x()
            right = left + box.width
        below = _Where(zone, source, left, right)
        for child in box.all_children():
            visit(child, below)

    visit(root, _Where("body", "", 0.0, page.width))
    return PageFact(
        index,
        round(page.width * _MM, 3),
        round(page.height * _MM, 3),
        round((root.content_box_y() + root.height) * _MM, 3),
        tuple(texts),
        not texts,
        tuple(calls),
        tuple(notes),
    )


def _add_text(texts: list[TextFact], box: Any, where: _Where, covered: Any) -> None:
    text = box.text
    if not text.strip():
        return
    family = box.style["font_family"][0]
    top = box.position_y + box.margin_top  # half of the leading is above
    texts.append(
        TextFact(
            text,
            round(box.position_x * _MM, 2),
            round((box.position_x + box.width) * _MM, 2),
            round(top * _MM, 2),
            round((top + box.height) * _MM, 2),
            round(where.left * _MM, 2),
            round(where.right * _MM, 2),
            where.zone,
            where.source,
            family,
            covered(family, text),
            text.endswith(box.style["hyphenate_character"]) and box.style["hyphens"] == "auto",
        )
    )
