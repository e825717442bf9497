"""Serial or parallel work behind one interface: results come in the order of the jobs.

Processes are forked from a warm parent, so what it has loaded is shared. Jobs are drawn lazily: a job may depend on
results that have come back already.
"""

from __future__ import annotations

import collections
import gc
import itertools
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, Protocol, TypeVar

from book.errors import BookError

Job = TypeVar("Job")
Result = TypeVar("Result")
J_contra = TypeVar("J_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class Workers(Protocol[J_contra, R_co]):
    """One kind of work, done here or elsewhere."""

    def run(self, jobs: Iterable[J_contra]) -> Iterator[R_co]:
        """Results in the order of `jobs`."""
        ...

    def close(self) -> None: ...


class Serial(Generic[Job, Result]):
    """Does the work in this process."""

    def __init__(self, work: Callable[[Job], Result]) -> None:
        self._work = work

    def run(self, jobs: Iterable[Job]) -> Iterator[Result]:
        return map(self._work, jobs)

    def close(self) -> None:
        pass


_work: Callable[[object], object] | None = None


def _nothing() -> None:
    pass


def _begin(reading: int, writing: int, enter: Callable[[], None]) -> None:
    """What a worker does first. Ctrl-C reaches the whole process group; the parent alone answers it and ends the
    workers by SIGTERM. A parent that is killed can't do that: the pipe to which it alone holds the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.close(writing)
    threading.Thread(target=_end_with_parent, args=(reading,), daemon=True).start()
    enter()


def _end_with_parent(pipe: int) -> None:
    os.read(pipe, 1)
    os.kill(os.getpid(), signal.SIGKILL)


def _call(job: object) -> object:
    assert _work is not None
    return _work(job)


class Processes(Generic[Job, Result]):
    """Does the work in `count` forked processes. One kind of work at a time: fork shares it through this module."""

    def __init__(self, work: Callable[[Job], Result], count: int, enter: Callable[[], None] = _nothing) -> None:
        global _work
        _work = work  # type: ignore[assignment]
        self._count = count
        # What is at hand is no garbage. Looking for some, a child would write to every object, and so have its own copy
        # of all that it shares with its parent: the larger the book, the more.
        gc.freeze()
        self._pipe: tuple[int, ...] = os.pipe()
        self._pool = ProcessPoolExecutor(
            count,
            mp_context=multiprocessing.get_context("fork"),
            initializer=_begin,
            initargs=(*self._pipe, enter),
        )

    def run(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """Keeps a job for each process under way, and one more so that none waits."""
        waiting: collections.deque[Future[Result]] = collections.deque()
        try:
            for job in jobs:
                waiting.append(self._pool.submit(_call, job))  # type: ignore[arg-type]
                # A job drawn too early knows less of its forerunners: draw the next only when there is room.
                while len(waiting) > self._count or (waiting and waiting[0].done()):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise BookError(
                "a worker process ended unexpectedly",
                "Is the machine short of memory? Try again with -j 1.",
            ) from error

    def close(self) -> None:
        # Ends the workers at once, also in the middle of a job: nothing they write is ever half written.
        for process in list((self._pool._processes or {}).values()):
            process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for end in self._pipe:
            os.close(end)
        self._pipe = ()


def default_jobs() -> int:
    """As many workers as there are processors for this process."""
    return max(1, len(os.sched_getaffinity(0)))


class Adaptive(Generic[Job, Result]):
    """Does the first `few` jobs here and the rest in processes: a small edit never waits for workers to start, and
    what the first jobs have loaded is shared by fork. `before` is called here before the processes are made, `enter`
    in each of them."""

    def __init__(
        self, work: Callable[[Job], Result], count: int, few: int, before: Callable[[], None] = _nothing,
        enter: Callable[[], None] = _nothing,
    ) -> None:  # fmt: skip
        self._work = work
        self._count = count
        self._few = few
        self._before = before
        self._enter = enter
        self._processes: Processes[Job, Result] | None = None

    def run(self, jobs: Iterable[Job]) -> Iterator[Result]:
        queue = iter(jobs)
        if self._processes is None:
            for job in itertools.islice(queue, self._few):
                yield self._work(job)
        for job in queue:
            if self._processes is None:
                self._before()
                self._processes = Processes(self._work, self._count, self._enter)
            yield from self._processes.run(itertools.chain([job], queue))

    def close(self) -> None:
        if self._processes is not None:
            self._processes.close()


def workers(
    work: Callable[[Job], Result], count: int, few: int = 3, before: Callable[[], None] = _nothing,
    enter: Callable[[], None] = _nothing,
) -> Workers[Job, Result]:  # fmt: skip
    """Workers for `work`: serial where `count` is 1, as many as there are processors where it is 0."""
    count = count or default_jobs()
    return Serial(work) if count == 1 else Adaptive(work, count, few, before, enter)
