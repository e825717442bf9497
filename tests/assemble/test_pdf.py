"""The finished PDF of a small book, read back by qpdf, pikepdf, pypdf and Poppler."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image, ImageStat

from tests.books import page_labels, page_texts, pdf

EDITIONS = ["proof", "print", "screen"]
MM = 72 / 25.4


@pytest.fixture(params=EDITIONS)
def file(request: pytest.FixtureRequest, small_book: Path) -> Path:
    return pdf(small_book, request.param)


@pytest.fixture(scope="module")
def screen(small_book: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(pdf(small_book, "screen")) as opened:
        yield opened


# --- is it a PDF -----------------------------------------------------------------------------------------------------


def test_qpdf_finds_nothing_wrong(file: Path) -> None:
    said = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "No syntax or stream encoding errors found" in said.stdout
    assert said.stderr == ""


def test_three_readers_count_the_same_pages(file: Path) -> None:
    with pikepdf.open(file) as opened:
        assert opened.check_pdf_syntax() == []
        count = len(opened.pages)
    assert len(pypdf.PdfReader(file, strict=True).pages) == count == len(page_texts(file))
    assert count % 2 == 0


def test_every_page_can_be_drawn(file: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        ["pdftoppm", "-r", "20", "-png", file, tmp_path / "page"], capture_output=True, text=True, check=True
    )
    assert said.stderr == ""
    pages = sorted(tmp_path.glob("*.png"))
    blank = [not text.strip() for text in page_texts(file)]
    for path, empty in zip(pages, blank, strict=True):
        darkest = Image.open(path).convert("L").getextrema()[0]
        assert (darkest == 255) == empty, path.name


# --- boxes, labels, folios -------------------------------------------------------------------------------------------


def boxes(page: pikepdf.Page) -> dict[str, list[float]]:
    return {name: [float(value) for value in page.obj[f"/{name}"]] for name in ("MediaBox", "BleedBox", "TrimBox")}


def test_boxes(small_book: Path) -> None:
    width, height, bleed = 170 * MM, 240 * MM, 3 * MM
    for edition, margin in (("proof", 0), ("screen", 0), ("print", bleed)):
        with pikepdf.open(pdf(small_book, edition)) as opened:
            for page in opened.pages:
                found = boxes(page)
                media = [0, 0, width + 2 * margin, height + 2 * margin]
                assert found["MediaBox"] == pytest.approx(media, abs=0.002)
                assert found["BleedBox"] == found["MediaBox"]
                trim = [margin, margin, width + margin, height + margin]
                assert found["TrimBox"] == pytest.approx(trim, abs=0.002)


def test_page_labels(file: Path) -> None:
    labels = page_labels(file)
    front = next(at for at, label in enumerate(labels) if label.isdigit())
    assert labels[:6] == ["i", "ii", "iii", "iv", "v", "vi"]
    assert labels[front:] == [str(number + 1) for number in range(len(labels) - front)]
    assert front % 2 == 0


def test_the_folio_on_a_page_is_its_label(file: Path) -> None:
    """At the foot of a page stands its folio or nothing; openers and blanks carry none."""
    found = [[word for *_, word in page] for page in feet(file)]
    labels = page_labels(file)
    assert all(words in ([], [label]) for words, label in zip(found, labels, strict=True))
    assert len(labels) / 3 < sum(map(len, found)) < len(labels)
    openers = [at for at, text in enumerate(page_texts(file)) if text.startswith("I")]
    assert openers
    assert not any(found[at] for at in openers)


Word = tuple[float, float, str]


def feet(file: Path) -> list[list[Word]]:
    """The words below the type area of each page, with their left and right edges in points."""
    out = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True).stdout.decode()
    pages = []
    for page in out.split("<page ")[1:]:
        height = float(re.search(r'height="([\d.]+)"', page)[1])  # type: ignore[index]
        foot = (height + 240 * MM) / 2 - 24 * MM
        words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', page)
        pages.append([(float(x0), float(x1), word) for x0, y0, x1, _, word in words if float(y0) > foot])
    return pages


def test_folios_stand_at_the_outer_edge(small_book: Path) -> None:
    edges: dict[str, set[float]] = {"recto": set(), "verso": set()}
    for at, page in enumerate(feet(pdf(small_book, "screen"))):
        for left, right, _ in page:
            edges["verso" if at % 2 else "recto"].add(round(left if at % 2 else right, 1))
    # One edge on each side, and the same distance from the outer edge of the paper.
    assert len(edges["recto"]) == len(edges["verso"]) == 1
    assert 170 * MM - edges["recto"].pop() == pytest.approx(edges["verso"].pop(), abs=0.5)


# --- fonts and text --------------------------------------------------------------------------------------------------


def test_every_font_is_embedded_once_as_a_subset_of_the_house_s(file: Path) -> None:
    out = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in out.splitlines()[2:]]
    names = [row[0] for row in rows]
    assert len(names) == len({name.partition("+")[2] for name in names}) >= 3
    for name, row in zip(names, rows, strict=True):
        assert re.fullmatch(r"[A-Z]{6}\+(SourceSerif4|SourceSans3|Cormorant)-\w+", name)
        assert row[-5:-2] == ["yes", "yes", "yes"]  # embedded, subset, with characters


def test_no_page_has_a_font_of_its_own(screen: pikepdf.Pdf) -> None:
    assert len({page.Resources.Font.objgen for page in screen.pages if "/Font" in page.Resources}) == 1


def test_text_comes_back_as_it_reads(small_book: Path) -> None:
    for language, words in (("ru", "Зимой дороги закрывались, и врач"), ("kk", "Қыста жолдар жабылып, дәрігер")):
        text = " ".join(" ".join(page_texts(pdf(small_book, "screen", language))).split())
        assert words in text
    russian = "\n".join(page_texts(pdf(small_book, "screen", "ru")))
    assert "әғқңөұүһі ӘҒҚҢӨҰҮҺІ" in russian
    assert "Слово «больница» стоит в кавычках" in " ".join(russian.split())
    assert {c for c in russian if c.isspace()} <= {" ", "\n"}
    assert not {"\u00a0", "\u202f", "\u2010", "\u00ad", "\ufffd"} & set(russian)
    assert "с. 3" in " ".join(russian.split())  # a no-break space in the book


def test_pypdf_reads_the_same_letters(small_book: Path) -> None:
    reader = pypdf.PdfReader(pdf(small_book, "screen"))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "ӘҒҚҢӨҰҮҺІ" in text and "Первая больница" in text


# --- pictures and colours --------------------------------------------------------------------------------------------


def pictures(opened: pikepdf.Pdf) -> dict[tuple[int, int], list[int]]:
    """Image object -> the pages that show it."""
    found: dict[tuple[int, int], list[int]] = {}
    for at, page in enumerate(opened.pages):
        for thing in page.Resources.get("/XObject", {}).values():
            if thing.Subtype == "/Image":
                found.setdefault(thing.objgen, []).append(at)
    return found


def streams(opened: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [one for one in opened.objects if isinstance(one, pikepdf.Stream)]


def test_a_picture_used_twice_is_one_object(file: Path) -> None:
    with pikepdf.open(file) as opened:
        shown = pictures(opened)
        assert sorted(len(pages) for pages in shown.values()) == [1, 2]
        assert len([one for one in streams(opened) if one.get("/Subtype") == "/Image"]) == len(shown)


def test_pictures_are_no_finer_than_the_edition_asks(small_book: Path) -> None:
    sizes = {}
    for edition, ppi in (("print", 350), ("screen", 200), ("proof", 150)):
        command = ["pdfimages", "-list", pdf(small_book, edition)]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        rows = [line.split() for line in out.splitlines()[2:]]
        assert all(int(row[12]) <= ppi + 2 for row in rows)
        sizes[edition] = sum(int(row[3]) * int(row[4]) for row in rows)
        colours = {row[5] for row in rows}
        assert colours == ({"cmyk", "gray"} if edition == "print" else {"rgb", "gray"})
    assert sizes["print"] > sizes["screen"] >= sizes["proof"]


def operators(opened: pikepdf.Pdf) -> set[str]:
    """All operators of all pages and forms."""
    found = set()
    forms = [one for one in streams(opened) if one.get("/Subtype") == "/Form"]
    for stream in (*(page.obj for page in opened.pages), *forms):
        found |= {str(instruction.operator) for instruction in pikepdf.parse_content_stream(stream)}
    return found


def test_the_print_edition_knows_no_rgb(small_book: Path) -> None:
    with pikepdf.open(pdf(small_book, "print")) as opened:
        assert not {"rg", "RG"} & operators(opened)
        spaces = {str(one.ColorSpace) for one in streams(opened) if "/ColorSpace" in one}
        assert spaces == {"/DeviceCMYK", "/DeviceGray"}
        (intent,) = opened.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert len(intent.DestOutputProfile.read_bytes()) > 100_000
        assert "/Annots" not in opened.pages[0]
        assert opened.pdf_version == "1.6"
    with pikepdf.open(pdf(small_book, "screen")) as opened:
        assert not {"k", "K"} & operators(opened)
        assert "/OutputIntents" not in opened.Root


def test_colours_are_the_same_in_rgb_and_in_cmyk(small_book: Path, tmp_path: Path) -> None:
    """The page with the portrait, drawn from both editions: as light and as dark, and white where there is paper."""
    drawn = {}
    for edition in ("screen", "print"):
        with pikepdf.open(pdf(small_book, edition)) as opened:
            at = min(pages[0] for pages in pictures(opened).values() if len(pages) == 2) + 1
        command = ["pdftoppm", "-r", "30", "-f", str(at), "-l", str(at), "-png"]
        command += ["-x", "0", "-y", "0", "-W", "200", "-H", "280", pdf(small_book, edition), tmp_path / edition]
        subprocess.run(command, check=True)
        (path,) = tmp_path.glob(f"{edition}*.png")
        drawn[edition] = Image.open(path).convert("L")
    light = {edition: image.getextrema()[1] for edition, image in drawn.items()}
    assert light == {"screen": 255, "print": 255}
    means = {name: ImageStat.Stat(image).mean[0] for name, image in drawn.items()}
    assert means["screen"] == pytest.approx(means["print"], abs=25)


# --- links, outline, tags --------------------------------------------------------------------------------------------


def test_links_go_to_the_page_that_holds_the_anchor(screen: pikepdf.Pdf, small_book: Path) -> None:
    texts = page_texts(pdf(small_book, "screen"))
    at = {page.obj.objgen: index for index, page in enumerate(screen.pages)}
    labels = page_labels(pdf(small_book, "screen"))
    found = []
    for index, page in enumerate(screen.pages):
        for link in page.get("/Annots", []):
            assert link.Subtype == "/Link"
            if "/Dest" in link:
                found.append((index, at[link.Dest[0].objgen], float(link.Dest[3])))
    assert len(found) > 15
    contents = next(index for index, text in enumerate(texts) if "Содержание" in text)
    targets = {target for source, target, _ in found if source == contents}
    for words in ("Предисловие", "Бекова", "Пушков", "Указатели"):
        page = next(target for target in targets if words in texts[target])
        assert labels[page] in texts[contents].split()
    assert all(0 < top < 240 * MM + 20 for _, _, top in found)


def test_links_to_the_world(screen: pikepdf.Pdf) -> None:
    addresses = [str(link.A.URI) for page in screen.pages for link in page.get("/Annots", []) if "/A" in link]
    assert addresses == ["https://example.org/museum"]


def test_only_the_screen_edition_has_links(small_book: Path) -> None:
    for edition in ("proof", "print"):
        with pikepdf.open(pdf(small_book, edition)) as opened:
            assert not any("/Annots" in page for page in opened.pages)
            assert "/Outlines" not in opened.Root and "/StructTreeRoot" not in opened.Root


def test_the_outline_leads_to_what_it_names(small_book: Path) -> None:
    reader = pypdf.PdfReader(pdf(small_book, "screen"))
    texts = page_texts(pdf(small_book, "screen"))

    def walk(items: list[object], level: int = 1) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                yield level, str(item.title), reader.get_destination_page_number(item)  # type: ignore[attr-defined]

    entries = list(walk(list(reader.outline)))
    assert [title for level, title, _ in entries if level == 1][1:] == [
        "Содержание", "Предисловие", "Годы", "Врачи", "Курорты", "Имена", "Места"
    ]  # fmt: skip
    assert {"Начало", "Числа", "Бекова, Айгуль", "Родник"} <= {title for _, title, _ in entries}
    for _, title, page in entries:
        words = re.split(r"[ ,]+", title)
        assert all(word.lower() in texts[page].lower() for word in words if len(word) > 1), title


def test_the_structure_tree(screen: pikepdf.Pdf) -> None:
    root = screen.Root.StructTreeRoot
    assert bool(screen.Root.MarkInfo.Marked)
    elements = list(root.K[0].K)
    alts = [str(one.Alt) for one in elements if one.S == "/Figure" and "/Alt" in one]
    assert alts.count("Портрет врача") == 2
    assert "Зелёная долина под небом" in alts
    assert {"/H1", "/H2", "/P", "/Figure", "/TD", "/LI"} <= {str(one.S) for one in elements}
    # Each marked content of a page leads to its element, and the element to its page.
    numbers = root.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for page in screen.pages:
        if "/StructParents" in page:
            owners = parents[int(page.StructParents)]
            marks = [
                int(instruction.operands[1].MCID)
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
            ]
            assert sorted(marks) == list(range(len(marks)))
            for mark in marks:
                assert mark in [int(kid) for kid in owners[mark].K]
                assert owners[mark].Pg.objgen == page.obj.objgen


def test_the_language_and_the_title(small_book: Path) -> None:
    for language, title in (("ru", "Малая книга"), ("kk", "Кіші кітап")):
        reader = pypdf.PdfReader(pdf(small_book, "screen", language))
        assert reader.root_object["/Lang"] == language
        assert reader.metadata is not None
        assert reader.metadata.title == title
        assert reader.xmp_metadata is not None
        assert reader.xmp_metadata.dc_title == {"x-default": title, language: title}
        assert reader.xmp_metadata.dc_language == [language]


# --- the same everywhere ---------------------------------------------------------------------------------------------


def everything(file: Path) -> bytes:
    """The file with all that is compressed in it laid open."""
    out = io.BytesIO()
    with pikepdf.open(file) as opened:
        opened.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )  # fmt: skip
    return file.read_bytes() + out.getvalue()


def test_nothing_of_the_machine_or_of_today_is_in_the_file(file: Path, small_book: Path) -> None:
    import datetime
    import getpass
    import platform

    data = everything(file)
    today = datetime.date.today()
    for secret in (
        str(small_book), "/tmp/", "/root/", "/home/", platform.node().ljust(4), f"{today:%Y%m%d}", f"{today:%Y-%m-%d}",
        "chapters/", f"({getpass.getuser()})",
    ):  # fmt: skip
        assert secret.encode() not in data, secret
    assert b"D:20211216000000Z" in data
