"""Pictures: what they are, and their plates: converted once per picture, size and inks.

Colours go through the picture's own profile (sRGB where it has none) and the press profile, relative colorimetric with
black point compensation, by LittleCMS (Pillow's ImageCms). Grey stays grey: one plate, no colour cast.
"""

from __future__ import annotations

import contextlib
import functools
import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps, PngImagePlugin

from book.model import PictureFacts
from book.sheets import Plate

MOST_PIXELS = 100_000_000
"""Larger pictures are refused: at 350 ppi that is a print of 0.7 x 0.7 m."""
_QUALITY = 85
PngImagePlugin.MAX_TEXT_CHUNK = 16 << 20
"""Also the largest profile in a PNG; those of scanners have more than Pillow's 1 MB."""
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_ROTATED = {5, 6, 7, 8}
"""EXIF orientations that swap width and height (EXIF 2.32, 4.6.4 A)."""


_FAULTS = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, EOFError, struct.error,
    zlib.error, MemoryError, Image.DecompressionBombError, ImageCms.PyCMSError,
)  # fmt: skip
"""What the decoders raise over damaged files."""


class DamagedPicture(Exception):
    """A picture that can't be decoded; its head was sound."""


@contextlib.contextmanager
def _strict() -> Iterator[None]:
    """Pillow warns of odd files on standard error; what matters of that is a finding. WeasyPrint tells it to fill up
    what is missing of a picture with grey; here that is an error."""
    filled = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = filled


def _open(data: bytes) -> Any:
    return Image.open(io.BytesIO(data), formats=_FORMATS)


@_strict()
def examine(data: bytes) -> PictureFacts:
    """Size and kind of a picture file, rotation taken out, without decoding more than its head; `problem` where it
    cannot be used."""
    try:
        image = _open(data)
        width, height = image.size
        if width * height > MOST_PIXELS:
            return PictureFacts(width, height, image.mode, "it has more than 100 million pixels")
        if image.format == "JPEG" and data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda"):
            # No end of image after the last scan began (ISO 10918-1, B.1.1.3); cameras append data of their own.
            return PictureFacts(width, height, image.mode, "the file is cut short")
        if _orientation(image) in _ROTATED:
            width, height = height, width
    except Image.DecompressionBombError:
        return PictureFacts(problem="it has more than 100 million pixels")
    except _FAULTS:
        return PictureFacts(problem="it is not a picture, or a damaged one (JPEG, PNG, TIFF and WebP can be printed)")
    if not width or not height:
        return PictureFacts(problem="it has no pixels")
    return PictureFacts(width, height, image.mode)


def _orientation(image: Any) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except _FAULTS:
        return 1


def pixels(facts: PictureFacts, width: float, height: float, ppi: int) -> tuple[int, int]:
    """The size in pixels at which a picture of these facts is stored for a place of width x height points: its own
    size, or less where that is more than `ppi`."""
    scale = min(1.0, width / 72 * ppi / facts.width, height / 72 * ppi / facts.height)
    return max(1, round(facts.width * scale)), max(1, round(facts.height * scale))


def plate(data: bytes, size: tuple[int, int], cmyk: bool, profile: bytes) -> tuple[Plate, bytes]:
    """The picture at `size` pixels in the edition's inks, as a PDF image's dictionary and its stream.

    Raises DamagedPicture where the file is damaged beyond its head.
    """
    try:
        with _strict():
            image, source = _decoded(data, size)
    except _FAULTS as error:
        said = re.sub(r"\s*<[^>]*>", "", str(error))  # no addresses in memory
        raise DamagedPicture(said or "it cannot be decoded") from error
    if image.mode != "L":
        image = _converted(image, source, cmyk, profile)
    image.info = {}  # no comments of cameras and programs in the book
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0 if image.mode == "CMYK" else 2, optimize=False)
    space, decode = {
        "L": ("/DeviceGray", ""),
        "RGB": ("/DeviceRGB", ""),
        # Pillow writes CMYK as Adobe does, inverted: the PDF turns it back.
        "CMYK": ("/DeviceCMYK", "/Decode [1 0 1 0 1 0 1 0]"),
    }[image.mode]
    return Plate(_dictionary(size, space, f"/Filter /DCTDecode {decode}"), *size), out.getvalue()


def lost() -> tuple[Plate, bytes]:
    """A light grey in place of a picture that can't be decoded."""
    return Plate(_dictionary((1, 1), "/DeviceGray", ""), 1, 1), b"\xcc"


def _dictionary(size: tuple[int, int], space: str, more: str) -> str:
    width, height = size
    return (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} /BitsPerComponent 8 {more}"
    ).strip()


def _decoded(data: bytes, size: tuple[int, int]) -> tuple[Any, bytes | None]:
    """The picture upright at `size` pixels as L, RGB or CMYK, and its profile."""
    image = _open(data)
    if image.format == "JPEG" and image.width >= 2 * size[0]:
        image.draft(None, size)  # the decoder itself halves the picture: quicker, and as sharp
    source = image.info.get("icc_profile")
    if _orientation(image) != 1:
        image = ImageOps.exif_transpose(image)
    image = _flattened(image)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if image.mode == "RGB" and _neutral(image):
        image = image.getchannel(0)
    return image, source


def _neutral(image: Any) -> bool:
    """A grey picture saved in colour, as scanners do: one plate prints it without a cast."""
    for look in (image.resize((32, 32), Image.Resampling.NEAREST), image):  # most pictures show their colour at once
        red, green, blue = (look.getchannel(at).tobytes() for at in range(3))
        if not red == green == blue:
            return False
    return True


def _flattened(image: Any) -> Any:
    """The picture as L, RGB or CMYK, alpha laid on white paper, 16 bits brought to 8."""
    if image.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        image = image.convert("I").point(lambda value: value / 257).convert("L") if image.mode != "F" else image
        return image.convert("L")
    if image.mode in ("LA", "La"):
        paper = Image.new("LA", image.size, (255, 255))
        return Image.composite(image.convert("LA"), paper, image.getchannel("A")).getchannel("L")
    if image.mode in ("RGBA", "PA", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image)
        return paper.convert("RGB")
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image if image.mode in ("RGB", "CMYK") else image.convert("RGB")


def _converted(image: Any, source: bytes | None, cmyk: bool, profile: bytes) -> Any:
    if image.mode == "CMYK" and cmyk and not source:
        return image
    target = "CMYK" if cmyk else "RGB"
    if image.mode == target and not source:
        return image
    try:
        transform = _transform(source or b"", image.mode, target, profile if cmyk or image.mode == "CMYK" else b"")
        return ImageCms.applyTransform(image, transform)
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A broken profile says nothing of the colours: read them as sRGB (or as the press's own CMYK).
        if not source:
            raise
        return _converted(image, None, cmyk, profile)


@functools.lru_cache(maxsize=8)
def _transform(source: bytes, mode: str, target: str, profile: bytes) -> Any:
    """A transform between two kinds of pixels; building one costs 30 ms, so they are kept."""
    of: Any
    to: Any
    if source:
        of = ImageCms.ImageCmsProfile(io.BytesIO(source))
    else:
        of = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if mode == "CMYK" else ImageCms.createProfile("sRGB")
    to = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if target == "CMYK" else ImageCms.createProfile("sRGB")
    transform: Any = ImageCms.buildTransform(
        of, to, mode, target, ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    )
    transform.output_profile = _Unattached()
    return transform


class _Unattached:
    """Pillow attaches the target profile's bytes to every converted picture, which costs as much as the conversion;
    the PDF carries the profile once, as its output intent."""

    def tobytes(self) -> bytes:
        return b""
