"""What the engine cannot mix is told, and nothing stops it."""

from __future__ import annotations

import pytest

from tests.typeset.units import PAGE, engine, unit


@pytest.mark.parametrize("cmyk", [True, False])
@pytest.mark.parametrize(
    "look",
    [
        "--a: device-cmyk(0 1 0 0); background: linear-gradient(var(--a), red)",
        "background: radial-gradient(device-cmyk(0 1 0 0 / .5), device-cmyk(1 0 0 0))",
        "background: linear-gradient(oklch(50% .2 30), lab(50% 40 40))",
        "background: linear-gradient(color(display-p3 1 0 0), red)",
        "border: 3px groove device-cmyk(0 1 0 0)",
        "--b: 3px inset; border: var(--b) device-cmyk(0 1 0 0)",
        "outline: 4px ridge oklab(50% .1 .1)",
    ],
)
def test_inks_in_a_gradient_or_a_border_of_two_tones(look: str, cmyk: bool) -> None:
    sheets, facts, _ = engine(PAGE + f"p {{ {look} }}", cmyk=cmyk).set(unit("<p>Слово</p>"))
    assert len(sheets.sheets) == 1
    assert [words for words in facts.said if "mixes colours of" in words]


def test_fields_under_a_colour_of_inks() -> None:
    style = PAGE + "body { color: device-cmyk(0 1 1 0); text-shadow: 1px 1px 2px; box-shadow: 0 0 3px 1px }"
    sheets, _, _ = engine(style, cmyk=True).set(unit("<fieldset><legend>a</legend><p>b</p></fieldset><hr>"))
    assert len(sheets.sheets) == 1
