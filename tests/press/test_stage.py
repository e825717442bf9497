"""Pages in final inks: colours, overprint, states, forms, spot inks, on content streams and on Ghostscript's plates."""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path
from typing import Any

import pytest

from book.inks import Ink, marked, recognised, spot_builds
from book.press.objects import parse
from book.sheets import Drawing, Placed, Resources
from tests.press.pressed import INKS, form, lines, page, plates, press

GOLD = " ".join(f"{part / 100:.6f}" for part in marked(INKS, ["Gold"])["gold"].cmyk)
SAND = " ".join(f"{part / 100:.6f}" for part in marked(INKS, ["Gold"])["sand"].cmyk)
SKY = " ".join(f"{part / 100:.6f}" for part in marked(INKS, [])["sky"].cmyk)
COAL = " ".join(f"{part / 100:.6f}" for part in marked(INKS, [])["coal"].cmyk)
AREA = "10 10 100 50 re\nf"
NEEDS_GS = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript makes the plates")


# --- colours ---


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", "0 0 0 1 k"),  # what nobody coloured is black
        ("0.5 g", "0 0 0 0.5 k"),
        ("0 0 0 rg", "0 0 0 1 k"),
        ("0.2 0.2 0.2 rg", "0 0 0 0.8 k"),
        ("1 1 1 rg", "0 0 0 0 k"),
        ("0.1 0.2 0.3 0.4 k", "0.1 0.2 0.3 0.4 k"),
        ("/DeviceCMYK cs\n0.1 0.2 0.3 0.4 scn", "0.1 0.2 0.3 0.4 k"),
        ("/DeviceRGB cs\n1 1 1 sc", "0 0 0 0 k"),
        ("/DeviceGray cs\n1 sc", "0 0 0 0 k"),
        ("/lab-d65 cs\n100 0 0 scn", "0 0 0 0 k"),
        ("/DeviceCMYK cs", "0 0 0 1 k"),
    ],
)
def test_a_colour_comes_out_in_cmyk(said: str, expected: str) -> None:
    assert lines(press(f"{said}\n{AREA}")) == [expected, "10 10 100 50 re", "f"]


@pytest.mark.parametrize("said", ["1 0 0 rg", "/lab-d65 cs\n54 80 67 scn"])
def test_red_goes_through_the_profile(said: str) -> None:
    cyan, magenta, yellow, black = map(float, lines(press(f"{said}\n{AREA}"))[0].split()[:4])
    assert cyan < 0.05 and magenta > 0.85 and yellow > 0.85 and black < 0.1


def test_strokes_are_coloured_like_areas() -> None:
    assert lines(press("1 1 1 RG\n3 w\n0 0 m\n9 9 l\nS")) == ["3 w", "0 0 0 0 K", "0 0 m", "9 9 l", "S"]


def test_only_what_is_painted_with_is_said_and_once() -> None:
    content = f"1 0 0 rg\nq\n/a1.0 gs\n0 0 0 rg\n{AREA}\n0 g\n{AREA}\nQ\n{AREA}"
    pressed = press(content, Resources({"a1.0": "<</ca 1>>"}))
    black, red = "0 0 0 1 k", "0 0.9176 0.9686 0 k"
    assert lines(pressed) == ["q", black, *AREA.split("\n"), *AREA.split("\n"), "Q", red, *AREA.split("\n")]
    assert pressed.sheets[0].resources == Resources()


# --- overprint ---

TEXT = "BT\n/F {size} Tf\n1 0 0 1 10 10 Tm\n<4142> Tj\nET"


def overprinted(content: str, **options: object) -> bool:
    return "/OP gs" in lines(press(content, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.format(size=9), True),
        (TEXT.format(size=12), False),
        ("2 0 0 2 0 0 cm\n" + TEXT.format(size=9), False),
        ("0 0 0 1 k\n" + TEXT.format(size=-9), True),
        ("0 0 0 0.9 k\n" + TEXT.format(size=9), False),
        ("0.1 0 0 1 k\n" + TEXT.format(size=9), False),
        ("0 0 0 0 k\n" + TEXT.format(size=9), False),
        ("3 Tr\n" + TEXT.format(size=9), False),
        ("2 Tr\n0 0 0 0 K\n" + TEXT.format(size=9), False),
        ("2 Tr\n0 0 0 1 K\n" + TEXT.format(size=9), True),
        ("1 w\n0 0 m\n9 9 l\nS", True),
        ("2 w\n0 0 m\n9 9 l\nS", False),
        ("0.1 0 0 0.1 0 0 cm\n9 w\n0 0 m\n9 9 l\nS", True),
        ("0 0 50 0.5 re\nf", True),  # a rule drawn as an area
        ("0 0 50 3 re\nf", False),
        ("0 0 m\n20 20 m\n20.5 20 l\n20.5 90 l\n20 90 l\nh\nf", True),  # as drawings write a path
        (f"{SKY} k\n{AREA}", True),
        (f"{COAL} k\n" + TEXT.format(size=9), False),
    ],
)
def test_small_black_overprints(content: str, expected: bool) -> None:
    assert overprinted(content) is expected


