"""The checks of translations in a build and in `make-book check`: where they are told, and what is looked at again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import book.build.checking
from book.build.catalogs import catalog_status, check_book
from book.checks import run
from book.checks.catalog.facts import CatalogFacts
from book.findings import Severity
from book.world import World
from tests.books import HEAD, ROOT, codes, make, person, put, quiet, replace, translate, write_tiny

CATALOG = "locale/kk/ru/profiles.po"
PATH = f"chapters/{CATALOG}"
GLOSSARY = "terms:\n  hospital: {ru: больниц, kk: [аурухана, емхана]}\n"


def message(source: str, translation: str, note: str = "", place: str = "bekova") -> str:
    notes = f"# {note}\n" if note else ""
    return f'{notes}#: chapters/profiles/{place}.md\nmsgctxt "paragraph"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


def tiny(folder: Path, *messages: str, body: str = "Врач с 1934 года.") -> Path:
    """The tiny book, with these messages in its catalog."""
    profile = person("Бекова", "Айгуль", body)
    return write_tiny(folder, {CATALOG: HEAD + "".join(messages), "profiles/bekova.md": profile})


def found(folder: Path) -> list[tuple[str, str, int, str, str]]:
    """(code, path, line, subject, language) of what `make-book check` finds in translations."""
    findings = check_book(World(folder), 1, quiet)
    return [
        (one.code, one.span.path, one.span.line, one.subject, one.language)
        for one in findings
        if one.code.startswith("C1")
    ]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The sources of the messages that checks were asked about, since it was last cleared."""
    sources: list[str] = []

    def spy(subject: str, facts: CatalogFacts, scope: str = "") -> Any:
        sources.extend(message.source for message in facts.messages if not scope)
        return run(subject, facts, scope)

    monkeypatch.setattr(book.build.checking, "run", spy)
    yield sources


WRONG = message("Врач с 1934 года.", "1943 жылдан бері дәрігер.")
RIGHT = message("Врач из города.", "Қаладан келген дәрігер.")


def test_a_finding_names_catalog_line_document_and_language(tmp_path: Path) -> None:
    folder = tiny(tmp_path, RIGHT, WRONG)
    line = 1 + (folder / "chapters" / CATALOG).read_text(encoding="utf-8").split("\n").index(
        'msgid "Врач с 1934 года."'
    )
    assert found(folder) == [("C103", PATH, line, "bekova", "kk")]


@pytest.mark.parametrize(
    "entry",
    [
        WRONG.replace("#: ", "#, fuzzy\n#: "),
        "".join(f"#~ {line}\n" for line in WRONG.splitlines() if line[:1] not in ("#", "")),
        message("Врач с 1934 года.", ""),
        message("Врач с 1934 года.", "1943 жылдан бері дәрігер.", "ok C103: the source has a misprint"),
        message("Врач с 1934 года {see:petrov}.", "1943 жылдан бері дәрігер."),  # C012 is told already
    ],
)
def test_what_is_not_checked(tmp_path: Path, entry: str) -> None:
    assert found(tiny(tmp_path, RIGHT, entry)) == []


