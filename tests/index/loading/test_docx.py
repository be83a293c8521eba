"""The article in a Word file: its text line by line, whatever is wrong with it as one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import SourceError
from index.records import Article
from tests.index.loading.making import core, docx, numbering, p, zipped
from tests.index.loading.reading import load

_FIRE = "Nobody was hurt in the fire that broke out at the harbour on Monday night."
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DAMAGED = "damaged, or no such file as its name says; open it, save it again and add that"
_TOO_MUCH = "inflates to more than an article may have; split it, or save its text as .txt and add that"
_SAVE = "open it, save it as .docx and add that"


def read(data: bytes, folder: Path) -> Article | SourceError:
    """Return what becomes of a file with these bytes."""
    (folder / "a.docx").write_bytes(data)
    (found,) = load(folder / "a.docx", max_bytes=10_000_000)
    return found


def article(data: bytes, folder: Path) -> Article:
    """Return the article in `data`."""
    found = read(data, folder)
    assert isinstance(found, Article), found
    return found


def row(*cells: str) -> str:
    """Return the XML of a row of a table."""
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def test_an_article_is_read_with_what_is_known(tmp_path: Path) -> None:
    """Title, author and day are found; headings, lists and tables become lines."""
    body = [
        *(p("Elmsford doubles its port", "Title"), p("By Ada Byrne"), p("5 March 2024"), p(_FIRE)),
        *(p("What is planned", "heading2"), p("ports", numbered="1"), p("roads", numbered="1")),
        *(p("first", numbered="2"), p("second", numbered="2")),
        f"<w:tbl>{row(p('Year'), p('Boats'))}{row(p('2024'), p('4') + p('big ones'))}</w:tbl>",
        p("The boats came in on Tuesday, and the port was full."),
    ]
    found = article(docx("".join(body), numbering(n1="bullet", n2="decimal")), tmp_path)
    assert found.text.split("\n") == [
        *(_FIRE, "", "What is planned", "", "- ports", "- roads", "1. first", "2. second", ""),
        *("Year | Boats", "2024 | 4 big ones", "", "The boats came in on Tuesday, and the port was full."),
    ]
    assert (found.title, found.authors, found.published) == ("Elmsford doubles its port", ("Ada Byrne",), "2024-03-05")
    assert found.path == str(tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("said", "title", "authors", "published"),
    [
        (("Harbour fire", "Jane Doe", "2024-03-06T10:00:00Z"), "Harbour fire", ("Jane Doe",), "2024-03-06"),
        (("Document1", "python-docx", "2013-12-23T23:15:00Z"), None, (), None),
        (("", "admin", "1601-01-01T00:00:00Z"), None, (), None),
    ],
)
def test_the_file_speaks_where_the_text_is_silent(
    said: tuple[str, str, str], title: str | None, authors: tuple[str, ...], published: str | None, tmp_path: Path
) -> None:
    """Its title, author and day are taken, unless a program wrote them."""
    found = article(docx(p(_FIRE), core(*said)), tmp_path)
    assert (found.title, tuple(found.authors), found.published) == (title, authors, published)


def test_what_word_deleted_is_gone_and_what_it_links_stays(tmp_path: Path) -> None:
    """Tracked deletions are left out; insertions, links and the text of controls are kept."""
    runs = (
        "<w:r><w:t>Nobody was hurt </w:t></w:r><w:del><w:r><w:delText>badly </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>in the fire </w:t></w:r></w:ins>"
        "<w:hyperlink w:anchor='x'><w:r><w:t>that broke out </w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t>at the harbour.</w:t></w:r></w:sdtContent></w:sdt>"
    )
    found = article(docx(f"<w:p>{runs}</w:p>"), tmp_path)
    assert found.text == "Nobody was hurt in the fire that broke out at the harbour."


def test_a_note_stands_at_the_end_and_its_sign_nowhere(tmp_path: Path) -> None:
    """The sentence that a note belongs to is as it is spoken."""
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="2">{p("So the fire brigade said.")}</w:footnote></w:footnotes>'
    )
    body = f'<w:p><w:r><w:t>{_FIRE}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert (
        article(docx(body, {"word/footnotes.xml": notes}), tmp_path).text == f"{_FIRE}\n\n1. So the fire brigade said."
    )


def test_a_table_in_a_cell_stays_in_its_row(tmp_path: Path) -> None:
    """However deep tables stand, a row of the outermost is a line."""
    inner = f"<w:tbl>{row(p('a'), p('b'))}</w:tbl>"
    body = p(_FIRE) + f"<w:tbl>{row(p('before') + inner + p('behind'), p('next'))}</w:tbl>"
    assert article(docx(body), tmp_path).text == f"{_FIRE}\n\nbefore | a b behind | next"


_ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello", f"no Word file, although its name says so, or a damaged one; {_SAVE}"),
        (docx(p(_FIRE))[:-40], f"no Word file, although its name says so, or a damaged one; {_SAVE}"),
        (zipped({"notes.txt": "hello"}), f"a zip without a Word text in it; {_SAVE}"),
        (_OLE + b"WordDocument", f"an old .doc; {_SAVE}"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), f"locked with a password; take it off in Word and {_SAVE}"),
        (docx("", {"word/document.xml": _ENTITIES}), f"declares XML entities, as no Word file does; {_SAVE}"),
        (docx("", {"word/big.xml": f"<a>{' ' * 51_000_000}</a>"}), _TOO_MUCH),
        (docx("<w:p/>" * 300_001), _TOO_MUCH),
        (zipped({f"word/{n}.bin": "" for n in range(5_001)}), _TOO_MUCH),
        (docx("<w:tbl>" * 5_000 + "</w:tbl>" * 5_000), _DAMAGED),
        (docx("<w:p>"), _DAMAGED),
        (docx(p("letters " * 251_000)), "its text has more than 2,000,000 characters; split it, and add the parts"),
        (docx(p("")), "no article text found in it; paste the text into a .txt file and add that"),
    ],
    ids=[
        *("no-zip", "cut-off", "other-zip", "doc", "locked", "entities", "inflating", "elements", "parts", "deep"),
        *("torn-xml", "long", "empty"),
    ],
)
def test_what_is_no_word_file_or_a_hostile_one_is_refused(
    data: bytes, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is one sentence that says what to do, and nothing that a library says reaches the screen."""
    found = read(data, tmp_path)
    assert isinstance(found, SourceError)
    assert found.reason == said
    assert capfd.readouterr() == ("", "")


_FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_FEW
@given(st.data())
def test_a_word_file_damaged_anywhere_is_an_article_or_an_error(tmp_path: Path, data: st.DataObject) -> None:
    """Bytes that changed on the way raise nothing else."""
    made = bytearray(docx(p(_FIRE), core("Fire", "Jane Doe", "2024-03-06")))
    for at in data.draw(st.lists(st.integers(0, len(made) - 1), min_size=1, max_size=20)):
        made[at] = data.draw(st.integers(0, 255))
    assert isinstance(read(bytes(made), tmp_path), Article | SourceError)


@_FEW
@given(st.text(max_size=200))
def test_any_text_in_it_is_an_article_or_an_error(tmp_path: Path, xml: str) -> None:
    """Whatever stands where the text should be raises nothing else."""
    made = docx("", {"word/document.xml": xml.encode("utf-8", "surrogatepass").decode("utf-8", "replace")})
    assert isinstance(read(made, tmp_path), Article | SourceError)
