"""Preflight as a whole: whose file it is, what it is judged by, who is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from book.build.preflighting import Wish, preflight
from book.errors import BookError, ExitCode
from book.preflight.report_facts import PreflightReport
from book.world import digest
from tests.books import quiet, write_tiny
from tests.pdfs import TEXT, XMP, pdf

PICTURE = {
    "content": TEXT + "q 72 0 0 72 80 200 cm /P Do Q",
    "resources": "/XObject<</P @picture>>",
    "objects": {"picture": ("/Subtype/Image/Width 142/Height 150/BitsPerComponent 8/ColorSpace/DeviceGray", b"\0")},
}
"""One inch square, 60 mm from the left edge of the media, 168 pt below the head of the trim."""


def judged(file: Path, book: Path | None = None, **wish: object) -> PreflightReport:
    return preflight(file, book, Wish(plates=False, **wish), quiet)  # type: ignore[arg-type]


def save(folder: Path, data: bytes, name: str = "interior.pdf") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def tell(file: Path, pages: list[object], edition: str = "print", of: str | None = None) -> None:
    """What a build leaves beside its PDF."""
    own = of or digest(file.read_bytes())
    made = {"language": "kk", "edition": edition, "pages": 1, "pdf": {"file": "interior.pdf", "blake2b": own}}
    (file.parent / "manifest.json").write_text(json.dumps(made))
    (file.parent / "places.json").write_text(json.dumps({"pdf": own, "pages": pages}))


AIGUL = {
    "label": "87", "unit": "person:aigul", "subject": "aigul", "title": "Aigul", "blank": False,
    "source": ["chapters/profiles/aigul.md", 1, 1],
    "pictures": [[21.17, 52.92, 46.57, 78.32, "chapters/profiles/aigul.md", 9, 3, "chapters/portraits/aigul.jpg"]],
}  # fmt: skip


def test_a_book_of_ours_is_told_by_person_and_source(tmp_path: Path) -> None:
    file = save(tmp_path, pdf(**PICTURE, pages=8))  # type: ignore[arg-type]
    blank = {"label": "88", "unit": "", "subject": "", "title": "", "blank": True, "source": ["", 0, 0], "pictures": []}
    tell(file, [AIGUL, blank])
    report = judged(file)
    assert (report.ours, report.language, report.edition) == (True, "kk", "print")
    first = report.findings[0]
    assert (first.code, first.page, first.subject) == ("P401", "87", "aigul")
    assert (first.span.path, first.span.line, first.span.column) == ("chapters/profiles/aigul.md", 9, 3)
    assert first.message.startswith("the picture of Aigul is 142 ppi at 25 × 25 mm")
    assert report.facts is not None
    assert report.facts.pages[0].pictures[0].name == "chapters/portraits/aigul.jpg"
    assert report.facts.pages[1].blank and not report.facts.pages[2].blank


def test_a_file_that_was_changed_since_is_nobodys(tmp_path: Path) -> None:
    file = save(tmp_path, pdf(**PICTURE))  # type: ignore[arg-type]
    tell(file, [AIGUL], of="0" * 32)
    report = judged(file)
    assert not report.ours and {finding.subject for finding in report.findings} == {""}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"pages": 3}', b"[" * 100_000, b'{"pages":[{"source":7}]}'])
def test_a_damaged_list_of_places_is_none(data: bytes, tmp_path: Path) -> None:
    file = save(tmp_path, pdf())
    (tmp_path / "places.json").write_bytes(data)
    (tmp_path / "manifest.json").write_bytes(data)
    assert not judged(file).ours


def test_the_condition_of_the_book_in_which_the_file_lies(tmp_path: Path) -> None:
    press = b"mine:\n  like: coated-case\n  condition: MINE\n  multiple: 1\n"
    book = write_tiny(tmp_path / "book")
    (book / "styles").mkdir()
    (book / "styles" / "press.yaml").write_bytes(press)
    config = (book / "chapters" / "book.yaml").read_text()
    (book / "chapters" / "book.yaml").write_text(config + "press: mine\n")
    file = save(book / "out" / "kk" / "print", pdf())
    report = judged(file)
    assert report.facts is not None and report.facts.condition.name == "mine"
    assert [finding.code for finding in report.findings] == ["P104"]
    elsewhere = save(tmp_path / "elsewhere", pdf())
    assert judged(elsewhere, book).facts.condition.name == "mine"  # type: ignore[union-attr]
    other = judged(elsewhere, book, press="coated-soft")
    assert other.facts is not None and other.facts.condition.name == "coated-soft"


def test_a_condition_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BookError) as error:
        judged(save(tmp_path, pdf()), press="velvet")
    assert error.value.exit_code is ExitCode.WRONG_COMMAND and "coated-case" in error.value.hint


@pytest.mark.parametrize("name", ["nowhere.pdf", "."])
def test_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(BookError) as error:
        judged(tmp_path / name)
    assert error.value.exit_code is ExitCode.WRONG_COMMAND


def test_the_press_condition_says_which_pdfx(tmp_path: Path) -> None:
    report = judged(save(tmp_path, pdf()), press="coated-case-x1a")
    assert {"P101", "P102", "P106"} <= {finding.code for finding in report.findings}


def test_a_cover_need_not_fill_a_sheet(tmp_path: Path) -> None:
    assert judged(save(tmp_path, pdf(pages=2), "cover.pdf")).findings == ()
    assert [one.code for one in judged(save(tmp_path, pdf(pages=2))).findings] == ["P118"]


def test_findings_come_page_by_page(tmp_path: Path) -> None:
    small = {"content": TEXT.replace("14 Tf", "9 Tf").replace("80 100", "30 100")}
    data = pdf(**small, pages=12, xmp=XMP.replace("PDF/X-4", "PDF/X-5"))  # type: ignore[arg-type]
    report = judged(save(tmp_path, data))
    pages = [int(finding.page or 0) for finding in report.findings]
    assert pages == sorted(pages) and pages[0] == 0 and pages[-1] == 12


def test_a_file_read_by_several_processes_is_the_same(tmp_path: Path) -> None:
    """Padding makes the file large enough to be shared out."""
    file = save(tmp_path, pdf(pages=9, objects={"padding": ("", b"x" * 900_000)}))
    one, four = judged(file, jobs=1), judged(file, jobs=4)
    assert one == four and one.facts is not None and len(one.facts.pages) == 9


def test_a_page_that_takes_all_memory_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from book.preflight.reader import File, Scan

    reading = File.page

    def page(self: File, index: int) -> Scan:
        if index == 3:
            raise MemoryError
        return reading(self, index)

    monkeypatch.setattr(File, "page", page)
    report = judged(save(tmp_path, pdf(pages=8)))
    assert [(one.code, one.message) for one in report.findings] == [
        ("P905", "page 4 of the file could not be read: it takes too much memory")
    ]
    assert report.facts is not None and [one.index for one in report.facts.pages] == [0, 1, 2, 4, 5, 6, 7]
