"""Content-addressed results: whole or not there, three generations kept."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from book.store import Store, key_of

PARTS = st.lists(st.one_of(st.text(), st.binary()), max_size=5)


def as_bytes(parts: list[str | bytes]) -> list[bytes]:
    return [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]


@given(PARTS, PARTS)
def test_keys_are_equal_only_for_equal_parts(one: list[str | bytes], other: list[str | bytes]) -> None:
    assert (key_of(*one) == key_of(*other)) == (as_bytes(one) == as_bytes(other))


def test_where_a_part_ends_makes_another_key() -> None:
    lists = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"), ("1:a", "")]
    assert len({key_of(*parts) for parts in lists}) == len(lists)
    assert key_of("ә") == key_of("ә".encode())
    assert len(key_of()) == 32


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def names(store: Store) -> list[str]:
    return sorted(path.name for path in store.folder.rglob("*") if path.is_file())


def test_what_was_put_is_got(store: Store) -> None:
    key = key_of("a")
    assert store.get(key) is None
    assert not store.has(key)
    for value in (b"words", b""):
        store.put(key, value)
        assert store.has(key)
        assert Store(store.folder).get(key) == value
    assert names(store) == [key[2:]]


@pytest.mark.parametrize("damage", ["cut", "flipped", "longer", "emptied"])
def test_a_damaged_value_is_a_miss_and_goes(store: Store, damage: str) -> None:
    key = key_of("a")
    store.put(key, b"some words of a book")
    data = store.path(key).read_bytes()
    damaged = {"cut": data[:-1], "flipped": data[:-1] + b"?", "longer": data + b"x", "emptied": b""}
    store.path(key).write_bytes(damaged[damage])
    assert store.get(key) is None
    # Nobody may take it for a value any more: what asks only whether it is there sees that it is not.
    assert not store.has(key)
    store.put(key, b"again")
    assert store.get(key) == b"again"


# --- large values are copied, not read --------------------------------------------------------------------------------


def opened(store: Store, key: str, target: Path) -> bytes | None:
    """The value without its first two bytes as it is copied to a file, and to a stream in memory."""
    found = store.open(key)
    if found is None:
        return None
    with found as value, open(target, "wb") as file:
        length = value.length
        assert value.read(2) == b"so"
        assert value.length == length - 2
        value.copy(file)
        file.write(b".")
    out = io.BytesIO()
    again = store.open(key)
    assert again is not None
    with again as value:
        assert value.digest == found.digest == store.path(key).read_bytes()[:16]
        value.read(2)
        value.copy(out)
    assert target.read_bytes() == out.getvalue() + b"."
    return out.getvalue()


def noted(store: Store) -> Store:
    """The store as a later build sees it, which trusts what `store` noted an hour later."""
    store.note("ru-proof")
    path = store.folder.parent / "packs" / "ru-proof.sound.pack"
    os.utime(path, ns=(path.stat().st_mtime_ns + 3_600_000_000_000,) * 2)
    later = Store(store.folder)
    later.trust("ru-proof")
    return later


def test_a_large_value_is_copied(store: Store, tmp_path: Path) -> None:
    key = key_of("a")
    assert opened(store, key, tmp_path / "out") is None
    store.put(key, b"some words of a book")
    assert opened(store, key, tmp_path / "out") == b"me words of a book"
    assert opened(noted(store), key, tmp_path / "out") == b"me words of a book"
    store.put(key, b"some words " * 300_000)
    assert opened(noted(store), key, tmp_path / "out") == (b"some words " * 300_000)[2:]


@pytest.mark.parametrize("damage", ["cut", "flipped", "longer", "emptied"])
@pytest.mark.parametrize("trusted", [False, True])
def test_damage_is_noticed_also_where_an_earlier_build_found_it_sound(
    store: Store, damage: str, trusted: bool, tmp_path: Path
) -> None:
    key = key_of("a")
    store.put(key, b"some words of a book")
    if trusted:
        opened(store, key, tmp_path / "out")
        store = noted(store)
    data = store.path(key).read_bytes()
    damaged = {"cut": data[:-1], "flipped": data[:-1] + b"?", "longer": data + b"x", "emptied": b""}
    store.path(key).write_bytes(damaged[damage])
    assert store.open(key) is None
    assert not store.has(key)


def test_what_changed_shortly_before_it_was_noted_is_read_again(store: Store, tmp_path: Path) -> None:
    """Within the clock's grain a file may change twice: size, times and inode stay."""
    key = key_of("a")
    store.put(key, b"some words of a book")
    opened(store, key, tmp_path / "out")
    store.note("ru-proof")
    status = store.path(key).stat()
    store.path(key).write_bytes(store.path(key).read_bytes()[:-1] + b"?")
    os.utime(store.path(key), ns=(status.st_atime_ns, status.st_mtime_ns))
    later = Store(store.folder)
    later.trust("ru-proof")
    assert later.open(key) is None


