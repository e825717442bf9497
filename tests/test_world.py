"""The door to the files: nothing outside the book is reached, nothing is half written."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.errors import BookError, ExitCode
from book.world import World, beside, digest, digest_of, find_book, opened
from tests.books import ROOT


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A book, and beside it a secret."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.jpg").write_bytes(b"secret")
    book = tmp_path / "book"
    (book / "chapters" / "portraits").mkdir(parents=True)
    (book / "chapters" / "book.yaml").write_bytes(b"id: x\n")
    (book / "chapters" / "a.md").write_bytes(b"words")
    return World(book)


# --- where paths may lead --------------------------------------------------------------------------------------------

OUTSIDE = [
    "../secret/key.jpg",
    "chapters/../../secret/key.jpg",
    "chapters/portraits/../a.md",
    "/etc/passwd",
    "//etc/passwd",
    "chapters\\..\\..\\secret",
    "..\\secret",
    "chapters/a.md\0.jpg",
    "..",
    "house:../secret",
    "house:/etc/passwd",
    "code:../../etc/passwd",
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_out_of_the_book_is_refused(world: World, path: str) -> None:
    with pytest.raises(PermissionError):
        world.path(path)
    with pytest.raises(PermissionError):
        world.read(path)
    assert not world.is_file(path)


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_is_written_out_of_the_book(world: World, path: str) -> None:
    with pytest.raises(PermissionError):
        world.write(path, b"x")
    assert (world.root.parent / "secret" / "key.jpg").read_bytes() == b"secret"


PIECES = ["..", ".", "", "a", "chapters", "book", "secret", "~", "/", "\\", "C:", "\0"]


@given(st.lists(st.sampled_from(PIECES)).map("/".join))
def test_whatever_the_path(path: str) -> None:
    root = Path("/nowhere/book")
    try:
        found = World(root).path(path)
    except PermissionError:
        return
    assert found == root or root in found.parents


def test_a_link_out_of_the_book_is_refused(world: World) -> None:
    (world.root / "chapters" / "out").symlink_to(world.root.parent / "secret")
    (world.root / "chapters" / "key.jpg").symlink_to(world.root.parent / "secret" / "key.jpg")
    for path in ("chapters/out/key.jpg", "chapters/key.jpg"):
        with pytest.raises(PermissionError):
            world.read(path)
        assert not world.is_file(path)
    assert world.sources() == ["chapters/a.md", "chapters/book.yaml"]


def test_a_link_within_the_book_is_followed(world: World) -> None:
    (world.root / "scans").mkdir()
    (world.root / "scans" / "x.jpg").write_bytes(b"x")
    (world.root / "chapters" / "pictures").symlink_to("../scans")
    (world.root / "chapters" / "b.md").symlink_to("a.md")
    assert world.read("chapters/b.md") == b"words"
    # What can be read is a source: a change to it must be seen.
    assert "chapters/pictures/x.jpg" in world.sources()
    assert "chapters/b.md" in world.sources()


def test_links_in_a_circle_end(world: World) -> None:
    for name in ("one", "two", "three"):
        (world.root / "chapters" / name).symlink_to("..")
    (world.root / "chapters" / "self").symlink_to("self")
    (world.root / "chapters" / "nothing").symlink_to("nowhere")
    assert {"chapters/a.md", "chapters/book.yaml"} <= set(world.sources())
    assert len(world.sources()) < 20
    for path in ("chapters/self", "chapters/self/x.jpg", "chapters/nothing"):
        assert not world.is_file(path)
        with pytest.raises(OSError):
            world.read(path)


# --- which files there are -------------------------------------------------------------------------------------------


def test_sources_are_in_the_order_of_their_paths_without_hidden_and_foreign_files(world: World) -> None:
    for name in (
        "b.md", "Z.md", "profiles/a.md", ".hidden.md", ".git/x.md", "x.txt", "x.md~", "portraits/P.JPG",
        "locale/kk/a.po",
    ):  # fmt: skip
        path = world.root / "chapters" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.touch()
    (world.root / "other.md").touch()
    assert world.sources() == [
        "chapters/Z.md",
        "chapters/a.md",
        "chapters/b.md",
        "chapters/book.yaml",
        "chapters/locale/kk/a.po",
        "chapters/portraits/P.JPG",
        "chapters/profiles/a.md",
    ]


def test_the_house_lends_its_styles_and_fonts(world: World) -> None:
    assert world.style("page.css") == "house:styles/page.css"
    assert b"@page" in world.read("house:styles/page.css")
    assert world.fonts_folder() == ROOT / "fonts"
    assert "house:fonts/fonts.conf" in world.furniture()


def test_the_book_s_own_styles_and_fonts_come_first(world: World) -> None:
    (world.root / "styles").mkdir()
    (world.root / "styles" / "page.css").write_bytes(b"/* own */")
    (world.root / "fonts").mkdir()
    (world.root / "fonts" / "fonts.conf").write_bytes(b"")
    assert world.style("page.css") == "styles/page.css"
    assert world.style("type.css") == "house:styles/type.css"
    assert world.fonts_folder() == world.root / "fonts"
    assert {"styles/page.css", "house:styles/page.css", "fonts/fonts.conf"} <= set(world.furniture())


def test_a_link_is_no_way_for_a_style(world: World) -> None:
    (world.root / "styles").mkdir()
    (world.root / "styles" / "page.css").symlink_to(world.root.parent / "secret" / "key.jpg")
    assert world.style("page.css") == "house:styles/page.css"


def test_the_press_knows_its_own_code() -> None:
    code = World.code()
    assert {"code:world.py", "code:build/__init__.py", "code:compose/templates/page.html"} <= set(code)
    assert not [path for path in code if "__pycache__" in path or path.endswith(".pyc")]
    assert World.code("paginate.py") == ["code:paginate.py"]
    assert all(path.startswith("code:build/") for path in World.code("build"))


# --- the book's folder -----------------------------------------------------------------------------------------------


def test_the_book_is_found_from_any_folder_in_it(world: World) -> None:
    for folder in (world.root, world.root / "chapters", world.root / "chapters" / "portraits"):
        assert find_book(folder) == world.root


@pytest.mark.parametrize("folder", ["secret", "nothing", "book/chapters/a.md"])
def test_no_book_says_what_to_do(world: World, folder: str) -> None:
    with pytest.raises(BookError) as error:
        find_book(world.root.parent / folder)
    assert error.value.exit_code is ExitCode.WRONG_COMMAND
    assert "-C" in error.value.hint


# --- writing ---------------------------------------------------------------------------------------------------------


def everything(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_is_written_whole_with_its_folders(world: World) -> None:
    world.write("chapters/locale/kk/ru/a.po", b"one")
    world.write("chapters/locale/kk/ru/a.po", b"two")
    path = world.root / "chapters/locale/kk/ru/a.po"
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [one.name for one in path.parent.iterdir()] == ["a.po"]


@pytest.mark.parametrize("durable", [True, False])
def test_what_a_file_took_the_place_of_is_let_go(world: World, durable: bool) -> None:
    """Its space is freed beside other work, but it is freed."""
    for data in (b"old", b"new", b"newer"):
        world.write("out/interior.pdf", data, durable)
        assert world.read("out/interior.pdf") == data
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(10)
    held = []
    for entry in os.scandir("/proc/self/fd"):
        with contextlib.suppress(FileNotFoundError):  # the folder itself was held open to list it
            held.append(os.readlink(entry.path))
    assert not [path for path in held if "interior.pdf" in path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_and_nothing_else(world: World, error: type[BaseException]) -> None:
    world.write("out/x", b"old")
    before = everything(world.root)
    with pytest.raises(error), World.writing(world.root / "out" / "x") as file:
        file.write(b"half of it")
        raise error
    assert world.read("out/x") == b"old"
    assert everything(world.root) == before


def test_a_file_that_cannot_take_its_place_leaves_nothing(world: World) -> None:
    (world.root / "out" / "x").mkdir(parents=True)
    with pytest.raises(OSError):
        world.write("out/x", b"data")
    assert everything(world.root / "out") == []


def test_what_a_killed_run_left_half_written_goes_with_the_next_writing(world: World) -> None:
    child = os.fork()
    if not child:
        with World.writing(world.root / "out" / "interior.pdf") as file:
            file.write(b"half")
            os._exit(0)
    os.waitpid(child, 0)
    assert len(everything(world.root / "out")) == 1
    world.write("out/interior.pdf", b"whole")
    assert everything(world.root / "out") == ["interior.pdf"]


# --- the lock --------------------------------------------------------------------------------------------------------

HOLDER = """
import sys
from pathlib import Path
from book.world import World
with World(Path(sys.argv[1])).locked():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_holds_the_lock_until_it_ends(world: World) -> None:
    command = [sys.executable, "-c", HOLDER, str(world.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BookError, match="another make-book"), world.locked():
            pytest.fail("two builds of one book at once")
        holder.kill()
        holder.wait()
    with world.locked():
        pass
    with world.locked():
        pass


def test_a_child_does_not_keep_the_lock(world: World) -> None:
    """A worker that outlives its killed build must not lock the book."""
    ready, go = os.pipe(), os.pipe()
    with world.locked():
        child = os.fork()
        if not child:
            os.write(ready[1], b"x")
            os.read(go[0], 1)
            os._exit(0)
        os.read(ready[0], 1)
    try:
        held = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(world.root)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=ROOT
        )
        assert held.communicate()[0] == b"held\n"
        assert held.returncode == 0
    finally:
        os.write(go[1], b"x")
        os.waitpid(child, 0)


