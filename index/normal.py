"""The normal form of texts, lines and URLs, so that the same thing is written in one way."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters and unpaired surrogates, which neither SQLite nor UTF-8 can keep, and byte order marks.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_WORD = re.compile(r"\w+")
_TRACKING = re.compile(r"utm_.*|gclid|fbclid", re.IGNORECASE)


def normalise(text: str) -> str:
    r"""Return `text` in NFC, with `\n` line ends, without control characters and without blanks around it."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_END.sub("\n", text))).strip()


def one_line(text: str | None) -> str | None:
    """Return `text` normalised, each run of blanks as one space; None where nothing is left."""
    return " ".join(normalise(text).split()) or None if text else None


def folded(text: str) -> str:
    """Return `text` in NFC and without case; the Turkish capital I with a dot becomes an i."""
    # casefold makes two characters of that letter, the second of them the dot.
    return unicodedata.normalize("NFC", text.casefold().replace("i\u0307", "i"))


def words(text: str) -> list[str]:
    """Return the words of `text`, as texts are compared by: without case and punctuation."""
    return _WORD.findall(folded(text))


def host(url: str) -> str:
    """Return the site of an http or https address, without "www."."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def canonical_url(url: str) -> str:
    """Return `url` with its host in lower case, without fragment and tracking parameters; nothing else changes.

    Raises ValueError where `url` is no http or https address.
    """
    parts = urlsplit(url.strip())
    user, at, host = parts.netloc.rpartition("@")
    if parts.scheme not in ("http", "https") or not host or _UNSEEN.search(url):
        raise ValueError(f"{url!r} is not an http or https address")
    query = "&".join(pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0]))
    return urlunsplit((parts.scheme, user + at + host.lower(), parts.path, query, ""))
