"""Small press conditions for the tests of the reading room."""

from __future__ import annotations

from pathlib import Path

from book.conditions import PressCondition
from book.findings import Finding
from book.read import read_press

ROOT = Path(__file__).parent.parent.parent
PROFILE = (ROOT / "styles/profiles/ISOcoated_v2_300_bas.icc").read_bytes()


def changed(at: int, data: bytes) -> bytes:
    """The house's profile with other bytes at a place."""
    return PROFILE[:at] + data + PROFILE[at + len(data) :]


PROFILES = {
    "good.icc": PROFILE,
    "text.icc": b"no profile" * 100,
    "short.icc": PROFILE[:4000],
    "rgb.icc": changed(16, b"RGB "),
    "display.icc": changed(12, b"mntr"),
    "far.icc": changed(132 + 4 * 12 + 4, b"\xff\xff\xff\xff"),
}
"""By their paths below styles/; in far.icc a table lies beyond the end of the file."""

HOUSE = {"house": PressCondition("house", paper="laid", bleed=4)}


def press(words: str) -> tuple[dict[str, PressCondition], tuple[Finding, ...]]:
    """The conditions of a styles/press.yaml beside which the house has one, in a book that has the plate Gold."""
    return read_press("styles/press.yaml", words.encode(), HOUSE, {"Gold"}, PROFILES.get)
