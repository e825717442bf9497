"""Other people's programs: run in a folder of their own, with nothing of ours, and ended in time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from book.programs import private_folder, program, run


def test_a_program_of_the_machine() -> None:
    assert program("sh")
    assert program("no-such-program-here") is None


def test_it_runs_in_its_folder_and_leaves_files_there() -> None:
    with private_folder() as folder:
        assert os.stat(folder.path).st_mode & 0o77 == 0
        ran = run(["sh", "-c", "printf abc > out; printf defgh > long; pwd"], folder, 20)
        assert ran.well and ran.said == str(folder.path)
        assert folder.names() == ["long", "out"]
        assert folder.take("out", 3) == b"abc"
        assert folder.take("long", 3) == b""
        assert folder.names() == []
    assert not folder.path.exists()


def test_it_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GS_OPTIONS", "-dNOSAFER")
    with private_folder() as folder:
        assert "GS_OPTIONS" not in run(["sh", "-c", "env"], folder, 20).said


def test_one_that_does_not_end_is_ended_with_its_children() -> None:
    with private_folder() as folder:
        ran = run(["sh", "-c", "sleep 60 & echo $! > child; wait"], folder, 1)
        assert not ran.well and "1 seconds" in ran.said
        child = int(folder.take("child", 20))
    with pytest.raises(ProcessLookupError):
        for _ in range(1000):
            os.kill(child, 0)
            if Path(f"/proc/{child}/stat").read_text().split()[2] == "Z":
                raise ProcessLookupError


def test_one_that_fails_is_told() -> None:
    with private_folder() as folder:
        assert run(["sh", "-c", "echo no; exit 3"], folder, 20) == (False, "no")
        assert not run(["/no/such/program"], folder, 20).well
