"""PDF operators as text. Points; registration colour is on every plate."""

from __future__ import annotations

REGISTRATION = "/All CS 1 SCN"
REGISTRATION_FILL = "/All cs 1 scn"
BLACK = "0 0 0 1 k"


def number(value: float) -> str:
    """A number as short as can be, to a thousandth."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return short if short not in ("-0", "") else "0"


def numbers(*values: float) -> str:
    return " ".join(map(number, values))


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{numbers(x0, y0)} m {numbers(x1, y1)} l S"


def box(x: float, y: float, width: float, height: float, paint: str = "f") -> str:
    return f"{numbers(x, y, width, height)} re {paint}"


def target(x: float, y: float, radius: float) -> str:
    """A registration mark: a circle with a cross."""
    k = radius * 0.5523
    return "\n".join(
        (
            line(x - 1.6 * radius, y, x + 1.6 * radius, y),
            line(x, y - 1.6 * radius, x, y + 1.6 * radius),
            f"{numbers(x + radius, y)} m",
            f"{numbers(x + radius, y + k, x + k, y + radius, x, y + radius)} c",
            f"{numbers(x - k, y + radius, x - radius, y + k, x - radius, y)} c",
            f"{numbers(x - radius, y - k, x - k, y - radius, x, y - radius)} c",
            f"{numbers(x + k, y - radius, x + radius, y - k, x + radius, y)} c S",
        )
    )
