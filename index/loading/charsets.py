"""Bodies that came from a server, which may say their charset and may be wrong."""

from __future__ import annotations

import codecs

from index.loading.decoding import decode

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_SLOW = ("idna", "punycode")  # no charsets of pages; over a long text they take minutes


def in_utf8(body: bytes, charset: str | None) -> bytes:
    """Return `body` as UTF-8 with a byte order mark, where its charset is sure: what it declares itself counts less.

    It stays as it is where it bears a mark, is blank, or is neither UTF-8 nor in `charset`, which the server named.
    """
    if body.startswith(_MARKS) or not body.strip():
        return body
    # What is UTF-8 by chance is very rare; servers and pages that name another charset are not.
    if not body.isascii() and _is(body, "utf-8"):
        return codecs.BOM_UTF8 + body
    if not charset or charset.lower() in _SLOW:
        return body
    try:
        return codecs.BOM_UTF8 + decode(body, charset).encode("utf-8", "surrogatepass")
    except ValueError:
        return body


def _is(body: bytes, charset: str) -> bool:
    """Whether `body` is in `charset`."""
    try:
        body.decode(charset)
    except UnicodeDecodeError:
        return False
    return True
