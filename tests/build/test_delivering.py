from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from book.build import Order
from book.build.delivering import Delivery, Wish, deliver
from book.deliver.xjdf import NAMESPACE
from book.errors import BookError
from book.world import World
from tests import books


def handed_over(folder: Path, where: Path, *editions: str, **more: object) -> Delivery:
    wish = Wish(where, plates=False, **more)  # type: ignore[arg-type]
    return deliver(World(folder), Order(("kk",), editions, folder / "out", 1), wish, books.quiet)


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_a_parcel_has_all_that_a_printer_needs_and_repeats(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    made = handed_over(folder, tmp_path / "a", copies=500, language="ru")
    assert not made.refused, made.findings
    (parcel,) = made.parcels
    assert parcel.folder == tmp_path / "a/small-kk" and parcel.archive == tmp_path / "a/small-kk.zip"
    there = digests(parcel.folder)
    assert set(there) == set(parcel.files)
    assert {
        "interior.pdf", "cover.pdf", "flatplan.pdf", "preflight-interior.txt", "preflight-cover.json",
        "preflight-interior.html", "preflight-cover.html", "ticket.xjdf", "ticket.pdf", "SHA256SUMS",
    } <= set(there)  # fmt: skip
    told = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=parcel.folder, capture_output=True)
    assert told.returncode == 0, told.stdout
    with zipfile.ZipFile(parcel.archive) as read:
        assert {info.filename for info in read.infolist()} == {f"small-kk/{name}" for name in there}
        assert read.read("small-kk/interior.pdf") == (folder / "out/kk/print/interior.pdf").read_bytes()

    root = ElementTree.parse(parcel.folder / "ticket.xjdf").getroot()
    files = {one.get("URL"): one for one in root.iter(f"{{{NAMESPACE}}}FileSpec")}
    md5 = hashlib.md5((parcel.folder / "interior.pdf").read_bytes()).hexdigest()
    assert files["interior.pdf"].get("CheckSum") == md5
    assert int(files["interior.pdf"].get("NPage", 0)) == len(PdfReader(parcel.folder / "interior.pdf").pages)
    page = PdfReader(parcel.folder / "ticket.pdf").pages[0].extract_text()
    assert "Лист заказа" in page and "500" in page and "Кіші кітап" in page

    again = handed_over(books.write_book(tmp_path / "elsewhere/book"), tmp_path / "b", copies=500, language="ru")
    assert digests(again.parcels[0].folder) == there
    assert again.parcels[0].archive.read_bytes() == parcel.archive.read_bytes()


def test_a_book_with_an_error_is_kept_back_and_an_old_parcel_stays_whole(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    before = digests(handed_over(folder, tmp_path / "a").parcels[0].folder)
    books.replace(folder, "book.yaml", "letters_open: recto}", "letters_open: recto, picture_ppi: 72}")
    books.put(folder, "portraits/bekova.jpg", books.portrait((60, 75)))
    made = handed_over(folder, tmp_path / "a")
    assert made.refused and not made.parcels
    assert digests(tmp_path / "a/small-kk") == before
    assert not (tmp_path / "new").exists()
    assert not handed_over(folder, tmp_path / "new").parcels and not (tmp_path / "new").exists()


def test_which_edition_goes_to_the_printer(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    with pytest.raises(BookError, match="no edition for the press"):
        handed_over(folder, tmp_path / "a", "screen")
    books.replace(folder, "book.yaml", "screen: {", "second: {purpose: print}\n  screen: {")
    with pytest.raises(BookError, match="several editions"):
        handed_over(folder, tmp_path / "a")
