"""The fields of styles/press.yaml."""

from __future__ import annotations

from typing import get_args

from book.conditions import BARCODE_MODULES, PdfX
from book.model import Reference
from book.read.convert import Field, MapOf, Record
from book.read.kinds import Choice, Flag, Number, Words, name
from book.read.nodes import Node
from book.read.reader import Reader

PDFX = Choice(*get_args(PdfX))


class Named(Words):
    """Words that name something elsewhere, with their place."""

    def read(self, node: Node, reader: Reader) -> Reference | None:  # type: ignore[override]
        words = super().read(node, reader)
        return Reference(words, node.span) if words else None


def _mm(key: str, highest: float, about: str, lowest: float = 0) -> Field:
    return Field(key, Number(lowest, highest), f"mm: {about}")


def _points(key: str, about: str) -> Field:
    return Field(key, Number(0, 100), f"points: {about}")


def _per_cent(key: str, about: str) -> Field:
    return Field(key, Number(0, 400), f"per cent: {about}")


def _ppi(key: str, about: str) -> Field:
    return Field(key, Number(1, 10_000), f"pixels per inch: {about}")


PICTURES = Record(
    "Effective resolution of pictures as placed",
    (
        _ppi("error", "less is an error"),
        _ppi("warning", "less is a warning"),
        _ppi("most", "pictures are reduced to this"),
        _ppi("line_art_error", "less is an error in pictures of one bit"),
        _ppi("line_art_warning", "less is a warning in pictures of one bit"),
        Field("tiny", Number(0, 1000, whole=True), "pixels: pictures no larger than this are ornaments"),
    ),
    dict,
)

LIMITS = Record(
    "What finished pages are judged by",
    (
        _per_cent("ink", "total area coverage, mean over a square window"),
        _per_cent("ink_margin", "so far above ink it is an error, no longer a warning"),
        _mm("ink_window", 100, "side of the window", 1),
        _points("line", "thinner lines break up"),
        _points("coloured_line", "thinner lines in white or in several inks break up"),
        _points("coloured_text", "smaller text in white or in several inks fills in"),
        _points("overprint_text", "black text below this size overprints"),
        _points("overprint_line", "black lines thinner than this overprint"),
        _per_cent("rich_black_key", "black of text that counts as rich black, with rich_black_sum"),
        _per_cent("rich_black_sum", "all inks of text that counts as rich black"),
        _mm("safety", 50, "nothing that matters stands nearer to the edge"),
        _mm("safety_inner", 50, "nothing that matters stands nearer to the fold"),
        Field("pictures", PICTURES, "resolution of pictures"),
    ),
    dict,
)

SPINE = Record(
    "The spine",
    (
        _mm("per_page", 1, "thickness of one page, half a leaf"),
        _mm("boards", 20, "added for the boards or the cover"),
        Field("text_from", Number(0, 10_000, whole=True), "pages from which the spine has words"),
        _points("text_least", "the smallest words that are printed on it"),
        _mm("clear", 20, "free on both sides of the words"),
    ),
    dict,
)

BARCODE = Record(
    "The ISBN's barcode",
    (_mm("module", BARCODE_MODULES[1], "width of the thinnest bar; all else follows from it", BARCODE_MODULES[0]),),
    dict,
)

COVER = Record(
    "The cover",
    (
        Field("kind", Choice("case", "soft"), "case: wrapped round boards; soft: limp"),
        _mm("turn_in", 50, "turned in over the boards"),
        _mm("hinge", 30, "beside the spine"),
        _mm("overhang", 20, "by which the boards stand beyond the pages"),
        _mm("flap", 200, "flaps of a soft cover; 0 where it has none"),
        Field("spine", SPINE, "the spine"),
        Field("barcode", BARCODE, "the barcode"),
        Field("endpapers", Flag(), "endpapers are pasted in"),
        Field("foil", Named(64), "the spot ink of inks.yaml that stands for foil"),
    ),
    dict,
)

SIGNATURE = Record(
    "A printer's sheet",
    (
        Field("pages", Number(4, 128, whole=True), "pages of a signature"),
        _mm("width", 3000, "width of the sheet", 100),
        _mm("height", 3000, "height of the sheet", 100),
        _mm("gutter", 50, "between trimmed pages"),
        _mm("gripper", 50, "held by the press, not printed"),
    ),
    dict,
)

CONDITION = Record(
    "What one printer asks of a book",
    (
        Field("like", Named(64), "begins with the values of this condition"),
        Field("title", Words(200), "what it is, for people"),
        Field("paper", Words(200), "the paper"),
        Field("weight", Number(0, 1000), "the paper's weight in g/m²"),
        _mm("caliper", 2, "thickness of a leaf"),
        Field("profile", Named(300), "the ICC profile: its path below styles/"),
        Field("condition", Words(100), "the output condition's identifier, like FOGRA39"),
        Field("info", Words(200), "the output condition for people"),
        Field("registry", Words(200), "address of the registry that knows the identifier"),
        Field("pdfx", PDFX, "PDF/X version"),
        _mm("bleed", 20, "beyond the trim"),
        Field("multiple", Number(1, 128, whole=True), "the number of pages is brought to a multiple of it"),
        _mm("marks_offset", 30, "marks stand so far off the trim"),
        Field("limits", LIMITS, "what the pages are judged by"),
        Field("cover", COVER, "how the cover is made"),
        Field("signature", SIGNATURE, "how pages come together on a sheet"),
    ),
    dict,
)

PRESS = MapOf(name(), CONDITION)
