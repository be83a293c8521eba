"""Addresses that lead to a sentence: https://wicg.github.io/scroll-to-text-fragment/."""

from __future__ import annotations

from urllib.parse import quote

# Few words are found even where the page has a footnote in the middle; fewer could stand elsewhere too.
_WORDS = 5
# Signs of a list, or of a quotation, that the page may write in another way, or by its style only.
_SIGNS = "\"'“”„«»‘’‚‹›()[]{}<>*•·–—-.,:;!?…؟،؛"


def address_of(text: str, url: str) -> str:
    """Return `url` with a text fragment that makes a browser scroll to `text` and highlight it.

    The first and the last words stand for a long text. Without a word in it, `url` comes back as it is.
    """
    lines = [words for line in text.split("\n") if (words := _words(line))]
    if not lines:
        return url
    short = len(lines) == 1 and len(lines[0]) <= 2 * _WORDS
    # A browser looks for each part within one paragraph.
    parts = [lines[0]] if short else [lines[0][:_WORDS], lines[-1][-_WORDS:]]
    return f"{url}{_joint(url)}text={','.join(map(_encoded, parts))}"


def _words(line: str) -> list[str]:
    """Return the words of a line without signs before the first and behind the last."""
    return " ".join(line.split()).strip(_SIGNS + " ").split()


def _joint(url: str) -> str:
    """Return what stands between an address and its text fragment."""
    _, mark, fragment = url.partition("#")
    if ":~:" in fragment:
        return "&"
    return ":~:" if mark else "#:~:"


def _encoded(words: list[str]) -> str:
    """Return words as a part of a text fragment, in which "-", "," and "&" are signs of their own."""
    return quote(" ".join(words).strip(_SIGNS), safe="").replace("-", "%2D")
