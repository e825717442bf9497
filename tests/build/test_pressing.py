"""The press stage in a whole book: what stands in the file, what findings name, what is pressed again."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.books import codes, make, pdf, portrait, put, replace, write_tiny

SPOTS = "letters_open: recto}", "letters_open: recto, spots: [Gold]}"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    write_tiny(folder)
    replace(folder, "book.yaml", "strict: true, ", "")
    replace(folder, "book.yaml", *SPOTS)
    assert not make(folder, "print").book_errors
    return folder


def streams(file: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The content streams of pages, forms and patterns."""
    for page in file.pages:
        yield page.obj
    for thing in file.objects:
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == "/Form" or "/PatternType" in thing):
            yield thing


def test_everything_is_in_cmyk_or_gold(printed: Path) -> None:
    used = set()
    with pikepdf.open(pdf(printed, "print")) as file:
        for stream in streams(file):
            for found in pikepdf.parse_content_stream(stream):
                operator = str(found.operator)
                assert operator not in ("g", "G", "rg", "RG"), operator
                if operator in ("cs", "CS"):
                    space = stream.Resources.ColorSpace[str(found.operands[0])]
                    used.add((str(space[0]), str(space[1]), str(space[2])))
        pictures = {str(thing.ColorSpace) for thing in file.objects if isinstance(thing, pikepdf.Stream)
                    and thing.get("/Subtype") == "/Image"}  # fmt: skip
    assert used == {("/Separation", "/Gold", "/DeviceCMYK")}
    assert pictures == {"/DeviceCMYK"}


def test_nothing_is_pressed_again_where_nothing_changed(printed: Path) -> None:
    state = printed / ".book/state/ru-print.json"
    assert json.loads(state.read_text())["pressing"]["sheets"] > 0
    replace(printed, "foreword.md", "kind: plain", "kind: plain  # a note among editors")
    made = make(printed, "print").made[0]
    assert made.fresh
    assert json.loads(state.read_text())["pressing"] == {"sheets": 0, "pictures": 0}


def test_a_picture_of_few_pixels_is_told_where_the_source_asks_for_it(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    replace(tmp_path, "book.yaml", "strict: true, ", "")
    put(tmp_path, "portraits/bekova.jpg", portrait((120, 150)))
    outcome = make(tmp_path, "print")
    (finding,) = [finding for finding in outcome.findings if finding["code"] == "P401"]
    assert finding["subject"] == "bekova" and finding["span"][:2] == ["chapters/profiles/bekova.md", 7]  # type: ignore[index]
    assert "ppi" in str(finding["message"]) and str(finding["page"]).isdigit()
    assert "P401" not in codes(make(tmp_path, "proof"))


def test_line_art_of_few_pixels_is_told_as_line_art(tmp_path: Path) -> None:
    """300 ppi are enough for a photograph; two values show their steps at 300 ppi, whatever they are saved as."""
    write_tiny(tmp_path)
    replace(tmp_path, "book.yaml", "strict: true, ", "")
    drawn = io.BytesIO()
    Image.open(io.BytesIO(portrait((600, 750)))).convert("1").save(drawn, "PNG")
    put(tmp_path, "portraits/bekova.jpg", drawn.getvalue())
    found = codes(make(tmp_path, "print"))
    assert "P402" in found and "P401" not in found


def test_a_drawing_of_the_book_s_own_goes_before_the_house_s_and_is_set_again_when_it_changed(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    replace(tmp_path, "book.yaml", "strict: true, ", "")
    drawing = tmp_path / "styles/ornaments/field-opener.svg"
    drawing.parent.mkdir(parents=True)
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="{}"/></svg>'
    for colour, said in (("#00f", b"\n1 0.7"), ("ink(gold)", b"0.2 0.36 0.76 0.14 k")):
        drawing.write_text(drawn.format(colour))
        assert not make(tmp_path, "print").book_errors
        with pikepdf.open(pdf(tmp_path, "print")) as file:
            (form,) = (thing for thing in file.objects if isinstance(thing, pikepdf.Stream)
                       and thing.get("/Subtype") == "/Form" and b"9 9 re" in thing.read_bytes())  # fmt: skip
            assert said in b"\n" + form.read_bytes(), form.read_bytes()


def test_an_ink_that_nobody_declared_is_told_before_anything_is_set(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/notes.css").write_text("p {\n  color: var(--ink-silver) }\n")
    outcome = make(tmp_path, "print")
    assert [(finding["code"], finding["span"]) for finding in outcome.findings if finding["code"] == "P711"] == [
        ("P711", ["styles/notes.css", 2, 10])
    ]
    assert outcome.book_errors and not pdf(tmp_path, "print").exists()
