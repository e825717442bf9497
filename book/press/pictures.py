"""Pictures: what they are, and their plates: converted once per picture, size and inks.

Colours go through the picture's own profile (sRGB where it has none) and the press profile, relative colorimetric with
black point compensation, by LittleCMS (Pillow's ImageCms). Grey stays grey: one plate, no colour cast. Line art of one
bit stays so. What is reduced is sharpened; what is too heavy is made lighter (ink.py).
"""

from __future__ import annotations

import contextlib
import functools
import io
import itertools
import math
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageFilter, ImageOps, PngImagePlugin

from book.model import PictureFacts, Struct
from book.press.ink import densest, limited
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


def is_line_art(facts: PictureFacts) -> bool:
    """Whether a picture is of one bit. It stays so, pixel by pixel, and whether it has enough of them is judged where
    it stands. Greys made from two values would have the same steps, and pass for a photograph."""
    return facts.mode == "1"


class Wanted(Struct, frozen=True):
    """What a plate is to be. `size` in pixels; `cmyk` or RGB inks; `profile` of the press; no more ink than `limit` per
    cent; `window` is the side in pixels of the window in which ink is measured; `line_art`: of one bit."""

    size: tuple[int, int]
    cmyk: bool
    profile: bytes
    limit: float = 400
    window: int = 100
    line_art: bool = False


def plate(data: bytes, wanted: Wanted) -> tuple[Plate, bytes]:
    """The picture in the edition's inks, as a PDF image's dictionary and its stream.

    Raises DamagedPicture where the file is damaged beyond its head.
    """
    try:
        with _strict():
            image, source = _decoded(data, wanted)
    except _FAULTS as error:
        said = re.sub(r"\s*<[^>]*>", "", str(error))  # no addresses in memory
        raise DamagedPicture(said or "it cannot be decoded") from error
    faults: list[tuple[str, str]] = []
    if image.mode not in ("L", "1"):
        image = _converted(image, source, wanted, faults)
    image.info = {}  # no comments of cameras and programs in the book
    ink = densest(image, wanted.window)
    if image.mode == "1":
        dictionary = _dictionary(wanted.size, "/DeviceGray", "/Filter /FlateDecode", 1)
        return Plate(dictionary, *wanted.size, "DeviceGray", 1, "FlateDecode", ink), zlib.compress(image.tobytes(), 9)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0 if image.mode == "CMYK" else 2, optimize=False)
    space, decode = {
        "L": ("DeviceGray", ""),
        "RGB": ("DeviceRGB", ""),
        # Pillow writes CMYK as Adobe does, inverted: the PDF turns it back.
        "CMYK": ("DeviceCMYK", "/Decode [1 0 1 0 1 0 1 0]"),
    }[image.mode]
    dictionary = _dictionary(wanted.size, f"/{space}", f"/Filter /DCTDecode {decode}")
    return Plate(dictionary, *wanted.size, space, ink=ink, faults=tuple(faults)), out.getvalue()


def lost() -> tuple[Plate, bytes]:
    """A light grey in place of a picture that can't be decoded."""
    return Plate(_dictionary((1, 1), "/DeviceGray", ""), 1, 1, filter="", ink=20), b"\xcc"


def _dictionary(size: tuple[int, int], space: str, more: str, bits: int = 8) -> str:
    width, height = size
    head = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space}"
    return f"{head} /BitsPerComponent {bits} {more}".strip()


def _decoded(data: bytes, wanted: Wanted) -> tuple[Any, bytes | None]:
    """The picture upright at its size as 1, L, RGB or CMYK, and its profile."""
    image = _open(data)
    own, size = image.width * image.height, wanted.size
    if image.format == "JPEG" and image.width >= 2 * size[0]:
        image.draft(None, size)  # the decoder itself halves the picture: quicker, and as sharp
    source = image.info.get("icc_profile")
    if _orientation(image) != 1:
        image = ImageOps.exif_transpose(image)
    if wanted.line_art and image.mode == "1" and image.size == size and "transparency" not in image.info:
        return image, None
    if image.mode == "LAB":
        image, source = _of_lab(image), None
    image = _flattened(image)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        image = _sharpened(image, math.sqrt(own / (size[0] * size[1])))
    if image.mode == "RGB" and _neutral(image):
        image = image.getchannel(0)
    return image, source


def _sharpened(image: Any, reduction: float) -> Any:
    """An unsharp mask for what reducing has softened: the more, the more it was reduced. The blur of the mask is the
    binomial 1 2 1 in both directions (about 0.7 pixels); at three times and more four fifths of it are taken off."""
    amount = min(0.8, 0.4 * (reduction - 1))
    if amount < 0.02:
        return image
    side, corner = -2 * amount, -amount
    kernel = (corner, side, corner, side, 16 + 12 * amount, side, corner, side, corner)
    return image.filter(ImageFilter.Kernel((3, 3), kernel, 16))


def _of_lab(image: Any) -> Any:
    """A picture in CIE Lab as sRGB."""
    return ImageCms.applyTransform(image, _transform(b"", "LAB", "RGB", b""))


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


def _converted(image: Any, source: bytes | None, wanted: Wanted, faults: list[tuple[str, str]]) -> Any:
    """The picture in the edition's inks and within the ink limit."""
    target = "CMYK" if wanted.cmyk else "RGB"
    heavy = image.mode == target == "CMYK"
    if image.mode != target or source:
        try:
            image, most = _through(image, source or b"", target, wanted)
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken profile says nothing of the colours: read them as sRGB (or as the press's own CMYK).
            if not source:
                raise
            faults.append(("P490", "has a profile that is broken or of another kind"))
            return _converted(image, None, wanted, faults)
        heavy = most > wanted.limit
    return limited(image, wanted.limit) if heavy else image


def _through(image: Any, source: bytes, target: str, wanted: Wanted) -> tuple[Any, float]:
    """The picture through its profile and the press's; the most ink that the conversion can give, in per cent."""
    needed = wanted.profile if "CMYK" in (target, image.mode) else b""
    transform = _transform(source, image.mode, target, needed)
    most = _most(source, image.mode, needed) if target == "CMYK" else 0.0
    # Made here, and not blank: to whiten what is written over at once costs a twentieth of the conversion.
    return transform.apply(image, Image.new(target, image.size, None)), most


@functools.lru_cache(maxsize=8)
def _most(source: bytes, mode: str, profile: bytes) -> float:
    """The heaviest colour of a conversion to CMYK, looked for in a cube of 9 steps of every channel."""
    levels = [round(255 * at / 8) for at in range(9)]
    cube = bytes(value for colour in itertools.product(levels, repeat=len(mode)) for value in colour)
    pixels_ = Image.frombytes(mode, (len(cube) // len(mode), 1), cube)
    made: Any = ImageCms.applyTransform(pixels_, _transform(source, mode, "CMYK", profile))
    data = made.tobytes()
    return max(map(sum, zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True))) / 2.55


@functools.lru_cache(maxsize=8)
def _transform(source: bytes, mode: str, target: str, profile: bytes) -> Any:
    """A transform between two kinds of pixels; building one costs 30 ms, so they are kept."""
    of: Any
    to: Any
    if source:
        of = ImageCms.ImageCmsProfile(io.BytesIO(source))
    elif mode == "CMYK":
        of = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    else:
        of = ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB")
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
