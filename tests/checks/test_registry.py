"""The registry: it finds every check by itself, and no code means two things."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import book.checks
from book.checks import Entry, catalogue, checks, run
from book.findings import Finding, Severity, Span

CHECK = """
from book.findings import Finding, Severity, Span
CODE = "{code}"
SEVERITY = Severity.WARNING
WHY = "why"
HINT = "hint"
def check(facts):
    for line in facts:
        yield Finding("{made}", SEVERITY, "message", HINT, Span("a", line, 1))
"""


@pytest.fixture
def subject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is the package book.checks.trial."""
    folder = tmp_path / "trial"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "facts.py").touch()
    monkeypatch.setattr(book.checks, "__path__", [*book.checks.__path__, str(tmp_path)])
    checks.cache_clear()
    yield folder
    checks.cache_clear()
    for name in [name for name in sys.modules if name.startswith("book.checks.trial")]:
        del sys.modules[name]


def test_a_new_file_is_a_new_check(subject: Path) -> None:
    (subject / "b.py").write_text(CHECK.format(code="X002", made="X002"))
    (subject / "c.py").write_text(CHECK.format(code="X001", made="X001"))
    assert [check.code for check in checks("trial")] == ["X001", "X002"]
    assert [(finding.span.line, finding.code) for finding in run("trial", [2, 1])] == [
        (1, "X001"),
        (1, "X002"),
        (2, "X001"),
        (2, "X002"),
    ]
    assert Entry("X001", Severity.WARNING, "why", "hint") in catalogue()


def test_an_import_error_propagates(subject: Path) -> None:
    (subject / "b.py").write_text("import book.nothing_of_this_name\n")
    with pytest.raises(ModuleNotFoundError):
        run("trial", [])


def test_a_module_without_its_code_is_no_check(subject: Path) -> None:
    (subject / "b.py").write_text("def check(facts): return []\n")
    with pytest.raises(AttributeError):
        run("trial", [])


def test_a_code_used_twice_fails(subject: Path) -> None:
    (subject / "b.py").write_text(CHECK.format(code="X001", made="X001"))
    (subject / "c.py").write_text(CHECK.format(code="X001", made="X001"))
    with pytest.raises(ValueError, match="X001 is used twice"):
        run("trial", [])


def test_a_code_of_another_room_fails_in_the_catalogue(subject: Path) -> None:
    (subject / "b.py").write_text(CHECK.format(code="S001", made="S001"))
    with pytest.raises(ValueError, match="S001 is used twice"):
        catalogue()


def test_a_check_makes_its_own_findings_only(subject: Path) -> None:
    (subject / "b.py").write_text(CHECK.format(code="X001", made="X002"))
    with pytest.raises(ValueError, match="X001 made a finding X002"):
        run("trial", [1])


def test_a_subject_that_does_not_exist_fails() -> None:
    with pytest.raises(ModuleNotFoundError):
        run("weather", None)


def test_the_catalogue_is_in_order_and_says_why_and_what_to_do() -> None:
    entries = catalogue()
    codes = [entry.code for entry in entries]
    assert codes == sorted(set(codes))
    assert {"S001", "S086", "S201"} <= set(codes)
    for entry in entries:
        assert len(entry.code) == 4
        assert entry.why
        assert entry.hint


def test_a_finding_is_a_value() -> None:
    finding = Finding("X001", Severity.NOTE, "message", span=Span("a", 1, 2))
    assert not finding.is_error
