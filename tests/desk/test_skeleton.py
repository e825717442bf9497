"""Skeletons of new sources: all fields, valid as they are told, valid when uncommented."""

from __future__ import annotations

import re

import pytest

from book.desk.skeleton import Surroundings, skeleton
from book.model import Document
from book.read import read_document
from book.read.convert import Field, ListOf, Record
from book.read.documents import RECORDS
from tests.read.sources import BOOK, told

KEYS = {"regions": ("north", "south"), "specialties": ("surgery", "therapy", "nursing", "radiology")}
AROUND = Surroundings("somebody", "kk", BOOK.languages, KEYS)
PATHS = {
    "person": "chapters/profiles/somebody.md",
    "resort": "chapters/resorts/somebody.md",
    "chapter": "chapters/somebody.md",
}

EACH_KIND = pytest.mark.parametrize("kind", RECORDS)


def read(kind: str, text: str) -> tuple[Document | None, list[tuple[str, int, int]]]:
    document, findings = read_document(PATHS[kind], text.encode(), BOOK)
    return document, told(findings)


def filled(text: str) -> str:
    return text.replace('region: ""', "region: north").replace('""', "Words")


def uncommented(text: str) -> str:
    lines = (line for line in text.split("\n") if not re.match(r" *## ", line))
    return "\n".join(re.sub(r"^( *)# ", r"\1", line) for line in lines)


@EACH_KIND
def test_only_what_is_needed_is_missing(kind: str) -> None:
    text = skeleton(kind, AROUND)
    _, findings = read(kind, text)
    assert {code for code, _, _ in findings} <= {"S031", "S036"}
    lines = text.split("\n")
    wanted = [number for number, line in enumerate(lines, 1) if '""' in line]
    assert wanted
    assert sorted(line for _, line, _ in findings) == wanted


@EACH_KIND
def test_filled_in_it_has_nothing_wrong(kind: str) -> None:
    document, findings = read(kind, filled(skeleton(kind, AROUND)))
    assert findings == []
    assert document is not None
    assert document.lang == "kk"


@EACH_KIND
def test_every_example_can_be_read(kind: str) -> None:
    document, findings = read(kind, uncommented(filled(skeleton(kind, AROUND))))
    assert findings == []
    for name, field in RECORDS[kind].fields.items():
        assert getattr(document, field.attribute or name), name


def names(record: Record) -> set[str]:
    found = set()
    for field in record.fields.values():
        found.add(field.key)
        inner = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
        found |= names(inner) if isinstance(inner, Record) else set()
    return found


@EACH_KIND
def test_every_field_is_there_and_explained(kind: str) -> None:
    text = skeleton(kind, AROUND)
    for name in names(RECORDS[kind]):
        assert re.search(rf"^ *(?:# )?[ -]*{name}:", text, re.MULTILINE), name
    plain = " ".join(re.sub(r"\n *## ", " ", text).split())
    field: Field
    for field in RECORDS[kind].fields.values():
        assert field.about in plain


def test_it_speaks_of_its_book() -> None:
    text = skeleton("person", AROUND)
    assert 'surname: {kk: "", ru: "", en: ""}' in text
    assert "# specialties: [surgery, therapy, nursing]\n" in text
    assert "#   picture: portraits/somebody.jpg  #" in text
    assert "## key of the region (needed): north, south\n" in skeleton("resort", AROUND)


def test_lines_can_be_read_in_a_narrow_window() -> None:
    assert max(len(line) for kind in RECORDS for line in skeleton(kind, AROUND).split("\n")) <= 120
