"""How things are told: findings on standard error, JSON, paths, progress."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from book.errors import ExitCode
from book.world import World

Progress = Callable[[str, int, int], None]

_LINES = {"reading": "reading: {} file{}", "numbering": "setting: {} unit{} of pages"}
"""The plain line for a stage that has ended. A stage that is not named here is told by a bar alone."""


def near(path: Path) -> str:
    """The path as one would type it here."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)


def tell(found: Any, world: World) -> None:
    """Findings (as plain data or as they are) as lines on standard error, notes left out, and how many there were."""
    if not found:
        return
    import msgspec

    from book.findings import Finding, Severity
    from book.report.text import line, tally, together

    findings = msgspec.convert(plain(found), list[Finding])
    colours = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
    for finding in together(findings):
        if finding.severity is not Severity.NOTE:
            text = line(finding, lambda path: near(world.root / path))
            mark = f"{finding.severity.value} {finding.code}"
            click.echo(text.replace(mark, click.style(mark, fg=colours[finding.severity]), 1), err=True)
    click.echo(tally(findings), err=True)


def plain(value: Any) -> Any:
    """Structs as maps and lists."""
    import msgspec

    return msgspec.to_builtins(list(value) if isinstance(value, tuple) else value, str_keys=True)


def verdict(findings: Any) -> ExitCode:
    return ExitCode.BOOK_HAS_ERRORS if any(finding.is_error for finding in findings) else ExitCode.BUILT


def tell_json(value: Any) -> None:
    """One JSON document on standard output, in UTF-8 whatever the machine's locale."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=1))


@contextlib.contextmanager
def telling_progress(wanted: bool) -> Iterator[Progress]:
    """A progress bar on a terminal; elsewhere a plain line when a stage ends; nothing where none is wanted."""
    if not wanted:
        yield lambda stage, done, total: None
    elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        yield from _bars()
    else:
        yield _lines()


def _lines() -> Progress:
    said: set[tuple[str, int]] = set()

    def show(stage: str, done: int, total: int) -> None:
        if done == total and stage in _LINES and (stage, total) not in said:
            said.add((stage, total))
            click.echo(_LINES[stage].format(total, "" if total == 1 else "s"), err=True)

    return show


def _bars() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show
