from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from book.desk.names import NameRow, sheet_rows
from book.desk.names_back import Changes, changes
from book.findings import Span
from book.model import Script
from book.report.table import comma_separated
from tests.desk.test_names import BOOK

HEAD = "kind,id,field,kk,ru,en\n"


def row(id: str = "bekova", field: str = "surname", **forms: str) -> NameRow:
    words = {"kk": "Бекова", "ru": "Бекова", "en": "Bekova", **forms}
    return NameRow("person", id, field, words, {"en from kk": "Bekova"}, (), Span("x.md", 4, 12))


KNOWN = [row(), row("tsoi", kk="Цой, А", ru="Цой, А", en="Tsoi, A")]


def back(text: str | bytes, known: list[NameRow] = KNOWN) -> Changes:
    return changes("names.csv", text if isinstance(text, bytes) else text.encode(), known, BOOK)


def told(text: str | bytes) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in back(text).findings]


def made(text: str | bytes) -> list[dict[str, str]]:
    found = back(text)
    assert found.findings == ()
    return [words for _, words in found.rows]


LINE = "person,bekova,surname,Бекова,Бекова,Bekowa\n"


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + LINE).encode(),
        (HEAD + LINE).encode("utf-8-sig"),
        (HEAD + LINE).replace(",", ";").encode("utf-8-sig"),
        ("sep=;\n" + (HEAD + LINE).replace(",", ";")).encode("utf-8-sig"),
        (HEAD + LINE).replace(",", "\t").encode("utf-16"),
        (HEAD + LINE).replace("\n", "\r\n").encode(),
        (HEAD + LINE + "\n,,,,,\n").encode(),
        (HEAD.replace("\n", ",remarks,en from kk\n") + LINE.replace("\n", ",x,Bekova\n")).encode(),
        b"en,id,field,kind\nBekowa,bekova,surname,person\n",
        (HEAD + LINE.replace("Bekowa", "'Bekowa'").replace("'", '"')).encode(),
    ],
)
def test_as_spreadsheets_write_it(data: bytes) -> None:
    assert made(data) == [{"en": "Bekowa"}]


def test_nothing_changed() -> None:
    latin = replace(BOOK, scripts=(Script("kk-Latn", "kk"),))
    odd = row("odd", kk="=Беков", ru="-Беков", en="@Bekov")
    data = comma_separated(*sheet_rows([*KNOWN, odd], latin)).encode("utf-8-sig")
    assert b"'=" in data and b"'@" in data
    assert changes("n.csv", data, [*KNOWN, odd], latin) == Changes()


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "B030", 0, 0),
        (HEAD.encode() + "person,bekova,surname,Бекова\n".encode("cp1251"), "B030", 2, 1),
        ("kind,id,kk\nperson,bekova,Б\n", "B030", 1, 1),
        ("kind,id,field,kkk\n", "B030", 1, 4),
        ("kind,id,field,kk,kk\n", "B030", 1, 5),
        (HEAD + 'person,"bekova\n', "B030", 0, 0),
        (HEAD + "person,bekova,surname,Б,Б,B,B\n", "B030", 2, 1),
        (HEAD + "person,bekov,surname,Б,Б,B\n", "B031", 2, 1),
        (HEAD + "person,bekova,name,Б,Б,B\n", "B031", 2, 1),
        (HEAD + LINE + LINE, "B031", 3, 1),
        (HEAD + "person,bekova,surname,,Бекова,Bekova\n", "B032", 2, 4),
        (HEAD + "person,bekova,surname,Бекова,Бекова,B{ekova\n", "B032", 2, 6),
        (HEAD + 'person,bekova,surname,Бекова,Бекова,"B\nekova"\n', "B032", 2, 6),
        (HEAD + "person,bekova,surname,Бекова,Бекoва,Bekova\n", "B032", 2, 5),
        (HEAD + f"person,bekova,surname,Бекова,Бекова,{'B' * 201}\n", "B032", 2, 6),
    ],
)
def test_what_does_not_fit_is_told_with_its_row(text: str | bytes, code: str, line: int, column: int) -> None:
    assert (code, line, column) in told(text)


def test_everything_is_told_in_one_run() -> None:
    assert [code for code, _, _ in told(HEAD + "person,x,surname,Б,Б,B\nperson,bekova,surname,,Бекова,Bekova\n")] == [
        "B031", "B032",
    ]  # fmt: skip


@given(st.binary(max_size=80) | st.text(alphabet="kind,id;field\t\n\"'=ekbovaБ", max_size=80).map(str.encode))
def test_any_bytes_are_a_table_or_told(data: bytes) -> None:
    assert isinstance(back(data), Changes)
