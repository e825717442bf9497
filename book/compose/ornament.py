"""Draws the book's one ornament, the ram's-horn line (қошқар мүйіз), as SVG.

A horn is a logarithmic spiral on a short stem, thick at the root and thin at the tip. Everything else (band, edge of a
field, plate) is that horn mirrored, turned or repeated. Colours are attributes, because the page's CSS does not reach
an SVG; they are inks by name (see inks.py). Lengths are in the units of each drawing's viewBox.
"""

from __future__ import annotations

import math
from itertools import pairwise

Points = list[tuple[float, float, float, float]]
"""x, y, heading, progress 0..1; y grows upward."""


def _centreline(stem: float, radius: float, turns: float, shrink: float, steps: int, start: float) -> Points:
    """One horn: up the stem, then outward to the right. The root reaches 3 units into the field: no seam."""
    x, y = start, stem
    points = [(start, -3.0, math.pi / 2, 0.0), (x, y, math.pi / 2, 0.0)]
    whole, fine = turns * 2 * math.pi, 24
    for i in range(1, steps + 1):
        for j in range(fine):
            theta = whole * (i - 1 + (j + 0.5) / fine) / steps
            step = radius * math.exp(-shrink * theta) * whole / steps / fine
            x += step * math.sin(theta)
            y += step * math.cos(theta)
        points.append((x, y, math.pi / 2 - whole * i / steps, i / steps))
    return points


def _curve(points: list[tuple[float, float, float]]) -> str:
    """Cubic curves through points with their headings."""
    out = ""
    for (x0, y0, h0), (x1, y1, h1) in pairwise(points):
        chord, turn = math.hypot(x1 - x0, y1 - y0), abs(h1 - h0)
        k = chord / 3 if turn < 1e-6 else chord * (4 / 3 * math.tan(turn / 4)) / (2 * math.sin(turn / 2))
        out += (
            f"C{x0 + k * math.cos(h0):.1f} {-(y0 + k * math.sin(h0)):.1f} "
            f"{x1 - k * math.cos(h1):.1f} {-(y1 - k * math.sin(h1)):.1f} {x1:.1f} {-y1:.1f}"
        )
    return out


def _outline(points: Points, root: float, tip: float) -> str:
    """Closed path with swelling width, ending in a round terminal."""

    def side(sign: int) -> list[tuple[float, float, float]]:
        out = []
        for x, y, h, t in points:
            half = sign * (root + (tip - root) * t) / 2
            out.append((x - half * math.sin(h), y + half * math.cos(h), h))
        return out

    left, right = side(+1), side(-1)
    back = [(x, y, h + math.pi) for x, y, h in reversed(right)]
    end = f"A{tip / 2:.2f} {tip / 2:.2f} 0 0 1 {right[-1][0]:.1f} {-right[-1][1]:.1f}"
    return f"M{left[0][0]:.1f} {-left[0][1]:.1f}" + _curve(left) + end + _curve(back) + "Z"


def horns(
    stem: float, radius: float, turns: float, shrink: float, root: float, tip: float, ball: float, steps: int = 14
) -> str:
    """A pair of horns on a common stem: SVG elements, root at 0,0, growing upward (negative y)."""
    points = _centreline(stem, radius, turns, shrink, steps, root / 2 - 0.15)  # the halves overlap: no hairline
    x, y, h, _ = points[-1]
    cx, cy = x + (ball - tip / 2) * math.sin(h), y - (ball - tip / 2) * math.cos(h)
    one = f'<path d="{_outline(points, root, tip)}"/><circle cx="{cx:.1f}" cy="{-cy:.1f}" r="{ball}"/>'
    return one + f'<g transform="scale(-1 1)">{one}</g>'


def _rhomb(cy: float) -> str:
    return f'<path d="M0 {cy - 6.6:g}L4.6 {cy:g}L0 {cy + 6.6:g}L-4.6 {cy:g}Z"/>'


def _document(box: str, body: str, size: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"{size}>{body}</svg>\n'


def device(ink: str) -> str:
    """Colophon size: one pair of horns between two rhombs, sturdy enough for 8 mm."""
    body = horns(14, 26, 1.22, 0.16, 6, 3.6, 4.4) + _rhomb(-52) + _rhomb(9)
    return _document("-53 -60 106 77", f'<g fill="ink({ink})">{body}</g>')


def band(ink: str, periods: int = 24, period: float = 60) -> str:
    """The thin border: horns stand and hang by turns on one line."""
    unit = horns(12, 12.6, 1.15, 0.12, 2.5, 1.9, 2.4, steps=10)
    placed = "".join(
        f'<use href="#h" transform="translate({(i + 0.5) * period / 2:g} 0) rotate({180 * (i % 2)})"/>'
        for i in range(2 * periods)
    )
    width = periods * period
    line = f'<path d="M0 -.7h{width:g}v1.4h-{width:g}z"/>'
    return _document(f"0 -29 {width:g} 58", f'<defs><g id="h">{unit}</g></defs><g fill="ink({ink})">{placed}{line}</g>')


EDGE_WIDTH, EDGE_HEIGHT, EDGE_ROOT = 132, 69, 3
"""The drawing of one pair of horns of an edge, in its own units: the edge lies EDGE_ROOT above its lower side."""


def growing(ink: str) -> str:
    """One pair of horns of an edge, for edges of any length."""
    pair = horns(30, 27.5, 1.28, 0.118, 7, 5, 5.2)
    box = f"{-EDGE_WIDTH // 2} {EDGE_ROOT - EDGE_HEIGHT} {EDGE_WIDTH} {EDGE_HEIGHT}"
    seam = f'<path d="M-1.5 {EDGE_ROOT}h3v-33h-3z"/>'  # over the middle of the stem, where its halves meet
    return _document(box, f'<g fill="ink({ink})">{pair}{seam}</g>')


def edge(width: float, height: float, periods: int, line: float, first: float = 0.0) -> str:
    """The border of a solid field, as in a felt syrmaq: the field grows horns into the paper, and the paper grows the
    same horns into the field between them. Millimetres; `line` from the top to the field; `first`: where the first
    inked horn stands, in periods from the left."""
    period = width / periods
    pair = horns(30, 27.5, 1.28, 0.118, 7, 5, 5.2)

    def grown(offset: float, turn: str) -> str:
        return "".join(
            f'<use href="#h" transform="translate({(first + offset + i) * period:.3f} {line:g}) '
            f'scale({period / 132:.5f}){turn}"/>'
            for i in range(-1, periods + 2)
            if -0.6 < first + offset + i < periods + 0.6
        )

    body = (
        f'<defs><g id="h">{pair}</g></defs>'
        f'<g fill="ink(gold)"><path d="M0 {line:g}h{width:g}v{height - line:g}H0z"/>{grown(0, "")}</g>'
        f'<g fill="ink(paper)">{grown(0.5, " rotate(180)")}</g>'
    )
    return _document(f"0 0 {width:g} {height:g}", body, f' width="{width:g}mm" height="{height:g}mm"')


def drawings() -> dict[str, str]:
    """Everything in styles/ornaments, by file name."""
    return {
        "horn-gold.svg": device("gold"),
        "horn-paper.svg": device("paper"),
        "band-gold.svg": band("gold"),
        "edge-gold.svg": growing("gold"),
        "edge-paper.svg": growing("paper"),
        "field-opener.svg": edge(176, 246, 3, 112, first=0.5),
        "field-plate.svg": edge(54, 66.4, 3, 51, first=0.5),
    }
