"""styles/press.yaml, and what book.yaml takes from it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from book.findings import Severity
from book.read import check_editions, read_book, read_press
from book.read.press import profile_fault
from tests.read.presses import HOUSE, PROFILE, PROFILES, ROOT, press
from tests.read.sources import BOOK_YAML, told

WHOLE = """\
ours:
  title: Our printer
  paper: uncoated
  weight: 120
  profile: good.icc
  pdfx: X-1a:2003
  multiple: 16
  limits: {ink: 280, pictures: {error: 120}}
  cover: {kind: soft, flap: 70, foil: Gold, spine: {per_page: 0.07}}
"""


def test_a_condition_says_what_differs_and_the_rest_is_usual() -> None:
    conditions, findings = press(WHOLE)
    assert findings == ()
    ours = conditions["ours"]
    assert (ours.name, ours.weight, ours.pdfx, ours.multiple, ours.bleed) == ("ours", 120, "X-1a:2003", 16, 3)
    assert (ours.limits.ink, ours.limits.safety, ours.limits.pictures.error, ours.limits.pictures.warning) == (
        280, 5, 120, 225,
    )  # fmt: skip
    assert (ours.cover.kind, ours.cover.foil, ours.cover.hinge, ours.cover.spine.per_page) == ("soft", "Gold", 8, 0.07)


def test_a_condition_begins_with_the_values_of_another() -> None:
    conditions, findings = press(WHOLE + "theirs: {like: ours, limits: {line: 0.3}}\nthird: {like: house}\n")
    assert findings == ()
    theirs = conditions["theirs"]
    assert (theirs.name, theirs.multiple, theirs.limits.ink, theirs.limits.line) == ("theirs", 16, 280, 0.3)
    assert conditions["third"] == replace(HOUSE["house"], name="third")


def test_the_house_s_own_file_is_clean_and_its_first_condition_is_the_one_of_the_brief() -> None:
    data = (ROOT / "styles/press.yaml").read_bytes()
    conditions, findings = read_press(
        "styles/press.yaml", data, {}, set(), lambda name: (ROOT / "styles" / name).read_bytes()
    )
    assert findings == ()
    first = next(iter(conditions.values()))
    assert (first.condition, first.weight, first.bleed, first.cover.kind) == ("FOGRA39", 115, 3, "case")
    assert first.cover.spine.per_page == 0.045
    assert {one.pdfx for one in conditions.values()} == {"X-4", "X-1a:2003"}
    assert {one.cover.kind for one in conditions.values()} == {"case", "soft"}


@pytest.mark.parametrize(
    ("words", "code", "line", "column"),
    [
        ("a: {bleeds: 3}", "S030", 1, 5),
        ("a: {bleed: wide}", "S032", 1, 12),
        ("a: {bleed: 30}", "S039", 1, 12),
        ("a: {pdfx: X-3}", "S033", 1, 11),
        ("a: {limits: {pictures: {eror: 3}}}", "S030", 1, 25),
        ("A: {bleed: 3}", "S041", 1, 1),
        ("a: 3", "S032", 1, 4),
        ("- a", "S032", 1, 1),
    ],
)
def test_a_slip_has_its_place(words: str, code: str, line: int, column: int) -> None:
    assert told(press(words + "\n")[1]) == [(code, line, column)]


def test_the_nearest_known_name_is_told() -> None:
    (unknown,) = press("a: {bleeds: 3}\n")[1]
    assert unknown.hint == 'did you mean "bleed"?'
    (unknown,) = press("a: {cover: {foil: Golt}}\n")[1]
    assert (unknown.code, unknown.hint) == ("P706", 'did you mean "Gold"?')
    (unknown,) = press("a: {like: huose}\n")[1]
    assert (unknown.code, unknown.hint) == ("P701", 'did you mean "house"?')


def test_a_condition_cannot_begin_with_one_below_it() -> None:
    assert told(press("a: {like: b}\nb: {bleed: 3}\n")[1]) == [("P701", 1, 11)]


def test_a_profile_cut_anywhere_is_told() -> None:
    for size in (0, 1, 40, 127, 131, 132, 200, len(PROFILE) - 1):
        fault = profile_fault(PROFILE[:size])
        assert fault is not None
        assert fault[0] == "P703"
    assert profile_fault(PROFILES["good.icc"]) is None


def editions(words: str) -> list[tuple[str, int, int]]:
    book, findings = read_book("chapters/book.yaml", (BOOK_YAML + words).encode())
    assert book is not None
    assert findings == ()
    return told(check_editions("chapters/book.yaml", book, HOUSE, {"Gold"}))


def test_what_a_book_takes_from_the_press_is_there() -> None:
    assert editions("press: house\neditions:\n  print: {purpose: print, marks: true, spots: [Gold]}\n") == []
    assert editions("press: hoose\n") == [("P701", 6, 8)]
    assert editions("editions:\n  print: {purpose: print, spots: [Silver]}\n") == [("P706", 7, 3)]


def test_a_screen_edition_has_no_plates_marks_or_version() -> None:
    found = editions("editions:\n  screen: {purpose: screen, marks: true, pdfx: X-4, spots: [Gold]}\n")
    assert len(found) == 3 and set(found) == {("P707", 7, 3)}
    assert editions("editions:\n  print: {purpose: print, links: true}\n") == [("P707", 7, 3)]
    book, _ = read_book("b", (BOOK_YAML + "editions: {a: {purpose: screen, marks: true}}\n").encode())
    assert book is not None
    assert check_editions("b", book, HOUSE, ())[0].severity is Severity.WARNING
