"""Keys of stored results: whatever a result is made by is in its key."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from book.build import keys
from tests.books import ROOT
from tests.test_architecture import imports, package_of

BOOK = ROOT / "book"


def files_of(rooms: tuple[str, ...]) -> set[Path]:
    found: set[Path] = set()
    for room in rooms:
        path = BOOK / room
        found |= {file for file in path.rglob("*") if file.is_file()} if path.is_dir() else {path}
        assert path.exists(), f"{room} has gone: its key does not see the code any more"
    return found


def module_file(name: str) -> Path | None:
    """book.read.dates -> its file; None for what is no module of book."""
    path = ROOT.joinpath(*name.split("."))
    if (path / "__init__.py").exists():
        return path / "__init__.py"
    return path.with_suffix(".py") if path.with_suffix(".py").exists() else None


def reached(start: Path) -> set[Path]:
    """Every module of book that a module imports, and those import."""
    seen: set[Path] = set()
    pending = [start]
    while pending:
        path = pending.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in imports(ast.parse(path.read_text(encoding="utf-8")), package_of(path)):
            if name.startswith("book.") and (found := module_file(name)) is not None:
                pending.append(found)
    return seen


VALUES = {"findings.py", "errors.py", "model.py", "sheets.py", "nearest.py"}
"""Types and wording: a stored value of another shape is no value for msgspec, which the tests of the store show."""


@pytest.mark.parametrize(
    ("start", "rooms"),
    [
        ("read/__init__.py", keys._READ),
        ("translate/apply.py", keys._CATALOG),
        ("compose/compose.py", keys._COMPOSE),
        ("compose/plan.py", keys._COMPOSE),
        ("typeset/engine.py", keys._SET),
        ("press/pictures.py", keys._SET),
        ("checks/layout/facts.py", keys._SET),
    ],
)
def test_the_key_sees_all_code_that_makes_the_result(start: str, rooms: tuple[str, ...]) -> None:
    known = files_of(rooms)
    packages = {BOOK / "__init__.py"}
    missing = {
        str(path.relative_to(BOOK))
        for path in reached(BOOK / start) - known - packages
        if path.name not in VALUES and path.stat().st_size > 200
    }
    assert missing == set()
