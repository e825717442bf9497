"""Fuzzy text is never in print: whatever stands beside its mark, the page shows the source, or there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from book.build.catalogs import update_catalogs
from book.world import World
from tests.books import codes, make, page_texts, pdf, quiet, write_tiny

CATALOG = "chapters/locale/kk/ru/profiles.po"
SOURCE = "Врач. Училась у"
CONFIRMED, FUZZY, OBSOLETE = "Расталған", "Күмәнді", "Ескірген"


def book(folder: Path) -> Path:
    """A book in which one text is translated, one fuzzily, and one was, long ago."""
    write_tiny(folder, {"foreword.md": "---\ntitle: {ru: Начало, kk: Басы}\nkind: plain\n---\nПредисловие.\n"})
    update_catalogs(World(folder), ["kk"], 1, quiet)
    foreword = folder / "chapters/locale/kk/ru/foreword.po"
    text = foreword.read_text(encoding="utf-8")
    old = f'\n#~ msgctxt "paragraph"\n#~ msgid "Старое предисловие."\n#~ msgstr "{OBSOLETE}"\n'
    said = text.replace('"Предисловие."\nmsgstr ""', f'"Предисловие."\nmsgstr "{CONFIRMED}."')
    foreword.write_text(said + old, "utf-8")
    profiles = folder / CATALOG
    text = profiles.read_text(encoding="utf-8")
    marked, count = re.subn(
        rf'(msgctxt "paragraph"\nmsgid ("{SOURCE}[^\n]*")\n)msgstr ""',
        lambda found: f"#, fuzzy\n{found[1]}msgstr {found[2].replace('Врач', FUZZY)}",
        text,
    )
    assert count == 1
    profiles.write_text(marked, encoding="utf-8")
    return folder


def test_a_proof_shows_the_source_in_its_place(tmp_path: Path) -> None:
    folder = book(tmp_path)
    outcome = make(folder, "proof", languages=("kk",))
    text = " ".join(" ".join(page_texts(pdf(folder, "proof", "kk"))).split())
    assert CONFIRMED in text and SOURCE in text
    assert FUZZY not in text and OBSOLETE not in text
    found = [one for one in outcome.findings if one["code"] == "C011"]
    assert len(found) == 1 and SOURCE in str(found[0]["message"])


@pytest.mark.parametrize("confirmed", [False, True])
def test_a_printers_book_waits_until_it_is_confirmed(tmp_path: Path, confirmed: bool) -> None:
    folder = book(tmp_path)
    path = folder / CATALOG
    text = path.read_text(encoding="utf-8")
    filled = re.sub(r'^(msgid ("[^"].*"\n))msgstr ""\n', r"\1msgstr \2", text, flags=re.MULTILINE)
    path.write_text(filled.replace("#, fuzzy\n", "") if confirmed else filled, encoding="utf-8")
    outcome = make(folder, "print", languages=("kk",))
    assert ("C011" in codes(outcome)) is not confirmed
    assert pdf(folder, "print", "kk").is_file() is confirmed
    if confirmed:
        assert FUZZY in " ".join(page_texts(pdf(folder, "print", "kk")))
