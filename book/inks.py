"""Inks by name, as styles/inks.yaml declares them: what a style sheet or a drawing may be coloured with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from book.model import Struct

Build = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black in per cent."""


class Ink(Struct, frozen=True):
    """`cmyk` in per cent, `rgb` 0 to 255. `spot` names the plate that it is printed from where an edition declares that
    spot ink, at `tint` per cent; its CMYK build stands in elsewhere. `overprint`: printed over what lies below
    ("always"), never ("never"), or as its colour asks for ("auto": black text and thin black lines overprint)."""

    cmyk: Build
    rgb: tuple[int, int, int]
    spot: str = ""
    tint: float = 100
    overprint: Literal["auto", "always", "never"] = "auto"


Inks = Mapping[str, Ink]

PROOF_INKS = ("fuzzy", "missing")
"""Behind what waits in a proof for translators; a book's own inks.yaml need not have them."""

NEEDED = ("black", "gold", "grey", "rule", "paper")
"""What charts, ornaments and the marks of a proof are drawn with."""


def spot_builds(inks: Inks) -> dict[str, Build]:
    """The spot inks by their plates' names, with what stands in for each elsewhere: the build of its ink at 100 %."""
    return {ink.spot: ink.cmyk for _, ink in sorted(inks.items(), reverse=True) if ink.spot and ink.tint == 100}


# --- how an ink is known again in a content stream -------------------------------------------------------------------

_UNIT = 1e-6
"""The last decimal that a content stream of ours carries, as a part of 1."""
_PRIMES = (7, 11, 13, 17)


def marked(inks: Inks, spots: Collection[str]) -> dict[str, Ink]:
    """The inks of an edition as style sheets and drawings are to say them.

    The typesetting engine carries a colour as four numbers and nothing else. An ink of which the press must know more
    than its build (it is printed from a plate of its own, or overprints by name) carries a mark in the last decimals of
    its build: too small to print, unlike any other ink. So everything that may be coloured may have it, and where the
    mark were lost, the build would stand there.
    """
    return {
        name: msgspec.structs.replace(ink, cmyk=_mark(ink.cmyk, at)) if _is_special(ink, spots) else ink
        for at, (name, ink) in enumerate(sorted(inks.items()))
    }


def recognised(inks: Inks, spots: Collection[str]) -> dict[tuple[int, int, int, int], Ink]:
    """The marked inks by their builds in millionths, as they come back from a content stream."""
    known: dict[tuple[int, int, int, int], Ink] = {}
    for name, ink in marked(inks, spots).items():
        if ink != inks[name]:
            cyan, magenta, yellow, black = (round(part / 100 / _UNIT) for part in ink.cmyk)
            known[cyan, magenta, yellow, black] = inks[name]
    return known


def _is_special(ink: Ink, spots: Collection[str]) -> bool:
    return ink.spot in spots or ink.overprint != "auto"


def _mark(build: Build, at: int) -> Build:
    """The build with millionths that tell its place among the inks; away from 0 and 100, which are the ends."""
    parts = []
    for part, prime in zip(build, _PRIMES, strict=True):
        step = 100 * _UNIT * (prime + at)
        parts.append(round(part - step if part > 50 else part + step, 6))
    cyan, magenta, yellow, black = parts
    return cyan, magenta, yellow, black
