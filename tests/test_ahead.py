"""A process forked ahead: it answers, or gives nothing and is missed by nobody."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from book.ahead import Ahead
from book.workers import workers


def prepare() -> Callable[[Any], Any]:
    told: list[Any] = []

    def answer(request: Any) -> Any:
        if request == "fail":
            raise LookupError(request)
        if request == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        told.append(request)
        return os.getpid(), tuple(told)

    return answer


@pytest.fixture
def ahead() -> Iterator[Ahead]:
    one = Ahead(prepare, 2)
    yield one
    one.close()


def test_it_answers_from_a_process_of_its_own(ahead: Ahead) -> None:
    ahead.tell("a")
    pid, told = ahead.ask("b")
    assert pid != os.getpid()
    assert told == ("a", "b")
    assert ahead.ask("c") == (pid, ("a", "b", "c"))


def test_what_fails_there_is_no_answer(ahead: Ahead) -> None:
    assert ahead.ask("fail") is None
    assert ahead.ask("a")[1] == ("a",)
    assert ahead.ask("die") is None
    assert ahead.ask("a") is None
    ahead.tell("a")
    ahead.spread()


def test_what_cannot_prepare_gives_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    def broken() -> Callable[[Any], Any]:
        raise OSError("no Pango")

    one = Ahead(broken, 1)
    assert one.ask("a") is None
    one.close()
    assert capfd.readouterr().err == ""


def test_each_worker_has_one_of_its_own(ahead: Ahead) -> None:
    here = ahead.ask("first")[0]

    def work(job: int) -> Any:
        time.sleep(0.01)
        return os.getpid(), ahead.ask(job)

    for _ in range(2):  # two books in one build
        crew = workers(work, 2, few=0, before=ahead.spread, enter=ahead.enter)
        found = list(crew.run(range(20)))
        crew.close()
        pairs = {(pid, answer[0]) for pid, answer in found}
        assert len({pid for pid, _ in pairs}) == len({other for _, other in pairs}) == len(pairs) <= 2
        assert here not in {other for _, other in pairs}
        assert [answer[1][-1] for _, answer in found] == list(range(20))
        assert {answer[1][0] for _, answer in found} == {"first"}
    assert ahead.ask("last") == (here, ("first", "last"))


def test_it_ends_with_its_parent() -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        one = Ahead(prepare, 1)
        one.spread()
        os.write(writing, str(one.ask("a")[0]).encode())
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    pid = int(os.read(reading, 20))
    for _ in range(500):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            break
        with open(f"/proc/{pid}/stat") as file:  # nobody may be there to reap it
            if file.read().rpartition(")")[2].split()[0] == "Z":
                break
        time.sleep(0.01)
    else:
        pytest.fail("it goes on")
    os.close(reading)
    os.close(writing)


def test_something_is_done_while_it_answers(ahead: Ahead) -> None:
    done: list[str] = []
    assert ahead.ask("a", lambda: done.append("here"))[1] == ("a",)
    assert done == ["here"]
    assert ahead.ask("die", lambda: done.append("again")) is None
    assert done == ["here", "again"]
