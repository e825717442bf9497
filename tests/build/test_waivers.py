"""Waivers: what they accept, and that none may be idle."""

from __future__ import annotations

from pathlib import Path

import pytest

from book.build.waivers import apply_waivers, useless, waived
from book.findings import Finding, Severity, Span
from book.model import Waiver
from tests.books import TINY, codes, make, pdf, translate, write_tiny


@pytest.mark.parametrize(
    ("code", "path", "expected"),
    [
        ("S001", "chapters/a.md", True),
        ("S001", "chapters/a.md:3", True),
        ("S001", "chapters/a.md:3:7", True),
        ("S001", "chapters/a.md:4", False),
        ("S001", "chapters/a.md:3:8", False),
        ("S001", "chapters/b.md", False),
        ("S001", "chapters/", False),
        ("S002", "chapters/a.md", False),
    ],
)
def test_a_waiver_is_for_one_code_in_one_place(code: str, path: str, expected: bool) -> None:
    finding = Finding("S001", Severity.ERROR, "wrong", span=Span("chapters/a.md", 3, 7))
    waiver = Waiver(code, path, "because")
    assert waived(finding, waiver) is expected
    remaining, useful = apply_waivers([finding], [waiver])
    assert remaining == (() if expected else (finding,))
    assert useful == ((waiver,) if expected else ())
    assert [one.code for one in useless([waiver], useful)] == ([] if expected else ["B010"])


def with_waivers(*waivers: str) -> str:
    rows = [one.split() for one in waivers]
    return TINY + "waivers:\n" + "".join(f"- {{code: {code}, path: {path}, reason: ok}}\n" for code, path in rows)


UNKNOWN = "---\ntitle: {ru: Начало, kk: Басы}\nkind: plain\nfoo: 1\n---\nТекст.\n"


def test_a_waived_error_does_not_stop_the_book(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path, {"foreword.md": UNKNOWN})
    assert codes(make(folder, "proof")) == ["S030"]
    assert not pdf(folder, "proof").exists()
    write_tiny(tmp_path, {"foreword.md": UNKNOWN, "book.yaml": with_waivers("S030 chapters/foreword.md:4")})
    outcome = make(folder, "proof")
    assert (outcome.book_errors, codes(outcome)) == (False, [])
    assert pdf(folder, "proof").exists()
    again = make(folder, "proof")
    assert (again.book_errors, codes(again), again.made[0].fresh) == (False, [], False)


def test_an_idle_waiver_is_an_error_in_every_build(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path, {"book.yaml": with_waivers("S030 chapters/foreword.md:4")})
    for _ in range(3):
        outcome = make(folder, "proof")
        assert (outcome.book_errors, codes(outcome)) == (True, ["B010"])
        assert pdf(folder, "proof").exists()
    span = outcome.findings[0]["span"]
    assert span[0] == "chapters/book.yaml"  # type: ignore[index]
    write_tiny(tmp_path)
    assert not make(folder, "proof").book_errors


def test_a_waiver_of_pages_is_judged_when_every_book_is_made(tmp_path: Path) -> None:
    """A finding on the pages of one book is none in another."""
    editions = TINY.partition("  print:")[0] + "  other: {purpose: proof}\n"
    waiver = "waivers:\n- {code: L005, path: chapters/foreword.md, reason: ok}\n"
    folder = write_tiny(tmp_path, {"book.yaml": editions + waiver})
    translate(folder)
    assert codes(make(folder, "proof")) == []
    assert codes(make(folder, languages=())) == ["B010"]
    assert codes(make(folder, languages=())) == ["B010"]
    assert codes(make(folder, "proof")) == []
    assert codes(make(folder, languages=())) == ["B010"]


def test_a_waived_missing_translation_does_not_stop_a_strict_edition(tmp_path: Path) -> None:
    folder = write_tiny(tmp_path)
    outcome = make(folder, "print", languages=("kk",))
    assert outcome.book_errors and not pdf(folder, "print", "kk").exists()
    missing = {(str(one["code"]), str(one["span"][0])) for one in outcome.findings}  # type: ignore[index]
    write_tiny(tmp_path, {"book.yaml": with_waivers(*(f"{code} {path}" for code, path in sorted(missing)))})
    outcome = make(folder, "print", languages=("kk",))
    assert (outcome.book_errors, codes(outcome)) == (False, ["P802", "P801"])
    assert outcome.made[0].pages > 4
    assert pdf(folder, "print", "kk").exists()
