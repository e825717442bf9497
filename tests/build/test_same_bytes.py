"""The same sources give the same bytes, wherever and however they are built, and after every kind of end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import ROOT, killed_at_the_end, pdf, run, start, write_tiny

PEOPLE = 5


def write(folder: Path) -> Path:
    """The tiny book with enough people for the workers to have something to do."""
    from tests.books import paragraphs, person

    more = {
        f"profiles/n{at}.md": person(f"Фамилия{at}", "Имя", f"О друге {{see:n{(at + 2) % PEOPLE}}}.\n\n"
                                     + paragraphs("ru", f"Год {at}", at % 3 + 1))
        for at in range(PEOPLE)
    }  # fmt: skip
    return write_tiny(folder, more)


ARGUMENTS = ("-l", "ru", "-e", "print")


def outputs(folder: Path) -> dict[str, bytes]:
    """All that was built, by the path below out/."""
    return {
        str(path.relative_to(folder / "out")): path.read_bytes()
        for path in sorted((folder / "out").rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = write(tmp_path_factory.mktemp("reference"))
    code, _, err = run("-C", folder, *ARGUMENTS, "-j", "1")
    assert code == 0, err
    found = outputs(folder)
    names = {"interior.pdf", "cover.pdf", "endpapers.pdf", "manifest.json", "places.json", "report.json"}
    assert {Path(path).name for path in found} == names and len(found) == len(names)
    return found


SURROUNDINGS = {
    "two workers, another folder": (
        ("-j", "2"), {"LC_ALL": "C", "LANG": "C", "TZ": "Asia/Almaty", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    ),
    "three workers, Kazakh": (
        ("-j", "3"), {"LC_ALL": "kk_KZ.UTF-8", "LANGUAGE": "kk", "TZ": "America/St_Johns", "PYTHONHASHSEED": "4242"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", SURROUNDINGS)
def test_any_folder_locale_time_zone_and_number_of_workers(
    where: str, reference: dict[str, bytes], tmp_path: Path
) -> None:
    jobs, environment = SURROUNDINGS[where]
    folder = write(tmp_path / "Ақ кітап ‘1’")
    code, _, err = run("-C", folder / "chapters", *ARGUMENTS, *jobs, **environment)
    assert code == 0, err
    assert outputs(folder) == reference


def test_after_the_store_is_gone_and_from_the_store_alone(reference: dict[str, bytes], tmp_path: Path) -> None:
    import shutil

    folder = write(tmp_path)
    assert run("-C", folder, *ARGUMENTS, "-j", "2")[0] == 0
    shutil.rmtree(folder / "out")
    assert run("-C", folder, *ARGUMENTS, "-j", "2")[0] == 0
    assert outputs(folder) == reference
    shutil.rmtree(folder / "out")
    shutil.rmtree(folder / ".book/store")  # what earlier builds left lets this one set with processes ahead
    assert run("-C", folder, *ARGUMENTS, "-j", "2")[0] == 0
    assert outputs(folder) == reference
    shutil.rmtree(folder / ".book")
    assert run("-C", folder, *ARGUMENTS, "-j", "2")[0] == 0
    assert outputs(folder) == reference


# --- killed and interrupted ------------------------------------------------------------------------------------------

SUICIDE = """
import os, signal, sys
from pathlib import Path
from book.build import Order, build
from book.world import World

folder, stage, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
count = 0

def progress(at, done, total):
    global count
    if at == stage:
        count += 1
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)

build(World(folder), Order(("ru",), ("print",), folder / "out", 2), progress)
"""


def part_files(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*.part")]


@pytest.mark.parametrize(("stage", "number"), [("reading", 3), ("setting", 6), ("numbering", 2), ("writing", 1)])
def test_a_killed_build_starts_again(stage: str, number: int, reference: dict[str, bytes], tmp_path: Path) -> None:
    folder = write(tmp_path)
    command = [sys.executable, "-c", SUICIDE, str(folder), stage, str(number)]
    killed = subprocess.run(command, cwd=ROOT, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL
    code, _, err = run("-C", folder, *ARGUMENTS, "-j", "2")
    assert code == 0, err
    assert outputs(folder) == reference
    assert part_files(folder / "out") == []


def group_is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(("number", "jobs"), [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGTERM, "2")])
def test_ctrl_c_ends_at_once_and_leaves_nothing_half_written(
    number: signal.Signals, jobs: str, reference: dict[str, bytes], tmp_path: Path
) -> None:
    folder = write(tmp_path)
    with killed_at_the_end(start("-C", folder, *ARGUMENTS, "-j", jobs)) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("reading: ")  # and the setting has begun
        if number == signal.SIGINT:
            os.killpg(process.pid, number)  # as a terminal does: the whole group
        else:
            process.send_signal(number)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert (out, err.splitlines()[-1]) == ("", "interrupted")
        assert "Traceback" not in err
        assert group_is_gone(process.pid)
    assert not pdf(folder, "print").exists()
    assert part_files(folder) == []
    assert run("-C", folder, *ARGUMENTS, "-j", jobs)[0] == 0
    assert outputs(folder) == reference


def test_a_build_keeps_another_of_the_same_book_away(tmp_path: Path) -> None:
    folder = write(tmp_path)
    with killed_at_the_end(start("-C", folder, *ARGUMENTS, "-j", "2")) as first:
        assert first.stderr is not None
        assert first.stderr.readline().startswith("reading: ")
        code, _, err = run("-C", folder, *ARGUMENTS)
        assert code == 3
        assert "another make-book is working on this book" in err
        first.communicate(timeout=120)
        assert first.returncode == 0


def test_a_killed_build_does_not_lock_the_book(tmp_path: Path) -> None:
    folder = write(tmp_path)
    with killed_at_the_end(start("-C", folder, *ARGUMENTS, "-j", "2")) as first:
        assert first.stderr is not None
        assert first.stderr.readline().startswith("reading: ")
        first.kill()
        first.wait()
        assert run("-C", folder, *ARGUMENTS)[0] == 0