def test_white_knocks_out_after_black() -> None:
    content = "0 0 0 1 k\n" + TEXT.format(size=9) + "\n0 0 0 0 k\n" + TEXT.format(size=9)
    said = lines(press(content))
    assert said.index("/OP gs") < said.index("0 0 0 0 k") < said.index("/KO gs")
    assert press(content).sheets[0].resources.states == {
        "OP": "<</OP true /op true /OPM 1>>", "KO": "<</OP false /op false /OPM 0>>"
    }  # fmt: skip
    black, white = page(content).texts
    assert (black.overprint, black.mode, white.overprint) == (True, 1, False)


def test_overprint_ends_with_the_state_that_was_saved() -> None:
    said = lines(press("q\n" + TEXT.format(size=9) + f"\nQ\n{AREA}"))
    assert "/OP gs" in said and "/KO gs" not in said


def test_a_picture_does_not_overprint() -> None:
    placed = Placed("a.jpg", 10, 10)
    from book.sheets import Plate

    pressed = press(
        TEXT.format(size=9) + "\n/P0 Do", Resources(pictures={"P0": placed}), plates={placed: Plate("", 1, 1)}
    )
    assert lines(pressed)[-2:] == ["/KO gs", "/P0 Do"]


# --- spot inks ---


def test_an_ink_with_a_mark_is_printed_from_its_plate() -> None:
    pressed = press(f"{GOLD} k\n{AREA}\n{SAND} K\n3 w\n0 0 m\n9 9 l\nS", spots=("Gold",))
    assert lines(pressed)[:2] == ["/S0 cs", "1 scn"]
    assert "/S0 CS" in lines(pressed) and "0.4 SCN" in lines(pressed)
    assert pressed.sheets[0].resources.spots == {"S0": "Gold"}
    area, line = pressed.pages[0].paths
    assert (area.colour.space, area.colour.inks, area.colour.values) == ("Separation", ("Gold",), (1.0,))
    assert line.colour.values == (0.4,)


def test_without_the_plate_its_build_is_printed_exactly() -> None:
    assert lines(press(f"{SKY} k\n{AREA}"))[:1] == ["0.6 0.1 0 0 k"]
    assert marked(INKS, []).keys() == INKS.keys()
    assert marked(INKS, [])["gold"] == INKS["gold"]


def test_marks_are_unlike_and_too_small_to_print() -> None:
    many = {f"ink{at}": Ink((0, 50, 100, at % 3), (0, 0, 0), "Gold") for at in range(100)}
    assert len(recognised(many, ["Gold"])) == 100
    for name, ink in marked(many, ["Gold"]).items():
        for part, true in zip(ink.cmyk, many[name].cmyk, strict=True):
            assert 0 < part < 100 and abs(part - true) < 0.02
    assert spot_builds(INKS) == {"Gold": INKS["gold"].cmyk}


@NEEDS_GS
def test_plates_of_gold_black_and_white(tmp_path: Path) -> None:
    """Gold is on its plate alone; small black is printed over it and over cyan, white takes it out."""
    bar = "BT\n/F {size} Tf\n1 0 0 1 {x} 40 Tm\n(III) Tj\nET"
    content = (
        f"{GOLD} k\n0 0 100 100 re\nf\n1 0 0 0 k\n100 0 100 100 re\nf\n0 0 0 1 k\n{bar.format(size=11, x=20)}\n"
        f"{bar.format(size=11, x=120)}\n1 1 1 rg\n{bar.format(size=60, x=40)}"
    )
    made = plates(press(content, spots=("Gold",)), tmp_path)
    assert made["Gold"].getpixel((5, 5)) == 255 and made["Gold"].getpixel((150, 5)) == 0
    assert made["Cyan"].getpixel((5, 5)) == 0 and made["Cyan"].getpixel((195, 5)) == 255
    assert made["Magenta"].getbbox() is None and made["Yellow"].getbbox() is None
    for x, plate in ((20, "Gold"), (120, "Cyan")):
        small = (x, 52, x + 8, 60)
        assert made["Black"].crop(small).getextrema()[1] > 150
        assert made[plate].crop(small).getextrema()[0] == 255  # nothing is taken out
    white = (40, 20, 80, 50)
    assert made["Gold"].crop(white).getextrema()[0] < 40


@NEEDS_GS
def test_a_shading_comes_out_on_the_plates(tmp_path: Path) -> None:
    function = "<</FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [1 1 1] /N 1>>"
    shading = f"<</ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 200 0] /Domain [0 1] /Function {function}>>"
    pressed = press("/s0 sh", Resources(shadings={"s0": shading}))
    said = parse(pressed.sheets[0].resources.shadings["s0"])
    assert said["ColorSpace"] == "/DeviceCMYK" and said["Function"]["C1"] == [0, 0, 0, 0]
    made = plates(pressed, tmp_path)
    left, right = (plates_at(made, x) for x in (2, 197))
    assert left["Magenta"] > 200 and left["Cyan"] < 20 and right["Magenta"] < 20


