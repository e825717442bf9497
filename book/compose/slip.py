"""A sheet of facts in a few groups, like the job ticket that goes with a book to the printer: one page of A4."""

from __future__ import annotations

from collections.abc import Sequence

from book.compose.compose import BASE, render
from book.compose.rich import Rich
from book.compose.shared import Shared
from book.compose.view import View
from book.model import Unit

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and lines of what and how much: plain words."""


def slip(title: str, subtitle: str, groups: Sequence[Group], shared: Shared) -> Unit:
    """The sheet as a unit of its own."""
    rich = Rich(shared, {})
    printed = [(rich.set(head), [(rich.set(what), rich.set(much)) for what, much in rows]) for head, rows in groups]
    values = {"name": rich.set(title), "subtitle": rich.set(subtitle), "groups": printed}
    html = render(View("slip.html", ("slip.css",), values, title=title), "recto", shared, rich)
    return Unit("slip", html, "recto", (*BASE, "slip.css"))
