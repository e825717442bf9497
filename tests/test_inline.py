"""book.inline: the tree of a text, its faults at their offsets, and that no text is too hostile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.inline import (
    Em,
    Link,
    Mark,
    Note,
    Ref,
    Str,
    Strong,
    marks,
    notes,
    parse_inline,
    plain,
    references,
    walk,
)

MARKUP = st.text(alphabet="*[](){}<>!^\\#:abз /", max_size=80)


@pytest.mark.parametrize(
    ("source", "nodes"),
    [
        ("", ()),
        ("words", (Str("words"),)),
        ("a *b* c", (Str("a "), Em((Str("b"),)), Str(" c"))),
        ("**b**", (Strong((Str("b"),)),)),
        ("***b***", (Strong((Em((Str("b"),)),)),)),
        ("***a** b*", (Em((Strong((Str("a"),)), Str(" b"))),)),
        ("***a* b**", (Strong((Em((Str("a"),)), Str(" b"))),)),
        ("*a **b** c*", (Em((Str("a "), Strong((Str("b"),)), Str(" c"))),)),
        ("5 * 3", (Str("5 * 3"),)),
        (r"\*a\* \{ \[ \\ \q", (Str("*a* { [ \\ \\q"),)),
        ("&amp; &lt;b&gt;", (Str("&amp; &lt;b&gt;"),)),
        ("p < 0.05, a<5", (Str("p < 0.05, a<5"),)),
        ("[*a* b](https://x.org/c_(d))", (Link("https://x.org/c_(d)", (Em((Str("a"),)), Str(" b"))),)),
        ("[a](mailto:b@c.org)", (Link("mailto:b@c.org", (Str("a"),)),)),
        ("[a](#b)", (Link("#b", (Str("a"),)),)),
        ("[sic] [b](#c)", (Str("[sic] "), Link("#c", (Str("b"),)))),
        ("{see:a_b-1}", (Ref("see", "a_b-1"),)),
        ("{page: x}", (Ref("page", "x"),)),
        ("{name:x}", (Ref("name", "x"),)),
        ("a{place:x}", (Str("a"), Mark("place", "x"))),
        ("{institution:x}{specialty:y}", (Mark("institution", "x"), Mark("specialty", "y"))),
        ("{person:z}", (Mark("person", "z"),)),
        ("Ура![^1]", (Str("Ура!"), Note("1"))),
    ],
)
def test_what_is_markup(source: str, nodes: tuple[object, ...]) -> None:
    parsed = parse_inline(source)
    assert parsed.nodes == nodes
    assert parsed.faults == ()


@pytest.mark.parametrize(
    ("source", "offset", "kind", "words"),
    [
        ("a <b>c", 2, "html", "a <b>c"),
        ("a <!-- c -->", 2, "html", "a <!-- c -->"),
        ("<https://x.org>", 0, "html", "<https://x.org>"),
        ("a {plcae:x}", 2, "braces", "a {plcae:x}"),
        ("a {x}", 2, "braces", "a {x}"),
        ("a {x", 2, "braces", "a {x"),
        ("{see:Not an id}", 0, "key", "{see:Not an id}"),
        ("a *b", 2, "unclosed", "a *b"),
        ("a b*", 3, "unclosed", "a b*"),
        ("**a *b**", 4, "unclosed", "a *b"),
        ("*a **b*", 3, "unclosed", "a **b"),
        ("a [b", 2, "unclosed", "a [b"),
        ("a](#b)", 1, "unclosed", "a](#b)"),
        ("[a *b](#c)", 3, "unclosed", "a *b"),
        ("[a](b c)", 3, "address", "[a](b c)"),
        ("[a](javascript:x)", 4, "address", "a"),
        ("[a](../x)", 4, "address", "a"),
        ("[a](data:text/html,x)", 4, "address", "a"),
        ("[](https://x.org)", 0, "address", ""),
        ("[a](#B!)", 4, "key", "a"),
        ("[a [b](#c) d](#e)", 0, "nested", "[a b d](#e)"),
        ("![a](https://x.org)", 0, "image", "!a"),
        ("****", 0, "unclosed", "****"),
    ],
)
def test_what_is_wrong_is_told_at_its_place_and_stays_as_words(source: str, offset: int, kind: str, words: str) -> None:
    parsed = parse_inline(source)
    first = parsed.faults[0]
    assert (first.offset, first.kind, plain(parsed.nodes)) == (offset, kind, words)
    assert parsed.problems[0] == (first.offset, first.message)


def test_a_fault_names_the_nearest_known_word() -> None:
    assert parse_inline("{instituton:x}").faults[0].hint == 'did you mean "institution"?'


def test_offsets_are_those_of_the_source() -> None:
    source = r"\* *a {see:b} [c](#d)* {place:e}[^f]"
    nodes = parse_inline(source).nodes
    assert [(ref.id, source[ref.at : ref.at + 2]) for ref in references(nodes)] == [("b", "{s"), ("d", "[c")]
    assert [(mark.key, source[mark.at]) for mark in marks(nodes)] == [("e", "{")]
    assert [(note.label, source[note.at]) for note in notes(nodes)] == [("f", "[")]


HOSTILE = (
    *("*", "* ", "*a ", "a* ", "**a*b", "[", "]", "[a", "](", "](x", "[a](", "[a](#b)", "[a](x)", "*[a](#b)", "](()"),
    *("{", "{see:", "{a:b}", "<a", "<", "\\", "[^", "![", "a *b [c](x) d "),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    source = piece * (200_000 // len(piece))
    parsed = parse_inline(source)
    assert len(parsed.faults) <= 50
    assert sum(1 for _ in walk(parsed.nodes)) <= len(source)


@given(MARKUP)
def test_nothing_raises_and_no_word_is_lost(source: str) -> None:
    parsed = parse_inline(source)
    assert all(0 <= fault.offset <= len(source) for fault in parsed.faults)
    assert [fault.offset for fault in parsed.faults] == sorted(fault.offset for fault in parsed.faults)
    letters = [c for c in plain(parsed.nodes) if c in "abз"]
    assert len(letters) <= sum(c in "abз" for c in source)


@given(st.text())
def test_any_text_is_read(source: str) -> None:
    parse_inline(source)


@given(st.text(alphabet=st.characters(exclude_characters="*[]{<\\")))
def test_text_without_markup_is_itself(source: str) -> None:
    parsed = parse_inline(source)
    assert plain(parsed.nodes) == source
    assert parsed.faults == ()
