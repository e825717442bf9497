"""Digests of files, remembered: a change is never missed, and an unchanged file is not read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from book.digests import Digests, Following
from book.world import World, digest

LONG_AGO = 1_600_000_000_000_000_000


@pytest.fixture
def world(tmp_path: Path) -> World:
    (tmp_path / "chapters").mkdir()
    return World(tmp_path)


def write(world: World, data: bytes, mtime: int = 0) -> Path:
    """chapters/a.md in place, its inode kept; its time set where one is given."""
    path = world.root / "chapters" / "a.md"
    path.write_bytes(data)
    if mtime:
        os.utime(path, ns=(mtime, mtime))
    return path


def build(world: World) -> str:
    """The digest that one build sees."""
    digests = Digests(world)
    found = digests.of("chapters/a.md")
    digests.save()
    return found


def age(world: World) -> None:
    """As if the list had been written an hour later: what it says of the files is settled."""
    path = world.root / ".book" / "digests.json"
    later = path.stat().st_mtime_ns + 3_600_000_000_000
    os.utime(path, ns=(later, later))


def test_the_digest_is_of_the_content(world: World) -> None:
    write(world, b"words")
    assert build(world) == digest(b"words") == build(world)


def test_what_cannot_be_read_has_none(world: World) -> None:
    assert Digests(world).of("chapters/none.md") == ""
    assert Digests(world).of("../outside") == ""
    assert Digests(world).of("chapters") == ""


def test_a_change_of_the_same_size_at_once_is_seen(world: World) -> None:
    """Within the clock's grain a file may change twice: size, times and inode stay."""
    write(world, b"words")
    build(world)
    for number in range(20):
        data = b"word%d" % (number % 10)
        write(world, data)
        assert build(world) == digest(data)


def test_a_change_whose_time_is_set_back_is_seen(world: World) -> None:
    """As `cp -p` and `touch -r` do: the modification time says nothing, the change time is just now."""
    write(world, b"words", LONG_AGO)
    build(world)
    for number in range(20):
        data = b"word%d" % (number % 10)
        write(world, data, LONG_AGO)
        assert build(world) == digest(data)


def test_a_change_of_size_is_seen_long_after(world: World) -> None:
    write(world, b"words", LONG_AGO)
    build(world)
    age(world)
    write(world, b"more words", LONG_AGO)
    assert build(world) == digest(b"more words")


def test_another_file_under_the_name_is_seen(world: World) -> None:
    path = write(world, b"words", LONG_AGO)
    build(world)
    age(world)
    other = path.with_name("b.md")
    other.write_bytes(b"WORDS")
    os.utime(other, ns=(LONG_AGO, LONG_AGO))
    other.rename(path)
    assert build(world) == digest(b"WORDS")


def test_a_settled_file_is_not_read_again(world: World) -> None:
    path = write(world, b"words", LONG_AGO)
    build(world)
    age(world)
    mark = path.stat()
    digests = Digests(world)
    assert digests.of("chapters/a.md") == digest(b"words")
    os.utime(path, ns=(mark.st_mtime_ns, mark.st_mtime_ns))
    # The list is believed: a lie in it is told again, so the file itself was not opened.
    saved = world.root / ".book" / "digests.json"
    saved.write_text(saved.read_text().replace(str(mark.st_ctime_ns), str(path.stat().st_ctime_ns)))
    saved.write_text(saved.read_text().replace(digest(b"words"), "0" * 32))
    age(world)
    assert Digests(world).of("chapters/a.md") == "0" * 32


def test_an_unchanged_book_writes_no_list(world: World) -> None:
    path = write(world, b"words", LONG_AGO)
    (world.root / "chapters" / "gone.md").write_bytes(b"soon gone")
    digests = Digests(world)
    digests.of("chapters/a.md")
    digests.of("chapters/gone.md")
    digests.save()
    (world.root / "chapters" / "gone.md").unlink()
    age(world)
    saved = world.root / ".book" / "digests.json"
    before = saved.stat()
    for _ in range(2):
        build(world)
    assert (saved.stat().st_mtime_ns, saved.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert path.exists()


def test_what_a_build_did_not_ask_for_stays_known(world: World) -> None:
    write(world, b"words", LONG_AGO)
    (world.root / "chapters" / "b.md").write_bytes(b"b")
    digests = Digests(world)
    digests.of("chapters/a.md")
    digests.save()
    digests = Digests(world)
    digests.of("chapters/b.md")
    digests.save()
    assert "chapters/a.md" in (world.root / ".book" / "digests.json").read_text()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"chapters/a.md": 1}', '{"chapters/a.md": []}', "\0"])
def test_a_damaged_list_is_no_list(world: World, text: str) -> None:
    write(world, b"words", LONG_AGO)
    build(world)
    (world.root / ".book" / "digests.json").write_text(text)
    age(world)
    assert build(world) == digest(b"words")


@pytest.mark.parametrize("sizes", [(), (0,), (5, 3, 2), (1, 9 << 20, 7, 17 << 20, 3)])
def test_a_file_is_followed_while_it_is_written(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    with open(tmp_path / "file", "w+b") as file, Following(file) as following:
        for at, size in enumerate(sizes):
            file.write(bytes([at]) * size)
    assert following.digest == digest((tmp_path / "file").read_bytes())
