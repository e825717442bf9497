"""Summaries: all that the rest of the book asks for."""

from __future__ import annotations

from book.model import Chapter, Person, Resort, message_key
from book.read import summarize
from tests.read.sources import chapter, person, resort


def test_a_persons_summary() -> None:
    one, _ = person(
        "role: doctor {place:semey}\nborn: {date: 1880, place: '{see:x}', at: almaty}\nregions: [north, south]\n"
        "specialties: [surgery]\nposts: [{text: worked, institution: academy}]\nsee: [other]\n"
        "portrait: {picture: portraits/a.jpg}\n"
    )
    assert isinstance(one, Person)
    summary = summarize(one)
    assert (summary.id, summary.kind, summary.path, summary.region) == ("a", "person", one.path, "north")
    assert list(summary.texts) == ["surname", "given", "role"]
    assert [date.year for date in summary.dates] == [1880, 0]
    assert summary.dates[1].span.line == 0
    assert [(key.vocabulary, key.key) for key in summary.keys] == [
        ("places", "almaty"),
        ("specialties", "surgery"),
        ("regions", "north"),
        ("regions", "south"),
        ("institutions", "academy"),
        ("places", "semey"),
    ]
    assert [(reference.kind, reference.id, reference.span.line) for reference in summary.refs] == [
        ("", "other", 10),
        ("see", "x", 6),
    ]
    assert summary.pictures == ("chapters/portraits/a.jpg",)
    assert (summary.picture_spans[0].line, summary.picture_spans[0].column) == (11, 21)


def test_a_chapters_summary() -> None:
    one, findings = chapter(
        "## H {#h}\n\nA {place:x} [b](#c)\n{name:d}{page:e}[^1]\n\n[^1]: n {person:f}\n\n"
        "```figure\npicture: pictures/a.png\ncaption: g\n```\n",
        "kind: plain\n",
    )
    assert isinstance(one, Chapter)
    assert findings == ()
    summary = summarize(one)
    assert (summary.chapter_kind, [heading.id for heading in summary.headings]) == ("plain", ["h"])
    assert [(key.vocabulary, key.key, key.span.line, key.span.column) for key in summary.marks] == [
        ("places", "x", 7, 3),
        ("people", "d", 8, 1),
        ("persons", "f", 10, 9),
    ]
    assert [key.key for key in summary.keys] == ["x", "f"]
    references = [(reference.kind, reference.id) for reference in summary.refs]
    assert references == [("link", "c"), ("name", "d"), ("page", "e")]
    assert summary.messages == tuple(
        message_key(context, source)
        for context, source in [
            ("title", "T"),
            ("heading", "H"),
            ("paragraph", "A {place:x} [b](#c) {name:d}{page:e}[^1]"),
            ("caption", "g"),
            ("footnote", "n {person:f}"),
        ]
    )
    assert summary.weight == len("THA {place:x} [b](#c) {name:d}{page:e}[^1]gn {person:f}")


def test_a_resorts_summary() -> None:
    one, _ = resort("treats: [heart]\nequipment: [bath]\nvariants: [{kk: а, ru: б, en: c}]\nbeds: 5\n")
    assert isinstance(one, Resort)
    summary = summarize(one)
    assert [key.key for key in summary.keys] == ["north", "heart", "bath"]
    assert ([key.key for key in summary.treats], summary.region, len(summary.variants)) == (["heart"], "north", 1)
    assert summary.messages == ()


def test_marks_of_a_map_of_languages_count_once() -> None:
    one, _ = chapter(front="subtitle: {kk: 'а{place:x}', ru: 'б{place:x}', en: '{see:b}'}\n")
    assert isinstance(one, Chapter)
    summary = summarize(one)
    assert ([key.key for key in summary.marks], [reference.id for reference in summary.refs]) == (["x"], ["b"])


def test_the_key_of_a_message() -> None:
    assert len(message_key("paragraph", "Слово")) == 16
    assert message_key("a", "b") != message_key("", "a\x04b") != message_key("ab", "")
