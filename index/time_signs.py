"""A question -> the same with a sign for each word of time, so that one grammar reads five languages."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from index.time_words import ENGLISH, MONTHS, NUMBERS, PERSIAN, RUSSIAN, TURKIC, WEEKDAYS

_LISTS = {"MONTHS": MONTHS, "WEEKDAYS": WEEKDAYS, "NUMBERS": NUMBERS}
_VARIANTS = str.maketrans("ıəيىكە’‘ʼ`–", "ieییکه''''-")
# What may not follow: "may" is no month in "mayor", nor "mar" in "Mar-a-Lago".
_END = r"(?![\w-])"
# After "a" and "e" a letter stands in between: "hafta-n-ın", "ay-ın".
_TURKIC_ENDINGS = (
    r"'?(?:l[ae]r)?(?:(?:(?<=[ae])[yns])?[iu](?:n(?:[iu]n?|[ae])?)?|(?:(?<=[ae])[yn])?[ae])?(?:n?[dt][ae]n?)?"
    r"(?:k[iu](?:l[ae]r)?)?"
)
# Left for the grammar to read: "iyunda" is in June, "iyunun 5-i" the fifth.
_TURKIC_MONTH_END = rf"(?='?(?:[iu]n(?= \d)|(?:[iu]n)?[dt][ae]n?(?:k[iu])?)?{_END})"


def marked(question: str) -> str:
    """Return `question` folded, each word or phrase of time as its sign in capitals: "in june" as "IN JUNE"."""
    return _SIGNS.sub(lambda found: str(found.lastgroup), folded(question))


def folded(text: str) -> str:
    """Return `text` in lower case without marks on letters, with ASCII digits and single blanks.

    What is typed without its marks, or with another script's variant of a letter, becomes the same.
    """
    text = unicodedata.normalize("NFD", text.casefold())
    if not text.isascii():
        text = "".join(map(_plain, text)).translate(_VARIANTS)
    # A month or a year behind "mid-" stands alone, unlike one behind another hyphen.
    return " ".join(text.replace("mid-", "mid ").split())


def _plain(char: str) -> str:
    """Return a digit in ASCII, nothing for a mark or an invisible character."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return "" if unicodedata.category(char) in ("Mn", "Cf") else char


def _patterns(words: Mapping[str, str], endings: str, month_end: str) -> Iterator[tuple[str, str]]:
    """Yield each sign with the pattern that one language has for it."""
    for name, text in words.items():
        items = text.split(", ") if name in _LISTS else [text]
        end = month_end if name == "MONTHS" else _END
        for sign, item in zip(_LISTS.get(name, [name]), items, strict=True):
            yield sign, f"(?:{folded(item).replace('~', endings)}){end}"


def _compiled() -> re.Pattern[str]:
    """Return the pattern with a group for each sign, over all languages."""
    patterns: defaultdict[str, list[str]] = defaultdict(list)
    for words, endings, month_end in (
        (ENGLISH, "(?:'?s|s')?", _END),
        (TURKIC, _TURKIC_ENDINGS, _TURKIC_MONTH_END),
        (RUSSIAN, "[а-я]{0,3}", _END),
        (PERSIAN, "(?: ?(?:ی|ها|های))?", _END),
    ):
        for sign, pattern in _patterns(words, endings, month_end):
            patterns[sign].append(pattern)
    groups = (f"(?P<{sign}>{'|'.join(alternatives)})" for sign, alternatives in patterns.items())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})")


_SIGNS = _compiled()
