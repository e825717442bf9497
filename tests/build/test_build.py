"""Builds of a tiny book: what is made anew, what is kept, what is told, and what becomes of errors."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from book.build import Order, Outcome, build
from book.errors import BookError, ExitCode
from book.world import World
from tests.books import (
    TINY,
    codes,
    make,
    page_texts,
    paragraphs,
    pdf,
    person,
    portrait,
    put,
    quiet,
    replace,
    translate,
    write_tiny,
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny book, built; each test works on a copy."""
    folder = write_tiny(tmp_path_factory.mktemp("built") / "book")
    outcome = make(folder, "proof")
    assert (outcome.book_errors, outcome.findings) == (False, ())
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy in which nothing has changed yet. Its files have other inodes: it is built once, from the store alone."""
    shutil.copytree(built, tmp_path / "book")
    outcome = make(tmp_path / "book", "proof")
    assert outcome.made[0].reasons == ()
    return tmp_path / "book"


def why(outcome: Outcome) -> dict[str, str]:
    """Unit -> why it was set anew, of the one book that was made."""
    (made,) = outcome.made
    return dict(reason.split(": ", 1) for reason in made.reasons)


def files(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.rglob("*") if path.is_file()}


# --- what is made anew -----------------------------------------------------------------------------------------------


def test_an_unchanged_build_writes_nothing(folder: Path) -> None:
    make(folder, "proof")
    before = files(folder)
    outcome = make(folder, "proof")
    assert [(made.fresh, made.pages > 0, made.errors) for made in outcome.made] == [(False, True, 0)]
    assert outcome.made[0].pdf == pdf(folder, "proof")
    assert files(folder) == before


def test_an_unchanged_build_loads_nothing_of_the_press(folder: Path) -> None:
    import subprocess
    import sys

    make(folder, "proof")
    script = (
        "import sys\nfrom pathlib import Path\nfrom book.build import Order, build\nfrom book.world import World\n"
        "folder = Path(sys.argv[1])\n"
        "outcome = build(World(folder), Order(('ru',), ('proof',), folder / 'out', 1), lambda *_: None)\n"
        "assert not outcome.made[0].fresh\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & "
        "{'weasyprint', 'PIL', 'jinja2', 'yaml', 'babel', 'icu', 'msgspec', 'pydyf', 'fontTools'}))"
    )
    out = subprocess.run([sys.executable, "-c", script, folder], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_a_word_in_a_profile_costs_its_unit(folder: Path) -> None:
    replace(folder, "profiles/petrov.md", "Зимой", "Летом")
    outcome = make(folder, "proof")
    assert why(outcome) == {"p.petrov": "its text, its words or the templates changed"}
    assert "Летом" in " ".join(page_texts(pdf(folder, "proof")))


def test_a_profile_that_grows_costs_itself_and_the_numbers_that_move(folder: Path) -> None:
    replace(folder, "profiles/bekova.md", "Врач. ", "Врач. " + paragraphs("ru", "Год", 9) + "\n\n")
    outcome = make(folder, "proof")
    numbers = "page numbers that it prints have changed, or its side"
    assert set(why(outcome)) == {"p.bekova", "p.petrov", "contents", "names.1"} or set(why(outcome)) == {
        "p.bekova", "contents", "names.1"
    }  # fmt: skip
    assert why(outcome)["contents"] == numbers


def test_a_new_profile(folder: Path) -> None:
    put(folder, "profiles/orlov.md", person("Орлов", "Олег", "Врач."))
    outcome = make(folder, "proof")
    assert why(outcome)["p.orlov"] == "it is new"
    assert "p.bekova" not in why(outcome) or "side" in why(outcome)["p.bekova"]
    assert "Орлов" in " ".join(page_texts(pdf(folder, "proof")))


def test_a_name_changed_elsewhere_reaches_who_names_it(folder: Path) -> None:
    replace(folder, "profiles/petrov.md", "Иван", "Игорь")
    text = "" if make(folder, "proof").book_errors else " ".join(" ".join(page_texts(pdf(folder, "proof"))).split())
    assert "Училась у Игорь Петров" in text
    assert "Иван" not in text


def test_a_translation_costs_the_book_of_its_language_alone(folder: Path) -> None:
    translate(folder)
    make(folder, "proof", languages=())
    before = pdf(folder, "proof").stat()
    catalog = folder / "chapters/locale/kk/ru/profiles.po"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("Қазақша", "Жаңаша", 1), encoding="utf-8")
    outcome = make(folder, "proof", languages=())
    assert [(made.target.language, made.fresh) for made in outcome.made] == [("ru", False), ("kk", True)]
    assert pdf(folder, "proof").stat() == before
    assert {one.partition(":")[0] for one in outcome.made[1].reasons} == {"p.bekova"}


def test_another_picture_under_the_same_name(folder: Path) -> None:
    put(folder, "portraits/bekova.jpg", portrait((240, 300)))
    once = pdf(folder, "proof").read_bytes()
    outcome = make(folder, "proof")
    assert list(why(outcome)) == ["p.bekova"]
    assert pdf(folder, "proof").read_bytes() != once


def test_a_lost_output_is_made_again(folder: Path) -> None:
    once = pdf(folder, "proof").read_bytes()
    pdf(folder, "proof").unlink()
    outcome = make(folder, "proof")
    assert outcome.made[0].fresh and outcome.made[0].reasons == ()
    assert pdf(folder, "proof").read_bytes() == once
    pdf(folder, "proof").write_bytes(b"scribbled over")
    make(folder, "proof")
    assert pdf(folder, "proof").read_bytes() == once
    (pdf(folder, "proof").parent / "report.json").unlink()
    make(folder, "proof")
    assert (pdf(folder, "proof").parent / "report.json").exists()


EDITS = [
    ("the name of a term", lambda f: replace(f, "vocabulary/specialties.yaml", "ru: хирургия", "ru: терапия")),
    ("the title of the book", lambda f: replace(f, "book.yaml", "Книжка", "Тетрадь")),
    ("the title of a part", lambda f: replace(f, "book.yaml", "ru: Врачи", "ru: Лекари")),
    ("the title of a chapter", lambda f: replace(f, "foreword.md", "Начало", "Вступление")),
    ("a surname, and so the order", lambda f: replace(f, "profiles/bekova.md", '"ru": "Бекова"', '"ru": "Яхина"')),
    ("a profile goes", lambda f: [(f / "chapters/foreword.md").write_text(
        "---\ntitle: {ru: Начало, kk: Басы}\nkind: plain\n---\nО Петрове {see:petrov}.\n"),
        (f / "chapters/profiles/bekova.md").unlink()]),
    ("a portrait comes", lambda f: [put(f, "portraits/p.jpg", portrait((90, 120))),
        replace(f, "profiles/petrov.md", "---\nГод", "portrait: {picture: portraits/p.jpg}\n---\nГод")]),
    ("the source language of a term", lambda f: replace(
        f, "vocabulary/specialties.yaml", "{ru: хирургия, kk: хирургия}", "хирургия глаза")),
    ("a style of the book's own", lambda f: [(f / "styles").mkdir(), (f / "styles/type.css").write_bytes(
        World(f).read("house:styles/type.css") + b"\np { color: red }\n")]),
    ("the date", lambda f: replace(f, "book.yaml", "date: 2021", "date: 2022")),
    ("the order of parts", lambda f: replace(f, "book.yaml", "- {id: doctors",
        "- {id: more, title: {ru: Ещё, kk: Тағы}, content: chapters, chapters: []}\n- {id: doctors")),
]  # fmt: skip


@pytest.mark.parametrize("edit", [edit for _, edit in EDITS], ids=[name for name, _ in EDITS])
def test_what_is_kept_makes_the_same_book_as_what_is_made_anew(folder: Path, edit: Any) -> None:
    before = pdf(folder, "proof").read_bytes()
    edit(folder)
    outcome = make(folder, "proof")
    assert not outcome.book_errors
    kept = pdf(folder, "proof").read_bytes()
    shutil.rmtree(folder / ".book")
    again = make(folder, "proof")
    assert pdf(folder, "proof").read_bytes() == kept
    assert again.findings == outcome.findings
    assert kept != before


# --- what the store lost ---------------------------------------------------------------------------------------------


def values(folder: Path) -> list[Path]:
    return [path for path in (folder / ".book" / "store").rglob("*") if path.is_file()]


@pytest.mark.parametrize("damage", ["all damaged", "all cut", "every second gone", "all gone"])
def test_a_damaged_store_is_mended(folder: Path, damage: str) -> None:
    once = pdf(folder, "proof").read_bytes()
    for at, path in enumerate(sorted(values(folder))):
        data = path.read_bytes()
        if damage == "all damaged":
            path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        elif damage == "all cut":
            path.write_bytes(data[: len(data) // 2])
        elif damage == "all gone" or at % 2:
            path.unlink()
    pdf(folder, "proof").unlink()
    assert not make(folder, "proof").book_errors
    assert pdf(folder, "proof").read_bytes() == once


def test_any_one_damaged_value_is_mended(folder: Path) -> None:
    once = pdf(folder, "proof").read_bytes()
    for path in sorted(values(folder))[::6]:
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        pdf(folder, "proof").unlink()
        make(folder, "proof")
        assert pdf(folder, "proof").read_bytes() == once


def test_errors_do_not_cost_the_store(folder: Path) -> None:
    """An editor who builds four times with a mistake has everything at hand when it is mended."""
    source = (folder / "chapters/foreword.md").read_text(encoding="utf-8")
    for number in range(4):
        put(folder, "foreword.md", source.replace("kind:", f"foo{number}: 1\nkind:"))
        assert make(folder, "proof").book_errors
    put(folder, "foreword.md", source)
    assert why(make(folder, "proof")) == {}


# --- errors ----------------------------------------------------------------------------------------------------------


def report(folder: Path, name: str = "report.json") -> Any:
    return json.loads((pdf(folder, "proof").parent / name).read_text(encoding="utf-8"))


def test_with_errors_in_the_sources_nothing_is_set_and_no_old_book_stays(folder: Path) -> None:
    replace(folder, "foreword.md", "{see:bekova}", "{see:nobody}")
    for fresh in (True, False):
        outcome = make(folder, "proof")
        assert outcome.book_errors
        (made,) = outcome.made
        assert (made.pdf, made.pages, made.errors, made.fresh, made.reasons) == (None, 0, 1, fresh, ())
        assert [finding["span"] for finding in outcome.findings] == [["chapters/foreword.md", 5, 11]]
        assert not pdf(folder, "proof").exists()
        assert report(folder)["pages"] == 0 and report(folder)["errors"] == 1
        assert report(folder, "manifest.json")["pdf"] is None
    replace(folder, "foreword.md", "{see:nobody}", "{see:bekova}")
    assert not make(folder, "proof").book_errors
    assert pdf(folder, "proof").exists()


def test_without_book_yaml_no_old_book_stays(folder: Path) -> None:
    replace(folder, "book.yaml", "languages: [ru, kk]", "languages: [")
    outcome = make(folder, "proof")
    assert outcome.book_errors and outcome.made == ()
    assert not pdf(folder, "proof").exists()
    assert not (pdf(folder, "proof").parent / "report.json").exists()
    replace(folder, "book.yaml", "languages: [", "languages: [ru, kk]")
    assert why(make(folder, "proof")) == {}


def test_everything_wrong_is_told_at_once(folder: Path) -> None:
    replace(folder, "foreword.md", "{see:bekova}", "{see:nobody} и {name:noone}")
    replace(folder, "profiles/petrov.md", "---\nГод", "foo: 1\nspecialties: [nothing]\n---\nГод")
    put(folder, "broken.md", b"\xff\xfe")
    (folder / "chapters/portraits/bekova.jpg").write_bytes(b"no picture")
    outcome = make(folder, "proof")
    paths = {finding["span"][0] for finding in outcome.findings if finding["severity"] == "error"}  # type: ignore[index]
    assert {f"chapters/{name}.md" for name in ("foreword", "profiles/petrov", "broken", "profiles/bekova")} <= paths
    spans = [tuple(finding["span"]) for finding in outcome.findings]  # type: ignore[arg-type]
    assert spans == sorted(spans)


def test_a_hidden_picture_is_missing(folder: Path) -> None:
    """It is no source, so a change to it would go unseen."""
    put(folder, "portraits/.b.jpg", portrait((90, 120)))
    replace(folder, "profiles/bekova.md", "bekova.jpg", ".b.jpg")
    outcome = make(folder, "proof")
    assert outcome.book_errors
    assert [finding["span"] for finding in outcome.findings] == [["chapters/profiles/bekova.md", 7, 21]]


def test_a_picture_damaged_beyond_its_head_is_a_finding_and_the_rest_of_the_book_is_there(folder: Path) -> None:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.effect_noise((120, 150), 90).convert("RGB").save(out, "PNG")
    put(folder, "portraits/b.png", out.getvalue()[:9000])
    replace(folder, "profiles/bekova.md", "bekova.jpg", "b.png")
    for _ in range(2):
        outcome = make(folder, "proof")
        (finding,) = outcome.findings
        assert finding["code"] == "L090" and finding["severity"] == "error"
        assert finding["span"] == ["chapters/profiles/bekova.md", 7, 21]
        assert "chapters/portraits/b.png is damaged" in str(finding["message"])
        assert finding["page"] and finding["language"] == "ru" and finding["subject"] == "bekova"
        assert "Иван" in " ".join(page_texts(pdf(folder, "proof")))


def test_untranslated_text_is_a_warning_in_a_proof_and_an_error_in_a_strict_edition(folder: Path) -> None:
    proof = make(folder, "proof", languages=("kk",))
    assert not proof.book_errors
    assert {finding["severity"] for finding in proof.findings} == {"warning"}
    assert {finding["language"] for finding in proof.findings} == {"kk"}
    assert len(proof.findings) == 3
    assert pdf(folder, "proof", "kk").exists()
    strict = make(folder, "print", languages=("kk",))
    assert strict.book_errors
    assert {finding["severity"] for finding in strict.findings} == {"error"}
    assert [finding["span"] for finding in strict.findings] == [finding["span"] for finding in proof.findings]
    assert not pdf(folder, "print", "kk").exists()
    translate(folder)
    assert codes(make(folder, languages=("kk",))) == ["P802", "P801"]  # a thin book without an ISBN
    assert pdf(folder, "print", "kk").exists()


def test_a_build_told_again_is_told_alike(folder: Path) -> None:
    """Two editions of a language find the same text missing: one finding, in both builds."""
    first = make(folder, languages=("kk",))
    again = make(folder, languages=("kk",))
    assert [made.fresh for made in again.made] == [False, False]
    assert again.findings == first.findings
    assert again.book_errors == first.book_errors is True


@pytest.mark.parametrize(("languages", "editions"), [(("de",), ()), ((), ("poster",))])
def test_what_the_book_does_not_have_is_a_wrong_command(
    folder: Path, languages: tuple[str, ...], editions: tuple[str, ...]
) -> None:
    with pytest.raises(BookError) as error:
        build(World(folder), Order(languages, editions, folder / "out", 1), quiet)
    assert error.value.exit_code is ExitCode.WRONG_COMMAND
    assert "It has" in error.value.hint


def test_asked_twice_is_made_once(folder: Path) -> None:
    outcome = make(folder, "proof", "proof", languages=("ru", "ru"))
    assert len(outcome.made) == 1


# --- outputs ---------------------------------------------------------------------------------------------------------


def test_the_report(folder: Path) -> None:
    make(folder, "proof", languages=("kk",))
    found = json.loads((pdf(folder, "proof", "kk").parent / "report.json").read_text(encoding="utf-8"))
    assert {key: found[key] for key in ("language", "edition", "errors")} == {
        "language": "kk", "edition": "proof", "errors": 0
    }  # fmt: skip
    assert found["pages"] == len(page_texts(pdf(folder, "proof", "kk")))
    assert {finding["severity"] for finding in found["findings"]} == {"warning"}
    assert found["findings"][0]["span"][0].startswith("chapters/")


def test_the_manifest(folder: Path) -> None:
    import hashlib

    data = pdf(folder, "proof").read_bytes()
    found = report(folder, "manifest.json")
    assert found["pages"] == len(page_texts(pdf(folder, "proof")))
    assert found["units"] == 7
    assert found["pdf"] == {"file": "interior.pdf", "blake2b": hashlib.blake2b(data, digest_size=16).hexdigest()}
    sources = {path for path in found["inputs"] if path.startswith("chapters/")}
    assert sources == set(World(folder).sources())
    source = (folder / "chapters/book.yaml").read_bytes()
    assert found["inputs"]["chapters/book.yaml"] == hashlib.blake2b(source, digest_size=16).hexdigest()
    assert {"make-book", "python", "weasyprint", "pango", "harfbuzz", "pillow"} <= set(found["versions"])
    text = (pdf(folder, "proof").parent / "manifest.json").read_text(encoding="utf-8")
    assert str(folder) not in text and "/root" not in text and "/tmp" not in text


def test_another_place_for_the_outputs(folder: Path, tmp_path: Path) -> None:
    outcome = make(folder, "proof", out=tmp_path / "elsewhere")
    file = tmp_path / "elsewhere" / "ru" / "proof" / "interior.pdf"
    assert outcome.made[0].pdf == file
    assert outcome.made[0].reasons == ()
    assert file.read_bytes() == pdf(folder, "proof").read_bytes()
    assert {path.name for path in file.parent.iterdir()} == {"interior.pdf", "report.json", "manifest.json"}


def test_an_output_that_cannot_be_written_leaves_the_old_one(folder: Path) -> None:
    replace(folder, "profiles/petrov.md", "Зимой", "Летом")
    old = pdf(folder, "proof").read_bytes()
    out = folder / "elsewhere"
    out.write_text("a file where a folder should be")
    with pytest.raises(OSError):
        make(folder, "proof", out=out)
    assert pdf(folder, "proof").read_bytes() == old
    assert not make(folder, "proof").book_errors


def test_a_part_without_anybody(folder: Path) -> None:
    for path in (folder / "chapters/profiles").iterdir():
        path.unlink()
    put(folder, "foreword.md", "---\ntitle: {ru: Начало, kk: Басы}\nkind: plain\n---\nТекст.\n")
    outcome = make(folder, "proof")
    assert not [code for code in codes(outcome) if code.startswith("L")]
    assert outcome.made[0].pages > 2


def test_a_book_of_one_chapter(tmp_path: Path) -> None:
    parts = "parts:\n- {id: a, content: chapters, title: {ru: А, kk: А}, chapters: [foreword]}\n"
    put(tmp_path, "book.yaml", TINY.partition("parts:")[0] + parts + "editions:\n  proof: {purpose: proof}\n")
    put(tmp_path, "foreword.md", "---\ntitle: {ru: Начало, kk: Басы}\n---\nТекст.\n")
    assert not make(tmp_path, "proof").book_errors
    assert "Текст." in " ".join(page_texts(pdf(tmp_path, "proof")))