def test_a_file_is_discarded_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    world = World(tmp_path)
    for name in ("chapters/a/b/c/d.pot", "chapters/a/e.po"):
        world.write(name, b"x")
    world.discard("chapters/a/b/c/d.pot")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "chapters", "e.po"]
    world.discard("chapters/a/e.po")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(PermissionError):
        world.discard("../x")


def test_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abc")
    assert World(tmp_path).read("x", 2) == b"ab"


# --- files that the user names ---------------------------------------------------------------------------------------


def test_a_file_of_the_machine_is_opened_or_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    with opened(tmp_path / "a") as file:
        assert file.read() == b"abc"
    os.mkfifo(tmp_path / "pipe")
    for name, what in (("pipe", "is no file"), (".", "is a folder"), ("b", "is not there")):
        with pytest.raises(BookError, match=what):
            opened(tmp_path / name)


def test_what_lies_beside_a_file_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"abcd")
    assert beside(tmp_path / "a.pdf", "list", 4) == b"abcd"
    assert beside(tmp_path / "a.pdf", "list", 3) == b""
    assert beside(tmp_path / "a.pdf", "nothing", 3) == b""


def test_the_digest_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    data = bytes(range(256)) * 10_000
    (tmp_path / "a").write_bytes(data)
    with opened(tmp_path / "a") as file:
        assert digest_of(file) == (digest(data), len(data))
