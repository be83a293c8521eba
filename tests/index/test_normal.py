"""The normal form of texts, lines and URLs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.normal import canonical_url, host, normalise, one_line, words
from tests.samples import ANY_TEXT

_PARTS = st.text("aA0-._~%éİ", max_size=6)
_QUERIES = st.lists(st.tuples(st.sampled_from(["id", "utm_source", "UTM_x", "fbclid", "gclid", "q", ""]), _PARTS))
_URLS = st.builds(
    lambda scheme, host, path, query, fragment: f"{scheme}://{host}/{path}?{query}#{fragment}",
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(["example.org", "News.Example.ORG:8080", "Ann:Secret@example.org", "[::1]", "МОСКВА.рф"]),
    _PARTS,
    _QUERIES.map(lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)),
    _PARTS,
)


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    r"""Windows, old Macintosh and Unicode line ends become `\n`, one for one."""
    assert normalise("a\r\nb\rc\nd\u2028e\u2029f\u0085g\x0bh\x0ci") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_accents_are_composed() -> None:
    """A letter with a combining accent becomes one character."""
    assert normalise("Ce\u0301sar") == "C\u00e9sar"


def test_what_no_file_can_hold_is_dropped() -> None:
    """NUL, control characters, unpaired surrogates and byte order marks are dropped; a tab stays."""
    assert normalise("\ufeffa\x00b\ud800c\x1bd\x7fe\x9bf\tg") == "abcdef\tg"


def test_blanks_around_a_text_are_dropped() -> None:
    """Blanks at both ends go, those within stay."""
    assert normalise(" \n\u3000a  b\u00a0 ") == "a  b"


@given(ANY_TEXT)
def test_normalising_again_changes_nothing(text: str) -> None:
    """Normalising is idempotent for any text."""
    assert normalise(normalise(text)) == normalise(text)


@given(ANY_TEXT)
def test_a_normal_text_can_be_stored_and_shown(text: str) -> None:
    """A normalised text has no control character but line feed and tab, no surrogate, and is in NFC."""
    normal = normalise(text)
    assert {unicodedata.category(one) for one in normal if one not in "\n\t"} & {"Cc", "Cs"} == set()
    assert unicodedata.is_normalized("NFC", normal)


@pytest.mark.parametrize(
    ("text", "line"),
    [(" a\n b\t c\u00a0d ", "a b c d"), ("\u2028", None), ("", None), (None, None), ("\x00", None)],
)
def test_one_line(text: str | None, line: str | None) -> None:
    """A run of blanks becomes one space; nothing left is None."""
    assert one_line(text) == line


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    """What is put on one line stays as it is when put on one line again."""
    line = one_line(text)
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://News.Example.ORG/A/b", "https://news.example.org/A/b"),
        ("HTTP://example.org/a#part-2", "http://example.org/a"),
        (" https://example.org/a?utm_source=x&id=7&UTM_Medium=y&gclid=1&fbclid=2 ", "https://example.org/a?id=7"),
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/?utm_=&q=", "https://example.org/?q="),
        ("https://example.org/?b=2&a=1&b=2", "https://example.org/?b=2&a=1&b=2"),
        ("https://example.org/?ref=x&utmost=1&source=utm_x", "https://example.org/?ref=x&utmost=1&source=utm_x"),
        ("https://Ann:Secret@Example.org:8080/", "https://Ann:Secret@example.org:8080/"),
        ("https://example.org/%C3%A9?q=a%20b", "https://example.org/%C3%A9?q=a%20b"),
        ("https://example.org", "https://example.org"),
    ],
)
def test_canonical_url(url: str, canonical: str) -> None:
    """The host becomes lower case, the fragment and what tracks readers go, and nothing else changes."""
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org/a",
        "/a",
        "ftp://example.org",
        "https:///a",
        "mailto:a@b.c",
        "http://",
        "http://a.org/\ud800\x00",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    """Anything but an http or https address with a host is a ValueError that names it."""
    with pytest.raises(ValueError, match="is not an http or https address"):
        canonical_url(url)


@given(_URLS)
def test_a_canonical_url_stays_as_it_is(url: str) -> None:
    """Making a URL canonical is idempotent."""
    assert canonical_url(canonical_url(url)) == canonical_url(url)


@pytest.mark.parametrize("text", ["İSTANBUL, 5 MAY!", "istanbul 5 may", "i̇stanbul: 5 “May”"])
def test_words_are_the_same_however_they_are_written(text: str) -> None:
    """Case, the dot of the Turkish capital I and punctuation make no difference."""
    assert words(text) == ["istanbul", "5", "may"]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.example.org:8443/a?b=1", "news.example.org"),
        ("http://me@Example.ORG/", "example.org"),
        ("http://:80/", "http://:80/"),
    ],
)
def test_a_site_is_the_host_without_www(url: str, site: str) -> None:
    """Neither port nor user belong to it; an address without a host stands for itself."""
    assert host(url) == site
