"""A whole book for the press, with photographs of many kinds, seen as a printer sees it: by other people's programs and
by our own preflight with plates, which shares no code with what made it."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from book.build.preflighting import Wish, preflight
from book.findings import Severity
from tests.books import ROOT, TINY, codes, make, pdf, portrait, quiet, replace, tiny_files, write_tiny

ISBN = "978-3-16-148410-0"
EDITIONS = """\
  x4: {purpose: print, colour: cmyk, strict: false, spots: [Gold]}
  x1a: {purpose: print, colour: cmyk, strict: false, spots: [Gold], pdfx: 'X-1a:2003', marks: true}
  wide: {purpose: print, colour: cmyk, strict: false, bleed: 5, marks: true}
"""
NAMES = ("x4", "x1a", "wide")
FILES = ("interior.pdf", "cover.pdf", "endpapers.pdf")


def saved(image: Any, format: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def pictures() -> dict[str, bytes]:
    """One of each kind, large enough to be printed 111 mm wide."""
    press = (ROOT / "styles/profiles/ISOcoated_v2_300_bas.icc").read_bytes()
    colour = Image.open(io.BytesIO(portrait((1100, 800)))).convert("RGB")
    clear = colour.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(colour.size))
    turned = Image.Exif()
    turned[0x0112] = 6
    sixteen = Image.linear_gradient("L").resize(colour.size).convert("I").point(lambda value: value * 257)
    lab = ImageCms.profileToProfile(colour, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"),
                                    outputMode="LAB")  # fmt: skip
    return {
        "cmyk.jpg": saved(colour.convert("CMYK"), "JPEG", icc_profile=press),
        "heavy.tif": saved(Image.new("CMYK", (1100, 800), (255, 255, 255, 255)), "TIFF"),
        "sixteen.png": saved(sixteen.convert("I;16"), "PNG"),
        "palette.png": saved(colour.quantize(64), "PNG", transparency=bytes(range(0, 256, 4))),
        "clear.webp": saved(clear, "WEBP"),
        "turned.jpg": saved(colour, "JPEG", exif=turned, progressive=True),
        "lab.tif": saved(lab, "TIFF"),
        "bits.tif": saved(colour.resize((3600, 2600)).convert("1"), "TIFF", compression="group4"),
    }


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eyes") / "book"
    named = pictures()
    words = str(tiny_files()["foreword.md"])
    for name in named:
        words += f"\n```figure\npicture: pictures/{name}\ncaption: Подпись\ncredit: Рисунок\nalt: Вид\n```\n"
    write_tiny(folder, {"foreword.md": words, **{f"pictures/{name}": data for name, data in named.items()}})
    replace(folder, "book.yaml", TINY[TINY.index("  print:") :], EDITIONS)
    replace(folder, "book.yaml", "date: 2021\n", f"date: 2021\nisbn: {{ru: {ISBN}, kk: {ISBN}}}\n")
    outcome = make(folder, *NAMES)
    assert not outcome.book_errors, outcome.findings
    assert set(codes(outcome)) <= {"P209", "P801"}, outcome.findings  # a house design of 3 mm bleed; a thin spine
    return folder


@pytest.fixture(params=[(edition, name) for edition in NAMES for name in FILES], ids=lambda pair: "-".join(pair))
def file(request: pytest.FixtureRequest, book: Path) -> Path:
    edition: str = request.param[0]
    return pdf(book, edition).with_name(request.param[1])


def test_other_programs_have_nothing_to_say(file: Path, tmp_path: Path) -> None:
    commands: list[list[str | Path]] = [
        ["qpdf", "--check", file], ["pdftoppm", "-r", "20", file, tmp_path / "p"],
        ["mutool", "draw", "-q", "-r", "20", "-o", tmp_path / "m-%d.png", file],
    ]  # fmt: skip
    for command in commands:
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said
        # Debian's mutool is built without colour management, and says so
        assert [line for line in said.stderr.splitlines() if "ICC support" not in line] == []


def things(thing: Any) -> Iterator[Any]:
    """A thing of a file, and what stands in it directly."""
    yield thing
    if isinstance(thing, pikepdf.Array):
        inside = list(thing)
    else:
        inside = list(thing.values()) if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)) else []
    for one in inside:
        if isinstance(one, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)) and not one.is_indirect:
            yield from things(one)


def test_every_object_is_in_cmyk_grey_or_a_declared_spot(file: Path) -> None:
    with pikepdf.open(file) as opened:
        for thing in (one for whole in opened.objects for one in things(whole)):
            if isinstance(thing, pikepdf.Array) and len(thing) and isinstance(thing[0], pikepdf.Name):
                assert str(thing[0]) not in ("/ICCBased", "/CalRGB", "/CalGray", "/Lab", "/Indexed", "/DeviceN")
                if str(thing[0]) == "/Separation":
                    assert str(thing[1]) in ("/Gold", "/All") and str(thing[2]) == "/DeviceCMYK"
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                assert str(thing.ColorSpace) in ("/DeviceCMYK", "/DeviceGray")
            if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
                assert not {"/Annots", "/AA", "/OpenAction", "/SMask"} & set(thing.keys())
                assert str(thing.get("/CS", "/DeviceCMYK")) in ("/DeviceCMYK", "/DeviceGray")
        painted: list[Any] = [page.obj for page in opened.pages]
        painted += [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        for stream in painted:
            for found in pikepdf.parse_content_stream(stream):
                assert str(found.operator) not in ("rg", "RG")


def test_preflight_finds_no_error_and_no_more_ink_than_the_paper_takes(file: Path, book: Path) -> None:
    report = preflight(file, book, Wish(), quiet)
    assert {finding.code for finding in report.findings if finding.severity != Severity.NOTE} <= {"P209"}
    assert report.facts is not None
    for page in report.facts.pages:
        if page.coverage is not None:
            assert page.coverage.how == "plates" and page.coverage.percent <= 300
