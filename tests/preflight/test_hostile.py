"""PDFs that are broken, or meant to break who reads them: a finding within seconds, never a traceback."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from book.build.preflighting import Wish, preflight
from book.findings import Finding
from book.printed import PdfFacts
from tests.pdfs import TEXT, Objects, deflated, facts, judged, pdf, written

GOOD = pdf()


def found(data: bytes, folder: Path) -> list[Finding]:
    """What the command would tell of a file with these bytes."""
    path = folder / "a.pdf"
    path.write_bytes(data)
    return list(preflight(path, None, Wish(plates=False), lambda stage, done, total: None).findings)


def codes(data: bytes, folder: Path) -> list[str]:
    return [finding.code for finding in found(data, folder) if finding.code >= "P9" or finding.code == "P112"]


def bomb(gigabytes: int = 1) -> bytes:
    """A stream that inflates to as much: a block that refers to nothing before it, again and again."""
    squeezing = zlib.compressobj(9)
    head = squeezing.compress(b"") + squeezing.flush(zlib.Z_FULL_FLUSH)
    block = squeezing.compress(bytes(1 << 24)) + squeezing.flush(zlib.Z_FULL_FLUSH)
    return head + block * (64 * gigabytes)


def encrypted(owner: str, user: str, strength: int = 3) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(GOOD)) as book:
        # RC4: for AES pypdf asks for one more library.
        aes = strength > 4
        how = pikepdf.Encryption(owner=owner, user=user, R=strength, aes=aes, metadata=aes)
        book.save(out, encryption=how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "P901"),
        (b"GIF89a" + bytes(2000), "P901"),
        (b"\x89PNG\r\n\x1a\n" * 9, "P901"),
        (b"%PDF-1.6\n", "P903"),
        (GOOD[: len(GOOD) // 2], "P903"),
        (GOOD[:-60], "P903"),
        (b"%PDF-1.6\n" + bytes(range(256)) * 200 + b"\nstartxref\n99999999\n%%EOF", "P903"),
        (written({"catalog": "<</Type/Catalog/Pages @pages>>", "pages": "<</Type/Pages/Count 0/Kids[]>>"}), "P904"),
        (written({"catalog": "<</Type/Catalog>>"}), "P904"),
        (written({"catalog": "<</Type/Catalog/Pages 7>>"}), "P904"),
        (encrypted("o", "u"), "P902"),
        (encrypted("o", "", 6), "P902"),
    ],
)
def test_a_file_of_which_nothing_can_be_read(data: bytes, code: str, tmp_path: Path) -> None:
    (finding,) = found(data, tmp_path)
    assert (finding.code, finding.is_error) == (code, True)
    assert finding.message and finding.hint


def test_a_file_that_is_protected_but_can_be_read() -> None:
    assert {finding.code for finding in judged(encrypted("o", ""))} == {"P112"}


# --- loops -----------------------------------------------------------------------------------------------------------


def test_a_page_tree_that_comes_back_to_itself() -> None:
    nodes: Objects = {"more": "<</Type/Pages/Kids[@pages @page0 @more]/Count 9>>"}
    data = pdf(objects={**nodes, "pages": "<</Type/Pages/Count 1000000000/Kids[@more @page0 @page0]>>"})
    seen = facts(data)
    assert len(seen.pages) == 1
    assert seen.document is not None and seen.document.damage == ("its page tree comes back to itself",)


def test_forms_that_show_themselves_and_each_other() -> None:
    forms: Objects = {
        "one": ("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A @two/B @one>>>>", b"/A Do /B Do"),
        "two": ("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A @one>>>>", b"/A Do"),
    }
    data = pdf(TEXT + "/A Do", resources="/XObject<</A @one>>", objects=forms)
    assert facts(data).pages[0].damage == ("it has a form that shows itself",)


def test_words_that_are_no_operators() -> None:
    """As a program writes numbers that are none; between BX and EX they are allowed."""
    damage = "it has words that mean nothing among its operators (nan)"
    assert facts(pdf(TEXT + " 0 nan m 9 9 l S")).pages[0].damage == (damage,)
    assert facts(pdf(TEXT + " BX 1 later EX /T BMC EMC 0 i 1 j 1 M [] 0 d /Perceptual ri")).pages[0].damage == ()


def test_forms_that_double_at_every_step() -> None:
    forms: Objects = {
        f"f{at}": (f"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A @f{at + 1}>>>>", b"/A Do " * 20)
        for at in range(12)
    }
    forms["f12"] = ("/Subtype/Form/BBox[0 0 9 9]", b"0 0 9 9 re f")
    data = pdf(TEXT + "/A Do", resources="/XObject<</A @f0>>", objects=forms)
    (damage,) = facts(data).pages[0].damage
    assert "operators" in damage


def test_an_outline_and_a_name_tree_in_a_circle() -> None:
    catalog = "/Outlines<</First @item>>/Names<</EmbeddedFiles @names/JavaScript @names>>/PageLabels @names"
    items: Objects = {"item": "<</Title(x)/Next @item/First @item>>", "names": "<</Kids[@names @names]>>"}
    assert judged(pdf(catalog=catalog, objects=items)) == ()


def test_references_that_lead_to_themselves() -> None:
    objects: Objects = {"a": "@b", "b": "@a"}
    data = pdf(TEXT + "/X gs", resources="/ExtGState<</X @a>>/ColorSpace @b", objects=objects)
    assert [finding.code for finding in judged(data)] == ["P911"]


def test_spaces_and_patterns_in_a_circle() -> None:
    objects: Objects = {
        "space": "[/Indexed @space 0 <00>]",
        "pattern": ("/PatternType 1/PaintType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P @pattern>>>>",
                    b"/Pattern cs /P scn 0 0 9 9 re f"),
    }  # fmt: skip
    data = pdf(
        TEXT + "/S cs 1 sc 80 80 9 9 re f /Pattern cs /P scn 80 80 9 9 re f",
        resources="/ColorSpace<</S @space>>/Pattern<</P @pattern>>", objects=objects,
    )  # fmt: skip
    assert isinstance(facts(data), PdfFacts)


# --- bombs -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"content": ("/Filter/FlateDecode", bomb())}, "P911"),
        ({"xmp": ("/Filter/FlateDecode", bomb())}, "P910"),
        ({"profile": ("/N 4/Filter/FlateDecode", bomb())}, "P910"),
        ({"content": ("/Filter[/FlateDecode/FlateDecode]", zlib.compress(bomb()))}, "P911"),
        ({"content": ("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>", bomb())}, "P911"),
        ({"content": ("/Filter/RunLengthDecode", b"\x81\0" * 2_000_000)}, "P911"),
    ],
)
def test_a_stream_that_inflates_beyond_all_measure(how: Objects, code: str, tmp_path: Path) -> None:
    assert code in codes(pdf(objects=how), tmp_path)


def test_a_bomb_in_a_map_of_characters_does_no_harm() -> None:
    objects: Objects = {
        "font": "<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor @descriptor/ToUnicode @map>>",
        "map": ("/Filter/FlateDecode", bomb()),
    }
    assert facts(pdf(objects=objects)).pages[0].texts[0].text == "Text"


def test_entities_of_metadata_are_not_expanded() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    document = facts(pdf(xmp=laughs)).document
    assert document is not None and document.xmp == {}
    assert document.damage == ("its XMP metadata cannot be read (it declares a document type)",)


def test_arrays_inside_each_other_beyond_all_measure(tmp_path: Path) -> None:
    deep: Objects = {"deep": "[" * 50_000 + "]" * 50_000, "content": deflated("[" * 100_000 + "1" + "]" * 100_000)}
    assert set(codes(pdf(catalog="/AF @deep", objects=deep), tmp_path)) <= {"P903", "P905", "P911"}


def test_numbers_of_any_size() -> None:
    content = (
        "99999999999999999999999999999 0 0 1e9 --5 1 cm 1e400 w 9 9 99999999999999 9 re S "
        f"{'9' * 5000} 1 m 1 {'9' * 400} l S BT /F 1e99 Tf {'8' * 300} 0 Td (x) Tj ET .5 .5 k /X Do q Q Q Q 1 0 0 RG"
    )
    boxes = f"/MediaBox[0 0 {'9' * 20} 1e3]/TrimBox[0 0 -5 (x)]/BleedBox[1 2 3]/Rotate {'9' * 20}/UserUnit -1"
    seen = facts(pdf(content, boxes=boxes))
    assert len(seen.pages) == 1 and isinstance(judged(pdf(content, boxes=boxes)), tuple)


def test_more_pages_than_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("book.preflight.bounds.PAGES", 3)
    seen = facts(pdf(pages=5))
    assert len(seen.pages) == 3
    assert seen.document is not None and "more than 3 pages" in seen.document.damage[0]


def test_every_byte_of_a_file_may_be_wrong() -> None:
    """No position in a file can be damaged so that reading it ends in anything but facts or a clear error."""
    from book.preflight.reader import Unreadable

    for at in range(0, len(GOOD), 41):
        for value in (b"\0", b"9", b"/", b"<", b")"):
            try:
                assert facts(GOOD[:at] + value + GOOD[at + 1 :]).pages
            except Unreadable as error:
                assert error.code in {"P901", "P902", "P903", "P904"}


def test_a_bomb_keeps_nobody_waiting_with_plates_either(tmp_path: Path) -> None:
    """A page that was too much to be read is not handed on to Ghostscript."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(objects={"content": ("/Filter/FlateDecode", bomb())}))
    told = preflight(path, None, Wish(), lambda stage, done, total: None)
    assert {finding.code for finding in told.findings} == {"P906", "P911"} and told.plates == ()
