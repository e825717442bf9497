from __future__ import annotations

import re

from book.compose.inks import edition_css, ink_css, substitute_inks
from book.compose.ornament import drawings
from book.model import Edition
from tests.compose.samples import HOUSE, INKS


def test_inks_are_named_once_and_said_twice() -> None:
    assert "--ink-gold: device-cmyk(0.2 0.36 0.76 0.14);" in ink_css(INKS, "cmyk")
    assert "--ink-gold: #b28c3c;" in ink_css(INKS, "rgb")
    assert substitute_inks('fill="ink(gold)" stroke="ink(nothing)"', INKS, "rgb") == 'fill="#b28c3c" stroke="#1e1c1a"'


def test_edition_css_says_bleed_and_the_mark_of_a_proof() -> None:
    proof = edition_css(INKS, Edition("proof", "proof", "rgb", bleed=0))
    assert "--bleed: 0mm" in proof and "underline" in proof
    printed = edition_css(INKS, Edition("print", "print", "cmyk"))
    assert "underline" not in printed and ".text a" not in printed
    assert ".text a" in edition_css(INKS, Edition("screen", "screen", "rgb", links=True))


def test_no_style_sheet_and_no_drawing_names_a_colour() -> None:
    for path in (HOUSE / "styles").glob("*.css"):
        css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"#[0-9a-f]{3}|device-cmyk|rgb|\b(black|white|gr[ae]y|gold)\s*[;}]", css), path.name
        assert "url(" not in css and "@import" not in css and "@font-face" not in css
        for ink in re.findall(r"--ink-([a-z]+)", css):
            assert ink in INKS
    for path in [*(HOUSE / "styles/ornaments").glob("*.svg"), *(HOUSE / "styles/symbols").glob("*.svg")]:
        svg = path.read_text(encoding="utf-8")
        assert not re.search(r"device-cmyk|#[0-9a-f]{3}|rgb", svg), path.name
        assert set(re.findall(r"ink\((\w+)\)", svg)) <= set(INKS)


def test_the_drawings_are_those_that_the_module_draws() -> None:
    for name, svg in drawings().items():
        assert (HOUSE / "styles/ornaments" / name).read_text(encoding="utf-8") == svg
