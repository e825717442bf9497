"""Names go out as a table and come back into the sources."""

from __future__ import annotations

import shutil
from pathlib import Path

from book.build.names import apply_names, names
from book.desk.names import sheet_rows
from book.report.table import comma_separated
from book.world import World
from tests.books import ROOT, quiet, run, write_tiny

PERSONS = "# kept\nterms:\n  tsoi: {kk: 'Цой, А', ru: 'Цой, А'} # here\n"


def book(folder: Path) -> World:
    return World(write_tiny(folder, {"vocabulary/persons.yaml": PERSONS}))


def table(world: World) -> bytes:
    rows, desk = names(world, quiet)
    assert desk.manuscript is not None
    return comma_separated(*sheet_rows(rows, desk.manuscript.book)).encode("utf-8-sig")


def sources(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((folder / "chapters").rglob("*")) if path.is_file()}


def test_there_and_back_changes_nothing(tmp_path: Path) -> None:
    world = book(tmp_path)
    before = sources(tmp_path)
    done = apply_names(world, "names.csv", table(world), quiet)
    assert (done.written, done.findings) == ({}, ()) and sources(tmp_path) == before


def test_there_and_back_changes_nothing_in_the_specimen(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    world = World(tmp_path)
    rows, desk = names(world, quiet)
    assert desk.manuscript is not None and len(rows) > 100
    assert apply_names(world, "names.csv", table(world), quiet).written == {}


def test_corrections_touch_nothing_else(tmp_path: Path) -> None:
    world = book(tmp_path)
    before = sources(tmp_path)
    sheet = table(world).decode("utf-8-sig").replace('"Цой, А","Цой, А"', '"Цой, А","Цхой, А"').replace(
        "person,bekova,given,Айгуль,Айгуль", "person,bekova,given,Айгуль,Айгүл"
    )  # fmt: skip
    done = apply_names(world, "names.csv", sheet.encode(), quiet)
    assert done.findings == ()
    assert done.written == {"chapters/profiles/bekova.md": 1, "chapters/vocabulary/persons.yaml": 1}
    after = sources(tmp_path)
    changed = {Path(path).name for path in before if before[path] != after[path]}
    assert changed == {"bekova.md", "persons.yaml"}
    assert (tmp_path / "chapters/vocabulary/persons.yaml").read_text("utf-8") == PERSONS.replace(
        "kk: 'Цой, А'", "kk: 'Цхой, А'"
    )
    assert '"kk": "Айгүл"' in (tmp_path / "chapters/profiles/bekova.md").read_text("utf-8")
    assert apply_names(world, "names.csv", sheet.encode(), quiet).written == {}


def test_all_or_nothing(tmp_path: Path) -> None:
    world = book(tmp_path)
    before = sources(tmp_path)
    sheet = table(world).decode("utf-8-sig").replace('"Цой, А","Цой, А"', '"Цой, А","Цхой, А"')
    done = apply_names(world, "names.csv", (sheet + "person,nobody,surname,A,B\r\n").encode(), quiet)
    assert [finding.code for finding in done.findings] == ["B031"] and done.findings[0].span.path == "names.csv"
    assert done.written == {} and sources(tmp_path) == before


def test_a_value_over_two_lines_is_left_to_a_person(tmp_path: Path) -> None:
    folded = "terms:\n  tsoi:\n    kk: >-\n      Цой\n    ru: Цой\n"
    world = World(write_tiny(tmp_path, {"vocabulary/persons.yaml": folded}))
    before = sources(tmp_path)
    sheet = table(world).decode("utf-8-sig").replace("persons,tsoi,name,Цой,Цой", "persons,tsoi,name,Цой,Цхой")
    done = apply_names(world, "names.csv", sheet.encode(), quiet)
    assert [finding.code for finding in done.findings] == ["B033"] and sources(tmp_path) == before


def test_the_command(tmp_path: Path) -> None:
    book(tmp_path)
    code, out, err = run("names", "-C", tmp_path, "--format", "csv")
    assert code == 0 and out.startswith("\ufeffkind,id,field,ru,kk")
    code, out, err = run("names", "-C", tmp_path, "-o", tmp_path / "n.csv")
    assert code == 0 and "written" in out
    code, out, err = run("names", "-C", tmp_path, "--apply", tmp_path / "n.csv")
    assert code == 0 and "nothing to change" in out
    (tmp_path / "n.csv").write_bytes("kind,id,field,kk\nperson,nobody,surname,Б\n".encode())
    code, out, err = run("names", "-C", tmp_path, "--apply", tmp_path / "n.csv")
    assert code == 1 and "n.csv:2:1: error B031" in err
    code, out, err = run("names", "-C", tmp_path, "--apply", tmp_path / "n.csv", "--odd")
    assert code == 2
