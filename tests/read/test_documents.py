"""Whole documents: every field arrives, and no bytes raise."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from book.findings import Span
from book.model import Chapter, DateRange, Key, PartialDate, Person, Reference, Resort
from book.read import read_document, summarize
from book.read.documents import kind_of
from tests.read.sources import BOOK, chapter, person, resort, told

WHOLE_PERSON = """\
  patronymic: {kk: Д, ru: Е, en: F}
  variants:
  - {kk: Ж, ru: З, en: G}
lang: kk
role: doctor
born: {date: about 1880, place: there, at: almaty}
died: {date: unknown}
specialties: [surgery, therapy]
regions: [north]
institutions: [academy]
places: [semey]
education:
- {date: 1903/1909, text: studied, institution: academy}
posts:
- text: worked
honours: [order]
awards: [medal]
memory: [street]
portrait: {picture: portraits/a.JPG, credit: who, alt: what}
quotation: {text: words, by: them}
see: [other]
sources:
- https://example.org/a?b=c#d
- 'Archive, no. 5'
"""


def test_a_person() -> None:
    one, findings = person(WHOLE_PERSON)
    assert findings == ()
    assert isinstance(one, Person)
    assert (one.id, one.path, one.lang, one.span) == ("a", "chapters/profiles/a.md", "kk", Span(one.path, 1, 1))
    assert one.name.surname.forms == {"kk": "А", "ru": "Б", "en": "B"}
    assert one.name.variants[0].forms == {"kk": "Ж", "ru": "З", "en": "G"}
    assert one.born and one.born.date and one.born.place and one.died
    assert (one.born.date.year, one.born.date.modifier, one.born.place.context) == (1880, "about", "place")
    assert one.born.at == Key("places", "almaty", Span(one.path, 10, 44))
    assert one.died.date == PartialDate(span=Span(one.path, 11, 14))
    assert [key.key for key in one.specialties] == ["surgery", "therapy"]
    keys = (one.specialties[0], one.regions[0], one.institutions[0], one.places[0], one.honours[0])
    assert [key.vocabulary for key in keys] == ["specialties", "regions", "institutions", "places", "honours"]
    assert isinstance(one.education[0].date, DateRange)
    assert (one.education[0].text.context, one.posts[0].text.context) == ("education", "post")
    assert (one.awards[0].context, one.memory[0].context) == ("award", "memory")
    assert one.portrait and one.portrait.credit and one.quotation and one.quotation.by
    assert (one.portrait.picture, one.portrait.credit.context) == ("chapters/portraits/a.JPG", "credit")
    assert (one.quotation.text.context, one.quotation.by.context) == ("quotation", "attribution")
    assert one.see == (Reference("other", Span(one.path, 25, 7)),)
    assert [source.text for source in one.sources] == ["https://example.org/a?b=c#d", "Archive, no. 5"]


WHOLE_RESORT = """\
variants: [{kk: Ж, ru: З, en: G}]
place: there
at: almaty
types: [mud]
category: best
water: w
mud: m
climate: c
treats: [heart]
equipment: [bath]
beds: 500
capacity: many
season: summer
staff_season: winter
contact: {address: here, phone: +7 727 000-00-00, email: a@example.org, web: example.org}
inspection: {date: 2020-05, by: them, result: good}
founded: long ago
certainty: single
see: [other]
sources: [words]
"""


def test_a_resort() -> None:
    one, findings = resort(WHOLE_RESORT)
    assert findings == ()
    assert isinstance(one, Resort)
    assert (one.region.key, one.beds, one.certainty) == ("north", 500, "single")
    assert [one.types[0].vocabulary, one.category and one.category.vocabulary, one.treats[0].vocabulary] == [
        "resort_types",
        "resort_categories",
        "treatments",
    ]
    assert one.contact and one.contact.address and one.inspection and one.inspection.result and one.staff_season
    assert (one.contact.phone, one.contact.address.context) == ("+7 727 000-00-00", "address")
    assert (one.inspection.result.context, one.staff_season.context) == ("inspection-result", "staff-season")


def test_a_chapter() -> None:
    one, findings = chapter("Words.\n", "subtitle: S\nkind: plain\nsources: [a]\n")
    assert findings == ()
    assert isinstance(one, Chapter)
    assert (one.kind, one.title.source, len(one.body.blocks)) == ("plain", "T", 1)


def test_the_folder_says_the_kind() -> None:
    assert kind_of("chapters/profiles/a.md") == "person"
    assert kind_of("chapters/resorts/a.md") == "resort"
    assert kind_of("chapters/a.md") == kind_of("chapters/more/a.md") == "chapter"


def test_what_is_missing_is_told_and_the_rest_is_read() -> None:
    one, findings = read_document("chapters/resorts/a.md", b"---\nbeds: 5\nregoin: x\n---\na *b\n", BOOK)
    assert isinstance(one, Resort)
    assert told(findings) == [("S031", 2, 1), ("S031", 2, 1), ("S030", 3, 1), ("S082", 5, 3)]
    assert (one.beds, one.name.forms) == (5, {"kk": "a", "ru": "a", "en": "a"})
    assert summarize(one).keys == ()


def test_a_body_is_checked_though_the_front_matter_does_not_parse() -> None:
    one, findings = read_document("chapters/a.md", b"---\na: b: c\n---\na *b\n", BOOK)
    assert one is None
    assert told(findings) == [("S010", 2, 5), ("S082", 4, 3)]


def test_lines_end_as_they_like() -> None:
    one, findings = read_document("chapters/a.md", b"---\r\ntitle: T\r\n---\r\na\r\nb {sea:c}\r\n", BOOK)
    assert isinstance(one, Chapter)
    assert told(findings) == [("S081", 5, 3)]


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    for folder in ("", "profiles/", "resorts/"):
        read_document(f"chapters/{folder}a.md", data, BOOK)


LINE = st.one_of(
    st.sampled_from(
        [
            "---", "", "name:", "  surname: {kk: a, ru: b}", "born: {date: 1990-02-31}", "title: [x]", "see: a", "- a",
            "posts:", "```chart", "```figure", "```timeline", "```", "series:", "- values: {a: 1}", "  values: [1, a]",
            "picture: ../x", "| a | b |", "|--|--|", "| c \\", "> q", "> — a", "[^a]: b[^a]", "c[^a] [^b]", "# h",
            "## h {#", "Table: x", "Table: ", "1893. a", "    code", "***", "{see:", "<b>", "terms:", "lang: kk",
        ]
    ),
    st.text(alphabet="ab:-#>|*[](){}^`~!&\\ \t'\"\u00a0\u2028{1.", max_size=20),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(LINE, max_size=20), st.lists(LINE, max_size=30))
def test_no_text_raises_and_every_finding_has_its_place(front: list[str], body: list[str]) -> None:
    lines = ["---", *front, "---", *body]
    data = "\n".join(lines).encode()
    length = data.decode().count("\n") + data.decode().count("\r") + 1
    for path in ("chapters/a.md", "chapters/profiles/a.md", "chapters/resorts/a.md"):
        document, findings = read_document(path, data, BOOK)
        assert all(finding.span.path == path and finding.span.line <= length + 1 for finding in findings)
        if document is not None:
            summary = summarize(document)
            assert len(summary.pictures) == len(summary.picture_spans)
