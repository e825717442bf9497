"""The press's own words, and the catalogs of a new book: as clean as they ask others to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from book.checks.catalog.facts import CatalogFacts, Message
from book.translate.pofile import read_catalog
from tests.books import ROOT
from tests.checks.catalog.catalogs import found

OURS = [
    *sorted((ROOT / "book/compose/locale").rglob("*.po")),
    *sorted((ROOT / "book/desk/starter/chapters/locale").rglob("*.po")),
]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT / "book").as_posix())
def test_our_catalogs_are_clean(path: Path) -> None:
    language = path.parts[path.parts.index("locale") + 1]
    name = path.relative_to(ROOT).as_posix()
    catalog, wrong = read_catalog(name, path.read_bytes())
    assert wrong == ()
    messages = tuple(Message(entry.source, entry.strings[0], line=entry.line) for entry in catalog.entries)
    assert messages
    assert found(CatalogFacts(name, language, "en", messages)) == []
