"""Work here and in processes: the same results in the same order, and an end to it in every case."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from book.errors import BookError
from book.workers import Adaptive, Processes, Serial, Workers, default_jobs, workers
from tests.books import ROOT


def double(number: int) -> int:
    return number * 2


def where(number: int) -> int:
    return os.getpid()


def fails_at_five(number: int) -> int:
    if number == 5:
        raise LookupError("five")
    return number


def dies_at_five(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


MAKERS: dict[str, Callable[[Callable[[int], int]], Workers[int, int]]] = {
    "serial": lambda work: workers(work, 1),
    "two processes": lambda work: Processes(work, 2),
    "adaptive": lambda work: workers(work, 2),
    "adaptive, processes at once": lambda work: Adaptive(work, 3, 0),
}


@pytest.fixture(params=MAKERS)
def crew(request: pytest.FixtureRequest) -> Iterator[Callable[[Callable[[int], int]], Workers[int, int]]]:
    """Makes workers, and closes them after the test."""
    made: list[Workers[int, int]] = []

    def make(work: Callable[[int], int]) -> Workers[int, int]:
        made.append(MAKERS[request.param](work))
        return made[-1]

    yield make
    for one in made:
        one.close()


Crew = Callable[[Callable[[int], int]], Workers[int, int]]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 50])
def test_results_come_in_the_order_of_the_jobs(crew: Crew, count: int) -> None:
    assert list(crew(double).run(range(count))) == [number * 2 for number in range(count)]


def test_a_crew_may_be_asked_again(crew: Crew) -> None:
    one = crew(double)
    for _ in range(3):
        assert list(one.run(range(7))) == [0, 2, 4, 6, 8, 10, 12]


def test_jobs_are_drawn_lazily(crew: Crew) -> None:
    """The builder guesses a unit's side from the lengths of those before it: so few jobs are drawn ahead."""
    drawn: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(30):
            drawn.append(number)
            yield number

    ahead = [len(drawn) - at for at, _ in enumerate(crew(double).run(jobs()), 1)]
    assert max(ahead) <= 4
    assert drawn == list(range(30))


def test_an_exception_comes_to_the_caller(crew: Crew) -> None:
    seen = []
    with pytest.raises(LookupError, match="five"):
        for result in crew(fails_at_five).run(range(9)):
            seen.append(result)
    assert seen == [0, 1, 2, 3, 4]


def test_few_jobs_are_done_here() -> None:
    crew = workers(where, 2, few=3)
    assert list(crew.run(range(3))) == [os.getpid()] * 3
    crew.close()
    crew = workers(where, 2, few=3)
    found = list(crew.run(range(9)))
    crew.close()
    assert found[:3] == [os.getpid()] * 3
    assert os.getpid() not in found[3:]


def test_one_process_is_this_one() -> None:
    assert isinstance(workers(double, 1), Serial)
    assert default_jobs() >= 1


def test_a_killed_worker_is_an_error_of_the_machine() -> None:
    crew = Processes(dies_at_five, 2)
    with pytest.raises(BookError, match="ended unexpectedly") as error:
        list(crew.run(range(9)))
    assert "-j 1" in error.value.hint
    crew.close()


def alive(pid: int) -> bool:
    """The process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def waits(number: int) -> int:
    """Works for ever, but for the first two jobs."""
    if number > 1:
        signal.pause()
    return os.getpid()


def test_closing_ends_the_workers_in_the_middle_of_a_job() -> None:
    crew = Processes(waits, 2)
    results = crew.run(range(9))
    pids = {next(results), next(results)}
    crew.close()
    assert not any(alive(pid) for pid in pids)
    crew.close()


ORPHANS = """
import os, signal, sys
from book.workers import Processes

def work(number):
    if number > 1:
        signal.pause()
    return os.getpid()

crew = Processes(work, 2)
results = crew.run(range(9))
print(next(results), next(results), flush=True)
{end}
"""


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(0)"])
def test_workers_do_not_outlive_their_build(end: str) -> None:
    """A killed build can't end its workers: they see that it is gone. Its output stays open while one of them lives,
    and this would never be read to its end."""
    command = [sys.executable, "-c", ORPHANS.replace("{end}", end)]
    out = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=False).stdout
    assert len(out.split()) == 2


def test_ctrl_c_is_answered_by_the_parent_alone() -> None:
    crew = Processes(lambda number: os.kill(os.getpid(), signal.SIGINT) or number, 2)
    assert list(crew.run(range(4))) == [0, 1, 2, 3]
    crew.close()
