"""The command, as a user meets it: what it takes, what it says and where, how it ends."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import re
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from book import __version__, cli
from book.cli.root import CLOSED_PIPE
from book.compose.words import messages
from book.read.schema import SCHEMAS
from tests.books import person, put, replace, run, write_book
from tests.pdfs import pdf


class Ended(NamedTuple):
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)


Command = Callable[..., Ended]


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Command]:  # fmt: skip
    """Runs make-book in this process."""
    before = signal.getsignal(signal.SIGTERM)

    def command(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["make-book", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfdbinary.readouterr()
        return Ended(int(ended.value.code or 0), out.decode(), err.decode())

    yield command
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path / "book", translated=False)


ALL = [
    (name, *([inner] if inner else []))
    for name, one in cli.cli.commands.items()
    for inner in (one.commands if isinstance(one, click.Group) else [""])
]


# --- what it takes ---------------------------------------------------------------------------------------------------


def test_help_and_version(command: Command) -> None:
    told = command("--help")
    assert (told.code, told.err) == (0, "")
    assert all(f"\n  {name} " in told.out for name in cli.cli.commands)
    assert "Examples:" in told.out
    assert "..." not in told.out.replace("[ARGS]...", ""), "no line of help is cut short"
    assert command("-h") == told
    assert command("--version") == (0, f"make-book {__version__}\n", "")


@pytest.mark.parametrize("name", ALL, ids=" ".join)
def test_every_command_has_help_with_examples(name: tuple[str, ...], command: Command) -> None:
    told = command(*name, "-h")
    assert (told.code, told.err) == (0, "")
    examples = told.out.partition("Examples:")[2]
    assert f"make-book {' '.join(name)}" in examples or name == ("build",)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lsit", "person"], 'there is no command "lsit". Did you mean "list"?'),
        (["catalogs", "stauts"], 'Did you mean "status"?'),
        (["check", "--fast"], "--fast"),
        (["build", "--format", "xml"], "xml"),
        (["-j", "0"], "0"),
        (["new", "person"], "ID"),
        (["new", "hospital", "x"], "hospital"),
        (["list"], "person"),
        (["list", "person", "--missing", "portrat"], 'Did you mean "portrait"?'),
        (["list", "resort", "--missing", "inspection.dat"], 'Did you mean "inspection.date"?'),
        (["init"], "DIR"),
        (["schema", "persn"], 'Did you mean "person"?'),
        (["-C", "nowhere"], "there is no folder nowhere"),
        (["check", "-C", "."], "make-book init DIR"),
        (["preflight"], "FILE.pdf"),
        (["preflight", "nowhere.pdf"], "nowhere.pdf is not there"),
    ],
)
def test_a_wrong_command_ends_with_2_and_says_what_is_right(
    arguments: list[str], words: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = command(*arguments)
    assert (told.code, told.out) == (2, "")
    assert words in told.err
    assert "Traceback" not in told.err


def test_a_language_or_an_edition_that_the_book_does_not_have(command: Command, book: Path) -> None:
    for arguments in (["-l", "en"], ["catalogs", "status", "-l", "en"], ["list", "person", "-l", "en"]):
        told = command(*arguments, "-C", book)
        assert told.code == 2
        assert "no language en" in told.err and "ru, kk" in told.err
    told = command("-e", "prnt", "-C", book)
    assert told.code == 2
    assert "no edition prnt" in told.err and "proof, print, screen" in told.err


def test_the_book_is_found_from_its_folders_and_before_the_command(
    command: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = command("list", "person", "-C", book, "--format", "json").json
    assert command("-C", book / "chapters", "list", "person", "--format", "json").json == wanted
    monkeypatch.chdir(book / "chapters" / "profiles")
    assert command("list", "person", "--format=json").json == wanted


# --- what it says and where ------------------------------------------------------------------------------------------


def test_findings_are_told_as_the_user_would_open_them(
    command: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(book, "profiles/bekova.md", "born:", "bron:")
    monkeypatch.chdir(book / "chapters")
    told = command("check")
    assert (told.code, told.out) == (1, "")
    assert 'profiles/bekova.md:6:1: error S030: unknown key "bron". Hint: did you mean "born"?\n' in told.err
    assert re.search(r"^reading: \d+ files$", told.err, re.MULTILINE)
    assert re.search(r"^1 error, \d+ warnings$", told.err, re.MULTILINE)
    assert "[kk] not translated: Об Айгуль" in told.err and "(kk)" not in told.err
    assert "\x1b" not in told.err
    monkeypatch.chdir("/")
    assert f"{str(book)[1:]}/chapters/profiles/bekova.md:6:1: error" in command("check", "-C", book).err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["catalogs", "status"],
        ["catalogs", "update"],
        ["list", "person"],
        ["build"],
    ],
    ids=" ".join,
)
def test_json_is_nothing_but_json(arguments: list[str], command: Command, book: Path) -> None:
    put(book, "book.yaml", "id: [\n")
    told = command(*arguments, "-C", book, "--format", "json")
    assert (told.code, told.err) == (1, "")
    found = told.json
    assert isinstance(found, dict)
    assert [finding["severity"] for finding in found["findings"]][:1] == ["error"]


def test_json_tells_also_why_nothing_was_done(command: Command, tmp_path: Path) -> None:
    told = command("check", "-C", tmp_path, "--format", "json")
    assert told.code == 2
    error = told.json["error"]  # type: ignore[index]
    assert error["exit_code"] == 2
    assert "no book in" in error["message"] and error["message"] in told.err


def test_colours_are_for_terminals_that_want_them(book: Path) -> None:
    replace(book, "profiles/bekova.md", "born:", "bron:")
    coloured = on_a_terminal("check", "-C", book, TERM="xterm", NO_COLOR="")
    assert "\x1b[31merror S030\x1b[0m" in coloured
    plain = on_a_terminal("check", "-C", book, TERM="xterm", NO_COLOR="1")
    assert "error S030: unknown key" in plain and "\x1b[31m" not in plain


def on_a_terminal(*arguments: str | Path, **environment: str) -> str:
    """What a terminal of 100 columns is told."""
    import fcntl
    import pty
    import struct
    import subprocess
    import termios

    from tests.books import ROOT

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "book", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment},
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    told = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        told += more
    os.close(ours)
    process.wait(timeout=60)
    return told.decode()


# --- how it ends -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raised", "code"),
    [(KeyboardInterrupt(), 130), (click.exceptions.Abort(), 130), (OSError(28, "No space left on device", "x"), 3)],
)
def test_how_it_ends_when_it_cannot_go_on(
    raised: BaseException, code: int, command: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise raised

    monkeypatch.setattr("book.build.catalogs.check_book", fails)
    told = command("check", "-C", book)
    assert (told.code, told.out) == (code, "")
    assert ("interrupted" if code == 130 else "No space left on device: x") in told.err


def test_a_reader_that_has_seen_enough_is_no_error(book: Path) -> None:
    import subprocess

    from tests.books import ROOT

    made = subprocess.run(
        ["bash", "-c", '"$0" -m book schema | sleep 0; echo "${PIPESTATUS[0]}"', sys.executable],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert made.stderr == ""
    assert made.stdout in ("0\n", f"{CLOSED_PIPE}\n")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_without_an_output_it_works_all_the_same(book: Path, closed: str) -> None:
    import subprocess

    from tests.books import ROOT

    made = subprocess.run(
        ["bash", "-c", f'"$0" -m book list person -C "$1" {closed}', sys.executable, str(book)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )  # fmt: skip
    assert made.returncode == 0
    assert "Traceback" not in made.stderr


# --- a new book ------------------------------------------------------------------------------------------------------


def test_a_new_book_builds_at_once(tmp_path: Path) -> None:
    """Three languages in three editions, with nothing to mend; the whole command, as installed."""
    code, out, err = run("init", tmp_path / "new")
    assert (code, err) == (0, "")
    assert "build it:" in out
    code, out, err = run("-C", tmp_path / "new")
    assert code == 0, err
    assert "error" not in err and "warning" not in err
    made = {tuple(line.split(":")[0].split(" ")) for line in out.splitlines()}
    assert made == {(lang, edition) for lang in ("en", "kk", "ru") for edition in ("proof", "print", "screen")}
    assert all((tmp_path / "new" / "out" / lang / edition / "interior.pdf").is_file() for lang, edition in made)
    code, out, err = run("catalogs", "update", "-C", tmp_path / "new", "--format", "json")
    told = json.loads(out)
    # The words of the design come with the first update, translated; the book's own catalogs are complete.
    assert (code, told["findings"]) == (0, [])
    assert set(told["changed"]) == {f"chapters/locale/{lang}/en/ui.po" for lang in ("kk", "ru")}
    assert all(set(counts) == {"kept"} for counts in told["changed"].values())


def test_a_new_book_needs_an_empty_folder(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = tmp_path / "full"
    put(full, "x.txt", "mine")
    (tmp_path / "file").write_text("mine")
    for name in ("full", "file"):
        told = command("init", tmp_path / name)
        assert (told.code, told.out) == (2, "")
        assert name in told.err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["chapters", "file", "full", "x.txt"]
    (tmp_path / "fresh" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "fresh")
    assert command("init", ".").code == 0, "a fresh repository is as good as empty"
    assert (tmp_path / "fresh" / "chapters" / "book.yaml").is_file()
    monkeypatch.chdir(tmp_path)
    told = command("init", "deep/er")
    assert told.code == 0
    assert "make-book -C deep/er" in told.out
    assert stat.S_IMODE((tmp_path / "deep" / "er").stat().st_mode) == 0o777 & ~umask()
    assert {path.name for path in (tmp_path / "deep").iterdir()} == {"er"}


def umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


def test_a_new_book_is_never_half_written(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x")

    (tmp_path / "empty").mkdir()
    write = Path.write_bytes
    monkeypatch.setattr(
        Path, "write_bytes", lambda path, data: full() if path.name == "book.yaml" else write(path, data)
    )
    for name in ("empty", "new"):
        assert command("init", tmp_path / name).code == 3
    assert list(tmp_path.rglob("*")) == [tmp_path / "empty"]


# --- new sources -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "path"), [("person", "profiles/new_one.md"), ("resort", "resorts/new_one.md"), ("chapter", "new_one.md")]
)
def test_a_new_source_says_what_to_fill_in(kind: str, path: str, command: Command, book: Path) -> None:
    told = command("new", kind, "new_one", "-C", book, "--lang", "kk")
    assert (told.code, told.err) == (0, "")
    assert path in told.out and "make-book check" in told.out
    assert ("book.yaml" in told.out) == (kind == "chapter")
    text = (book / "chapters" / path).read_text(encoding="utf-8")
    assert "\nlang: kk\n" in text
    found = command("check", "-C", book, "--format", "json").json["findings"]  # type: ignore[index]
    codes = {finding["code"] for finding in found if finding["span"][0] == f"chapters/{path}"}
    assert codes and codes <= {"S031", "S036", "S207"}


def test_a_new_source_takes_no_id_that_is_taken_or_impossible(command: Command, book: Path) -> None:
    put(book, "broken.md", b"\xff")
    before = sorted(book.rglob("*.md"))
    for id, words in (
        ("bekova", "chapters/profiles/bekova.md"),
        ("beginning", "chapters/beginning.md"),
        ("numbers", "chapters/beginning.md, line"),
        ("broken", "chapters/broken.md"),
        ("Bekova Two", "like bekova_two"),
        ("Бекова", "cannot be an id"),
        ("../x", "cannot be an id"),
    ):
        told = command("new", "person", id, "-C", book)
        assert (told.code, told.out) == (2, "")
        assert words in told.err
    told = command("new", "person", "fine", "--lang", "en", "-C", book)
    assert told.code == 2
    assert "It has ru, kk" in told.err
    assert sorted(book.rglob("*.md")) == before


# --- who is in the book ----------------------------------------------------------------------------------------------


def ids(told: Ended) -> list[str]:
    found = told.json
    assert isinstance(found, dict)
    return [entry["id"] for entry in found["entries"]]


def test_who_is_in_the_book(command: Command, book: Path) -> None:
    everybody = ["abishev", "bekova", "petrov", "pushkov"]
    assert ids(command("list", "person", "-C", book, "--format", "json")) == everybody
    assert ids(command("list", "person", "-C", book, "--format", "json", "--missing", "portrait")) == [
        "abishev",
        "pushkov",
    ]
    both = ("--missing", "portrait", "--missing", "born")
    assert ids(command("list", "person", "-C", book, "--format", "json", *both)) == ["pushkov"]
    assert ids(command("list", "resort", "-C", book, "--format", "json", "--missing", "inspection")) == ["rodnik"]
    assert ids(command("list", "resort", "-C", book, "--format", "json", "--missing", "beds")) == []


def test_the_list_as_a_table(command: Command, book: Path) -> None:
    told = command("list", "person", "-C", book, "-l", "kk", "--missing", "portrait")
    heads, _, *lines = told.out.splitlines()
    assert heads.split()[:4] == ["id", "name", "born", "died"]
    assert [line.split()[0] for line in lines] == ["abishev", "pushkov"]
    assert "about 1890" in lines[0]
    assert "2 of 4 people lack portrait\n" in told.err
    told = command("list", "resort", "-C", book, "--missing", "beds")
    assert (told.out, "0 of 1 resorts lack beds" in told.err) == ("", True)


def test_the_list_as_csv(book: Path) -> None:
    put(book, "profiles/formula.md", person("=1+1", "А"))
    code, out, err = run("list", "person", "-C", book, "--format", "csv", LC_ALL="C", PYTHONUTF8="0")
    assert (code, err) == (0, "")
    assert out.encode().startswith(codecs.BOM_UTF8)
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == ["formula", "abishev", "bekova", "petrov", "pushkov"]
    assert rows[0]["name"].startswith("'=1+1")
    assert (rows[2]["portrait"], rows[2]["born"], rows[3]["portrait"]) == ("yes", "1900-02-03", "yes")
    assert (rows[2]["regions"], rows[2]["specialties"]) == ("Алматинская область", "хирургия")


def test_the_list_says_what_could_not_be_read(command: Command, book: Path) -> None:
    put(book, "profiles/broken.md", b"\xff")
    told = command("list", "person", "-C", book)
    assert told.code == 0
    assert "profiles/broken.md could not be read: see make-book check" in told.err
    told = command("list", "person", "-C", book, "--format", "json")
    findings = told.json["findings"]  # type: ignore[index]
    assert (told.err, {finding["span"][0] for finding in findings}) == ("", {"chapters/profiles/broken.md"})


# --- translators and schemas -----------------------------------------------------------------------------------------


def test_catalogs(command: Command, book: Path) -> None:
    told = command("catalogs", "update", "-C", book)
    assert told.code == 0
    assert re.search(r"chapters/locale/kk/ru/profiles\.po: \d+ new\n", told.out)
    assert re.search(r"\d of \d catalogs changed: \d+ texts for the translators\n$", told.out)
    again = command("catalogs", "update", "-C", book)
    assert (again.code, again.out.startswith("nothing to change")) == (0, True)
    told = command("catalogs", "status", "-C", book, "-l", "kk")
    assert told.code == 0
    assert re.search(r"^kk +ru +profiles +\d+ +0 +0 +0 +\d+ +\d+$", told.out, re.MULTILINE)
    done = re.search(r"^kk: (\d+) of (\d+) texts translated, (\d+) to do \(\d+ words\)$", told.out, re.MULTILINE)
    assert done and int(done[1]) == len(messages()) == int(done[2]) - int(done[3])  # the design's words are there


def test_status_tells_what_waits(command: Command, book: Path, tmp_path: Path) -> None:
    command("catalogs", "update", "-C", book)
    page = tmp_path / "pages" / "status.html"
    told = command("catalogs", "status", "-C", book, "-l", "kk", "--html", page)
    assert told.code == 0 and re.search(r"^written: .*status\.html$", told.out, re.MULTILINE)
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    found = command("catalogs", "status", "-C", book, "--format", "json").json
    assert isinstance(found, dict) and set(found) == {"findings", "languages", "catalogs"}
    (row,) = (one for one in found["catalogs"] if one["path"] == "chapters/locale/kk/ru/beginning.po")
    assert row["waiting"][0]["places"] == ["chapters/beginning.md"] and row["waiting"][0]["line"] > 1
    assert [one["language"] for one in found["languages"]] == ["ru", "kk"]


def test_a_broken_catalog_is_told_by_status_and_kept_by_update(command: Command, book: Path) -> None:
    command("catalogs", "update", "-C", book)
    replace(book, "locale/kk/ru/beginning.po", "msgid", "<<<<<<< HEAD\nmsgid")
    before = (book / "chapters/locale/kk/ru/beginning.po").read_bytes()
    for name in ("status", "update"):
        told = command("catalogs", name, "-C", book)
        assert told.code == 1 and "beginning.po:1:1: error C004" in told.err
    for name in ("freeze", "thaw"):
        told = command("catalogs", name, "kk", "-C", book)
        assert told.code == (1 if name == "freeze" else 2)
    assert (book / "chapters/locale/kk/ru/beginning.po").read_bytes() == before


def test_a_language_is_frozen_and_thawed(command: Command, book: Path) -> None:
    told = command("catalogs", "freeze", "kk", "--note", "first printing", "-C", book)
    assert told.code == 0 and "kk is frozen: " in told.out
    templates = sorted((book / "chapters/locale/kk/frozen").rglob("*.pot"))
    assert [path.name for path in templates] == [
        "ui.pot",
        "beginning.pot",
        "foreword.pot",
        "profiles.pot",
        "resorts.pot",
    ]
    catalogs = {path: path.read_bytes() for path in sorted((book / "chapters/locale/kk").rglob("*.po"))}
    replace(book, "foreword.md", "рассказано подробно", "рассказано кратко")
    told = command("catalogs", "update", "-C", book)
    assert told.code == 0 and re.search(
        r"^kk is frozen since \d{4}-\d\d-\d\d \(first printing\)", told.out, re.MULTILINE
    )
    assert {path: path.read_bytes() for path in catalogs} == catalogs
    assert "kk is frozen since" in command("catalogs", "status", "-C", book).out
    assert command("catalogs", "freeze", "kk", "-C", book).code == 2
    told = command("check", "-C", book)
    assert (told.code, "C010" in told.err) == (0, True), "a frozen language is checked, and built, as any other"
    told = command("catalogs", "thaw", "kk", "-C", book)
    assert told.code == 0 and "foreword.po: 1 new" in told.out and "kk is thawed" in told.out
    assert not (book / "chapters/locale/kk/frozen").exists()
    assert "рассказано кратко" in (book / "chapters/locale/kk/ru/foreword.po").read_text(encoding="utf-8")
    assert command("catalogs", "thaw", "kk", "-C", book).code == 2
    assert command("catalogs", "freeze", "de", "-C", book).code == 2


def test_nothing_is_frozen_while_a_source_cannot_be_read(command: Command, book: Path) -> None:
    put(book, "profiles/petrov.md", b"\xff")
    told = command("catalogs", "freeze", "kk", "-C", book)
    assert told.code == 1 and "petrov.md" in told.err and "kk is not frozen" in told.err
    assert not (book / "chapters/locale").exists()


def test_schemas(command: Command, tmp_path: Path) -> None:
    told = command("schema", "person")
    assert (told.code, told.json["title"]) == (0, "person")  # type: ignore[index]
    assert set(command("schema").json) == set(SCHEMAS)  # type: ignore[call-overload]
    told = command("schema", "-o", tmp_path / "schemas")
    assert (told.code, len(told.out.splitlines())) == (0, len(SCHEMAS))
    assert json.loads((tmp_path / "schemas" / "book.schema.json").read_text())["title"] == "book"


# --- preflight -------------------------------------------------------------------------------------------------------


def test_a_file_is_judged(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "advert.pdf"
    file.write_bytes(pdf(pages=8))
    told = command("preflight", file, "--no-plates")
    assert told.code == 0
    assert "advert.pdf" in told.out and "105.83 × 141.11 mm" in told.out and "no findings" in told.out
    told = command("preflight", file, "--press", "velvet")
    assert (told.code, told.out) == (2, "") and "coated-case" in told.err


def test_a_file_with_errors_ends_with_1_and_is_told_as_json(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "advert.pdf"
    file.write_bytes(pdf("1 0 0 rg 80 80 9 9 re f", pages=8))
    told = command("preflight", file, "--no-plates", "--format", "json")
    assert told.code == 1
    assert told.json["errors"] == 8 and told.json["findings"][0]["code"] == "P301"  # type: ignore[index]
    assert told.json["pages"][0]["boxes"]["trim"] == [20, 20, 320, 420]  # type: ignore[index]
    file.write_bytes(b"no PDF")
    told = command("preflight", file, "--format", "json")
    assert told.code == 1
    assert [one["code"] for one in told.json["findings"]] == ["P901"]  # type: ignore[index]


def test_a_page_for_a_browser_is_written_beside_what_is_told(command: Command, tmp_path: Path) -> None:
    file, page = tmp_path / "advert.pdf", tmp_path / "new/advert.html"
    file.write_bytes(pdf("1 0 0 rg 80 80 9 9 re f", pages=8))
    told = command("preflight", file, "--no-plates", "--html", page)
    assert told.code == 1 and "P301" in told.out and "written: " in told.out and "advert.html" in told.out
    assert page.read_text(encoding="utf-8").count('<image id="p') == 8
    told = command("preflight", file, "--no-plates", "--html", page, "--format", "json")
    assert told.json["errors"] == 8  # type: ignore[index]
    before = file.read_bytes()
    told = command("preflight", file, "--html", file)
    assert told.code == 2 and "is the file itself" in told.err and file.read_bytes() == before


def test_only_the_inks_that_are_meant_are_there(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "jacket.pdf"
    tint = {"tint": "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 1 0]/N 1>>"}
    spot = "/ColorSpace<</S[/Separation/Gold/DeviceCMYK @tint]>>"
    file.write_bytes(pdf("/S cs 1 scn 80 80 9 9 re f", resources=spot, objects=tint))
    assert command("preflight", file, "--no-plates").code == 0
    assert command("preflight", file, "--no-plates", "--spots", "Varnish, Gold").code == 0
    told = command("preflight", file, "--no-plates", "--spots", "")
    assert told.code == 1 and "P302" in told.out
