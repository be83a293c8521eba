"""Bytes are decoded by their mark or their declared charset, never by a guess."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.loading.decoding import decode

TEXT = "Bakı, Баку, باکو"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_charset(charset: str) -> None:
    """UTF-8, UTF-16 and UTF-32 with a mark are read, and the mark is dropped."""
    assert decode(TEXT.encode(charset)) == TEXT


def test_big_endian_marks_are_read() -> None:
    """The order of bytes is the mark's."""
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("windows-1251", b"\xc1\xe0\xea\xf3", "Баку"),
        ("ISO-8859-1", b"it\x92s", "it’s"),
        ("no-such-charset", b"\xc3\xa9", "é"),
        ("utf-16", b"\xc3\xa9", "é"),
    ],
)
def test_a_declared_charset_is_used_as_browsers_use_it(charset: str, data: bytes, text: str) -> None:
    """Latin-1 means Windows' superset of it; an unknown name, and UTF-16 without a mark, mean UTF-8."""
    assert decode(data, charset) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ab\0c", "binary, not text; save it as plain text, Markdown or HTML"),
        (b"0123456789abcdefg\xff", "not UTF-8 at byte 17; save it as UTF-8"),
        (b"\xff\xfea", "not UTF-16 at byte 2; save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, message: str) -> None:
    """The message says what is wrong, where, and what to do."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        decode(data)


@pytest.mark.parametrize("charset", ["hex", "zlib"])
def test_a_codec_that_makes_no_text_is_no_charset(charset: str) -> None:
    """A page that declares one of Python's other codecs is an error."""
    with pytest.raises(ValueError, match=rf"^in {charset}, which is no charset; save it as UTF-8$"):
        decode(b"00", charset)


@given(st.text(alphabet=st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_what_was_encoded_is_decoded(text: str) -> None:
    """Any text comes back from UTF-8 as it was."""
    assert decode(text.encode()) == text
