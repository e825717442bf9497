"""An ISBN as an EAN-13 symbol (ISO/IEC 15420): bars, figures and quiet zones, as a drawing in black on white.

The figures are set in the book's own sans; OCR-B is customary, not needed: a scanner reads the bars alone. Lengths in
mm; all of them scale with the module.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import escape

from book.compose.metrics import width

NOMINAL = 0.33
"""The module for which the standard gives its lengths."""
BARS = 22.85
"""Height of the bars at the nominal module."""
MODULES = 95
QUIET_LEFT, QUIET_RIGHT, GUARD = 11, 7, 5
"""In modules: free before and after the bars; by how much the guards reach below the others."""
FIGURE = 2.75
"""Height of the figures at the nominal module."""
GAP = 0.5 * NOMINAL
"""Between the bars and the figures, at the nominal module."""
CAPITAL = 0.66
"""Height of capitals and lining figures of Source Sans 3 in em."""
ABOVE = 1.2
"""Between the words over the bars and the bars, at any module."""

_ODD = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
_PARITY = ("OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO")


class Symbol(NamedTuple):
    """The symbol in a white box of `width` x `height` with its quiet zones. `bars` is an SVG path from the box's upper
    left corner; `figures` are (figure, left edge of its place of `pitch`), standing on `baseline`, `size` high; `words`
    stand over the bars, from `left` and as wide as they are."""

    width: float
    height: float
    left: float
    bars: str
    figures: tuple[tuple[str, float], ...]
    pitch: float
    baseline: float
    size: float
    words: str
    words_baseline: float
    words_size: float


def digits_of(isbn: str) -> str:
    """The thirteen digits of an ISBN; "" where it is none, or its last digit is not what the others give."""
    digits = "".join(character for character in isbn if character in "0123456789")
    right = len(digits) == 13 and digits[:3] in ("978", "979") and check_digit(digits[:12]) == digits[12]
    return digits if right and set(isbn) <= set("0123456789- ") else ""


def check_digit(twelve: str) -> str:
    return str(-sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(twelve)) % 10)


def modules(digits: str) -> str:
    """The 95 modules of a symbol, "1" is a bar: guard, six figures, guard, six figures, guard."""
    left = "".join(
        _ODD[int(digit)] if parity == "O" else _right(digit)[::-1]
        for digit, parity in zip(digits[1:7], _PARITY[int(digits[0])], strict=True)
    )
    return f"101{left}01010{''.join(map(_right, digits[7:]))}101"


def _right(digit: str) -> str:
    """A figure of the right half: the odd one of the left half with bars and spaces exchanged."""
    return _ODD[int(digit)].translate(str.maketrans("01", "10"))


def symbol(isbn: str, module: float = NOMINAL) -> Symbol | None:
    """The symbol of an ISBN, with `module` mm for the thinnest bar; None where the ISBN is none."""
    digits = digits_of(isbn)
    if not digits:
        return None
    scale = module / NOMINAL
    left = QUIET_LEFT * module
    words = f"ISBN {isbn}"
    words_size = MODULES * module / width(words, "sans", 1)
    words_baseline = CAPITAL * words_size + 0.4
    top = words_baseline + ABOVE
    baseline = top + (BARS + GAP + FIGURE) * scale
    figures = [(digits[0], left - 9 * module)]
    figures += [(digit, left + (3 + 7 * at) * module) for at, digit in enumerate(digits[1:7])]
    figures += [(digit, left + (50 + 7 * at) * module) for at, digit in enumerate(digits[7:])]
    return Symbol(
        (QUIET_LEFT + MODULES + QUIET_RIGHT) * module, baseline + 0.4, left, _bars(modules(digits), left, top, module),
        tuple(figures), 7 * module, baseline, FIGURE * scale / CAPITAL, words, words_baseline, words_size,
    )  # fmt: skip


def svg(made: Symbol) -> str:
    """The symbol as a drawing in the inks black and paper."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {made.width:.3f} {made.height:.3f}" '
        f'width="{made.width:.3f}mm" height="{made.height:.3f}mm" font-family="Source Sans 3" fill="ink(black)">',
        f'<path d="M0 0h{made.width:.3f}v{made.height:.3f}H0z" fill="ink(paper)"/>',
        # Each bar by itself: the press judges what is painted at once, and thin black overprints.
        *(f'<path d="{bar}z"/>' for bar in made.bars.split("z") if bar),
        _text(made.left, made.words_baseline, made.words_size, made.words),
    ]
    for figure, x in made.figures:
        inset = (made.pitch - width(figure, "sans", made.size)) / 2
        parts.append(_text(x + inset, made.baseline, made.size, figure))
    return "".join([*parts, "</svg>"])


def _text(x: float, baseline: float, size: float, words: str) -> str:
    return f'<text x="{x:.3f}" y="{baseline:.3f}" font-size="{size:.3f}">{escape(words)}</text>'


def _bars(pattern: str, left: float, top: float, module: float) -> str:
    """The bars as closed paths, neighbours joined; guards reach lower."""
    path = []
    at = 0
    while at < len(pattern):
        run = len(pattern[at:]) - len(pattern[at:].lstrip("1"))
        if run:
            guard = GUARD * module if at < 3 or 45 <= at < 50 or at >= 92 else 0.0
            tall = BARS * module / NOMINAL + guard
            path.append(f"M{left + at * module:.3f} {top:.3f}h{run * module:.3f}v{tall:.3f}h-{run * module:.3f}z")
        at += max(run, 1)
    return "".join(path)
