"""Spreads of the specimen as small pictures for the README: .github/pictures/*.png, of at most 60 KB each.

A spread is found by words on one of its pages, so that it stays the same spread when page numbers move. Trimmed, at 72
pixels per inch, in few colours. Each picture is told with its pages; a spread that is not found ends the script.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / ".github" / "pictures"
SPREADS = {
    "opener-ru": ("ru", ("Тридцать лет", "Хроника и цифры")),
    "profiles-kk": ("kk", ("Сызғанов", "Александр Николаевич", "1896–1980")),
    "charts-en": ("en", ("Mortality of children, 1991–2021",)),
    "directory-ru": ("ru", ("Капал-Арасан", "реки Биен")),
    "index-kk": ("kk", ("Мекемелер", "Томск университеті")),
}
"""Name -> language, and words that are all on one of the two pages: on the last page that has them."""
PPI, BLEED, MOST = 72, 3.0, 60_000
BLACK, GOLD, EDGE = (30, 28, 26), (178, 140, 60), (189, 186, 182)
"""As styles/inks.yaml has them for the screen."""


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for name, (language, words) in SPREADS.items():
        pdf = ROOT / "out" / language / "print" / "interior.pdf"
        recto = _page(pdf, words) // 2 * 2 + 1
        data = _small(_spread(_picture(pdf, recto - 1), _picture(pdf, recto)))
        (OUT / f"{name}.png").write_bytes(data)
        print(f"{name}: pages {recto - 1} and {recto} of {pdf.relative_to(ROOT)}, {len(data) / 1000:.0f} KB")


def _page(pdf: Path, words: tuple[str, ...]) -> int:
    """The number of the last page, from 1, that has all `words`."""
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = (" ".join(page.split()) for page in text.split("\f"))
    found = [number for number, page in enumerate(pages, 1) if all(word in page for word in words)]
    if not found:
        sys.exit(f"no page of {pdf.relative_to(ROOT)} has {', '.join(words)}: mend SPREADS in scripts/pictures.py")
    return found[-1]


def _picture(pdf: Path, page: int) -> Image.Image:
    """The page, trimmed; painted four times as large and made smaller, which keeps thin lines even."""
    command = ["pdftoppm", "-png", "-r", str(4 * PPI), "-f", str(page), "-l", str(page), pdf]
    data = subprocess.run(command, check=True, capture_output=True).stdout
    image = Image.open(io.BytesIO(data)).convert("RGB")
    bleed = round(BLEED / 25.4 * 4 * PPI)
    image = image.crop((bleed, bleed, image.width - bleed, image.height - bleed))
    return image.resize((image.width // 4, image.height // 4), Image.Resampling.LANCZOS)


def _spread(verso: Image.Image, recto: Image.Image) -> Image.Image:
    """Two pages side by side, with a hairline around them and in the fold."""
    width, height = verso.size
    both = Image.new("RGB", (2 * width + 3, height + 2), EDGE)
    both.paste(verso, (1, 1))
    both.paste(recto, (width + 2, 1))
    return both


def _small(image: Image.Image) -> bytes:
    """A PNG in steps of black and gold on white, and in fewer where it would be too large."""
    for steps in (12, 8, 6, 4, 3):
        ramps = [_between(ink, at / steps) for ink in (BLACK, GOLD) for at in range(steps + 1)]
        palette = Image.new("P", (1, 1))
        palette.putpalette([value for colour in ramps for value in colour])
        out = io.BytesIO()
        image.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= MOST:
            break
    return out.getvalue()


def _between(ink: tuple[int, int, int], share: float) -> tuple[int, ...]:
    """The ink on white paper, `share` of it."""
    return tuple(round(255 + (value - 255) * share) for value in ink)


if __name__ == "__main__":
    main()
