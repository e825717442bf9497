from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema

from book.deliver.ticket import Ticket
from book.deliver.xjdf import NAMESPACE, token, xjdf
from tests.deliver.tickets import COVER, INTERIOR, SOFT, ticket

SCHEMA = Path(__file__).parents[3] / "shared/schemas/xjdf.xsd"
"""CIP4's schema is not ours to pass on: where it lies beside the project, tickets are judged by it."""

N = {"x": NAMESPACE}


def read(made: Ticket) -> ElementTree.Element:
    return ElementTree.fromstring(xjdf(made))


@pytest.mark.parametrize(
    "made",
    [
        ticket(),
        ticket(endpapers=INTERIOR, copies=3000, publisher="Издательство"),
        ticket(SOFT, cover=None, isbn="", spots={}, spine=0.0),
        ticket(spots={"PANTONE 871 C": (20.0, 30.0, 70.0, 15.0)}, job="ә book / 1"),
    ],
    ids=["case", "endpapers", "bare", "names"],
)
def test_a_ticket_is_what_the_standard_says(made: Ticket) -> None:
    root = read(made)
    assert root.tag == f"{{{NAMESPACE}}}XJDF" and root.get("Version") == "2.1" and root.get("Types") == "Product"
    ids = [product.get("ID") for product in root.findall(".//x:Product", N)]
    binding = root.find(".//x:Intent/x:BindingIntent", N)
    assert binding is not None
    assert binding.get("ChildRefs", "").split() == (ids[1:] if len(ids) > 2 else [])  # a reference alone is none
    for value in (root.get("JobID"), *(part.get("Separation", "a") for part in root.findall(".//x:Part", N))):
        assert value and token(value) == value
    if SCHEMA.exists():
        xmlschema.XMLSchema(SCHEMA).validate(ElementTree.tostring(root, "unicode"))


def test_what_is_bound_of_what() -> None:
    root = read(ticket(endpapers=INTERIOR, copies=3000))
    products = {product.get("ID"): product for product in root.findall(".//x:Product", N)}
    assert {id: product.get("ProductType") for id, product in products.items()} == {
        "book": "Book", "body": "Body", "cover": "Cover", "endpapers": "EndSheet",
    }  # fmt: skip
    assert all(product.get("Amount") == "3000" for product in products.values())
    body = products["body"].find(".//x:LayoutIntent", N)
    layout = products["body"].find("x:Intent/x:LayoutIntent", N)
    assert body is not None and layout is not None
    assert layout.get("Pages") == "80" and layout.get("FinishedDimensions") == "481.89 680.315 0"
    assert layout.get("Bleed") == "8.504"
    surfaces = products["body"].findall(".//x:SurfaceColor", N)
    assert [one.get("Surface") for one in surfaces] == ["Front", "Back"]
    assert surfaces[0].get("ColorsUsed") == "Cyan Black Gold" and surfaces[0].get("PrintStandard") == "FOGRA39"
    media = products["body"].find(".//x:MediaIntent[@MediaType]", N)
    assert media is not None and media.get("Weight") == "115" and media.get("Thickness") == "90"
    assert [one.get("Surface") for one in products["cover"].findall(".//x:SurfaceColor", N)] == ["Front"]


def test_where_the_files_are() -> None:
    root = read(ticket())
    files = [dict(spec.attrib) for spec in root.findall(".//x:FileSpec", N)]
    assert [file["URL"] for file in files] == ["interior.pdf", "cover.pdf"]
    assert files[0]["CheckSum"] == "cd" * 16 and files[0]["FileSize"] == "1234567" and files[0]["NPage"] == "80"
    assert files[1]["FileFormat"] == "PDF/X-4" and COVER.pages == 1


def test_a_soft_cover_has_flaps_instead_of_boards() -> None:
    root = read(ticket(SOFT))
    soft = root.find(".//x:SoftCoverBinding", N)
    assert soft is not None and soft.get("FoldingWidth") == "226.772"
    assert root.find(".//x:HardCoverBinding", N) is None


def test_nothing_unknown_is_said() -> None:
    data = xjdf(ticket(copies=0, publisher="", isbn=""))
    assert b"Amount" not in data and b"ISBN" not in data and b'""' not in data


def test_the_same_ticket_gives_the_same_bytes() -> None:
    assert xjdf(ticket()) == xjdf(ticket())