def plates_at(made: dict[str, Any], x: int) -> dict[str, float]:
    return {name: float(image.getpixel((x, 50))) for name, image in made.items()}


# --- transparency, forms, drawings ---

GROUP = (
    "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Group <</Type /Group /S /Transparency /I true /CS /DeviceRGB>>"
)


def test_groups_are_cmyk_and_alpha_is_told() -> None:
    inner = form(f"1 1 1 rg\n{AREA}", GROUP)
    pressed = press("/a0.5 gs\n/x0 Do", Resources({"a0.5": "<</ca 0.5>>"}, forms={"x0": inner}))
    made = pressed.sheets[0].resources
    assert lines(pressed) == ["/a0.5 gs", "/x0 Do"] and made.states == {"a0.5": "<</ca 0.5>>"}
    assert parse(f"<<{made.forms['x0'].entries}>>")["Group"]["CS"] == "/DeviceCMYK"
    assert zlib.decompress(made.forms["x0"].content).startswith(b"0 0 0 0 k\n")
    (clear,) = pressed.pages[0].transparency
    assert (clear.kind, clear.detail) == ("alpha", "0.5") and pressed.pages[0].groups == ("DeviceCMYK",)


def test_x1a_has_no_group_where_nothing_is_transparent() -> None:
    inner = form(AREA, GROUP)
    states = Resources({"a1": "<</ca 1>>", "n": "<</BM /Normal>>"}, forms={"x0": inner})
    pressed = press("/a1 gs\n/n gs\n/x0 Do", states, pdfx="X-1a:2003")
    made = pressed.sheets[0].resources
    assert "Group" not in made.forms["x0"].entries and made.states == {} and pressed.pages[0].groups == ()
    real = press("/m gs\n/x0 Do", Resources({"m": "<</BM /Multiply>>"}, forms={"x0": inner}), pdfx="X-1a:2003")
    assert [clear.kind for clear in real.pages[0].transparency if clear.kind == "blend"]
    assert "Group" in real.sheets[0].resources.forms["x0"].entries


def test_a_luminosity_mask_is_grey() -> None:
    mask = "<</Type /ExtGState /SMask <</Type /Mask /S /Luminosity /G {form:x0}>> /ca 1 /AIS false>>"
    inner = form(f"1 1 1 rg\n{AREA}\n0 0 0 1 k\n{AREA}", GROUP)
    pressed = press(f"q\n/s0 gs\n{AREA}\nQ", Resources({"s0": mask}, forms={"x0": inner}))
    made = pressed.sheets[0].resources
    said = zlib.decompress(made.forms["x0"].content).split(b"\n")
    assert said[0] == b"1 g" and b"0 g" in said
    assert parse(f"<<{made.forms['x0'].entries}>>")["Group"]["CS"] == "/DeviceGray"
    assert pressed.pages[0].groups == ("luminosity:DeviceGray",)
    assert [clear.kind for clear in pressed.pages[0].transparency] == ["softmask"]


def test_what_the_stream_does_not_name_goes() -> None:
    spare = Resources({"s": "<</ca 1>>"}, {"h": "<</ColorSpace /DeviceRGB>>"}, forms={"x": form(AREA)})
    assert press(AREA, spare).sheets[0].resources == Resources()


def test_a_drawing_is_pressed_for_its_size_on_paper() -> None:
    """A line of 6 units overprints where the drawing is small, and not where it is large."""
    drawing = Drawing(zlib.compress(b"6 w\n0 0 m\n40 0 l\nS"), 40, 20)
    pressed = press(
        "q\n0.1 0 0 0.1 0 0 cm\n/D0 Do\nQ\n/D0 Do", Resources(drawings={"D0": "key"}), drawings={"key": drawing}
    )
    small, large = [line for line in lines(pressed) if line.endswith(" Do")]
    assert small != large and len(pressed.drawings) == 2
    of = {name: pressed.drawings[key] for name, key in pressed.sheets[0].resources.drawings.items()}
    assert b"/OP gs" in zlib.decompress(of[small[1:-3]].content)
    assert b"/OP gs" not in zlib.decompress(of[large[1:-3]].content)
    thin, thick = pressed.pages[0].paths
    assert (thin.width, thin.overprint, thick.width, thick.overprint) == (0.6, True, 6.0, False)


def test_the_same_unit_is_pressed_to_the_same_bytes() -> None:
    content = f"{GOLD} k\n{AREA}\n" + TEXT.format(size=9)
    assert press(content, spots=("Gold",)) == press(content, spots=("Gold",))
