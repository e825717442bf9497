"""The house's "only" rules and the direction of its arrows, read off the imports with ast.

A line of code should know its room from its import list alone. A new module of book/ must be given its place in ARROWS.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

BOOK = Path(__file__).parent.parent / "book"

SHARED = {"findings", "model", "inline", "mentions", "nearest"}
"""What every room may speak: values, and three small pure modules on them."""

ARROWS: dict[str, set[str]] = {
    # The ground: values and pure helpers.
    "findings": set(),
    "errors": set(),
    "nearest": set(),
    "model": {"findings"},
    "inline": {"findings", "model", "nearest"},
    "mentions": {"findings", "model", "inline"},
    "sheets": {"findings", "model"},
    "conditions": {"model"},
    "inks": {"model"},
    "printed": {"findings", "conditions"},
    "binding": {"model", "conditions"},
    # The doors to the machine.
    "world": {"errors"},
    "digests": {"errors", "world"},
    "store": {"errors"},
    "workers": {"errors"},
    "sandbox": set(),
    "programs": set(),
    "ahead": {"errors"},
    "installed": set(),
    # The rooms, in the order in which data walks through them.
    "language": SHARED,
    "read": SHARED | {"language", "conditions", "inks"},
    "translate": SHARED | {"language"},
    "compose": SHARED | {"language", "inks", "conditions", "binding"},
    "typeset": SHARED | {"sheets", "errors", "installed"},
    "press": SHARED | {"sheets", "errors", "conditions", "printed", "inks"},
    "paginate": SHARED | {"sheets"},
    "assemble": SHARED | {"sheets", "errors", "paginate", "conditions", "inks", "printed"},  # page numbers as values
    "checks": SHARED | {"sheets", "language", "conditions", "printed"},
    "impose": SHARED | {"conditions", "errors"},  # finished PDFs, placed on larger sheets
    "preflight": SHARED | {"conditions", "inks", "printed", "sheets"},
    "deliver": SHARED | {"conditions", "language"},
    "report": SHARED | {"preflight", "printed", "conditions"},
    "desk": SHARED | {"read", "language"},  # the tables by which sources are read, and the order of a list
}

LAST = ["build", "cli", "__main__"]
"""They know all before them: build.py the order of the stages, cli the commands."""

ONLY_IMPORTERS = {
    "weasyprint": {"typeset"},
    "pydyf": {"typeset"},
    "book.store": {"build"},
    "book.workers": {"build"},
    "book.sandbox": {"build"},
    "book.programs": {"build"},
    "subprocess": {"programs"},
    "multiprocessing": {"workers", "sandbox", "ahead"},
    "book.ahead": {"build"},
    "book.build": {"cli"},
    "book.cli": {"__main__"},
}
"""What -> the only rooms that import it. weasyprint stands for its parts, too."""

DOORS = {"world", "store", "digests", "typeset", "programs", "sandbox"}
"""Who may open files: typeset only the fonts and libraries, by paths that world.py hands to it; programs what another
program left in its private folder; sandbox what the machine says of its own process."""

NO_WAY_OUT = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx"}
NOT_IN_A_STAGE = {"random", "secrets", "uuid", "time", "subprocess", "tempfile", "shutil"}
"""A stage is a pure function: no clock, no chance, no other program, no file of its own."""
STAGES = {"language", "read", "translate", "compose", "press", "paginate", "assemble", "checks", "report", "desk"}
STAGES |= {"impose", "preflight", "deliver"}


def room_of(path: Path) -> str:
    """book/read/dates.py -> read; book/model.py -> model; book/__init__.py -> __init__."""
    return path.relative_to(BOOK).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(path for path in BOOK.rglob("*.py") if "_house" not in path.parts)


def imports(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module named by an import anywhere in `tree`, absolute; `from a import b` gives both a and a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def rooms_imported(tree: ast.AST, package: str) -> set[str]:
    parts = (name.split(".") for name in imports(tree, package))
    return {name[1] for name in parts if name[0] == "book" and len(name) > 1}


def is_or_under(name: str, what: str) -> bool:
    return name == what or name.startswith(what + ".")


def dotted(node: ast.AST) -> str:
    """`os.path.join` -> "os.path.join"; "" for what is not a chain of names."""
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


def without_own_command(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but `if __name__ == "__main__":`, a developer's tool that makes a file of the package."""
    pending = [tree]
    while pending:
        node = pending.pop()
        if not (isinstance(node, ast.If) and "__name__" in {dotted(part) for part in ast.walk(node.test)}):
            yield node
            pending.extend(ast.iter_child_nodes(node))


PRINTING = {"print", "input", "exit", "quit", "sys.exit", "os._exit", "os.abort", "SystemExit"}


def prints_or_exits(tree: ast.AST) -> Iterator[int]:
    """The lines on which something is printed or the process is ended, in what can be imported."""
    for node in without_own_command(tree):
        if (
            (isinstance(node, ast.Call) and dotted(node.func) in PRINTING)
            or (isinstance(node, ast.Raise) and node.exc is not None and dotted(node.exc) == "SystemExit")
            or (isinstance(node, ast.Attribute) and dotted(node) in {"sys.stdout", "sys.stderr", "sys.stdin"})
        ):
            yield node.lineno


