"""The PDF writer, read back by qpdf (through pikepdf)."""

from __future__ import annotations

import io
from typing import BinaryIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.assemble.outline import write_outline
from book.assemble.writer import PdfWriter, name, number, text


class Held:
    """Bytes to copy, as the store gives them."""

    def __init__(self, data: bytes, length: int, digest: bytes = b"digest") -> None:
        self.data = data
        self.length = length
        self.digest = digest

    def copy(self, file: BinaryIO) -> None:
        file.write(self.data)


def finished(writer: PdfWriter, out: io.BytesIO, more: str = "") -> pikepdf.Pdf:
    """Ends the file with a page tree of no pages and opens it."""
    pages = writer.put("<</Type /Pages /Count 0 /Kids []>>")
    root = writer.put(f"<</Type /Catalog /Pages {pages} 0 R {more}>>")
    writer.finish(root, writer.put("<</Producer (test)>>"))
    pdf = pikepdf.open(io.BytesIO(out.getvalue()))
    assert pdf.check_pdf_syntax() == []
    return pdf


@pytest.mark.parametrize("version", ["1.4", "1.7"])
@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 350])
def test_objects_are_found_again(count: int, version: str) -> None:
    out = io.BytesIO()
    writer = PdfWriter(out, version)
    numbers = [writer.put(f"<</Value {at}>>") for at in range(count)]
    pdf = finished(writer, out)
    assert [int(pdf.get_object(at, 0).Value) for at in numbers] == list(range(count))


@pytest.mark.parametrize("version", ["1.4", "1.6"])
def test_reserved_numbers_and_streams(version: str) -> None:
    out = io.BytesIO()
    writer = PdfWriter(out, version)
    later = writer.reserve()
    plain = writer.stream("/Kind /Plain", b"a\nstream\rwith endstream in it\n")
    packed = writer.deflated("/Kind /Packed", b"x" * 10_000)
    copied = writer.copied("/Kind /Copied", Held(b"0123456789", 10))
    empty = writer.stream("", b"")
    writer.put(f"<</Plain {plain} 0 R>>", later)
    pdf = finished(writer, out)
    assert pdf.pdf_version == version
    assert (b"/ObjStm" in out.getvalue()) == (version > "1.4")
    assert pdf.get_object(later, 0).Plain.read_raw_bytes() == b"a\nstream\rwith endstream in it\n"
    assert pdf.get_object(packed, 0).read_bytes() == b"x" * 10_000
    assert len(pdf.get_object(packed, 0).read_raw_bytes()) < 100
    assert pdf.get_object(copied, 0).read_raw_bytes() == b"0123456789"
    assert pdf.get_object(empty, 0).read_raw_bytes() == b""


def test_the_identifier_is_of_the_content() -> None:
    def write(value: str) -> bytes:
        out = io.BytesIO()
        writer = PdfWriter(out, "1.7")
        writer.put(value)
        finished(writer, out)
        return out.getvalue()

    assert write("(a)") == write("(a)")
    one, other = (bytes(pikepdf.open(io.BytesIO(write(value))).trailer.ID[0]) for value in ("(a)", "(b)"))
    assert one != other


def test_what_is_copied_is_named_by_its_digest() -> None:
    def write(data: bytes, digest: bytes) -> bytes:
        out = io.BytesIO()
        writer = PdfWriter(out, "1.7")
        writer.copied("", Held(data, len(data), digest))
        finished(writer, out)
        return bytes(pikepdf.open(io.BytesIO(out.getvalue())).trailer.ID[0])

    assert write(b"data", b"one") == write(b"data", b"one") != write(b"data", b"other")


@given(st.text())
def test_text_strings(words: str) -> None:
    """UTF-16BE with its mark has no place for lone surrogates."""
    out = io.BytesIO()
    writer = PdfWriter(out, "1.7")
    at = writer.put(f"<</Words {text(words)}>>")
    pdf = finished(writer, out)
    assert str(pdf.get_object(at, 0).Words) == words.encode("utf-16-be", "replace").decode("utf-16-be")


@given(st.floats(-20_000, 20_000))
def test_numbers(value: float) -> None:
    written = number(value)
    assert abs(float(written) - value) <= 0.000_51
    assert "e" not in written and written != "-0" and not written.endswith(".")


# --- the outline -----------------------------------------------------------------------------------------------------


def read(item: pikepdf.Dictionary) -> list[object]:
    """Titles as nested lists, checking the links between brothers."""
    found: list[object] = []
    before = None
    child = item.get("/First")
    while child is not None:
        assert child.Parent.objgen == item.objgen
        assert (child.get("/Prev") is None) == (before is None)
        found.append(str(child.Title))
        if "/First" in child:
            found.append(read(child))
            assert int(child.Count) == -len([one for one in found[-1] if isinstance(one, str)])  # type: ignore[union-attr]
        before, child = child, child.get("/Next")
    if before is not None:
        assert item.Last.objgen == before.objgen
    return found


@pytest.mark.parametrize(
    ("levels", "tree"),
    [
        ([], []),
        ([1], ["0"]),
        ([1, 1, 1], ["0", "1", "2"]),
        ([1, 2, 2, 1, 2, 3, 2], ["0", ["1", "2"], "3", ["4", ["5"], "6"]]),
        ([1, 3, 3, 2], ["0", ["1", "2", "3"]]),
        ([2, 1], ["0", "1"]),
    ],
)
def test_the_outline_is_a_tree(levels: list[int], tree: list[object]) -> None:
    out = io.BytesIO()
    writer = PdfWriter(out, "1.7")
    root = write_outline(writer, [(level, str(at), "[null /Fit]") for at, level in enumerate(levels)])
    pdf = finished(writer, out, f"/Outlines {root} 0 R")
    assert read(pdf.Root.Outlines) == tree


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
def test_names_come_back(words: str) -> None:
    out = io.BytesIO()
    writer = PdfWriter(out, "1.7")
    at = writer.put(f"[{name(words)}]")
    pdf = finished(writer, out)
    assert str(pdf.get_object(at, 0)[0]) == "/" + words
