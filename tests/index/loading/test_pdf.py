"""The article in a PDF: its pages as one text, whatever is wrong with them as one sentence."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from index.errors import SourceError
from index.records import Article
from tests.index.loading.making import At, assembled, flow, pdf
from tests.index.loading.reading import load

_FIRE = "Nobody was hurt in the fire that broke out at the harbour on Monday night."
_HEAD = [
    At("Elmsford doubles its port", y=770, size=20, font="F2"),
    At("By Ada Byrne", y=745),
    At("5 March 2024", y=730),
]
_PORT = flow(
    "The port of Elmsford will handle 4 million containers a year from 2026, the mayor",
    "said on Monday. The new terminal cost 310 million euros, which the city paid it-",
    "self. Ines Falk opened it before some hundred guests and a brass band.",
    "  Apple growers expect the smallest harvest since 1998. A late frost killed the blos-",
    "soms all over the valley.",
    top=700,
)
_PORT_TEXT = (
    "The port of Elmsford will handle 4 million containers a year from 2026, the mayor said on Monday. The new "
    "terminal cost 310 million euros, which the city paid itself. Ines Falk opened it before some hundred guests "
    "and a brass band.\n\nApple growers expect the smallest harvest since 1998. A late frost killed the blossoms "
    "all over the valley."
)
_DAMAGED = "damaged, or no such file as its name says; open it, save it again and add that"
_TOO_MUCH = "inflates to more than an article may have; split it, or save its text as .txt and add that"


def read(data: bytes, folder: Path, max_bytes: int = 10_000_000) -> Article | SourceError:
    """Return what becomes of a file with these bytes."""
    (folder / "a.pdf").write_bytes(data)
    (found,) = load(folder / "a.pdf", max_bytes=max_bytes)
    return found


def article(data: bytes, folder: Path) -> Article:
    """Return the article in `data`."""
    found = read(data, folder)
    assert isinstance(found, Article), found
    return found


def reason(data: bytes, folder: Path, max_bytes: int = 10_000_000) -> str:
    """Return why there is no article in `data`."""
    found = read(data, folder, max_bytes)
    assert isinstance(found, SourceError)
    return found.reason


def page_of(contents: bytes, more: bytes = b"", kids: bytes = b"4 0 R") -> bytes:
    """Return a PDF of one page with an object for its contents; `more` is said of the page, `kids` are its pages."""
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [%s] >>" % kids,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> %s >>" % more,
            contents,
        ],
        "/Root 1 0 R",
    )


def stream(data: bytes, filters: bytes) -> bytes:
    """Return a stream object of `data`, to be decoded by `filters`."""
    return b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(data), filters, data)


def encrypted(password: str, algorithm: str) -> bytes:
    """Return a PDF that `password` opens."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(flow(_FIRE)))))
    writer.encrypt(password, "of its owner", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_an_article_is_read_over_its_pages(tmp_path: Path) -> None:
    """Title, author and day are found; words and paragraphs are whole; running lines and page numbers are gone."""
    running = [[At("The Elmsford Courier", y=810, size=8), At(f"Page {n} of 2", 280, 30, 8)] for n in (1, 2)]
    rain = flow("It rained on all days of the week, and nobody came to see the boats.")
    found = article(pdf([*running[0], *_HEAD, *_PORT], [*rain, *running[1]]), tmp_path)
    assert found.text == f"{_PORT_TEXT}\n\nIt rained on all days of the week, and nobody came to see the boats."
    assert (found.title, found.authors, found.published) == ("Elmsford doubles its port", ("Ada Byrne",), "2024-03-05")
    assert found.path == str(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("The city has signed a declaration about a new part-", "nership in energy.", "new partnership in"),
        ("Long-term plans are made. They signed a treaty on a long-", "term plan of both.", "a long-term plan"),
        ("They say that it was the work of the so-called Anglo-", "Saxon people.", "Anglo-Saxon people"),
        ("The building of the bridge was planned for the years 2019-", "2023 at first.", "2019-2023 at"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole(first: str, second: str, whole: str, tmp_path: Path) -> None:
    """The hyphen stays where the word has one, and goes where the line has put it there."""
    assert whole in article(pdf(flow(first, second)), tmp_path).text


def test_what_parts_paragraphs_is_seen(tmp_path: Path) -> None:
    """A gap, an indentation and a line left short each end a paragraph; a list keeps its lines."""
    lines = flow(
        "The first paragraph goes over two lines, of which the second one is left short",
        "of the margin.",
        "The second begins at the margin and has as many lines as the first one has, or two",
        "of them, which are filled to the very end of the line that the page has for all.",
        "  The third one is indented, and says what the harbour needs within the next years:",
        "- a bridge",
        "- a new road to the town that is much wider than the old one was, and safer for all",
        "people",
        "",
        "The fourth stands behind a gap.",
    )
    assert [line[:10] for line in article(pdf(lines), tmp_path).text.split("\n") if line] == [
        "The first ",
        "The second",
        "The third ",
        "- a bridge",
        "- a new ro",
        "The fourth",
    ]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    """Columns are read one after the other, and what is cut by their ends is whole again."""
    left = flow("The harbour was closed for a", "week because of the storm that", top=400)
    right = [
        At(line.text, 320, line.y + 300)
        for line in flow("came from the west, and boats", "waited far out until", top=400)
    ]
    found = article(pdf([*left, *right], flow("it was over. Then they", "came in.")), tmp_path)
    assert found.text == (
        "The harbour was closed for a week because of the storm that came from the west, and boats waited far out "
        "until it was over. Then they came in."
    )


def test_a_row_that_every_page_has_at_another_height_stays(tmp_path: Path) -> None:
    """Only what stands at the same height of the pages runs along."""
    pages = [flow("The boats came in.", f"It was day {n} of the storm.", top=700 - 40 * n) for n in range(3)]
    assert article(pdf(*pages), tmp_path).text.count("The boats came in.") == 3


@pytest.mark.parametrize(
    ("info", "title", "authors", "published"),
    [
        ({"Title": "Harbour fire", "Author": "Jane Doe"}, "Harbour fire", ("Jane Doe",), None),
        ({"Title": "Microsoft Word - x.docx", "Author": "jdoe"}, None, (), None),
        ({"Title": "untitled", "Author": "Microsoft Office User"}, None, (), None),
        ({"Title": "fire-final.indd", "CreationDate": "D:20240306120000Z"}, None, (), "2024-03-06"),
        ({"CreationDate": "D:19700101000000Z"}, None, (), None),
        ({"CreationDate": "yesterday"}, None, (), None),
    ],
)
def test_the_file_speaks_where_the_text_is_silent(
    info: dict[str, str], title: str | None, authors: tuple[str, ...], published: str | None, tmp_path: Path
) -> None:
    """Its title, author and day are taken, unless a program wrote them."""
    found = article(pdf(flow(_FIRE), info=info), tmp_path)
    assert (found.title, tuple(found.authors), found.published) == (title, authors, published)


def test_a_file_that_says_nothing_of_itself_has_its_text(tmp_path: Path) -> None:
    """What should speak of the file may be damaged."""
    damaged = pdf(flow(_FIRE)).replace(b"/Info 5 0 R", b"/Info 1.5  ")
    assert article(damaged, tmp_path).text == _FIRE


def test_the_text_counts_more_than_the_file(tmp_path: Path) -> None:
    """What the article says of itself is not changed by what its file says."""
    info = {"Title": "Harbour", "Author": "Jane Doe", "CreationDate": "D:20250306120000Z"}
    found = article(pdf([*_HEAD, *_PORT], info=info), tmp_path)
    assert (found.title, found.authors, found.published) == ("Elmsford doubles its port", ("Ada Byrne",), "2024-03-05")


def test_large_letters_are_the_title_where_nothing_else_shows_it(tmp_path: Path) -> None:
    """The heading leaves the text."""
    found = article(
        pdf([At("Fire at the", y=800, size=24), At("old harbour", y=772, size=24), *flow(_FIRE, top=720)]), tmp_path
    )
    assert (found.title, found.text) == ("Fire at the old harbour", _FIRE)


def test_a_page_without_text_among_others_is_passed_over(tmp_path: Path) -> None:
    """A picture over a whole page is no failure."""
    assert article(pdf(b"", flow(_FIRE), b""), tmp_path).text == _FIRE


@pytest.mark.parametrize(("pages", "where"), [(12, "12 pages"), (1, "one page")])
def test_a_scan_is_said_to_be_one(pages: int, where: str, tmp_path: Path) -> None:
    """A PDF without any text is refused, with what to do."""
    assert reason(pdf(*[b""] * pages), tmp_path) == (
        f"no text in its {where}, it is a scan: run it through OCR, e.g. ocrmypdf, and add the result"
    )


def test_letters_that_are_none_are_said(tmp_path: Path) -> None:
    """Fonts that do not say which letters they show make no article."""
    assert reason(page_of(b"<< /Length 37 >>\nstream\nBT /F9 9 Tf (no letters at all) Tj ET\nendstream"), tmp_path) == (
        "its fonts do not say which letters they show: run it through `ocrmypdf --force-ocr` and add the result"
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_only_forbids_to_print_is_read(algorithm: str, tmp_path: Path) -> None:
    """Where no password is needed to open it, none is asked for."""
    assert article(encrypted("", algorithm), tmp_path).text == _FIRE


def test_a_locked_pdf_is_said_to_be_one(tmp_path: Path) -> None:
    """What needs a password is refused, with what to do."""
    assert reason(encrypted("secret", "AES-256"), tmp_path) == (
        "locked with a password; save a copy without one, by printing it to PDF, and add that"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"<html>Log in</html>",
            "no PDF, although its name says so; give it the suffix of what it is, or save it as PDF again",
        ),
        (pdf(flow(_FIRE))[:300], _DAMAGED),
        (page_of(b"null", kids=b"2 0 R"), _DAMAGED),
        (page_of(stream(b"[" * 200_000 + b"]" * 200_000, b"[]")), _DAMAGED),
        (page_of(stream(zlib.compress(b" " * 100_000_000, 9), b"/FlateDecode")), _TOO_MUCH),
        (page_of(stream(zlib.compress(b"BT /F1 9 Tf (a) Tj ET\n" * 500_000), b"/FlateDecode")), _TOO_MUCH),
        (pdf(*[b""] * 501), "501 pages, but an article has at most 500; add the pages that matter alone"),
    ],
    ids=["no-pdf", "cut-off", "loop", "deep", "inflating", "operations", "pages"],
)
def test_a_damaged_or_hostile_pdf_is_refused(
    data: bytes, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is one sentence, and nothing that a library says reaches the screen."""
    assert reason(data, tmp_path) == said
    assert capfd.readouterr() == ("", "")


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    """The text has a limit of its own, however small the file is."""
    drawn = b"BT /F1 9 Tf (%s) Tj ET\n" % (b"letters " * 2_500)
    assert reason(page_of(stream(zlib.compress(drawn * 110), b"/FlateDecode")), tmp_path) == (
        "its text has more than 2,000,000 characters; split it, and add the parts"
    )


def test_the_file_has_the_limit_of_all_sources(tmp_path: Path) -> None:
    """A file that is too large is not opened at all."""
    assert reason(pdf(flow(_FIRE)), tmp_path, max_bytes=500).startswith("larger than the 500 bytes an article may have")


_FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_FEW
@given(st.binary(min_size=1, max_size=500))
def test_any_bytes_are_an_article_or_an_error(tmp_path: Path, data: bytes) -> None:
    """Whatever stands behind the mark of a PDF, loading it raises nothing else."""
    assert isinstance(read(b"%PDF-1.7\n" + data, tmp_path), Article | SourceError)


@_FEW
@given(st.data())
def test_a_pdf_damaged_anywhere_is_an_article_or_an_error(tmp_path: Path, data: st.DataObject) -> None:
    """Bytes that changed on the way raise nothing else either."""
    made = bytearray(pdf([*_HEAD, *_PORT], info={"Title": "Port"}))
    for at in data.draw(st.lists(st.integers(0, len(made) - 1), min_size=1, max_size=20)):
        made[at] = data.draw(st.integers(0, 255))
    assert isinstance(read(bytes(made), tmp_path), Article | SourceError)
