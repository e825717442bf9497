"""Content streams are cut at their operators, by the quick way and by the right one alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.press.stream import _OWN, _tokenized, instructions


def operators(data: bytes) -> list[tuple[list[bytes], bytes]]:
    return list(instructions(data))


OURS = b"""q
0.75 0 0 -.75 0 0 cm
/a1.0 gs
/DeviceCMYK cs
0 0 0 1 scn
/Pattern CS
/p0 SCN
/P <</MCID 0>> BDC
BT
1 0 0 -1 151.18 110.6 Tm
/FGLLIQ 21.333008 Tf
[<011a>108<0287>-3.5<>0] TJ
<0102> Tj
ET
EMC
[] 0 d
[3 1] 0.5 d
f*
Q"""


def test_a_stream_of_ours_goes_the_quick_way_and_is_the_same_on_the_other() -> None:
    assert _OWN.match(OURS)
    quick, slow = operators(OURS), list(_tokenized(OURS))
    assert [found[0][-1] for found in quick] == [found[0][-1] for found in slow]
    assert [operands for operands, _ in quick if operands[-1] not in (b"TJ", b"BDC")] == [
        operands for operands, _ in slow if operands[-1] not in (b"TJ", b"BDC")
    ]
    assert b"\n".join(written for _, written in quick) == OURS


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"0 0 m 1 1 l S", [b"m", b"l", b"S"]),
        (b"(a\n) Tj\n(b (c) \\) Q) Tj", [b"Tj", b"Tj"]),
        (b"[(a ] Q)\n-3 (b)] TJ", [b"TJ"]),
        (b"q % f Q\nQ", [b"q", b"Q"]),
        (b"/P <</A (Q) /B [1 <</C 2>>]>> BDC EMC", [b"BDC", b"EMC"]),
        (b"q\nBI /W 2 /H 1 /BPC 8 /CS /G ID \x00Q EI\nQ", [b"q", b"EI", b"Q"]),
        (b"q\rf\x00Q", [b"q", b"f", b"Q"]),
        (b"1.5.2 0 d0\n(never closed", [b"1.5.2", b"d0"]),
        (b"[1 2", []),
        (b"", []),
    ],
)
def test_any_stream_is_cut_at_its_operators(data: bytes, expected: list[bytes]) -> None:
    assert [operands[-1] for operands, _ in operators(data)] == expected


def test_strings_and_images_stay_as_they_are() -> None:
    data = b"q\nBI /W 2 /H 1 /BPC 8 /CS /G ID \x00Q EI\nQ"
    assert operators(data)[1][1] == b"BI /W 2 /H 1 /BPC 8 /CS /G ID \x00Q EI"
    assert operators(b"(a\n(b)) Tj")[0] == ([b"(a\n(b))", b"Tj"], b"(a\n(b)) Tj")


@given(st.binary(max_size=200))
def test_nothing_in_a_stream_stops_the_press(data: bytes) -> None:
    operators(data)


@given(st.lists(st.sampled_from([b"q", b"Q", b"1 0 0 1 2 -3.5 cm", b"/a gs", b"[<01>-3<0002>] TJ", b"[1 2] 0 d"])))
def test_both_ways_agree(drawn: list[bytes]) -> None:
    data = b"\n".join(drawn)
    assert [found[0][-1] for found in operators(data)] == [found[0][-1] for found in _tokenized(data)]
