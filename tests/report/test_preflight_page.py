"""The page of a preflight: whole, safe whatever the PDF says, and its marks where the finding is."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from book.findings import Finding, Severity, Span
from book.preflight.report_facts import InkMap, PreflightReport, Shown
from book.printed import Coverage, Font, PdfFacts
from book.report.frames import around, common, frames
from book.report.preflight_choice import LARGE, SMALL, chosen, places
from book.report.preflight_findings import PER_GROUP, groups
from book.report.preflight_page import number, preflight_page
from book.report.preflight_tables import Fold, fold_rows, ranges, spreads
from tests.pdfs import TEXT, facts, pdf

PICTURE = {
    "content": TEXT + "q 72 0 0 72 80 200 cm /P Do Q",
    "resources": "/XObject<</P @picture>>",
    "objects": {"picture": ("/Subtype/Image/Width 142/Height 150/BitsPerComponent 8/ColorSpace/DeviceGray", b"\0")},
}
FOUND = Finding("P401", Severity.ERROR, "too few", "Get more", Span("a.md", 9, 3), "1", box=(20.0, 30.0, 45.4, 55.4))
JPEG, PNG = b"\xff\xd8jpeg", b"\x89PNGpng"
SHOWN = Shown({0: JPEG}, {0: JPEG, 1: JPEG}, {}, (InkMap(0, PNG, {"Black": JPEG}),))
FOLDS = (Fold(1, "front", (0, 3)), Fold(1, "back", (1, 2)))
EVIL = '"><script>alert(1)</script><img src=http://x.test/a>\x00\u202e\ud800'


def told(pages: int = 4, found: tuple[Finding, ...] = (FOUND,), **changes: object) -> PreflightReport:
    seen = facts(pdf(**PICTURE, pages=pages))  # type: ignore[arg-type]
    with_ink = [replace(page, coverage=Coverage(100.0, (1, 2, 16, 17), "plates")) for page in seen.pages]
    report = PreflightReport("a.pdf", 123456, "00", found, replace(seen, pages=tuple(with_ink)), ink="plates")
    return replace(report, **changes)


def known(report: PreflightReport) -> PdfFacts:
    assert report.facts is not None
    return report.facts


def page(report: PreflightReport, shown: Shown = SHOWN) -> str:
    return preflight_page(report, shown, FOLDS, {"P401": "a picture of few pixels is blurred"})


class Tags(HTMLParser):
    """The tags of a page, and whether each is closed."""

    VOID = frozenset({"meta", "link", "br", "img", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag


def test_the_page_is_whole_and_fetches_nothing() -> None:
    text = page(told())
    found = Tags(text)
    assert found.open == []
    assert not {tag for tag, _ in found.tags} & {"script", "iframe", "object", "embed", "form", "base"}
    for tag, attrs in found.tags:
        for name in ("href", "src"):
            assert (attrs.get(name) or "#").startswith(("#", "data:")), (tag, attrs)
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {(attrs.get("href") or "#")[1:] for tag, attrs in found.tags if tag in ("a", "use")} <= set(ids)
    policy = next(attrs["content"] for tag, attrs in found.tags if "http-equiv" in attrs)
    assert policy is not None and policy.startswith("default-src 'none'; img-src data:;")
    assert "url(" not in text and "@import" not in text


def test_all_sections_are_there() -> None:
    ids = {attrs.get("id") for _, attrs in Tags(page(told())).tags}
    assert {"summary", "findings", "sheets", "ink", "fonts", "pictures", "boxes", "plan"} <= ids


def test_what_the_file_says_is_escaped() -> None:
    report = told(found=(replace(FOUND, message=EVIL, hint=EVIL, span=Span(EVIL, 1, 1), subject=EVIL),), name=EVIL)
    seen = known(report)
    assert seen.document is not None
    pages = tuple(
        replace(one, title=EVIL, pictures=tuple(replace(p, name=EVIL, filter=EVIL) for p in one.pictures))
        for one in seen.pages
    )
    fonts = (Font(EVIL, EVIL, False, False, False, (0,)),)
    document = replace(seen.document, fonts=fonts, spots=(EVIL,), version=EVIL)
    report = replace(report, facts=replace(seen, pages=pages, document=document))
    text = page(report, replace(SHOWN, maps=(InkMap(0, PNG, {EVIL: JPEG}),)))
    found = Tags(text)
    assert found.open == []
    assert not {"script"} & {tag for tag, _ in found.tags}
    assert all(str(attrs["src"]).startswith("data:") for tag, attrs in found.tags if tag == "img")
    assert not re.search("[\x00\u202e\ud800]", text)
    text.encode()


def test_a_finding_is_marked_at_its_place() -> None:
    text = page(told())
    sprite = text[text.index("<image id=") : text.index("</defs>")]
    mm = 25.4 / 72
    # The media lies 20 points beyond the trim.
    for name, value in (("x", -20 * mm), ("y", -20 * mm), ("width", 340 * mm), ("height", 440 * mm)):
        assert f' {name}="{number(value)}"' in sprite
    sheet = text[text.index('<figure id="sheet-1"') :]
    drawing = ElementTree.fromstring(sheet[sheet.index("<svg") : sheet.index("</svg>") + 6])
    assert drawing.get("viewBox") == " ".join(number(value * mm) for value in (-20, -20, 340, 440))
    boxes = {one.get("class"): one for one in drawing.iter("rect") if one.get("class")}
    trim = boxes["box trim"]
    assert [trim.get(name) for name in ("x", "y", "width")] == ["0", "0", number(300 * mm)]
    assert boxes["box bleed"].get("x") == number(-10 * mm)
    assert boxes["box safety"].get("x") == "8" and boxes["box safety"].get("y") == "5"  # a recto
    (mark,) = (one for one in drawing.iter("g"))
    assert mark.get("class") == "mark error"
    rectangle, label = list(mark)
    assert [rectangle.get(name) for name in ("x", "y", "width", "height")] == ["20", "30", "25.4", "25.4"]
    assert label.text is not None and label.text.strip() == "1"
    detail = re.search(r'class="detail" viewBox="([^"]+)"', text)
    assert detail is not None
    x, y, wide, high = (float(value) for value in detail[1].split())
    assert x <= 20 and y <= 30 and x + wide >= 45.4 and y + high >= 55.4


def test_the_checks_say_where() -> None:
    from book.checks import run

    (found,) = (one for one in run("pdf", known(told(1))) if one.code == "P401")
    assert found.box == pytest.approx((21.17, 52.21, 46.57, 77.61), abs=0.02)


def test_the_same_place_has_one_mark_with_all_its_numbers() -> None:
    other = replace(FOUND, code="P999", severity=Severity.WARNING)
    drawn = page(told(found=(other, FOUND)))
    sheet = drawn[drawn.index('<figure id="sheet-1"') :]
    assert re.findall(r'<g class="mark (\w+)">.*?>\s*(1·2)</text>', sheet, re.DOTALL) == [("error", "1·2")]


def test_errors_come_first_and_many_alike_are_counted() -> None:
    note = replace(FOUND, code="P998", severity=Severity.NOTE)
    found = groups(told(found=(note, *[FOUND] * (PER_GROUP + 3))), SHOWN, {})
    assert [(group.code, group.severity, len(group.seen), group.left) for group in found] == [
        ("P401", "error", PER_GROUP, 3), ("P998", "note", 1, 0),
    ]  # fmt: skip
    assert [one.number for group in found for one in group.seen] == list(range(1, PER_GROUP + 2))


def test_a_label_that_two_pages_have_marks_none() -> None:
    report = told(2)
    twice = replace(known(report), pages=tuple(replace(one, label="1") for one in known(report).pages))
    assert places(twice) == {}
    text = page(replace(report, facts=twice))
    assert "<b>Page 1</b>: too few." in text and 'class="mark' not in text


def test_a_page_that_cannot_be_drawn_is_told() -> None:
    text = page(told(), Shown(lost={0: "it takes too much time"}))
    assert "This page cannot be drawn: it takes too much time." in text


def test_a_file_of_which_nothing_was_read() -> None:
    report = PreflightReport("a.pdf", 7, "00", (Finding("P901", Severity.ERROR, "no PDF", "Give one"),))
    text = preflight_page(report, Shown(), (), {})
    found = Tags(text)
    assert found.open == [] and "A printer would send this file back" in text and "no PDF." in text


def test_verdicts() -> None:
    assert "This file can be printed</strong>" in page(told(found=()))
    assert "look at the warnings" in page(told(found=(replace(FOUND, severity=Severity.WARNING),)))


def test_a_large_book_does_not_make_a_large_page() -> None:
    one = known(told(1)).pages[0]
    pages = tuple(replace(one, index=at, label=str(at + 1)) for at in range(600))
    found = tuple(replace(FOUND, page=str(at + 1)) for at in range(600))
    report = told(1, found)
    choice = chosen(replace(report, facts=replace(known(report), pages=pages)))
    assert (len(choice.large), len(choice.small), len(choice.maps)) == (LARGE, SMALL, 8)


def test_the_flat_plan_has_spreads_sections_and_plates() -> None:
    report = told(6)
    folds = (*FOLDS, Fold(2, "front", (4, 5)))
    plan = spreads(report, known(report), folds, places(known(report)))
    shape = [[leaf.page.index if leaf else None for leaf in spread] for spread in plan]
    assert shape == [[None, 0], [1, 2], [3, 4], [5]]
    leaves = [leaf for spread in plan for leaf in spread if leaf]
    assert [leaf.section for leaf in leaves] == [1, 0, 0, 0, 2, 0]
    assert {leaf.plates for leaf in leaves} == {("Black",)}
    assert [(leaf.findings, leaf.worst) for leaf in leaves][:2] == [(1, "error"), (0, "")]
    assert [row.plates for row in fold_rows(report, known(report), folds)] == [("Black",)] * 3


def test_frames_follow_the_fold_and_need_an_area() -> None:
    seen = known(told(2))
    limits = seen.condition.limits
    left = [frames(one, limits, True).safety for one in seen.pages]
    assert [box and box[0] for box in left] == [8, 5]
    assert frames(replace(seen.pages[0], media=(5, 5, 5, 9)), limits, True).media is None


def test_a_hairline_has_a_mark_and_what_is_off_the_sheet_none() -> None:
    within = (-7.0, -7.0, 100.0, 100.0)
    assert common((10, 10, 60, 10), within) == (10, 9.5, 60, 10.5)
    assert common((200, 10, 260, 20), within) is None
    x0, top, x1, bottom = around((95, 95, 99, 99), within)
    assert (x1, bottom) == (100, 100) and x1 - x0 == 48 and bottom - top == 32


@pytest.mark.parametrize(
    ("indexes", "words"), [([], ""), ([0], "1"), ([0, 1, 2, 6], "1–3, 7"), (range(0, 40, 2), "1, 3 and 18 more")]
)
def test_ranges(indexes: list[int], words: str) -> None:
    assert ranges(indexes, 2) == words
