"""Pictures: what is said of them, and their plates in each edition's inks."""

from __future__ import annotations

import contextlib
import io
import re
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile, ImageFilter, PngImagePlugin

from book.model import PictureFacts
from book.press.pictures import DamagedPicture, Wanted, examine, is_line_art, lost, pixels, plate
from book.sheets import Plate
from tests.books import ROOT

PROFILE = (ROOT / "styles" / "profiles" / "ISOcoated_v2_300_bas.icc").read_bytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def saved(image: Any, format: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def halves(mode: str, left: Any, right: Any, size: tuple[int, int] = (64, 48)) -> Any:
    """Two colours side by side."""
    image = Image.new(mode, size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


def seen(made: tuple[Plate, bytes]) -> Any:
    """The plate's pixels; Pillow turns Adobe's inverted CMYK back, as the plate's Decode says to a PDF reader."""
    head, data = made
    image = Image.open(io.BytesIO(data))
    space = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}[image.mode]
    assert f"/ColorSpace {space} " in head.dictionary
    assert ("/Decode [1 0 1 0 1 0 1 0]" in head.dictionary) == (image.mode == "CMYK")
    assert f"/Width {image.width} /Height {image.height} " in head.dictionary
    assert image.size == (head.width, head.height)
    return image


def made(data: bytes, cmyk: bool = False, size: tuple[int, int] | None = None) -> Any:
    facts = examine(data)
    assert facts.problem == ""
    return seen(plate(data, Wanted(size or (facts.width, facts.height), cmyk, PROFILE)))


def at(image: Any, side: str) -> tuple[int, ...]:
    """The colour in the middle of a half."""
    value = image.getpixel((image.width // 4 if side == "left" else image.width * 3 // 4, image.height // 2))
    return value if isinstance(value, tuple) else (value,)


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 3) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


RED, WHITE = (200, 30, 40), (255, 255, 255)

COLOURED = {
    "PNG": saved(halves("RGB", RED, WHITE)),
    "JPEG": saved(halves("RGB", RED, WHITE), "JPEG", quality=95, subsampling=0),
    "progressive JPEG": saved(halves("RGB", RED, WHITE), "JPEG", quality=95, subsampling=0, progressive=True),
    "TIFF": saved(halves("RGB", RED, WHITE), "TIFF", compression="tiff_lzw"),
    "WebP": saved(halves("RGB", RED, WHITE), "WEBP", lossless=True),
    "palette": saved(halves("RGB", RED, WHITE).quantize(4)),
    "alpha": saved(halves("RGBA", (*RED, 255), (0, 0, 0, 0))),
    "palette with a transparent colour": saved(halves("P", 1, 0), transparency=0),
    "sRGB profile": saved(halves("RGB", RED, WHITE), icc_profile=SRGB),
    "profile that is none": saved(halves("RGB", RED, WHITE), icc_profile=b"no profile" * 20),
    "profile cut short": saved(halves("RGB", RED, WHITE), icc_profile=SRGB[:200]),
    "profile of another kind": saved(halves("RGB", RED, WHITE), icc_profile=PROFILE),
}


def palette(data: bytes) -> bytes:
    """The palette picture with red as colour 1."""
    image = Image.open(io.BytesIO(data))
    image.putpalette([0, 0, 0, *RED, *[0] * 750])
    return saved(image, transparency=0)


COLOURED["palette with a transparent colour"] = palette(COLOURED["palette with a transparent colour"])


@pytest.mark.parametrize("kind", COLOURED)
def test_colours_in_an_rgb_edition(kind: str) -> None:
    image = made(COLOURED[kind])
    assert image.mode == "RGB"
    assert near(at(image, "left"), RED, 6), at(image, "left")
    assert near(at(image, "right"), WHITE, 2)


@pytest.mark.parametrize("kind", COLOURED)
def test_colours_in_a_cmyk_edition(kind: str) -> None:
    """White stays bare paper; the red comes back from the press profile as it went in."""
    image = made(COLOURED[kind], cmyk=True)
    assert image.mode == "CMYK"
    assert at(image, "right") == (0, 0, 0, 0)
    back = ImageCms.profileToProfile(
        image, io.BytesIO(PROFILE), ImageCms.createProfile("sRGB"), outputMode="RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    assert near(at(back, "left"), RED, 10), at(back, "left")


GREY = {
    "L": saved(halves("L", 90, 255)),
    "JPEG": saved(halves("L", 90, 255), "JPEG", quality=95),
    "1 bit": saved(halves("1", 0, 1)),
    "16 bit": saved(halves("I;16", 90 * 257, 65535)),
    "16 bit TIFF": saved(halves("I;16", 90 * 257, 65535), "TIFF"),
    "alpha": saved(halves("LA", (90, 255), (0, 0))),
    "half transparent": saved(halves("LA", (0, 165), (255, 10))),
    "transparent grey": saved(halves("L", 90, 7), transparency=7),
    "grey in colour": saved(halves("RGB", (90, 90, 90), WHITE)),
    "grey in colour, JPEG": saved(halves("RGB", (90, 90, 90), WHITE), "JPEG", quality=95),
    "grey palette": saved(halves("L", 90, 255).convert("P")),
}


@pytest.mark.parametrize("cmyk", [False, True], ids=["rgb", "cmyk"])
@pytest.mark.parametrize("kind", GREY)
def test_grey_stays_one_plate(kind: str, cmyk: bool) -> None:
    image = made(GREY[kind], cmyk)
    assert image.mode == "L"
    assert near(at(image, "left"), (0 if kind == "1 bit" else 90,), 2), at(image, "left")
    assert at(image, "right") == (255,)


def test_sixteen_bits_keep_their_steps() -> None:
    ramp = Image.new("I;16", (256, 8))
    for x in range(256):
        ramp.paste(x * 257, (x, 0, x + 1, 8))
    image = made(saved(ramp))
    assert [image.getpixel((x, 4)) for x in range(20, 250, 40)] == pytest.approx(range(20, 250, 40), abs=3)


def test_cmyk_stays_as_it_was_separated_where_it_has_no_profile() -> None:
    colours = halves("CMYK", (0, 230, 200, 10), (0, 0, 0, 0))
    for data in (saved(colours, "JPEG", quality=98, subsampling=0), saved(colours, "TIFF")):
        image = made(data, cmyk=True)
        assert near(at(image, "left"), (0, 230, 200, 10), 4)
        assert at(image, "right") == (0, 0, 0, 0)
        back = made(data, cmyk=False)
        assert back.mode == "RGB"
        red, green, blue = at(back, "left")
        assert red > 180 and green < 80 and blue < 100
        assert near(at(back, "right"), WHITE, 2)


def wide_gamut() -> bytes:
    """A profile with the primaries of Adobe RGB: sRGB's own with their tags exchanged (XYZType, ICC.1:2010, 10.31)."""
    data = bytearray(SRGB)
    tags = {}
    for index in range(struct.unpack(">I", data[128:132])[0]):
        name, offset, size = struct.unpack(">4sII", data[132 + 12 * index : 144 + 12 * index])
        tags[name] = (offset, size)
    primaries = {
        b"rXYZ": (0.60974, 0.31111, 0.01947), b"gXYZ": (0.20528, 0.62567, 0.06087), b"bXYZ": (0.14919, 0.06322, 0.74457)
    }  # fmt: skip
    for name, xyz in primaries.items():
        data[tags[name][0] + 8 : tags[name][0] + 20] = b"".join(struct.pack(">i", round(v * 65536)) for v in xyz)
    return bytes(data)


def test_an_embedded_profile_decides_what_the_numbers_mean() -> None:
    colours = halves("RGB", (120, 200, 90), WHITE)
    plain = made(saved(colours))
    wide = made(saved(colours, icc_profile=wide_gamut()))
    assert near(at(wide, "right"), WHITE, 2)
    # The same numbers are a stronger green there: less red and more green in sRGB.
    assert at(wide, "left")[0] < at(plain, "left")[0] - 15
    assert at(wide, "left")[1] >= at(plain, "left")[1] - 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_rotation_of_a_camera_is_taken_out(orientation: int) -> None:
    upright = Image.new("RGB", (60, 40), WHITE)
    upright.paste(RED, (0, 0, 30, 20))  # red at the upper left
    turned = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = upright.transpose(turned) if turned is not None else upright
    data = saved(stored, "JPEG", quality=95, subsampling=0, exif=exif)
    facts = examine(data)
    assert (facts.width, facts.height) == (60, 40)
    image = made(data)
    assert near(image.getpixel((15, 10)), RED, 8)
    assert all(near(image.getpixel(place), WHITE, 4) for place in ((45, 10), (15, 30), (45, 30)))
    assert not image.getexif()


# --- size ------------------------------------------------------------------------------------------------------------


def test_pixels_are_as_many_as_the_press_can_use() -> None:
    facts = PictureFacts(3000, 2000, "RGB")
    # 36 mm x 24 mm at 350 ppi; and never more than there are.
    assert pixels(facts, 36 / 25.4 * 72, 24 / 25.4 * 72, 350) == (496, 331)
    assert pixels(facts, 3000, 2000, 350) == (3000, 2000)
    assert pixels(facts, 0.01, 0.01, 350) == (1, 1)


@given(st.integers(1, 9000), st.integers(1, 9000), st.floats(1, 600), st.sampled_from([150, 200, 350]))
def test_never_enlarged_and_never_finer_than_asked(width: int, height: int, points: float, ppi: int) -> None:
    found = pixels(PictureFacts(width, height), points, points * height / width, ppi)
    assert found[0] <= width and found[1] <= height
    assert found[0] <= max(1, points / 72 * ppi + 0.5)


@pytest.mark.parametrize("size", [(64, 48), (32, 24), (20, 15), (8, 6), (1, 1)])
def test_a_plate_has_the_size_asked_for(size: tuple[int, int]) -> None:
    for data in (COLOURED["PNG"], COLOURED["JPEG"], GREY["16 bit"]):
        assert seen(plate(data, Wanted(size, True, PROFILE))).size == size


def test_a_large_photograph_keeps_its_colours_when_it_is_halved_while_it_is_decoded() -> None:
    data = saved(halves("RGB", RED, WHITE, (1600, 1200)), "JPEG", quality=95)
    image = made(data, size=(100, 75))
    assert near(at(image, "left"), RED, 6)


# --- the same bytes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cmyk", [False, True])
def test_the_same_picture_gives_the_same_plate_whatever_came_before(cmyk: bool) -> None:
    first = plate(COLOURED["sRGB profile"], Wanted((30, 20), cmyk, PROFILE))
    for kind in reversed(COLOURED):
        plate(COLOURED[kind], Wanted((30, 20), not cmyk, PROFILE))
        plate(COLOURED[kind], Wanted((30, 20), cmyk, PROFILE))
    assert plate(COLOURED["sRGB profile"], Wanted((30, 20), cmyk, PROFILE)) == first


@pytest.mark.parametrize("cmyk", [False, True])
def test_nothing_of_the_file_but_its_picture_goes_into_the_book(cmyk: bool) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken in secret"
    notes = {"comment": b"/home/editor/secret.jpg", "exif": exif, "icc_profile": SRGB, "dpi": (72, 72)}
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "secret")
    for data in (saved(halves("RGB", RED, WHITE), "JPEG", **notes), saved(halves("L", 90, 255), "JPEG", **notes),
                 saved(halves("RGB", RED, WHITE), pnginfo=text, icc_profile=SRGB)):  # fmt: skip
        _, out = plate(data, Wanted((64, 48), cmyk, PROFILE))
        assert b"secret" not in out
        assert b"ICC_PROFILE" not in out


# --- what is no picture ----------------------------------------------------------------------------------------------


def png_head(width: int, height: int) -> bytes:
    """A PNG that claims a size and has no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


BAD = {
    "nothing": b"",
    "text": "Портрет".encode(),
    "HTML": b"<html><img src=x></html>",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "GIF": saved(Image.new("P", (4, 4)), "GIF"),
    "BMP": saved(Image.new("RGB", (4, 4)), "BMP"),
    "PDF": saved(Image.new("RGB", (4, 4)), "PDF"),
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n(x) run\n",
    "head of a JPEG": COLOURED["JPEG"][:20],
    "head of a PNG": COLOURED["PNG"][:20],
    "no pixels": png_head(0, 10),
    "bomb": png_head(60_000, 60_000),
    "bomb of 200 million": png_head(20_000, 10_000),
    "large": png_head(12_000, 9_000),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_picture_is_said(kind: str) -> None:
    problem = examine(BAD[kind]).problem
    assert problem
    assert ("100 million" in problem) == (kind in ("bomb", "bomb of 200 million", "large"))
    assert " at 0x" not in problem


def test_a_jpeg_cut_short_is_said_and_one_with_something_after_it_is_not() -> None:
    exif = Image.Exif()
    whole = saved(halves("RGB", RED, WHITE, (400, 300)), "JPEG", quality=95, exif=exif)
    assert examine(whole).problem == ""
    assert examine(whole + b"\0" * 300).problem == ""
    assert examine(whole + b"MPF data of a telephone " * 30).problem == ""
    for keep in (len(whole) - 2, len(whole) // 2, len(whole) * 3 // 4):
        assert examine(whole[:keep]).problem == "the file is cut short"


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WebP", "palette"])
def test_a_file_damaged_beyond_its_head_is_damaged_and_nothing_worse(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = COLOURED[kind]
    broken = data[: len(data) * 2 // 3]
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # WeasyPrint sets it for the whole process
    if not examine(broken).problem:
        with pytest.raises(DamagedPicture) as error:
            plate(broken, Wanted((10, 10), True, PROFILE))
        assert str(error.value)
        assert not re.search(r"0x[0-9a-f]{4}|<", str(error.value))
        assert ImageFile.LOAD_TRUNCATED_IMAGES is True


SAMPLES = [COLOURED["PNG"], COLOURED["JPEG"], COLOURED["TIFF"], COLOURED["WebP"], GREY["16 bit TIFF"], GREY["1 bit"]]


CHANGES = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SAMPLES), CHANGES, st.integers(0, 40))
def test_whatever_is_wrong_with_a_file(data: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    """A plate, or DamagedPicture: never another exception."""
    broken = bytearray(data[: len(data) - cut])
    for place, value in changes:
        broken[place % len(broken)] = value
    facts = examine(bytes(broken))
    if not facts.problem and facts.width * facts.height < 1_000_000:
        with contextlib.suppress(DamagedPicture):
            assert seen(plate(bytes(broken), Wanted((8, 8), True, PROFILE))).size == (8, 8)


def test_a_lost_picture_has_a_plate() -> None:
    head, data = lost()
    assert (head.width, head.height, len(data)) == (1, 1, 1)
    assert "/ColorSpace /DeviceGray /BitsPerComponent 8" in head.dictionary
    assert "Filter" not in head.dictionary


# --- reduced, heavy, of one bit, with a broken profile ---


def edge_of(image: Any) -> list[int]:
    """The grey values across the middle of the picture."""
    return [image.getpixel((x, image.height // 2)) for x in range(image.width)]


def test_a_reduced_picture_is_sharpened_and_another_is_not() -> None:
    edge = halves("L", 90, 160, (640, 480))
    whole = made(saved(edge))
    assert min(edge_of(whole)) >= 88 and max(edge_of(whole)) <= 162
    half, quarter = (made(saved(edge.filter(BLUR)), size=size) for size in ((320, 240), (160, 120)))
    assert min(edge_of(quarter)) < min(edge_of(half)) <= 89  # the darker side is darker at the edge
    assert max(edge_of(quarter)) > 161
    assert abs(edge_of(quarter)[20] - 90) <= 1 and abs(edge_of(quarter)[-20] - 160) <= 1


BLUR = ImageFilter.GaussianBlur(1)


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_a_cmyk_picture_over_the_limit_is_made_lighter(format: str) -> None:
    heavy, light = (255, 230, 200, 180), (20, 200, 100, 5)
    fine: dict[str, Any] = {"quality": 98, "subsampling": 0} if format == "JPEG" else {}
    data = saved(halves("CMYK", heavy, light), format, **fine)
    head, out = plate(data, Wanted((64, 48), True, PROFILE, 280, 12))
    image = seen((head, out))
    left, right = at(image, "left"), at(image, "right")
    assert 270 <= sum(left) / 2.55 <= 283 and near(left[3:], heavy[3:], 5)
    assert near(right, light, 5)
    assert left[0] > left[1] > left[2]
    assert 270 <= head.ink <= 283


def test_the_press_profile_keeps_its_own_limit_and_a_lower_one_is_kept_too() -> None:
    dark = saved(halves("RGB", (12, 0, 20), (0, 14, 3)))
    for limit in (300, 250):
        image = seen(plate(dark, Wanted((64, 48), True, PROFILE, limit, 12)))
        assert max(sum(at(image, side)) for side in ("left", "right")) / 2.55 <= limit + 3


def test_ink_is_measured_in_the_densest_window() -> None:
    black, half = saved(halves("L", 0, 255)), saved(halves("L", 0, 255, (640, 480)))
    assert plate(black, Wanted((64, 48), True, PROFILE, 300, 12))[0].ink == pytest.approx(100, abs=2)
    assert plate(half, Wanted((640, 480), True, PROFILE, 300, 5000))[0].ink == pytest.approx(50, abs=3)
    assert plate(COLOURED["PNG"], Wanted((64, 48), False, PROFILE))[0].ink == 0


def test_line_art_stays_of_one_bit() -> None:
    drawn = halves("1", 0, 1, (800, 400))
    facts = examine(saved(drawn, "TIFF", compression="group4"))
    assert is_line_art(facts)
    for data in (saved(drawn, "TIFF", compression="group4"), saved(drawn)):
        head, out = plate(data, Wanted((800, 400), True, PROFILE, 300, 300, line_art=True))
        assert (head.bits, head.space, head.filter) == (1, "DeviceGray", "FlateDecode")
        assert "/BitsPerComponent 1 /Filter /FlateDecode" in head.dictionary
        assert Image.frombytes("1", (800, 400), zlib.decompress(out)).tobytes() == drawn.tobytes()
        assert head.ink == pytest.approx(100, abs=1)
    assert not is_line_art(examine(GREY["L"]))


@pytest.mark.parametrize(
    ("kind", "faults"),
    [
        ("profile that is none", 1), ("profile cut short", 1), ("profile of another kind", 1), ("sRGB profile", 0),
        ("PNG", 0),
    ],
)
def test_a_profile_that_cannot_be_used_is_told(kind: str, faults: int) -> None:
    head, _ = plate(COLOURED[kind], Wanted((64, 48), True, PROFILE))
    assert [code for code, _ in head.faults] == ["P490"] * faults


def test_a_lab_picture_has_its_colours() -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    data = saved(ImageCms.profileToProfile(halves("RGB", RED, WHITE), srgb, lab, outputMode="LAB"), "TIFF")
    image = made(data)
    assert near(at(image, "left"), RED, 8) and near(at(image, "right"), WHITE, 3)
