"""A PDF of numbered pages with bleed, in inks, for what is imposed."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

MM = 72 / 25.4
FONT = (Path(__file__).parents[2] / "fonts/ttf/SourceSans3_400Regular.ttf").read_bytes()


def book(pages: int, colours: dict[int, bytes] | None = None, width: float = 100, height: float = 150) -> bytes:
    """Pages of `width` x `height` mm with 3 mm of bleed; on each, "p7q" 20 mm from the left and 30 mm above the foot.
    `colours`: operators that paint something on the page of that number."""
    out = Pdf.new()
    for number in range(1, pages + 1):
        media = [0, 0, (width + 6) * MM, (height + 6) * MM]
        out.add_blank_page(page_size=(media[2], media[3]))
        page = out.pages[-1]
        page.TrimBox = Array([3 * MM, 3 * MM, (width + 3) * MM, (height + 3) * MM])
        page.BleedBox = Array(media)
        gold = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, _tint(out)])
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = Dictionary(Font=Dictionary(F=font), ColorSpace=Dictionary(S=gold))
        words = f"BT 0 0 0 1 k /F 10 Tf {23 * MM} {33 * MM} Td (p{number}q) Tj ET".encode()
        paint = (colours or {}).get(number)
        page.Contents = out.make_stream(words if paint is None else paint)
    out.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    file = io.BytesIO()
    out.save(file, deterministic_id=True)
    return file.getvalue()


def _tint(out: Pdf) -> pikepdf.Object:
    return out.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0.2, 0.4, 0.8, 0.1], N=1))
