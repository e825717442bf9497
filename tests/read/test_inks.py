"""styles/inks.yaml, and the inks that style sheets and drawings name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.inks import NEEDED, Ink, spot_builds
from book.read import check_ink_use, read_ink_file
from tests.books import ROOT

HOUSE = (ROOT / "styles/inks.yaml").read_bytes()
INKS, _ = read_ink_file("styles/inks.yaml", HOUSE)


def told(words: str) -> list[str]:
    """The codes for lines added to the house's file."""
    return [finding.code for finding in read_ink_file("styles/inks.yaml", HOUSE + words.encode())[1]]


def test_the_house_s_inks_are_sound_and_gold_is_a_plate() -> None:
    inks, findings = read_ink_file("styles/inks.yaml", HOUSE)
    assert findings == () and set(NEEDED) <= set(inks)
    assert spot_builds(inks) == {"Gold": (20, 36, 76, 14)}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("a: {cmyk: [0, 0, 0, 5], rgb: [1, 2, 3]}", []),
        ("a: {cmyk: [0, 0, 0, 5], rgb: [1, 2, 3], spot: Gold, tint: 40}", []),
        ("a: {cmyk: [0, 0, 0, 5], rgb: [1, 2, 3], glow: 3}", ["S030"]),
        ("a: {cmyk: [0, 0, 5], rgb: [1, 2, 3]}", ["S032"]),
        ("a: {cmyk: [0, 0, 0, x], rgb: [1, 2, 3]}", ["S032"]),
        ("a: {cmyk: [0, 0, 0, 101], rgb: [1, 2, 3]}", ["S039"]),
        ("a: {cmyk: [0, 0, 0, 5], rgb: [1, 2, 3.5]}", ["S032"]),
        ("a: {cmyk: [0, 0, 0, 5]}", ["S031"]),
        ("a: {cmyk: [0, 0, 0, 5], rgb: [1, 2, 3], overprint: sometimes}", ["S033"]),
        ("a: {cmyk: [0, 0, 0, 5], rgb: [1, 2, 3], spot: black}", ["P713"]),
        ("a: {cmyk: [9, 9, 9, 5], rgb: [1, 2, 3], spot: Gold}", ["P714", "P714"]),
        ("a: {cmyk: [20, 36, 76, 14], rgb: [1, 2, 3]}", ["P715"]),
        ("a: {cmyk: [20, 36, 76, 14], rgb: [1, 2, 3], spot: Gold}", []),
    ],
)
def test_what_is_wrong_with_an_ink_is_told(words: str, codes: list[str]) -> None:
    assert told(words + "\n") == codes


def test_an_ink_that_is_missing_is_black() -> None:
    inks, findings = read_ink_file("styles/inks.yaml", b"black: {cmyk: [0, 0, 0, 100], rgb: [0, 0, 0]}")
    assert [finding.code for finding in findings] == ["P712"] * (len(NEEDED) - 1)
    assert inks["gold"] == Ink((0, 0, 0, 100), (0, 0, 0))


@given(st.text(max_size=200))
def test_nothing_in_the_file_stops_the_reader(words: str) -> None:
    inks, _ = read_ink_file("styles/inks.yaml", words.encode("utf-8", "surrogatepass"))
    assert set(NEEDED) <= set(inks)


@pytest.mark.parametrize(
    ("name", "words", "codes"),
    [
        ("a.css", "p {color: var(--ink-gold)}", []),
        ("a.css", "p {color: var( --ink-silver )}", ["P711"]),
        ("a.css", "/* var(--ink-silver) */ p {}", []),
        ("a.css", "p {background: radial-gradient(#fff, #b28c3c)}", []),
        ("a.css", "p {background: linear-gradient(90deg,\n var(--ink-gold), #fff)}", ["P716"]),
        ("a.css", "p {background: linear-gradient(currentColor, #fff)}", ["P716"]),
        ("a.css", "p {border: 2pt inset}", ["P716"]),
        ("a.css", "p {border: 2pt solid var(--ink-gold)}", []),
        ("a.css", "p {box-shadow: 1px 1px device-cmyk(0 0 0 1)}", ["P716"]),
        ("a.svg", '<svg><path fill="ink(gold)" stroke="ink(silver)"/></svg>', ["P711"]),
        ("a.svg", '<svg><stop stop-color="ink(gold)"/></svg>', ["P716"]),
        ("a.svg", '<svg><stop stop-color="#b28c3c"/></svg>', []),
        ("a.svg", "<svg><!-- ink(silver) --></svg>", []),
    ],
)
def test_inks_that_are_named(name: str, words: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_ink_use(f"styles/{name}", words, INKS)] == codes


def test_a_screen_mixes_what_it_likes() -> None:
    assert check_ink_use("styles/a.css", "p {background: linear-gradient(var(--ink-gold), #fff)}", INKS, False) == ()
