"""Job tickets for tests."""

from __future__ import annotations

from book.conditions import Cover, PressCondition
from book.deliver.ticket import File, Ticket

INTERIOR = File("interior.pdf", 1_234_567, "ab" * 32, "cd" * 16, 80, (170.0, 240.0), ("Cyan", "Black", "Gold"))
COVER = File("cover.pdf", 54_321, "ef" * 32, "01" * 16, 1, (393.1, 280.0))
CASE = PressCondition("case", paper="coated matt", weight=115, caliper=0.09)
SOFT = PressCondition("soft", paper="offset", cover=Cover(kind="soft", flap=80, endpapers=False))


def ticket(condition: PressCondition = CASE, **more: object) -> Ticket:
    values: dict[str, object] = {
        "job": "white-book-kk", "title": "Арамыздағы & батырлар", "language": "kk", "language_name": "қазақ тілі",
        "date": "2021-12-16", "condition": condition, "pdfx": "X-4", "interior": INTERIOR, "cover": COVER,
        "isbn": "978-3-16-148410-0", "spots": {"Gold": (20.0, 36.0, 76.0, 14.0)}, "spine": 9.1,
    }  # fmt: skip
    return Ticket(**{**values, **more})  # type: ignore[arg-type]
