"""The specimen's catalogs through translators' programs and back: rewritten as Poedit, Weblate, Lokalize and polib do,
with what a translator did there, and updated again. Nothing is lost, and all but what the program and the translator
added comes back to the same bytes.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from book.build.catalogs import manuscript_of
from book.model import Manuscript
from book.translate.catalog import Catalog, Entry, Previous, header_fields, header_text
from book.translate.pofile import read_catalog, write_catalog
from book.translate.status import status
from book.translate.update import update
from book.world import World
from tests.books import ROOT, quiet
from tests.translate.samples import as_msgcat, gettext, passes_msgfmt

Files = dict[str, bytes]
Fields = list[tuple[str, str]]


@pytest.fixture(scope="module")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Manuscript, Files]:
    """The manuscript of chapters/ and its catalogs."""
    folder = tmp_path_factory.mktemp("specimen")
    shutil.copytree(ROOT / "chapters", folder / "chapters")
    desk = manuscript_of(World(folder), 1, quiet)
    assert desk.manuscript is not None and not desk.unread
    # The words of the design may be younger than the specimen's copy of their catalog: the press has its own.
    ours = {path: data for path, data in desk.catalogs.items() if not path.endswith("/ui.po")}
    return desk.manuscript, ours


def updated(specimen: tuple[Manuscript, Files], files: Files) -> Files:
    """The catalogs after `catalogs update`."""
    book = specimen[0]
    done = update(book, files, book.book.languages)
    assert done.findings == ()
    return {**files, **done.files}


def test_the_specimens_catalogs_are_up_to_date_and_gettexts(specimen: tuple[Manuscript, Files], tmp_path: Path) -> None:
    """Where this fails: run `scripts/make-book catalogs update`, and commit what it changed."""
    book, files = specimen
    assert len(files) > 25
    assert updated(specimen, files) == files
    assert all(not row.waiting for row in status(book, files, book.book.languages))
    for data in files.values():
        assert as_msgcat(data) == data
        passes_msgfmt(data, tmp_path)


# --- what the programs do --------------------------------------------------------------------------------------------


def with_fields(data: bytes, change: Callable[[Fields], Fields]) -> bytes:
    """A catalog with other header fields, before it is rewritten."""
    catalog = read_catalog("x.po", data)[0]
    header = replace(catalog.header, strings=(header_text(change(header_fields(catalog.header))),))
    return write_catalog(replace(catalog, header=header))


def msgcat(data: bytes, *options: str) -> bytes:
    done = gettext("msgcat", *options, data=data)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def numbered(data: bytes) -> bytes:
    """Places with numbers of lines, as programs that read sources themselves write them."""
    return re.sub(rb"(?m)^#: (\S+)$", rb"#: \1:12", data)


def set_fields(fields: Fields, **values: str) -> Fields:
    """Fields filled in, others behind them."""
    named = {name.replace("_", "-"): value for name, value in values.items()}
    kept = [(name, named.pop(name, value)) for name, value in fields]
    return [*kept, *named.items()]


def poedit(data: bytes) -> bytes:
    """Poedit 3: wraps at 79, fills in who and when, adds its own headers in front of X-Source-Language."""

    def change(fields: Fields) -> Fields:
        filled = set_fields(
            fields, PO_Revision_Date="2021-12-16 12:00+0600", Last_Translator="Translator <t@example.org>"
        )
        return [*filled[:-1], ("X-Generator", "Poedit 3.4.2"), ("X-Poedit-SourceCharset", "UTF-8"), filled[-1]]

    return msgcat(with_fields(data, change), "--width=79", "--add-location=file")


def weblate(data: bytes) -> bytes:
    """Weblate: wraps at 77, sorts headers in its own order, places with lines, a team."""

    def change(fields: Fields) -> Fields:
        filled = set_fields(fields, Language_Team="Kazakh <https://example.org/projects/book/kk/>")
        return [*sorted(filled), ("X-Generator", "Weblate 5.8")]

    return numbered(msgcat(with_fields(data, change), "--width=77"))


def lokalize(data: bytes) -> bytes:
    """Lokalize: wraps at 80, Windows line ends where it was told so, its name."""

    def change(fields: Fields) -> Fields:
        return [*set_fields(fields, Language_Team="kk"), ("X-Generator", "Lokalize 24.08")]

    return msgcat(with_fields(data, change), "--width=80").replace(b"\n", b"\r\n")


def polib(data: bytes) -> bytes:
    """polib, and many a script: sorted headers, its own wrapping at 78 with breaks after spaces."""

    def wrap(match: re.Match[bytes]) -> bytes:
        keyword, text = match[1].decode(), match[2].decode()
        if len(text) + len(keyword) < 75:
            return match[0]
        lines = textwrap.wrap(text, 73, drop_whitespace=False, break_long_words=False, break_on_hyphens=False)
        return "\n".join([f'{keyword} ""', *(f'"{line}"' for line in lines)]).encode()

    ordered = with_fields(data, sorted)
    return re.sub(rb'(?m)^(msgctxt|msgid|msgstr) "(.+)"$', wrap, ordered)


PROGRAMS = pytest.mark.parametrize("program", [poedit, weblate, lokalize, polib], ids=lambda one: one.__name__)


def without_header(data: bytes) -> bytes:
    return data.partition(b"\n\n")[2]


@PROGRAMS
def test_what_a_program_rewrote_comes_back_to_the_same_bytes(
    program: Callable[[bytes], bytes], specimen: tuple[Manuscript, Files]
) -> None:
    before = specimen[1]
    rewritten = {path: program(data) for path, data in before.items()}
    assert all(rewritten[path] != data for path, data in before.items())
    after = updated(specimen, rewritten)
    for path, data in before.items():
        assert without_header(after[path]) == without_header(data), path
        theirs = read_catalog(path, rewritten[path])[0].header
        assert header_fields(read_catalog(path, after[path])[0].header) == header_fields(theirs), "the header is theirs"
    assert updated(specimen, after) == after


def worked_on(data: bytes) -> bytes:
    """What a translator did before the program wrote the file: a comment, a doubt with an older text, another flag, a
    message given up; and an obsolete message of long ago."""
    catalog = read_catalog("x.po", data)[0]
    first, *rest = catalog.entries
    first = replace(first, notes=("ойлану керек: «дәрігер» ме, «емші» ме?",), flags=("no-wrap",))
    if rest:
        previous = Previous("прежний текст", rest[0].context)
        rest[0] = replace(rest[0], flags=("fuzzy",), previous=previous, strings=("сенімсіз аударма",))
    if len(rest) > 1:
        rest[1] = replace(rest[1], strings=("",))
    old = Entry("давно забытый текст", ("көптен ұмытылған мәтін",), "paragraph", notes=("сақтау керек",))
    return write_catalog(Catalog(replace(catalog.header, notes=("Аудармашы, 2021",)), (first, *rest), (old,)))


def said(data: bytes) -> list[object]:
    """Everything that is a translator's, in order."""
    catalog = read_catalog("x.po", data)[0]
    entries = (catalog.header, *catalog.entries, *catalog.obsolete)
    return [(one.id, one.strings, one.notes, one.flags, one.previous) for one in entries[1:]] + [catalog.header.notes]


@PROGRAMS
def test_what_a_translator_did_there_is_all_there(
    program: Callable[[bytes], bytes], specimen: tuple[Manuscript, Files]
) -> None:
    worked = {path: worked_on(data) for path, data in specimen[1].items()}
    after = updated(specimen, {path: program(data) for path, data in worked.items()})
    for path, data in worked.items():
        assert said(after[path]) == said(data), path
        assert without_header(after[path]) == without_header(data), path
