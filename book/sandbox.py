"""Work on what may be hostile, in processes of their own with bounds on time and memory: whatever happens to one, the
press goes on.

The work is a function that gives a row of results; each comes over as soon as it is there.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Generic, NamedTuple, TypeVar

Result = TypeVar("Result")
Work = Callable[[], Iterator[Result]]


class Bounds(NamedTuple):
    """`seconds` of processor time in all, `silence` seconds from one result to the next, `memory` bytes."""

    seconds: int
    silence: float
    memory: int


class Ended(NamedTuple):
    """Work that did not come to its end: `why` is time, memory, or what went wrong."""

    why: str


class _Child(NamedTuple):
    name: object
    process: multiprocessing.process.BaseProcess
    heard: list[float]


class Sandbox(Generic[Result]):
    """Work begun with `start`; iterating gives (its name, a result or Ended), as they come, until all have ended."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._children: dict[Connection, _Child] = {}
        self._context = multiprocessing.get_context("fork")

    def start(self, name: object, work: Work[Result]) -> None:
        here, there = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_run, args=(work, there, self._bounds), daemon=True)
        process.start()
        there.close()
        self._children[here] = _Child(name, process, [time.monotonic()])

    def __iter__(self) -> Iterator[tuple[object, Result | Ended]]:
        try:
            while self._children:
                yield from self._next()
        finally:
            for pipe in list(self._children):
                self._stop(pipe)

    def _next(self) -> Iterator[tuple[object, Result | Ended]]:
        ready = wait(list(self._children), timeout=1.0)
        for pipe in list(self._children):
            child = self._children[pipe]
            if pipe in ready:
                child.heard[0] = time.monotonic()
                try:
                    found = pipe.recv()
                except (EOFError, OSError):
                    found = Ended(_cause(child.process))
                if found is None or isinstance(found, Ended):
                    self._stop(pipe)
                if found is not None:
                    yield child.name, found
            elif time.monotonic() - child.heard[0] > self._bounds.silence:
                self._stop(pipe)
                yield child.name, Ended("time")

    def _stop(self, pipe: Connection) -> None:
        child = self._children.pop(pipe)
        child.process.kill()
        child.process.join()
        pipe.close()


def _cause(process: multiprocessing.process.BaseProcess) -> str:
    process.join(5)
    return "time" if process.exitcode == -signal.SIGXCPU else f"it stopped with code {process.exitcode}"


def _run(work: Work[Result], pipe: Connection, bounds: Bounds) -> None:
    """The child: results go out, None at the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.seconds, bounds.seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + bounds.memory,) * 2)
    try:
        for result in work():
            pipe.send(result)
        pipe.send(None)
    except MemoryError:
        pipe.send(Ended("memory"))
    except Exception as error:
        pipe.send(Ended(f"{type(error).__name__}: {error}"[:300]))
    finally:
        pipe.close()


def _address_space() -> int:
    """What this process has already: the bound is for what comes on top."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return 4 << 30
