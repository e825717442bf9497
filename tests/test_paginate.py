"""Page numbers, sides and blanks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.model import UnitPlan
from book.paginate import Ending, Leaf, Pagination, opening, paginate, roman, side_of


def unit(id: str, opens: str = "next", matter: str = "body", folio: str = "arabic") -> UnitPlan:
    return UnitPlan(id, "chapter", opens=opens, matter=matter, folio=folio)  # type: ignore[arg-type]


def shown(pagination: Pagination) -> list[str]:
    """`unit/index label side` of each leaf."""
    return [f"{leaf.unit}/{leaf.index} {leaf.label} {leaf.side}" for leaf in pagination.leaves]


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (49, "xlix"), (90, "xc"), (400, "cd"), (1999, "mcmxcix")],
)
def test_roman(number: int, letters: str) -> None:
    assert roman(number) == letters


@given(st.integers(1, 3999))
def test_roman_figures_add_up(number: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    figures = [values[letter] for letter in roman(number)]
    after = [*figures[1:], 0]
    assert sum(-one if one < two else one for one, two in zip(figures, after, strict=True)) == number


def test_the_first_page_is_a_recto() -> None:
    assert (side_of(0), side_of(1), side_of(2)) == ("recto", "verso", "recto")


def test_front_matter_in_roman_figures_the_body_from_1_on_a_recto() -> None:
    plans = [unit("title", "recto", "front", "none"), unit("foreword", "recto", "front", "roman")]
    plans += [unit("one"), unit("two")]
    pagination = paginate(plans, {"title": 1, "foreword": 1, "one": 2, "two": 1})
    assert shown(pagination) == [
        "title/0 i recto",
        "/0 ii verso",
        "foreword/0 iii recto",
        "/0 iv verso",  # the front matter ends on a verso
        "one/0 1 recto",
        "one/1 2 verso",
        "two/0 3 recto",
    ]
    assert pagination.starts == {"title": 0, "foreword": 2, "one": 4, "two": 6}
    assert [leaf.folio for leaf in pagination.leaves] == ["none", "none", "roman", "none", "arabic", "arabic", "arabic"]
    assert pagination.label("one", 1) == "2"


def test_a_book_without_front_matter_begins_at_1() -> None:
    assert shown(paginate([unit("a")], {"a": 1})) == ["a/0 1 recto"]
    assert paginate([], {}) == Pagination((), {})


def test_openings_leave_a_blank_only_where_they_must() -> None:
    plans = [unit("a"), unit("b", "recto"), unit("c", "verso"), unit("d", "verso"), unit("e")]
    pagination = paginate(plans, {"a": 1, "b": 2, "c": 1, "d": 1, "e": 1})
    # c: the page after b is a recto; d: a recto stands between c and it.
    assert [leaf.unit for leaf in pagination.leaves] == ["a", "", "b", "b", "", "c", "", "d", "e"]
    assert all(side_of(at) == leaf.side for at, leaf in enumerate(pagination.leaves))


def test_back_matter_goes_on_in_arabic_figures() -> None:
    plans = [unit("a", matter="front", folio="roman"), unit("b"), unit("c", matter="back")]
    labels = [leaf.label for leaf in paginate(plans, {"a": 2, "b": 1, "c": 1}).leaves]
    assert labels == ["i", "ii", "1", "2"]


UNITS = st.lists(
    st.tuples(st.sampled_from(["recto", "verso", "next"]), st.integers(1, 5)), min_size=0, max_size=12
)


@given(UNITS, UNITS, UNITS)
def test_whatever_the_lengths(
    front: list[tuple[str, int]], body: list[tuple[str, int]], back: list[tuple[str, int]]
) -> None:
    plans, lengths = [], {}
    for matter, units in (("front", front), ("body", body), ("back", back)):
        for at, (opens, length) in enumerate(units):
            plans.append(unit(f"{matter}{at}", opens, matter))
            lengths[f"{matter}{at}"] = length
    pagination = paginate(plans, lengths)
    leaves = pagination.leaves
    blanks = [leaf for leaf in leaves if not leaf.unit]
    assert len(leaves) == sum(lengths.values()) + len(blanks)
    assert [leaf.unit for leaf in leaves if leaf.unit] == [plan.id for plan in plans for _ in range(lengths[plan.id])]
    assert all(blank.folio == "none" for blank in blanks)
    for plan in plans:
        start = pagination.starts[plan.id]
        own = leaves[start : start + lengths[plan.id]]
        assert [leaf.index for leaf in own] == list(range(lengths[plan.id]))
        if plan.opens == "recto":
            assert own[0].side == "recto"
            assert start % 2 == 0
    for before, after in itertools.pairwise(leaves):
        assert before.side != after.side
        assert before.unit or after.unit, "two blanks in a row are a lost leaf"
    arabic = [leaf for leaf in leaves if leaf.label.isdigit()]
    assert [leaf.label for leaf in arabic] == [str(number + 1) for number in range(len(arabic))]
    in_front = [leaf for leaf in leaves if leaf not in arabic]
    assert [leaf.label for leaf in in_front] == [roman(number + 1) for number in range(len(in_front))]
    # An odd page number is a recto, in the body as on paper.
    assert all((int(leaf.label) % 2 == 1) == (leaf.side == "recto") for leaf in arabic)
    if body and arabic:
        assert leaves.index(arabic[0]) % 2 == 0


def test_opening_is_where_paginate_puts_it() -> None:
    front, body = unit("f", matter="front"), unit("b")
    assert opening(front, 3, None) == 3
    assert opening(body, 3, front) == 4
    assert opening(body, 3, body) == 3
    assert opening(unit("v", "verso"), 4, body) == 5


def test_a_leaf_knows_its_page() -> None:
    assert Leaf("a", 0, "1", "recto").folio == "none"


# --- whole sheets ----------------------------------------------------------------------------------------------------

NOTES: dict[str, str] = {"recto": "fill.recto", "verso": "fill.verso"}


def ended(
    lengths: dict[str, int], last: str = "", multiple: int = 8, notes: bool = False, trailing: bool = True
) -> list[str]:
    """The units of the leaves of a book whose unit "end" ends it."""
    plans = [unit("title", "recto", "front", "none"), unit("text", "recto")]
    if "end" in lengths:
        plans.append(UnitPlan("end", "chapter", opens="recto", matter="back", last=last))  # type: ignore[arg-type]
    ending = Ending(multiple, NOTES if notes else {}, trailing)  # type: ignore[arg-type]
    return [leaf.unit for leaf in paginate(plans, lengths, ending).leaves]


def test_without_a_last_part_sheets_are_filled_after_the_end() -> None:
    assert ended({"title": 1, "text": 3}) == ["title", "", "text", "text", "text", "", "", ""]
    filled = ended({"title": 1, "text": 3}, notes=True)
    assert filled == ["title", "", "text", "text", "text", "fill.verso", "fill.recto", "fill.verso"]
    assert len(ended({"title": 1, "text": 6})) == 8
    assert ended({"title": 1, "text": 3}, trailing=False) == ["title", "", "text", "text", "text"]


def test_the_last_page_is_the_book_s_last() -> None:
    lengths = {"title": 1, "text": 3, "end": 1}
    assert ended(lengths, "page") == ["title", "", "text", "text", "text", "", "", "end"]
    filled = ["title", "", "text", "text", "text", "fill.verso", "fill.recto", "end"]
    assert ended(lengths, "page", notes=True) == filled
    # every edition has the same page numbers
    assert ended(lengths, "page", notes=True, trailing=False) == filled


def test_the_last_recto_has_a_blank_behind_it() -> None:
    lengths = {"title": 1, "text": 3, "end": 1}
    assert ended(lengths, "recto", notes=True) == [
        "title", "", "text", "text", "text", "fill.verso", "end", "",
    ]  # fmt: skip
    assert ended(lengths, "recto", notes=True, trailing=False)[-1] == "end"


@given(
    st.integers(1, 9), st.integers(1, 40), st.integers(1, 5), st.sampled_from(["page", "recto"]), st.integers(1, 32),
    st.booleans(),
)  # fmt: skip
def test_sheets_are_whole_and_nothing_is_filled_in_the_middle(
    title: int, text: int, end: int, last: str, multiple: int, notes: bool
) -> None:
    found = ended({"title": title, "text": text, "end": end}, last, multiple, notes)
    whole = multiple if multiple % 2 == 0 else 2 * multiple
    assert len(found) % whole == 0
    begin = found.index("end")
    assert found[begin : begin + end] == ["end"] * end
    assert found[begin + end :] in ([], [""])
    assert (last == "recto" and begin % 2 == 0) or (last == "page" and begin + end == len(found))
    first_fill = next((at for at, one in enumerate(found) if one.startswith("fill")), begin)
    assert "text" not in found[first_fill:]
    assert begin - len([one for one in found[:begin] if one in ("title", "text")]) <= 2 * whole + 2
