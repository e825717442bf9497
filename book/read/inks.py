"""styles/inks.yaml -> inks by name, and what is wrong with it; the inks that style sheets and drawings name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from book.findings import Finding, Span
from book.inks import NEEDED, Ink, Inks
from book.nearest import meant
from book.read.books import root_of
from book.read.convert import Field, Kind, MapOf, Pair, Record, Schema, wrong_type
from book.read.kinds import Choice, Number, Words, name
from book.read.nodes import Node, Sequence
from book.read.reader import Reader

_RESERVED = {"all", "none", "cyan", "magenta", "yellow", "black"}
"""What a plate cannot be called: PDF means something by it (ISO 32000-1, 8.6.6.4)."""


class Parts(Kind):
    """A list of so many numbers."""

    def __init__(self, count: int, highest: float, whole: bool = False) -> None:
        self.count = count
        self.number = Number(0, highest, whole)

    def read(self, node: Node, reader: Reader) -> tuple[float, ...] | None:
        if not isinstance(node, Sequence) or len(node.items) != self.count:
            wrong_type(node, reader, f"a list of {self.count} numbers", f"write [{', '.join('0' * self.count)}]")
            return None
        values = [self.number.read(item, reader) for item in node.items]
        return tuple(value for value in values if value is not None) if None not in values else None

    def schema(self) -> Schema:
        return {"type": "array", "items": self.number.schema(), "minItems": self.count, "maxItems": self.count}


INK = Record(
    "An ink: what it is on paper and on a screen",
    (
        Field("cmyk", Parts(4, 100), "per cent of cyan, magenta, yellow and black", required=True),
        Field("rgb", Parts(3, 255, whole=True), "red, green and blue, 0 to 255", required=True),
        Field(
            "spot", Words(32, r"[A-Za-z][A-Za-z0-9 .+-]*", "write Latin letters, digits and spaces, like Gold"),
            "the name of its own plate, where an edition has that as one of its spots",
        ),
        Field("tint", Number(1, 100), "per cent of that plate"),
        Field("overprint", Choice("auto", "always", "never"), "whether it is printed over what lies below"),
    ),
    dict,
)  # fmt: skip
INKS = MapOf(name(), INK)


def read_ink_file(path: str, data: bytes) -> tuple[dict[str, Ink], tuple[Finding, ...]]:
    """The inks of a file. Those that the press itself names and the file lacks are black, and reported."""
    reader = Reader(path)
    node = root_of(data, reader)
    pairs: tuple[Pair, ...] = (INKS.read(node, reader) if node is not None else None) or ()
    inks = {pair.name: Ink(**pair.value) for pair in pairs}
    _check_plates(pairs, inks, reader)
    _check_same(pairs, inks, reader)
    for needed in NEEDED:
        if needed not in inks:
            reader.report("P712", Span(path), f'the ink "{needed}" is missing')
    black = Ink((0, 0, 0, 100), (0, 0, 0))
    return {**dict.fromkeys(NEEDED, black), **inks}, reader.findings()


def _check_plates(pairs: tuple[Pair, ...], inks: Inks, reader: Reader) -> None:
    """A plate has one build that stands in for it: that of its ink at 100 %."""
    builds: dict[str, set[tuple[float, ...]]] = {}
    for ink in inks.values():
        builds.setdefault(ink.spot, set()).update({ink.cmyk} if ink.tint == 100 else ())
    for pair in pairs:
        spot = inks[pair.name].spot
        if spot.lower() in _RESERVED:
            reader.report("P713", pair.span, f'a plate cannot be called "{spot}"')
        elif spot and not builds[spot]:
            reader.report("P714", pair.span, f'no ink is the plate "{spot}" at 100 %')
        elif spot and len(builds[spot]) > 1:
            reader.report("P714", pair.span, f'the plate "{spot}" has more than one build at 100 %')


def _check_same(pairs: tuple[Pair, ...], inks: Inks, reader: Reader) -> None:
    seen: dict[tuple[float, ...], str] = {}
    for pair in pairs:
        ink = inks[pair.name]
        other = seen.setdefault(ink.cmyk, pair.name)
        known = inks[other]
        if (known.spot, known.tint, known.overprint) != (ink.spot, ink.tint, ink.overprint):
            what = f'"{pair.name}" and "{other}" have the same build and are printed otherwise'
            reader.report("P715", pair.span, what)


# --- where inks are named --------------------------------------------------------------------------------------------

_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->", re.DOTALL)
_OF_CSS = re.compile(r"var\(\s*--ink-([\w-]+)")
_OF_SVG = re.compile(r"\bink\(([^)]*)\)")
_INK = r"(?:var\(\s*--ink-|device-cmyk\(|\bink\(|currentcolor)"
_GRADIENT = re.compile(
    r"[\w-]*gradient\([^;{}]*?" + _INK  # of CSS
    + r"|\bstop-color\s*[=:]\s*[\"']?\s*" + _INK  # of SVG
    + r"|\bbox-shadow\s*:[^;{}]*?" + _INK
    + r"|\b(?:border|outline|column-rule)(?:-[\w-]+)?\s*:[^;{}]*?\b(?:groove|ridge|inset|outset)\b",
    re.IGNORECASE,
)  # fmt: skip


def check_ink_use(path: str, words: str, inks: Inks, cmyk: bool = True) -> tuple[Finding, ...]:
    """What is wrong with the inks that a style sheet or a drawing names; `cmyk`: an edition of the book is printed."""
    reader = Reader(path)
    words = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words)
    for ink, at in _named(path, words):
        if ink not in inks:
            hint = meant(ink, inks, f"declared are {', '.join(sorted(inks))}")
            reader.report("P711", _span(path, words, at), f'there is no ink "{ink[:40]}" in styles/inks.yaml', hint)
    for found in _GRADIENT.finditer(words) if cmyk else ():
        what = " ".join(found[0].split())[:40]
        reader.report("P716", _span(path, words, found.start()), f'"{what}…" mixes inks, which cannot be set')
    return reader.findings()


def _named(path: str, words: str) -> Iterator[tuple[str, int]]:
    for found in (_OF_SVG if path.endswith(".svg") else _OF_CSS).finditer(words):
        yield found[1].strip(), found.start()


def _span(path: str, words: str, at: int) -> Span:
    line = words.count("\n", 0, at)
    return Span(path, line + 1, at - (words.rfind("\n", 0, at) + 1) + 1)
