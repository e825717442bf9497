from __future__ import annotations

import re
from pathlib import Path

from pypdf import PdfReader

from book.build.waiting import translators_proofs
from book.translate.pofile import read_catalog
from book.world import World
from tests import books


def test_a_translators_proof_marks_what_waits_and_leads_to_it(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    world = World(folder)
    path = next(one for one in world.sources() if re.search(r"locale/kk/ru/profiles.*\.po$", one))
    catalog, _ = read_catalog(path, world.read(path))
    entries = [entry for entry in catalog.entries if entry.context == "paragraph"]
    missing, fuzzy = entries[1], entries[2]
    text = (folder / path).read_text(encoding="utf-8").split("\n\n")
    for at, block in enumerate(text):
        if f'msgid "{missing.source}"' in block:
            text[at] = re.sub(r"msgstr .*", 'msgstr ""', block, flags=re.DOTALL)
        if f'msgid "{fuzzy.source}"' in block:
            text[at] = block.replace("msgctxt", "#, fuzzy\nmsgctxt", 1)
    (folder / path).write_text("\n\n".join(text), encoding="utf-8")

    outcome, papers = translators_proofs(world, ("kk",), tmp_path / "book/out", lambda *_: None)
    assert not outcome.book_errors
    assert [paper.relative_to(folder).as_posix() for paper in papers] == [
        "out/kk/translator/interior.pdf", "out/kk/translator/waiting.pdf",
    ]  # fmt: skip
    read = PdfReader(papers[0])
    words = "\n".join(page.extract_text() for page in read.pages)
    numbers = {entry.source: at for at, entry in enumerate(catalog.entries, 1)}
    assert f"!{numbers[missing.source]}" in words and f"?{numbers[fuzzy.source]}" in words
    changed, _ = read_catalog(path, world.read(path))
    line = next(entry.line for entry in changed.entries if entry.source == missing.source)
    targets = {
        str(note.get_object()["/A"]["/URI"])
        for page in read.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    }
    assert f"../../../{path}#{line}" in targets
    assert all(not target.startswith(("/", "file:")) for target in targets)
    paper = PdfReader(papers[1]).pages[0].extract_text()
    assert "аударылмаған: 1, күмәнді: 1" in paper and "ru/profiles.po" in paper


def _leads_to(pdf: Path) -> set[tuple[str, int]]:
    """Catalogs and lines to which the numbers of a proof lead."""
    notes = [note.get_object() for page in PdfReader(pdf).pages for note in page.get("/Annots", [])]
    targets = [str(note["/A"]["/URI"]) for note in notes if "/A" in note and ".po#" in str(note["/A"].get("/URI", ""))]
    return {(path.replace("../", ""), int(line)) for path, _, line in (target.rpartition("#") for target in targets)}


def test_every_message_of_the_book_has_its_number_in_an_edition_of_book_yaml_too(tmp_path: Path) -> None:
    asked = books.BOOK.replace("  proof: {purpose: proof}", "  marked: {purpose: proof, messages: true}")
    terms = {"vocabulary/specialties.yaml": "lang: ru\nterms: {surgery: хирургия}\n"}
    folder = books.write_book(tmp_path / "book", {"book.yaml": asked, **terms})
    assert not books.make(folder, "marked", languages=("kk",)).book_errors
    found = _leads_to(books.pdf(folder, "marked", "kk"))
    world = World(folder)
    missing = []
    for path in (one for one in world.sources() if "locale/kk/" in one and not one.endswith("/ui.po")):
        entries = read_catalog(path, world.read(path))[0].entries
        missing += [(path, entry.context, entry.source) for entry in entries if (path, entry.line) not in found]
    assert missing == []


def test_the_ordinary_books_know_nothing_of_it(tmp_path: Path) -> None:
    folder = books.write_book(tmp_path / "book")
    translators_proofs(World(folder), ("ru",), tmp_path / "book/out", lambda *_: None)
    outcome = books.make(folder, "proof")
    assert {made.target.edition for made in outcome.made} == {"proof"}
    words = "".join(page.extract_text() for page in PdfReader(books.pdf(folder, "proof")).pages)
    assert "message" not in words
