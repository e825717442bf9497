"""A language frozen at the texts of a day: nothing is lost in whatever order it is frozen, updated and thawed."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from book.model import Manuscript
from book.translate.catalog import Catalog
from book.translate.extract import groups
from book.translate.freeze import frozen_at, templates
from book.translate.messages import frozen_parts, frozen_path
from book.translate.pofile import read_catalog, write_catalog
from book.translate.status import by_language, status
from book.translate.update import update
from tests.translate.samples import as_msgcat, chapter, manuscript, passes_msgfmt, person

FOREWORD = "chapters/locale/kk/ru/foreword.po"
TEMPLATE = "chapters/locale/kk/frozen/ru/foreword.pot"
DAY = "2021-12-16"


def freeze(book: Manuscript, note: str = "") -> dict[str, bytes]:
    return templates(groups(book), "kk", DAY, note)


def texts(data: bytes) -> list[str]:
    return [entry.source for entry in read_catalog(FOREWORD, data)[0].entries]


def test_the_path_of_a_template_and_back() -> None:
    assert frozen_path("kk", "ru", "foreword") == TEMPLATE
    assert frozen_parts(TEMPLATE) == ("kk", "ru", "foreword")
    assert frozen_parts(FOREWORD) is frozen_parts("chapters/locale/kk/frozen/ru/foreword.po") is None


def test_a_template_is_gettexts_and_says_when_and_why(tmp_path: Path) -> None:
    files = freeze(manuscript(chapter("foreword", "один"), person()), "the first\nprinting")
    assert set(files) >= {TEMPLATE, "chapters/locale/kk/frozen/ru/profiles.pot"}
    for data in files.values():
        assert as_msgcat(data) == data
        passes_msgfmt(data, tmp_path)
    held, wrong = frozen_at(files)
    assert wrong == () and (held["kk"].date, held["kk"].note) == (DAY, "the first printing")


def test_the_messages_come_back_as_they_were() -> None:
    book = manuscript(chapter("foreword", "один", "один", *(f"{n} два" for n in range(9))), person())
    held, _ = frozen_at(freeze(book))
    for id, messages in groups(book).items():
        kept = held["kk"].messages[id]
        assert [(one.id, one.comment, one.places) for one in kept] == [
            (one.id, one.comment, one.places) for one in messages
        ]


def test_editors_go_on_and_the_translators_texts_stay() -> None:
    before, after = manuscript(chapter("foreword", "один", "два")), manuscript(chapter("foreword", "один", "три"))
    held, _ = frozen_at(freeze(before))
    files = update(before, {}, ["kk"]).files
    assert update(after, files, ["kk"], frozen=held).files == {}
    assert update(after, {}, ["kk"], frozen=held).files == files, "a catalog that went away is made as it was"
    thawed = update(after, files, ["kk"]).files[FOREWORD]
    assert texts(thawed) == ["Глава foreword", "один", "три"]


def test_another_language_goes_on() -> None:
    before, after = manuscript(chapter("foreword", "один")), manuscript(chapter("foreword", "два"))
    held, _ = frozen_at(freeze(before))
    files = update(before, {}, ["kk", "en"]).files
    assert set(update(after, files, ["kk", "en"], frozen=held).files) == {"chapters/locale/en/ru/foreword.po"}


def test_a_younger_chapter_waits() -> None:
    held, _ = frozen_at(freeze(manuscript(chapter("foreword", "один"))))
    after = manuscript(chapter("foreword", "один"), chapter("covid", "два"))
    assert not any("covid" in path for path in update(after, {}, ["kk"], frozen=held).files)
    assert not any(row.name == "covid" for row in status(after, {}, ["kk"], frozen=held))


def test_a_broken_template_is_told_and_its_catalog_rests() -> None:
    files = freeze(manuscript(chapter("foreword", "один")))
    held, wrong = frozen_at({**files, TEMPLATE: files[TEMPLATE] + b'msgid "x\n'})
    assert [(finding.code, finding.span.path) for finding in wrong] == [("C001", TEMPLATE)]
    assert held["kk"].date == DAY
    assert FOREWORD not in update(manuscript(chapter("foreword", "два")), {}, ["kk"], frozen=held).files


def test_status_counts_the_texts_of_that_day() -> None:
    before, after = manuscript(chapter("foreword", "один")), manuscript(chapter("foreword", "один", "два", "три"))
    held, _ = frozen_at(freeze(before, "print"))
    rows = {row.name: row for row in status(after, {}, ["kk"], frozen=held)}
    assert rows["foreword"].total == 2
    (language,) = by_language(tuple(rows.values()), ["kk"], held)
    assert (language.frozen, language.note, language.missing) == (DAY, "print", language.total)


# --- any order -------------------------------------------------------------------------------------------------------

words = st.sampled_from(["врач", "врач лечил детей", "врач лечил всех детей", "в 1931 году", "в 1932 году", "больница"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.lists(words, max_size=4)),
        st.tuples(st.just("translate"), st.integers(0, 9)),
        st.tuples(st.sampled_from(["update", "freeze", "thaw"]), st.none()),
    ),
    max_size=14,
)


@given(steps)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_in_any_order(done: list[tuple[str, object]]) -> None:
    book = manuscript(chapter("foreword", "врач"))
    files: dict[str, bytes] = {}
    kept: dict[str, bytes] = {}
    said: set[str] = set()
    for number, (step, what) in enumerate(done):
        if step == "edit":
            assert isinstance(what, list)
            book = manuscript(chapter("foreword", *what))
        elif step == "translate":
            assert isinstance(what, int)
            files = {path: translated(data, what, f"сөз {number}", said) for path, data in files.items()}
        elif step == "freeze" and not kept:
            files.update(update(book, files, ["kk"]).files)
            kept = freeze(book)
        else:
            kept = {} if step == "thaw" else kept
            frozen_texts = {path: texts(data) for path, data in files.items()}
            files.update(update(book, files, ["kk"], frozen=frozen_at(kept)[0]).files)
            assert not kept or frozen_texts == {path: texts(data) for path, data in files.items()}
            assert update(book, files, ["kk"], frozen=frozen_at(kept)[0]).files == {}, "a second time changes nothing"
    there = b"".join(files.values()).decode()
    assert all(one in there for one in said)


def translated(data: bytes, at: int, words: str, said: set[str]) -> bytes:
    """A translator confirms one message of a catalog in new words, with a comment; the words it had are given up."""
    catalog = read_catalog(FOREWORD, data)[0]
    if not catalog.entries:
        return data
    entries = list(catalog.entries)
    entry = entries[at % len(entries)]
    if not any(entry.strings):
        entries[at % len(entries)] = replace(entry, strings=(words,), notes=(f"совет {words}",))
        said |= {words, f"совет {words}"}
    return write_catalog(Catalog(catalog.header, tuple(entries), catalog.obsolete))
