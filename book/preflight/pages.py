"""The page tree, walked once with what pages inherit, and the labels of pages (ISO 32000-1, 7.7.3 and 12.4.2)."""

from __future__ import annotations

from typing import Any, NamedTuple

from book.preflight import bounds
from book.preflight.objects import Dictionary, array, get, key, name, number, numbers, of, text, tree, whole

Edges = tuple[float, float, float, float]
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class Leaf(NamedTuple):
    """A page: a reference or its dictionary, and what it inherits."""

    page: Any
    inherited: Dictionary

    def entry(self, word: str) -> Any:
        """An entry of the page, or the one that it inherits."""
        own = get(of(self.page), word)
        return of(self.inherited.get(word)) if own is None else own

    def box(self, word: str) -> Edges | None:
        """A box in points, put upright; None where there is none, or what stands there is no box."""
        found = self.entry(word)
        if not isinstance(found, list) or len(found) != 4 or any(number(one) is None for one in found):
            return None
        x0, y0, x1, y1 = numbers(found)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def leaves(catalog: Dictionary) -> tuple[list[Leaf], list[str]]:
    """(all pages in their order, what is wrong with the tree). A node that was there before is passed over."""
    found: list[Leaf] = []
    damage: dict[str, None] = {}
    pending: list[tuple[Any, Dictionary, int]] = [(dict.get(catalog, "/Pages"), {}, 0)]
    seen = set()
    while pending:
        reference, inherited, deep = pending.pop()
        mark = key(reference)
        if mark is not None and mark in seen:
            damage["its page tree comes back to itself"] = None
            continue
        if mark is not None:
            seen.add(mark)
        node = of(reference)
        if not isinstance(node, dict):
            damage["its page tree names something that is no page"] = None
            continue
        kids = get(node, "/Kids")
        if isinstance(kids, list) and name(get(node, "/Type")) != "Page":
            if deep > bounds.TREE_DEPTH or len(pending) > 4 * bounds.PAGES:
                damage["its page tree is too deep"] = None
                continue
            own = {**inherited, **{word: dict.get(node, word) for word in _INHERITED if word in node}}
            pending.extend((kid, own, deep + 1) for kid in reversed(kids))
        elif len(found) >= bounds.PAGES:
            damage[f"it has more than {bounds.PAGES:,} pages: the rest was not looked at"] = None
            break
        else:
            found.append(Leaf(reference, inherited))
    return found, list(damage)


def labels(catalog: Dictionary, count: int) -> list[str]:
    """The label of every page; its number in the file where the file gives none."""
    ranges: dict[int, Any] = {}
    for start, entry in tree(dict.get(catalog, "/PageLabels"), "/Nums"):
        at = number(start)
        if at is not None and 0 <= at < count:
            ranges[int(at)] = of(entry)
    found: list[str] = []
    style, prefix, first, begin = "D", "", 1, 0
    for index in range(count):
        if index in ranges:
            entry = ranges[index]
            style, prefix = name(get(entry, "/S")), text(get(entry, "/P"))[:40]
            first, begin = max(1, whole(get(entry, "/St"), 1)), index
        found.append(prefix + _numeral(style, first + index - begin) or str(index + 1))
    return found


def _numeral(style: str, value: int) -> str:
    if style == "D":
        return str(value)
    if style in ("r", "R"):
        roman = _roman(value)
        return roman if style == "R" else roman.lower()
    if style in ("a", "A") and value < 26 * 40:
        letters = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if style == "A" else letters.lower()
    return ""


def _roman(value: int) -> str:
    if value > 20_000:
        return str(value)
    found = ""
    for worth, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        count, value = divmod(value, worth)
        found += letters * count
    return found


def contents(page: Dictionary) -> list[Any]:
    """The content streams of a page, as they follow each other."""
    found = get(page, "/Contents")
    if isinstance(found, list):
        return array(page, "/Contents")[:10_000]
    return [] if found is None else [dict.get(page, "/Contents")]
