"""A process forked early, which prepares what takes long to load while its parent does other things, and then answers.

It may come to nothing at any time (killed, out of memory, a library that is not there): ask() then gives None, and who
asked does the work himself.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

Answer = Callable[[Any], Any]
"""What is done with a request; requests and answers are pickled. None is no answer."""
_FORK = multiprocessing.get_context("fork")
_MORE = "more"


def _nothing() -> None:
    pass


class Ahead:
    """One such process, and on spread() one more, warm, for each of `count` workers of the parent."""

    def __init__(self, prepare: Callable[[], Answer], count: int) -> None:
        pipes = [_FORK.Pipe() for _ in range(count + 1)]
        self._ends = [ours for ours, _ in pipes]
        self._mine: Connection | None = self._ends[0]
        self._tickets = -1
        self._process = _FORK.Process(target=_begin, args=(prepare, pipes))
        self._process.start()
        for _, theirs in pipes:
            theirs.close()

    def tell(self, request: Any) -> None:
        """Sends something to prepare for; nothing comes back."""
        with contextlib.suppress(OSError):
            if self._mine is not None:
                self._mine.send((False, request))

    def ask(self, request: Any, meanwhile: Callable[[], None] = _nothing) -> Any:
        """The answer to a request, or None where there is none; `meanwhile` is done here until it comes."""
        if self._mine is None:
            return None
        try:
            self._mine.send((True, request))
            meanwhile()
            return self._mine.recv()
        except (OSError, EOFError):
            self._mine = None
            return None

    def spread(self) -> None:
        """Before workers are forked: one process for each of them, and a ticket to it."""
        self.tell(_MORE)
        self._drop_tickets()
        self._tickets, tickets = os.pipe()
        os.write(tickets, bytes(range(1, len(self._ends))))
        os.close(tickets)

    def enter(self) -> None:
        """In a worker: takes one of the spread processes for its own."""
        ticket = os.read(self._tickets, 1)
        self._mine = self._ends[ticket[0]] if ticket else None

    def close(self) -> None:
        """Ends them all."""
        for end in self._ends:
            end.close()
        self._mine = None
        self._drop_tickets()
        self._process.terminate()
        self._process.join()

    def _drop_tickets(self) -> None:
        if self._tickets >= 0:
            os.close(self._tickets)
        self._tickets = -1


def _begin(prepare: Callable[[], Answer], pipes: list[tuple[Connection, Connection]]) -> None:
    # Ctrl-C reaches the whole process group; the parent alone answers it. When it is gone, its ends of the pipes are.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for ours, _ in pipes:
        ours.close()
    with contextlib.suppress(Exception):  # who asks does the work himself, and is told why it can't be done
        _serve(prepare(), pipes[0][1], [theirs for _, theirs in pipes[1:]])


def _serve(answer: Answer, pipe: Connection, others: list[Connection]) -> None:
    """Answers until the other end of the pipe is closed."""
    with contextlib.suppress(OSError, EOFError):
        while True:
            wanted, request = pipe.recv()
            if request == _MORE:
                for other in others:
                    _FORK.Process(target=_serve, args=(answer, other, [])).start()
                others = []
                continue
            found = None
            with contextlib.suppress(Exception):
                found = answer(request)
            if wanted:
                pipe.send(found)
