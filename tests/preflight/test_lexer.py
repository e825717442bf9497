"""Content streams as operators."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from book.preflight.lexer import Name, operators


def test_numbers_names_and_strings() -> None:
    (one,) = operators(b"1 -2.5 +.5 4. /A#20B (a\\(b(c)\\101\\n\\\nd) <414> true null op")
    assert one == ("op", [1.0, -2.5, 0.5, 4.0, "A B", b"a(b(c)A\nd", b"A@", True, None])
    assert isinstance(one[1][4], Name)


def test_arrays_and_dictionaries() -> None:
    text, mark = operators(b"[(a) -20 <62>]TJ /P<</MCID 3/B[1 2]>>BDC")
    assert text == ("TJ", [[b"a", -20.0, b"b"]])
    assert mark == ("BDC", ["P", {"MCID": 3.0, "B": [1.0, 2.0]}])


def test_comments_are_passed_over() -> None:
    assert list(operators(b"1 % 2 m (\n3 m")) == [("m", [1.0, 3.0])]


def test_an_inline_picture_ends_at_its_own_end() -> None:
    data = b"q BI /W 2 /H 1 /CS /G /F [/Fl] ID \x00 EI\xff\xfe EI\nQ"
    first, picture, last = operators(data)
    assert (first[0], picture[0], last[0]) == ("q", "BI", "Q")
    assert picture[1][0] == {"W": 2.0, "H": 1.0, "CS": "G", "F": ["Fl"]}


def test_what_is_not_closed_ends_with_the_stream() -> None:
    assert list(operators(b"1 w (abc")) == [("w", [1.0])]
    assert list(operators(b"[1 2 m 3 w")) == [("m", []), ("w", [3.0])]
    assert [word for word, _ in operators(b"BI /W 1 ID abc")] == ["BI"]


@given(st.binary(max_size=400))
def test_any_bytes_give_operators(data: bytes) -> None:
    for word, operands in operators(data):
        assert isinstance(word, str) and isinstance(operands, list)


@given(st.lists(st.sampled_from([b"(", b")", b"<", b">", b"<<", b">>", b"[", b"]", b"BI", b"ID", b"EI", b" ", b"/A"])))
def test_any_brackets_give_operators(pieces: list[bytes]) -> None:
    assert isinstance(list(operators(b"".join(pieces))), list)
