"""Content streams through the press, and their plates as Ghostscript makes them."""

from __future__ import annotations

import io
import re
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
from PIL import Image

from book.conditions import PressCondition
from book.inks import Ink, spot_builds
from book.press.stage import Press, Pressed
from book.printed import PrintedPage
from book.sheets import Drawing, Form, PageFact, Placed, Plate, Resources, Sheet
from tests.books import ROOT

PROFILE = (ROOT / "styles" / "profiles" / "ISOcoated_v2_300_bas.icc").read_bytes()
INKS = {
    "black": Ink((0, 0, 0, 100), (0, 0, 0)),
    "gold": Ink((20, 36, 76, 14), (178, 140, 60), "Gold"),
    "sand": Ink((8, 14, 30, 6), (220, 200, 160), "Gold", 40),
    "sky": Ink((60, 10, 0, 0), (100, 180, 230), overprint="always"),
    "coal": Ink((0, 0, 0, 90), (20, 20, 20), overprint="never"),
}
SIZE = (200.0, 100.0)
"""Points; 70.6 x 35.3 mm."""
CONDITION = PressCondition("test")


def press(
    content: str | bytes, resources: Resources | None = None, spots: tuple[str, ...] = (),
    drawings: Mapping[str, Drawing] | None = None, plates: Mapping[Placed, Plate] | None = None,
    fact: PageFact | None = None, pdfx: str = "X-4", condition: PressCondition = CONDITION, bleed: float = 0,
) -> Pressed:  # fmt: skip
    data = content if isinstance(content, bytes) else content.encode("latin-1")
    sheet = Sheet(zlib.compress(data), resources or Resources(), size=SIZE)
    facts = [fact or PageFact(0, SIZE[0] * 25.4 / 72, SIZE[1] * 25.4 / 72, 30)]
    machine = Press(PROFILE, INKS, spots, condition, pdfx)
    return machine.press([sheet], drawings or {}, facts, plates or {}, bleed, "u")


def lines(pressed: Pressed) -> list[str]:
    """The operators of the page."""
    return zlib.decompress(pressed.sheets[0].content).decode("latin-1").split("\n")


def page(content: str, **options: object) -> PrintedPage:
    return press(content, **options).pages[0]  # type: ignore[arg-type]


def form(content: str, entries: str = "/Type /XObject /Subtype /Form /BBox [0 0 200 100]", **named: object) -> Form:
    return Form(zlib.compress(content.encode()), entries, Resources(**named))  # type: ignore[arg-type]


# --- plates ----------------------------------------------------------------------------------------------------------


def plates(pressed: Pressed, folder: Path) -> dict[str, Any]:
    """The plates of the page at 72 ppi: 0 is no ink, 255 all of it. A pixel is a point, from the upper left corner."""
    pdf = pikepdf.new()
    sheet = pressed.sheets[0]
    made = pdf.add_blank_page(page_size=SIZE)
    made.obj.Contents = pdf.make_stream(zlib.decompress(sheet.content))
    made.obj.Resources = _resources(pdf, sheet.resources)
    path = folder / "page.pdf"
    pdf.save(path)
    order = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    subprocess.run([*order, f"-sOutputFile={folder}/p.tif", path], check=True, capture_output=True)
    found = {}
    for file in folder.glob("p(*).tif"):
        name = re.search(r"\((.*)\)", file.name)
        assert name is not None
        image = Image.open(io.BytesIO(file.read_bytes())).convert("L")
        found[name[1]] = image.point(lambda value: 255 - value)
    return found


def _resources(pdf: pikepdf.Pdf, named: Resources) -> pikepdf.Dictionary:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/Helvetica"))
    forms = {name: pdf.make_stream(zlib.decompress(form.content)) for name, form in named.forms.items()}
    for name, form in named.forms.items():
        for key, value in pikepdf.Object.parse(f"<<{form.entries}>>".encode()).items():
            forms[name][key] = value
        forms[name].Resources = _resources(pdf, form.resources)
    builds = spot_builds(INKS)
    spaces = {
        name: pikepdf.Array(
            [
                pikepdf.Name.Separation, pikepdf.Name("/" + spot), pikepdf.Name.DeviceCMYK,
                pikepdf.Dictionary(
                    FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[part / 100 for part in builds[spot]], N=1
                ),
            ]
        )
        for name, spot in named.spots.items()
    }  # fmt: skip

    def parsed(texts: Mapping[str, str]) -> pikepdf.Dictionary:
        return pikepdf.Dictionary({f"/{name}": pikepdf.Object.parse(text.encode()) for name, text in texts.items()})

    return pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F=font),
        ExtGState=parsed(named.states),
        Shading=parsed(named.shadings),
        XObject=pikepdf.Dictionary({f"/{name}": form for name, form in forms.items()}),
        ColorSpace=pikepdf.Dictionary({f"/{name}": space for name, space in spaces.items()}),
    )


def smaller(**limits: float) -> PressCondition:
    """A condition with other limits."""
    return msgspec.structs.replace(CONDITION, limits=msgspec.structs.replace(CONDITION.limits, **limits))