def test_a_catalog_from_no_language_is_left_alone(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    put(folder, "locale/kk/no language/profiles.po", HEAD + WRONG)
    assert found(folder) == []


def test_a_waiver_in_the_book(tmp_path: Path) -> None:
    folder = tiny(tmp_path, WRONG)
    waiver = f"waivers:\n- {{code: C103, path: {PATH}, reason: ok}}\n"
    text = (folder / "chapters/book.yaml").read_text(encoding="utf-8")
    (folder / "chapters/book.yaml").write_text(text + waiver, encoding="utf-8")
    assert found(folder) == []


def test_the_status_of_catalogs_tells_it(tmp_path: Path) -> None:
    folder = tiny(tmp_path, WRONG)
    rows, _, _ = catalog_status(World(folder), ("kk",), 1, quiet)
    assert {row.name: [one.code for one in row.findings] for row in rows} == {
        "foreword": [],
        "profiles": ["C103"],
        "ui": [],
    }


def test_the_build_tells_it_and_remembers(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    translate(folder)
    replace(folder, CATALOG, '"Қазақша "\n"Врач с 1934 года."', '"1943 жылдан бері дәрігер, ол."')
    for _ in range(2):
        outcome = make(folder, "print", "proof", languages=("kk",))
        assert codes(outcome) == ["P802", "P801", "C103"]
        assert not outcome.book_errors
    replace(folder, CATALOG, "1943 жылдан", "1934 жылдан")
    assert codes(make(folder, "print", languages=("kk",))) == ["P802", "P801"]  # a thin book without an ISBN


def test_what_is_lost_is_an_error_in_a_strict_edition_alone(tmp_path: Path) -> None:
    folder = tiny(tmp_path, body="*Врач* с 1934 года.")
    translate(folder)
    replace(folder, CATALOG, '"Қазақша "\n"*Врач* с', '"Қазақша "\n"Врач с')
    for edition, errors in (("proof", False), ("print", True)):
        outcome = make(folder, edition, languages=("kk",))
        assert (codes(outcome), outcome.book_errors) == (["C101"], errors)


def test_an_unchanged_catalog_is_not_looked_at_again(tmp_path: Path, asked: list[str]) -> None:
    folder = tiny(tmp_path, RIGHT, WRONG)
    told = found(folder)
    assert asked == ["Врач из города.", "Врач с 1934 года."]
    asked.clear()
    assert found(folder) == told
    assert asked == []
    replace(folder, CATALOG, "Қаладан келген", "Қаладан шыққан")
    assert found(folder) == told
    assert sorted(asked) == ["Врач из города.", "Врач с 1934 года."]  # what changed, and what was not clean
    asked.clear()
    replace(folder, CATALOG, "1943", "1934")
    assert found(folder) == []
    assert asked == ["Врач с 1934 года."]


def test_a_finding_moves_with_its_message(tmp_path: Path) -> None:
    ((_, _, line, *_),) = found(tiny(tmp_path, WRONG))
    ((_, _, below, *_),) = found(tiny(tmp_path, RIGHT, WRONG))
    assert below == line + RIGHT.count("\n")


def test_names_are_looked_up_again_where_a_text_has_them(tmp_path: Path, asked: list[str]) -> None:
    folder = tiny(tmp_path, message("Она училась у Сейфуллина.", "Ол Сейфуллиннен оқыған."), RIGHT)
    assert found(folder) == []
    asked.clear()
    write_tiny(folder, {CATALOG: None, "profiles/bekova.md": None, "profiles/orlov.md": person("Орлов", "Иван")})
    assert (found(folder), asked) == ([], [])
    (folder / "chapters/profiles/seifullin.md").write_text(
        person("Сейфуллин", "Сәкен").replace('"kk": "Сейфуллин"', '"kk": "Сейфоллаұлы"'), encoding="utf-8"
    )
    assert [one[0] for one in found(folder)] == ["C112"]
    assert len(asked) == 2


def test_the_glossary_holds_from_when_it_is_there(tmp_path: Path) -> None:
    folder = tiny(tmp_path, message("Работала в больнице.", "Мектепте жұмыс істеді."))
    assert found(folder) == []
    terms = folder / "chapters/vocabulary/terms.yaml"
    terms.write_text(GLOSSARY, encoding="utf-8")
    assert [one[0] for one in found(folder)] == ["C113"]
    replace(folder, CATALOG, "Мектепте", "Емханада")
    assert found(folder) == []


def test_a_slip_is_told_by_the_whole_language(tmp_path: Path) -> None:
    """By `make-book check` alone: it counts the words of the sources, too."""
    folder = tiny(tmp_path, message("Она врач.", "Ол — дарігер."))
    profile = person("Әбішев", "Ғани", "Дәрігер. " * 5, lang="kk")
    assert found(folder) == []
    (folder / "chapters/profiles/abishev.md").write_text(profile, encoding="utf-8")
    assert [one[0] for one in found(folder)] == ["C109"]
    translate(folder)
    assert "C109" not in codes(make(folder, "proof", languages=("kk",)))


def test_a_waiver_of_what_only_check_finds_is_not_idle_in_a_build(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    text = (folder / "chapters/book.yaml").read_text(encoding="utf-8")
    waiver = f"waivers:\n- {{code: C109, path: {PATH}, reason: ok}}\n- {{code: C103, path: {PATH}, reason: ok}}\n"
    (folder / "chapters/book.yaml").write_text(text + waiver, encoding="utf-8")
    translate(folder)
    outcome = make(folder, languages=())
    (idle,) = (one for one in outcome.findings if one["code"] == "B010")
    assert "C103" in str(idle["message"])


def test_the_specimens_catalogs_are_clean(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    findings = check_book(World(tmp_path), 1, quiet)
    assert [one for one in findings if one.span.path.startswith("chapters/locale/")] == []
    assert Severity.ERROR not in {one.severity for one in findings}
