"""The documents tell the truth: their commands exist, their examples are read, their pictures are there and small."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from PIL import Image

import book.cli  # noqa: F401  (adds the commands)
from book.build import waivers
from book.checks import catalogue
from book.cli.root import cli
from book.findings import Finding, Severity, Span
from book.model import Book
from book.read import read_book, read_document, read_glossary, read_vocabulary
from book.read.spelling import read_spelling
from book.translate.pofile import read_catalog

ROOT = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
LARGEST_PICTURE = 60_000

CODE = re.compile(r"^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)

BOOK = b"""\
id: docs
title: {en: Docs, kk: Docs, ru: Docs}
languages: [en, kk, ru]
source_language: en
date: 2021-12-16
"""


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The code blocks of a document in a language."""
    return [found["text"] for found in CODE.finditer(document(name)) if found["language"] == language]


def inline_code(name: str) -> Iterator[str]:
    """What stands between backquotes outside of code blocks."""
    yield from re.findall(r"`([^`\n]+)`", CODE.sub("", document(name)))


# --- commands --------------------------------------------------------------------------------------------------------


def commands() -> list[str]:
    """Each line of a shell in the documents, and what looks like one in their text, without its comment."""
    lines = [line for name in DOCUMENTS for block in blocks(name, "sh") for line in block.splitlines()]
    for name in DOCUMENTS:
        lines += [code for code in inline_code(name) if re.match(r"(make-book|scripts/\w+)( |$)", code)]
    return sorted({line.split("  #")[0].strip() for line in lines} - {""})


def make_book(words: list[str]) -> None:
    """Fails where a word is no command, or an option that its command does not have."""
    if words[:1] == ["-C"]:
        words = words[2:]
    command: click.Command = cli
    if not words or words[0].startswith("-"):
        words = ["build", *words]
    while isinstance(command, click.Group) and words and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    assert not isinstance(command, click.Group) or words in ([], ["--version"], ["--help"]), words
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    for word in words:
        assert not word.startswith("-") or word in known, f"{command.name} has no {word}"
    arguments = [parameter for parameter in command.params if isinstance(parameter, click.Argument)]
    for argument in arguments:
        if isinstance(argument.type, click.Choice) and words and "|" not in words[0]:
            assert words[0] in argument.type.choices, words


@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_documents_exists(line: str) -> None:
    words = [word for word in shlex.split(line) if not re.match(r"[A-Z_]+=", word)]
    if words[0] in {"make-book", "scripts/make-book"}:
        make_book(words[1:])
    elif words[0].startswith("scripts/"):
        script = ROOT / words[0]
        assert script.is_file(), line
        assert script.stat().st_mode & 0o100, f"{words[0]} cannot be run"
    else:
        assert words[0] in {"pip", "cd"}, line


@pytest.mark.parametrize("line", ["make-book bild", "make-book --edtion x", "make-book list people"])
def test_a_wrong_command_is_seen(line: str) -> None:
    with pytest.raises(AssertionError):
        make_book(shlex.split(line)[1:])


def options(script: str) -> set[str]:
    return set(re.findall(r'"(--[a-z-]+|-[a-z])"', (ROOT / "scripts" / f"{script}.py").read_text(encoding="utf-8")))


def test_the_options_of_the_bench_exist() -> None:
    used = {word for line in commands() if line.startswith("scripts/bench") for word in line.split() if word[0] == "-"}
    assert used and used <= options("bench")


# --- examples of sources ---------------------------------------------------------------------------------------------


@cache
def the_book() -> Book:
    made, found = read_book("chapters/book.yaml", BOOK)
    assert made is not None and not found
    return made


@pytest.mark.parametrize("at", range(2))
def test_an_example_of_a_source_is_read_without_findings(at: int) -> None:
    path = ("chapters/profiles/ivanova.md", "chapters/history.md")[at]
    made, found = read_document(path, blocks("README.md", "markdown")[at].encode(), the_book())
    assert made is not None and found == ()


def test_all_examples_of_sources_are_tried() -> None:
    assert len(blocks("README.md", "markdown")) == 2


def test_the_keys_of_the_examples_are_those_of_a_new_book() -> None:
    text = "".join(blocks("README.md", "markdown"))
    starter = ROOT / "book" / "desk" / "starter" / "chapters" / "vocabulary"
    for kind, name in (("place", "places"), ("institution", "institutions")):
        vocabulary, _ = read_vocabulary(
            f"chapters/vocabulary/{name}.yaml", (starter / f"{name}.yaml").read_bytes(), the_book()
        )
        assert vocabulary is not None
        keys = set(re.findall(rf"\{{{kind}:(\w+)\}}", text))
        assert keys and keys <= {term.key for term in vocabulary.terms}


def test_the_glossary_of_the_example_is_one() -> None:
    (text,) = (block for block in blocks("README.md", "yaml") if "who:" in block)
    glossary, found = read_glossary("chapters/vocabulary/terms.yaml", text.encode(), the_book())
    assert glossary is not None and found == ()
    assert [term.key for term in glossary.terms] == ["who", "goitre"]


