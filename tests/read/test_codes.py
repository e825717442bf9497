"""Every code of the reading room, made by the smallest bad source, at its line and column."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from book.findings import Finding
from book.inks import NEEDED
from book.model import Document, Script
from book.read import check_editions, check_ink_use, read_book, read_document, read_ink_file, read_vocabulary
from book.read.codes import CODES
from book.read.spelling import read_spelling
from tests.read.presses import HOUSE, press
from tests.read.sources import BOOK, BOOK_YAML, chapter, person, resort, told

Read = tuple[Document | None, tuple[Finding, ...]]


def raw(data: bytes, path: str = "chapters/a.md") -> Callable[[], Read]:
    return lambda: read_document(path, data, BOOK)


def front(words: str) -> Callable[[], Read]:
    """Line 3 of a chapter."""
    return lambda: chapter(front=words + "\n")


def body(words: str) -> Callable[[], Read]:
    """From line 4 of a chapter."""
    return lambda: chapter(body=words + "\n")


def book(words: str) -> Callable[[], object]:
    """From line 6 of book.yaml."""
    return lambda: read_book("chapters/book.yaml", (BOOK_YAML + words).encode())


def vocabulary(words: str, name: str = "places") -> Callable[[], object]:
    return lambda: read_vocabulary(f"chapters/vocabulary/{name}.yaml", words.encode(), BOOK)


INK_FILE = "".join(f"{name}: {{cmyk: [0, 0, {at}, 100], rgb: [0, 0, 0]}}\n" for at, name in enumerate(NEEDED))
INKS, _ = read_ink_file("styles/inks.yaml", INK_FILE.encode())


def inks(words: str, without: str = "-") -> object:
    """Line 6 of styles/inks.yaml."""
    lines = [line for line in INK_FILE.splitlines() if not line.startswith(without)]
    return read_ink_file("styles/inks.yaml", "\n".join([*lines, words]).encode())


def used(name: str, words: str) -> object:
    """A style sheet or a drawing below styles/."""
    return None, check_ink_use(f"styles/{name}", words, INKS)


def asked(words: str) -> object:
    """What book.yaml, from its line 6, takes from the press."""
    read, _ = read_book("chapters/book.yaml", (BOOK_YAML + words).encode())
    assert read is not None
    return read, check_editions("chapters/book.yaml", read, HOUSE, ())


def spelling(name: str, words: str) -> Callable[[], object]:
    latin = msgspec.structs.replace(BOOK, scripts=(Script("kk-Latn", "kk"),))
    return lambda: read_spelling(f"chapters/vocabulary/{name}.yaml", words.encode(), latin)


CHART = "```chart\ntitle: C\n{}```"
PICTURE = "```figure\npicture: {}\n```"

# (code, line, column, how to read the source)
CASES: list[tuple[str, int, int, Callable[[], object]]] = [
    ("S001", 2, 8, raw("---\ntitle: Иван\n---\n".encode("cp1251")[:11] + b"\xff")),
    ("S002", 0, 0, raw(b"a" * (2 * 1024 * 1024 + 1))),
    ("S003", 1, 1, raw(b"\xef\xbb\xbf---\ntitle: T\n---\n")),
    ("S004", 2, 9, raw(b"---\ntitle: T\x00\n---\n")),
    ("S004", 2, 9, raw("---\ntitle: T\u2028a\n---\n".encode())),
    ("S005", 2, 9, raw("---\ntitle: Tи\u0306\n---\n".encode())),
    ("S006", 0, 0, raw(b"---\ntitle: T\n---\n", "chapters/Two words.md")),
    ("S007", 0, 0, vocabulary("terms: {a: b}\n", "palces")),
    ("S010", 3, 12, front("subtitle: a: b")),
    ("S010", 3, 11, front("subtitle: @a")),
    ("S010", 3, 11, front("subtitle: 'a")),
    ("S010", 3, 14, front("subtitle: [a](#b)")),
    ("S011", 4, 1, front("sources:\n\t- a")),
    ("S012", 3, 11, front("subtitle: !!python/name:os.system x")),
    ("S013", 3, 11, front("subtitle: &a b")),
    ("S013", 3, 11, front("sources: [*a]")),
    ("S014", 3, 49, front("sources: " + "[" * 200_000)),
    ("S015", 3, 1, front("title: U")),
    ("S016", 2, 1, vocabulary("terms: {a: b}\n---\nterms: {c: d}\n")),
    ("S020", 1, 1, raw(b"title: T\n")),
    ("S021", 1, 1, raw(b"---\ntitle: T\n")),
    ("S030", 3, 1, front("subtitel: a")),
    ("S031", 2, 1, raw(b"---\nsubtitle: T\n---\n")),
    ("S031", 2, 1, raw(b"---\ntitle:\n---\n")),
    ("S032", 3, 10, front("sources: a")),
    ("S032", 3, 11, front("subtitle: [a]")),
    ("S032", 3, 11, front("subtitle: {see:a}")),
    ("S032", 2, 1, raw(b"---\n- a\n---\n")),
    ("S032", 4, 7, lambda: resort("beds: 1 200\n")),
    ("S033", 3, 7, front("kind: plian")),
    ("S034", 3, 1, front("subtitle:")),
    ("S034", 3, 1, front("subtitle: ''")),
    ("S034", 3, 11, front("sources: ['']")),
    ("S035", 3, 11, front("subtitle: " + "a" * 20_001)),
    ("S036", 3, 11, front("subtitle: {kk: а, ru: б}")),
    ("S036", 3, 11, front("subtitle: {kk: а, ru: б, en: ''}")),
    ("S037", 3, 12, front("subtitle: {kz: а, kk: а, ru: б, en: b}")),
    ("S038", 3, 7, front("lang: de")),
    ("S038", 6, 8, book("isbn: {de: 978-3-16-148410-0}\n")),
    ("S039", 4, 7, lambda: resort("beds: 0\n")),
    ("S040", 5, 34, lambda: person("  patronymic: {kk: а, ru: б, en: '*b*'}\n")),
    ("S041", 4, 5, lambda: resort("at: Алматы\n")),
    ("S041", 4, 16, lambda: resort("contact: {web: 'javascript:x.y'}\n")),
    ("S042", 5, 10, body(PICTURE.format("../../a.png"))),
    ("S042", 5, 10, body(PICTURE.format("/etc/a.png"))),
    ("S042", 5, 10, body(PICTURE.format("pictures\\a.png"))),
    ("S042", 5, 10, body(PICTURE.format("file:a.png"))),
    ("S042", 5, 10, body(PICTURE.format("https://x.org/a.png"))),
    ("S043", 5, 21, lambda: person("portrait: {picture: a.svg}\n")),
    ("S044", 6, 12, book("isbn: {ru: 978-3-16-148410-1}\n")),
    ("S044", 6, 12, book("isbn: {ru: 978-3-16-148}\n")),
    ("S045", 3, 11, front("subtitle: >\n  a\n\n  b")),
    ("S046", 5, 1, body(CHART.format("kind: bar\nseries: [{label: a, values: [1]}]\n"))),
    ("S046", 8, 3, body(CHART.format("series:\n\n- label: a\n  values: {1990: 1, 1991: 2}\n  mark: [1992]\n"))),
    ("S047", 8, 3, book("parts:\n- {id: a}\n- {id: a}\n")),
    ("S048", 8, 3, book("parts:\n- {id: a, last: page}\n- {id: b}\n")),
    ("S050", 5, 14, lambda: person("born: {date: 16.12.1991}\n")),
    ("S051", 5, 14, lambda: person("born: {date: 1991-02-31}\n")),
    ("S052", 5, 16, lambda: person("posts: [{date: 1950/1940, text: a}]\n")),
    ("S060", 4, 1, body("```figrue\n```")),
    ("S061", 4, 1, body("```\na\n```")),
    ("S061", 4, 5, body("    a")),
    ("S062", 4, 1, body("```figure\npicture: a.png")),
    ("S063", 4, 1, body("---")),
    ("S063", 5, 1, body("a\n---")),
    ("S064", 4, 1, body("# a")),
    ("S064", 4, 1, body("##### a")),
    ("S065", 4, 8, body("## a {#B}")),
    ("S065", 4, 1, body("##a")),
    ("S066", 5, 3, body("- a\n  - b")),
    ("S066", 4, 1, body("> - a")),
    ("S067", 4, 1, body("1893. a")),
    ("S068", 6, 1, body("| a |\n|---|\n| b | c |")),
    ("S069", 6, 3, body("- a\n\n  b")),
    ("S069", 6, 3, body("> a\n>\n> b")),
    ("S070", 4, 2, body("a[^1]")),
    ("S071", 4, 1, body("[^1]: a")),
    ("S072", 6, 1, body("a[^1]\n[^1]: a\n[^1]: b")),
    ("S073", 5, 2, body("a[^1]\nb[^1]\n\n[^1]: a")),
    ("S074", 6, 8, body("a[^1]\n\n[^1]: a[^2]")),
    ("S080", 5, 3, body("a\nb <i>")),
    ("S081", 4, 3, body("a {sea:b}")),
    ("S082", 3, 13, front("subtitle: a *b")),
    ("S082", 3, 14, front("subtitle: 'a *b'")),
    ("S082", 5, 5, front("subtitle: >\n  a\n  b *c")),
    ("S083", 4, 5, body("[a](ftp://b)")),
    ("S084", 4, 1, body("[a [b](#c)](#d)")),
    ("S085", 4, 1, body("![a](https://x.org/a.png)")),
    ("S086", 4, 1, body("{see:B}")),
    ("S090", 2, 3, spelling("hyphenation", "kk:\n- ден-caу-лық\n")),
    ("S091", 1, 11, spelling("latin", "kk-Latn: {дерт*ер: dert}\n")),
    ("P701", 1, 11, lambda: press("a: {like: b}")),
    ("P702", 1, 14, lambda: press("a: {profile: lost.icc}")),
    ("P703", 1, 14, lambda: press("a: {profile: text.icc}")),
    ("P703", 1, 14, lambda: press("a: {profile: short.icc}")),
    ("P703", 1, 14, lambda: press("a: {profile: far.icc}")),
    ("P704", 1, 14, lambda: press("a: {profile: rgb.icc}")),
    ("P705", 1, 14, lambda: press("a: {profile: display.icc}")),
    ("P706", 1, 19, lambda: press("a: {cover: {foil: Silver}}")),
    ("P711", 2, 11, lambda: used("a.css", "a {}\nb {color: var(--ink-golf)}")),
    ("P711", 1, 12, lambda: used("a.svg", '<svg fill="ink(golf)"/>')),
    ("P712", 0, 0, lambda: inks("", "gold")),
    ("P713", 6, 1, lambda: inks("foil: {cmyk: [0, 0, 0, 9], rgb: [9, 9, 9], spot: All}")),
    ("P714", 6, 1, lambda: inks("pale: {cmyk: [0, 0, 0, 9], rgb: [9, 9, 9], spot: Foil, tint: 30}")),
    ("P715", 6, 1, lambda: inks("foil: {cmyk: [0, 0, 0, 100], rgb: [9, 9, 9], overprint: never}")),
    ("P716", 1, 16, lambda: used("a.css", "p {background: linear-gradient(var(--ink-gold), red)}")),
    ("P707", 7, 3, lambda: asked("editions:\n  proof: {purpose: proof, marks: true}\n")),
]


@pytest.mark.parametrize(("code", "line", "column", "read"), CASES)
def test_the_smallest_bad_source(code: str, line: int, column: int, read: Callable[[], Read]) -> None:
    findings = read()[1]
    assert (code, line, column) in told(findings)
    found = next(finding for finding in findings if finding.code == code)
    assert found.severity is CODES[code][0]
    assert found.hint
    for words in (found.message, found.hint):
        assert not words.endswith(".")
        assert "\n" not in words


def test_every_code_has_its_bad_source() -> None:
    assert {code for code, *_ in CASES} | {"S009"} == set(CODES)


def test_ten_errors_are_told_in_one_run() -> None:
    source = (
        "subtitel: a\nkind: plian\nlang: de\nsources: a\nsubtitle: {kz: a, kk: a}\n---\n"
        "# a\n\nb <i> {sea:c} *d\n\n- e\n  - f\n\n```figrue\n```\n\ng[^1]\n"
    )
    document, findings = read_document("chapters/a.md", f"---\ntitle: T\n{source}".encode(), BOOK)
    assert document is not None
    assert told(findings) == [
        ("S030", 3, 1),
        ("S033", 4, 7),
        ("S038", 5, 7),
        ("S032", 6, 10),
        ("S036", 7, 11),
        ("S037", 7, 12),
        ("S064", 9, 1),
        ("S080", 11, 3),
        ("S081", 11, 7),
        ("S082", 11, 15),
        ("S066", 14, 3),
        ("S060", 16, 1),
        ("S070", 19, 2),
    ]


def test_a_file_of_errors_is_cut_short() -> None:
    findings = chapter(front="".join(f"x{number}: a\n" for number in range(1000)))[1]
    assert len(findings) == 301
    assert findings[-1].code == "S009"
    assert findings[-1].message.startswith("700 more")


@pytest.mark.parametrize(
    ("read", "hint"),
    [
        (front("subtitel: a"), 'did you mean "subtitle"?'),
        (front("kind: plian"), 'did you mean "plain"?'),
        (front("subtitle: {kz: a, ru: b, en: c}"), 'did you mean "kk"?'),
        (body("```figrue\n```"), 'did you mean "figure"?'),
        (body("a[^nota]\n\n[^note]: b"), 'did you mean "note"?'),
        (lambda: person("born: {date: 6.2.1991}\n"), "write 1991-02-06"),
        (front("sources: abc"), "write [abc]"),
    ],
)
def test_a_hint_says_what_was_meant(read: Callable[[], Read], hint: str) -> None:
    assert hint in [finding.hint for finding in read()[1]]
