from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from book.language.passage import MASK, Passage


def test_edits_move_the_cuts() -> None:
    passage = Passage(["one", " two", "", " three"])
    passage.replace(re.compile("o"), "000")
    assert passage.nodes() == ["000ne", " tw000", "", " three"]


def test_what_is_inserted_at_a_cut_goes_to_the_later_node() -> None:
    passage = Passage(["1937", "г."])
    passage.replace(re.compile(r"\d()(?=г)"), "_")
    assert passage.nodes() == ["1937", "_г."]


def test_a_cut_within_an_edit_stays_within_it() -> None:
    passage = Passage(["a..", ".b"])
    passage.replace(re.compile(r"\.{3}"), "…")
    assert passage.nodes() == ["a…", "b"]


def test_only_the_first_group_is_replaced() -> None:
    passage = Passage(["a b"])
    passage.replace(re.compile("a( )b"), lambda match: None if match[1] == "x" else "-")
    assert passage.text == "a-b"


def test_addresses_are_hidden_from_the_rules_and_come_back() -> None:
    text = "see https://a.kz/x-1-2?q='5' or www.b.kz, a.b-c@d.kz and stat.gov.kz/en/1-2."
    passage = Passage([text[:20], text[20:]])
    passage.hide_addresses()
    assert passage.text.replace(MASK, "") == "see  or   and "
    passage.show_addresses()
    assert passage.nodes() == [text[:20], text[20:]]


@given(st.lists(st.text(alphabet="ab." + MASK)))
def test_nodes_come_back_as_they_went_in(nodes: list[str]) -> None:
    passage = Passage(nodes)
    passage.hide_addresses()
    passage.show_addresses()
    assert passage.nodes() == nodes


@given(st.lists(st.text(alphabet="ab"), min_size=1), st.sampled_from(["", "x", "xyz"]))
def test_every_edit_is_in_the_nodes(nodes: list[str], new: str) -> None:
    passage = Passage(nodes)
    passage.replace(re.compile("a"), new)
    assert passage.nodes() == [node.replace("a", new) for node in nodes]