def test_the_waiver_of_the_example_is_one() -> None:
    (text,) = (block for block in blocks("README.md", "yaml") if block.startswith("waivers:"))
    made, found = read_book("chapters/book.yaml", BOOK + text.encode())
    assert made is not None and found == ()
    (waiver,) = made.waivers
    assert waivers.waived(Finding(waiver.code, Severity.NOTE, "words", span=Span(waiver.path, 7, 1)), waiver)
    assert waiver.code in {entry.code for entry in catalogue()}


def test_the_examples_of_breaks_and_spellings_are_read() -> None:
    examples = blocks("README.md", "yaml")
    (scripts,) = (block for block in examples if block.startswith("scripts:"))
    made, found = read_book("chapters/book.yaml", BOOK + scripts.encode())
    assert made is not None and found == () and made.tags[-1] == "kk-Latn"
    for name, start in (("hyphenation", "kk:"), ("latin", "kk-Latn:")):
        (text,) = (block for block in examples if block.startswith(start))
        spelling, found = read_spelling(f"chapters/vocabulary/{name}.yaml", text.encode(), made)
        assert found == () and (spelling.breaks or spelling.spellings)


@pytest.mark.parametrize("at", range(3))
def test_an_example_of_a_catalog_is_one(at: int) -> None:
    catalog, found = read_catalog("chapters/locale/kk/en/x.po", blocks("README.md", "po")[at].encode())
    assert catalog.entries and found == ()


def test_the_findings_of_the_example_are_those_of_the_checks() -> None:
    lines = [line for block in blocks("README.md", "") for line in block.splitlines()]
    said = [line for line in lines if re.search(r"error [A-Z]\d", line)]
    (profile, _) = blocks("README.md", "markdown")
    wrong = profile.replace("role:", "rol:").replace("about 1893", "31.02.1893")
    _, found = read_document("chapters/profiles/ivanova.md", wrong.encode(), the_book())
    for finding in found:
        span = finding.span
        line = f"{span.path}:{span.line}:{span.column}: error {finding.code}: {finding.message}. Hint: {finding.hint}"
        assert any(words.rstrip("?.") == line.rstrip("?.") for words in said), line
    assert len(found) == 2 and len(said) == 3


# --- what the documents name -----------------------------------------------------------------------------------------


def links(name: str) -> list[str]:
    prose = re.sub(r"`[^`\n]+`", "", CODE.sub("", document(name)))
    return re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", prose)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_links_to_is_there(name: str) -> None:
    for target in links(name):
        if not target.startswith("https://"):
            assert (ROOT / target).exists(), target


def test_pictures_are_small() -> None:
    named = {target for target in links("README.md") if target.endswith(".png")}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / ".github" / "pictures").iterdir()}
    assert named == there and 3 <= len(named) <= 5
    for name in named:
        data = (ROOT / name).read_bytes()
        assert len(data) <= LARGEST_PICTURE, name
        with Image.open(ROOT / name) as image:
            assert image.format == "PNG" and image.width <= 1000


PATH = re.compile(r"(?:book|chapters|fonts|scripts|styles|tests)/[\w./-]*\w")


EXAMPLES = {
    "chapters/profiles/ivanova.md",
    "chapters/locale/en/en/ui.po",
    "chapters/vocabulary/hyphenation.yaml",
    "chapters/vocabulary/latin.yaml",
}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_files_that_a_document_names_are_there(name: str) -> None:
    for code in inline_code(name):
        if PATH.fullmatch(code) and code not in EXAMPLES:
            assert (ROOT / code).exists(), code


def test_every_code_in_the_program_is_declared() -> None:
    declared = {entry.code for entry in catalogue()}
    for path in sorted((ROOT / "book").rglob("*.py")):
        for code in re.findall(r'"([SCLPB]\d{3})"', path.read_text(encoding="utf-8")):
            assert code in declared, f"{path.relative_to(ROOT)} makes {code}: declare it in its room's codes.py"


# --- nothing of one machine ------------------------------------------------------------------------------------------

REGISTRIES = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "proxy.golang" + ".org", "index" + "-url ="]
MACHINE = re.compile(rf"(?<![\w.])(?:/root|/work|{re.escape(str(ROOT))})/[\w.-]+")


def tracked() -> list[Path]:
    """The text files that git knows; where there is no repository or no git, nothing."""
    if not shutil.which("git"):
        return []
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def test_no_tracked_text_names_a_package_index_or_a_path_of_one_machine() -> None:
    files = tracked()
    if not files:
        pytest.skip("not a git repository")
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        for registry in REGISTRIES:
            assert registry not in text, f"{path.relative_to(ROOT)} names {registry}"
        found = MACHINE.search(text)
        assert not found, f"{path.relative_to(ROOT)} names {text[found.start() :][:40]!r}" if found else ""
