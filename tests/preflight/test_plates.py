"""Ink on plates: the densest window, where it is, and what is printed of a page; on Ghostscript's plates, too."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from book import programs
from book.build.preflighting import Wish, preflight
from book.preflight.bound import bound
from book.preflight.plates import arguments, can_be_plated, counted, plate_of
from book.preflight.report_facts import PreflightReport
from book.printed import Colour, PrintedPage, PrintedPath, PrintedPicture
from tests.pdfs import facts, pdf

PAGE = PrintedPage(0, "1", (0, 0, 340, 440), None, (10, 10, 330, 430), (20, 20, 320, 420))
MM = 72 / 25.4
gs = pytest.mark.skipif(programs.program("gs") is None, reason="there is no Ghostscript on this machine")


def plate(*boxes: tuple[int, int, int, int], ink: float = 1.0, size: tuple[int, int] = (340, 440)) -> bytes:
    """A plate with full areas, in pixels from the upper left corner of the media."""
    image = Image.new("L", size, 255)
    for box in boxes:
        image.paste(round(255 * (1 - ink)), box)
    out = io.BytesIO()
    image.save(out, "TIFF")
    return out.getvalue()


def test_the_window_that_has_the_most_ink() -> None:
    area = (100, 200, 160, 260)
    found = counted(PAGE, {"Cyan": plate(area), "Black": plate(area, (250, 300, 253, 303)), "Gold": plate()}, 15)
    assert found is not None
    assert found.coverage.percent == pytest.approx(200, abs=2)
    x0, top, x1, bottom = found.coverage.box
    assert (x1 - x0, bottom - top) == pytest.approx((15, 15), abs=0.1)
    assert ((x0 + x1) / 2, (top + bottom) / 2) == pytest.approx(((130 - 20) / MM, (230 - 20) / MM), abs=1)
    assert found.inks["Cyan"] == pytest.approx(100 * 60 * 60 / (320 * 420), abs=0.1)
    assert list(found.inks) == ["Cyan", "Black", "Gold"] and found.inks["Gold"] == 0


def test_a_small_area_counts_by_what_is_round_it() -> None:
    """A square of half the window's side fills a quarter of it."""
    found = counted(PAGE, {"Cyan": plate((100, 100, 121, 121))}, 42 / MM)
    assert found is not None and found.coverage.percent == pytest.approx(25, abs=2)


def test_marks_outside_the_bleed_are_not_printed() -> None:
    found = counted(PAGE, {"Cyan": plate((0, 0, 340, 10), (0, 0, 10, 440))}, 15)
    assert found is not None and found.coverage.percent == 0 and found.inks == {"Cyan": 0}


def test_a_window_does_not_hang_over_the_edge() -> None:
    found = counted(PAGE, {"Cyan": plate((0, 0, 31, 440))}, 42 / MM)
    assert found is not None and found.coverage.percent == pytest.approx(50, abs=3)


def test_what_cannot_be_counted() -> None:
    assert counted(PAGE, {}, 15) is None
    assert counted(PAGE, {"Cyan": b"no picture"}, 15) is None
    assert counted(PAGE, {"Cyan": plate(), "Black": plate(size=(9, 9))}, 15) is None


def test_pictures_are_kept_where_asked_for() -> None:
    found = counted(PAGE, {"Cyan": plate((0, 0, 170, 440)), "Gold": plate()}, 15, keep=True)
    assert found is not None and list(found.pictures) == ["Cyan"]
    with Image.open(io.BytesIO(found.ink)) as ink:
        assert ink.size == (340, 440) and ink.getpixel((10, 10)) == 63 and ink.getpixel((330, 10)) == 0


def test_the_names_of_ghostscripts_files() -> None:
    assert plate_of("12(Cyan).tif") == (12, "Cyan")
    assert plate_of("3(PANTONE 871 C (a)).tif") == (3, "PANTONE 871 C (a)")
    assert plate_of("12.tif") is None
    assert "-dSAFER" in arguments("gs", "/a.pdf", 1, 2)


def test_a_page_that_no_machine_prints_has_no_plates() -> None:
    assert can_be_plated(PAGE)
    assert not can_be_plated(PrintedPage(0, media=(0, 0, 14400, 9)))
    assert not can_be_plated(PrintedPage(0))


