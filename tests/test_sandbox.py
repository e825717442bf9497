"""Work in processes of its own: results come, and what goes wrong is told."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from book.sandbox import Bounds, Ended, Sandbox

BOUNDS = Bounds(30, 20.0, 1 << 28)


def run(*works: object, bounds: Bounds = BOUNDS) -> dict[object, list[object]]:
    box: Sandbox[object] = Sandbox(bounds)
    for name, work in enumerate(works):
        box.start(name, work)  # type: ignore[arg-type]
    found: dict[object, list[object]] = {name: [] for name in range(len(works))}
    for name, result in box:
        found[name].append(result)
    return found


def count(to: int) -> Iterator[object]:
    yield from range(to)


def test_results_come_in_their_order_from_all() -> None:
    assert run(lambda: count(3), lambda: count(2)) == {0: [0, 1, 2], 1: [0, 1]}


def filling() -> Iterator[object]:
    yield "begun"
    yield len(bytes(1 << 30))


def spinning() -> Iterator[object]:
    while True:
        pass
    yield


def silent() -> Iterator[object]:
    yield "begun"
    import time

    time.sleep(60)


def failing() -> Iterator[object]:
    raise ValueError("no")
    yield


def dying() -> Iterator[object]:
    os.kill(os.getpid(), 9)
    yield


@pytest.mark.parametrize(
    ("work", "bounds", "expected"),
    [
        (filling, BOUNDS, ["begun", Ended("memory")]),
        (spinning, Bounds(1, 60, 1 << 28), [Ended("time")]),
        (silent, Bounds(30, 0.5, 1 << 28), ["begun", Ended("time")]),
        (failing, BOUNDS, [Ended("ValueError: no")]),
        (dying, BOUNDS, [Ended("it stopped with code -9")]),
    ],
)
def test_what_goes_wrong_is_told_and_the_others_go_on(work: object, bounds: Bounds, expected: list[object]) -> None:
    assert run(work, lambda: count(2), bounds=bounds) == {0: expected, 1: [0, 1]}


def test_work_can_be_begun_while_other_work_is_heard() -> None:
    box: Sandbox[object] = Sandbox(BOUNDS)
    box.start("a", failing)
    seen = []
    for name, result in box:
        seen.append((name, result))
        if name == "a":
            box.start("b", lambda: count(1))
    assert seen == [("a", Ended("ValueError: no")), ("b", 0)]


def test_who_stops_listening_ends_them() -> None:
    box: Sandbox[object] = Sandbox(BOUNDS)
    box.start("a", spinning)
    box.start("b", lambda: count(1))
    assert next(iter(box)) == ("b", 0)
