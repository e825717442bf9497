"""Folios composed from figures that were set once."""

from __future__ import annotations

import re

import pytest

from book.assemble.folios import folio, folio_style
from book.typeset.engine import Engine
from tests.typeset.units import PAGE, engine, unit

FIGURES = "0123456789ivxlcdm"


def probe(side: str) -> tuple[object, str, Engine]:
    edge = "right: 0" if side == "recto" else "left: 0"
    spans = "".join(f'<span style="position: absolute; bottom: -10mm; {edge}">{letter}</span>' for letter in FIGURES)
    one = engine(PAGE)
    sheets, facts, _ = one.set(unit(f'<div style="color: #123456; font: 9pt Cormorant">{spans}</div>'))
    widths = {name: one.widths(use.file) for name, use in sheets.fonts.items()}
    characters = "".join(text.text for text in facts.pages[0].texts)
    return folio_style(sheets.sheets[0], characters, side, widths), characters, one  # type: ignore[arg-type]


@pytest.mark.parametrize(("side", "edge"), [("recto", 85.0), ("verso", 5.0)])
def test_the_style_is_read_off_the_probe(side: str, edge: float) -> None:
    style, characters, _ = probe(side)
    assert characters == FIGURES
    assert style.size == pytest.approx(9)  # type: ignore[attr-defined]
    assert style.edge / 72 * 25.4 == pytest.approx(edge, abs=0.02)  # type: ignore[attr-defined]
    assert 8 < style.baseline / 72 * 25.4 < 14  # type: ignore[attr-defined]
    assert set(style.glyphs) == set(FIGURES)  # type: ignore[attr-defined]


@pytest.mark.parametrize("side", ["recto", "verso"])
def test_a_folio_stands_at_the_outer_edge(side: str) -> None:
    style, _, _ = probe(side)
    widths = {}
    for label in ("7", "17", "117", "xviii"):
        drawn = folio(style, label)  # type: ignore[arg-type]
        found = re.search(r" BT /\w+ 9 Tf 1 0 0 1 ([\d.]+) ([\d.]+) Tm <([0-9a-f]+)> Tj ET$", drawn)
        assert found
        assert len(found[3]) == 4 * len(label)
        widths[label] = sum(style.glyphs[letter][1] for letter in label)  # type: ignore[attr-defined]
        end = float(found[1]) + (widths[label] if side == "recto" else 0)
        assert end == pytest.approx(style.edge, abs=0.01)  # type: ignore[attr-defined]
    assert widths["7"] < widths["17"] < widths["117"]


def test_a_probe_without_all_its_figures_is_a_fault() -> None:
    one = engine(PAGE)
    sheets, _, _ = one.set(unit("<p>12</p>"))
    widths = {name: one.widths(use.file) for name, use in sheets.fonts.items()}
    with pytest.raises(ValueError, match="shows"):
        folio_style(sheets.sheets[0], FIGURES, "recto", widths)
