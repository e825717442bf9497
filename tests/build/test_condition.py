"""The press condition of a book: the house's, its own, its profile."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from book.build.condition import press_of
from book.build.reading import read_book_file
from book.world import World
from tests.books import ROOT, codes, make, pdf, replace, run, write_tiny
from tests.read.presses import changed

OURS = """\
ours:
  profile: profiles/ours.icc
  condition: OURS39
  info: Our printer, 2021
  registry: https://example.org
  bleed: 5
"""


def own(folder: Path, conditions: str = OURS, profile: bytes | None = None) -> Path:
    """The tiny book with a styles/press.yaml and a profile of its own."""
    write_tiny(folder)
    (folder / "styles/profiles").mkdir(parents=True)
    (folder / "styles/press.yaml").write_text(conditions)
    if profile is not None:
        (folder / "styles/profiles/ours.icc").write_bytes(profile)
    replace(folder, "book.yaml", "bleed: 3, strict: true, ", "")
    return folder


def intent(folder: Path) -> dict[str, str]:
    with pikepdf.open(pdf(folder, "print")) as made:
        (found,) = made.Root.OutputIntents
        keys = ("/OutputConditionIdentifier", "/Info", "/RegistryName")
        profile = found.DestOutputProfile.read_bytes()
        return {**{key: str(found[key]) for key in keys}, "created": profile[24:36].hex()}


def test_without_a_word_the_house_s_first_condition_holds(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    replace(tmp_path, "book.yaml", "strict: true, ", "")
    assert not make(tmp_path, "print").book_errors
    found = intent(tmp_path)
    assert found["/OutputConditionIdentifier"] == "FOGRA39"
    assert found["/RegistryName"] == "http://www.color.org"


def test_a_printer_s_own_numbers_and_profile_are_one_entry(tmp_path: Path) -> None:
    day = bytes.fromhex("07e5000c0010000000000000")
    folder = own(tmp_path, profile=changed(24, day))
    assert not make(folder, "print").book_errors
    assert intent(folder) == {
        "/OutputConditionIdentifier": "OURS39", "/Info": "Our printer, 2021", "/RegistryName": "https://example.org",
        "created": day.hex(),
    }  # fmt: skip
    with pikepdf.open(pdf(folder, "print")) as made:
        assert [round(float(x) * 25.4 / 72, 2) for x in made.pages[0].TrimBox][:2] == [5, 5]


def test_an_edition_s_own_bleed_goes_before_the_condition_s(tmp_path: Path) -> None:
    folder = own(tmp_path)
    replace(folder, "book.yaml", "colour: cmyk", "colour: cmyk, bleed: 4")
    book, _ = read_book_file(World(folder))
    assert book is not None
    pressed = press_of(World(folder), book)
    assert {edition.name: edition.bleed for edition in pressed.book.editions} == {"proof": 0, "print": 4}
    assert {edition.name: edition.pdfx for edition in pressed.book.editions} == {"proof": "", "print": "X-4"}
    assert next(iter(pressed.conditions)) == "ours"
    assert "coated-case" in pressed.conditions


@pytest.mark.parametrize(
    ("profile", "code"),
    [(None, "P702"), (b"text", "P703"), (changed(16, b"RGB "), "P704"), (changed(12, b"scnr"), "P705")],
)
def test_with_a_profile_that_is_none_no_book_is_made(tmp_path: Path, profile: bytes | None, code: str) -> None:
    folder = own(tmp_path, profile=profile)
    outcome = make(folder, "print")
    assert codes(outcome) == [code]
    assert outcome.book_errors
    assert not pdf(folder, "print").exists()
    assert outcome.findings[0]["span"] == ["styles/press.yaml", 2, 12]


def test_a_profile_outside_the_styles_is_not_read(tmp_path: Path) -> None:
    folder = own(tmp_path, OURS.replace("profiles/ours.icc", "../chapters/book.yaml"))
    assert codes(make(folder, "print")) == ["P702"]


def test_check_tells_what_is_wrong_with_the_press(tmp_path: Path) -> None:
    folder = own(tmp_path, profile=b"text")
    code, _, told = run("check", "-C", folder)
    assert code == 1
    assert "styles/press.yaml:2:12" in told
    assert "P703" in told


def test_a_books_own_inks_need_not_have_those_of_proofs_for_translators(tmp_path: Path) -> None:
    inks = (ROOT / "styles/inks.yaml").read_text(encoding="utf-8")
    world = World(write_tiny(tmp_path))
    (tmp_path / "styles").mkdir()
    shorter = [line for line in inks.splitlines() if not line.startswith(("fuzzy", "missing"))]
    (tmp_path / "styles/inks.yaml").write_text("\n".join(shorter))
    book, _ = read_book_file(world)
    assert book is not None
    pressed = press_of(world, book)
    assert {"fuzzy", "missing"} <= set(pressed.inks)
    assert "P711" not in {finding.code for finding in pressed.findings}
