"""Marks of a printer's sheet: trims, folds, register, the collating mark, the line that says what it is."""

from __future__ import annotations

from book.conditions import Signature
from book.impose.layout import Form
from book.impose.lettering import MM, Lettering
from book.impose.operators import REGISTRATION, REGISTRATION_FILL, box, line, numbers, target

OFF = 3.2
"""mm between the bleed's edge and a mark: none may be bound in."""
LONG = 5.0
STEP = 7.0
"""mm that the collating mark goes down from one section to the next; a mark is as high."""
ACROSS = 12
"""Steps before it begins at the head again."""
_PATCHES = ("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "1 1 0 0", "0 1 1 0", "1 0 1 0", "0 0 0 .5", ".5 .4 .4 0")
"""Solids, overprints of two, half black and a grey of three inks."""


def marks(form: Form, sheet: Signature, bleed: float, section: int, words: str, letters: Lettering) -> str:
    """Operators that draw the marks of one side; `section` counts from 0. The stream's /All is registration."""
    parts = ["q", "0.25 w", REGISTRATION, REGISTRATION_FILL]
    parts += _trims(form, bleed)
    parts += _folds(form, bleed)
    parts += _targets(form, sheet, bleed)
    if form.spine is not None:
        parts.append(_collating(form.spine, section))
    bottom = (form.trims_y[0] - bleed - OFF - 2.2) * MM
    parts.append(letters.line(words, (form.trims_x[0] + 14) * MM, bottom, 6.5))
    parts += _patches(form, bleed)
    return "\n".join([*parts, "Q"])


def _trims(form: Form, bleed: float) -> list[str]:
    """Short lines round the outside at every edge that is cut."""
    left, right = form.trims_x[0] - bleed - OFF, form.trims_x[-1] + bleed + OFF
    bottom, top = form.trims_y[0] - bleed - OFF, form.trims_y[-1] + bleed + OFF
    drawn = []
    for x in form.trims_x:
        drawn += [line(x * MM, y * MM, x * MM, z * MM) for y, z in ((bottom - LONG, bottom), (top, top + LONG))]
    for y in form.trims_y:
        drawn += [line(x * MM, y * MM, z * MM, y * MM) for x, z in ((left - LONG, left), (right, right + LONG))]
    return drawn


def _folds(form: Form, bleed: float) -> list[str]:
    """The same, dashed, where the sheet is folded."""
    left, right = form.trims_x[0] - bleed - OFF, form.trims_x[-1] + bleed + OFF
    bottom, top = form.trims_y[0] - bleed - OFF, form.trims_y[-1] + bleed + OFF
    drawn = ["[2 1.5] 0 d"]
    for x in form.folds_x:
        drawn += [line(x * MM, y * MM, x * MM, z * MM) for y, z in ((bottom - LONG, bottom), (top, top + LONG))]
    for y in form.folds_y:
        drawn += [line(x * MM, y * MM, z * MM, y * MM) for x, z in ((left - LONG, left), (right, right + LONG))]
    return [*drawn, "[] 0 d"]


def _targets(form: Form, sheet: Signature, bleed: float) -> list[str]:
    """Register: at the middle of both sides, and near the corners at the head and the foot."""
    away = bleed + OFF + LONG / 2
    middle = (form.trims_y[0] + form.trims_y[-1]) / 2 + 12
    xs = (form.trims_x[0] + 8, form.trims_x[-1] - 8)
    places = [(form.trims_x[0] - away, middle), (form.trims_x[-1] + away, middle)]
    places += [(x, form.trims_y[-1] + away) for x in xs]
    return [target(x * MM, y * MM, 1.2 * MM) for x, y in places]


def _collating(spine: tuple[float, float, float], section: int) -> str:
    """A bar over the outer fold, a step lower for each section: a missing or misplaced one shows at the bound back."""
    x, bottom, top = spine
    y = top - 20 - STEP * (section % ACROSS + 1)
    return box((x - 0.9) * MM, max(bottom, y) * MM, 1.8 * MM, STEP * MM)


def _patches(form: Form, bleed: float) -> list[str]:
    side = 4.0
    right = form.trims_x[-1] - 14
    bottom = form.trims_y[0] - bleed - OFF - LONG + 0.4
    drawn = []
    for at, colour in enumerate(reversed(_PATCHES)):
        x = right - (at + 1) * side
        drawn.append(f"{colour} k\n{numbers(x * MM, bottom * MM, side * MM, side * MM)} re f")
    return drawn