# --- without plates --------------------------------------------------------------------------------------------------


def path(*inks: float, overprint: bool = False) -> PrintedPath:
    return PrintedPath((0, 0, 9, 9), False, Colour("DeviceCMYK", inks), overprint=overprint)


def test_no_window_has_more_ink_than_the_objects() -> None:
    def percent(**page: object) -> float | None:
        found = bound(PrintedPage(0, **page))  # type: ignore[arg-type]
        return found.percent if found else None

    assert percent() == 0
    assert percent(paths=(path(1, 1, 0, 0), path(0, 1, 0.5, 0))) == 200
    assert percent(paths=(path(1, 1, 0, 0), path(0, 0, 0, 1, overprint=True))) == 300
    picture = PrintedPicture((0, 0, 9, 9), 99, 99, 300, 8, Colour("DeviceCMYK"), ink=280.0)
    assert percent(pictures=(picture,)) == 280
    unknown = PrintedPicture((0, 0, 9, 9), 99, 99, 300, 8, Colour("DeviceCMYK"))
    assert percent(pictures=(unknown,), paths=(path(1, 1, 1, 1),)) is None


# --- the whole -------------------------------------------------------------------------------------------------------


def report(data: bytes, folder: Path, **wish: object) -> PreflightReport:
    file = folder / "a.pdf"
    file.write_bytes(data)
    return preflight(file, None, Wish(spots=(), **wish), lambda stage, done, total: None)  # type: ignore[arg-type]


DARK = "/O gs 1 1 1 .5 k 100 200 60 60 re f 0 0 0 1 k 300 0 40 8 re f"


@gs
def test_plates_of_a_file(tmp_path: Path) -> None:
    told = report(pdf(DARK, pages=14), tmp_path, keep=True)
    assert (told.ink, len(told.plates)) == ("plates", 14)
    assert told.facts is not None
    seen = told.facts.pages[13].coverage
    assert seen is not None and seen.how == "plates" and seen.percent == pytest.approx(350, abs=3)
    assert sorted({finding.page for finding in told.findings if finding.code == "P304"}, key=int) == [
        str(at) for at in range(1, 15)
    ]
    assert set(told.plates[0].pictures) == {"Cyan", "Magenta", "Yellow", "Black"}


@gs
def test_overprint_is_counted_as_it_is_printed(tmp_path: Path) -> None:
    areas = "1 0 0 0 k 100 200 60 60 re f {} gs 0 0 0 1 k 100 200 60 60 re f"
    states = "/ExtGState<</O<</OP true/op true/OPM 1>>/N<</OP false/op false>>>>"
    for state, percent in (("/O", 200), ("/N", 100)):
        told = report(pdf(areas.format(state), resources=states), tmp_path)
        assert told.facts is not None and told.facts.pages[0].coverage is not None
        assert told.facts.pages[0].coverage.percent == pytest.approx(percent, abs=2)


@gs
def test_a_spot_ink_has_its_plate(tmp_path: Path) -> None:
    tint = {"tint": "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 1 0]/N 1>>"}
    spot = "/ColorSpace<</S[/Separation/Gold/DeviceCMYK @tint]>>"
    told = report(pdf("/S cs 1 scn 100 200 60 60 re f", resources=spot, objects=tint), tmp_path)
    assert told.plates[0].inks["Gold"] > 2 and told.plates[0].inks["Yellow"] == 0
    assert "P302" in {finding.code for finding in told.findings}


def test_without_ghostscript_it_is_bounded_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("book.programs.program", lambda name: None)
    told = report(pdf(DARK), tmp_path)
    assert (told.ink, told.plates) == ("bound", ())
    (finding,) = [one for one in told.findings if one.code == "P304"]
    assert "may be up to 350 %" in finding.message and not finding.is_error


@gs
def test_plates_that_cannot_be_made_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("book.programs.program", lambda name: "/bin/false")
    told = report(pdf(DARK), tmp_path)
    assert "P906" in {finding.code for finding in told.findings}
    assert facts(pdf(DARK)).pages[0].coverage is None
