"""`pybabel extract` as a process: the messages of `catalogs update`, through the entry point of pyproject.toml."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from book.build.catalogs import manuscript_of
from book.build.extractors import extract
from book.translate.extract import groups
from book.world import World
from tests.books import ROOT, put, quiet, write_book

POT = list[tuple[str | None, str, list[str], list[str]]]
"""(context, text, comments, files) of each message."""


COMMAND = "pybabel extract -F babel.cfg --no-wrap --add-location=file -o book.pot ."


def mapping() -> str:
    """The mapping file of the README, which names the command, too."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert COMMAND in text
    (found,) = re.findall(r"^```ini\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return str(found)


def installed(folder: Path) -> Path:
    """A folder that tells Python of the entry points, as an installed package would."""
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    made = folder / "white_book_press-0.dist-info"
    made.mkdir(parents=True)
    (made / "METADATA").write_text("Metadata-Version: 2.1\nName: white-book-press\nVersion: 0\n")
    named = points["babel.extractors"].items()
    (made / "entry_points.txt").write_text("[babel.extractors]\n" + "".join(f"{at} = {what}\n" for at, what in named))
    return folder


def pybabel(book: Path, cfg: str) -> tuple[POT, str]:
    """What `pybabel extract` finds in a book, and what it says."""
    path = f"{ROOT}{os.pathsep}{installed(book.parent / 'site')}"
    (book / "babel.cfg").write_text(cfg, encoding="utf-8")
    words = [sys.executable, "-m", "babel.messages.frontend", *COMMAND.split()[1:]]
    done = subprocess.run(words, cwd=book, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = [one for one in read_po(BytesIO((book / "book.pot").read_bytes())) if one.id]
    files = [[path for path, _ in one.locations] for one in found]
    return [
        (one.context, str(one.id), list(one.auto_comments), at) for one, at in zip(found, files, strict=True)
    ], done.stderr


def test_the_same_messages_as_the_catalogs(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", translated=False)
    found, _ = pybabel(book, mapping())
    manuscript = manuscript_of(World(book), 1, quiet).manuscript
    assert manuscript is not None
    ours = [one for (source, _), group in groups(manuscript).items() if source == "ru" for one in group]
    assert {(context, text) for context, text, _, _ in found} == {one.id for one in ours} and ours
    told = {(context, text): (comments, files) for context, text, comments, files in found}
    for one in ours:
        comments, files = told[one.id]
        said = " ".join(comments)  # Babel wraps comments, whatever it is told
        assert all(line in said for line in one.comment.split("\n")) and set(one.places) <= set(files)


def test_without_a_source_all_languages(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", translated=False)
    found, _ = pybabel(book, "[book: chapters/profiles/**.md]\n")
    texts = [text for _, text, _, _ in found]
    assert any("Қыста" in text for text in texts) and any("Зимой" in text for text in texts)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", {"profiles/petrov.md": b"\xff"}, translated=False)
    assert "chapters/profiles/petrov.md" in pybabel(book, "[book: chapters/profiles/petrov.md]\n")[1]


def test_files_that_hold_no_texts(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", translated=False)
    put(book, "notes.yaml", "a: Заметки\n")
    with open(book / "chapters" / "notes.yaml", "rb") as file:
        assert list(extract(file, [], [], {})) == []


@pytest.mark.parametrize("name", ["book.yaml", "vocabulary/specialties.yaml"])
def test_maps_of_languages_go_to_nobody(name: str, tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", translated=False)
    with open(book / "chapters" / name, "rb") as file:
        assert list(extract(file, [], [], {})) == []
