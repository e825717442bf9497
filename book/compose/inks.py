"""Inks by name: styles/inks.yaml -> custom properties for style sheets, colours for drawings.

Style sheets say var(--ink-gold), drawings say ink(gold); which colour that is depends on the edition alone.
"""

from __future__ import annotations

import re

from book.inks import Ink, Inks
from book.model import Edition


def colour_of(ink: Ink, colour: str) -> str:
    """An ink as CSS and SVG say it: device-cmyk() for "cmyk", #rrggbb for "rgb"."""
    if colour == "cmyk":
        return f"device-cmyk({' '.join(f'{part / 100:.6g}' for part in ink.cmyk)})"
    return "#" + "".join(f"{part:02x}" for part in ink.rgb)


def ink_css(inks: Inks, colour: str) -> str:
    """`html { --ink-gold: …; }` for a cmyk or an rgb edition."""
    return "html { " + " ".join(f"--ink-{name}: {colour_of(ink, colour)};" for name, ink in sorted(inks.items())) + " }"


DRAWN = 3.0
"""mm: so far beyond the page reaches what bleeds, also where the edition has no bleed, so that all look the same."""


def edition_css(inks: Inks, edition: Edition) -> str:
    """The style sheet "edition.css", which no file holds: inks, bleed, and how untranslated words and links look."""
    marked = f"underline dotted .9pt {colour_of(inks['gold'], edition.colour)}"
    pending = marked if edition.purpose == "proof" else "none"
    beyond = max(edition.bleed, DRAWN)
    page = f"html {{ --bleed: {edition.bleed:g}mm; --beyond: {beyond:g}mm; --pending: {pending} }}"
    # only in running text: contents and indexes are links from end to end
    links = f"\n.text a, .sources a {{ color: {colour_of(inks.get('link', inks['gold']), edition.colour)} }}"
    return f"{ink_css(inks, edition.colour)}\n{page}{links * edition.links}\n"


def substitute_inks(svg: str, inks: Inks, colour: str) -> str:
    """Puts an edition's colours where a drawing says ink(name); an unknown name becomes black."""

    def put(match: re.Match[str]) -> str:
        return colour_of(inks.get(match[1]) or inks["black"], colour)

    return re.sub(r"ink\(([a-z][a-z0-9_-]*)\)", put, svg)
