"""Ink on the plates of a page: how to ask Ghostscript for them, and the densest window on what it gives.

Plates are grey pictures in which 0 is full ink. A window is a square of some mm; its mean is what counts, because a
point of much ink dries, an area does not (Ghent Workgroup 2022).
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import msgspec
from PIL import Image, ImageFilter, ImageMath

from book.preflight import bounds
from book.preflight.state import MM
from book.printed import Box, Coverage, PrintedPage

RESOLUTION = 72
PER_PAGE = 60_000_000
"""Bytes of one plate's file; no page that is looked at has more."""
_LARGEST_SIDE = 4000
"""Points of a media box whose plates are made: more than a metre."""
_NAME = re.compile(r"^(\d+)\((.*)\)\.tif$", re.DOTALL)
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


class Plates(msgspec.Struct, frozen=True):
    """The plates of one page: `inks` with their mean share of the page in per cent. `pictures` are PNGs of them (grey,
    0 is full ink) and `ink` one of their sum (255 is 400 %, or as much as there can be), where they were asked for."""

    index: int
    inks: dict[str, float]
    coverage: Coverage
    pictures: dict[str, bytes] = {}
    ink: bytes = b""


def arguments(program: str, pdf: str, first: int, last: int) -> list[str]:
    """Ghostscript's command for the plates of some pages (counted from 1), in files of its working folder."""
    return [
        program, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{RESOLUTION}",
        f"-dFirstPage={first}", f"-dLastPage={last}", "-sOutputFile=%d.tif", "--", pdf,
    ]  # fmt: skip


def plate_of(name: str) -> tuple[int, str] | None:
    """(page of the run, counted from 1; ink) of a file that Ghostscript left; None for one that is no plate."""
    found = _NAME.match(name)
    return (int(found[1]), found[2]) if found else None


def can_be_plated(page: PrintedPage) -> bool:
    """Whether the page is of a size that a machine prints, and was not too much to be read whole."""
    if any(damage.endswith((bounds.NOT_READ, bounds.CUT_SHORT)) for damage in page.damage):
        return False
    media = page.media
    return media is not None and max(media[2] - media[0], media[3] - media[1]) * page.user_unit <= _LARGEST_SIDE


def counted(page: PrintedPage, plates: Mapping[str, bytes], window: float, keep: bool = False) -> Plates | None:
    """The ink of a page from the files of its plates; None where they cannot be read. `window` in mm."""
    opened: dict[str, Image.Image] = {}
    for ink, data in sorted(plates.items(), key=lambda one: _order(one[0])):
        plate = _grey(data)
        if plate is None:
            return None
        opened[ink] = plate
    if not opened or len({plate.size for plate in opened.values()}) != 1:
        return None
    inner = {ink: plate.crop(_printed(page, plate.size)) for ink, plate in opened.items()}
    inks = {ink: round(_mean(plate), 2) for ink, plate in inner.items()}
    coverage = _densest(page, list(inner.values()), window)
    if not keep:
        return Plates(page.index, inks, coverage)
    pictures = {ink: _png(plate) for ink, plate in opened.items() if inks[ink] or ink in _PROCESS}
    return Plates(page.index, inks, coverage, pictures, _png(_ink_map(list(opened.values()))))


def _order(ink: str) -> tuple[int, str]:
    return (_PROCESS.index(ink) if ink in _PROCESS else len(_PROCESS), ink)


def _grey(data: bytes) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _printed(page: PrintedPage, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """What of the plates is printed and kept: the bleed, else the trim, else all; pixels from the upper left corner."""
    box, media = page.bleed or page.trim, page.media
    if box is None or media is None or page.rotate % 360:
        return 0, 0, *size
    unit = page.user_unit * RESOLUTION / 72
    x0, y0 = round((box[0] - media[0]) * unit), round((media[3] - box[3]) * unit)
    x1, y1 = round((box[2] - media[0]) * unit), round((media[3] - box[1]) * unit)
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(size[0], x1), min(size[1], y1)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else (0, 0, *size)


def _mean(plate: Image.Image) -> float:
    histogram = plate.histogram()
    total = sum(histogram)
    return sum((255 - value) * count for value, count in enumerate(histogram)) / total / 2.55 if total else 0.0


def _densest(page: PrintedPage, plates: list[Image.Image], window: float) -> Coverage:
    """The window with the most ink. Each plate is smoothed by itself: the mean of sums is the sum of means."""
    width, height = plates[0].size
    side = min(window / MM * RESOLUTION / 72, width, height)
    radius = max(0.0, (side - 1) / 2)
    smooth = [plate.filter(ImageFilter.BoxBlur(radius)) for plate in plates]
    total = _sum(smooth)
    # A window that hangs over the edge would count the edge more than once.
    edge = int(radius)
    inside = total.crop((edge, edge, max(edge + 1, width - edge), max(edge + 1, height - edge)))
    most = int(inside.getextrema()[1])  # type: ignore[arg-type]
    at = _where(inside, most)
    x, y = at[0] + edge, at[1] + edge
    window_box = _place(page, (x - radius, y - radius, x + radius + 1, y + radius + 1))
    return Coverage(round(most / 2.55, 1), window_box, "plates")


def _sum(plates: list[Image.Image]) -> Image.Image:
    """Ink of all plates, 255 for each full one."""
    total = ImageMath.lambda_eval(lambda args: 255 - args["a"], a=plates[0].convert("I"))
    for plate in plates[1:]:
        total = ImageMath.lambda_eval(lambda args: args["a"] + 255 - args["b"], a=total, b=plate.convert("I"))
    image: Image.Image = total
    return image


def _where(image: Image.Image, value: int) -> tuple[int, int]:
    """The middle of the pixels that have this value."""
    mask = ImageMath.lambda_eval(lambda args: args["convert"]((args["a"] >= value) * 255, "L"), a=image)
    box = mask.getbbox() or (0, 0, 1, 1)
    return (box[0] + box[2] - 1) // 2, (box[1] + box[3] - 1) // 2


def _place(page: PrintedPage, pixels: tuple[float, float, float, float]) -> Box:
    """Pixels of the printed part as mm from the upper left corner of the trim."""
    mm = MM * 72 / RESOLUTION
    outer, trim = page.bleed or page.trim or page.media, page.trim or page.media
    x = y = 0.0
    if outer is not None and trim is not None:
        x, y = (outer[0] - trim[0]) * page.user_unit * MM, (trim[3] - outer[3]) * page.user_unit * MM
    x0, y0, x1, y1 = pixels
    return round(x0 * mm + x, 2), round(y0 * mm + y, 2), round(x1 * mm + x, 2), round(y1 * mm + y, 2)


def _ink_map(plates: list[Image.Image]) -> Image.Image:
    scale = max(4, len(plates))
    image: Image.Image = ImageMath.lambda_eval(
        lambda args: args["convert"](args["a"] / scale, "L"), a=_sum(plates)
    )
    return image


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
