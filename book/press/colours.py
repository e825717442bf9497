"""Colours -> the edition's inks: DeviceCMYK and declared spot inks in pages, DeviceGray in luminosity masks.

Grey in any space becomes black alone; other colours go through the press profile, relative colorimetric with black
point compensation, by LittleCMS.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from PIL import Image, ImageCms

from book.inks import Ink
from book.press.objects import number
from book.printed import Colour

_GREY = 1.5 / 255
"""Red, green and blue nearer to each other than this are a grey."""
_SHOWN = 4
"""Decimals of an ink's amount: 1/10000 is below what any press shows."""


class Paint:
    """What areas or lines are painted with. Compared by identity: a Palette makes each once. `fill` and `stroke` are
    the operators that set it, `amounts` how much of each plate from 0 to 1; `black` is 100 % K and nothing else,
    `white` no ink at all."""

    __slots__ = ("amounts", "black", "colour", "fill", "overprint", "pattern", "spot", "stroke", "white")

    def __init__(
        self, colour: Colour, fill: bytes, stroke: bytes, overprint: str = "auto", pattern: str = "", spot: str = ""
    ) -> None:
        self.colour = colour
        self.fill = fill
        self.stroke = stroke
        self.overprint = overprint
        self.pattern = pattern
        self.spot = spot
        self.amounts = amounts = colour.amounts()
        self.white = bool(amounts) and not any(amounts.values())
        self.black = amounts.get("Black", 0) > 0.999 and sum(amounts.values()) < 1.001 and not spot


class Palette:
    """The paints of one edition. `known` are the marked inks (inks.recognised), `spots` the spot inks that have plates
    of their own; `mask`: everything becomes DeviceGray."""

    def __init__(
        self, profile: bytes, known: Mapping[tuple[int, int, int, int], Ink], spots: Sequence[str], mask: bool = False
    ) -> None:
        self._profile = profile
        self._known = known
        self._spots = {spot: f"S{at}" for at, spot in enumerate(spots)}
        self._mask = mask
        self._paints: dict[tuple[bytes, ...], Paint] = {}
        self._alike: dict[tuple[bytes, str], Paint] = {}
        self._transforms: dict[str, Any] = {}
        self.default = self.paint(b"DeviceGray", [b"0"])

    def spot_name(self, spot: str) -> str:
        """How content streams name a spot ink's colour space."""
        return self._spots[spot]

    def paint(self, space: bytes, operands: Sequence[bytes]) -> Paint:
        """The paint for a colour as a content stream says it."""
        key = (space, *operands)
        made = self._paints.get(key)
        if made is None:
            made = self._made(space, operands)
            # Black is black, whichever way it was said.
            made = self._paints[key] = self._alike.setdefault((made.fill, made.overprint), made)
        return made

    def _made(self, space: bytes, operands: Sequence[bytes]) -> Paint:
        if operands and operands[-1].startswith(b"/"):
            name = operands[-1]
            say = b"/Pattern cs\n%b scn" % name, b"/Pattern CS\n%b SCN" % name
            return Paint(Colour("Pattern"), *say, pattern=name[1:].decode("latin-1"))
        values = tuple(map(_amount, operands))
        ink = self._ink(values)
        if ink is not None and ink.spot in self._spots and not self._mask:
            name = self._spots[ink.spot].encode()
            tint = number(ink.tint / 100).encode()
            say = b"/%b cs\n%b scn" % (name, tint), b"/%b CS\n%b SCN" % (name, tint)
            colour = Colour("Separation", (ink.tint / 100,), (ink.spot,), "DeviceCMYK")
            return Paint(colour, *say, overprint=ink.overprint, spot=ink.spot)
        inks = self.inks(space.decode("latin-1"), values)
        said = " ".join(map(number, inks)).encode()
        if len(inks) == 1:
            return Paint(Colour("DeviceGray", inks), said + b" g", said + b" G")
        return Paint(
            Colour("DeviceCMYK", inks), said + b" k", said + b" K", overprint=ink.overprint if ink else "auto"
        )

    def _ink(self, values: tuple[float, ...]) -> Ink | None:
        if len(values) != 4:
            return None
        cyan, magenta, yellow, black = (round(value * 1_000_000) for value in values)
        return self._known.get((cyan, magenta, yellow, black))

    def inks(self, space: str, values: Sequence[float]) -> tuple[float, ...]:
        """A colour of any space in CMYK, or as a grey in a mask."""
        ink = self._ink(tuple(values))
        if ink is not None:
            values = [part / 100 for part in ink.cmyk]
        cmyk = self._cmyk(space, values)
        if self._mask:
            cyan, magenta, yellow, black = cmyk
            return (round(1 - min(1.0, 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black), _SHOWN),)
        return tuple(round(min(1.0, max(0.0, part)), _SHOWN) for part in cmyk)

    def _cmyk(self, space: str, values: Sequence[float]) -> tuple[float, float, float, float]:
        if len(values) == 4:
            cyan, magenta, yellow, black = values
            return cyan, magenta, yellow, black
        if len(values) == 1:
            return 0.0, 0.0, 0.0, 1 - values[0]
        if len(values) != 3:
            return 0.0, 0.0, 0.0, 1.0
        if space.lower().startswith("lab"):
            return self._of_lab(*values)
        if self._mask:
            return 1 - values[0], 1 - values[1], 1 - values[2], 0.0
        if max(values) - min(values) <= _GREY:
            return 0.0, 0.0, 0.0, 1 - sum(values) / 3
        pixel = tuple(round(255 * min(1.0, max(0.0, value))) for value in values)
        return self._through("RGB", Image.new("RGB", (1, 1), pixel))

    def _of_lab(self, lightness: float, a: float, b: float) -> tuple[float, float, float, float]:
        if abs(a) < 1 and abs(b) < 1:
            # L* -> Y (CIE 15, 8.2.1.1), Y -> a grey as sRGB has it (IEC 61966-2-1)
            y = ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3
            return 0.0, 0.0, 0.0, 1 - (1.055 * y ** (1 / 2.4) - 0.055 if y > 0.0031308 else 12.92 * y)
        pixel = bytes((round(lightness * 2.55), round(a) & 255, round(b) & 255))
        return self._through("LAB", Image.frombytes("LAB", (1, 1), pixel))

    def _through(self, mode: Literal["RGB", "LAB"], pixel: Any) -> tuple[float, float, float, float]:
        if mode not in self._transforms:
            self._transforms[mode] = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB" if mode == "RGB" else "LAB"),
                ImageCms.ImageCmsProfile(io.BytesIO(self._profile)), mode, "CMYK",
                ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )  # fmt: skip
        made: Any = ImageCms.applyTransform(pixel, self._transforms[mode])
        cyan, magenta, yellow, black = made.getpixel((0, 0))
        return cyan / 255, magenta / 255, yellow / 255, black / 255


def _amount(operand: bytes) -> float:
    try:
        return float(operand)
    except ValueError:
        return 0.0
