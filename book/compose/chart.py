"""Draws the charts of the book as SVG: two inks, figures and words at the lines themselves, no legend.

Text is centred by hand (text-anchor: middle would make an RGB transparency group per label). Inks are named, ink(gold);
the caller puts an edition's colours in. One unit of the drawing is one point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from book.compose.metrics import MM, width

WIDE, NARROW = 141.0, 111.0
"""Widths of a chart in mm."""

SIZE, LABEL = 7.6, 8.6
_INKS = ("black", "gold", "grey")

Number = Callable[[float], str]


class Line(NamedTuple):
    """A series as it is drawn: its words, its ink, points in ascending x, the x that carry their figure."""

    label: str
    ink: str
    points: tuple[tuple[float, float], ...]
    mark: tuple[float, ...] = ()


def text(x: float, y: float, words: str, ink: str = "", italic: bool = False) -> str:
    style = f' font-family="Source Serif 4" font-style="italic" font-size="{LABEL}"' if italic else ""
    fill = f' fill="ink({ink})"' if ink else ""
    return f'<text x="{x:.2f}" y="{y:.2f}"{style}{fill}>{escape(words)}</text>'


def rule(x0: float, y0: float, x1: float, y1: float, ink: str, weight: float) -> str:
    return f'<path d="M{x0:.2f} {y0:.2f}L{x1:.2f} {y1:.2f}" stroke="ink({ink})" stroke-width="{weight:g}" fill="none"/>'


def sans(words: str) -> float:
    return width(words, "sans", SIZE)


def italic(words: str) -> float:
    return width(words, "serif-italic", LABEL)


def svg(across: float, height: float, parts: Sequence[str], title: str) -> Markup:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across * MM:.2f} {height:.2f}" width="{across:g}mm" '
        f'height="{height / MM:.2f}mm" font-family="Source Sans 3" font-size="{SIZE}" fill="ink(black)" '
        f'role="img" aria-label="{escape(title)}">'
    )
    return Markup(head + "".join(parts) + "</svg>")


def wrap(words: str, room: float, measure: Callable[[str], float], most: int = 3) -> list[str]:
    """Words in lines no wider than `room`, if they can be; at most `most` lines, the last one ends in … if cut."""
    lines: list[str] = []
    for word in words.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " …"]
    return lines or [""]


def ink_of(name: str, at: int) -> str:
    """The ink that a series asks for; one that isn't among the chart's inks gets the next of them."""
    return name if name in _INKS else _INKS[at % len(_INKS)]
