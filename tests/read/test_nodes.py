"""YAML as nodes: places, no types, and bounds that hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.findings import Span
from book.read.nodes import DEEPEST, MOST_NODES, Mapping, Node, Scalar, Sequence, parse_yaml
from book.read.reader import Reader
from tests.read.sources import told


def parse(text: str, skipped: int = 0) -> tuple[Node | None, list[tuple[str, int, int]]]:
    reader = Reader("f.yaml")
    node = parse_yaml(text, reader, skipped)
    return node, told(reader.findings())


def test_every_node_knows_its_place() -> None:
    node, findings = parse("ә: б\nlist:\n- 'c'\n- {d: e}\n", skipped=10)
    assert findings == []
    assert isinstance(node, Mapping)
    first = node.get("ә")
    items = node.get("list")
    assert isinstance(first, Scalar)
    assert (first.value, first.span) == ("б", Span("f.yaml", 11, 4))
    assert isinstance(items, Sequence)
    assert [item.span for item in items.items] == [Span("f.yaml", 13, 3), Span("f.yaml", 14, 3)]
    assert [key.span.column for key, _ in node.pairs] == [1, 1]


@pytest.mark.parametrize("words", ["no", "12:30", "1_000", "0o17", "2021-12-16", "1e3", "true", "0x1F", ".inf", "="])
def test_a_scalar_stays_what_was_typed(words: str) -> None:
    node, findings = parse(f"a: {words}")
    assert isinstance(node, Mapping)
    value = node.get("a")
    assert isinstance(value, Scalar)
    assert (value.value, findings) == (words, [])


@pytest.mark.parametrize(("words", "empty"), [("", True), ("~", True), ("null", True), ("'~'", False), ("''", True)])
def test_what_is_empty(words: str, empty: bool) -> None:
    node, _ = parse(f"a: {words}")
    assert isinstance(node, Mapping)
    value = node.get("a")
    assert isinstance(value, Scalar)
    assert value.empty is empty


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "a:\n ", "[{", "!!x [", "&a ["])
def test_two_hundred_thousand_brackets(piece: str) -> None:
    node, findings = parse(piece * 200_000)
    assert node is None
    assert findings


def test_depth_is_bounded_and_reached() -> None:
    assert parse("[" * (DEEPEST - 1) + "a" + "]" * (DEEPEST - 1))[1] == []
    assert parse("[" * DEEPEST + "a" + "]" * DEEPEST)[1] == [("S014", 1, DEEPEST + 1)]


def test_the_number_of_nodes_is_bounded() -> None:
    assert parse("- a\n" * MOST_NODES)[1] == [("S014", MOST_NODES, 3)]


def test_aliases_do_not_explode() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    node, findings = parse(bomb)
    assert isinstance(node, Mapping)
    assert {code for code, *_ in findings} == {"S013"}


def test_an_alias_is_told_once() -> None:
    node, findings = parse("a: *b\nc: d\n")
    assert findings == [("S013", 1, 4)]
    assert isinstance(node, Mapping)
    assert len(node.pairs) == 2


def test_the_first_of_two_values_is_kept() -> None:
    node, findings = parse("a: 1\nb: 2\na: 3\n")
    assert isinstance(node, Mapping)
    assert isinstance(first := node.get("a"), Scalar)
    assert (first.value, findings) == ("1", [("S015", 3, 1)])


@pytest.mark.parametrize(
    ("source", "code", "line", "column", "words"),
    [
        ("a: b: c", "S010", 1, 5, "a colon in a text without quotes"),
        ("a: @b", "S010", 1, 4, 'a text without quotes begins with "@"'),
        ("a: `b`", "S010", 1, 4, 'a text without quotes begins with "`"'),
        ("a: *Em* b", "S010", 1, 7, "a text without quotes begins with * or &"),
        ("a: %b", "S010", 1, 4, 'a text without quotes begins with "%"'),
        ("a: [b", "S010", 1, 4, "a list that begins with [ is not closed by ]"),
        ("a: {b: c", "S010", 1, 4, "a map that begins with { is not closed by }"),
        ("a: 'b\nc: d\n", "S010", 1, 4, "a quotation mark is not closed"),
        ('a: "b\\q"', "S010", 1, 6, "a backslash inside double quotes"),
        ('a: "b" c', "S010", 1, 8, "text goes on after its closing quotation mark"),
        ("a: [b](#c) d", "S010", 1, 7, 'text goes on after a "]"'),
        ("a:\n  b: 1\n c: 2", "S010", 3, 2, "the indentation does not fit"),
        ("a:\n\tb: c", "S011", 2, 1, "a tab stands where YAML wants spaces"),
        ("a: b\n\tc: d", "S011", 2, 1, "a tab stands where YAML wants spaces"),
        ("a: - b", "S010", 1, 4, "a list begins on the line of its key"),
        ("a: b\nc\n", "S010", 2, 1, "a line without its colon"),
        ("a: |b", "S010", 1, 5, "a text beginning with | or >"),
    ],
)
def test_yaml_that_does_not_parse_in_plain_words(source: str, code: str, line: int, column: int, words: str) -> None:
    reader = Reader("f.yaml")
    assert parse_yaml(source, reader) is None
    (finding,) = reader.findings()
    assert (finding.code, finding.span.line, finding.span.column) == (code, line, column)
    assert finding.message == words
    assert finding.hint


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_raises(source: str) -> None:
    parse(source)


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\t\\~=<", max_size=60))
def test_no_yaml_raises(source: str) -> None:
    parse(source)