def test_mending_leaves_the_sound_values(store: Store) -> None:
    store.mend()
    keys = [key_of(str(number)) for number in range(6)]
    for key in keys:
        store.put(key, key.encode())
    for key in keys[::2]:
        store.path(key).write_bytes(store.path(key).read_bytes()[:-1])
    store.mend()
    assert [store.has(key) for key in keys] == [False, True] * 3


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"", lambda data: data[:-1] + b"\xff", None])
def test_many_small_values_are_kept_together(store: Store, damage: Callable[[bytes], bytes] | None) -> None:
    values = {key_of(str(number)): b"%d" % number for number in range(20)}
    assert store.load_pack("ru-proof") == {}
    store.save_pack("ru-proof", values)
    if damage is None:
        assert Store(store.folder).load_pack("ru-proof") == values
    else:
        (path,) = (store.folder.parent / "packs").iterdir()
        path.write_bytes(damage(path.read_bytes()))
        assert store.load_pack("ru-proof") == {}


def test_a_value_that_cannot_be_written_leaves_nothing(store: Store) -> None:
    key = key_of("a")
    target = store.path(key)
    target.mkdir(parents=True)
    (target / "in the way").touch()
    with pytest.raises(OSError):
        store.put(key, b"value")
    assert names(store) == ["in the way"]


def test_three_generations_are_kept(store: Store) -> None:
    keys = [key_of(str(number)) for number in range(5)]
    for number, key in enumerate(keys):
        store.put(key, b"%d" % number)
        store.keep("ru-proof", [key])
        store.sweep()
    assert [store.has(key) for key in keys] == [False, False, True, True, True]


def test_the_same_build_again_is_no_new_generation(store: Store) -> None:
    old, new = key_of("old"), key_of("new")
    for key in (old, new):
        store.put(key, b"value")
    store.keep("ru-proof", [old])
    for _ in range(5):
        store.keep("ru-proof", [new])
    store.sweep()
    assert store.has(old)


def test_what_another_book_uses_stays(store: Store) -> None:
    shared, own, nobody = key_of("shared"), key_of("own"), key_of("nobody")
    for key in (shared, own, nobody):
        store.put(key, b"value")
    store.keep("ru-proof", [shared])
    store.keep("kk-print", [shared, own])
    for number in range(4):
        store.keep("ru-proof", [key_of(str(number))])
    assert store.sweep() == 1
    assert (store.has(shared), store.has(own), store.has(nobody)) == (True, True, False)


def test_leftovers_of_a_killed_build_go(store: Store) -> None:
    key = key_of("a")
    store.put(key, b"value")
    left = store.path(key).with_name(".half.123.1")
    left.write_bytes(b"ha")
    store.keep("ru-proof", [key])
    (store.folder.parent / "used" / "ru-proof.7.part").write_text("[[")
    assert store.sweep() == 2
    assert names(store) == [key[2:]]
    assert [path.name for path in (store.folder.parent / "used").iterdir()] == ["ru-proof.json"]


@pytest.mark.parametrize("text", ["", "{", "[1", '{"a": 1}', "[[1], 2]", "\0\0\0"])
def test_a_damaged_list_counts_for_nothing(store: Store, text: str) -> None:
    key = key_of("a")
    store.put(key, b"value")
    store.keep("ru-proof", [])
    (store.folder.parent / "used" / "ru-proof.json").write_text(text)
    store.keep("ru-proof", [key])
    store.sweep()
    assert store.get(key) == b"value"
    assert json.loads((store.folder.parent / "used" / "ru-proof.json").read_text())[0] == [key]


def test_an_empty_store_can_be_swept(store: Store) -> None:
    assert store.sweep() == 0


def test_two_processes_put_the_same_value(store: Store) -> None:
    key = key_of("a")
    children = []
    for _ in range(4):
        child = os.fork()
        if not child:
            try:
                for _ in range(50):
                    store.put(key, b"value" * 1000)
                os._exit(0)
            except BaseException:
                os._exit(1)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert store.get(key) == b"value" * 1000
    assert names(store) == [key[2:]]
