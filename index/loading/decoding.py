"""Bytes to text: byte order marks, UTF-8, a declared charset, and nothing guessed."""

from __future__ import annotations

import codecs

# UTF-32's little-endian mark begins with UTF-16's, so it comes first.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    codecs.BOM_UTF8: "utf-8",
}
# Pages that declare these mean Windows' superset of them, or can't be in them (WHATWG Encoding Standard, section 4.2).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "utf-16": "utf-8"}


def decode(data: bytes, charset: str = "utf-8") -> str:
    """Return `data` as text, in the charset of its byte order mark, else in `charset`.

    Raises ValueError that says what is wrong and what to do.
    """
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    codec = marked or _meant(charset)
    if b"\0" in data and codec not in ("utf-16", "utf-32"):
        raise ValueError("binary, not text; save it as plain text, Markdown or HTML")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise ValueError(f"not {codec.upper()} at byte {error.start}; save it as UTF-8") from None
    # Python has codecs, such as "hex", that make no text.
    except LookupError:
        raise ValueError(f"in {codec}, which is no charset; save it as UTF-8") from None
    return text.removeprefix("\ufeff")


def _meant(charset: str) -> str:
    """Return the codec that `charset` means; UTF-8 where there is none of that name."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return "utf-8"
    return _MEANT.get(name, name)