OPENING = {"open", "io.open", "os.open", "codecs.open"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "symlink_to", "hardlink_to"}
READING = {"read_text", "read_bytes", "iterdir", "rglob"}


def opens_files(tree: ast.AST) -> Iterator[int]:
    """The lines on which a file is opened, other than data that the package carries (importlib.resources)."""
    carried = any(is_or_under(name, "importlib.resources") for name in imports(tree, "book"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if dotted(node.func) in OPENING or method in WRITING or (method in READING and not carried):
            yield node.lineno


def asks_the_machine(tree: ast.AST) -> Iterator[int]:
    """The lines on which the environment, the folder or the clock is asked."""
    asking = {"os.environ", "os.getenv", "os.getcwd", "Path.cwd", "Path.home", "datetime.now", "datetime.datetime.now"}
    asking |= {"date.today", "datetime.date.today", "datetime.today", "datetime.utcnow"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and dotted(node) in asking:
            yield node.lineno


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def package_of(path: Path) -> str:
    return ".".join(path.relative_to(BOOK.parent).parent.parts)


EACH_MODULE = pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(BOOK)))


@EACH_MODULE
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    found = rooms_imported(parse(path), package_of(path)) - {room}
    if room == "__init__":
        assert not found
        return
    if room in LAST:
        assert not found & set(LAST[LAST.index(room) :])
        return
    assert room in ARROWS, f"book/{room} has no place in ARROWS: say there what it may import"
    rooms = {name for name in found if (BOOK / name).is_dir() or (BOOK / f"{name}.py").exists()}
    assert rooms <= ARROWS[room], f"{path.name} imports {sorted(rooms - ARROWS[room])}"


@EACH_MODULE
def test_what_only_some_may_import(path: Path) -> None:
    room = room_of(path)
    for name in imports(parse(path), package_of(path)):
        for what, who in ONLY_IMPORTERS.items():
            if is_or_under(name, what):
                assert room in who | {what.removeprefix("book.")}, f"{path.name} imports {name}"
        assert not any(is_or_under(name, way) for way in NO_WAY_OUT), f"{path.name} imports {name}: no network"
        if room in STAGES:
            assert not any(is_or_under(name, way) for way in NOT_IN_A_STAGE), f"{path.name} imports {name}"


@EACH_MODULE
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if room_of(path) not in {"cli", "__main__"}:
        assert list(prints_or_exits(parse(path))) == []


@EACH_MODULE
def test_only_the_doors_open_files(path: Path) -> None:
    if room_of(path) not in DOORS:
        assert list(opens_files(parse(path))) == []


@EACH_MODULE
def test_a_stage_asks_nothing_of_the_machine(path: Path) -> None:
    if room_of(path) in STAGES | {"findings", "model", "inline", "nearest", "sheets"}:
        assert list(asks_the_machine(parse(path))) == []


def test_there_is_something_to_look_at() -> None:
    assert {"findings", "model", "world"} <= {room_of(path) for path in modules()}


def test_the_arrows_go_one_way() -> None:
    done: set[str] = set()
    left = dict(ARROWS)
    while left:
        free = {room for room, needs in left.items() if needs - {room} <= done}
        assert free, f"a circle among {sorted(left)}"
        done |= free
        left = {room: needs for room, needs in left.items() if room not in free}


@pytest.mark.parametrize(
    ("source", "package", "expected"),
    [
        ("import book.store", "book", {"store"}),
        ("from book import store, model", "book", {"store", "model"}),
        ("from book.read.dates import day", "book.compose", {"read"}),
        ("def f():\n    from book.cli import main", "book", {"cli"}),
        ("from . import model", "book", {"model"}),
        ("from .store import Store", "book", {"store"}),
        ("from ..store import Store", "book.read", {"store"}),
        ("from .dates import day", "book.read", {"read"}),
        ("import bookmaker, json", "book", set()),
    ],
)
def test_imports_are_seen(source: str, package: str, expected: set[str]) -> None:
    assert rooms_imported(ast.parse(source), package) == expected


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (prints_or_exits, "print(1)"),
        (prints_or_exits, "import sys\nsys.exit(3)"),
        (prints_or_exits, "raise SystemExit"),
        (prints_or_exits, "raise SystemExit(2)"),
        (prints_or_exits, "import sys\nsys.stderr.write('x')"),
        (opens_files, "open('x')"),
        (opens_files, "from pathlib import Path\nPath('x').read_text()"),
        (opens_files, "from importlib import resources\nfrom pathlib import Path\nPath('x').write_bytes(b'')"),
        (asks_the_machine, "import os\nos.environ['TZ']"),
        (asks_the_machine, "from datetime import date\ndate.today()"),
    ],
)
def test_the_rules_can_fail(rule: object, source: str) -> None:
    assert callable(rule)
    assert list(rule(ast.parse(source))) != []


def test_a_tool_of_a_module_may_print() -> None:
    source = "import sys\nif __name__ == '__main__':\n    sys.stdout.write('x')"
    assert list(prints_or_exits(ast.parse(source))) == []


def test_data_of_the_package_is_no_file_of_the_book() -> None:
    source = "from importlib import resources\nresources.files('book').joinpath('x').read_text(encoding='utf-8')"
    assert list(opens_files(ast.parse(source))) == []
